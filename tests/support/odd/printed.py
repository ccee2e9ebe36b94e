"""A writer of PDF files, as small as PDFium reads them: letters half as wide as high, each file with its own alphabet."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

A4 = (0, 0, 595, 842)
_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text: where its base line begins, from the lower left corner, and its size, in points."""

    x: float
    y: float
    text: str
    size: float = 12
    font: str = "F1"
    before: str = ""  # operators, as "3 Tr" for letters that are not seen
    matrix: str = ""  # instead of the place


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its texts, its drawing in operators, its size and how it is turned."""

    texts: Sequence[Text] = ()
    drawing: str = ""
    box: tuple[float, float, float, float] = A4
    rotate: int = 0
    image: bool = False  # a picture over the whole page
    annotations: str = ""


@dataclass(slots=True)
class _File:
    objects: list[bytes] = field(default_factory=list)

    def add(self, body: str | bytes) -> int:
        self.objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.objects)

    def stream(self, data: bytes, entries: str = "", *, packed: bool = False) -> int:
        data = zlib.compress(data, 9) if packed else data
        entries += "/Filter/FlateDecode" if packed else ""
        head = f"<<{entries}/Length {len(data)}>>stream\n".encode("latin-1")
        return self.add(head + data + b"\nendstream")


def document(
    sheets: Sequence[Sheet],
    *,
    fonts: dict[str, str] | None = None,
    catalog: str = "",
    extra: Iterable[str] = (),
    unicode: bool = True,
    password: str | None = None,
) -> bytes:
    """The bytes of a PDF. `fonts` are base fonts by name; `extra` are objects from number 3 on, for `catalog` to name.

    Without `unicode` the letters are the bytes of Windows-1252 and no table says what they mean. `password` is what
    opens the file ("" opens for everybody).
    """
    file = _File()
    file.add("")
    file.add("")
    for one in extra:
        file.add(one)
    alphabet = _alphabet(sheets)
    names = fonts or {"F1": "Helvetica"}
    references = "".join(
        f"/{name} {_font(file, base, alphabet if unicode else {})} 0 R"
        for name, base in names.items()
    )
    picture = file.stream(
        b"\x80",
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
    )
    pages = []
    for sheet in sheets:
        content = file.stream(_content(sheet, alphabet if unicode else {}), packed=True)
        pages.append(
            file.add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[{' '.join(map(str, sheet.box))}]"
                f"/Rotate {sheet.rotate}/Contents {content} 0 R{sheet.annotations}"
                f"/Resources<</Font<<{references}>>/XObject<</Im {picture} 0 R>>>>>>"
            )
        )
    file.objects[0] = f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode("latin-1")
    kids = " ".join(f"{page} 0 R" for page in pages)
    file.objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode("latin-1")
    return assembled(file.objects, password=password)


def assembled(objects: Sequence[bytes], *, password: str | None = None) -> bytes:
    """A file of the given objects, the first of them the catalog."""
    trailer = "/Root 1 0 R"
    key = b""
    if password is not None:
        key, encrypt = _locked(password)
        trailer += f"/ID[<{'00' * 16}><{'00' * 16}>]/Encrypt {encrypt}"
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        if key and b"stream\n" in body:
            body = _with_locked_stream(body, key, number)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(objects) + 1}{trailer}>>\nstartxref\n{at}\n%%EOF\n".encode()
    return bytes(out)


def _alphabet(sheets: Sequence[Sheet]) -> dict[str, int]:
    """A code for each letter that occurs, its own for those of ASCII: PDFium leaves out a lone letter without a shape."""
    letters = sorted({letter for sheet in sheets for one in sheet.texts for letter in one.text})
    own = {letter: ord(letter) for letter in letters if letter.isascii()}
    others = [letter for letter in letters if letter not in own]
    free = [*range(161, 256), *range(128, 161), *range(1, 32)]
    return own | dict(zip(others, free, strict=False))


def _font(file: _File, base: str, alphabet: dict[str, int]) -> int:
    widths = " ".join(["500"] * 256)
    entries = f"/Type/Font/Subtype/Type1/BaseFont/{base}/FirstChar 0/LastChar 255/Widths[{widths}]"
    if not alphabet:
        return file.add(f"<<{entries}/Encoding/WinAnsiEncoding>>")
    pairs = "\n".join(
        f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in alphabet.items()
    )
    table = file.stream(
        (
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/A def/CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(alphabet)} beginbfchar\n{pairs}\n"
            "endbfchar endcmap end end"
        ).encode("ascii")
    )
    return file.add(f"<<{entries}/Encoding/WinAnsiEncoding/ToUnicode {table} 0 R>>")


def _content(sheet: Sheet, alphabet: dict[str, int]) -> bytes:
    parts = [sheet.drawing]
    if sheet.image:
        parts.append(f"q {sheet.box[2]} 0 0 {sheet.box[3]} 0 0 cm /Im Do Q")
    for one in sheet.texts:
        if alphabet:
            code = bytes(alphabet[letter] for letter in one.text)
        else:
            code = one.text.encode("cp1252")
        place = one.matrix or f"1 0 0 1 {one.x} {one.y}"
        parts.append(f"BT {one.before} /{one.font} {one.size} Tf {place} Tm <{code.hex()}> Tj ET")
    return "\n".join(parts).encode("latin-1")


def _locked(password: str) -> tuple[bytes, str]:
    """The key of a file locked with 40 bits, and its encryption dictionary."""
    owner = bytes(32)
    padded = (password.encode("latin-1") + _PAD)[:32]
    key = hashlib.md5(padded + owner + b"\xfc\xff\xff\xff" + bytes(16)).digest()[:5]
    user = _rc4(key, _PAD)
    return key, f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{user.hex()}>>>"


def _with_locked_stream(body: bytes, key: bytes, number: int) -> bytes:
    head, rest = body.split(b"stream\n", 1)
    data = rest.removesuffix(b"\nendstream")
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    return head + b"stream\n" + _rc4(own, data) + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def flowing(
    text: str,
    y: float,
    *,
    x: float = 72,
    width: float = 450,
    size: float = 12,
    indent: float = 0,
    leading: float = 1.2,
    font: str = "F1",
) -> list[Text]:
    """A paragraph broken into lines that are at most `width` points long, the first one's base line at `y`."""
    lines: list[Text] = []
    words = text.split(" ")
    while words:
        shift = 0 if lines else indent
        room = int((width - shift) / (size / 2))
        count = 1
        while count < len(words) and len(" ".join(words[: count + 1])) <= room:
            count += 1
        line = " ".join(words[:count])
        lines.append(Text(x + shift, y - len(lines) * size * leading, line, size, font))
        words = words[count:]
    return lines


def stacked(paragraphs: Iterable[str], y: float = 760, **setting: float) -> list[Text]:
    """Paragraphs one below the other, with first lines indented by 24 points unless told otherwise."""
    found: list[Text] = []
    size, leading = setting.get("size", 12), setting.get("leading", 1.2)
    for paragraph in paragraphs:
        lines = flowing(paragraph, y, **{"indent": 24, **setting})  # type: ignore[arg-type]
        found += lines
        y -= len(lines) * size * leading
    return found
