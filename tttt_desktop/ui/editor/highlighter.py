"""The soft fills of decided passages, search hits and the quiet lines (title, date, byline), by paragraph."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from tttt_desktop.domain.records import Kind, Span
from tttt_desktop.ui import theme
from tttt_desktop.ui.editor.marks import Mark, flattened
from tttt_desktop.ui.editor.positions import Positions
from tttt_desktop.ui.editor.script import Script


class Highlighter(QSyntaxHighlighter):
    """Paints what it was last given; a paragraph is one block. Whoever changes `marks` or `hits` calls `renew`."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.script = Script("")
        self.positions = Positions("")
        self.marks: Mapping[int, Sequence[Mark]] = {}
        self.hits: Mapping[int, Sequence[Span]] = {}
        self.quiet: frozenset[int] = frozenset()
        self.take_colours()

    def take_colours(self) -> None:
        """Read the colours of the theme; a `rehighlight` shows them."""
        tokens = theme.tokens()
        self._fills = {kind: QTextCharFormat() for kind in Kind}
        for kind, fill in self._fills.items():
            fill.setBackground(theme.kind_fill(kind))
        self._hit = QTextCharFormat()
        self._hit.setBackground(tokens.warn_fill)
        self._hit.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        self._hit.setUnderlineColor(tokens.warn)
        self._muted = QTextCharFormat()
        self._muted.setForeground(tokens.text3)

    def renew(self, paragraphs: Iterable[int]) -> None:
        """Paint these paragraphs again."""
        for number in sorted(paragraphs):
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        if number >= len(self.script):
            return
        if number in self.quiet:
            self.setFormat(0, len(text) + 1, self._muted)
        within = self.script.paragraph(number)
        for stretch in flattened(self.marks.get(number, ()), within):
            self._set(Span(stretch.start, stretch.stop), self._fills[stretch.mark.kind])
        for hit in self.hits.get(number, ()):
            self._set(hit, self._hit)

    def _set(self, span: Span, style: QTextCharFormat) -> None:
        start, stop = self.positions.to_qt(span.start), self.positions.to_qt(span.stop)
        self.setFormat(start - self.currentBlock().position(), stop - start, style)
