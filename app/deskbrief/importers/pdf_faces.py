"""How the letters of a PDF look: fonts, by what PDFium and their names say."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

#: From this weight on, letters are bold.
BOLD = 600

#: How names of fonts say bold, italic and fixed width; those of TeX say it in their own way.
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|cmb\d|sfbx|ecbx|cmssbx|medi(?:$|ital)|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|[-,]it(?:$|-)|cmti|cmbxti|sfti|ecti|cmsl", re.IGNORECASE)
_FIXED = re.compile(
    r"courier|mono|consol|typewriter|menlo|cmtt|sftt|ectt|nimbusmon|fixed|inconsolata", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look: the name of their font, their size in points, and whether they are bold or italic.

    All letters of a `fixed` font are equally wide, as in code.
    """

    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    fixed: bool = False


def face_of(font: Any) -> Face:
    """Return the face of a font, without a size."""
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    angle = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, ctypes.byref(angle))
    name = buffer.value.decode("utf-8", "replace")
    name = name[7:] if name[6:7] == "+" else name
    bold = pdfium.FPDFFont_GetWeight(font) >= BOLD or bool(_BOLD.search(name))
    italic = angle.value != 0 or bool(_ITALIC.search(name))
    return Face(name, 0.0, bold, italic, bool(_FIXED.search(name)))
