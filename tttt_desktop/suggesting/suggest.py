"""From an article to proposals, each with its reason. Pure: text in, values out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tttt_desktop.domain.deadlines import parse_deadline
from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import Basis, Kind, Proposal, Task
from tttt_desktop.suggesting import agencies
from tttt_desktop.suggesting.causes import cause_of
from tttt_desktop.suggesting.cues import find_cues, lowered
from tttt_desktop.suggesting.deadlines import deadline_words
from tttt_desktop.suggesting.fields import GENERAL, Topics, field_by, only_field
from tttt_desktop.suggesting.genre import is_review
from tttt_desktop.suggesting.judging import read
from tttt_desktop.suggesting.parts import Judged
from tttt_desktop.suggesting.passage import Passage, figures_in, passages
from tttt_desktop.suggesting.reasons import reason_for, score_of
from tttt_desktop.suggesting.sequence import decide
from tttt_desktop.suggesting.speech import NOBODY, Speaker

_YEAR = re.compile(
    r"(?P<ahead>(?:nhiệm vụ|phương hướng|kế hoạch)[^.;\n]{0,30}?)?[Nn]ăm (?P<year>20\d\d)"
)
_THE_HOUSE = (
    "sở",
    "đơn vị",
    "cục",
    "phòng",
    "bộ",
    "chi nhánh",
)  # the body the article is about, named shortly
_LONGEST = 200_000  # characters that are read: no article is longer
_LEAD = 700  # characters in which the title and the lead stand


@dataclass(slots=True)
class _Charge:
    """Whom the running orders go to."""

    department: str
    year: int | None
    lead: str = ""
    of_list: str = ""
    speaker: Speaker = NOBODY

    def hear(self, text: str, passage: Passage, speaker: Speaker) -> None:
        """Take in whom this unit names. A new speaker starts anew; a new item of a list goes to whom the list is for."""
        if speaker != self.speaker:
            self.speaker, self.lead, self.of_list = speaker, "", ""
        named = agencies.lead(text, passage)
        if named.lower() in _THE_HOUSE or named == self.department.partition(" ")[0]:
            named = self.department or named
        named = agencies.in_full(text, named)
        if passage.is_lead_in:
            self.of_list = named
        elif passage.first_in_paragraph:
            self.lead = self.of_list or self.lead
        self.lead = named or self.lead


def field_of(text: str) -> str:
    """The field label a passage belongs to; "Tổ chức, khác" when nothing tells."""
    small = lowered(text)
    return field_by(small, find_cues(small)) or GENERAL


def suggest(
    text: str, *, title: str = "", review_year: int | None = None, plan_year: int | None = None
) -> list[Proposal]:
    """The proposals for a normalised body in text order, never overlapping; nothing found is an empty list.

    Nothing is proposed in a text all in capitals, which tells no names, nor beyond the length of the longest article.
    `plan_year` (else `review_year` + 1, else the latest year the title or the lead names) dates deadlines without a year.
    """
    year = plan_year or (review_year + 1 if review_year else _plan_year(title, text[:_LEAD], text))
    if text.isupper():
        return []
    text = text[:_LONGEST]
    found = passages(text)
    judgements = decide(found, read(text, found, year), year)
    if not is_review(found, judgements):
        return []
    return list(_proposals(text, found, judgements, year, title or text.partition("\n")[0]))


def _plan_year(*places: str) -> int | None:
    """The year the first of the places that names one looks ahead to; a year named alone was the one reviewed."""
    for place in places:
        years = {int(found["year"]): bool(found["ahead"]) for found in _YEAR.finditer(place)}
        if years:
            latest = max(years)
            return latest if years[latest] or len(years) > 1 else latest + 1
    return None


def _proposals(
    text: str, found: list[Passage], judgements: list[Judged], year: int | None, title: str
) -> Iterator[Proposal]:
    charge = _Charge(agencies.department(text), year)
    small = lowered(f"{title}\n{charge.department}")
    topics = Topics(only_field(small, find_cues(small)))
    for number, (passage, judged) in enumerate(zip(found, judgements, strict=True)):
        field = topics.field_of(passage, judged.speaker)
        if judged.gives_orders:
            charge.hear(text, passage, judged.speaker)
        verdict = judged.verdict
        if verdict.kind is None:
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        figures = figures_in(passage)
        yield Proposal(
            span=passage.span,
            kind=verdict.kind,
            score=score_of(judged),
            rule=verdict.rule,
            reason=reason_for(judged, passage),
            field=field,
            cause=_cause(passage, following) if verdict.kind is Kind.SHORTCOMING else "",
            task=_task(text, passage, judged, charge) if verdict.kind is Kind.TASK else None,
            figures=figures,
            evidence=judged.evidence,
        )


def _cause(passage: Passage, following: Passage | None) -> str:
    own = cause_of(passage.text, passage.small)
    if own or following is None or "nguyên nhân" not in following.small[:30]:
        return own
    return cause_of(following.text, following.small)


def _task(text: str, passage: Passage, judged: Judged, charge: _Charge) -> Task:
    words = deadline_words(passage.small)
    due = passage.text[words[0] : words[1]] if words else ""
    own = judged.verdict.basis is Basis.OWN_PLAN
    return Task(
        basis=judged.verdict.basis,
        assigner="" if own else judged.speaker.label,
        lead=charge.department if own else charge.lead or charge.department,
        cooperating=() if own else agencies.cooperating(text, passage),
        deadline_text=due,
        deadline_on=parse_deadline(due, charge.year) if due else None,
        documents=tuple(find_documents(passage.text)),
    )
