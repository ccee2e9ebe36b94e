"""Every rule, asked once of a document."""

from tttt_desktop.reporting.rules import (
    agencies,
    appended,
    heading,
    headings,
    hygiene,
    lettering,
    pages,
    signing,
    tables,
    text,
    title,
)
from tttt_desktop.reporting.rules.anatomy import study
from tttt_desktop.reporting.rules.found import Found, Group, Verdict
from tttt_desktop.reporting.rules.judging import Case, Fault, Faults, Rule
from tttt_desktop.reporting.rules.opening import Package, Parse
from tttt_desktop.reporting.rules.paper import Line, Paragraph
from tttt_desktop.reporting.rules.reading import read

_TOLD = 2  # faults of one rule that its sentence names
_SUBJECTS = (
    pages,
    lettering,
    heading,
    agencies,
    title,
    text,
    headings,
    signing,
    appended,
    tables,
    hygiene,
)
_ORDER = "PNHTBSAW"
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (rule for subject in _SUBJECTS for rule in subject.RULES),
        key=lambda rule: (_ORDER.index(rule.id[0]), rule.id),
    )
)


def check(package: Package, parse: Parse, group: Group | None = None) -> list[Found]:
    """What comes of each rule of a group, or of all, in the order of the decree.

    Errors: FileRefused for what is no Word document, is broken or unsafe.
    """
    document = read(package, parse)
    case = Case(document, study(document))
    wanted = (rule for rule in RULES if group is None or rule.group is group)
    return [_found(rule, rule.judge(case)) for rule in wanted]


def _found(rule: Rule, faults: Faults) -> Found:
    if not faults:
        verdict = Verdict.SKIPPED if faults is None else Verdict.PASSED
        return Found(rule.id, rule.group, rule.clause, rule.name, verdict)
    more = len(faults) - _TOLD
    said = "; ".join(map(str, faults[:_TOLD])) + (f"; và {more} chỗ nữa" if more > 0 else "")
    return Found(
        rule.id,
        rule.group,
        rule.clause,
        rule.name,
        Verdict.NOTED if rule.advice else Verdict.FAILED,
        f"{rule.name}: {said}.",
        rule.remedy,
        _paragraph(faults[0]),
        rule.setting,
    )


def _paragraph(fault: Fault) -> int:
    match fault.at:
        case Paragraph():
            return fault.at.index + 1
        case Line():
            return fault.at.paragraph.index + 1
        case _:
            return 0
