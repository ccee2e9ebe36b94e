"""Whose contents a report has that was signed: that of the yearly report, of the tasks, of the digest, or the summary."""

import re
from collections.abc import Sequence

from tttt_desktop.domain.text import fold
from tttt_desktop.reporting.signed.head import title_of
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.names import Fields

# What a title says -> the key of the template, the first that fits.
_TITLES = (
    (r"diem (bao|tin)|tong hop tin, bai", "digest"),
    (r"theo doi.{0,40}nhiem vu|(tinh hinh|ket qua|tien do).{0,40}thuc hien.{0,60}nhiem vu.{0,80}\bgiao\b", "tasks"),
    (r"tong hop .*(bao chi|tu cac|tin, bai|ket qua)", "briefing"),
    (r"tong ket|phuong huong|nhiem vu|ke hoach cong tac|ket qua cong tac nam|kinh te - xa hoi nam", "annual"),
)  # fmt: skip


def contents_of(lines: Sequence[Line], fields: Fields) -> str:
    """A key of the catalogue of templates, told by the title, else by what the parts are."""
    title = fold(title_of(lines, fields))
    for rule, key in _TITLES:
        if re.search(rule, title):
            return key
    if "nam_sau" in fields or {"ket_qua", "ton_tai", "nhiem_vu"} <= fields.keys():
        return "annual"
    return "tasks" if "bang_nhiem_vu" in fields else "briefing"
