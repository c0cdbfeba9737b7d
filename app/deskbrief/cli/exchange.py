"""`deskbrief notes export` and `import`: notes as files of other programs, and back."""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path

from deskbrief.cli.printing import complain, fate_words, one_line, put
from deskbrief.cli.reading import read, running
from deskbrief.document.changes import many
from deskbrief.document.errors import UsageError
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, Role
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.importing import ImportPlan, Planned, Standing, carry_out, merged
from deskbrief.services.note_export import Wanted, export
from deskbrief.services.note_sources import files_with_notes, plan_for

#: What is said of one note, and of several, of each standing.
_STANDINGS = {
    Standing.NEW: ("note is new", "notes are new"),
    Standing.SAME: ("is here already", "are here already"),
    Standing.THERE: ("was changed there", "were changed there"),
    Standing.HERE: ("was changed here", "were changed here"),
    Standing.DELETED: ("was deleted here", "were deleted here"),
    Standing.UNKNOWN: ("is on no known document", "are on no known document"),
}
#: So many passages that are uncertain or lost are listed one by one.
MOST_LISTED = 200
#: So many documents are named of those that notes are on.
MOST_HOMES = 12
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]{1,12}Z?)?)?)?$")
_ASIDE = {
    Standing.THERE: "changed there",
    Standing.HERE: "changed here",
    Standing.DELETED: "deleted here",
}


def export_notes(library: Library, options: argparse.Namespace) -> int:
    """Write the notes that are asked for to a file or to standard output."""
    made = export(library, wanted(library, options), options.format)
    if options.output is None and options.format == "annotations":
        raise UsageError("An archive cannot be printed.", "Say where to write it with -o FILE.")
    put(made.data, options.output, map(Path, options.sources))
    complain(f"{many(made.notes, 'note')}.")
    return 0


def wanted(library: Library, options: argparse.Namespace) -> Wanted:
    """Return which notes `options` ask for; raises `UsageError`."""
    if options.since and not _DAY.match(options.since):
        raise UsageError(f"“{options.since}” is no date.", "Write it as 2024-03-05.")
    named = [*getattr(options, "sources", ()), *([options.document] if options.document else [])]
    return Wanted(
        documents=frozenset(document_named(library, name) for name in named),
        roles=frozenset(Role(role) for role in options.role),
        tags=frozenset(tag.casefold() for tag in options.tag),
        since=options.since,
    )


def document_named(library: Library, name: str) -> str:
    """Return the hash of the document that `name` is: a file, or the beginning of the hash of one with notes.

    Raises `UsageError` when it is neither.
    """
    path = Path(name)
    if path.is_file():
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        known = {note.document for note in library.notes(sha256)} or library.text(sha256) is not None
        return sha256 if known else library.last_at(str(path.absolute())) or sha256
    found = {note.document for note in library.notes() if note.document.startswith(name)}
    if len(found) != 1:
        raise UsageError(f"{len(found)} documents with notes have a hash that begins with “{name}”.")
    return found.pop()


def import_notes(library: Library, options: argparse.Namespace) -> int:
    """Say what would come in; take it in with `--yes`, or when the one who asks says so."""
    with running() as runner:
        target, document = _target(runner, library, options.target)
        files = [file for path in options.files for file in files_with_notes(path)]
        plan = merged([plan_for(runner, library, file, target, document) for file in files])
    _show(plan, overwrite=options.replace)
    notes = plan.taken(overwrite=options.replace)
    if not notes or not _agreed(options, notes):
        print("Nothing was changed." + ("" if options.dry_run or not notes else " Say --yes to do it."))
        return 0
    if document is not None:
        library.put_document(document, path=str(Path(options.target).absolute()))
    carry_out(library, plan, overwrite=options.replace)
    print(f"{_counted(len(notes), 'note was', 'notes were')} taken in.")
    return 0


def _target(runner: Runner, library: Library, name: str) -> tuple[str, Document | None]:
    """Return the document that all notes are on, if one is named; a file is read when it is not known."""
    if not name:
        return "", None
    if not Path(name).is_file():
        every = (one.sha256 for some in library.described() for one in some)
        found = {sha256 for sha256 in every if sha256.startswith(name)}
        if len(found) != 1:
            raise UsageError(f"{len(found)} documents have a hash that begins with “{name}”.")
        return found.pop(), None
    document = read(runner, Path(name))
    return document.sha256, document if library.text(document.sha256) is None else None


def _agreed(options: argparse.Namespace, notes: tuple[Note, ...]) -> bool:
    if options.dry_run or options.yes or not sys.stdin.isatty():
        return bool(options.yes and not options.dry_run)
    # On standard error: the output may go into a file, and then nobody would see the question.
    print(f"Take in {many(len(notes), 'note')}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}


def _show(plan: ImportPlan, *, overwrite: bool) -> None:
    counts, states = plan.counted(), plan.states()
    told = [_counted(counts[one], *words) for one, words in _STANDINGS.items() if counts[one]]
    print(f"{plan.form}: {', '.join(told) or 'no notes'}.")
    for title, is_here, count in plan.homes(overwrite=overwrite)[:MOST_HOMES]:
        print(f"  on “{title}”{'' if is_here else ' (not here yet)'}: {count:,}")
    if any(states.values()):
        print(f"Passages: {', '.join(f'{count} {fate_words(state)}' for state, count in states.items())}.")
    if plan.waiting:
        waiting = _counted(plan.waiting, "note is", "notes are")
        print(f"{waiting} on documents that are not in the library, and shown when these come.")
    for one in plan.unsure()[:MOST_LISTED]:
        state = fate_words(one.state) if one.state else ""
        print(f"  {state}: “{one_line(one.note.anchor.exact)}”")
    for one in plan.planned:
        if one.standing in _ASIDE:
            fate = _fate(one, overwrite=overwrite)
            print(f"  {_ASIDE[one.standing]}, {fate}: “{one_line(one.note.anchor.exact)}”")
    if any(one.is_homeless for one in plan.planned):
        print("Say with --for FILE on which document notes are that tell no document of the library.")
    if plan.left_out:
        print(f"{_counted(plan.left_out, 'entry holds', 'entries hold')} no passage: left out.")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _fate(one: Planned, *, overwrite: bool) -> str:
    if overwrite:
        return "brought back" if one.standing is Standing.DELETED else "replaced"
    return "left deleted" if one.standing is Standing.DELETED else "left as it is here"
