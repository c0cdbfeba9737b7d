"""Where things stand on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from deskbrief.brief.lines import Piece


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; `top` counts downwards from the top of the page."""

    left: float
    top: float
    width: float
    height: float


class Spot(NamedTuple):
    """A piece of text and where it stands: its left edge and its baseline."""

    piece: Piece
    left: float
    baseline: float
