"""The articles with what is marked in them, and the tasks as cases."""

from collections.abc import Iterator

from tttt_desktop.domain.records import Annotation, Page, Span, Task
from tttt_desktop.reporting.qdpx.codes import ARTICLE, CAUSE, TASK, code_name, field
from tttt_desktop.reporting.qdpx.project import Project
from tttt_desktop.reporting.qdpx.told import lines, note_ref, said, words
from tttt_desktop.reporting.qdpx.xml import attributes, made, name_of, text_of, value_of


def sources(project: Project) -> Iterator[str]:
    """Each article as a TextSource."""
    for page, name in zip(project.pages, project.names(), strict=True):
        yield _source(project, page, name)


def _source(project: Project, page: Page, name: str) -> str:
    article = page.article
    guid = project.guid("article", article.id)
    named = attributes(
        guid=guid, name=name, plainTextPath=f"internal://{guid}.txt", **made(project, article.id)
    )
    note = f"<Description>{text_of(article.note)}</Description>\n" if article.note else ""
    there = [one for one in page.annotations if not one.lost]
    marks = "".join(_mark(project, one) for one in there)
    causes = "".join(_cause(project, one, one.cause_span) for one in there if one.cause_span)
    lost = "".join(note_ref(project, one) for one in page.annotations if one.lost)
    values = "".join(value_of(project, name, kind, get(article)) for name, kind, get in ARTICLE)
    return f"<TextSource{named}>\n{note}{marks}{causes}{lost}{values}</TextSource>\n"


def _mark(project: Project, mark: Annotation) -> str:
    codes = [project.guid("code", code_name(mark))]
    if mark.field:
        codes.append(field(project, mark.field))
    told = "\n".join(lines(mark))
    inside = (
        f"<Description>{text_of(told)}</Description>\n" if told else "",
        *(_coding(project, mark, code) for code in codes),
        note_ref(project, mark) if words(mark) else "",
    )
    return _selection(project, mark, "mark", mark.span, mark.quote, "".join(inside))


def _cause(project: Project, mark: Annotation, span: Span) -> str:
    coding = _coding(project, mark, project.guid("code", CAUSE))
    return _selection(project, mark, "cause", span, mark.cause, coding)


def _selection(
    project: Project, mark: Annotation, what: str, span: Span, text: str, inside: str
) -> str:
    named = attributes(
        guid=project.guid(what, mark.id),
        name=name_of(text),
        startPosition=span.start,
        endPosition=span.stop,
        **made(project, mark.article_id),
    )
    return f"<PlainTextSelection{named}>\n{inside}</PlainTextSelection>\n"


def _coding(project: Project, mark: Annotation, code: str) -> str:
    guid = project.guid("coding", mark.id, code)
    named = attributes(guid=guid, **made(project, mark.article_id))
    return f"<Coding{named}><CodeRef{attributes(targetGUID=code)}/></Coding>\n"


def cases(project: Project) -> Iterator[str]:
    """Each task as a Case that points to its passage."""
    for page in project.pages:
        for one in page.annotations:
            if one.task is not None:
                yield _case(project, page, one, one.task)


def _case(project: Project, page: Page, mark: Annotation, task: Task) -> str:
    values = (value_of(project, name, kind, get(task)) for name, kind, get in TASK)
    named = attributes(
        guid=project.guid("case", mark.id), name=f"Nhiệm vụ {mark.id}: {name_of(said(mark))}"
    )
    kind, target = (
        ("SourceRef", project.guid("article", page.article.id))
        if mark.lost
        else ("SelectionRef", project.guid("mark", mark.id))
    )
    where = f"<{kind}{attributes(targetGUID=target)}/>\n"
    return f"<Case{named}>\n{''.join(values)}{where}</Case>\n"
