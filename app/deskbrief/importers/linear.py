"""A linear score over named features: the one form of all weights that ship as data."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from deskbrief.document.shipped import shipped

#: The name of the constant in each table of weights.
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a first and a second score by feature name, and the chance from which it is a yes."""

    threshold: float
    first: Mapping[str, float]
    second: Mapping[str, float]


@cache
def load_weights(name: str) -> Weights:
    """Return the weights in `resources/rules/<name>.json`."""
    text = shipped(f"resources/rules/{name}.json").read_text("utf-8")
    data = json.loads(text)
    return Weights(float(data["threshold"]), data["first"], data["second"])


def chance_of(names: Iterable[str], table: Mapping[str, float]) -> float:
    """Return the chance of a yes for what has the features `names`, by the weights in `table`."""
    score = table[BIAS] + sum(map(table.get, names, repeat(0.0)))
    return 1 / (1 + math.exp(-max(min(score, 60.0), -60.0)))
