"""The names of files inside files: plain words for people, never used as a path."""

import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterable

from tttt_desktop.domain.syllables import is_syllable
from tttt_desktop.domain.text import normalise
from tttt_desktop.importing.draft import words
from tttt_desktop.importing.letters import legacy

_UTF8 = 0x800  # the flag of an entry whose name is UTF-8
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field with the name in UTF-8
_DRIVE = re.compile(r"[A-Za-z]:")
_FORBIDDEN = re.compile(r'[<>:"|?*\n]')
_LONGEST = 120  # characters of one part of a name
_JUNK_FOLDERS = frozenset({"__macosx"})
_JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
_JUNK_ENDINGS = words(
    "png jpg jpeg jfif gif bmp webp svg ico tif tiff heic emf wmf css js mjs map woff woff2 ttf otf eot mp3 mp4 m4a"
    " wav wma avi mov wmv flv mkv webm swf lnk url tmp p7s p7m asc ics vcf"
)
_WORD = re.compile(r"[^\W\d_]+")


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of a zip's entry as its author saw it: by its flag, as UTF-8, else as old Vietnamese or Western letters."""
    if told := _unicode_path(entry.extra):
        return told
    if entry.flag_bits & _UTF8 or entry.orig_filename.isascii():
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        old = raw.decode("cp1252", "replace")
        guesses = (
            raw.decode("cp1258", "replace"),
            *(legacy.convert(old, one) for one in legacy.SCHEMES),
        )
        return next(filter(_is_vietnamese, map(normalise, guesses)), entry.orig_filename)


def _unicode_path(extra: bytes) -> str:
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _UNICODE_PATH:
            return extra[at + 9 : at + 4 + length].decode("utf-8", "replace")
        at += 4 + length
    return ""


def _is_vietnamese(name: str) -> bool:
    """Whether every word with a letter beyond ASCII can be a Vietnamese syllable."""
    odd = [word for word in _WORD.findall(name) if not word.isascii()]
    return bool(odd) and all(map(is_syllable, odd))


def plain_name(name: str) -> str:
    """A name to show: parts joined by "/", without "..", drives, or signs that a file system or a title cannot have."""
    parts = []
    for part in _DRIVE.sub("", normalise(name.replace("\\", "/")), count=1).split("/"):
        clean = _FORBIDDEN.sub("_", part).strip()
        if clean.strip("."):
            parts.append(_shortened(clean))
    return "/".join(parts)


def _shortened(part: str) -> str:
    if len(part) <= _LONGEST:
        return part
    stem, dot, ending = part.rpartition(".")
    return f"{stem[:_LONGEST]}…{dot}{ending[:10]}" if dot else f"{part[:_LONGEST]}…"


def wanted(names: Iterable[str]) -> frozenset[str]:
    """Of plain names those that may be articles: not what a system or a browser puts beside the files one wants."""
    candidates = [name for name in names if not _is_junk(name)]
    pages = frozenset(name.rpartition(".")[0] for name in candidates)
    return frozenset(name for name in candidates if not _is_part_of_page(name, pages))


def _is_junk(name: str) -> bool:
    *folders, last = name.lower().split("/")
    if not last or last.startswith((".", "~$")) or last in _JUNK_NAMES:
        return True
    if any(folder in _JUNK_FOLDERS or folder.startswith(".") for folder in folders):
        return True
    return "." in last and last.rpartition(".")[2] in _JUNK_ENDINGS


def _is_part_of_page(name: str, pages: frozenset[str]) -> bool:
    """Whether a file lies in the folder that a browser made for one of the `pages` (their names without ending)."""
    folders = name.split("/")[:-1]
    return any(
        folder.endswith("_files")
        and "/".join((*folders[:at], folder.removesuffix("_files"))) in pages
        for at, folder in enumerate(folders)
    )


def numbered(names: Iterable[str]) -> list[str]:
    """The names with " (2)", " (3)" before the ending of those that stood before."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        key = name.casefold()
        seen[key] += 1
        stem, dot, ending = name.rpartition(".")
        if seen[key] > 1:
            name = f"{stem} ({seen[key]}).{ending}" if dot else f"{name} ({seen[key]})"
        found.append(name)
    return found
