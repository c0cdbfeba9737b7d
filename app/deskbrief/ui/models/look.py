"""Fonts, measures and colours of a panel's rows, worked out once for a theme and a font."""

from __future__ import annotations

import unicodedata
from copy import copy

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from deskbrief.ui.theme import Theme

#: Pixels between the panel's edge and its content; the scroll bar lives in the right one.
EDGE = 14
#: A control inside a row takes the mouse on at least this many pixels each way (WCAG 2.2, 2.5.8).
TARGET = 24

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_FLAGS = {
    "left": int(Qt.AlignmentFlag.AlignLeft | _ONE_LINE),
    "right": int(Qt.AlignmentFlag.AlignRight | _ONE_LINE),
    "centre": int(Qt.AlignmentFlag.AlignHCenter | _ONE_LINE),
}


class Face:
    """A font with its measures: `line` is the height of one line in pixels."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._pair = max(self._metrics.horizontalAdvance("en"), 1)
        self.line = self._metrics.height() + 1

    def advance(self, text: str) -> int:
        """Return the width of `text` in pixels."""
        return self._metrics.horizontalAdvance(text)

    def per_line(self, width: int) -> int:
        """Return about how many characters of running text fit into `width`."""
        return max(width * 2 // self._pair, 1)

    def elided(self, text: str, width: int) -> str:
        """Return `text`, shortened with an ellipsis where it is wider than `width`."""
        if self._metrics.horizontalAdvance(text) <= width:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def elided_middle(self, text: str, width: int) -> str:
        """Return `text`, shortened in its middle where it is wider: its end tells two of one name apart."""
        if self._metrics.horizontalAdvance(text) <= width:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)

    def elided_left(self, text: str, width: int) -> str:
        """Return the last words of `text` that fit into `width`, after an ellipsis when there were more."""
        if self._metrics.horizontalAdvance(text) <= width:
            return text
        cut = self._metrics.elidedText(text, Qt.TextElideMode.ElideLeft, width)
        return "… " + cut.partition(" ")[2] if " " in cut else "…"

    def struck(self) -> Face:
        """Return the same face, struck through."""
        font = QFont(self.font)
        font.setStrikeOut(True)
        return Face(font)


class Look:
    """What a row is drawn with.

    `number` differs from look to look, so that measures taken with one are not used with another.
    """

    def __init__(self, theme: Theme, font: QFont, number: int = 0) -> None:
        self.theme = theme
        self.number = number
        self._font = font
        size = QFontInfo(font).pixelSize()
        small, tiny = round(size * 0.92), round(size * 0.85)
        self.plain = Face(_sized(font, size))
        self.bold = Face(_sized(font, size, bold=True))
        self.small = Face(_sized(font, small))
        self.small_bold = Face(_sized(font, small, bold=True))
        self.small_italic = Face(_sized(font, small, italic=True))
        self.small_link = Face(_underlined(_sized(font, small)))
        self.tiny = Face(_sized(font, tiny))
        self.tiny_bold = Face(_sized(font, tiny, bold=True))
        self.plain_struck, self.bold_struck = self.plain.struck(), self.bold.struck()
        quote = _sized(font, round(size * 1.06), italic=True)
        quote.setFamilies(["Deskbrief Serif", "serif"])
        self.quote = Face(quote)

    def suits(self, theme: Theme, font: QFont) -> bool:
        """Tell whether rows look like this with `theme` and `font`."""
        return theme is self.theme and font == self._font

    def has_font(self, font: QFont) -> bool:
        """Tell whether rows are as high with `font`."""
        return font == self._font

    def recoloured(self, theme: Theme) -> Look:
        """Return the same look in the colours of `theme`: what was measured with this one still counts."""
        made = copy(self)
        made.theme = theme
        return made

    def again(self) -> Look:
        """Return the same look under another number: what was measured with this one counts no more."""
        made = copy(self)
        made.number = self.number + 1
        return made

    def stamp(self, width: int) -> int:
        """Return a number that stands for this look at this width."""
        return self.number * 100_000 + width


def _sized(font: QFont, pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    result = QFont(font)
    result.setPixelSize(max(pixels, 6))
    result.setBold(bold)
    result.setItalic(italic)
    return result


def _underlined(font: QFont) -> QFont:
    font.setUnderline(True)
    return font


def runs_leftward(text: str) -> bool:
    """Tell whether `text` is read from right to left, as its first letter says."""
    if text.isascii():
        return False
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def set_apart(line: str) -> str:
    """Return a line of a text from right to left so that it is drawn as one, however it begins itself."""
    return f"\u2067{line}\u2069"


def draw_text(
    painter: QPainter, rect: QRect, text: str, face: Face, colour: str, align: str = "left"
) -> None:
    """Draw one line of plain text, elided when it is too long for `rect`."""
    if text:
        painter.setFont(face.font)
        painter.setPen(QColor(colour))
        line = face.elided(text, rect.width())
        painter.drawText(rect, _FLAGS[align], set_apart(line) if runs_leftward(text) else line)


def draw_lines(painter: QPainter, rect: QRect, lines: tuple[str, ...], face: Face, colour: str) -> int:
    """Draw wrapped lines from the top of `rect` and return the y below them."""
    left, y, width, height = rect.left(), rect.top(), rect.width(), face.line
    if lines:
        painter.setFont(face.font)
        painter.setPen(QColor(colour))
    for line in lines:
        painter.drawText(left, y, width, height, _FLAGS["left"], line)
        y += height
    return y


def draw_chevron(painter: QPainter, centre: QPointF, colour: str, *, is_open: bool) -> None:
    """Draw the triangle of something that opens: down when open, right when closed."""
    x, y = centre.x(), centre.y()
    points = ((-4.0, -2.2), (4.0, -2.2), (0.0, 3.0)) if is_open else ((-2.2, -4.0), (-2.2, 4.0), (3.0, 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))


def draw_arrow_down(painter: QPainter, centre: QPointF, colour: str) -> None:
    """Draw ↓, for what lies further down."""
    _stroke(painter, colour, strong=False)
    tip = centre + QPointF(0.0, 4.5)
    painter.drawLine(centre + QPointF(0.0, -4.5), tip)
    for aside in (-3.5, 3.5):
        painter.drawLine(tip + QPointF(aside, -3.5), tip)


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
