"""Why something fell short, when the text says so."""

import re

_CAUSE = re.compile(
    r"(?:nguyên nhân(?: [^,.;:]{0,40}?)? (?:là|do)|[ ,](?:do|vì|bởi vì|bởi)) (?!đó|vậy|thế|ubnd|tỉnh|sở|cấp)(?P<cause>[^;]{8,200}?)[.…!;]*$"
)


def cause_of(text: str, small: str) -> str:
    """The words after "do", "vì", "nguyên nhân là" to the end of the unit; "" when no cause is given."""
    found = _CAUSE.search(small)
    return text[found.start("cause") : found.end("cause")].strip() if found else ""
