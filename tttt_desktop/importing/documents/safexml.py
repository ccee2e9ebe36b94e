"""XML of documents, parsed as data: a DTD is refused, no entity is expanded, nothing outside is opened."""

from collections.abc import Iterator
from functools import cache
from typing import IO, Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.documents.package import damaged

_USED = "used"
_SAFE: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parse(xml: bytes) -> Any:
    """The root of a small document; None when there is none or it is broken. Errors: FileRefused for a DTD."""
    import lxml.etree as etree

    try:
        root = etree.fromstring(xml, etree.XMLParser(**_SAFE)) if xml else None
    except etree.XMLSyntaxError:
        if b"<!DOCTYPE" in xml:
            raise _unsafe() from None
        return None
    if root is not None:
        _refuse_dtd(root)
    return root


def children(source: IO[bytes], container: str, tags: tuple[str, ...]) -> Iterator[Any]:
    """The children of the first-level element called `container`, one after the other, each let go after use.

    A child comes when it or a later one of `tags` (local names) is complete, so what stands before them in the
    document is there when the first one comes. Errors: FileRefused for a DTD and for broken XML.
    """
    import lxml.etree as etree

    steps = etree.iterparse(source, tag=[f"{{*}}{tag}" for tag in (*tags, container)], **_SAFE)
    checked = False
    try:
        for _, element in steps:
            if not checked:
                _refuse_dtd(element)
                checked = True
            parent = element.getparent()
            if local(element.tag) == container:
                yield from (child for child in element if child.tag != _USED)
            elif parent is not None and local(parent.tag) == container:
                yield from (one for one in _before(element) if one.tag != _USED)
                yield element
                _let_go(parent, element)
    except etree.XMLSyntaxError as error:
        raise damaged() from error
    if not checked and steps.root is not None:
        _refuse_dtd(steps.root)


def _before(element: Any) -> list[Any]:
    return list(element.itersiblings(preceding=True))[::-1]


def _let_go(parent: Any, element: Any) -> None:
    """Free a child and those before it, so that a long document needs little memory.

    The parser reads ahead: what follows in the tree may be incomplete and is not touched.
    """
    element.clear(keep_tail=True)
    element.tag = _USED
    while parent[0] is not element:
        del parent[0]


def _refuse_dtd(element: Any) -> None:
    if element.getroottree().docinfo.doctype:
        raise _unsafe()


def _unsafe() -> FileRefused:
    return FileRefused(
        "Tệp có phần khai báo không an toàn nên không đọc.",
        "Hãy mở bằng Word, lưu thành tệp .docx mới rồi thử lại.",
    )


@cache
def local(tag: object) -> str:
    """The name of an element or attribute without its namespace; "" for comments and the like."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
