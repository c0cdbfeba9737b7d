"""The menu of templates: those of the program, and the reader's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from deskbrief.document.plan import Template
from deskbrief.services.shelf import Kept
from deskbrief.ui.builder.arrange import CONTEXT, translated


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(CONTEXT, text))


NAMES = {
    Template.ONE_PAGE: _tr("One-page brief"),
    Template.FULL: _tr("Full brief"),
    Template.CHRONOLOGY: _tr("Chronology"),
    Template.RECOMMENDATIONS: _tr("Recommendations by addressee"),
    Template.NOTES: _tr("Reading notes"),
    Template.NAMES: _tr("Names and figures"),
    Template.TEXT: _tr("Whole text with margin notes"),
}


class TemplateMenu(QMenu):
    """Filled when it opens. `chosen` carries a template, `own_chosen` one of the reader's (`Kept`).

    `save_wanted` asks for a name, `drop_wanted` carries the name of one to delete.
    """

    chosen = Signal(object)
    own_chosen = Signal(object)
    save_wanted = Signal()
    drop_wanted = Signal(str)

    def __init__(self, kept: Callable[[], tuple[Kept, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = kept
        self.current = Template.ONE_PAGE
        self.several = False
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._triggered)

    def fill(self) -> None:
        """Make the entries anew."""
        self.clear()
        group = QActionGroup(self)
        for template, name in NAMES.items():
            action = QAction(translated(name), self)
            action.setCheckable(True)
            action.setChecked(template is self.current)
            action.setEnabled(not (self.several and template is Template.TEXT))
            action.setData(template)
            group.addAction(action)
            self.addAction(action)
        kept = self._kept()
        if kept:
            self.addSection(self.tr("Your templates"))
        for one in kept:
            action = QAction(one.name.replace("&", "&&"), self)
            action.setData(one)
            self.addAction(action)
        self.addSeparator()
        save = QAction(self.tr("&Save as a template…"), self)
        save.setData("save")
        self.addAction(save)
        if kept:
            drop = self.addMenu(self.tr("&Delete a template"))
            for one in kept:
                action = QAction(one.name.replace("&", "&&"), drop)
                action.setData(one.name)
                action.setProperty("drop", True)
                drop.addAction(action)

    def _triggered(self, action: QAction) -> None:
        data = action.data()
        if action.property("drop"):
            self.drop_wanted.emit(str(data))
        elif data == "save":
            self.save_wanted.emit()
        elif isinstance(data, Kept):
            self.own_chosen.emit(data)
        elif data is not None:
            self.chosen.emit(Template(data))
