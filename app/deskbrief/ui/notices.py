"""A notice across the window: what happened, what to do, and one thing to press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from deskbrief.services.messages import Level, Message

#: So long after a message came to a window that is not seen yet assistive technology is told of it.
UNSEEN_MS = 300


class Notice(QFrame):
    """Shows one message at a time until it is dismissed or replaced; `dismissed` carries the one that was."""

    dismissed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Message"))
        self._message: Message | None = None
        self._act: Callable[[], None] | None = None
        self._other_act: Callable[[], None] | None = None
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self)
        self._other = QPushButton(self)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setAccessibleName(self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._other)
        row.addWidget(self._close)
        self._button.clicked.connect(self._pressed)
        self._other.clicked.connect(self._other_pressed)
        self._other.hide()
        self._close.clicked.connect(self.dismiss)
        self.hide()

    def show_message(self, message: Message, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show `message`, with a button named `button` that calls `act`."""
        self._text.setText(str(message))
        self._message = message
        self._act = act
        self._button.setText(button)
        self._button.setVisible(bool(button and act))
        self._other.hide()
        self.setProperty("level", message.level.value)
        # One that was never seen is dressed when it is shown.
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)
        self.show()
        if message.level is not Level.INFO or button:
            # A window that is only being made has nobody to tell yet.
            self._tell() if self.isVisible() else QTimer.singleShot(UNSEEN_MS, self._tell)

    def _tell(self) -> None:
        if self.isVisible():
            from deskbrief.ui.spoken import alert

            alert(self._text)

    def offer(self, button: str, act: Callable[[], None]) -> None:
        """Give the message that is shown a second button, which leaves it there."""
        self._other_act = act
        self._other.setText(button)
        self._other.show()

    def text(self) -> str:
        """Return what is shown, or an empty string."""
        return self._text.text() if self.isVisible() else ""

    def withdraw(self, message: Message) -> None:
        """Take the notice away if it is this message that is shown."""
        if self.shows(message):
            self.dismiss()

    def shows(self, message: Message) -> bool:
        """Tell whether it is this message that is shown."""
        return self._message is message

    def dismiss(self) -> None:
        """Take the notice away."""
        message = self._message
        self.put_away()
        self.dismissed.emit(message)

    def put_away(self) -> None:
        """Take the notice away although nobody has dismissed it: it may come again."""
        self.hide()
        self._message = self._act = self._other_act = None

    def _other_pressed(self) -> None:
        if self._other_act is not None:
            self._other_act()

    def _pressed(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()
