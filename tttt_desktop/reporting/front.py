"""The first lines of the document and the signature as WordprocessingML (Nghị định 30/2020, Phụ lục I, II.1-9)."""

from tttt_desktop.reporting.metrics import balance, text_width
from tttt_desktop.reporting.office import (
    NAMELESS,
    UNSIGNED,
    date_line,
    number_line,
    recipients,
    signer_lines,
)
from tttt_desktop.reporting.tree import Office
from tttt_desktop.reporting.wordxml import layout_table, paragraph, rule, run

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Twips. The right column holds the Quốc hiệu at 13 pt; the table reaches a little into both margins, so that
# the left one has room for a name such as SỞ KHOA HỌC VÀ CÔNG NGHỆ in one line.
LEFT, RIGHT, OVERHANG = 4060, 5540, 122
RECIPIENTS, SIGNER = 4300, 5055  # the two columns below the text
TITLE_ROOM = 400.0  # points for a line of the trích yếu
LINE_SHARE = 0.4  # lines below names: between 1/3 and 1/2 of the text (II.2b, II.5b)


def heading(office: Office) -> str:
    """The two columns at the head: offices and Quốc hiệu, and level below them number and date."""
    motto = [
        paragraph("QuocHieu", run(NATION)),
        paragraph("TieuNgu", run(MOTTO)),
        rule(RIGHT / 20, text_width(MOTTO, 14, bold=True)),
    ]
    last = (
        paragraph("SoKyHieu", run(number_line(office))),
        paragraph("NgayThang", run(date_line(office))),
    )
    return layout_table((LEFT, RIGHT), ((_offices(office), "".join(motto)), last), -OVERHANG)


def _offices(office: Office) -> str:
    """Parent body upright, issuing body bold, a line of 0.4 of its length below."""
    room = LEFT / 20 - 2
    parent, name = office.parent.upper(), (office.name or NAMELESS).upper()
    size = size_of(parent, name, room)
    lines = balance(name, room, size, bold=True)
    longest = max(min(room, text_width(line, size, bold=True)) for line in lines)
    return (
        _sized("CoQuanChuQuan", balance(parent, room, size), size)
        + _sized("CoQuan", lines, size)
        + rule(LEFT / 20, longest * LINE_SHARE)
    )


def size_of(parent: str, name: str, room: float) -> int:
    """The size in which both names are written where there is so much room, both in points."""
    return min(_size(parent, room, bold=False), _size(name, room, bold=True))


def _size(name: str, room: float, *, bold: bool) -> int:
    """12 where that saves a line, else 13."""
    return 12 if len(balance(name, room, 12, bold)) < len(balance(name, room, 13, bold)) else 13


def _sized(style: str, lines: list[str], size: int) -> str:
    smaller = "" if size == 13 else f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    return paragraph(style, run("\n".join(lines), smaller)) if lines else ""


def title(kind: str, text: str) -> str:
    """Tên loại, trích yếu and the line below."""
    lines = balance(text, TITLE_ROOM, 14, bold=True)
    longest = max(min(TITLE_ROOM, text_width(line, 14, bold=True)) for line in lines)
    return (
        paragraph("TenLoai", run(kind))
        + paragraph("TrichYeu", run("\n".join(lines)))
        + rule(9355 / 20, longest * LINE_SHARE)
    )


def addressees(names: tuple[str, ...]) -> str:
    """Kính gửi: one on the same line, several as a list (II.9d)."""
    if not names:
        return ""
    if len(names) == 1:
        return paragraph("KinhGui", run(f"Kính gửi: {names[0]}"))
    stops = [";"] * (len(names) - 1) + ["."]
    return paragraph("KinhGui", run("Kính gửi:")) + "".join(
        paragraph("NoiGui", run(f"- {name}{stop}")) for name, stop in zip(names, stops, strict=True)
    )


def signature(office: Office) -> str:
    """Nơi nhận on the left, level with it who signs on the right."""
    left = paragraph("NoiNhan", run("Nơi nhận:"))
    left += "".join(paragraph("NoiNhanDong", run(line)) for line in recipients(office))
    room = SIGNER / 20
    right = "".join(
        paragraph("ChucVu", run("\n".join(balance(line, room, 14, bold=True))))
        for line in signer_lines(office)
    )
    right += paragraph("HoTen", run(office.signer_name or UNSIGNED))
    return layout_table((RECIPIENTS, SIGNER), ((left, right),))
