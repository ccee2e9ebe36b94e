"""What a rule is, what it finds, and how the look of a line is held against what the decree wants."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tttt_desktop.reporting.rules.anatomy import Anatomy
from tttt_desktop.reporting.rules.found import Group
from tttt_desktop.reporting.rules.paper import Document, Line, Paragraph, is_capital
from tttt_desktop.reporting.rules.usage import Use, uses
from tttt_desktop.reporting.rules.zones import Body, body_of

_SHOWN = 60  # letters of a line that are quoted
_ALIGNED = {
    "": "lề trái",
    "left": "lề trái",
    "right": "lề phải",
    "both": "đều hai bên",
    "center": "giữa",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in Vietnamese, and where; `at` is quoted."""

    what: str
    at: Line | Paragraph | None = None

    def __str__(self) -> str:
        return f"{quoted(self.at.text)} {self.what}" if self.at is not None else self.what


class Case:
    """A document with what was found in it, for all rules."""

    def __init__(self, document: Document, anatomy: Anatomy) -> None:
        self.document, self.anatomy = document, anatomy

    @cached_property
    def uses(self) -> list[Use]:
        """The looks that are used, each once for each table and once for the text outside tables."""
        return uses(self.document)

    @cached_property
    def body(self) -> Body:
        """The text between title and signature."""
        return body_of(self.document, self.anatomy)


Faults = Sequence[Fault] | None  # None: there is nothing to judge in this document
Judge = Callable[[Case], Faults]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `clause` of Phụ lục I, Phần I of the decree ("" for what is not in it), `remedy` what to do.

    `setting`: the setting of the office that mends it in a report of our own, "" where none does.
    `advice`: a breach is worth a look and no fault.
    """

    id: str
    clause: str
    name: str
    remedy: str
    judge: Judge
    setting: str = ""
    advice: bool = False

    @property
    def group(self) -> Group:
        """Where it comes from."""
        return Group.WORD if self.id.startswith("W") else Group.LAW


@dataclass(frozen=True, slots=True)
class Wanted:
    """The look of a component: sizes in points, None where it does not matter."""

    low: float
    high: float
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    centred: bool = True


def slips(line: Line, wanted: Wanted) -> list[str]:
    """How the look of a line differs from what is wanted, in Vietnamese words."""
    found = size_slips(line.sizes, wanted)
    looks, letters = line.looks, sum(map(str.isalpha, line.text))
    all_bold, all_italic = all(one.bold for one in looks), all(one.italic for one in looks)
    capital = is_capital(line.text)
    checks = (
        (wanted.bold is True and not (looks and all_bold), "không đậm"),
        (wanted.bold is False and any(one.bold for one in looks), "chữ đậm"),
        (wanted.italic is True and not (looks and all_italic), "không nghiêng"),
        (wanted.italic is False and any(one.italic for one in looks), "chữ nghiêng"),
        (wanted.capitals is True and not capital, "không viết hoa"),
        (wanted.capitals is False and capital and letters > 3, "viết hoa toàn bộ"),
        (wanted.centred and not is_centred(line), f"canh {aligned(line.paragraph)}"),
    )
    return found + [said for is_wrong, said in checks if is_wrong]


def size_slips(sizes: Sequence[float], wanted: Wanted) -> list[str]:
    """The size, where it is not between the two that are wanted."""
    if sizes and min(sizes) >= wanted.low and max(sizes) <= wanted.high:
        return []
    same = wanted.low == wanted.high
    should = f"{wanted.low:g}" if same else f"{wanted.low:g}-{wanted.high:g}"
    return [f"cỡ chữ {points(sizes)} (cần {should})"]


def judged(line: Line, found: Iterable[str]) -> Sequence[Fault]:
    """The slips of a line as one fault, none where there are none."""
    said = ", ".join(dict.fromkeys(found))
    return (Fault(said, line),) if said else ()


def is_centred(line: Line) -> bool:
    """Whether a line stands in the middle, or where a tab put it: that place is not known."""
    paragraph = line.paragraph
    tabbed = any("\t" in run.text for run in paragraph.runs)
    return (
        paragraph.shape.align == "center" or line.tab > 0 or (len(paragraph.lines) > 1 and tabbed)
    )


def aligned(paragraph: Paragraph) -> str:
    """Where its lines begin and end, in Vietnamese."""
    return _ALIGNED.get(paragraph.shape.align, paragraph.shape.align)


def points(sizes: Iterable[float]) -> str:
    """Sizes as they are written in Vietnamese: "13/13,5"."""
    return "/".join(decimal(size) for size in sorted(sizes)) or "không rõ"


def decimal(number: float, places: int = 2) -> str:
    """A number with a comma and no zeros behind it."""
    return f"{round(number, places):g}".replace(".", ",")


def quoted(text: str) -> str:
    """The beginning of a text in quotation marks."""
    return f"“{text if len(text) <= _SHOWN else f'{text[:_SHOWN].rstrip()}…'}”"
