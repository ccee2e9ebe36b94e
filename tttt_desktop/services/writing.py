"""Files handed to the person: written beside their place, whole on the disk, and only then put there."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from tttt_desktop.domain.errors import SaveFailed
from tttt_desktop.paths import numbered
from tttt_desktop.storage.file import put_in_place, temporary_beside

_REFUSED = {
    errno.ENOSPC: ("ổ đĩa đầy.", "Hãy xoá bớt tệp hoặc chọn ổ đĩa khác."),
    errno.EDQUOT: ("ổ đĩa đầy.", "Hãy xoá bớt tệp hoặc chọn ổ đĩa khác."),
    errno.EROFS: ("ổ đĩa chỉ cho đọc.", "Hãy chọn ổ đĩa khác."),
    errno.EACCES: ("không được phép ghi vào thư mục này.", "Hãy chọn thư mục khác."),
    errno.EPERM: ("không được phép ghi vào thư mục này.", "Hãy chọn thư mục khác."),
    errno.ENOENT: ("không có thư mục này.", "Hãy chọn thư mục khác."),
    errno.ENOTDIR: ("không có thư mục này.", "Hãy chọn thư mục khác."),
    errno.EFBIG: (
        "tệp lớn hơn mức ổ đĩa này chứa được.",
        "Hãy chọn ổ đĩa khác hoặc chọn ít bài viết hơn.",
    ),
    errno.EIO: ("ổ đĩa báo lỗi khi ghi.", "Hãy chọn ổ đĩa khác."),
    errno.ENAMETOOLONG: ("tên tệp quá dài.", "Hãy đặt tên ngắn hơn."),
}
_LOCKED = ("tệp cũ đang mở trong chương trình khác.", "Hãy đóng tệp ấy hoặc chọn tên khác.")


def refused(what: str, error: OSError) -> SaveFailed:
    """The error to show for a file that could not be written; `what`: "báo cáo “a.docx”"."""
    why, remedy = _REFUSED.get(
        error.errno or 0, ("không ghi được vào thư mục này.", "Hãy chọn thư mục khác.")
    )
    return SaveFailed(f"Chưa lưu được {what}: {why}", remedy)


def replace(out: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a draft, then put it under the name `out`, over what lay there. Raises SaveFailed.

    Until then, and whatever fails, the old file is as it was.
    """
    what = f"tệp “{out.name}”"
    try:
        with temporary_beside(out) as draft:
            write(draft)
            _to_disk(draft)
            try:
                draft.replace(out)
            except PermissionError as error:
                raise SaveFailed(f"Chưa lưu được {what}: {_LOCKED[0]}", _LOCKED[1]) from error
    except OSError as error:
        raise refused(what, error) from error


def put(wanted: Path, data: bytes) -> Path:
    """Write `data` to `wanted`, or to the next free name beside it; gives the name taken. Never over a file.

    Raises OSError.
    """
    with temporary_beside(wanted) as draft:
        draft.write_bytes(data)
        _to_disk(draft)
        return _move(draft, wanted)


def _to_disk(draft: Path) -> None:
    with draft.open("rb+") as stream:
        os.fsync(stream.fileno())


def _move(draft: Path, wanted: Path) -> Path:
    """Give the draft the first name that nothing lies under; a name taken or locked meanwhile is passed over."""
    for path in numbered(wanted):
        if os.path.lexists(path):
            continue
        try:
            put_in_place(draft, path)
        except (FileExistsError, PermissionError):
            if os.path.lexists(path):
                continue
            raise
        return path
    raise AssertionError("names never end")
