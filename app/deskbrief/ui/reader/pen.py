"""The pen: while it is taken, each selection made with the mouse becomes a mark at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from deskbrief.document.notes import Role
from deskbrief.ui.keys import usual_key, with_key
from deskbrief.ui.reader.card import dress_card, tool_button
from deskbrief.ui.reader.selectionbar import RoleDot, role_names
from deskbrief.ui.theme import Theme

#: The distance of the pen's bar from the lower edge of the view.
EDGE = 12
#: The mouse has been dragged when it was moved further than this.
STEADY = 4


class Pen(QFrame):
    """The bar that shows that the pen is taken, and in which role it marks.

    `drawn` says that what is selected now is to be marked in a role, `put_down` that the pen is.
    """

    drawn = Signal(object)
    put_down = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pen")
        self.role = Role.YELLOW
        self.taken = False
        self._pressed: QPoint | None = None
        self._words = QLabel(self)
        self._dots = [RoleDot(role, self) for role in Role]
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(3)
        row.addWidget(self._words)
        for dot in self._dots:
            row.addWidget(dot)
            dot.clicked.connect(partial(self.choose, dot.role))
        done = tool_button(self, self.tr("Done"), self.tr("Stop marking (Esc)"))
        done.clicked.connect(self.leave)
        row.addWidget(done)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw)
        self.name_keys(usual_key)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for dot in self._dots:
            dot.theme = theme
        dress_card(self, theme)

    def name_keys(self, key_of: Callable[[str], str]) -> None:
        """Say in the tooltips which keys do the same; `key_of` returns that of a command."""
        for number, (dot, name) in enumerate(zip(self._dots, role_names(self), strict=True), start=1):
            words = self.tr("Mark in {name} from now on").format(name=name)
            tip = with_key(words, key_of(f"mark_{number}"))
            dot.setToolTip(tip)
            dot.setAccessibleName(tip)

    def take(self, role: Role) -> None:
        """Begin to mark in `role`."""
        self.taken = True
        self.choose(role)
        self.show()
        self.raise_()

    def choose(self, role: Role) -> None:
        """Mark in `role` from now on."""
        self.role = role
        for dot in self._dots:
            dot.chosen = dot.role is role
            dot.update()
        self._words.setText(self.tr("Select to mark"))
        self.setAccessibleName(self.words())

    def words(self) -> str:
        """Say what the pen does now."""
        name = role_names(self)[list(Role).index(self.role)]
        return self.tr("Each selection is marked in {name}. Escape stops this.").format(name=name)

    def leave(self) -> None:
        """Put the pen down."""
        self._later.stop()
        if self.taken:
            self.taken = False
            self.hide()
            self.put_down.emit()

    def place(self, room: QRect) -> None:
        """Stand at the lower edge of `room`, in the middle."""
        self.adjustSize()
        x = room.x() + (room.width() - self.width()) // 2
        self.move(max(x, room.x()), room.bottom() - self.height() - EDGE)

    def follow(self, event: QEvent) -> None:
        """Watch the mouse on the text: a drag marks when it ends, clicks do when no further one comes."""
        if not self.taken or not isinstance(event, QMouseEvent):
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._later.stop()
            self._pressed = point
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self._later.stop()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, None
            dragged = pressed is not None and (point - pressed).manhattanLength() > STEADY
            self._later.start(0 if dragged else QApplication.doubleClickInterval() + 10)

    def _draw(self) -> None:
        if self.taken:
            self.drawn.emit(self.role)
