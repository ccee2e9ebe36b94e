"""Word 97-2003 files as Word writes them, and as nobody should send them."""

import struct
from dataclasses import replace

from odd.case import Case
from odd.compound import SECTOR, compound
from odd.docx import article, word
from odd.word97 import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    ROW_END,
    TEXT_AT,
    Par,
    Word,
    font,
    item,
    level,
    par,
    row,
    sprm,
    streams,
    style,
    write,
)
from odd.words import ARTICLE, RESULT, TASK, many, old

PARAGRAPHS = tuple(map(par, ARTICLE))
FONTS = ("Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times", "Wingdings")
PLAIN = Word(PARAGRAPHS)
_ENCRYPTED, _OBFUSCATED, _FAST = 0x0100, 0x8000, 0x0004


def with_more(*more: Par) -> bytes:
    """The article and some paragraphs more, in a file that knows the fonts and two lists."""
    lists = (
        [level(0, "Điều \0.")],
        [level(1, "\0."), level(0, "\1."), level(4, "\2)"), *[level(255, "")] * 6],
    )
    return write(Word((*PARAGRAPHS, *more), fonts=FONTS, lists=lists))


def runs(*parts: tuple[str, bytes]) -> Par:
    """A paragraph of several runs."""
    return Par(parts)


def old_word(text: bytes, flags: int = 0) -> bytes:
    """A Word 6 file: one byte a letter behind a short head."""
    head = bytearray(0x300)
    struct.pack_into("<HH", head, 0, 0xA5DC, 101)
    struct.pack_into("<H", head, 0x0A, flags)
    struct.pack_into("<I", head, 0x18, len(head))
    struct.pack_into("<I", head, 0x34, len(text))
    return compound({"WordDocument": bytes(head) + text})


def patched(place: int, data: bytes, stream: str = "WordDocument") -> bytes:
    """The plain file with other bytes somewhere in one of its streams."""
    parts = {name: bytearray(part) for name, part in streams(PLAIN).items()}
    parts[stream][place : place + len(data)] = data
    return compound({name: bytes(part) for name, part in parts.items()})


def pair(number: int, start: int, size: int) -> bytes:
    """The plain file with another place for one of its tables."""
    return patched(0x9A + 8 * number, struct.pack("<II", start, size))


def nested() -> tuple[Par, ...]:
    """A table in the second cell of a row."""
    inner = IN_TABLE + sprm(0x6649, 2, 4)
    return (
        par("Chỉ tiêu chung", IN_TABLE, mark="\x07"),
        par("trong một", inner + sprm(0x244B, 1, 1)),
        par("trong hai", inner + sprm(0x244B, 1, 1)),
        par("", inner + sprm(0x244C, 1, 1)),
        par("sau bảng trong", IN_TABLE, mark="\x07"),
        par("", ROW_END, mark="\x07"),
    )


def rtf() -> bytes:
    """The article as RTF, which Word also opens under the name of a .doc."""
    lines = (
        "".join(one if one.isascii() else f"\\u{ord(one)}?" for one in line) for line in ARTICLE
    )
    return ("{\\rtf1\\ansi\\uc1 " + "\\par ".join(lines) + "}").encode("ascii")


def _torn() -> bytes:
    """A file whose text ends after its first sector."""
    data = bytearray(write(PLAIN))
    (table,) = struct.unpack_from("<I", data, 76)
    struct.pack_into("<I", data, (table + 1) * SECTOR, 0xFFFFFFFE)
    return bytes(data)


def _repeated() -> bytes:
    """A table of pieces that claims the same bytes thousands of times over."""
    count = 50_000
    table = struct.pack(f"<{count + 1}I", *(n * 40_000 for n in range(count + 1)))
    table += struct.pack("<HIH", 0, TEXT_AT, 0) * count
    clx = b"\x02" + struct.pack("<I", len(table)) + table
    parts = streams(PLAIN)
    main = bytearray(parts["WordDocument"])
    struct.pack_into("<II", main, 0x9A + 8 * 33, 0, len(clx))
    return compound({"WordDocument": bytes(main), "1Table": clx})


def _unread_tables() -> bytes:
    """Only the letters can be told: all other tables point into nothing."""
    parts = streams(PLAIN)
    main = bytearray(parts["WordDocument"])
    for number in (1, 6, 11, 12, 13, 15, 40, 56, 73, 74):
        struct.pack_into("<II", main, 0x9A + 8 * number, 0x7FFF_0000, 5_000)
    return compound({**parts, "WordDocument": bytes(main)})


