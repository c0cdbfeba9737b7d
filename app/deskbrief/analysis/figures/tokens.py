"""The tokens that amounts are read from."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Signs that join words and numbers, or stand between the ends of a range.
DASHES = frozenset("-‑–—")
_TOKEN = re.compile(
    r"""(?P<address>(?:https?://|www\.)\S{1,500})
    |(?P<label>[^\W\d_][^\W_]{0,30}[-‑]?\d[\w.,/-]{0,40})
    |(?P<odd>\d[\d.,]{0,30}(?:[/:]\d[\d.,/:]{0,30}|(?:[-‑]\d{1,9}){2,9}|(?:st|nd|rd|th|['’]?s)\b)
        |\d{1,9}\.\d{1,9}\.[\d.]{1,30}|\d{1,3},\d{1,2}(?!\d))
    |(?P<number>(?:\d{1,3}(?:,\d\d\d){1,6}(?!\d|,\d)|\d{1,15})(?:\.\d{1,9})?(?![\d]))
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]{1,3})?)
    |(?P<sign>\S)""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A token `[start, end)` with the name of its form."""

    form: str
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The token in lower case."""
        return self.text.lower()


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a stretch of text."""
    return [
        Token(str(match.lastgroup), match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text)
    ]
