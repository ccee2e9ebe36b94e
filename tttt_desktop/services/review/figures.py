"""The figures of a mark: what the program read from the passage, corrected by the person."""

from collections.abc import Sequence

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Figure
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import annotations


def set_figures(d: Dossier, annotation_id: int, figures: Sequence[Figure]) -> Changed:
    """Replace the figures of a mark. Raises UserError for a figure without a number or words, NotFound."""
    annotation = annotations.get(d.store.conn, annotation_id)
    if not all(figure.as_printed.strip() for figure in figures):
        raise UserError("Số liệu chưa có giá trị.", "Hãy gõ giá trị, ví dụ 742,67.")
    more = len(figures) - len(annotation.figures)
    label = "Thêm số liệu" if more > 0 else "Xoá số liệu" if more < 0 else "Sửa số liệu"
    with d.store.change(label) as change:
        change.concerns(annotation.article_id)
        if tuple(figures) != annotation.figures:
            annotations.set_figures(d.store, annotation_id, figures)
    return change.changed
