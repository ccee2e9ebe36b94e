"""The piece table of a Word 97-2003 file: which bytes are which letters. Positions (CP) count UTF-16 units.

Facts: [MS-DOC] 2.4.1 (retrieving text), Clx, PlcPcd, Pcd, FcCompressed, Prm.
"""

import struct
from bisect import bisect_right
from dataclasses import dataclass

from tttt_desktop.importing.doc.file import WordFile
from tttt_desktop.importing.documents.package import damaged

_CLX = 33  # its pair in the FIB
_PROPERTIES, _TABLE = 1, 2
_COMPRESSED = 0x4000_0000
_LETTERS = "".join(
    bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)
)  # one-byte letters: Windows-1252, what it leaves open as Latin-1
_SINGLE = {  # short forms of changes laid over a piece, in the long form
    0x0C: 0x260A,
    0x18: 0x2416,
    0x19: 0x2417,
    0x41: 0x0800,
    0x5C: 0x083C,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters `start` to `stop` lie from byte `at` on, `width` bytes each; `change` are properties laid over them."""

    start: int
    stop: int
    at: int
    width: int
    change: bytes


@dataclass(frozen=True, slots=True)
class Pieces:
    """All letters of a document, as many characters as UTF-16 units, and the pieces they come from."""

    text: str
    pieces: list[Piece]
    _starts: list[int]

    def of(self, position: int) -> Piece:
        """The piece that a letter lies in."""
        return self.pieces[max(0, bisect_right(self._starts, position) - 1)]

    def byte(self, position: int) -> int:
        """Where a letter lies in the file."""
        piece = self.of(position)
        return piece.at + (position - piece.start) * piece.width


def read_pieces(file: WordFile) -> Pieces:
    """The letters of a Word file. Errors: FileRefused for a table that does not fit the file."""
    changes, table = _parts(file.part(_CLX))
    pieces = list(_pieces(table, changes, len(file.text)))
    text = "".join(_letters(file.text, piece) for piece in pieces)
    return Pieces(text, pieces, [piece.start for piece in pieces])


def _parts(clx: bytes) -> tuple[list[bytes], bytes]:
    """The lists of changes, and the table of pieces."""
    changes, at = [], 0
    while clx[at] == _PROPERTIES:
        (size,) = struct.unpack_from("<h", clx, at + 1)
        if size < 0:
            raise damaged()
        changes.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if clx[at] != _TABLE:
        raise damaged()
    (size,) = struct.unpack_from("<I", clx, at + 1)
    return changes, clx[at + 5 : at + 5 + size]


def _pieces(table: bytes, changes: list[bytes], file_size: int) -> list[Piece]:
    count = (len(table) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table, 0)
    if bounds[-1] > file_size or list(bounds) != sorted(bounds):
        raise damaged()  # no letter takes less than a byte
    return [_piece(table, changes, bounds, index) for index in range(count)]


def _piece(table: bytes, changes: list[bytes], bounds: tuple[int, ...], index: int) -> Piece:
    _, place, change = struct.unpack_from("<HIH", table, 4 * len(bounds) + 8 * index)
    compressed = bool(place & _COMPRESSED)
    at = place & (_COMPRESSED - 1)
    return Piece(
        bounds[index],
        bounds[index + 1],
        at // 2 if compressed else at,
        1 if compressed else 2,
        _change(change, changes),
    )


def _change(code: int, changes: list[bytes]) -> bytes:
    if code & 1:
        return changes[code >> 1] if code >> 1 < len(changes) else b""
    sprm = _SINGLE.get((code >> 1) & 0x7F)
    return struct.pack("<HB", sprm, code >> 8) if sprm else b""


def _letters(data: bytes, piece: Piece) -> str:
    raw = data[piece.at : piece.at + (piece.stop - piece.start) * piece.width]
    if len(raw) != (piece.stop - piece.start) * piece.width:
        raise damaged()
    if piece.width == 1:
        return raw.decode("latin-1").translate(_LETTERS)
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) == piece.stop - piece.start:
        return text
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))  # halves stay apart
