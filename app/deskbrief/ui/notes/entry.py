"""What the notes panel is told about a note."""

from __future__ import annotations

from deskbrief.document.anchors import AnchorState
from deskbrief.document.notes import Note
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

#: The states in which the reader has to say where the passage is; looked up in order, faster than by hash.
UNSURE = (AnchorState.UNCERTAIN, AnchorState.LOST)


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note with its place in words and section, what became of its anchor, and the quote on one line.

    `span` is where the passage is now; without it the anchor's own position counts, and a lost note leads
    nowhere. `there` is what stands at a place that is not certain.
    """

    note: Note
    place: str
    section: str
    state: AnchorState
    quote: str
    span: Span | None = None
    there: str = ""

    @property
    def passage(self) -> Span | None:
        """Where a click on the note leads, or None."""
        if self.span is not None or self.state is AnchorState.LOST:
            return self.span
        return self.note.anchor.span

    @property
    def is_unsure(self) -> bool:
        """Whether the reader has to say where the passage is."""
        return self.state in UNSURE
