"""What others wrote onto the pages of a PDF or attached to it: comments, values in its forms, files.

Nothing of it is run: the form is never set up, its values are read as they are stored.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.importers.clean import fit_text

#: Annotations looked at on one page, or attached files, and code units of one that are read.
MOST, LONGEST = 500, 20_000
_SETTINGS = ".joboptions"
_FIELD = pdfium.FPDF_ANNOT_WIDGET
_SILENT = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words that stand on a page and not in its text; `filled_in` in a form, else a comment."""

    text: str
    filled_in: bool


def attached_to(file: pypdfium2.PdfDocument) -> Iterator[str]:
    """Yield the names of the files that are attached to a PDF."""
    for number in range(min(file.count_attachments(), MOST)):
        try:
            name = file.get_attachment(number).get_name()
        except (pypdfium2.PdfiumError, ValueError):
            name = ""
        # Programs that make PDFs attach their settings, which are nobody's reading.
        if not name.lower().endswith(_SETTINGS):
            yield " ".join(fit_text(name).split()) or "a file without a name"


def annotations_on(page: Any) -> Iterator[Annotation]:
    """Yield the comments and filled-in fields of a page, given as PDFium's own handle."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            found = _read(annotation)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
        if found is not None:
            yield found


def _read(annotation: Any) -> Annotation | None:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind in _SILENT:
        return None
    if kind != _FIELD:
        words = _value(annotation, b"Contents")
        return Annotation(words, filled_in=False) if words else None
    name, value = _value(annotation, b"T"), _value(annotation, b"V")
    if not value or value == "Off":
        return None
    return Annotation(f"{name}: {value}" if name else value, filled_in=True)


def _value(annotation: Any, key: bytes) -> str:
    """Return the text under `key` of an annotation, on one line."""
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    size = min(size, 2 * LONGEST)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, units, size)
    return " ".join(buffer.raw.decode("utf-16-le", "replace").replace("\0", " ").split())
