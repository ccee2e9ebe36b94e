"""What is copied: plain text, and for word processors HTML made of escaped text and our own tags only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_CELL = 'style="border:1px solid #808080; padding:2px 6px; vertical-align:top"'


@dataclass(frozen=True, slots=True)
class Cited:
    """Words and where they stand: "«…» (Tiêu đề, Báo Mẫu, 06/01/2023)". `heading` stands above the first of several."""

    said: str
    sources: tuple[str, ...] = ()
    heading: str = ""

    @property
    def source(self) -> str:
        """All sources in brackets."""
        return f"({'; '.join(self.sources)})" if self.sources else ""


def quoted(text: str) -> str:
    """A quotation in its marks."""
    return f"«{text}»"


def copy_cited(items: Sequence[Cited]) -> None:
    """Put words with their sources on the clipboard; several stand in lines of their own, under their headings.

    Nothing to copy leaves what was copied before.
    """
    if not items:
        return
    dash = "- " if len(items) > 1 else ""
    lines, html, heading = list[str](), list[str](), ""
    for one in items:
        if one.heading != heading:
            heading = one.heading
            lines.append(heading)
            html.append(f"<p><b>{_html(heading)}</b></p>")
        lines.append(f"{dash}{one.said} {one.source}".rstrip())
        source = f" <i>{_html(one.source)}</i>" if one.source else ""
        html.append(f"<p>{dash}{_html(one.said)}{source}</p>")
    _put("\n".join(lines), "".join(html))


def copy_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Put a table on the clipboard: lines with tabs for spreadsheets, a table with its head for word processors."""
    kept = [[" ".join(cell.split()) for cell in row] for row in rows]
    head = "".join(f"<th {_CELL}>{_html(heading)}</th>" for heading in headings)
    body = "".join(
        f"<tr>{''.join(f'<td {_CELL}>{_html(cell)}</td>' for cell in row)}</tr>" for row in kept
    )
    text = "\n".join("\t".join(row) for row in [list(headings), *kept])
    _put(text, f'<table style="border-collapse:collapse"><tr>{head}</tr>{body}</table>')


def _put(text: str, html: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
