"""Names that fill a cell of a table by themselves, as far as their words tell what they are."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.analysis.naming.candidates import Candidate, is_name
from deskbrief.analysis.naming.known import FULL, JOINING, KINDS, ORGANISATION_WORDS
from deskbrief.analysis.naming.persons import is_like_a_person
from deskbrief.analysis.naming.spelling import folded
from deskbrief.document.model import BlockKind, Document

#: Code points of the longest cell, and words of the longest name, that are looked at.
_LONGEST, _WORDS = 60, 7
#: Cells of one document that are looked at.
MOST = 4000


def names_in_cells(document: Document) -> Iterator[Candidate]:
    """Yield the names of persons, known places and bodies that are the whole of a cell below the header."""
    cells = (
        cell
        for block in document.blocks
        if block.kind is BlockKind.TABLE
        for row in block.rows[1:]
        for cell in row.cells
        if not cell.header and 1 < cell.end - cell.start <= _LONGEST
    )
    for _, cell in zip(range(MOST), cells, strict=False):
        written = " ".join(document.text[cell.start : cell.end].split())
        kind = _kind(written) if is_name(written) else ""
        if kind:
            yield Candidate(written, cell.start, cell.end, kind, sure=True)


def _kind(written: str) -> str:
    """Return the kind of what a cell holds, "" where its words tell no name."""
    known = KINDS.get(FULL.get(folded(written), written), "")
    if known or is_like_a_person(written):
        return known or "person"
    words = written.split()
    named = all(word[:1].isupper() or word.lower() in JOINING for word in words)
    body = not ORGANISATION_WORDS.isdisjoint(word.lower() for word in words)
    return "organisation" if named and body and 1 < len(words) <= _WORDS and not written.isupper() else ""
