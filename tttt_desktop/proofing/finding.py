"""What was found in a wording, and how the house writes."""

from dataclasses import dataclass
from enum import StrEnum

from tttt_desktop.domain.records import Span


class Fault(StrEnum):
    """What is wrong. The order is that in which they are told."""

    CONFUSION = "confusion"  # one word for another: "sử lý"
    SYLLABLE = "syllable"  # no Vietnamese syllable: "thưc"
    MARKS = "marks"  # a word that has lost its marks: "thực hiên"
    REPEATED = "repeated"  # "của của"
    CAPITAL = "capital"
    DATE = "date"
    NUMBER = "number"
    UNIT = "unit"
    SPACE = "space"
    QUOTE = "quote"
    DASH = "dash"
    TONE = "tone"  # òa beside oà
    LENGTH = "length"
    FIGURE = "figure"


LABELS = {
    Fault.CONFUSION: "Dùng lẫn chữ",
    Fault.SYLLABLE: "Sai chính tả",
    Fault.MARKS: "Thiếu dấu",
    Fault.REPEATED: "Lặp chữ",
    Fault.CAPITAL: "Viết hoa",
    Fault.DATE: "Ngày tháng",
    Fault.NUMBER: "Con số",
    Fault.UNIT: "Đơn vị tính",
    Fault.SPACE: "Dấu cách, dấu câu",
    Fault.QUOTE: "Ngoặc",
    Fault.DASH: "Gạch nối",
    Fault.TONE: "Kiểu đặt dấu",
    Fault.LENGTH: "Câu dài",
    Fault.FIGURE: "Số liệu",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `span` counts code points of the wording; `why` is one Vietnamese sentence.

    `replacement` is what should stand in the place of the span; None: the person must find the words.
    """

    span: Span
    fault: Fault
    why: str
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How this report writes what may be written in two ways; None or "": it is not looked at.

    `new_tones`: "hoà" (True) or "hòa". `percent_apart`: "100 %" (True) or "100%". `curly`: “ ” (True) or " ". `dash`: the
    sign between words with blanks, "-" or "–".
    """

    new_tones: bool | None = None
    percent_apart: bool | None = None
    curly: bool | None = None
    dash: str = ""
