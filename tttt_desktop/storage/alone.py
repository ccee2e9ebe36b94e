"""Undoing one change alone while later ones stand: what would become of which rows, and what stands in the way.

A row that the change altered gets the old values of just the columns it altered, if they still are as it left them. A
row that it added goes, one that it removed comes back. Where that cannot be, it is refused by naming a later change.
"""

import sqlite3
from dataclasses import dataclass
from datetime import date

from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.storage import late, log, relations, rows
from tttt_desktop.storage.later import Following, Later
from tttt_desktop.storage.log import Images, Row
from tttt_desktop.storage.relations import Key

_NAMES = ("field", "agency", "legal_document")  # shared by all articles: they stay while in use
_PLACES = {"start", "stop", "prefix", "suffix", "cause_start", "cause_stop", "lost", "at"}
_ON_TEXT = ("annotation", "suggestion", "aside", "body")
_TOGETHER = (  # columns that say something only together
    {"start", "stop", "quote", "prefix", "suffix", "lost"},
    {"cause", "cause_start", "cause_stop"},
    {"deadline_on", "deadline_text"},
    {"state", "annotation_id"},
    {"status", "origin", "evidence_annotation_id", "done_on"},
)
_NOUNS = {
    "article": "bài viết này",
    "body": "nội dung bài này",
    "aside": "nội dung bài này",
    "suggestion": "gợi ý này",
    "setting": "thông tin này của hồ sơ",
    "annotation": "đánh dấu này",
    "figure": "đánh dấu này",
    "task": "nhiệm vụ này",
    "task_agency": "nhiệm vụ này",
    "follow_up": "nhiệm vụ này",
    "evidence": "nhiệm vụ này",
    "annotation_document": "nhiệm vụ này",
    "field": "lĩnh vực này",
    "line": "dòng gộp này",
}
_ELSE = "chỗ này"


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows as they shall be, and the articles that are concerned."""

    rows: Images
    articles: set[int]


def plan(
    conn: sqlite3.Connection, revision_id: int, today: date, article_id: int | None = None
) -> Plan:
    """What undoing a revision alone takes; `article_id`: only what hangs on that article.

    Raises UserError naming the later change that stands in the way, NotFound for a revision that does not stand.
    """
    row = conn.execute(
        "SELECT changes FROM revision WHERE id = ? AND undone = 0", (revision_id,)
    ).fetchone()
    if row is None:
        raise NotFound("Mục này đã được hoàn tác rồi.", "Hãy chọn một mục khác.")
    images, articles = log.load(row["changes"])
    if article_id is not None:
        images, articles = _hanging_on(conn, images, article_id), {article_id}
    following = Following(conn, revision_id, images, articles)
    return Plan(_Planner(conn, images, following, today).rows(), articles)


def _hanging_on(conn: sqlite3.Connection, images: Images, article_id: int) -> Images:
    """Those rows that are the article's, or name one that is."""
    kept: Images = {("article", article_id): images["article", article_id]}
    known = relations.references(conn)
    size = 0
    while size < len(kept):
        size = len(kept)
        for (table, row_id), image in images.items():
            named = [
                (one.parent, image[one.column]) for one in known if image and one.table == table
            ]
            if any(name in kept for name in named):
                kept[table, row_id] = image
    return kept


class _Planner:
    def __init__(
        self, conn: sqlite3.Connection, images: Images, following: Following, today: date
    ) -> None:
        self._conn, self._images, self._following, self._today = conn, images, following, today
        self._wanted: Images = {}
        self._placed: set[int] = set()  # articles in whose text something is put to a place
        self._is_decision = any(table != "article" for table, _ in images)

    def rows(self) -> Images:
        """The rows as they shall be; UserError names what stands in the way."""
        present = rows.present(self._conn, self._images)
        for key, before in self._images.items():
            if present[key] != before:
                self._settle(key, before, present[key])
        if not self._wanted:
            raise UserError("Không còn gì để hoàn tác: việc này đã được đổi lại sau đó.")
        self._check_texts(present)
        self._wanted |= dict.fromkeys(late.strays(self._conn, self._wanted))
        self._check_relations()
        return self._wanted

    def _settle(self, key: Key, before: Row | None, present: Row | None) -> None:
        left = self._following.left(key, present)
        if before is None:
            self._take_away(key, left, present)
        elif present is None:
            self._bring_back(key, before, left)
        elif left is None:
            self._refuse_changed(key)
        else:
            self._set_back(key, before, left, present)

    def _take_away(self, key: Key, left: Row | None, present: Row | None) -> None:
        if left is None or present is None or _differing(left, present) - _PLACES:
            self._refuse_changed(key)
        self._wanted[key] = None

    def _bring_back(self, key: Key, before: Row, left: Row | None) -> None:
        if left is not None:
            self._refuse(key, f"đã xoá {_noun(key)}")
        self._wanted[key] = before
        if key[0] in _ON_TEXT:
            self._placed.add(before["article_id"])

    def _set_back(self, key: Key, before: Row, left: Row, present: Row) -> None:
        columns = _differing(before, left)
        for group in _TOGETHER:
            columns |= group & set(before) if group & columns else set()
        if key[0] == "article" and columns == {"state"} and self._is_decision:
            if any(key[1] in one.articles for one in self._following.all):
                return  # it came along with a first decision, and others have been made since
        elif columns & _differing(left, present):
            self._refuse_changed(key)
        changed = {name: before[name] for name in columns}
        self._wanted[key] = present | changed
        if key[0] in _ON_TEXT and any(changed.get(name) is not None for name in _PLACES):
            self._placed.add(before["article_id"])

    def _check_texts(self, present: Images) -> None:
        """A place in a text is good for that text only."""
        bodies = (present[key] or self._wanted[key] for key in self._wanted if key[0] == "body")
        retold = {body["article_id"] for body in bodies if body}
        for one in self._following.all:
            touched = {key for key in one.images if key[0] in _ON_TEXT}
            corrected = any(table == "body" for table, _ in touched)
            if (one.articles & self._placed and corrected) or (
                one.articles & retold and touched - set(self._images)
            ):
                self._say(one, "đã đổi cùng nội dung bài này")

    def _check_relations(self) -> None:
        for row, other in list(relations.left_behind(self._conn, self._wanted)):
            if row[0] in _NAMES and self._wanted.keys() - {row}:
                self._wanted.pop(row, None)
            else:
                self._refuse(other, f"đã dùng tới {_noun(row)}")
        for _, parent in relations.orphans(self._conn, self._wanted):
            self._refuse(parent, f"đã xoá {_noun(parent)}")
        for row, twin in relations.twins(self._conn, self._wanted):
            same = "đoạn này" if row[0] == "annotation" else _noun(row)
            self._refuse(twin, f"đã ghi lại {same}")

    def _refuse_changed(self, key: Key) -> None:
        self._refuse(key, f"đã đổi cùng {_noun(key)}")

    def _refuse(self, key: Key, what: str) -> None:
        self._say(self._following.last(key), what)

    def _say(self, by: Later | None, what: str) -> None:
        who = by.named(self._today) if by else "một thay đổi sau đó"
        raise UserError(
            f"Không hoàn tác riêng được: {who} {what}.", "Hãy hoàn tác mục ấy trước." if by else ""
        )


def _differing(one: Row, other: Row) -> set[str]:
    return {name for name in one if one[name] != other[name]}


def _noun(key: Key) -> str:
    return _NOUNS.get(key[0], _ELSE)
