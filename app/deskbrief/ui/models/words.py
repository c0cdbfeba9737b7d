"""Texts made fit for a panel: folded for filtering, wrapped and elided for drawing, escaped for tool tips."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtGui import QTextLayout, QTextOption

from deskbrief.ui.models.look import Face, runs_leftward, set_apart

#: Code points of a text that are looked at when it is wrapped: more than any panel shows.
MOST_SHOWN = 600
#: A tool tip shows no more than this.
MOST_TOLD = 1200
#: Combining marks that are accents; the vowel signs of other scripts are letters and stay.
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


def folded(text: str) -> str:
    """Return `text` in the form in which a filter compares: case and accents do not count."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def needles(text: str) -> tuple[str, ...]:
    """Return the words of a filter; a row stays when it holds all of them."""
    return tuple(folded(text).split())


def on_one_line(text: str) -> str:
    """Return the beginning of `text` with all white space as single spaces."""
    return " ".join(text[:MOST_SHOWN].split())


def as_tool_tip(text: str) -> str:
    """Return plain `text` as the mark-up of a tool tip, so that nothing in it can act as mark-up itself."""
    if not text:
        return ""
    from html import escape

    cut = text if len(text) <= MOST_TOLD else text[:MOST_TOLD].rstrip() + "…"
    return f'<p style="white-space: pre-wrap">{escape(cut)}</p>'


def wrapped(text: str, face: Face, width: int, most: int) -> tuple[str, ...]:
    """Return `text` as at most `most` lines that fit into `width` pixels, the last one elided if need be.

    Each line of a text that is read from right to left is set apart, to be drawn as a part of such a text.
    """
    if not text or width <= 0:
        return ()
    lines = (text,) if "\n" not in text and face.advance(text) <= width else _broken(text, face, width, most)
    return tuple(map(set_apart, lines)) if runs_leftward(text) else lines


def _broken(text: str, face: Face, width: int, most: int) -> tuple[str, ...]:
    """Return `text` as lines, whichever way they are read."""
    shown = text[:MOST_SHOWN].replace("\n", "\u2028")
    units = shown.encode("utf-16-le")
    layout = QTextLayout(shown, face.font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        end = len(units) // 2 if len(lines) == most - 1 else start + line.textLength()
        lines.append(_cut(units, start, end))
    layout.endLayout()
    if lines:
        lines[-1] = _last(face, lines[-1], width, whole=len(shown) == len(text))
    return tuple(lines)


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _cut(units: bytes, start: int, end: int) -> str:
    """Return a stretch counted in UTF-16 units."""
    return units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip(" \u2028")


def _last(face: Face, line: str, width: int, *, whole: bool) -> str:
    more = "" if whole else "…"
    return face.elided(line.replace("\u2028", " ") + more, width)
