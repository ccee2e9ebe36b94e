"""A file or a paste -> `ParsedArticle`: the only module of importing that others call."""

import hashlib
import os
import stat
from pathlib import Path

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing import clean, metadata
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.kinds import FORMATS, kind_of

LARGEST = 30 * 1024 * 1024
CLIPBOARD = "Bảng nhớ tạm"
_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


def load(path: Path) -> bytes:
    """The bytes of a file. Errors: FileRefused for what is no plain readable file, is empty or over 30 MB."""
    try:
        _refuse_odd(path.lstat())
        with os.fdopen(os.open(path, _OPEN), "rb") as file:
            _refuse_odd(os.fstat(file.fileno()))  # again, of what was really opened
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileRefused(
            "Không tìm thấy tệp.", "Có thể tệp đã bị chuyển hoặc đổi tên; hãy chọn lại."
        ) from None
    except PermissionError:
        raise FileRefused(
            "Không có quyền đọc tệp.",
            "Tệp có thể đang mở ở chương trình khác; hãy đóng rồi thử lại.",
        ) from None
    except OSError:
        raise FileRefused(
            "Ổ đĩa không đọc được tệp.", "Hãy chép tệp sang chỗ khác rồi thử lại."
        ) from None
    _refuse_size(len(data))
    return data


def _refuse_odd(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FileRefused("Đây là một thư mục, không phải tệp.", "Hãy dùng lệnh Nhập thư mục.")
    if stat.S_ISLNK(status.st_mode):
        raise FileRefused(
            "Đây là lối tắt, không phải tệp.", "Hãy chọn chính tệp mà lối tắt trỏ tới."
        )
    if not stat.S_ISREG(status.st_mode):
        raise FileRefused(
            "Đây không phải tệp thường (thiết bị hoặc ống dẫn).", "Hãy chọn tệp bài viết."
        )
    if status.st_size:
        _refuse_size(status.st_size)


def _refuse_size(size: int) -> None:
    if not size:
        raise FileRefused("Tệp trống, không có nội dung.", "Hãy kiểm tra lại tệp đã lưu.")
    if size > LARGEST:
        raise FileRefused("Tệp lớn hơn 30 MB.", "Hãy tách tệp hoặc chỉ lưu phần chữ của bài viết.")


def read_file(path: Path) -> ParsedArticle:
    """The article in a file. Errors: FileRefused, with one Vietnamese sentence and what to do."""
    return read_bytes(path.name, load(path))


def read_bytes(name: str, data: bytes) -> ParsedArticle:
    """The article in the bytes of a file; the kind is told by the bytes, never by the name. Errors: FileRefused."""
    _refuse_size(len(data))
    kind = kind_of(data)
    return _article(name, kind, data, FORMATS[kind](data))


def read_paste(text: str, html: str) -> ParsedArticle:
    """The article on the clipboard: its HTML where that has the same words, else its text. Errors: FileRefused."""
    from tttt_desktop.importing.clipboard import choose

    data, draft = choose(text, html)
    _refuse_size(len(data))
    return _article(CLIPBOARD, "clipboard", data, draft)


def _article(name: str, kind: str, data: bytes, draft: Draft) -> ParsedArticle:
    layout = clean.arrange(draft)
    if not any(any(map(str.isalpha, line)) for line in (layout.title, *layout.paragraphs)):
        raise FileRefused("Tệp không có chữ để đọc.", "Nếu là ảnh quét, hãy dùng bản có chữ.")
    about = metadata.describe(layout, draft.site, draft.published)
    return ParsedArticle(
        name=normalise(name),
        kind=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        raw=data,
        blocks=layout.blocks,
        title=about.title,
        outlet=about.outlet,
        byline=about.byline,
        published_on=about.published_on,
        published_time=about.published_time,
        event_on=about.event_on,
        province=about.province,
        review_year=about.review_year,
        plan_year=about.plan_year,
    )
