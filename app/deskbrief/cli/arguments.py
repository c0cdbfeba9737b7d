"""The words of the command line."""

from __future__ import annotations

import argparse
from enum import StrEnum
from pathlib import Path

from deskbrief import __version__
from deskbrief.cli.opening import add_data_dir
from deskbrief.document.notes import Role
from deskbrief.document.plan import Format, Template

#: The forms of files with notes, as `services.note_export` names them.
FORMS = ("markdown", "w3c", "annotations", "csv", "hypothesis", "jsonl", "json")


def parser() -> argparse.ArgumentParser:
    """Return the parser for the commands."""
    top = argparse.ArgumentParser(
        prog="deskbrief",
        description="Read long texts beside an outline, take notes, export briefs that cite their source.",
        epilog="Without a command the files are opened in the window: deskbrief [--data-dir DIR] [FILE ...]",
    )
    top.add_argument("--version", action="version", version=f"Deskbrief {__version__}")
    add_data_dir(top, None)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _outline(commands.add_parser("outline", help="print what is found in files"))
    _brief(commands.add_parser("brief", help="make a brief of a file"))
    _check(commands.add_parser("check", help="look up the quotes of a brief in its source"))
    _compare(commands.add_parser("compare", help="tell what changed between two editions of a text"))
    _events(commands.add_parser("events", help="write the events of files for a calendar or a table"))
    _advice(commands.add_parser("recommendations", help="write the recommendations of files as a table"))
    _notes(commands.add_parser("notes", help="list, export, import and carry over notes"))
    _library(commands.add_parser("library", help="search, back up, restore and check what is kept"))
    _decisions(commands.add_parser("decisions", help="give what you decided as data to measure by"))
    _common(commands.add_parser("doctor", help="check that everything Deskbrief needs is there and works"))
    return top


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(one.value for one in kind)


def _positive(word: str) -> int:
    """Return `word` as a number of 1 or more; raises what the parser tells as wrong usage."""
    if not (word.isascii() and word.isdecimal() and int(word[:9])):
        raise argparse.ArgumentTypeError(f"“{word}” is no number of 1 or more")
    return int(word[:9])


def _common(command: argparse.ArgumentParser) -> None:
    # What stands before the command counts unless it is said again after it.
    add_data_dir(command, argparse.SUPPRESS)


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
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="file, folder for several, or - for standard output",
    )
    command.add_argument("--template", choices=_values(Template), default=Template.ONE_PAGE.value)
    command.add_argument("--together", action="store_true", help="one brief of all files, not one of each")
    command.add_argument(
        "--format", choices=_values(Format), help="by the ending of OUT when left out, else pdf"
    )
    command.add_argument("--json", action="store_true", help="JSON Lines, one object a brief")
    command.add_argument("--notes", action="store_true", help="with your notes from the library")
    command.add_argument("--title", default="")
    command.add_argument("--author", default="")
    command.add_argument("--marking", default="", help="such as “For internal use”")
    command.add_argument("--logo", type=Path, metavar="FILE", help="a PNG or JPEG picture above the title")
    command.add_argument(
        "--logo-text", default="", metavar="TEXT", help="what the logo shows, for who cannot see it"
    )
    command.add_argument("--bottom-line", default="", metavar="TEXT")
    command.add_argument("--page", choices=("A4", "Letter"), default="A4")
    _common(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Look up each quote of a brief in its source, or in a newer edition. The exit code is 0 when all of "
        "them stand there word for word."
    )
    command.add_argument("brief", type=Path, metavar="BRIEF.pdf")
    command.add_argument(
        "--also", type=Path, action="append", default=[], metavar="BRIEF.pdf", help="a further brief to check"
    )
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    command.add_argument(
        "--json", action="store_true", help="JSON Lines, one object a brief, schema deskbrief.check/1"
    )
    _common(command)


def _events(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Write the events of all files as one file. A calendar (ics) holds those with a day, TimelineJS "
        "those with a year; which are left out is said."
    )
    command.add_argument("--format", choices=("ics", "csv", "timelinejs"), default="ics")
    _items(command)


def _advice(command: argparse.ArgumentParser) -> None:
    command.description = "Write the recommendations of all files as one table."
    command.add_argument("--format", choices=("csv",), default="csv")
    _items(command)


