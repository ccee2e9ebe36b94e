"""How long it takes to look over the wording of a report of 5,000 lines, one in ten with a slip in it."""

import shutil
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from bench.grouping import passages
from tttt_desktop.services import proofing
from tttt_desktop.services.dossier import Dossier

SLIPS = (" thưc hiên", " sử lý", "  xong", " 742.67 tỷ đồng", " ngày 5/1/2023")


def figure(folder: Path) -> dict[str, float]:
    """Processor seconds of looking over everything, of doing so once more, and of mending it all."""
    path = folder / "worded.tttt"
    shutil.copyfile(folder / "marked.tttt", path)
    with Dossier.open(path) as dossier:
        _word(dossier)
        proof = proofing.Proof(dossier)
        first = _cpu(proof.look_over)
        again = _cpu(proof.look_over)
        mended = _cpu(proof.mend_all)
    path.unlink()
    return {"proofing": first, "proofing_again": again, "proofing_mended": mended}


def _word(dossier: Dossier) -> None:
    """Give every annotation a wording: a sentence of our own articles."""
    quotes, slips = cycle(one.quote for one in passages()), cycle(SLIPS)
    ids = [row[0] for row in dossier.store.conn.execute("SELECT id FROM annotation")]
    with dossier.store.change("Viết lại"):
        for number, one in enumerate(ids):
            slip = "" if number % 10 else next(slips)
            dossier.store.update("annotation", one, {"statement": f"Sở: {next(quotes)}{slip}"})


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
