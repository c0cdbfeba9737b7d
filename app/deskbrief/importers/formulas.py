"""Formulas on one line, as people type them: the signs for what stands above, below and around."""

from __future__ import annotations

import re

#: The deepest nesting that is followed; below it the letters are read as they come.
DEEPEST = 40

#: What needs no brackets on a line.
_ONE = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*|.?")


def grouped(text: str) -> str:
    """Return `text` in brackets where a sign before or after it would otherwise hold for a part of it."""
    return text if _ONE.fullmatch(text) else f"({text})"


def fraction(above: str, below: str, line: str = "/") -> str:
    """Return two parts one above the other, parted by `line`."""
    return f"{grouped(above)}{line}{grouped(below)}"


def root_of(base: str, degree: str = "") -> str:
    """Return the root of `base`."""
    return f"{degree}√{grouped(base)}"


def attached(below: str, above: str) -> str:
    """Return what stands below and above a sign, to be put after it."""
    return "".join(f"{sign}{grouped(text)}" for sign, text in (("_", below), ("^", above)) if text)
