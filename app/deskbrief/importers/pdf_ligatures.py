"""Ligatures of a PDF of which its fonts name the last letter alone, told by how wide they are.

Programs that write PDFs anew, Ghostscript for one, may keep of the letters that one glyph stands for only the
last, so that "significant" reads "signiicant" and "The" reads "he" without any sign. In one font a letter is
always equally wide: where some are as wide as several letters together, they are those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from deskbrief.importers.clean import NOWHERE
from deskbrief.importers.pdf_segments import Stretch

#: What stands for a "Th" drawn as one until lines are made of letters; no character has this code point.
TH = "\ufdd0"

#: The letters that ligatures end with: what each may be, and the letters that it is as wide as.
_ENDINGS: Mapping[str, Mapping[str, str]] = {
    "i": {"\ufb01": "fi", "\ufb03": "ffi"},
    "l": {"\ufb02": "fl", "\ufb04": "ffl"},
    "f": {"\ufb00": "ff"},
    "h": {TH: "Th"},
}
_LETTERS = re.compile("[ilfhTe]")
#: Letters that are wider than this share of their height may be ligatures.
_SHAPES: Mapping[str, float] = {"i": 0.56, "l": 0.56, "f": 0.78, "h": 1.25}
#: A letter this many times as wide as the narrow ones of its font is another glyph, which is as wide as its
#: letters together times a number from the least to the most.
WIDER, LEAST, MOST = 1.5, 0.8, 1.28
#: How wide a letter is, as a share of the "h", in fonts of which a document shows none.
_SHARES: Mapping[str, float] = {"f": 0.6, "T": 1.15}
#: What is white behind the last letter of a word, in sizes.
BEARING = 0.05
#: The most that is white between two letters of a word, in sizes, unless they are spaced.
WHITE = 0.15
#: The letter "e" of one font differs by no more in its width, else letters are drawn wider here and there.
EVEN = 1.25
#: The most widths of a letter that are kept for a font.
MOST_KEPT = 400


class Boxes(NamedTuple):
    """The edges of the letters of a page, along and across their lines."""

    begins: Sequence[float]
    ends: Sequence[float]
    lows: Sequence[float]
    tops: Sequence[float]

    def wide(self, text: str) -> list[int]:
        """Return which letters are so wide for their height that they may be ligatures, as few are."""
        begins, ends, lows, tops = self
        # Most pages have none, and calls would take longer than all of this.
        places = ((at, _SHAPES[sign]) for at, sign in enumerate(text) if sign in _SHAPES)
        wide = [at for at, shape in places if ends[at] - begins[at] > shape * (tops[at] - lows[at])]
        return [at for at in wide if not self.shares_place(at)]

    def shares_place(self, at: int) -> bool:
        """Tell whether a letter has the box of the one beside it: the file names their ligature in full."""
        begin, after = self.begins[at], at + 1 if at + 1 < len(self.begins) else 0
        return begin in (self.begins[at - 1], self.begins[after])


class Ligatures:
    """Finds the ligatures of a document's pages by the widths of the letters of its fonts, in sizes."""

    def __init__(self) -> None:
        self._widths: defaultdict[tuple[int, str], list[float]] = defaultdict(list)

    def told(self, text: str, fonts: Callable[[int], tuple[int, float]], boxes: Boxes) -> dict[int, str]:
        """Return the ligatures among the letters of a page, by the places where only their last letter is.

        `fonts` tells the number of the font of a letter and its size, none where all are equally wide.
        """
        begins, ends = boxes.begins, boxes.ends
        wide = {at for at in boxes.wide(text) if fonts(at)[1]}
        if not wide:
            return {}
        widths: dict[int, float] = {}
        names: dict[int, int] = {}
        last = len(text) - 1
        for at in (found.start() for found in _LETTERS.finditer(text)):
            font, size = fonts(at)
            if size and not boxes.shares_place(at):
                end = ends[at] + BEARING * size
                if at < last and text[at + 1].isalpha():
                    end = min(begins[at + 1], ends[at] + WHITE * size)
                names[at], widths[at] = font, (end - begins[at]) / size
                kept = self._widths[font, text[at]]
                if len(kept) < MOST_KEPT:
                    kept.append(widths[at])
        usual = {font: self._usual(font) for font in set(names.values())}
        # In spaced text a narrow letter reaches as far: only what is drawn tells.
        named = ((at, _named(text[at], widths[at], usual[names[at]])) for at in sorted(wide))
        # Letters of slanting lines have boxes that reach into one another.
        return {at: sign for at, sign in named if sign and not begins[at - 1] < begins[at] < ends[at - 1] - 1}

    def _usual(self, font: int) -> dict[str, float]:
        """Return how wide the letters of a font are, none if that of one letter varies."""
        even = self._widths.get((font, "e"))
        if even and max(even) > EVEN * min(even):
            return {}
        return {letter: _narrow(kept) for letter in "ilfhT" if (kept := self._widths.get((font, letter)))}


def spelled_out(stretch: Stretch) -> Stretch:
    """Return `stretch` with two letters for each "Th" drawn as one; the first stood nowhere."""
    if TH not in stretch.text:
        return stretch
    order = [
        origin
        for sign, at in zip(stretch.text, stretch.origins(), strict=True)
        for origin in ([NOWHERE, at] if sign == TH else [at])
    ]
    return replace(stretch, text=stretch.text.replace(TH, "Th"), order=order, source=NOWHERE)


def _narrow(widths: Sequence[float]) -> float:
    """Return how wide a letter is among whose `widths` are those of ligatures, which are fewer."""
    ordered = sorted(widths)
    return ordered[len(ordered) // 4]


def _named(letter: str, width: float, usual: Mapping[str, float]) -> str:
    """Return the ligature that a `letter` of this `width` is, or an empty string if it is but that letter."""
    alone = usual.get(letter, 0.0)
    if letter not in _ENDINGS or not alone or width < WIDER * alone:
        return ""
    return next((sign for sign, whole in _wholes(letter, usual) if LEAST < width / whole < MOST), "")


def _wholes(letter: str, usual: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield the ligatures that end with `letter`, and how wide their letters are together."""
    for sign, parts in _ENDINGS[letter].items():
        widths = [usual.get(part) or _SHARES.get(part, 0.0) * usual.get("h", 0.0) for part in parts]
        if all(widths):
            yield sign, sum(widths)
