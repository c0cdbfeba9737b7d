"""Text cut where its inline ranges and marks begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from deskbrief.document.model import Inline
from deskbrief.ui.reader.values import Mark


class Run(NamedTuple):
    """A stretch `[start, end)` with everything that covers it; marks in the order they are laid on."""

    start: int
    end: int
    inlines: tuple[Inline, ...]
    marks: tuple[Mark, ...]


def runs(start: int, end: int, inlines: Sequence[Inline], marks: Sequence[Mark]) -> Iterator[Run]:
    """Yield the runs of `[start, end)`; `inlines` and `marks` are sorted by their starts."""
    edges = {start, end}
    for low, high in [*((i.start, i.end) for i in inlines), *((m.span.start, m.span.end) for m in marks)]:
        edges |= {min(max(low, start), end), min(max(high, start), end)}
    open_inlines: list[Inline] = []
    open_marks: list[Mark] = []
    next_inline = next_mark = 0
    for left, right in pairwise(sorted(edges)):
        while next_inline < len(inlines) and inlines[next_inline].start <= left:
            open_inlines.append(inlines[next_inline])
            next_inline += 1
        while next_mark < len(marks) and marks[next_mark].span.start <= left:
            open_marks.append(marks[next_mark])
            next_mark += 1
        open_inlines = [inline for inline in open_inlines if inline.end > left]
        open_marks = [mark for mark in open_marks if mark.span.end > left]
        yield Run(left, right, tuple(open_inlines), tuple(open_marks))
