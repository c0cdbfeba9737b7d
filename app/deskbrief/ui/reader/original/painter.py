"""Draws pages: the picture, what is laid on it like a marker on paper, and the signs beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from deskbrief.document.spans import Span
from deskbrief.services.pagemap import PageMap
from deskbrief.ui.reader.lights import Light, Lights, Stroke
from deskbrief.ui.reader.looks import Face
from deskbrief.ui.reader.original.feed import Drawn
from deskbrief.ui.reader.original.stack import on_screen
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import Styles
from deskbrief.ui.theme import LIGHT, fill

#: How dark a page is in the dark, of 255, when it is to be dimmed.
DIMMED = 90
#: The widest that words in the place of a page get.
WIDEST_WORDS = 460.0


class SeenPage(NamedTuple):
    """A page on screen: where it lies, how many pixels it has to a point, what has come of it, or words."""

    area: QRectF
    scale: float
    pictures: tuple[Drawn, ...]
    found: PageMap | None
    words: str = ""


def draw_page(painter: QPainter, page: SeenPage, ratio: float) -> None:
    """Draw the picture of a page on a screen of so many dots to a pixel, or words in its place."""
    shadow = QColor(0, 0, 0, 14)
    for far in (3, 2, 1):
        fill(painter, page.area.adjusted(-far, 1 - far, far, far + 1), shadow)
    fill(painter, page.area, QColor("#ffffff"))
    painter.save()
    painter.setClipRect(page.area)
    for drawn in page.pictures:
        painter.drawImage(_target(page, drawn, ratio), drawn.picture)
    painter.restore()


def draw_words(painter: QPainter, page: SeenPage, styles: Styles, view: QRectF) -> None:
    """Draw words in the place of a page, in the middle of what is seen of it."""
    room = page.area.intersected(view).adjusted(24, 24, -24, -24)
    wide = min(room.width(), WIDEST_WORDS)
    if wide <= 0:
        return
    painter.setFont(styles.font(Face.SANS, 0.8))
    painter.setPen(QColor(LIGHT.muted))
    column = QRectF(room.center().x() - wide / 2, room.top(), wide, room.height())
    flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
    painter.drawText(column, flags, page.words)


def draw_lights(painter: QPainter, page: SeenPage, sheet: Sheet, lights: Lights) -> None:
    """Lay marks, hits, the selection and a flash on a page, so that what is printed shows through."""
    found = page.found
    if found is None or not len(found.span):
        return
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    covered = QRegion()
    for light in reversed(lights.grounds(sheet, found.span, LIGHT)):
        # As in the text the last one counts where several lie on one another, and no two of them mix.
        ground = QRegion()
        for area in areas(page, Span(light.start, light.end)):
            ground += QRegion(_padded(area, light).toRect())
        painter.setClipRegion(ground - covered)
        fill(painter, ground.boundingRect(), light.colour)
        covered += ground
    painter.setClipping(False)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for stroke in lights.strokes(sheet, found.span, LIGHT):
        for area in areas(page, Span(stroke.start, stroke.end)):
            _draw_stroke(painter, stroke, area)


def dim(painter: QPainter, areas: Iterable[QRectF]) -> None:
    """Make pages darker."""
    for area in areas:
        fill(painter, area, QColor(0, 0, 0, DIMMED))


def draw_bar(painter: QPainter, page: SeenPage, span: Span) -> None:
    """Draw the bar of the paragraph cursor left of `span`."""
    found = list(areas(page, span))
    if not found:
        return
    left, top = min(area.left() for area in found), min(area.top() for area in found)
    bottom = max(area.bottom() for area in found)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(QRectF(left - 8, top, 3, bottom - top), 1.5, 1.5)


def areas(page: SeenPage, span: Span) -> Iterator[QRectF]:
    """Yield where `span` stands on the screen, a rectangle for each line."""
    if page.found is not None:
        for box in page.found.boxes(span):
            yield on_screen(box, page.area, page.scale)


def _target(page: SeenPage, drawn: Drawn, ratio: float) -> QRectF:
    """Return where a picture belongs: dot for dot where it was made for this very size."""
    area = on_screen(drawn.area, page.area, page.scale)
    if abs(drawn.scale / (page.scale * ratio) - 1) > 1e-3:
        return area
    left = page.area.x() + round(drawn.area.left * drawn.scale) / ratio
    top = page.area.y() + round(drawn.area.top * drawn.scale) / ratio
    return QRectF(left, top, drawn.picture.width() / ratio, drawn.picture.height() / ratio)


def _padded(area: QRectF, light: Light) -> QRectF:
    return area if light.whole else area.adjusted(-0.5, 0.5, 0.5, -0.5)


def _draw_stroke(painter: QPainter, stroke: Stroke, area: QRectF) -> None:
    y = area.center().y() + 1 if stroke.through else area.bottom() - 1
    if stroke.broken:
        painter.setPen(QPen(stroke.colour, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    else:
        fill(painter, QRectF(area.left(), y - 1, area.width(), 2), stroke.colour)
