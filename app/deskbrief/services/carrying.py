"""Notes on an earlier edition of a document that was just read: it is told of, they are carried over.

Nothing of this is needed for a document that the library knows, so a start does without it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.library.library import Library
from deskbrief.services.aside import Post, aside
from deskbrief.services.editions import (
    Carried,
    Edition,
    carried_notes,
    earlier_edition,
    edition_at,
    keep_carried,
    left_to_carry,
)

if TYPE_CHECKING:
    from deskbrief.services.reading import ReadingListener

#: Carries out what may write to the library; a refusal is told.
Attempt = Callable[[Callable[[], object]], None]


def tell_edition(library: Library, document: Document, last: str, listener: ReadingListener) -> None:
    """Tell `listener` of an earlier edition of `document` with which there is something to do.

    `last` is the hash of the text that was last read from the same file, "" for none. Raises `LibraryError`.
    """
    edition = earlier_edition(library, document, last)
    if edition is None:
        # Without notes there is still something to compare.
        edition = edition_at(library, document, last)
    elif not left_to_carry(library, edition, document):
        edition = None
    if edition is not None:
        listener.edition(document, edition)


def carry_over(
    library: Library,
    document: Document,
    edition: Edition,
    listener: ReadingListener,
    post: Post,
    attempt: Attempt,
) -> None:
    """Carry the notes on `edition` over to `document`; returns at once.

    The comparison of the texts runs in a thread of its own; the listener hears what became of each note.
    Raises `LibraryError`; what is refused later goes through `attempt`.
    """
    old = library.text(edition.sha256)
    notes = left_to_carry(library, edition, document)
    if old is not None and notes:
        keep = partial(_keep, library, document, listener, attempt)
        aside(partial(_carried, old, document, notes), keep, post)


def _carried(old: str, document: Document, notes: tuple[Note, ...]) -> tuple[Carried, ...]:
    return carried_notes(old, document, notes)


def _keep(
    library: Library,
    document: Document,
    listener: ReadingListener,
    attempt: Attempt,
    found: tuple[Carried, ...],
) -> None:
    def keep() -> None:
        keep_carried(library, document, found)
        listener.carried(document, found)

    attempt(keep)
