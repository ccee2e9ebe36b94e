"""Correcting the text of an article: a new body each time, on which all that stood on the old one moves along."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from tttt_desktop.domain.anchors import Edit, Moves, edits_between, follow, prefix_suffix
from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.figures import figures_of
from tttt_desktop.domain.records import Annotation, Page, Proposal, Span
from tttt_desktop.domain.text import normalise
from tttt_desktop.services import suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import articles, bodies
from tttt_desktop.storage.annotations import get, of_article, set_figures
from tttt_desktop.storage.learning import found_in
from tttt_desktop.storage.suggestions import row, waits

if TYPE_CHECKING:
    from tttt_desktop.suggesting.learning_model import Model

LONGEST = 1_000_000  # characters of one article
_BLANK_LINES = re.compile(r" *\n[ \n]*")
_SAID = {
    "": "Bản gốc",
    "restored": "Đưa đoạn đã để riêng trở lại",
    "corrected": "Sửa nội dung",
    "returned": "Trở về bản {detail}",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One text an article has had. `said` tells in Vietnamese how it came about; 1 is the imported one."""

    number: int
    text: str
    made_at: datetime
    said: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a correction would do: in how many places, and to which annotations it leaves no place."""

    places: int
    lost: tuple[Annotation, ...] = ()


def cleaned(old: str, text: str) -> str:
    """What was typed or pasted, as it is stored in place of `old`: normalised, no empty line unless `old` has some."""
    text = normalise(text)
    if "\n\n" not in old:
        text = _BLANK_LINES.sub("\n", text)
    return text.strip(" \n")


def check(text: str) -> None:
    """Raises UserError for a text that cannot be an article's."""
    if not text.strip():
        raise UserError("Nội dung bài viết không được để trống.", "Hãy giữ lại ít nhất một câu.")
    if len(text) > LONGEST:
        raise UserError(
            "Nội dung quá dài: một bài có nhiều nhất 1 triệu chữ cái.", "Hãy bỏ bớt phần dán thừa."
        )


def effect(page: Page, text: str) -> Effect:
    """What putting the cleaned `text` in place of the page's would do. Changes nothing."""
    edits = edits_between(page.text, text)
    moves = Moves(edits)
    standing = (one for one in page.annotations if not one.lost)
    lost = [one for one in standing if _goes(page.text, text, one, moves)]
    return Effect(len(edits), tuple(lost))


def _goes(old: str, text: str, mark: Annotation, moves: Moves) -> bool:
    context = (*prefix_suffix(old, mark.span), mark.span.start)
    return follow(text, mark.quote, moves.shift(mark.span), *context) is None


def look(page: Page, text: str, model: Model | None = None) -> Sequence[Proposal]:
    """What the rules, and what was learned, find in a text of the page's article; in any thread."""
    from tttt_desktop.suggesting.suggest import suggest  # its lists are read at the first use

    article = page.article
    years = {"review_year": article.review_year, "plan_year": article.plan_year}
    found = {article.id: tuple(suggest(text, title=article.title, **years))}
    return suggestions.judged({article.id: replace(page, text=text)}, found, model)[article.id]


def correct(
    d: Dossier,
    article_id: int,
    text: str,
    *,
    why: str = "",
    found: Sequence[Proposal] = (),
) -> Changed:
    """Replace the text of an article by a corrected one, as one change.

    What stood on the old text moves along, figures that nobody has edited are read anew. `why` is kept with the text.
    `found`: what `look` gave for the cleaned text; of it, what stands in the corrected passages and shares no word with
    anything marked, proposed or declined is proposed. An aside whose paragraph the new text has is one no more.
    Raises UserError, NotFound.
    """
    old = d.text(article_id)
    text = cleaned(old, text)
    reason = f"corrected {normalise(why).strip()}".strip()
    return _replace(d, article_id, text, "Sửa nội dung bài viết", reason, found)


def return_to(
    d: Dossier, article_id: int, number: int, *, found: Sequence[Proposal] = ()
) -> Changed:
    """Put an earlier text of an article in place of the current one, as a change like `correct`. Raises NotFound."""
    version = next((one for one in versions(d, article_id) if one.number == number), None)
    if version is None:
        raise NotFound("Bản này không còn trong hồ sơ.", "Hãy chọn một bản khác.")
    label = "Trở về bản gốc" if number == 1 else f"Trở về bản {number}"
    return _replace(d, article_id, version.text, label, f"returned {number}", found)


def versions(d: Dossier, article_id: int) -> list[Version]:
    """The texts an article has had, the current one first. Raises NotFound."""
    d.text(article_id)
    rows = bodies.of_article(d.store.conn, article_id)
    return [
        Version(number, text, datetime.fromisoformat(made_at), _said(reason))
        for number, text, reason, made_at in rows
    ]


def _said(reason: str) -> str:
    kind, _, detail = reason.partition(" ")
    said = _SAID.get(kind, reason)
    if "{detail}" in said:
        return said.format(detail="gốc" if detail == "1" else detail)
    return f"{said}: {detail}" if detail else said


def _replace(
    d: Dossier,
    article_id: int,
    text: str,
    label: str,
    reason: str,
    found: Sequence[Proposal],
) -> Changed:
    check(text)
    old = d.text(article_id)
    edits = edits_between(old, text)
    with d.store.change(label) as change:
        waiting = waits(d.store.conn, article_id)
        quoted = bodies.quotes(d.store.conn, article_id)
        bodies.new_body(d.store, article_id, text, reason, edits)
        _renew_figures(d, article_id, quoted)
        _take_asides(d, article_id, old, text)
        if found and not waiting:
            _propose(d, article_id, found, _changed_places(edits))
    return change.changed


def _renew_figures(d: Dossier, article_id: int, quoted: Mapping[int, str]) -> None:
    """Figures are read from the quotation again where they were just that and it says something else now."""
    for mark_id, quote in bodies.quotes(d.store.conn, article_id).items():
        if quote != quoted[mark_id] and get(d.store.conn, mark_id).figures == figures_of(
            quoted[mark_id]
        ):
            set_figures(d.store, mark_id, figures_of(quote))


def _take_asides(d: Dossier, article_id: int, old: str, text: str) -> None:
    """What was set aside and stands in the text now is set aside no more."""
    asides = articles.asides(d.store.conn, article_id)
    there = set(text.split("\n")) - set(old.split("\n")) if asides else set()
    for aside in asides:
        if aside.text in there:
            d.store.remove("aside", aside.id)


def _changed_places(edits: Sequence[Edit]) -> list[Span]:
    """Where the new text differs; where something was only taken away, the place between two characters."""
    places, delta = [], 0
    for edit in edits:
        start = edit.start + delta
        places.append(Span(start, start + len(edit.inserted)))
        delta += len(edit.inserted) - edit.removed
    return places


def _propose(
    d: Dossier, article_id: int, found: Sequence[Proposal], changed: Sequence[Span]
) -> None:
    conn = d.store.conn
    taken = [one.span for one in found_in(conn, article_id)]
    taken += [one.span for one in of_article(conn, article_id) if not one.lost]
    fresh = [
        one
        for one in found
        if any(one.span.start <= at.stop and at.start <= one.span.stop for at in changed)
        and not any(one.span.overlaps(span) for span in taken)
    ]
    d.store.insert_many("suggestion", [row(article_id, one) for one in fresh])
