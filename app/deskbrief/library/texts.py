"""Strings on their way into and out of SQLite, so that every string comes back as it was.

SQLite keeps the bytes it is given, but Python refuses to hand it lone surrogates, which occur in file names
that are not valid UTF-8 and in half an emoji. These are bound as bytes, and each statement says
`CAST(? AS TEXT)` where such a string can come.
"""

from __future__ import annotations


def bound(text: str) -> str | bytes:
    """Return `text` as it can be bound to a statement."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def loaded(raw: bytes) -> str:
    """Return the string that `raw` stands for; damaged bytes become lone surrogates and never fail."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return _repaired(raw)


def _repaired(raw: bytes) -> str:
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "surrogateescape")
