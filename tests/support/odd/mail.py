"""Mails and saved web archives of many programs, with what mail servers and forgers do to them."""

import base64
import io
import quopri
import zipfile
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import default

from odd.case import Case

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021"
LEAD = (
    "Sáng 12/01, Sở Thông tin và Truyền thông tỉnh Hải Dương tổ chức hội nghị tổng kết công tác năm 2020."
    " Ông Lưu Văn Giả Định, Phó Chủ tịch UBND tỉnh dự hội nghị và phát biểu chỉ đạo, giao nhiệm vụ năm 2021."
)
RESULT = "Năm 2020, Sở hoàn thành 30/32 nhiệm vụ được giao, doanh thu viễn thông tăng 4% so với cùng kỳ năm trước."
SECRET = "chữ không được đọc"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    f"<p>{LEAD}</p><p>{RESULT}</p></body></html>"
)


def archive(
    page: bytes,
    kind: str = "text/html",
    encoding: str = "quoted-printable",
    head: str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.vn/bai-1.html\r\n"
    "Subject: =?utf-8?Q?T=E1=BB=95ng_k=E1=BA=BFt?=\r\nDate: Fri, 20 Nov 2026 08:15:00 +0700\r\n",
    more: bytes = b"",
    start: str = "",
) -> bytes:
    """A web archive of one page in an encoding, as a browser saves it."""
    body = base64.encodebytes(page) if encoding == "base64" else quopri.encodestring(page)
    body = page if encoding in ("8bit", "binary") else body
    top = (
        f"{head}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";{start}\r\n\tboundary="----Ranh-gioi"\r\n\r\n------Ranh-gioi\r\n'
        f"Content-Type: {kind}\r\nContent-ID: <trang-1>\r\nContent-Transfer-Encoding: {encoding}\r\n"
        "Content-Location: https://example.vn/bai-1.html\r\n\r\n"
    )
    return top.encode() + body.replace(b"\n", b"\r\n") + more + b"\r\n------Ranh-gioi--\r\n"


def _part(kind: str, body: bytes, ident: str = "x") -> bytes:
    return (
        f"\r\n------Ranh-gioi\r\nContent-Type: {kind}\r\nContent-ID: <{ident}>\r\n\r\n".encode()
        + body
    )


def mail(text: str = "", html: str = "", subject: str = TITLE, **headers: str) -> EmailMessage:
    """A mail with a plain text, a page, or both forms."""
    message = EmailMessage(policy=default.clone(max_line_length=998))
    message["From"] = "Mai Thị Giả <mai@example.vn>"
    message["To"] = "vanphong@example.vn"
    message["Subject"] = subject
    message["Date"] = "Tue, 12 Jan 2021 15:20:00 +0700"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


def _text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs or (LEAD, RESULT)) + "\n"


