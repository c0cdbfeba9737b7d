"""Hyphens at the ends of lines: whether they go when a word is put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST = re.compile(r"([^\W_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")
#: First parts of words that keep their hyphen when nothing else in the document speaks against it.
_KEEP = frozenset(
    """all anti cross ex first full half high job large long low mid multi non off on one part post pre
    quasi real second self semi short single small so state third two well year""".split()  # noqa: SIM905
)


class LineWords:
    """The words of a text's lines, which tell whether a hyphen at the end of a line is part of a word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: Counter[str] = Counter()
        for line in lines:
            found = [word[0].casefold() for word in _WORD.finditer(line)]
            self._known.update(found[:-1] if line.endswith("-") else found)

    def drops(self, line: str, following: str) -> bool:
        """Tell whether the hyphen that ends `line` goes when `following` is joined to it."""
        last, first = _LAST.search(line), _FIRST.match(following)
        if not last or not first or first[0][0].isupper():
            return False
        whole = f"{last[1]}{first[0]}".casefold()
        if self._known[whole]:
            return True
        if self._known[f"{last[1]}-{first[0]}".casefold()] or last[1].isdecimal():
            return False
        return last[1].casefold() not in _KEEP
