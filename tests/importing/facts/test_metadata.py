"""What pages say about themselves: heads, leads and feet in the forms of real ones, read through the readers' door."""

import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from tttt_desktop.domain.records import Block, ParsedArticle
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.facts import metadata
from tttt_desktop.importing.page.clean import arrange
from tttt_desktop.importing.read import read_bytes

DATA = Path(__file__).resolve().parents[2] / "data"
BODY = (
    "Trong năm, ngành đã hoàn thành phần lớn nhiệm vụ được giao. Hạ tầng bưu chính, viễn thông tiếp tục được mở rộng, "
    "mạng di động phủ 99% dân số, tỷ lệ hồ sơ trực tuyến đạt 71,2%.\n"
    "Tuy nhiên, một số chỉ tiêu còn chậm; nhân lực công nghệ ở cấp xã thiếu và yếu; việc xử lý tin nhắn rác có lúc chưa "
    "kịp thời, chưa dứt điểm.\n"
    "Phát biểu tại hội nghị, lãnh đạo tỉnh đề nghị ngành tiếp tục đẩy mạnh chuyển đổi số, hoàn thành các chỉ tiêu trước "
    "ngày 30/6, quản lý tốt báo chí."
)
KEYS = {
    "title": "title",
    "event": "event_on",
    "byline": "byline",
    "outlet": "outlet",
    "province": "province",
    "review": "review_year",
    "plan": "plan_year",
}
HEADS: list[dict[str, Any]] = tomllib.loads((DATA / "heads.toml").read_text("utf-8"))["page"]


def page(head: dict[str, Any]) -> ParsedArticle:
    return read_bytes("trang.txt", head["text"].strip().replace("{body}", BODY).encode())


def said(article: ParsedArticle) -> dict[str, object]:
    """The values of a page in the terms of the file of heads, without those it does not say."""
    published = article.published_on
    time = f"T{article.published_time}" if article.published_time else ""
    values: dict[str, object] = {
        key: getattr(article, name) for key, name in KEYS.items() if getattr(article, name)
    }
    if published:
        values["published"] = published.isoformat() + time
    if article.event_on:
        values["event"] = article.event_on.isoformat()
    if article.officials:
        values["officials"] = [f"{one.name} | {one.post}" for one in article.officials]
    return values


@pytest.mark.parametrize("head", HEADS, ids=[head["name"] for head in HEADS])
def test_a_head(head: dict[str, Any]) -> None:
    wanted = {key: value for key, value in head.items() if key not in ("name", "text")}
    assert said(page(head)) == wanted


@pytest.mark.parametrize("head", HEADS, ids=[head["name"] for head in HEADS])
def test_every_value_tells_where_it_was_found(head: dict[str, Any]) -> None:
    article = page(head)
    keys = Counter(found.key for found in article.found)
    named = [*KEYS.values(), "published_on", "published_time"]
    assert {key for key in keys if key != "officials"} == {
        key for key in named if getattr(article, key)
    }
    assert keys["officials"] == len(article.officials)
    for found in article.found:
        assert found.where
        assert 0 < found.sure <= 1
        assert found.block is not None
        assert found.span is not None
        words = found.span.of(article.blocks[found.block].text)
        assert words.strip()
        if found.key in ("title", "byline"):
            assert " ".join(words.split()) == getattr(article, found.key).rstrip("…")


def test_the_words_of_a_leader_hold_name_and_post() -> None:
    for head in HEADS:
        article = page(head)
        leaders = [found for found in article.found if found.key == "officials"]
        for official, found in zip(article.officials, leaders, strict=True):
            assert found.block is not None
            assert found.span is not None
            words = " ".join(found.span.of(article.blocks[found.block].text).split())
            assert official.name in words
            assert all(part in words for part in official.post.split(", "))


def test_what_is_not_in_the_page_stays_empty() -> None:
    article = read_bytes("a.txt", f"Chuyện của ngành\n{BODY}".encode())
    assert said(article) == {"title": "Chuyện của ngành"}


def test_a_page_without_a_title_takes_its_first_words() -> None:
    line = BODY.split("\n")[0]
    article = read_bytes("a.txt", line.encode())
    assert line.startswith(article.title.rstrip("…"))
    assert [found.sure for found in article.found if found.key == "title"] < [0.5]


