"""What a screen reader says of the place the cursor is at."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from tttt_desktop.ui.editor.marks import Mark
from tttt_desktop.ui.editor.tally import Tally


def said_of(mark: Mark | None, quote: str, tally: Tally) -> str:
    """ "Gợi ý 6 trên 14, tồn tại: «…»"."""
    if mark is None:
        return f"«{quote}»"
    if mark.decided:
        return f"{mark.label}: «{quote}»"
    said = QCoreApplication.translate("reader", "Gợi ý {number} trên {total}, {kind}: «{quote}»")
    return said.format(
        number=tally.number(mark), total=tally.total, kind=mark.label.lower(), quote=quote
    )


def say(widget: QWidget, said: str) -> None:
    """Make it the description of the widget, and say it aloud where somebody listens."""
    if said != widget.accessibleDescription():
        widget.setAccessibleDescription(said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))
