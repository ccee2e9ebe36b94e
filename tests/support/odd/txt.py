"""Text files as they really come, and as nobody would send them."""

import codecs
import unicodedata
from collections.abc import Callable

from old_letters import encode

from odd.case import Case

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020"
BODY = "Đồng chí Phó Chủ tịch yêu cầu khắc phục những tồn tại, hạn chế trong năm qua."
PAGE = f"{TITLE}\n12/01/2021 15:20\n{BODY}\n"
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def windows_1258(text: str) -> bytes:
    """As Windows writes it: each tone a letter of its own behind the vowel."""
    found = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in _TONES)
        bare = "".join(part for part in parts if part not in _TONES)
        found += unicodedata.normalize("NFC", bare) + tones
    return found.encode("cp1258")


def _page(
    name: str, make: Callable[[], bytes], *never: str, texts: tuple[str, ...] = (BODY,)
) -> Case:
    return Case(f"{name}.txt", make, texts=texts, never=never)


def _old_among_new(scheme: str) -> bytes:
    old = encode("Hội nghị thống nhất phương hướng, nhiệm vụ năm 2021.", scheme)
    return f"{PAGE}{old.decode('cp1252')}\n".encode()


def _big(line: str, size: int) -> bytes:
    data = f"{line}\n".encode()
    return data * (size // len(data))


_WELL_FORMED = (
    _page("utf-8", lambda: PAGE.encode()),
    _page("utf-8-mark", lambda: codecs.BOM_UTF8 + PAGE.encode(), "\ufeff"),
    _page("utf-8-two-marks", lambda: codecs.BOM_UTF8 * 2 + PAGE.encode(), "\ufeff"),
    _page("utf-16-mark", lambda: PAGE.encode("utf-16")),
    _page("utf-16-be-mark", lambda: codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be")),
    _page("utf-16-no-mark", lambda: PAGE.encode("utf-16-le")),
    _page("utf-16-be-no-mark", lambda: PAGE.encode("utf-16-be")),
    _page("utf-16-half-letter", lambda: PAGE.encode("utf-16")[:-1]),
    _page("utf-32", lambda: codecs.BOM_UTF32_LE + PAGE.encode("utf-32-le")),
    _page("windows-1258", lambda: windows_1258(PAGE)),
    _page("decomposed", lambda: unicodedata.normalize("NFD", PAGE).encode()),
    _page("tcvn3", lambda: encode(PAGE, "tcvn3")),
    _page("vni", lambda: encode(PAGE, "vni")),
    _page("tcvn3-in-utf-8", lambda: encode(PAGE, "tcvn3").decode("latin-1").encode()),
    _page("vni-in-utf-16", lambda: encode(PAGE, "vni").decode("latin-1").encode("utf-16")),
    _page("tcvn3-capitals", lambda: encode(PAGE.upper(), "tcvn3"), texts=(BODY.upper(),)),
    _page(
        "tcvn3-among-unicode",
        lambda: _old_among_new("tcvn3"),
        texts=(BODY, "Hội nghị thống nhất phương hướng, nhiệm vụ năm 2021."),
    ),
    _page(
        "vni-among-unicode",
        lambda: _old_among_new("vni"),
        texts=(BODY, "Hội nghị thống nhất phương hướng, nhiệm vụ năm 2021."),
    ),
    _page("line-ends", lambda: PAGE.replace("\n", "\r").encode()),
    _page("line-separators", lambda: PAGE.replace("\n", "\u2028").encode(), "\u2028"),
)

_MARKDOWN = (
    Case(
        "article.md",
        lambda: f"# {TITLE}\n\n12/01/2021\n\n**{BODY[:20]}**{BODY[20:]}\n".encode(),
        texts=(BODY,),
        never=("#", "*"),
    ),
    Case(
        "note.md",
        lambda: (
            f"---\ntitle: {TITLE}\ntags: [a, b]\n---\n\n![ảnh](file:///c/a.png)\n"
            f"[{BODY}](https://so.example/1)\n"
        ).encode(),
        texts=(BODY,),
        never=("tags", "https", "file:", "---"),
    ),
    Case(
        "wrapped.md",
        lambda: f"# {TITLE}\n\n{BODY[:60]}\n{BODY[60:].strip()}\n".encode(),
        texts=(BODY[:60],),
    ),
    Case(
        "signs.md",
        lambda: f"# {TITLE}\n\n{BODY}\n".encode() + b"**a __b [c]( `d " * 100_000,
        texts=(BODY,),
        slow=True,
    ),
)

_HOSTILE = (
    _page("cut-letter", lambda: PAGE.encode() + "ạ".encode()[:2]),
    _page("stray-bytes", lambda: (PAGE * 40).encode().replace(b"2021", b"2021\xff", 1)),
    _page(
        "bidi", lambda: PAGE.replace("yêu", "\u202eyêu\u202c\u2066").encode(), "\u202e", "\u2066"
    ),
    _page("controls", lambda: PAGE.replace("yêu", "\x07\x1byêu\x08").encode(), "\x07", "\x1b"),
    _page("zero-width", lambda: PAGE.replace("yêu", "y\u200bêu\u00ad").encode(), "\u200b"),
    _page("half-surrogate", lambda: PAGE.encode("utf-16-le") + b"\n\0\x00\xd8A\0", "\ud800"),
    _page("tags-of-unicode", lambda: PAGE.encode() + "\U000e0041\U000e0042".encode(), "\U000e0041"),
    _page("markup-as-text", lambda: (PAGE + "a < b & <img src=file:///x>").encode()),
    _page("many-blank-lines", lambda: PAGE.encode() + b"\n \t" * 200_000),
    Case("empty.txt", lambda: b"", refused="trống"),
    Case("blank.txt", lambda: b" \r\n\t\n" * 50, refused="không có chữ"),
    Case("only-mark.txt", lambda: codecs.BOM_UTF8, refused="không có chữ"),
    Case("only-numbers.txt", lambda: b"12 34 56\n78,90\n", refused="không có chữ"),
    Case("zeros.txt", lambda: bytes(5000), refused="không phải là văn bản"),
    Case("bytes.txt", lambda: bytes(range(256)) * 40, refused="không phải là văn bản"),
    Case("controls-only.txt", lambda: b"\x01\x02\x03\xff" * 900, refused="không phải là văn bản"),
    Case("unknown-letters.txt", lambda: _shifted(PAGE), refused="bảng mã"),
    Case("two-old-words.txt", lambda: encode("Sở Thông", "tcvn3"), refused="bảng mã"),
    Case("too-big.txt", lambda: _big(BODY, 31 << 20), refused="30 MB", slow=True),
    Case("big.txt", lambda: PAGE.encode() + _big(BODY, 4 << 20), texts=(BODY,), slow=True),
    Case(
        "big-tcvn3.txt",
        lambda: encode(PAGE, "tcvn3") + encode(f"{BODY}\n", "tcvn3") * 40_000,
        texts=(BODY,),
        slow=True,
    ),
    Case("one-line.txt", lambda: PAGE.encode() + b"a" * (8 << 20), texts=(BODY,), slow=True),
    Case(
        "accents-only.txt",
        lambda: PAGE.encode() + "ế".encode() * (1 << 20),
        texts=(BODY,),
        slow=True,
    ),
)


def _shifted(text: str) -> bytes:
    """A text in an alphabet that nobody has."""
    return bytes(b if b < 0x80 else 0x80 + (b * 7 + 13) % 0x80 for b in text.encode())


CASES = _WELL_FORMED + _MARKDOWN + _HOSTILE
