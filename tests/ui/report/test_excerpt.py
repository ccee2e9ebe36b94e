"""What of a long report is looked at before it is written."""

from tttt_desktop.reporting.tree import Briefing, Cell, Item, Office, Section
from tttt_desktop.ui.report.excerpt import ITEMS, excerpt


def items(count: int) -> tuple[Item, ...]:
    return tuple(Item((n,), Cell(f"Dòng {n}")) for n in range(1, count + 1))


def section(label: str, level: int, count: int = 0, *parts: Section) -> Section:
    return Section(level, label, "", items=items(count), parts=parts)


def report(*sections: Section) -> Briefing:
    return Briefing(Office(), "BÁO CÁO", "Kết quả", (), sections, "")


def test_a_short_report_is_looked_at_whole() -> None:
    made = report(section("I", 1, 2, section("1", 2, 3)), section("II", 1))
    assert excerpt(made) == (made, 0)


def test_of_a_long_one_the_first_lines_and_every_main_heading_are_left() -> None:
    first = section("I", 1, 10, section("1", 2, ITEMS), section("2", 2, 5))
    shown, left_out = excerpt(report(first, section("II", 1, 7, section("1", 2, 1))))
    assert [one.label for one in shown.sections] == ["I", "II"]
    (part,) = shown.sections[0].parts
    assert len(shown.sections[0].items) + len(part.items) == ITEMS
    assert shown.sections[1].items == shown.sections[1].parts == ()
    assert left_out == 10 + 5 + 7 + 1


def test_a_part_of_paragraphs_alone_stands_as_long_as_there_is_room() -> None:
    words = Section(2, "1", "", paragraphs=("Năm qua.",))
    shown, _ = excerpt(report(section("I", 1, 0, words, section("2", 2, ITEMS), words)))
    assert [one.label for one in shown.sections[0].parts] == ["1", "2"]
