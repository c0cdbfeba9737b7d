"""Markers of list items and large first letters, which are painted apart from the lines they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.importers.pdf_box import Box
from deskbrief.importers.pdf_lines import Line, marker_of, put_together
from deskbrief.importers.pdf_segments import Segment, Stretch

#: So many lines on one height are looked at for that which a marker belongs to.
MOST_BESIDE = 12
#: The most large first letters of a page, and how many times as large as the text they are.
MOST_INITIALS, MUCH_LARGER = 20, 1.8
#: A line goes on less than so many sizes to the right of where it breaks off.
REST = 0.7
#: Small capitals are larger than this share of the others.
SMALLEST = 0.6
#: The most shapes of a page that may be bullets, and the height of the rows they are looked for in.
MOST_SHAPES, ROW = 500, 10

_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")


def attach_rests(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with what goes on with a line, and was painted later than others, put to that line.

    So the rest of a line is painted that a raised mark, a link or another face parts.
    """
    rows: dict[int, list[Line]] = {}
    taken: set[int] = set()
    for line in lines:
        row = round(line.base / 2)
        near = [other for at in (row - 1, row, row + 1) for other in rows.get(at, ())[:MOST_BESIDE]]
        first = next((other for other in near if _goes_on(other, line)), None)
        if first is None:
            rows.setdefault(row, []).append(line)
        else:
            put_together(first.cells[-1], line.cells[0])
            first.put((*first.cells, *line.cells[1:]))
            taken.add(id(line))
    return [line for line in lines if id(line) not in taken]


def _goes_on(one: Line, two: Line) -> bool:
    """Tell whether `two` stands right after `one`, on its height and in letters of its size."""
    last, first = one.cells[-1], two.cells[0]
    size = max(one.size, 1.0)
    level = abs(one.base - two.base) < 1.5 and abs(one.size - two.size) < 0.6 and not last.leftward
    return level and -0.1 * size < first.left - last.right < REST * size


