"""A note that cannot be saved now: its words stay in sight, and are saved as soon as that works."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

#: How often it is tried to save the words.
RETRY_MS = 1000
#: Letters of the passage that are shown.
MOST_QUOTED = 200


class WaitingNote(QDialog):
    """Takes the words of a note on `quote` until `save` says that they are saved; `trouble` is why not."""

    def __init__(self, quote: str, trouble: str, save: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._warned = False
        self.setWindowTitle(self.tr("Note"))
        self.setMinimumWidth(460)
        passage = QLabel(f"“{quote[:MOST_QUOTED]}{'…' * (len(quote) > MOST_QUOTED)}”", self)
        self._trouble = QLabel(trouble, self)
        for label in (passage, self._trouble):
            label.setObjectName("hint")
            label.setWordWrap(True)
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(self.tr("Words of the note"))
        self.words.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Discard, self)
        copy = buttons.addButton(self.tr("Copy words"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        discard = buttons.button(QDialogButtonBox.StandardButton.Discard)
        discard.clicked.connect(self.reject)
        for button in (copy, discard):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        for part in (passage, self.words, self._trouble, buttons):
            column.addWidget(part)
        self.words.setFocus()
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self._try)
        self._timer.start()

    def reject(self) -> None:
        """Give the note up; words are given up when that was asked for twice."""
        if self.words.toPlainText().strip() and not self._warned:
            self._warned = True
            self._trouble.setText(
                self.tr("These words are not saved. Discard them? Then press it once more.")
            )
        else:
            self._timer.stop()
            super().reject()

    def _try(self) -> None:
        if self._save(self.words.toPlainText()):
            self._timer.stop()
            self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())
