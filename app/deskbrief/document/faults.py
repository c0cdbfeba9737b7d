"""Mistakes of the program's own, told to its log without a word of the document that they were met in."""

from __future__ import annotations

import sys

from deskbrief.document.errors import BugError


def log_fault(error: BaseException) -> None:
    """Write where `error` was raised to the log, but not what it says: that may be text of a document."""
    import traceback

    seen: set[int] = set()
    cause: BaseException | None = error
    while cause and id(cause) not in seen:
        seen.add(id(cause))
        sys.stderr.write("".join(traceback.format_tb(cause.__traceback__)))
        sys.stderr.write(f"{type(cause).__qualname__} {_detail(cause)}\n")
        cause = cause.__cause__ or cause.__context__
    sys.stderr.flush()


def _detail(error: BaseException) -> str:
    """Return what may be told of `error` because it cannot come from a document."""
    match error:
        case BugError():
            return error.what
        case ImportError(name=str(name)):
            return name
        case OSError(strerror=str(reason)):
            return reason
    return ""
