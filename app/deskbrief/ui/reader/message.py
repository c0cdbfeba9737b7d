"""What stands in the place of the text when there is none: a heading, a sentence, up to three buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

#: The most buttons under a message.
MOST_BUTTONS = 3
#: The widest a message gets, in pixels.
WIDEST = 460


class Message(QWidget):
    """A message in the middle of the reading pane; `pressed` carries the key of a button."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerMessage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = self._label(QFont.Weight.Bold, 4)
        self.text = self._label(QFont.Weight.Normal, 0)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        middle = QWidget(self)
        middle.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.addStretch(2)
        for label in (self.title, self.text):
            column.addWidget(label)
        column.addSpacing(12)
        column.addLayout(self._row)
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)
        self._buttons: list[QPushButton] = []

    def say(self, title: str, text: str, buttons: Sequence[tuple[str, str]] = ()) -> None:
        """Show a heading and a sentence, and buttons given as pairs of key and label."""
        for label, words in ((self.title, title), (self.text, text)):
            label.setText(words)
            label.setVisible(bool(words))
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._clear_row()
        self._buttons = [self._button(*pair) for pair in buttons[:MOST_BUTTONS]]
        self._row.addStretch(1)
        for button in self._buttons:
            self._row.addWidget(button)
            button.show()
        self._row.addStretch(1)
        self.setAccessibleName(f"{title}. {text}" if text else title)

    def _label(self, weight: QFont.Weight, larger: int) -> QLabel:
        label = QLabel(self)
        label.setObjectName("title" if larger else "text")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = QFont(label.font())
        font.setPointSizeF(font.pointSizeF() + larger)
        font.setWeight(weight)
        label.setFont(font)
        return label

    def _button(self, key: str, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setAccessibleName(label)
        button.clicked.connect(partial(self.pressed.emit, key))
        return button

    def _clear_row(self) -> None:
        while self._row.count():
            self._row.takeAt(0)
