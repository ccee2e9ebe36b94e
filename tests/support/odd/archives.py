"""Zips as they come by mail and from a stick, and such as unpack too much, lie, or lead out of their folder."""

import io
import struct
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Callable

from odd.case import Case

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021"
LEAD = "Sáng 12/01, Sở Thông tin và Truyền thông tỉnh Hải Dương tổ chức hội nghị tổng kết công tác năm 2020."
RESULT = "Năm 2020, Sở hoàn thành 30/32 nhiệm vụ được giao, doanh thu viễn thông tăng 4% so với cùng kỳ năm trước."
ARTICLE = f"{TITLE}\n\n12/01/2021 15:20\n\n{LEAD}\n\n{RESULT}\n".encode()
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{LEAD}</p><p>{RESULT}</p></body></html>".encode()
SECRET = "chu khong duoc doc"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the named contents, in this order, names twice where they are given twice."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as package:
        warnings.simplefilter("ignore")  # of names given twice
        for name, data in entries:
            package.writestr(zipfile.ZipInfo(name, (2021, 1, 12, 8, 0, 0)), data, method)
    return buffer.getvalue()


def with_raw_name(raw: bytes, data: bytes = ARTICLE, extra: bytes = b"", listed: int = 1) -> bytes:
    """A zip with one entry whose name is in the letters of an old system, in the list as often as told."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(data) + packed.flush()
    sizes = (zlib.crc32(data), len(body), len(data), len(raw), len(extra))
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x5221, *sizes)
    local = b"PK\x03\x04" + common + raw + extra + body
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common
    entry += struct.pack("<HHHII", 0, 0, 0, 0, 0) + raw + extra
    size = len(entry) * listed
    end = struct.pack("<HHHHIIH", 0, 0, listed, listed, size, len(local), 0)
    return local + entry * listed + b"PK\x05\x06" + end


def unicode_path(raw: bytes, name: str) -> bytes:
    """The extra field that gives an entry's name in UTF-8."""
    data = struct.pack("<BI", 1, zlib.crc32(raw)) + name.encode()
    return struct.pack("<HH", 0x7075, len(data)) + data


def _docx() -> bytes:
    xml = f'<w:document xmlns:w="{_W}"><w:body>'
    xml += "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in (TITLE, LEAD, RESULT))
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    return zipped(
        ("[Content_Types].xml", types.encode()),
        ("_rels/.rels", relations.encode()),
        ("word/document.xml", f"{xml}</w:body></w:document>".encode()),
    )


def _nested(times: int) -> bytes:
    data = zipped(("bai.txt", ARTICLE))
    for _ in range(times):
        data = zipped(("trong.zip", data))
    return data


def _bomb_of_bombs() -> bytes:
    """Sixteen zips in each of sixteen, five layers down, as in a famous one."""
    data = zipped(("0.bin", bytes(20_000_000)))
    for _ in range(4):
        data = zipped(*((f"lib {number}.zip", data) for number in range(16)))
    return data


def _overlapping() -> bytes:
    """Two entries of the list that unpack the same packed bytes."""
    data = with_raw_name(b"a.txt")
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    listed = data[at:end]
    twice = listed + listed.replace(b"a.txt", b"b.txt")
    close = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 2, 2, len(twice), at, 0)
    return data[:at] + twice + close


