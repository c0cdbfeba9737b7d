"""Where the program starts: a command, files for a window that runs already, or a window of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from deskbrief.cli.names import has_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Deskbrief with `arguments` (those of the process when None); return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Imports stand where they are needed: they are most of the time that a start takes.
    if has_command(words):
        from deskbrief.cli.main import main as run_command

        return run_command(words)
    if not any(word.startswith("-") for word in words):
        # Plain files, as a double-click hands them over, need no parser.
        return _window(words, None, sample=False, new_window=False)
    from deskbrief.cli.opening import window_parser

    options = window_parser().parse_args(words)
    return _window(options.files, options.data_dir, sample=options.sample, new_window=options.new_window)


def _window(words: list[str], data_dir: Path | None, *, sample: bool, new_window: bool) -> int:
    from deskbrief.services.instance import hand_over, is_link
    from deskbrief.services.paths import AppPaths

    links = [word for word in words if is_link(word)]
    files = [_path_of(word) for word in words if not is_link(word)]
    paths = AppPaths.under(data_dir) if data_dir else AppPaths.default()
    if sample:
        from deskbrief.services.sources import sample_path

        files = [*files, sample_path()]
    if not new_window and hand_over(paths.data, files, links):
        return 0
    if not _display_there():
        sys.stderr.write(
            "deskbrief: There is no display here, so no window can be opened. "
            "Run it on a desktop, or use a command: deskbrief --help\n"
        )
        return 1
    from deskbrief.ui.pace import begin_start

    begin_start()
    from deskbrief.ui.app import run

    return run(paths, files, links)


def _path_of(word: str) -> Path:
    """Return the path that a word stands for; desktops hand files over as addresses beside links."""
    if not word.casefold().startswith("file://"):
        return Path(word)
    from urllib.parse import unquote

    # file:///path and file://localhost/path; those of other machines are not ours to fetch.
    address = word[len("file://") :]
    return Path(
        unquote(address.removeprefix("localhost")) if address.startswith(("/", "localhost/")) else word
    )


def _display_there() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
