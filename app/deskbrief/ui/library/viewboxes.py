"""Choosing which documents of the library are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from deskbrief.library.labels import Label, LabelKind
from deskbrief.ui.library.arrange import ORDERS, SIGNS, Order, View
from deskbrief.ui.models.choicebox import ChoiceBox

#: The least letters that either box has room for.
ROOM = 14


class ViewBoxes(QWidget):
    """Two boxes; `changed` says that another choice was made, `order_changed` carries an Order."""

    changed = Signal()
    order_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.only, self.order = ChoiceBox(self), ChoiceBox(self)
        self.order.setObjectName("order")
        self.order.setAccessibleName(self.tr("Order"))
        self.only.setAccessibleName(self.tr("Show"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for box in (self.only, self.order):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(ROOM)
            box.activated.connect(self.changed)
            line.addWidget(box)
        for order, name in ORDERS.items():
            self.order.addItem(QCoreApplication.translate("library", name), order)
        self.order.activated.connect(self._tell_order)
        self.show_labels(())

    def view(self) -> View:
        """Return what is chosen."""
        only = self.only.currentData() or ""
        order = Order(self.order.currentData())
        if isinstance(only, tuple):
            return View(order, "", (LabelKind(only[0]), only[1]))
        return View(order, only)

    def set_order(self, order: Order) -> None:
        """Choose another order."""
        self.order.setCurrentIndex(self.order.findData(order))

    def show_labels(self, labels: Iterable[Label]) -> None:
        """Offer collections and tags as they are now; what is chosen stays."""
        kept = self.only.currentData()
        self.only.clear()
        for name, data in (
            (self.tr("All documents"), ""),
            (self.tr("With marks"), "marked"),
            (self.tr("Unread"), "unread"),
        ):
            self.only.addItem(name, data)
        for label in labels:
            words = f"{SIGNS[label.kind]}{label.name} ({len(label.documents)})"
            self.only.addItem(words, (str(label.kind), label.name))
        at = next((n for n in range(self.only.count()) if self.only.itemData(n) == kept), 0)
        self.only.setCurrentIndex(at)

    def _tell_order(self) -> None:
        self.order_changed.emit(self.order.currentData())