def test_the_markup_fills_in_what_the_text_does_not_say(paragraphs: tuple[str, ...]) -> None:
    blocks = [Block("Việc của năm"), *map(Block, paragraphs[1:])]
    markup = Draft(
        blocks, site="Báo Hà Tĩnh điện tử", published="2021-01-12T08:30:00Z", byline="Lê Thị Giả"
    )
    about = metadata.describe(arrange(markup), markup)
    assert (about.outlet, about.province, about.byline) == ("Báo Hà Tĩnh", "Hà Tĩnh", "Lê Thị Giả")
    assert f"{about.published_on} {about.published_time}" == "2021-01-12 15:30"
    where = {found.key: found.where for found in about.found}
    assert (where["outlet"], where["published_on"]) == ("Mã trang", "Mã trang")
    assert where["byline"] == "Người gửi thư"


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("baohatinh.vn", "Báo Hà Tĩnh"),
        ("www.baodongkhoi.vn", "Báo Đồng Khởi"),
        ("stttt.quangtri.gov.vn", "stttt.quangtri.gov.vn"),
        ("div.main>div.content", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_page_is_its_last_witness(
    host: str, outlet: str, paragraphs: tuple[str, ...]
) -> None:
    draft = Draft([Block("Việc của năm"), *map(Block, paragraphs)], host=host)
    assert metadata.describe(arrange(draft), draft).outlet == outlet


BAD = "\x07\x1b\x7f\x85\u200b\u200e\u202a\u202e\u2066\u2069\ufeff\U000e0041"


@given(
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(BAD)), max_size=12),
    st.sampled_from(HEADS[:8]),
)
@settings(max_examples=examples(60))
def test_no_control_or_direction_character_reaches_a_value(
    marks: list[tuple[int, str]], head: dict[str, Any]
) -> None:
    text = head["text"].strip()
    for at, mark in marks:
        text = text[:at] + mark + text[at:]
    article = read_bytes("a.txt", text.replace("{body}", BODY).encode())
    values = (article.title, article.byline, article.outlet, *(o.name for o in article.officials))
    for value in values:
        assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in value)


def test_half_a_character_never_reaches_a_title(page_text: str) -> None:
    utf16 = page_text.encode("utf-16-le").replace("ổ".encode("utf-16-le"), b"\x3d\xd8", 1)
    article = read_bytes("a.txt", b"\xff\xfe" + utf16)
    assert not any("\ud800" <= letter <= "\udfff" for letter in article.title + article.text)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=120), max_size=12))
def test_no_page_breaks_it(lines: list[str]) -> None:
    kept = [line.strip() for line in lines if line.strip() and line.isprintable()]
    draft = Draft([Block(line) for line in kept])
    about = metadata.describe(arrange(draft), draft)
    for found in about.found:
        if found.block is not None and found.span is not None:
            assert found.span.stop <= len(kept[found.block])


def test_sure_means_what_it_says(labelled: list[tuple[Path, dict[str, Any]]]) -> None:
    """Of the values said to be 0.9 sure or more at least nine of ten are right, on all pages with labels."""
    right = total = 0
    for article, wanted in [*_labelled(labelled), *((page(head), head) for head in HEADS)]:
        values = said(article)
        sure = {found.key: found.sure for found in article.found}
        for key, name in KEYS.items():
            if sure.get(name, 0) >= 0.9:
                total += 1
                right += _same(values.get(key), wanted.get(key))
    assert total > 450
    assert right / total >= 0.95


def _labelled(
    labelled: list[tuple[Path, dict[str, Any]]],
) -> list[tuple[ParsedArticle, dict[str, Any]]]:
    renamed = {"event_date": "event", "source": "outlet", "review_year": "review"}
    renamed["task_year"] = "plan"
    return [
        (
            read_bytes(path.name, path.read_bytes()),
            {renamed.get(key, key): value for key, value in values["metadata"].items()},
        )
        for path, values in labelled
    ]


def _same(one: object, other: object) -> bool:
    return " ".join(str(one or "").lower().split()) == " ".join(str(other or "").lower().split())
