"""Dates worked out for rows: in words, and as places in time."""

from __future__ import annotations

import math

from deskbrief.document.edtf import display, in_words, parse
from deskbrief.document.records import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """A date in words, its bounds in decimal years (None without a year), and whether it is a stretch."""

    words: str
    low: float | None
    high: float | None
    is_interval: bool

    @property
    def middle(self) -> float:
        """Where it stands on a timeline; an open end counts for nothing."""
        low, high = self.low or 0.0, self.high or 0.0
        if math.isinf(low):
            return high
        return low if math.isinf(high) else (low + high) / 2


class Dates:
    """Works dates out, each EDTF value once: long texts repeat them."""

    def __init__(self) -> None:
        self._known: dict[str, When] = {}

    def when(self, edtf: str) -> When:
        """Return what an EDTF value means; what is not EDTF has no place in time."""
        known = self._known.get(edtf)
        if known is None:
            known = self._known[edtf] = _worked_out(edtf)
        return known


def _worked_out(edtf: str) -> When:
    value = parse(edtf)
    if value is None or math.isnan(value.earliest) or math.isnan(value.latest):
        return When(display(edtf), None, None, is_interval=False)
    return When(in_words(value), value.earliest, value.latest, is_interval=value.interval)
