"""What the reader says about a brief before it is made."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from deskbrief.document.plan import PageSize, Template
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
        self._template = QComboBox(self)
        self._template.setAccessibleName(self.tr("Kind of brief"))
        for template, name in self._templates().items():
            self._template.addItem(name, template.value)
        self._template.setCurrentIndex(list(Template).index(options.template))
        form.addRow(self.tr("Kind"), self._template)
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
            template=Template(self._template.currentData()),
        )

    def _templates(self) -> dict[Template, str]:
        return {
            Template.ONE_PAGE: self.tr("One page: the most important, and what was left out"),
            Template.FULL: self.tr("Full brief: everything that was found, and your notes"),
            Template.CHRONOLOGY: self.tr("Chronology"),
            Template.RECOMMENDATIONS: self.tr("Recommendations by addressee"),
            Template.NOTES: self.tr("Reading notes"),
            Template.NAMES: self.tr("Names and figures"),
            Template.TEXT: self.tr("The whole text with your marks and margin notes"),
        }

    def _line(self, form: QFormLayout, label: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(label)
        form.addRow(label, line)
        return line
