"""Taking out of the XML of a foreign document what must not come along; tracked changes count as accepted."""

from collections.abc import Iterator
from typing import Any

from tttt_desktop.reporting.ooxml import R, W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVE = f"{_MC}AlternateContent"
_GONE = {f"{_MC}Fallback"} | frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange",
        "tcPrChange", "tblPrExChange", "numberingChange", "cellDel", "cellIns", "cellMerge", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference", "annotationRef", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr",
        "lastRenderedPageBreak", "object", "control", "altChunk", "subDoc", "sdtPr", "sdtEndPr", "smartTagPr",
        "customXmlPr", "fldData", "ruby", "contentPart", "attachedTemplate", "mailMerge", "docVars", "rsids", "trackRevisions",
        "documentProtection", "writeProtection", "saveThroughXslt", "attachedSchema", "schemaLibrary", "linkStyles",
        "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "embedRegular", "embedBold", "embedItalic",
        "embedBoldItalic", "documentType", "printFormsData", "updateFields", "revisionView",
    )
)  # fmt: skip
_NOTES = frozenset(
    f"{W}{name}"
    for name in ("footnoteReference", "endnoteReference", "footnotePr", "endnotePr", "footnoteRef", "endnoteRef")
)  # fmt: skip
_UNWRAPPED = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
)  # fmt: skip
_PAGES = (["PAGE"], ["NUMPAGES"], ["SECTIONPAGES"])
_REFERENCES = ("embed", "link", "id", "pict", "href")


def strip(root: Any, followed: set[str], *, notes: bool) -> None:
    """Take out of a part what is not kept; `followed` are the relationships that still lead somewhere."""
    _drop_lost_rows(root)
    gone = _GONE if notes else _GONE | _NOTES
    for element in list(root.iter()):
        if element.tag in gone:
            _remove(element)
    _drop_dead_pictures(root, followed)
    for element in list(root.iter(*_UNWRAPPED)):
        words = element.get(f"{W}instr", "").split()
        if element is not root and words[:1] not in _PAGES:
            unwrap(element)
    _drop_fields(root)
    _drop_own_attributes(root)
    for wrapper in list(root.iter(_ALTERNATIVE)):
        if not len(wrapper):
            _remove(wrapper)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Any) -> None:
    """Let its children stand in the place of an element."""
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _drop_lost_rows(root: Any) -> None:
    """Rows and paragraphs that a tracked change takes away."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            _remove(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _remove(table)
    for paragraph in list(root.iter(f"{W}p")):
        lost = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        stays = (
            any(True for _ in _shown(paragraph)) or paragraph.find(f"{W}pPr/{W}sectPr") is not None
        )
        if lost and not stays and paragraph.getnext() is not None:
            _remove(paragraph)


def _shown(paragraph: Any) -> Iterator[Any]:
    """The texts of a paragraph that no tracked change takes away."""
    for text in paragraph.iter(f"{W}t", f"{W}drawing", f"{W}pict"):
        if not any(above.tag in (f"{W}del", f"{W}moveFrom") for above in text.iterancestors()):
            yield text


def _drop_dead_pictures(root: Any, followed: set[str]) -> None:
    """Pictures, charts and other content that led to what does not come along."""
    for element in list(root.iter()):
        named = [element.get(f"{R}{name}") for name in _REFERENCES if element.get(f"{R}{name}")]
        if not named or all(one in followed for one in named):
            continue
        if element.tag in (f"{W}hyperlink",):
            continue  # its words stay
        holder = next(
            (a for a in element.iterancestors() if a.tag in (f"{W}drawing", f"{W}pict")), element
        )
        _remove(holder)


def _drop_fields(root: Any) -> None:
    """Of fields only the numbers of pages stay; of the others what they showed last."""
    stack: list[tuple[list[Any], list[str]]] = []
    for mark in list(root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText")):
        _pass_mark(mark, stack)
    for marks, code in stack:  # without an end
        _end_field(marks, code)


def _pass_mark(mark: Any, stack: list[tuple[list[Any], list[str]]]) -> None:
    if mark.get(f"{W}fldCharType") == "begin":
        stack.append(([mark], []))
    elif stack:
        stack[-1][0].append(mark)
        stack[-1][1].append(mark.text or "")
        if mark.get(f"{W}fldCharType") == "end":
            _end_field(*stack.pop())
    else:
        _remove(mark)


def _end_field(marks: list[Any], code: list[str]) -> None:
    words = "".join(code).split()
    complete = marks[-1].get(f"{W}fldCharType") == "end"
    if complete and words[:1] in _PAGES:
        return
    for mark in marks:
        _remove(mark)


def _drop_own_attributes(root: Any) -> None:
    """Numbers of editing sessions tell who edited what when."""
    for element in root.iter():
        for name in list(element.attrib):
            if name.rpartition("}")[2].startswith(("rsid", "paraId", "textId")):
                del element.attrib[name]
