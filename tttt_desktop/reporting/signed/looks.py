"""How a document's own paragraphs look, and new paragraphs in that look, as strings of XML."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Any
from xml.sax.saxutils import escape

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.foreign.additions import Additions
from tttt_desktop.reporting.foreign.signs import pieces
from tttt_desktop.reporting.ooxml import W
from tttt_desktop.reporting.signed.body import LEVELS, headings, in_table
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.names import PARTS, Fields

_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
_LONG = 60  # letters from which a paragraph is one of the text
_DASHES = ("-", "–", "+", "•")


@dataclass(frozen=True, slots=True)
class Look:
    """The properties of a paragraph and of its letters, as XML."""

    paragraph: str = ""
    letters: str = ""

    def bold(self) -> "Look":
        """The same in bold letters."""
        if "<w:b/>" in self.letters:
            return self
        inner = re.sub(r"<w:b [^>]*/>", "", self._inner())
        fonts = re.match(r"(<w:rStyle [^>]*/>)?(<w:rFonts [^>]*/>)?", inner)
        at = fonts.end() if fonts else 0
        return Look(self.paragraph, f"<w:rPr>{inner[:at]}<w:b/>{inner[at:]}</w:rPr>")

    def italic(self) -> "Look":
        """The same in italic letters."""
        inner = re.sub(r"<w:i(?: [^>]*)?/>", "", self._inner())
        before = re.match(
            r"(<w:rStyle [^>]*/>)?(<w:rFonts [^>]*/>)?(<w:b(?:Cs)?(?: [^>]*)?/>)*", inner
        )
        at = before.end() if before else 0
        return Look(self.paragraph, f"<w:rPr>{inner[:at]}<w:i/>{inner[at:]}</w:rPr>")

    def before_signature(self) -> "Look":
        """The same for a paragraph that stays on one page with what follows."""
        if "<w:keepNext" in self.paragraph:
            return self
        inner = (
            self.paragraph.replace("<w:pPr/>", "").removeprefix("<w:pPr>").removesuffix("</w:pPr>")
        )
        style = re.match(r"<w:pStyle [^>]*/>", inner)
        at = style.end() if style else 0
        return Look(f"<w:pPr>{inner[:at]}<w:keepNext/>{inner[at:]}</w:pPr>", self.letters)

    def sized(self, half_points: int) -> "Look":
        """The same in letters of a size."""
        sizes = "".join(f'<w:{name} w:val="{half_points}"/>' for name in ("sz", "szCs"))
        bare = _SIZES.sub("", self._inner())
        after = _AFTER_SIZE.search(bare)
        at = after.start() if after else len(bare)
        return Look(self.paragraph, f"<w:rPr>{bare[:at]}{sizes}{bare[at:]}</w:rPr>")

    def _inner(self) -> str:
        bare = self.letters.replace("<w:rPr/>", "")
        return bare.removeprefix("<w:rPr>").removesuffix("</w:rPr>")


_SIZES = re.compile(r"<w:sz(?:Cs)? [^>]*/>")
_AFTER_SIZE = re.compile(
    r"<w:(?:highlight|u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b"
)


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a report's text: opening and closing, lines, headings of three levels; how its lines begin."""

    body: Look
    item: Look
    heads: tuple[Look, Look, Look]
    dash: str = "-"


def as_string(element: Any) -> str:
    """An element as XML without the names it declares: they are those of the document."""
    import lxml.etree as etree

    if element is None:
        return ""
    return _DECLARED.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


# The order that the format asks for.
_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr",
    "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
)  # fmt: skip
_NO_NUMBER = {"ilvl": "0", "numId": "0"}


def look_of(paragraph: Any, numbered: frozenset[str], *, at_text: int = 0, align: str = "") -> Look:
    """The look of a paragraph, without list numbers and ends of sections; letters as at place `at_text`.

    `numbered`: the styles that bring a number, which is switched off. `align`: "left" or "center" instead of its own
    place and indents.
    """
    return Look(
        as_string(_properties(paragraph, align, numbered)), as_string(_letters(paragraph, at_text))
    )


def _properties(paragraph: Any, align: str, numbered: frozenset[str]) -> Any:
    import lxml.etree as etree

    own = paragraph.find(f"{W}pPr")
    kept = deepcopy(own) if own is not None else etree.Element(f"{W}pPr", nsmap=paragraph.nsmap)
    dropped = ("sectPr", "rPr", "framePr", "numPr", *(("jc", "ind") if align else ()))
    for one in [one for one in kept if one.tag in {f"{W}{name}" for name in dropped}]:
        kept.remove(one)
    style = kept.find(f"{W}pStyle")
    if style is not None and style.get(f"{W}val") in numbered:  # numbers are written out
        number = etree.SubElement(kept, f"{W}numPr")
        for name, value in _NO_NUMBER.items():
            etree.SubElement(number, f"{W}{name}", {f"{W}val": value})
    if align:
        etree.SubElement(kept, f"{W}jc", {f"{W}val": align})
    in_order(kept, _ORDER)
    return kept


