"""Rows of facts: a figure, a quotation or a term in two or three lines."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.records import dataclass
from deskbrief.ui.models.rows import Row

#: Rows of facts made in one stride: about a millisecond.
STRIDE = 100


@dataclass(slots=True, kw_only=True, eq=False)
class FactRow(Row):
    """A fact: `head` in bold, `rest` beside it, `body` below, `warning` last; `told` is all of it in words.

    `is_quoted` draws the body as a quotation. `hay` is what a filter looks through.
    """

    place: str
    head: str
    rest: str
    body: str
    warning: str = ""
    is_quoted: bool = False
    told: str
    hay: str


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under one head; `name` is its identity."""

    name: str
    title: str
    rows: Sequence[FactRow]
