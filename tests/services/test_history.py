"""Every kind of change has its inverse; single ones are undone alone, or refused with the reason."""

import ast
import inspect
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

import tttt_desktop.services
from tttt_desktop.domain.errors import NotFound, UserError
from tttt_desktop.domain.figures import find_figures
from tttt_desktop.domain.own_template import Candidate, Place, TemplateKind
from tttt_desktop.domain.records import (
    ArticleFilter,
    Block,
    Kind,
    ParsedArticle,
    Proposal,
    Span,
    Status,
)
from tttt_desktop.domain.returned import Gap
from tttt_desktop.domain.traces import WrittenLine
from tttt_desktop.services import (
    consolidation,
    correcting,
    fields,
    figures,
    filters,
    following,
    history,
    imports,
    lore,
    own_template,
    proofing,
    returned,
    review,
    several,
)
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learned import Lore
from tttt_desktop.services.reports import MadeReport
from tttt_desktop.storage import suggestions
from tttt_desktop.storage.articles import add_article
from tttt_desktop.storage.store import Store

LINES = (
    "Hội nghị tổng kết năm 2022",
    "Doanh thu đạt 742,67 tỷ đồng, tăng 6,4%; thuê bao đạt 95%.",
    "Sóng di động còn yếu ở vùng cao do địa hình.",
    "Ông Nguyễn Văn Mẫu yêu cầu Sở xoá vùng lõm trong quý II;",
    "Sở tiếp tục phát triển hạ tầng số.",
)
TEXT = "\n".join(LINES)
Act = Callable[[Dossier, "Ids"], object]


def place(line: int) -> Span:
    """Where a line of the text stands."""
    start = TEXT.index(LINES[line])
    return Span(start, start + len(LINES[line]))


class Ids:
    """What `filled` made."""

    def __init__(self, dossier: Dossier) -> None:
        self.article = fill(dossier, "một")
        self.other = fill(dossier, "hai")
        self.result = review.annotate(dossier, self.article, place(1), Kind.ACHIEVEMENT)
        self.lack = review.annotate(dossier, self.article, place(2), Kind.SHORTCOMING)
        self.task = review.annotate(dossier, self.article, place(3), Kind.TASK)
        self.next = review.annotate(dossier, self.article, place(4), Kind.TASK)
        page = dossier.page(self.other)
        self.suggestion = page.suggestions[0].id
        self.aside = dossier.page(self.article).asides[0].id


def parsed(name: str) -> ParsedArticle:
    blocks = (Block("336 lượt xem", "Lượt xem"), *map(Block, LINES))
    raw = name.encode()
    return ParsedArticle(
        f"{name}.txt", "txt", raw.hex().zfill(64), raw, blocks, title=f"Bài {name}"
    )


def fill(dossier: Dossier, name: str) -> int:
    """Import an article with two suggestions."""
    found = [Proposal(place(line), Kind.SHORTCOMING, 0.9, "cue", "vì") for line in (1, 2)]
    with dossier.store.change("Nhập 1 bài viết"):
        return add_article(dossier.store, parsed(name), found)


@pytest.fixture
def ids(dossier: Dossier) -> Ids:
    return Ids(dossier)


def dump(dossier: Dossier) -> str:
    """All that a dossier says, without its history."""
    conn = dossier.store.conn
    tables = [
        row[0]
        for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
        if not row[0].startswith(("sqlite_", "_", "revision", "source", "own_template_file"))
        and not row[0].endswith(("_data", "_idx", "_content", "_docsize", "_config"))
    ]
    rows = {
        t: [list(r) for r in conn.execute(f"SELECT rowid, * FROM {t} ORDER BY 1")] for t in tables
    }
    return json.dumps(rows, ensure_ascii=False, default=str)


def merged(d: Dossier, ids: Ids) -> int:
    return consolidation.merge(d, [ids.task, ids.next])


def reword_merged(d: Dossier, ids: Ids) -> None:
    line_id = merged(d, ids)
    (line,) = [line for line in consolidation.all_lines(d) if line.id == line_id]
    consolidation.reword(d, line, "Một câu.")


