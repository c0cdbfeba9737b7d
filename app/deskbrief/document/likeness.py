"""How much sets of words have in common."""

from __future__ import annotations

from collections.abc import Set as AbstractSet


def share_most(one: AbstractSet[str], other: AbstractSet[str], share: float) -> bool:
    """Tell whether two sets have at least a `share`, from 0 to 1, of the smaller one in common."""
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= share * least
