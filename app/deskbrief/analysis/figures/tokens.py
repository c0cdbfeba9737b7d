"""The tokens that amounts are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Signs that join words and numbers, or stand between the ends of a range.
DASHES = frozenset("-‑–—")
_TOKEN = re.compile(
    r"""(?P<address>(?:https?://|www\.)\S{1,500})
    |(?P<label>[^\W\d_][^\W_]{0,30}[-‑–]?\d[\w.,/-]{0,40})
    |(?P<odd>\d[\d.,]{0,30}(?:[/:]\d[\d.,/:]{0,30}|(?:[-‑]\d{1,9}){2,9}|(?:st|nd|rd|th|['’]?s)\b)
        |\d{1,9}\.\d{1,9}\.[\d.]{1,30}|\d{1,3},\d{1,2}(?!\d))
    |(?P<number>(?:\d{1,3}(?:,\d\d\d){1,6}(?!\d|,\d)|\d{1,15})(?:\.\d{1,9})?(?![\d]))
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]{1,3})?)
    |(?P<sign>\S)""",
    re.VERBOSE,
)
#: A run of signs, the codes of signs in an address ("%20"), and how many of them tell one.
_RUN, _ESCAPED, _ESCAPES = re.compile(r"\S+"), re.compile(r"%[0-9A-F]{2}(?=\w|[-%./])"), 2


class Token(NamedTuple):
    """A token `[start, end)` with the name of its form, as it is written and in lower case."""

    form: str
    start: int
    end: int
    text: str
    lower: str


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a stretch of text; what is left of an address that a line cut is one token."""
    found: list[Token] = []
    at = 0
    for run in _RUN.finditer(text) if "%" in text else ():
        if len(_ESCAPED.findall(run[0])) >= _ESCAPES:
            found.extend(_tokens(text, at, run.start()))
            found.append(_token("address", run))
            at = run.end()
    found.extend(_tokens(text, at, len(text)))
    return found


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        yield _token(str(match.lastgroup), match)


def _token(form: str, match: re.Match[str]) -> Token:
    return Token(form, match.start(), match.end(), match[0], match[0].lower())
