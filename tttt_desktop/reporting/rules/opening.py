"""The parts of a .docx as trees. Whoever opens the package has seen to limits of size, and whoever parses to safety."""

import posixpath
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import IO, Any, Protocol

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.reporting.rules.names import STRICT

Parse = Callable[[bytes], Any]  # XML -> its root, None for broken XML; refuses a DTD


class Package(Protocol):
    """A zip package that keeps its own limits of size."""

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """Its bytes as a stream. Errors: FileRefused."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part uses: `kind` is the last word of the relation's type, `target` the name of a part."""

    kind: str
    target: str


class Parts:
    """The main part of a package and the parts it uses, each parsed when it is asked for."""

    def __init__(self, package: Package, parse: Parse) -> None:
        """Errors: FileRefused when there is no main part, or it is no sound XML."""
        self._package, self._parse = package, parse
        roots = self.relations("")
        main = next((one.target for one in roots.values() if one.kind == "officeDocument"), "")
        document = self.root(main)
        if document is None:
            raise FileRefused(
                "Tệp bị hỏng hoặc không phải tệp Word (.docx).",
                "Hãy mở bằng Word, lưu thành tệp .docx mới rồi thử lại.",
            )
        self.document = document
        self.used = self.relations(main)
        self.core = self._first(roots, "core-properties")

    def of_kind(self, kind: str) -> Any:
        """The root of the first part of that kind which the main part uses, or None."""
        return self._first(self.used, kind)

    def _first(self, relations: dict[str, Relation], kind: str) -> Any:
        found = next((one.target for one in relations.values() if one.kind == kind), "")
        return self.root(found)

    def root(self, name: str) -> Any:
        """The root element of a part; None where it is missing or broken. Errors: FileRefused for a DTD."""
        if not name or name not in self._package:
            return None
        with self._package.open(name) as stream:
            data = stream.read()
        if b"purl.oclc.org" in data:
            for strict, usual in STRICT.items():
                data = data.replace(strict, usual)
        return self._parse(data)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part uses, by id ("" is the package); nothing outside the file."""
        folder, file = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for one in () if root is None else root:
            target = one.get("Target", "")
            if one.get("TargetMode") == "External" or not target:
                continue
            inside = target.startswith("/")
            name = target[1:] if inside else posixpath.normpath(posixpath.join(folder, target))
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, name)
        return found
