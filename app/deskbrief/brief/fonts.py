"""The shipped faces as reportlab knows them: what they cover, and how wide their characters are."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from deskbrief.document.shipped import shipped


class Face(StrEnum):
    """The faces under resources/fonts, by PostScript name, which is also their name in reportlab."""

    SERIF = "DeskbriefSerif-Regular"
    SERIF_ITALIC = "DeskbriefSerif-Italic"
    SERIF_BOLD = "DeskbriefSerif-Bold"
    SERIF_BOLD_ITALIC = "DeskbriefSerif-BoldItalic"
    SANS = "DeskbriefSans-Regular"
    SANS_ITALIC = "DeskbriefSans-Italic"
    SANS_BOLD = "DeskbriefSans-Bold"
    SYMBOLS = "DeskbriefSymbols-Regular"


#: Where a character is looked for that a face has not.
FALLBACKS = {
    Face.SERIF: (Face.SANS, Face.SYMBOLS),
    Face.SERIF_ITALIC: (Face.SANS_ITALIC, Face.SANS, Face.SYMBOLS),
    Face.SERIF_BOLD: (Face.SANS_BOLD, Face.SANS, Face.SYMBOLS),
    Face.SERIF_BOLD_ITALIC: (Face.SANS_BOLD, Face.SANS, Face.SYMBOLS),
    Face.SANS: (Face.SYMBOLS,),
    Face.SANS_ITALIC: (Face.SANS, Face.SYMBOLS),
    Face.SANS_BOLD: (Face.SANS, Face.SYMBOLS),
    Face.SYMBOLS: (),
}
NO_BREAK_SPACE = "\u00a0"


#: What is known of text of up to so many characters is remembered: words come again, sentences seldom do.
LONGEST_KEPT = 24


class Fonts:
    """The faces of one export; each is read when it is first needed.

    reportlab keeps registered fonts in one table of its own. It drops what a document used of them when
    that document is written, so a face that is there already can be used again.
    """

    def __init__(self) -> None:
        self._advances: dict[Face, dict[str, float]] = {}
        self._widths: dict[tuple[Face, str], float] = {}

    def advances(self, face: Face) -> dict[str, float]:
        """Return the advance width of each character of `face`, in thousandths of the type size."""
        if face not in self._advances:
            self._advances[face] = _advances(face)
        return self._advances[face]

    def width(self, text: str, face: Face, size: float) -> float:
        """Return the width of `text` in points; `face` must cover it."""
        key = (face, text)
        width = self._widths.get(key)
        if width is None:
            width = sum(map(self.advances(face).__getitem__, text)) / 1000
            if len(text) <= LONGEST_KEPT:
                self._widths[key] = width
        return width * size

    def covers(self, face: Face, text: str) -> bool:
        """Tell whether `face` has a glyph for every character of `text`."""
        return self.advances(face).keys() >= set(text)

    def choose(self, face: Face, text: str) -> Face | None:
        """Return `face` or the first of its fallbacks that covers `text`, or None."""
        candidates = (face, *FALLBACKS[face])
        return next((candidate for candidate in candidates if self.covers(candidate, text)), None)

    @cached_property
    def default(self) -> Face:
        """The face that a canvas starts with, so that no font has to be assumed that is not embedded."""
        self.advances(Face.SANS)
        return Face.SANS


def _advances(face: Face) -> dict[str, float]:
    if face not in pdfmetrics.getRegisteredFontNames():
        data = shipped(f"resources/fonts/{face}.ttf").read_bytes()
        pdfmetrics.registerFont(TTFont(str(face), BytesIO(data), asciiReadable=False))
    font: Any = pdfmetrics.getFont(face)
    outlines = font.face
    advances = {chr(code): outlines.charWidths[code] for code in outlines.charToGlyph if code >= 32}
    # reportlab writes a no-break space as a space, whether the face has one or not.
    advances[NO_BREAK_SPACE] = advances[" "]
    return advances
