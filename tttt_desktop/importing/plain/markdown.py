"""Articles kept as Markdown: the signs of its markup taken off, lines that were broken softly joined.

Facts: CommonMark 0.31 for headings, emphasis, links and fences; tables as GitHub has them; the head between "---" lines
that note programs write.
"""

import re
from collections.abc import Iterator

from tttt_desktop.domain.records import Block
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.page import noise

_HINTS = ("# ", "](", "**", "---", "\n> ")  # one of these stands in every text of the kind
_HEAD = re.compile(r"\A---\n((?:[^\n]{0,300}\n){1,40}?)---(?:\n|\Z)")
_ENTRY = re.compile(r"(?m)^(title|tiêu đề|date|published|ngày)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.I)
_SIGNS = re.compile(
    r"(?m)^ {0,3}#{1,6} +\S|!?\[[^\[\]\n]{1,300}\]\([^()\s]{1,2000}\)|\*\*[^\s*][^*\n]{0,300}\*\*"
    r"|^\|?(?: *:?-{3,}:? *\|)+"
)
_RULE = re.compile(
    r"(?:[-*_=] *){3,}|[-*_=]{2,}|\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:?)?|(?:```|~~~).*"
)
_HEADING = re.compile(r"#{1,6} +(.*?)(?: +#+)?")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)]) ")
_ROW = re.compile(r"\|.*\|")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\n]{0,2000}\)")
_PLAIN = (  # what is written, and what is seen of it
    (_IMAGE, ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,100}\])"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"<!--.{0,2000}?-->"), ""),
    (re.compile(r"\*\*(?=\S)([^*]{1,2000}?)(?<=\S)\*\*"), r"\1"),
    (re.compile(r"(?<!\w)__(?=\S)([^_]{1,2000}?)(?<=\S)__(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,2000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_]{1,2000}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"~~(?=\S)([^~]{1,2000}?)~~"), r"\1"),
    (re.compile(r"`([^`]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_LONGEST = 10_000  # characters of a line whose signs are looked for
_WRAPPED = range(40, 101)  # characters of a line that a program may have broken


def is_markdown(text: str) -> bool:
    """Whether a normalised text has the markup of Markdown."""
    if not any(map(text.__contains__, _HINTS)):
        return False
    return bool(_SIGNS.search(text) or _HEAD.match(text))


def draft_of(text: str) -> Draft:
    """The lines of a normalised Markdown text as they are seen, with what its head says of title and date."""
    head = _HEAD.match(text)
    entries = {key.lower(): value for key, value in _ENTRY.findall(head[1])} if head else {}
    body = text[head.end() :] if head else text
    return Draft(
        [block for line in _joined(body.split("\n")) for block in _blocks(line)],
        title=entries.get("title") or entries.get("tiêu đề") or "",
        published=entries.get("published") or entries.get("date") or entries.get("ngày") or "",
    )


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines with those put together that only a narrow window had parted."""
    held: list[str] = []
    width = 0  # of the last line as written; 0: it ends where it should
    for written in lines:
        quote = _QUOTE.match(written)
        line = written[quote.end() if quote else 0 :].strip()
        if held and not (width in _WRAPPED and not _starts(line)):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
        ends = _HEADING.fullmatch(line) or _ROW.fullmatch(line) or written.endswith(("  ", "\\"))
        width = 0 if ends else len(written)
    if held:
        yield " ".join(held)


def _starts(line: str) -> bool:
    return (
        not line
        or line.startswith(("#", "|", "!["))
        or bool(_ITEM.match(line) or _RULE.fullmatch(line))
    )


def _blocks(line: str) -> Iterator[Block]:
    if _RULE.fullmatch(line):
        return
    heading = _HEADING.fullmatch(line)
    if heading:
        line = heading[1]
    if _ROW.fullmatch(line):
        line = " | ".join(cell for cell in map(str.strip, line.strip("|").split("|")) if cell)
    caption = "; ".join(filter(None, _IMAGE.findall(line)))
    for pattern, seen in _PLAIN if len(line) <= _LONGEST else ():
        line = pattern.sub(seen, line)
    if line := line.strip().rstrip("\\").rstrip():
        yield Block(line)
    elif caption:
        yield Block(caption.strip(), noise.CAPTION)