SOME_LORE = Lore({"chưa": {"shortcoming": 2}}, {}, 2)
SPLIT_AT = place(1).start + LINES[1].index("thuê bao")
HALVES = (Span(place(1).start, SPLIT_AT - 2), Span(SPLIT_AT, place(1).stop))


def merge_halves(d: Dossier, ids: Ids) -> None:
    _, second = review.split(d, ids.result)
    review.merge(d, second)


def save_filter(d: Dossier) -> None:
    filters.save(d, "Của tôi", ArticleFilter(query="sóng"))


REPORT = MadeReport(1, "", "docx", datetime(2023, 1, 1), "briefing", "", {}, Path("a.docx"))


def from_word(dossier: Dossier, ids: Ids) -> list[returned.Returned]:
    """All kinds of things that came back from Word."""
    line_id = merged(dossier, ids)
    found = consolidation.all_lines(dossier)
    (single,) = (line for line in found if ids.result in line.ids)
    (joined,) = (line for line in found if line.id == line_id)
    (lack,) = (line for line in found if ids.lack in line.ids)
    fates = returned.Fate
    new = [
        returned.Finding(fates.CHANGED, WrittenLine("cũ", annotations=line.ids), wording="Câu mới")
        for line in (single, joined)
    ]
    gone = returned.Finding(fates.DROPPED, WrittenLine("cũ", annotations=lack.ids))
    task = WrittenLine("cũ", annotations=(ids.task, ids.next))
    for one in (ids.task, ids.result):
        review.edit_annotation(dossier, one, field="Bưu chính")
    lead = returned.Finding(fates.DETAIL, task, text="Sở Mẫu", detail="lead", new="Sở Mẫu")
    moved = returned.Finding(fates.REORDERED, task, gap=Gap(follower=ids.result))
    added = returned.Finding(fates.ADDED, text="- Câu thêm trong Word")
    found = list(returned.judged(dossier, REPORT, [*new, gone, lead, moved, added]))
    assert all(one.acceptable for one in found)
    return found


def year_of(d: Dossier, ids: Ids) -> int:
    """The year in which both tasks are given."""
    return following.years(d)[0][0]


def unlink(d: Dossier, ids: Ids) -> None:
    following.accept(d, ids.task, ids.result, year_of(d, ids))
    following.unlink(d, ids.task, ids.result)


def carry_back(d: Dossier, ids: Ids) -> None:
    year = year_of(d, ids)
    following.carry_over(d, [ids.task, ids.next], year)
    following.accept(d, ids.task, ids.result, year + 1)
    following.carry_back(d, [ids.task, ids.next], year + 1)


TEMPLATE = Candidate(
    "Mẫu", TemplateKind.SIGNED, b"PK", ("BÁO CÁO",), {"ten_loai": (Place(0, 0, 7),)}
)


def keep_template(d: Dossier) -> object:
    return own_template.keep_template(d, TEMPLATE, "Mẫu của Sở")


def misspelt(d: Dossier, ids: Ids) -> list[proofing.Found]:
    """A wording with two slips, and what is found in it."""
    review.edit_annotation(d, ids.result, statement="Sở đã sử lý xong,tốt")
    return proofing.findings(d)


