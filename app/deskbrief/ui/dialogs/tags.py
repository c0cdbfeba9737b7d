"""Tags for several notes at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from deskbrief.ui.dialogs.primary import add_primary
from deskbrief.ui.notes.tags import TagLine, tags_in
from deskbrief.ui.words import numbered


class TagsDialog(QDialog):
    """Asks for tags to give to so many notes; those that are `known` are completed."""

    def __init__(self, count: int, known: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add tags"))
        self.setMinimumWidth(360)
        self.line = TagLine(self)
        self.line.set_known(known)
        self.line.escaped.connect(self.reject)
        told = numbered(count, self.tr("Tags for 1 note:"), self.tr("Tags for {0} notes:"))
        label = QLabel(told, self)
        label.setBuddy(self.line)
        buttons = QDialogButtonBox(self)
        self._add = add_primary(self.tr("Add"), buttons)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (label, self.line, buttons):
            layout.addWidget(part)
        self.line.textChanged.connect(self._check)
        self._check()

    def tags(self) -> tuple[str, ...]:
        """Return the tags that were written."""
        return tags_in(self.line.text())

    def _check(self) -> None:
        self._add.setEnabled(bool(self.tags()))
