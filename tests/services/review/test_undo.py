"""Any run of decisions, undone, leaves the dossier as it was; redone, as it became."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from examples import examples
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import Block, Kind, ParsedArticle, Proposal, Span, Status, Task
from tttt_desktop.services import consolidation, correcting, fields, following, history, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.storage import suggestions
from tttt_desktop.storage.articles import add_article, add_source

TEXT = """Hội nghị tổng kết năm 2022
Doanh thu bưu chính đạt 742,67 tỷ đồng, tăng 6,4%.
Tuy nhiên, sóng di động còn yếu ở vùng cao do địa hình chia cắt.
Ông Nguyễn Văn Mẫu yêu cầu Sở xoá vùng lõm theo Quyết định số 139/QĐ-UBND ngày 10/01/2014;
Sở tiếp tục phát triển hạ tầng số."""
TASK = Task(lead="Sở Mẫu", cooperating=("UBND xã",), deadline_text="quý II/2023")


def place(line: int) -> Span:
    """Where a line of the text stands."""
    before = TEXT.split("\n")[:line]
    start = sum(map(len, before)) + len(before)
    return Span(start, start + len(TEXT.split("\n")[line]))


PROPOSALS = (
    Proposal(place(1), Kind.ACHIEVEMENT, 0.9, "cue", "có số liệu", "Bưu chính"),
    Proposal(place(2), Kind.SHORTCOMING, 0.8, "cue", "có «còn yếu»", cause="do địa hình chia cắt"),
    Proposal(place(3), Kind.TASK, 0.7, "speech", "có «yêu cầu»", task=TASK),
)


def dump(dossier: Dossier) -> str:
    """All that a dossier says, without its history and the archive of source files."""
    conn = dossier.store.conn
    tables = [
        row[0]
        for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not row[0].startswith(
            ("sqlite_", "_", "revision", "source", "article_fts_", "annotation_fts_")
        )
    ]
    rows = {
        table: [list(row) for row in conn.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid")]
        for table in sorted(tables)
    }
    return json.dumps(rows, ensure_ascii=False, default=bytes.hex, indent=0)


def found_in(text: str) -> list[Proposal]:
    """A suggestion for each line, which says the line as its reason."""
    starts = [match.start() for match in re.finditer(r"^.+$", text, re.MULTILINE)]
    lines = text.split("\n")
    return [
        Proposal(Span(start, start + len(line)), Kind.TASK, 0.5, "late", line)
        for start, line in zip(starts, lines, strict=True)
    ]


class Decisions(RuleBasedStateMachine):
    """Random decisions; after each, everything may be taken back and made again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "hồ sơ.tttt"
        self.seconds = 0
        self.dossier = Dossier.create(self.path, clock=self.clock)
        self.empty = dump(self.dossier)
        self.count = 0

    def clock(self) -> datetime:
        """A second later each time it is asked: what merges with what must not depend on how busy the machine is."""
        self.seconds += 1
        return datetime(2026, 1, 5, 8) + timedelta(seconds=self.seconds)

    @initialize(parsed=st.just(None))
    def start(self, parsed: None) -> None:
        self.add()

    @rule()
    def add(self) -> None:
        self.import_one(PROPOSALS)

    @rule()
    def add_unread(self) -> None:
        self.import_one(None)

    def import_one(self, proposals: Sequence[Proposal] | None) -> None:
        """Store an article; None: nobody has looked for suggestions yet."""
        self.count += 1
        raw = f"{TEXT}{self.count}".encode()
        lines = [Block(line) for line in TEXT.split("\n")]
        noise = [Block(text, "Lượt xem") for text in ("Trước một.", "Trước hai.", "Sau cùng.")]
        blocks = (lines[0], noise[0], noise[1], *lines[1:], noise[2])
        sha256 = f"{self.count:064d}"
        article = ParsedArticle("b.txt", "txt", sha256, raw, blocks, title="Bài")
        with self.dossier.store.change("Nhập 1 bài viết"):
            add_article(self.dossier.store, article, proposals)

    @rule(pick=st.randoms(use_true_random=False), kind=st.sampled_from(list(Kind)))
    def annotate(self, pick: Any, kind: Kind) -> None:
        for article_id in self.articles(pick):
            text = self.dossier.page(article_id).text
            start = pick.randrange(len(text))
            span = Span(start, min(len(text), start + pick.randrange(1, 90)))
            self.attempt(review.annotate, article_id, span, kind, field="Bưu chính", note="n")

    @rule(pick=st.randoms(use_true_random=False), kind=st.sampled_from([None, *Kind]))
    def accept(self, pick: Any, kind: Kind | None) -> None:
        self.with_row(pick, "suggestion", review.accept, kind)

    @rule(pick=st.randoms(use_true_random=False))
    def decline(self, pick: Any) -> None:
        self.with_row(pick, "suggestion", review.decline)

    @rule(pick=st.randoms(use_true_random=False), every=st.booleans())
    def decide_all(self, pick: Any, every: bool) -> None:
        act = review.accept_all if every else review.decline_all
        self.with_row(pick, "article", act)

    @rule(pick=st.randoms(use_true_random=False), kind=st.sampled_from(list(Kind)))
    def change_kind(self, pick: Any, kind: Kind) -> None:
        self.with_row(pick, "annotation", review.change_kind, kind)

    @rule(
        pick=st.randoms(use_true_random=False), start=st.integers(0, 200), size=st.integers(1, 60)
    )
    def move(self, pick: Any, start: int, size: int) -> None:
        self.with_row(pick, "annotation", review.move, Span(start, start + size))
        self.with_row(pick, "annotation", review.set_cause, Span(start, start + size))

    @rule(pick=st.randoms(use_true_random=False), words=st.sampled_from(["", "a", "ă", "Sở Mẫu"]))
    def edit(self, pick: Any, words: str) -> None:
        self.with_row(pick, "annotation", review.edit_annotation, statement=words)
        self.with_row(pick, "annotation", review.edit_annotation, field=words, cause=words)
        self.with_row(pick, "annotation", review.edit_task, lead=words, cooperating=[words, "b"])
        self.with_row(
            pick, "annotation", review.edit_task, documents=words, status=pick.choice(list(Status))
        )
        self.with_row(pick, "article", review.edit_article, title=words or "t", plan_year=2023)

    @rule(pick=st.randoms(use_true_random=False))
    def remove(self, pick: Any) -> None:
        self.with_row(pick, "annotation", review.remove_annotation)

    @rule(pick=st.randoms(use_true_random=False))
    def remove_article(self, pick: Any) -> None:
        self.with_row(pick, "article", review.remove_article)

    @rule(pick=st.randoms(use_true_random=False))
    def restore(self, pick: Any) -> None:
        self.with_row(pick, "aside", review.restore_aside)

    @rule(pick=st.randoms(use_true_random=False))
    def correct(self, pick: Any) -> None:
        for article_id in self.articles(pick):
            lines = self.dossier.page(article_id).text.split("\n")
            pick.shuffle(lines)
            self.attempt(correcting.correct, article_id, "\n".join(lines[: pick.randrange(6) + 1]))

    @rule(pick=st.randoms(use_true_random=False))
    def add_source(self, pick: Any) -> None:
        self.count += 1
        raw = f"{self.count}".encode()
        blocks = (Block("Báo khác đăng lại"),)
        again = ParsedArticle("c.txt", "txt", f"{self.count:064d}", raw, blocks, title="Bản tin")
        for article_id in self.articles(pick):
            with self.dossier.store.change("Giữ thêm một nguồn"):
                add_source(self.dossier.store, article_id, again)

    @rule(pick=st.randoms(use_true_random=False))
    def look(self, pick: Any) -> None:
        """What a background job does at any time: suggestions for some of the articles that have none."""
        waiting = self.dossier.unsuggested(9)
        chosen = pick.sample(waiting, pick.randrange(len(waiting) + 1))
        before = self.dossier.history()
        found = {one: found_in(self.dossier.page(one).text) for one in chosen}
        suggestions.put(self.dossier.store, found)
        assert self.dossier.history() == before
        assert not {*chosen} & {*self.dossier.unsuggested(9)}

    @rule(pick=st.randoms(use_true_random=False), steps=st.integers(1, 6))
    def look_in_the_past(self, pick: Any, steps: int) -> None:
        """Suggestions found while changes are undone go when these are made again, and come back."""
        undone = sum(self.dossier.undo() is not None for _ in range(steps))
        self.look(pick)
        self.is_sound()
        before = dump(self.dossier)
        for _ in range(undone):
            self.dossier.redo()
        self.is_sound()
        for _ in range(undone):
            self.dossier.undo()
        assert dump(self.dossier) == before

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.dossier.undo()

    @rule(pick=st.randoms(use_true_random=False))
    def consolidate(self, pick: Any) -> None:
        """What is done with marks of several articles in Tổng hợp."""
        conn = self.dossier.store.conn
        marks = [row[0] for row in conn.execute("SELECT id FROM annotation")]
        chosen = pick.sample(marks, min(len(marks), 2))
        if not chosen:
            return
        self.attempt(consolidation.merge, chosen)
        self.attempt(consolidation.leave_out, chosen[:1], pick.random() < 0.5)
        self.attempt(consolidation.move, chosen[:1], before=None, field=pick.choice([None, "Mới"]))
        for (line_id,) in conn.execute("SELECT min(id) FROM line HAVING min(id) > 0").fetchall():
            if pick.random() < 0.3:
                self.attempt(consolidation.unmerge, [line_id])

    @rule(pick=st.randoms(use_true_random=False))
    def follow(self, pick: Any) -> None:
        """What is done in Theo dõi nhiệm vụ, with marks of any article as evidence."""
        conn = self.dossier.store.conn
        marks = [row[0] for row in conn.execute("SELECT id FROM annotation")]
        years = following.years(self.dossier)
        for year, _ in [pick.choice(years)] if years else []:
            chosen = [row.id for row in following.rows(self.dossier, year)][: pick.randrange(1, 4)]
            decide = pick.choice([following.accept, following.link, following.decline])
            self.attempt(decide, chosen[0], pick.choice(marks), year)
            self.attempt(following.unlink, chosen[0], pick.choice(marks))
            self.attempt(following.set_note, chosen[0], pick.choice(["", "xong"]), year)
            if pick.random() < 0.5:
                self.attempt(following.set_status, chosen, pick.choice(list(Status)), year)
            self.attempt(following.carry_over, chosen, year)
            if pick.random() < 0.3:
                self.attempt(following.carry_back, chosen, year)

    @rule(pick=st.randoms(use_true_random=False))
    def arrange_fields(self, pick: Any) -> None:
        one, other = pick.sample([field.id for field in fields.all_fields(self.dossier)], 2)
        if len(fields.all_fields(self.dossier)) > 4:
            self.attempt(fields.merge_fields, one, other)
        self.attempt(fields.rename_field, other, f"Lĩnh vực {pick.randrange(5)}")

    @rule(pick=st.randoms(use_true_random=False))
    def undo_alone(self, pick: Any) -> None:
        """One change is undone among others, or refused; the others are untouched, and it can be taken back."""
        standing = [one for one in self.dossier.history() if not one.undone]
        if not standing:
            return
        chosen = pick.choice(standing)
        before = dump(self.dossier)
        try:
            history.undo_alone(self.dossier, chosen)
        except UserError:
            assert dump(self.dossier) == before
            assert chosen != standing[0]  # nothing can stand in the way of the last one
            return
        self.is_sound()
        after = dump(self.dossier)
        self.dossier.undo()
        assert dump(self.dossier) == before
        if chosen == standing[0]:
            self.dossier.undo()
            assert dump(self.dossier) == after
            self.dossier.redo()
        self.dossier.redo()
        assert dump(self.dossier) == after

    @rule(pick=st.randoms(use_true_random=False))
    def go_to(self, pick: Any) -> None:
        """Going back and forth in the history ends where single steps would have."""
        places = [0, *(one.id for one in self.dossier.history())]
        here = max((one.id for one in self.dossier.history() if not one.undone), default=0)
        before = dump(self.dossier)
        for place in (pick.choice(places), here):
            while history.go_to(self.dossier, place) is not None:
                pass
            assert all(one.undone == (one.id > place) for one in self.dossier.history())
        assert dump(self.dossier) == before

    @rule(pick=st.randoms(use_true_random=False))
    def bring_back(self, pick: Any) -> None:
        """A removed article comes back as it was."""
        gone = history.removed(self.dossier)
        if gone:
            chosen = pick.choice(gone)
            self.attempt(history.restore, chosen)
            assert chosen.article_id in self.dossier.article_ids()

    @rule()
    def reopen(self) -> None:
        self.dossier.close()
        self.dossier = Dossier.open(self.path, clock=self.clock)

    @invariant()
    def all_is_sound_and_can_be_taken_back(self) -> None:
        self.is_sound()
        while self.dossier.redo():
            pass
        full = dump(self.dossier)
        steps = 0
        while self.dossier.undo():
            steps += 1
        assert dump(self.dossier) == self.empty
        assert self.dossier.check() == []
        for _ in range(steps):
            self.dossier.redo()
        assert dump(self.dossier) == full

    def is_sound(self) -> None:
        """The file is whole, and each open suggestion stands on the words it was made for."""
        assert self.dossier.check() == []
        for article_id in self.dossier.article_ids():
            page = self.dossier.page(article_id)
            for one in page.suggestions:
                if one.proposal.rule == "late":
                    words = set(one.proposal.reason.split())
                    assert words & set(one.proposal.span.of(page.text).split())

    def teardown(self) -> None:
        self.dossier.close()
        self.folder.cleanup()

    def articles(self, pick: Any) -> list[int]:
        """One article, or none when all are gone."""
        ids = self.dossier.article_ids()
        return [pick.choice(ids)] if ids else []

    def with_row(
        self, pick: Any, table: str, act: Callable[..., object], *values: Any, **more: Any
    ) -> None:
        """Do something to a random row of a table, if there is one."""
        ids = [row[0] for row in self.dossier.store.conn.execute(f"SELECT id FROM {table}")]
        if ids:
            self.attempt(act, pick.choice(ids), *values, **more)

    def attempt(self, act: Callable[..., object], *values: Any, **more: Any) -> None:
        """Do it, or be told why not; either way what it says it touched must be true."""
        try:
            act(self.dossier, *values, **more)
        except UserError:
            return
        changed = self.dossier.last_changed
        if changed.touches(
            "annotation", "task", "figure", "suggestion", "article", "body", "aside"
        ):
            assert changed.articles


TestDecisions = Decisions.TestCase
TestDecisions.settings = settings(max_examples=examples(8), stateful_step_count=12)


class ManyDecisions(Decisions):
    """The same, for longer."""


TestManyDecisions = pytest.mark.slow(ManyDecisions.TestCase)
TestManyDecisions.settings = settings(max_examples=examples(20), stateful_step_count=20)
