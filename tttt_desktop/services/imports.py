"""Importing articles: read files in a child process, and store all in one change."""

import itertools
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.records import Proposal
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.habits import Habits, apply
from tttt_desktop.services import habits, proposals
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.duplicates import IN_THIS_IMPORT
from tttt_desktop.services.originals import Originals
from tttt_desktop.services.readings import BytesJob, FileJob, Reading, again_job, paste_job
from tttt_desktop.services.worker.pool import Came, Pool
from tttt_desktop.storage.articles import Incoming, add_articles, add_source

__all__ = ["IN_THIS_IMPORT", "Reading", "StoredImport", "expand", "read", "read_again",
           "read_clipboard", "store", "suggest"]  # fmt: skip
_ARRIVALS = 0.1  # seconds between two batches of readings
_KNOWN = words(
    ".txt .md .html .htm .xhtml .docx .docm .pdf .doc .rtf .odt .fodt .mht .mhtml .eml .zip"
)


@dataclass(frozen=True, slots=True)
class StoredImport:
    """The ids of the articles in the order of the readings that had one."""

    article_ids: tuple[int, ...]
    changed: Changed


def expand(paths: Iterable[Path], cancelled: Callable[[], bool] = lambda: False) -> list[Path]:
    """The files to read: those named, and in folders (with their folders) those of a kind articles come in, sorted.

    Links to folders are not followed; hidden files, Word's lock files and the picture folders of saved pages are
    left out. A file named by itself is always in, so that it gets its answer. Ends early when `cancelled()`.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            files.update(dict.fromkeys(_files_below(path, cancelled)))
        else:
            files[path] = None
    return list(files)


def _files_below(top: Path, cancelled: Callable[[], bool]) -> Iterator[Path]:
    for root, folders, names in os.walk(top):
        if cancelled():
            return
        pages = {name.rpartition(".")[0] for name in names}
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name.removesuffix("_files") not in pages
        )
        folder = Path(root)
        for name in sorted(names):
            known = os.path.splitext(name)[1].lower() in _KNOWN  # noqa: PTH122 - half the time of Path
            if known and not name.startswith((".", "~$")):
                yield folder / name


def read(
    paths: Sequence[Path],
    *,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
    arrived: Callable[[list[Reading]], None] = lambda readings: None,
) -> list[Reading]:
    """Read files in the order given, in any thread; what cannot be read says why and the others go on.

    A zip, or a mail with attachments, gives one reading for each file in it. `progress(done, total, name)` is called
    after each reading, `arrived` (in the same thread) about every 100 ms with those that came since, in the order of
    the result. When `cancelled()` turns true, what is finished is returned within a second. Errors: UserError when the
    reading process cannot be started.
    """
    originals, remembered = Originals(), habits.load()
    pool = Pool([FileJob(path, originals) for path in paths])
    shelf = _Shelf(len(paths), arrived)
    try:
        for some in pool.came():
            for came in some:
                shelf.put(came, [_as_remembered(one, remembered) for one in came.results])
                for reading in came.results:
                    shelf.done += 1
                    progress(shelf.done, shelf.total(), Path(reading.path).name)
            if cancelled():
                break
            shelf.hand_out()
    finally:
        pool.stop()
    return shelf.all()


class _Shelf:
    """Puts readings back into the order of their files."""

    def __init__(self, files: int, arrived: Callable[[list[Reading]], None]) -> None:
        self.done = 0
        self._left = files
        self._left_of: dict[int, int] = {}
        self._arrived = arrived
        self._early: dict[int, list[Reading]] = {}
        self._first = 0  # the file whose readings come next
        self._sorted: list[Reading] = []
        self._handed_out = 0
        self._handed_out_at = time.monotonic()

    def total(self) -> int:
        """How many readings there will be, as far as is known."""
        return self.done + self._left

    def put(self, came: Came[Reading], readings: Sequence[Reading]) -> None:
        """Take the readings that came of a file."""
        self._early.setdefault(came.number, []).extend(readings)
        self._left += came.left - self._left_of.get(came.number, 1)
        self._left_of[came.number] = came.left
        while self._first in self._early:
            self._sorted += self._early.pop(self._first)
            if self._left_of[self._first]:
                break
            self._first += 1

    def hand_out(self) -> None:
        """Let go what is in order, when it is time again."""
        now = time.monotonic()
        if now - self._handed_out_at > _ARRIVALS and self._handed_out < len(self._sorted):
            self._arrived(self._sorted[self._handed_out :])
            self._handed_out, self._handed_out_at = len(self._sorted), now

    def all(self) -> list[Reading]:
        """Everything that came, with what was handed out; the rest is handed out now."""
        for index in sorted(self._early):
            self._sorted += self._early.pop(index)
        if self._handed_out < len(self._sorted):
            self._arrived(self._sorted[self._handed_out :])
        return self._sorted


def suggest(
    readings: Sequence[Reading],
    *,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> list[Reading]:
    """The readings with the proposals for those that have an article but none yet, in any thread.

    When `cancelled()` turns true, the rest comes back as it was. Errors: UserError when no child can be started.
    """
    suggested = list(readings)
    waiting = [n for n, one in enumerate(readings) if one.article and one.proposals is None]
    done = itertools.count(1)

    def found(number: int, those: tuple[Proposal, ...]) -> None:
        reading = suggested[waiting[number]]
        suggested[waiting[number]] = replace(reading, proposals=those)
        progress(next(done), len(waiting), Path(reading.path).name)

    texts = [proposals.text_of(one) for n in waiting if (one := readings[n].article)]
    proposals.find(texts, cancelled=cancelled, found=found)
    return suggested


def read_again(reading: Reading, encoding: str) -> Reading:
    """The same bytes by another encoding (an id of `importing.plain.txt.CHOICES`), in any thread.

    Errors: UserError when no reader can be started.
    """
    article = reading.whole()
    if article is None:
        return reading
    return _read_now(again_job(reading.path, article.name, article.raw, encoding))


def read_clipboard(text: str, html: str) -> Reading:
    """What lies on the clipboard as an article, in any thread. Errors: UserError when no reader can be started."""
    return _read_now(paste_job(text, html))


def _read_now(job: BytesJob) -> Reading:
    pool = Pool([job])
    try:
        (reading,) = [result for some in pool.came() for came in some for result in came.results]
    finally:
        pool.stop()
    return _as_remembered(reading, habits.load())


def _as_remembered(reading: Reading, remembered: Habits) -> Reading:
    """With the choices the person has made for the page's site."""
    if reading.article is None or reading.article.site not in remembered:
        return reading
    return replace(reading, article=apply(reading.article, remembered))


