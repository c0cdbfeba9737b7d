"""Charts and diagrams that a PDF draws with lines: where they are, and which words belong to them.

Such a drawing is no picture in the file, and its words (the figures along an axis, a legend, the names of
boxes) are no sentences. So it becomes a figure, drawn when it is looked at, and its words are set apart.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_box import Box
from deskbrief.importers.pdf_captions import is_caption, is_caption_of_drawing, is_said_of_it
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_lines import Line, Page
from deskbrief.importers.pdf_ruled import ruled_tables

#: The narrowest and lowest drawing, in points, and the share of a page from which on one is its ground.
NARROWEST, LOWEST, GROUND = 90.0, 50.0, 0.6
#: Things that are drawn within so many points of one another belong together.
CELL = 8.0
#: A line of so many parts is no rule or frame; so many such make a drawing, and so many bars a chart.
MANY_PARTS, FEWEST_LINES, FEWEST_BARS = 6, 2, 3
#: A line that is no higher than this is level; so many behind a curve are those of a chart.
LEVEL, FEWEST_LEVELS = 3.0, 3
#: A frame so many times as large as a drawing is one around more than that.
MOST_AROUND = 3.0
#: How many parts of a form are looked at, and how many of them a drawing draws at least.
MOST_PARTS, FEWEST_PARTS = 500, 4
#: How deep forms inside forms are looked into.
DEEPEST = 3
#: The longest words of a drawing, in letters, and how many words a line of a text has at least.
LONGEST, PROSE = 44, 8
#: Letters so many times as large as those of the text are the title of something.
LARGER = 1.1
#: So many lines below one another, wide or narrow ones, are a text that a page draws a frame around.
FEWEST_PROSE, COLUMN, NARROW = 3, 9, 11
#: The fewest words of a drawing, in lines, and the most letters: with more it is rather a text.
FEWEST_WORDS, MOST_LETTERS = 3, 700
#: The most letters of a drawing that its caption calls a figure, and how near that stands, in points.
MOST_CALLED, CAPTION = 1_500, 24.0
#: What is drawn at one place of so many pages, and is smaller than this share of one, is an emblem.
OFTEN, SMALL = 3, 0.1
#: How far from a drawing the figures and names along its axes may stand, in points; the longest such name.
AXIS, LONGEST_NAME = 30.0, 20

_TICK = re.compile(
    r"[−–-]?[$€£¥]?\s?\d[\d.,\s]*(?:%|[KMBkm]|bn|mn)?|(?:[A-Z][a-z]{2,8}\.?\s)?\d{4}(?:\s?Q\d)?|Q\d(?:\s\d{4})?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?:\s?['’]?\d{1,4})?|\d{1,4}[–-]\d{1,4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing that a page draws: where, whether it is a line of many parts, and whether it may be a bar."""

    box: Box
    winding: bool
    bar: bool


def drawn(thing: object, box: Box) -> Drawn:
    """Return what the path object `thing`, which is in `box`, is like."""
    parts = pdfium.FPDFPath_CountSegments(thing)
    winding = parts > MANY_PARTS or any(_is_curve(thing, at) for at in range(min(parts, MANY_PARTS)))
    filled = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, *map(ctypes.byref, filled))
    wide, high = box.right - box.left, box.bottom - box.top
    return Drawn(box, winding, bool(filled[0].value) and not winding and min(wide, high) > 2)


def _is_curve(thing: object, at: int) -> bool:
    kind = pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(thing, at))
    return bool(kind == pdfium.FPDF_SEGMENT_BEZIERTO)


def drawings(things: Sequence[Drawn], size: tuple[float, float]) -> list[Box]:
    """Return where the drawings are that `things` make on a page of `size` in points."""
    ground = GROUND * size[0] * size[1]
    things = [one for one in things if one.box.area < ground]
    found = []
    for group in _groups(things):
        box = group[0].box
        for one in group[1:]:
            box = box.joined(one.box)
        if _is_large(box) and box.area < ground and _is_drawing(group):
            found.append(box)
    return found


def is_form_drawing(thing: object, box: Box, size: tuple[float, float]) -> bool:
    """Tell whether the form `thing`, in `box` on a page of `size`, is a drawing: so TeX sets charts."""
    if not _is_large(box) or box.area >= GROUND * size[0] * size[1]:
        return False
    return _paths_in(thing, DEEPEST) >= FEWEST_PARTS


