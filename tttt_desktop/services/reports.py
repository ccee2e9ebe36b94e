"""The reports that were made of a dossier: logged once the file lies on the disk, found again from an annotation.

The log belongs to the dossier but is no step between the person's edits: a file that was written is not taken back by
undoing, so neither is the note of it. An annotation that goes keeps its number in the log, and is there again when its
removal is undone.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from tttt_desktop.domain.errors import NotFound
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.reporting.tree import Briefing, Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import reports as storage

_LARGEST = 100 * 1024 * 1024  # bytes of the lines of one report, unpacked
_NO_COLUMN = -1
_FAST = 1  # level of packing: a third of the time, a tenth more bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be logged of a report, made away from the dossier. `number` stands in the file, too."""

    number: str
    title: str
    options: Options
    lines: bytes
    annotations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report as the log knows it. `kind` is "docx" or "pdf"; `options` are those of its dialog, as plain values."""

    id: int
    number: str
    kind: str
    made_at: datetime
    template: str
    title: str
    options: dict[str, Any]
    path: Path

    @property
    def is_there(self) -> bool:
        """Whether a file still lies where it was written."""
        return self.path.is_file()


def choice_key(template: str, name: str) -> str:
    """The setting of a dossier that keeps one choice of the form of a template."""
    return f"report.{template}.{name}"


def new_number() -> str:
    """A number for a report, never given before."""
    return uuid4().hex


def draft(briefing: Briefing, options: Options, number: str) -> Draft:
    """What to log of a report; any thread may do it."""
    from tttt_desktop.reporting.trace import lines

    written = lines(briefing)
    used = dict.fromkeys(one for line in written for one in line.annotations)
    return Draft(number, briefing.title, options, packed(written), tuple(used))


def log(dossier: Dossier, made: Draft, path: Path) -> int:
    """Log a report that lies at `path` now; gives its id, 0 in a dossier that is open read-only. Raises SaveFailed."""
    if dossier.read_only:
        return 0
    path = path.absolute()
    with dossier.store.derived():
        return storage.add(
            dossier.store,
            {
                "number": made.number,
                "kind": path.suffix.lower().removeprefix("."),
                "made_at": dossier.store.clock().isoformat(timespec="seconds"),
                "template": made.options.template,
                "title": made.title,
                "choices": json.dumps(asdict(made.options), ensure_ascii=False, default=str),
                "file_name": path.name,
                "folder": str(path.parent),
                "lines": made.lines,
            },
            made.annotations,
        )


def made(dossier: Dossier, annotation_id: int | None = None) -> list[MadeReport]:
    """The reports made so far, the newest first; only those with a line from an annotation, when one is named."""
    return [
        MadeReport(
            row["id"],
            row["number"],
            row["kind"],
            datetime.fromisoformat(row["made_at"]),
            row["template"],
            row["title"],
            json.loads(row["choices"]),
            Path(row["folder"], row["file_name"]),
        )
        for row in storage.newest(dossier.store.conn, annotation_id)
    ]


def count_using(dossier: Dossier, annotation_id: int) -> int:
    """How many reports have a line from an annotation."""
    return storage.count(dossier.store.conn, annotation_id)


def lines(dossier: Dossier, report_id: int) -> list[WrittenLine]:
    """What was written in a report, in the order of the document. Raises NotFound."""
    packed = storage.lines(dossier.store.conn, report_id)
    try:
        return _unpacked(packed)
    except (zlib.error, ValueError, TypeError) as error:
        raise NotFound(
            "Hồ sơ không còn giữ nội dung của báo cáo này.", "Hãy chọn một báo cáo khác."
        ) from error


def packed(written: Sequence[WrittenLine]) -> bytes:
    """The lines as the log keeps them."""
    rows = [
        (one.said, one.before, one.after, one.annotations, one.level, one.column, *_cells(one))
        for one in written
    ]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), _FAST)


def _cells(line: WrittenLine) -> tuple[tuple[str, int, str], ...]:
    """What the cells of a line tell; a line that is a detail itself says so as one of no column."""
    return ((line.detail, _NO_COLUMN, ""),) if line.detail else line.cells


def _unpacked(packed: bytes) -> list[WrittenLine]:
    """Errors: zlib.error, ValueError, TypeError for what `packed` did not make."""
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(packed, _LARGEST)
    if not unpacking.eof:
        raise ValueError("too long")
    return [_line(*row) for row in json.loads(text)]


def _line(
    said: str, before: str, after: str, annotations: list[int], level: int, column: int, *cells: Any
) -> WrittenLine:
    told = tuple(map(_cell, cells))
    detail = next((name for name, at, _ in told if at == _NO_COLUMN), "")
    told = () if detail else told
    return WrittenLine(said, before, after, tuple(annotations), level, column, told, detail)


def _cell(values: Any) -> tuple[str, int, str]:
    name, column, said = values
    return str(name), int(column), str(said)
