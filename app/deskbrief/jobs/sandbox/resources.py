"""Limits that the system puts on the process: memory, open files, and no file may be written."""

from __future__ import annotations

from typing import Any

from deskbrief.jobs.protection import Layer

NAME = "Resources"
#: The last resort, far above what the runner allows a job: an allocation beyond it fails at once.
ADDRESS_SPACE = 4 * 2**30
OPEN_FILES = 128


def limit_resources() -> Layer:
    """Set the limits that this system knows."""
    try:
        import resource
    except ImportError:
        return Layer(NAME, False, "This system has no such limits.")
    wanted = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": OPEN_FILES,
        "RLIMIT_AS": ADDRESS_SPACE,
    }
    refused = [name for name, limit in wanted.items() if not _set(resource, name, limit)]
    if refused:
        return Layer(NAME, False, f"Not all limits could be set: {', '.join(refused)}.")
    return Layer(NAME, True, "At most 4 GB of memory and 128 open files; no file can be written.")


def _set(resource: Any, name: str, limit: int) -> bool:
    kind = getattr(resource, name)
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    try:
        resource.setrlimit(kind, (limit, limit))
    except (OSError, ValueError):
        return False
    return True
