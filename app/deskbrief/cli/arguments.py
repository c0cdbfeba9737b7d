"""The words of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from deskbrief import __version__
from deskbrief.cli.names import COMMANDS

#: The kinds of brief, as `document.plan` names them.
TEMPLATES = ("one-page", "full", "chronology", "recommendations", "notes", "names", "text")


def parser() -> argparse.ArgumentParser:
    """Return the parser for the commands."""
    top = argparse.ArgumentParser(
        prog="deskbrief",
        description="Read long texts beside an outline, take notes, export briefs that cite their source.",
        epilog="Without a command the files are opened in the window: deskbrief [--data-dir DIR] [FILE ...]",
    )
    top.add_argument("--version", action="version", version=f"Deskbrief {__version__}")
    _data_dir(top, None)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _outline(commands.add_parser("outline", help="print what is found in files"))
    _brief(commands.add_parser("brief", help="make a PDF brief of a file"))
    _notes(commands.add_parser("notes", help="list the notes in the library"))
    _decisions(commands.add_parser("decisions", help="give what you decided as data to measure by"))
    _common(commands.add_parser("doctor", help="check that everything Deskbrief needs is there and works"))
    return top


def window_parser() -> argparse.ArgumentParser:
    """Return the parser for opening the window."""
    window = argparse.ArgumentParser(
        prog="deskbrief",
        usage="deskbrief [--data-dir DIR] [--new-window] [FILE ...]\n"
        f"       deskbrief {{{','.join(COMMANDS)}}} ...   (see deskbrief COMMAND --help)",
        description="Open files in the window. A running window takes them over.",
    )
    window.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a text, Markdown or HTML file")
    window.add_argument("--sample", action="store_true", help="open the article that comes with Deskbrief")
    window.add_argument(
        "--new-window", action="store_true", help="do not hand files to a window that runs already"
    )
    window.add_argument("--version", action="version", version=f"Deskbrief {__version__}")
    _data_dir(window, None)
    return window


def _common(command: argparse.ArgumentParser) -> None:
    # What stands before the command counts unless it is said again after it.
    _data_dir(command, argparse.SUPPRESS)


def _data_dir(command: argparse.ArgumentParser, default: str | None) -> None:
    command.add_argument(
        "--data-dir", type=Path, default=default, metavar="DIR", help="keep library and settings in DIR"
    )


def _outline(command: argparse.ArgumentParser) -> None:
    command.description = "Print the outline of each file: JSON Lines, one object a file, or Markdown."
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="JSON Lines, schema deskbrief.outline/1 (default)")
    form.add_argument("--markdown", action="store_true", help="Markdown to read")
    command.add_argument("--date", default="", metavar="DATE", help="the document's date, as 2024-03-05")
    _common(command)


def _brief(command: argparse.ArgumentParser) -> None:
    command.description = "Make a brief in which every statement cites its passage."
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="file, or folder for several"
    )
    command.add_argument("--template", choices=TEMPLATES, default=TEMPLATES[0])
    command.add_argument("--together", action="store_true", help="one brief of all files, not one of each")
    command.add_argument("--format", choices=("pdf",), default="pdf")
    command.add_argument("--notes", action="store_true", help="with your notes from the library")
    command.add_argument("--title", default="")
    command.add_argument("--author", default="")
    command.add_argument("--marking", default="", help="such as “For internal use”")
    command.add_argument("--bottom-line", default="", metavar="TEXT")
    command.add_argument("--page", choices=("A4", "Letter"), default="A4")
    _common(command)


def _notes(command: argparse.ArgumentParser) -> None:
    acts = command.add_subparsers(dest="act", required=True, metavar="ACT")
    listing = acts.add_parser("list", help="print all notes")
    listing.add_argument("--json", action="store_true", help="JSON Lines, one note a line")
    _common(listing)


def _decisions(command: argparse.ArgumentParser) -> None:
    acts = command.add_subparsers(dest="act", required=True, metavar="ACT")
    export = acts.add_parser("export", help="write gold data, JSON Lines, one document a line")
    export.add_argument("--kind", choices=("recommendations", "events"), default="recommendations")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="standard output when left out")
    _common(export)
