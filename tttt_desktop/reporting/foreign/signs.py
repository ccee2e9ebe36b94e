"""Signs within the values of the dictionary that stand for what is no text: bookmarks, links, footnotes, charts.

They are letters of the private area: `wordxml.clean` lets none through from outside.
"""

import re

MARK, MARKED, END = "\ue000", "\ue001", "\ue002"  # MARK names MARKED text END
LINK, LINKED = "\ue003", "\ue004"  # LINK number LINKED: "[n]" that leads to the article
NOTE, NOTED = "\ue005", "\ue006"  # the footnote of that number in `chu_thich`
PICTURE, PICTURED = "\ue007", "\ue008"  # the chart of that number in `bieu_do`

_NUMBERED = {LINK: (LINKED, "link"), NOTE: (NOTED, "note"), PICTURE: (PICTURED, "picture")}
_TOKENS = re.compile(
    f"{MARK}[^{MARKED}{END}]*{MARKED}|"
    + "|".join(f"{start}\\d+{stop}" for start, (stop, _) in _NUMBERED.items())
    + f"|[{MARK}-{PICTURED}]|[^{MARK}-{PICTURED}]+"
)


def pieces(text: str) -> list[tuple[str, str]]:
    """("text", words), ("start", names), ("end", ""), (link, note or picture, number), in their order."""
    found: list[tuple[str, str]] = []
    for token in _TOKENS.findall(text):
        if token[0] == MARK and token.endswith(MARKED):
            found.append(("start", token[1:-1].lower()))  # a filter may have made it capitals
        elif token == END:
            found.append(("end", ""))
        elif len(token) > 1 and token[0] in _NUMBERED:
            found.append((_NUMBERED[token[0]][1], token[1:-1]))
        elif not MARK <= token[0] <= PICTURED:
            found.append(("text", token))
    return found
