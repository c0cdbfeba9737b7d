"""The button by which the reader chooses the order of the notes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from deskbrief.ui.notes.arrange import NoteOrder


class OrderButton(QToolButton):
    """A button with a menu; `chosen` carries a NoteOrder, `naming_asked` wants the colours renamed."""

    chosen = Signal(object)
    naming_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText("⇅")
        self.setAutoRaise(True)
        self.setMinimumSize(28, 28)
        self.setAccessibleName(self.tr("Order of the notes"))
        self.setToolTip(self.tr("Order of the notes"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for order, name in (
            (NoteOrder.TEXT, self.tr("In the order of the text")),
            (NoteOrder.SECTION, self.tr("By section")),
            (NoteOrder.ROLE, self.tr("By colour")),
            (NoteOrder.TAG, self.tr("By tag")),
            (NoteOrder.DATE, self.tr("Last changed first")),
        ):
            action = menu.addAction(name)
            action.setData(order)
            action.setCheckable(True)
        menu.addSeparator()
        menu.addAction(self.tr("Name the colours…")).setData("")
        menu.triggered.connect(self._choose)
        self.setMenu(menu)
        self.show_order(NoteOrder.TEXT)

    def show_order(self, order: NoteOrder) -> None:
        """Tick an order."""
        for action in self.menu().actions():
            action.setChecked(action.data() == order)

    def _choose(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(NoteOrder(action.data()))
        else:
            self.naming_asked.emit()
