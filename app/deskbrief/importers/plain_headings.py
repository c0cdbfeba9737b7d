"""Which short lines of a plain text are headings: a linear score over named features, given twice.

The first score judges each line by itself and its neighbours; the second also looks at how the first
judged the other lines, so that headings of one style stand or fall together (stacked generalisation,
Wolpert 1992). The weights are data: `resources/rules/structure.json`.
"""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from deskbrief.importers.linear import Weights, chance_of, load_weights
from deskbrief.importers.plain_context import (
    Surroundings,
    context_features,
    first_look,
    second_features,
)
from deskbrief.importers.plain_features import own_features

#: Where this many headings are underlined, another one must be as sure as this.
MANY_RULED, SURE = 4, 0.9


def features(around: Surroundings, index: int) -> list[str]:
    """Return the features of the candidate at `index` that need no earlier judgement."""
    unit = around.units[index]
    return own_features(unit.text, unit.marker) + context_features(around, index)


def find_headings(around: Surroundings) -> frozenset[int]:
    """Return the positions of those units that are headings; an underlined one always is."""
    known = load_weights("structure")
    chances = heading_chances(around, known)
    ruled = {at for at, unit in enumerate(around.units) if unit.kind is BlockKind.HEADING}
    threshold = SURE if len(ruled) >= MANY_RULED else known.threshold
    return frozenset(ruled | {index for index, chance in chances.items() if chance >= threshold})


def heading_chances(around: Surroundings, known: Weights) -> dict[int, float]:
    """Return for each candidate, by its position, the chance that it is a heading."""
    names = {index: features(around, index) for index, able in enumerate(around.candidates) if able}
    look = first_look(around, {index: chance_of(found, known.first) for index, found in names.items()})
    return {
        index: chance_of(found + second_features(around, look, index), known.second)
        for index, found in names.items()
    }
