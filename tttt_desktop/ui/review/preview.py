"""Below the table: the text of one article with what was set aside, and what is known about the article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from tttt_desktop.domain.records import Found
from tttt_desktop.importing.habits import can_learn
from tttt_desktop.ui.review.block_model import BlockModel
from tttt_desktop.ui.review.blocks import BlockView
from tttt_desktop.ui.review.encoding import EncodingBar
from tttt_desktop.ui.review.rows import Row
from tttt_desktop.ui.review.values import ValuesPanel
from tttt_desktop.ui.widgets import ElidedLabel, button, number

_TEXT_WIDTH, _VALUES_WIDTH = 770, 430


class Preview(QSplitter):
    """Shows one row. It changes nothing itself but says what the person wants."""

    toggle_requested = Signal(int)  # block
    remember_requested = Signal(int)  # block
    compare_requested = Signal()
    encoding_chosen = Signal(str)
    written = Signal(str, str)  # attribute, text

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._blocks = BlockModel(self)
        self.text = BlockView(self._blocks, self)
        self.values = ValuesPanel(self)
        self.encoding = EncodingBar()
        self._row: Row | None = None
        self._name = ElidedLabel(px=12, weight=600)
        self._hint = ElidedLabel(lines=2, px=12)
        self._compare = button(self.tr("So sánh…"), tip=self.tr("So sánh với bài đã có (F4)"))
        self._remember = button(self.tr("Nhớ cho trang này"))
        self._build()
        self.text.toggle_requested.connect(self.toggle_requested)
        self.values.written.connect(self.written)
        self.values.shown_in_text.connect(self._show_found)
        self.encoding.chosen.connect(self.encoding_chosen)
        self._compare.clicked.connect(self.compare_requested)
        self._remember.clicked.connect(self.ask_remember)
        self.text.selectionModel().currentChanged.connect(self._refresh_remember)

    def _build(self) -> None:
        self._hint.setProperty("role", "meta")
        for choice in (self._compare, self._remember):
            choice.setAutoDefault(False)
            choice.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self._compare)
        head.addWidget(self._remember)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.encoding)
        column.addWidget(self.text, 1)
        self.addWidget(left)
        self.addWidget(self.values)
        left.setMinimumWidth(300)
        self.values.setMinimumWidth(320)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setSizes([_TEXT_WIDTH, _VALUES_WIDTH])
        self.setHandleWidth(1)

    def show_row(self, row: Row | None, before: str = "") -> None:
        """Show a row; `before` are the first words of the text as it was read with another encoding."""
        known = self._row.reading.article if self._row is not None else None
        article = row.reading.article if row is not None else None
        self._row = row
        self._name.setText(row.name if row is not None else "")
        self._hint.setText(self._said(row))
        self._compare.setVisible(row is not None and row.double)
        if article is not known or article is None:
            self.encoding.show_article(article, before)
            self.text.show_blocks(article.blocks if article is not None else ())
            self.text.setEnabled(article is not None)
            self.values.show_article(article)
        self._refresh_remember()

    def _said(self, row: Row | None) -> str:
        if row is None or row.reading.article is None:
            return row.reading.refused if row is not None else ""
        aside = sum(1 for block in row.reading.article.blocks if block.reason)
        usage = self.tr("Bấm vào đoạn (hoặc phím Space) để giữ hay bỏ.")
        if row.glued:
            usage = self.tr(
                "Chữ trong bài dính liền vì tệp đã mất dấu cách, nên không tìm được gợi ý."
                " Hãy dùng bản khác của bài, như bản .docx hoặc trang web."
            )
        kept = self.tr("Đã để riêng {count} đoạn.").format(count=number(aside)) if aside else ""
        return " ".join(part for part in (row.reading.message, kept, usage) if part)

    @Slot()
    def _refresh_remember(self) -> None:
        article = self._row.reading.article if self._row is not None else None
        at = self.text.currentIndex().row()
        within = article is not None and 0 <= at < len(article.blocks)
        fit = article is not None and within and can_learn(article, at)
        self._remember.setVisible(article is not None and bool(article.site))
        self._remember.setEnabled(fit)
        tip = self.tr("Chỗ này là thân bài, mỗi bài một khác, nên không nhớ được")
        if article is not None and fit:
            aside = bool(article.blocks[at].reason)
            act = self.tr("để riêng") if aside else self.tr("giữ lại")
            tip = self.tr("Lần sau {act} đoạn ở chỗ này của {site} (Ctrl+D)")
            tip = tip.format(act=act, site=article.site)
        self._remember.setToolTip(tip)

    @Slot()
    def ask_remember(self) -> None:
        """Remember how the current paragraph was decided, where that makes sense."""
        if self._remember.isVisible() and self._remember.isEnabled():
            self.remember_requested.emit(self.text.currentIndex().row())

    @Slot(object)
    def _show_found(self, found: Found | None) -> None:
        if found is None or found.block is None:
            self.text.unmark()
        else:
            self.text.mark(found.block, found.span)
