"""Lines under headings: the parts that all templates are built of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tttt_desktop.domain.consolidation import NOT_SAID, SEVERAL
from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.appendices import by_giver, giver_title
from tttt_desktop.reporting.lines import Entry, item
from tttt_desktop.reporting.numerals import point, roman
from tttt_desktop.reporting.tree import Item, Options, Section

NO_FIELD = NOT_SAID["field"]
NOTHING = "Các bài viết chưa có nội dung được ghi nhận ở mục này."
BLANK = "……"  # what no article can tell, left to the secretary

Grouping = Callable[[Entry], str]
_LABELS: Mapping[int, Callable[[int], str]] = {
    1: lambda index: f"{roman(index + 1)}.",
    2: lambda index: f"{index + 1}.",
    3: lambda index: f"{point(index)})",
}


@dataclass(frozen=True, slots=True)
class Content:
    """What stands below a heading."""

    parts: tuple[Section, ...] = ()
    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts or self.paragraphs or self.items)


TO_FILL_IN = Content(paragraphs=(BLANK,))


def headed(level: int, found: Iterable[tuple[str, Content]]) -> tuple[Section, ...]:
    """Sections of one level, labelled in order; below the title of an empty chapter it says that there is nothing."""
    return tuple(
        Section(
            level, _LABELS[level](index), title, _paragraphs(level, told), told.items, told.parts
        )
        for index, (title, told) in enumerate(found)
    )


def _paragraphs(level: int, told: Content) -> tuple[str, ...]:
    return told.paragraphs if told or level > 1 else (NOTHING,)


def field_title(entry: Entry) -> str:
    """The heading of a field; one written in capitals only must not look like a section's."""
    field = entry.annotation.field or NO_FIELD
    return f"Lĩnh vực {field}" if field.isupper() else field


def _province_title(entry: Entry) -> str:
    if len(entry.provinces) > 1:
        return SEVERAL["province"]
    return f"Tỉnh, thành phố: {entry.provinces[0]}" if entry.provinces else NOT_SAID["province"]


def _article_title(entry: Entry) -> str:
    if _of_several_articles(entry):
        return SEVERAL["article"]
    return f"Bài [{entry.source}]: {' '.join(entry.article.title.split())}"


def _of_several_articles(entry: Entry) -> bool:
    return len({one.source for one in entry.members}) > 1


def grouped(
    entries: Sequence[Entry],
    options: Options,
    by: Grouping = field_title,
    *,
    level: int = 2,
    explained: bool = True,
) -> tuple[Section, ...]:
    """Sections in the order in which their first entry comes (by source where that is the title)."""
    groups: dict[str, list[Entry]] = {}
    ordered = entries if by is field_title else sorted(entries, key=_group_rank(by))
    for entry in ordered:
        groups.setdefault(by(entry), []).append(entry)
    return headed(
        level,
        ((title, lines(group, options, explained=explained)) for title, group in groups.items()),
    )


def lines(entries: Iterable[Entry], options: Options, *, explained: bool = True) -> Content:
    """Each entry as a line, with cause and remedy if they are wanted here."""
    return Content(items=tuple(item(entry, options, explained=explained) for entry in entries))


def _group_rank(by: Grouping) -> Callable[[Entry], tuple[object, ...]]:
    """Provinces by name, articles by source; what is of several comes behind them, the unknown last."""
    if by is _province_title:
        return lambda entry: (
            not entry.provinces,
            len(entry.provinces) > 1,
            tuple(map(fold, entry.provinces[:1])),
            entry.place,
        )
    return lambda entry: (_of_several_articles(entry), entry.source, entry.place)


def of_givers(entries: Sequence[Entry]) -> Iterable[tuple[str, list[Entry]]]:
    """Tasks by who gave them, under the title that names the giver."""
    return ((giver_title(giver), group) for giver, group in by_giver(entries).items())


# What the lines of a section are grouped by, for each value of `Options.order`.
ORDERS: Mapping[str, Grouping] = {
    "field": field_title,
    "province": _province_title,
    "article": _article_title,
}
