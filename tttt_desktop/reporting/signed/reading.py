"""A signed report taken apart: its lines as a person reads them, its fields, and the parts as they are kept."""

from tttt_desktop.reporting import ooxml
from tttt_desktop.reporting.foreign.opened import Opened
from tttt_desktop.reporting.signed.contents import contents_of
from tttt_desktop.reporting.signed.find import find
from tttt_desktop.reporting.signed.frames import take_out
from tttt_desktop.reporting.signed.lines import read as read_lines
from tttt_desktop.reporting.signed.make import styles_in


def read(parts: dict[str, bytes]) -> Opened:
    """`parts` as `cleaning` left them. Errors: FileRefused."""
    main = ooxml.main_part(parts)
    root = ooxml.parse(parts[main])
    take_out(root)
    lines = read_lines(root, styles_in(parts))
    fields = find(lines)
    return Opened(
        {**parts, main: ooxml.as_bytes(root)},
        tuple(line.text for line in lines),
        fields=fields,
        contents=contents_of(lines, fields),
    )
