"""Blanks and punctuation marks."""

import re
from collections.abc import Iterator

from tttt_desktop.domain.records import Span
from tttt_desktop.proofing.finding import Fault, Finding

_ADDRESS = re.compile(
    r"\S*(?:://|www\.|@)\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|edu|info)\b\S*"
)
_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_LARGE = _SMALL.upper()
_RULES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"(?<=\S) {2,}(?=\S)"), " ", "Có nhiều dấu cách liền nhau."),
    (re.compile(rf"(?<=\S) +[,;:](?=[{_SMALL}{_LARGE}])"), "{bare} ", "Trước dấu câu không có dấu cách, sau dấu câu có một dấu cách."),
    (re.compile(r"(?<=\S) +(?=[,;]|[:!?](?:\s|$)|[.](?:\s|$)|[)\]”»])"), "", "Trước dấu câu không có dấu cách."),
    (re.compile(r"(?<=[(\[“«]) +"), "", "Sau dấu mở ngoặc không có dấu cách."),
    (re.compile(rf"[,;:!?](?=[{_SMALL}{_LARGE}])"), "{} ", "Sau dấu câu phải có một dấu cách."),
    (re.compile(rf"(?<=[{_SMALL}])\.(?=[{_LARGE}][{_SMALL}])"), ". ", "Sau dấu chấm phải có một dấu cách."),
    (re.compile(rf"(?<=[{_SMALL}{_LARGE}\d])\((?=[{_SMALL}{_LARGE}])(?!\w\))"), " (", "Trước dấu mở ngoặc phải có một dấu cách."),
    (re.compile(rf"\)(?=[{_SMALL}{_LARGE}])"), ") ", "Sau dấu đóng ngoặc phải có một dấu cách."),
    (re.compile(",{2,}|;{2,}|:{2,}"), "{first}", "Dấu câu bị gõ lặp."),
    (re.compile(r"(?<![.])\.\.(?![.])"), ".", "Dấu chấm bị gõ lặp."),
)  # fmt: skip
# What all of them have in common, told in one quick look.
_ANY = re.compile(r" [ ,;:!?.)\]”»]|[(\[“«] |[,;:!?.)][^\s\d]|\((?<=\w\()")


def find(text: str) -> Iterator[Finding]:
    """Blanks too many and too few, marks typed twice; what is inside an address stays as it is."""
    if not _ANY.search(text):
        return
    addresses = [Span(*found.span()) for found in _ADDRESS.finditer(text)]
    for pattern, right, why in _RULES:
        for found in pattern.finditer(text):
            span = Span(*found.span())
            if any(span.overlaps(address) for address in addresses):
                continue
            yield Finding(span, Fault.SPACE, why, _right(found[0], right))


def _right(printed: str, right: str) -> str:
    return right.format(printed, first=printed[0], bare=printed.strip())
