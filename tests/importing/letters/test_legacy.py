"""The fonts before Unicode: every letter there and back, mixed texts, and what is no such text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from old_letters import ALL_LETTERS, LETTERS, encode

from tttt_desktop.importing.draft import words
from tttt_desktop.importing.letters import legacy

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


SYLLABLES = sorted(
    words(
        "ủy ban nhân dân tỉnh huyện xã phường đã đang được những của và là có cho về với trong ngoài"
        " Hà Giang Phó Chủ tịch năm quý hồ sơ số liệu đạt vượt hạn chế còn thiếu kỹ thuật ý kiến thì"
        " mà nhà ròng bò cà phê lúa mì Đà Nẵng Huế Cần Thơ Sóc Trăng đó í ới xô vôi tôi nó cô lô tá hò"
    )
)


@given(
    st.lists(st.sampled_from([*SYLLABLES, "2010", "(TT&TT),", "UBND", "WiFi"]), min_size=1),
    st.sampled_from([*OLD, legacy.CAPITALS]),
)
def test_any_sentence_in_unicode_comes_out_as_it_went_in(said: list[str], scheme: str) -> None:
    text = " ".join(["Hội nghị", *said])
    assert legacy.convert(text, scheme) == text
    assert legacy.convert(unicodedata.normalize("NFD", text), scheme) == text
    assert legacy.detect(text) == ""


@given(st.lists(st.sampled_from(SYLLABLES), min_size=8), st.sampled_from(OLD))
def test_any_old_sentence_among_unicode_ones_is_read(said: list[str], scheme: str) -> None:
    sentence = " ".join(["Hội nghị được", *map(str.lower, said)])
    old = as_characters(sentence, scheme)
    mixed = f"{ARTICLE}\n{old}\n{ARTICLE}"
    assert legacy.convert(mixed, scheme) == f"{ARTICLE}\n{sentence}\n{ARTICLE}"


@pytest.mark.parametrize("scheme", OLD)
def test_letters_read_as_windows_1258_are_known(scheme: str) -> None:
    sentence = "Hội nghị có nhiều ý kiến đóng góp, thống nhất phương hướng của tỉnh"
    assert legacy.convert(as_characters(sentence, scheme, "cp1258"), scheme) == sentence


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("UBND TØNH Hµ GIANG", "UBND TỈNH HÀ GIANG"),
        ("B¸o c¸o cña UBND TØNH L¹NG S¥N vÒ kÕt qu¶", "Báo cáo của UBND TỈNH LẠNG SƠN về kết quả"),
        ("UBND Hµ Giang", "UBND Hà Giang"),
        ("V¨n b¶n sè 12/Q§-UBND", "Văn bản số 12/QĐ-UBND"),
    ],
)
def test_capitals_without_a_code_come_back_by_their_neighbours(typed: str, read: str) -> None:
    assert legacy.convert(typed, "tcvn3") == read


def test_a_font_of_symbols_has_its_letters_in_the_private_area() -> None:
    private = "".join(chr(0xF000 + byte) for byte in encode("Hội nghị", "tcvn3"))
    assert legacy.convert(private, "tcvn3") == "Hội nghị"
    assert legacy.convert("\uf0b7 Héi nghÞ", "tcvn3") == "\uf0b7 Hội nghị"


@given(st.text(), st.sampled_from([*OLD, legacy.CAPITALS]))
def test_any_text_can_be_converted(text: str, scheme: str) -> None:
    assert isinstance(legacy.convert(text, scheme), str)
    assert legacy.detect(text) in ("", *OLD)
