"""What holds for every wording: spans lie in it, mending ends, quotations stay."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tttt_desktop.domain.figures import figures_of
from tttt_desktop.domain.records import Span
from tttt_desktop.domain.text import normalise
from tttt_desktop.paths import resource
from tttt_desktop.proofing import house
from tttt_desktop.proofing.check import apply, check, mended, shields
from tttt_desktop.proofing.finding import LABELS, Fault, Finding, Style
from tttt_desktop.proofing.telex import from_telex

STYLES = st.builds(
    Style,
    new_tones=st.sampled_from((None, False, True)),
    percent_apart=st.sampled_from((None, False, True)),
    curly=st.sampled_from((None, False, True)),
    dash=st.sampled_from(("", "-", "–")),
)
_PIECES = (
    *("Sở", "thưc hiên", "sử lý", "hoà", "Thủy", "uỷ ban", "nhân dân", "của của", "ddược", "Tỉnh"),
    *("742.67", "100 %", "5/1/2023", "ngày 5 tháng 1 năm 2023", "12345 hồ sơ", "1,234.5", "4.0"),
    *("“", "”", '"', "(", ")", "-", "–", ",", ".", ";", "..", ":", " ", "  ", "\n", "khoản 2 điều 5"),
    *("phó chủ tịch UBND tỉnh", "sở y tế", "tt.tt@mau.vn", "www.mau.vn", "TT&TT", "Niê", "nghành"),
)  # fmt: skip
TYPED = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=14).map(
    lambda parts: normalise(" ".join(parts))
)


@given(TYPED, STYLES)
def test_spans_lie_in_the_wording_and_proposals_never_overlap(text: str, style: Style) -> None:
    found = check(text, style)
    for one in found:
        assert 0 <= one.span.start < one.span.stop <= len(text)
        assert one.why.endswith(".")
        assert one.replacement != one.span.of(text)
    mending = [one.span for one in found if one.replacement is not None]
    assert all(a.stop <= b.start for a, b in pairwise(mending))


@given(TYPED, STYLES)
def test_what_was_mended_needs_no_mending(text: str, style: Style) -> None:
    once, _ = mended(text, lambda one: check(one, style))
    again, count = mended(once, lambda one: check(one, style))
    assert (again, count) == (once, 0)


@given(TYPED, TYPED, TYPED, STYLES)
def test_a_quotation_stays_as_it_is(before: str, quote: str, after: str, style: Style) -> None:
    quote = re.sub('[“”"«»]', "", quote).strip()
    assume(quote)
    text = f"{before} “{quote}” {after}"

    def find(now: str) -> tuple[Finding, ...]:
        return check(now, style, shielded=shields(now, (quote,)))

    assert re.search(f'[“"]{re.escape(quote)}[”"]', mended(text, find)[0])


@given(TYPED)
def test_a_text_without_a_style_is_not_held_to_one(text: str) -> None:
    faults = {one.fault for one in check(text, Style())}
    assert Fault.TONE not in faults


def test_a_proposal_is_put_in_the_place_of_what_it_is_about() -> None:
    text = "a bb c"
    found = [
        Finding(Span(2, 4), Fault.SPACE, "", "BBB"),
        Finding(Span(0, 1), Fault.SPACE, "", ""),
        Finding(Span(5, 6), Fault.LENGTH, ""),
    ]
    assert apply(text, found) == " BBB c"


def test_every_fault_has_a_label() -> None:
    assert set(LABELS) == set(Fault)


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        ("nhieemj", "nhiệm"),
        ("nhieejm", "nhiệm"),
        ("dduwowcj", "được"),
        ("ddược", "được"),
        ("thuwcj", "thực"),
        ("truwowngf", "trường"),
        ("quyeetj", "quyệt"),
        ("xax", "xã"),
        ("nhiêmj", "nhiệm"),
        ("website", None),
        ("được", None),
        ("internet", None),
    ],
)
def test_telex_keys(keys: str, typed: str | None) -> None:
    assert from_telex(keys) == typed


def test_the_style_is_that_of_most_of_the_report() -> None:
    old = house.style_of("hòa, tòa, hoá; 100%, 5%, 6 %; “a” - b – c - d")
    assert old == Style(new_tones=False, percent_apart=False, curly=True, dash="-")
    new = house.style_of('hoà, toà, hóa; 100 %, 5 %, 6%; "a" – b – c - d')
    assert new == Style(new_tones=True, percent_apart=True, curly=False, dash="–")
    assert house.style_of("hoà, toà", tones="old").new_tones is False
    assert house.style_of("5%", percent="apart").percent_apart is True
    assert house.style_of("Quý, thuyền, hoài") == replace(old, new_tones=False)


def test_a_number_that_lost_its_unit_gets_it_from_the_quotation() -> None:
    figures = figures_of("Doanh thu đạt 742,67 tỷ đồng, có 12 xã")
    (found,) = check("Doanh thu đạt 742,67", Style(), figures=figures)
    assert (found.fault, found.replacement) == (Fault.FIGURE, "742,67 tỷ đồng")
    assert check("Doanh thu đạt 742,67 tỷ đồng, 12 xã", Style(), figures=figures) == ()
    assert check("Theo Điều 12, ngày 12.", Style(), figures=figures) == ()


def test_a_figure_of_no_known_year_or_source_is_told() -> None:
    text = "Doanh thu đạt 742,67 tỷ đồng, 12 xã đã xong."
    assert len(check(text, Style(), dated=False)) == 1
    assert len(check(text, Style(), dated=False, sourced=False)) == 2
    assert check("Năm 2022 doanh thu đạt 742,67 tỷ đồng.", Style(), dated=False) == ()
    assert check("Doanh thu tăng.", Style(), dated=False, sourced=False) == ()


def test_the_samples_have_no_misspelt_word(style: Style) -> None:
    for path in resource("samples").glob("*.txt"):
        for line in normalise(path.read_text("utf-8")).split("\n"):
            spelling = (Fault.SYLLABLE, Fault.CONFUSION, Fault.MARKS, Fault.REPEATED)
            assert [one.span.of(line) for one in check(line, style) if one.fault in spelling] == []


CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"


@pytest.mark.slow
def test_fewer_than_one_word_of_a_thousand_is_taken_for_misspelt(style: Style) -> None:
    if not CORPUS.is_dir():
        pytest.skip("the real pages are not on this machine")
    words = wrong = 0
    for path in CORPUS.glob("*/*.txt"):
        for line in normalise(path.read_text("utf-8")).split("\n"):
            words += len(line.split())
            found = (Fault.SYLLABLE, Fault.CONFUSION, Fault.MARKS)
            wrong += sum(one.fault in found for one in check(line, style))
    assert words > 10_000
    assert wrong < words / 1000
