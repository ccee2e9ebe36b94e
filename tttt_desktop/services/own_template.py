"""The office's own templates: kept in the dossier, offered for reports, carried from one dossier to another."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tttt_desktop.domain.changes import Changed
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.own_template import BRIEFING, Candidate, OwnTemplate, TemplateKind
from tttt_desktop.domain.text import fold, normalise
from tttt_desktop.paths import resource
from tttt_desktop.reporting.catalogue import TEMPLATES, Template
from tttt_desktop.reporting.foreign import dictionary
from tttt_desktop.reporting.tree import Briefing, Notice, Office
from tttt_desktop.services import own_reading, writing
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.offered import Offered, Render
from tttt_desktop.services.own_office import moved_title, with_own, with_small_letters
from tttt_desktop.storage import own_templates

KEY = "own:"
_LONGEST = 80
_LAYOUT = "Bản xem trước cho thấy nội dung; bố cục trong tệp Word là của mẫu cơ quan."
# What a template with marks heeds only where it has one of these names in a mark.
_ASKED_BY = {
    "task_table": ("bang_nhiem_vu",),
    "figures": ("bang_so_lieu", "bang_chi_tieu"),
    "charts": ("bieu_do",),
    "quotes": ("trich",),
    "proposals": ("de_xuat", "phan"),
}
_OF_DAYS = "digest"  # its title names the days of this year's articles, and no year to be moved
SAMPLE = "templates/mau_co_dau.docx"
SAMPLE_NAME = "Mẫu báo cáo có dấu.docx"


def every(d: Dossier) -> list[OwnTemplate]:
    """All templates of the dossier, the oldest first."""
    return [_template(one) for one in own_templates.every(d.store.conn)]


def get(d: Dossier, template_id: int) -> OwnTemplate:
    """One of them. Raises NotFound."""
    for one in every(d):
        if one.id == template_id:
            return one
    raise NotFound("Không còn mẫu này.", "Hãy chọn mẫu khác.")


def document(d: Dossier, template_id: int) -> bytes:
    """The document of a template, as it is kept. Raises NotFound."""
    for one in own_templates.every(d.store.conn):
        if one.id == template_id:
            return own_templates.document(d.store.conn, one.file_id)
    raise NotFound("Không còn mẫu này.", "Hãy chọn mẫu khác.")


def _template(row: own_templates.Kept) -> OwnTemplate:
    told = row.fields
    contents = told.get("contents", BRIEFING)
    return OwnTemplate(
        row.id,
        row.name,
        TemplateKind(row.kind),
        row.added_on,
        own_reading.unpacked_fields(told.get("places", {})),
        told.get("texts", {}),
        tuple(told.get("marks", ())),
        contents if contents in TEMPLATES else BRIEFING,
    )


# -- changes ----------------------------------------------------------------------------------------


def keep_template(d: Dossier, found: Candidate, name: str) -> Changed:
    """Keep a candidate under a name. Raises UserError for a name that is empty or taken, or for marks with problems."""
    if found.problems:
        raise UserError(found.problems[0].message, "Hãy sửa trong Word rồi thêm lại.")
    name = _name(d, name)
    with d.store.change(f"Thêm mẫu báo cáo “{name}”") as change:
        own_templates.add(d.store, name, found.kind.value, found.docx, _told(found))
    return change.changed


def correct_template(d: Dossier, template_id: int, found: Candidate, name: str = "") -> Changed:
    """Keep other places of the fields, and another name where one is given. Raises UserError for a name, NotFound."""
    one = get(d, template_id)
    name = _name(d, name, but=template_id) if name else one.name
    with d.store.change(f"Sửa các trường của mẫu “{one.name}”") as change:
        own_templates.set_fields(d.store, template_id, _told(found))
        own_templates.rename(d.store, template_id, name)
    return change.changed


def keep_or_correct(
    d: Dossier, found: Candidate, name: str, template: OwnTemplate | None
) -> Changed:
    """Keep a new template, or what was corrected of one; its name may be another now. Raises UserError."""
    if template is None:
        return keep_template(d, found, name)
    return correct_template(d, template.id, found, name)


def check_name(d: Dossier, name: str, but: int = 0) -> None:
    """Raises UserError for a name that is empty or that another template has."""
    _name(d, name, but=but)


def with_places(found: Candidate, template: OwnTemplate) -> Candidate:
    """What was read again, with the places and the contents that the person has set."""
    found = replace(found, contents=template.contents)
    if template.kind is TemplateKind.MARKED:
        return found
    known = {
        name: places
        for name, places in template.fields.items()
        if all(p.line < len(found.lines) and p.stop <= len(found.lines[p.line]) for p in places)
    }
    return replace(found, fields=known)


def rename_template(d: Dossier, template_id: int, name: str) -> Changed:
    """Another name. Raises UserError for one that is empty or taken, NotFound."""
    one, name = get(d, template_id), _name(d, name, but=template_id)
    with d.store.change(f"Đổi tên mẫu “{one.name}”") as change:
        own_templates.rename(d.store, template_id, name)
    return change.changed


def remove_template(d: Dossier, template_id: int) -> Changed:
    """Keep a template no longer. Raises NotFound."""
    one = get(d, template_id)
    with d.store.change(f"Xoá mẫu báo cáo “{one.name}”") as change:
        own_templates.remove(d.store, template_id)
    return change.changed


def bring_templates(d: Dossier, brought: Sequence["Brought"]) -> Changed:
    """Take over templates of another dossier; a name that is taken gets a number."""
    with d.store.change(f"Lấy {len(brought)} mẫu báo cáo từ hồ sơ khác") as change:
        for one in brought:
            name = _free_name(d, one.name)
            own_templates.add(d.store, name, one.kind.value, one.docx, dict(one.told))
    return change.changed


@dataclass(frozen=True, slots=True)
class Brought:
    """A template as it lies in another dossier."""

    name: str
    kind: TemplateKind
    docx: bytes
    told: Mapping[str, Any]


def templates_of(path: Path) -> list[Brought]:
    """The templates of a dossier, opened read-only; any thread may do it. Raises UserError, also for none."""
    with Dossier.open(path, read_only=True) as other:
        conn = other.store.conn
        found = [
            Brought(
                one.name,
                TemplateKind(one.kind),
                own_templates.document(conn, one.file_id),
                one.fields,
            )
            for one in own_templates.every(conn)
        ]
    if not found:
        raise UserError(
            f"Hồ sơ “{path.stem}” không có mẫu nào của cơ quan.", "Hãy chọn hồ sơ khác."
        )
    return found


def _told(found: Candidate) -> dict[str, Any]:
    fields = dict(found.fields)
    texts = {name: found.said(name) for name in fields}
    return {
        "places": own_reading.packed_fields(fields),
        "texts": with_small_letters(texts, found.lines),
        "marks": list(found.marks),
        "contents": found.contents,
    }


def _plain(typed: str) -> str:
    return " ".join(normalise(typed).split())[:_LONGEST]


def _name(d: Dossier, typed: str, but: int = 0) -> str:
    name = _plain(typed)
    if not name:
        raise UserError("Mẫu chưa có tên.", "Hãy gõ tên của mẫu.")
    taken = {fold(one.name) for one in every(d) if one.id != but}
    if fold(name) in taken | {fold(one.name) for one in TEMPLATES.values()}:
        raise UserError(f"Đã có mẫu tên “{name}”.", "Hãy đặt tên khác.")
    return name


def _free_name(d: Dossier, name: str) -> str:
    taken = {fold(one.name) for one in every(d)}
    names = (name if number == 1 else f"{name} ({number})" for number in range(1, 10_000))
    return next(one for one in names if fold(one) not in taken)


def free_name(d: Dossier, wanted: str) -> str:
    """The name itself, or with a number where it is taken; one for a template without a name."""
    return _free_name(d, _plain(wanted) or "Mẫu của cơ quan")


# -- for reports ------------------------------------------------------------------------------------


def offered(d: Dossier) -> Sequence[Offered]:
    """The templates as the form offers them."""
    return [Offered(f"{KEY}{one.id}", one.name, base(one), stem(one.name)) for one in every(d)]


def renderer(d: Dossier, key: str) -> Render:
    """What writes a report by a template. Raises NotFound."""
    return render_by(*source(d, int(key.removeprefix(KEY))))


def source(d: Dossier, template_id: int) -> tuple[OwnTemplate, bytes]:
    """A template with its document. Raises NotFound."""
    return get(d, template_id), document(d, template_id)


def render_by(one: OwnTemplate, docx: bytes) -> Render:
    """What writes reports by a template with its document."""

    def render(briefing: Briefing, number: str, cancelled: Callable[[], bool]) -> bytes:
        values = dictionary.values(briefing, number)
        return own_reading.make(docx, one.kind, dict(one.fields), values, cancelled)

    return render


def base(one: OwnTemplate) -> Template:
    """A template of the program, sent by whom the signed report names where the dossier says nothing."""
    usual = TEMPLATES[one.contents]

    def build(pages: Any, office: Office, options: Any, **known: Any) -> Briefing:
        made = usual.build(pages, with_own(office, one.texts), options, **known)
        made = replace(made, warnings=(*made.warnings, Notice(_LAYOUT)))
        if options.title.strip() or usual.key == _OF_DAYS:
            return made
        title = moved_title(one.texts, dictionary.year_of(made))
        return replace(made, title=title or made.title)

    return replace(usual, name=one.name, build=build, choices=_choices(one, usual))


def _choices(one: OwnTemplate, usual: Template) -> frozenset[str]:
    """What the template heeds: with marks, only what one of them can show."""
    if one.kind is TemplateKind.SIGNED:
        return usual.choices
    words = {word for mark in one.marks for word in re.findall(r"\w+", mark)}
    lacking = {choice for choice, names in _ASKED_BY.items() if not words & set(names)}
    return usual.choices - lacking


def stem(name: str) -> str:
    """The name of a template as the beginning of a file's name."""
    letters = "".join(letter if letter.isalnum() else " " for letter in fold(name))
    return "-".join(letters.split())[:40].capitalize() or "Bao-cao"


# -- the sample ---------------------------------------------------------------------------------------


def save_sample(folder: Path) -> Path:
    """Put the sample with its marks into a folder, beside what is there; gives its path. Raises SaveFailed."""
    wanted = folder / SAMPLE_NAME
    try:
        return writing.put(wanted, resource(SAMPLE).read_bytes())
    except OSError as error:
        raise writing.refused(f"tệp mẫu “{wanted.name}”", error) from error
