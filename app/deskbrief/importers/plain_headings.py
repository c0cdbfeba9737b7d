"""Which short lines of a plain text are headings: a linear score over named features, given twice.

The first score judges each line by itself and its neighbours; the second also looks at how the first
judged the other lines, so that headings of one style stand or fall together (stacked generalisation,
Wolpert 1992). The weights are data: `resources/rules/structure.json`.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.model import BlockKind
from deskbrief.importers.linear import Weights, chance_of
from deskbrief.importers.plain_context import (
    Surroundings,
    context_features,
    first_look,
    second_features,
)
from deskbrief.importers.plain_features import own_features
from deskbrief.importers.plain_series import completed, evident, place_of
from deskbrief.importers.plain_units import Unit

#: Where this many headings are underlined, another one must be as sure as this.
MANY_RULED, SURE = 4, 0.9
#: Where no more than this many are found, one of them must be as sure as this.
FEW, LONELY = 2, 0.8
#: A text of so many lines, none of them as long as this, is verse or the like.
FEWEST_LINES, LONGEST_LINE = 6, 100


def features(around: Surroundings, index: int) -> list[str]:
    """Return the features of the candidate at `index` that need no earlier judgement."""
    unit = around.units[index]
    return own_features(unit.text, unit.marker) + context_features(around, index)


def find_headings(around: Surroundings, known: Weights) -> frozenset[int]:
    """Return the positions of those units that are headings; an underlined one always is."""
    ruled = {at for at, unit in enumerate(around.units) if unit.kind is BlockKind.HEADING}
    verse = not ruled and _is_verse(around)
    able = (
        {at for at, unit in enumerate(around.units) if _may_head_verse(around, at, unit)} if verse else set()
    )
    if verse and not able:
        return frozenset(evident(around.units, around.candidates))
    chances = heading_chances(around, known)
    threshold = SURE if len(ruled) >= MANY_RULED else known.threshold
    found = {index for index, chance in chances.items() if chance >= threshold}
    found |= completed(around.units, found, chances)
    if verse:
        found &= able
    if not ruled and _are_weak([chances[index] for index in found if index]):
        found &= {0}
    return frozenset(ruled | found | evident(around.units, around.candidates))


def _may_head_verse(around: Surroundings, index: int, unit: Unit) -> bool:
    """Tell whether a line of verse may be its title, set apart, or "Canto 2"."""
    return (index == 0 and around.gap(1) > 0) or place_of(unit) is not None


def _is_verse(around: Surroundings) -> bool:
    """Tell whether the text is hardly more than short lines: verse, talk, addresses, with nothing to head."""
    lines = [len(unit.text) for unit in around.units if unit.kind is BlockKind.PARAGRAPH]
    others = len(around.units) - len(lines)
    return len(lines) >= FEWEST_LINES and not others and max(lines) < LONGEST_LINE


def _are_weak(chances: Sequence[float]) -> bool:
    """Tell whether the headings that were found are too few and too doubtful to be any."""
    return 0 < len(chances) <= FEW and max(chances) < LONELY


def heading_chances(around: Surroundings, known: Weights) -> dict[int, float]:
    """Return for each candidate, by its position, the chance that it is a heading."""
    names = {index: features(around, index) for index, able in enumerate(around.candidates) if able}
    look = first_look(around, {index: chance_of(found, known.first) for index, found in names.items()})
    return {
        index: chance_of(found + second_features(around, look, index), known.second)
        for index, found in names.items()
    }
