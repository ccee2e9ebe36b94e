"""`learned`: what the program has learned in a dossier, written out, or brought in from another one."""

import argparse

from tttt_desktop.cli.files import check_suffix
from tttt_desktop.cli.output import Output
from tttt_desktop.domain.errors import UserError
from tttt_desktop.services import lore
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learned import Lore
from tttt_desktop.services.learning import Learner


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Write to `arguments.out`, bring from `arguments.source`, or only say from how many decisions was learned."""
    if arguments.source:
        return _bring(arguments, output)
    if arguments.out:
        check_suffix(arguments.out, ".json")
    with Dossier.open(arguments.dossier, read_only=True) as dossier:
        learner = Learner(dossier)
        learner.learn_on()
        found = Lore.in_model(learner.model)
    said = f"Đã học từ {found.size} quyết định."
    if arguments.out:
        lore.write(found, arguments.out)
        said += f" Đã ghi: {arguments.out}"
    output.result({"ok": True, "decisions": found.size, "path": str(arguments.out or "")}, said)
    return 0


def _bring(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.source.exists() and arguments.source.samefile(arguments.dossier):
        raise UserError("Hai hồ sơ là một.", "Hãy chọn hồ sơ khác sau --from.")
    found = lore.lore_of(arguments.source)
    with Dossier.open(arguments.dossier) as dossier:
        revision = lore.bring(dossier, arguments.source, found).revision
    values = {"ok": True, "decisions": found.size, "revision": revision}
    output.result(values, f"Đã mang sang những gì học từ {found.size} quyết định.")
    return 0
