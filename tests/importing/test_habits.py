"""A choice made once for a place on a site holds on the next page of that site, and only there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.records import Block, ParsedArticle
from tttt_desktop.importing import habits
from tttt_desktop.importing.read import read_bytes

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020"
LONG = "Năm 2020, Sở hoàn thành 30/32 nhiệm vụ được giao; doanh thu viễn thông đạt 900 tỷ đồng, tăng 4%."


def page(number: int, host: str = "stttt.example.vn") -> ParsedArticle:
    """A page of a site that puts an odd line amid its articles."""
    text = "".join(f"<p>{LONG} Bài {number}, đoạn {at}.</p>" for at in range(4))
    html = f"""<html><head><link rel="canonical" href="https://{host}/tin/{number}.html"><title>{TITLE}</title></head><body>
<div class="chi-tiet"><h1>{TITLE}</h1><div class="noi-dung">{text}<div class="ghi-chu-{number}x lac-de">Mã tin số {number}</div></div></div>
<div class="khung"><p class="phu-luc">Phụ lục của bài {number} gồm hai trang</p></div></body></html>"""
    return read_bytes("trang.html", html.encode())


def find(article: ParsedArticle, words: str) -> int:
    return next(at for at, block in enumerate(article.blocks) if words in block.text)


def decided(article: ParsedArticle, at: int, reason: str) -> ParsedArticle:
    blocks = list(article.blocks)
    blocks[at] = replace(blocks[at], reason=reason)
    return replace(article, blocks=tuple(blocks))


def test_a_line_set_aside_once_is_set_aside_on_the_next_page() -> None:
    first = page(1)
    at = find(first, "Mã tin")
    assert not first.blocks[at].reason
    remembered = habits.learn({}, decided(first, at, "Chữ thừa"), at)
    second = habits.apply(page(2), remembered)
    assert second.blocks[find(second, "Mã tin")].reason == habits.BY_CHOICE
    assert LONG in second.text
    assert habits.apply(page(3, "khac.example.vn"), remembered) == page(3, "khac.example.vn")


def test_a_line_kept_once_is_kept_on_the_next_page() -> None:
    first = page(1)
    at = find(first, "Phụ lục")
    assert first.blocks[at].reason
    remembered = habits.learn({}, decided(first, at, ""), at)
    second = habits.apply(page(2), remembered)
    assert "Phụ lục của bài 2" in second.text


def test_the_last_choice_counts() -> None:
    first = page(1)
    at = find(first, "Mã tin")
    aside = habits.learn({}, decided(first, at, "Chữ thừa"), at)
    assert habits.apply(page(2), habits.learn(aside, first, at)) == page(2)


@pytest.mark.parametrize("words", [TITLE, "đoạn 2"])
def test_the_title_and_the_place_of_the_text_are_never_given_up(words: str) -> None:
    first = page(1)
    at = find(first, words)
    gone = decided(first, at, "Chữ thừa")
    place = first.blocks[at].place
    assert habits.apply(first, {first.site: {place: False}}) == first
    if words != TITLE:
        assert not habits.can_learn(gone, at)
        assert habits.learn({}, gone, at) == {}


def test_a_page_without_a_site_teaches_nothing() -> None:
    article = replace(page(1), site="")
    assert habits.learn({}, article, 0) == {}
    assert habits.apply(article, {"": {article.blocks[0].place: False}}) == article


CHOICES = st.dictionaries(
    st.sampled_from(sorted({one.place for one in page(1).blocks})), st.booleans()
)


@given(CHOICES)
def test_choices_change_only_reasons_and_leave_a_text(choices: dict[str, bool]) -> None:
    before = page(1)
    after = habits.apply(before, {before.site: choices})
    assert replace(after, blocks=before.blocks) == before
    assert [block.text for block in after.blocks] == [block.text for block in before.blocks]
    assert after.text.startswith(TITLE)
    assert "đoạn" in after.text
    assert habits.apply(after, {before.site: choices}) == after


def test_a_place_is_the_same_on_every_page_of_a_site() -> None:
    def places(article: ParsedArticle) -> list[str]:
        return [block.place for block in article.blocks]

    assert places(page(1)) == places(page(77))
    assert Block("x").place == ""
