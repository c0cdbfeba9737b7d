"""Letters of a PDF page that nobody sees on it: invisible ones, and white ones where nothing is drawn.

Programs leave such words behind: their own name, the job of the printer, words that only hold a place. But
invisible letters on a picture are those that were recognised in a scan, which are its text.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import isfinite
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_figures import MOST_OBJECTS, kinds_on
from deskbrief.importers.pdf_letters import Painted
from deskbrief.importers.pdf_paint import Paint

#: Pages on which more pairs of letters and drawings would have to be compared are left as they are.
MOST_PAIRS = 1_000_000
#: The share of the letters from which on invisible ones are the text of their page.
TEXT = 0.5

#: Rendered letters are seen where something is darker than this, of 255.
BLANK = 235

#: The most parts of a page that are rendered, and points of all of them; the letters of larger ones stay.
MOST_PARTS, MOST_POINTS = 40, 1_000_000
#: Paths with more segments are not rendered, and longer files are not searched for patterns, in bytes.
MOST_SEGMENTS, LONGEST_FILE = 200, 50_000_000

#: A pattern that is not plainly a shading is drawn again and again, perhaps without end. It is a stream, so
#: that its name stands in the open; any sign of a name may be written as its number.
_PATTERN = re.compile(
    rb"/" + b"".join(b"(?:%c|#%02x)" % (sign, sign) for sign in b"PatternType") + rb"(?!\s{0,9}2\s{0,9}[/>])",
    re.IGNORECASE,
)


_LINE = re.compile(r"[^\r\n]+")


class _Ground(NamedTuple):
    """A rectangle in points from the bottom left; what is drawn on `plain` ones soon comes to an end."""

    left: float
    bottom: float
    right: float
    top: float
    plain: bool = True

    def touches(self, other: _Ground) -> bool:
        """Tell whether the two have a point in common."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.bottom <= other.top and other.bottom <= self.top


def without_hidden(painted: Painted, page: pypdfium2.PdfPage) -> tuple[Painted, str]:
    """Return the letters of `page` with spaces for those that nobody sees, and the words that these make."""
    beyond = _beyond(painted, page)
    if not painted.unseen or pdfium.FPDFPage_CountObjects(page.raw) > MOST_OBJECTS:
        return _without(painted, beyond)
    text = painted.text
    letters = [at for at in painted.unseen if not text[at].isspace()]
    invisible = sum(painted.unseen[at] is Paint.INVISIBLE for at in letters)
    if invisible and invisible > TEXT * sum(map(len, text.split())):
        letters = [at for at in letters if painted.unseen[at] is Paint.WHITE]
    grounds = list(_grounds_on(page)) if letters else []
    if not letters or len(letters) * len(grounds) > MOST_PAIRS:
        return _without(painted, beyond)
    hidden = {at for at in letters if not _stands_on(painted, at, grounds)}
    white = [at for at in hidden if painted.unseen[at] is Paint.WHITE]
    hidden -= set(_shown(painted, sorted(white), page, grounds)) if white else set()
    return _without(painted, hidden | beyond)


def _beyond(painted: Painted, page: pypdfium2.PdfPage) -> set[int]:
    """Return the letters of lines beyond the edges of what is shown of `page`, such as a printer's marks.

    Lines that run over an edge stay whole. Where half of the letters are beyond, the edges are told wrongly.
    """
    left, bottom, right, top = map(float, page.get_bbox())
    lefts, bottoms, rights, tops = painted.lefts, painted.bottoms, painted.rights, painted.tops

    def is_out(at: int) -> bool:
        return rights[at] < left or tops[at] < bottom or lefts[at] > right or bottoms[at] > top

    found: set[int] = set()
    for line in _LINE.finditer(painted.text):
        if is_out(line.start()) and all(map(is_out, range(*line.span()))):
            found.update(range(*line.span()))
    return found if len(found) < TEXT * len(painted.text) else set()


def _without(painted: Painted, hidden: Collection[int]) -> tuple[Painted, str]:
    """Return `painted` with spaces for the letters that are `hidden`, and the words that these make."""
    if not hidden:
        return painted, ""
    text = painted.text
    kept = "".join(" " if at in hidden else sign for at, sign in enumerate(text))
    words = "".join(sign if at in hidden else " " for at, sign in enumerate(text))
    return replace(painted, text=kept), " ".join(words.split())


