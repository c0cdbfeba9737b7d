"""Stretches between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.document.spans import Span

#: The mark that closes each opening one.
_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}
_OPENING = re.compile(r"[“«„\"‘]")
#: Words that titles write with small letters though they are long.
_SMALL = frozenset(
    ["from", "with", "into", "over", "under", "between", "about", "that", "than", "upon", "through"]
)
#: Code points of the longest quotation within a block.
LONGEST = 4000
#: Words that make a quotation a statement; fewer must end like one.
ENOUGH = 4
#: Words that make a quotation without a speaker more than an expression.
SENTENCE = 7


def quoted_in(text: str, block: Span, *, short: bool = False) -> Iterator[Span]:
    """Yield the stretches between marks in `block`, marks left out, that are statements and no single words.

    With `short` the others: words and expressions.
    One whose closing mark is missing goes to the end of the block, as when the next block goes on with it.
    """
    at = block.start
    while at < block.end:
        opening = _OPENING.search(text, at, block.end)
        if opening is None:
            return
        start = opening.end()
        end = _closing(text, opening[0], start, block)
        if end < 0:
            at = start
            continue
        if _is_statement(text[start:end]) is not short:
            yield Span(start, start + len(text[start:end].rstrip()))
        at = end if _opens_anew(text, opening[0], end) else end + 1


def _opens_anew(text: str, mark: str, at: int) -> bool:
    """Tell whether a straight mark opens the next part of a quotation, whose first part none has closed."""
    return mark == text[at : at + 1] == '"' and text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()


def _closing(text: str, mark: str, start: int, block: Span) -> int:
    """Return where the quotation that begins at `start` ends, or -1 if the mark opens none."""
    if mark == "‘":
        if start > 1 and text[start - 2].isalnum():
            return -1
        return _single(text, start, block.end)
    limit = min(start + LONGEST, block.end)
    end = text.find(_PAIRS[mark], start, limit)
    if end < 0 and mark == "“" and limit == block.end:
        return block.end
    return end


def _single(text: str, start: int, limit: int) -> int:
    """Return the place of the ’ that closes and is no apostrophe."""
    at = text.find("’", start, min(start + LONGEST, limit))
    while at >= 0:
        after = text[at + 1 : at + 2]
        if not after.isalnum() and not (
            text[at - 1] == "s" and after == " " and text[at + 2 : at + 3].islower()
        ):
            return at
        at = text.find("’", at + 1, min(start + LONGEST, limit))
    return -1


def _is_statement(inner: str) -> bool:
    words = inner.split()
    return len(words) >= ENOUGH or (len(words) > 1 and inner.rstrip()[-1:] in {",", "!", "?", "…"})


def is_title(inner: str) -> bool:
    """Tell whether quoted words are a title or the name of a thing: all their long words have capitals."""
    words = [
        word
        for word in inner.replace("-", " ").split()
        if len(word) > 3 and word[0].isalpha() and word not in _SMALL
    ]
    return bool(words) and all(word[0].isupper() for word in words)


def is_phrase(inner: str) -> bool:
    """Tell whether quoted words that nobody is told to have said are an expression: "one size fits all"."""
    words = inner.split()
    whole = inner[:1].isupper() and inner.rstrip()[-1:] in {".", "!", "?", "…"}
    return len(words) < SENTENCE and not whole
