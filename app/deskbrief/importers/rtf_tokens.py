"""The tokens of RTF: braces, control words and symbols, and stretches of bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

#: The most figures of a number that count; longer ones are damage.
LONGEST_NUMBER = 10


class Sort(Enum):
    """The sorts of token."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    BYTES = "bytes"


class Token(NamedTuple):
    """One token: `word` is a control word or symbol with its `number`, `data` are bytes of text."""

    sort: Sort
    word: str = ""
    number: int | None = None
    data: bytes = b""


#: Bytes written in figures come in one token, so that a file full of them is read as fast as another.
_TOKEN = re.compile(
    rb"(?P<text>[^\\{}\r\n\x00]+)"
    rb"|(?P<open>\{)"
    rb"|(?P<close>\})"
    rb"|(?P<figures>(?:\\'[0-9a-fA-F][0-9a-fA-F])+)"
    rb"|\\(?P<word>[a-zA-Z]+)(?P<number>-?[0-9]+|) ?"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<nothing>[\r\n\x00]+)"
)
_OPEN, _CLOSE = Token(Sort.OPEN), Token(Sort.CLOSE)
_ESCAPED = (b"\\", b"{", b"}")


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of `data` in one pass; binary data are passed over."""
    position = 0
    while found := _TOKEN.match(data, position):
        position = found.end()
        group = found.lastgroup
        if group == "text":
            yield Token(Sort.BYTES, data=found[0])
        elif group == "number":
            token = _word(found["word"], found["number"])
            if token.word == "bin":
                position += max(token.number or 0, 0)
            yield token
        elif group == "open":
            yield _OPEN
        elif group == "close":
            yield _CLOSE
        elif group == "figures":
            yield Token(Sort.BYTES, data=bytes.fromhex(found[0].replace(b"\\'", b"").decode("ascii")))
        elif group == "symbol":
            yield _symbol(found["symbol"])


def _word(name: bytes, figures: bytes) -> Token:
    number = int(figures[:LONGEST_NUMBER]) if figures else None
    return Token(Sort.WORD, name.decode("ascii"), number)


def _symbol(sign: bytes) -> Token:
    if sign in _ESCAPED:
        return Token(Sort.BYTES, data=sign)
    if sign in b"\r\n":
        return Token(Sort.WORD, "par")
    return Token(Sort.WORD, "tab" if sign == b"\t" else sign.decode("latin-1"))
