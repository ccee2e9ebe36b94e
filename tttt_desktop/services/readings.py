"""What comes of a file that is read, and the questions that lead there."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.likeness import Fingerprint, fingerprint
from tttt_desktop.domain.records import ParsedArticle, Proposal
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.files import CLIPBOARD, load, pasted
from tttt_desktop.services.originals import Original, Originals
from tttt_desktop.services.worker import packing, wire

MOST_INSIDE = 5_000
_LARGEST_WHOLE = 100 * 1024 * 1024
_MOST_DEATHS = 5  # of children over the files in one file


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: an article, or `refused`, one Vietnamese sentence and what to do.

    `path` names a file in a file as "thu.zip/bai1.docx". `proposals` is None as long as nobody has looked for any.
    `duplicate_of` is the id of the article it repeats (IN_THIS_IMPORT: an earlier file of the same import, `twin` is
    its path), `similarity` says how nearly (0 to 1), and `message` says so in Vietnamese. `as_source`: keep it as one
    more source of what it repeats instead of an article of its own. `original` holds the bytes as they came, where
    `article.raw` is left empty to spare memory. `fingerprint`: of the article's text, when it has been computed.
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
    original: Original | None = None
    fingerprint: Fingerprint | None = None

    def whole(self) -> ParsedArticle | None:
        """The article with its raw bytes."""
        if self.article is None or self.original is None:
            return self.article
        return replace(self.article, raw=self.original.data())


class FileJob:
    """Asks for a file, or for all the files in it."""

    def __init__(self, path: Path, originals: Originals) -> None:
        self._path = path
        self._originals = originals
        self._data = b""
        self._inside: list[str] | None = None  # the names of the files in it
        self._listed = False
        self._next = 0
        self._unpacked = 0
        self._deaths = 0

    @property
    def left(self) -> int:
        """How many readings are still to come, as far as is known."""
        return (1 if self._inside is None else len(self._inside)) - self._next

    def question(self) -> wire.Question:
        """The file, from the next of the files in it on. Errors: FileRefused when it cannot be loaded."""
        self._data = self._data or load(self._path)
        self._listed = False
        values = {"name": normalise(self._path.name), "encoding": "", "start": self._next}
        return wire.Question("read", self._data, values)

    def take(self, answer: wire.Answer) -> list[Reading]:
        """The reading of the file, or of the next file in it; none yet where the answer names these."""
        try:
            values = wire.unpacked(answer.body)
            if "files" in values and not self._listed:
                return self._take_names(values["files"], answer)
            self._expect(answer, self.left - 1)
            return [self._reading(values, answer.raw)]
        except wire.NoAnswer:
            raise
        except FileRefused as refusal:
            self._expect(answer, self.left - 1)
            return [self._refused(refusal)]

    def refuse(self, refusal: FileRefused) -> list[Reading]:
        """The refusal; after one of a file in the file the next is asked for, unless too many ended that way."""
        self._deaths += 1
        count = 1 if self._deaths < _MOST_DEATHS else self.left
        return [self._refused(refusal) for _ in range(count)]

    def _take_names(self, names: Any, answer: wire.Answer) -> list[Reading]:
        if not (isinstance(names, list) and 0 < len(names) <= MOST_INSIDE):
            raise wire.NoAnswer(*wire.BROKEN)
        packing.check_texts(names)
        self._inside, self._listed = names, True
        self._expect(answer, self.left)
        return []

    def _expect(self, answer: wire.Answer, following: int) -> None:
        """Errors: NoAnswer when the answer says otherwise whether any follow, or all are too large together."""
        self._unpacked += len(answer.raw)
        if answer.more != (following > 0) or self._unpacked > _LARGEST_WHOLE:
            raise wire.NoAnswer(*wire.BROKEN)

    def _reading(self, values: dict[str, Any], raw: bytes) -> Reading:
        path, name = self._names()
        data = self._data if self._inside is None else raw
        reading = kept_reading(path, name, data, values, self._originals)
        self._advance()
        return reading

    def _refused(self, refusal: FileRefused) -> Reading:
        path, _ = self._names()
        self._advance()
        return Reading(path, refused=str(refusal))

    def _names(self) -> tuple[str, str]:
        """The path and the name of what is read now."""
        name = normalise(self._path.name)  # no half characters of a foreign file system
        if self._inside is None:
            return str(self._path), name
        inside = self._inside[self._next]
        return f"{self._path}/{inside}", f"{name}/{inside}"

    def _advance(self) -> None:
        self._next += 1
        if not self.left:
            self._data = b""  # the reading keeps it


class BytesJob:
    """Asks for the one article in bytes that are at hand: another try at a file, or what was pasted."""

    def __init__(self, path: str, name: str, raw: bytes, question: wire.Question) -> None:
        self._path, self._name, self._raw = path, name, raw
        self._question = question
        self.left = 1

    def question(self) -> wire.Question:
        """As given."""
        return self._question

    def take(self, answer: wire.Answer) -> list[Reading]:
        """The reading."""
        try:
            values = wire.unpacked(answer.body)
            if answer.more:
                raise wire.NoAnswer(*wire.BROKEN)
            reading = kept_reading(self._path, self._name, self._raw, values, Originals())
        except wire.NoAnswer:
            raise
        except FileRefused as refusal:
            return self.refuse(refusal)
        self.left = 0
        return [reading]

    def refuse(self, refusal: FileRefused) -> list[Reading]:
        """The refusal."""
        self.left = 0
        return [Reading(self._path, refused=str(refusal))]


def paste_job(text: str, html: str) -> BytesJob:
    """Asks for the article on the clipboard."""
    data = json.dumps({"text": text, "html": html}).encode("ascii")
    question = wire.Question("paste", data, {})
    return BytesJob(CLIPBOARD, CLIPBOARD, pasted(text, html), question)


def again_job(path: str, name: str, raw: bytes, encoding: str) -> BytesJob:
    """Asks for the article in the bytes of a file by another encoding."""
    values = {"name": name, "encoding": encoding, "start": 0}
    return BytesJob(path, name, raw, wire.Question("read", raw, values))


def kept_reading(
    path: str, name: str, data: bytes, values: dict[str, Any], originals: Originals
) -> Reading:
    """The reading of `data` by the child's values. Errors: NoAnswer; FileRefused when there is no room for the bytes."""
    article = packing.unpack_article(values, name, hashlib.sha256(data).hexdigest())
    mark = fingerprint(article.text, packing.unpack_sketch(values))
    return Reading(path, article, original=originals.keep(data), fingerprint=mark)
