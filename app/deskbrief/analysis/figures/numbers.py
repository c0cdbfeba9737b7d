"""Numbers in digits and in words, with what scales them: "2 million", "two hundred and fifty", "3bn"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from deskbrief.analysis.figures.tokens import DASHES, Token
from deskbrief.analysis.figures.units import (
    BIG,
    CODES,
    SHORT_BIG,
    SMALL,
    UNITS,
)


class Number(NamedTuple):
    """A number, the scale that its words told, the token after it, and whether it is written in digits."""

    value: Decimal
    scale: Decimal
    after: int
    digits: bool


#: What parts the thousands of a number.
_APART = re.compile(r"[,\s]")
_ORDINALS = frozenset(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"])


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """Return the number that begins at `at`, in digits or in words."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.form == "number":
        return None if _is_a_code(tokens, at) else _in_digits_scaled(tokens, at)
    halves = halves_at(tokens, at)
    if halves is not None:
        return halves
    if token.form == "word" and (token.lower in SMALL or _opens_scale(tokens, at)):
        value, after = _in_words(tokens, at)
        if _goes_on_as_ordinal(tokens, after):
            return None
        last = BIG.get(tokens[after - 1].lower, 1)
        return Number(value, Decimal(last), after, False)
    return None


def _in_digits_scaled(tokens: Sequence[Token], at: int) -> Number:
    scale, after = _scale(tokens, at + 1)
    return Number(Decimal(_APART.sub("", tokens[at].text)) * scale, scale, after, True)


def halves_at(tokens: Sequence[Token], at: int) -> Number | None:
    """Return "half a million" and "two and a half million", None for what is neither."""
    opens = tokens[at].lower if at < len(tokens) else ""
    counted = SMALL.get(opens, 0)
    # Asked of every word of a text: most go no further.
    if not counted and opens != "half":
        return None
    words = [token.lower for token in tokens[at : at + 5]]
    if words[:2] == ["half", "a"] and len(words) > 2 and words[2] in BIG:
        return Number(Decimal(BIG[words[2]]) / 2, Decimal(BIG[words[2]]), at + 3, False)
    if counted and words[1:4] == ["and", "a", "half"] and len(words) > 4 and words[4] in BIG:
        return Number((counted + Decimal("0.5")) * BIG[words[4]], Decimal(BIG[words[4]]), at + 5, False)
    return None


def _goes_on_as_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number in words is the first half of an ordinal: "forty-eighth"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) and tokens[at].text in DASHES else ""
    return after in _ORDINALS


def _is_a_code(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether letters that are no unit stick to a number, or a stroke comes before it: "18F"."""
    if at > 0 and tokens[at - 1].text == "/" and tokens[at - 1].end == tokens[at].start:
        return True
    if _is_zeroed(tokens[at].text) or _goes_on_zeroed(tokens, at):
        return True
    if at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].end:
        return False
    if tokens[at + 1].form != "word":
        return tokens[at + 1].form == "label"
    stuck = tokens[at + 1].lower
    if stuck == "g" and tokens[at + 1].text == "G":
        return True
    return (
        stuck not in SHORT_BIG
        and stuck not in UNITS
        and stuck not in BIG
        and tokens[at + 1].text not in CODES
    )


def _is_zeroed(written: str) -> bool:
    return len(written) > 1 and written[0] == "0" and written.isdigit()


def _goes_on_zeroed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number of two parts is a mark of a paper: "22-01"."""
    parts = tokens[at : at + 3]
    glued = len(parts) > 2 and parts[0].end == parts[1].start and parts[1].end == parts[2].start
    return glued and parts[1].text in DASHES and _is_zeroed(parts[2].text)


def _opens_scale(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower == "a" and (after in BIG or after == "dozen")


def _scale(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Return what the words behind a number in digits multiply it by: "2 million", "3bn", "5-million"."""
    scale = 1
    while at < len(tokens):
        token, glued = tokens[at], tokens[at].start == tokens[at - 1].end
        if token.lower in BIG:
            scale *= BIG[token.lower]
        elif token.lower in SHORT_BIG and (glued or token.lower in {"bn", "tn", "mn"}):
            scale *= SHORT_BIG[token.lower]
        elif not (token.text in DASHES and at + 1 < len(tokens) and tokens[at + 1].lower in BIG):
            break
        at += 1
    return Decimal(scale), at


def _in_words(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Return the number that words tell from `at` on: "two hundred and fifty", "a million"."""
    total, part = 0, 0
    while at < len(tokens):
        word = tokens[at].lower
        if word == "dozen":
            part = 12 * (part or 1)
        elif word in SMALL:
            part += SMALL[word]
        elif word == "a" and not part:
            part = 1
        elif word == "hundred" and part:
            part *= 100
        elif word in BIG:
            total, part = total + (part or 1) * BIG[word], 0
        elif not _joins(tokens, at, large=bool(part >= 100 or total)):
            break
        at += 1
    return Decimal(total + part), at


def _joins(tokens: Sequence[Token], at: int, *, large: bool) -> bool:
    """Tell whether an "and" or hyphen joins two words of one number."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].text in DASHES:
        return after in SMALL or after in BIG
    return tokens[at].lower == "and" and large and after in SMALL
