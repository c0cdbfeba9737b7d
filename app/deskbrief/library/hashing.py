"""Digests that tell whether a stored value is still the one that was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence


def digest(values: Sequence[object]) -> str:
    """Return the SHA-256, in hexadecimal, of `values` (strings and integers) as a compact ASCII JSON array.

    The form is plain on purpose: any program can compute it from the columns of a row. Values of other
    kinds, which only damage can bring into a row, are taken as they print.
    """
    form = json.dumps(list(values), ensure_ascii=True, separators=(",", ":"), default=repr)
    return hashlib.sha256(form.encode("ascii")).hexdigest()


def blob_digest(blob: bytes) -> str:
    """Return the SHA-256 of `blob` in hexadecimal."""
    return hashlib.sha256(blob).hexdigest()
