"""PDFium's functions for calls by the thousand: they take and return addresses, which is faster."""

from __future__ import annotations

import ctypes
from typing import Any

#: An address, and a number, as PDFium takes and returns them.
ADDRESS, NUMBER = ctypes.c_void_p, ctypes.c_int


def addressed(function: Any, result: Any, *arguments: Any) -> Any:
    """Return a function of PDFium that takes `arguments` and returns a `result`, both kinds of numbers."""
    kind = ctypes.CFUNCTYPE(result, *arguments)
    return kind(ctypes.cast(function, ctypes.c_void_p).value or 0)


def address_of(thing: Any) -> int:
    """Return the address that a pointer of PDFium holds."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0
