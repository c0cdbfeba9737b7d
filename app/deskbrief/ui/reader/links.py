"""Links in the text: which lead anywhere, where they stand, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.model import Block, BlockKind, Inline, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.styles import ADDRESSES, is_place

#: The most code points of a footnote that are shown beside a reference to it.
LONGEST_TIP = 700


def is_link(inline: Inline) -> bool:
    """Tell whether an inline range can be followed."""
    target = inline.target
    return inline.kind is InlineKind.LINK and (target.lower().startswith(ADDRESSES) or is_place(target))


def link_at(sheet: Sheet, offset: int) -> Inline | None:
    """Return the link at `offset`."""
    return next((inline for inline in sheet.inlines(offset, offset + 1) if is_link(inline)), None)


def links_in(sheet: Sheet, span: Span) -> Iterator[Inline]:
    """Yield the links that begin in `span`."""
    for inline in sheet.inlines(span.start, span.end):
        if inline.start >= span.start and is_link(inline):
            yield inline


def address(target: str) -> str:
    """Return a target as an address whose host is in ASCII, so that look-alike letters in it can be seen.

    Nothing is returned for a target that no link may lead to.
    """
    from PySide6.QtCore import QUrl

    made = bytes(QUrl(target).toEncoded().data()).decode("ascii", "replace")
    return made if made.lower().startswith(ADDRESSES) else ""


def tip(sheet: Sheet, link: Inline) -> str:
    """Return what is said of a link: the address, or the words of the note that it refers to."""
    if not is_place(link.target):
        return address(link.target)
    document = sheet.document
    if not document.blocks:
        return ""
    block = document.block_at(int(link.target[1:]))
    if not _is_short(block):
        return ""
    return document.text[block.start : min(block.end, block.start + LONGEST_TIP)]


def _is_short(block: Block) -> bool:
    return block.kind is BlockKind.FOOTNOTE or block.end - block.start <= LONGEST_TIP
