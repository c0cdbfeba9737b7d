"""Making any text fit to be drawn: white space, invisible characters, and what no face can draw."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

#: White space at which a line may be broken; no-break spaces stay what they are.
_BREAKING_SPACE = re.compile("[\t-\r\x1c-\x20\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
#: Format characters and variation selectors, which draw nothing themselves; Arabic number signs do draw.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    "\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
#: Categories of characters that have no place outside drawn text: controls, surrogates and the unassigned.
_UNFIT = frozenset({"Cc", "Cs", "Cn", "Co"})
#: First words of Unicode names that are no name of a script by themselves.
_SCRIPT_NAMES = {
    "CJK": "Chinese or Japanese characters",
    "IDEOGRAPHIC": "Chinese or Japanese characters",
    "HALFWIDTH": "Japanese",
    "FULLWIDTH": "full-width",
}
#: At most this many scripts are listed in one sentence.
_MOST_NAMED = 6


def spaced(text: str) -> str:
    """Return `text` with white space at which a line may be broken folded to single spaces."""
    return _BREAKING_SPACE.sub(" ", text)


def folded(text: str) -> str:
    """Return `text` with white space folded to single spaces and without invisible format characters.

    Letters followed by combining accents are composed where Unicode has a single character for them
    (NFC), because a PDF places accents without a layout engine.
    """
    text = spaced(text)
    if text.isascii():
        return text
    text = _INVISIBLE.sub("", text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return "".join(_composed(cluster) for cluster in clusters(text))


def plain(text: str) -> str:
    """Return `text` for places that no face draws, such as bookmarks: folded, and valid as UTF-16 and XML."""
    kept = (" " if unicodedata.category(character) in _UNFIT else character for character in folded(text))
    return " ".join("".join(kept).split())


def clusters(text: str) -> Iterator[str]:
    """Yield each character of `text` together with the combining marks that follow it."""
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield text[begin:at]
            begin = at


def code_point(character: str) -> str:
    """Return what is drawn for a character that no face has, such as "[U+4E2D]"."""
    return f"[U+{ord(character):04X}]"


def remarks_on(missing: Counter[str]) -> list[str]:
    """Return plain sentences about the characters that had to be drawn as their code points."""
    rightward = Counter({c: n for c, n in missing.items() if unicodedata.bidirectional(c) in _RIGHT_TO_LEFT})
    others = missing - rightward
    remarks = []
    if rightward:
        remarks.append(
            f"Right-to-left text ({_scripts(rightward)}) cannot be set in a PDF here: "
            f"{_shown_as_codes(rightward)}."
        )
    if others:
        remarks.append(f"The shipped fonts have no {_scripts(others)}: {_shown_as_codes(others)}.")
    return remarks


def _composed(cluster: str) -> str:
    return cluster if len(cluster) == 1 else unicodedata.normalize("NFC", cluster)


def _shown_as_codes(missing: Counter[str]) -> str:
    number = missing.total()
    subject = "1 character is" if number == 1 else f"{number:,} characters are"
    return f"{subject} shown as codes such as {code_point(min(missing))}"


def _scripts(missing: Counter[str]) -> str:
    names = sorted({_script(character) for character in missing})
    listed = ", ".join(names[:_MOST_NAMED])
    return f"{listed} and others" if len(names) > _MOST_NAMED else listed


def _script(character: str) -> str:
    category = unicodedata.category(character)
    if category.startswith("C"):
        return "control characters" if category == "Cc" else "unassigned or private characters"
    if category.startswith("S"):
        return "such symbols"
    word = unicodedata.name(character, "UNNAMED").split()[0]
    return _SCRIPT_NAMES.get(word, word.capitalize())
