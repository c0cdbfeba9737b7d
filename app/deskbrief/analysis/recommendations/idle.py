"""Sentences that sound like advice and ask for no deed: lines of a poem, games of thought, bare words."""

from __future__ import annotations

from deskbrief.analysis.recommendations.advice import Advice, Form
from deskbrief.analysis.recommendations.units import Unit
from deskbrief.analysis.recommendations.zones import Zone

#: What readers are told to think of, which is nothing to be done.
_THINKING = frozenset({"imagine", "picture", "suppose"})
#: Words that are no deed without others: "must and must not".
_EMPTY_WORDS = "and be do it may must not or shall should so that the them they this to will you"
_EMPTY = frozenset(_EMPTY_WORDS.split())
#: Words of the longest line that calls to join in what is no deed of anybody: "Let's swim".
_SHORT = 4


def is_no_deed(unit: Unit, advice: Advice) -> bool:
    """Tell whether nothing is asked for; what a heading or a lead-in announces always is."""
    if unit.lead is not None or unit.zone.zone is Zone.STRONG:
        return False
    action = [word.text.lower() for word in unit.sentence.words if _is_in(advice, word.start)]
    spoken = [word for word in action if word[:1].isalnum()]
    if unit.sentence.words and all(word in _EMPTY for word in spoken):
        return True
    if advice.form is not Form.IMPERATIVE:
        return False
    opening = [word.text.lower() for word in unit.sentence.words[:2]]
    if not _THINKING.isdisjoint(opening[:1]):
        return True
    called = opening in (["let", "'s"], ["let", "’s"])
    return called and sum(word.text[:1].isalnum() for word in unit.sentence.words) < _SHORT


def _is_in(advice: Advice, place: int) -> bool:
    return advice.action.start <= place < advice.action.end
