"""The briefing of a dossier: collected, shown beforehand, written as a Word file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tttt_desktop.domain.consolidation import Line
from tttt_desktop.domain.errors import Cancelled, SaveFailed, UserError
from tttt_desktop.reporting import senders
from tttt_desktop.reporting.catalogue import Template
from tttt_desktop.reporting.footnotes import FOOTNOTES, NUMBERS
from tttt_desktop.reporting.kinds.sections import ORDERS
from tttt_desktop.reporting.office import day_of, read_office
from tttt_desktop.reporting.tree import Briefing, Notice, Options
from tttt_desktop.services import office, reports, templates, writing
from tttt_desktop.services.charts import Draw
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.material import Material, Stock, gather
from tttt_desktop.services.offered import Render, Stopped
from tttt_desktop.services.steps import Steps, at_once

if TYPE_CHECKING:
    from tttt_desktop.reporting.plain import Part

__all__ = [
    "Briefing",
    "Collected",
    "Notice",
    "Options",
    "Stock",
    "Written",
    "build",
    "collect",
    "file_name",
    "prepare",
    "preview",
    "write",
    "write_prepared",
]

SCOPES = ("done", "all")
NOTES = ("", FOOTNOTES, NUMBERS)


@dataclass(frozen=True, slots=True)
class Written:
    """Where the report lies. `renamed_from`: the path asked for, when a file was there already; `draft`: to be logged."""

    path: Path
    draft: reports.Draft
    renamed_from: Path | None = None
    warnings: tuple[str, ...] = ()


def file_name(dossier: Dossier, options: Options) -> str:
    """The name proposed for the file: "Tong-hop-2023.docx"; raises UserError for an unknown template."""
    return templates.find(dossier, options.template).file_name(options.year)


@dataclass(frozen=True, slots=True)
class Collected:
    """What the report of a template is made from, as it was read from the dossier."""

    template: Template
    material: Material
    settings: Mapping[str, str]
    fields: Sequence[str]
    lines: Sequence[Line]
    today: date


def collect(
    stock: Stock, options: Options, unsaved: Mapping[str, str] = MappingProxyType({})
) -> Steps[Collected]:
    """Read what the report says, from accepted annotations only, in the dossier's thread and a little at a time.

    `scope` "done": the articles marked Xong. "all": those and every other one with an annotation. `unsaved`: settings
    still being typed, which stand above those of the dossier. Raises UserError for unknown options.
    """
    dossier = stock.dossier
    template = templates.find(dossier, options.template).base
    if options.order not in ORDERS or options.scope not in SCOPES or options.notes not in NOTES:
        raise UserError(
            "Lựa chọn của báo cáo không hợp lệ.", "Hãy chọn lại phạm vi và cách sắp xếp."
        )
    material = yield from gather(stock, template, options)
    overview = yield from stock.overview()
    said = office.settings(dossier, options.template, unsaved)
    settings = {key: said(key) for key in office.KEYS}
    today = dossier.store.clock().date()
    return Collected(template, material, settings, dossier.fields(), overview.lines, today)


def build(found: Collected, draw: Draw | None = None) -> Briefing:
    """The report; any thread may make it. `draw` paints the charts; without it there are none."""
    said = found.settings.__getitem__
    on = day_of(said, found.material.options.year, found.today)
    sender = read_office(said, on)
    made = found.template.build(
        found.material.pages,
        sender,
        found.material.options,
        fields=found.fields,
        lines=found.lines,
        today=min(
            found.today, sender.signed_on or found.today
        ),  # it knows no later day than its own
        known=found.material.known(draw),
    )
    return replace(made, warnings=(*made.warnings, *senders.find(made, said, on)))


def prepare(
    dossier: Dossier,
    options: Options,
    unsaved: Mapping[str, str] = MappingProxyType({}),
    draw: Draw | None = None,
) -> Briefing:
    """`collect` and `build` in one go."""
    return build(at_once(collect(Stock(dossier), options, unsaved)), draw)


def preview(briefing: Briefing) -> "tuple[Part, ...]":
    """The report and its appendices as HTML made of escaped text and our own tags only."""
    from tttt_desktop.reporting.plain import to_parts

    return to_parts(briefing)


def write(dossier: Dossier, out: Path, options: Options, draw: Draw | None = None) -> Written:
    """`prepare` and `write_prepared` in one go, and the note of it in the dossier."""
    render = templates.renderer(dossier, options.template)
    written = write_prepared(prepare(dossier, options, draw=draw), options, out, render)
    try:
        reports.log(dossier, written.draft, written.path)
    except SaveFailed as error:  # the file is there all the same
        said = f"Báo cáo đã được ghi nhưng chưa vào sổ báo cáo của hồ sơ. {error}"
        return replace(written, warnings=(*written.warnings, said))
    return written


def write_prepared(
    briefing: Briefing,
    options: Options,
    out: Path,
    render: Render,
    cancelled: Stopped = lambda: False,
) -> Written:
    """Write the report as .docx to `out`, or to the next free name beside it; never over an existing file.

    Knows no dossier, so any thread may do it; `reports.log` is to be called afterwards. `render`: what writes by the
    template of the report (`templates.renderer`). Raises UserError when the folder is missing, may not be written or
    the disk is full, and Cancelled; no file is left then.
    """
    wanted = out if out.suffix.lower() == ".docx" else out.with_name(f"{out.name}.docx")
    number = reports.new_number()
    docx = render(briefing, number, cancelled)
    if cancelled():
        raise Cancelled
    try:
        path = writing.put(wanted, docx)
    except OSError as error:
        raise writing.refused(f"báo cáo “{wanted}”", error) from error
    made = reports.draft(briefing, options, number)
    renamed_from = None if path == wanted else wanted
    return Written(path, made, renamed_from, tuple(map(str, briefing.warnings)))
