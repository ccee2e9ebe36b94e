"""What is wrong with the marks of a document, each said with its mark and its paragraph, before anything is filled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from tttt_desktop.domain.own_template import Problem
from tttt_desktop.reporting.marks.expressions import Fault, shape_of, shape_printed
from tttt_desktop.reporting.marks.names import (
    DRAWN,
    LOOP,
    NUMBER,
    SOURCED,
    TEXT,
    Many,
    Record,
    Shape,
)
from tttt_desktop.reporting.marks.scan import Broken, Mark

_FOR = re.compile(r"for\s+(\w+)\s+in\s+(.+)")
_IF = re.compile(r"(?:if|elif)\s+(.+)")
_WORDS = ("for", "endfor", "if", "elif", "else", "endif")
_BELONGS = {
    SOURCED: "in ra câu có thể kèm chú thích nguồn",
    DRAWN: "in ra biểu đồ",
}
_ENDS = {"endfor": "for", "endif": "if"}


@dataclass(frozen=True, slots=True)
class _Open:
    """A loop or condition that waits for its end; `names` hold inside it."""

    word: str
    mark: Mark
    names: dict[str, Shape]


def problems(found: Iterable[Mark | Broken]) -> list[Problem]:
    """Everything that is wrong, in the order of the document."""
    checker = _Checker()
    for one in found:
        checker.take(one)
    checker.end()
    return sorted(checker.problems, key=lambda one: one.paragraph)


class _Checker:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._story = ""

    def take(self, one: Mark | Broken) -> None:
        """Look at the next mark."""
        if one.story != self._story:
            self.end()
            self._story = one.story
        if isinstance(one, Broken):
            opened = one.written.startswith("{")
            fault = "chưa đóng" if opened else "thiếu phần mở đầu"
            self._say(
                one.paragraph,
                f"Dấu “{one.written}” ở đoạn {one.paragraph} {fault}; một dấu phải nằm gọn trong một đoạn.",
            )
        elif one.kind == "print":
            self._check_print(one)
        elif one.kind == "do":
            self._check_statement(one)

    def end(self) -> None:
        """Whatever still waits for its end lacks it."""
        for left in self._open:
            over = left.mark.over
            self._say(
                left.mark.paragraph,
                f"Dấu {left.mark.written} ở {left.mark.place} chưa có dấu kết thúc {{%{over} end{left.word} %}}.",
            )
        self._open.clear()

    def _say(self, paragraph: int, message: str) -> None:
        self.problems.append(Problem(paragraph, message))

    def _fault(self, mark: Mark, what: str) -> None:
        self._say(mark.paragraph, f"Dấu {mark.written} ở {mark.place} {what}")

    def _check_print(self, mark: Mark) -> None:
        if mark.over:
            self._fault(
                mark, f"bắt đầu bằng “{mark.over}”; để in chữ hãy viết {{{{ {mark.says} }}}}."
            )
            return
        shape = self._shape_in(mark, mark.says)
        if isinstance(shape, Many) and shape.of not in (TEXT, NUMBER):
            self._fault(
                mark,
                f"là một danh sách; hãy dùng {{%p for muc in {mark.says} %}} rồi {{{{ muc }}}}.",
            )
        self._check_outside(mark, shape)

    def _check_outside(self, mark: Mark, shape: Shape | None) -> None:
        """Word has neither footnotes nor our charts in headers, footers, footnotes and text boxes."""
        where = mark.story or ("khung chữ" if mark.boxed else "")
        printed = shape_printed(shape)
        if where and printed in _BELONGS:
            what = f"{_BELONGS[printed]}; Word không nhận ở {where}"
            self._fault(mark, f"{what}, hãy đặt dấu trong phần chữ chính.")

    def _check_statement(self, mark: Mark) -> None:
        word = mark.says.split()[0] if mark.says.split() else ""
        if word not in _WORDS:
            near = get_close_matches(word, _WORDS, 1)
            hint = (
                f"; có phải là {near[0]}?"
                if near
                else "; chỉ dùng được for, if, elif, else và end của chúng."
            )
            self._fault(mark, f"có lệnh “{word}” mà chương trình không dùng{hint}")
            return
        self._check_place(mark)
        if word in ("for", "if"):
            self._begin(mark, word)
        elif word in _ENDS:
            self._finish(mark, _ENDS[word])
        elif not self._open:
            self._fault(mark, "không nằm trong {% if %} nào.")
        elif word == "elif":
            self._condition(mark)

    def _check_place(self, mark: Mark) -> None:
        if mark.over in ("tr", "tc") and not mark.in_table:
            self._fault(
                mark, f"là dấu của bảng nhưng không nằm trong bảng; hãy viết {{%p {mark.says} %}}."
            )
        elif mark.over == "p" and not mark.alone:
            self._fault(mark, "phải đứng một mình trong đoạn, nếu không chữ cùng đoạn sẽ mất.")

    def _begin(self, mark: Mark, word: str) -> None:
        names: dict[str, Shape] = {}
        if word == "if":
            self._condition(mark)
        elif (found := _FOR.fullmatch(mark.says)) is None:
            self._fault(mark, "viết sai; hãy viết dạng {%p for muc in ket_qua %}.")
        else:
            shape = self._shape_in(mark, found[2])
            if shape is not None and not isinstance(shape, Many):
                self._fault(mark, f"lặp qua “{found[2]}”, nhưng đó không phải là một danh sách.")
            names = {found[1]: shape.of if isinstance(shape, Many) else Record(), "loop": LOOP}
        self._open.append(_Open(word, mark, names))

    def _condition(self, mark: Mark) -> None:
        found = _IF.fullmatch(mark.says)
        if found is None:
            self._fault(mark, "thiếu điều kiện; hãy viết dạng {%p if ton_tai %}.")
        else:
            self._shape_in(mark, found[1])

    def _finish(self, mark: Mark, word: str) -> None:
        if not self._open or self._open[-1].word != word:
            waits = f"; đang chờ kết thúc của {self._open[-1].mark.written}" if self._open else ""
            self._fault(mark, f"không có {{% {word} %}} nào trước nó{waits}.")
            return
        begun = self._open.pop().mark
        if begun.over != mark.over:
            self._fault(
                mark, f"phải viết là {{%{begun.over} end{word} %}} như dấu mở {begun.written}."
            )
        elif not begun.over and begun.paragraph != mark.paragraph:
            self._fault(
                begun,
                f"kết thúc ở đoạn khác; hãy viết {{%p {begun.says} %}} và {{%p end{word} %}}.",
            )

    def _shape_in(self, mark: Mark, says: str) -> Shape | None:
        """The shape of an expression; None when something is wrong with it, which is said."""
        try:
            return shape_of(says, [scope.names for scope in self._open])
        except Fault as fault:
            self._fault(mark, str(fault))
            return None
