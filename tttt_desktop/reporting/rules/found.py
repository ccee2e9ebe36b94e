"""What comes of a rule, for whoever asked: light, so that a window can know it at once."""

from dataclasses import dataclass
from enum import StrEnum

VERSION = "1.0"
DECREE = "NĐ 30/2020/NĐ-CP"


class Group(StrEnum):
    """Where a rule comes from: the decree, or what makes a file work in Word."""

    LAW = "law"
    WORD = "word"


class Verdict(StrEnum):
    """What came of a rule. NOTED: worth a look, no fault."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one rule. `said`: what is wrong, "" where nothing is; `remedy`: what to do about it.

    `clause`: of Phụ lục I, Phần I of the decree. `paragraph` counts the paragraphs of the main text from 1, 0 where no
    one place is meant. `setting`: the setting of the office that mends it in a report of our own, or "".
    """

    rule: str
    group: Group
    clause: str
    name: str
    verdict: Verdict
    said: str = ""
    remedy: str = ""
    paragraph: int = 0
    setting: str = ""
