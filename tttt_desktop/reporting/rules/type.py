"""Fonts, colour and the letters themselves (Phụ lục I, I.4), and the language they are marked with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import is_normalized

from tttt_desktop.reporting.rules.judging import Case, Fault, Faults, Rule, quoted
from tttt_desktop.reporting.rules.looks import Look
from tttt_desktop.reporting.rules.paper import Run

FONT = "times new roman"
_BLACK = ("AUTO", "000000")
_NO_LETTER = re.compile("[\ue000-\uf8ff\ufffd]")
_MOST = 3  # kinds of a fault that are named
_SHARE = 0.98  # of the letters that must be marked as Vietnamese


def seen(case: Case) -> Iterator[Run]:
    """Every run that is printed, also in headers, footers and notes."""
    for one in (*case.document.paragraphs, *case.document.beside):
        yield from one.visible


def _by_look(case: Case) -> dict[Look, str]:
    """Each look that is used, with the first text in it."""
    found: dict[Look, str] = {}
    for run in seen(case):
        if run.look not in found:
            found[run.look] = run.text.strip()
    return found


def _different(found: Iterable[tuple[str, str]], wrong: str) -> Faults:
    """One fault for each wrong value, with the first text that has it."""
    first: dict[str, str] = {}
    for value, text in found:
        first.setdefault(value, text)
    return [Fault(f"{wrong} {value} ở {quoted(text)}") for value, text in [*first.items()][:_MOST]]


def font(case: Case) -> Faults:
    """P04."""
    return _different(
        (
            (face or "mặc định của máy", text)
            for look, text in _by_look(case).items()
            for face in (look.latin, look.other_latin)
            if face.strip().lower() != FONT
        ),
        "phông",
    )


def colour(case: Case) -> Faults:
    """P05."""
    looks = _by_look(case).items()
    return _different(
        ((look.colour, text) for look, text in looks if look.colour not in _BLACK), "màu"
    )


def letters(case: Case) -> Faults:
    """P06."""
    found = []
    for run in seen(case):
        if run.text.isascii():
            continue
        if not is_normalized("NFC", run.text) or _NO_LETTER.search(run.text):
            found.append(Fault(f"chữ không đúng bảng mã ở {quoted(run.text.strip())}"))
    return found[:_MOST]


def language(case: Case) -> Faults:
    """W01."""
    count: Counter[bool] = Counter()
    for run in seen(case):
        marked = run.look.language.lower().startswith("vi")
        count[marked] += len(run.text) if run.text.isalpha() else sum(map(str.isalpha, run.text))
    if count.total() and count[True] >= _SHARE * count.total():
        return []
    share = 100 * count[True] / max(1, count.total())
    return [Fault(f"chỉ {share:.0f} % chữ được đánh dấu là tiếng Việt")]


def other_fonts(case: Case) -> Faults:
    """W02."""
    return _different(
        (
            (face or "không nêu", text)
            for look, text in _by_look(case).items()
            for face in (look.east, look.complex)
            if face.strip().lower() != FONT
        ),
        "phông phụ",
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
