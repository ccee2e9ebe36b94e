"""RTF files of Word, WordPad and LibreOffice, with old fonts and new ones, and files made to hurt."""

from collections.abc import Callable

from old_letters import encode

from odd.case import Case
from odd.txt import windows_1258

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020"
BODY = "Đồng chí Phó Chủ tịch yêu cầu khắc phục những tồn tại, hạn chế trong năm qua."
_FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman{\*\falt Times};}"
    r"{\f1\fnil\fcharset0\fprq2 .VnTime;}{\f2\fnil\fcharset0 .VnTimeH;}{\f3\fnil\fcharset0 VNI-Times;}"
    r"{\f4\froman\fcharset163\fprq2 Times New Roman (Vietnamese);}{\f5\fnil\fcharset2 Symbol;}}"
)
_TABLES = (
    r"{\colortbl;\red0\green0\blue255;}{\stylesheet{\s1 Tiêu đề bị bỏ;}{\*\cs10 \additive kiểu;}}"
    r"{\*\listtable{\list\listtemplateid1{\listlevel{\leveltext\'01\'b7;}}}}"
    r"{\info{\title Tên trong thuộc tính}{\author Người soạn}}{\*\generator Chương trình nào đó;}"
)


def codes(data: bytes) -> str:
    """Bytes as RTF writes them: those beyond ASCII in hexadecimal."""
    return "".join(
        f"\\'{byte:02x}" if byte > 0x7F or chr(byte) in "\\{}" else chr(byte) for byte in data
    )


def spelt(text: str) -> str:
    """Text as Word writes it: \\u with a question mark for readers without Unicode."""
    units = text.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(chr(number) if 0 <= number < 0x80 else f"\\u{number}?" for number in numbers)


def rtf(body: str, *, fonts: str = _FONTS, head: str = r"\ansi\ansicpg1252\deff0\uc1") -> bytes:
    """A file with the usual tables around a body, whose letters beyond ASCII are spelt as Word does."""
    return spelt(f"{{\\rtf1{head}{fonts}{_TABLES}\\pard\\plain {body}}}").encode("ascii")


def _page(more: str = "", before: str = "") -> bytes:
    return rtf(f"{before}{TITLE}\\par\n\\pard {BODY}\\par\n{more}")


def _in_font(number: int, letters: bytes) -> bytes:
    title, _, body = letters.partition(b"\n")
    return rtf(f"\\f{number} {codes(title)}\\par\n{{\\f{number}\\fs28 {codes(body)}}}\\par\n")


def _old(scheme: str, number: int) -> Callable[[], bytes]:
    return lambda: _in_font(number, encode(f"{TITLE}\n{BODY}", scheme))


def _letter_by_letter(scheme: str, number: int) -> bytes:
    """Each letter a run of its own, as spelling checkers leave them."""
    runs = "".join(
        f"{{\\f{number}\\lang1066 {codes(bytes([byte]))}}}" for byte in encode(BODY, scheme)
    )
    return rtf(f"{TITLE}\\par {runs}\\par")


def _case(
    name: str,
    make: Callable[[], bytes],
    *more: str,
    never: tuple[str, ...] = (),
    slow: bool = False,
) -> Case:
    return Case(f"{name}.rtf", make, texts=(BODY, *more), never=never, slow=slow)


def _mixed() -> bytes:
    old = codes(encode("Hội nghị thống nhất", "tcvn3"))
    return _page(
        f"{{\\f1 {old}}} phương hướng của ngành {{\\f3 {codes(encode('năm tới', 'vni'))}}}\\par"
    )


_TABLE = (
    r"\trowd\cellx2000\cellx4000\pard\intbl Chỉ tiêu\cell Kế hoạch\cell\row"
    r"\trowd\cellx2000\cellx4000\pard\intbl Thuê bao\cell 100\cell\row\pard "
)
_NESTED = (
    r"\trowd\pard\intbl Ngoài\cell\pard\intbl\itap2 trong một\nestcell trong hai\nestcell"
    r"{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}{\nonesttables\par}\pard\intbl\cell\row\pard "
)
_SHAPE = (
    r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\sp{\sn fLine}{\sv 0}}"
    r"{\shptxt\pard Chữ trong khung\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext\pard bản vẽ cũ\par}}}}"
)

