"""Fonts, measures and colours of a panel's rows, worked out once for a theme and a font."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from deskbrief.ui.theme import Theme

#: Pixels between the panel's edge and its content; the scroll bar lives in the right one.
EDGE = 14
#: A control inside a row takes the mouse on at least this many pixels each way (WCAG 2.2, 2.5.8).
TARGET = 24

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Look:
    """What a row is drawn with.

    `number` differs from look to look, so that measures taken with one are not used with another.
    """

    def __init__(self, theme: Theme, font: QFont, number: int = 0) -> None:
        self.theme = theme
        self.number = number
        size = QFontInfo(font).pixelSize()
        self.plain = _sized(font, size)
        self.bold = _sized(font, size, bold=True)
        self.small = _sized(font, round(size * 0.92))
        self.small_bold = _sized(font, round(size * 0.92), bold=True)
        self.tiny = _sized(font, round(size * 0.85))
        self.tiny_bold = _sized(font, round(size * 0.85), bold=True)
        self.quote = _sized(font, round(size * 1.06))
        self.quote.setFamilies(["Deskbrief Serif", "serif"])
        self.quote.setItalic(True)
        self.em = size

    def stamp(self, width: int) -> int:
        """Return a number that stands for this look at this width."""
        return self.number * 100_000 + width

    def line(self, font: QFont) -> int:
        """Return the height of one line of text."""
        return QFontMetrics(font).height() + 1

    def advance(self, font: QFont, text: str) -> int:
        """Return the width of `text` in pixels."""
        return QFontMetrics(font).horizontalAdvance(text)

    def per_line(self, font: QFont, width: int) -> int:
        """Return about how many characters of running text fit into `width`."""
        return max(width * 2 // max(QFontMetrics(font).horizontalAdvance("en"), 1), 1)


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    result = QFont(font)
    result.setPixelSize(max(pixels, 6))
    result.setBold(bold)
    return result


def draw_text(
    painter: QPainter, rect: QRect, text: str, font: QFont, colour: str, align: str = "left"
) -> None:
    """Draw one line of plain text, elided when it is too long for `rect`."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    flags = {"left": _LEFT, "right": _RIGHT, "centre": _CENTRE}[align]
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, shown)


def draw_lines(painter: QPainter, rect: QRect, lines: tuple[str, ...], font: QFont, colour: str) -> int:
    """Draw wrapped lines from the top of `rect` and return the y below them."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    height, y = painter.fontMetrics().height() + 1, rect.top()
    for line in lines:
        painter.drawText(
            QRect(rect.left(), y, rect.width(), height), _LEFT | Qt.TextFlag.TextSingleLine, line
        )
        y += height
    return y


def draw_chevron(painter: QPainter, centre: QPointF, colour: str, *, is_open: bool) -> None:
    """Draw the triangle of something that opens: down when open, right when closed."""
    x, y = centre.x(), centre.y()
    points = ((-4.0, -2.2), (4.0, -2.2), (0.0, 3.0)) if is_open else ((-2.2, -4.0), (-2.2, 4.0), (3.0, 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))


def draw_tick(painter: QPainter, rect: QRect, colour: str, *, strong: bool) -> None:
    """Draw ✓ in the middle of `rect`."""
    at = QRectF(rect).center()
    _stroke(painter, colour, strong=strong)
    path = QPainterPath(at + QPointF(-4.2, 0.3))
    path.lineTo(at + QPointF(-1.4, 3.4))
    path.lineTo(at + QPointF(4.4, -3.8))
    painter.drawPath(path)


def draw_cross(painter: QPainter, rect: QRect, colour: str, *, strong: bool) -> None:
    """Draw ✕ in the middle of `rect`."""
    at = QRectF(rect).center()
    _stroke(painter, colour, strong=strong)
    painter.drawLine(at + QPointF(-3.4, -3.4), at + QPointF(3.4, 3.4))
    painter.drawLine(at + QPointF(-3.4, 3.4), at + QPointF(3.4, -3.4))


def _stroke(painter: QPainter, colour: str, *, strong: bool) -> None:
    pen = QPen(QColor(colour), 2.0 if strong else 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_box(painter: QPainter, rect: QRect, fill: str, border: str = "", radius: float = 5.0) -> None:
    """Draw a rounded box, with a border of one pixel when a colour for it is given."""
    inner = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5) if border else QRectF(rect)
    painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)


def draw_focus(painter: QPainter, rect: QRect, look: Look) -> None:
    """Draw the frame of the row that has the keyboard."""
    painter.setPen(QPen(QColor(look.theme.accent), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
