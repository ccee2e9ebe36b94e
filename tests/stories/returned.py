"""Reports made, and one that comes back from Word: as they open, decided, long, empty, in the preview."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from story import story
from story_desk import desk

from tttt_desktop.services import briefing, returned
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.report.page_view import PageView
from tttt_desktop.ui.report.pages import ReportPages
from tttt_desktop.ui.returned.dialog import ReturnedDialog
from tttt_desktop.ui.returned.made import MadeDialog
from tttt_desktop.ui.returned.view import ReturnedView, pair_of


@cache
def edited() -> Path:
    """The report of the sample dossier as it comes back: lines reworded, one gone, one new, one moved."""
    folder = Path(tempfile.mkdtemp(prefix="stories-"))
    path = briefing.write(desk(), folder / "Tong-hop-2023.docx", Options(scope="all")).path
    document = docx.Document(str(path))
    lines = [one for one in document.paragraphs if one.text.startswith("- ")]
    _reword(lines[0], "ước")
    _reword(lines[3], "đã 15")
    _reassign(document)
    lines[6]._p.addprevious(lines[7]._p)
    lines[1].insert_paragraph_before("- Câu của lãnh đạo thêm vào khi duyệt báo cáo.")
    lines[-1]._p.addnext(lines[2]._p)
    gone = lines[4]._p
    gone.getparent().remove(gone)
    document.save(str(path))
    return path


def _reassign(document: Any) -> None:
    """A lead agency and a deadline typed over in the table of tasks; a status, too, which is only shown."""
    (table,) = (one for one in document.tables if len(one.columns) == 9)
    rows = [row for row in table.rows if row.cells[0].text.isdigit()]
    for row, column, text in (
        (rows[0], 4, "Sở Mẫu"),
        (rows[0], 6, "quý III"),
        (rows[1], 8, "Xong"),
    ):
        for run in row.cells[column].paragraphs[0].runs:
            run.text = ""
        row.cells[column].paragraphs[0].add_run(text)


def _reword(paragraph: Any, new: str) -> None:
    words = paragraph.runs[0].text.split()
    words.insert(len(words) // 2, new)
    paragraph.runs[0].text = " ".join(words) + "\u00a0"


def _dialog(path: Path | None = None) -> ReturnedDialog:
    held, path = OpenDossier(desk()), path or edited()
    came = returned.find_report(held.dossier, returned.read(path), path)
    compared, parent = returned.compare(came), QWidget()
    pairs = [pair_of(finding) for finding in compared.findings]
    made = ReturnedDialog(held, came, compared, pairs, path, parent)
    made.keeps = (held, parent)  # type: ignore[attr-defined]
    return made


@cache
def in_word() -> Path:
    """The same file while Word has it open."""
    path = edited().with_name("Đang mở.docx")
    path.write_bytes(edited().read_bytes())
    path.with_name(f"~${path.name}").touch()
    return path


@story("returned", width=1040, height=640)
def opened() -> QWidget:
    return _dialog()


@story("returned", width=880, height=480)
def narrow() -> QWidget:
    return _dialog(in_word())


@story("returned", width=1040, height=640)
def details() -> QWidget:
    return _at(Fate.DETAIL)


@story("returned", width=880, height=440)
def order() -> QWidget:
    return _at(Fate.REORDERED)


def _at(fate: Fate) -> QWidget:
    """At the first difference of a kind."""
    made = _dialog()
    view = made.findChild(ReturnedView)
    assert isinstance(view, ReturnedView)
    items = view.model().items  # type: ignore[attr-defined]
    row = next(at for at, one in enumerate(items) if one.finding.fate is fate)
    view.setCurrentIndex(view.model().index(row, 0))
    view.scrollTo(view.currentIndex(), ReturnedView.ScrollHint.PositionAtCenter)
    return made


@story("returned", width=1040, height=640)
def decided() -> QWidget:
    made = _dialog()
    made.decline_current()
    made.decline_current()
    return made


@story("returned", width=1040, height=640, focus=True)
def addition() -> QWidget:
    made = _dialog()
    view = made.findChild(ReturnedView)
    assert isinstance(view, ReturnedView)
    rows = range(len(view.model().items))  # type: ignore[attr-defined]
    row = next(row for row in rows if view.model().items[row].line is None)  # type: ignore[attr-defined]
    view.setCurrentIndex(view.model().index(row, 0))
    return made


def _made(dossier: Dossier, annotation: int | None = None, quote: str = "") -> QWidget:
    held, parent = OpenDossier(dossier), QWidget()
    made = MadeDialog(held, parent, annotation, quote)
    made.keeps = (held, parent)  # type: ignore[attr-defined]
    return made


@story("reports-made", width=680, height=420)
def listed() -> QWidget:
    edited()
    return _made(desk())


@story("reports-made", width=680, height=420)
def none() -> QWidget:
    folder = Path(tempfile.mkdtemp(prefix="stories-"))
    return _made(Dossier.create(folder / "Hồ sơ trống.tttt"))


@story("reports-made", width=680, height=420)
def using() -> QWidget:
    edited()
    mark = desk().page(desk().article_ids()[0]).annotations[0]
    return _made(desk(), mark.id, mark.quote)


@story("preview", width=640, height=560, focus=True)
def line_of_the_keyboard() -> QWidget:
    parts = briefing.preview(briefing.prepare(desk(), Options(scope="all")))
    holder = QWidget()
    view = PageView(holder)
    view.resize(640, 560)
    view.show_pages(ReportPages(parts))
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    return holder