def zipped(name: str, data: bytes) -> bytes:
    """A zip with one file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return buffer.getvalue()


def with_files(*files: tuple[str, bytes], text: str = "") -> bytes:
    """A mail with a text and attached files."""
    message = mail(text or _text())
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def _raw_headers() -> bytes:
    """8-bit letters in the headers and in the body, as old programs send them."""
    head = f"From: Mai Thị Giả <mai@example.vn>\r\nTo: a@example.vn\r\nSubject: {TITLE}\r\n"
    return f"{head}Date: 12 Jan 2021 15:20:00 +0700\r\n\r\n{_text()}".encode()


def _old_encoding() -> bytes:
    message = MIMEText("x", "plain", "us-ascii")
    message["From"] = message["To"] = "mai@example.vn"
    message["Subject"] = "Bài báo"
    del message["Content-Transfer-Encoding"]
    body = _to_1258(_text())
    head = message.as_bytes().split(b"\n\n", 1)[0].replace(b"us-ascii", b"windows-1258")
    return head + b"\nContent-Transfer-Encoding: 8bit\n\n" + body


def _to_1258(text: str) -> bytes:
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    found = bytearray()
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(one for one in parts if one not in tones))
        found += (base + "".join(one for one in parts if one in tones)).encode("cp1258")
    return bytes(found)


def _answer() -> bytes:
    quoted = "\n".join(f"> {line}" for line in (SECRET, "dòng sau"))
    text = (
        _text()
        + "\nVào Th 3, 12 thg 1, 2021 vào lúc 15:20 An <an@example.vn> đã viết:\n\n"
        + quoted
    )
    return mail(text, subject=f"Re: {TITLE}").as_bytes()


def _outlook_answer() -> bytes:
    rows = (
        "From: An [mailto:an@example.vn]",
        "Sent: Monday, January 11, 2021 8:00 AM",
        "To: Mai",
        "Subject: Hỏi",
    )
    page = PAGE.replace("</body>", "".join(f"<p>{one}</p>" for one in (*rows, SECRET)) + "</body>")
    return mail(html=page).as_bytes()


def _forwarded() -> bytes:
    lines = (
        "---------- Forwarded message ---------",
        "Từ: An <an@example.vn>",
        "Date: Th 2, 11 thg 1, 2021",
        f"Subject: {TITLE}",
        "To: Mai",
        "",
        "",
    )
    return mail("Gửi chị.\n\n" + "\n".join(lines) + _text(), subject=f"Fwd: {TITLE}").as_bytes()


def _signed() -> bytes:
    return mail(_text() + "\n-- \nMai Thị Giả\nĐT: 0900 000 000\n" + SECRET).as_bytes()


def _wrapped() -> bytes:
    import textwrap

    return mail("\n\n".join(textwrap.fill(one, 72) for one in (LEAD, RESULT)) + "\n").as_bytes()


def _flowed() -> bytes:
    import textwrap

    text = "\n\n".join(" \n".join(textwrap.wrap(one, 70)) for one in (LEAD, RESULT))
    head = "From: mai@example.vn\nTo: a@example.vn\nSubject: Bài\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: text/plain; charset=utf-8; format=flowed\n\n{text}\n".encode()


def _poor_page() -> bytes:
    return mail(_text(), "<html><body><p>Xem bản chữ.</p></body></html>").as_bytes()


def _many_layers(count: int) -> bytes:
    message = MIMEText(_text(), "plain", "utf-8")
    for _ in range(count):
        outer = MIMEMultipart()
        outer.attach(message)
        message = outer  # type: ignore[assignment]
    message["From"] = message["To"] = "mai@example.vn"
    return message.as_bytes()


def _mail_in_mails(count: int) -> bytes:
    inner = mail(_text())
    for _ in range(count):
        outer = mail("Xem thư kèm.", subject="Chuyển")
        outer.add_attachment(inner)
        inner = outer
    return inner.as_bytes()


def _inline_pictures() -> bytes:
    message = MIMEMultipart("related")
    message["From"] = message["To"] = "mai@example.vn"
    message["Subject"] = TITLE
    message.attach(
        MIMEText(PAGE.replace("<h1>", "<p><img src='cid:anh'></p><h1>"), "html", "utf-8")
    )
    picture = MIMEApplication(b"\x89PNG" + SECRET.encode(), "octet-stream")
    picture.replace_header("Content-Type", "image/png")
    picture["Content-ID"] = "<anh>"
    message.attach(picture)
    return message.as_bytes()


def _of_outside() -> bytes:
    page = PAGE.replace(
        "<h1>",
        '<link rel=stylesheet href="http://example.invalid/a.css"><img src="file:///etc/passwd">'
        '<iframe src="\\\\host\\share"></iframe><script>alert(1)</script><h1>',
    )
    return archive(page.encode(), "text/html; charset=utf-8")


def _utf16() -> bytes:
    page = PAGE.encode("utf-16")
    return archive(page, 'text/html; charset="unicode"', "base64")


def _vntime() -> bytes:
    page = (
        '<html><body><p style="font-family:.VnTime">Së Th«ng tin vµ TruyÒn th«ng tæng kÕt c«ng t¸c n¨m 2020,'
        " hoµn thµnh c¸c nhiÖm vô ®­îc giao trong n¨m.</p></body></html>"
    )
    return archive(page.encode("cp1252"), "text/html; charset=windows-1252", head="")


def _frames() -> bytes:
    frame = _part("text/html; charset=utf-8", PAGE.encode(), "khung")
    page = b'<html><frameset><frame src="cid:khung"></frameset></html>'
    return archive(page, "text/html; charset=utf-8", more=frame)


CASES = (
    Case("chrome.mhtml", lambda: archive(PAGE.encode(), "text/html"), (LEAD, RESULT)),
    Case(
        "ie.mht",
        lambda: archive(
            PAGE.encode(),
            "text/html; charset=utf-8",
            "base64",
            'From: "Saved by Internet Explorer 11"\r\n',
        ),
        (LEAD, RESULT),
    ),
    Case(
        "word.mht",
        lambda: archive(PAGE.encode(), 'text/html; charset="utf-8"', head=""),
        (LEAD, RESULT),
    ),
    Case("tam bit.mht", lambda: archive(PAGE.encode(), "text/html", "8bit"), (LEAD, RESULT)),
    Case("utf-16.mht", _utf16, (LEAD, RESULT)),
    Case(
        "1258.mht",
        lambda: archive(_to_1258(PAGE), "text/html; charset=windows-1258"),
        (LEAD, RESULT),
    ),
    Case(
        "1258 trong trang.mht",
        lambda: archive(
            _to_1258(PAGE.replace("<head>", '<head><meta charset="windows-1258">')), "text/html"
        ),
        (LEAD,),
    ),
    Case("vntime.mht", _vntime, ("Sở Thông tin và Truyền thông tổng kết công tác năm 2020",)),
    Case("khung.mht", _frames, (LEAD, RESULT)),
    Case(
        "trang dau.mht",
        lambda: archive(
            b"<p>Quang cao</p>",
            "text/html; charset=utf-8",
            start='\r\n\tstart="<khung>";',
            more=_part("text/html; charset=utf-8", PAGE.encode(), "khung"),
        ),
        (LEAD,),
    ),
    Case(
        "mot phan.mht",
        lambda: (
            b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
        ),
        (LEAD, RESULT),
    ),
    Case("ra ngoai.mht", _of_outside, (LEAD, RESULT), never=("alert", "root:")),
    Case("khong trang.mht", lambda: archive(b"body {}", "text/css"), refused="không có chữ"),
    Case("cut.mht", lambda: archive(PAGE.encode())[:-200], (LEAD[:60],)),
    Case("bang ma la.mht", lambda: archive(PAGE.encode(), "text/html; charset=x-klingon"), (LEAD,)),
    Case("thuong.eml", lambda: mail(_text()).as_bytes(), (TITLE, LEAD, RESULT)),
    Case("hai dang.eml", lambda: mail(_text(), PAGE).as_bytes(), (TITLE, LEAD, RESULT)),
    Case("trang ngheo.eml", _poor_page, (LEAD, RESULT), never=("Xem bản chữ",)),
    Case("chi html.eml", lambda: mail(html=PAGE).as_bytes(), (LEAD, RESULT)),
    Case("dau tho.eml", _raw_headers, (TITLE, LEAD, RESULT)),
    Case("1258.eml", _old_encoding, (LEAD, RESULT)),
    Case("tra loi.eml", _answer, (TITLE, LEAD), never=(SECRET,)),
    Case("tra loi outlook.eml", _outlook_answer, (LEAD, RESULT), never=(SECRET,)),
    Case("chuyen tiep.eml", _forwarded, (TITLE, LEAD, RESULT), never=("Forwarded", "Từ: An")),
    Case("chu ky.eml", _signed, (LEAD, RESULT), never=(SECRET,)),
    Case("ngat dong.eml", _wrapped, (LEAD, RESULT)),
    Case("dong mem.eml", _flowed, (LEAD, RESULT)),
    Case("anh trong thu.eml", _inline_pictures, (LEAD, RESULT), never=(SECRET,)),
    Case(
        "dinh kem.eml",
        lambda: with_files(("bài.txt", f"{TITLE}\n\n{LEAD}".encode()), text="Gửi chị bài."),
        ("Gửi chị bài.", LEAD),
    ),
    Case(
        "dinh kem zip.eml",
        lambda: with_files(("tổng kết.zip", zipped("bài.html", PAGE.encode()))),
        (LEAD, RESULT),
    ),
    Case(
        "winmail.eml",
        lambda: with_files(("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(60))),
        (LEAD,),
        refused="winmail.dat",
    ),
    Case("thu trong thu.eml", lambda: _mail_in_mails(3), (LEAD, RESULT)),
    Case("thu trong muoi thu.eml", lambda: _mail_in_mails(10), refused="quá nhiều lớp"),
    Case("mot tram lop.eml", lambda: _many_layers(90), (LEAD, RESULT)),
    Case(
        "muoi nghin lop.eml",
        lambda: (
            b"From: a@b.vn\nTo: c@d.vn\n"
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
                for n in range(10_000)
            )
        ),
        refused="không",
    ),
    Case("khong chu.eml", lambda: mail("\n \n").as_bytes(), refused="không có chữ"),
    Case(
        "khong ranh gioi.eml",
        lambda: f"From: a@b.vn\nTo: c@d.vn\nContent-Type: multipart/mixed\n\n{_text()}".encode(),
        (LEAD,),
    ),
    Case("ten ngoai.eml", lambda: with_files(("../../../etc/bai.txt", LEAD.encode())), (LEAD,)),
    Case(
        "dau la.eml",
        lambda: (
            mail(_text(), subject="=?utf-8?B?////?= =?x?Q?=")
            .as_bytes()
            .replace(b"Date: Tue", b"Date: Xyz")
        ),
        (LEAD,),
    ),
    Case(
        "chieu chu.eml",
        lambda: mail(
            _text(), subject="Bài \u202etxt.exe\u202c tổng kết công tác năm 2020"
        ).as_bytes(),
        (LEAD,),
        never=("\u202e",),
    ),
)
