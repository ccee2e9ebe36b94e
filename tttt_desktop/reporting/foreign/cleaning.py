"""A foreign document made fit to be kept as a template.

What is not needed for its look does not come along: macros, links to outside, embedded files, comments, tracked
changes, custom XML, properties. What stays is named here; everything else goes.
"""

from xml.sax.saxutils import quoteattr

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.stripping import strip
from tttt_desktop.reporting.ooxml import OFFICE, Parts

# The kinds of relationships that are followed, with the content type of what they lead to.
_TYPE = "application/vnd.openxmlformats-officedocument."
_KEPT = {
    "styles": f"{_TYPE}wordprocessingml.styles+xml",
    "numbering": f"{_TYPE}wordprocessingml.numbering+xml",
    "settings": f"{_TYPE}wordprocessingml.settings+xml",
    "fontTable": f"{_TYPE}wordprocessingml.fontTable+xml",
    "theme": f"{_TYPE}theme+xml",
    "header": f"{_TYPE}wordprocessingml.header+xml",
    "footer": f"{_TYPE}wordprocessingml.footer+xml",
    "footnotes": f"{_TYPE}wordprocessingml.footnotes+xml",
    "endnotes": f"{_TYPE}wordprocessingml.endnotes+xml",
}
_IMAGES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_MAIN = f"{_TYPE}wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
LARGEST = 5 * 1024 * 1024  # bytes of a template that is kept
_MACRO = (
    "Đây là tệp Word có macro (.docm) nên không dùng làm mẫu.",
    "Hãy mở bằng Word, chọn Lưu thành và lưu dạng Word (.docx) thường, rồi thử lại.",
)


def cleaned(parts: Parts, *, notes: bool) -> dict[str, bytes]:
    """The parts that make the look of a document. `notes`: footnotes come along.

    Errors: FileRefused for a document with macros, of the kind Strict, that is broken or larger than 5 MB.
    """
    _refuse_kinds(parts)
    main = ooxml.main_part(parts)
    kept: dict[str, bytes] = {}
    types: dict[str, str] = {main: _MAIN}
    _keep(parts, main, notes, kept, types)
    kept["_rels/.rels"] = _relations([("rId1", "officeDocument", main)])
    kept["[Content_Types].xml"] = _content_types(types)
    if sum(map(len, kept.values())) > 4 * LARGEST or len(ooxml.packed(kept)) > LARGEST:
        raise FileRefused(
            "Tệp quá lớn để làm mẫu (hơn 5 MB).", "Hãy bỏ bớt ảnh trong tệp rồi thử lại."
        )
    return kept


def _refuse_kinds(parts: Parts) -> None:
    types = parts.get("[Content_Types].xml", b"").lower()
    if b"macroenabled" in types:
        raise FileRefused(*_MACRO)
    if _STRICT in parts.get("_rels/.rels", b""):
        raise FileRefused(
            "Tệp lưu theo kiểu “Strict Open XML” nên không dùng làm mẫu được.",
            "Hãy mở bằng Word, chọn Lưu thành và lưu dạng Word (.docx) thường, rồi thử lại.",
        )


def _keep(
    parts: Parts, name: str, notes: bool, kept: dict[str, bytes], types: dict[str, str]
) -> None:
    """Take a part over with what it leads to; each part once."""
    followed = [one for one in ooxml.links(parts, name) if _is_kept(one, parts, notes)]
    root = ooxml.parse(parts[name])
    strip(root, {one.id for one in followed}, notes=notes)
    kept[name] = ooxml.with_usual_names(root)
    if followed:
        folder, _, file = name.rpartition("/")
        relations = _relations([(one.id, one.kind, one.target) for one in followed])
        kept[f"{folder}/_rels/{file}.rels"] = relations
    for one in followed:
        if one.target in kept:
            continue
        if one.kind == "image":
            kept[one.target] = parts[one.target]
            types[one.target] = _IMAGES[_extension(one.target)]
        else:
            types[one.target] = _KEPT[one.kind]
            _keep(parts, one.target, notes, kept, types)


def _is_kept(link: ooxml.Link, parts: Parts, notes: bool) -> bool:
    if link.external or link.target not in parts:
        return False
    if link.kind == "image":
        return _extension(link.target) in _IMAGES
    return link.kind in _KEPT and (notes or link.kind not in ("footnotes", "endnotes"))


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _relations(found: list[tuple[str, str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id={quoteattr(one)} Type="{OFFICE}{kind}" Target={quoteattr(f"/{target}")}/>'
        for one, kind, target in found
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{lines}</Relationships>'.encode()


def _content_types(types: dict[str, str]) -> bytes:
    lines = "".join(
        f'<Override PartName={quoteattr(f"/{name}")} ContentType="{kind}"/>'
        for name, kind in types.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'<Types xmlns="{space}"><Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    ).encode()


def pruned(parts: Parts, main: str) -> dict[str, bytes]:
    """The parts without pictures that nothing shows any more."""
    xml = parts[main]
    found = ooxml.links(parts, main)
    shown = [one for one in found if one.kind != "image" or f'"{one.id}"'.encode() in xml]
    if len(shown) == len(found):
        return dict(parts)
    folder, _, file = main.rpartition("/")
    relations = _relations([(one.id, one.kind, one.target) for one in shown])
    kept = {**parts, f"{folder}/_rels/{file}.rels": relations}
    used = {
        one.target for name in kept if not name.endswith(".rels") for one in ooxml.links(kept, name)
    }
    return {name: data for name, data in kept.items() if not _is_lost(name, used)}


def _is_lost(name: str, used: set[str]) -> bool:
    return _extension(name) in _IMAGES and name not in used
