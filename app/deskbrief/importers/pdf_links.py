"""The links on a PDF page that lead to web addresses; those that run something are left alone."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from deskbrief.importers.links import link_target
from deskbrief.importers.pdf_page_text import Link

#: The most links of one page, and the longest address.
MOST_LINKS, LONGEST = 500, 2_000


def links_on(file: Any, page: Any) -> Iterator[Link]:
    """Yield the links on `page` of `file`, both given as PDFium's own handles."""
    place = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            return
        target = _address(file, link)
        box = pdfium.FS_RECTF()
        if target and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            yield Link(box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top), target)


def _address(file: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = min(pdfium.FPDFAction_GetURIPath(file, action, None, 0), LONGEST)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFAction_GetURIPath(file, action, buffer, size)
    return link_target(buffer.value.decode("utf-8", "replace"), "")
