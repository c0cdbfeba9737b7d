"""Which of the encodings that share their bytes a text in Latin letters or in Hebrew is written in.

The bytes above ASCII mean other letters in each of them. Every language has few such letters and uses some
of them far more than others, so the encoding is the one whose letters make the likeliest text.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from enum import Enum, auto

#: Used when nothing speaks against it.
USUAL = "cp1252"
#: So much likelier, as a logarithm, must a text be in another encoding.
LEAST_GAIN = 4.0
#: The most of the letters of a text in Latin letters that are above ASCII.
MOST_HIGH = 0.3
#: So many Hebrew letters at least make a Hebrew text.
FEWEST_HEBREW = 12

#: The letters above ASCII of each language, the most frequent first, by the encodings they are written in.
_WESTERN = (
    "éèñüöçáïêàóíäôâåøëúãîæõûßùìòœÿýšž",
    "üäöß",
    "éèàêçôùûâîïëœ",
    "óíáéñúü",
    "ãçáéóíêõúâàôü",
    "àèéùòìî",
    "éëïöüèó",
    "øåæéäö",
    "äöåéü",
    "íðáþóéöúæý",
    "àéèóíçúòïü",
)
_CENTRAL = (
    "łęóąśżćńź",
    "íáěéřčžýšůúňťďó",
    "áíéčžšýľúťôňäďóŕĺ",
    "áéöóőüíúű",
    "ăîâşţ",
    "čšžćđ",
)
_TURKISH = ("ıüşğçöâî",)
_BALTIC = ("ėšųžįąčūę", "āīšēūžņļģčķ", "äõüöšž")
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    USUAL: _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
}
#: How likely a letter of another language is, a sign inside a word, and a sign or a letter outside of words.
_FOREIGN, _ODD, _SIGN, _LONELY = 0.0008, 0.0002, 0.05, 0.01
_APOSTROPHES = frozenset("’‘'")

_HIGH = re.compile(rb"[\x80-\xff]+")
_LETTERS = re.compile(rb"[A-Za-z]")


class _Place(Enum):
    """Where a byte above ASCII stands: between two letters, at the edge of a word, or by itself."""

    INSIDE = auto()
    EDGE = auto()
    ALONE = auto()


_BEFORE, _AFTER = rb"(?<=[A-Za-z\x80-\xff])", rb"(?=[A-Za-z\x80-\xff])"
_NOT_BEFORE, _NOT_AFTER = rb"(?<![A-Za-z\x80-\xff])", rb"(?![A-Za-z\x80-\xff])"
_ONE = rb"[\x80-\xff]"
_PLACES = {
    _Place.INSIDE: re.compile(_BEFORE + _ONE + _AFTER),
    _Place.EDGE: re.compile(_BEFORE + _ONE + _NOT_AFTER + b"|" + _NOT_BEFORE + _ONE + _AFTER),
    _Place.ALONE: re.compile(_NOT_BEFORE + _ONE + _NOT_AFTER),
}


def is_latin(data: bytes) -> bool:
    """Tell whether the bytes above ASCII are a few among ASCII letters, most of them by ones and twos."""
    runs = [len(found[0]) for found in _HIGH.finditer(data)]
    few = sum(runs) < MOST_HIGH * (sum(runs) + len(_LETTERS.findall(data)))
    return few and sum(length <= 2 for length in runs) > 0.85 * len(runs)


def latin_encoding(data: bytes) -> str:
    """Return the Python name of the likeliest encoding of a text in Latin letters."""
    places = {place: _high_bytes(data, pattern) for place, pattern in _PLACES.items()}
    scores = {name: _score(name, places) for name in _LANGUAGES}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > scores[USUAL] + LEAST_GAIN else USUAL


def is_hebrew(data: bytes) -> bool:
    """Tell whether `data` is Hebrew in one byte a letter: its final letters end words, as no others do."""
    letters = re.findall(rb"[\xe0-\xfa]", data)
    others = re.findall(rb"[\xc0-\xdf\xfb-\xff]", data)
    if len(letters) < FEWEST_HEBREW or len(others) > 0.02 * len(letters):
        return False
    ends = re.findall(rb"[\xea\xed\xef\xf3\xf5](?![\xe0-\xfa])", data)
    finals = re.findall(rb"[\xea\xed\xef\xf3\xf5]", data)
    beside = re.findall(rb"[A-Za-z][\xe0-\xfa]|[\xe0-\xfa][A-Za-z]", data)
    return len(ends) > 0.95 * len(finals) > 0 and len(beside) < 0.1 * len(letters)


def _high_bytes(data: bytes, pattern: re.Pattern[bytes]) -> Counter[int]:
    return Counter(found[0][0] for found in pattern.finditer(data))


def _score(name: str, places: Mapping[_Place, Mapping[int, int]]) -> float:
    """Return the logarithm of how likely the bytes are in the likeliest language of an encoding."""
    signs = {byte: bytes([byte]).decode(name, "replace") for byte in range(0x80, 0x100)}
    return max(
        sum(
            count * math.log(_chance(signs[byte], letters, place))
            for place, counts in places.items()
            for byte, count in counts.items()
        )
        for letters in _LANGUAGES[name]
    )


def _chance(sign: str, letters: str, place: _Place) -> float:
    """Return how likely a sign is at its place in the language with these letters."""
    if not sign.isalpha():
        return _ODD if place is _Place.INSIDE and sign not in _APOSTROPHES else _SIGN
    if place is _Place.ALONE:
        return _LONELY
    rank = letters.find("ı" if sign == "İ" else sign.lower())
    whole = sum(1 / (number + 1) for number in range(len(letters)))
    return 0.95 / (rank + 1) / whole if rank >= 0 else _FOREIGN
