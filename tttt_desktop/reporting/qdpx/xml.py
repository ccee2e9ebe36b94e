"""Texts and attributes of the XML; values of variables."""

import re
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from tttt_desktop.reporting.qdpx.project import Project
from tttt_desktop.reporting.wordxml import clean

Value = str | int | date | None
_ORDINARY = re.compile(r"[\w:.-]*", re.ASCII)
_NAME_MOST = 60  # characters of a name made of a sentence


def attributes(**values: object) -> str:
    """Attributes for a tag, escaped, with a blank before each."""
    return "".join(f" {name}={_quoted(str(value))}" for name, value in values.items())


def _quoted(text: str) -> str:
    """An attribute's value; most are numbers and GUIDs, in which there is nothing to escape."""
    return f'"{text}"' if _ORDINARY.fullmatch(text) else quoteattr(clean(text))


def text_of(text: str) -> str:
    """A text inside an element."""
    return escape(clean(text))


def name_of(text: str) -> str:
    """The beginning of a text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _NAME_MOST else f"{line[:_NAME_MOST].rstrip()}…"


def moment(at: datetime) -> str:
    """A time (UTC) as the schema has it."""
    return f"{at:%Y-%m-%dT%H:%M:%S}Z"


def made(project: Project, article_id: int) -> dict[str, str]:
    """Who made a thing and when; QualCoder opens no project that does not say so."""
    at = project.imported.get(article_id, project.made_at)
    return {"creatingUser": project.guid("user"), "creationDateTime": moment(at)}


def value_of(project: Project, name: str, kind: str, value: Value) -> str:
    """The value of a variable; nothing where it is unknown."""
    if value is None or value == "":
        return ""
    ref = attributes(targetGUID=project.guid("variable", name))
    text = value.isoformat() if isinstance(value, date) else text_of(str(value))
    return f"<VariableValue><VariableRef{ref}/><{kind}Value>{text}</{kind}Value></VariableValue>\n"
