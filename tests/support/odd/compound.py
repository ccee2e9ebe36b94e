"""A writer of compound files ([MS-CFB] version 3), as small as olefile reads them: streams in the root only."""

import struct

SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_SMALLEST = 4096  # smaller streams would need sectors of 64 bytes


def compound(streams: dict[str, bytes]) -> bytes:
    """The bytes of a compound file; short streams are filled up with zeros. At most about 7 MB in all."""
    fat: list[int] = []
    body = bytearray()

    def place(data: bytes) -> int:
        count = -(-len(data) // SECTOR)
        first = len(fat)
        fat.extend(range(first + 1, first + count))
        fat.append(_END)
        body.extend(data.ljust(count * SECTOR, b"\0"))
        return first

    filled = {name: data.ljust(_SMALLEST, b"\0") for name, data in streams.items()}
    entries = [(name, place(data), len(data)) for name, data in filled.items()]
    directory = place(_directory(entries))
    count = -(-(len(fat) + 1) // (SECTOR // 4 - 1))
    first_fat = len(fat)
    fat += [_FAT] * count
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * SECTOR, b"\xff")
    return _header(directory, list(range(first_fat, first_fat + count))) + bytes(body) + table


def _directory(entries: list[tuple[str, int, int]]) -> bytes:
    """The root and its streams, each the right neighbour of the one before."""
    found = _entry("Root Entry", 5, _END, 0, child=1 if entries else _NONE)
    for number, (name, first, size) in enumerate(entries, 1):
        following = number + 1 if number < len(entries) else _NONE
        found += _entry(name, 2, first, size, right=following)
    return found + _entry("", 0, 0, 0) * (-len(found) // 128 % 4)


def _entry(
    name: str, kind: int, first: int, size: int, right: int = _NONE, child: int = _NONE
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0" if name else b""
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw), kind, 1, _NONE, right, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def _header(directory: int, fat: list[int]) -> bytes:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, len(fat), directory, 0, _SMALLEST, _END, 0, _END, 0)
    return head + struct.pack(f"<{len(fat)}I", *fat).ljust(436, b"\xff")
