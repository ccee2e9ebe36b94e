"""Kinds and fields as codes; the names of the variables."""

from collections.abc import Callable, Iterator
from itertools import chain

from tttt_desktop.domain.records import Annotation, Article, Basis, Kind, Task
from tttt_desktop.reporting.lines import STATUS_LABEL, documents
from tttt_desktop.reporting.qdpx.project import Project
from tttt_desktop.reporting.qdpx.xml import Value, attributes

OWN_PLAN, CAUSE, FIELDS = "Nhiệm vụ tự đề ra", "Nguyên nhân", "Lĩnh vực"
KINDS = {
    Kind.ACHIEVEMENT: "Kết quả đạt được",
    Kind.SHORTCOMING: "Tồn tại, hạn chế",
    Kind.TASK: "Nhiệm vụ được giao",
}
_COLOURS = {  # those of the window
    KINDS[Kind.ACHIEVEMENT]: "#1B6E3C",
    KINDS[Kind.SHORTCOMING]: "#9A4A00",
    KINDS[Kind.TASK]: "#5B3FB0",
    OWN_PLAN: "#8E7CC3",
    CAUSE: "#C98A4B",
}
_FIELD_COLOUR = "#4B5566"
ARTICLE: tuple[tuple[str, str, Callable[[Article], Value]], ...] = (
    ("Tỉnh, thành phố", "Text", lambda one: one.province),
    ("Năm đánh giá", "Integer", lambda one: one.review_year),
    ("Năm giao", "Integer", lambda one: one.plan_year),
    ("Nơi đăng", "Text", lambda one: one.outlet),
    ("Ngày đăng", "Date", lambda one: one.published_on),
    ("Tác giả", "Text", lambda one: one.byline),
    ("Tên tệp", "Text", lambda one: one.source_name),
)
TASK: tuple[tuple[str, str, Callable[[Task], Value]], ...] = (
    ("Người giao", "Text", lambda one: one.assigner),
    ("Chủ trì", "Text", lambda one: one.lead),
    ("Phối hợp", "Text", lambda one: "; ".join(one.cooperating)),
    ("Thời hạn", "Text", lambda one: one.deadline_text),
    ("Hạn đến ngày", "Date", lambda one: one.deadline_on),
    ("Căn cứ", "Text", lambda one: documents(one.documents)),
    ("Trạng thái", "Text", lambda one: STATUS_LABEL[one.status]),
)


def code_book(project: Project) -> str:
    """The codes with their colours, those of fields below a code that is none itself."""
    kinds = "".join(
        _code(project.guid("code", name), name, colour) for name, colour in _COLOURS.items()
    )
    fields = "".join(
        _code(field(project, name), name, _FIELD_COLOUR) for name in _all_fields(project)
    )
    group = attributes(guid=project.guid("fields"), name=FIELDS, isCodable="false")
    inside = f"<Code{group}>\n{fields}</Code>\n" if fields else ""
    return f"<CodeBook><Codes>\n{kinds}{inside}</Codes></CodeBook>\n"


def _code(guid: str, name: str, colour: str) -> str:
    return f"<Code{attributes(guid=guid, name=name, isCodable='true', color=colour)}/>\n"


def field(project: Project, name: str) -> str:
    """The GUID of the code of a field."""
    return project.guid("field", name)


def code_name(mark: Annotation) -> str:
    """The code that says of what kind a mark is."""
    own = mark.task is not None and mark.task.basis is Basis.OWN_PLAN
    return OWN_PLAN if own else KINDS[mark.kind]


def _all_fields(project: Project) -> list[str]:
    used = (one.field for page in project.pages for one in page.annotations if one.field)
    return list(dict.fromkeys(chain(project.fields, used)))


def variables(project: Project) -> Iterator[str]:
    """The names and types of what is known of articles and tasks."""
    for name, kind in ((name, kind) for name, kind, _ in chain(ARTICLE, TASK)):
        named = attributes(guid=project.guid("variable", name), name=name, typeOfVariable=kind)
        yield f"<Variable{named}/>\n"
