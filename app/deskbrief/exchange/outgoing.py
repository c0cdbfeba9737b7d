"""Notes on their way out, each with its place in its document."""

from __future__ import annotations

from deskbrief.document.incoming import Work
from deskbrief.document.links import link_to
from deskbrief.document.notes import Note
from deskbrief.document.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A note with what it is on, and where: section, place in words such as "p. 3, ¶12", and position.

    Where the passage was not found, `where` is empty and the position is the one that was remembered.
    `published` is the date of the document.
    """

    note: Note
    work: Work
    section: str = ""
    where: str = ""
    start: int
    end: int
    published: str = ""

    @property
    def link(self) -> str:
        """The link that opens the passage in Deskbrief."""
        return link_to(self.note.document, self.start, self.end, self.note.anchor.exact, self.note.id)

    @property
    def coloured_link(self) -> str:
        """The same link, which tells the colour too: for forms that have no place for it."""
        note = self.note
        return link_to(note.document, self.start, self.end, note.anchor.exact, note.id, note.role.value)
