"""What in the lines of a mail is not its own text: earlier mails quoted in it, their envelopes, signatures."""

import re
from collections.abc import Sequence

from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold

QUOTED = "Thư trước được trích lại"
SIGNATURE = "Chữ ký cuối thư"
ENVELOPE = "Phần đầu thư"

_FORWARDED = re.compile(
    r"\W*(?:forwarded message|begin forwarded message|thu (?:da )?(?:duoc )?chuyen tiep"
    r"|tin nhan (?:da )?(?:duoc )?chuyen tiep|bat dau thu (?:duoc )?chuyen tiep)\W*"
)
_OPENER = re.compile(
    r"(?:vao|on|le|luc)\b.{6,200}\b(?:da viet|wrote|viet|a ecrit)\s*:\W*"
    r"|-{3,}\s*(?:original message|original appointment|thu goc|tin nhan goc|thong bao goc)\s*-{3,}"
)
_SENDER = re.compile(r"\*?(?:from|tu|nguoi gui)\s*:")
_ENVELOPE = re.compile(
    r"\*?(?:from|tu|nguoi gui|sent|da gui|gui|ngay gui|date|ngay|to|den|toi|nguoi nhan|cc|subject|chu de"
    r"|tieu de|importance|attachments)\s*:.{0,400}"
)
_SIGNED = re.compile(
    r"-- ?|(?:sent from my|duoc gui tu|da gui tu|get outlook for|tai outlook cho)\b.{0,60}"
)
_MARK = re.compile(r"^(?:> ?)+")
_ENVELOPE_LINES = 6
_FEWEST_OF_ENVELOPE = 3
_LONGEST_SIGNATURE = 15  # lines
_ENOUGH = 200  # letters: a mail with fewer of its own is a note above the text it passes on


def set_aside(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a reason for each that is no text of this mail.

    A mail of its own loses what it quotes; a short note above a text that it passes on loses the envelope only.
    """
    lines = [_MARK.sub("", block.text).strip() for block in blocks]
    folded = [fold(line) for line in lines]
    reasons = [block.reason for block in blocks]
    own = at = 0
    while at < len(lines):
        stop = at + 1
        if _FORWARDED.fullmatch(folded[at]):
            stop = _envelope_end(folded, at + 1)
            reasons[at:stop] = [ENVELOPE] * (stop - at)
        elif _OPENER.fullmatch(folded[at]) or _is_envelope(folded, at):
            stop = len(lines) if own >= _ENOUGH else _envelope_end(folded, at + 1)
            reasons[at:stop] = [QUOTED if own >= _ENOUGH else ENVELOPE] * (stop - at)
        elif _SIGNED.fullmatch(folded[at]):
            stop = _signature_end(folded, at + 1)
            reasons[at:stop] = [SIGNATURE] * (stop - at)
        elif _MARK.match(blocks[at].text) and own >= _ENOUGH:
            reasons[at] = QUOTED
        elif not reasons[at]:
            own += sum(map(str.isalpha, lines[at]))
        at = stop
    return [
        Block(line, reason, block.place)
        for line, reason, block in zip(lines, reasons, blocks, strict=True)
        if line
    ]


def _is_envelope(folded: Sequence[str], at: int) -> bool:
    """Whether "From: ..." opens the head of an earlier mail."""
    if not _SENDER.match(folded[at]):
        return False
    lines = folded[at : at + _ENVELOPE_LINES]
    return sum(bool(_ENVELOPE.fullmatch(line)) for line in lines) >= _FEWEST_OF_ENVELOPE


def _envelope_end(folded: Sequence[str], start: int) -> int:
    stop = start
    while stop < min(len(folded), start + _ENVELOPE_LINES) and _ENVELOPE.fullmatch(folded[stop]):
        stop += 1
    return stop


def _signature_end(folded: Sequence[str], start: int) -> int:
    stop = start
    while stop < min(len(folded), start + _LONGEST_SIGNATURE):
        if _OPENER.fullmatch(folded[stop]) or _FORWARDED.fullmatch(folded[stop]):
            break
        if _is_envelope(folded, stop):
            break
        stop += 1
    return stop
