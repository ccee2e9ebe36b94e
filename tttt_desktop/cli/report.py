"""`report`: the Word briefing."""

import argparse
from collections.abc import Sequence

from tttt_desktop.cli.files import check_suffix
from tttt_desktop.cli.output import Output, note
from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import briefing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.export import OFFICE_SETTINGS


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Write the report of all articles, after keeping the office's settings where some are given."""
    if arguments.template != "briefing":
        raise UserError(f"Chưa có mẫu báo cáo “{arguments.template}”.", "Hãy dùng mẫu briefing.")
    check_suffix(arguments.out, ".docx")
    office = _settings(arguments.set)
    options = briefing.Options(template=arguments.template, year=arguments.year, scope="all")
    with Dossier.open(arguments.dossier, read_only=not office) as dossier:
        if office:
            dossier.set_settings(office)
        written = briefing.write(dossier, arguments.out, options)
    tell(written, output)
    return 0


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
        if not equals or key not in OFFICE_SETTINGS:
            raise UserError(
                f"Không hiểu “--set {pair}”.", f"Các khoá: {', '.join(OFFICE_SETTINGS)}."
            )
        settings[key] = value.replace("\\n", "\n").strip()
    return settings
