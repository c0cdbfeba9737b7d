"""Text with formats laid out in lines for a painter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

#: A line is no narrower than this, in pixels, however little room there is.
NARROWEST = 40


def lay_out(
    text: str, font: QFont, formats: Sequence[QTextLayout.FormatRange], width: int, most: int
) -> tuple[QTextLayout, float]:
    """Return `text` laid out in at most `most` lines of `width` pixels, and how high they are."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    layout.beginLayout()
    y = 0.0
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, NARROWEST))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout, y
