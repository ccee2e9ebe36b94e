"""A Word 97-2003 file with its tables read: letters, properties, styles, lists, and where text boxes belong.

Facts: [MS-DOC] PlcfSed, PlcfSpa, PlcftxbxTxt, Plcfhdd.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from tttt_desktop.importing.doc.file import BROKEN, OldWordFile, WordFile
from tttt_desktop.importing.doc.lists import Lists, read_lists
from tttt_desktop.importing.doc.pieces import Piece, Pieces, read_pieces
from tttt_desktop.importing.doc.properties import Pages, character_pages, paragraph_pages
from tttt_desktop.importing.doc.styles import Run, Sheet, read_sheet

Range = tuple[int, int]
_Read = TypeVar("_Read")

_SECTIONS, _HEADERS, _SHAPES, _BOXES = 6, 11, 40, 56  # pairs of the FIB
_SHAPE_ID = 14  # where the entry of a text box names its shape
_NO_HEADERS = 6  # texts of lines between text and notes, before the headers of the first section
_IS_HEADER = (
    True,
    True,
    False,
    False,
    True,
    False,
)  # of a section: even, odd; even, odd foot; first, first foot


@dataclass(frozen=True, slots=True)
class Document:
    """All positions are those of letters in `pieces.text`."""

    pieces: Pieces
    main: Range
    notes: tuple[Range, ...] = ()
    headers: tuple[Range, ...] = ()
    footers: tuple[Range, ...] = ()
    boxes: dict[int, Range] = field(
        default_factory=dict
    )  # by the place of the anchor; below 0: none
    sections: frozenset[int] = frozenset()  # where sections stop
    sheet: Sheet = field(default_factory=Sheet)
    lists: Lists = field(default_factory=Lists)
    data: bytes = b""
    _runs: Pages = field(default_factory=Pages)
    _paragraphs: Pages = field(default_factory=Pages)

    def runs(self, start: int, stop: int, style: int) -> Iterator[tuple[int, str, Run]]:
        """The letters between two places in runs of one look: (place, text, look)."""
        while start < stop:
            piece = self.pieces.of(start)
            last = min(stop, piece.stop)
            if last <= start:
                return
            first_byte, last_byte = _bytes(piece, start), _bytes(piece, last)
            for begin, end, properties in self._runs.within(first_byte, last_byte):
                first, behind = _letter(piece, begin), _letter(piece, end)
                run = self.sheet.run(style, properties + piece.change)
                yield first, self.pieces.text[first:behind], run
            start = last

    def paragraph(self, place: int) -> tuple[bytes, bytes]:
        """What is written for the paragraph that ends at a place, and the changes laid over it."""
        piece = self.pieces.of(place)
        return self._paragraphs.at(_bytes(piece, place)), piece.change


def _bytes(piece: Piece, place: int) -> int:
    return piece.at + (place - piece.start) * piece.width


def _letter(piece: Piece, byte: int) -> int:
    return piece.start + (byte - piece.at) // piece.width


def read_document(file: WordFile) -> Document:
    """Errors: FileRefused when the letters cannot be told; another table that is broken counts as not there."""
    sheet = read_sheet(file)
    none: tuple[tuple[Range, ...], tuple[Range, ...]] = ((), ())
    headers, footers = _tolerant(lambda: _read_headers(file), none)
    return Document(
        read_pieces(file),
        file.story("main"),
        tuple(
            story for story in (file.story("notes"), file.story("endnotes")) if story[0] < story[1]
        ),
        headers,
        footers,
        _tolerant(lambda: _read_boxes(file), {}),
        _tolerant(lambda: frozenset(_places(file.part(_SECTIONS), 12)), frozenset()),
        sheet,
        read_lists(file, sheet),
        file.data,
        _tolerant(lambda: character_pages(file), Pages()),
        _tolerant(lambda: paragraph_pages(file), Pages()),
    )


def old_document(file: OldWordFile) -> Document:
    """A Word 6 or Word 95 file: the letters alone, read as Windows-1252."""
    text = file.text.decode("cp1252", "replace")
    return Document(Pieces(text, [Piece(0, len(text), 0, 1, b"")], [0]), (0, len(text)))


def _tolerant(read: Callable[[], _Read], otherwise: _Read) -> _Read:
    try:
        return read()
    except BROKEN:
        return otherwise


def _places(table: bytes, entry: int) -> tuple[int, ...]:
    """The places in a table of places and of entries of some bytes."""
    count = (len(table) - 4) // (4 + entry)
    return struct.unpack_from(f"<{count + 1}I", table, 0) if count > 0 else ()


def _read_headers(file: WordFile) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """The texts of headers and those of footers."""
    begin, end = file.story("headers")
    places = _places(file.part(_HEADERS), 0)
    found: tuple[list[Range], list[Range]] = ([], [])
    stories = list(pairwise(places))[_NO_HEADERS:]
    for index, (start, stop) in enumerate(stories):
        if start < stop and begin + stop <= end:
            is_header = _IS_HEADER[index % len(_IS_HEADER)]
            found[not is_header].append((begin + start, begin + stop))
    return tuple(found[0]), tuple(found[1])


def _read_boxes(file: WordFile) -> dict[int, Range]:
    """The texts of text boxes by the place of their anchor in the main text."""
    table, shapes = file.part(_BOXES), file.part(_SHAPES)
    begin, end = file.story("boxes")
    places, anchors = _places(table, 22), _places(shapes, 26)
    anchor_of = {
        struct.unpack_from("<i", shapes, 4 * len(anchors) + 26 * index)[0]: anchor
        for index, anchor in enumerate(anchors[:-1])
    }
    found: dict[int, Range] = {}
    for index, (start, stop) in enumerate(pairwise(places)):
        (shape,) = struct.unpack_from("<i", table, 4 * len(places) + 22 * index + _SHAPE_ID)
        if start < stop and begin + stop <= end:
            found.setdefault(anchor_of.get(shape, -1 - index), (begin + start, begin + stop))
    return found
