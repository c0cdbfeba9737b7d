"""From a stretch of text to the amounts in it: numbers with their scale, currency and unit.

One pass over tokens; each amount is read from its first token onwards, so that time grows with length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from deskbrief.analysis.figures.changes import BEGINNINGS
from deskbrief.analysis.figures.labels import labelled
from deskbrief.analysis.figures.numbers import Number, halves_at, number_at
from deskbrief.analysis.figures.shares import share_at
from deskbrief.analysis.figures.tokens import DASHES, Token, tokens_of
from deskbrief.analysis.figures.units import (
    BIG,
    CODES,
    DOLLARS,
    INEXACT,
    PARTS,
    POWER,
    POWERS,
    RATES,
    SHORT_RATES,
    SIGNS,
    SMALL,
    UNITS,
)
from deskbrief.document.outline import FigureKind

_DIGIT, _LETTERS = re.compile(r"\d"), re.compile(r"[a-z]+")
#: Words that may begin an amount, in a text without a digit.
_HINTS = frozenset({*SMALL, *BIG, *PARTS} - {"zero", "one"})
_YEAR = re.compile(r"19\d\d|20\d\d")
#: A kind of figure and the short form of its unit.
Unit = tuple[FigureKind, str]
#: How many tokens before "from" words of change are looked for.
_FAR = 10
_DEGREES = {"celsius": "°C", "centigrade": "°C", "fahrenheit": "°F"}
_PAIRS: Mapping[tuple[str, str], Unit] = {
    ("per", "cent"): (FigureKind.PERCENT, "%"),
    **{("metric", word): (FigureKind.QUANTITY, "t") for word in ("ton", "tons", "tonne", "tonnes")},
}
#: Tokens looked back over for words that make a number inexact.
_BACK = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount `[start, end)` of a stretch: its range, kind, unit, and the wording that makes it inexact.

    `year` tells that it is written like a year, with nothing but a plain word behind it ("2005 dollars").
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: FigureKind
    unit: str = ""
    about: str = ""
    digits: bool = True
    year: bool = False


def amounts_in(text: str) -> Iterator[Amount]:
    """Yield the amounts of `text` in order; labels, ordinals, dates with strokes and addresses are none."""
    if not _DIGIT.search(text) and _HINTS.isdisjoint(_LETTERS.findall(text.lower())):
        return
    tokens = tokens_of(text)
    at = 0
    while at < len(tokens):
        found = _amount(tokens, at)
        if found is None:
            at += 1
            continue
        amount, after = found
        count = amount.kind is FigureKind.COUNT
        if not (labelled(text, tokens, at, after, count=count) or _names_a_place(tokens, at, after)):
            yield _hedged(tokens, at, amount)
        at = after


def _names_a_place(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether number, measure and the next word are one name, with capitals: "Three Mile Island"."""
    parts = tokens[at : after + 1]
    capitals = [token.text[:1].isupper() and token.text[1:].islower() for token in parts]
    return after - at == 2 and len(parts) == 3 and all(capitals)


def _amount(tokens: Sequence[Token], at: int) -> tuple[Amount, int] | None:
    """Return the amount that begins at token `at`, with the token after it."""
    share = None if halves_at(tokens, at) else share_at(tokens, at)
    if share is not None:
        part, here = share
        return Amount(
            tokens[at].start, tokens[here - 1].end, part, part, FigureKind.SHARE, digits=False
        ), here
    currency, here = _currency(tokens, at)
    first = number_at(tokens, here)
    if first is None:
        return None
    unit, here = _unit(tokens, first.after, currency)
    low = high = first.value
    second = _second(tokens, here, currency)
    falls = second is not None and tokens[here].lower == "to" and first.value > second.value >= first.scale
    if second is not None and not (falls or (unit is not None and _is_change(tokens, at, here))):
        other, after = _unit(tokens, second.after, currency)
        # "from 2.1 million in 2019 to 1.6 million in 2023": a year is no end of a range of such numbers.
        large = second.scale > 1 and tokens[here].lower == "to"
        dated = unit is None and (other is not None or large) and _YEAR.fullmatch(tokens[here - 1].text)
        bare = second.after == after and second.scale == 1 and tokens[here].lower == "to"
        apart = unit is not None and bare and (not currency or first.scale > 1)
        if (
            low != second.value
            and not dated
            and not apart
            and (unit is None or other is None or unit == other)
        ):
            low, high, unit, here = _scaled_alike(first, second), second.value, other or unit, after
    kind, short = unit or (FigureKind.COUNT, "")
    below = _is_below_zero(tokens, at, kind)
    if below:
        low, high = -high, -low
    low, high = min(low, high), max(low, high)
    year = not currency and first.value == low and bool(_YEAR.fullmatch(tokens[at].text))
    year = year and (kind is FigureKind.COUNT or (kind is FigureKind.MONEY and short == "USD"))
    return Amount(
        tokens[at - below].start, tokens[here - 1].end, low, high, kind, short, "", first.digits, year
    ), here


def _scaled_alike(first: Number, second: Number) -> Decimal:
    """Return the first number of a range; "3 to 5 million" has its scale behind the second alone."""
    return first.value * second.scale if first.scale == 1 and first.value < 1000 else first.value