def _items(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("-o", "--output", type=Path, metavar="OUT", help="standard output when left out")
    command.add_argument(
        "--decisions", action="store_true", help="as you confirmed, rejected and edited them"
    )
    command.add_argument("--bom", action="store_true", help="begin with a byte order mark, as Excel asks")
    _common(command)


def _notes(command: argparse.ArgumentParser) -> None:
    acts = command.add_subparsers(dest="act", required=True, metavar="ACT")
    listing = acts.add_parser("list", help="print notes")
    listing.add_argument("--json", action="store_true", help="JSON Lines, one note a line")
    _which_notes(listing)
    _common(listing)
    _export(acts.add_parser("export", help="write notes for other programs or to read"))
    _import(acts.add_parser("import", help="take in notes of this and other programs"))
    _carry(acts.add_parser("carry", help="carry notes from an earlier edition over to a file"))


def _which_notes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--document", default="", metavar="HASH", help="only notes on this document")
    command.add_argument(
        "--role", action="append", default=[], choices=_values(Role), help="only these colours"
    )
    command.add_argument("--tag", action="append", default=[], help="only notes with one of these tags")
    command.add_argument(
        "--since", default="", metavar="DATE", help="only those changed since, as 2024-03-05"
    )


def _export(export: argparse.ArgumentParser) -> None:
    export.description = "Write notes: all, or those on the documents that are named by file or by hash."
    export.add_argument("sources", nargs="*", metavar="FILE-or-HASH")
    export.add_argument(
        "--format",
        choices=FORMS,
        default="markdown",
        help="markdown (default); w3c: JSON-LD; annotations: the same as an archive; csv: for Readwise; "
        "hypothesis: CSV as Hypothesis has it; jsonl: all of each note; json: one object",
    )
    export.add_argument("-o", "--output", type=Path, metavar="OUT", help="standard output when left out")
    _which_notes(export)
    _common(export)


def _import(bring: argparse.ArgumentParser) -> None:
    bring.description = (
        "Take in notes: W3C annotations, what “notes export” wrote, and exports of Zotero, calibre, KOReader "
        "(also its .sdr folders), Kindle, Readwise and Hypothesis. Says first what would become of each note."
    )
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument(
        "--for", dest="target", default="", metavar="SOURCE", help="the file or hash of what all notes are on"
    )
    bring.add_argument("--replace", action="store_true", help="also overwrite notes that differ here")
    act = bring.add_mutually_exclusive_group()
    act.add_argument("--dry-run", action="store_true", help="only say what would be done")
    act.add_argument("--yes", action="store_true", help="do it without asking")
    _common(bring)


def _compare(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Tell which recommendations, events, figures and sections were added, dropped or changed from OLD to "
        "NEW, and what becomes of your notes on OLD. Nothing is changed; “notes carry” takes notes over."
    )
    command.add_argument("old", type=Path, metavar="OLD")
    command.add_argument("new", type=Path, metavar="NEW")
    command.add_argument("--json", action="store_true", help="one object, schema deskbrief.compare/1")
    _common(command)


def _carry(carry: argparse.ArgumentParser) -> None:
    carry.description = "Carry the notes on an earlier edition over to FILE; says what became of each first."
    carry.add_argument("file", type=Path, metavar="FILE")
    carry.add_argument("--from", dest="earlier", default="", metavar="HASH", help="the earlier document")
    carry.add_argument("--json", action="store_true", help="JSON Lines, one note a line")
    carry.add_argument("--yes", action="store_true", help="do it, and not only say what would be done")
    _common(carry)


def _library(command: argparse.ArgumentParser) -> None:
    acts = command.add_subparsers(dest="act", required=True, metavar="ACT")
    search = acts.add_parser("search", help="find words in all texts and notes")
    search.description = (
        'All words must occur. "Words in quotes" stand together; word* is a beginning; -word must not occur; '
        "a NEAR b, a OR b; title:word, name:holm, role:green, tag:word, after:2023, before:2024-06 choose."
    )
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--json", action="store_true", help="JSON Lines, one passage a line")
    search.add_argument("--most", type=_positive, default=50, metavar="N", help="at most so many (50)")
    backup = acts.add_parser("backup", help="make a whole copy of the library, checked")
    backup.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="a new file; “backups” when left out"
    )
    restore = acts.add_parser("restore", help="go back to a backup; says what would change first")
    restore.add_argument("backup", nargs="?", type=Path, metavar="BACKUP")
    restore.add_argument("--list", action="store_true", help="list the backups")
    restore.add_argument("--json", action="store_true", help="list them as JSON Lines")
    restore.add_argument("--keep-new", action="store_true", help="keep what was made since")
    restore.add_argument(
        "--only", nargs="+", default=[], metavar="ID", help="only these notes and documents, by id or hash"
    )
    restore.add_argument("--yes", action="store_true", help="do it, and not only say what would be done")
    check = acts.add_parser("check", help="look the library over; 1 when something is wrong")
    check.add_argument(
        "--repair", action="store_true", help="make a damaged library afresh; nothing is deleted"
    )
    trash = acts.add_parser("trash", help="list deleted notes and removed documents, or bring them back")
    trash.add_argument("--bring-back", nargs="+", default=[], metavar="ID", help="ids or hashes, as listed")
    trash.add_argument("--json", action="store_true", help="JSON Lines, one note or document a line")
    for act in (search, backup, restore, check, trash):
        _common(act)


def _decisions(command: argparse.ArgumentParser) -> None:
    acts = command.add_subparsers(dest="act", required=True, metavar="ACT")
    export = acts.add_parser("export", help="write gold data, JSON Lines, one document a line")
    export.add_argument("--kind", choices=("recommendations", "events"), default="recommendations")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="standard output when left out")
    _common(export)
