"""Which notes are to go out, and in which form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from deskbrief.document.notes import Role
from deskbrief.services.note_export import Wanted
from deskbrief.ui.dialogs.primary import add_primary
from deskbrief.ui.models.choicebox import ChoiceBox
from deskbrief.ui.words import numbered

#: Stands for the notes that were chosen in the panel.
CHOSEN = "*"


class ExportDialog(QDialog):
    """Asks for the form of the file and for a choice of notes; `document` is the one in front, if any.

    `names` are the user's own names of colours. The notes `chosen`, of that document, can go out alone.
    """

    def __init__(
        self,
        document: str,
        tags: Sequence[str],
        parent: QWidget | None = None,
        names: Mapping[Role, str] = MappingProxyType({}),
        chosen: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._names = names
        self._chosen = frozenset(chosen)
        self.setWindowTitle(self.tr("Export notes"))
        self.setMinimumWidth(520)
        form = QFormLayout(self)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        self._form = self._box(self.tr("Form"), [(name, key) for key, name in self._forms().items()])
        form.addRow(self.tr("Form"), self._form)
        choices = [(self.tr("All documents"), "")]
        if document:
            choices.insert(0, (self.tr("This document"), document))
        if chosen:
            told = numbered(
                len(chosen), self.tr("The note of the panel"), self.tr("The {0} notes of the panel")
            )
            choices.insert(0, (told, CHOSEN))
        self._of = self._box(self.tr("Notes on"), choices)
        form.addRow(self.tr("Notes on"), self._of)
        self._roles = [self._role(role) for role in Role]
        row = QHBoxLayout()
        row.setSpacing(14)
        for box in self._roles:
            row.addWidget(box)
        row.addStretch(1)
        form.addRow(self.tr("Colours"), row)
        self._tag = self._box(self.tr("Tag"), [(self.tr("Any"), ""), *((tag, tag) for tag in tags)])
        form.addRow(self.tr("Tag"), self._tag)
        form.addRow(self.tr("Changed"), self._since_row())
        hint = QLabel(self.tr("Markdown, W3C and JSON Lines come back in as they were."), self)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        form.addRow("", hint)
        form.addRow(self._buttons())

    def form(self) -> str:
        """Return the name of the form that was chosen."""
        return str(self._form.currentData())

    def wanted(self) -> Wanted:
        """Return which notes were chosen."""
        where, tag = str(self._of.currentData()), str(self._tag.currentData())
        document = self._document if where == CHOSEN else where
        on = [role for role, box in zip(Role, self._roles, strict=True) if box.isChecked()]
        return Wanted(
            documents=frozenset([document] if document else []),
            roles=frozenset(on if len(on) < len(self._roles) else []),
            tags=frozenset([tag.casefold()] if tag else []),
            ids=self._chosen if where == CHOSEN else frozenset(),
            since=self._date.date().toString("yyyy-MM-dd") if self._since.isChecked() else "",
        )

    def _forms(self) -> dict[str, str]:
        return {
            "markdown": self.tr("Markdown, to read"),
            "w3c": self.tr("W3C Web Annotations (JSON-LD)"),
            "annotations": self.tr("W3C annotations as one .annotations file"),
            "csv": self.tr("Table for Readwise (CSV)"),
            "hypothesis": self.tr("Table as Hypothesis has it (CSV)"),
            "jsonl": self.tr("JSON Lines, all of each note"),
        }

    def _box(self, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = ChoiceBox(self)
        box.setAccessibleName(name)
        for label, value in choices:
            box.addItem(label, value)
        return box

    def _role(self, role: Role) -> QCheckBox:
        names = {
            Role.YELLOW: self.tr("Yellow"),
            Role.GREEN: self.tr("Green"),
            Role.BLUE: self.tr("Blue"),
            Role.PINK: self.tr("Pink"),
            Role.PURPLE: self.tr("Violet"),
            Role.ORANGE: self.tr("Orange"),
        }
        box = QCheckBox(self._names.get(role, names[role]).replace("&", "&&"), self)
        box.setChecked(True)
        box.toggled.connect(self._check)
        return box

    def _since_row(self) -> QHBoxLayout:
        self._since = QCheckBox(self.tr("since"), self)
        self._date = QDateEdit(QDate.currentDate().addMonths(-1), self)
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat("yyyy-MM-dd")
        self._date.setAccessibleName(self.tr("Changed since"))
        self._date.setEnabled(False)
        self._calm_weekends()
        self._since.toggled.connect(self._date.setEnabled)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._since)
        row.addWidget(self._date)
        row.addStretch(1)
        return row

    def _calm_weekends(self) -> None:
        """Show the ends of weeks as other days: Qt's red cannot be read on a dark ground."""
        calendar = self._date.calendarWidget()
        if calendar is not None:
            calendar.setObjectName("calendar")
            # Or the edge of the style sheet would not be drawn around it.
            calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            calendar.setContentsMargins(1, 1, 1, 1)
            for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
                calendar.setWeekdayTextFormat(day, QTextCharFormat())
            head = QTextCharFormat()
            head.setForeground(self.palette().placeholderText())
            calendar.setHeaderTextFormat(head)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._export = add_primary(self.tr("Export…"), buttons)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _check(self) -> None:
        self._export.setEnabled(any(box.isChecked() for box in self._roles))
