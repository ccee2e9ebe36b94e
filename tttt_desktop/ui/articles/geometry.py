"""Where the rows of the list stand: two heights of rows, so every place is arithmetic."""

from __future__ import annotations

from bisect import bisect_left

from tttt_desktop.ui.articles.delegate import HEADER_HEIGHT, ROW_HEIGHT
from tttt_desktop.ui.articles.model import ArticleListModel


class Geometry:
    """Pixels from the top of the whole list, for rows of the model. 100,000 articles cost as much as ten."""

    def __init__(self, model: ArticleListModel) -> None:
        self._model = model

    def top(self, row: int) -> int:
        """Where a row begins."""
        headers = bisect_left(self._model.headers, row)
        return row * ROW_HEIGHT - headers * (ROW_HEIGHT - HEADER_HEIGHT)

    def height(self, row: int) -> int:
        """How high a row is."""
        return ROW_HEIGHT if self._model.group_at(row) is None else HEADER_HEIGHT

    def bottom(self, row: int) -> int:
        """Where it ends."""
        return self.top(row) + self.height(row)

    def row_at(self, y: int) -> int:
        """The row that covers `y`; may lie outside the list."""
        headers = self._model.headers
        above = bisect_left(headers, y + 1, key=self.top)
        if not above:
            return -1
        header = headers[above - 1]
        below = y - self.top(header) - HEADER_HEIGHT
        return header if below < 0 else header + 1 + below // ROW_HEIGHT

    def article_near(self, row: int, upwards: bool) -> int:
        """`row`, or beside a header the next article; at the very top that is below it."""
        if self._model.group_at(row) is None:
            return row
        return row - 1 if upwards and row > 0 else row + 1
