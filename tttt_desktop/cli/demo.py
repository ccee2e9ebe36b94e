"""`demo`: the whole job on the sample articles, to see it done or to try an installation."""

import argparse
from pathlib import Path

from tttt_desktop.cli.articles import fill, read
from tttt_desktop.cli.output import Output
from tttt_desktop.cli.report import tell
from tttt_desktop.domain.errors import UserError
from tttt_desktop.paths import numbered, resource
from tttt_desktop.services import briefing, imports, review
from tttt_desktop.services.dossier import Dossier


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Import the samples, accept what is suggested, call them read, write the briefing; print the paths of both files."""
    folder = _folder(arguments.out)
    readings = [reading for reading in read([resource("samples")]) if reading.article]
    if not readings:
        raise UserError("Bản cài đặt này thiếu các bài mẫu.", "Hãy cài lại chương trình.")
    with _create(folder / "mau.tttt") as dossier:
        path = dossier.path
        stored = imports.store(dossier, readings)
        fill(dossier)
        for article_id in stored.article_ids:
            review.accept_all(dossier, article_id)
            review.mark_done(dossier, article_id)
        totals = dossier.totals()
        output.result(
            {"ok": True, "path": str(path)},
            f"Đã ghi: {path} ({totals.articles} bài, {totals.achievements} kết quả, "
            f"{totals.shortcomings} tồn tại, {totals.tasks} nhiệm vụ, "
            f"{totals.plans} kế hoạch của đơn vị)",
        )
        tell(
            briefing.write(dossier, path.with_suffix(".docx"), briefing.Options(scope="all")),
            output,
        )
    return 0


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"Không tạo được thư mục “{out}”.", "Hãy chọn nơi khác.") from error
    return out


def _create(path: Path) -> Dossier:
    """A new dossier at `path`, or under the next free name: an older demo may have been worked on."""
    for free in numbered(path):
        try:
            return Dossier.create(free)
        except UserError:
            if not free.exists():
                raise
    raise AssertionError("names never end")
