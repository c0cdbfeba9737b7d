"""Painters of the library's rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout

from deskbrief.services.timeline import letter
from deskbrief.ui.library.rows import CardRow, LibraryWords, PassageRow, SourceRow, TellingRow
from deskbrief.ui.models.laying import lay_out
from deskbrief.ui.models.look import EDGE, TARGET, draw_box, draw_focus, draw_lines, draw_text, draw_tick
from deskbrief.ui.models.painters import RowPainter, RowState, Zone
from deskbrief.ui.models.words import wrapped

_PAD, _GAP, _BAR = 7, 4, 4
#: The width of the bar that shows how far a document was read.
_PROGRESS = 140
#: Ink of a letter on a source's colour, which is light in every theme.
LETTER_INK = "#1d2329"
_MOST_LINES = 4

#: What is told below a title: which one and its format, date, length, progress and marks.
MOST_FACTS = 6


def box_in(rect: QRect, gap: int) -> QRect:
    """Return the box of a row, with a gap below it; the scroll bar never lies on its edge."""
    return rect.adjusted(EDGE - 6, 0, -EDGE + 3, -gap)


class CardPainter(RowPainter[CardRow]):
    """☐ Title … facts below, progress as a bar."""

    def __init__(self, words: LibraryWords) -> None:
        super().__init__()
        self._words = words

    def measure(self, _row: CardRow, _width: int) -> int:
        return self.look.bold.line + self.look.small.line + 2 * _PAD + _GAP + _BAR

    def estimator(self, _width: int) -> Callable[[CardRow], int]:
        # All are of one height, which is worked out once and not for each of ten thousand.
        height = self.look.bold.line + self.look.small.line + 2 * _PAD + _GAP + _BAR
        return lambda _: height

    def zones(self, _row: CardRow, rect: QRect) -> tuple[Zone, ...]:
        left = rect.left() + EDGE
        box = QRect(left, rect.top() + (rect.height() - _GAP - TARGET) // 2, TARGET, TARGET)
        return (Zone("choose", box, self._words.tr("Choose (Space)")),)

    def draw(self, painter: QPainter, rect: QRect, row: CardRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = box_in(rect, _GAP)
        if row.is_chosen or state.current or state.hovered:
            draw_box(painter, box, theme.selected if row.is_chosen or state.current else theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        self._draw_check(painter, self.zones(row, rect)[0].rect, row)
        inner = box.adjusted(TARGET + 14, _PAD, -10, 0)
        line = QRect(inner.left(), inner.top(), inner.width(), look.bold.line)
        opened = self._words.opened(row.card)
        draw_text(painter, line, opened, look.tiny, theme.muted, "right")
        draw_text(
            painter, line.adjusted(0, 0, -look.tiny.advance(opened) - 12, 0), row.name, look.bold, theme.ink
        )
        below = QRect(inner.left(), line.bottom() + 1, inner.width(), look.small.line)
        labels = "  ".join(row.labels)
        width = min(look.small.advance(labels), below.width() // 2)
        draw_text(painter, below, look.small.elided(labels, width), look.small, theme.accent, "right")
        facts = [one for one in self._words.facts(row)[:MOST_FACTS] if one]
        draw_text(painter, below.adjusted(0, 0, -width - 12, 0), " · ".join(facts), look.small, theme.muted)
        self._draw_bar(painter, QRect(inner.left(), below.bottom() + 2, inner.width(), 2), row)

    def _draw_check(self, painter: QPainter, zone: QRect, row: CardRow) -> None:
        theme = self.look.theme
        box = QRect(0, 0, 14, 14)
        box.moveCenter(zone.center())
        draw_box(painter, box, theme.accent if row.is_chosen else theme.card, theme.muted, radius=3)
        if row.is_chosen:
            draw_tick(painter, box, theme.on_accent, strong=True)

    def _draw_bar(self, painter: QPainter, rect: QRect, row: CardRow) -> None:
        rect.setWidth(min(rect.width(), _PROGRESS))
        if row.card.read >= 0.005:
            draw_box(painter, rect, self.look.theme.line, radius=1)
            done = QRect(rect.left(), rect.top(), max(round(rect.width() * row.card.read), 2), rect.height())
            draw_box(painter, done, self.look.theme.accent, radius=1)


class PassagePainter(RowPainter[PassageRow]):
    """The document's name, where in it, and the words that were found among those around them."""

    def __init__(self, words: LibraryWords) -> None:
        super().__init__()
        self._words = words

    def measure(self, row: PassageRow, width: int) -> int:
        return self._head + round(self._laid(row, width)[1]) + 2 * _PAD + _GAP + 2

    def estimator(self, width: int) -> Callable[[PassageRow], int]:
        per_line = self.look.plain.per_line(width - 2 * EDGE - 8)
        least, line = self._head + 2 * _PAD + _GAP + 2, self.look.plain.line

        def estimate(row: PassageRow) -> int:
            return least + line * min(len(row.passage.around) // per_line + 1, _MOST_LINES)

        return estimate

    @property
    def _head(self) -> int:
        """The height of the two lines above the words."""
        return self.look.small_bold.line + self.look.tiny.line

    def draw(self, painter: QPainter, rect: QRect, row: PassageRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = box_in(rect, _GAP)
        draw_box(painter, box, theme.selected if state.current else theme.hover if state.hovered else "")
        if state.focused:
            draw_focus(painter, box, look)
        inner = box.adjusted(10, _PAD, -10, 0)
        head = QRect(inner.left(), inner.top(), inner.width(), look.small_bold.line)
        draw_text(painter, head, row.name, look.small_bold, theme.ink)
        below = QRect(inner.left(), head.bottom() + 1, inner.width(), look.tiny.line)
        draw_text(painter, below, self._words.where(row.passage), look.tiny, theme.muted)
        painter.setPen(QColor(theme.ink))
        layout, _ = self._laid(row, rect.width())
        layout.draw(painter, QPointF(inner.left(), inner.top() + self._head + 2))

    def _laid(self, row: PassageRow, width: int) -> tuple[QTextLayout, float]:
        found = self.look.theme.found
        formats = [self._marked(row, span.start, span.end, found) for span in row.passage.marked]
        room = width - 2 * EDGE - 8
        return lay_out(row.passage.around, self.look.plain.font, formats, room, _MOST_LINES)

    def _marked(self, row: PassageRow, start: int, end: int, colour: str) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        around = row.passage.around
        # Qt counts in UTF-16.
        found.start = len(around[:start].encode("utf-16-le", "surrogatepass")) // 2
        found.length = len(around[start:end].encode("utf-16-le", "surrogatepass")) // 2
        form = QTextCharFormat()
        form.setBackground(QColor(colour))
        form.setFontWeight(QFont.Weight.DemiBold)
        found.format = form
        return found


class SourcePainter(RowPainter[SourceRow]):
    """A source's colour and letter with its title."""

    def __init__(self, words: LibraryWords) -> None:
        super().__init__()
        self._words = words

    def measure(self, _row: SourceRow, _width: int) -> int:
        return self.look.plain.line + 8

    def draw(self, painter: QPainter, rect: QRect, row: SourceRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        if state.focused:
            draw_focus(painter, box_in(rect, 1), look)
        draw_sign(painter, QRect(rect.left() + EDGE, rect.top() + 3, 18, 18), row.number, self)
        line = rect.adjusted(EDGE + 28, 0, -EDGE, 0)
        told = self._words.source(row)
        face = look.small
        draw_text(painter, line, told, face, theme.muted, "right")
        line.setRight(max(line.right() - face.advance(told) - 14, line.left() + line.width() // 2))
        draw_text(painter, line, row.source.title, look.plain, theme.ink if row.events else theme.muted)


class TellingPainter(RowPainter[TellingRow]):
    """When … Ⓐ what … source, place; its detail below; ≠ where the sources give other dates."""

    _WHEN, _PLACE = 128, 84
    #: Where there is no more room than this, the letter alone tells the source.
    _NARROW = 620

    def __init__(self, words: LibraryWords) -> None:
        super().__init__()
        self._words = words

    def measure(self, row: TellingRow, width: int) -> int:
        room = width - 2 * EDGE - self._WHEN - 28
        sign = "≠ " if row.differs else ""
        detail = "" if row.is_told else row.telling.detail
        row.laid = (
            wrapped(row.telling.title, self.look.bold, room - self._beside(width), 2),
            wrapped(detail, self.look.small, room - self._beside(width), 2),
            wrapped(self._words.difference(row), self.look.small, room, 1),
            wrapped("" if row.follows else sign + row.telling.when, self.look.small_bold, self._WHEN - 8, 2),
        )
        lines = len(row.laid[0]) * self.look.bold.line
        lines += (len(row.laid[1]) + len(row.laid[2])) * self.look.small.line
        beside = self.look.bold.line + (0 if row.follows else self.look.tiny.line) if row.telling.place else 0
        return max(lines, len(row.laid[3]) * self.look.small_bold.line, beside) + 10

    def estimator(self, width: int) -> Callable[[TellingRow], int]:
        look, room = self.look, width - 2 * EDGE - self._WHEN - 28 - self._beside(width)
        titles, details = look.bold.per_line(room), look.small.per_line(room)
        lines_beside = look.bold.line + look.tiny.line

        def estimate(row: TellingRow) -> int:
            telling = row.telling
            title = 1 + (len(telling.title) > titles)
            detail = 0 if row.is_told or not telling.detail else 1 + (len(telling.detail) > details)
            lines = title * look.bold.line + (detail + row.tells_difference) * look.small.line
            return max(lines, look.bold.line if row.follows else lines_beside) + 10

        return estimate

    def _beside(self, width: int) -> int:
        """Return how much room source and place take at the right: without room for both, for the place."""
        return self._PLACE if width < self._NARROW else min(width // 4, 260)

    def draw(self, painter: QPainter, rect: QRect, row: TellingRow, state: RowState) -> None:
        look, theme = self.look, self.look.theme
        box = box_in(rect, 2)
        if state.hovered or state.current:
            draw_box(painter, box, theme.selected if state.current else theme.hover)
        if state.focused:
            draw_focus(painter, box, look)
        if row.is_first and not row.follows:
            painter.fillRect(
                QRectF(rect.left() + EDGE, rect.top() - 1, rect.width() - 2 * EDGE, 1), QColor(theme.line)
            )
        when = QRect(rect.left() + EDGE, rect.top() + 4, self._WHEN - 8, 0)
        draw_lines(painter, when, row.laid[3], look.small_bold, theme.problem if row.differs else theme.event)
        left = rect.left() + EDGE + self._WHEN
        if not row.follows:
            draw_sign(painter, QRect(left, rect.top() + 4, 18, 18), row.telling.source, self)
        self._draw_source(painter, rect, row)
        text = QRect(left + 26, rect.top() + 4, rect.right() - left - 26 - EDGE, rect.height())
        text.setTop(draw_lines(painter, text, row.laid[0], look.bold, theme.ink))
        text.setTop(draw_lines(painter, text, row.laid[1], look.small, theme.muted))
        draw_lines(painter, text, row.laid[2], look.small, theme.problem)

    def _draw_source(self, painter: QPainter, rect: QRect, row: TellingRow) -> None:
        """Draw at the right which source it is and where in it; that of the row above is not said again."""
        look, theme, beside = self.look, self.look.theme, self._beside(rect.width())
        line = QRect(rect.right() - EDGE - beside + 14, rect.top() + 4, beside - 14, look.bold.line)
        if rect.width() >= self._NARROW and not row.follows:
            named = look.tiny.elided_middle(row.source.title, line.width())
            draw_text(painter, line, named, look.tiny, theme.muted, "right")
            line.translate(0, look.bold.line - 2)
        draw_text(painter, line, row.telling.place, look.tiny, theme.muted, "right")


def draw_sign(painter: QPainter, rect: QRect, source: int, by: SourcePainter | TellingPainter) -> None:
    """Draw a source's colour with its letter; letters go on where colours begin again."""
    dots = by.look.theme.dots
    draw_box(painter, rect, dots[source % len(dots)], radius=9)
    draw_text(painter, rect, letter(source), by.look.tiny_bold, LETTER_INK, "centre")
