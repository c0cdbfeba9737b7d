"""What stands beside the text and is no part of it: numbers, list markers, bars, frames, signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from deskbrief.document.model import Block, BlockKind
from deskbrief.ui.reader.looks import Face, look_of
from deskbrief.ui.reader.pictures import Pictures
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import FIGURE_PADDING, FIGURE_TEXT, LONGEST_ALT, PICTURE_BELOW, Styles
from deskbrief.ui.reader.values import Line, Mark, Marker, MarkerKind
from deskbrief.ui.theme import fill, letter

#: Distances from the column's left edge: paragraph numbers end, markers are centred, the bar begins.
NUMBER, MARKER, BAR = 27, 15, 7
#: Where they end in a narrow gutter, beside a marker and without one; what they keep from the edge of the
#: view, and the least size of their figures in pixels: there is none where they would be smaller.
CLOSE, BESIDE, EDGE, SMALLEST_NUMBER = 21, 13, 3, 7
#: How far list markers stand from their words, and the least that is left when they are wide.
MARKER_GAP, LEAST_GAP = 8, 3
#: Half the width of a marker, and of the sign that stands for a mark.
MARKER_RADIUS, SIGN_RADIUS = 5, 8
#: Where the first sign right of the column is centred, and how far apart signs, and markers, stand.
SIGN, APART, ABREAST = 20, 19, 13
#: The colour of letters on the solid colours of roles, in every theme.
LETTER_INK = "#1d2329"
#: Signs of bullets in plain text, which has no better ones.
_BULLETS = {"-": "•", "*": "•", "+": "•"}


class Placed(NamedTuple):
    """A piece on screen: its block, its area, its first line, and whether it is its block's beginning.

    `quoted` tells whether the piece above and the one below stand in the same quotation.
    """

    block: Block
    area: QRectF
    first: Line
    opens: bool
    right_to_left: bool
    quoted: tuple[bool, bool] = (False, False)


class Spot(NamedTuple):
    """A sign that can be pointed at."""

    area: QRectF
    value: Mark | Marker
    tip: str


class Gutter(QObject):
    """Draws around a column that runs from `left` to `right`, both in pixels."""

    def __init__(self, styles: Styles, parent: QObject) -> None:
        super().__init__(parent)
        self.styles = styles
        self.left = self.right = 0
        self.pictures = Pictures(self)
        self._crowded: set[float] = set()
        self._marked: set[float] = set()

    def draw_under(self, painter: QPainter, placed: Iterable[Placed]) -> None:
        """Draw what lies behind the text: the ground of code."""
        painter.setPen(QPen(QColor(self.styles.theme.line), 1))
        painter.setBrush(QColor(self.styles.theme.panel))
        for piece in placed:
            if piece.block.kind is BlockKind.CODE:
                top, height = piece.area.y() - 9, piece.area.height() + 18
                painter.drawRoundedRect(
                    QRectF(self.left - 12.5, top + 0.5, self.right - self.left + 25, height - 1), 5, 5
                )

    def draw_over(self, painter: QPainter, placed: Sequence[Placed]) -> None:
        """Draw paragraph numbers, list markers, the bars of quotes and the frames of figures."""
        for number, pieces in groupby(placed, lambda piece: quotation_of(piece.block)):
            if number:
                self._draw_bar(painter, list(pieces))
        for piece in placed:
            if not piece.opens:
                continue
            if _number(piece.block):
                self._draw_number(painter, piece)
            if piece.block.marker and look_of(piece.block).steps:
                self._draw_list_marker(painter, piece)
            if piece.block.kind is BlockKind.FIGURE and not self._draw_picture(painter, piece):
                self._draw_frame(painter, piece)

    def draw_cursor(self, painter: QPainter, placed: Iterable[Placed], block: Block) -> None:
        """Draw the bar beside the paragraph that the keyboard is at, if a piece of it is among `placed`."""
        area = QRectF()
        for piece in placed:
            if piece.block is block:
                area = area.united(piece.area)
        if area.isNull():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.styles.theme.accent))
        painter.drawRoundedRect(QRectF(self.left - BAR, area.y(), 3, area.height()), 1.5, 1.5)

    def place_markers(self, markers: Iterable[tuple[Marker, Line]]) -> list[Spot]:
        """Return where markers stand left of their lines; those of one kind on one line share a shape.

        This comes before `draw_over`, which moves paragraph numbers out of their way.
        """
        groups: dict[tuple[float, MarkerKind], list[tuple[Marker, Line]]] = {}
        for marker, line in markers:
            groups.setdefault((line.baseline, marker.kind), []).append((marker, line))
        spots: list[Spot] = []
        used: dict[float, int] = {}
        self._crowded, self._marked = set(), {baseline for baseline, _ in groups}
        for (baseline, _), group in groups.items():
            x = self.left - MARKER - ABREAST * used.get(baseline, 0)
            if baseline in used:
                self._crowded.add(baseline)
            used[baseline] = used.get(baseline, 0) + 1
            area = _around(x, _middle(group[0][1]), MARKER_RADIUS)
            tip = "\n".join(marker.label for marker, _ in group)
            spots.append(Spot(area.adjusted(-4, -4, 4, 4), group[0][0], tip))
        return spots

    def place_signs(self, marks: Iterable[tuple[Mark, Line]]) -> list[Spot]:
        """Return where the letter of each mark stands, right of the line it begins on."""
        spots: list[Spot] = []
        used: dict[float, int] = {}
        for mark, line in marks:
            count = used.get(line.baseline, 0)
            used[line.baseline] = count + 1
            if count < 2:
                area = _around(self.right + SIGN + APART * count, _middle(line), SIGN_RADIUS)
                spots.append(Spot(area.adjusted(-2, -2, 2, 2), mark, self._tip(mark)))
        return spots

    def draw_spots(self, painter: QPainter, spots: Iterable[Spot]) -> None:
        """Draw markers as shapes and marks as letters: in a bubble when there are words."""
        for spot in spots:
            if isinstance(spot.value, Marker):
                self._draw_marker(painter, spot.area.adjusted(4, 4, -4, -4), spot.value.kind)
            else:
                self._draw_sign(painter, spot.area.adjusted(2, 2, -2, -2), spot.value)

    def _tip(self, mark: Mark) -> str:
        if mark.uncertain:
            return self.tr("The text has changed here: the place of this mark is uncertain")
        return self.tr("Marked passage with a note") if mark.has_body else self.tr("Marked passage")

    def _draw_number(self, painter: QPainter, piece: Placed) -> None:
        font = self.styles.font(Face.SANS, 0.62)
        painter.setFont(font)
        painter.setPen(QColor(self.styles.theme.muted))
        text = _number(piece.block)
        baseline = piece.first.baseline
        x = self.left - NUMBER - (ABREAST if baseline in self._crowded else 0)
        wide = painter.fontMetrics().horizontalAdvance(text)
        if wide > x - EDGE:
            # A narrow gutter: what is left of the room of markers is used too, then the figures get smaller.
            x = min(x + NUMBER - (CLOSE if baseline in self._marked else BESIDE), EDGE + wide)
        if wide > x - EDGE:
            size = int(painter.fontInfo().pixelSize() * (x - EDGE) / wide)
            if size < SMALLEST_NUMBER:
                return
            font.setPixelSize(size)
            painter.setFont(font)
            wide = painter.fontMetrics().horizontalAdvance(text)
        if piece.block.kind is BlockKind.FIGURE:
            baseline = piece.area.y() - self.styles.figure_room(piece.block) + FIGURE_PADDING + 4
        painter.drawText(QPointF(x - wide, baseline), text)

    def _draw_list_marker(self, painter: QPainter, piece: Placed) -> None:
        look = look_of(piece.block)
        painter.setFont(self.styles.font(look.face, look.size))
        painter.setPen(QColor(self.styles.theme.ink))
        text = _BULLETS.get(piece.block.marker, piece.block.marker)
        room = look.steps * self.styles.indent
        text = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, room + NUMBER - 2 * MARKER_GAP
        )
        if piece.right_to_left:
            x = self.right - room + float(MARKER_GAP)
        else:
            wide = painter.fontMetrics().horizontalAdvance(text)
            hanging = self.left + room - MARKER_GAP - wide
            # A marker that only just fits stands nearer to its words rather than outside of the column.
            within = float(self.left + room - self.styles.indent)
            x = max(hanging, within) if within + wide <= self.left + room - LEAST_GAP else hanging
        painter.drawText(QPointF(x, piece.first.baseline), text)

    def _draw_bar(self, painter: QPainter, pieces: Sequence[Placed]) -> None:
        """Draw one bar beside all `pieces` of a quotation, past the edge of the screen where it goes on."""
        first, last = pieces[0], pieces[-1]
        top = first.area.y() + (-self.styles.line if first.quoted[0] else 2)
        bottom = last.area.bottom() + (self.styles.line if last.quoted[1] else -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.styles.theme.scroll))
        x = self.right - 6 if first.right_to_left else self.left + 3
        painter.drawRoundedRect(QRectF(x, top, 3, bottom - top), 1.5, 1.5)

    def scan_under(self, placed: Iterable[Placed], point: QPointF) -> Block | None:
        """Return the page without text whose figure is under a point, or the words above that."""
        for piece in placed:
            room = self.styles.figure_room(piece.block)
            area = QRectF(self.left, piece.area.y() - room, self.right - self.left, room)
            if piece.block.scan and piece.opens and area.contains(point):
                return piece.block
        return None

    def scan_tip(self) -> str:
        """Return what a click on the figure of a page without text does."""
        return self.tr("Show the page as it is")

    def _scan_words(self) -> str:
        return self.tr("A picture without text. Click to see it as it is.")

    def _draw_picture(self, painter: QPainter, piece: Placed) -> bool:
        """Draw the picture of a figure in the middle of the column; return whether it is there."""
        picture = piece.block.picture
        if picture is None:
            return False
        size = self.styles.picture_size(picture)
        image = self.pictures.image(picture.key, size, painter.device().devicePixelRatio())
        if image is None or image.isNull():
            return False
        left = round(self.left + (self.right - self.left - size.width()) / 2)
        area = QRect(QPoint(left, round(piece.area.y() - PICTURE_BELOW - size.height())), size)
        if piece.block.scan:
            self._draw_scan_words(painter, piece.block, QRectF(area))
        if image.hasAlphaChannel():
            # Drawings that can be seen through were made for white paper.
            fill(painter, area, QColor("white"))
        painter.drawImage(area, image)
        return True

    def _draw_scan_words(self, painter: QPainter, block: Block, area: QRectF) -> None:
        """Draw an edge around the picture of a page without text, and above it what it is."""
        painter.setPen(QPen(QColor(self.styles.theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setFont(self.styles.font(Face.SANS, FIGURE_TEXT))
        painter.setPen(QColor(self.styles.theme.muted))
        wide, high = float(self.right - self.left), float(painter.fontMetrics().lineSpacing())
        above = QRectF(self.left, area.top() - PICTURE_BELOW - high, wide, high)
        words = f"{self.tr('Page {0}').format(block.page)}: {self._scan_words()}"
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(wide))
        painter.drawText(above, Qt.AlignmentFlag.AlignHCenter, words)

    def _draw_frame(self, painter: QPainter, piece: Placed) -> None:
        room = self.styles.figure_room(piece.block)
        frame = QRectF(self.left + 0.5, piece.area.y() - room + 0.5, self.right - self.left - 1, room - 8)
        painter.setPen(QPen(QColor(self.styles.theme.line), 1))
        painter.setBrush(QColor(self.styles.theme.panel))
        painter.drawRoundedRect(frame, 6, 6)
        inside = frame.adjusted(FIGURE_PADDING, FIGURE_PADDING - 6, -FIGURE_PADDING, -4)
        painter.setPen(QColor(self.styles.theme.muted))
        painter.setFont(self.styles.font(Face.SANS, FIGURE_TEXT, bold=True))
        head = self.tr("Page {0}").format(piece.block.page) if piece.block.scan else self.tr("Figure")
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop, head)
        inside.setTop(inside.top() + painter.fontMetrics().lineSpacing() + 2)
        painter.setFont(self.styles.font(Face.SANS, FIGURE_TEXT))
        words = self._scan_words() if piece.block.scan else piece.block.alt[:LONGEST_ALT]
        painter.drawText(inside, int(Qt.TextFlag.TextWordWrap), words)

    def _draw_marker(self, painter: QPainter, area: QRectF, kind: MarkerKind) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if kind is MarkerKind.EVENT:
            painter.setBrush(QColor(self.styles.theme.event))
            painter.drawEllipse(area)
        else:
            painter.setBrush(QColor(self.styles.theme.recommendation))
            painter.drawRoundedRect(area, 2, 2)

    def _draw_sign(self, painter: QPainter, area: QRectF, mark: Mark) -> None:
        shape = QPainterPath()
        if mark.has_body:
            shape.addRoundedRect(area.adjusted(0, 0, 0, -2), 3, 3)
            tail = QPointF(area.x() + 4, area.bottom() - 2)
            shape.moveTo(tail)
            shape.lineTo(tail + QPointF(0, 4))
            shape.lineTo(tail + QPointF(5, 0))
            shape.closeSubpath()
        else:
            shape.addEllipse(area)
        painter.fillPath(shape.simplified(), self.styles.theme.dot(mark.role))
        font = self.styles.font(Face.SANS, bold=True)
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(LETTER_INK))
        text = "?" if mark.uncertain else letter(mark.role)
        lifted = area.adjusted(0, 0, 0, -2) if mark.has_body else area
        painter.drawText(lifted, Qt.AlignmentFlag.AlignCenter, text)


def quotation_of(block: Block) -> int:
    """Return what tells the quotation whose bar stands beside `block` from others, or 0.

    Tables fill the column and leave no room for a bar; quotes of documents stored long ago have no number.
    """
    if block.rows:
        return 0
    return block.quotation or (-1 - block.start if block.kind is BlockKind.QUOTE else 0)


def quoted(sheet: Sheet, index: int) -> tuple[bool, bool]:
    """Tell whether the pieces above and below the one with this index stand in the same quotation."""
    own = quotation_of(sheet.block(index))
    if not own:
        return False, False
    others = (index - 1, index + 1)
    above, below = (
        0 <= other < len(sheet.pieces) and own == quotation_of(sheet.block(other)) for other in others
    )
    return above, below


def _middle(line: Line) -> float:
    """Return where the middle of small letters on `line` is."""
    return line.baseline - line.height * 0.22


def _around(x: float, y: float, radius: float) -> QRectF:
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)


def _number(block: Block) -> str:
    """Return what stands beside a paragraph: its count, but nothing beside numbers of the text's own."""
    if block.label:
        return block.label.removesuffix(" ¶") if block.label.endswith(" ¶") else ""
    return str(block.paragraph) if block.paragraph else ""
