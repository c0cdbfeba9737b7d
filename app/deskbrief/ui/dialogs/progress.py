"""A window over the window that says how far something is which must not be disturbed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

#: What takes no longer than this is not spoken of.
PATIENCE_MS = 400
_STEPS = 1000


class ProgressDialog(QDialog):
    """Shown when something takes more than a moment; `stopped` says that the user has had enough."""

    stopped = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Deskbrief")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(380)
        self._words = QLabel(words, self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setAccessibleName(words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        column = QVBoxLayout(self)
        for widget in (self._words, self.bar, buttons):
            column.addWidget(widget)
        buttons.rejected.connect(self.reject)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PATIENCE_MS)
        self._later.timeout.connect(self.show)

    def begin(self) -> None:
        """Come in a moment."""
        self._later.start()

    def progress(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        self.bar.setValue(round(share * _STEPS))

    def reject(self) -> None:
        # It goes when the work has ended, which takes as long as a step of it.
        self._words.setText(self.tr("Stopping …"))
        self.stopped.emit()

    def end(self) -> None:
        """Go away for good."""
        self._later.stop()
        self.hide()
        self.deleteLater()
