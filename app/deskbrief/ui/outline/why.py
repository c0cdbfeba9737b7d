"""A card beside a row that says what stands behind it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from deskbrief.ui.spoken import announce

WIDE, ROOM = 380, 12
#: What stands before a colon further to the right is a sentence and no name of a line.
LONGEST_NAME = 20


class WhyCard(QFrame):
    """Shows the rule and the reasoning of an item as text that can be selected; Esc or a click closes it."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("why")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._text = text
        head, self.body = QLabel(title, self), QLabel("", self)
        head.setObjectName("whyTitle")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        for label in (head, self.body):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        self.body.setTextFormat(Qt.TextFormat.RichText)
        self.body.setText("".join(map(_dressed, text.splitlines())))
        # Not by keyboard: that has a caret blink in words that cannot be changed.
        self.body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.setSpacing(4)
        self._column = layout

    def show_beside(self, area: QRect) -> None:
        """Show the card below an area of the screen, or above it where there is no room."""
        # Its height is known once it is dressed.
        for part in (self, *self.findChildren(QLabel)):
            part.ensurePolished()
        self.setFixedSize(WIDE, self._column.heightForWidth(WIDE))
        screen = self.screen().availableGeometry()
        top = area.bottom() + 2
        if top + self.height() > screen.bottom():
            top = max(area.top() - self.height() - 2, screen.top())
        left = min(max(area.left(), screen.left()), screen.right() - self.width())
        self.move(left, top)
        self.show()
        self.body.setFocus(Qt.FocusReason.PopupFocusReason)
        self.body.setAccessibleName(self._text)
        announce(self.body, self._text)


def _dressed(line: str) -> str:
    """Return a line as a paragraph, with what stands before an early colon in bold."""
    name, colon, rest = line.partition(": ")
    if colon and len(name) <= LONGEST_NAME and name[:1].isalpha():
        return f'<p style="margin: 0 0 4px 0"><b>{escape(name)}:</b> {escape(rest)}</p>'
    return f'<p style="margin: 0 0 4px 0">{escape(line)}</p>'
