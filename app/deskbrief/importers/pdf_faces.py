"""How the letters of a PDF look: fonts, by what PDFium and their names say."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

#: From this weight on, letters are bold; no font has one beyond the last.
BOLD, HEAVIEST = 600, 900

#: How names of fonts say bold, italic and fixed width; those of TeX say it in their own way.
_BOLD = re.compile(
    r"bold|black|heavy|demi|negr(?:eta|ita|ito)|cmbx|cmb\d|sfbx|ecbx|cmssbx|medi(?:$|ital)|[-,](?:bd|blk)|"
    r"(?<=[a-z])(?-i:Bd|Blk)(?:$|(?-i:[A-Z]))",
    re.IGNORECASE,
)
#: Names that programs count fonts with, which say nothing of their looks: "TTF9t00", "CIDFont+F1".
_NAMELESS = re.compile(
    r"(?:CIDFont\+|TT[A-Z]?|Adv[A-Z]{0,3}|Font|[A-Z])?[0-9A-F]{0,12}\d[0-9A-F]{0,12}(?:t\d\d)?"
)
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
    bold = _is_heavy(name, pdfium.FPDFFont_GetWeight(font)) or bool(_BOLD.search(name))
    italic = angle.value != 0 or bool(_ITALIC.search(name))
    return Face(name, 0.0, bold, italic, bool(_FIXED.search(name)))


def _is_heavy(name: str, weight: int) -> bool:
    """Tell whether the `weight` that PDFium works out makes a font called `name` bold.

    It is four or five times the width of the stems that the file states, and programs state anything there:
    it is believed where the name tells nothing.
    """
    return BOLD <= weight <= HEAVIEST and bool(_NAMELESS.fullmatch(name))