def _is_change(tokens: Sequence[Token], at: int, joint: int) -> bool:
    """Tell whether "from X to Y" tells two amounts, as behind a word of change, and no range."""
    near = [token.lower for token in tokens[max(at - _BACK, 0) : at]]
    if "from" not in near or tokens[joint].lower != "to":
        return False
    return any(token.lower.startswith(BEGINNINGS) for token in tokens[max(at - _FAR, 0) : at])


def _is_below_zero(tokens: Sequence[Token], at: int, kind: FigureKind) -> bool:
    """Tell whether a minus stands before the number, and no dash between words or numbers."""
    if at > 0 and tokens[at - 1].lower == "minus":
        return kind is not FigureKind.COUNT and not (at > 1 and tokens[at - 2].form == "number")
    if at == 0 or tokens[at - 1].text not in "-−" or tokens[at - 1].end != tokens[at].start:
        return False
    return kind is not FigureKind.COUNT and (at == 1 or tokens[at - 2].end < tokens[at - 1].start)


def _currency(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the currency that stands before a number, with the token after it; "" for none."""
    token = tokens[at]
    if token.text in SIGNS and at + 1 < len(tokens):
        return SIGNS[token.text], at + 1
    if token.text in CODES and at + 1 < len(tokens) and tokens[at + 1].form == "number":
        return "CNY" if token.text == "RMB" else token.text, at + 1
    if token.lower in DOLLARS and token.text.isupper() and at + 2 < len(tokens):
        sign = tokens[at + 1]
        if sign.text == "$" and sign.start == token.end:
            return DOLLARS[token.lower], at + 2
    return "", at


def _second(tokens: Sequence[Token], at: int, currency: str) -> Number | None:
    """Return the second number of a range: behind a dash, "to", or "and" after "between"."""
    if at >= len(tokens) - 1:
        return None
    joint = tokens[at]
    if joint.text not in DASHES and joint.lower not in {"to", "and"}:
        return None
    if joint.lower == "and" and not _after_between(tokens, at):
        return None
    _, here = _currency(tokens, at + 1) if currency else ("", at + 1)
    return number_at(tokens, here)


def _after_between(tokens: Sequence[Token], at: int) -> bool:
    return any(token.lower == "between" for token in tokens[max(at - 6, 0) : at])


def _unit(tokens: Sequence[Token], at: int, currency: str) -> tuple[Unit | None, int]:
    """Return the unit that stands at `at`, with the token after it."""
    if currency:
        return (FigureKind.MONEY, currency), at
    here = at + (at + 1 < len(tokens) and tokens[at].text in DASHES)
    if here >= len(tokens):
        return None, at
    pair = tokens[here].lower, tokens[here + 1].lower if here + 1 < len(tokens) else ""
    energy = _of_energy(tokens, here)
    if energy is not None:
        return _with_rate(tokens, energy[1], energy[0])
    found = _of_two_words(*pair)
    if found is not None:
        return _with_rate(tokens, here + 2, found)
    found = _of_one_word(tokens[here])
    return _with_rate(tokens, here + 1, found) if found else (None, at)


def _of_energy(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    """Return the unit of energy that stands at `at`, "kilowatt-hours", with the token after it."""
    if tokens[at].lower not in POWER:
        return None
    hours = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text in DASHES)
    if hours >= len(tokens) or tokens[hours].lower not in {"hour", "hours"}:
        return None
    return (FigureKind.QUANTITY, f"{UNITS[tokens[at].lower][1]}h"), hours + 1


def _of_two_words(first: str, second: str) -> Unit | None:
    if (first, second) in _PAIRS:
        return _PAIRS[first, second]
    if first in {"percentage", "basis"} and second in {"point", "points"}:
        return FigureKind.PERCENT, "pp" if first == "percentage" else "bp"
    if first in {"degree", "degrees"} and second in _DEGREES:
        return FigureKind.QUANTITY, _DEGREES[second]
    if first == "°" and second in {"c", "f"}:
        return FigureKind.QUANTITY, f"°{second.upper()}"
    if first in POWERS and second in UNITS:
        return FigureKind.QUANTITY, UNITS[second][1] + POWERS[first]
    return None


def _of_one_word(token: Token) -> Unit | None:
    if token.text == "%":
        return FigureKind.PERCENT, "%"
    if token.text in CODES:
        return FigureKind.MONEY, token.text
    return None if len(token.text) == 1 and token.text.isupper() else UNITS.get(token.lower)


def _with_rate(tokens: Sequence[Token], at: int, unit: Unit) -> tuple[Unit, int]:
    """Return `unit` as a rate when "per day" or the like follows."""
    strokes = RATES | SHORT_RATES if at < len(tokens) and tokens[at].text == "/" else RATES
    if at + 1 < len(tokens) and tokens[at].lower in {"per", "/"} and tokens[at + 1].lower in strokes:
        return (unit[0], f"{unit[1]}/{tokens[at + 1].lower}"), at + 2
    return unit, at


def _hedged(tokens: Sequence[Token], at: int, amount: Amount) -> Amount:
    """Return `amount` with the words before it that make it inexact."""
    before = [token.lower for token in tokens[max(at - _BACK, 0) : at]]
    for wording in INEXACT:
        if tuple(before[-len(wording) :]) == wording:
            return replace(amount, about=" ".join(wording))
    return amount
