"""What a sentence says of the work it tells of: finished, under way, not begun. Read from cue words only."""

import re

from tttt_desktop.domain.records import Kind, Status
from tttt_desktop.domain.text import bare_words, fold

_NEGATED = r"(?<!chua )(?<!chua duoc )(?<!khong )(?<!se )(?<!phan dau )(?<!can )(?<!phai )"
_FINISHED = re.compile(
    rf"{_NEGATED}\b(?:(?:da|duoc) hoan thanh|hoan thanh (?:viec|xong|toan bo|100|dung|truoc|xuat sac|dat|va (?:dua|ban)"
    r"|ke hoach|muc tieu|chi tieu)|da (?:duoc )?(?:ban hanh|phe duyet|dua vao (?:su dung|van hanh|hoat dong|khai thac)"
    r"|khanh thanh|nghiem thu|ky ket|khai truong|thanh lap|ket thuc)|vuot (?:muc )?(?:ke hoach|chi tieu)"
    r"|dat (?:va vuot )?(?:100|muc tieu|chi tieu|ke hoach))\b|^hoan thanh\b"
)
_PARTLY = re.compile(
    r"\b(?:dang|tiep tuc|buoc dau|tung buoc|co ban|du kien|lo trinh|con lai|mot phan|dat \d+ 100)\b"
)
_NOT_BEGUN = re.compile(
    r"\bchua (?:duoc )?(?:trien khai|thuc hien|bat dau|tien hanh|ban hanh|xay dung|thanh lap|phe duyet|trinh|bo tri"
    r"|co (?:ke hoach|de an|quy che|kinh phi))\b|\bchua (?:duoc )?(?:phu|lap|dau tu)\b"
)


def outcome(kind: Kind, text: str) -> Status | None:
    """The status that a result, a shortcoming or a repeated task proposes for the task it tells of; None: none.

    A result that says it is finished proposes "completed", any other that it is under way; a shortcoming that says
    nothing was done "not started", any other "under way"; a task that is set again "under way".
    """
    words = " ".join(bare_words(fold(text)).split())
    if kind is Kind.ACHIEVEMENT:
        finished = _FINISHED.search(words) and not _PARTLY.search(words)
        return Status.COMPLETED if finished else Status.UNDER_WAY
    if kind is Kind.SHORTCOMING and _NOT_BEGUN.search(words):
        return Status.NOT_STARTED
    return Status.UNDER_WAY
