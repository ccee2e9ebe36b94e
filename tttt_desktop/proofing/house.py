"""How a report writes what may be written in two ways: as most of it does."""

import re

from tttt_desktop.domain.syllables import has_two_styles, in_style
from tttt_desktop.proofing.finding import Style

_OPEN_SYLLABLE = re.compile(
    r"(?<!\w)[^\W\d_]{0,3}(?:[òóỏõọ][ae]|o[àáảãạèéẻẽẹ]|[ùúủũụ]y|u[ỳýỷỹỵ])(?!\w)"
)
_DASH = re.compile(r"(?<=\S) [-–—] (?=\S)")
TONES = {"old": False, "new": True}
PERCENTS = {"together": False, "apart": True}


def style_of(text: str, *, tones: str = "", percent: str = "") -> Style:
    """The style of a whole report. `tones`: "old" (òa), "new" (oà); `percent`: "together" (100%), "apart" (100 %).

    What is "", and the marks and dashes, is as most of the text has it; where nothing tells, as the decree prints it.
    """
    new, old = _tones(text)
    dashes = _DASH.findall(text)
    return Style(
        new_tones=TONES.get(tones, new > old),
        percent_apart=PERCENTS.get(percent, text.count(" %") > text.count("%") / 2),
        curly=text.count('"') <= text.count("“") + text.count("”"),
        dash="–" if dashes.count(" – ") > len(dashes) / 2 else "-",
    )


def _tones(text: str) -> tuple[int, int]:
    """How many syllables have their tone in the new and in the old style."""
    found = [word for word in _OPEN_SYLLABLE.findall(text) if has_two_styles(word)]
    new = sum(in_style(word, new_style=True) == word for word in found)
    return new, len(found) - new
