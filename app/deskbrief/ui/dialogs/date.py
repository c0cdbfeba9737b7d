"""Asking for the document's date."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from deskbrief.document.edtf import display
from deskbrief.document.edtf_written import from_words
from deskbrief.ui.dialogs.primary import add_primary


class DateDialog(QDialog):
    """Asks for a date, written as people do; an empty one takes the reader's date away."""

    def __init__(self, date: str, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Date of the document"))
        question = QLabel(self.tr("When was this text published?"), self)
        self._date = QLineEdit(written(date), self)
        self._date.setAccessibleName(self.tr("Date"))
        self._date.setPlaceholderText(self.tr("5 March 2024"))
        question.setBuddy(self._date)
        hint = QLabel(
            "\n".join(
                filter(
                    None,
                    (
                        reason,
                        self.tr(
                            "Write 5 March 2024, March 2024 or 2024. “Last week” and the like follow at once."
                        ),
                        self.tr("Leave it empty to use what the text itself says."),
                    ),
                )
            ),
            self,
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(self)
        self._set = add_primary(self.tr("Set date"), self._buttons)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        self._trouble = QLabel(self)
        self._trouble.setObjectName("trouble")
        self._trouble.setWordWrap(True)
        # Its room is kept, or what stands around it would be cut when it is needed.
        self._trouble.setMinimumHeight(self._trouble.fontMetrics().lineSpacing())
        for widget in (question, self._date, self._trouble, hint, self._buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(380)
        self._date.textChanged.connect(self._check)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def date(self) -> str:
        """Return the date as EDTF, or an empty string."""
        return from_words(self._date.text())

    def _check(self) -> None:
        good = bool(self.date()) or not self._date.text().strip()
        self._trouble.setText("" if good else date_trouble(self))
        self._set.setEnabled(good)
        make_room(self)


def date_trouble(parent: QObject) -> str:
    """Return why what was written is taken for no date, and what is."""
    return parent.tr("This is no date that can be read. Write 5 March 2024, March 2024 or 2024.")


def written(edtf: str) -> str:
    """Return a date as it is shown elsewhere, where it can be read back from that, or as EDTF."""
    shown = display(edtf)
    return shown if from_words(shown) == edtf else edtf


def make_room(dialog: QDialog) -> None:
    """Let a dialog grow for lines that have come, which would have their room from words above them."""
    layout = dialog.layout()
    if layout is not None:
        dialog.resize(dialog.width(), max(dialog.height(), layout.totalHeightForWidth(dialog.width())))
