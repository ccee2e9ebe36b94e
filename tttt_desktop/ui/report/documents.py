"""Text documents that are laid out for paper."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextDocument


def paper_document(font: QFont) -> QTextDocument:
    """An empty one without a margin, whose lines break at the same words on every device."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    return document


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """The paragraphs of a document, those in cells of tables too."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
