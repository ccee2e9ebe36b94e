"""What is learned follows from the decisions: taken back with them, the same after opening again, forgotten, carried."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import office
import pytest
from examples import examples
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.strategies import integers, sampled_from

from tttt_desktop.domain.errors import UserError
from tttt_desktop.domain.records import (
    Block,
    Kind,
    ParsedArticle,
    Span,
)
from tttt_desktop.domain.text import units
from tttt_desktop.services import lore, review
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.learned import Lore
from tttt_desktop.services.learning import Learner
from tttt_desktop.storage import annotations
from tttt_desktop.storage.articles import add_article
from tttt_desktop.suggesting.suggest import suggest

TEXTS = [article.text for article in office.articles(4)]
KINDS = list(Kind)
FIELDS = ("Viễn thông", "An toàn thông tin", "Của riêng phòng tôi")


def article(text: str, number: int) -> ParsedArticle:
    """A text as importing hands it over."""
    blocks = tuple(Block(line) for line in text.split("\n"))
    return ParsedArticle(
        f"{number}.txt", "txt", f"{number:064}", b"", blocks, title=f"Bài {number}"
    )


def fill(dossier: Dossier, texts: list[str]) -> list[int]:
    """Articles with what the rules find in them."""
    with dossier.store.change("Nhập bài viết"):
        return [
            add_article(dossier.store, article(text, number), suggest(text))
            for number, text in enumerate(texts)
        ]


def learned(dossier: Dossier) -> tuple[Any, ...]:
    """What a learner that starts now learns: all counts."""
    learner = Learner(dossier)
    learner.learn_on()
    return counts(learner)


def counts(learner: Learner) -> tuple[Any, ...]:
    """All counts of a learner, as they are now."""
    model = learner.model
    return model.size, deepcopy(model.kinds), deepcopy(model.fields)


@pytest.fixture
def ids(dossier: Dossier) -> list[int]:
    """The articles of the office."""
    return fill(dossier, TEXTS)


@pytest.fixture
def learner(dossier: Dossier, ids: list[int]) -> Learner:
    """A learner that knows nothing yet."""
    return Learner(dossier)


def open_ones(dossier: Dossier, article_id: int) -> list[int]:
    """The open suggestions of an article."""
    return [one.id for one in dossier.page(article_id).suggestions]


def kind_steps(learner: Learner) -> dict[str, int]:
    """From which class to which the decisions went."""
    learner.learn_on()
    return learner.model.kinds.get("", {})


def test_each_decision_teaches_and_its_undoing_takes_it_back(
    dossier: Dossier, ids: list[int], learner: Learner
) -> None:
    first, second, third = open_ones(dossier, ids[0])[:3]
    text = dossier.page(ids[0]).text
    start = text.index("Hội nghị kết thúc")
    acts: list[Callable[[], object]] = [
        lambda: review.accept(dossier, first),
        lambda: review.decline(dossier, second),
        lambda: review.accept(dossier, third, Kind.SHORTCOMING),
        lambda: review.change_kind(dossier, annotation_of(dossier, first), Kind.TASK),
        lambda: review.edit_task(dossier, annotation_of(dossier, first), basis="own plan"),
        lambda: review.edit_annotation(dossier, annotation_of(dossier, third), field=FIELDS[2]),
        lambda: review.annotate(dossier, ids[0], Span(start, len(text)), Kind.ACHIEVEMENT),
        lambda: review.remove_annotation(dossier, annotation_of(dossier, third)),
        lambda: review.mark_done(dossier, ids[0]),
    ]
    steps = [counts(learner)]
    for act in acts:
        act()
        learner.note(dossier.last_changed)
        learner.learn_on()
        steps.append(counts(learner))
        assert counts(learner) == learned(dossier)
        assert steps[-1] != steps[-2]
    for before in steps[-2::-1]:
        assert dossier.undo()
        learner.note(dossier.last_changed)
        learner.learn_on()
        assert counts(learner) == before


def annotation_of(dossier: Dossier, suggestion_id: int) -> int:
    """The mark made of a suggestion."""
    found = annotations.suggestion(dossier.store.conn, suggestion_id).annotation_id
    assert found is not None
    return found


def test_a_decision_says_from_what_to_what(
    dossier: Dossier, ids: list[int], learner: Learner
) -> None:
    result = next(one for one in dossier.page(ids[0]).suggestions if one.proposal.kind is KINDS[0])
    review.accept(dossier, result.id, Kind.TASK)
    learner.note(dossier.last_changed)
    assert kind_steps(learner) == {"KT": 1}
    review.change_kind(dossier, annotation_of(dossier, result.id), Kind.ACHIEVEMENT)
    learner.note(dossier.last_changed)
    assert kind_steps(learner) == {"KK": 1}
    review.remove_annotation(dossier, annotation_of(dossier, result.id))
    learner.note(dossier.last_changed)
    assert kind_steps(learner) == {"KN": 1}


def test_a_mark_with_other_ends_says_what_the_declined_suggestion_was(
    dossier: Dossier, ids: list[int], learner: Learner
) -> None:
    one = dossier.page(ids[0]).suggestions[0]
    review.decline(dossier, one.id)
    span = one.proposal.span
    review.annotate(dossier, ids[0], Span(span.start, span.stop - 6), Kind.SHORTCOMING)
    learner.note(dossier.last_changed)
    assert kind_steps(learner) == {"KX": 1}


def test_what_is_left_unmarked_teaches_only_when_the_article_is_done(
    dossier: Dossier, ids: list[int], learner: Learner
) -> None:
    review.accept_all(dossier, ids[0])
    learner.note(dossier.last_changed)
    assert "NN" not in kind_steps(learner)
    review.mark_done(dossier, ids[0])
    learner.note(dossier.last_changed)
    page = dossier.page(ids[0])
    free = [u for u in units(page.text) if not any(u.overlaps(a.span) for a in page.annotations)]
    assert kind_steps(learner)["NN"] == len(free) > 0


def test_a_suggestion_nobody_decided_on_teaches_nothing(
    dossier: Dossier, ids: list[int], learner: Learner
) -> None:
    review.mark_done(dossier, ids[0])
    learner.note(dossier.last_changed)
    assert kind_steps(learner) == {}


def test_learning_is_cut_into_slices(dossier: Dossier, ids: list[int]) -> None:
    for one in ids:
        review.accept_all(dossier, one)
    learner = Learner(dossier)
    assert not learner.learn_on(0.0) or not ids
    assert learner.learn_on()
    assert counts(learner) == learned(dossier)


# -- forgetting and carrying --------------------------------------------------------------------


def test_what_is_forgotten_counts_no_more_and_undo_brings_it_back(
    dossier: Dossier, ids: list[int], learner: Learner
) -> None:
    review.accept_all(dossier, ids[0])
    review.decline_all(dossier, ids[1])
    review.mark_done(dossier, ids[0])
    before = learned(dossier)
    page = dossier.page(ids[0])
    learner.note(lore.forget(dossier))
    learner.learn_on()
    assert counts(learner) == (0, {}, {})
    assert dossier.page(ids[0]) == page
    assert dossier.undo_label == "Quên những gì đã học"
    dossier.undo()
    learner.note(dossier.last_changed)
    learner.learn_on()
    assert counts(learner) == learned(dossier) == before


def test_later_decisions_and_later_changes_of_old_ones_count(
    dossier: Dossier, ids: list[int], learner: Learner
) -> None:
    review.accept_all(dossier, ids[0])
    mark = dossier.page(ids[0]).annotations[0]
    lore.forget(dossier)
    review.edit_annotation(dossier, mark.id, field=FIELDS[2])
    review.decline(dossier, open_ones(dossier, ids[1])[0])
    learner.note(dossier.last_changed)
    assert learned(dossier)[0] == 2
    review.edit_annotation(dossier, mark.id, field=mark.field)
    assert learned(dossier)[0] == 1
    lore.forget(dossier)
    assert learned(dossier)[0] == 0


def test_what_was_learned_comes_along_into_another_dossier(
    dossier: Dossier, ids: list[int], tmp_path: Path
) -> None:
    for one in ids:
        review.accept_all(dossier, one)
        review.mark_done(dossier, one)
    size, kinds, _ = learned(dossier)
    dossier.close()
    carried = lore.lore_of(dossier.path)
    assert carried.size == size
    assert carried.kinds[""] == kinds[""]
    with Dossier.create(tmp_path / "mới.tttt") as other:
        lore.bring(other, dossier.path, carried)
        lore.bring(other, dossier.path, carried)  # the second time takes the place of the first
        assert learned(other)[:2] == (size, carried.kinds)
        other.undo()
        other.undo()
        assert learned(other) == (0, {}, {})
        other.redo()
        lore.forget(other)
        assert learned(other) == (0, {}, {})


def test_a_file_carries_the_same(dossier: Dossier, ids: list[int], tmp_path: Path) -> None:
    review.accept_all(dossier, ids[0])
    learner = Learner(dossier)
    learner.learn_on()
    out = tmp_path / "đã học.json"
    lore.write(Lore.in_model(learner.model), out)
    assert lore.lore_of(out) == Lore.in_model(learner.model)
    before = out.read_bytes()
    lore.write(Lore.in_model(learner.model), out)
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format": "tttt-desktop learned 1"}',
        '{"format": "tttt-desktop learned 1", "size": 1, "kinds": {"a": {"KK": -1}}, "fields": {}}',
        '{"format": "tttt-desktop learned 1", "size": 1, "kinds": {"a": [1]}, "fields": {}}',
        '{"format": "tttt-desktop learned 1", "size": true, "kinds": {}, "fields": {}}',
        "[" * 100_000,
    ],
)
def test_a_file_with_anything_else_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "lạ.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError):
        lore.lore_of(path)


def test_a_dossier_without_decisions_has_nothing_to_bring(dossier: Dossier, ids: list[int]) -> None:
    dossier.close()
    with pytest.raises(UserError, match="không có gì"):
        lore.lore_of(dossier.path)


# -- any run of decisions -----------------------------------------------------------------------


class Decisions(RuleBasedStateMachine):
    """Whatever is decided, undone and redone: the learner that follows knows what one knows that starts anew."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.dossier = Dossier.create(Path(self.folder.name) / "d.tttt")
        self.ids = fill(self.dossier, TEXTS[:2])
        self.learner = Learner(self.dossier)
        self.before: list[tuple[Any, ...]] = []

    def teardown(self) -> None:
        if hasattr(self, "dossier"):
            self.dossier.close()
            self.folder.cleanup()

    def act(self, act: Callable[[], object]) -> None:
        """Do something; what was learned before it belongs to its undo step, if it made one."""
        known, revision = learned(self.dossier), self.dossier.last_changed.revision
        try:
            act()
        except UserError:
            return
        changed = self.dossier.last_changed
        self.learner.note(changed)
        if changed.revision > revision:
            self.before.append(known)

    def pick(self, number: int, state: str) -> int | None:
        article_id = self.ids[number % 2]
        page = self.dossier.page(article_id)
        found = page.suggestions if state == "open" else page.annotations
        return found[number % len(found)].id if found else None

    @rule(number=integers(0, 40), kind=sampled_from([None, *KINDS]))
    def accept(self, number: int, kind: Kind | None) -> None:
        one = self.pick(number, "open")
        if one:
            self.act(lambda: review.accept(self.dossier, one, kind))

    @rule(number=integers(0, 40))
    def decline(self, number: int) -> None:
        one = self.pick(number, "open")
        if one:
            self.act(lambda: review.decline(self.dossier, one))

    @rule(number=integers(0, 40), kind=sampled_from(KINDS))
    def change_kind(self, number: int, kind: Kind) -> None:
        one = self.pick(number, "marked")
        if one:
            self.act(lambda: review.change_kind(self.dossier, one, kind))

    @rule(number=integers(0, 40), field=sampled_from(FIELDS))
    def change_field(self, number: int, field: str) -> None:
        one = self.pick(number, "marked")
        if one:
            self.act(lambda: review.edit_annotation(self.dossier, one, field=field))

    @rule(number=integers(0, 40), kind=sampled_from(KINDS))
    def mark(self, number: int, kind: Kind) -> None:
        article_id = self.ids[number % 2]
        spans = units(self.dossier.page(article_id).text)
        self.act(
            lambda: review.annotate(self.dossier, article_id, spans[number % len(spans)], kind)
        )

    @rule(number=integers(0, 40))
    def remove(self, number: int) -> None:
        one = self.pick(number, "marked")
        if one:
            self.act(lambda: review.remove_annotation(self.dossier, one))

    @rule(number=integers(0, 1))
    def done(self, number: int) -> None:
        self.act(lambda: review.mark_done(self.dossier, self.ids[number]))

    @rule()
    def forget(self) -> None:
        self.act(lambda: lore.forget(self.dossier))

    @rule()
    def undo(self) -> None:
        if self.before and self.dossier.undo():
            self.learner.note(self.dossier.last_changed)
            assert learned(self.dossier) == self.before.pop()

    @rule()
    def undo_and_redo(self) -> None:
        known = learned(self.dossier)
        if self.before and self.dossier.undo():
            self.learner.note(self.dossier.last_changed)
            self.dossier.redo()
            self.learner.note(self.dossier.last_changed)
            assert learned(self.dossier) == known

    @invariant()
    def knows_the_same(self) -> None:
        if hasattr(self, "dossier"):
            self.learner.learn_on()
            assert counts(self.learner) == learned(self.dossier)


Decisions.TestCase.settings = settings(
    max_examples=examples(15), stateful_step_count=15, deadline=None
)
TestDecisions = Decisions.TestCase


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"marks": 3, "declined": [[1]], "done": "x"}', '{"done": [[1, 1000000000000000]]}'],
)
def test_a_damaged_row_of_learning_stops_nothing(
    dossier: Dossier, ids: list[int], content: str
) -> None:
    review.accept_all(dossier, ids[0])
    with dossier.store.change("Hỏng"):
        for kind in ("brought", "forgotten"):
            values = {"kind": kind, "origin": "", "noted_at": "", "content": content}
            dossier.store.insert("learned", values)
    assert learned(dossier)[0] > 0
