"""The words that open files in the window; apart from those of the commands, for a start must be quick."""

from __future__ import annotations

import argparse
from pathlib import Path

from deskbrief import __version__
from deskbrief.cli.names import COMMANDS


def window_parser() -> argparse.ArgumentParser:
    """Return the parser for opening the window."""
    window = argparse.ArgumentParser(
        prog="deskbrief",
        usage="deskbrief [--data-dir DIR] [--new-window] [FILE ...]\n"
        f"       deskbrief {{{','.join(COMMANDS)}}} ...   (see deskbrief COMMAND --help)",
        description="Open files in the window. A running window takes them over.",
    )
    window.add_argument(
        "files", nargs="*", metavar="FILE", help="a document, or a deskbrief:// link to a passage"
    )
    window.add_argument("--sample", action="store_true", help="open the article that comes with Deskbrief")
    window.add_argument(
        "--new-window", action="store_true", help="do not hand files to a window that runs already"
    )
    window.add_argument("--version", action="version", version=f"Deskbrief {__version__}")
    add_data_dir(window, None)
    return window


def add_data_dir(command: argparse.ArgumentParser, default: str | None) -> None:
    """Let `command` say where library and settings are kept."""
    command.add_argument(
        "--data-dir", type=Path, default=default, metavar="DIR", help="keep library and settings in DIR"
    )
