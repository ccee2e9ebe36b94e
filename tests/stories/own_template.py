"""Mẫu báo cáo: the list of templates, the fields found in a signed report, the marks of a Word file."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from signed_reports import in_tables
from story import story
from story_desk import desk

from tttt_desktop.domain.own_template import Candidate, Problem, TemplateKind
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign import cleaning
from tttt_desktop.reporting.signed.reading import read
from tttt_desktop.ui.open_dossier import OpenDossier
from tttt_desktop.ui.own_template.dialog import OwnTemplatesDialog
from tttt_desktop.ui.own_template.review import FieldsDialog, MarksDialog

LINES = ("{{ ten_co_quan|chu_hoa }}", "{%p for muc in ket_qua %}", "{{ muc }}", "{%p endfor %}")


def signed() -> Candidate:
    one = read(cleaning.cleaned(ooxml.read(in_tables().docx), notes=False))
    return Candidate("Báo cáo 2024", TemplateKind.SIGNED, b"", one.lines, one.fields)


def marked() -> Candidate:
    return Candidate("Mẫu", TemplateKind.MARKED, b"", LINES, marks=LINES)


@story("own templates", width=820, height=480)
def empty() -> QWidget:
    return OwnTemplatesDialog(OpenDossier(desk()))


@story("own templates", width=640, height=420)
def busy() -> QWidget:
    dialog = OwnTemplatesDialog(OpenDossier(desk()))
    dialog.set_busy("Đang đọc “Báo cáo tổng kết công tác năm 2024 và phương hướng năm 2025.docx”…")
    return dialog


@story("own templates", width=640, height=420)
def told() -> QWidget:
    dialog = OwnTemplatesDialog(OpenDossier(desk()))
    dialog.tell("Đã làm thử: Lam-thu-Mau-cua-so.docx", "Mở bằng Word", lambda: None)
    return dialog


@story("fields of a template", width=1040, height=620)
def found() -> QWidget:
    return FieldsDialog(signed(), "Báo cáo tổng kết của Sở")


@story("fields of a template", width=760, height=440)
def nothing_found_low() -> QWidget:
    return FieldsDialog(replace(signed(), fields={}), "")


@story("marks of a template", width=900, height=480)
def sound() -> QWidget:
    return MarksDialog(marked(), "Mẫu có dấu")


@story("marks of a template", width=900, height=480)
def wrong() -> QWidget:
    said = "Dấu {{ muk }} ở đoạn 3 không có trong danh mục; có phải là {{ muc }}?"
    return MarksDialog(replace(marked(), problems=(Problem(3, said),)), "Mẫu có dấu")
