"""The row of open documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QToolTip, QWidget

from deskbrief.ui.keys import usual_key, with_key

#: A tab is no narrower than this; more of them than fit are scrolled.
NARROWEST = 150


class DocumentTabs(QTabBar):
    """Tabs that can be dragged to another place, and closed with the middle button.

    `tip` is asked for the tool tip of a tab when it is wanted: how far a text is read changes all the time.
    `close_requested` carries the number of a tab. All tabs look alike but for their words, so each wording is
    measured once, and the room of all is shared out once each time they are laid out.
    """

    close_requested = Signal(int)

    def __init__(self, tip: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = tip
        self._pressed = -1
        self._measured: dict[str, QSize] = {}
        self._widest = -1
        self._key = usual_key("close")
        self.setObjectName("documentTabs")
        self.setAccessibleName(self.tr("Open documents"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.hide()

    def name_key(self, key: str) -> None:
        """Say in the tooltips which key closes a document."""
        self._key = key
        for number in range(self.count()):
            button = self.tabButton(number, QTabBar.ButtonPosition.RightSide)
            if button is not None:
                button.setToolTip(with_key(self.tr("Close"), key))

    def call(self, names: Sequence[str]) -> None:
        """Have as many tabs as `names`, called so; those that are there and called so are left alone."""
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        for number, name in enumerate(names):
            self._widest = -1
            if number == self.count():
                self.addTab(name)
            elif self.tabText(number) != name:
                self.setTabText(number, name)

    def tabSizeHint(self, index: int) -> QSize:
        own = self._wanted(index)
        if self._widest < 0:
            widths = [self._wanted(number).width() for number in range(self.count())]
            self._widest = max(fair_share(widths, self.width()), NARROWEST)
        return QSize(min(own.width(), self._widest), own.height())

    def _wanted(self, index: int) -> QSize:
        """Return how large a tab would be if it had all the room it wants."""
        words = self.tabText(index)
        size = self._measured.get(words)
        if size is None:
            size = super().tabSizeHint(index)
            # A tab that has just come has no button yet.
            if self.tabButton(index, QTabBar.ButtonPosition.RightSide) is not None:
                self._measured[words] = size
        return size

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        self._widest = -1

    def changeEvent(self, event: QEvent) -> None:
        self._measured.clear()
        self._widest = -1
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._widest = -1
        super().resizeEvent(event)

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        button = QToolButton(self)
        button.setObjectName("closeTab")
        button.setText("×")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(with_key(self.tr("Close"), self._key))
        button.setAccessibleName(self.tr("Close"))
        button.clicked.connect(self._on_close)
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.tabAt(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(number) if number >= 0 else "", self)
            return True
        return super().event(event)

    def _on_close(self) -> None:
        side, button = QTabBar.ButtonPosition.RightSide, self.sender()
        number = next((n for n in range(self.count()) if self.tabButton(n, side) is button), -1)
        if number >= 0:
            self.close_requested.emit(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pressed = self.tabAt(event.position().toPoint())
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif self._pressed >= 0 and self.tabAt(event.position().toPoint()) == self._pressed:
            self.close_requested.emit(self._pressed)


def fair_share(wanted: Sequence[int], room: int) -> int:
    """Return the width that no part may pass so that all fit into `room`; short ones leave room to others."""
    left = room
    for number, width in enumerate(sorted(wanted)):
        share = left // (len(wanted) - number)
        if width > share:
            return share
        left -= width
    return max(wanted, default=room)
