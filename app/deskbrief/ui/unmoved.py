"""What stays when a long list becomes another: of ten thousand things mostly one has come or gone."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_


def unmoved(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """Return how many are the same objects from the first on, and how many of the rest from the last on."""
    first = alike(before, after)
    return first, min(alike(before[::-1], after[::-1]), min(len(before), len(after)) - first)


def alike(before: Sequence[object], after: Sequence[object]) -> int:
    """Return how many are the same objects from the first on."""
    same = list(map(is_, before, after))
    return same.index(False) if False in same else len(same)
