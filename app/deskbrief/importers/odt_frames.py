"""Pictures in OpenDocument texts: where their bytes are, and how large they are shown."""

from __future__ import annotations

import base64
import binascii
import re

from deskbrief.importers.archive import Archive
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.gallery import HEAD, Gallery
from deskbrief.importers.html_pictures import INSIDE
from deskbrief.importers.office_pictures import LONGEST_ALT, Held, figure_of
from deskbrief.importers.xml_tree import Element, attribute, child_of, first, text_in

_LENGTH = re.compile(r"(\d{1,5}(?:\.\d{1,5})?)(cm|mm|in|pt|pc|px)")
_UNITS = {"cm": 96 / 2.54, "mm": 9.6 / 2.54, "in": 96.0, "pt": 96 / 72, "pc": 16.0, "px": 1.0}


class FramePictures:
    """Finds the pictures of one text, in its archive or in the mark-up of a flat file.

    Descriptions of pictures that are neither carried nor described are added to `missing`.
    """

    def __init__(self, archive: Archive | None, gallery: Gallery, missing: list[str]) -> None:
        self._archive = archive
        self._gallery = gallery
        self._missing = missing
        self._inside = 0

    def figure(self, frame: Element, *, drawn: bool = True) -> BlockDraft | None:
        """Return the figure in `frame`; one that is not `drawn` is a description alone."""
        described = text_in(first(frame, "desc")) or text_in(first(frame, "title"))
        image = child_of(frame, "image") if drawn else None
        if not described and image is None:
            return None
        held = Held(described[:LONGEST_ALT], size=(_pixels(frame, "width"), _pixels(frame, "height")))
        if image is not None:
            self._load(held, image)
        return figure_of(held, self._gallery, self._missing)

    def _load(self, held: Held, image: Element) -> None:
        """Set where the bytes of a picture are: in the archive, or in the mark-up of a flat file."""
        data, name = first(image, "binary-data"), self._archive.find(_plain(image)) if self._archive else ""
        if data is not None:
            self._inside += 1
            held.key, held.load = f"{INSIDE}{self._inside}", lambda: _decoded(data)
        elif name and self._archive is not None:
            archive = self._archive
            held.key, held.load = name, lambda: archive.picture(name)
            held.head = lambda: archive.head(name, HEAD)


def _plain(image: Element) -> str:
    return attribute(image, "href").removeprefix("./")


def _decoded(data: Element) -> bytes:
    try:
        return base64.b64decode(data.text or "")
    except (binascii.Error, ValueError):
        return b""


def _pixels(element: Element, name: str) -> float:
    """Return a length in 1/96 inch, 0 where there is none or an odd one."""
    found = _LENGTH.fullmatch(attribute(element, name))
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
