"""How deep headings stand by the kind of their enumerators where these change: "I.", "A.", "1."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_ENUMERATOR = re.compile(r"\(?(?P<sign>[IVX]{1,5}|[A-Z]|\d{1,2}|[a-z])[.)]\s")
_ROMAN = frozenset("IVX")
#: The kinds that may be the outermost one of such a system.
_OUTERMOST = ("I", "A")


def enumerated_depths(lines: Sequence[str]) -> list[int]:
    """Return for each heading how deep it stands by its enumerator, from 1; 0 for one without.

    All are 0 unless capitals or Roman figures come first, another kind below them, and each comes twice.
    """
    kinds = _kinds(lines)
    order = list(dict.fromkeys(kind for kind in kinds if kind))
    counts = Counter(kinds)
    if len(order) < 2 or order[0] not in _OUTERMOST or min(counts[kind] for kind in order) < 2:
        return [0] * len(lines)
    return [order.index(kind) + 1 if kind else 0 for kind in kinds]


def _kinds(lines: Sequence[str]) -> list[str]:
    """Return of each line the kind of its enumerator, named by the first of that kind; "" without one."""
    kinds, letter = [], ""
    for line in lines:
        found = _ENUMERATOR.match(line)
        sign = found["sign"] if found else ""
        goes_on = len(sign) == 1 and bool(letter) and ord(sign) == ord(letter) + 1
        if sign.isdecimal():
            kinds.append("1")
        elif sign and _ROMAN.issuperset(sign) and not goes_on:
            kinds.append("I")
        elif sign.isupper():
            kinds.append("A")
            letter = sign
        else:
            kinds.append("a" if sign else "")
    return kinds
