"""Comparing a row of the import review with what it repeats: an article of the dossier, or an earlier row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.duplicates import IN_THIS_IMPORT, compare
from tttt_desktop.services.imports import Reading
from tttt_desktop.ui.review.compare import Choice, CompareDialog, Side, side_of
from tttt_desktop.ui.review.dialog import ImportReview
from tttt_desktop.ui.workplace import Workplace


class ReviewCompare(QObject):
    """Opens the comparison and takes the choice over into the table."""

    def __init__(self, place: Workplace, review: ImportReview) -> None:
        super().__init__(review)
        self._place, self._review, self._model = place, review, review.model
        self._number = 0
        self._dialog: CompareDialog | None = None
        review.compare_requested.connect(self._open)

    @Slot(int)
    def _open(self, number: int) -> None:
        reading = self._model.row(number).reading
        repeated = self._repeated(reading)
        if reading.article is None or repeated is None:
            return
        old, text = repeated
        name = self.tr("Bài mới: {name}").format(name=reading.article.name)
        new, pairs = side_of(reading.article, name), compare(text, reading.article.text)
        dialog = CompareDialog(old, new, pairs, reading.similarity, self._review)
        dialog.set_zoom(self._place.settings.zoom)
        dialog.finished.connect(self._closed)
        self._number, self._dialog = number, dialog
        dialog.open()

    def _repeated(self, reading: Reading) -> tuple[Side, str] | None:
        """The head and the text of what a reading repeats; None when it is gone."""
        if reading.duplicate_of == IN_THIS_IMPORT:
            return self._earlier(reading.twin)
        held, known = self._place.held, reading.duplicate_of
        if held is None or known is None:
            return None
        page = held.run(lambda dossier: dossier.page(known))
        if page is None:
            return None
        return side_of(page.article, self.tr("Bài đã có trong hồ sơ")), page.text

    def _earlier(self, path: str) -> tuple[Side, str] | None:
        for row in self._model.all_rows():
            article = row.reading.article
            if row.reading.path == path and article is not None:
                name = self.tr("Tệp đọc trước: {name}").format(name=article.name)
                return side_of(article, name), article.text
        return None

    @Slot(int)
    def _closed(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        if dialog.choice is not None:
            ticked = dialog.choice is not Choice.SKIP
            as_source = dialog.choice is Choice.SOURCE
            self._review.decide([self._number], ticked=ticked, as_source=as_source)
        dialog.deleteLater()


def with_living_articles(dossier: Dossier, readings: Sequence[Reading]) -> list[Reading]:
    """The readings to be stored. What was to be a source of an article deleted meanwhile becomes one of its own."""
    wanted = {one.duplicate_of for one in readings if one.as_source and one.duplicate_of}
    there = {row.id for row in dossier.article_rows([one for one in wanted if one])}
    gone = wanted - there
    return [
        replace(one, as_source=False) if one.as_source and one.duplicate_of in gone else one
        for one in readings
    ]
