"""The one registry of commands: menus, buttons, tooltips, the palette and the key sheet are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from tttt_desktop.ui import theme


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `keys` work in the whole window; `reader_keys` only in the text, so they are merely shown."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    reader_keys: str = ""
    needs: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""  # of mutually exclusive checkable commands
    ends_group: bool = False  # a separator follows in the menu


MENUS = (
    ("file", "&Tệp"),
    ("file/recent", "Mở &gần đây"),
    ("edit", "&Sửa"),
    ("view", "&Xem"),
    ("view/size", "&Cỡ chữ"),
    ("view/theme", "&Giao diện"),
    ("mark", "Đánh &dấu"),
    ("report", "&Báo cáo"),
    ("help", "Trợ &giúp"),
)

COMMANDS = (
    Command("new", "file", "Hồ sơ &mới…", ("Ctrl+N",)),
    Command("open", "file", "Mở &hồ sơ…", ("Ctrl+Shift+O",), icon="folder"),
    Command("sample", "file", "Mở hồ sơ mẫ&u", ends_group=True),
    Command("import", "file", "&Nhập bài viết…", ("Ctrl+O",), needs=("idle",), icon="import"),
    Command("import_folder", "file", "Nhập &cả thư mục…", needs=("idle",)),
    Command(
        "paste",
        "file",
        "&Dán bài viết",
        ("Ctrl+V",),
        needs=("idle",),
        icon="paste",
        ends_group=True,
    ),
    Command("save", "file", "&Lưu", ("Ctrl+S",), needs=("dossier",)),
    Command("backup", "file", "&Sao lưu hồ sơ…", needs=("dossier",), ends_group=True),
    Command("quit", "file", "&Thoát", ("Ctrl+Q",)),
    Command("undo", "edit", "&Hoàn tác", ("Ctrl+Z",), needs=("undo",), icon="undo"),
    Command(
        "redo",
        "edit",
        "&Làm lại",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        needs=("redo",),
        icon="redo",
        ends_group=True,
    ),
    Command("find", "edit", "&Tìm kiếm", ("Ctrl+F",), needs=("articles",), icon="search"),
    Command("find_next", "edit", "Tìm t&iếp", ("F3",), needs=("query",)),
    Command("find_previous", "edit", "Tìm &ngược", ("Shift+F3",), needs=("query",)),
    Command("filter", "edit", "L&ọc…", needs=("articles",), icon="filter", ends_group=True),
    Command(
        "article_details",
        "edit",
        "Thông tin &bài viết…",
        ("Ctrl+I",),
        needs=("article", "writable"),
    ),
    Command(
        "remove_article", "edit", "&Xoá bài viết", needs=("article", "writable"), ends_group=True
    ),
    Command(
        "bring_learned",
        "edit",
        "&Mang những gì đã học từ hồ sơ khác…",
        needs=("dossier", "writable"),
    ),
    Command(
        "forget_learned",
        "edit",
        "&Quên những gì đã học",
        needs=("dossier", "writable"),
        ends_group=True,
    ),
    Command("palette", "edit", "Bảng l&ệnh…", ("Ctrl+K",)),
    Command("list", "view", "&Danh sách bài", ("Ctrl+B",), needs=("articles",), checkable=True),
    Command("cards", "view", "&Thẻ đánh dấu", ("Ctrl+M",), needs=("articles",), checkable=True),
    Command("next_pane", "view", "&Khung tiếp theo", ("F6",), needs=("articles",)),
    Command(
        "previous_pane", "view", "Khung t&rước", ("Shift+F6",), needs=("articles",), ends_group=True
    ),
    Command("zoom_in", "view/size", "&Lớn hơn", ("Ctrl+=", "Ctrl++")),
    Command("zoom_out", "view/size", "&Nhỏ hơn", ("Ctrl+-",)),
    Command("zoom_reset", "view/size", "&Bình thường (100 %)", ("Ctrl+0",)),
    Command("theme_system", "view/theme", "Theo &Windows", checkable=True, group="theme"),
    Command("theme_light", "view/theme", "&Sáng", checkable=True, group="theme"),
    Command("theme_dark", "view/theme", "&Tối", checkable=True, group="theme"),
    Command("full_screen", "view", "Toàn &màn hình", ("F11",), checkable=True),
    Command(
        "mark_achievement",
        "mark",
        "&Kết quả",
        reader_keys="1",
        needs=("article", "writable"),
        icon="achievement",
    ),
    Command(
        "mark_shortcoming",
        "mark",
        "&Tồn tại",
        reader_keys="2",
        needs=("article", "writable"),
        icon="shortcoming",
    ),
    Command(
        "mark_task",
        "mark",
        "N&hiệm vụ",
        reader_keys="3",
        needs=("article", "writable"),
        icon="task",
    ),
    Command(
        "mark_cause",
        "mark",
        "Ng&uyên nhân",
        reader_keys="4",
        needs=("article", "writable"),
        ends_group=True,
    ),
    Command("accept", "mark", "&Nhận gợi ý", reader_keys="Enter", needs=("suggestion", "writable")),
    Command("decline", "mark", "&Bỏ gợi ý", reader_keys="Delete", needs=("suggestion", "writable")),
    Command("why", "mark", "Vì &sao có gợi ý này", reader_keys="F7", needs=("suggestion",)),
    Command(
        "split",
        "mark",
        "Tá&ch theo dấu chấm phẩy",
        reader_keys="Ctrl+T",
        needs=("annotation", "writable"),
    ),
    Command(
        "accept_all",
        "mark",
        "Nhận t&ất cả gợi ý của bài",
        needs=("suggestions", "writable"),
        ends_group=True,
    ),
    Command("edit_fields", "mark", "Sửa ô th&ông tin", ("F2",), needs=("annotation", "writable")),
    Command(
        "statement", "mark", "&Viết lại cho báo cáo", ("F4",), needs=("annotation", "writable")
    ),
    Command(
        "remove_mark",
        "mark",
        "&Xoá đánh dấu",
        reader_keys="Delete",
        needs=("annotation", "writable"),
        ends_group=True,
    ),
    Command(
        "done",
        "mark",
        "Xong, b&ài tiếp",
        ("Ctrl+Enter", "Ctrl+Return"),
        needs=("article", "writable"),
    ),
    Command("next_article", "mark", "Bài t&iếp theo", ("Alt+Down",), needs=("article",)),
    Command("previous_article", "mark", "Bài t&rước", ("Alt+Up",), needs=("article",)),
    Command("report", "report", "&Lập báo cáo Word…", ("F9",), needs=("marks",), icon="report"),
    Command("office", "report", "Thông tin &cơ quan…", needs=("dossier", "writable")),
    Command("guide", "help", "&Hướng dẫn nhanh"),
    Command("keys", "help", "Bảng &phím tắt", ("F1",)),
    Command("about", "help", "&Giới thiệu"),
)

WHY_NOT = {
    "dossier": "Chưa mở hồ sơ nào.",
    "idle": "Đang nhập bài viết, hãy chờ hoặc bấm Dừng.",
    "articles": "Hồ sơ chưa có bài viết nào.",
    "article": "Chưa chọn bài viết.",
    "writable": "Hồ sơ đang mở chỉ đọc.",
    "suggestion": "Con trỏ không đứng ở gợi ý nào.",
    "suggestions": "Bài này không còn gợi ý.",
    "annotation": "Con trỏ không đứng ở đánh dấu nào.",
    "marks": "Chưa có đánh dấu nào để đưa vào báo cáo.",
    "undo": "Chưa có gì để hoàn tác.",
    "redo": "Không có gì để làm lại.",
    "query": "Chưa gõ từ cần tìm.",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def plain(text: str) -> str:
    """The label without its mnemonic sign."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def key_name(keys: str) -> str:
    """A key as it is printed on the keyboard: "Alt+Down" → "Alt+↓" once Qt speaks Vietnamese."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Actions(QObject):
    """One QAction per command, by id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {command.id: self._make(command, window) for command in COMMANDS}
        self._menus: dict[str, QMenu] = {}
        self.refresh_icons()

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _make(self, command: Command, window: QWidget) -> QAction:
        label = _tr(command.text)
        hint = f"\t{command.reader_keys}" if command.reader_keys else ""
        action = QAction(label + hint, window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.setData(command)
        window.addAction(action)
        return action

    def refresh_icons(self) -> None:
        """Draw the icons again, in the colours of the theme that is on."""
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(theme.icon(command.icon))

    def on(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Connect commands to what they do."""
        for command_id, handler in handlers.items():
            self._actions[command_id].triggered.connect(_without_argument(handler))

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for name, label in MENUS:
            parent = self._menus.get(name.partition("/")[0]) if "/" in name else None
            self._menus[name] = (parent or bar).addMenu(_tr(label))
        for command in COMMANDS:
            menu = self._menus[command.menu]
            menu.addAction(self._actions[command.id])
            if command.ends_group:
                menu.addSeparator()

    def menu(self, name: str) -> QMenu:
        """A menu that `fill` made, such as "file/recent"."""
        return self._menus[name]

    def set_facts(self, facts: set[str]) -> None:
        """Enable what the facts allow; what is off says why."""
        for command in COMMANDS:
            missing = [need for need in command.needs if need not in facts]
            action = self._actions[command.id]
            action.setEnabled(not missing)
            action.setToolTip(_tr(WHY_NOT[missing[0]]) if missing else self.tip(command))
            action.setStatusTip(_tr(WHY_NOT[missing[0]]) if missing else "")

    @staticmethod
    def name(command: Command) -> str:
        """The label without mnemonic and dots."""
        return plain(_tr(command.text)).rstrip("…")

    @staticmethod
    def keys(command: Command) -> str:
        """Its first key as printed on the keyboard, or ""."""
        return command.reader_keys or "".join(map(key_name, command.keys[:1]))

    @staticmethod
    def tip(command: Command) -> str:
        """ "Tên lệnh (phím)"."""
        name, keys = Actions.name(command), Actions.keys(command)
        return f"{name} ({keys})" if keys else name

    def enabled(self) -> Iterable[tuple[Command, QAction]]:
        """What can be done now, for the palette."""
        return [(c, self._actions[c.id]) for c in COMMANDS if self._actions[c.id].isEnabled()]


def _without_argument(handler: Callable[[], object]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        handler()

    return call
