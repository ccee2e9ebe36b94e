"""The figures of a year beside those of the year before and of the plan, as far as the articles tell them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tttt_desktop.domain.figures import unit_of, value_text
from tttt_desktop.domain.records import Figure, Kind
from tttt_desktop.domain.text import bare_words, fold
from tttt_desktop.reporting.collected import reviewed_year
from tttt_desktop.reporting.lines import Entry
from tttt_desktop.reporting.tree import Appendix, Cell, Column, Row

TITLE = "BIỂU SỐ LIỆU CHỈ TIÊU"
COMPUTED = "(*) Tính từ hai số liệu cùng hàng; các số khác ghi như trong bài viết."
_OF_PLAN = ("kế hoạch", "chỉ tiêu", "dự toán", "mục tiêu", "nghị quyết")
_OF_YEAR_BEFORE = ("cùng kỳ", "năm trước", "năm ngoái")


@dataclass(frozen=True, slots=True)
class _Told:
    figure: Figure
    source: int

    @property
    def amount(self) -> float | None:
        value = self.figure.value
        return None if value is None or self.figure.of else value * unit_of(self.figure)[0]


@dataclass(slots=True)
class _Indicator:
    """One row: what the articles tell of the year, of the year before and of the plan."""

    now: list[_Told] = field(default_factory=list)
    before: list[_Told] = field(default_factory=list)
    plan: list[_Told] = field(default_factory=list)


def table(entries: Sequence[Entry], year: int) -> Appendix:
    """The indicators of which an article tells what they were in `year`; empty cells where no article tells more."""
    rows = tuple(
        _row(number, one, year) for number, one in enumerate(_indicators(entries, year), 1)
    )
    computed = any("(*)" in cell.text for row in rows for cell in row.cells)
    columns = _columns(year)
    return Appendix("", TITLE, True, columns, rows, remarks=(COMPUTED,) if computed else ())


def _columns(year: int) -> tuple[Column, ...]:
    return (
        Column("STT", 760, centred=True),
        Column("Chỉ tiêu", 4027),
        Column("Đơn vị tính", 1500, centred=True),
        Column(f"Năm {year - 1}", 1500, centred=True),
        Column(f"Kế hoạch năm {year}", 1500, centred=True),
        Column(f"Thực hiện năm {year}", 1800, centred=True),
        Column("So với kế hoạch (%)", 1600, centred=True),
        Column("So với cùng kỳ (%)", 1600, centred=True),
    )


def _indicators(entries: Sequence[Entry], year: int) -> list[_Indicator]:
    found: dict[tuple[str, ...], _Indicator] = {}
    for one in (member for entry in entries for member in entry.members):
        column = _column(one, year)
        for figure in one.annotation.figures if column else ():
            if _name(figure) and not _is_change(figure):
                indicator = found.setdefault(_subject(one, figure), _Indicator())
                getattr(indicator, column).append(_Told(figure, one.source))
    return [indicator for indicator in found.values() if indicator.now]


def _column(entry: Entry, year: int) -> str:
    """What a line tells: a result the year it reviews, a task the plan of its own year; "" for any other."""
    kind = entry.annotation.kind
    if kind is Kind.TASK:
        return "plan" if entry.article.year == year else ""
    told = reviewed_year(entry.article)
    columns = {None: "now", year: "now", year - 1: "before"}
    return columns.get(told, "") if kind is Kind.ACHIEVEMENT else ""


def _name(figure: Figure) -> str:
    """What is counted, without the strokes and stops of a table; "" where nothing says it."""
    name = figure.indicator.strip(" |:;,.-–")
    return f"{name[0].upper()}{name[1:]}" if any(map(str.isalpha, name)) else ""


def _is_change(figure: Figure) -> bool:
    return bool(figure.change) and figure.as_printed in figure.change


def _subject(entry: Entry, figure: Figure) -> tuple[str, ...]:
    words = " ".join(bare_words(fold(_name(figure))).split())
    return words, unit_of(figure)[1], fold(entry.article.province)


def _row(number: int, one: _Indicator, year: int) -> Row:
    figure = one.now[0].figure
    return Row(
        (
            Cell(str(number)),
            Cell(_name(figure)),
            Cell(figure.unit),
            _values(one.before, figure.unit),
            _values(one.plan, figure.unit),
            _values(one.now, figure.unit),
            Cell(_compared(one.now, _OF_PLAN) or _share(one)),
            Cell(_compared(one.now, (*_OF_YEAR_BEFORE, f"năm {year - 1}")) or _growth(one)),
        )
    )


def _values(told: Iterable[_Told], unit: str) -> Cell:
    """Each number once, as printed, with the article that tells it first; with its unit where that is another."""
    first: dict[str, int] = {}
    for one in told:
        printed = value_text(one.figure) if one.figure.unit == unit else one.figure.as_printed
        first.setdefault(printed, one.source)
    (text, source), *others = [*first.items()] or [("", 0)]
    also = tuple((f"; {other}\u00a0", number) for other, number in others)
    return Cell(f"{text}\u00a0" if source else text, source, "", also)


def _compared(told: Iterable[_Told], with_what: Sequence[str]) -> str:
    """What the articles themselves say: "tăng 6,4%"."""
    said = (
        one.figure.change
        for one in told
        if any(words in one.figure.compared.lower() for words in with_what)
    )
    return "; ".join(dict.fromkeys(filter(None, said)))


def _share(one: _Indicator) -> str:
    """ "đạt 95,3% (*)" where one number of the year and one of the plan are told."""
    now, plan = _only(one.now), _only(one.plan)
    return f"đạt {_percent(now / plan)} (*)" if now is not None and plan else ""


def _growth(one: _Indicator) -> str:
    """ "tăng 6,4% (*)" where one number of each year is told, and is no share itself."""
    now, before = _only(one.now), _only(one.before)
    if now is None or not before or one.now[0].figure.unit.strip() == "%":
        return ""
    return f"{'tăng' if now >= before else 'giảm'} {_percent(abs(now / before - 1))} (*)"


def _only(told: Iterable[_Told]) -> float | None:
    """The amount that all tell; None when they differ, or tell none."""
    amounts: set[float | None] = {one.amount for one in told}
    return amounts.pop() if len(amounts) == 1 else None


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%".replace(".", ",").replace(",0%", "%")
