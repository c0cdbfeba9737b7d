"""Quotes that were shortened: whether what is left of them stands in the passage that they cite."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"
#: Other ways to write an ellipsis.
_SPELLINGS = ("[…]", "[...]", "(…)", "(...)", "...")
#: Scripts from here on, and those in these ranges, are written without spaces between words.
_UNSPACED_FROM = "\u2e80"
_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))
#: Fewer words in quotation marks than this are no quote.
FEWEST_WORDS = 3
OPENING, CLOSING = "“", "”"


def on_one_line(text: str) -> str:
    """Return `text` with each stretch of white space as one space."""
    return " ".join(text.split())


def parts_of(words: str) -> tuple[str, ...]:
    """Return the stretches of `words` between its ellipses."""
    for spelling in _SPELLINGS:
        words = words.replace(spelling, ELLIPSIS)
    return tuple(filter(None, map(on_one_line, words.split(ELLIPSIS))))


def stands_in(words: str, passage: str) -> bool:
    """Tell whether each part of `words` stands in `passage` in whole words, one after the other."""
    return missing_part(words, passage) is None


def missing_part(words: str, passage: str) -> str | None:
    """Return the first part of `words` that `passage` does not hold after the part before; None if all stand.

    White space does not count. Words that have no part at all give an empty string.
    """
    if words == passage and words.strip():
        return None
    text = on_one_line(passage)
    if on_one_line(words) == text and text:
        return None
    at = 0
    parts = parts_of(words)
    for part in parts:
        at = _found(part, text, at)
        if at < 0:
            return part
        at += len(part)
    return None if parts else ""


def quoted_in(text: str) -> Iterator[str]:
    """Yield what stands in quotation marks in `text`, the outermost ones; one that is not closed is none."""
    depth, start = 0, 0
    for at, sign in enumerate(text):
        if sign == OPENING:
            start = at + 1 if depth == 0 else start
            depth += 1
        elif sign == CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield text[start:at]


def is_manner_of_speaking(words: str) -> bool:
    """Tell whether `words` are too few to be more than a manner of speaking when they are quoted."""
    return len(words.split()) < FEWEST_WORDS and not any(map(_is_unspaced, words))


def _found(part: str, text: str, start: int) -> int:
    at = text.find(part, start)
    while at >= 0 and not (_is_edge(text, at) and _is_edge(text, at + len(part))):
        at = text.find(part, at + 1)
    return at


def _is_edge(text: str, at: int) -> bool:
    """Tell whether a word may begin or end at `at`."""
    if at in {0, len(text)}:
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.category(after).startswith("M"):
        return False
    return not (_in_word(before) and _in_word(after)) or _is_unspaced(before) or _is_unspaced(after)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _is_unspaced(sign: str) -> bool:
    return sign >= _UNSPACED_FROM or any(first <= sign <= last for first, last in _UNSPACED)
