"""Earlier editions of a document that has come in, and carrying their notes over."""

from __future__ import annotations

import threading

from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.services.editions import (
    Carried,
    Edition,
    carried_notes,
    earlier_edition,
    edition_at,
    keep_carried,
    left_to_carry,
)
from deskbrief.services.opening import Means, Opening, ReadingListener


def tell_edition(
    means: Means, opening: Opening, document: Document, last: str, listener: ReadingListener
) -> None:
    """Tell of an earlier text of the same work, if there is one; `last` is what stood at the path before."""
    if opening.cancelled or not means.library.writable:
        return

    def look() -> None:
        edition = earlier_edition(means.library, document, last)
        if edition is None:
            # Without notes there is still something to compare.
            edition = edition_at(means.library, document, last)
        elif not left_to_carry(means.library, edition, document):
            edition = None
        if edition is not None:
            listener.edition(document, edition)

    means.attempt(listener, look)


def carry_over(means: Means, document: Document, edition: Edition, listener: ReadingListener) -> None:
    """Carry the notes on `edition` over; the texts are compared in a thread of its own."""

    def begin() -> None:
        old = means.library.text(edition.sha256)
        notes = left_to_carry(means.library, edition, document)
        if old is not None and notes:
            threading.Thread(target=compare, args=(old, notes), name="carry", daemon=True).start()

    def compare(old: str, notes: tuple[Note, ...]) -> None:
        found = carried_notes(old, document, notes)
        means.post(lambda: means.attempt(listener, lambda: keep(found)))

    def keep(found: tuple[Carried, ...]) -> None:
        keep_carried(means.library, document, found)
        listener.carried(document, found)

    means.attempt(listener, begin)
