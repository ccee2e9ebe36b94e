"""Choices that are remembered for a site: used for what is read, learnt in the review, taken back."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Slot

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.importing.habits import Habits, apply, learn
from tttt_desktop.services import habits as store
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui.review.dialog import ImportReview
from tttt_desktop.ui.review.rows import Row
from tttt_desktop.ui.spread import Spread
from tttt_desktop.ui.widgets import number as counted


class ReviewHabits(QObject):
    """Belongs to one review."""

    def __init__(self, review: ImportReview) -> None:
        super().__init__(review)
        self._review, self._model = review, review.model
        self._habits = store.load()
        self._before: Habits = self._habits
        self._site = ""
        self._waiting: deque[int] = deque()
        self._changed: dict[int, tuple[Row, Row]] = {}  # by number: as it was, as it is to be
        self._spread = Spread(self._apply_some, self)
        review.remember_requested.connect(self._remember)

    def used(self, reading: Reading) -> Reading:
        """A reading with the remembered choices."""
        article = reading.article
        if article is None or article.site not in self._habits:
            return reading
        return self._decided(reading, article)

    def _decided(self, reading: Reading, article: ParsedArticle) -> Reading:
        fresh = apply(article, self._habits)
        if fresh.blocks == article.blocks:
            return reading
        return replace(reading, article=fresh, proposals=None)

    @Slot(int, int)
    def _remember(self, number: int, block: int) -> None:
        """Keep the choice and use it for the other rows of the site, as one step."""
        article = self._model.row(number).reading.article
        if article is None or self._waiting:
            return
        self._before, learnt = self._habits, learn(self._habits, article, block)
        if not self._save(learnt):
            return
        self._site = article.site
        rows = enumerate(self._model.all_rows())
        self._waiting.extend(n for n, row in rows if n != number and self._is_here(row))
        self._spread.start()

    def _is_here(self, row: Row) -> bool:
        article = row.reading.article
        return article is not None and article.site == self._site and not row.removed

    def _save(self, habits: Habits) -> bool:
        try:
            store.save(habits)
        except OSError:
            self._review.tell(self.tr("Chưa nhớ được: không ghi được vào thư mục của bạn."))
            return False
        self._habits = habits
        return True

    def _apply_some(self, until: float) -> bool:
        while self._waiting and monotonic() < until:
            number = self._waiting.popleft()
            row = self._model.row(number)
            fresh = replace(row, reading=self.used(row.reading))
            if fresh.reading is not row.reading:
                self._changed[number] = row, fresh
        if not self._waiting:
            self._tell()
        return bool(self._waiting)

    def _tell(self) -> None:
        """A row that was changed in the meantime is left as the person has it."""
        rows = {n: new for n, (old, new) in self._changed.items() if self._model.row(n) is old}
        self._changed.clear()
        self._model.put("Nhớ cho trang", rows, back=partial(self._save, self._before))
        said = self.tr("Đã nhớ cho {site}.").format(site=self._site)
        if rows:
            more = self.tr("Đã làm như vậy với {count} bài khác trong bảng.")
            said = f"{said} {more.format(count=counted(len(rows)))}"
        self._review.tell(said, undo=True)
