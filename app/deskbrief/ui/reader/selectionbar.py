"""The bar that floats beside a selection: mark it in one of six roles, note it, list it, copy it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from deskbrief.document.notes import Role
from deskbrief.ui.keys import usual_key, with_key
from deskbrief.ui.reader.card import dress_card, tool_button
from deskbrief.ui.reader.gutter import LETTER_INK
from deskbrief.ui.theme import LIGHT, Theme, letter

#: The distance between the bar and the selection, and between the bar and the edges of the view.
AWAY, EDGE = 8, 6


class RoleDot(QToolButton):
    """A round button in a role's colour, with the role's letter in it."""

    def __init__(self, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.role = role
        self.theme = LIGHT
        self.chosen = False
        self.setFixedSize(QSize(26, 26))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        if self.hasFocus() or self.chosen:
            painter.setPen(QPen(QColor(self.theme.accent), 2 if self.chosen else 1))
            painter.drawEllipse(centre, 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.dot(self.role))
        radius = 10 if self.underMouse() else 9
        painter.drawEllipse(centre, radius, radius)
        font = QFont(self.font())
        font.setPixelSize(10)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(LETTER_INK))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, letter(self.role))


def role_names(widget: QWidget) -> list[str]:
    """Return what the roles are called, in their order, in the language of `widget`."""
    return [
        widget.tr("yellow"),
        widget.tr("green"),
        widget.tr("blue"),
        widget.tr("pink"),
        widget.tr("violet"),
        widget.tr("orange"),
    ]


class SelectionBar(QFrame):
    """Offers what can be done with the selected text. It never takes the keyboard from the text by itself."""

    mark_requested = Signal(object)
    pen_requested = Signal()
    note_requested = Signal()
    event_requested = Signal()
    recommendation_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Selected text"))
        self._dots = [RoleDot(role, self) for role in Role]
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(2)
        for dot in self._dots:
            row.addWidget(dot)
            dot.clicked.connect(partial(self.mark_requested.emit, dot.role))
        pen = tool_button(self, "✎", "")
        pen.clicked.connect(self.pen_requested)
        keyed = [("pen", pen, self.tr("Keep marking: each selection becomes a mark"))]
        row.addWidget(pen)
        row.addWidget(self._rule())
        for command, text, tip, signal in (
            ("note", self.tr("Note"), self.tr("Mark and write a note"), self.note_requested),
            ("event", self.tr("Event"), self.tr("Add to the events"), self.event_requested),
            (
                "recommendation",
                self.tr("Recommendation"),
                self.tr("Add to the recommendations"),
                self.recommendation_requested,
            ),
            ("cite", self.tr("Copy with reference"), self.tr("Copy with reference"), self.copy_requested),
        ):
            self._last = tool_button(self, text, tip)
            self._last.clicked.connect(signal)
            row.addWidget(self._last)
            keyed.append((command, self._last, tip))
        self._keyed = tuple(keyed)
        self._role_names: Mapping[Role, str] = {}
        self.name_keys(usual_key)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for dot in self._dots:
            dot.theme = theme
        dress_card(self, theme)

    def set_role_names(self, names: Mapping[Role, str]) -> None:
        """Say what the roles mean to the reader; one without a name of its own is called by its colour."""
        self._role_names = names
        usual = dict(zip(Role, role_names(self), strict=True))
        for number, dot in enumerate(self._dots, start=1):
            name = names.get(dot.role) or usual[dot.role]
            tip = with_key(self.tr("Mark {name}").format(name=name), self._key_of(f"mark_{number}"))
            dot.setToolTip(tip)
            dot.setAccessibleName(tip)

    def name_keys(self, key_of: Callable[[str], str]) -> None:
        """Say in the tooltips which keys do the same; `key_of` returns that of a command."""
        self._key_of = key_of
        for command, button, words in self._keyed:
            tip = with_key(words, key_of(command))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self.set_role_names(self._role_names)

    def show_beside(self, area: tuple[QRect, QRect], room: QRect) -> None:
        """Show the bar above the line `area` begins on, or below the one it ends on, inside `room`."""
        first, last = area
        self._last.setText(self.tr("Copy with reference"))
        if self.sizeHint().width() > room.width() - 2 * EDGE:
            self._last.setText(self.tr("Cite"))
        self.adjustSize()
        x = first.x() - self.width() // 3
        x = min(max(x, room.left() + EDGE), max(room.right() - self.width() - EDGE, room.left()))
        y = first.top() - self.height() - AWAY
        if y < room.top() + EDGE:
            y = last.bottom() + AWAY
        if y + self.height() > room.bottom() - EDGE:
            y = max(room.top() + EDGE, room.bottom() - self.height() - EDGE)
        self.move(x, y)
        self.show()
        self.raise_()

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setObjectName("rule")
        rule.setFixedSize(1, 18)
        return rule
