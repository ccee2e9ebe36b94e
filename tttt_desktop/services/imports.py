"""Importing articles: read files in a child process, find what is there twice, store all in one change."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Timer

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.records import ParsedArticle, Proposal
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.files import CLIPBOARD, load, pasted
from tttt_desktop.services import wire
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.reader import LONGEST, Reader
from tttt_desktop.storage.articles import add_article, digest

IN_THIS_IMPORT = 0  # `duplicate_of` a file read beside it; stored articles count from 1
Waiting = SimpleQueue[tuple[int, Path]]
Done = SimpleQueue[tuple[int, "Reading"]]
_MANY = 50  # files from which a second child pays
_KNOWN = words(".txt .md .html .htm .xhtml .docx .docm .pdf .doc .rtf .odt .mht .mhtml .eml .zip")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: an article, or `refused`, one Vietnamese sentence and what to do.

    `path` names a file in a file as "thu.zip/bai1.docx". `proposals` is None as long as nobody has looked for any.
    `duplicate_of` is the id of the article it repeats (IN_THIS_IMPORT: an earlier file of the same import, `twin` is
    its path), `similarity` says how nearly (0 to 1), and `message` says so in Vietnamese. `as_source`: keep it as one
    more source of what it repeats instead of an article of its own.
    """

    path: str
    article: ParsedArticle | None = None
    proposals: tuple[Proposal, ...] | None = None
    refused: str = ""
    duplicate_of: int | None = None
    similarity: float = 0.0
    message: str = ""
    twin: str = ""
    as_source: bool = False


@dataclass(frozen=True, slots=True)
class StoredImport:
    """The ids of the articles in the order of the readings that had one."""

    article_ids: tuple[int, ...]
    changed: Changed


def expand(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and in folders (with their folders) those of a kind articles come in, sorted.

    Links to folders are not followed; hidden files, Word's lock files and the picture folders of saved pages are
    left out. A file named by itself is always in, so that it gets its answer.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            files.update(dict.fromkeys(_files_below(path)))
        else:
            files[path] = None
    return list(files)


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        pages = {name.rpartition(".")[0] for name in names}
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name.removesuffix("_files") not in pages
        )
        for name in sorted(names):
            known = os.path.splitext(name)[1].lower() in _KNOWN  # noqa: PTH122 - half the time of Path
            if known and not name.startswith((".", "~$")):
                yield Path(root, name)


def read(
    paths: Sequence[Path],
    *,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
    arrived: Callable[[list[Reading]], None] = lambda readings: None,
) -> list[Reading]:
    """Read files in the order given, in any thread; what cannot be read says why and the others go on.

    `progress(done, total, name)` is called after each file, `arrived` (in the same thread) about every 100 ms with
    what has come since. When `cancelled()` turns true, what is finished is returned within a second.
    Errors: UserError when the reading process cannot be started.
    """
    waiting: Waiting = SimpleQueue()
    for numbered in enumerate(paths):
        waiting.put(numbered)
    done: Done = SimpleQueue()
    readers = [
        Reader() for _ in range(2 if len(paths) > _MANY and (os.cpu_count() or 1) > 1 else 1)
    ]
    pool = ThreadPoolExecutor(len(readers))
    threads = [pool.submit(_work, reader, waiting, done) for reader in readers]
    finished: dict[int, Reading] = {}
    try:
        while len(finished) < len(paths) and not cancelled():
            for reader, thread in zip(readers, threads, strict=True):
                reader.stop_if_late()
                if thread.done():
                    thread.result()  # raises what ended it
            for index, reading in _arrived(done):
                finished[index] = reading
                progress(len(finished), len(paths), Path(reading.path).name)
                if cancelled():
                    break
    finally:
        _stop(readers, threads, waiting)
        pool.shutdown(wait=False)
    readings = _mark_twins([finished[index] for index in sorted(finished)])
    arrived(readings)
    return readings


