"""Drafts of word processors' paragraphs, with what tells a heading from its looks alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.clean import Piece, Place
from deskbrief.importers.draft import BlockDraft, is_heading


@dataclass(slots=True, kw_only=True)
class OfficeDraft(BlockDraft):
    """A paragraph in the making; `size` is that of its first letters in points, 0 where nobody says.

    One that is `aside` heads nothing: it stands in a text box beside the text, or under the title.
    """

    size: float = 0.0
    aside: bool = False

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        letters = [piece for piece in self.pieces if any(sign.isalnum() for sign in piece.text)]
        return bool(letters) and all(
            any(mark.kind is InlineKind.STRONG for mark in piece.marks) for piece in letters
        )


def note_drafts(drafts: Iterable[BlockDraft], name: str, marker: str) -> Iterator[BlockDraft]:
    """Yield the paragraphs of a footnote or endnote; the first one has the marker and the name."""
    first = True
    for draft in drafts:
        if draft.kind is not BlockKind.TABLE:
            draft.kind, draft.depth = BlockKind.FOOTNOTE, 0
            draft.marker = marker if first else ""
        if first:
            draft.places = (Place(name), *draft.places)
        first = first and not draft.line
        yield draft


def joined_code(drafts: Iterable[BlockDraft]) -> list[BlockDraft]:
    """Return `drafts` with paragraphs of code that follow each other as one block, blank lines in it kept."""
    joined: list[BlockDraft] = []
    for draft in drafts:
        goes_on = bool(joined) and joined[-1].kind is BlockKind.CODE
        if draft.kind is BlockKind.CODE and not (draft.line or goes_on):
            draft.kind = BlockKind.PARAGRAPH
        if draft.kind is BlockKind.CODE:
            _set_lines(draft)
        if draft.kind is BlockKind.CODE and goes_on and not draft.places:
            joined[-1].pieces += draft.pieces
        else:
            joined.append(draft)
    for draft in joined:
        while draft.kind is BlockKind.CODE and draft.pieces and not draft.pieces[-1].text.strip():
            draft.pieces.pop()
    return joined


def _set_lines(code: BlockDraft) -> None:
    """Make each line of `code` a piece, and the places in it those of its beginning."""
    code.places += tuple(place for piece in code.pieces for place in piece.places)
    code.pieces = [Piece(line) for line in "".join(piece.text for piece in code.pieces).split("\n")]


def titled(drafts: Sequence[BlockDraft], stated: str) -> BlockDraft | None:
    """Return the draft that is the title: one that says so, or the only outermost heading, at the top.

    `stated` is the title in the properties of the file; a heading near the top that says the same is it.
    Of several that say so the longest is the title, and the others become paragraphs.
    """
    marked = [draft for draft in drafts if draft.kind is BlockKind.TITLE and draft.line]
    if marked:
        title = max(marked[:5], key=lambda draft: len(draft.line))
        for draft in marked:
            draft.kind = BlockKind.TITLE if draft is title else BlockKind.PARAGRAPH
        return title
    headings = [draft for draft in drafts if is_heading(draft)]
    if not headings:
        return None
    same = next((h for h in headings[:3] if stated and h.line.casefold() == stated.casefold()), None)
    if same is not None:
        return same
    outermost = [h for h in headings if h.level == min(heading.level for heading in headings)]
    first = next((draft for draft in drafts if draft.line), None)
    return outermost[0] if len(outermost) == 1 and outermost[0] is first else None
