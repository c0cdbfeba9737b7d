"""The process can gain no rights, cannot be looked into by others, and dies with its parent."""

from __future__ import annotations

import signal

from deskbrief.jobs.protection import Layer
from deskbrief.jobs.sandbox.kernel import prctl

# Numbers from <linux/prctl.h>.
_SET_PDEATHSIG = 1
_SET_DUMPABLE = 4
_SET_NO_NEW_PRIVS = 38


def drop_rights() -> Layer:
    """Set what prctl(2) offers for this."""
    name = "No new rights"
    try:
        prctl(_SET_PDEATHSIG, signal.SIGKILL)
        prctl(_SET_DUMPABLE, 0)
        prctl(_SET_NO_NEW_PRIVS, 1)
    except OSError as error:
        return Layer(name, False, f"The system refused: {error.strerror}.")
    return Layer(name, True, "The process cannot gain rights or be looked into, and ends with the program.")
