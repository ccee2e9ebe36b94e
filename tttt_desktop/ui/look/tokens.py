"""The colours of the program, light and dark, and which of the two is in force."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour by meaning. Text on any surface has a contrast of at least 4.5, a control's border 3 (WCAG 2).

    `bg` is the window, `surface` lists, fields and cards, `raised` hovered things and bars, `paper` the article.
    `text`, `text2`, `text3` fall in weight; `text3` is for meta lines and placeholders. Text on `accent` is `on_accent`;
    `disabled` is the text of what cannot be used now.
    """

    bg: QColor
    surface: QColor
    raised: QColor
    paper: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    on_accent: QColor
    achievement: QColor
    achievement_fill: QColor
    shortcoming: QColor
    shortcoming_fill: QColor
    task: QColor
    task_fill: QColor
    warn: QColor
    warn_fill: QColor
    error: QColor
    error_fill: QColor
    list_selection: QColor
    text_selection: QColor
    border: QColor
    control_border: QColor
    disabled: QColor

    @property
    def contrast(self) -> bool:
        """Whether these are the system's few colours, in which the kinds differ by icon and line only."""
        return self.task == self.text

    @property
    def dark(self) -> bool:
        """Whether text is lighter than the window."""
        return self.text.lightness() > self.bg.lightness()

    def hex(self) -> dict[str, str]:
        """Token name to "#rrggbb", for the style sheet."""
        return {field.name: getattr(self, field.name).name() for field in fields(self)}


def _tokens(**colours: str) -> Tokens:
    return Tokens(**{name: QColor(value) for name, value in colours.items()})


LIGHT = _tokens(
    bg="#F3F5F8",
    surface="#FFFFFF",
    raised="#FAFBFC",
    paper="#FFFFFF",
    text="#1B2330",
    text2="#4B5566",
    text3="#5B6576",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    achievement="#1B6E3C",
    achievement_fill="#DDF3E4",
    shortcoming="#9A4A00",
    shortcoming_fill="#FDE8CF",
    task="#5B3FB0",
    task_fill="#EAE4FB",
    warn="#8A5A00",
    warn_fill="#FFF3D1",
    error="#B3261E",
    error_fill="#FCE4E2",
    list_selection="#E3EEFA",
    text_selection="#B5D3F5",
    border="#DDE1E7",
    control_border="#7F8896",
    disabled="#7F8896",
)

DARK = _tokens(
    bg="#15181D",
    surface="#1C2027",
    raised="#242A33",
    paper="#1E232B",
    text="#E8EBF0",
    text2="#AEB7C4",
    text3="#96A0B0",
    accent="#6CB2FF",
    on_accent="#0B1420",
    achievement="#7FD7A0",
    achievement_fill="#1C3A29",
    shortcoming="#FFB870",
    shortcoming_fill="#46301B",
    task="#BCA9FF",
    task_fill="#322B55",
    warn="#F2CC6B",
    warn_fill="#433714",
    error="#FF9C94",
    error_fill="#4F2422",
    list_selection="#223449",
    text_selection="#2A5285",
    border="#323A46",
    control_border="#7C8798",
    disabled="#7C8798",
)

_TOUCH = 0.3


def high_contrast(system: QPalette) -> Tokens:
    """The system's own colours, for those who asked it for high contrast; kinds then differ by icon and line only."""
    text, window = system.windowText().color(), system.window().color()
    every = {field.name: text for field in fields(Tokens)}
    surfaces = ("bg", "surface", "raised", "paper")
    every |= dict.fromkeys((*surfaces, *(n for n in every if n.endswith("_fill"))), window)
    every |= {"accent": system.highlight().color(), "on_accent": system.highlightedText().color()}
    every["disabled"] = system.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    every["list_selection"] = _mixed(window, system.highlight().color())
    return Tokens(**(every | {"text_selection": window}))


def _mixed(ground: QColor, other: QColor) -> QColor:
    """The ground with a touch of the other: a chosen row is told from the rest, and text on it stays easy to read."""
    parts = (
        (ground.red(), other.red()),
        (ground.green(), other.green()),
        (ground.blue(), other.blue()),
    )
    return QColor(*(round(mine + _TOUCH * (theirs - mine)) for mine, theirs in parts))


_current = LIGHT


def tokens() -> Tokens:
    """The colours in force now. Ask in every paint; never keep them."""
    return _current


def use_tokens(new: Tokens) -> None:
    """Put `new` in force. Only the theme calls this."""
    global _current
    _current = new
