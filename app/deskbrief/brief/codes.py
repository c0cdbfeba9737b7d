"""Text in the codes of the fonts that one document embeds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics

from deskbrief.brief.fonts import Face


class Codes:
    """The codes of one face in one document.

    reportlab gives out codes as characters come, 256 to a subset, and looks each up on its own. The first
    subset, which holds nearly all of a text, is translated here in one go.
    """

    def __init__(self, face: Face, document: Any) -> None:
        self._document = document
        self._font: Any = pdfmetrics.getFont(face)
        self._table: dict[int, str] = {}
        self._known: set[str] = set()
        self._tried: set[str] = set()

    def literals(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the name of a font, and the operator that shows a part of `text` in it."""
        own = set(text)
        if not own <= self._known:
            self._learn(own - self._tried, text)
        if own <= self._known:
            yield self._name(0), f"({text.translate(self._table)}) Tj"
            return
        for subset, codes in self._font.splitString(text, self._document):
            yield self._name(subset), f"({escapePDF(codes)}) Tj"

    def _learn(self, new: set[str], text: str) -> None:
        """Have codes given out in the order of `text`, and note those of the first subset."""
        for character in text:
            if character not in new or character in self._tried:
                continue
            self._tried.add(character)
            ((subset, code),) = self._font.splitString(character, self._document)
            if subset == 0:
                self._known.add(character)
                self._table[ord(character)] = escapePDF(code)

    def _name(self, subset: int) -> str:
        name: str = self._font.getSubsetInternalName(subset, self._document)
        return name
