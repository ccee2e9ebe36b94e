"""The properties of a report made from an office's own template: title, office, day, number, and nothing else."""

from datetime import datetime
from xml.sax.saxutils import escape

from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.number import xml_of
from tttt_desktop.reporting.office import NAMELESS
from tttt_desktop.reporting.ooxml import Parts

_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_PACKAGE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_LONGEST = 255


def with_properties(parts: Parts, values: Values, now: datetime) -> dict[str, bytes]:
    """The parts with these properties instead of any that they had."""
    kept = {name: data for name, data in parts.items() if not name.startswith("docProps/")}
    title = f"{str(values['ten_loai']).capitalize()} {values['trich_yeu']}"
    new = [
        (
            "docProps/core.xml",
            _PACKAGE,
            _CORE_KIND,
            _core(title, values["ten_co_quan"] or NAMELESS, now),
        )
    ]
    if values["ma_bao_cao"]:
        kind = f"{ooxml.OFFICE}custom-properties"
        new.append(("docProps/custom.xml", _CUSTOM, kind, xml_of(values["ma_bao_cao"])))
    types, relations = ooxml.parse(parts[_TYPES]), ooxml.parse(parts[_RELATIONS])
    for one in [*types, *relations]:
        if (one.get("PartName") or one.get("Target") or "").lstrip("/").startswith("docProps/"):
            one.getparent().remove(one)
    for at, (name, content, kind, xml) in enumerate(new):
        kept[name] = xml
        types.append(
            types.makeelement(f"{_space(types)}Override", PartName=f"/{name}", ContentType=content)
        )
        values_of = {"Id": f"rIdProperties{at}", "Type": kind, "Target": f"/{name}"}
        relations.append(relations.makeelement(f"{_space(relations)}Relationship", values_of))
    kept[_TYPES], kept[_RELATIONS] = ooxml.as_bytes(types), ooxml.as_bytes(relations)
    return kept


def _space(root: object) -> str:
    tag: str = root.tag  # type: ignore[attr-defined]  # an element of lxml
    return tag[: tag.index("}") + 1]


def _core(title: str, author: str, now: datetime) -> bytes:
    day = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title[:_LONGEST])}</dc:title><dc:creator>{escape(author[:_LONGEST])}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    ).encode()
