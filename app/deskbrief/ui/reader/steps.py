"""Ways through the blocks of a document that both reading views go."""

from __future__ import annotations

from deskbrief.document.model import Document


def stepped(document: Document, origin: int, step: int, *, guided: bool) -> int:
    """Return which block is `step` blocks on from the offset `origin`, of those that hold something.

    Unless the reader has put the keyboard there, which `guided` tells, the block of `origin` counts as the
    first step forward.
    """
    index = document.block_index(origin)
    way = 1 if step > 0 else -1
    left = abs(step) if guided else abs(step) - 1 if way > 0 else abs(step)
    found = index
    while left and 0 <= index + way < len(document.blocks):
        index += way
        block = document.blocks[index]
        if block.end > block.start or block.alt or block.scan:
            found, left = index, left - 1
    return found
