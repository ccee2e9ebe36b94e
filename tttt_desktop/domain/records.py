"""The words of the trade as frozen values. Positions are code points in the NFC text of the current body."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, `0 <= start <= stop`."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"bad span {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.stop]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.stop and other.start < self.stop


class Kind(StrEnum):
    """What a marked passage says."""

    ACHIEVEMENT = "achievement"
    SHORTCOMING = "shortcoming"
    TASK = "task"


class Basis(StrEnum):
    """Who set a task: a leader, or the department itself."""

    ASSIGNED = "assigned"
    OWN_PLAN = "own plan"


class ArticleState(StrEnum):
    """Chưa đọc, Đang đọc, Xong."""

    UNREAD = "unread"
    READING = "reading"
    DONE = "done"


class SuggestionState(StrEnum):
    """A suggestion is open until the person decides."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Status(StrEnum):
    """Follow-up of a task: Chưa thực hiện, Đang thực hiện, Hoàn thành, Không còn phù hợp. Overdue is computed."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    COMPLETED = "completed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its meaning: "742,67 tỷ đồng, tăng 6,4% so với cùng kỳ". `of` is set in "9/17"."""

    as_printed: str
    value: float | None = None
    of: float | None = None
    unit: str = ""
    indicator: str = ""
    change: str = ""  # "tăng 6,4%"
    compared: str = ""  # what the change is measured against: "cùng kỳ"


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """ "Quyết định số 139/QĐ-UBND ngày 10/01/2014 của UBND tỉnh"."""

    kind: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    as_printed: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """The task form. Empty text and None mean: not said in the article."""

    basis: Basis = Basis.ASSIGNED
    assigner: str = ""
    lead: str = ""
    cooperating: tuple[str, ...] = ()
    deadline_text: str = ""
    deadline_on: date | None = None
    documents: tuple[LegalDocument, ...] = ()
    status: Status = Status.NOT_STARTED


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules found, not yet stored: the output of suggesting.

    `evidence` are the words that led to it, as spans of the body in text order; some may stand before `span`.
    """

    span: Span
    kind: Kind
    score: float
    rule: str
    reason: str
    field: str = ""
    cause: str = ""
    task: Task | None = None
    figures: tuple[Figure, ...] = ()
    evidence: tuple[Span, ...] = ()
    ruled: str = ""  # what the rules said, where earlier decisions taught otherwise (see `suggesting.learning`)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stored proposal on the current body of an article."""

    id: int
    article_id: int
    state: SuggestionState
    proposal: Proposal
    annotation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A passage the person has marked. `quote` is verbatim; `statement` is her wording for the report."""

    id: int
    article_id: int
    kind: Kind
    span: Span
    quote: str
    statement: str = ""
    field: str = ""
    note: str = ""
    cause: str = ""
    cause_span: Span | None = None
    remedy: str = ""
    origin: str = "hand"  # "hand" or "suggestion"
    lost: bool = False  # mất chỗ: the text it stood on is gone
    confirmed: frozenset[str] = frozenset()  # names of values the person has written or looked over
    task: Task | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class FurtherSource:
    """Where else an article was published: the file it was read from, and what that page says of itself."""

    name: str
    outlet: str = ""
    title: str = ""
    byline: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What is known about an article; the text is in its body."""

    id: int
    source_name: str
    title: str
    outlet: str = ""
    byline: str = ""
    published_on: date | None = None
    published_time: str = ""  # "16:51" when the page says so
    event_on: date | None = None
    province: str = ""
    review_year: int | None = None
    plan_year: int | None = None
    state: ArticleState = ArticleState.UNREAD
    note: str = ""
    sources: tuple[FurtherSource, ...] = ()  # besides the one it was made from

    @property
    def year(self) -> int | None:
        """The year the article is listed under: the plan year, else what comes nearest to it."""
        if self.plan_year:
            return self.plan_year
        if self.review_year:
            return self.review_year + 1
        return self.published_on.year if self.published_on else None


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of an imported page. `reason` is empty when it belongs to the body, else why it was set aside.

    `place` is where the page's markup has it ("div.tin-lien-quan>p"), empty where there is no markup.
    """

    text: str
    reason: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Official:
    """A leader whom the article names as present, with the post as printed."""

    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """How importing came to a value of `ParsedArticle`.

    `key` is the attribute's name; `where` says it in Vietnamese ("Dòng ngày đăng", "Đoạn mở đầu"); `block` and `span`
    are the words it was read from (None: outside the text, as in the page's markup); `sure` is 0 to 1.
    """

    key: str
    where: str
    sure: float = 1.0
    block: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A stored paragraph that was set aside: `at` is where in the body it would stand again."""

    id: int
    article_id: int
    at: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """The output of importing: one article as read from one file, nothing stored yet.

    `encoding` is how the bytes were read ("utf-8", "windows-1258", "tcvn3", "vni" ...), empty where the kind of file fixes
    it. `site` is the host, or a pattern of the page, that choices are remembered for; empty for other files.
    """

    name: str  # file name ("thu.zip/bai1.docx" of a file in a file), or "Bảng nhớ tạm"
    kind: str  # txt, html, docx, doc, pdf, rtf, odt, mht, eml, clipboard
    sha256: str
    raw: bytes
    blocks: tuple[Block, ...]
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published_on: date | None = None
    published_time: str = ""
    event_on: date | None = None
    province: str = ""
    review_year: int | None = None
    plan_year: int | None = None
    officials: tuple[Official, ...] = ()
    found: tuple[Found, ...] = ()
    encoding: str = ""
    site: str = ""

    @property
    def text(self) -> str:
        """The body: the kept blocks, one a line."""
        return "\n".join(block.text for block in self.blocks if not block.reason)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list."""

    id: int
    title: str
    province: str
    published_on: date | None
    year: int | None
    state: ArticleState
    achievements: int
    shortcomings: int
    tasks: int  # assigned ones
    open_suggestions: int
    plans: int = 0  # the department's own


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What the list shows. Empty means: no condition. `query` is typed by the user, diacritics optional."""

    query: str = ""
    state: ArticleState | None = None
    years: tuple[int, ...] = ()
    provinces: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    with_suggestions: bool = False
    order: str = "newest"  # newest, province, suggestions


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers of the status bar and of the state tabs."""

    articles: int = 0
    unread: int = 0
    reading: int = 0
    done: int = 0
    achievements: int = 0
    shortcomings: int = 0
    tasks: int = 0  # assigned ones
    plans: int = 0  # the department's own


@dataclass(frozen=True, slots=True)
class Hit:
    """A search hit: original text with `marks`, spans in it, where words were found.

    `span` is its place in the body (None: the snippet is the title, or of a mark or a further source), `count` the number
    of places in the body. `title_marks` are spans in the title. `annotation_id`: the snippet is what this mark says.
    """

    article_id: int
    title: str
    snippet: str
    marks: tuple[Span, ...] = ()
    span: Span | None = None
    count: int = 0
    title_marks: tuple[Span, ...] = ()
    annotation_id: int | None = None


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What the list was filtered by, under a name."""

    id: int
    name: str
    filter: ArticleFilter


@dataclass(frozen=True, slots=True)
class Page:
    """All that the reader and the cards need of one article. Annotations and open suggestions stand in text order."""

    article: Article
    body_id: int
    text: str
    annotations: tuple[Annotation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    asides: tuple[Aside, ...] = ()
    version: int = 1  # number of the text: above 1 it has been corrected


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of the history. `articles` counts those it concerns; `article_id` and `title` are those of the first, if it is there."""

    id: int
    label: str
    at: datetime
    undone: bool
    article_id: int | None = None
    title: str = ""
    articles: int = 0


@dataclass(frozen=True, slots=True)
class RemovedArticle:
    """An article that revision `revision_id` removed, with the number of its marks then."""

    revision_id: int
    article_id: int
    title: str
    published_on: date | None
    province: str
    removed_at: datetime
    marks: int = 0
