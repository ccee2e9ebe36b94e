"""The briefing of a dossier: collected, shown beforehand, written as a Word file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import ArticleFilter, ArticleState, Page
from tttt_desktop.reporting import outline
from tttt_desktop.reporting.office import office_notices, read_office
from tttt_desktop.reporting.tree import Briefing, Notice, Options
from tttt_desktop.services import consolidation, writing
from tttt_desktop.services.dossier import Dossier

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


@dataclass(frozen=True, slots=True)
class Written:
    """Where the report lies. `renamed_from`: the path asked for, when a file was there already."""

    path: Path
    renamed_from: Path | None = None
    warnings: tuple[str, ...] = ()


def file_name(options: Options) -> str:
    """The name proposed for the file: "Tong-hop-2023.docx"."""
    return f"Tong-hop-{options.year}.docx" if options.year else "Tong-hop.docx"


def prepare(
    dossier: Dossier, options: Options, unsaved: Mapping[str, str] = MappingProxyType({})
) -> Briefing:
    """Collect what the report says, from accepted annotations only; raises UserError for unknown options.

    `scope` "done": the articles marked Xong. "all": those and every other one with an annotation. `unsaved`:
    settings still being typed, which stand above those of the dossier.
    """

    def setting(key: str) -> str:
        return unsaved.get(key, dossier.setting(key))

    if options.template != "briefing":
        raise UserError(f"Chưa có mẫu báo cáo “{options.template}”.", "Hãy dùng mẫu briefing.")
    if options.order not in outline.ORDERS or options.scope not in ("done", "all"):
        raise UserError(
            "Lựa chọn của báo cáo không hợp lệ.", "Hãy chọn lại phạm vi và cách sắp xếp."
        )
    office = read_office(setting)
    briefing = outline.build(
        list(_pages(dossier, options)),
        office,
        options,
        fields=dossier.fields(),
        lines=consolidation.all_lines(dossier),
        today=date.today(),
    )
    return replace(briefing, warnings=(*briefing.warnings, *office_notices(setting)))


def _pages(dossier: Dossier, options: Options) -> Iterator[Page]:
    only_done = options.scope == "done" and not options.articles
    wanted = ArticleFilter(
        state=ArticleState.DONE if only_done else None,
        years=(options.year,) if options.year else (),
    )
    for article_id in dossier.article_ids(wanted):
        if options.articles and article_id not in options.articles:
            continue
        page = dossier.page(article_id)
        if page.annotations or page.article.state is ArticleState.DONE:
            yield page


def preview(briefing: Briefing) -> "tuple[Part, ...]":
    """The report and its appendices as HTML made of escaped text and our own tags only."""
    from tttt_desktop.reporting.plain import to_parts

    return to_parts(briefing)


def write(dossier: Dossier, out: Path, options: Options) -> Written:
    """`prepare` and `write_prepared` in one go."""
    return write_prepared(prepare(dossier, options), out)


def write_prepared(briefing: Briefing, out: Path) -> Written:
    """Write the report as .docx to `out`, or to the next free name beside it; never over an existing file.

    Knows no dossier, so any thread may do it. Raises UserError when the folder is missing, may not be written or the
    disk is full; no file is left then.
    """
    from tttt_desktop.reporting.word import to_docx

    wanted = out if out.suffix.lower() == ".docx" else out.with_name(f"{out.name}.docx")
    try:
        path = writing.put(wanted, to_docx(briefing))
    except OSError as error:
        raise writing.refused(f"báo cáo “{wanted}”", error) from error
    return Written(path, None if path == wanted else wanted, tuple(map(str, briefing.warnings)))
