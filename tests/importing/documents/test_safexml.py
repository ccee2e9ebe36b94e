"""XML as data: one child after the other, little kept, no DTD."""

import io

import pytest

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.documents.safexml import children, local, parse


def texts(xml: str) -> list[str]:
    return [child.text for child in children(io.BytesIO(xml.encode()), "body", ("p",))]


def test_children_come_in_order_with_those_of_other_names() -> None:
    xml = (
        "<d><head><p>0</p></head><body><x>1</x><p>2</p><y>3</y><p>4</p><z>5</z></body><p>6</p></d>"
    )
    assert texts(xml) == ["1", "2", "3", "4", "5"]


def test_what_was_used_leaves_the_tree() -> None:
    rows = "".join(f"<p>{number}</p>" for number in range(50_000))
    source = io.BytesIO(f"<d><body>{rows}</body></d>".encode())
    kept = {len(child.getparent()) for child in children(source, "body", ("p",))}
    assert max(kept) < 10_000  # what the parser has read ahead


def test_what_stands_before_is_there_with_the_first_child() -> None:
    xml = b"<d><styles><s/></styles><body><p/></body></d>"
    first = next(children(io.BytesIO(xml), "body", ("p",)))
    assert [local(one.tag) for one in first.getroottree().getroot()[0]] == ["s"]


@pytest.mark.parametrize("rest", ["<d><body/></d>", "<d/>", "<d><body><p/></body></d>"])
def test_a_dtd_is_refused(rest: str) -> None:
    with pytest.raises(FileRefused, match="không an toàn"):
        texts(f"<!DOCTYPE d>{rest}")
    with pytest.raises(FileRefused, match="không an toàn"):
        parse(f"<!DOCTYPE d>{rest}".encode())


@pytest.mark.parametrize("xml", ["", "chữ", "<d><body><p>", "<d>\0</d>"])
def test_what_is_no_xml(xml: str) -> None:
    with pytest.raises(FileRefused, match="hỏng"):
        texts(xml)
    assert parse(xml.encode()) is None
