"""The files that ship with the window: fonts, icons and styles."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path


def resource(name: str) -> Path:
    """Return the file or folder called `name`, a path within the resources."""
    # Not through `importlib.resources`: it takes longer than reading a file, and a start waits for it.
    return Path(import_module("deskbrief.resources").__path__[0], name)