def in_order(properties: Any, order: Sequence[str]) -> None:
    """Put properties in the order that the format asks for; those it does not name go."""
    ranks = {f"{W}{name}": rank for rank, name in enumerate(order)}
    properties[:] = sorted(
        (one for one in properties if one.tag in ranks), key=lambda one: ranks[one.tag]
    )


def _letters(paragraph: Any, at_text: int) -> Any:
    position = 0
    for run in paragraph.iter(f"{W}r"):
        said = "".join(one.text or "" for one in run.findall(f"{W}t"))
        position += len(said)
        if said.strip() and position > at_text:
            return run.find(f"{W}rPr")
    return paragraph.find(f"{W}pPr/{W}rPr")


def looks_of(lines: Sequence[Line], fields: Fields) -> Looks:
    """The looks of a report, each that of most paragraphs of its kind."""
    heads = [fields[name][0] for name in PARTS if name in fields]
    low = min((one.line for one in heads), default=0)
    high = max(
        (place.line for name in ("ket_thuc",) for place in fields.get(name, ())), default=len(lines)
    )
    text = [one for one in lines[low:high] if one.text.strip() and not in_table(one)]
    titled = list(headings(text))
    numbers = {one.number for one, _ in titled}
    plain = [one for one in text if one.number not in numbers]
    body = _most(one for one in plain if len(one.text) > _LONG and not _is_item(one)) or _most(
        plain
    )
    item = _most(one for one in plain if _is_item(one)) or body or Look()
    body = body or item
    dashes = Counter(one.text.strip()[0] for one in plain if _is_item(one))
    first = _look(lines[heads[0].line], heads[0].start) if heads else body.bold()
    used = {one.line for one in heads}
    second = _first_of(titled, used, lambda line: _numbered(line, 3)) or body.bold()
    third = _first_of(titled, used, lambda line: _numbered(line, 4)) or body
    return Looks(
        body, item, (first, second, third), max(dashes, key=lambda d: dashes[d], default="-")
    )


def _look(line: Line, at_text: int = 0) -> Look:
    return look_of(line.paragraph, line.styles.numbered, at_text=at_text)


def _is_item(line: Line) -> bool:
    return line.text.lstrip().startswith(_DASHES)


def _numbered(line: Line, level: int) -> bool:
    folded = fold(line.text.strip())
    return bool(LEVELS[level].match(folded))


def _first_of(
    titled: Iterable[tuple[Line, int]], used: set[int], rule: Callable[[Line], bool]
) -> Look | None:
    found = (one for one, _ in titled if one.number not in used and rule(one))
    line = next(found, None)
    return _look(line, len(line.text) - 1) if line is not None else None


def _most(found: Iterable[Line]) -> Look | None:
    looks = Counter(_look(one) for one in found)
    return max(looks, key=lambda look: looks[look], default=None)


class Writer:
    """New paragraphs of one document: gives each bookmark its number, and asks for footnotes and charts."""

    def __init__(self, additions: Additions) -> None:
        self._numbers = count(1)
        self._additions = additions

    def picture(self, look: Look, number: int, room: int) -> str:
        """A paragraph with a chart, not wider than `room` twips."""
        return f"<w:p>{look.paragraph}{self._additions.picture(str(number), room)}</w:p>"

    def paragraph(self, look: Look, text: str) -> str:
        """A paragraph; `text` may hold the signs of `dictionary`."""
        return f"<w:p>{look.paragraph}{self.content(look.letters, text)}</w:p>"

    def content(self, letters: str, text: str) -> str:
        """Runs, links and bookmarks."""
        found, open_ones = [], []
        for kind, said in pieces(text):
            if kind == "text":
                found.append(run(letters, said))
            elif kind == "link":
                found.append(
                    f'<w:hyperlink w:anchor="bai_{said}" w:history="1">{run(letters, f"[{said}]")}</w:hyperlink>'
                )
            elif kind == "note":
                found.append(self._additions.note(said, letters))
            elif kind == "start":
                for name in filter(None, said.split(",")):
                    number = next(self._numbers)
                    open_ones.append(number)
                    found.append(f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>')
            elif kind == "end":
                found += [f'<w:bookmarkEnd w:id="{number}"/>' for number in reversed(open_ones)]
                open_ones.clear()
        found += [f'<w:bookmarkEnd w:id="{number}"/>' for number in reversed(open_ones)]
        return "".join(found)


def run(letters: str, text: str) -> str:
    """A run of text; "\\n" breaks the line."""
    if not text:
        return ""
    lines = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{letters}<w:t xml:space="preserve">{lines}</w:t></w:r>'