_IN_TCVN3 = tuple(par(old(line, "tcvn3"), run=font(1)) for line in ARTICLE)
_BOX = par("Trong hộp chữ có một câu kết luận.")

CASES: tuple[Case, ...] = (
    Case("thường.doc", lambda: write(PLAIN), ARTICLE),
    Case("sai-đuôi.docx", lambda: write(PLAIN), ARTICLE),
    Case("sai-đuôi.txt", lambda: write(PLAIN), ARTICLE),
    Case("lưu-nhanh.doc", lambda: write(replace(PLAIN, shuffled=True)), ARTICLE),
    Case("phủ.doc", lambda: write(replace(PLAIN, overlay=sprm(0x0835, 1, 1))), ARTICLE),
    Case("vntime.doc", lambda: write(Word(_IN_TCVN3, fonts=FONTS)), ARTICLE),
    Case("vntime-một-byte.doc", lambda: write(Word(_IN_TCVN3, fonts=FONTS, wide=False)), ARTICLE),
    Case(
        "vntimeh.doc",
        lambda: with_more(par(old("Sở đạt kết quả tốt.", "tcvn3"), run=font(2))),
        ("SỞ ĐẠT KẾT QUẢ TỐT.",),
    ),
    Case(
        "vni-cắt.doc",
        lambda: with_more(Par(tuple((one, font(3)) for one in old(f"{RESULT} Hết.", "vni")))),
        (f"{RESULT} Hết.",),
    ),
    Case(
        "trộn.doc",
        lambda: with_more(
            runs(
                ("Chữ Unicode và ", b""),
                (old("chữ cũ của nước", "tcvn3"), font(1)),
                (" trong một đoạn.", b""),
            )
        ),
        ("Chữ Unicode và chữ cũ của nước trong một đoạn.",),
    ),
    Case(
        "kiểu.doc",
        lambda: write(
            Word(
                tuple(par(old(line, "tcvn3"), style=1) for line in ARTICLE),
                fonts=FONTS,
                styles=(style("Normal"), style("Thân bài", font(1), base=0)),
            )
        ),
        ARTICLE,
    ),
    Case(
        "bảng.doc",
        lambda: with_more(
            *row("Chỉ tiêu", "Kết quả", ""), *row("Doanh thu", "742,67 tỷ", "106%"), par(TASK)
        ),
        ("Chỉ tiêu | Kết quả", "Doanh thu | 742,67 tỷ | 106%"),
    ),
    Case(
        "bảng-lồng.doc",
        lambda: with_more(*nested(), par(TASK)),
        ("Chỉ tiêu chung\ntrong một | trong hai\nsau bảng trong",),
    ),
    Case(
        "trường.doc",
        lambda: with_more(
            par('\x13 HYPERLINK "http://127.0.0.1/x" \x01\x14Kế hoạch\x15 đã được ban hành.'),
            par("\x13 IF không thấy"),
            par("Đoạn sau một trường bị hỏng vẫn còn."),
        ),
        ("Kế hoạch đã được ban hành.", "Đoạn sau một trường bị hỏng vẫn còn."),
        never=("HYPERLINK", "127.0.0.1", "không thấy"),
    ),
    Case(
        "ẩn.doc",
        lambda: with_more(
            runs(
                ("Còn 2 nhiệm vụ chậm", b""),
                (" bí mật", HIDDEN),
                (" đã xóa", DELETED),
                (" tiến độ.", b""),
            )
        ),
        ("Còn 2 nhiệm vụ chậm tiến độ.",),
        never=("bí mật", "đã xóa"),
    ),
    Case(
        "danh-sách.doc",
        lambda: with_more(
            par("Phạm vi áp dụng trong tỉnh.", item(1)),
            par("Đối tượng áp dụng là các sở.", item(1)),
            par("Kết quả đạt được trong năm.", item(2)),
            par("Về bưu chính và viễn thông.", item(2, 1)),
            par("Doanh thu tăng.", item(2, 2)),
            par("Hạn chế cần khắc phục.", item(2)),
        ),
        (
            "Điều 1. Phạm vi",
            "Điều 2. Đối tượng",
            "I. Kết quả",
            "1. Về bưu",
            "a) Doanh",
            "II. Hạn chế",
        ),
    ),
    Case(
        "hộp.doc",
        lambda: write(
            Word((*PARAGRAPHS, par("Neo của hộp\x08 chữ là ở đây."), par(TASK)), boxes=((_BOX,),))
        ),
        ("Neo của hộp chữ là ở đây.\nTrong hộp chữ có một câu kết luận.",),
    ),
    Case(
        "ghi-chú.doc",
        lambda: write(
            Word(
                (*PARAGRAPHS, par("Câu có chú thích\x02 ở giữa.")),
                notes=(par("\x02 Lời cuối trang"),),
                headers=((), (par("Lời đầu trang"),), (), (par("Lời chân trang"),), (), ()),
            )
        ),
        (*ARTICLE, "Câu có chú thích ở giữa."),
        never=("Lời",),
    ),
    Case(
        "dấu.doc",
        lambda: with_more(
            par("Trang một\x0ctrang hai\x0bxuống dòng\x1enối\x1f mềm 😀 hết."),
            runs(("Mũi tên ", b""), ("(", sprm(0x6A09, 4 | 0xF0E0 << 16, 4)), (" trong câu.", b"")),
        ),
        ("Trang một\ntrang hai\nxuống dòng-nối mềm 😀 hết.", "Mũi tên → trong câu."),
    ),
    Case("chỉ-còn-chữ.doc", _unread_tables, ARTICLE),
    Case("đuôi-không.doc", lambda: write(PLAIN) + bytes(5_000), ARTICLE),
    Case("thật-là-rtf.doc", rtf, ARTICLE),
    Case("thật-là-docx.doc", lambda: word(article()), ARTICLE),
    Case(
        "thật-là-html.doc",
        lambda: f"<html><body><p>{'</p><p>'.join(ARTICLE)}</p></body></html>".encode(),
        ARTICLE,
    ),
    Case("thật-là-txt.doc", lambda: "\r\n".join(ARTICLE).encode(), ARTICLE),
    Case(
        "word6.doc",
        lambda: old_word("\r".join(old(line, "tcvn3") for line in ARTICLE).encode("cp1252")),
        ARTICLE,
    ),
    Case("word6-nhanh.doc", lambda: old_word(b"abc", _FAST), refused="quá cũ"),
    Case("word2.doc", lambda: b"\xdb\xa5-\0" + bytes(2_000), refused="quá cũ"),
    Case("khóa.doc", lambda: write(replace(PLAIN, flags=_ENCRYPTED)), refused="mật khẩu"),
    Case(
        "khóa-cũ.doc",
        lambda: write(replace(PLAIN, flags=_ENCRYPTED | _OBFUSCATED)),
        refused="mật khẩu",
    ),
    Case(
        "khóa.docx",
        lambda: compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}),
        refused="mật khẩu",
    ),
    Case("bảng-tính.doc", lambda: compound({"Workbook": b"x"}), refused="Excel"),
    Case("trình-chiếu.doc", lambda: compound({"PowerPoint Document": b"x"}), refused="PowerPoint"),
    Case("thư.msg", lambda: compound({"__properties_version1.0": b"x"}), refused="Outlook"),
    Case("lạ.doc", lambda: compound({"Contents": b"x"}), refused="không phải tệp Word"),
    Case("cụt.doc", lambda: write(PLAIN)[:1_500], refused="hỏng"),
    Case(
        "cụt-bảng.doc",
        lambda: compound({"WordDocument": streams(PLAIN)["WordDocument"]}),
        refused="hỏng",
    ),
    Case("sai-đầu.doc", lambda: write(replace(PLAIN, magic=0x1234)), refused="hỏng"),
    Case("ngoài-tệp.doc", lambda: pair(33, 0x7FFF_FFFF, 0x7FFF_FFFF), refused="hỏng"),
    Case("đứt.doc", _torn, refused="hỏng"),
    Case("lặp.doc", _repeated, refused="hỏng"),
    Case("số-âm.doc", lambda: patched(0x4C, struct.pack("<i", -5)), refused="hỏng"),
    Case("chỉ-đầu.doc", lambda: bytes.fromhex("d0cf11e0a1b11ae1"), refused="hỏng"),
    Case("trống.doc", lambda: write(Word((par(""),))), refused="không có chữ"),
    Case(
        "20000-đoạn.doc",
        lambda: write(
            Word(
                tuple(par(old(line, "tcvn3"), run=font(1)) for line in (*ARTICLE, *many(20_000))),
                fonts=FONTS,
                wide=False,
            )
        ),
        (many(20_000)[-1],),
        slow=True,
    ),
)
