"""The tokens of an RTF file (Rich Text Format Specification 1.9.1): groups, control words, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|"
    r"\\'(?P<byte>[0-9A-Fa-f]{2})|"
    r"\\(?P<sign>[^A-Za-z])|"
    r"(?P<brace>[{}])|"
    r"(?P<text>[^\\{}\r\n\x00]+)|"
    r"(?P<none>[\r\n\x00\\])",
    re.DOTALL,
)


class Token(NamedTuple):
    """One token: `kind` is "{", "}", "word", "byte", "sign" or "text"; `number` is that of a word."""

    kind: str
    value: str
    number: int | None = None


def tokens_of(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of `data`; binary data after a `\\bin` is passed over. Bytes are taken as Latin-1."""
    text = data.decode("latin-1")
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            return
        at = found.end()
        kind = found.lastgroup if found.lastgroup != "number" else "word"
        if kind == "word":
            number = found["number"]
            value = int(number) if number else None
            if found["word"] == "bin" and value and value > 0:
                at += value
            yield Token("word", found["word"], value)
        elif kind == "brace":
            yield Token(found["brace"], "")
        elif kind in ("byte", "sign", "text"):
            yield Token(kind, found[kind])