def store(dossier: Dossier, readings: Sequence[Reading]) -> StoredImport:
    """Store every reading that has an article, in one change. Errors: SaveFailed; then nothing is stored.

    One that is to be kept as a further source goes to the article it repeats; where that is not stored, it becomes an
    article, and what else repeats the same goes to it.
    """
    fit = [reading for reading in readings if reading.article]
    own = [number for number, reading in enumerate(fit) if not reading.as_source]
    with dossier.store.change(f"Nhập {len(fit)} bài viết") as change:
        ids = dict(
            zip(own, add_articles(dossier.store, _incoming(fit[n] for n in own)), strict=True)
        )
        stored = {fit[number].path: article_id for number, article_id in ids.items()}
        for number, reading in enumerate(fit):
            if reading.as_source:
                ids[number] = _store_source(dossier, reading, stored)
    return StoredImport(tuple(ids[number] for number in range(len(fit))), change.changed)


def _incoming(readings: Iterable[Reading]) -> Iterator[Incoming]:
    """What to store, the bytes of each fetched when its turn comes."""
    for reading in readings:
        article = reading.whole()
        assert article is not None
        yield Incoming(article, reading.proposals, reading.fingerprint)


def _store_source(dossier: Dossier, reading: Reading, stored: dict[str, int]) -> int:
    """Keep a reading as a further source of what it repeats; `stored` knows the articles by their paths."""
    (incoming,) = _incoming([reading])
    known = reading.duplicate_of or stored.get(reading.twin)
    if known:
        add_source(dossier.store, known, incoming.parsed)
    else:
        (known,) = add_articles(dossier.store, [incoming])
        stored.setdefault(reading.twin, known)
    stored[reading.path] = known
    return known
