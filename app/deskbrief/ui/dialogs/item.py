"""Editing an event or a recommendation in the reader's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from deskbrief.document.edtf_written import from_words
from deskbrief.document.outline import Event, Recommendation, Status, Strength
from deskbrief.services.ownwords import in_line
from deskbrief.ui.dialogs.date import date_trouble, make_room, written
from deskbrief.ui.dialogs.primary import add_primary
from deskbrief.ui.models.choicebox import ChoiceBox
from deskbrief.ui.words import status_words

E = TypeVar("E", Status, Strength)


class ItemDialog(QDialog):
    """Asks for the fields of an item; `fields` returns only those that differ from the item's own."""

    def __init__(self, value: Event | Recommendation, quote: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        event = isinstance(value, Event)
        self.setWindowTitle(self.tr("Event") if event else self.tr("Recommendation"))
        self.setMinimumWidth(460)
        self._form = QFormLayout(self)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(10)
        passage = QLabel(f"“{quote}”", self)
        passage.setObjectName("hint")
        passage.setWordWrap(True)
        self._form.addRow(passage)
        self._own: dict[str, str] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._boxes: dict[str, QComboBox] = {}
        if isinstance(value, Event):
            self._line("date", self.tr("Date"), written(value.date.edtf))
            self._line("title", self.tr("What"), value.title)
            self._choose("status", self.tr("Status"), status_words(), value.status)
            self._line("who", self.tr("Who"), in_line(value.who))
            self._line("where", self.tr("Where"), value.where)
            self._lines["date"].setPlaceholderText(self.tr("5 March 2024"))
            self._lines["who"].setPlaceholderText(self.tr("Several are parted by a semicolon"))
            self._lines["date"].textChanged.connect(self._check)
        else:
            self._line("addressee", self.tr("Who should act"), value.addressee)
            self._line("action", self.tr("Should do what"), value.action)
            words = {strength: strength.value for strength in Strength}
            self._choose("strength", self.tr("How strongly"), words, value.strength)
        self._trouble = QLabel(self)
        self._trouble.setObjectName("trouble")
        self._trouble.setWordWrap(True)
        # Its room is kept, or what stands around it would be cut when it is needed.
        self._trouble.setMinimumHeight(self._trouble.fontMetrics().lineSpacing())
        self._form.addRow(self._trouble)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._save = add_primary(self.tr("Save"), self._buttons)
        self._form.addRow(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def fields(self) -> dict[str, str]:
        """Return the fields that the reader changed."""
        now = {name: line.text().strip() for name, line in self._lines.items()}
        now.update({name: str(box.currentData()) for name, box in self._boxes.items()})
        changed = {name: text for name, text in now.items() if text != self._own[name]}
        if changed.get("date"):
            changed["date"] = from_words(changed["date"])
        return changed

    def _line(self, name: str, label: str, text: str) -> None:
        line = QLineEdit(text, self)
        # Of what is longer than the line its beginning is shown.
        line.setCursorPosition(0)
        line.setAccessibleName(label)
        self._form.addRow(label, line)
        self._lines[name] = line
        self._own[name] = text.strip()

    def _choose(self, name: str, label: str, words: Mapping[E, str], now: E) -> None:
        box = ChoiceBox(self)
        box.setAccessibleName(label)
        for value, text in words.items():
            box.addItem(text, value.value)
        box.setCurrentIndex(list(words).index(now))
        self._form.addRow(label, box)
        self._boxes[name] = box
        self._own[name] = now.value

    def _check(self) -> None:
        date = self._lines["date"].text().strip()
        good = not date or bool(from_words(date))
        self._trouble.setText("" if good else date_trouble(self))
        self._save.setEnabled(good)
        make_room(self)
