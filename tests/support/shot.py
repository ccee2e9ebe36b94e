"""A picture of the screen, asked by pixel; contrast by the formula of WCAG 2."""

from collections import Counter
from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shot:
    """Raw RGB, three bytes a pixel, row after row."""

    width: int
    height: int
    raw: bytes

    def pixel(self, x: int, y: int) -> Colour:
        """The colour at a place."""
        at = 3 * (y * self.width + x)
        return self.raw[at], self.raw[at + 1], self.raw[at + 2]

    def colours(self, x: int, y: int, width: int, height: int) -> Counter[Colour]:
        """How often each colour stands in a rectangle (the part of it that is on the screen)."""
        seen: Counter[Colour] = Counter()
        left, right = max(x, 0), min(x + width, self.width)
        for row in range(max(y, 0), min(y + height, self.height)):
            line = self.raw[3 * (row * self.width + left) : 3 * (row * self.width + right)]
            seen.update(zip(line[::3], line[1::3], line[2::3], strict=True))
        return seen

    def differs(self, other: "Shot", x: int, y: int, width: int, height: int) -> int:
        """How many pixels of a rectangle differ between two pictures."""
        return sum(
            self.pixel(column, row) != other.pixel(column, row)
            for row in range(max(y, 0), min(y + height, self.height))
            for column in range(max(x, 0), min(x + width, self.width))
        )


def rgb(name: str) -> Colour:
    """(r, g, b) of "#rrggbb"."""
    return int(name[1:3], 16), int(name[3:5], 16), int(name[5:7], 16)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def grey(colour: Colour) -> int:
    """What a printer or an eye without colour makes of it, 0 to 255."""
    red, green, blue = colour
    return round(0.299 * red + 0.587 * green + 0.114 * blue)
