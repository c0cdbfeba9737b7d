"""The letters of a PDF page with their places and faces, as PDFium tells them."""

from __future__ import annotations

import ctypes
import re
import sys
from array import array
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from math import atan2, degrees, hypot, isfinite
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_calls import ADDRESS, NUMBER, address_of, addressed
from deskbrief.importers.pdf_faces import Face, face_of
from deskbrief.importers.pdf_ligatures import Boxes, Ligatures
from deskbrief.importers.pdf_origins import origin_of
from deskbrief.importers.pdf_paint import Paint, Paints

#: The most letters of one page that are read; no page that people can read has more.
MOST_LETTERS = 120_000
#: What stands for a glyph of which the file does not say which letter it draws.
UNKNOWN = "\0"

#: What is shown for such a glyph inside a word.
REPLACEMENT = "\ufffd"

#: What stands where there is no letter, and is left out of documents.
NO_LETTER = "\u200b"
FIRST_HALF = 0xD800
_HALVES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_TWICE = re.compile(rf"([\U00010000-\U0010ffff]{NO_LETTER})\1")
_INSIDE = re.compile(rf"[^\W\d_]{UNKNOWN}[^\W\d_]")
_BESIDE = re.compile(rf"(?<=[^\W\d_]){UNKNOWN}(?!{UNKNOWN})|(?<!{UNKNOWN}){UNKNOWN}(?=[^\W\d_])")
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
    look those of the letter before them. `unseen` says of letters that may not be seen how they are painted.
    """

    text: str
    lefts: list[float]
    bottoms: list[float]
    rights: list[float]
    tops: list[float]
    looks: list[Look]
    origins: list[int]
    unseen: Mapping[int, Paint] = field(default_factory=dict)

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
    """Reads the letters of pages; the faces of text objects are worked out once.

    `joined` counts the ligatures of which the file names but the last letter.
    """

    def __init__(self) -> None:
        self.joined = 0
        self._faces: dict[tuple[int, float], Face] = {}
        self._fonts: dict[int, Face] = {}
        self._addresses: dict[int, int] = {}
        self._looks: dict[tuple[int | None, int, int, bytes], Look] = {}
        self._ligatures, self._paints = Ligatures(), Paints()
        self._code_of = addressed(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ADDRESS, NUMBER)
        self._thing_of = addressed(pdfium.FPDFText_GetTextObject, ADDRESS, ADDRESS, NUMBER)
        self._box_of = addressed(pdfium.FPDFText_GetCharBox, NUMBER, ADDRESS, NUMBER, *(ADDRESS,) * 4)
        self._matrix_of = addressed(pdfium.FPDFText_GetMatrix, NUMBER, ADDRESS, NUMBER, ADDRESS)
        self._size_of = addressed(pdfium.FPDFTextObj_GetFontSize, NUMBER, ADDRESS, ADDRESS)
        self._font_of = addressed(pdfium.FPDFTextObj_GetFont, ADDRESS, ADDRESS)
        self._mark_of = addressed(pdfium.FPDFPageObj_GetMarkedContentID, NUMBER, ADDRESS)

    def painted(self, text_page: Any, number: int, owners: Mapping[int, int] | None = None) -> Painted:
        """Return the letters of the page with this number; `owners` has the tags by numbers of marks."""
        count = min(pdfium.FPDFText_CountChars(text_page), MOST_LETTERS)
        page = address_of(text_page)
        text = without_holes(text_of(list(map(self._code_of, repeat(page, count), range(count)))))
        indexes, origins = _settled(text, origin_of(number, 0))
        things = list(map(self._thing_of, repeat(page), indexes))
        looks = self._looks_of(
            page, dict(zip(reversed(things), reversed(indexes), strict=True)), owners or {}
        )
        boxes = self._boxes_of(page, indexes)
        places = boxes[0::4], boxes[2::4], boxes[1::4], boxes[3::4]
        text = _once(text, places[0])
        looked = [looks[thing] for thing in things]
        paints = self._paints.unseen(looks)
        unseen = {at: paints[thing] for at, thing in enumerate(things) if thing in paints} if paints else {}
        painted = Painted(text, *places, looked, origins, unseen)
        painted.text = self._with_ligatures(painted, turned=any(look.turn for look in looks.values()))
        return painted

    def _with_ligatures(self, painted: Painted, *, turned: bool) -> str:
        """Return the text of `painted` with the ligatures of which the file tells but the last letter."""
        looks = painted.looks
        boxes = Boxes(painted.lefts, painted.rights, painted.bottoms, painted.tops)
        if turned:
            upright = [look.turn % 180 == 90 for look in looks]
            boxes = Boxes(*(list(map(_chosen, upright, boxes[at - 2], boxes[at])) for at in range(4)))

        def font_of(at: int) -> tuple[int, float]:
            face = looks[at].face
            return self._addresses.get(id(face), 0), 0.0 if face.fixed else face.size

        told = self._ligatures.told(painted.text, font_of, boxes)
        if not told:
            return painted.text
        self.joined += len(told)
        signs = list(painted.text)
        for at, sign in told.items():
            signs[at] = sign
        return "".join(signs)

    def _boxes_of(self, page: int, indexes: Sequence[int]) -> list[float]:
        """Return left, right, bottom and top of the letters with these numbers, one after the other."""
        boxes = array("d", bytes(32 * len(indexes)))
        start, step = boxes.buffer_info()[0], boxes.itemsize
        end = start + 4 * step * len(indexes)
        # All calls in one go: PDFium puts its numbers where they stay.
        places = (range(at, end, 4 * step) for at in range(start, start + 4 * step, step))
        deque(map(self._box_of, repeat(page), indexes, *places), maxlen=0)
        return boxes.tolist()

    def _looks_of(
        self, page: int, firsts: Mapping[int | None, int], owners: Mapping[int, int]
    ) -> dict[int | None, Look]:
        """Return how text objects look, whose first letters have the numbers `firsts`.

        The matrix is that of a letter: it knows of the forms that the object is drawn in.
        """
        told = array("f", bytes(28 * len(firsts)))
        start, step = told.buffer_info()[0], told.itemsize
        sizes, end = range(start, start + 7 * step * len(firsts), 7 * step), start + 7 * step * len(firsts)
        deque(map(self._size_of, firsts, sizes), maxlen=0)
        known = list(map(self._matrix_of, repeat(page), firsts.values(), range(start + step, end, 7 * step)))
        fonts = list(map(self._font_of, firsts))
        tags = [owners.get(self._mark_of(thing), 0) for thing in firsts] if owners else [0] * len(firsts)
        looks: dict[int | None, Look] = {}
        for at, thing in enumerate(firsts):
            numbers = told[7 * at : 7 * at + 5]
            key = (fonts[at], tags[at], known[at], numbers.tobytes())
            look = self._looks.get(key)
            if look is None:
                matrix = numbers[1:] if known[at] else ()
                look = self._looks[key] = self._worked_out(fonts[at] or 0, numbers[0], matrix, tags[at])
            looks[thing] = look if thing else Look()
        return looks

    def _worked_out(self, font: int, size: float, matrix: Sequence[float], tag: int) -> Look:
        scale, turn = 1.0, 0
        if matrix:
            a, b, c, d = matrix
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
            self._addresses[id(face)] = font
        return face


def text_of(codes: Sequence[int]) -> str:
    """Return the text of letters by their code points; broken fonts may name some that do not exist.

    What a page paints is seen, so that a soft hyphen on it is a hyphen. PDFium tells of letters beyond the
    first plane of Unicode in two halves: the letter stands for the first, and no letter for the second.
    """
    highest = max(codes, default=0)
    if highest > sys.maxunicode:
        codes = [code if code <= sys.maxunicode else ord(UNKNOWN) for code in codes]
    text = "".join(map(chr, codes)).replace("\u00ad", "-")
    return text if highest < FIRST_HALF else _HALVES.sub(_whole, text)


def _whole(halves: re.Match[str]) -> str:
    high, low = map(ord, halves[0])
    return f"{chr(0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF))}{NO_LETTER}"


def _once(text: str, lefts: Sequence[float]) -> str:
    """Return `text` with letters once that a font tells twice for one sign, as in formulas of slides."""
    if not _TWICE.search(text):
        return text
    return _TWICE.sub(lambda found: _first_of(found, lefts), text)


def _first_of(found: re.Match[str], lefts: Sequence[float]) -> str:
    start, half = found.start(), len(found[0]) // 2
    same = lefts[start] == lefts[start + half]
    return found[0][:half] + NO_LETTER * half if same else found[0]


def without_holes(text: str) -> str:
    """Return the text of a page with a sign for each letter of its words of which no more is known.

    Fonts may name all of their letters but the ligatures: then words without them would look whole.
    """
    return _BESIDE.sub(REPLACEMENT, text) if _INSIDE.search(text) else text


def _chosen(first: bool, one: float, two: float) -> float:
    return one if first else two


def _settled(text: str, first: int) -> tuple[list[int], list[int]]:
    """Return for each letter of a page the number of the one whose place it has, and its origin."""
    indexes, origins = list(range(len(text))), [first] * len(text)
    origin, last = first, 0
    for start, end in words_in(text):
        if start > last:
            indexes[last:start] = [last - 1 if last else start] * (start - last)
            origins[last:start] = [origin] * (start - last)
            origin += 1
        origins[start:end] = range(origin, origin + end - start)
        origin, last = origin + end - start, end
    origins[last:] = [origin] * (len(text) - last)
    return indexes, origins
