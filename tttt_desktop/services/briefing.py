"""The briefing of a dossier: collected, shown beforehand, written as a Word file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tttt_desktop.domain.errors import SaveFailed, UserError
from tttt_desktop.reporting import senders
from tttt_desktop.reporting.footnotes import FOOTNOTES, NUMBERS
from tttt_desktop.reporting.office import day_of, read_office
from tttt_desktop.reporting.sections import ORDERS
from tttt_desktop.reporting.tree import Briefing, Notice, Options
from tttt_desktop.services import consolidation, office, reports, templates, writing
from tttt_desktop.services.charts import Draw
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.material import gather
from tttt_desktop.services.templates import Render

if TYPE_CHECKING:
    from tttt_desktop.reporting.plain import Part

__all__ = [
    "Briefing",
    "Notice",
    "Options",
    "Written",
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


def prepare(
    dossier: Dossier,
    options: Options,
    unsaved: Mapping[str, str] = MappingProxyType({}),
    draw: Draw | None = None,
) -> Briefing:
    """Collect what the report says, from accepted annotations only; raises UserError for unknown options.

    `scope` "done": the articles marked Xong. "all": those and every other one with an annotation. `unsaved`: settings
    still being typed, which stand above those of the dossier. `draw` paints the charts; without it there are none.
    """
    template = templates.find(dossier, options.template).base
    if options.order not in ORDERS or options.scope not in SCOPES or options.notes not in NOTES:
        raise UserError(
            "Lựa chọn của báo cáo không hợp lệ.", "Hãy chọn lại phạm vi và cách sắp xếp."
        )
    today = dossier.store.clock().date()
    found = gather(dossier, template, options, draw)
    setting = office.settings(dossier, options.template, unsaved)
    on = day_of(setting, found.options.year, today)
    made = template.build(
        found.pages,
        read_office(setting, on),
        found.options,
        fields=dossier.fields(),
        lines=consolidation.all_lines(dossier),
        today=today,
        known=found.known,
    )
    return replace(made, warnings=(*made.warnings, *senders.find(made, setting, on)))


def preview(briefing: Briefing) -> "tuple[Part, ...]":
    """The report and its appendices as HTML made of escaped text and our own tags only."""
    from tttt_desktop.reporting.plain import to_parts

    return to_parts(briefing)


def write(dossier: Dossier, out: Path, options: Options) -> Written:
    """`prepare` and `write_prepared` in one go, and the note of it in the dossier."""
    render = templates.renderer(dossier, options.template)
    written = write_prepared(prepare(dossier, options), options, out, render)
    try:
        reports.log(dossier, written.draft, written.path)
    except SaveFailed as error:  # the file is there all the same
        said = f"Báo cáo đã được ghi nhưng chưa vào sổ báo cáo của hồ sơ. {error}"
        return replace(written, warnings=(*written.warnings, said))
    return written


def write_prepared(briefing: Briefing, options: Options, out: Path, render: Render) -> Written:
    """Write the report as .docx to `out`, or to the next free name beside it; never over an existing file.

    Knows no dossier, so any thread may do it; `reports.log` is to be called afterwards. `render`: what writes by the
    template of the report (`templates.renderer`). Raises UserError when the folder is missing, may not be written or
    the disk is full; no file is left then.
    """
    wanted = out if out.suffix.lower() == ".docx" else out.with_name(f"{out.name}.docx")
    number = reports.new_number()
    try:
        path = writing.put(wanted, render(briefing, number))
    except OSError as error:
        raise writing.refused(f"báo cáo “{wanted}”", error) from error
    made = reports.draft(briefing, options, number)
    renamed_from = None if path == wanted else wanted
    return Written(path, made, renamed_from, tuple(map(str, briefing.warnings)))
