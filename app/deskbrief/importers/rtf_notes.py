"""Footnotes, endnotes and text boxes of RTF, which stand inside the text that they belong to."""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from deskbrief.importers.clean import Piece, Place
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.office_draft import OfficeDraft
from deskbrief.importers.rtf_finds import Finds
from deskbrief.importers.rtf_flow import Flow
from deskbrief.importers.rtf_state import State


def note_flow(finds: Finds, outer: Flow, state: State) -> Flow:
    """Refer to a new note in the flow around it, and return the flow of the note."""
    drafts: list[BlockDraft] = []
    finds.notes.append(drafts)
    name = f"note{len(finds.notes)}"
    marker = outer.refer(name, state)

    def done(found: list[BlockDraft]) -> None:
        drafts.extend(_note(found, name, marker))

    return Flow(finds, done, outer.depth + 1)


def box_flow(finds: Finds, outer: Flow) -> Flow:
    """Return the flow of a text box that hangs on a paragraph of `outer`."""

    def done(found: list[BlockDraft]) -> None:
        for draft in found:
            if isinstance(draft, OfficeDraft):
                draft.aside = True
        outer.add_boxes(found)

    return Flow(finds, done, outer.depth + 1)


def _note(drafts: list[BlockDraft], name: str, marker: str) -> list[BlockDraft]:
    """Return the blocks of a note, the first with its marker and its name."""
    for number, draft in enumerate(drafts):
        if draft.kind is not BlockKind.TABLE:
            draft.kind, draft.level, draft.depth = BlockKind.FOOTNOTE, 0, 0
            draft.marker = "" if number else marker
    if drafts:
        _name(drafts[0], Place(name), marker)
    return drafts


def _name(draft: BlockDraft, place: Place, marker: str) -> None:
    """Give a name to the beginning of a note, and take its marker out of its text."""
    pieces = draft.pieces
    first = next((number for number, piece in enumerate(pieces) if piece.text.strip()), -1)
    if first >= 0 and pieces[first].text.strip() == marker:
        pieces = pieces[first + 1 :]
    draft.pieces = [Piece("", places=(place,)), *pieces]
    if draft.kind is BlockKind.TABLE:
        draft.places = (place, *draft.places)
    elif pieces and not pieces[0].places:
        draft.pieces = [pieces[0]._replace(places=(place,)), *pieces[1:]]
