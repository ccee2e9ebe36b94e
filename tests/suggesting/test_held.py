"""Labelled articles are well formed: what is labelled stands in them, once, and in the words of the corpus."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from labelled import Labelled, parse

FOLDER = Path(__file__).resolve().parents[1] / "data" / "articles"
PATHS = {path.name: path for path in FOLDER.glob("*/2[34]?.txt")}
NAMES = sorted(PATHS)
NEAR_MISSES = ("242.txt", "243.txt", "244.txt")
FIELDS = {
    "chuyển đổi số/CNTT",
    "bưu chính",
    "viễn thông",
    "báo chí - xuất bản",
    "thông tin cơ sở/tuyên truyền",
    "thông tin đối ngoại",
    "an toàn thông tin",
    "cải cách hành chính",
    "thanh tra kiểm tra",
    "tổ chức - khác",
}
each = pytest.mark.parametrize("name", NAMES)


def article(name: str) -> Labelled:
    return parse(name, PATHS[name].read_text("utf-8"))


def test_there_are_twelve_and_three_near_misses() -> None:
    assert len(NAMES) == 15
    assert tuple(name for name in NAMES if not article(name).gold["spans"]) == NEAR_MISSES


@each
def test_spans_are_apart_and_hold_their_words(name: str) -> None:
    found = article(name)
    marked = [(one["start"], one["end"]) for one in found.gold["spans"]]
    marked = sorted([*marked, *map(tuple, found.gold["noise"])])
    assert all(end <= start for (_, end), (start, _) in pairwise(marked))
    for one in found.gold["spans"]:
        told = found.text[one["start"] : one["end"]]
        assert told == one["text"] == told.strip() != ""
        assert "\n" not in told
        assert not told.endswith((";", ":", "”"))
        assert all(part["text"] in told for part in one["figures"] + one["legal_refs"])


@each
def test_labels_are_those_of_the_corpus(name: str) -> None:
    found = article(name)
    for one in found.gold["spans"]:
        if one["label"] != "none":
            assert {one["field"], *one["fields_also"]} <= FIELDS
            assert one["field"] not in one["fields_also"]
        if one["label"] == "task":
            assert one["assigner"] in found.text
            assert all(partner in one["text"] for partner in one["cooperating"])
            assert (one["deadline"] or "").casefold() in one["text"].casefold()
            assert one["deadline_on"] is None or date.fromisoformat(one["deadline_on"])


@each
def test_what_is_said_of_the_article_stands_in_it(name: str) -> None:
    found = article(name)
    lines, said = found.text.split("\n"), found.gold["metadata"]
    assert said["title"] in lines
    assert said["byline"] in found.text
    assert (said["province"] or "").casefold() in found.text.casefold()
    assert date.fromisoformat(said["published"][:10]) >= date.fromisoformat(
        said["event_date"] or said["published"][:10]
    )
    assert (said["review_year"] is None) == (name in NEAR_MISSES)
