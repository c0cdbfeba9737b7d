"""The tokens that amounts are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deskbrief.analysis.figures.units import LABELS

#: Signs that join words and numbers, or stand between the ends of a range.
DASHES = frozenset("-‑–—")
_TOKEN = re.compile(
    r"""(?P<address>(?:https?://|www\.)\S{1,500})
    |(?P<label>[^\W\d_][^\W_]{0,30}[-‑–]?\d[\w.,/-]{0,40})
    |(?P<odd>\d[\d.,]{0,30}(?:[/:]\d[\d.,/:]{0,30}|(?:[-‑]\d{1,9}){2,9}|(?:st|nd|rd|th|['’]?s)\b)
        |\d{1,9}\.\d{1,9}\.[\d.]{1,30}|\d{1,3},\d{1,2}(?!\d))
    |(?P<number>(?:\d{1,3}(?:[\u00a0\u2009\u202f]\d\d\d){1,4}(?!\w|,\d)|\d{1,3}(?:,\d\d\d){1,6}(?!\d|,\d)|\d{1,15})(?:\.\d{1,9})?(?![\d]))
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]{1,3})?)
    |(?P<sign>\S)""",
    re.VERBOSE,
)
#: A run of signs, the codes of signs in an address ("%20"), and how many of them tell one.
_RUN, _ESCAPED, _ESCAPES = re.compile(r"\S+"), re.compile(r"%[0-9A-F]{2}(?=\w|[-%./])"), 2

#: Two groups of figures with a space between them, and how many figures a group has.
_SPACED, _GROUP = re.compile(r"\d \d\d\d(?!\d)"), 3
#: Words with which a number may open a sentence, signs that may stand before one, and what a clock or a
#: label stands behind.
_OPENING = frozenset(["the", "some", "about", "around", "over", "nearly", "almost", "approximately", "these"])
_SIGNS = frozenset('(:;,.$€£“"')
_AT = frozenset(["at", "since", "until", "till", "by", "no", "nos", "age", "aged", "bus", "train"])


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
    return _with_groups(text, found) if _SPACED.search(text) else found


def _with_groups(text: str, tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with groups of three figures behind a space put to their number: "5 263 pages"."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        after = _after_groups(tokens, at)
        if after > at + 1 and _may_be_counted(found, tokens, at, after):
            start, end = tokens[at].start, tokens[after - 1].end
            found.append(Token("number", start, end, text[start:end], text[start:end]))
            at = after
        else:
            found.append(tokens[at])
            at += 1
    return found


def _after_groups(tokens: Sequence[Token], at: int) -> int:
    """Return the token after a number of up to three figures and the groups of three behind it."""
    first = tokens[at]
    if first.form != "number" or len(first.text) > _GROUP or first.text[0] == "0" or not first.text.isdigit():
        return at + 1
    after = at + 1
    while (
        after < len(tokens)
        and tokens[after].start == tokens[after - 1].end + 1
        and tokens[after].form == "number"
        and len(tokens[after].text) == _GROUP
    ):
        after += 1
    return after


def _may_be_counted(before: Sequence[Token], tokens: Sequence[Token], at: int, after: int) -> bool:
    """Tell whether groups are one number: nothing before makes a label of the first, and a word follows.

    A group that begins with 0 is no number of its own, whatever follows.
    """
    last = before[-1] if before else None
    if last is not None and last.lower not in _OPENING:
        name = last.form not in {"word", "sign"} or not last.text[0].islower()
        if (name and last.text not in _SIGNS) or last.lower in LABELS | _AT:
            return False
    follows = tokens[after] if after < len(tokens) else None
    if follows is not None and (follows.form in {"number", "odd", "label"} or follows.text in DASHES):
        return False
    if any(token.text[0] == "0" for token in tokens[at + 1 : after]):
        return True
    word = follows is not None and follows.start == tokens[after - 1].end + 1 and len(follows.text) >= _GROUP
    return word and follows is not None and follows.form == "word" and follows.text.islower()


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        yield _token(str(match.lastgroup), match)


def _token(form: str, match: re.Match[str]) -> Token:
    return Token(form, match.start(), match.end(), match[0], match[0].lower())
