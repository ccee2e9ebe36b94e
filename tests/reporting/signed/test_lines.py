"""Which paragraphs of a foreign document must stay when nothing is left to say in them."""

import pytest
from lxml import etree

from tttt_desktop.reporting.signed.lines import is_needed

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def first(inside: str, parent: str = "tc") -> etree._Element:
    """The paragraph named `here` in a cell, or in another parent."""
    xml = f'<w:{parent} xmlns:w="{NAMESPACE}">{inside}</w:{parent}>'
    return next(one for one in etree.fromstring(xml).iter(f"{{{NAMESPACE}}}p") if one.get("here"))


HERE = '<w:p here="1"/>'


@pytest.mark.parametrize("inside", [HERE, f"<w:p/><w:tbl/>{HERE}"])
def test_a_cell_keeps_its_only_paragraph_and_the_one_behind_a_table(inside: str) -> None:
    assert is_needed(first(inside))


@pytest.mark.parametrize(
    "inside", [f"{HERE}<w:p/>", f"<w:p/>{HERE}", f"<w:p/><w:tbl/>{HERE}<w:p/>"]
)
def test_another_empty_one_may_go(inside: str) -> None:
    assert not is_needed(first(inside))


def test_outside_a_table_every_empty_one_may_go() -> None:
    assert not is_needed(first(HERE, "body"))


@pytest.mark.parametrize(
    "content",
    [
        "<w:r><w:t>Lời</w:t></w:r>",
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:pict/></w:r>",
        "<w:pPr><w:sectPr/></w:pPr>",
    ],
)
def test_what_says_or_shows_something_or_ends_a_section_stays(content: str) -> None:
    assert is_needed(first(f'<w:p here="1">{content}</w:p>', "body"))
