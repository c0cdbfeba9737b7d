"""Pages of a PDF whose fonts do not say which letters they draw: what is read of them are signs, no words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unicodedata import category

import pypdfium2.raw as pdfium

from deskbrief.importers.pdf_letters import UNKNOWN

#: Pages with fewer letters than this tell nothing, and of longer ones about so many are looked at.
FEWEST, LOOKED_AT = 100, 400
#: The most letters of a page of which the font may not say what they are.
UNNAMED = 0.25
#: Codes of glyphs that are taken for signs hold so many controls, or so few letters; those of old fonts,
#: whose codes are those of ASCII, do not.
CONTROLS, LETTERS = 0.05, 0.6
#: The least share of letters and figures in any text: else the font says what is not true.
LEAST = 0.3


def is_garbled(text: str, text_page: Any) -> bool:
    """Tell whether the letters of a page, of which `text` has them all, are signs that make no words."""
    step = max(len(text) // LOOKED_AT, 1)
    looked = text[::step]
    unnamed = [sign for index, sign in enumerate(looked) if _is_unnamed(sign, index * step, text_page)]
    signs = [sign for sign in looked if not sign.isspace()]
    if len(text) < FEWEST or not signs:
        return False
    if len(unnamed) > UNNAMED * len(looked):
        controls = sum(map(_is_control, unnamed))
        return controls > CONTROLS * len(unnamed) or _words(unnamed) < LETTERS * len(unnamed)
    # Leaders in lists of contents, and rules made of signs, are no text at all.
    signs = [sign for sign in signs if sign not in {".", "…", "_", "-", "–", "—", "·"}]
    return len(signs) >= FEWEST and _words(signs) < LEAST * len(signs)


def _is_unnamed(sign: str, index: int, text_page: Any) -> bool:
    if sign in (UNKNOWN, "\ufffd") or "\ue000" <= sign <= "\uf8ff":
        return True
    return bool(pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1)


def _is_control(sign: str) -> bool:
    return category(sign) in {"Cc", "Co", "Cn"} or sign == "\ufffd"


def _words(signs: Sequence[str]) -> int:
    """Count the letters and figures among `signs`."""
    return sum(sign.isalnum() or (sign > "\x7f" and category(sign)[0] == "M") for sign in signs)
