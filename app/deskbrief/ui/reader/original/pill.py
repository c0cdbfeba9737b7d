"""The small bar at the foot of the pages: which page is in sight, and how large pages are shown."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from deskbrief.ui.reader.card import dress_card, tool_button
from deskbrief.ui.theme import Theme
from deskbrief.ui.words import percent

#: Its distance from the foot of the view.
EDGE = 10


class PagePill(QFrame):
    """Says page and zoom; its buttons `smaller`, `larger`, `width` and `page` are connected by the view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pagePill")
        self.setAccessibleName(self.tr("Page and size"))
        self._page = QLabel(self)
        self._zoom = QLabel(self)
        self.smaller = tool_button(self, "−", self.tr("Smaller (Ctrl+-)"))
        self.larger = tool_button(self, "+", self.tr("Larger (Ctrl++)"))
        self.width_button = tool_button(
            self, self.tr("Width"), self.tr("As wide as the window (Ctrl+0)"), checkable=True
        )
        self.page_button = tool_button(self, self.tr("Page"), self.tr("Whole pages"), checkable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.setSpacing(3)
        for widget in (
            *(self._page, self.smaller, self._zoom, self.larger),
            *(self.width_button, self.page_button),
        ):
            row.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        dress_card(self, theme)

    def words(self) -> str:
        """Return what is said of the page."""
        return self._page.text()

    def show_page(self, words: str, zoom: float, *, wide: bool, whole: bool) -> None:
        """Say which page is in sight, how large it is, and whether the size follows the window."""
        self._page.setText(words)
        self._zoom.setText(percent(zoom))
        self.width_button.setChecked(wide)
        self.page_button.setChecked(whole)

    def place(self, view: QRect) -> None:
        """Lie at the foot of `view`, in its middle."""
        rest = (self._zoom, self.width_button, self.page_button)
        for part in rest:
            part.show()
        self.adjustSize()
        for part in rest:
            if self.sizeHint().width() > view.width() - 2 * EDGE:
                part.hide()
                self.adjustSize()
        left = view.left() + max((view.width() - self.width()) // 2, 0)
        self.move(left, view.bottom() - self.height() - EDGE)
        self.raise_()
