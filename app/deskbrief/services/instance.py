"""One running window for each library: a second start hands its files over and leaves.

The conversation is one line of JSON: `{"open": [absolute paths], "links": [links to passages]}`, answered by
`ok`. Both sides treat it as untrusted: its length is capped and only lists of strings are taken from it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from deskbrief import __version__

#: Longer messages are refused by the listening side.
LONGEST_MESSAGE = 64 * 1024
#: How long the second start waits for an answer before it opens a window of its own.
PATIENCE_SECONDS = 2.0
ANSWER = b"ok\n"
#: How links to passages begin.
LINK = "deskbrief:"


def address(data: Path) -> str:
    """Return where the running program with this data folder listens: a socket path, or a pipe on Windows.

    The folder is told by its place on the disk, whatever name it is called by. Raises `OSError` without one.
    """
    state = data.stat()
    name = f"deskbrief-{__version__}-{state.st_dev:x}-{state.st_ino:x}"
    return rf"\\.\pipe\{name}" if sys.platform == "win32" else str(_runtime_folder() / f"{name}.sock")


def hand_over(data: Path, paths: Sequence[Path], links: Sequence[str] = ()) -> bool:
    """Give `paths` and `links` to the running program; return False when there is none that answers."""
    told = {"open": [str(path.resolve()) for path in paths], "links": list(links)}
    message = json.dumps(told).encode() + b"\n"
    if len(message) > LONGEST_MESSAGE or sys.platform == "win32":
        return False
    with contextlib.suppress(OSError):
        place = address(data)
        if Path(place).exists():
            return _told(place, message)
    return False


def _told(place: str, message: bytes) -> bool:
    # Not at the top: most starts find nobody who listens.
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE_SECONDS)
        line.connect(place)
        line.sendall(message)
        return line.recv(len(ANSWER)) == ANSWER


def handed_over(message: bytes) -> list[Path]:
    """Return the paths in a message of `hand_over`; an empty list for anything else."""
    return [Path(name) for name in _strings(message, "open") if Path(name).is_absolute()]


def handed_links(message: bytes) -> list[str]:
    """Return the links in a message of `hand_over`; an empty list for anything else."""
    return [text for text in _strings(message, "links") if is_link(text)]


def is_link(word: str) -> bool:
    """Tell whether a word of the command line is a link to a passage."""
    return word[: len(LINK)].casefold() == LINK


def _strings(message: bytes, key: str) -> list[str]:
    try:
        found = json.loads(message)[key]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []
    if not isinstance(found, list) or not all(isinstance(one, str) and "\0" not in one for one in found):
        return []
    return found


def _runtime_folder() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and Path(runtime).is_dir():
        return Path(runtime)
    # Not at the top: sessions have a runtime folder as a rule.
    import tempfile

    folder = Path(tempfile.gettempdir()) / f"deskbrief-{os.getuid()}"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder
