"""Finds the wordings that name a time in a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deskbrief.analysis.times import (
    anniversaries,
    clocks,
    dates,
    feasts,
    joined,
    relatives,
    seasons,
    shifts,
    spans,
    vague,
)
from deskbrief.analysis.times.categories import COMMON
from deskbrief.analysis.times.lexer import tokens
from deskbrief.analysis.times.lexicon import WORDS
from deskbrief.analysis.times.numerals import folded
from deskbrief.analysis.times.patterns import Found, Grammar, chunks_of

#: The levels of rules, each working on what the one before has made.
LEVELS = (
    Grammar(
        [
            *dates.RULES,
            *seasons.RULES,
            *feasts.RULES,
            *relatives.CORE_RULES,
            *spans.RULES,
            *clocks.RULES,
            *vague.RULES,
        ]
    ),
    Grammar(joined.WEEKDAY_RULES),
    Grammar(joined.JOIN_RULES),
    Grammar(joined.APPROXIMATE_RULES),
    Grammar([*anniversaries.ANNIVERSARY_RULES, *shifts.SHIFT_RULES]),
    Grammar(joined.MODIFIER_RULES),
)
#: Words of time: a stretch that has none of them, and no figure, names no time.
_TELLING = frozenset(word for word, (category, _) in WORDS.items() if category not in COMMON)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")


def may_name_time(text: str) -> bool:
    """Tell whether `text` holds a figure or a word of time, quickly: where not, no rule can match."""
    return _DIGIT.search(text) is not None or not _TELLING.isdisjoint(_LETTERS.findall(text.lower()))


def times_in(text: str, tags: Mapping[int, str] | None = None) -> list[Found]:
    """Return the times named in `text`, left to right; `tags` are Penn Treebank tags by offset."""
    if not may_name_time(text):
        return []
    chunks = chunks_of(folded(tokens(text, tags)))
    for level in LEVELS:
        chunks = level.applied(chunks, text)
    return [chunk.found for chunk in chunks if chunk.found is not None]
