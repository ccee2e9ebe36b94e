"""The bytes to read: of a file of the user, or of the clipboard. Light, so that the window can ask for it at once."""

import os
import stat
from pathlib import Path

from tttt_desktop.domain.errors import FileRefused

LARGEST = 30 * 1024 * 1024
CLIPBOARD = "Bảng nhớ tạm"
_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


def load(path: Path) -> bytes:
    """The bytes of a file.

    Errors: FileRefused for what is no plain readable file, is empty or over 30 MB, or is being written to.
    """
    try:
        _refuse_odd(path.lstat())
        with os.fdopen(os.open(path, _OPEN), "rb") as file:
            before = os.fstat(file.fileno())
            _refuse_odd(before)  # again, of what was really opened
            data = file.read(LARGEST + 1)
            after = os.fstat(file.fileno())
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
    refuse_size(len(data))
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise FileRefused(
            "Tệp đang được ghi trong lúc đọc.", "Hãy đợi chương trình kia ghi xong rồi nhập lại."
        )
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
        refuse_size(status.st_size)


def refuse_size(size: int) -> None:
    """Errors: FileRefused for no bytes at all or more than 30 MB."""
    if not size:
        raise FileRefused("Tệp trống, không có nội dung.", "Hãy kiểm tra lại tệp đã lưu.")
    if size > LARGEST:
        raise FileRefused("Tệp lớn hơn 30 MB.", "Hãy tách tệp hoặc chỉ lưu phần chữ của bài viết.")


def pasted(text: str, html: str) -> bytes:
    """What is kept as the original of a paste."""
    return (html or text).encode("utf-8", "replace")
