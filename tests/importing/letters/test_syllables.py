"""Texts whose blanks went lost are told from all others."""

from tttt_desktop.importing.letters.syllables import has_lost_blanks
from tttt_desktop.paths import resource


def test_samples_have_their_blanks_and_are_told_without_them() -> None:
    for path in resource("samples").glob("*.txt"):
        text = path.read_text("utf-8")
        assert not has_lost_blanks(text)
        assert has_lost_blanks(text.replace(" ", ""))


def test_other_long_words_are_no_lost_blanks() -> None:
    for text in (
        "",
        "Xin chào",
        "https://sotttt.quangtri.gov.vn/tongketcongtac",
        "internationalisation",
    ):
        assert not has_lost_blanks(text)
