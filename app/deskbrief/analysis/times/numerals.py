"""Numbers in words: runs of number tokens folded into one token with its value."""

from __future__ import annotations

from deskbrief.analysis.times.categories import CODES
from deskbrief.analysis.times.lexer import Token

_SMALL, _BIG, _AND, _DASH, _ORD = (CODES[name] for name in ("SMALL", "BIG", "AND", "DASH", "ORD"))
_A, _HALF, _OF, _DAY, _NUM, _QUANT = (CODES[name] for name in ("A", "HALF", "OF", "DAY", "NUM", "QUANT"))
_STARTS = frozenset({_SMALL, _BIG, _DAY, _NUM, _A, _QUANT})


def folded(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with number phrases ("two and a half", "a couple of") as one token each."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].code in _STARTS:
            token, at = _fold(tokens, at)
            result.append(token)
        else:
            result.append(tokens[at])
            at += 1
    return result


def _fold(tokens: list[Token], at: int) -> tuple[Token, int]:
    first = tokens[at]
    if first.code == _QUANT or (first.code == _A and _code(tokens, at + 1) == _QUANT):
        return _quantity(tokens, at)
    if first.code == _A:
        if _code(tokens, at + 1) != _BIG:
            return first, at + 1
        first = Token(_SMALL, first.start, first.end, 1)
    if first.code == _SMALL:
        return _in_words(tokens, at, first)
    return _with_half(tokens, at + 1, first)


def _quantity(tokens: list[Token], at: int) -> tuple[Token, int]:
    start = tokens[at].start
    at += tokens[at].code == _A
    value = {"couple": 2, "dozen": 12}.get(str(tokens[at].value), "X")
    end = tokens[at].end
    at += 1
    if value == 2 and _code(tokens, at) == _OF:
        end = tokens[at].end
        at += 1
    return Token(_QUANT, start, end, value), at


def _in_words(tokens: list[Token], at: int, first: Token) -> tuple[Token, int]:
    """Fold "two hundred and fifty", "forty-one", "twenty-first"; a year such as "nineteen eighty" is left."""
    total, last = float(first.value), first
    at += 1
    while at < len(tokens):
        step = 2 if tokens[at].code in {_AND, _DASH} else 1
        after = tokens[at + step - 1] if at + step - 1 < len(tokens) else None
        grown = _grown(total, tokens[at].code if step == 2 else "", after)
        if after is None or grown is None:
            break
        total, last, at = grown, after, at + step
        if after.code == _ORD:
            return Token(_ORD, first.start, last.end, int(total)), at
    code = _SMALL if total <= 100 else _NUM
    return _with_half(tokens, at, Token(code, first.start, last.end, int(total)))


def _grown(total: float, joint: str, after: Token | None) -> float | None:
    if after is None or (joint == _AND and total < 100):
        return None
    if after.code == _BIG and joint != _AND:
        return total * float(after.value)
    tens = total % 100
    if (
        after.code in {_SMALL, _ORD}
        and float(after.value) < 10
        and tens >= 20
        and tens % 10 == 0
        and joint != _AND
    ):
        return total + float(after.value)
    if after.code == _SMALL and total >= 100 and tens == 0:
        return total + float(after.value)
    return None


def _with_half(tokens: list[Token], at: int, number: Token) -> tuple[Token, int]:
    here = at + (_code(tokens, at) == _DASH)
    if _code(tokens, here) != _AND:
        return number, at
    here += 1
    for skipped in (_DASH, _A, _DASH):
        here += _code(tokens, here) == skipped
    if _code(tokens, here) != _HALF:
        return number, at
    return Token(_NUM, number.start, tokens[here].end, float(number.value) + 0.5), here + 1


def _code(tokens: list[Token], at: int) -> str:
    return tokens[at].code if at < len(tokens) else ""
