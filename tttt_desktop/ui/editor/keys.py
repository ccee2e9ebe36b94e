"""The keys of the reader (UX section 7): no letters, no Backspace, nothing that an input method types."""

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent


class Act(StrEnum):
    """What a key, a button of the bar or a menu can ask of the reader."""

    NEXT_SENTENCE = "next sentence"
    PREVIOUS_SENTENCE = "previous sentence"
    NEXT_CLAUSE = "next clause"
    PREVIOUS_CLAUSE = "previous clause"
    FIRST = "first sentence"
    LAST = "last sentence"
    STOP_ON = "end one syllable on"
    STOP_BACK = "end one syllable back"
    START_ON = "start one syllable on"
    START_BACK = "start one syllable back"
    TAKE_SENTENCE = "take one more sentence"
    ACHIEVEMENT = "mark as achievement"
    SHORTCOMING = "mark as shortcoming"
    TASK = "mark as task"
    CAUSE = "mark as cause"
    ACCEPT = "accept"
    DECLINE = "decline or remove"
    LATER = "next suggestion"
    EARLIER = "previous suggestion"
    EDIT = "edit fields"
    STATEMENT = "report wording"
    SPLIT = "split"
    MERGE = "merge with the mark before"
    COPY = "copy"
    COPY_WITH_SOURCE = "copy with source"
    RESET = "back to the text"
    WHY = "why this suggestion"
    PAGE_DOWN = "page down"
    PAGE_UP = "page up"
    DONE = "done, next article"


READING = frozenset(Act) - {
    Act.ACHIEVEMENT,
    Act.SHORTCOMING,
    Act.TASK,
    Act.CAUSE,
    Act.ACCEPT,
    Act.DECLINE,
    Act.STOP_ON,
    Act.STOP_BACK,
    Act.START_ON,
    Act.START_BACK,
    Act.TAKE_SENTENCE,
    Act.SPLIT,
    Act.MERGE,
}  # changes nothing: works in a dossier opened for reading

_NONE, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_KEYS = {
    (_NONE, Qt.Key.Key_Down): Act.NEXT_SENTENCE,
    (_NONE, Qt.Key.Key_Up): Act.PREVIOUS_SENTENCE,
    (_NONE, Qt.Key.Key_Right): Act.NEXT_CLAUSE,
    (_NONE, Qt.Key.Key_Left): Act.PREVIOUS_CLAUSE,
    (_NONE, Qt.Key.Key_Home): Act.FIRST,
    (_CTRL, Qt.Key.Key_Home): Act.FIRST,
    (_NONE, Qt.Key.Key_End): Act.LAST,
    (_CTRL, Qt.Key.Key_End): Act.LAST,
    (_SHIFT, Qt.Key.Key_Right): Act.STOP_ON,
    (_SHIFT, Qt.Key.Key_Left): Act.STOP_BACK,
    (_CTRL, Qt.Key.Key_Right): Act.START_ON,
    (_CTRL, Qt.Key.Key_Left): Act.START_BACK,
    (_SHIFT, Qt.Key.Key_Down): Act.TAKE_SENTENCE,
    (_NONE, Qt.Key.Key_1): Act.ACHIEVEMENT,
    (_NONE, Qt.Key.Key_2): Act.SHORTCOMING,
    (_NONE, Qt.Key.Key_3): Act.TASK,
    (_NONE, Qt.Key.Key_4): Act.CAUSE,
    (_NONE, Qt.Key.Key_Return): Act.ACCEPT,
    (_NONE, Qt.Key.Key_Enter): Act.ACCEPT,
    (_NONE, Qt.Key.Key_Delete): Act.DECLINE,
    (_NONE, Qt.Key.Key_Space): Act.LATER,
    (_SHIFT, Qt.Key.Key_Space): Act.EARLIER,
    (_NONE, Qt.Key.Key_F2): Act.EDIT,
    (_NONE, Qt.Key.Key_F4): Act.STATEMENT,
    (_NONE, Qt.Key.Key_F7): Act.WHY,
    (_CTRL, Qt.Key.Key_T): Act.SPLIT,
    (_CTRL, Qt.Key.Key_C): Act.COPY,
    (_NONE, Qt.Key.Key_Escape): Act.RESET,
    (_NONE, Qt.Key.Key_PageDown): Act.PAGE_DOWN,
    (_NONE, Qt.Key.Key_PageUp): Act.PAGE_UP,
}
_BY_KEY = {
    QKeyCombination(modifier, key).toCombined(): act for (modifier, key), act in _KEYS.items()
}


def act_of(event: QKeyEvent) -> Act | None:
    """What a key press means in the text; the digits of the number pad count as digits. None: not ours."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _BY_KEY.get(QKeyCombination(modifiers, Qt.Key(event.key())).toCombined())
