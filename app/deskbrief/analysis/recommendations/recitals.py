"""Recitals: the reasons that an act gives between "Whereas:" and what it lays down, which ask nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.analysis.recommendations.units import Unit

_OPENS = re.compile(r"\s{0,3}(?:whereas|considering)\s?:\s{0,3}", re.IGNORECASE)
#: What ends them: the words by which the act is made, or the heading of its first part.
_MAKES = re.compile(
    r"\s{0,3}(?:ha(?:s|ve) (?:adopted|agreed|decided|resolved)|hereby (?:adopts?|agrees?|decides?))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\s{0,9}(?:article|chapter|title|part|section)\s(?:1|i|one|first)\b", re.IGNORECASE)


def recitals_in(text: str, units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the sentences of recitals; none where nothing says that they end."""
    places: set[int] = set()
    reciting = False
    before = 0
    for at, unit in enumerate(units):
        block = unit.block
        if _OPENS.fullmatch(text, block.start, block.end):
            reciting = True
        elif reciting and (_MAKES.match(text, block.start) or _PART.match(text, before)):
            return frozenset(places)
        elif reciting:
            places.add(at)
        before = block.end
    return frozenset()
