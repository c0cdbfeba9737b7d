"""Draws what is on screen: grounds, text, rules of tables, and what stands beside the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from deskbrief.document.model import Block
from deskbrief.document.spans import Span
from deskbrief.ui.reader.flow import Flow, Seen
from deskbrief.ui.reader.gutter import Gutter, Placed, Spot, quoted
from deskbrief.ui.reader.lights import Light, Lights, Stroke
from deskbrief.ui.reader.lines import Lines
from deskbrief.ui.reader.looks import look_of
from deskbrief.ui.reader.setting import Part, SetTable
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.values import Line
from deskbrief.ui.theme import fill

#: The most signs of each kind that are drawn on one screen.
MOST_SIGNS = 200
#: How far a piece may reach into the empty room above the next one: the ground of code does.
SPILL = 12
#: The height of the bar under a table that can be moved sideways, and the least length of its handle.
BAR, LEAST_HANDLE = 5, 30


class Lit(NamedTuple):
    """What is laid under and drawn on a piece, and the block that it belongs to."""

    block: Block
    grounds: Sequence[Light]
    strokes: Sequence[Stroke]


class Scene:
    """The picture of what `flow` has on screen.

    `bar_block` is the index of the block beside which the paragraph cursor stands, or -1; `caret` is the
    offset at which the text cursor is drawn, or -1.
    """

    def __init__(self, flow: Flow, gutter: Gutter, lights: Lights) -> None:
        self._flow = flow
        self._gutter = gutter
        self._lights = lights
        self.bar_block = self.caret = -1

    def clear(self) -> None:
        """Forget the paragraph cursor and the text cursor."""
        self.bar_block = self.caret = -1

    def draw(self, painter: QPainter, clip: QRect) -> None:
        """Draw what lies in `clip`."""
        sheet = self._flow.sheet
        if sheet is None:
            return
        seen = [piece for piece in self._flow.seen() if _touches(piece, clip)]
        placed = [self._placed(sheet, piece) for piece in seen]
        self._gutter.draw_under(painter, placed)
        for piece in seen:
            self._draw_piece(painter, sheet, piece, clip)
        near = QRectF(clip)
        self._gutter.draw_spots(painter, [spot for spot in self.spots() if spot.area.intersects(near)])
        self._gutter.draw_over(painter, placed)
        self._draw_cursors(painter, sheet, placed)
        for piece, groove in self.bars():
            if isinstance(piece.setting, SetTable):
                self._draw_bar(painter, piece.setting, groove)

    def spots(self) -> list[Spot]:
        """Return the signs on screen."""
        sheet, pieces = self._flow.sheet, self._flow.seen()
        if sheet is None or not pieces:
            return []
        first, last = (_seen_of(sheet, piece, 0, self._flow.screen) for piece in (pieces[0], pieces[-1]))
        seen = Span(first.start, last.end)
        markers = islice(sheet.markers.beginning(seen.start, seen.end), MOST_SIGNS)
        marks = islice(sheet.marks.beginning(seen.start, seen.end), MOST_SIGNS)
        placed = self._gutter.place_markers([(one, self._flow.line(one.span.start)) for one in markers])
        return placed + self._gutter.place_signs([(one, self._flow.line(one.span.start)) for one in marks])

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the sign at a point of the screen."""
        if self._gutter.left <= point.x() <= self._gutter.right:
            return None
        return next((spot for spot in self.spots() if spot.area.contains(point)), None)

    def scan_at(self, point: QPointF) -> Block | None:
        """Return the page without text whose figure is at a point of the screen."""
        sheet = self._flow.sheet
        if sheet is None:
            return None
        scans = (piece for piece in self._flow.seen() if sheet.block(piece.piece).scan)
        return self._gutter.scan_under((self._placed(sheet, piece) for piece in scans), point)

    def visible(self) -> Span:
        """Return the stretch of the text that is on screen, in whole pieces."""
        seen, sheet = self._flow.seen(), self._flow.sheet
        if not seen or sheet is None:
            return Span(0, 0)
        return Span(sheet.pieces[seen[0].piece].start, sheet.pieces[seen[-1].piece].end)

    def bar_at(self, point: QPointF) -> Seen | None:
        """Return the table whose bar is under a point."""
        return next(
            (piece for piece, area in self.bars() if area.adjusted(0, -3, 0, 3).contains(point)), None
        )

    def bars(self) -> list[tuple[Seen, QRectF]]:
        """Return where bars are under tables on screen that can be moved sideways.

        The bar of a table that goes on below the screen stands at the foot of the screen, once the first line
        of the table can be read above it.
        """
        found: dict[int, tuple[Seen, QRectF]] = {}
        sheet, foot = self._flow.sheet, self._flow.screen - BAR - 3
        for piece in self._flow.seen() if sheet is not None else ():
            setting = piece.setting
            if isinstance(setting, SetTable) and self.most_across(setting) and sheet is not None:
                block, first = sheet.pieces[piece.piece].block, setting.line(sheet.pieces[piece.piece].start)
                if block in found or piece.y + first.top + first.height <= foot:
                    y = min(piece.y + setting.bottom + 3, foot)
                    found[block] = piece, QRectF(self._gutter.left, y, self._wide(), BAR)
        return list(found.values())

    def most_across(self, setting: SetTable) -> float:
        """Return how far a table can be moved to the left."""
        most = setting.far - (self._gutter.right - self._gutter.left)
        return most if most > 1 else 0.0

    def _placed(self, sheet: Sheet, piece: Seen) -> Placed:
        setting, y = piece.setting, piece.y
        first = setting.line(sheet.pieces[piece.piece].start)
        wide = self._gutter.right - self._gutter.left
        area = QRectF(self._gutter.left, y + setting.top, wide, setting.bottom - setting.top)
        line = Line(first.top + y, first.height, first.baseline + y)
        opens = sheet.opens(piece.piece)
        block, backward = sheet.block(piece.piece), setting.right_to_left
        return Placed(block, area, line, opens, backward, quoted(sheet, piece.piece))

    def _draw_piece(self, painter: QPainter, sheet: Sheet, piece: Seen, clip: QRect) -> None:
        block, setting = sheet.block(piece.piece), piece.setting
        span = _seen_of(sheet, piece, clip.top(), clip.bottom())
        theme = self._gutter.styles.theme
        lit = Lit(block, self._lights.grounds(sheet, span, theme), self._lights.strokes(sheet, span, theme))
        if isinstance(setting, SetTable):
            painter.save()
            painter.setClipRect(QRectF(self._gutter.left, piece.y, self._wide(), setting.height))
        for part in setting.parts(clip.top() - piece.y, clip.bottom() + 1 - piece.y):
            self._draw_part(painter, sheet, _moved(part, self._gutter.left, piece.y), lit, clip)
        if isinstance(setting, SetTable):
            self._draw_rules(painter, piece, setting)
            painter.restore()

    def _draw_part(self, painter: QPainter, sheet: Sheet, part: Part, lit: Lit, clip: QRect) -> None:
        lines, theme = part.lines, self._gutter.styles.theme
        for light in lit.grounds:
            gap = 0 if light.whole else 1
            for area, _ in _areas(lines, light.start, light.end, part):
                fill(painter, area.adjusted(0, gap, 0, -gap), light.colour)
        muted = look_of(lit.block, header=part.header).muted
        painter.setPen(QColor(theme.muted if muted else theme.ink))
        colours: tuple[QTextLayout.FormatRange, ...] = ()
        if lit.grounds and (muted or sheet.inlines(lines.start, lines.end)):
            colours = tuple(_inks(lines, lit.grounds, QColor(theme.ink)))
        lines.draw(painter, QPointF(part.x, part.y), QRectF(clip), colours)
        for stroke in lit.strokes:
            for area, base in _areas(lines, stroke.start, stroke.end, part):
                _draw_stroke(painter, stroke, area, base)

    def _draw_rules(self, painter: QPainter, piece: Seen, setting: SetTable) -> None:
        colour = QColor(self._gutter.styles.theme.line)
        wide = min(setting.far - setting.across, float(self._wide()))
        for y in setting.rules:
            fill(painter, QRectF(self._gutter.left, piece.y + y - 1, wide, 1), colour)

    def _draw_bar(self, painter: QPainter, setting: SetTable, groove: QRectF) -> None:
        """Draw how far a wide table has been moved."""
        theme = self._gutter.styles.theme
        long = max(groove.width() * self._wide() / setting.far, LEAST_HANDLE)
        x = groove.x() + (groove.width() - long) * setting.across / self.most_across(setting)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chip))
        painter.drawRoundedRect(groove, 2.5, 2.5)
        painter.setBrush(QColor(theme.scroll))
        painter.drawRoundedRect(QRectF(x, groove.y(), long, BAR), 2.5, 2.5)

    def _wide(self) -> int:
        return self._gutter.right - self._gutter.left

    def _draw_cursors(self, painter: QPainter, sheet: Sheet, placed: Sequence[Placed]) -> None:
        if self.caret >= 0:
            area = self.caret_area(self.caret)
            if area is not None:
                fill(painter, area, QColor(self._gutter.styles.theme.ink))
        if self.bar_block >= 0:
            self._gutter.draw_cursor(painter, placed, sheet.document.blocks[self.bar_block])

    def edges(self, span: Span) -> tuple[QRectF | None, QRectF | None]:
        """Return the outer edges of the first and the last letter of `span`, of those that are on screen."""
        return self._edge(span.start, ahead=True), self._edge(max(span.end - 1, span.start), ahead=False)

    def _edge(self, letter: int, *, ahead: bool) -> QRectF | None:
        piece = self._flow.seen_of(letter)
        if piece is None:
            return None
        setting = piece.setting
        part = _moved(setting.part_of(letter), self._gutter.left, piece.y)
        area = next((area for area, _ in _areas(part.lines, letter, letter + 1, part)), None)
        if area is None:
            return self.caret_area(letter)
        x = area.left() if ahead is not setting.right_to_left else area.right()
        return QRectF(round(x) - 1, area.top() + 1, 2, area.height() - 2)

    def caret_area(self, offset: int) -> QRectF | None:
        """Return where a text cursor stands before the letter at `offset`, if that is on screen."""
        piece = self._flow.seen_of(offset)
        if piece is None:
            return None
        line = piece.setting.line(offset)
        x = self._gutter.left + piece.setting.x(offset)
        return QRectF(round(x) - 1, piece.y + line.top + 2, 2, line.height - 4)


