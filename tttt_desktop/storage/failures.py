"""What SQLite reports of disks and files, in the user's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tttt_desktop.domain.errors import DossierInUse, DossierNotOurs, SaveFailed, UserError

DAMAGED = "Hồ sơ bị hỏng, không đọc được hết."
RESTORE = "Hãy mở bản sao lưu gần nhất trong thư mục sao lưu cạnh hồ sơ."
IN_USE = "Hồ sơ đang mở ở cửa sổ khác."
_FAILURES: dict[int, UserError] = {
    sqlite3.SQLITE_FULL: SaveFailed(
        "Chưa lưu được: ổ đĩa đầy.", "Hãy xoá bớt tệp rồi bấm [Thử lại]."
    ),
    sqlite3.SQLITE_READONLY: SaveFailed(
        "Chưa lưu được: hồ sơ hoặc ổ đĩa chỉ cho đọc.",
        "Hãy bỏ khoá ghi hoặc chép hồ sơ sang ổ đĩa khác rồi bấm [Thử lại].",
    ),
    sqlite3.SQLITE_IOERR: SaveFailed(
        "Chưa lưu được: không ghi được vào ổ đĩa.",
        "Hãy kiểm tra ổ đĩa hoặc mạng rồi bấm [Thử lại].",
    ),
    sqlite3.SQLITE_CANTOPEN: SaveFailed(
        "Chưa lưu được: không ghi được vào thư mục của hồ sơ.",
        "Hãy kiểm tra quyền ghi của thư mục rồi bấm [Thử lại].",
    ),
    sqlite3.SQLITE_BUSY: DossierInUse(IN_USE, "Hãy đóng cửa sổ đó rồi thử lại."),
    sqlite3.SQLITE_CORRUPT: DossierNotOurs(DAMAGED, RESTORE),
    sqlite3.SQLITE_NOTADB: DossierNotOurs(DAMAGED, RESTORE),
}


def user_error(error: sqlite3.Error) -> UserError | None:
    """The sentence for a failure of the world; None when the failure is ours (a wrong statement, a broken rule)."""
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    known = _FAILURES.get(primary)
    return type(known)(known.message, known.remedy) if known else None


@contextmanager
def told() -> Iterator[None]:
    """Turn a failure of the world inside the block into its `UserError`."""
    try:
        yield
    except sqlite3.Error as error:
        known = user_error(error)
        if known is None:
            raise
        raise known from error