def _encrypted() -> bytes:
    """The flag of a password on one entry, the other one open."""
    data = bytearray(zipped(("kin.txt", SECRET.encode()), ("mo.txt", ARTICLE)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _link() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        link = zipfile.ZipInfo("loi tat.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        package.writestr(link, "/etc/passwd")
        package.writestr("bai.txt", ARTICLE)
    return buffer.getvalue()


def _lying() -> bytes:
    """An entry that says it is short and unpacks to ten megabytes."""
    data = bytearray(zipped(("a.txt", bytes(10_000_000))))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 40)
    return bytes(data)


def _zip64() -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w") as package,
        package.open("bai.txt", "w", force_zip64=True) as file,
    ):
        file.write(ARTICLE)
    return buffer.getvalue()


def _changed(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: change(zipped(("bai.txt", ARTICLE)))


CASES = (
    Case("thuong.zip", lambda: zipped(("bai.txt", ARTICLE)), (TITLE, LEAD)),
    Case(
        "thu muc.zip",
        lambda: zipped(("thang 1/", b""), ("thang 1/bai.html", PAGE)),
        (TITLE, RESULT),
    ),
    Case("word trong.zip", lambda: zipped(("bai.docx", _docx())), (LEAD, RESULT)),
    Case("word sai duoi.zip", lambda: zipped(("bai.zip", _docx())), (LEAD, RESULT)),
    Case("bon lop.zip", lambda: _nested(4), (TITLE, LEAD)),
    Case("muoi lop.zip", lambda: _nested(10), refused="quá nhiều lớp"),
    Case(
        "trang da luu.zip",
        lambda: zipped(
            ("bai.html", PAGE), ("bai_files/khung.html", SECRET.encode()), ("bai_files/a.js", b"x")
        ),
        (LEAD,),
        never=(SECRET,),
    ),
    Case(
        "may mac.zip",
        lambda: zipped(
            ("bai.txt", ARTICLE), ("__MACOSX/._bai.txt", SECRET.encode()), (".DS_Store", b"x")
        ),
        (LEAD,),
        never=(SECRET,),
    ),
    Case(
        "chi co anh.zip",
        lambda: zipped(("a.png", b"x"), ("b.css", b"y")),
        refused="không có bài viết",
    ),
    Case("rong.zip", lambda: zipped(), refused="không có bài viết"),
    Case("mat khau.zip", _encrypted, (LEAD,), refused="mật khẩu", never=(SECRET,)),
    Case("bom.zip", lambda: zipped(("0.txt", bytes(29_000_000))), refused="quá lớn"),
    Case(
        "bom nhieu.zip",
        lambda: zipped(*((f"{n}.txt", b"ab" * 10_000_000) for n in range(6))),
        refused="quá lớn",
        slow=True,
    ),
    Case("bom long bom.zip", _bomb_of_bombs, refused="Tệp nén", slow=True),
    Case("chong len nhau.zip", _overlapping, refused="bất thường"),
    Case("noi doi.zip", _lying, refused="bị hỏng"),
    Case(
        "tep lon.zip",
        lambda: zipped(("a.bin", zlib.compress(bytes(9)) + bytes(31_000_000)), ("b.txt", ARTICLE)),
        refused="quá lớn",
    ),
    Case("65535 tep.zip", lambda: with_raw_name(b"a.txt", listed=65_535), refused="5.000 tệp"),
    Case("ra ngoai.zip", lambda: zipped(("../../bai.txt", ARTICLE)), (LEAD,)),
    Case(
        "duong dan.zip",
        lambda: zipped(("C:\\Windows\\bai.txt", ARTICLE), ("/etc/bai.txt", PAGE)),
        (LEAD,),
    ),
    Case("ten co nul.zip", lambda: with_raw_name(b"bai\0.exe.txt"), (LEAD,)),
    Case(
        "ten trung.zip",
        lambda: zipped(("a.txt", ARTICLE), ("a.txt", PAGE), ("A.TXT", b"Chu khac")),
        (LEAD, "Chu khac"),
    ),
    Case("loi tat.zip", _link, (LEAD,), refused="lối tắt", never=("/etc/passwd", "root:")),
    Case(
        "ten cp1258.zip",
        lambda: with_raw_name("Tổng kết năm 2020.txt".encode("cp1258", "replace")),
        (LEAD,),
    ),
    Case("ten utf-8 khong co.zip", lambda: with_raw_name("Tổng kết.txt".encode()), (LEAD,)),
    Case(
        "ten tach dau.zip",
        lambda: with_raw_name(unicodedata.normalize("NFD", "Tổng kết.txt").encode()),
        (LEAD,),
    ),
    Case("zip64.zip", _zip64, (LEAD,)),
    Case("cut danh muc.zip", _changed(lambda data: data[:-30]), refused="bị hỏng"),
    Case("cut giua.zip", _changed(lambda data: data[: len(data) // 2]), refused="bị hỏng"),
    Case(
        "sai so.zip", _changed(lambda data: data[:60] + b"\xff\xff" + data[62:]), refused="bị hỏng"
    ),
    Case(
        "rar trong.zip",
        lambda: zipped(("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(40))),
        refused="nén",
    ),
    Case(
        "bay zip.zip",
        lambda: zipped(
            ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40)),
            ("b.gz", b"\x1f\x8b" + bytes(40)),
            ("bai.txt", ARTICLE),
        ),
        (LEAD,),
        refused="nén",
    ),
    Case(
        "kieu nen la.zip",
        lambda: zipped(("a.txt", ARTICLE), method=zipfile.ZIP_LZMA),
        refused="kiểu",
    ),
    Case(
        "ten chieu.zip",
        lambda: zipped(("bai\u202etxt.exe.txt", ARTICLE)),
        (LEAD,),
        never=("\u202e",),
    ),
)
