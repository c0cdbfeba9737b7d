"""Signs for the system's print preview, drawn in lines as the window's are: its own are of another age."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QGraphicsView, QToolBar

#: The side of a sign, in pixels, and the raster that its lines are given in.
SIDE, RASTER = 20, 20
_UPRIGHT, _FLAT = "5,2 15,2 15,18 5,18 5,2", "2,5 18,5 18,15 2,15 2,5"
_LENS = "8.5,2 13,4 15,8.5 13,13 8.5,15 4,13 2,8.5 4,4 8.5,2 | 13.5,13.5 18,18"
_BACK, _ON = "12,4 6,10 12,16", "8,4 14,10 8,16"
#: Lines by what Qt calls the act: points with blanks between, lines parted by strokes.
SIGNS = {
    "Fit width": "2,3 2,17 | 18,3 18,17 | 4,10 16,10 | 7,7 4,10 7,13 | 13,7 16,10 13,13",
    "Fit page": "2,7 2,2 7,2 | 13,2 18,2 18,7 | 18,13 18,18 13,18 | 7,18 2,18 2,13",
    "Zoom in": f"{_LENS} | 5.5,8.5 11.5,8.5 | 8.5,5.5 8.5,11.5",
    "Zoom out": f"{_LENS} | 5.5,8.5 11.5,8.5",
    "Portrait": _UPRIGHT,
    "Landscape": _FLAT,
    "First page": "14,4 8,10 14,16 | 5,4 5,16",
    "Previous page": _BACK,
    "Next page": _ON,
    "Last page": "6,4 12,10 6,16 | 15,4 15,16",
    "Show single page": f"{_UPRIGHT} | 8,6 12,6 | 8,9 12,9",
    "Show facing pages": "2,3 9,3 9,17 2,17 2,3 | 11,3 18,3 18,17 11,17 11,3",
    "Show overview of all pages": "2,2 9,2 9,9 2,9 2,2 | 11,2 18,2 18,9 11,9 11,2 "
    "| 2,11 9,11 9,18 2,18 2,11 | 11,11 18,11 18,18 11,18 11,11",
    "Page setup": "2,6 12,6 | 16,6 18,6 | 14,4 14,8 | 2,14 5,14 | 9,14 18,14 | 7,12 7,16",
    "Print": "5,7 5,2 15,2 15,7 | 5,15 2,15 2,7 18,7 18,15 15,15 | 5,12 15,12 15,18 5,18 5,12",
}


def dress_preview(dialog: QPrintPreviewDialog) -> None:
    """Give the bar of `dialog` the signs of the window, and its table the colour of the window's edges."""
    palette = dialog.palette()
    for bar in dialog.findChildren(QToolBar):
        bar.setMovable(False)
        for action in bar.actions():
            lines = SIGNS.get(action.text().replace("&", "").rstrip("…."))
            if lines:
                action.setIcon(_icon(lines, palette))
    for view in dialog.findChildren(QGraphicsView):
        view.setBackgroundBrush(palette.color(QPalette.ColorRole.Window).darker(112))


def _icon(lines: str, palette: QPalette) -> QIcon:
    icon = QIcon()
    ink = palette.color(QPalette.ColorRole.WindowText)
    faint = QColor(palette.color(QPalette.ColorRole.PlaceholderText))
    faint.setAlpha(120)
    for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, faint)):
        for ratio in (1, 2):
            icon.addPixmap(_drawn(lines, colour, ratio), mode)
    return icon


def _drawn(lines: str, colour: QColor, ratio: int) -> QPixmap:
    picture = QPixmap(SIDE * ratio, SIDE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for points in _strokes(lines):
        painter.drawPolyline(points)
    painter.end()
    return picture


def _strokes(lines: str) -> Iterator[list[QPointF]]:
    for line in lines.split("|"):
        pairs = (point.split(",") for point in line.split())
        yield [QPointF(float(x) * SIDE / RASTER, float(y) * SIDE / RASTER) for x, y in pairs]
