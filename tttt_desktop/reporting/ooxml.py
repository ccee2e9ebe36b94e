"""Word documents as parts: names, relationships, and XML parsed as data."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tttt_desktop.domain.errors import FileRefused

Parts = Mapping[str, bytes]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"w": W[1:-1], "r": R[1:-1]}
OFFICE = f"{R[1:-1]}/"  # begins the types of relationships
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE = (2000, 1, 1, 0, 0, 0)  # the same template always gives the same bytes
NO_WORD = (
    "Đây không phải là tệp Word (.docx).",
    "Hãy mở bằng Word, chọn Lưu thành và lưu dạng Word (.docx), rồi thử lại.",
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part: `kind` is the last word of its type, `target` the full name of a part inside."""

    id: str
    kind: str
    target: str
    external: bool


def parse(xml: bytes) -> Any:
    """The root of a part. Errors: FileRefused for broken XML; nothing outside is opened, no entity expanded."""
    import lxml.etree as etree

    safe = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, safe)
    except etree.XMLSyntaxError as error:
        raise damaged() from error
    if root.getroottree().docinfo.doctype:
        raise FileRefused(
            "Tệp có phần khai báo không an toàn nên không dùng được.",
            "Hãy mở bằng Word, lưu thành tệp .docx mới rồi thử lại.",
        )
    return root


def damaged() -> FileRefused:
    """What is said of a document that does not open."""
    return FileRefused(
        "Tệp Word bị hỏng.", "Hãy mở bằng Word, lưu thành tệp .docx mới rồi thử lại."
    )


def with_usual_names(root: Any) -> bytes:
    """The XML of a part, every namespace declared at its root, those of Word under the names that Word gives them."""
    import lxml.etree as etree

    known = {W[1:-1]: "w", R[1:-1]: "r"}
    others: dict[str, str] = {}
    for element in root.iter():
        for prefix, space in element.nsmap.items():
            if space in known or not prefix:
                if prefix and prefix != known.get(space, prefix):
                    others[prefix] = known[space]
                continue
            known[space] = prefix if prefix not in known.values() else f"{prefix}{len(known)}"
    top = {prefix: space for space, prefix in known.items()}
    etree.cleanup_namespaces(root, top_nsmap=top, keep_ns_prefixes=list(top))
    xml = as_bytes(root)
    for old, new in others.items():
        xml = _renamed(xml, old, new)
    return xml


def _renamed(xml: bytes, old: str, new: str) -> bytes:
    """The XML with another prefix; the declaration of the new one is there already."""
    xml = re.sub(rf' xmlns:{old}="[^"]*"'.encode(), b"", xml)
    return re.sub(rf"(</?|\s){old}:(?=[\w.-]+[\s=/>])".encode(), rf"\g<1>{new}:".encode(), xml)


def as_bytes(root: Any) -> bytes:
    """The XML of a part."""
    import lxml.etree as etree

    return _DECLARATION + bytes(etree.tostring(root, encoding="UTF-8"))


def links(parts: Parts, name: str) -> list[Link]:
    """The relationships of a part ("" for those of the package)."""
    folder, _, file = name.rpartition("/")
    xml = parts.get(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    if xml is None:
        return []
    return [
        _link(one, folder) for one in parse(xml).iter(_RELATIONSHIP) if one.get("Id") is not None
    ]


def _link(one: Any, folder: str) -> Link:
    target, external = one.get("Target", ""), one.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Link(one.get("Id"), one.get("Type", "").rpartition("/")[2], target, external)


def main_part(parts: Parts) -> str:
    """The name of the part with the text. Errors: FileRefused for what is no Word document."""
    found = [one.target for one in links(parts, "") if one.kind == "officeDocument"]
    if not found or found[0] not in parts:
        raise FileRefused(*NO_WORD)
    return found[0]


def read(docx: bytes) -> dict[str, bytes]:
    """The parts of a document that this program has packed."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    """The parts as a .docx; the same parts always give the same bytes."""
    out = io.BytesIO()
    first = "[Content_Types].xml"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            package.writestr(
                zipfile.ZipInfo(name, _MADE), parts[name], compress_type=zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
