"""A report that was edited in Word, held against the dossier: what differs, and what of it can be taken over.

The text of an article and its quotations are never touched: what was changed in a quotation becomes the wording of the
line. What was added in Word has no source; it can only become one of the report's proposals.
"""

from tttt_desktop.domain.returned import Fate, Finding
from tttt_desktop.services.returned.details import NAMES as DETAIL_NAMES
from tttt_desktop.services.returned.finding import Held, compare, find_report, read
from tttt_desktop.services.returned.judging import Return, Returned, judge, judged
from tttt_desktop.services.returned.notes import changed_notes
from tttt_desktop.services.returned.taking import take_over

__all__ = [
    "DETAIL_NAMES",
    "Fate",
    "Finding",
    "Held",
    "Return",
    "Returned",
    "changed_notes",
    "compare",
    "find_report",
    "judge",
    "judged",
    "read",
    "take_over",
]