def _stands_on(painted: Painted, at: int, grounds: Sequence[_Ground]) -> bool:
    """Tell whether one of `grounds` is below or above the middle of a letter."""
    across, up = (painted.lefts[at] + painted.rights[at]) / 2, (painted.bottoms[at] + painted.tops[at]) / 2
    return any(left <= across <= right and bottom <= up <= top for left, bottom, right, top, _ in grounds)


def _shown(
    painted: Painted, letters: Sequence[int], page: pypdfium2.PdfPage, grounds: Sequence[_Ground]
) -> Iterator[int]:
    """Yield which of the `letters` that are called white leave a trace: those filled with a pattern do.

    Those at which it would take too much to look are taken for seen.
    """
    parts = [(part, _around(painted, part)) for part in _in_lines(painted, letters)]
    points = sum((box.right - box.left) * (box.top - box.bottom) for _, box in parts)
    many = len(parts) > MOST_PARTS or points > MOST_POINTS
    if page.get_rotation() or many or _may_be_endless(page):
        yield from letters
        return
    heavy = [ground for ground in grounds if not ground.plain]
    for part, box in parts:
        if any(ground.touches(box) for ground in heavy):
            yield from part
            continue
        try:
            yield from _traced(painted, part, box, page)
        except pypdfium2.PdfiumError:
            yield from part


def _may_be_endless(page: pypdfium2.PdfPage) -> bool:
    """Tell whether the file of `page` has a pattern with which letters may be filled again and again."""
    # PDFium tells of no fill that it is a pattern, and the file as it was given has no public name.
    data = getattr(page.pdf, "_input", None)
    return not isinstance(data, bytes) or len(data) > LONGEST_FILE or bool(_PATTERN.search(data))


def _in_lines(painted: Painted, letters: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the stretches of `letters` of which each stands beside the one before it."""
    start = 0
    for index, (one, two) in enumerate(pairwise(letters), 1):
        if painted.bottoms[two] >= painted.tops[one] or painted.bottoms[one] >= painted.tops[two]:
            yield letters[start:index]
            start = index
    yield letters[start:]


def _around(painted: Painted, letters: Sequence[int]) -> _Ground:
    """Return what is rendered of a page to see `letters`: a point more than they at each side."""
    return _Ground(
        min(painted.lefts[at] for at in letters) - 1,
        min(painted.bottoms[at] for at in letters) - 1,
        max(painted.rights[at] for at in letters) + 1,
        max(painted.tops[at] for at in letters) + 1,
    )


def _traced(painted: Painted, letters: Sequence[int], box: _Ground, page: pypdfium2.PdfPage) -> Iterator[int]:
    """Yield which of the `letters` leave a trace in the `box` of `page`."""
    left, bottom, right, top = page.get_bbox()
    first, last = max(int(box.left - left), 0), max(int(box.bottom - bottom), 0)
    across, up = int(box.right - left) + 1, int(box.top - bottom) + 1
    width, height = int(right - left), int(top - bottom)
    if not (first < min(across, width) and last < min(up, height)):
        return
    crop = first, last, max(width - across, 0), max(height - up, 0)
    bitmap = page.render(scale=1, crop=crop, grayscale=True, may_draw_forms=False)
    shades, stride, high = bytes(bitmap.buffer), bitmap.stride, bitmap.height
    for at in letters:
        begin, end = (int(edge[at] - left) - first for edge in (painted.lefts, painted.rights))
        low, most = (high - int(edge[at] - bottom) + last for edge in (painted.tops, painted.bottoms))
        rows = (
            shades[row * stride + max(begin, 0) : row * stride + end + 1]
            for row in range(max(low, 0), min(most, high))
        )
        if any(row and min(row) < BLANK for row in rows):
            yield at


def _grounds_on(page: pypdfium2.PdfPage) -> Iterator[_Ground]:
    """Yield where something that is no text is drawn on `page`."""
    for at, kind in enumerate(kinds_on(page)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        thing = pdfium.FPDFPage_GetObject(page.raw, at)
        sides = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, sides)):
            left, bottom, right, top = (side.value for side in sides)
            if all(map(isfinite, (left, bottom, right, top))):
                plain = (
                    kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPath_CountSegments(thing) <= MOST_SEGMENTS
                )
                yield _Ground(left, bottom, right, top, plain)
