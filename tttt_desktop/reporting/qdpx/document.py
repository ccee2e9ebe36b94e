"""project.qde, by the schema "urn:QDA-XML:project:1.0" (Project-mrt2019.xsd).

Kinds and fields are codes, marked passages are coded selections with what is known of them as their description, the
person's words are notes, articles have variables, and each task is a case with its form as variables.
"""

from collections.abc import Iterator
from itertools import chain

from tttt_desktop import __version__
from tttt_desktop.reporting.qdpx.codes import code_book, variables
from tttt_desktop.reporting.qdpx.marks import cases, sources
from tttt_desktop.reporting.qdpx.project import Project
from tttt_desktop.reporting.qdpx.told import notes
from tttt_desktop.reporting.qdpx.xml import attributes, moment


def document(project: Project) -> Iterator[str]:
    """The XML in pieces, with its declaration."""
    user = project.guid("user")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"'
    yield attributes(
        name=project.name,
        origin=f"tttt_desktop {__version__}",
        creatingUserGUID=user,
        creationDateTime=moment(project.made_at),
        modifiedDateTime=moment(project.changed_at),
    )
    yield f">\n<Users><User{attributes(guid=user, name='Người đánh dấu')}/></Users>\n"
    yield code_book(project)
    yield f"<Variables>\n{''.join(variables(project))}</Variables>\n"
    yield from _within("Cases", cases(project))
    yield from _within("Sources", sources(project))
    yield from _within("Notes", notes(project))
    yield "</Project>\n"


def _within(tag: str, parts: Iterator[str]) -> Iterator[str]:
    """The parts in an element; no element where there are none, as the schema wants it."""
    first = next(parts, "")
    if first:
        yield from chain((f"<{tag}>\n{first}",), parts, (f"</{tag}>\n",))
