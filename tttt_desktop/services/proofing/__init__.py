"""Before signing: the wording of the report looked over, mended as one undo step, and what the person lets stand.

Only words that the person wrote are looked at. What is quoted stays as the article has it, wherever it is quoted.
"""

from tttt_desktop.proofing.finding import LABELS, Fault, Finding
from tttt_desktop.services.proofing.judging import accept_word, can_accept, ignore
from tttt_desktop.services.proofing.proof import Findings, Proof, findings
from tttt_desktop.services.proofing.wordings import PERCENT, TONES, Found, Wording

__all__ = [
    "LABELS",
    "PERCENT",
    "TONES",
    "Fault",
    "Finding",
    "Findings",
    "Found",
    "Proof",
    "Wording",
    "accept_word",
    "can_accept",
    "findings",
    "ignore",
]
