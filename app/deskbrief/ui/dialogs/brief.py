"""What the reader says about a brief before it is made."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from deskbrief.document.plan import PageSize
from deskbrief.services.planning import BriefOptions


class BriefDialog(QDialog):
    """Asks for title, author, marking, page and bottom line; `offered` is the source's best sentence."""

    def __init__(
        self, options: BriefOptions, offered: str, contents: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options = options
        self.setWindowTitle(self.tr("Brief"))
        self.setMinimumWidth(520)
        form = QFormLayout(self)
        form.setVerticalSpacing(10)
        self._title = self._line(form, self.tr("Title"), options.title)
        self._author = self._line(form, self.tr("Prepared by"), options.author)
        self._marking = self._line(form, self.tr("Marking"), options.marking)
        self._marking.setPlaceholderText(self.tr("such as “For internal use”"))
        self._page = QComboBox(self)
        self._page.setAccessibleName(self.tr("Page"))
        self._page.addItems([size.value for size in PageSize])
        self._page.setCurrentText(options.page_size.value)
        form.addRow(self.tr("Page"), self._page)
        self._line_of_reader = QPlainTextEdit(options.bottom_line, self)
        self._line_of_reader.setAccessibleName(self.tr("Bottom line"))
        self._line_of_reader.setPlaceholderText(offered)
        self._line_of_reader.setTabChangesFocus(True)
        self._line_of_reader.setFixedHeight(96)
        form.addRow(self.tr("Bottom line"), self._line_of_reader)
        hint = QLabel(
            self.tr("Left empty, the source’s own best sentence stands there as a quote.") + "\n" + contents,
            self,
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        form.addRow("", hint)
        self._one_page = QCheckBox(self.tr("Fit one page; say what is left out"), self)
        self._one_page.setChecked(options.one_page)
        form.addRow("", self._one_page)
        buttons = QDialogButtonBox(self)
        export = buttons.addButton(self.tr("Export PDF…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setObjectName("primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        form.addRow(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def options(self) -> BriefOptions:
        """Return what the reader chose; the brief is prepared today."""
        return replace(
            self._options,
            prepared=QDate.currentDate().toString("yyyy-MM-dd"),
            title=self._title.text().strip(),
            author=self._author.text().strip(),
            marking=self._marking.text().strip(),
            page_size=PageSize(self._page.currentText()),
            bottom_line=self._line_of_reader.toPlainText().strip(),
            one_page=self._one_page.isChecked(),
        )

    def _line(self, form: QFormLayout, label: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(label)
        form.addRow(label, line)
        return line
