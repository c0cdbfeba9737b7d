"""Logistic regression over named features, for the scripts that work out the weights of the rules."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from deskbrief.importers.linear import BIAS, Weights

Array = npt.NDArray[np.float64]
Objective = Callable[[Array], tuple[float, Array]]

#: The quadratic penalty on all weights but the constant, unless another one is asked for.
PENALTY = 4.0
#: A name must occur this often, unless another number is asked for, and weigh this much, to be kept.
FEWEST, LIGHTEST = 6, 0.04


def fit(
    rows: Sequence[Iterable[str]],
    truth: Sequence[float],
    weight: Sequence[float],
    *,
    penalty: float = PENALTY,
    fewest: int = FEWEST,
) -> dict[str, float]:
    """Return the weight of each name that occurs in `rows`; `truth` is 1 or 0 for each row."""
    seen = Counter(name for names in rows for name in set(names))
    names = [BIAS, *(name for name in sorted(seen) if seen[name] >= fewest)]
    places = {name: place for place, name in enumerate(names)}
    picked = [[0, *(places[name] for name in row if name in places)] for row in rows]
    columns = np.array([place for row in picked for place in row])
    lengths = np.array([len(row) for row in picked])
    starts = np.cumsum(lengths) - lengths
    y, w = np.array(truth), np.array(weight)

    def objective(beta: Array) -> tuple[float, Array]:
        scores = np.add.reduceat(beta[columns], starts)
        loss = float(np.sum(w * np.logaddexp(0, np.where(y > 0, -scores, scores))))
        slope = w * (1 / (1 + np.exp(-scores)) - y)
        gradient = np.bincount(columns, np.repeat(slope, lengths), len(beta))
        pull = beta * penalty
        pull[0] = 0
        return loss + float(pull @ beta) / 2, gradient + pull

    beta = minimise(objective, np.zeros(len(names)))
    return {name: float(value) for name, value in zip(names, beta, strict=True)}


def minimise(objective: Objective, start: Array, steps: int = 250, memory: int = 12) -> Array:
    """Return the minimum found by L-BFGS with backtracking (Nocedal and Wright 2006, algorithm 7.5)."""
    beta = start
    value, gradient = objective(beta)
    pairs: list[tuple[Array, Array]] = []
    for _ in range(steps):
        direction = -_two_loops(gradient, pairs)
        step = 1.0 if pairs else 1.0 / max(float(np.linalg.norm(gradient)), 1.0)
        moved, after, fresh = _backtrack(
            objective, beta, value, direction, step * float(gradient @ direction), step
        )
        change, turn = moved - beta, fresh - gradient
        if float(change @ turn) > 1e-12:
            pairs = [*pairs[-memory + 1 :], (change, turn)]
        done = value - after < 1e-7 * abs(value)
        beta, value, gradient = moved, after, fresh
        if done:
            break
    return beta


def _backtrack(
    objective: Objective, beta: Array, value: float, direction: Array, slope: float, step: float
) -> tuple[Array, float, Array]:
    """Return the first point along `direction` where the value falls enough, with value and gradient."""
    while True:
        moved = beta + step * direction
        after, fresh = objective(moved)
        if after <= value + 1e-4 * slope or step < 1e-12:
            return moved, after, fresh
        step, slope = step / 2, slope / 2


def _two_loops(gradient: Array, pairs: Sequence[tuple[Array, Array]]) -> Array:
    rest = gradient.copy()
    kept = []
    for change, turn in reversed(pairs):
        share = float(change @ rest) / float(change @ turn)
        rest -= share * turn
        kept.append(share)
    if pairs:
        change, turn = pairs[-1]
        rest *= float(change @ turn) / float(turn @ turn)
    for (change, turn), share in zip(pairs, reversed(kept), strict=True):
        rest += change * (share - float(turn @ rest) / float(change @ turn))
    return rest


def pruned(table: dict[str, float]) -> dict[str, float]:
    """Return `table` without the weights that hardly count, rounded and in order."""
    kept = {name: round(value, 3) for name, value in table.items() if abs(value) >= LIGHTEST or name == BIAS}
    return dict(sorted(kept.items()))


def write_weights(path: Path, about: str, known: Weights) -> None:
    """Write `known` to `path` in the form that `deskbrief.importers.linear` reads."""
    data = {"about": about, "threshold": known.threshold, "first": known.first, "second": known.second}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")
