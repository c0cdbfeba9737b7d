"""What stands in the text's place: the text itself, or a page over the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from deskbrief.ui.docks import PAGE

if TYPE_CHECKING:
    from deskbrief.ui.docks import Docks
    from deskbrief.ui.panes import Panes


class Stage(QObject):
    """Puts a page in the text's place, with the panels at the side out of sight, and takes it away again.

    `titled` says that what is shown, or what it is called, is another now.
    """

    titled = Signal()

    def __init__(self, column: QBoxLayout, panes: Panes, docks: Docks) -> None:
        super().__init__(panes)
        self._column = column
        self._panes = panes
        self._docks = docks
        self._page: QWidget | None = None

    @property
    def page(self) -> QWidget | None:
        """The page that stands in the text's place, or None."""
        return self._page

    def show(self, page: QWidget | None) -> None:
        """Show `page`, or the text again for None."""
        if page is self._page:
            if page is not None:
                page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        before, self._page = self._page, page
        if page is None:
            self._show_text(before)
            return
        if before is None:
            self._docks.put_away(PAGE)
        else:
            before.hide()
        if self._column.indexOf(page) < 0:
            self._column.addWidget(page, 1)
            page.windowTitleChanged.connect(self.titled)
        self._panes.hide()
        self.titled.emit()
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_text(self, before: QWidget | None) -> None:
        if before is not None:
            before.hide()
            # Or the panels would have no more room than the page left them.
            self._column.activate()
        self._docks.bring_back(PAGE)
        self._panes.show()
        self.titled.emit()
        self._panes.focus_text()
