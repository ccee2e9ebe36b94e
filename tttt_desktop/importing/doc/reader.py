"""Word 97-2003 files (.doc): the letters by the piece table, read as `docx` reads them; macros and objects are never opened.

Word 6 and Word 95 files, which know neither Unicode nor a piece table, are read by their letters alone.
"""

from collections.abc import Iterable, Iterator

from tttt_desktop.domain.records import Block
from tttt_desktop.importing.doc.document import Document, Range, old_document, read_document
from tttt_desktop.importing.doc.file import BROKEN, OldWordFile, open_word
from tttt_desktop.importing.doc.walk import Walk
from tttt_desktop.importing.documents import office
from tttt_desktop.importing.documents.package import damaged
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.letters import legacy
from tttt_desktop.importing.page import noise


def read(data: bytes) -> Draft:
    """The lines of a Word 97-2003 file in reading order, each a block.

    Errors: FileRefused, also for a password and for the other kinds of compound files, by their names.
    """
    file = open_word(data)
    try:
        if isinstance(file, OldWordFile):
            return _old_draft(old_document(file))
        return _draft(read_document(file))
    except BROKEN as error:
        raise damaged() from error


def _draft(document: Document) -> Draft:
    walk = Walk(document)
    body = list(office.blocks(walk.main()))
    return Draft(
        [
            *_edges(walk, document.headers, noise.HEAD),
            *body,
            *office.blocks(_all_lines(walk, document.notes), office.NOTE),
            *_edges(walk, document.footers, noise.FOOT),
        ],
        title=walk.title,
    )


def _all_lines(walk: Walk, texts: Iterable[Range]) -> Iterator[str]:
    for text in texts:
        yield from walk.lines(text)


def _edges(walk: Walk, texts: Iterable[Range], reason: str) -> Iterator[Block]:
    """The lines of all headers or footers, each once."""
    lines = dict.fromkeys(_all_lines(walk, texts))
    yield from office.blocks(lines, reason)


def _old_draft(document: Document) -> Draft:
    """The fonts are not known here, so what the whole text looks like decides."""
    lines = list(Walk(document).main())
    scheme = legacy.detect("\n".join(lines))
    read_lines = [legacy.convert(line, scheme) for line in lines] if scheme else lines
    return Draft(list(office.blocks(read_lines)), encoding=legacy.SCHEMES.get(scheme, ""))