_WELL_FORMED = (
    _case("word", _page, TITLE, never=("Tên trong thuộc tính", "Người soạn", "bị bỏ", "Times")),
    _case("tcvn3", _old("tcvn3", 1), TITLE),
    _case("vni", _old("vni", 3), TITLE),
    Case("tcvn3-capitals.rtf", _old("tcvn3", 2), texts=(BODY.upper(),)),
    _case("tcvn3-letter-by-letter", lambda: _letter_by_letter("tcvn3", 1)),
    _case("vni-letter-by-letter", lambda: _letter_by_letter("vni", 3)),
    _case("old-fonts-among-new", _mixed, "Hội nghị thống nhất phương hướng của ngành năm tới"),
    _case("tcvn3-in-a-font-that-does-not-say-so", _old("tcvn3", 0), TITLE),
    _case("windows-1258", lambda: _in_font(4, windows_1258(f"{TITLE}\n{BODY}")), TITLE),
    _case(
        "windows-1258-as-code-page",
        lambda: rtf(
            f"{codes(windows_1258(TITLE))}\\par {codes(windows_1258(BODY))}",
            fonts="{\\fonttbl\\f0\\fnil Arial;}",
            head=r"\ansi\ansicpg1258",
        ),
        TITLE,
    ),
    _case(
        "utf-8-letters", lambda: f"{{\\rtf1\\ansi\\ansicpg65001 {TITLE}\\par {BODY}\\par}}".encode()
    ),
    _case("table", lambda: _page(_TABLE), "Chỉ tiêu | Kế hoạch", "Thuê bao | 100"),
    _case("table-in-a-table", lambda: _page(_NESTED), "trong một | trong hai", "Ngoài"),
    _case(
        "text-box",
        lambda: _page(_SHAPE),
        "Chữ trong khung",
        never=("bản vẽ cũ", "shapeType"),
    ),
    _case(
        "field",
        lambda: _page(r"{\field{\*\fldinst HYPERLINK file:///etc/passwd}{\fldrslt liên kết}}\par"),
        "liên kết",
        never=("HYPERLINK", "passwd"),
    ),
    _case(
        "header-and-footer",
        lambda: _page(
            before=r"{\header\pard UBND TỈNH\par}{\footer\pard Trang {\field{\*\fldinst PAGE}{\fldrslt 7}}\par}"
        ),
        never=("UBND TỈNH", "Trang 7"),
    ),
    _case(
        "footnote",
        lambda: _page(r"Có ghi chú{\footnote\pard Xem phụ lục}.\par"),
        "Có ghi chú.",
        never=("phụ lục",),
    ),
    _case(
        "comment",
        lambda: _page(r"{\*\atnid AB}{\*\annotation\pard bí mật\par}"),
        never=("bí mật", "AB"),
    ),
    _case(
        "hidden-and-deleted",
        lambda: _page(r"{\v giấu}{\deleted xoá}{\revised mới}\par"),
        "mới",
        never=("giấu", "xoá"),
    ),
    _case(
        "numbered-list",
        lambda: _page(r"{\listtext\pard 1.\tab}một\par{\pntext\f5\'b7\tab}hai\par"),
        "1. một",
        "• hai",
        never=("\uf0b7",),
    ),
    _case("emoji-in-halves", lambda: _page(r"tốt \u-10179?\u-8704?\par"), "tốt 😀"),
    _case(
        "two-spellings",
        lambda: _page(r"{\upr{Nam m?i}{\*\ud{Năm mới}}}\par"),
        "Năm mới",
        never=("Nam m?i",),
    ),
    _case(
        "signs",
        lambda: _page(r"{\ldblquote}m\rdblquote\emdash a\~b\_c\-d \{x\}\'85\par"),
        "“m”—a b-cd {x}…",
    ),
    _case("soft-hyphen-of-tcvn3", lambda: _page(r"{\f1 ng\-\'eai d\'adng}\par"), "người dưng"),
    _case("unknown-words", lambda: _page(r"{\*\moi5 bỏ}\chuabiet12 còn\par"), "còn", never=("bỏ",)),
)

_HOSTILE = (
    _case("cut-off", lambda: _page()[:-1] + b" \\par d\\u"),
    _case("cut-in-a-picture", lambda: _page("{\\pict\\wmetafile8 0102")[:-1]),
    _case("too-many-closed", lambda: _page() + b"}}}} r\\'e1c {\\par", never=("rác",)),
    _case("no-fonts", lambda: spelt(f"{{\\rtf1 {TITLE}\\par {BODY}\\par}}").encode()),
    _case(
        "binary-with-braces", lambda: _page("{\\pict\\bin12 }}}{{{\\par \\}\\par sau\\par"), "sau"
    ),
    _case("binary-beyond-the-end", lambda: _page("{\\pict\\bin999999999 }")),
    _case("wild-numbers", lambda: _page(r"\u99999999?\f999999999\uc-7 x\f0\itap-3 y\cell\par")),
    _case("destination-outside-its-group", lambda: _page(r"\pict\fldinst\info tiếp\par"), "tiếp"),
    _case(
        "controls-and-bidi",
        lambda: _page(r"\u8238?a\u8206?b\'07\u7?c\par"),
        never=("\u202e", "\x07"),
    ),
    _case(
        "object",
        lambda: _page(
            r"{\object\objemb{\*\objclass Excel.Sheet}{\*\objdata 0105}{\result kết quả}}\par"
        ),
        "kết quả",
        never=("Excel", "0105"),
    ),
    _case(
        "template-and-links",
        lambda: _page(
            r"{\*\template \\\\may\\mau.dot}{\field{\*\fldinst INCLUDEPICTURE \\\\may\\a.png}{\fldrslt }}\par"
        ),
        never=("may",),
    ),
    _case("deep", lambda: _page("{" * 4_000 + "sâu" + "}" * 4_000 + "\\par"), "sâu"),
    Case("too-deep.rtf", lambda: b"{\\rtf1" + b"{" * 200_000, refused="lồng nhau"),
    Case("empty.rtf", lambda: rtf("\\par\\par"), refused="không có chữ"),
    Case("only-picture.rtf", lambda: rtf("{\\pict\\pngblip 89504e47}"), refused="không có chữ"),
    Case("only-the-mark.rtf", lambda: b"{\\rtf1", refused="bị hỏng"),
    Case("cut-before-the-text.rtf", lambda: rtf(f"{BODY}\\par")[:60], refused="bị hỏng"),
    _case(
        "picture-of-20-mb",
        lambda: _page("{\\pict\\pngblip " + ("0123456789abcdef" * 8 + "\n") * 150_000 + "}\\par"),
        slow=True,
    ),
    _case(
        "many-groups-in-a-picture",
        lambda: _page("{\\pict " + "{}" * 400_000 + "}\\par"),
        slow=True,
    ),
    _case(
        "many-fonts",
        lambda: rtf(f"{BODY}\\par", fonts="{\\fonttbl" + "{\\f9 Arial;}" * 400_000 + "}"),
        slow=True,
    ),
)

CASES = _WELL_FORMED + _HOSTILE