def attach_markers(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with the markers of list items that were painted apart from them put before them."""
    lone = [line for line in lines if len(line.text) < 6 and marker_of(line.text) == line.text]
    if not lone:
        return list(lines)
    rows: dict[int, list[Line]] = {}
    for line in lines:
        rows.setdefault(round(line.base / 4), []).append(line)
    attached = set()
    for marker in lone:
        row = round(marker.base / 4)
        near = [line for at in (row - 1, row, row + 1) for line in rows.get(at, ())[:MOST_BESIDE]]
        item = min(
            (line for line in near if _is_marked_by(line, marker)), key=lambda line: line.left, default=None
        )
        if item is not None:
            item.put((marker.cells[0], *item.cells))
            item.joined = item.joined or len(item.cells) == 2
            attached.add(id(marker))
    return [line for line in lines if id(line) not in attached]


def attach_initials(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with each large first letter that reaches over several of them put to the first."""
    initials = [line for line in lines if len(line.text) == 1 and line.text.isupper()][:MOST_INITIALS]
    taken = set()
    for line in lines:
        if len(line.cells) > 1 and len(line.cells[0].text) == 1 and _is_initial(*line.cells[:2]):
            _begin(line.cells[1], line.cells[0])
            line.put(line.cells[1:])
        for initial in initials:
            if (
                line is not initial
                and id(initial) not in taken
                and _is_initial(initial.cells[0], line.cells[0])
            ):
                _begin(line.cells[0], initial.cells[0])
                line.put(line.cells)
                taken.add(id(initial))
    return [line for line in lines if id(line) not in taken]


def _is_initial(initial: Segment, cell: Segment) -> bool:
    """Tell whether `initial` is a letter that stands left of `cell` and below it, and much larger."""
    size = cell.face.size
    if initial.face.size < MUCH_LARGER * size or not cell.text[:1].isalpha():
        return False
    beside = initial.left <= cell.left + 1 < initial.right + 1.5 * size and cell.right > initial.right + size
    first = initial.top - 0.7 * size < cell.top < initial.top + 0.9 * size
    return beside and first and initial.bottom > cell.bottom + 0.5 * size


def _begin(cell: Segment, initial: Segment) -> None:
    """Put the letter of `initial` before the text of `cell`."""
    first = cell.stretches[0].stripped()
    order = initial.origins() + first.origins()
    cell.stretches[0] = replace(first, text=initial.text + first.text, order=order)
    cell.left = initial.left


def even_small_capitals(lines: Sequence[Line]) -> None:
    """Give words in capitals of two sizes the larger one, in which their first letters are set."""
    for line in lines:
        for cell in line.cells:
            if len(cell.stretches) > 1 and _is_in_small_capitals(cell.stretches):
                large = max(cell.stretches, key=lambda stretch: stretch.face.size).face
                cell.stretches = [replace(stretch, face=large) for stretch in cell.stretches]
                line.put(line.cells)


def _is_in_small_capitals(stretches: Sequence[Stretch]) -> bool:
    """Tell whether letters of two sizes take turns, single capitals and the letters that go on with them."""
    sizes = sorted({stretch.face.size for stretch in stretches})
    if len(sizes) != 2 or not SMALLEST < sizes[0] / (sizes[1] or 1.0) < 0.9:
        return False
    large = [stretch for stretch in stretches if stretch.face.size == sizes[1]]
    small = [stretch for stretch in stretches if stretch.face.size == sizes[0]]
    firsts = all(not _TWO_LETTERS.search(stretch.text) for stretch in large)
    capitals = all(stretch.text.upper() == stretch.text for stretch in (*large, *small))
    return firsts and capitals and any(stretch.text[:1].isalpha() for stretch in small)


def attach_bullets(lines: Sequence[Line], shapes: Sequence[Box]) -> None:
    """Put a bullet before each line that a small shape stands before, where several are drawn like that."""
    rows: dict[int, list[Box]] = {}
    for shape in shapes[:MOST_SHAPES]:
        rows.setdefault(int((shape.top + shape.bottom) / 2 / ROW), []).append(shape)
    found = []
    for line in lines if rows else ():
        middle = int((line.top + line.bottom) / 2 / ROW)
        near = [shape for at in (middle - 1, middle, middle + 1) for shape in rows.get(at, ())[:MOST_BESIDE]]
        bullet = next((shape for shape in near if _is_bullet(shape, line)), None)
        if bullet is not None:
            found.append((line, bullet))
    lefts = Counter(round(bullet.left) for _, bullet in found)
    for line, bullet in found:
        # One shape alone, or shapes here and there, are parts of a drawing.
        if sum(lefts[round(bullet.left) + off] for off in (-1, 0, 1)) > 1:
            face = replace(line.face, bold=False, italic=False)
            first = line.cells[0]
            marker = Segment(
                bullet.left,
                first.top,
                bullet.right,
                first.bottom,
                [Stretch("•", face)],
                first.page,
                first.base,
            )
            line.put((marker, *line.cells))
            line.joined = line.joined or len(line.cells) == 2


def _is_bullet(shape: Box, line: Line) -> bool:
    """Tell whether `shape` stands at half the height of `line`, right before it."""
    size = line.size
    level = abs((shape.top + shape.bottom) / 2 - (line.base - 0.3 * size)) < 0.25 * size
    small = shape.bottom - shape.top < 0.75 * size
    return level and small and 0.15 * size < line.left - shape.right < 2.5 * size and not marker_of(line.text)


def _is_marked_by(line: Line, marker: Line) -> bool:
    """Tell whether `marker` stands right before `line`, which has none."""
    gap = line.left - marker.right
    level = abs(line.base - marker.base) < 0.3 * max(line.size, marker.size)
    return level and 0 < gap < 4 * line.size and line is not marker and not marker_of(line.text)
