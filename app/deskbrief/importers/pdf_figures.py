"""Pictures on the pages of a PDF: which of them are figures, where they stand, and how they are drawn."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import isfinite

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.gallery import Gallery
from deskbrief.importers.pdf_box import NEAR, Box
from deskbrief.importers.pdf_calls import ADDRESS, NUMBER, address_of, addressed
from deskbrief.importers.pdf_charts import Drawn, drawings, drawn, is_form_drawing
from deskbrief.importers.pdf_drawer import Drawer
from deskbrief.importers.pdf_lines import Line, Page
from deskbrief.importers.pdf_origins import origin_of
from deskbrief.importers.pdf_paragraphs import Paragraph
from deskbrief.importers.pdf_rules import MOST_RULES, Fill, Rule, edges_of_fills, joined, rules_in

#: The most things on a page that are looked at, and figures of a file.
MOST_OBJECTS, MOST_FIGURES = 3_000, 500
#: What covers more of its page is the ground, or a scan; what is on so many pages is furniture.
GROUND, OFTEN = 0.7, 3
#: Bullets are larger and smaller than this, in points.
SMALLEST, LARGEST = 1.5, 9.0
#: So many letters over a picture make it the ground of a text; over one that is lower than this, any do.
MOST_LETTERS, LOW = 60, 60.0


@dataclass(frozen=True, slots=True)
class Shapes:
    """What is on a page beside text: pictures, those that touch as one, small shapes, drawings and rules."""

    pictures: Sequence[Box] = ()
    small: Sequence[Box] = ()
    drawings: Sequence[Box] = ()
    rules: Sequence[Rule] = ()

    def turned(self, turn: int, size: tuple[float, float], shown: int) -> Shapes:
        """Return the shapes of a page that is turned to be read; `rules` were turned with its text.

        There are no pictures and drawings when it is not `shown` as it is read: they would be cut elsewhere.
        """
        small = [box.turned(turn, size) for box in self.small]
        if turn == shown:
            pictures, drawings = (
                [box.turned(turn, size) for box in boxes] for boxes in (self.pictures, self.drawings)
            )
            return Shapes(pictures, small, drawings)
        return Shapes((), small) if shown else Shapes(self.pictures, small, self.drawings)


def size_of(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Return the width and height of a page in points as the file has it, however it is shown."""
    width, height = page.get_size()
    return (height, width) if page.get_rotation() in (90, 270) else (width, height)


def shapes_on(page: pypdfium2.PdfPage, number: int) -> Shapes:
    """Return what is on a page beside text, where the file has it."""
    width, height = size_of(page)
    pictures: list[Box] = []
    small: list[Box] = []
    ruled: list[Rule | Fill] = []
    things: list[Drawn] = []
    forms: list[Box] = []
    for at, kind in enumerate(kinds_on(page)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        thing = pdfium.FPDFPage_GetObject(page.raw, at)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += _bounds(thing, number, width, height)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            for box in _bounds(thing, number, width, height):
                small += [box] if _is_small(box) else []
                things.append(drawn(thing, box))
                if len(ruled) < MOST_RULES and box.area < GROUND * width * height:
                    ruled += rules_in(thing, box, height)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            forms += (
                box
                for box in _bounds(thing, number, width, height)
                if is_form_drawing(thing, box, (width, height))
            )
    rules = [one for one in ruled if isinstance(one, Rule)]
    fills = [one for one in ruled if isinstance(one, Fill)]
    found = joined([*rules, *edges_of_fills(fills)])
    return Shapes(_merged(pictures), small, [*forms, *drawings(things, (width, height))], found)


def kinds_on(page: pypdfium2.PdfPage) -> Iterator[int]:
    """Yield what kinds of things are on a page: most are text, often each letter for itself."""
    count = min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)
    thing_of = addressed(pdfium.FPDFPage_GetObject, ADDRESS, ADDRESS, NUMBER)
    kind_of = addressed(pdfium.FPDFPageObj_GetType, NUMBER, ADDRESS)
    return map(kind_of, map(thing_of, repeat(address_of(page.raw)), range(count)))


def told_pictures(
    page: pypdfium2.PdfPage, number: int, alternatives: Mapping[int, str]
) -> list[tuple[Box, str]]:
    """Return where the figures are of which the file says what they show, by the content that is theirs."""
    if not alternatives or page.get_rotation():
        return []
    width, height = page.get_size()
    found: dict[str, Box] = {}
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page.raw, at)
        alt = alternatives.get(pdfium.FPDFPageObj_GetMarkedContentID(thing))
        for box in _bounds(thing, number, width, height) if alt else ():
            found[alt or ""] = found[alt or ""].joined(box) if alt in found else box
    return [(box, alt) for alt, box in found.items()]


