"""Settings of the interpreter that keep the window's thread on time and its memory small."""

from __future__ import annotations

import builtins
import gc
import sys

#: Threads hand the interpreter over after this, not after Python's usual 5 ms: the thread that talks to the
#: worker must not hold the window up.
SWITCH_SECONDS = 0.001
#: A full collection over a long document takes 50 ms or more in one piece, and finds next to nothing, since
#: documents and outlines hold no cycles. So the oldest generation is looked at a hundred times more rarely.
THRESHOLDS = (2000, 20, 1000)


def begin_start() -> None:
    """Set the interpreter up for a start: what is made now stays, so no rubbish is looked for in it."""
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)


def import_plainly() -> None:
    """Give Python its own `import` back, once PySide6 is there.

    PySide6 looks at every import for features of its own that nothing here asks for, reading the source of
    the module again and keeping it, which makes each of them three to ten times as slow.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def keep_pace() -> None:
    """Set the interpreter up for a window that has come; what was made for it is not looked at again."""
    gc.set_threshold(*THRESHOLDS)
    gc.freeze()
    gc.enable()


def give_back() -> None:
    """Give memory that is free back to the system; reading a book leaves some megabytes of it.

    The allocator of Linux keeps what lies between pieces in use; it is asked by its own `malloc_trim`, which
    takes a millisecond or two. Elsewhere nothing is done.
    """
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
