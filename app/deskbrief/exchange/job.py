"""The task "notes": reading a file with notes, and the task "place": finding their passages in a text."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.codec import document_of
from deskbrief.document.encoding import decode, encode
from deskbrief.document.incoming import Incoming
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.exchange.placing import Placer
from deskbrief.exchange.reading import notes_in

#: Notes in one part.
NOTES_IN_PART = 100


def notes(request: Request) -> Iterator[Part | Progress]:
    """Yield the notes in the file that `request` carries, and last what it is; raises `SourceError`."""
    yield Progress(0, 1)
    found = notes_in(request.blob, str(request.data.get("document", "")))
    for at in range(0, len(found.notes), NOTES_IN_PART):
        yield Part("notes", [encode(note) for note in found.notes[at : at + NOTES_IN_PART]])
    yield Part("found", {"form": found.form, "left_out": found.left_out})


def place(request: Request) -> Iterator[Part | Progress]:
    """Yield for each note among the data of `request` its place in the document that `request` carries."""
    placer = Placer(document_of(request))
    listed = request.data["notes"]
    for number, note in enumerate(listed, 1):
        yield Part("placed", encode(placer.placed(decode(Incoming, note))))
        if number % NOTES_IN_PART == 0:
            yield Progress(number, len(listed), "Finding the passages")
