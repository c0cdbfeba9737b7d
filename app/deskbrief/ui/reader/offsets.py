"""Between Unicode code points, which the document counts, and UTF-16 code units, which Qt counts."""

from __future__ import annotations

import re

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
}
_LONE = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def shown(text: str) -> str:
    """Return `text` as it is put on screen: as many code points and code units, none of them structure."""
    if text.isprintable():
        return text.replace("\ufffc", "\ufffd")
    return _LONE.sub("\ufffd", text.translate(_SHOWN))


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
