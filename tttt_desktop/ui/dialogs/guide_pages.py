"""The pages of the guide (resources/help/guide.toml) as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tttt_desktop.domain.text import fold
from tttt_desktop.paths import resource

Keys = tuple[tuple[str, str], ...]  # a key and what it does


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a picture with the words under it, or a table of keys."""

    text: str = ""
    picture: Path | None = None
    keys: Keys = ()

    @property
    def words(self) -> str:
        """All that can be found in it."""
        return " ".join([self.text, *(f"{key} {act}" for key, act in self.keys)])


@dataclass(frozen=True, slots=True)
class GuidePage:
    """`shows` is the key of the view that the page tells of, "" for none."""

    title: str
    shows: str
    parts: tuple[Part, ...]

    def has(self, words: list[str]) -> bool:
        """Whether all of these folded words stand in it."""
        text = fold(" ".join([self.title, *(part.words for part in self.parts)]))
        return all(word in text for word in words)


@cache
def pages() -> tuple[GuidePage, ...]:
    """All pages in their order."""
    content = tomllib.loads((resource("help") / "guide.toml").read_text(encoding="utf-8"))
    return tuple(
        GuidePage(page["title"], page.get("shows", ""), tuple(map(_part, page["parts"])))
        for page in content["page"]
    )


def _part(part: Mapping[str, Any]) -> Part:
    if "picture" in part:
        return Part(part["says"], resource("help") / f"{part['picture']}.png")
    return Part(part.get("text", ""), keys=tuple((key, act) for key, act in part.get("keys", ())))
