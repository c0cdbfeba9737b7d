"""The sentence at a place, told by punctuation alone: good enough for a mark that needs no selection."""

from __future__ import annotations

import re

from deskbrief.document.spans import Span

#: Where a sentence may end: the number of a note can stand behind it, and in East Asian texts no space does.
_END = re.compile(
    r"""[.!?…؟۔।]["'”’»)\]]{0,3}\s|(?<=[^\W\d])[.!?…]["'”’»)]{0,3}(?:\d{1,3}|\[\d{1,3}\])\s|[。！？][”’」』）]{0,3}"""
)
#: A sentence is not looked for any further away than this; what has no end within it is cut there.
LONGEST = 5_000
_WORD = re.compile(r"[^\s(\[“‘\"']{1,20}$")
#: Words with a point behind them that end no sentence when another word follows.
_ABBREVIATION = re.compile(
    "mr|mrs|ms|dr|prof|rev|hon|st|sen|rep|gov|gen|col|lt|sgt|capt|adm|amb|pres|no|nos|art|arts|sec|vol|vols|pp|"
    "fig|figs|ch|ed|eds|vs|cf|ca|approx|est|al|etc|inc|ltd|co|corp|e[.]g|i[.]e|viz|"
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec",
    re.IGNORECASE,
)


def sentence_at(text: str, bounds: Span, offset: int) -> Span | None:
    """Return the sentence of `text[bounds]` that holds `offset`, without white space at its ends.

    A sentence ends at a full stop, question or exclamation mark, with the quotes and brackets that close
    after it, when white space and no small letter follows, and no known abbreviation or initial precedes.
    Returns None where there is only white space. Of a run of text without any end in `LONGEST` code points
    around `offset`, a part is returned.
    """
    cut = bounds.start + (offset - bounds.start) // LONGEST * LONGEST
    low, high = max(bounds.start, offset - LONGEST), min(bounds.end, offset + LONGEST)
    start = bounds.start if low == bounds.start else cut
    end = bounds.end if high == bounds.end else cut + LONGEST
    for match in _END.finditer(text, low, high):
        if not _is_end(text, match, bounds):
            continue
        if match.end() > offset:
            end = match.end()
            break
        start = match.end()
    return _stripped(text, start, end)


def _is_end(text: str, match: re.Match[str], bounds: Span) -> bool:
    rest = text[match.end() : min(match.end() + 40, bounds.end)].lstrip(" \n\t\u00a0\"'“‘([")
    if rest and rest[0].islower():
        return False
    if text[match.start()] != ".":
        return True
    word = _WORD.search(text, max(match.start() - 20, bounds.start), match.start())
    stem = word[0] if word else ""
    return not (_ABBREVIATION.fullmatch(stem) or (len(stem) == 1 and stem.isalpha()))


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Span(start, end) if end > start else None
