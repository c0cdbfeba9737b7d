"""The letters of a PDF page with their places and faces, as PDFium tells them."""

from __future__ import annotations

import ctypes
import re
from array import array
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from math import atan2, degrees, hypot, isfinite
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_faces import Face, face_of
from deskbrief.importers.pdf_origins import origin_of

#: The most letters of one page that are read; no page that people can read has more.
MOST_LETTERS = 120_000
#: What stands for a glyph of which the file does not say which letter it draws.
UNKNOWN = "\0"

_WORD = re.compile(rf"[^\s{UNKNOWN}]+")


class Look(NamedTuple):
    """How the letters of a text object look.

    `turn` is the direction in which they run, in degrees, and `tag` the number of the element of the
    structure tree that they belong to (0 = none).
    """

    face: Face = Face()
    turn: int = 0
    tag: int = 0


@dataclass(slots=True)
class Letter:
    """A letter in the file: its box in points of the page before that is turned, from its bottom left.

    `index` is its number for PDFium, `source` its origin (see `pdf_origins`).
    """

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    look: Look
    index: int
    source: int


@dataclass(slots=True)
class Painted:
    """The letters of a page where the file has them, as one column for each thing that is known of them.

    White space and `UNKNOWN` letters have one origin however much of them there is, and for their place and
    look those of the letter before them.
    """

    text: str
    lefts: list[float]
    bottoms: list[float]
    rights: list[float]
    tops: list[float]
    looks: list[Look]
    origins: list[int]

    def letter(self, index: int) -> Letter:
        """Return the letter with the number `index`."""
        box = self.lefts[index], self.bottoms[index], self.rights[index], self.tops[index]
        return Letter(self.text[index], *box, self.looks[index], index, self.origins[index])

    def letters(self) -> Iterator[Letter]:
        """Yield the letters one after the other, and what stands between words as one space."""
        last = 0
        for start, end in words_in(self.text):
            if start > last:
                yield replace(self.letter(last), sign=" ")
            yield from map(self.letter, range(start, end))
            last = end
        if last < len(self.text):
            yield replace(self.letter(last), sign=" ")

    def turned(self, turn: int, size: tuple[float, float]) -> Painted:
        """Return the letters where they stand when a page of `size` is turned so that its text runs right."""
        width, height = size
        lefts, bottoms, rights, tops = self.lefts, self.bottoms, self.rights, self.tops
        if turn == 90:
            box = bottoms, _from(width, rights), tops, _from(width, lefts)
        elif turn == 180:
            box = _from(width, rights), _from(height, tops), _from(width, lefts), _from(height, bottoms)
        elif turn == 270:
            box = _from(height, tops), lefts, _from(height, bottoms), rights
        else:
            return self
        return Painted(self.text, *box, self.looks, self.origins)


def _from(edge: float, places: list[float]) -> list[float]:
    """Return `places` as they count from the other edge."""
    return [edge - place for place in places]


def words_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a page's text begin and end."""
    return (found.span() for found in _WORD.finditer(text))


