"""One running window for each library: a second start hands its files over and leaves.

What it says are words that each end with a zero byte, which neither paths nor links can hold: absolute paths,
and links to passages. One more zero byte ends the message, and `ok` answers it. Both sides treat it as
untrusted: its length is capped, and only what is such a path or link is taken from it.

Somebody who clicks twice, or on twenty files, starts the program before its window is there. The first of
these starts takes the place to listen at before anything else, and what the others say waits there until the
window can answer.

A second start runs this before it has loaded anything, and loads as little as can be for it: no pathlib, no
json, and of the sockets only what lies below the standard library's `socket`, which sets up all their names.
"""

from __future__ import annotations

import os
import stat
import sys

from deskbrief import __version__

#: Longer messages are refused by the listening side.
LONGEST_MESSAGE = 64 * 1024
#: How long a second start waits for an answer before it opens a window of its own; the first may only be
#: starting itself.
PATIENCE_SECONDS = 20.0
ANSWER = b"ok\n"
#: How links to passages begin.
LINK = "deskbrief:"
END = b"\0"
#: Starts that can wait for their answer at one time.
MOST_WAITING = 128

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _socket import socket

    #: What listens for other starts.
    Listener = socket


def address(data: str | os.PathLike[str]) -> str:
    """Return where the running program with this data folder listens: a socket path, or a pipe on Windows.

    The folder is told by its place on the disk, whatever name it is called by. Raises `OSError` without one,
    or when there is no place that others cannot write to.
    """
    state = os.stat(data)
    name = f"deskbrief-{__version__}-{state.st_dev:x}-{state.st_ino:x}"
    return rf"\\.\pipe\{name}" if sys.platform == "win32" else os.path.join(_runtime_folder(), f"{name}.sock")


def hand_over(data: str | os.PathLike[str], words: list[str]) -> bool:
    """Give files and links in `words` to the running program; return False when none answers."""
    told = (word if is_link(word) else os.path.realpath(word) for word in words)
    message = b"".join(os.fsencode(word) + END for word in told) + END
    if len(message) > LONGEST_MESSAGE or sys.platform == "win32":
        return False
    try:
        place = address(data)
        return os.path.exists(place) and _told(place, message)
    except OSError:
        return False


def claim(data: str | os.PathLike[str]) -> Listener | None:
    """Return what listens for other starts on the library in `data`, whose folder is made if need be.

    None where another program listens, where a place that others cannot write to is missing, and on Windows.
    """
    if sys.platform == "win32":
        return None
    try:
        os.makedirs(data, exist_ok=True)
        return _claimed(address(data))
    except OSError:
        return None


def _claimed(place: str) -> Listener | None:
    import fcntl

    # Two that look at one time would take one another's place away.
    lock = os.open(f"{place}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if os.path.exists(place):
            if _is_heard(place):
                return None
            os.unlink(place)  # a program that was killed left it there
        return _listening(place)
    finally:
        os.close(lock)


def _listening(place: str) -> Listener:
    import _socket

    listener = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        listener.bind(place)
        os.chmod(place, 0o600)
        listener.listen(MOST_WAITING)
    except OSError:
        listener.close()
        raise
    return listener


def _is_heard(place: str) -> bool:
    import _socket

    line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        line.connect(place)
    except OSError:
        return False
    finally:
        line.close()
    return True


def _told(place: str, message: bytes) -> bool:
    # Not at the top: most starts find nobody who listens.
    import _socket

    line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        line.settimeout(PATIENCE_SECONDS)
        line.connect(place)
        line.sendall(message)
        return line.recv(len(ANSWER)) == ANSWER
    finally:
        line.close()


def is_whole(message: bytes) -> bool:
    """Tell whether a message has come to its end."""
    return message == END or message.endswith(END + END)


def handed_over(message: bytes) -> list[str]:
    """Return the absolute paths in a message of `hand_over`; an empty list for anything else."""
    return [word for word in _words(message) if os.path.isabs(word)]


def handed_links(message: bytes) -> list[str]:
    """Return the links in a message of `hand_over`; an empty list for anything else."""
    return [word for word in _words(message) if is_link(word)]


def is_link(word: str) -> bool:
    """Tell whether a word of the command line is a link to a passage."""
    return word[: len(LINK)].casefold() == LINK


def _words(message: bytes) -> list[str]:
    return list(map(os.fsdecode, message.split(END))) if is_whole(message) else []


def _runtime_folder() -> str:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.path.isdir(runtime):
        return runtime
    # Not at the top: sessions have a runtime folder as a rule.
    import tempfile

    folder = os.path.join(tempfile.gettempdir(), f"deskbrief-{os.getuid()}")
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        state = os.lstat(folder)
        # Everybody may make folders there: whoever made this one would be told what the user opens.
        if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid() or state.st_mode & 0o077:
            import errno

            raise PermissionError(errno.EPERM, "not a folder of this user alone", folder) from None
    return folder
