"""Letters of a PDF page that nobody sees on it: invisible ones, and white ones where nothing is drawn.

Programs leave such words behind: their own name, the job of the printer, words that only hold a place. But
invisible letters on a picture are those that were recognised in a scan, which are its text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isfinite

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

#: A rectangle in points from the bottom left: left, bottom, right and top.
_Ground = tuple[float, float, float, float]


def without_hidden(painted: Painted, page: pypdfium2.PdfPage) -> tuple[Painted, str]:
    """Return the letters of `page` with spaces for those that nobody sees, and the words that these make."""
    if not painted.unseen or pdfium.FPDFPage_CountObjects(page.raw) > MOST_OBJECTS:
        return painted, ""
    text = painted.text
    letters = [at for at in painted.unseen if not text[at].isspace()]
    invisible = sum(painted.unseen[at] is Paint.INVISIBLE for at in letters)
    if invisible and invisible > TEXT * sum(map(len, text.split())):
        letters = [at for at in letters if painted.unseen[at] is Paint.WHITE]
    grounds = list(_grounds_on(page)) if letters else []
    if not letters or len(letters) * len(grounds) > MOST_PAIRS:
        return painted, ""
    hidden = {at for at in letters if not _stands_on(painted, at, grounds)}
    white = [at for at in hidden if painted.unseen[at] is Paint.WHITE]
    hidden -= set(_shown(painted, white, page)) if white else set()
    if not hidden:
        return painted, ""
    kept = "".join(" " if at in hidden else sign for at, sign in enumerate(text))
    words = "".join(sign if at in hidden else " " for at, sign in enumerate(text))
    return replace(painted, text=kept), " ".join(words.split())


def _stands_on(painted: Painted, at: int, grounds: Sequence[_Ground]) -> bool:
    """Tell whether one of `grounds` is below or above the middle of a letter."""
    across, up = (painted.lefts[at] + painted.rights[at]) / 2, (painted.bottoms[at] + painted.tops[at]) / 2
    return any(left <= across <= right and bottom <= up <= top for left, bottom, right, top in grounds)


def _shown(painted: Painted, letters: Sequence[int], page: pypdfium2.PdfPage) -> Iterator[int]:
    """Yield which of the `letters` that are called white leave a trace: those filled with a pattern do."""
    if page.get_rotation():
        yield from letters
        return
    left, bottom, right, top = page.get_bbox()
    # A point more than the letters at each side is rendered, and no more.
    first, last = _low(painted.lefts, letters, left), _low(painted.bottoms, letters, bottom)
    across = int(max(painted.rights[at] for at in letters) - left) + 2
    up = int(max(painted.tops[at] for at in letters) - bottom) + 2
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
            shades[row * stride + max(begin, 0) : row * stride + end + 1] for row in range(max(low, 0), most)
        )
        if any(row and min(row) < BLANK for row in rows):
            yield at


def _low(edges: Sequence[float], letters: Sequence[int], edge: float) -> int:
    return max(int(min(edges[at] for at in letters) - edge) - 1, 0)


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
                yield left, bottom, right, top
