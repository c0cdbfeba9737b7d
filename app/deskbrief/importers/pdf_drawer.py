"""Parts of the pages of a PDF, drawn as pictures when they are asked for."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

from deskbrief.document.model import Picture
from deskbrief.importers.gallery import Gallery
from deskbrief.importers.pdf_box import Box

#: Dots for each point when a figure is drawn, and the most of them.
SCALE, MOST_DOTS = 2.0, 4_000_000
_PIXELS = 96 / 72


class Drawer:
    """Draws parts of the pages of one file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: pypdfium2.PdfDocument | None = None

    def picture(self, box: Box, gallery: Gallery) -> Picture | None:
        """Return the picture in `box`; None when it is too small for a figure."""
        size = ((box.right - box.left) * _PIXELS, (box.bottom - box.top) * _PIXELS)
        key = f"page {box.page + 1}, {round(box.left)} {round(box.top)}"
        return gallery.add_known(key, lambda: self._drawn(box), size)

    def _drawn(self, box: Box) -> bytes:
        if self._file is None:
            self._file = pypdfium2.PdfDocument(self._data)
        page = self._file[box.page]
        width, height = page.get_size()
        scale = min(SCALE, (MOST_DOTS / box.area) ** 0.5)
        sides = (box.left, height - box.bottom, width - box.right, box.top)
        crop = tuple(max(side, 0.0) for side in sides)
        buffer = BytesIO()
        page.render(scale=scale, crop=crop, may_draw_forms=False).to_pil().save(
            buffer, "PNG", compress_level=1
        )
        page.close()
        return buffer.getvalue()
