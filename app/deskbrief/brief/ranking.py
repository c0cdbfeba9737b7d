"""The order in which rows of a section are given room: the reader's own first, then by worth, spread out.

Rows that say what a chosen one says, events of the same sentence and events of the same year lose worth with
each that is chosen, so that a page shows different things and not one story three times (after maximal
marginal relevance, Carbonell and Goldstein, 1998).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.document.likeness import share_most
from deskbrief.document.plan import (
    ChronologyRow,
    NoteRow,
    PlanRow,
    PlanSection,
    RecommendationRow,
    Statement,
    WordsRow,
)

#: So many rows are chosen one by one; no page holds more.
MOST_CHOSEN = 150
#: What it costs to say what is said already, to stand in the same passage, to fall into the same year.
SAID, SAME_PASSAGE, SAME_YEAR = 1.0, 0.5, 0.15
#: Rows say the same when they share so much of the telling words of the one that has fewer.
ALIKE = 0.6
_WORD = re.compile(r"[^\W\d_]{4,}")


def by_importance(section: PlanSection) -> list[int]:
    """Return the numbers of the rows of `section`, the most important first.

    Where the reader has arranged the rows their order holds; rows that nobody has weighed keep theirs.
    """
    rows = section.rows
    own = [at for at, row in enumerate(rows) if is_own(row)]
    others = [at for at, row in enumerate(rows) if not is_own(row)]
    weighed = not section.arranged and any(_worth(rows[at]) for at in others)
    return [*own, *(_chosen(rows, own, others) if weighed else others)]


def is_own(row: PlanRow) -> bool:
    """Tell whether a row is the reader's own: written, chosen, or confirmed. A mark without a word is not."""
    match row:
        case NoteRow():
            return bool(row.body.strip())
        case WordsRow():
            return True
        case ChronologyRow() | RecommendationRow():
            return row.own or row.confirmed
        case Statement():
            return row.own
        case _:
            return False


def _chosen(rows: Sequence[PlanRow], own: Sequence[int], others: Sequence[int]) -> list[int]:
    """Return `others`, each the best that is left beside those before it."""
    left = {at: _worth(rows[at]) for at in others}
    words = [frozenset(_WORD.findall(_text(row).casefold())) for row in rows]

    def choose(chosen: int) -> None:
        for at in left:
            left[at] -= _likeness(rows[chosen], rows[at])
            if share_most(words[chosen], words[at], ALIKE):
                left[at] -= SAID

    for at in own[:MOST_CHOSEN]:
        choose(at)
    found: list[int] = []
    while left and len(found) < MOST_CHOSEN:
        best = max(left, key=lambda at: (left[at], -at))
        del left[best]
        found.append(best)
        choose(best)
    return [*found, *sorted(left, key=lambda at: (-left[at], at))]


def _likeness(one: PlanRow, other: PlanRow) -> float:
    cost = SAME_PASSAGE if set(one.references) & set(other.references) else 0.0
    if isinstance(one, ChronologyRow) and isinstance(other, ChronologyRow):
        cost += SAME_YEAR * (one.edtf[:4] == other.edtf[:4])
    return cost


def _text(row: PlanRow) -> str:
    match row:
        case ChronologyRow():
            return row.event
        case RecommendationRow():
            return row.action
        case Statement():
            return row.text
        case _:
            return ""


def _worth(row: PlanRow) -> float:
    return getattr(row, "worth", 0.0)
