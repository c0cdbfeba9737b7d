"""The sentence at a place, told by punctuation alone: good enough for a mark that needs no selection."""

from __future__ import annotations

import re

from deskbrief.document.abbreviations import dots_ordinals, goes_on, word_before
from deskbrief.document.spans import Span

#: Where a sentence may end: the number of a note can stand behind it, and in East Asian texts no space does.
_END = re.compile(
    r"""[.!?…؟۔।]["'”’»)\]]{0,3}\s|(?<=[^\W\d])[.!?…]["'”’»)]{0,3}(?:\d{1,3}|\[\d{1,3}\])\s|[。！？][”’」』）]{0,3}"""
)
#: The number that a paragraph begins with, which belongs to its first sentence: "1.7.", "12.", "IV.", "[45]."
_NUMBERED = re.compile(r"[\s(\[§]{0,3}(?:\d{1,4}(?:\.\d{1,4}){0,4}|[IVXLC]{1,6}|[ivxlc]{1,6}|[A-Za-z])[)\]]?")
#: A sentence is not looked for any further away than this; what has no end within it is cut there.
LONGEST = 5_000
#: So much behind a full stop tells whether a sentence begins there, without white space and what opens it.
LOOK, _OPENING = 40, " \n\t\u00a0\"'“‘(["


def sentence_at(text: str, bounds: Span, offset: int, language: str = "") -> Span | None:
    """Return the sentence of `text[bounds]` that holds `offset`, without white space at its ends.

    `language` is the text's, as a BCP 47 tag, where it is known.

    A sentence ends at a full stop, question or exclamation mark, with the quotes and brackets that close
    after it, when white space and no small letter follows, and no known abbreviation or initial precedes;
    the number that a paragraph begins with is no sentence of its own.
    Returns None where there is only white space. Of a run of text without any end in `LONGEST` code points
    around `offset`, a part is returned.
    """
    cut = bounds.start + (offset - bounds.start) // LONGEST * LONGEST
    low, high = max(bounds.start, offset - LONGEST), min(bounds.end, offset + LONGEST)
    start = bounds.start if low == bounds.start else cut
    end = bounds.end if high == bounds.end else cut + LONGEST
    ordinals = dots_ordinals(language)
    for match in _END.finditer(text, low, high):
        if not _is_end(text, match, bounds, ordinals=ordinals):
            continue
        if match.end() > offset:
            end = match.end()
            break
        start = match.end()
    return _stripped(text, start, end)


def _is_end(text: str, match: re.Match[str], bounds: Span, *, ordinals: bool) -> bool:
    rest = text[match.end() : min(match.end() + LOOK, bounds.end)].lstrip(_OPENING)
    if rest and rest[0].islower():
        return False
    if text[match.start()] != ".":
        return True
    if match.start() - bounds.start <= LOOK and _NUMBERED.fullmatch(text, bounds.start, match.start()):
        return False
    # The number of a note behind the dot may be what an abbreviation stands before.
    follows = text[match.start() + 1 : min(match.end() + LOOK, bounds.end)].lstrip(_OPENING)
    return not goes_on(word_before(text, match.start(), bounds.start), follows, ordinals=ordinals)


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Span(start, end) if end > start else None
