"""Which decision is about which item, where several items are in the very same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deskbrief.document.model import Document
from deskbrief.document.notes import Decision
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

#: The field of a decision that keeps how the item was told, where others share its passage.
TOLD = "told"
#: The share of words that two tellings of one item have in common.
ENOUGH = 0.75
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """An item among those of one quote: where the quote stands, its number, and how the item is told."""

    quote: Span
    ordinal: int
    told: str


def met(document: Document, rows: Sequence[Row], decisions: Iterable[Decision]) -> dict[int, Decision]:
    """Return the decision about each of `rows`, which all have one quote, by the row's index.

    The place of the quote decides, then how the item was told when it was decided on, then its number. A
    decision whose item is gone meets none of the others.
    """
    free = dict(enumerate(rows))
    result: dict[int, Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.ordinal):
        near = [at for at, row in free.items() if _stands_there(document, row, decision, rows)]
        told = dict(decision.fields).get(TOLD, "")
        if told:
            near = [at for at in near if _is_told_so(free[at], told)]
        if near:
            best = min(
                near, key=lambda at: (_distance(free[at], told), abs(free[at].ordinal - decision.ordinal))
            )
            result[best] = decision
            del free[best]
    return result


def _stands_there(document: Document, row: Row, decision: Decision, rows: Sequence[Row]) -> bool:
    """Tell whether a row stands where the decision was taken, by place, or else by the words that follow."""
    anchor = decision.anchor
    before = document.text[max(anchor.start - len(anchor.prefix), 0) : anchor.start]
    if document.text[anchor.start : anchor.end] == anchor.exact and before == anchor.prefix:
        return row.quote.start == anchor.start
    follow = [document.text[one.quote.end : one.quote.end + len(anchor.suffix)] for one in rows]
    if anchor.suffix in follow:
        return document.text[row.quote.end : row.quote.end + len(anchor.suffix)] == anchor.suffix
    return row.ordinal == decision.ordinal


def _is_told_so(row: Row, told: str) -> bool:
    return _distance(row, told) <= 1 - ENOUGH


def _distance(row: Row, told: str) -> float:
    """Return the share of words that two tellings do not share, of the shorter one."""
    one, other = _words(row.told), _words(told)
    fewer = min(len(one), len(other))
    return 1 - len(one & other) / fewer if fewer else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
