"""Fonts, colour and the letters themselves (Phụ lục I, I.4), and the language they are marked with."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import is_normalized

from tttt_desktop.reporting.rules.judging import Case, Fault, Faults, Rule, quoted
from tttt_desktop.reporting.rules.looks import Look

FONT = "times new roman"
_BLACK = ("AUTO", "000000")
_NO_LETTER = re.compile("[\ue000-\uf8ff\ufffd]")
_MOST = 3  # kinds of a fault that are named
_SHARE = 0.98  # of the letters that must be marked as Vietnamese


def _looks(case: Case) -> Iterator[tuple[Look, str]]:
    return ((use.look, use.text) for use in case.uses)


def _different(found: Iterable[tuple[str, str]]) -> Faults:
    """One fault for each wrong value, with the first text that has it."""
    first: dict[str, str] = {}
    for value, text in found:
        first.setdefault(value, text)
    return [Fault(f"{value} ở {quoted(text)}") for value, text in [*first.items()][:_MOST]]


def font(case: Case) -> Faults:
    """P04."""
    return _different(
        (
            (face or "mặc định của máy", text)
            for look, text in _looks(case)
            for face in (look.latin, look.other_latin)
            if face.strip().lower() != FONT
        ),
    )


def colour(case: Case) -> Faults:
    """P05."""
    wrong = ((look.colour, text) for look, text in _looks(case) if look.colour not in _BLACK)
    return _different(wrong)


def letters(case: Case) -> Faults:
    """P06."""
    found = []
    for one in (*case.document.paragraphs, *case.document.beside):
        for text, _ in one.runs:
            if not text.isascii() and (not is_normalized("NFC", text) or _NO_LETTER.search(text)):
                found.append(Fault(f"chữ không đúng bảng mã ở {quoted(text.strip())}"))
    return found[:_MOST]


def language(case: Case) -> Faults:
    """W01."""
    marked = sum(use.letters for use in case.uses if use.look.language.lower().startswith("vi"))
    total = sum(use.letters for use in case.uses)
    if total and marked >= _SHARE * total:
        return []
    share = 100 * marked / max(1, total)
    return [Fault(f"chỉ {share:.0f} % chữ được đánh dấu là tiếng Việt")]


def other_fonts(case: Case) -> Faults:
    """W02."""
    return _different(
        (
            (face or "không nêu", text)
            for look, text in _looks(case)
            for face in (look.east, look.complex)
            if face.strip().lower() != FONT
        ),
    )


RULES = (
    Rule("P04", "I.4", "Phông chữ", "Hãy chọn toàn văn bản, đặt phông Times New Roman.", font),
    Rule("P05", "I.4", "Màu chữ", "Hãy đặt màu chữ Tự động hoặc đen.", colour),
    Rule(
        "P06",
        "I.4",
        "Bộ mã chữ",
        "Hãy gõ lại bằng Unicode dựng sẵn (TCVN 6909:2001).",
        letters,
    ),
    Rule("W01", "", "Ngôn ngữ", "Hãy đặt ngôn ngữ kiểm lỗi là Tiếng Việt.", language),
    Rule(
        "W02",
        "",
        "Phông phụ",
        "Hãy đặt Times New Roman cho cả chữ Đông Á và chữ phức hợp.",
        other_fonts,
    ),
)
