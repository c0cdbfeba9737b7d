"""The tasks "original" and "origins": a page of a PDF as it is, and where its text stands on the pages."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from math import isfinite

import pypdfium2

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.importers.job import source_of
from deskbrief.importers.original_page import Area, drawn, fitting, letters_of
from deskbrief.importers.pdf import refusal
from deskbrief.importers.pdf_loops import without_loops
from deskbrief.importers.pdf_pages import MOST_PAGES
from deskbrief.importers.registry import steps_for

#: The most files that stay open, and bytes of all of them.
MOST_FILES, MOST_BYTES = 3, 200 * 2**20
#: The sizes of so many pages are told in one step.
PAGES_A_STEP = 200
#: A usual page, in points.
A4 = 595.0, 842.0


class Shelf:
    """The files that pages were drawn of last, so that each goes over the pipe once."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, tuple[pypdfium2.PdfDocument, int]] = OrderedDict()

    def get(self, key: str) -> pypdfium2.PdfDocument | None:
        """Return the open file with this hash."""
        if key not in self._files:
            return None
        self._files.move_to_end(key)
        return self._files[key][0]

    def put(self, key: str, file: pypdfium2.PdfDocument, size: int) -> None:
        """Keep `file`, of `size` bytes, and close those that were used longest ago."""
        self._files[key] = (file, size)
        while len(self._files) > 1 and (len(self._files) > MOST_FILES or self._size() > MOST_BYTES):
            self._files.popitem(last=False)[1][0].close()

    def _size(self) -> int:
        return sum(size for _, size in self._files.values())


@cache
def shared() -> Shelf:
    """Return the files that this process holds open."""
    return Shelf()


def original(request: Request) -> Iterator[Part | Progress]:
    """Yield the picture of one page of a PDF, and what else is asked for.

    `request.data` holds "sha256" and "name" of the file, the "number" of the page from 0, "scale" in pixels
    to a point, and it may hold "area", a rectangle of the page in points from its top left. With "pages",
    sizes and labels of all pages come first, in parts "pages"; with "letters", a part "letters" with
    the page's signs and lines, its boxes as four-byte floats in the blob. Then comes a part "picture" with
    "width", "height" and "stride", rows of four bytes a pixel in the blob: blue, green, red, nothing.

    The blob of `request` is the file; when it is empty and the file is not at hand any more, the only part is
    named "absent". Raises `SourceError` when the page cannot be drawn.
    """
    key, name = str(request.data["sha256"]), str(request.data["name"])
    file = shared().get(key)
    if file is None and not request.blob:
        yield Part("absent")
        return
    if file is None:
        file = _opened(request.blob, name)
        shared().put(key, file, len(request.blob))
    if request.data.get("pages"):
        yield from _pages(file)
    yield from _page(file, request, name)


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        file = pypdfium2.PdfDocument(without_loops(data)[0])
        file.init_forms()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise refusal(name, error) from error
    return file


def _pages(file: pypdfium2.PdfDocument) -> Iterator[Part]:
    count = min(len(file), MOST_PAGES)
    for start in range(0, count, PAGES_A_STEP):
        numbers = range(start, min(start + PAGES_A_STEP, count))
        sizes = [_size(file, number) for number in numbers]
        yield Part("pages", {"sizes": sizes, "labels": [file.get_page_label(number) for number in numbers]})


def _size(file: pypdfium2.PdfDocument, number: int) -> list[float]:
    try:
        return list(file.get_page_size(number))
    except pypdfium2.PdfiumError:
        return list(A4)  # a damaged page leaves a gap as large as a page


def _page(file: pypdfium2.PdfDocument, request: Request, name: str) -> Iterator[Part | Progress]:
    number = int(request.data["number"])
    try:
        page = file[number]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise _damaged(number, name) from error
    try:
        if not all(isfinite(side) and side > 0 for side in page.get_size()):
            raise _damaged(number, name)
        if request.data.get("letters"):
            letters = letters_of(page, number)
            facts = {"signs": letters.signs, "lines": [list(line) for line in letters.lines]}
            yield Part("letters", facts, letters.boxes.tobytes())
        yield from _picture(page, request)
    finally:
        page.close()


def _damaged(number: int, name: str) -> SourceError:
    return SourceError(
        f"Page {number + 1} of {name} is damaged.", "Get the file again, or try another program."
    )


def _picture(page: pypdfium2.PdfPage, request: Request) -> Iterator[Part | Progress]:
    width, height = page.get_size()
    area = Area(*(float(side) for side in request.data.get("area") or (0, 0, width, height)))
    scale = fitting(float(request.data["scale"]), area)
    for bitmap in drawn(page, scale, area):
        if bitmap is None:
            yield Progress(0, 0)
            continue
        facts = {"width": bitmap.width, "height": bitmap.height, "stride": bitmap.stride, "scale": scale}
        yield Part("picture", {**facts, "area": list(area)}, bytes(bitmap.buffer))
        bitmap.close()


def origins(request: Request) -> Iterator[Part | Progress]:
    """Yield where the text of the PDF in `request`, which is as for the task "read", stands on its pages.

    That is for documents that were read before this was kept. The part "origins" has the SHA-256 of the text
    in UTF-8, since it counts for that text alone, and triples of eight-byte integers in its blob: the fields
    of `SourceRun`.
    """
    for step in steps_for(source_of(request)):
        if isinstance(step, Document):
            text = sha256(step.text.encode("utf-8", "surrogatepass")).hexdigest()
            runs = array("q", (n for run in step.source_runs for n in (run.start, run.source, run.length)))
            yield Part("origins", {"text": text}, runs.tobytes())
        else:
            yield Progress(0, 0)
