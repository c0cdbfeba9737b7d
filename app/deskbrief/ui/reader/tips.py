"""Tooltips that hold words from a document."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolTip

#: Letters of a line: by itself Qt makes a tooltip about as wide as it is high.
LINE = 56


def tip_of(text: str) -> str:
    """Return `text` for use as a tooltip.

    Qt takes a tooltip that looks like HTML for HTML, so a document's words must never go there as they are.
    """
    from html import escape

    words = escape(text).replace("\n", "<br>")
    if max(map(len, text.split("\n"))) <= LINE:
        return f'<p style="white-space:nowrap">{words}</p>'
    wide = QFontMetrics(QToolTip.font()).averageCharWidth() * LINE
    return f'<table width="{wide}"><tr><td>{words}</td></tr></table>'
