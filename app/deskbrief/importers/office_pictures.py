"""Pictures of word processors: each stands in a paragraph, and becomes a figure of its own after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskbrief.document.model import BlockKind
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.gallery import Gallery, Load

#: Units of lengths in one pixel of 1/96 inch: of drawings (EMU), and twentieths of a point.
EMU, TWIPS = 9525.0, 15.0
#: The longest alternative text.
LONGEST_ALT = 400


@dataclass(slots=True)
class Held:
    """A picture met in a paragraph: what describes it, its name and bytes, and its size in 1/96 inch."""

    alt: str = ""
    key: str = ""
    load: Load | None = None
    head: Load | None = None
    size: tuple[float, float] = (0.0, 0.0)


def figures(
    draft: BlockDraft, found: Sequence[Held], gallery: Gallery, missing: list[str]
) -> Iterator[BlockDraft]:
    """Yield `draft` and the figures made of the pictures `found` in it; one of nothing else goes away.

    What is neither carried by the file nor described is noted in `missing`.
    """
    made = [figure for held in found if (figure := figure_of(held, gallery, missing, within=draft.line))]
    if made and not draft.line:
        made[0].pieces = [*draft.pieces, *made[0].pieces]
        made[0].places = draft.places
    else:
        yield draft
    yield from made


def figure_of(held: Held, gallery: Gallery, missing: list[str], *, within: str = "") -> BlockDraft | None:
    """Return the figure that a picture makes; None when it makes none `within` the text of its paragraph."""
    if held.load is not None:
        picture = gallery.add(held.key, held.load, shown=held.size, head=held.head)
        if picture is not None:
            return BlockDraft(BlockKind.FIGURE, alt=held.alt, picture=picture)
    if held.alt and not within:
        return BlockDraft(BlockKind.FIGURE, alt=held.alt)
    if not gallery.holds(held.key):
        missing.append(held.alt)
    return None
