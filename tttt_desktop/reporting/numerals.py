"""Numbers and letters of headings, counts and dates as a Vietnamese document writes them."""

from datetime import date

POINTS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese alphabet: đ after d; no f, j, w, z (II.6đ)
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """I, II, III, IV ... of a number from 1 to 89."""
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def point(index: int) -> str:
    """The letter of the point at `index` (from 0): a, b, c, d, đ, e, g ...; after y come aa, ab, ..."""
    again, letter = divmod(index, len(POINTS))
    return (POINTS[again - 1] if again else "") + POINTS[letter]


def count(number: int) -> str:
    """05, 12, 5.000: two digits at least, thousands parted by a point."""
    return f"{number:02d}" if number < 1000 else f"{number:,}".replace(",", ".")


def day(value: date | None) -> str:
    """06/01/2023, or nothing when it is not known."""
    return f"{value:%d/%m/}{value.year:04d}" if value else ""
