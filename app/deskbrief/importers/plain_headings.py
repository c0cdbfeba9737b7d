"""Which short lines of a plain text are headings: a linear score over named features, given twice.

The first score judges each line by itself and its neighbours; the second also looks at how the first
judged the other lines, so that headings of one style stand or fall together (stacked generalisation,
Wolpert 1992). The weights are data: `resources/rules/structure.json`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from deskbrief.document.model import BlockKind
from deskbrief.importers.plain_context import (
    Surroundings,
    context_features,
    first_look,
    second_features,
)
from deskbrief.importers.plain_features import own_features

#: The name of the constant in each table of weights.
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of both scores by feature name, and the chance from which a line is a heading."""

    threshold: float
    first: Mapping[str, float]
    second: Mapping[str, float]


@cache
def weights() -> Weights:
    """Return the weights that ship with the program."""
    text = resources.files("deskbrief.resources").joinpath("rules/structure.json").read_text("utf-8")
    data = json.loads(text)
    return Weights(float(data["threshold"]), data["first"], data["second"])


def features(around: Surroundings, index: int) -> list[str]:
    """Return the features of the candidate at `index` that need no earlier judgement."""
    unit = around.units[index]
    return own_features(unit.text, unit.marker) + context_features(around, index)


def find_headings(around: Surroundings) -> frozenset[int]:
    """Return the positions of those units that are headings; an underlined one always is."""
    known = weights()
    chances = heading_chances(around, known)
    found = {index for index, chance in chances.items() if chance >= known.threshold}
    return frozenset(found | {at for at, unit in enumerate(around.units) if unit.kind is BlockKind.HEADING})


def heading_chances(around: Surroundings, known: Weights) -> dict[int, float]:
    """Return for each candidate, by its position, the chance that it is a heading."""
    names = {index: features(around, index) for index, able in enumerate(around.candidates) if able}
    look = first_look(around, {index: chance_of(found, known.first) for index, found in names.items()})
    return {
        index: chance_of(found + second_features(around, look, index), known.second)
        for index, found in names.items()
    }


def chance_of(names: Iterable[str], table: Mapping[str, float]) -> float:
    """Return the chance that a line with the features `names` is a heading, by the weights in `table`."""
    score = table[BIAS] + sum(table.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(min(score, 60.0), -60.0)))
