"""Sizes of files in words."""

from __future__ import annotations

import math


def megabytes(size: int) -> str:
    """Return a number of bytes in megabytes, rounded up: what is too large never looks as if it fitted."""
    tenths = math.ceil(size / 1024 / 1024 * 10)
    return f"{tenths / 10:,.1f}".removesuffix(".0") + " MB"
