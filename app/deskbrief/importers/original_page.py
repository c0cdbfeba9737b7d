"""One page of a PDF as it is: drawn into pixels step by step, and its letters with their places on it."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, isfinite
from time import monotonic
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.document.paging import PAGE_ORIGINS
from deskbrief.importers.pdf_letters import Letter, Letters, Painted

#: The most pixels that are drawn of a page at once, and so long a step of drawing takes, in seconds.
MOST_PIXELS, STEP_SECONDS = 16_000_000, 0.1
#: The most lines of a page, and the most letters of a line; the window looks through them while one reads.
MOST_LINES, LONGEST_LINE = 4_000, 1_000
#: Letters that overlap by less than this share of their height stand on different lines, as do letters that
#: are more than so many heights apart.
LEVEL, WIDE = 0.3, 2.5
#: Boxes that are more times as high as the letters of their font are not believed.
HIGHEST = 2.0
#: How far a page is enlarged to learn how its places are turned, and the length that is looked at.
_FINE, _FAR = 20, 1000.0
#: No page reaches so far, in points.
_BEYOND = 1e6


class Area(NamedTuple):
    """A rectangle of a page in points, counted from its top left as it is seen."""

    left: float
    top: float
    right: float
    bottom: float


_NOWHERE = Area(0.0, 0.0, 0.0, 0.0)


class LineOfPage(NamedTuple):
    """The letters from `first` up to `end`, in one box; those that are not `level` run up or down."""

    first: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    level: bool


@dataclass(slots=True)
class PageLetters:
    """The letters of a page in the order of their origins; white space is one sign without a box.

    `boxes` holds four numbers a letter: left, top, right and bottom in points from the top left of the page
    as it is seen. `lines` say where in these the letters of each line begin and end.
    """

    signs: str
    boxes: array[float]
    lines: list[LineOfPage]


def drawn(page: pypdfium2.PdfPage, scale: float, area: Area) -> Iterator[pypdfium2.PdfBitmap | None]:
    """Draw `area` of `page`, `scale` pixels to a point; yield None while it takes, and then the picture.

    The picture has four bytes a pixel: blue, green, red and one without a meaning.
    """
    width, height = page.get_size()
    wide, high = (max(ceil(side * scale), 1) for side in (area.right - area.left, area.bottom - area.top))
    bitmap = pypdfium2.PdfBitmap.new_native(wide, high, format=pdfium.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
    until = [0.0]

    def is_over(_: Any) -> int:
        return monotonic() > until[0]

    kind = dict(pdfium.IFSDK_PAUSE._fields_)["NeedToPauseNow"]
    pause = pdfium.IFSDK_PAUSE(version=1, NeedToPauseNow=kind(is_over))
    until[0] = monotonic() + STEP_SECONDS
    place = -round(area.left * scale), -round(area.top * scale), ceil(width * scale), ceil(height * scale)
    state = pdfium.FPDF_RenderPageBitmap_Start(bitmap.raw, page.raw, *place, 0, pdfium.FPDF_ANNOT, pause)
    try:
        while state == pdfium.FPDF_RENDER_TOBECONTINUED:
            yield None
            until[0] = monotonic() + STEP_SECONDS
            state = pdfium.FPDF_RenderPage_Continue(page.raw, pause)
    finally:
        pdfium.FPDF_RenderPage_Close(page.raw)
    if page.formenv:
        # What was filled in is drawn as it stands in the file; nothing that a field would do is done.
        form = page.formenv.raw
        pdfium.FPDF_FFLDraw(form, bitmap.raw, page.raw, *place, 0, pdfium.FPDF_ANNOT)
    yield bitmap


def fitting(scale: float, area: Area) -> float:
    """Return `scale`, or a smaller one with which a picture of `area` is not too large."""
    size = max((area.right - area.left) * (area.bottom - area.top), 1.0)
    return min(scale, float((MOST_PIXELS / size) ** 0.5))


def letters_of(page: pypdfium2.PdfPage, number: int) -> PageLetters:
    """Return the letters of `page`, the one with this number, with the places where they are seen."""
    text_page = page.get_textpage()
    try:
        return _Places(page, text_page).of(Letters().painted(text_page.raw, number))
    finally:
        text_page.close()


class _Places:
    """Works out where the letters of one page are seen."""

    def __init__(self, page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> None:
        self._text_page = text_page.raw
        self._rotation = page.get_rotation()
        self._loose = pdfium.FS_RECTF()
        size = [ceil(side * _FINE) for side in page.get_size()]
        origin, across, up = (_seen(page.raw, size, at) for at in ((0.0, 0.0), (_FAR, 0.0), (0.0, _FAR)))
        self._origin = origin
        self._across = tuple((one - two) / _FAR for one, two in zip(across, origin, strict=True))
        self._up = tuple((one - two) / _FAR for one, two in zip(up, origin, strict=True))

    def of(self, painted: Painted) -> PageLetters:
        """Return the letters `painted` on the page with their places."""
        signs: list[str] = []
        lines: list[LineOfPage] = []
        found = PageLetters("", array("f"), [])
        line: _Line | None = None
        for letter in painted.letters():
            at = letter.source % PAGE_ORIGINS
            blank = letter.sign == " "
            signs.append(_shown(letter.sign))
            box = _NOWHERE if blank else self._box(letter)
            found.boxes.extend(box)
            if blank or box[0] >= box[2] or box[1] >= box[3]:
                continue
            level = (letter.look.turn + self._rotation) % 180 == 0
            if line is None or not line.holds(at, box, level=level):
                if line is not None:
                    lines.append(line.finished())
                line = _Line(at, box, level=level)
            line.take(at, box)
        if line is not None:
            lines.append(line.finished())
        found.lines = lines[:MOST_LINES]
        found.signs = "".join(signs)
        return found

    def _box(self, letter: Letter) -> Area:
        box = letter.left, letter.bottom, letter.right, letter.top
        size, turn = letter.look.face.size, letter.look.turn
        if not turn and pdfium.FPDFText_GetLooseCharBox(self._text_page, letter.index, self._loose):
            loose = self._loose.left, self._loose.bottom, self._loose.right, self._loose.top
            high = loose[3] - loose[1]
            if all(map(isfinite, loose)) and 0 < high < HIGHEST * max(size, box[3] - box[1]):
                box = min(box[0], loose[0]), loose[1], max(box[2], loose[2]), loose[3]
        (left, top), (right, bottom) = self._place(box[0], box[1]), self._place(box[2], box[3])
        seen = Area(min(left, right), min(top, bottom), max(left, right), max(top, bottom))
        return seen if all(isfinite(side) and abs(side) < _BEYOND for side in seen) else _NOWHERE

    def _place(self, across: float, up: float) -> tuple[float, float]:
        return (
            self._origin[0] + across * self._across[0] + up * self._up[0],
            self._origin[1] + across * self._across[1] + up * self._up[1],
        )


class _Line:
    """The letters of one line so far; `level` ones run from left to right or back, others up or down."""

    def __init__(self, first: int, box: Area, *, level: bool) -> None:
        self._level = level
        self._first = self._end = first
        self._last = self._box = box

    def holds(self, at: int, box: Area, *, level: bool) -> bool:
        """Tell whether the letter with the number `at` in `box` goes on with the line."""
        if level is not self._level or at - self._first > LONGEST_LINE:
            return False
        (low, high), (start, end) = self._sides(box)
        bottom, top = self._sides(self._box)[0]
        before, after = self._sides(self._last)[1]
        height = min(high - low, top - bottom)
        gap = max(start - after, before - end)
        return min(high, top) - max(low, bottom) > LEVEL * height and gap < WIDE * height

    def take(self, at: int, box: Area) -> None:
        """Let the line reach to the letter with the number `at` in `box`."""
        low, high = map(min, self._box[:2], box[:2]), map(max, self._box[2:], box[2:])
        self._box, self._last, self._end = Area(*low, *high), box, at + 1

    def finished(self) -> LineOfPage:
        """Return the line."""
        return LineOfPage(self._first, self._end, *self._box, self._level)

    def _sides(self, box: Area) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the two sides across the line, and the two along it."""
        level = (box.top, box.bottom), (box.left, box.right)
        return level if self._level else level[::-1]


def _shown(sign: str) -> str:
    """Return a letter as documents hold it; PDFium tells hyphens at the ends of lines by a number."""
    if sign == "\x02":
        return "-"
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else sign


def _seen(page: Any, size: list[int], place: tuple[float, float]) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, *place, ctypes.byref(across), ctypes.byref(down))
    return across.value / _FINE, down.value / _FINE
