"""Between Unicode code points, which the document counts, and UTF-16 code units, which Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

#: What lets a word be parted, and is seen only where it is.
SOFT = "\u00ad"
#: Code points that a QTextDocument takes for structure, or cannot hold, and what is shown in their place.
#: Each stands for one UTF-16 code unit and is shown as one, so that no offset moves.
_SHOWN = {
    **dict.fromkeys(range(0x20), "\ufffd"),
    0x09: "\t",
    0x0A: "\u2028",
    0x0B: "\u2028",
    0x0C: " ",
    0x0D: " ",
    0x7F: "\ufffd",
    0x85: "\u2028",
    0x2029: "\u2028",
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
    0xFFFC: "\ufffd",
    # What turns the order of letters around is shown, so that no text can look like another.
    **dict.fromkeys((0x202A, 0x202D, 0x2066), "\u21e2"),
    **dict.fromkeys((0x202B, 0x202E, 0x2067), "\u21e0"),
    **dict.fromkeys((0x202C, 0x2068, 0x2069), "\u21c4"),
}
#: The characters that are shown by signs of their own.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: The blocks in which emoji stand, beside other signs.
_EMOJI = re.compile("[\u231a-\u23f3\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]")
_BACKWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LONE = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def shown(text: str) -> str:
    """Return `text` as it is put on screen: as many code points and code units, none of them structure."""
    if text.isprintable():
        return text.replace("\ufffc", "\ufffd")
    return _LONE.sub("\ufffd", text.translate(_SHOWN))


def has_emoji(text: str) -> bool:
    """Tell whether a text holds signs that are drawn by a font for emoji, or may be."""
    return not text.isascii() and _EMOJI.search(text) is not None


def units(text: str) -> int:
    """Return the number of UTF-16 code units in `text`."""
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def points(text: str, count: int) -> int:
    """Return how many code points of `text` lie within its first `count` UTF-16 code units.

    A count that ends inside a pair of surrogates leaves that code point out.
    """
    if text.isascii() or not _ASTRAL.search(text):
        return min(count, len(text))
    for index, character in enumerate(text):
        count -= 2 if character > "\uffff" else 1
        if count < 0:
            return index
    return len(text)


def parted(text: str, breaks: Sequence[int]) -> str:
    """Return `text` with a soft hyphen before each code point whose index is in `breaks`, in their order."""
    if not breaks:
        return text
    edges = (0, *breaks, len(text))
    return SOFT.join(text[low:high] for low, high in pairwise(edges))


class Counts:
    """The way between code points and UTF-16 code units of one text, for many questions.

    Code units are counted in `parted(text, breaks)`: what is put in there is no code point of the text, and
    the place of the code point behind it is behind it.
    """

    __slots__ = ("_breaks", "_ends", "_soft", "_wide")

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        self._wide = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._ends = [at + before + 2 for before, at in enumerate(self._wide)]
        self._breaks = breaks
        self._soft = [at + bisect_left(self._wide, at) + before for before, at in enumerate(breaks)]

    def units(self, count: int) -> int:
        """Return how many code units the first `count` code points are."""
        return count + bisect_left(self._wide, count) + bisect_right(self._breaks, count)

    def points(self, count: int) -> int:
        """Return how many code points lie within the first `count` code units, as `points` does."""
        count -= bisect_left(self._soft, count)
        before = bisect_right(self._ends, count)
        split = before < len(self._wide) and self._wide[before] + before < count
        return self._wide[before] if split else count - before


def runs_backward(text: str) -> bool:
    """Tell whether `text` runs from right to left, by its first letter (UAX 9, P2)."""
    if not has_backward(text):
        return False
    first = next((letter for letter in text if letter.isalpha()), "")
    return has_backward(first)


def has_backward(text: str) -> bool:
    """Tell whether any letter of `text` runs from right to left."""
    return not text.isascii() and _BACKWARD.search(text) is not None
