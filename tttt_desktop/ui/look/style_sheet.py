"""The one style sheet: padding, radius and hairlines of the standard controls. Colours come from the tokens.

Widgets ask for a look by dynamic properties, set before they are shown or by `widgets.set_look`: `role` (primary, flat, link, segment, view,
search, keycap, meta, hint, label, error, warn, surface, paper, bar, header, card, cards, notice, popover, bubble, articles, list,
found, field), `large`, `drop`, `drawer`, `tone` and `kind` (a Kind's value).
"""

from string import Template

from tttt_desktop.ui.look.tokens import Tokens

_SHEET = Template("""
QToolTip { color: $text; background: $surface; border: 1px solid $control_border; padding: 3px 6px; }

QMenuBar { background: $bg; color: $text; border: 0; padding: 0 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $list_selection; color: $accent; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: $list_selection; color: $text; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }

QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 5px;
    padding: 0 11px; min-height: 28px; outline: 0;
}
QToolButton { padding: 0 5px; }
QPushButton:hover, QToolButton:hover { background: $raised; border-color: $control_border; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked {
    background: $list_selection;
}
QPushButton:focus { border: 2px solid $accent; padding: 0 10px; min-height: 26px; }
QToolButton:focus { border: 2px solid $accent; padding: 0 4px; min-height: 26px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; background: transparent; }
QDialogButtonBox { button-layout: 3; }
QMessageBox QDialogButtonBox { button-layout: 0; }
QLineEdit > QToolButton { background: transparent; border: 0; padding: 0; min-height: 16px; }

QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled {
    background: $raised; color: $disabled; border-color: $border;
}
QPushButton[large="true"] { min-height: 34px; padding: 0 20px; }
QPushButton[large="true"]:focus { min-height: 32px; padding: 0 19px; }
QPushButton[role="flat"] { background: transparent; border-color: transparent; }
QPushButton[role="flat"]:hover { background: $list_selection; }
QPushButton[role="flat"]:focus { border-color: $accent; }
QPushButton[role="link"] {
    background: transparent; border-color: transparent; color: $accent; padding: 0 4px; text-align: left;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:disabled { color: $text3; }
QPushButton[role="link"]:focus { border-color: $accent; padding: 0 3px; }
QPushButton[role="view"] {
    background: transparent; border-color: transparent; color: $text2; padding: 0 11px;
}
QPushButton[role="view"]:hover { color: $text; background: $raised; }
QPushButton[role="view"]:checked { background: $list_selection; color: $accent; font-weight: 600; }
QPushButton[role="view"]:focus { border-color: $accent; padding: 0 10px; }
QPushButton[role="chip"] {
    background: $list_selection; border-color: transparent; border-radius: 11px; color: $text;
    padding: 0 8px; min-height: 20px;
}
QPushButton[role="chip"]:hover { border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: 18px; }

QLineEdit, QComboBox, QTextEdit[role="field"], QPlainTextEdit[role="field"] {
    background: $surface; color: $text; border: 1px solid $control_border; border-radius: 5px;
    selection-background-color: $text_selection; selection-color: $text; placeholder-text-color: $text3;
}
QLineEdit, QComboBox { padding: 0 8px; min-height: 26px; }
QLineEdit[role="search"] { min-height: 28px; }
QLineEdit[role="search"]:focus { min-height: 26px; }
QTextEdit[role="field"], QPlainTextEdit[role="field"] { padding: 3px 6px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 7px; min-height: 24px; }
QTextEdit[role="field"]:focus, QPlainTextEdit[role="field"]:focus {
    border: 2px solid $accent; padding: 2px 5px;
}
QLineEdit:disabled, QComboBox:disabled { background: $bg; color: $text3; border-color: $border; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(icons:box-arrow.svg); width: 14px; height: 14px; }

QCheckBox, QRadioButton { spacing: 7px; color: $text; border: 2px solid transparent; border-radius: 5px; padding: 1px 3px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QAbstractItemView::indicator {
    width: 14px; height: 14px; border: 1px solid $control_border; border-radius: 3px; background: $surface;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url(icons:$check);
}
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $control_border; }
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $control_border; border-radius: 8px; background: $surface;
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; border-radius: 8px; background: $on_accent;
}
QRadioButton::indicator:checked:disabled { border-color: $disabled; }

QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $border; outline: 0;
    selection-background-color: $list_selection; selection-color: $text;
}
QAbstractItemView[role="articles"] { border: 0; }
QAbstractItemView[role="list"] { border: 2px solid transparent; }
QAbstractItemView[role="list"]:focus { border-color: $accent; }
QAbstractItemView[role="found"] { border: 1px solid $border; padding: 1px; }
QAbstractItemView[role="found"]:focus { border: 2px solid $accent; padding: 0; }
QAbstractItemView[role="cards"] { background: transparent; border: 0; }
QTreeView::item { min-height: 24px; }
QHeaderView::section {
    background: $bg; color: $text2; border: 0; border-bottom: 1px solid $border; padding: 5px 8px;
}
QTableView { gridline-color: $border; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control_border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QProgressBar {
    background: $border; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QStatusBar { background: $bg; color: $text2; border-top: 1px solid $border; min-height: 23px; max-height: 23px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { padding: 0 8px; }
QStatusBar QPushButton { min-height: 18px; max-height: 18px; }
QStatusBar QPushButton:focus { min-height: 16px; max-height: 16px; }
QSplitter::handle { background: $border; }
QScrollArea { background: transparent; border: 0; }

QLabel[role="meta"], QLabel[role="hint"] { color: $text3; }
QLabel[role="label"] { color: $text2; }
QLabel[role="keycap"] {
    color: $text2; background: $surface; border: 1px solid $control_border; border-radius: 3px; padding: 1px 5px;
}
QLabel[role="error"] { color: $error; }
QLabel[role="warn"] { color: $warn; }
QLabel[kind="achievement"] { color: $achievement; }
QLabel[kind="shortcoming"] { color: $shortcoming; }
QLabel[kind="task"] { color: $task; }
QWidget[role="surface"] { background: $surface; }
QFrame[drop="true"] { border: 2px dashed $accent; background: $list_selection; }
QWidget[role="paper"] { background: $paper; }
QWidget[role="bar"] { background: $raised; border-top: 1px solid $border; }
QWidget[role="header"] { background: $bg; border-bottom: 1px solid $border; }
QWidget[drawer="true"] { background: $bg; border: 1px solid $control_border; }
QWidget[role="surface"][drawer="true"] { background: $surface; }
QWidget[role="notice"] { background: $list_selection; border-bottom: 1px solid $border; }
QWidget[role="notice"][tone="warning"] { background: $warn_fill; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[role="popover"] { background: $surface; border: 1px solid $control_border; }
QFrame[role="bubble"] { background: $surface; border: 1px solid $control_border; border-radius: 6px; }
""")

# With the system's few colours a pale ground cannot tell what is chosen: it is filled, as the system fills it.
_CONTRAST = Template("""
QMenu::item:selected, QMenuBar::item:selected, QAbstractItemView[role="list"]::item:selected {
    background: $accent; color: $on_accent;
}
QPushButton:checked, QPushButton[role="view"]:checked {
    background: $accent; color: $on_accent;
}
QPushButton:checked:focus, QPushButton[role="view"]:checked:focus {
    border-color: $text;
}
QPushButton[role="chip"] { border-color: $text; }
QLineEdit, QComboBox, QTextEdit[role="field"], QPlainTextEdit[role="field"], QAbstractItemView {
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:disabled, QComboBox:disabled { color: $disabled; border-color: $disabled; }
QPushButton:disabled, QToolButton:disabled, QPushButton[role="primary"]:disabled { border-color: $disabled; }
""")


def style_sheet(colours: Tokens) -> str:
    """The style sheet of the whole program in the given colours."""
    check = "box-check-dark.svg" if colours.on_accent.lightness() < 128 else "box-check-light.svg"
    sheets = (_SHEET, _CONTRAST) if colours.contrast else (_SHEET,)
    return "".join(sheet.substitute(colours.hex(), check=check) for sheet in sheets)
