"""How the text objects of a PDF are painted: seen, not at all, or in white."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from enum import IntEnum

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_calls import ADDRESS, NUMBER, addressed

#: Colours of which red, green and blue are not less than this, of 255, are white.
WHITE = 250


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
        paints = ((thing, self._paint(thing)) for thing in things if thing)
        return {thing: paint for thing, paint in paints if paint}

    def _paint(self, thing: int) -> Paint:
        mode = self._mode_of(thing)
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            return Paint.INVISIBLE
        known = mode == pdfium.FPDF_TEXTRENDERMODE_FILL and self._colour_of(thing, *self._places)
        return Paint.WHITE if known and min(self._colour[:3]) >= WHITE else Paint.SEEN
