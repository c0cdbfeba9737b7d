"""What a text goes on to tell of others' standards and norms, which asks nobody for anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from deskbrief.analysis.recommendations.addressees import addressee_of
from deskbrief.analysis.recommendations.advice import Form
from deskbrief.analysis.recommendations.assembling import best_advice
from deskbrief.analysis.recommendations.surroundings import is_past
from deskbrief.analysis.recommendations.units import Unit, asks
from deskbrief.analysis.recommendations.zones import Zone

#: Properties of what somebody else says, for which the bar is raised.
REPORTED = frozenset({"what somebody else says", "according to somebody"})
#: Share of sentences told in the past from which a text tells a story.
MOSTLY_PAST = 0.5
#: How a paragraph begins that tells what a standard asks for.
_ACCORDING = re.compile(r"(?:According to|As (?:required|prescribed|recommended) by|Under) (?:the )?[A-Z]")


def held_by_others(text: str, units: Sequence[Unit], found: Sequence[AbstractSet[str]]) -> frozenset[int]:
    """Return the places of standards that a paragraph goes on to tell of, in a text with a place for advice.

    "According to the institute, tests are vital. Training should be conducted annually." asks nobody.
    """
    if not any(asks(unit) and (unit.lead is not None or unit.zone.zone is Zone.STRONG) for unit in units):
        return frozenset()
    places: set[int] = set()
    told = -1
    for at, unit in enumerate(units):
        advice = best_advice(unit)
        modal = advice is not None and advice.form is Form.MODAL
        named = addressee_of(text, advice, unit.tree)
        if REPORTED & found[at] or _ACCORDING.match(text, unit.sentence.start):
            told = unit.number
        elif named or unit.lead is not None or unit.zone.zone is Zone.STRONG:
            told = -1
        elif told == unit.number and modal:
            places.add(at)
    return frozenset(places)


def norms_of_old(units: Sequence[Unit], found: Sequence[AbstractSet[str]]) -> frozenset[int]:
    """Return the places of norms that a story goes on to tell of: "They argued that … They should not …"."""
    read = [unit for unit in units if unit.tree is not None]
    if sum(is_past(unit) for unit in read) < max(MOSTLY_PAST * len(read), 1):
        return frozenset()
    places: set[int] = set()
    told = -1
    for at, unit in enumerate(units):
        if REPORTED & found[at] and "told in the past" in found[at]:
            told = unit.number
        elif told == unit.number and _goes_on(unit):
            places.add(at)
    return frozenset(places)


def _goes_on(unit: Unit) -> bool:
    """Tell whether a sentence says what "they" should do, whom only the text before names."""
    advice, words = best_advice(unit), unit.sentence.words
    if advice is None or advice.addressee is None or advice.form is not Form.MODAL:
        return False
    whom = [word for word in words if advice.addressee.start <= word.start < advice.addressee.end]
    return len(whom) == 1 and whom[0].text.lower() in {"they", "he", "she", "it"}
