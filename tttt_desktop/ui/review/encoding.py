"""The encoding of a text that was guessed: another one may be chosen, and its first words are seen before and after."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout

from tttt_desktop.domain.records import ParsedArticle
from tttt_desktop.ui.widgets import ElidedLabel, caption

CERTAIN = ("", "utf-8", "utf-16", "ascii")  # beginnings of the names of what is never a guess
_GLIMPSE = 160  # characters


def guessed(article: ParsedArticle) -> bool:
    """Whether the bytes could have been read otherwise."""
    name = article.encoding.lower()
    return bool(name) and not name.startswith(CERTAIN[1:])


def glimpse(article: ParsedArticle) -> str:
    """The first words of a text, in one line."""
    blocks = (block.text for block in article.blocks)
    return " ".join(" ".join(blocks).split())[:_GLIMPSE]


class EncodingBar(QFrame):
    """Shown for guessed texts only. `chosen` names the encoding to read the bytes with."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._box = QComboBox()
        self._box.setAccessibleName(self.tr("Bảng mã"))
        self._before, self._after = ElidedLabel(px=12), ElidedLabel(px=12)
        self._before.setProperty("role", "meta")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(caption(self.tr("Bảng mã:")), 0, 0, 2, 1)
        grid.addWidget(self._box, 0, 1, 2, 1)
        grid.addWidget(self._before, 0, 2)
        grid.addWidget(self._after, 1, 2)
        grid.setColumnStretch(2, 1)
        self._box.activated.connect(self._activated)
        self.hide()

    def show_article(self, article: ParsedArticle | None, before: str) -> None:
        """Show how an article was read; `before` are its first words in the reading before, if there was one."""
        wanted = article is not None and (guessed(article) or bool(before))
        if article is not None and wanted:
            self._fill()
            self._choose(article.encoding)
            now = glimpse(article)
            self._before.setText(self.tr("Trước: {text}").format(text=before) if before else "")
            self._before.setVisible(bool(before))
            said = (
                self.tr("Sau: {text}") if before else self.tr("Chương trình đoán, đọc ra: {text}")
            )
            self._after.setText(said.format(text=now))
        self.setVisible(wanted)

    def _fill(self) -> None:
        """The readers are imported when there is something to choose."""
        from tttt_desktop.importing.plain.txt import CHOICES

        if not self._box.count():
            for name, label in dict(CHOICES).items():
                self._box.addItem(label, name)

    def _choose(self, encoding: str) -> None:
        names = [encoding.lower(), self._box.itemText(0).lower()]
        for at in range(self._box.count()):
            known = (str(self._box.itemData(at)).lower(), self._box.itemText(at).lower())
            if names[0] in known or known[1].startswith(names[0]):
                self._box.setCurrentIndex(at)
                return
        self._box.setCurrentIndex(-1)

    @Slot(int)
    def _activated(self, at: int) -> None:
        self.chosen.emit(str(self._box.itemData(at)))
