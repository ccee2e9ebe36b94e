"""The fonts before Unicode: every letter there and back, mixed texts, and what is no such text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from old_letters import ALL_LETTERS, LETTERS, encode

from tttt_desktop.importing import legacy

OLD = ("tcvn3", "vni")
ARTICLE = (
    "Sở Thông tin và Truyền thông tổ chức hội nghị tổng kết công tác năm 2010\n"
    "Đồng chí Phó Chủ tịch UBND tỉnh yêu cầu khắc phục những tồn tại, hạn chế."
)
OTHERS = (
    "",
    "2010: 742,67 / 90% (12.345)",
    "The conference of the department was held on 12 January; results were good.",
    "L'été où les élèves très âgés ont dû être là, né à côté d'un café, « déjà vu ».",
    "El niño está aquí; mañana será más fácil, señor. Qué día, sí.",
    "Über die schöne Straße für größere Bäume; Köln, Düsseldorf und Münster.",
    "På en ö så når vi två gånger; måste få gå, är här för dig.",
    "São Paulo não é lá, mas o coração também tem razões; è più città, perché.",
    "© 2010 · «trích» § 5 ± 3 × 4 = 12 ½ µm ® ¶ °C",
)


def as_characters(text: str, scheme: str, view: str = "cp1252") -> str:
    return encode(text, scheme).decode(view)


@pytest.mark.parametrize("scheme", OLD)
@pytest.mark.parametrize("view", ["cp1252", "latin-1"])
def test_every_small_letter_and_every_capital_with_a_code_comes_back(
    scheme: str, view: str
) -> None:
    letters = ALL_LETTERS if scheme == "vni" else LETTERS + "ĂÂÊÔƠƯĐ"
    assert len(set(LETTERS) - set("aeiouy")) == 67
    assert legacy.convert(as_characters(letters, scheme, view), scheme) == letters


def test_every_capital_of_the_capital_fonts_comes_back() -> None:
    small = as_characters(LETTERS, "tcvn3")
    assert legacy.convert(small, legacy.CAPITALS) == LETTERS.upper()
    assert legacy.convert("Héi nghÞ tæng kÕt", legacy.CAPITALS) == "HỘI NGHỊ TỔNG KẾT"


@pytest.mark.parametrize("scheme", OLD)
def test_an_article_is_told_and_read(scheme: str) -> None:
    written = as_characters(ARTICLE, scheme)
    assert legacy.detect(written) == scheme
    assert legacy.convert(written, scheme) == ARTICLE


@pytest.mark.parametrize("scheme", [*OLD, legacy.CAPITALS])
def test_unicode_comes_out_as_it_went_in(scheme: str) -> None:
    assert legacy.convert(ARTICLE, scheme) == ARTICLE
    decomposed = unicodedata.normalize("NFD", ARTICLE)
    assert legacy.convert(decomposed, scheme) == ARTICLE


@pytest.mark.parametrize("text", [*OTHERS, ARTICLE, ARTICLE.upper()])
def test_other_texts_are_told_as_none(text: str) -> None:
    assert legacy.detect(text) == ""
    assert legacy.detect(unicodedata.normalize("NFD", text)) == ""


@pytest.mark.parametrize(
    ("font", "scheme"),
    [
        (".VnTime", "tcvn3"),
        ("'.vntime', serif", "tcvn3"),
        (".VnTimeH", "tcvn3-capitals"),
        (".VNARIALH", "tcvn3-capitals"),
        (".VnArial Narrow", "tcvn3"),
        (".VnArial NarrowH", "tcvn3-capitals"),
        ("@.VnTime", "tcvn3"),
        ("VNI-Times", "vni"),
        ('"VNI-Helve-Condense"', "vni"),
        ("VniHelvetica", "vni"),
        ("Times New Roman", ""),
        ("UVN Van", ""),
        ("VnTimes", ""),
        ("", ""),
    ],
)
def test_a_font_tells_its_scheme(font: str, scheme: str) -> None:
    assert legacy.scheme_of_font(font) == scheme


@given(st.text(st.sampled_from(ALL_LETTERS + " bcdghklmnpqrstvx.,;\n0123456789")))
def test_any_text_of_vietnamese_letters_comes_back_from_vni(text: str) -> None:
    assert legacy.convert(as_characters(text, "vni"), "vni") == text


@given(st.text(st.sampled_from(LETTERS + " bcdghklmnpqrstvx.,;\n0123456789")))
def test_any_text_of_small_letters_comes_back_from_tcvn3(text: str) -> None:
    assert legacy.convert(as_characters(text, "tcvn3"), "tcvn3") == text
