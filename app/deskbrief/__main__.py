"""Where the program starts: a command, files for a window that runs already, or a window of its own.

What a start does before it has found a running window is done with plain strings, as loading anything for it
would take longer than the rest: see `deskbrief.services.instance`.
"""

from __future__ import annotations

import os
import sys

from deskbrief.cli.names import has_command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from deskbrief.services.instance import Listener

FILE = "file://"


def main(arguments: list[str] | None = None) -> int:
    """Run Deskbrief with `arguments` (those of the process when None); return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Imports stand where they are needed: they are most of the time that a start takes.
    if has_command(words):
        return _command(words)
    if not any(word.startswith("-") for word in words):
        # Plain files, as a double-click hands them over, need no parser.
        return _window(words, None, new_window=False)
    from deskbrief.cli.opening import window_parser

    options = window_parser().parse_args(words)
    files = options.files
    if options.sample:
        from deskbrief.services.sources import sample_path

        files = [*files, str(sample_path())]
    return _window(files, options.data_dir, new_window=options.new_window)


def _command(words: list[str]) -> int:
    import signal

    # Ctrl+C ends the process without a word while the command is loaded, and by the interrupt itself later: a
    # shell that runs one command after the other stops only for one that an interrupt has ended.
    heeds = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heeds:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from deskbrief.cli.main import main as run_command
    from deskbrief.cli.names import INTERRUPTED

    if heeds:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    code = run_command(words)
    if code == INTERRUPTED and sys.platform != "win32":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    return code


def _window(words: list[str], data_dir: os.PathLike[str] | None, *, new_window: bool) -> int:
    from deskbrief.services.homes import data_home
    from deskbrief.services.instance import claim, hand_over

    words, data = list(map(_plain, words)), data_dir or data_home()
    if not new_window and hand_over(data, words):
        return 0
    if not _display_there():
        sys.stderr.write(
            "deskbrief: There is no display here, so no window can be opened. "
            "Run it on a desktop, or use a command: deskbrief --help\n"
        )
        return 1
    listener = claim(data)
    # Of several starts at one time one has been quicker.
    if listener is None and not new_window and hand_over(data, words):
        return 0
    return _own_window(words, data_dir, listener)


def _own_window(words: list[str], data_dir: os.PathLike[str] | None, listener: Listener | None) -> int:
    from pathlib import Path

    from deskbrief.services.instance import is_link
    from deskbrief.services.paths import AppPaths
    from deskbrief.ui.pace import begin_start

    begin_start()
    from deskbrief.ui.app import run

    paths = AppPaths.under(Path(data_dir)) if data_dir else AppPaths.default()
    files = [Path(word) for word in words if not is_link(word)]
    return run(paths, files, [word for word in words if is_link(word)], listener)


def _plain(word: str) -> str:
    """Return the path or the link that a word stands for; desktops hand addresses of files over."""
    if word[: len(FILE)].casefold() != FILE:
        return word
    # file:///path and file://localhost/path; those of other machines are not ours to fetch.
    address = word[len(FILE) :]
    return _unquoted(address.removeprefix("localhost")) if address.startswith(("/", "localhost/")) else word


def _unquoted(address: str) -> str:
    """Return `address` with the bytes in it that stand there as %41; urllib would take too long to load."""
    first, *rest = os.fsencode(address).split(b"%")
    return os.fsdecode(b"".join([first, *map(_byte_and_rest, rest)]))


def _byte_and_rest(piece: bytes) -> bytes:
    digits = piece[:2]
    try:
        return bytes([int(digits if len(digits) > 1 and digits.isalnum() else b"?", 16)]) + piece[2:]
    except ValueError:
        return b"%" + piece


def _display_there() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
