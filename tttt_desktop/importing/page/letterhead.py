"""Official documents (Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW): their head, title and signature told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tttt_desktop.domain.records import Block
from tttt_desktop.domain.text import fold
from tttt_desktop.importing.page import noise

_STATE = re.compile(
    r"CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA VIỆT(?: NAM)?|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc",
    re.IGNORECASE,
)
_NEEDED = ("CỘNG H", "TỰ DO", "CỘNG SẢN")  # found faster than the pattern
_NUMBER = re.compile(r"Số\s*:?\s*\d*\s*[-/]\s?[\w/&.+-]+")
_DATED = re.compile(r",\s*ngày\s*\d{0,2}\s*tháng\s*\d{0,2}\s*năm\s*\d{4}", re.IGNORECASE)
_WHOLE_DATE = re.compile(r"ngay\s*\d+\s*thang\s*\d+\s*nam\s*\d{4}")
_SMALL_IN_PLACES = frozenset({"phố", "tp", "tp.", "xã", "thị", "phường", "huyện"})
_KINDS = (
    "báo cáo|thông báo|kế hoạch|kết luận|chỉ thị|nghị quyết|quyết định|tờ trình|chương trình|hướng dẫn|công điện"
    "|biên bản|đề án|phương án|quy chế|quy định|thông tư|giấy mời|diễn văn|bài phát biểu|tham luận"
)
_KIND = re.compile(rf"(?:{_KINDS})(?= |$)", re.IGNORECASE)
_SUBJECT = re.compile(r"v/v\b")
_GOES_ON = re.compile(
    r"(?:phuong huong|nhiem vu|muc tieu|ke hoach|trien khai|giai phap|va|tai|cua|nam|cong tac|tren dia ban|6|sau|quy)\b"
)
_OPENS_TEXT = re.compile(
    r"kinh gui|can cu|thuc hien (?!nhiem vu|cong tac|ke hoach)|phan (?:thu|[ivx\d]+|[a-d])\b|(?:[ivx]+|[a-d]|\d+)[.)/]"
)
_SIGNED = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s?\. ?.{3,80}"
    r"|(?:pho )?(?:giam doc|chu tich|truong phong|chanh van phong|bi thu|cuc truong|truong ban|tong giam doc)"
    r"(?: (?:so|thuong truc|pho giam doc|pho chu tich).{0,40})?)"
)
_RECIPIENTS = re.compile(r"noi nhan\s*:?(?:$|[\s|].*)")
_APPENDIX = re.compile(r"(?:phu luc|bieu(?: mau)?|bang)\b(?! .{60})")
_OFFICE = re.compile(
    r"(?:ubnd|hdnd|uy ban|hoi dong|so|bo|cuc|tong cuc|vu|ban|van phong|trung tam|phong|tong cong ty|tap doan|hoi|dang"
    r"|huyen|tinh|thanh|quan|thi|xa|phuong|vien|vien thong|buu dien|dai|bao|cong ty|chi cuc|doan|lien doan|mat tran)\b"
)
_HEAD = 20  # blocks in which a head stands
_LONGEST_LINE = 200  # characters of a line of a head, a title or a foot
_MOST_LINES = 4  # of a title below its kind
_ABOVE_RECIPIENTS = 5  # lines of a signature that may be read before the recipients


@dataclass(frozen=True, slots=True)
class Letter:
    """The blocks of a document with what is no part of its text set aside; -1 and "" stand for what it lacks.

    `title` is folded; `dated` is the block with place and date ("Quảng Trị, ngày 12 tháng 01 năm 2023").
    """

    blocks: list[Block]
    title: str = ""
    dated: int = -1


def settle(blocks: list[Block]) -> Letter:
    """Part the lines of the head, join those of the title, set head and foot aside; others' pages stay as they are."""
    if not _bears_state([block.text for block in blocks[:_HEAD]]):
        return Letter(blocks)
    top = next((at for at, block in enumerate(blocks[:_HEAD]) if _opens(block)), _HEAD)
    parted = [part for block in blocks[:top] for part in _parted(block)]
    parted += blocks[top:]
    start, stop = _title(parted)
    if start < 0:
        return Letter(blocks)
    title = replace(parted[start], text=" ".join(one.text for one in parted[start:stop]), reason="")
    head = [_of_head(one) for one in parted[:start]]
    between, rest = _below(parted, start, stop)
    head += between
    dated = next((at for at, one in enumerate(head) if not one.reason), -1)
    return Letter([*head, title, *_without_foot(rest)], fold(title.text), dated)


def _bears_state(lines: Sequence[str]) -> bool:
    """Whether one of some lines bears the name of the state or the party, or the motto."""
    whole = "\n".join(line[:_LONGEST_LINE] for line in lines).upper()
    return any(words in whole for words in _NEEDED) and bool(_STATE.search(whole))


def _parted(block: Block) -> Iterator[Block]:
    """The parts of a line of a head: what stands left and right in it is two things."""
    if block.reason or len(block.text) > _LONGEST_LINE:
        yield block
        return
    for cell in block.text.split(" | "):
        start = 0
        for first, stop in _marks(cell):
            yield from (replace(block, text=one) for one in _stripped(cell[start:first]))
            yield replace(block, text=cell[first:stop])
            start = stop
        yield from (replace(block, text=one) for one in _stripped(cell[start:]))


def _stripped(text: str) -> list[str]:
    return [text.strip()] if text.strip() else []


