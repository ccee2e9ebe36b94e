"""An open dossier: what the window and the command line hold and ask."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.query import understand, without_unfinished_letter
from tttt_desktop.domain.records import (
    ArticleFilter,
    ArticleRow,
    Hit,
    Page,
    Revision,
    Totals,
)
from tttt_desktop.storage import (
    annotations,
    articles,
    backups,
    checks,
    file,
    history,
    hits,
    listing,
    suggestions,
    vocabulary,
)
from tttt_desktop.storage.shelf import Shelf
from tttt_desktop.storage.store import Store


class Dossier:
    """One `.tttt` file that is open. All reading and changing happens in one thread at a time."""

    def __init__(self, opened: file.OpenFile, clock: Callable[[], datetime]) -> None:
        self.path = opened.path
        self.read_only = opened.read_only
        self.backup_problem = ""  # why today's backup failed, as one Vietnamese sentence
        self._file = opened
        self._clock = clock
        self._backed_up_on: date | None = None
        self.store = Store(
            opened.conn, read_only=opened.read_only, clock=clock, before_change=self._back_up
        )
        self._shelf = Shelf(opened.conn)
        self.store.listeners.append(self._shelf.note)
        self.recovered = self._recovery() if opened.recovered else ""

    @classmethod
    def create(cls, path: Path, *, clock: Callable[[], datetime] = datetime.now) -> Self:
        """Make a new dossier where there is no file yet, and open it; raises UserError."""
        file.create(path)
        return cls.open(path, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        read_only: bool = False,
        *,
        clock: Callable[[], datetime] = datetime.now,
    ) -> Self:
        """Open a dossier; raises DossierInUse, DossierNotOurs, NotFound, and then has not touched the file.

        A file that cannot be written is opened read-only, which `read_only` then says.
        """
        return cls(file.open_dossier(path, read_only=read_only, now=clock()), clock)

    def close(self) -> None:
        """Give the file back; afterwards the dossier must not be used."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def totals(self) -> Totals:
        """The numbers of the status bar."""
        return listing.totals(self.store.conn)

    def article_ids(self, filter: ArticleFilter = ArticleFilter()) -> list[int]:  # noqa: B008 - frozen
        """The ids of the list in its order: year groups newest first, then `filter.order`."""
        return self._shelf.ids(filter)

    def article_rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """The lines of the list for these ids, in this order; ids that no longer exist are left out."""
        return listing.article_rows(self.store.conn, ids)

    def facets(self, filter: ArticleFilter) -> dict[str, list[tuple[str, int]]]:
        """ "years", "provinces", "outlets", "fields", "states", "suggestions" -> (value, number of articles).

        Each is counted without its own condition; the one value of "suggestions" is "".
        """
        return self._shelf.facets(filter)

    def states(self, filter: ArticleFilter) -> dict[str, int]:
        """State -> number of articles under the other conditions; states without any are left out."""
        return self._shelf.states(filter)

    def article_of(self, annotation_id: int) -> int:
        """The article that an annotation is in; raises NotFound."""
        return annotations.get(self.store.conn, annotation_id).article_id

    def page(self, article_id: int) -> Page:
        """All that the reader shows of one article; raises NotFound."""
        conn = self.store.conn
        body = articles.current_body(conn, article_id)
        return Page(
            article=articles.article(conn, article_id),
            body_id=body["id"],
            text=body["text"],
            annotations=annotations.of_article(conn, article_id),
            suggestions=annotations.open_suggestions(conn, article_id),
            asides=articles.asides(conn, article_id),
            version=body["number"],
        )

    def marked_pages(self, ids: Sequence[int]) -> list[Page]:
        """The pages of these articles in this order, without suggestions and asides, which no report tells.

        Faster than one `page` after the other. Articles that no longer exist are left out.
        """
        conn = self.store.conn
        known, marks = articles.some(conn, ids), annotations.of_articles(conn, ids)
        bodies = articles.current_bodies(conn, ids)
        return [
            Page(
                article=known[one],
                body_id=bodies[one]["id"],
                text=bodies[one]["text"],
                annotations=tuple(marks.get(one, ())),
                version=bodies[one]["number"],
            )
            for one in ids
            if one in known
        ]

    def search(self, typed: str, limit: int = 50) -> list[Hit]:
        """The newest articles with every word that was typed in title, text or marks (see `domain.query`)."""
        return self.hits(typed, self.article_ids(ArticleFilter(query=typed))[:limit])

    def hits(self, typed: str, ids: Sequence[int]) -> list[Hit]:
        """What was typed, where it stands in these articles; nothing where nothing is looked for."""
        query = without_unfinished_letter(understand(typed))
        return hits.of_articles(self.store.conn, query, ids) if query else []

    def fields(self) -> list[str]:
        """The fields of this dossier in their order."""
        return vocabulary.fields(self.store.conn)

    def agencies(self) -> list[str]:
        """All agencies named so far."""
        return vocabulary.agencies(self.store.conn)

    def people(self) -> list[str]:
        """All assigners named so far, and the leaders whom the articles name as present."""
        return vocabulary.people(self.store.conn)

    def numbers_of_documents(self) -> list[str]:
        """The numbers of all legal documents named so far."""
        return vocabulary.numbers_of_documents(self.store.conn)

    def setting(self, key: str, default: str = "") -> str:
        """A setting of the dossier, `default` when it was never set."""
        return vocabulary.setting(self.store.conn, key, default)

    def set_settings(
        self, values: Mapping[str, str], *, label: str = "Sửa thông tin hồ sơ"
    ) -> Changed:
        """Set several settings as one undo step."""
        with self.store.change(label) as change:
            for key, value in values.items():
                vocabulary.put_setting(self.store, key, value)
        return change.changed

    def undo(self) -> Changed | None:
        """Take the last change back; None when there is none."""
        return self.store.undo()

    def redo(self) -> Changed | None:
        """Make the last undone change again; None when there is none."""
        return self.store.redo()

    @property
    def undo_label(self) -> str:
        """The act Undo would take back, "" when there is none."""
        return self.store.undo_label

    @property
    def redo_label(self) -> str:
        """The act Redo would make again, "" when there is none."""
        return self.store.redo_label

    @property
    def last_changed(self) -> Changed:
        """What the last committed change touched."""
        return self.store.last_changed

    @property
    def last_saved(self) -> datetime | None:
        """When the last COMMIT returned; None when nothing was changed since opening."""
        return self.store.last_saved

    def history(self, limit: int = 200) -> list[Revision]:
        """The newest changes first."""
        return history.page(self.store.conn, limit)

    def with_sources(self, sha256: Iterable[str]) -> dict[str, int]:
        """Digests of bytes -> the article one of whose sources is a file with these bytes, where there is one."""
        return articles.with_sources(self.store.conn, sha256)

    def with_digests(self, digests: Iterable[str]) -> dict[str, int]:
        """Digests of texts (`likeness.digest`) -> the article with such a text, now, before or in a further source."""
        return articles.with_digests(self.store.conn, digests)

    def sketches(self, start: int, most: int) -> list[tuple[int, str]]:
        """The sketches of the texts of the next articles from id `start` on, as `likeness.from_hex` reads them."""
        return articles.sketches(self.store.conn, start, most)

    def text(self, article_id: int) -> str:
        """The current text of an article; raises NotFound."""
        return str(articles.current_body(self.store.conn, article_id)["text"])

    def unsuggested(self, limit: int) -> list[int]:
        """The articles nobody has looked at for suggestions, the last imported first: ask when articles have changed."""
        return suggestions.unsuggested(self.store.conn, limit)

    def is_unsuggested(self, article_id: int) -> bool:
        """Whether nobody has looked at this article for suggestions."""
        return suggestions.waits(self.store.conn, article_id)

    def back_up_to(self, path: Path) -> None:
        """Write a checked copy of the dossier to another file; raises UserError."""
        if path.absolute() == self.path or (path.exists() and path.samefile(self.path)):
            raise UserError("Đây chính là hồ sơ đang mở.", "Hãy chọn tên hoặc thư mục khác.")
        backups.copy_to(self.store.conn, path)

    def check(self) -> list[str]:
        """The problems found in the file, each one Vietnamese sentence; empty when it is sound."""
        return checks.problems(self.store.conn)

    def _back_up(self) -> None:
        """Back up before the first change of a day, trying once; the work goes on when it fails, and is told."""
        now = self._clock()
        if now.date() == self._backed_up_on:
            return
        self._backed_up_on = now.date()
        try:
            backups.daily(self.store.conn, self.path, now)
            self.backup_problem = ""
        except UserError as error:
            self.backup_problem = f"Chưa sao lưu được hồ sơ hôm nay. {error}"

    def _recovery(self) -> str:
        said = "Lần trước chương trình đóng đột ngột. Dữ liệu đã được giữ đủ"
        last = self.store.last_change_at()
        if last is None:
            return f"{said}."
        today = last.date() == self._clock().date()
        return f"{said} đến {last:%H:%M}{'' if today else f' ngày {last:%d/%m/%Y}'}."
