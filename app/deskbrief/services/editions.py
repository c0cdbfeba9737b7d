"""Recognising a document that was saved again or revised, and carrying its notes over.

Notes are copied: those on the earlier text stay with it. A copy's id follows from the note and the document
that it is carried to, so that nothing is ever carried twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deskbrief.document.anchors import NOWHERE, UNSURE, Anchor, AnchorState, Placement, make_anchor
from deskbrief.document.changes import many
from deskbrief.document.links import SCHEME, note_link
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.library.reading import NotedDocument
from deskbrief.services.kinship import Kinship, copied_id

if TYPE_CHECKING:
    from deskbrief.document.placing import Finder
    from deskbrief.document.tracing import Tracer

#: Pieces of an earlier text that are looked for in a new one, and how long they are.
PIECES, PIECE = 48, 24
#: From this share on, two texts are editions of one.
ALIKE = 0.3
_LINK = re.compile(rf"{SCHEME}://note/([0-9a-f-]{{36}})")
_SURE = frozenset({AnchorState.EXACT, AnchorState.MOVED})


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier text of a work: hash, title, how many notes it has, and how alike it is, from 0 to 1."""

    sha256: str
    title: str
    notes: int
    alike: float


@dataclass(frozen=True, slots=True)
class Carried:
    """A note of an earlier text and where its passage is in the new one."""

    note: Note
    placement: Placement


