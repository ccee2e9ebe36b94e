"""The fields of a signed report, all found by rule; what the rules do not find the person points out."""

from collections.abc import Sequence

from tttt_desktop.reporting.signed import body, head, tail
from tttt_desktop.reporting.signed.lines import Line
from tttt_desktop.reporting.signed.names import LABELS, Fields


def find(lines: Sequence[Line]) -> Fields:
    """The fields in the order of LABELS; those that are not there are left out."""
    found, first = head.find(lines)
    found |= head.years(lines, found)
    found |= tail.find(lines, first)
    ends = [
        place.line for name in ("quyen_han", "chuc_vu", "noi_nhan") for place in found.get(name, ())
    ]
    found |= body.find(lines, first, min(ends, default=len(lines)))
    return {name: found[name] for name in LABELS if name in found}
