"""Asking for the user's own names of the six colours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from deskbrief.document.notes import Role
from deskbrief.ui.dialogs.primary import add_primary

#: The most characters of a name: it stands in menus and on one line of a panel.
LONGEST = 40


class RolesDialog(QDialog):
    """One line for each colour; an empty one means the colour's own name."""

    def __init__(self, names: Mapping[Role, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of the colours"))
        self.setMinimumWidth(460)
        form = QFormLayout(self)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        hint = QLabel(
            self.tr("What does each colour mean to you? An empty name is that of the colour."), self
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        form.addRow(hint)
        self.lines: dict[Role, QLineEdit] = {}
        for role in Role:
            line = self.lines[role] = QLineEdit(names.get(role, ""), self)
            line.setMaxLength(LONGEST)
            colour = self.tr("violet") if role is Role.PURPLE else self.tr(role.value)
            line.setPlaceholderText(colour)
            line.setAccessibleName(self.tr("Name of {0}").format(colour))
            form.addRow(f"{role.letter}  {colour.capitalize()}", line)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add_primary(self.tr("Save"), buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def names(self) -> dict[Role, str]:
        """Return the names that were given."""
        every = {role: " ".join(line.text().replace("|", " ").split()) for role, line in self.lines.items()}
        return {role: name for role, name in every.items() if name}
