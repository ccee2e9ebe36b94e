"""XML of documents, parsed as data: a DTD is refused, no entity is expanded, nothing outside is opened."""

from collections.abc import Iterator
from functools import cache
from typing import IO, Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.package import damaged

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
    used: Any = None
    checked = False
    try:
        for _, element in steps:
            if not checked:
                _refuse_dtd(element)
                checked = True
            parent = element if local(element.tag) == container else element.getparent()
            if parent is not None and local(parent.tag) == container:
                ready = [child for child in parent if child is not used]
                yield from ready
                used = _let_go(parent, used, ready)
    except etree.XMLSyntaxError as error:
        raise damaged() from error
    if not checked and steps.root is not None:
        _refuse_dtd(steps.root)


def _let_go(parent: Any, used: Any, ready: list[Any]) -> Any:
    """Free what was used; the last child stays empty in the tree until the next one, as the parser stands on it."""
    if used is not None and ready:
        parent.remove(used)
    for child in ready[:-1]:
        parent.remove(child)
    if not ready:
        return used
    ready[-1].clear()
    return ready[-1]


def _refuse_dtd(element: Any) -> None:
    if element.getroottree().docinfo.doctype:
        raise FileRefused(
            "Tệp có phần khai báo không an toàn nên không đọc.",
            "Hãy mở bằng Word, lưu thành tệp .docx mới rồi nhập lại.",
        )


@cache
def local(tag: object) -> str:
    """The name of an element or attribute without its namespace; "" for comments and the like."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
