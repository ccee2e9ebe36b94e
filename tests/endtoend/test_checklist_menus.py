"""A26 in a real window: what the menus show is what the table of commands says, and every word is Vietnamese."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eyes import Eyes, Node

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
MENUS = {
    "t": "Tệp",
    "s": "Sửa",
    "x": "Xem",
    "d": "Đánh dấu",
    "b": "Báo cáo",
    "g": "Trợ giúp",
}
# What has to be in each menu, in this order, with its key ("" where any will do).
STATED = {
    "Tệp": {
        "Hồ sơ mới…": "",
        "Mở hồ sơ…": "",
        "Mở gần đây": "",
        "Nhập bài viết…": "Ctrl+O",
        "Nhập cả thư mục…": "",
        "Dán bài viết": "Ctrl+V",
        "Sao lưu hồ sơ…": "",
        "In…": "Ctrl+P",
        "Thoát": "",
    },
    "Sửa": {
        "Hoàn tác": "Ctrl+Z",
        "Làm lại": "Ctrl+Y",
        "Tìm kiếm": "Ctrl+F",
        "Lọc…": "",
        "Bảng lệnh…": "Ctrl+K",
    },
    "Xem": {
        "Đọc và đánh dấu": "Ctrl+1",
        "Tổng hợp": "Ctrl+2",
        "Theo dõi nhiệm vụ": "Ctrl+3",
        "Số liệu": "Ctrl+4",
        "Danh sách bài": "Ctrl+B",
        "Thẻ đánh dấu": "Ctrl+M",
        "Cỡ chữ": "",
        "Giao diện": "",
        "Toàn màn hình": "F11",
    },
    "Đánh dấu": {
        "Kết quả\t1": "",
        "Tồn tại\t2": "",
        "Nhiệm vụ\t3": "",
        "Nguyên nhân\t4": "",
        "Nhận gợi ý\tEnter": "",
        "Bỏ gợi ý\tDelete": "",
        "Tách theo dấu chấm phẩy": "Ctrl+T",
        "Viết lại cho báo cáo": "F4",
        "Xong, bài tiếp": "Ctrl+Enter",
    },
    "Báo cáo": {
        "Lập báo cáo Word…": "F9",
        "Xem trước": "",
        "Xuất Excel (CSV)…": "",
        "Mẫu báo cáo…": "",
    },
    "Trợ giúp": {"Hướng dẫn nhanh": "", "Bảng phím tắt": "F1", "Giới thiệu": ""},
}
ENGLISH = frozenset(
    """the and or of with file edit view help open close save cancel apply reset copy cut paste select undo redo yes name
    size type date folder look directory new parent detail list options print error warning details hide show search find
    next previous back forward left right step line font""".split()  # noqa: SIM905
)  # without words that are Vietnamese too, or stand on keys


def english(nodes: list[Node]) -> list[str]:
    """Names, descriptions and texts in which an English word stands."""
    said = [words for node in nodes for words in (node.name, node.description)]
    return [words for words in said if ENGLISH & set(words.lower().replace("…", " ").split())]


def entries(eyes: Eyes) -> list[Node]:
    """What stands in the menus that are open."""
    nodes = eyes.walk()
    menus = {node.index for node in nodes if node.role in ("popup menu", "menu")}
    return [n for n in nodes if n.role in ("menu item", "check menu item") and n.parent in menus]


def opened(program: Any, eyes: Eyes, key: str) -> list[Node]:
    """Open a menu of the bar by its key; its entries."""
    program.press(key)
    return entries(eyes)


def test_menus_have_the_stated_labels_and_no_english_word(
    start: Callable[..., Any], eyes: Eyes, sample: Path
) -> None:
    program = start(str(sample))
    for letter, label in MENUS.items():
        found = opened(program, eyes, f"alt+{letter}")
        program.screen.keep(f"A26-{letter}")
        names = [node.name.partition(" «")[0] for node in found]
        assert [name for name in names if name in STATED[label]] == list(STATED[label])
        keys = {node.name.partition(" «")[0]: node.keys for node in found}
        wanted = {name: key for name, key in STATED[label].items() if key}
        assert {name: keys[name] for name in wanted} == wanted
        assert english(found) == []
        program.press("Escape")
    assert english(eyes.walk()) == []


def test_an_entry_is_on_only_when_it_works(
    start: Callable[..., Any], eyes: Eyes, sample: Path
) -> None:
    program = start(str(sample))
    redo = next(n for n in opened(program, eyes, "alt+s") if n.name.startswith("Làm lại"))
    assert "enabled" not in redo.states
    program.press("Escape", "Escape", "Return", "ctrl+z")
    redo = next(n for n in opened(program, eyes, "alt+s") if n.name.startswith("Làm lại"))
    assert "enabled" in redo.states
    assert "«" in redo.name


DIALOGS = {
    "ctrl+o": "Nhập bài viết",
    "ctrl+shift+o": "Mở hồ sơ",
    "ctrl+n": "Hồ sơ mới",
    "ctrl+k": "Bảng lệnh",
    "F1": "Bảng phím tắt",
    "ctrl+i": "Thông tin bài viết",
    "F9": "Lập báo cáo Word",
}


@pytest.mark.parametrize("key", DIALOGS)
def test_dialogs_speak_vietnamese(
    start: Callable[..., Any], eyes: Eyes, sample: Path, key: str
) -> None:
    program = start(str(sample))
    program.press("Return")
    program.open(DIALOGS[key], key)
    eyes.one(role="dialog")
    program.screen.keep(f"A26-{key}")
    assert english(eyes.walk()) == []
