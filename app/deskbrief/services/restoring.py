"""Bringing notes back from a brief that carries them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from deskbrief.document.changes import Change, many
from deskbrief.document.enclosure import Enclosure
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.notes import Note
from deskbrief.document.tasks import Part
from deskbrief.exchange.annotations import read_annotations
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.checking import enclosure_of
from deskbrief.services.sources import bare_request


def missing_notes(library: Library, enclosure: Enclosure) -> tuple[Note, ...]:
    """Return the notes that a brief carries and the library has never had; deleted ones stay deleted."""
    notes = read_annotations(enclosure.annotations) if enclosure.annotations else ()
    return tuple(note for note in notes if note.document and not library.knows_note(note.id))


def restore(library: Library, notes: Sequence[Note]) -> list[Change]:
    """Put `notes` into the library, those of each document in one step of undo."""
    ordered = sorted(notes, key=lambda note: note.document)
    return [
        library.add_notes(group, f"Restore {many(len(group), 'note')}")
        for group in (list(found) for _, found in groupby(ordered, key=lambda note: note.document))
    ]


class Briefcase:
    """Looks into PDF files for what briefs carry, in the worker of `runner`."""

    def __init__(self, library: Library, runner: Runner) -> None:
        self._library = library
        self._runner = runner

    def look(self, path: Path, found: Callable[[Enclosure, tuple[Note, ...]], None]) -> None:
        """Call `found` with what the PDF at `path` encloses and which notes are new, if it is a brief."""
        parts: list[Part] = []

        def done(_: Job) -> None:
            try:
                enclosure = enclosure_of(parts)
                notes = missing_notes(self._library, enclosure)
            except DeskbriefError:
                return
            found(enclosure, notes)

        listener = Listener(
            part=lambda _, part: parts.append(part), restarted=lambda _: parts.clear(), done=done
        )
        self._runner.submit("enclosed", partial(bare_request, path), listener)
