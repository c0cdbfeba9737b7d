"""Notes that came before their document: kept under what it is called, and put into it when it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deskbrief.document.anchors import AnchorState
from deskbrief.document.changes import many
from deskbrief.document.codec import document_request
from deskbrief.document.encoding import encode
from deskbrief.document.incoming import Incoming, PlacedAnchor
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.jobs.job import Job, Listener
from deskbrief.library.awaited import Awaited
from deskbrief.library.library import Library
from deskbrief.services.importing import placed_anchors
from deskbrief.services.matching import names_of, same_address

if TYPE_CHECKING:
    from deskbrief.document.tasks import Part
    from deskbrief.services.opening import Means, Opening, ReadingListener

_SURE = frozenset({AnchorState.EXACT, AnchorState.MOVED})
#: At least this share of the passages must stand in a document that is called as the one that notes wait for.
FEWEST_FOUND = 0.5


def waiting_for(library: Library, document: Document, file_name: str) -> tuple[Note, ...]:
    """Return the notes that wait for a document that is called like `document`, whose file is `file_name`."""
    names = names_of(document.metadata.title, file_name)
    named = (one for one in library.awaited() if _is_called(one, names, document.metadata.url))
    return tuple(note for one in named for note in library.notes(one.document))


def _is_called(one: Awaited, names: frozenset[str], url: str) -> bool:
    return bool(names & names_of(one.title, one.file_name)) or same_address(one.url, url)


def take_waiting(means: Means, opening: Opening, document: Document, listener: ReadingListener) -> None:
    """Have the passages of the notes that wait for `document` found in it; the listener hears how many came.

    Returns at once: the worker looks for them. Raises `LibraryError`.
    """
    notes = waiting_for(means.library, document, opening.path.name)
    if not notes:
        return
    parts: list[Part] = []

    def done(_: Job) -> None:
        found = settled(document, notes, placed_anchors(parts))
        if found and not opening.cancelled:
            means.attempt(listener, lambda: _keep(means.library, document, found, listener))

    listed = [encode(Incoming(anchor=note.anchor)) for note in notes]
    job = means.runner.submit(
        "place",
        lambda: document_request(document, notes=listed),
        Listener(part=lambda _, part: parts.append(part), restarted=lambda _: parts.clear(), done=done),
    )
    means.keep(opening, job)


def settled(document: Document, notes: Sequence[Note], places: Sequence[PlacedAnchor]) -> tuple[Note, ...]:
    """Return `notes` on `document`, each with its place of `places`; none where most are not in it."""
    sure = sum(one.state in _SURE for one in places)
    if sure < max(FEWEST_FOUND * len(notes), 1):
        return ()
    pairs = zip(notes, places, strict=True)
    return tuple(replace(note, document=document.sha256, anchor=one.anchor) for note, one in pairs)


def _keep(library: Library, document: Document, notes: tuple[Note, ...], listener: ReadingListener) -> None:
    library.put_notes_together(notes, f"Put {many(len(notes), 'note')} into this document")
    listener.settled(document, len(notes))
