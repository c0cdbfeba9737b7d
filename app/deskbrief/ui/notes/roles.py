"""The six role dots: one is chosen, by mouse or with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from deskbrief.document.notes import Role
from deskbrief.ui.models.look import TARGET
from deskbrief.ui.notes.rows import NoteWords
from deskbrief.ui.theme import LIGHT, Theme

#: Ink of a letter on a role's colour, which is light in every theme.
LETTER_INK = "#1d2329"


class RoleDot(QAbstractButton):
    """A dot in a role's colour with its letter; the chosen one wears a ring."""

    def __init__(self, role: Role, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.role = role
        self.theme = LIGHT
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(TARGET, TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.dot(self.role))
        painter.drawEllipse(centre, 8.0, 8.0)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent if self.hasFocus() else self.theme.ink), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 10.5, 10.5)
        font = self.font()
        font.setPixelSize(10)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(LETTER_INK))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.role.letter)
        painter.end()


class RoleDots(QWidget):
    """All six; `chosen` carries the Role that the user picked."""

    chosen = Signal(object)

    def __init__(self, words: NoteWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Role"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for role in Role:
            dot = RoleDot(role, self.tr("Role: {0}").format(words.role(role)), self)
            self._group.addButton(dot)
            row.addWidget(dot)
        self._group.buttonClicked.connect(self._clicked)

    @property
    def dots(self) -> list[RoleDot]:
        """The dots in their order."""
        return self.findChildren(RoleDot)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        for dot in self.findChildren(RoleDot):
            dot.theme = theme
            dot.update()

    def name_roles(self, words: NoteWords) -> None:
        """Call the roles as `words` does from now on."""
        for dot in self.findChildren(RoleDot):
            name = self.tr("Role: {0}").format(words.role(dot.role))
            dot.setAccessibleName(name)
            dot.setToolTip(name)

    def show_role(self, role: Role) -> None:
        """Mark a role as the chosen one; nothing is emitted."""
        for dot in self.findChildren(RoleDot):
            dot.setChecked(dot.role is role)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RoleDot):
            self.chosen.emit(button.role)


def names_in(told: str) -> dict[Role, str]:
    """Return the user's own names of colours, as settings keep them: in the order of roles, "|" between."""
    return {role: name for role, name in zip(Role, told.split("|"), strict=False) if name}