class Letters:
    """Reads the letters of pages; the faces of text objects are worked out once."""

    def __init__(self) -> None:
        self._faces: dict[tuple[int, float], Face] = {}
        self._fonts: dict[int, Face] = {}
        self._looks: dict[tuple[int | None, int, int, bytes], Look] = {}
        #: The size of a text object, and its matrix.
        self._told = array("f", [0.0] * 7)
        self._size_at = self._told.buffer_info()[0]
        self._matrix_at = self._size_at + self._told.itemsize
        page, thing, number = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
        address, places = ctypes.c_void_p, (ctypes.c_void_p,) * 4
        self._code_of = _addressed(pdfium.FPDFText_GetUnicode, ctypes.c_uint, page, number)
        self._thing_of = _addressed(pdfium.FPDFText_GetTextObject, address, page, number)
        self._box_of = _addressed(pdfium.FPDFText_GetCharBox, number, page, number, *places)
        self._matrix_of = _addressed(pdfium.FPDFText_GetMatrix, number, page, number, address)
        self._size_of = _addressed(pdfium.FPDFTextObj_GetFontSize, number, thing, address)
        self._font_of = _addressed(pdfium.FPDFTextObj_GetFont, address, thing)
        self._mark_of = _addressed(pdfium.FPDFPageObj_GetMarkedContentID, number, thing)

    def painted(self, text_page: Any, number: int, owners: Mapping[int, int] | None = None) -> Painted:
        """Return the letters of the page with this number; `owners` has the tags by numbers of marks."""
        count = min(pdfium.FPDFText_CountChars(text_page), MOST_LETTERS)
        page = ctypes.cast(text_page, ctypes.c_void_p).value
        text = "".join(map(chr, map(self._code_of, repeat(page, count), range(count))))
        things = list(map(self._thing_of, repeat(page, count), range(count)))
        looks, indexes, origins = [Look()] * count, list(range(count)), [0] * count
        known: dict[int | None, Look] = {None: Look()}
        origin, last = origin_of(number, 0), 0
        for start, end in words_in(text):
            if start > last:
                origins[last:start] = [origin] * (start - last)
                origin += 1
            if start > last > 0:
                indexes[last:start] = [last - 1] * (start - last)
                looks[last:start] = [looks[last - 1]] * (start - last)
            origins[start:end] = range(origin, origin + end - start)
            for index in range(start, end):
                thing = things[index]
                look = known.get(thing)
                if look is None:
                    tag = owners.get(self._mark_of(thing), 0) if owners else 0
                    look = known[thing] = self._look(thing, page, index, tag)
                looks[index] = look
            origin, last = origin + end - start, end
        origins[last:] = [origin] * (count - last)
        boxes = self._boxes_of(page, indexes)
        return Painted(text, boxes[0::4], boxes[2::4], boxes[1::4], boxes[3::4], looks, origins)

    def _boxes_of(self, page: int | None, indexes: Sequence[int]) -> list[float]:
        """Return left, right, bottom and top of the letters with these numbers, one after the other."""
        boxes = array("d", bytes(32 * len(indexes)))
        start, step = boxes.buffer_info()[0], boxes.itemsize
        end = start + 4 * step * len(indexes)
        # All calls in one go: PDFium puts its numbers where they stay.
        places = (range(at, end, 4 * step) for at in range(start, start + 4 * step, step))
        deque(map(self._box_of, repeat(page), indexes, *places), maxlen=0)
        return boxes.tolist()

    def _look(self, thing: int | None, page: int | None, index: int, tag: int) -> Look:
        """Return how a text object looks.

        The matrix is that of its letter at `index`: it knows of the forms that the object is drawn in.
        """
        self._size_of(thing, self._size_at)
        told = self._matrix_of(page, index, self._matrix_at)
        key = (self._font_of(thing), tag, told, self._told.tobytes())
        look = self._looks.get(key)
        if look is None:
            size, *matrix = self._told
            look = self._looks[key] = self._worked_out(key[0] or 0, size, matrix if told else (), tag)
        return look

    def _worked_out(self, font: int, size: float, matrix: Sequence[float], tag: int) -> Look:
        scale, turn = 1.0, 0
        if matrix:
            a, b, c, d = matrix[:4]
            scale = hypot(c, d)
            if b or a < 0:
                angle = degrees(atan2(b, a))
                turn = round(angle / 90) % 4 * 90 if isfinite(angle) else 0
        height = size * scale
        return Look(self._face(font, round(height * 2) / 2 if isfinite(height) else 0.0), turn, tag)

    def _face(self, font: int, size: float) -> Face:
        """Return the one face of letters of the font at this address, in this size."""
        face = self._faces.get((font, size))
        if face is None:
            if font not in self._fonts:
                self._fonts[font] = face_of(ctypes.cast(font, pdfium.FPDF_FONT))
            face = self._faces[font, size] = replace(self._fonts[font], size=size)
        return face


def _addressed(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a function that takes and returns addresses as numbers, which is faster."""
    kind = ctypes.CFUNCTYPE(result, *arguments)
    return kind(ctypes.cast(function, ctypes.c_void_p).value or 0)
