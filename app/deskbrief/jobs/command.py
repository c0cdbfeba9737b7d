"""How the worker is started: its command line and its environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

IDLE_SECONDS = 300.0

#: What Python and the libraries need to find themselves, the language and the time zone. Nothing else of
#: the user's environment reaches the process that handles hostile files.
_KEPT = (
    "APPDATA",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LD_LIBRARY_PATH",
    "OPENBLAS_CORETYPE",
    "PYTHONHOME",
    "PYTHONPYCACHEPREFIX",
    "PYTHONUSERBASE",
    "SYSTEMROOT",
    "TZ",
)
#: Two cores at most are there to share with the window: one thread of arithmetic is the fastest then.
_SET = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def worker_command(*, idle_seconds: float = IDLE_SECONDS, folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the command of a worker that ends itself after `idle_seconds` without work.

    It can import from `folders`, and read them, besides what belongs to the program.
    """
    options = ("-P", "-B", "-W", "ignore", "-X", "utf8", "-X", "faulthandler")
    arguments = (str(idle_seconds), *(str(folder) for folder in folders))
    return (sys.executable, *options, "-m", "deskbrief.jobs.worker", *arguments)


def worker_environment(source: Mapping[str, str]) -> dict[str, str]:
    """Return the few variables of `source` that the worker gets, and those set for it."""
    kept = {name: source[name] for name in _KEPT if name in source}
    paths = [path for path in source.get("PYTHONPATH", "").split(os.pathsep) if path]
    if paths:
        kept["PYTHONPATH"] = os.pathsep.join(str(Path(path).absolute()) for path in paths)
    return {**kept, **_SET}
