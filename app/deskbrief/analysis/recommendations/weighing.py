"""The linear model that weighs a sentence's properties; its weights are data, trained by a script."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from deskbrief.document.shipped import shipped

#: Rounds of estimation, and the change that ends them.
ROUNDS, PRECISE = 50, 1e-5

_FILE = "rules/analysis_recommendations.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each property adds to the score.

    `prior` is the share of recommendations that the model was trained for, `strength` how many sentences
    that share counts for in a document, `bar` the probability from which a sentence is listed.
    """

    bias: float
    of: dict[str, float]
    prior: float
    strength: float
    bar: float

    def probability(self, found: AbstractSet[str]) -> float:
        """Return the probability that a sentence with these properties is a recommendation."""
        score = self.bias + sum(self.of.get(name, 0.0) for name in sorted(found))
        return 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))

    def reasons(self, found: AbstractSet[str]) -> tuple[str, ...]:
        """Return the three properties that speak most for it, strongest first."""
        ranked = sorted(
            (name for name in found if self.of.get(name, 0.0) > 0.1), key=lambda name: (-self.of[name], name)
        )
        return tuple(ranked[:3])


def load_weights() -> Weights:
    """Return the shipped weights."""
    data = json.loads(shipped(f"resources/{_FILE}").read_text("utf-8"))
    return Weights(data["bias"], data["weights"], data["prior"], data["strength"], data["bar"])


def adjusted(probabilities: Sequence[float], prior: float, strength: float) -> list[float]:
    """Return the probabilities corrected for how common recommendations are in this document.

    The share is estimated from the document itself by expectation maximisation (Saerens, Latinne and
    Decaestecker, "Adjusting the outputs of a classifier to new a priori probabilities", 2002), held near
    `prior` as if `strength` more sentences had been seen. So a report that seldom asks for anything needs
    a stronger wording for it than a list of demands.
    """
    share = prior
    corrected = list(probabilities)
    for _ in range(ROUNDS):
        for_, against = share / prior, (1 - share) / (1 - prior)
        corrected = [p * for_ / (p * for_ + (1 - p) * against) for p in probabilities]
        updated = (sum(corrected) + strength * prior) / (len(corrected) + strength)
        if abs(updated - share) < PRECISE:
            break
        share = updated
    return corrected
