"""The wording of a report as it was looked over, kept in step with the dossier; the mending, as one undo step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import NotFound
from tttt_desktop.proofing.check import apply, mended
from tttt_desktop.proofing.finding import Finding, Style
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.proofing.judging import Judge
from tttt_desktop.services.proofing.wordings import (
    PERCENT,
    TONES,
    Draft,
    Found,
    Place,
    Wording,
    draft,
)
from tttt_desktop.storage import proofing as storage

_FOLLOWED = frozenset(("annotation", "line", "setting"))  # what is read again row by row
_SHOWN = _FOLLOWED | {"placement", "article", "body", "figure"}
Findings = dict[Wording, tuple[Finding, ...]]


class Proof:
    """What is to be looked at in a dossier. Nothing is known before `take`, or `look_over`, was called."""

    def __init__(self, d: Dossier) -> None:
        self._d = d
        self._draft = Draft((), Style())
        self._style = self._draft.style  # in which what is found was looked over
        self._found: Findings = {}
        self._judge = Judge(d)

    def begin(self) -> Callable[[Callable[[], bool]], Findings]:
        """The looking over of all wordings as they are now, for any thread; `take` its answer. It raises Cancelled."""
        self._draft = now = draft(self._d)
        known = self._found if now.style == self._style else {}
        self._style = now.style
        return lambda cancelled: now.look_over(known, cancelled)

    def take(self, found: Findings) -> None:
        """Take over what `begin` found."""
        self._found = found
        self._judge = Judge(self._d)

    def look_over(self) -> list[Found]:
        """Look over everything now, and give what is to be looked at."""
        self.take(self.begin()(lambda: False))
        return self.left()

    def left(self) -> list[Found]:
        """What is to be looked at, in the order of the report."""
        return self._judge.left(
            [Found(wording, one) for wording, found in self._found.items() for one in found]
        )

    def follow(self, changed: Changed) -> bool | None:
        """Take over a change: True where something is another now, None where all must be looked over anew."""
        if not changed.touches(*_SHOWN):
            return False
        if not changed.tables.keys() & _SHOWN <= _FOLLOWED or self._has_other_style():
            return None
        touched = changed.tables.get("annotation", frozenset())
        again = draft(self._d, touched)
        kept = {
            one.place: one
            for one in self._draft.wordings
            if one.table == "annotation" and one.row not in touched
        }
        places = {one.place: one for one in again.wordings}
        order = dict.fromkeys(
            place for place in (*self._places(), *places) if place in kept or place in places
        )
        wordings = tuple(places.get(place) or kept[place] for place in order)
        self._draft = replace(self._draft, wordings=wordings)
        self._found = self._draft.look_over(self._found)
        self._judge.ask_again()
        return True

    def _places(self) -> list[Place]:
        return [one.place for one in self._draft.wordings]

    def _has_other_style(self) -> bool:
        """Whether the person wants another style than when all was looked over."""
        wanted = (self._d.setting(TONES), self._d.setting(PERCENT))
        return wanted != self._draft.wanted

    def mend(self, found: Sequence[Found]) -> Changed:
        """Take these proposals. Raises NotFound when a wording is another one by now."""
        by_wording: dict[Wording, list[Finding]] = {}
        for one in found:
            if one.finding.replacement is not None:
                by_wording.setdefault(one.wording, []).append(one.finding)
        texts = {wording: apply(wording.text, some) for wording, some in by_wording.items()}
        return put_in(self._d, texts, sum(map(len, by_wording.values())))

    def mend_all(self) -> int:
        """Take every proposal, those too that mending brings forth, in one step; gives how many they were."""
        texts: dict[Wording, str] = {}
        total = 0
        for wording in _each(one.wording for one in self.left()):
            texts[wording], count = mended(wording.text, self._finder(wording))
            total += count
        if total:
            put_in(self._d, texts, total)
        return total

    def _finder(self, wording: Wording) -> Callable[[str], Sequence[Finding]]:
        def find(text: str) -> list[Finding]:
            now = replace(wording, text=text)
            found = [Found(now, one) for one in now.look_over(self._draft.style)]
            return [one.finding for one in self._judge.left(found)]

        return find


def _each(wordings: Iterable[Wording]) -> Iterable[Wording]:
    return {one.place: one for one in wordings}.values()


def put_in(d: Dossier, texts: Mapping[Wording, str], count: int) -> Changed:
    """Put these texts in the place of the wordings, as one step. Raises NotFound when one is another by now."""
    for wording in texts:
        if storage.value(d.store.conn, *wording.place) != wording.text:
            raise NotFound("Câu này đã được sửa ở chỗ khác.", "Hãy soát lại câu chữ.")
    label = f"Sửa {count} lỗi câu chữ" if count > 1 else "Sửa một lỗi câu chữ"
    with d.store.change(label) as change:
        for wording, text in texts.items():
            if text != wording.text:
                d.store.update(wording.table, wording.row, {wording.column: text})
                if wording.article_id:
                    change.concerns(wording.article_id)
    return change.changed


def findings(d: Dossier) -> list[Found]:
    """Everything to look at in the wording of the report."""
    return Proof(d).look_over()
