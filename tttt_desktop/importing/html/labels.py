"""Heads of pages that name each value, as office systems do: "Tiêu đề:" | "...", "Người gửi:" | "...", "Ngày gửi:" | "..."."""

from dataclasses import dataclass, field

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.html.markup import Page

_TITLES = ("tieu de", "chu de", "trich yeu", "ve viec", "ten bai", "tieu de tin")
_AUTHORS = (
    *("nguoi gui", "nguoi dang", "nguoi viet", "nguoi tao", "tac gia", "don vi gui", "don vi dang"),
    *("noi gui", "don vi soan thao", "nguoi soan"),
)
_DATES = (
    *("ngay gui", "ngay dang", "ngay tao", "thoi gian", "thoi gian gui", "ngay ban hanh", "ngay"),
    *("ngay cap nhat", "ngay phat hanh"),
)
_OTHERS = (
    *("noi nhan", "nguoi nhan", "don vi nhan", "do khan", "do mat", "muc do", "chuyen muc", "toi"),
    *("loai tin", "the loai", "nguon", "nguon tin", "so ky hieu", "so luot xem", "luot xem"),
    *(
        "trang thai",
        "tep dinh kem",
        "nguoi ky",
        "danh muc",
        "linh vuc",
        "pham vi",
        "nhom tin",
        "cc",
    ),
)
_KINDS = {
    label: kind
    for kind, names in (
        *(("title", _TITLES), ("author", _AUTHORS)),
        *(("date", _DATES), ("other", _OTHERS)),
    )
    for label in names
}
_CELLS = frozenset({"td", "th", "dt"})  # in which a label needs no colon
_LONGEST = 24  # characters of a label


@dataclass(frozen=True, slots=True)
class Labels:
    """What a head names: the pieces that are title and author (-1: none), and all pieces that are no part of the text."""

    title: int = -1
    author: int = -1
    aside: frozenset[int] = field(default_factory=frozenset)


def find_labels(page: Page, stop: int) -> Labels:
    """The labels above a piece; none unless there are two, one of them of a title, a date or an author."""
    named = {at: kind for at in range(min(stop, len(page.pieces)) - 1) if (kind := _kind(page, at))}
    kinds = list(named.values())
    if len(kinds) < 2 or set(kinds) == {"other"} or kinds.count("title") > 1:
        return Labels()
    values = {kind: at + 1 for at, kind in named.items() if at + 1 not in named}
    others = {at + 1 for at, kind in named.items() if kind == "other" and at + 1 not in named}
    return Labels(
        values.get("title", -1), values.get("author", -1), frozenset(named.keys() | others)
    )


def _kind(page: Page, at: int) -> str:
    piece = page.pieces[at]
    if len(piece.text) > _LONGEST:
        return ""
    tag = page.elements[piece.inside].tag if piece.inside >= 0 else ""
    if piece.text[-1] != ":" and tag not in _CELLS:
        return ""
    return _KINDS.get(fold(piece.text).rstrip(" :"), "")
