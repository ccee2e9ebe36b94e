"""What comes of a foreign document that was opened to be a template."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tttt_desktop.domain.own_template import BRIEFING, Fields, Problem


@dataclass(frozen=True, slots=True)
class Opened:
    """`parts` as they are kept, `lines` of the text; the fields of a signed report, or the marks and their problems.

    `contents`: whose contents it seems to have, a key of the catalogue of templates.
    """

    parts: Mapping[str, bytes]
    lines: tuple[str, ...]
    fields: Fields = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    contents: str = BRIEFING