def _paths_in(thing: object, depth: int) -> int:
    """Return how many paths a form draws, by itself or in the forms inside it, `depth` deep at most."""
    paths = 0
    for at in range(min(pdfium.FPDFFormObj_CountObjects(thing), MOST_PARTS)):
        part = pdfium.FPDFFormObj_GetObject(thing, at)
        kind = pdfium.FPDFPageObj_GetType(part)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth > 1:
            paths += _paths_in(part, depth - 1)
        if paths >= FEWEST_PARTS:
            break
    return paths


def _is_large(box: Box) -> bool:
    return box.right - box.left >= NARROWEST and box.bottom - box.top >= LOWEST


def _is_drawing(group: Sequence[Drawn]) -> bool:
    """Tell whether things that stand together are a drawing: winding lines, or bars of several heights."""
    winding = [one.box for one in group if one.winding]
    if len(winding) >= FEWEST_LINES and any(box.right - box.left > 1.5 * CELL for box in winding):
        return True
    if any(_is_on_lines(box, group) for box in winding):
        return True
    standing: defaultdict[int, set[int]] = defaultdict(set)
    lying: defaultdict[int, set[int]] = defaultdict(set)
    for one in group:
        if one.bar:
            standing[round(one.box.bottom)].add(round(one.box.top))
            lying[round(one.box.left)].add(round(one.box.right))
    return any(len(ends) >= FEWEST_BARS for ends in (*standing.values(), *lying.values()))


def _is_on_lines(box: Box, group: Sequence[Drawn]) -> bool:
    """Tell whether a winding line, in `box`, crosses several level lines that are as wide, as curves do."""
    wide = box.right - box.left
    lines = {
        round(one.box.top)
        for one in group
        if one.box.bottom - one.box.top < LEVEL
        and one.box.left < box.left + 0.1 * wide
        and one.box.right > box.right - 0.1 * wide
    }
    return wide > NARROWEST and len(lines) >= FEWEST_LEVELS


def framed(boxes: Iterable[Box], frames: Sequence[Box]) -> list[Box]:
    """Return the drawings in `boxes`, each with what stands beside and below it in the frame around it.

    What stands above it is its title.
    """
    found = []
    for box in boxes:
        around = [frame for frame in frames if frame.holds(box) and frame.area < MOST_AROUND * box.area]
        frame = min(around, key=lambda frame: frame.area, default=box)
        found.append(replace(frame, top=box.top))
    return found


