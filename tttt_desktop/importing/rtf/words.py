"""The words of RTF that matter for its text, and how its bytes part into them (specification 1.9.1)."""

import re

from tttt_desktop.importing.documents import office
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.page import noise

TOKEN = re.compile(
    rb"([^\\{}\r\n]+)|((?:\\'[0-9A-Fa-f]{2})+)|\\([A-Za-z]{1,32})(-?\d{1,9})? ?|([{}])"
    rb"|\\([^A-Za-z])|[\r\n]+|\\",
    re.DOTALL,
)
TEXT, CODES, WORD, NUMBER, BRACE, SYMBOL = range(1, 7)
_SKIPPING = re.compile(rb"\\bin(\d{1,9}) ?|\\.|[{}]", re.DOTALL)
SKIPPED = words(
    "annotation atnauthor atndate atnid aftncn aftnsep aftnsepc background bkmkend bkmkstart colortbl datafield"
    " filetbl fldinst ftncn ftnsep ftnsepc info listoverridetable listtable nonesttables nonshppict objclass objname"
    " pgdsctbl pict pntxta pntxtb private1 revtbl rxe shprslt sp stylesheet tc template txe xe"
)
STARRED = words("shpinst do ud nesttableprops")  # for later readers: with text or ends of rows
STORIES = {
    **dict.fromkeys(words("header headerf headerl headerr"), noise.HEAD),
    **dict.fromkeys(words("footer footerf footerl footerr"), noise.FOOT),
    "footnote": office.NOTE,
    **dict.fromkeys(words("shptxt dptxbxtext"), ""),
}
SIGNS = {
    "tab": " ", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
SYMBOLS = {
    b"~": " ",
    b"_": "-",
    b"-": "\xad",
    b"{": "{",
    b"}": "}",
    b"\\": "\\",
}  # \- is ư in TCVN3
CHARACTER_SETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def end_of_group(data: bytes, at: int) -> int:
    """Where the brace stands that closes the group open at `at`, the end of the data when none does."""
    depth = 1
    while found := _SKIPPING.search(data, at):
        at = found.end() + int(found[1] or 0)
        depth += (found[0] == b"{") - (found[0] == b"}")
        if not depth:
            return found.start()
    return len(data)