# By the function that opens the change; what else an example does are further changes of its own.
EXAMPLES: dict[str, Act] = {
    "annotate": lambda d, ids: review.annotate(d, ids.other, place(4), Kind.TASK, field="Mới"),
    "accept": lambda d, ids: review.accept(d, ids.suggestion),
    "decline": lambda d, ids: review.decline(d, ids.suggestion),
    "accept_all": lambda d, ids: review.accept_all(d, ids.other),
    "decline_all": lambda d, ids: review.decline_all(d, ids.other),
    "change_kind": lambda d, ids: review.change_kind(d, ids.task, Kind.ACHIEVEMENT),
    "move": lambda d, ids: review.move(d, ids.result, HALVES[0]),
    "split": lambda d, ids: review.split(d, ids.result),
    "merge": lambda d, ids: (merge_halves(d, ids), merged(d, ids)),
    "remove_annotation": lambda d, ids: review.remove_annotation(d, ids.task),
    "edit_annotation": lambda d, ids: review.edit_annotation(d, ids.result, field="Mới"),
    "edit_task": lambda d, ids: review.edit_task(d, ids.task, lead="Sở", documents="Số 1/QĐ"),
    "set_figures": lambda d, ids: review.set_figures(d, ids.result, find_figures("đạt 7%")),
    "edit": lambda d, ids: figures.edit(d, [(ids.result, 0)], "value", "9,5"),
    "set_cause": lambda d, ids: review.set_cause(d, ids.lack, place(3)),
    "confirm": lambda d, ids: review.confirm(d, ids.task, ["assigner"]),
    "edit_article": lambda d, ids: review.edit_article(d, ids.article, title="Khác", note="n"),
    "mark_done": lambda d, ids: review.mark_done(d, ids.article),
    "remove_article": lambda d, ids: review.remove_article(d, ids.article),
    "restore_aside": lambda d, ids: review.restore_aside(d, ids.aside),
    "_replace": lambda d, ids: correcting.correct(d, ids.article, "Tin mới\n" + TEXT),
    "add_field": lambda d, ids: fields.add_field(d, "Mới"),
    "rename_field": lambda d, ids: fields.rename_field(d, 1, "Mới"),
    "merge_fields": lambda d, ids: fields.merge_fields(d, 1, 2),
    "move_field": lambda d, ids: fields.move_field(d, 1, 4),
    "remove_field": lambda d, ids: fields.remove_field(d, 10),
    "edit_articles": lambda d, ids: several.edit_articles(
        d, [ids.article, ids.other], state="done"
    ),
    "remove_articles": lambda d, ids: several.remove_articles(d, [ids.article, ids.other]),
    "save": lambda d, ids: filters.save(d, "Của tôi", ArticleFilter(query="sóng")),
    "rename": lambda d, ids: (save_filter(d), filters.rename(d, 1, "Khác")),
    "remove": lambda d, ids: (save_filter(d), filters.remove(d, 1)),
    "set_settings": lambda d, ids: d.set_settings({"office.name": "Sở Mẫu"}),
    "store": lambda d, ids: imports.store(d, [imports.Reading("x", parsed("ba"), ())]),
    "bring": lambda d, ids: lore.bring(d, Path("khác.tttt"), SOME_LORE),
    "forget": lambda d, ids: (lore.bring(d, Path("k.tttt"), SOME_LORE), lore.forget(d)),
    "set_field": lambda d, ids: consolidation.set_field(d, [ids.task], "Mới"),
    "reset_order": lambda d, ids: (
        consolidation.move(d, [ids.next], before=ids.task),
        consolidation.reset_order(d),
    ),
    "unmerge": lambda d, ids: consolidation.unmerge(d, [merged(d, ids)]),
    "leave_out": lambda d, ids: consolidation.leave_out(d, [ids.task]),
    "reword": reword_merged,
    "_decide": lambda d, ids: following.accept(d, ids.task, ids.result, year_of(d, ids)),
    "unlink": unlink,
    "_note": lambda d, ids: following.set_status(
        d, [ids.task, ids.next], Status.COMPLETED, year_of(d, ids)
    ),
    "carry_over": lambda d, ids: following.carry_over(d, [ids.task], year_of(d, ids)),
    "carry_back": carry_back,
    "take_over": lambda d, ids: returned.take_over(d, from_word(d, ids)),
    "keep_template": lambda d, ids: keep_template(d),
    "correct_template": lambda d, ids: (
        keep_template(d),
        own_template.correct_template(d, 1, replace(TEMPLATE, fields={})),
    ),
    "rename_template": lambda d, ids: (
        keep_template(d),
        own_template.rename_template(d, 1, "Mẫu khác"),
    ),
    "remove_template": lambda d, ids: (keep_template(d), own_template.remove_template(d, 1)),
    "bring_templates": lambda d, ids: own_template.bring_templates(
        d, [own_template.Brought("Mẫu", TemplateKind.SIGNED, b"PK", {})]
    ),
    "put_in": lambda d, ids: (misspelt(d, ids), proofing.Proof(d).mend(proofing.findings(d))),
    "ignore": lambda d, ids: proofing.ignore(d, misspelt(d, ids)[0]),
    "accept_word": lambda d, ids: proofing.accept_word(d, misspelt(d, ids)[0].wrong),
}  # fmt: skip
# Opened by a function of that name, shown under another one above.
ALSO = {"move": lambda d, ids: consolidation.move(d, [ids.next], before=ids.task, field="Mới"),
        "decline": lambda d, ids: consolidation.decline(d, [ids.task, ids.next])}  # fmt: skip


