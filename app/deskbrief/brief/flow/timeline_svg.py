"""The drawn line of time as SVG inside a page of HTML; its colours are those of the page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from deskbrief.brief.flow.content import LineOfTime
from deskbrief.brief.timelayout import AXIS_WEIGHT, BAR, DROP, HALO, RADIUS, TICK, DrawnMark, laid_out

#: The units that the line is wide, the size of its labels and their leading, and the mean width of a letter.
WIDTH, SIZE, LEADING, LETTER = 560.0, 10.0, 13.0, 5.6


def line_of_time(line: LineOfTime) -> str:
    """Return a figure with the line of time."""
    layout = laid_out(line.marks, WIDTH, lambda text: LETTER * len(text))
    height = layout.height(LEADING)
    shapes = [_bar("axis", 0.0, layout.axis - AXIS_WEIGHT / 2, WIDTH, AXIS_WEIGHT)]
    shapes += (_bar("axis", place, layout.axis, 1.0, TICK) for place in layout.ticks)
    for mark in layout.marks:
        shapes += _mark(mark)
    for label in layout.labels:
        top = layout.axis + DROP + label.row * LEADING + SIZE
        shapes.append(f'<text x="{label.left:.1f}" y="{top:.1f}">{escape(label.text)}</text>')
    box = f'viewBox="0 0 {WIDTH:g} {height:.1f}"'
    words = escape(layout.words)
    return f'<svg class="time" {box} role="img" aria-label="{words}">{"".join(shapes)}</svg>'


def _mark(mark: DrawnMark) -> Iterator[str]:
    left, middle, length = mark.left, mark.middle, mark.right - mark.left
    if mark.is_bar:
        yield _bar("halo", left - HALO, middle - BAR / 2 - HALO, length + 2 * HALO, BAR + 2 * HALO)
        yield _bar("event", left, middle - BAR / 2, length, BAR)
        return
    for style, radius in (("halo", RADIUS + HALO), ("event", RADIUS)):
        yield f'<circle class="{style}" cx="{left + length / 2:.1f}" cy="{middle:.1f}" r="{radius:.1f}"/>'


def _bar(style: str, left: float, top: float, width: float, height: float) -> str:
    return f'<rect class="{style}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