def _seen_of(sheet: Sheet, piece: Seen, top: float, bottom: float) -> Span:
    """Return what of a piece stands between two heights of the screen; of long ones that is a small part."""
    found = piece.setting.between(top - piece.y, bottom - piece.y)
    whole = sheet.pieces[piece.piece]
    span = Span(whole.start, whole.end) if found is None else found
    return span if len(span) else Span(span.start, span.start + 1)


def _touches(piece: Seen, clip: QRect) -> bool:
    return piece.y <= clip.bottom() and piece.y + piece.setting.height + SPILL >= clip.top()


def _moved(part: Part, x: float, y: float) -> Part:
    return Part(part.lines, part.x + x, part.y + y, part.header)


def _areas(lines: Lines, start: int, end: int, part: Part) -> Iterator[tuple[QRectF, float]]:
    """Yield the rectangles of `[start, end)` on the screen, each with its base line."""
    low, high = max(start, lines.start), min(end, lines.end)
    if low < high:
        for area, base in lines.rects(low, high):
            yield area.translated(part.x, part.y), base + part.y


def _inks(lines: Lines, lights: Sequence[Light], colour: QColor) -> Iterator[QTextLayout.FormatRange]:
    """Yield what gives letters on a ground the colour of plain text, whatever they have otherwise."""
    style = QTextCharFormat()
    style.setForeground(colour)
    for light in lights:
        low, high = max(light.start, lines.start), min(light.end, lines.end)
        if light.inks and low < high:
            made = QTextLayout.FormatRange()
            made.start = lines.position(low)
            made.length = lines.position(high) - made.start
            made.format = style
            yield made


def _draw_stroke(painter: QPainter, stroke: Stroke, area: QRectF, base: float) -> None:
    if stroke.through:
        # Through the middle of small letters.
        fill(painter, QRectF(area.left(), round(base - area.height() * 0.17), area.width(), 2), stroke.colour)
    elif stroke.broken:
        painter.setPen(QPen(stroke.colour, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), base + 3.5), QPointF(area.right(), base + 3.5))
    else:
        fill(painter, QRectF(area.left(), base + 3, area.width(), 2), stroke.colour)
