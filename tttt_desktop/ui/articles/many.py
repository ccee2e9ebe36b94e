"""What is done with chosen articles at once; with very many beside the window, which would be held for too long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tttt_desktop.services import several
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.widgets import number

_EDITED, _REMOVED = 500, 50  # articles, done in some 40 ms


def edit_all(held: OpenDossier, ids: Sequence[int], **values: object) -> None:
    """Set the same values in all these articles."""
    said = QCoreApplication.translate("Many", "Đang sửa {count} bài…")
    long = said.format(count=number(len(ids))) if len(ids) > _EDITED else ""
    held.run(lambda d: several.edit_articles(d, ids, **values), long)


def remove_all(held: OpenDossier, ids: Sequence[int]) -> None:
    """Take all these articles out of the dossier."""
    said = QCoreApplication.translate("Many", "Đang xoá {count} bài…")
    long = said.format(count=number(len(ids))) if len(ids) > _REMOVED else ""
    held.run(lambda d: several.remove_articles(d, ids), long)
