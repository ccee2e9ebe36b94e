"""Kiến nghị, đề xuất: what the person wrote, by the body it is addressed to."""

from tttt_desktop.reporting.kinds.sections import Content, headed
from tttt_desktop.reporting.phrases import paragraphs
from tttt_desktop.reporting.tree import Cell, Item

_LONGEST = 90  # letters of a receiver; what is longer is a sentence that happens to have a colon


def by_receiver(text: str) -> Content:
    """ "UBND tỉnh: bố trí kinh phí" stands under "1. Đối với UBND tỉnh"; lines without a receiver stand first."""
    plain: list[str] = []
    groups: dict[str, list[Item]] = {}
    for line in paragraphs(text):
        receiver, _, said = line.partition(":")
        if said.strip() and len(receiver) <= _LONGEST:
            groups.setdefault(_title(receiver), []).append(_item(said))
        else:
            plain.append(line)
    parts = headed(2, ((title, Content(items=tuple(items))) for title, items in groups.items()))
    return Content(parts, tuple(plain))


def _title(receiver: str) -> str:
    name = receiver.strip()
    return name if name.lower().startswith("đối với") else f"Đối với {name}"


def _item(said: str) -> Item:
    text = said.strip().rstrip(".;")
    return Item((), Cell(f"- {text[0].upper()}{text[1:]}."))
