"""Completion by any words of a name, diacritics apart and office abbreviations understood: "so tttt" finds "Sở TT&TT"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import (
    QAbstractListModel,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem

from tttt_desktop.domain.text import fold

Names = Callable[[], Sequence[str]]
SEPARATOR = ";"  # between several names in one box
_WORD = re.compile(r"\w+(?:[&-]\w+)*")
_SIGNS = re.compile(r"[&_-]")
_MOST = 50  # rows nobody scrolls beyond


@dataclass(frozen=True, slots=True)
class _Choice:
    """A name as shown; its words, folded and without signs; their first letters ("và" has none)."""

    name: str
    words: tuple[str, ...]
    initials: str

    @classmethod
    def of(cls, name: str) -> Self:
        words = _words(name)
        return cls(name, words, "".join(word[0] for word in words if word != "va"))

    def fits(self, typed: Sequence[str]) -> bool:
        """Whether every typed word begins a word of the name, or gives first letters of words that follow each other."""
        return all(
            any(word.startswith(one) for word in self.words)
            or (len(one) > 1 and one in self.initials)
            for one in typed
        )

    def rank(self, typed: Sequence[str]) -> bool:
        """False sorts first: the name begins with what is typed."""
        return not (typed and self.words and self.words[0].startswith(typed[0]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_SIGNS.sub("", word) for word in _WORD.findall(fold(text)))


class Vocabulary(QObject):
    """Names that boxes complete from, in their order. They are read when they are first needed after a change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: Names = tuple
        self._stale = False
        self._choices: tuple[_Choice, ...] = ()
        self._names: tuple[str, ...] = ()

    def set_source(self, read: Names) -> None:
        """From where the names come."""
        self._read, self._stale = read, True

    def forget(self) -> None:
        """The names may be others now."""
        self._stale = True

    def _refresh(self) -> None:
        names = tuple(self._read()) if self._stale else self._names
        self._stale = False
        if names != self._names:
            self._names = names
            self._choices = tuple(map(_Choice.of, names))

    def fitting(self, text: str) -> list[str]:
        """The names that what is typed can mean, the likeliest first; all for an empty text."""
        self._refresh()
        typed = _words(text)
        found = [one for one in self._choices if one.fits(typed)]
        return [one.name for one in sorted(found, key=lambda one: one.rank(typed))][:_MOST]

    def has(self, name: str) -> bool:
        """Whether a name is among them, case and diacritics apart."""
        self._refresh()
        return fold(name) in map(fold, self._names)


class _Rows(QAbstractListModel):
    """What the list under a box shows; an answer that is no name has its own text in the UserRole."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str]] = []

    def show(self, rows: list[tuple[str, str]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self._rows[index.row()][1]
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        return self._rows[index.row()][0] if role in shown else None


class _RoomyRows(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).grownBy(QMargins(4, 4, 4, 4))


class Completer(QCompleter):
    """Completes the text of a box; with `many`, the name behind the last separator; with `adds`, offers a new name."""

    def __init__(
        self, vocabulary: Vocabulary, box: QLineEdit, *, many: bool = False, adds: str = ""
    ) -> None:
        super().__init__(box)
        self._vocabulary, self._box = vocabulary, box
        self._many, self._adds = many, adds
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setCompletionRole(Qt.ItemDataRole.UserRole)
        self.setMaxVisibleItems(10)
        popup = self.popup()
        assert popup is not None
        popup.setItemDelegate(_RoomyRows(self))
        popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.textEdited.connect(self._narrow)

    def offer_all(self) -> None:
        """Show every name, whatever is typed."""
        self._rows.show([(name, name) for name in self._vocabulary.fitting("")])
        self.complete()

    @Slot(str)
    def _narrow(self, text: str) -> None:
        typed = self._typed(text)
        rows = [(name, name) for name in self._vocabulary.fitting(typed) if typed]
        if self._adds and typed and not self._vocabulary.has(typed):
            rows.append((self._adds.format(name=typed), typed))
        if [name for name, _ in rows] == [typed]:
            rows = []  # nothing left to complete
        self._rows.show(rows)

    def _typed(self, text: str) -> str:
        return (text.rsplit(SEPARATOR, 1)[-1] if self._many else text).strip()

    def splitPath(self, _path: str) -> list[str]:
        return [""]  # the rows are those that fit already

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        choice = str(index.data(Qt.ItemDataRole.UserRole))
        before, found, _ = self._box.text().rpartition(SEPARATOR) if self._many else ("", "", "")
        return f"{before}{SEPARATOR} {choice}" if found else choice