def alike(old: str, new: str) -> float:
    """Return which share of pieces of `old`, taken at equal distances, stands in `new` word for word."""
    if old == new:
        return 1.0
    if len(old) < 4 * PIECE:
        return 0.0
    step = max((len(old) - PIECE) // PIECES, PIECE)
    pieces = [old[at : at + PIECE] for at in range(0, len(old) - PIECE, step)]
    return sum(piece in new for piece in pieces) / len(pieces)


def earlier_edition(library: Library, document: Document, last: str = "") -> Edition | None:
    """Return the text with notes that `document` is a new edition of, or None.

    It is called the same or is the one that stood at its path, whose hash is `last`. Takes milliseconds.
    """
    return _most_alike(library, document, library.noted_as(document.metadata.title, last))


def any_edition(library: Library, document: Document) -> Edition | None:
    """Return the text with notes, whatever it is called, that is most like `document`, or None."""
    words = document.words
    return _most_alike(library, document, library.noted_documents(words // 3, 3 * words))


def edition_at(library: Library, document: Document, last: str) -> Edition | None:
    """Return the text `last`, which stood at the path of `document`, if that is a revision of it."""
    old = library.text(last) if last not in {"", document.sha256} else None
    if old is None or old == document.text:
        return None
    # A text to which something was added holds all pieces of the old one.
    share = alike(old, document.text)
    return Edition(last, document.metadata.title, 0, share) if share >= ALIKE else None


def likely_editions(
    texts: Iterable[tuple[NotedDocument, str]], document: Document, most: int = 12
) -> tuple[Edition, ...]:
    """Return those of `texts`, kept documents, that are editions of one work with `document`.

    The most alike comes first. `alike` looks at a few dozen pieces of each text, so that hundreds take
    less than a second.
    """
    found = (
        Edition(noted.sha256, noted.title, noted.notes, alike(text, document.text))
        for noted, text in texts
        if noted.sha256 != document.sha256
    )
    return tuple(sorted((one for one in found if one.alike >= ALIKE), key=lambda one: -one.alike)[:most])


def edition_of(library: Library, sha256: str, document: Document) -> Edition | None:
    """Return the kept text `sha256` as an earlier edition of `document`, however little alike they are."""
    noted = next((one for one in library.noted_as("", sha256)), None)
    old = library.text(sha256)
    if noted is None or old is None:
        return None
    return Edition(sha256, noted.title, noted.notes, alike(old, document.text))


def _most_alike(library: Library, document: Document, among: Iterable[NotedDocument]) -> Edition | None:
    found = []
    for noted in among:
        old = library.text(noted.sha256) if noted.sha256 != document.sha256 else None
        share = alike(old, document.text) if old is not None else 0.0
        if share >= ALIKE:
            found.append(Edition(noted.sha256, noted.title, noted.notes, share))
    return max(found, key=lambda one: one.alike, default=None)


def left_to_carry(library: Library, edition: Edition, document: Document) -> tuple[Note, ...]:
    """Return the notes of `edition` of which `document` never had one, nor a copy of the same note.

    One that came from `document`, or to both from a third text, is not carried: it would be there twice.
    """
    notes = library.notes(edition.sha256)
    known = library.notes_of_moments([note.id for note in notes], document.sha256)
    kinship = Kinship(known)
    here = {kinship.first(note_id) for note_id, sha256 in known if sha256 == document.sha256}
    return tuple(note for note in notes if kinship.first(note.id) not in here)


def carried_notes(
    old: str, document: Document, notes: Sequence[Note], tracer: Tracer | None = None
) -> tuple[Carried, ...]:
    """Return for each of `notes` on the text `old` where its passage is in `document`.

    A note that has no certain place in `old` is looked for by its quote, and is at best as certain as that.
    `tracer` has compared the two texts already. This can take a second; it touches nothing and may be called
    from any thread.
    """
    from deskbrief.document.placing import Finder
    from deskbrief.document.tracing import Tracer

    tracer = tracer or Tracer(old, document.text)
    before, after = Finder(old), Finder(document.text)
    stood = [before.place(note.anchor) for note in notes]
    went = [tracer.carried(one.span or Span(0, 0)) for one in stood]
    return tuple(
        Carried(note, there if was.state in _SURE else _unsure(note.anchor, was, there, after))
        for note, was, there in zip(notes, stood, went, strict=True)
    )


def _unsure(anchor: Anchor, was: Placement, there: Placement, finder: Finder) -> Placement:
    """Return where a note is that had no certain place; a guess that was made stays one, denied ones none."""
    found = finder.place(replace(anchor, start=-1, end=-1, block_path=""))
    if found.state in _SURE:
        return found
    if was.state is AnchorState.UNCERTAIN and there.span is not None:
        return Placement(AnchorState.UNCERTAIN, there.span, there.score)
    lost = anchor.block_path == NOWHERE or found.span is None
    return Placement(AnchorState.LOST, None, 0.0) if lost else found


def keep_carried(library: Library, document: Document, found: Iterable[Carried]) -> tuple[Note, ...]:
    """Add a copy of each note to `document`, all or none, in one step of undo; return the copies.

    Where the place is not sure a copy keeps the words and surroundings that it had, and that it is not: it is
    shown as uncertain or lost until the reader says where it stands. Links to notes that are carried too lead
    to their copies.
    """
    carried = tuple(found)
    ids = {one.note.id for one in carried}
    copies = tuple(_copy(one, document, _relinked(library, one.note.body, document, ids)) for one in carried)
    library.put_notes_together(copies, f"Carry {many(len(copies), 'note')} over")
    return copies


def counted(found: Iterable[Carried]) -> dict[AnchorState, int]:
    """Return how many passages came to each state."""
    states = [one.placement.state for one in found]
    return {state: states.count(state) for state in AnchorState}


def take_over(library: Library, document: Document) -> int:
    """Carry the notes of a text that is the very same, as after saving again; return how many."""
    count = 0
    for noted in library.noted_documents(document.words, document.words):
        if noted.sha256 == document.sha256:
            continue
        if library.text(noted.sha256) == document.text:
            edition = Edition(noted.sha256, noted.title, noted.notes, 1.0)
            notes = left_to_carry(library, edition, document)
            same = [Carried(note, Placement(AnchorState.EXACT, note.anchor.span, 1.0)) for note in notes]
            count += len(keep_carried(library, document, same)) if same else 0
    return count


def carried_id(note: Note, document: Document) -> str:
    """Return the id of the copy of `note` on `document`."""
    return copied_id(note.id, document.sha256)


def _relinked(library: Library, body: str, document: Document, ids: Collection[str]) -> str:
    """Return `body` with links to copies on `document`: of the notes `ids`, and those that were there."""

    def there(link: re.Match[str]) -> str:
        copied = copied_id(link[1], document.sha256)
        return note_link(copied) if link[1] in ids or library.note(copied) is not None else link[0]

    return _LINK.sub(there, body) if SCHEME in body else body


def _copy(one: Carried, document: Document, body: str) -> Note:
    span, anchor = one.placement.span, one.note.anchor
    if span is None:
        anchor = replace(anchor, block_path=NOWHERE)
    elif one.placement.state in _SURE:
        anchor = make_anchor(document, span)
    else:
        anchor = replace(anchor, start=span.start, end=span.end, block_path=UNSURE)
    copied = carried_id(one.note, document)
    return replace(one.note, id=copied, document=document.sha256, anchor=anchor, body=body)
