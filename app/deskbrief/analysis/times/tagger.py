"""Finds the wordings that name a time in a stretch of text."""

from __future__ import annotations

from collections.abc import Mapping

from deskbrief.analysis.times import anniversaries, clocks, dates, joined, relatives, shifts, spans, vague
from deskbrief.analysis.times.lexer import tokens
from deskbrief.analysis.times.numerals import folded
from deskbrief.analysis.times.patterns import Found, Grammar, chunks_of

#: The levels of rules, each working on what the one before has made.
LEVELS = (
    Grammar([*dates.RULES, *relatives.CORE_RULES, *spans.RULES, *clocks.RULES, *vague.RULES]),
    Grammar(joined.WEEKDAY_RULES),
    Grammar(joined.JOIN_RULES),
    Grammar(joined.APPROXIMATE_RULES),
    Grammar([*anniversaries.ANNIVERSARY_RULES, *shifts.SHIFT_RULES]),
    Grammar(joined.MODIFIER_RULES),
)


def times_in(text: str, tags: Mapping[int, str] | None = None) -> list[Found]:
    """Return the times named in `text`, left to right; `tags` are Penn Treebank tags by offset."""
    chunks = chunks_of(folded(tokens(text, tags)))
    for level in LEVELS:
        chunks = level.applied(chunks, text)
    return [chunk.found for chunk in chunks if chunk.found is not None]
