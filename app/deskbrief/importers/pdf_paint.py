"""How the text objects of a PDF are painted: seen, not at all, or in white."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from enum import IntEnum

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_calls import ADDRESS, NUMBER, addressed

#: Colours of which red, green and blue are not less than this, of 255, are white.
WHITE = 250

_INVISIBLE, _FILL = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_FILL


class Paint(IntEnum):
    """How letters are painted: so that they are seen, not at all, or in white."""

    SEEN = 0
    INVISIBLE = 1
    WHITE = 2


class Paints:
    """Tells how text objects are painted."""

    def __init__(self) -> None:
        self._mode_of = addressed(pdfium.FPDFTextObj_GetTextRenderMode, NUMBER, ADDRESS)
        self._colour_of = addressed(pdfium.FPDFPageObj_GetFillColor, NUMBER, ADDRESS, *(ADDRESS,) * 4)
        self._colour = array("I", [0] * 4)
        start, step = self._colour.buffer_info()[0], self._colour.itemsize
        self._places = [start + step * at for at in range(4)]

    def unseen(self, things: Iterable[int | None]) -> dict[int | None, Paint]:
        """Return how those of the text objects at these addresses are painted that are not plainly seen."""
        found: dict[int | None, Paint] = {}
        known, colour, places = self._colour_of, self._colour, self._places
        for thing in filter(None, things):
            mode = self._mode_of(thing)
            if mode == _INVISIBLE:
                found[thing] = Paint.INVISIBLE
            # Of nearly all colours the red alone tells that they are not white.
            elif mode == _FILL and known(thing, *places) and colour[0] >= WHITE and min(colour[:3]) >= WHITE:
                found[thing] = Paint.WHITE
        return found
