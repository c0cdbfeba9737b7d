"""Shares of a whole: "two thirds of", "one in five", "3 out of 10"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from deskbrief.analysis.figures.changes import BY_A_SHARE
from deskbrief.analysis.figures.tokens import DASHES, Token
from deskbrief.analysis.figures.units import PARTS, SMALL

#: Wholes of shares that are told in digits.
_WHOLES = frozenset({"3", "4", "5", "6", "7", "8", "9", "10", "20", "100", "1000"})


def share_at(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Return the share of a whole that begins at `at` ("two thirds of", "one in five"), and what follows."""
    counted = SMALL.get(tokens[at].lower, 1 if tokens[at].lower in {"a", "half"} else 0)
    if tokens[at].form == "number" and len(tokens[at].text) == 1:
        return _in_digits(tokens, at)
    if not counted or tokens[at].form != "word":
        return None
    words = [token.lower for token in tokens[at + 1 : at + 4] if token.text not in DASHES]
    before = [token.lower for token in tokens[max(at - 4, 0) : at]]
    changed = "by" in before[-3:] or any(
        pair[0] in BY_A_SHARE and pair[1] == "of" for pair in pairwise(before)
    )
    if tokens[at].lower == "half":
        return (Decimal("0.5"), at + 1) if words[:1] == ["of"] or changed else None
    if words[:1] and words[0] in PARTS and (words[1:2] == ["of"] or changed):
        after = at + 2 + (tokens[at + 1].text in DASHES)
        return _rounded(counted * PARTS[words[0]]), after
    return _one_in(tokens, at, counted)


def _one_in(tokens: Sequence[Token], at: int, counted: int) -> tuple[Decimal, int] | None:
    here = at + 1
    if here + 1 < len(tokens) and tokens[here].lower == "out" and tokens[here + 1].lower == "of":
        here += 2
    elif here < len(tokens) and tokens[here].lower in {"in", "of"}:
        here += 1
    else:
        return None
    whole = SMALL.get(tokens[here].lower, 0) if here < len(tokens) else 0
    if _is_timed(tokens, here + 1):  # "replaced by one of twelve months"
        return None
    return (_rounded(counted / whole), here + 1) if whole > counted and counted <= 9 else None


def _is_timed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a unit of time stands at `at`."""
    after = tokens[at].lower if at < len(tokens) else ""
    return after.rstrip("s") in {"second", "minute", "hour", "day", "week", "month", "year", "decade"}


def _in_digits(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """Return the share of "3 in 10 voters", "1 out of 4"; none for "3 in 10 minutes"."""
    said = [token.lower for token in tokens[at + 1 : at + 5]]
    here = at + 2 if said[:1] == ["in"] else at + 3 if said[:2] == ["out", "of"] else -1
    if here < 0 or here >= len(tokens) or tokens[here].text not in _WHOLES:
        return None
    counted, whole = int(tokens[at].text), int(tokens[here].text)
    return (
        None
        if _is_timed(tokens, here + 1) or not 0 < counted < whole
        else (_rounded(counted / whole), here + 1)
    )


def _rounded(part: float) -> Decimal:
    return Decimal(f"{part:.4f}").normalize()
