"""What the builder asks: a quote to shorten, words of the reader's own, and quotes that do not stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from deskbrief.services.draftplan import Fault
from deskbrief.services.quoting import missing_part
from deskbrief.ui.dialogs.primary import add_primary


class QuoteDialog(QDialog):
    """Shows a passage and lets its quote be shortened; says at once whether the quote still stands."""

    def __init__(self, passage: str, words: str, locator: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage = passage
        self.setWindowTitle(self.tr("Shorten the quote"))
        self.resize(560, 380)
        source = QPlainTextEdit(passage, self)
        source.setReadOnly(True)
        source.setTabChangesFocus(True)
        source.setAccessibleName(self.tr("The passage in the source"))
        self._quote = QPlainTextEdit(words, self)
        self._quote.setTabChangesFocus(True)
        self._quote.setAccessibleName(self.tr("The quote in the brief"))
        self._verdict = QLabel(self)
        self._verdict.setObjectName("quoteVerdict")
        self._verdict.setWordWrap(True)
        hint = QLabel(
            self.tr("Leave words out and put an ellipsis (…) in their place. What is left must stand."), self
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._ellipsis = buttons.addButton(self.tr("Insert “…”"), QDialogButtonBox.ButtonRole.ActionRole)
        self._whole = buttons.addButton(self.tr("Whole passage"), QDialogButtonBox.ButtonRole.ResetRole)
        self._keep = add_primary(self.tr("Keep"), buttons)
        self._keep.setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("The source says ({0})").format(locator), self))
        column.addWidget(source, 1)
        column.addWidget(QLabel(self.tr("The brief quotes"), self))
        column.addWidget(self._quote, 1)
        for widget in (self._verdict, hint, buttons):
            column.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ellipsis.clicked.connect(self._insert)
        self._whole.clicked.connect(self._restore)
        self._quote.textChanged.connect(self._judge)
        self._quote.setFocus()
        self._quote.selectAll()
        self._judge()

    def words(self) -> str:
        """Return the quote as it is to stand in the brief; empty for the whole passage."""
        words = " ".join(self._quote.toPlainText().split())
        return "" if words == self._passage else words

    def stands(self) -> bool:
        """Tell whether the quote stands in the passage."""
        return missing_part(self._quote.toPlainText(), self._passage) is None

    def _insert(self) -> None:
        self._quote.insertPlainText(" … ")
        self._quote.setFocus()

    def _restore(self) -> None:
        self._quote.setPlainText(self._passage)

    def _judge(self) -> None:
        missing = missing_part(self._quote.toPlainText(), self._passage)
        if missing is None:
            words = self.tr("✓ Each part stands in the passage.")
        elif missing:
            words = self.tr("✕ Not in the passage: “{0}”").format(missing)
        else:
            words = self.tr("✕ Nothing is left of the quote.")
        self._verdict.setText(words)
        self._verdict.setProperty("bad", missing is not None)
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)
        self._keep.setEnabled(missing != "")


class WordsDialog(QDialog):
    """A section of the reader's own: its title, and paragraphs and lists as they are typed."""

    def __init__(self, title: str, body: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your own words"))
        self.resize(560, 400)
        self._title = QLineEdit(title, self)
        self._title.setAccessibleName(self.tr("Title"))
        self._body = QPlainTextEdit(body, self)
        self._body.setTabChangesFocus(True)
        self._body.setAccessibleName(self.tr("Words"))
        self._body.setPlaceholderText(self.tr("Paragraphs, and lists with “- ” or “1. ” before each item"))
        hint = QLabel(
            self.tr("These words cite nothing. The brief says under them that they are yours."), self
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add_primary(self.tr("Keep"), buttons)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("Title"), self))
        column.addWidget(self._title)
        column.addWidget(QLabel(self.tr("Words"), self))
        column.addWidget(self._body, 1)
        column.addWidget(hint)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._body.setFocus()

    def title(self) -> str:
        """Return the title."""
        return self._title.text().strip()

    def body(self) -> str:
        """Return the words."""
        return self._body.toPlainText().strip()


class FaultsDialog(QDialog):
    """Names the quotes that do not stand in their sources, before they are exported or mended."""

    MEND = 2

    def __init__(self, faults: Sequence[Fault], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults = faults
        self.setWindowTitle(self.tr("Quotes that do not stand in the source"))
        self.resize(600, 320)
        words = QLabel(
            self.tr("What this brief quotes here is not word for word in the source:"),
            self,
        )
        words.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setObjectName("leftOut")
        self._list.setWordWrap(True)
        self._list.setAccessibleName(self.tr("Quotes"))
        for fault in faults:
            where = fault.locator or self.tr("bottom line")
            QListWidgetItem(f"{where}: “{fault.words}”", self._list)
        self._list.setCurrentRow(0)
        hint = QLabel(
            self.tr("If you export all the same, the references say of each that it was not found."), self
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        anyway = buttons.addButton(self.tr("Export all the same…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._mend = add_primary(self.tr("Go to this quote"), buttons, QDialogButtonBox.ButtonRole.ActionRole)
        anyway.setAutoDefault(False)
        self._mend.setDefault(True)
        column = QVBoxLayout(self)
        for widget in (words, self._list, hint, buttons):
            column.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._mend.clicked.connect(self._go)
        self._list.itemActivated.connect(self._go)

    def chosen(self) -> Fault:
        """Return the quote that is current in the list."""
        return self._faults[max(self._list.currentRow(), 0)]

    def _go(self) -> None:
        self.done(self.MEND)
