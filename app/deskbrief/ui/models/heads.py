"""Rows that every panel has: heads of groups, and plain sentences."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from deskbrief.document.records import dataclass
from deskbrief.ui.models.look import (
    EDGE,
    TARGET,
    Look,
    draw_arrow_down,
    draw_chevron,
    draw_focus,
    draw_lines,
    draw_text,
)
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import wrapped

_GAP = 10


@dataclass(slots=True, kw_only=True, eq=False)
class GroupRow(Row):
    """The head of a group: `shown` of `total` rows; `action` is a link at its right, with a short form.

    `chooses` says that the link opens a menu.
    """

    name: str
    title: str
    shown: int
    total: int
    action: str = ""
    short_action: str = ""
    action_tip: str = ""
    chooses: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class MessageRow(Row):
    """A plain sentence; `action` names what a click on it does, or is empty."""

    text: str
    action: str = ""


def folded_up(rows: Iterable[Row], closed: Container[str]) -> Iterator[Row]:
    """Yield `rows` without those under heads whose keys are `closed`, and tell each head which it is."""
    is_open = True
    for row in rows:
        if isinstance(row, GroupRow):
            row.open = is_open = row.key not in closed
        if is_open or isinstance(row, GroupRow):
            yield row


class GroupPainter(RowPainter[GroupRow]):
    """▾ Events 3 … document date: not stated — set."""

    def measure(self, _row: GroupRow, _width: int) -> int:
        return head_height(self.look)

    def zones(self, row: GroupRow, rect: QRect) -> Iterable[Zone]:
        if not row.action:
            return ()
        text, line = self._action(row, rect), self._line(rect)
        wide = max(self.look.small.advance(text) + 8, TARGET)
        right = rect.right() - EDGE + 4
        return (
            Zone(
                f"head:{row.name}", QRect(right - wide, line.center().y() - 12, wide, TARGET), row.action_tip
            ),
        )

    def draw(self, painter: QPainter, rect: QRect, row: GroupRow, state: RowState) -> None:
        look, theme, line = self.look, self.look.theme, self._line(rect)
        if state.focused:
            draw_focus(painter, line.adjusted(-6, -3, 0, 3), look)
        centre = QPointF(line.left() + 4, line.center().y() + 1)
        if state.below and row.open:
            draw_arrow_down(painter, centre, theme.ink)
        else:
            draw_chevron(painter, centre, theme.ink, is_open=bool(row.open))
        draw_text(painter, line.adjusted(12, 0, 0, 0), row.title, look.bold, theme.ink)
        after = line.adjusted(12 + look.bold.advance(row.title) + 8, 0, 0, 0)
        draw_text(painter, after, self._count(row), look.small, theme.muted)
        if row.action:
            face = look.small_link if state.zone else look.small
            text = self._action(row, rect)
            draw_text(painter, line, text, face, theme.accent if state.zone else theme.muted, "right")

    def _line(self, rect: QRect) -> QRect:
        return rect.adjusted(EDGE, _GAP, -EDGE, -4)

    def _count(self, row: GroupRow) -> str:
        return str(row.total) if row.shown == row.total else f"{row.shown}/{row.total}"

    def _action(self, row: GroupRow, rect: QRect) -> str:
        """Return the longest form of the link that fits beside the title."""
        look = self.look
        taken = look.bold.advance(row.title) + look.small.advance(self._count(row)) + 36
        room = self._line(rect).width() - taken
        more = " ▾" if row.chooses else ""
        full, short = row.action + more, row.short_action + more
        return full if look.small.advance(full) <= room else look.small.elided(short, max(room, TARGET))


class MessagePainter(RowPainter[MessageRow]):
    """A plain sentence instead of rows, or below them."""

    def measure(self, row: MessageRow, width: int) -> int:
        row.laid = (wrapped(row.text, self.look.small, width - 2 * EDGE - 24, 8),)
        return message_height(self.look, len(row.laid[0]))

    def draw(self, painter: QPainter, rect: QRect, row: MessageRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        if state.focused:
            draw_focus(painter, rect.adjusted(EDGE, 1, -EDGE, -1), look)
        face = look.small_link if row.action and state.hovered else look.small
        colour = theme.accent if row.action else theme.muted
        draw_lines(painter, rect.adjusted(EDGE + 12, 5, -EDGE - 12, 0), row.laid[0], face, colour)


def head_height(look: Look) -> int:
    """Return the height of the head of a group."""
    return look.bold.line + _GAP + 12


def message_height(look: Look, lines: int = 1) -> int:
    """Return the height of a sentence of so many lines."""
    return lines * look.small.line + 10