def _groups(things: Sequence[Drawn]) -> Iterator[list[Drawn]]:
    """Yield the things that stand together, found on a grid of small squares."""
    owner: dict[tuple[int, int], int] = {}
    parent = list(range(len(things)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for at, one in enumerate(things):
        before = at
        for square in _squares(one.box):
            other = owner.setdefault(square, at)
            if other not in (at, before):
                parent[root(at)] = root(other)
                before = other
    groups: defaultdict[int, list[Drawn]] = defaultdict(list)
    for at, one in enumerate(things):
        groups[root(at)].append(one)
    yield from groups.values()


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    """Yield the squares of the grid that a box reaches into."""
    for across in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for down in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
            yield across, down


def set_drawings_apart(pages: Sequence[Page], usual: Face) -> list[Line]:
    """Move the words of the drawings on `pages` out of their lines, and return them in order.

    What is a text in a frame stays, and is no drawing; neither is what has hardly a word, as an emblem.
    """
    apart: list[Line] = []
    places = Counter(_place(box) for page in pages for box in page.drawings)
    for page in (page for page in pages if page.drawings):
        text = _running(page.lines, usual)
        emblem = SMALL * page.width * page.height
        tables = [table.box(page.number) for table in ruled_tables(page.lines, page.grids)]
        boxes = [box for box in page.drawings if not any(box.overlaps(table) for table in tables)]
        page.drawings = []
        for box in boxes:
            often = box.area < emblem and places[_place(box)] >= OFTEN
            called = _is_called_figure(box, page.lines)
            own = {id(line) for line in page.lines if is_said_of_it(line.text)} if called else text
            words = [] if often or _is_framed_text(box, page.lines, usual) else _words(box, page.lines, own)
            most = MOST_CALLED if called else MOST_LETTERS
            if len(words) >= FEWEST_WORDS and sum(len(line.text) for line in words) <= most:
                held = {id(line) for line in words}
                page.lines = [line for line in page.lines if id(line) not in held]
                beside = [line for line in page.lines if id(line) in text]
                page.drawings.append(_around(box, words, beside))
                apart += words
    return apart


def _is_called_figure(box: Box, lines: Sequence[Line]) -> bool:
    """Tell whether a caption right above or below the drawing in `box` calls it a figure."""
    captions = (line for line in lines if line.left < box.right and box.left < line.right)
    near = (line for line in captions if -CELL < max(line.top - box.bottom, box.top - line.bottom) < CAPTION)
    return any(is_caption_of_drawing(line.text) for line in near)


def _running(lines: Sequence[Line], usual: Face) -> set[int]:
    """Return which of `lines` are those of a text, its titles and captions, and ends of paragraphs."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        goes_on = above is not None and id(above) in found and _is_below(above, line)
        if goes_on or _is_prose(line, usual) or is_caption(line.text):
            found.add(id(line))
    return found


def _is_below(one: Line, two: Line) -> bool:
    """Tell whether `two` stands right below `one`, at its left edge and in letters of its size."""
    alike = abs(two.size - one.size) < 0.5 and abs(two.left - one.left) < CELL
    return alike and 0 < two.base - one.base < 1.6 * one.size


def _words(box: Box, lines: Sequence[Line], text: AbstractSet[int]) -> list[Line]:
    """Return those of `lines` that are in the drawing in `box`, or figures along its axes."""
    inside = [line for line in lines if id(line) not in text and _is_inside(line, box)]
    near = [line for line in lines if id(line) not in text and not _is_inside(line, box)]
    near = [line for line in near if _is_inside(line, box, AXIS)]
    ticks = [line for line in near if _are_ticks(line)]
    named = Counter(round(line.base) for line in near if len(line.text) <= LONGEST_NAME)
    names = [line for line in near if named[round(line.base)] >= FEWEST_WORDS]
    held = {id(line) for line in (*inside, *(ticks if len(ticks) >= FEWEST_WORDS else ()), *names)}
    return [line for line in lines if id(line) in held]


def _around(box: Box, words: Sequence[Line], text: Sequence[Line]) -> Box:
    """Return the box around a drawing and its words, without `text` at its edges."""
    for line in words:
        box = box.joined(Box(box.page, line.left, line.top, line.right, line.bottom))
    middle = (box.top + box.bottom) / 2
    highest, lowest = min(line.top for line in words), max(line.bottom for line in words)
    for line in text:
        if box.top < line.bottom < min(middle, highest):
            box = replace(box, top=line.bottom + 1)
        elif box.bottom > line.top > max(middle, lowest):
            box = replace(box, bottom=line.top - 1)
    return box


def _place(box: Box) -> tuple[int, int]:
    return round(box.left / CELL), round(box.top / CELL)


def _is_framed_text(box: Box, lines: Sequence[Line], usual: Face) -> bool:
    """Tell whether running text stands in `box`: some lines of prose, or a narrow column."""
    inside = [line for line in lines if _is_inside(line, box)]
    prose = [line for line in inside if len(line.text) > LONGEST and line.size <= LARGER * usual.size]
    narrow = [line for line in inside if line.text.count(" ") > 1 or len(line.text) > NARROW]
    return _longest_column(prose) >= FEWEST_PROSE or _longest_column(narrow) >= COLUMN


def _longest_column(lines: Sequence[Line]) -> int:
    """Return how many of `lines` follow one another below one edge, without a gap."""
    longest = count = min(len(lines), 1)
    for one, two in pairwise(lines):
        count = count + 1 if _is_below(one, two) else 1
        longest = max(longest, count)
    return longest


def _is_inside(line: Line, box: Box, margin: float = 0.0) -> bool:
    across, down = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    return (
        box.left - margin <= across <= box.right + margin and box.top - margin <= down <= box.bottom + margin
    )


def _is_prose(line: Line, usual: Face) -> bool:
    """Tell whether `line` may be one of a text or the title of one, and not the words of a drawing."""
    if _are_ticks(line):
        return False
    texts = [line.text] if line.single else [cell.text for cell in line.cells]
    long = any(len(text) > LONGEST or text.count(" ") >= PROSE for text in texts)
    return long or line.size > LARGER * usual.size


def _are_ticks(line: Line) -> bool:
    """Tell whether all cells of `line` are figures or times, as along an axis."""
    return all(
        _TICK.fullmatch(cell.text.strip()) or all(map(_TICK.fullmatch, cell.text.split()))
        for cell in line.cells
    )
