"""The files that ship with the program."""

from __future__ import annotations

from pathlib import Path


def shipped(name: str) -> Path:
    """Return the file or folder called `name`, a path that begins with `resources` or `seeds`.

    Installed, those folders lie in the package; in a tree of sources they lie beside `app`. Found by hand and
    not through `importlib.resources`: that takes longer than reading a file, and a start waits for it.
    """
    package = Path(__file__).parent.parent
    found = package / name
    return found if found.exists() else package.parent.parent / name
