"""How two wordings of one passage differ, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from deskbrief.document.matching import common_pairs


class Turn(StrEnum):
    """What a stretch of a difference is: in both wordings, only in the old one, only in the new one."""

    KEPT = "kept"
    DROPPED = "dropped"
    ADDED = "added"


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Turn, str]]:
    """Yield the words of `old` and `new` in stretches that are in both, only in `old`, only in `new`."""
    left = right = 0
    kept: list[str] = []
    for at, to in [*common_pairs(old, new), (len(old), len(new))]:
        if (left, right) != (at, to):
            if kept:
                yield Turn.KEPT, " ".join(kept)
                kept = []
            if left < at:
                yield Turn.DROPPED, " ".join(old[left:at])
            if right < to:
                yield Turn.ADDED, " ".join(new[right:to])
        kept += old[at : at + 1]
        left, right = at + 1, to + 1
    if kept:
        yield Turn.KEPT, " ".join(kept)
