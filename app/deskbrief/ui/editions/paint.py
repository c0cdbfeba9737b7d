"""Painters of a comparison: two passages beside each other, with the words that differ marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QTextLayout

from deskbrief.document.differences import Turn
from deskbrief.ui.editions.rows import Beside, ChangeRow, EditionWords, FateRow, Pieces
from deskbrief.ui.models.look import EDGE, TARGET, draw_box, draw_focus, draw_lines, draw_text, draw_tick
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.wording import lay_pieces
from deskbrief.ui.models.words import wrapped

_PAD, _GAP, _BETWEEN = 8, 7, 22
#: Narrower than this, the new passage stands below the old one.
NARROW = 620


class BesidePainter(RowPainter[Beside]):
    """A head with what became of it, what changed, and the passages; whoever derives adds to the head."""

    def __init__(self, words: EditionWords) -> None:
        super().__init__()
        self._words = words

    def indent(self, _row: Beside) -> int:
        """Return how far the title is moved in, for what stands before it."""
        return 0

    def acts(self, _row: Beside, _width: int) -> Iterable[tuple[str, str, str, QRect]]:
        """Yield name, words, hint and place of the links below the passages."""
        return ()

    def lines(self, _row: Beside) -> Iterable[str]:
        """Yield what is said between the title and the passages."""
        return ()

    def measure(self, row: Beside, width: int) -> int:
        inner = self._room(width)
        small = self.look.small
        row.laid = tuple(wrapped(line, small, inner, 2) for line in self.lines(row))
        said = sum(len(lines) for lines in row.laid) * small.line
        head = self.look.bold.line + 4
        return (
            head + said + self._passages_height(row, inner) + self._acts_height(row, inner) + 2 * _PAD + _GAP
        )

    def estimator(self, width: int) -> Callable[[Beside], int]:
        room = self._room(width)
        per_line, line = self.look.plain.per_line(self._column(room)), self.look.plain.line
        is_wide, rest = self._is_wide(room), 3 * line + 2 * _PAD + _GAP

        def estimate(row: Beside) -> int:
            was, now = row.lengths
            old, new = (min(1 + length // per_line, row.most_lines) for length in (was, now))
            return (max(old, new) if is_wide else old + new + 1) * line + rest

        return estimate

    def zones(self, row: Beside, rect: QRect) -> Iterable[Zone]:
        inner = self._inner(rect)
        top = inner.bottom() + 1 - self._acts_height(row, inner.width())
        for name, _, hint, place in self.acts(row, inner.width()):
            yield Zone(name, place.translated(inner.left(), top), hint)

    def draw(self, painter: QPainter, rect: QRect, row: Beside, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        card, inner = rect.adjusted(EDGE, 0, -EDGE, -_GAP), self._inner(rect)
        draw_box(painter, card, theme.hover if state.hovered or state.current else theme.card, theme.line)
        if state.focused:
            draw_focus(painter, card, look)
        head = QRect(inner.left() + self.indent(row), inner.top(), inner.width(), look.bold.line)
        head.setRight(inner.right())
        told = self._words.state(row)
        draw_text(painter, head, told, look.small_bold, self._state_colour(row), "right")
        head.setRight(head.right() - look.small_bold.advance(told) - 12)
        draw_text(painter, head, self._words.title(row), look.bold, theme.ink)
        y = inner.top() + look.bold.line + 4
        for lines in row.laid:
            y = draw_lines(painter, QRect(inner.left(), y, inner.width(), 0), lines, look.small, theme.ink)
        self._draw_passages(painter, QRect(inner.left(), y, inner.width(), 0), row)
        names = {name: words for name, words, *_ in self.acts(row, inner.width())}
        for zone in self.zones(row, rect):
            if zone.name in names:
                face = look.small_link if state.zone == zone.name else look.small
                draw_text(painter, zone.rect, names[zone.name], face, theme.accent)

    def _state_colour(self, row: Beside) -> str:
        theme = self.look.theme
        if isinstance(row, FateRow):
            return theme.problem if row.is_unsure else theme.muted
        signs = {"−": theme.problem, "+": theme.recommendation}
        return signs.get(self._words.state(row)[:1], theme.event)

    def _draw_passages(self, painter: QPainter, rect: QRect, row: Beside) -> None:
        column, beside = self._column(rect.width()), self._is_wide(rect.width())
        left = self._side(row, Turn.DROPPED, column)
        right = self._side(row, Turn.ADDED, column)
        x = rect.left() + (column + _BETWEEN if beside else 0)
        y = rect.top() + (0 if beside else round(left[1]) + self.look.tiny.line + 4)
        for layout, at, words, point in (
            (left[0], row.was_at, self._words.old_text(), QPointF(rect.left(), rect.top())),
            (right[0], row.now_at, self._words.new_text(), QPointF(x, y)),
        ):
            top = QRect(round(point.x()), round(point.y()), column, self.look.tiny.line)
            draw_text(painter, top, f"{words}  {at}".rstrip(), self.look.tiny, self.look.theme.muted)
            painter.setPen(QColor(self.look.theme.ink))
            layout.draw(painter, point + QPointF(0, self.look.tiny.line + 1))

    def _side(self, row: Beside, turn: Turn, width: int) -> tuple[QTextLayout, float]:
        """Return the laid out passage of one side, `DROPPED` for the old one, and its height."""
        own = row.was if turn is Turn.DROPPED else row.now
        other = row.now if turn is Turn.DROPPED else row.was
        if not own:
            pieces: Pieces = ((Turn.KEPT, self._words.without(row, turn)),)
        elif not other:
            # Nothing to compare it with: that it was added or dropped is said above.
            pieces = ((Turn.KEPT, own),)
        else:
            pieces = tuple(piece for piece in row.pieces if piece[0] in {Turn.KEPT, turn})
        return lay_pieces(pieces, self.look, width, row.most_lines, muted=not own)

    def _passages_height(self, row: Beside, width: int) -> int:
        column, label = self._column(width), self.look.tiny.line + 1
        heights = [round(self._side(row, turn, column)[1]) + label for turn in (Turn.DROPPED, Turn.ADDED)]
        return max(heights) if self._is_wide(width) else sum(heights) + 4

    def _acts_height(self, row: Beside, width: int) -> int:
        return max((place.bottom() + 1 for *_, place in self.acts(row, width)), default=0)

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(EDGE + 14, _PAD, -EDGE - 14, -_GAP - _PAD)

    def _room(self, width: int) -> int:
        return self._inner(QRect(0, 0, width, 0)).width()

    def _is_wide(self, width: int) -> bool:
        return width >= NARROW

    def _column(self, width: int) -> int:
        return (width - _BETWEEN) // 2 if self._is_wide(width) else width


class FatePainter(BesidePainter):
    """☑ words of the note … what became of it, with links where the reader has to say."""

    def indent(self, row: Beside) -> int:
        return TARGET + 4 if isinstance(row, FateRow) and row.fate.is_open else 0

    def acts(self, row: Beside, width: int) -> Iterable[tuple[str, str, str, QRect]]:
        x = y = 0
        for name, words, hint in self._words.acts(row) if isinstance(row, FateRow) else ():
            wide = min(max(self.look.small_link.advance(words), TARGET), width)
            if x and x + wide > width:
                x, y = 0, y + TARGET
            yield name, words, hint, QRect(x, y, wide, TARGET)
            x += wide + 16

    def zones(self, row: Beside, rect: QRect) -> Iterable[Zone]:
        if self.indent(row):
            inner = self._inner(rect)
            yield Zone(
                "choose", QRect(inner.left() - 4, inner.top() - 3, TARGET, TARGET), self._words.choose()
            )
        yield from super().zones(row, rect)

    def draw(self, painter: QPainter, rect: QRect, row: Beside, state: RowState) -> None:
        super().draw(painter, rect, row, state)
        if not isinstance(row, FateRow) or not row.fate.is_open:
            return
        theme, inner = self.look.theme, self._inner(rect)
        box = QRect(inner.left(), inner.top() + 2, 14, 14)
        draw_box(painter, box, theme.card if row.skipped else theme.accent, theme.muted, radius=3)
        if not row.skipped:
            draw_tick(painter, box, theme.on_accent, strong=True)


class ChangePainter(BesidePainter):
    """≠ title, what of it changed, and both passages."""

    def lines(self, row: Beside) -> Iterable[str]:
        if isinstance(row, ChangeRow):
            yield from (self._words.detail(one) for one in self._words.details(row.compared))
