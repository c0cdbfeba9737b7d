"""How two wordings differ, laid out: dropped words struck through, added ones underlined and bold.

Never by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from deskbrief.document.differences import Turn
from deskbrief.ui.models.laying import lay_out
from deskbrief.ui.models.look import Look
from deskbrief.ui.theme import Theme

Pieces = Sequence[tuple[Turn, str]]


def lay_pieces(
    pieces: Pieces, look: Look, width: int, most: int, *, muted: bool = False
) -> tuple[QTextLayout, float]:
    """Return stretches of a difference as one text in at most `most` lines, and how high they are."""
    text, formats = "", []
    for turn, words in pieces:
        text += " " if text else ""
        start = _units(text)
        text += words
        formats.append(_format(turn, start, _units(words), look.theme, muted=muted))
    return lay_out(text, look.plain.font, formats, width, most)


def _format(turn: Turn, start: int, length: int, theme: Theme, *, muted: bool) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    form.setForeground(QColor(theme.muted if muted else theme.ink))
    form.setFontItalic(muted)
    if turn is Turn.DROPPED:
        form.setFontStrikeOut(True)
        form.setForeground(QColor(theme.problem))
    elif turn is Turn.ADDED:
        form.setFontUnderline(True)
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setForeground(QColor(theme.recommendation))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, form
    return found


def _units(text: str) -> int:
    """Return the length of `text` as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
