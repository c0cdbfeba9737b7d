"""Editing an event or a recommendation in the reader's own words."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from deskbrief.document.edtf import bounds
from deskbrief.document.outline import Event, Recommendation, Strength
from deskbrief.ui.dialogs.primary import add_primary
from deskbrief.ui.models.choicebox import ChoiceBox


class ItemDialog(QDialog):
    """Asks for the fields of an item; `fields` returns only those that differ from the item's own."""

    def __init__(self, value: Event | Recommendation, quote: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        event = isinstance(value, Event)
        self.setWindowTitle(self.tr("Event") if event else self.tr("Recommendation"))
        self.setMinimumWidth(460)
        self._form = QFormLayout(self)
        self._form.setVerticalSpacing(10)
        passage = QLabel(f"“{quote}”", self)
        passage.setObjectName("hint")
        passage.setWordWrap(True)
        self._form.addRow(passage)
        self._own: dict[str, str] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._strength: QComboBox | None = None
        if isinstance(value, Event):
            self._line("date", self.tr("Date"), value.date.edtf)
            self._line("title", self.tr("What"), value.title)
            self._lines["date"].setPlaceholderText("2024-03-05")
            self._lines["date"].textChanged.connect(self._check)
        else:
            self._line("addressee", self.tr("Who should act"), value.addressee)
            self._line("action", self.tr("Should do what"), value.action)
            self._choose_strength(value.strength)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._save = add_primary(self.tr("Save"), self._buttons)
        self._form.addRow(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def fields(self) -> dict[str, str]:
        """Return the fields that the reader changed."""
        now = {name: line.text().strip() for name, line in self._lines.items()}
        if self._strength is not None:
            now["strength"] = str(self._strength.currentData())
        return {name: text for name, text in now.items() if text != self._own[name]}

    def _line(self, name: str, label: str, text: str) -> None:
        line = QLineEdit(text, self)
        # Of what is longer than the line its beginning is shown.
        line.setCursorPosition(0)
        line.setAccessibleName(label)
        self._form.addRow(label, line)
        self._lines[name] = line
        self._own[name] = text.strip()

    def _choose_strength(self, now: Strength) -> None:
        box = ChoiceBox(self)
        box.setAccessibleName(self.tr("How strongly"))
        for strength in Strength:
            box.addItem(strength.value, strength.value)
        box.setCurrentIndex(list(Strength).index(now))
        self._form.addRow(self.tr("How strongly"), box)
        self._strength = box
        self._own["strength"] = now.value

    def _check(self) -> None:
        date = self._lines["date"].text().strip()
        good = not date or bounds(date) is not None
        self._save.setEnabled(good)
