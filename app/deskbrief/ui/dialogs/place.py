"""Asking where to go in a document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from deskbrief.document.spans import Span
from deskbrief.ui.dialogs.primary import add_primary

#: Finds the passage that the reader names, or nothing.
Look = Callable[[str], Span | None]


class PlaceDialog(QDialog):
    """Asks for a paragraph, a page or a share; it can be left with Enter once that is a place.

    `paragraphs` is their count, 0 where the text has numbers of its own. `pages` are the labels of the first
    and the last page, empty where there are none.
    """

    def __init__(
        self, look: Look, paragraphs: int, pages: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("Go to"))
        has_pages = bool(pages[0])
        asked = self.tr("Go to which paragraph or page?") if has_pages else self.tr("Go to which paragraph?")
        question = QLabel(asked, self)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Paragraph or page") if has_pages else self.tr("Paragraph"))
        self.field.setPlaceholderText("12")
        question.setBuddy(self.field)
        self._paragraphs, self._pages = paragraphs, pages
        hint = self._said = QLabel(self._hint(paragraphs, pages), self)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self._go = add_primary(self.tr("Go"), buttons)
        self._go.setEnabled(False)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (question, self.field, hint, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(360)
        self.field.textChanged.connect(self._check)
        self.field.returnPressed.connect(self._refuse)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def passage(self) -> Span:
        """Return the passage that was named; only once the dialog was accepted."""
        return self._look(self.field.text()) or Span(0, 0)

    def _hint(self, paragraphs: int, pages: tuple[str, str]) -> str:
        words = self.tr("A number is a paragraph, 1 to {0}.").format(paragraphs)
        if not paragraphs:
            words = self.tr("A number is a paragraph as the text numbers it; “3rd” counts from the start.")
        if pages[0]:
            words += " " + self.tr("“p. {0}” to “p. {1}” are pages.").format(*pages)
        return words + " " + self.tr("“40 %” is a share of the text.")

    def _check(self, said: str) -> None:
        self._go.setEnabled(self._look(said) is not None)
        self._said.setText(self._hint(self._paragraphs, self._pages))

    def _refuse(self) -> None:
        """Say why Enter leads nowhere."""
        said = self.field.text().strip()
        if not said or self._go.isEnabled():
            return
        words = self.tr("There is no “{0}” here.").format(said)
        self._said.setText(f"{words} {self._hint(self._paragraphs, self._pages)}")
        # Words that are wrapped do not ask for more height by themselves.
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
        self.field.selectAll()
        from deskbrief.ui.spoken import announce

        announce(self.field, self._said.text())
