"""Painters of backups and of what differs in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QTextLayout

from deskbrief.ui.library.backuprows import BackupRow, BackupWords, ChangeRow, NoteRow
from deskbrief.ui.library.paint import box_in
from deskbrief.ui.models.look import (
    EDGE,
    TARGET,
    Face,
    draw_box,
    draw_focus,
    draw_lines,
    draw_text,
    draw_tick,
)
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.wording import lay_pieces
from deskbrief.ui.models.words import wrapped

_PAD, _GAP, _BOX = 7, 5, 14
_MOST_LINES = 5


class BackupPainter(RowPainter[BackupRow]):
    """When it was made, what it holds and why it was made."""

    def __init__(self, words: BackupWords) -> None:
        super().__init__()
        self._words = words

    def measure(self, row: BackupRow, width: int) -> int:
        row.laid = (wrapped(self._words.facts(row.backup), self.look.small, width - 2 * EDGE - 8, 2),)
        return self.look.bold.line + len(row.laid[0]) * self.look.small.line + 2 * _PAD + _GAP

    def draw(self, painter: QPainter, rect: QRect, row: BackupRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = box_in(rect, _GAP)
        if state.current or state.hovered:
            draw_box(painter, box, theme.selected if state.current else theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        line = QRect(box.left() + 10, box.top() + _PAD, box.width() - 20, look.bold.line)
        draw_text(painter, line, self._words.title(row), look.bold, theme.ink)
        below = QRect(line.left(), line.bottom() + 1, line.width(), 0)
        ink = theme.muted if row.backup.holding else theme.problem
        draw_lines(painter, below, row.laid[0], look.small, ink)


class ChangePainter(RowPainter[ChangeRow]):
    """☑ “passage” … + comes back; the words of the note, what else changes."""

    def __init__(self, words: BackupWords) -> None:
        super().__init__()
        self._words = words

    def measure(self, row: ChangeRow, width: int) -> int:
        room = self._inner(QRect(0, 0, width, 0)).width()
        look, title = self.look, self._face(row)
        row.laid = (
            wrapped(
                self._words.title(row), title, room - look.small_bold.advance(self._words.state(row)) - 14, 2
            ),
            *(wrapped(line, look.small, room, 2) for line in self._words.lines(row)),
        )
        height = len(row.laid[0]) * title.line + sum(map(len, row.laid[1:])) * look.small.line
        return height + round(self._told(row, room)[1]) + 2 * _PAD + _GAP

    def estimator(self, width: int) -> Callable[[ChangeRow], int]:
        room = self._inner(QRect(0, 0, width, 0)).width()
        quotes, words = self.look.quote.per_line(room), self.look.plain.per_line(room)
        quote, line, rest = self.look.quote.line, self.look.plain.line, 2 * _PAD + _GAP

        def estimate(row: ChangeRow) -> int:
            if not isinstance(row, NoteRow):
                return 2 * line + rest
            note = row.change.note
            lines = min(1 + len(note.body) // words, _MOST_LINES) if note.body else 0
            return (2 if len(note.anchor.exact) > quotes else 1) * quote + lines * line + rest

        return estimate

    def zones(self, _row: ChangeRow, rect: QRect) -> Iterable[Zone]:
        top = rect.top() + _PAD - 2
        yield Zone("choose", QRect(rect.left() + EDGE + 6, top, TARGET, TARGET), self._words.choose())

    def draw(self, painter: QPainter, rect: QRect, row: ChangeRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        card, inner = rect.adjusted(EDGE, 0, -EDGE, -_GAP), self._inner(rect)
        draw_box(painter, card, theme.hover if state.hovered or state.current else theme.card, theme.line)
        if state.focused:
            draw_focus(painter, card, look)
        self._draw_check(painter, QRect(card.left() + 11, inner.top() + 3, _BOX, _BOX), row)
        head = QRect(inner.left(), inner.top(), inner.width(), look.small_bold.line)
        told = self._words.state(row)
        draw_text(painter, head, told, look.small_bold, self._colour(row, told), "right")
        ink = theme.muted if row.skipped else theme.ink
        y = draw_lines(painter, inner, row.laid[0], self._face(row), ink)
        layout, height = self._told(row, inner.width())
        painter.setPen(QColor(ink))
        layout.draw(painter, QPointF(inner.left(), y))
        y += round(height)
        for lines in row.laid[1:]:
            y = draw_lines(painter, QRect(inner.left(), y, inner.width(), 0), lines, look.small, theme.muted)

    def _draw_check(self, painter: QPainter, box: QRect, row: ChangeRow) -> None:
        theme = self.look.theme
        draw_box(painter, box, theme.card if row.skipped else theme.accent, theme.muted, radius=3)
        if not row.skipped:
            draw_tick(painter, box, theme.on_accent, strong=True)

    def _colour(self, row: ChangeRow, told: str) -> str:
        theme = self.look.theme
        if row.skipped:
            return theme.muted
        return {"−": theme.problem, "+": theme.recommendation}.get(told[:1], theme.event)

    def _face(self, row: ChangeRow) -> Face:
        return self.look.quote if isinstance(row, NoteRow) else self.look.bold

    def _told(self, row: ChangeRow, width: int) -> tuple[QTextLayout, float]:
        pieces = row.pieces() if isinstance(row, NoteRow) else ()
        return lay_pieces(pieces, self.look, width, _MOST_LINES if pieces else 0, muted=row.skipped)

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(EDGE + 11 + _BOX + 10, _PAD, -EDGE - 12, -_GAP - _PAD)
