"""The articles as Qt's views want them: ids in order, rows read by pages, a header row before each year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tttt_desktop.domain.records import ArticleRow, Hit
from tttt_desktop.ui import theme
from tttt_desktop.ui.articles.groups import Group, Year, year_groups
from tttt_desktop.ui.articles.pages import Pages
from tttt_desktop.ui.widgets import number

PAGE, HITS_PAGE = 200, 20
ROW_ROLE = Qt.ItemDataRole.UserRole
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
HIT_ROLE = Qt.ItemDataRole.UserRole + 2

Rows = Callable[[Sequence[int]], list[ArticleRow]]
Hits = Callable[[Sequence[int]], list[Hit]]
Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(QAbstractListModel):
    """Rows are headers (a Group in GROUP_ROLE, not selectable) and articles (an ArticleRow in ROW_ROLE).

    A *position* counts articles only, a *row* counts headers too.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: Rows = lambda ids: []
        self._ids: Sequence[int] = ()
        self._position_of: dict[int, int] = {}
        self._groups: list[Group] = []
        self._headers: list[int] = []
        self._pages: Pages[ArticleRow] = Pages(PAGE, lambda row: row.id)
        self._hits: Pages[Hit] = Pages(HITS_PAGE, lambda hit: hit.article_id)
        self._find: Hits | None = None

    # -- filling --------------------------------------------------------------------------------

    def set_source(self, rows: Rows) -> None:
        """Read from another dossier: `rows` gives the ArticleRow of each id it knows. Empties the list."""
        self._read = rows
        self._reset((), [])

    def refresh(
        self,
        ids: Sequence[int],
        changed: Collection[int] | None = None,
        find: Hits | None = None,
    ) -> None:
        """Show `ids` in this order. `changed`: only these articles differ from what was read (None: any may).

        `find` gives what was searched for in articles, None when nothing is: it is asked for those in sight. When ids and years are as before the rows stay and only what changed is repainted; else the model resets.
        """
        self._find = find
        self._hits.clear()
        if changed is None or len(changed) > PAGE or ids != self._ids:
            self._pages.clear()
            groups = year_groups(len(ids), lambda at: self._years(ids, at))
            if ids != self._ids or groups != self._groups:
                self._reset(ids, groups)
            elif ids:
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        elif not self.update_rows(changed):
            self.refresh(ids, None, find)

    def _years(self, ids: Sequence[int], positions: Sequence[int]) -> list[Year]:
        wanted = [ids[at] for at in positions]
        years = {row.id: row.year for row in self._read(wanted)}
        return [years.get(article_id) for article_id in wanted]

    def _reset(self, ids: Sequence[int], groups: list[Group]) -> None:
        self.beginResetModel()
        self._ids, self._groups = ids, groups
        self._position_of = {article_id: at for at, article_id in enumerate(ids)}
        self._headers = [group.first + number for number, group in enumerate(groups)]
        self._pages.clear()
        self.endResetModel()

    def update_rows(self, changed: Collection[int]) -> bool:
        """Read the changed articles again; False when one of them moved to another year."""
        for row in self._read(
            [article_id for article_id in changed if article_id in self._position_of]
        ):
            position = self._position_of[row.id]
            if row.year != self._group_at(position).year:
                return False
            if self._pages.put(position, row):
                index = self.index(self.row_of(row.id))
                self.dataChanged.emit(index, index)
        return True

    # -- places ---------------------------------------------------------------------------------

    @property
    def ids(self) -> Sequence[int]:
        """The articles in order."""
        return self._ids

    @property
    def headers(self) -> Sequence[int]:
        """The rows that are headers, ascending."""
        return self._headers

    def position_of(self, article_id: int) -> int | None:
        """Place among the articles, from 0; None when it is not in the list."""
        return self._position_of.get(article_id)

    def row_of(self, article_id: int) -> int:
        """Row of an article, -1 when it is not in the list."""
        position = self._position_of.get(article_id)
        return -1 if position is None else position + self._group_number(position) + 1

    def article_id(self, row: int) -> int | None:
        """The article in a row; None for a header and outside."""
        if not 0 <= row < self.rowCount() or self.group_at(row) is not None:
            return None
        return self._ids[row - bisect_right(self._headers, row)]

    def ids_between(self, first: int, last: int) -> Sequence[int]:
        """The articles in the rows from `first` to `last`."""
        start = first - bisect_left(self._headers, first)
        return self._ids[start : last + 1 - bisect_right(self._headers, last)]

    def group_at(self, row: int) -> Group | None:
        """The group whose header stands in `row`."""
        found = bisect_right(self._headers, row) - 1
        is_header = found >= 0 and self._headers[found] == row
        return self._groups[found] if is_header else None

    def _group_number(self, position: int) -> int:
        return bisect_right(self._groups, position, key=lambda group: group.first) - 1

    def _group_at(self, position: int) -> Group:
        return self._groups[self._group_number(position)]

    def article_row(self, article_id: int) -> ArticleRow | None:
        """What is known of an article of the list; reads the page around it when needed."""
        return self._pages.get(self._position_of[article_id], self._ids, self._read)

    def hit(self, article_id: int) -> Hit | None:
        """What was searched for in an article of the list."""
        position = self._position_of.get(article_id)
        if self._find is None or position is None:
            return None
        return self._hits.get(position, self._ids, self._find)

    # -- what Qt asks ---------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids) + len(self._headers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.article_id(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = self.group_at(index.row())
        if group is not None:
            return self._group_data(group, role)
        article_id = self.article_id(index.row())
        if article_id is None:
            return None
        if role == HIT_ROLE:
            return self.hit(article_id)
        row = self.article_row(article_id)
        return None if row is None else self._row_data(row, role)

    def _group_data(self, group: Group, role: int) -> object:
        if role == GROUP_ROLE:
            return group
        if role == Qt.ItemDataRole.DisplayRole:
            return group_label(group)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{group_label(group).capitalize()}, {number(group.count)} bài"
        return None

    def _row_data(self, row: ArticleRow, role: int) -> object:
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, self.hit(row.id))
        return None


def group_label(group: Group) -> str:
    """What stands above the articles of a year."""
    return f"NĂM {group.year}" if group.year else "KHÔNG RÕ NĂM"


def spoken(row: ArticleRow, hit: Hit | None = None) -> str:
    """What a screen reader says of a row."""
    parts = [theme.STATE_LABEL[row.state], row.title, row.province]
    if row.published_on:
        day = row.published_on
        parts.append(f"{day.day} tháng {day.month} năm {day.year}")
    counts = (
        (row.achievements, "kết quả"),
        (row.shortcomings, "tồn tại"),
        (row.tasks, "nhiệm vụ"),
        (row.plans, "kế hoạch của đơn vị"),
        (row.open_suggestions, "gợi ý"),
        (hit.count if hit else 0, "chỗ khớp"),
    )
    parts += [f"{number(count)} {word}" for count, word in counts if count]
    return ", ".join(part for part in parts if part)
