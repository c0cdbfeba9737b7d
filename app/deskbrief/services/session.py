"""The documents that were open at the end of a session, as one setting."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from deskbrief.document.records import dataclass


@dataclass(frozen=True, slots=True)
class Left:
    """A document that was left open: its file, and the title that stood on its tab."""

    path: Path
    title: str


def written(left: Iterable[Left]) -> str:
    """Return documents as one setting, one a line; a file whose name breaks lines cannot be kept."""
    lines = (f"{one.path}\t{' '.join(one.title.split())}" for one in left)
    return "\n".join(line for line in lines if len(line.splitlines()) == 1)


def read(setting: str) -> tuple[Left, ...]:
    """Return the documents of a setting, each once; what is no whole path is left out."""
    found: dict[Path, Left] = {}
    for line in setting.splitlines():
        path, _, title = line.rpartition("\t")
        if path and Path(path).is_absolute():
            found.setdefault(Path(path), Left(Path(path), title))
    return tuple(found.values())