def _arrived(done: Done) -> Iterator[tuple[int, Reading]]:
    """What has been read by now; waits a moment for the first."""
    try:
        yield done.get(timeout=0.05)
        while True:
            yield done.get_nowait()
    except Empty:
        return


def _work(reader: Reader, waiting: Waiting, done: Done) -> None:
    try:
        while True:
            index, path = waiting.get_nowait()
            done.put((index, _read_one(reader, path)))
    except Empty:
        return
    finally:
        reader.close()


def _stop(readers: Sequence[Reader], threads: Sequence[Future[None]], waiting: Waiting) -> None:
    """Let nobody take another file and end what is being read; a folder on a dead network is not waited for."""
    while not waiting.empty():
        _take(waiting)
    for _ in range(10):
        for reader in readers:
            reader.stop()
        if not wait(threads, timeout=0.05).not_done:
            return


def _take(waiting: Waiting) -> None:
    with suppress(Empty):
        waiting.get_nowait()


def _read_one(reader: Reader, path: Path) -> Reading:
    name = normalise(path.name)  # no half characters of a foreign file system
    try:
        data = load(path)
        answer = reader.ask(name, data)
        article, proposals = wire.unpack(answer, name, data, hashlib.sha256(data).hexdigest())
    except FileRefused as refusal:
        return Reading(str(path), refused=str(refusal))
    return Reading(str(path), article, tuple(proposals))


def read_clipboard(text: str, html: str) -> Reading:
    """What lies on the clipboard as an article, in any thread. Errors: UserError when no reader can be started."""
    data = json.dumps({"text": text, "html": html}).encode("ascii")
    raw = pasted(text, html)
    reader = Reader()
    limit = Timer(LONGEST, reader.stop_late)
    limit.start()
    try:
        answer = reader.ask(CLIPBOARD, data, paste=True)
        article, proposals = wire.unpack(answer, CLIPBOARD, raw, hashlib.sha256(raw).hexdigest())
    except FileRefused as refusal:
        return Reading(CLIPBOARD, refused=str(refusal))
    finally:
        limit.cancel()
        reader.close()
    return Reading(CLIPBOARD, article, tuple(proposals))


def _mark_twins(readings: Sequence[Reading]) -> list[Reading]:
    """Say of a file that an earlier one of the same import has the same bytes or the same text."""
    seen: dict[str, str] = {}
    marked = []
    for reading in readings:
        if reading.article is not None:
            keys = (reading.article.sha256, digest(reading.article.text))
            twin = next((seen[key] for key in keys if key in seen), None)
            for key in keys:
                seen.setdefault(key, reading.article.name)
            if twin is not None:
                message = f"Trùng với tệp “{twin}” trong lần nhập này."
                reading = replace(
                    reading,
                    duplicate_of=IN_THIS_IMPORT,
                    similarity=1.0,
                    message=message,
                    twin=twin,
                )
        marked.append(reading)
    return marked


def mark_duplicates(dossier: Dossier, readings: Sequence[Reading]) -> list[Reading]:
    """Say of each reading that the dossier already has an article with the same bytes or the same text."""
    return [_marked(dossier, reading) for reading in readings]


def _marked(dossier: Dossier, reading: Reading) -> Reading:
    if reading.article is None:
        return reading
    found = dossier.has_source(reading.article.sha256) or dossier.same_text(reading.article.text)
    if found is None:
        return reading
    message = "Trùng hoàn toàn với bài đã có trong hồ sơ."
    return replace(reading, duplicate_of=found, similarity=1.0, message=message)


def store(dossier: Dossier, readings: Sequence[Reading]) -> StoredImport:
    """Store every reading that has an article, in one change. Errors: SaveFailed; then nothing is stored."""
    fit = [(reading.article, reading.proposals or ()) for reading in readings if reading.article]
    with dossier.store.change(f"Nhập {len(fit)} bài viết") as change:
        ids = tuple(add_article(dossier.store, article, proposals) for article, proposals in fit)
    return StoredImport(ids, change.changed)
