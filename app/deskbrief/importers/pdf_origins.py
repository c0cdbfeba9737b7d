"""Where letters of a PDF stand in the file (see `document.paging`)."""

from __future__ import annotations

from deskbrief.document.paging import PAGE_ORIGINS
from deskbrief.importers.clean import NOWHERE, Piece


def origin_of(page: int, letter: int) -> int:
    """Return the origin of the letter with this number on the page with this number, both from 0."""
    return page * PAGE_ORIGINS + letter


def space_after(origin: int) -> Piece:
    """Return the space between a line that ends with the letter of this origin and the next one."""
    return Piece(" ", origin + 1 if origin >= 0 else NOWHERE)
