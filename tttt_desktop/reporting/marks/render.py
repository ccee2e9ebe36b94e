"""Filling a document that carries marks: docxtpl in a closed room, every value escaped, marks in it too.

The names are checked before (`check`); what still goes wrong is said without a traceback. It is called in the process
that reads foreign files, whose time and memory are limited.
"""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.domain.traces import report_mark
from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.dictionary import Values
from tttt_desktop.reporting.foreign.properties import with_properties
from tttt_desktop.reporting.foreign.signs import END, MARK, MARKED
from tttt_desktop.reporting.marks.names import FILTERS, NAMES
from tttt_desktop.reporting.marks.traces import lay_traces

_FAILED = (
    "Mẫu có dấu không điền được.",
    "Hãy mở mẫu bằng Word, xem các dấu có đúng như tệp mẫu gửi kèm không, rồi thêm lại mẫu.",
)


def render(docx: bytes, values: Values, now: datetime) -> bytes:
    """The report as .docx. Errors: FileRefused for a mark that cannot be filled."""
    from docxtpl.template import DocxTemplate
    from jinja2 import TemplateError
    from lxml import etree

    template = DocxTemplate(io.BytesIO(docx))
    context = {name: values[name] for name in NAMES}
    if values["ma_bao_cao"]:
        mark = report_mark(values["ma_bao_cao"])
        context["trich_yeu"] = f"{MARK}{mark}{MARKED}{values['trich_yeu']}{END}"
    try:
        template.render(context, _environment(), autoescape=True)
    except (TemplateError, etree.LxmlError, TypeError, ValueError, AttributeError) as error:
        raise FileRefused(*_FAILED) from error
    out = io.BytesIO()
    template.save(out)
    parts = lay_traces(ooxml.read(out.getvalue()), values)
    return ooxml.packed(with_properties(parts, values, now))


def _environment() -> Any:
    """Names of the dictionary, filters that shape text, nothing else: no functions, no files, no hidden attributes."""
    from jinja2 import ChainableUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Missing(ChainableUndefined):
        """The third of two lines and the like prints nothing; what the room forbids does not."""

        def __str__(self) -> str:
            if self._undefined_exception is SecurityError:
                self._fail_with_undefined_error()
            return ""

    room = ImmutableSandboxedEnvironment(autoescape=True, undefined=Missing, finalize=_printed)
    room.filters = {name: room.filters[jinja] for name, jinja in FILTERS.items()}
    room.globals = {}
    return room


def _printed(value: Any) -> Any:
    """A value as XML text; braces as numbers, so that nothing that comes from an article is ever taken for a mark."""
    from markupsafe import Markup, escape

    if isinstance(value, Mapping):
        value = value.get("chu") or value.get("ten") or value.get("noi_dung") or ""
    elif isinstance(value, list):
        value = "\n".join(str(_words(one)) for one in value)
    text = str(escape(str(value)))
    return Markup(text.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped above


def _words(value: Any) -> Any:
    return value.get("chu") or value.get("ten", "") if isinstance(value, Mapping) else value
