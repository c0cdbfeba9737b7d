"""Text for files that other programs lay out: free of what no format can hold, and of turned directions."""

from __future__ import annotations

import re
import unicodedata

from deskbrief.brief.characters import code_point, spaced

#: Controls, lone surrogates and code points that are no characters: XML has no place for them.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
#: Characters that override the direction of what follows; direction is stated by the format instead.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def worded(text: str) -> str:
    """Return `text` on one line as it can stand in any file; unfit characters as their code points."""
    text = spaced(text)
    if text.isascii() and text.isprintable():
        return text
    return _UNFIT.sub(lambda found: code_point(found[0]), _TURNING.sub("", text))


def is_rightward(text: str) -> bool:
    """Tell whether `text` reads from right to left: its first strong character decides (UAX #9, P2)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in _RIGHT_TO_LEFT:
            return True
    return False


def has_rightward(text: str) -> bool:
    """Tell whether any character of `text` reads from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)
