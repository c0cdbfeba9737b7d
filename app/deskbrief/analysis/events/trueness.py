"""Titles quote only what stands in their sentence word for word."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“([^“”]{1,400})”|\"([^\"]{1,400})\"")


def quoting_truly(title: str, sentence: str) -> str:
    """Return `title` without the marks around words that do not stand together in `sentence`.

    A title that leaves words out may begin within a quotation and end behind it.
    """
    said = _plain(sentence)

    def settled(match: re.Match[str]) -> str:
        words = match[1] or match[2]
        return match[0] if _plain(words) in said else words

    return _QUOTED.sub(settled, title)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
