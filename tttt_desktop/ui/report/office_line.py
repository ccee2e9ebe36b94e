"""The name of the office in the form of a report, the way to all the rest of its particulars, and its former name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from tttt_desktop.services import office
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.ui.report.office import OfficeDialog, office_values
from tttt_desktop.ui.widgets import ElidedLabel, button


class OfficeLine(QWidget):
    """What is typed here is the name for every report; nothing is stored before the report is made."""

    changed = Signal()

    def __init__(self, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._typed: dict[str, str] = {}
        self._name = QLineEdit(dossier.setting("office.name"), self)
        self._former = ElidedLabel(px=12)
        self._more = button(self.tr("Thông tin cơ quan…"), "link")
        self._build()

    def _build(self) -> None:
        self._name.setAccessibleName(self.tr("Cơ quan"))
        self._name.setPlaceholderText(self.tr("Tên cơ quan lập báo cáo"))
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name.setCursorPosition(0)
        self._former.setProperty("role", "meta")
        self._more.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._former)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._name.textChanged.connect(self.changed)
        self._more.clicked.connect(self._edit)

    @property
    def in_turn(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches, from above to below."""
        return self._name, self._more

    def settings(self) -> dict[str, str]:
        """The office's settings as they are typed now; those that nobody touched are not among them."""
        return {**self._typed, "office.name": " ".join(self._name.text().split())}

    def show_for(self, options: Options) -> None:
        """Say so where the report will bear a former name."""
        named = office.named(self._dossier, options.template, options.year, self.settings())
        is_former = named != " ".join(self._name.text().split())
        self._former.setText(self.tr("Theo ngày báo cáo dùng tên cũ: {name}").format(name=named))
        self._former.setToolTip(named)
        self._former.setVisible(is_former)

    @Slot()
    def _edit(self) -> None:
        self.edit()

    def edit(self, key: str = "", template: str = "") -> None:
        """Ask for all particulars, beginning with one field where its setting is named, as a template has it."""
        values = office_values(self._dossier) | self.settings()
        dialog = OfficeDialog(values, self.window(), office.kinds(self._dossier))
        dialog.saved.connect(self._take)
        dialog.open()
        dialog.show_field(key, template)

    @Slot(object)
    def _take(self, changed: dict[str, str]) -> None:
        self._typed |= changed
        if "office.name" in changed:
            self._name.setText(changed["office.name"])
        self.changed.emit()