def _is_small(box: Box) -> bool:
    """Tell whether a shape is as small and as wide as high as the bullet of a list."""
    wide, high = box.right - box.left, box.bottom - box.top
    return SMALLEST < wide < LARGEST and SMALLEST < high < LARGEST and abs(wide - high) < 0.4 * wide


def _bounds(thing: object, number: int, width: float, height: float) -> Iterator[Box]:
    """Yield what of a picture is on its page, if anything."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, sides)):
        return
    left, bottom, right, top = (side.value for side in sides)
    if not all(map(isfinite, (left, bottom, right, top))):
        return
    box = Box(number, max(left, 0.0), max(height - top, 0.0), min(right, width), min(height - bottom, height))
    if box.right > box.left and box.bottom > box.top:
        yield box


def _merged(boxes: Sequence[Box]) -> list[Box]:
    """Return `boxes` with those that touch joined; programs cut pictures into strips."""
    merged: list[Box] = []
    for box in boxes:
        whole = box
        for other in [other for other in merged if other.touches(box)]:
            whole = whole.joined(other)
            merged.remove(other)
        merged.append(whole)
    return merged


def figures_of(pages: Sequence[Page], paragraphs: Sequence[Paragraph]) -> list[Box]:
    """Return the pictures that are figures: no ground of a page or a text, and not on page after page."""
    boxes = [box for page in pages for box in page.pictures]
    places = Counter(_place(box) for box in boxes)
    sizes = {page.number: page.width * page.height for page in pages}
    lines: dict[int, list[Line]] = {}
    for paragraph in paragraphs:
        for line in paragraph.lines:
            lines.setdefault(line.page, []).append(line)
    found = [
        box
        for box in boxes
        if places[_place(box)] < OFTEN
        and box.area < GROUND * sizes[box.page]
        and not _is_ground(box, lines.get(box.page, ()))
    ]
    new = (box for page in pages for box in page.drawings)
    return [*found, *(box for box in new if not any(box.overlaps(other) for other in found))][:MOST_FIGURES]


def _place(box: Box) -> tuple[int, ...]:
    return tuple(round(side / 4) for side in (box.left, box.top, box.right, box.bottom))


def _is_ground(box: Box, lines: Sequence[Line]) -> bool:
    """Tell whether a text stands on the picture in `box`."""
    letters = sum(len(line.text) for line in lines if _covers(box, line))
    return letters >= (MOST_LETTERS if box.bottom - box.top > LOW else 1)


def _covers(box: Box, line: Line) -> bool:
    x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def after_which(box: Box, paragraphs: Sequence[Paragraph], pages: Sequence[int]) -> int:
    """Return how many of `paragraphs` come before the picture in `box`: it stands before what is below it.

    `pages` are the numbers of the pages on which they begin.
    """
    last = max(bisect_left(pages, box.page) - 1, 0)
    for index in range(last, len(paragraphs)):
        paragraph = paragraphs[index]
        if pages[index] > box.page:
            break
        beside = paragraph.left < box.right and box.left < paragraph.right
        below = paragraph.lines[0].top >= box.bottom - NEAR
        if pages[index] == box.page and beside and below:
            return index
        last = index + 1
    return last


def figures_drawn(
    pages: Sequence[Page], paragraphs: Sequence[Paragraph], drawer: Drawer, gallery: Gallery
) -> dict[int, list[BlockDraft]]:
    """Return the figures by the number of the paragraph that each stands before."""
    begins = [paragraph.lines[0].page for paragraph in paragraphs]
    found: dict[int, list[BlockDraft]] = {}
    told = [one for page in pages for one in page.told][:MOST_FIGURES]
    for box in figures_of(pages, paragraphs):
        picture = drawer.picture(box, gallery)
        if picture is not None:
            draft = BlockDraft(BlockKind.FIGURE, picture=picture, source=origin_of(box.page, 0))
            words = [one for one in told if one[0].overlaps(box)]
            draft.alt = " ".join(alt for _, alt in words)
            told = [one for one in told if one not in words]
            found.setdefault(after_which(box, paragraphs, begins), []).append(draft)
    for box, alt in told:
        # What is drawn with lines is no picture of its own: its words are all that can be shown of it.
        draft = BlockDraft(BlockKind.FIGURE, alt=alt, source=origin_of(box.page, 0))
        found.setdefault(after_which(box, paragraphs, begins), []).append(draft)
    return found
