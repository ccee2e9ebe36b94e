"""The telling words of a text as runs of two, and where those stand that two texts share."""

from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.runs import runs_of, shared


def test_empty_words_part_the_runs() -> None:
    assert list(runs_of("Phủ sóng di động cho các thôn, bản")) == [
        "phu song",
        "song di",
        "di dong",
        "thon ban",
    ]


def test_names_are_told_by_their_capitals() -> None:
    assert runs_of("huyện Mường Khê") == {"huyen muong": False, "muong khe": True}


def test_a_short_form_stands_for_its_words() -> None:
    assert "cong nghe" in runs_of("hạ tầng CNTT")
    assert "nhan dan" in runs_of("trình UBND tỉnh")
    assert "dau tu" in runs_of("vốn đầu tư")


def test_shared_words_that_touch_are_one_place() -> None:
    text = "Đã ngầm hoá cáp quang, cáp đồng và ngầm hóa cáp"
    runs = runs_of("ngầm hóa cáp quang")
    assert [place.of(text) for place in shared(text, runs)] == [
        "ngầm hoá cáp quang",
        "ngầm hóa cáp",
    ]


@given(st.text())
def test_any_text_shares_all_its_runs_with_itself(text: str) -> None:
    runs = runs_of(text)
    places = shared(text, runs)
    assert bool(places) == bool(runs)
    assert places == sorted(places)
    for place in places:
        assert place.stop <= len(text)
        assert set(runs_of(place.of(text))) <= set(runs)
