"""The task "pages": pages of a finished PDF as pictures, for a preview and for a printer."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from deskbrief.document.errors import SourceError
from deskbrief.document.tasks import Part, Progress, Request

#: The most pixels of one page: A4 at 600 dots an inch has 35 million.
MOST_PIXELS = 40_000_000
#: PDF counts in points, 72 to the inch.
POINTS = 72.0


def pages(request: Request) -> Iterator[Part | Progress]:
    """Yield pages of the PDF in the blob of `request` as pictures.

    `request.data` holds "numbers", those of the pages from 0, and "dpi", the dots to an inch. The first part
    is "sizes" with width and height of every page in points. Then comes a part "page" for each number that
    exists, with "number", "width", "height" and "stride"; its blob is rows of blue, green and red bytes.
    """
    try:
        file = pypdfium2.PdfDocument(request.blob)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise SourceError("The pages of this PDF cannot be drawn.", "Choose another file.") from error
    with file:
        count = len(file)
        yield Part("sizes", [list(file.get_page_size(number)) for number in range(count)])
        numbers = [number for number in request.data["numbers"] if 0 <= number < count]
        for done, number in enumerate(numbers, start=1):
            yield _picture(file, number, float(request.data["dpi"]) / POINTS)
            yield Progress(done, len(numbers), "Drawing pages")


def _picture(file: pypdfium2.PdfDocument, number: int, scale: float) -> Part:
    width, height = file.get_page_size(number)
    scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    page = file[number]
    try:
        bitmap = page.render(scale=scale, may_draw_forms=False)
        facts = {
            "number": number,
            "width": bitmap.width,
            "height": bitmap.height,
            "stride": bitmap.stride,
        }
        return Part("page", facts, bytes(bitmap.buffer))
    finally:
        page.close()
