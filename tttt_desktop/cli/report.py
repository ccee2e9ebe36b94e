"""`report`: the Word briefing."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tttt_desktop.cli.files import check_suffix
from tttt_desktop.cli.output import Output, note
from tttt_desktop.domain.errors import DossierInUse, UserError
from tttt_desktop.services import briefing, office, templates
from tttt_desktop.services.charts import Draw
from tttt_desktop.services.dossier import Dossier

_NOT_LOGGED = (
    "Hồ sơ đang mở ở cửa sổ khác hoặc không ghi được, nên báo cáo không vào sổ báo cáo của hồ sơ và không đọc lại"
    " được từ Word."
)
Charts = Callable[[], Draw]  # loads what draws charts. Raises UserError where nothing can


def run(arguments: argparse.Namespace, output: Output, charts: Charts) -> int:
    """Write the report of all articles, after keeping the office's settings where some are given."""
    check_suffix(arguments.out, ".docx")
    settings = _settings(arguments.set)
    if settings:
        with Dossier.open(arguments.dossier) as dossier:
            dossier.set_settings(settings)
    with _opened(arguments.dossier, log=arguments.log) as dossier:
        options = _options(dossier, arguments)
        draw, lacking = _drawing(options, charts)
        written = briefing.write(dossier, arguments.out, options, draw)
        if arguments.log and dossier.read_only:
            lacking = (*lacking, _NOT_LOGGED)
    tell(replace(written, warnings=(*written.warnings, *lacking)), output)
    return 0


def _drawing(options: briefing.Options, charts: Charts) -> tuple[Draw | None, tuple[str, ...]]:
    """What draws the charts that are wanted; where nothing can, why the report is without them."""
    if not options.charts:
        return None, ()
    try:
        return charts(), ()
    except UserError as error:
        return None, (str(error),)


def _opened(path: Path, *, log: bool) -> Dossier:
    """The dossier, to note the report in it; to read where that is not wanted, or where a window has it open."""
    try:
        return Dossier.open(path, read_only=not log)
    except DossierInUse:
        return Dossier.open(path, read_only=True)


def _options(dossier: Dossier, arguments: argparse.Namespace) -> briefing.Options:
    """What the arguments choose, the rest as suits the template; raises UserError for an unknown one."""
    chosen = [(name, True) for name in arguments.with_parts]
    chosen += [(name, False) for name in arguments.without_parts]
    parts: dict[str, Any] = dict(chosen)
    return replace(
        templates.find(dossier, arguments.template).base.defaults,
        template=arguments.template,
        year=arguments.year,
        scope="all",
        title=arguments.title,
        order=arguments.order,
        notes=arguments.notes,
        **parts,
    )


def tell(written: briefing.Written, output: Output) -> None:
    """Print where the report is and what to look at in it."""
    if written.renamed_from and not output.as_json:
        note(f"“{written.renamed_from.name}” đã có hoặc đang mở nên báo cáo mang tên khác.")
    if not output.as_json:
        for warning in written.warnings:
            note(f"Cần xem: {warning}")
    values = {
        "ok": True,
        "path": str(written.path),
        "renamed_from": str(written.renamed_from) if written.renamed_from else None,
        "warnings": list(written.warnings),
    }
    output.result(values, f"Đã ghi: {written.path}")


def _settings(pairs: Sequence[str]) -> dict[str, str]:
    """`KEY=VALUE` pairs as settings of the dossier; "\\n" written out means a new line."""
    settings = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not office.is_key(key):
            raise UserError(f"Không hiểu “--set {pair}”.", f"Các khoá: {', '.join(office.KEYS)}.")
        settings[key] = value.replace("\\n", "\n").strip()
    return settings
