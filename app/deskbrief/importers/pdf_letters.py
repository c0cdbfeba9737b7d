"""The letters of a PDF page with their places and faces, as PDFium tells them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import atan2, degrees, hypot, isfinite
from typing import Any

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_faces import Face, face_of
from deskbrief.importers.pdf_origins import origin_of

#: The most letters of one page that are read; no page that people can read has more.
MOST_LETTERS = 120_000


@dataclass(slots=True)
class Letter:
    """A letter in the file: its box in points of the page before that is turned, from its bottom left.

    `index` is its number for PDFium, `source` its origin (see `pdf_origins`), `turn` the direction in which
    it runs, in degrees.
    """

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    face: Face
    index: int
    source: int
    turn: int = 0
    tag: int = 0


def turned(letter: Letter, turn: int, size: tuple[float, float]) -> Letter:
    """Return `letter` where it stands when a page of `size` is turned so that its text runs to the right."""
    width, height = size
    box = (letter.left, letter.bottom, letter.right, letter.top)
    if turn == 90:
        box = (letter.bottom, width - letter.right, letter.top, width - letter.left)
    elif turn == 270:
        box = (height - letter.top, letter.left, height - letter.bottom, letter.right)
    elif turn == 180:
        box = (width - letter.right, height - letter.top, width - letter.left, height - letter.bottom)
    return replace(letter, left=box[0], bottom=box[1], right=box[2], top=box[3]) if turn else letter


class Letters:
    """Reads the letters of pages; the faces of text objects are worked out once."""

    def __init__(self) -> None:
        self._faces: dict[tuple[int, float], Face] = {}
        self._fonts: dict[int, Face] = {}
        self._size = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()
        self._thing_of = _addressed(pdfium.FPDFText_GetTextObject)

    def letters(
        self, text_page: Any, number: int, owners: Mapping[int, int] | None = None
    ) -> Iterator[Letter]:
        """Yield the letters of the page with this number where the file has them, and its white space.

        White space has no place on the page, and one origin however much of it there is.
        """
        count = min(pdfium.FPDFText_CountChars(text_page), MOST_LETTERS)
        box = [ctypes.c_double() for _ in range(4)]
        left, right, bottom, top = box
        places = [ctypes.byref(value) for value in box]
        looks: dict[int, tuple[Face, int, int]] = {0: (Face(), 0, 0)}
        code_of, box_of, thing_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox, self._thing_of
        source, blank = origin_of(number, -1), False
        for index in range(count):
            code = code_of(text_page, index)
            sign = chr(code) if code else ""
            source += not (blank and (sign.isspace() or not sign))
            blank = sign.isspace() or not sign
            if sign.isspace():
                yield Letter(sign, 0.0, 0.0, 0.0, 0.0, looks[0][0], index, source)
                continue
            key = thing_of(text_page, index) or 0
            look = looks.get(key)
            if look is None:
                thing = pdfium.FPDFText_GetTextObject(text_page, index)
                tag = owners.get(pdfium.FPDFPageObj_GetMarkedContentID(thing), 0) if owners else 0
                look = looks[key] = (*self._look(thing, text_page, index), tag)
            box_of(text_page, index, *places)
            places_of = left.value, bottom.value, right.value, top.value
            yield Letter(sign, *places_of, look[0], index, source, *look[1:])

    def _look(self, thing: Any, text_page: Any, index: int) -> tuple[Face, int]:
        """Return the face of a text object, and the direction in which it runs, in degrees.

        The matrix is that of its letter at `index`: it knows of the forms that the object is drawn in.
        """
        pdfium.FPDFTextObj_GetFontSize(thing, ctypes.byref(self._size))
        scale, turn = 1.0, 0
        if pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(self._matrix)):
            a, b, c, d = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
            scale = hypot(c, d)
            if b or a < 0:
                angle = degrees(atan2(b, a))
                turn = round(angle / 90) % 4 * 90 if isfinite(angle) else 0
        height = self._size.value * scale
        return self._face(
            pdfium.FPDFTextObj_GetFont(thing), round(height * 2) / 2 if isfinite(height) else 0.0
        ), turn

    def _face(self, font: Any, size: float) -> Face:
        """Return the one face of letters of this font and size."""
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        face = self._faces.get((key, size))
        if face is None:
            if key not in self._fonts:
                self._fonts[key] = face_of(font)
            face = self._faces[key, size] = replace(self._fonts[key], size=size)
        return face


def _addressed(function: Any) -> Any:
    """Return a function of a page and a number as one that returns the address alone, which is faster."""
    kind = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return kind(ctypes.cast(function, ctypes.c_void_p).value or 0)