def opening_changes() -> set[str]:
    """The names of the functions in the services that open a change."""
    (folder,) = tttt_desktop.services.__path__
    found = set()
    for path in Path(folder).rglob("*.py"):
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(one, ast.FunctionDef) and "store.change(" in ast.unparse(one):
                found.add(one.name)
    return found


def test_every_function_that_opens_a_change_is_shown_here() -> None:
    assert opening_changes() == set(EXAMPLES)


@pytest.mark.parametrize("name", [*EXAMPLES, *(f"{name} (Tổng hợp)" for name in ALSO)])
def test_every_kind_of_change_has_its_inverse(
    dossier: Dossier, ids: Ids, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = ALSO[name.split()[0]] if " " in name else EXAMPLES[name]
    opened: set[str] = set()
    before, steps = dump(dossier), len(dossier.history())

    def noting(store: Store, label: str, merge_key: str = "") -> Any:
        frame = inspect.currentframe()
        assert frame is not None
        assert frame.f_back is not None
        opened.add(frame.f_back.f_code.co_name)
        return opened_change(store, label, merge_key)

    opened_change = Store.change
    monkeypatch.setattr(Store, "change", noting)
    act(dossier, ids)
    monkeypatch.undo()
    assert name.split()[0] in opened
    made = len(dossier.history()) - steps
    assert made > 0
    after = [dump(dossier)]
    for _ in range(made):
        dossier.undo()
        after.append(dump(dossier))
    assert after[-1] == before
    assert all(one != other for one, other in pairwise(after))
    for expected in after[-2::-1]:
        dossier.redo()
        assert dump(dossier) == expected
    assert dossier.check() == []
    history.undo_alone(dossier, newest(dossier))
    assert dump(dossier) == after[1]


def newest(dossier: Dossier) -> Any:
    return dossier.history()[0]


def refused(dossier: Dossier, revision: Any) -> str:
    before = dump(dossier)
    with pytest.raises(UserError) as caught:
        history.undo_alone(dossier, revision)
    assert dump(dossier) == before
    return str(caught.value)


def test_a_mark_is_taken_away_from_among_others(dossier: Dossier, ids: Ids) -> None:
    before = dossier.page(ids.article).annotations
    extra = review.annotate(dossier, ids.article, place(0), Kind.TASK)
    chosen = newest(dossier)
    review.edit_annotation(dossier, ids.result, statement="Câu viết")
    review.mark_done(dossier, ids.article)
    history.undo_alone(dossier, chosen)
    page = dossier.page(ids.article)
    assert [mark.id for mark in page.annotations] == [mark.id for mark in before]
    assert extra not in [mark.id for mark in page.annotations]
    assert page.annotations[0].statement == "Câu viết"
    assert page.article.state == "done"
    assert dossier.undo_label == "Hoàn tác riêng «Đánh dấu nhiệm vụ»"
    dossier.undo()
    assert extra in [mark.id for mark in dossier.page(ids.article).annotations]


def test_one_value_goes_back_while_another_of_the_same_mark_stays(
    dossier: Dossier, ids: Ids
) -> None:
    review.edit_annotation(dossier, ids.result, note="ghi chú")
    chosen = newest(dossier)
    review.edit_annotation(dossier, ids.result, statement="Câu viết")
    history.undo_alone(dossier, chosen)
    mark = dossier.page(ids.article).annotations[0]
    assert (mark.note, mark.statement) == ("", "Câu viết")
    assert dossier.search("ghi chú") == []
    assert dossier.search("Câu viết") != []


def test_what_stands_in_the_way_is_named_with_its_time(tmp_path: Path) -> None:
    times = iter(datetime(2026, 3, 4, 14, 0) + timedelta(minutes=n) for n in range(999))
    now = datetime(2026, 3, 4, 15, 0)

    def clock() -> datetime:
        return next(times, now)

    with Dossier.create(tmp_path / "a.tttt", clock=clock) as dossier:
        ids = Ids(dossier)
        chosen = next(one for one in dossier.history() if one.label == "Đánh dấu nhiệm vụ")
        review.edit_task(dossier, ids.next, deadline_text="quý III")
        by = newest(dossier)
        said = refused(dossier, chosen)
    assert said == (
        f"Không hoàn tác riêng được: «{by.label}» lúc {by.at:%H:%M} đã đổi cùng đánh dấu này."
        " Hãy hoàn tác mục ấy trước."
    )


def test_the_same_value_changed_again_stands_in_the_way(dossier: Dossier, ids: Ids) -> None:
    review.edit_annotation(dossier, ids.result, note="một")
    chosen = newest(dossier)
    review.edit_article(dossier, ids.article, note="khác chỗ")
    review.edit_annotation(dossier, ids.result, note="hai")
    assert "đã đổi cùng đánh dấu này" in refused(dossier, chosen)
    dossier.undo()
    history.undo_alone(dossier, chosen)
    assert dossier.page(ids.article).annotations[0].note == ""


def test_an_import_stays_once_its_article_was_worked_on(dossier: Dossier, ids: Ids) -> None:
    imported = dossier.history()[-1]
    assert imported.label == "Nhập 1 bài viết"
    assert "«Đánh dấu kết quả»" in refused(dossier, imported) or "«Đánh dấu" in refused(
        dossier, imported
    )


def test_a_mark_of_a_removed_article_does_not_come_back_without_it(
    dossier: Dossier, ids: Ids
) -> None:
    review.remove_annotation(dossier, ids.task)
    chosen = newest(dossier)
    review.remove_article(dossier, ids.article)
    assert "«Xoá bài “Bài một”»" in refused(dossier, chosen)


def test_a_corrected_text_keeps_places_of_the_old_one_from_coming_back(
    dossier: Dossier, ids: Ids
) -> None:
    review.remove_annotation(dossier, ids.task)
    removed = newest(dossier)
    correcting.correct(dossier, ids.article, "Tin mới\n" + TEXT)
    corrected = newest(dossier)
    assert "«Sửa nội dung bài viết»" in refused(dossier, removed)
    review.annotate(dossier, ids.article, Span(0, 7), Kind.TASK)
    assert "«Đánh dấu nhiệm vụ»" in refused(dossier, corrected)


def test_a_mark_that_only_moved_with_its_text_may_still_be_taken_away(
    dossier: Dossier, ids: Ids
) -> None:
    chosen = newest(dossier)
    correcting.correct(dossier, ids.article, "Tin mới\n" + TEXT)
    history.undo_alone(dossier, chosen)
    assert ids.next not in [mark.id for mark in dossier.page(ids.article).annotations]
    assert dossier.check() == []


def test_a_name_stays_while_others_use_it_and_goes_when_nobody_does(
    dossier: Dossier, ids: Ids
) -> None:
    review.edit_annotation(dossier, ids.result, field="Mới")
    chosen = newest(dossier)
    review.edit_annotation(dossier, ids.lack, field="Mới")
    history.undo_alone(dossier, chosen)
    assert "Mới" in dossier.fields()
    dossier.undo()
    dossier.undo()
    history.undo_alone(dossier, chosen)
    assert "Mới" not in dossier.fields()


def test_a_field_that_was_added_stays_once_a_mark_has_it(dossier: Dossier, ids: Ids) -> None:
    fields.add_field(dossier, "Mới")
    chosen = newest(dossier)
    review.edit_annotation(dossier, ids.result, field="Mới")
    assert "«Đổi lĩnh vực»" in refused(dossier, chosen)
    assert "đã dùng tới lĩnh vực này" in refused(dossier, chosen)


def test_two_marks_of_a_kind_never_come_to_stand_on_one_passage(dossier: Dossier, ids: Ids) -> None:
    review.remove_annotation(dossier, ids.result)
    chosen = newest(dossier)
    review.annotate(dossier, ids.article, place(1), Kind.ACHIEVEMENT)
    assert "đã ghi lại đoạn này" in refused(dossier, chosen)


def test_what_was_changed_back_by_hand_has_nothing_left_to_undo(dossier: Dossier, ids: Ids) -> None:
    review.edit_annotation(dossier, ids.result, note="một")
    chosen = newest(dossier)
    review.edit_article(dossier, ids.article, title="Khác")
    review.edit_annotation(dossier, ids.result, note="")
    assert "Không còn gì để hoàn tác" in refused(dossier, chosen)


def test_an_undone_line_is_refused(dossier: Dossier, ids: Ids) -> None:
    chosen = newest(dossier)
    dossier.undo()
    with pytest.raises(NotFound):
        history.undo_alone(dossier, chosen)


def test_undoing_alone_twice_is_doing_it_again(dossier: Dossier, ids: Ids) -> None:
    chosen = newest(dossier)
    review.edit_article(dossier, ids.article, title="Khác")
    before = dump(dossier)
    history.undo_alone(dossier, chosen)
    history.undo_alone(dossier, newest(dossier))
    assert dump(dossier) == before
    assert dossier.undo_label == "Làm lại riêng «Đánh dấu nhiệm vụ»"


def test_late_suggestions_go_with_an_import_that_is_undone_alone(
    dossier: Dossier, ids: Ids
) -> None:
    with dossier.store.change("Nhập 1 bài viết"):
        article_id = add_article(dossier.store, parsed("ba"), None)
    chosen = newest(dossier)
    suggestions.put(dossier.store, {article_id: [Proposal(place(2), Kind.TASK, 0.5, "late", "x")]})
    review.edit_article(dossier, ids.other, title="Khác")
    with_them = dump(dossier)
    history.undo_alone(dossier, chosen)
    assert article_id not in dossier.article_ids()
    assert dossier.check() == []
    dossier.undo()
    assert dump(dossier) == with_them


def test_going_back_and_forward_again(dossier: Dossier, ids: Ids) -> None:
    states = [dump(dossier)]
    revisions = [newest(dossier).id]
    for number in range(120):
        column = "title" if number % 2 else "note"
        review.edit_article(dossier, ids.article, **{column: f"Tên {number}"})
        states.append(dump(dossier))
        revisions.append(newest(dossier).id)
    for target in (60, 0, 119, 30):
        commits = 0
        while history.go_to(dossier, revisions[target]) is not None:
            commits += 1
        assert commits > 0
        assert dump(dossier) == states[target]
    assert dossier.redo_label.startswith("Sửa ")


def test_a_page_of_the_history_says_where_and_is_searched(dossier: Dossier, ids: Ids) -> None:
    review.remove_article(dossier, ids.article)
    found = history.page(dossier)
    assert [one.id for one in found] == sorted((one.id for one in found), reverse=True)
    assert found[0].label == "Xoá bài “Bài một”"
    assert (found[0].article_id, found[0].articles) == (None, 1)
    assert found[-2].title == "Bài hai"
    assert [one.id for one in history.page(dossier, found[2].id)] == [one.id for one in found[3:]]
    assert {one.label for one in history.page(dossier, query="danh DAU nhiem")} == {
        "Đánh dấu nhiệm vụ"
    }
    assert [one.title for one in history.page(dossier, query="hai nhap")] == ["Bài hai"]
    assert history.count(dossier) == len(found)


class Bin:
    """The removed articles by title."""

    def __init__(self, dossier: Dossier) -> None:
        self.titles = {one.title: one for one in history.removed(dossier)}


def test_the_bin_brings_an_article_back_with_its_marks_after_a_restart(
    tmp_path: Path,
) -> None:
    with Dossier.create(tmp_path / "a.tttt") as dossier:
        ids = Ids(dossier)
        assert history.removed(dossier) == []
        before = dossier.page(ids.article)
        review.remove_article(dossier, ids.article)
        review.edit_article(dossier, ids.other, title="Khác")
    with Dossier.open(tmp_path / "a.tttt") as dossier:
        (gone,) = history.removed(dossier)
        assert (gone.title, gone.marks, gone.article_id) == ("Bài một", 4, ids.article)
        history.restore(dossier, gone)
        assert dossier.page(ids.article) == before
        assert dossier.undo_label == "Khôi phục bài “Bài một”"
        assert history.removed(dossier) == []
        assert dossier.page(ids.other).article.title == "Khác"
        dossier.undo()
        assert [one.title for one in history.removed(dossier)] == ["Bài một"]


def test_one_of_several_articles_removed_together_comes_back_alone(
    dossier: Dossier, ids: Ids
) -> None:
    before = dossier.page(ids.other)
    several.remove_articles(dossier, [ids.article, ids.other])
    found = Bin(dossier).titles
    assert set(found) == {"Bài một", "Bài hai"}
    history.restore(dossier, found["Bài hai"])
    assert dossier.page(ids.other) == before
    assert set(Bin(dossier).titles) == {"Bài một"}
    history.restore(dossier, Bin(dossier).titles["Bài một"])
    assert len(dossier.page(ids.article).annotations) == 4
    assert dossier.check() == []


def test_the_state_of_several_articles_goes_back_for_all_or_is_refused(
    dossier: Dossier, ids: Ids
) -> None:
    several.edit_articles(dossier, [ids.article, ids.other], state="done")
    chosen = newest(dossier)
    review.edit_article(dossier, ids.other, note="Đã gọi điện")
    history.undo_alone(dossier, chosen)
    states = [dossier.page(one).article.state for one in (ids.article, ids.other)]
    assert states == ["reading", "unread"]
    dossier.undo()
    review.edit_article(dossier, ids.other, state="reading")
    assert "đã đổi cùng bài viết này" in refused(dossier, chosen)


def test_an_undone_removal_is_not_in_the_bin(dossier: Dossier, ids: Ids) -> None:
    review.remove_article(dossier, ids.article)
    dossier.undo()
    assert history.removed(dossier) == []


@pytest.fixture
def long(dossier: Dossier) -> Dossier:
    """A dossier with 100,000 revisions."""
    ids = Ids(dossier)
    image = {"articles": [ids.other], "rows": {"article": {str(ids.other): {"title": "x" * 300}}}}
    filler = json.dumps(image)
    rows = [(f"Sửa {n % 50}", "2026-01-05T09:00:00", filler) for n in range(100_000)]
    conn = dossier.store.conn
    conn.execute("BEGIN")
    conn.executemany("INSERT INTO revision (label, at, changes) VALUES (?, ?, ?)", rows)
    conn.execute("COMMIT")
    return dossier


def steps(conn: Connection, act: Callable[[], object]) -> int:
    """How many thousand instructions the file needed for something: the same on a busy machine."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    conn.set_progress_handler(step, 1_000)
    act()
    conn.set_progress_handler(None, 0)
    return count


@pytest.mark.slow
def test_a_page_of_a_hundred_thousand_changes_does_not_read_all_of_them(long: Dossier) -> None:
    conn = long.store.conn
    newest = history.page(long)
    assert steps(conn, lambda: history.page(long)) < 50
    assert steps(conn, lambda: history.page(long, newest[-1].id)) < 50
    assert steps(conn, lambda: history.page(long, 50_000)) < 50
    assert steps(conn, lambda: history.page(long, query="không có chữ này")) > 50  # reads all
    assert history.page(long, query="không có chữ này") == []
    assert history.removed(long) == []
    history.undo_alone(long, history.page(long, 5)[0])
