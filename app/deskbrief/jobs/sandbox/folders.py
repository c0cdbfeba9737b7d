"""What the program itself has to read: Python, the libraries, the package with its data, shared libraries."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from deskbrief.document.shipped import shipped

#: Shared libraries, time zones, file kinds; nothing of any user.
SYSTEM_PATHS = (
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/lib",
    "/lib64",
    "/nix/store",
    "/usr/share/zoneinfo",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
    "/dev/null",
    "/dev/urandom",
)


def readable_paths(extra: Sequence[Path] = ()) -> list[Path]:
    """Return the files and folders that must stay readable, those in `extra` included, each once.

    A folder that holds the user's home is never among them, even if Python was told to search it.
    """
    paths = (Path(path) for path in _candidates(extra))
    home = Path(os.path.expanduser("~")).resolve()  # noqa: PTH111 - Path.home raises where there is no home
    # Not Path.exists, which raises for what lies in folders of others.
    there = (path.resolve() for path in paths if os.path.exists(path))  # noqa: PTH110
    return _outermost(path for path in there if not home.is_relative_to(path))


def _candidates(extra: Iterable[Path]) -> Iterator[str]:
    yield from (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)
    yield from (path for path in (sys.pycache_prefix, *sys.path) if path)
    yield from chain.from_iterable(map(_linked, filter(os.path.isdir, sys.path)))
    yield from SYSTEM_PATHS
    yield from filter(None, os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep))
    yield from map(str, extra)
    # They may lie outside Python's own folders, as in an editable installation.
    yield from map(str, (Path(__file__).parents[2], shipped("resources")))


def _linked(folder: str) -> Iterator[str]:
    """Yield what packages in `folder` are links to: some installers link whole packages, some each file.

    Nothing is known of a folder that may not be listed.
    """
    with suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            init = os.path.join(entry.path, "__init__.py")  # noqa: PTH118 - run for each package at each start
            if entry.is_symlink():
                yield entry.path
            elif os.path.islink(init):  # noqa: PTH114
                yield os.path.dirname(os.path.realpath(init))  # noqa: PTH120


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """Return `paths` without those that lie inside another of them."""
    kept: list[Path] = []
    for path in sorted(set(paths)):
        if not any(path.is_relative_to(other) for other in kept):
            kept.append(path)
    return kept
