"""Soát câu chữ: findings, nothing found, a dossier for reading."""

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget
from story import story

from tttt_desktop.paths import resource
from tttt_desktop.services import imports, review, suggestions
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.proofing.dialog import ProofDialog

_WORDINGS = (
    "Sở đã thưc hiên tốt công tác tuyên truyền ,đạt 742.67 tỷ đồng.",
    "sử lý nghiêm các vi phạm  trên địa bàn Tỉnh theo khoản 2 điều 5 Luật Báo chí.",
    "Ngày 5/1/2023, Phó chủ tịch UBND tỉnh yêu cầu sở khoa học và công nghệ bổ xung kinh phí (nếu có.",
    "Phục vụ nhân dân; uỷ ban hoà giải; văn hóa, khóa học, tòa nhà.",
)


@cache
def _worded() -> Dossier:
    folder = Path(tempfile.mkdtemp(prefix="stories-"))
    dossier = Dossier.create(folder / "Câu chữ.tttt")
    samples = imports.expand([resource("samples")])[:1]
    readings = imports.read(samples, progress=lambda *_: None, cancelled=lambda: False)
    (article,) = imports.store(dossier, readings).article_ids
    suggestions.fill(dossier, progress=lambda *_: None)
    review.accept_all(dossier, article)
    marks = dossier.page(article).annotations
    for mark, wording in zip(marks, _WORDINGS, strict=False):
        review.edit_annotation(dossier, mark.id, statement=wording)
    dossier.set_settings({"office.name": "Sở khoa học và công nghệ tỉnh Mẫu"})
    return dossier


@cache
def _clean() -> Dossier:
    folder = Path(tempfile.mkdtemp(prefix="stories-"))
    return Dossier.create(folder / "Chưa có gì.tttt")


def _shown(dossier: Dossier) -> QWidget:
    """The dialog after everything has been looked over."""
    held = OpenDossier(dossier)
    dialog = ProofDialog(held, None)
    held.setParent(dialog)
    wait = QEventLoop(dialog)
    QTimer.singleShot(400, wait.quit)
    wait.exec()
    return dialog


@story("proofing", width=780, height=560)
def findings() -> QWidget:
    return _shown(_worded())


@story("proofing", width=780, height=560, focus=True)
def focused() -> QWidget:
    return _shown(_worded())


@story("proofing", width=880, height=420)
def low() -> QWidget:
    return _shown(_worded())


@story("proofing", width=780, height=400)
def nothing() -> QWidget:
    return _shown(_clean())