def _marks(line: str) -> list[tuple[int, int]]:
    """Where the state, the motto, the number and the place with its date stand in a line."""
    spans = [found.span() for mark in (_STATE, _NUMBER) for found in mark.finditer(line)]
    if dated := _DATED.search(line):
        spans.append((_place(line, dated.start()), dated.end()))
    return sorted(spans)


def _is_mark(line: str) -> bool:
    """Whether a line is nothing but a mark of a head."""
    return len(line) <= _LONGEST_LINE and (0, len(line)) in _marks(line)


def _place(line: str, stop: int) -> int:
    """Where the name of the place before a date begins: words with one capital ("Thành phố Huế")."""
    start = stop
    for word in reversed(re.findall(r"\S+\s*", line[:stop])[-5:]):
        bare = word.strip()
        if not (bare.istitle() or bare.lower() in _SMALL_IN_PLACES):
            break
        start -= len(word)
    return start


def _title(blocks: Sequence[Block]) -> tuple[int, int]:
    """The lines of the title: the kind of document and its subject, or "V/v ..."; (-1, -1) where there is none."""
    numbered = -1
    for at, block in enumerate(blocks[: 2 * _HEAD]):
        numbered = at if numbered < 0 and _NUMBER.fullmatch(block.text) else numbered
        if _is_kind(block):
            return at, _end_of_title(blocks, at)
    for at, block in enumerate(blocks[: 2 * _HEAD]):
        if numbered >= 0 and _SUBJECT.match(fold(block.text[:_LONGEST_LINE])):
            return at, _end_of_title(blocks, at)
    return -1, -1


def _opens(block: Block) -> bool:
    """Whether the head is over: at the title, or where those written to are named; rows of tables below stay whole."""
    return _is_kind(block) or fold(block.text[:_LONGEST_LINE]).startswith("kinh gui")


def _is_kind(block: Block) -> bool:
    found = _KIND.match(block.text)
    return found is not None and found[0].isupper() and len(block.text) <= _LONGEST_LINE


def _end_of_title(blocks: Sequence[Block], start: int) -> int:
    stop = start + 1
    while stop < min(len(blocks), start + 1 + _MOST_LINES) and _is_title(blocks, start, stop):
        stop += 1
    return stop


def _is_title(blocks: Sequence[Block], start: int, at: int) -> bool:
    """Whether a line goes on with the title: the first below the kind, and those that a comma or their words tie to it."""
    line, before = blocks[at].text, blocks[at - 1].text
    folded = fold(line[:_LONGEST_LINE])
    if blocks[at].reason or len(line) > _LONGEST_LINE or line[-1] in ".:;" or not line[0].isalnum():
        return False
    if " | " in line or _marks(line) or _OPENS_TEXT.match(folded):
        return False
    is_subject = at == start + 1 and bool(_KIND.fullmatch(before))
    goes_on = line[0].islower() or bool(_GOES_ON.match(folded)) or (line + before).isupper()
    return is_subject or goes_on or before[-1] in ",-–"


def _of_head(block: Block) -> Block:
    """A line above the title: the date is kept, all else is set aside."""
    dated = not block.reason and _DATED.search(block.text) and _WHOLE_DATE.search(fold(block.text))
    return block if dated else replace(block, reason=block.reason or noise.HEAD)


def _below(blocks: Sequence[Block], start: int, stop: int) -> tuple[list[Block], list[Block]]:
    """What of the head is read after the title (a letter's right column), which goes before it, and the text."""
    is_letter = bool(_SUBJECT.match(fold(blocks[start].text[:10])))
    near = range(stop, min(len(blocks), stop + _MOST_LINES)) if is_letter else range(0)
    end = max((at + 1 for at in near if _is_mark(blocks[at].text)), default=stop)
    return [_of_head(one) for one in blocks[stop:end]], list(blocks[end:])


def _without_foot(blocks: list[Block]) -> list[Block]:
    """The text with "Nơi nhận: ..." and the signature set aside; an appendix below goes on being text."""
    short = [at for at, one in enumerate(blocks) if len(one.text) <= _LONGEST_LINE]
    at = next((at for at in reversed(short) if _RECIPIENTS.match(fold(blocks[at].text))), -1)
    if at < 0:
        return blocks
    start, stop = _signature_above(blocks, at), at
    while stop < len(blocks) and not _ends_foot(blocks[stop].text):
        stop += 1
    foot = [replace(one, reason=one.reason or noise.FOOT) for one in blocks[start:stop]]
    return [*blocks[:start], *foot, *blocks[stop:]]


def _ends_foot(line: str) -> bool:
    return noise.is_prose(line) or bool(_APPENDIX.match(fold(line[:_LONGEST_LINE])))


def _signature_above(blocks: Sequence[Block], recipients: int) -> int:
    """Where the signature begins that was read before the recipients; `recipients` where none was."""
    first = max(0, recipients - _ABOVE_RECIPIENTS)
    for at in range(first, recipients):
        folded = fold(blocks[at].text[:_LONGEST_LINE])
        if blocks[at].text.isupper() and all(map(_SIGNED.fullmatch, folded.split(" | "))):
            return at
    return recipients


def issuer(lines: Sequence[str]) -> tuple[int, str] | None:
    """Who issued a document: the last office above its number, with the line where its name begins; None for other pages."""
    if not _bears_state(lines):
        return None
    found: tuple[int, str] | None = None
    for at, line in enumerate(lines):
        if _NUMBER.match(line):
            break
        if not line.isupper() or _STATE.search(line):
            continue
        if _OFFICE.match(fold(line)):
            found = at, line
        elif found and found[0] + found[1].count("\n") == at - 1:
            found = found[0], f"{found[1]}\n{line}"
    return found and (found[0], " ".join(found[1].split()))
