"""Text in the form in which it is searched, with the way back to where each letter came from.

Folding makes two spellings of the same word equal: case (Unicode default case folding, D145), accents, curly
and straight quotes, the kinds of dash and space; signs that nobody sees are left out. Some letters become
longer or shorter by that, so a place in the folded text is translated back through a table of runs.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from types import MappingProxyType

#: What a fold may change besides the case of letters that keep their length: letters with marks, marks,
#: quotes, dashes, spaces, invisible signs, ligatures. Scripts whose vowels are marks are left as they are.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
_UNIT = re.compile(
    f"[A-Za-z\u0400-\u04ff\u0370-\u03ff][{_MARKS}]+"
    "|["
    "\u00a0-\u024f\u02bc\u0386-\u0390\u03aa-\u03b0\u03ca-\u03ce\u03d3\u03d4"
    "\u0400\u0401\u0403\u0407\u040c-\u040e\u0419\u0439\u0450\u0451\u0453\u0457\u045c-\u045e\u0587"
    "\u061c\u1e00-\u1fff\u2000-\u201f\u2028-\u202f\u205f-\u206f\u2212\u3000\ufb00-\ufb17\ufeff"
    f"{_MARKS}][{_MARKS}]*"
)
#: Letters that stand for others without being composed of them.
_LETTERS = MappingProxyType(
    str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"})
)
#: Signs that are written in several ways, and those that nobody sees.
_SIGNS = MappingProxyType(
    {
        **dict.fromkeys(map(ord, "\u02bc\u2018\u2019\u201a\u201b"), "'"),
        **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"'),
        **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
        **dict.fromkeys((0xA0, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, *range(0x2000, 0x200B)), " "),
        **dict.fromkeys((0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010)), ""),
        **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070)), ""),
    }
)


class Fold:
    """One way to fold: with or without regard to `case` and to `accents`."""

    def __init__(self, *, case: bool = False, accents: bool = False) -> None:
        self._case = case
        self._accents = accents
        # A text has few different letters with marks: each is worked out once.
        self._units: dict[str, str] = {}

    def word(self, text: str) -> str:
        """Return `text` folded."""
        return Folded(self).add(text).text

    def pieces(self, text: str) -> Iterator[tuple[int, int, str, bool]]:
        """Yield stretches `[start, end)` of `text`, which follow one another, and each one folded.

        The last value tells whether the stretch is a unit whose letters do not stand for one letter each.
        """
        done = 0
        if not text.isascii():
            for match in _UNIT.finditer(text):
                unit = self._unit(match[0])
                if unit != match[0]:
                    yield done, match.start(), self._plain(text[done : match.start()]), False
                    yield *match.span(), unit, len(unit) != 1 or len(match[0]) != 1
                    done = match.end()
        yield done, len(text), self._plain(text[done:]), False

    def _plain(self, text: str) -> str:
        return text if self._case else text.casefold()

    def _unit(self, unit: str) -> str:
        folded = self._units.get(unit)
        if folded is None:
            folded = self._units[unit] = self._worked_out(unit)
        return folded

    def _worked_out(self, unit: str) -> str:
        text = self._plain(unit).translate(_SIGNS)
        if self._accents:
            return unicodedata.normalize("NFC", text)
        parts = unicodedata.normalize("NFD", text).translate(_LETTERS)
        return "".join(sign for sign in parts if not unicodedata.combining(sign))


class Folded:
    """A text that was folded piece by piece, and the way between its places and those of the original.

    The text is cut into runs. Inside an even run both sides go on letter by letter; an uneven one is a letter
    with its marks, and all that it became.
    """

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._parts: list[str] = []
        self._length = self._taken = 0
        self._ats = array("I", [0])
        self._offsets = array("I", [0])
        self._uneven = bytearray(1)
        self._text: str | None = None

    @property
    def text(self) -> str:
        """All that was added, folded."""
        if self._text is None:
            self._text = "".join(self._parts)
            self._parts = [self._text]
        return self._text

    def add(self, text: str) -> Folded:
        """Fold `text`, which follows what was added before; return the same object."""
        self._text = None
        base = self._taken
        for start, end, folded, uneven in self._fold.pieces(text):
            if folded:
                self._parts.append(folded)
            if uneven:
                self._begin_run(base + start, uneven=True)
            self._length += len(folded)
            if uneven:
                self._begin_run(base + end, uneven=False)
        self._taken += len(text)
        return self

    def start(self, at: int) -> int:
        """Return where in the original the letter stands that is at `at` in the folded text."""
        run = bisect_right(self._ats, at) - 1
        return self._offsets[run] + (0 if self._uneven[run] else at - self._ats[run])

    def end(self, at: int) -> int:
        """Return the end, in the original, of what is before `at` in the folded text."""
        run = bisect_left(self._ats, at) - 1
        return self._offsets[run + 1] if self._uneven[run] else self._offsets[run] + at - self._ats[run]

    def shift(self, start: int, end: int) -> int | None:
        """Return by how much places of the original lie behind those of `[start, end)` of the folded text.

        None when that is not the same for all of them.
        """
        run = bisect_right(self._ats, start) - 1
        if self._uneven[run] or (run + 1 < len(self._ats) and self._ats[run + 1] < end):
            return None
        return self._offsets[run] - self._ats[run]

    def place(self, offset: int) -> int:
        """Return where in the folded text what stands at or after `offset` in the original begins."""
        run = bisect_right(self._offsets, offset) - 1
        at = self._ats[run] + offset - self._offsets[run]
        return min(at, self._ats[run + 1]) if run + 1 < len(self._ats) else at

    def _begin_run(self, offset: int, *, uneven: bool) -> None:
        """Let a run begin here, at `offset` of the original."""
        if (self._ats[-1], self._offsets[-1]) == (self._length, offset):
            self._uneven[-1] = uneven
        else:
            self._ats.append(self._length)
            self._offsets.append(offset)
            self._uneven.append(uneven)
