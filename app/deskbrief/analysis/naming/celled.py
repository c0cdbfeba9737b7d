"""Names that fill a cell of a table by themselves, as far as their words tell what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.analysis.actors import is_thing
from deskbrief.analysis.naming.candidates import Candidate, is_name
from deskbrief.analysis.naming.known import FULL, JOINING, KINDS, ORGANISATION_WORDS
from deskbrief.analysis.naming.persons import is_like_a_person
from deskbrief.analysis.naming.spelling import folded
from deskbrief.document.model import BlockKind, Document

#: Code points of the longest cell, and words of the longest name, that are looked at.
_LONGEST, _WORDS = 60, 7
#: First names that are words as well, with which labels of rows begin; words of a label.
_WORDS_TOO = frozenset(
    {"bill", "faith", "frank", "grace", "grant", "hope", "june", "mark", "max", "rob", "rose", "sue", "will"}
)
_PAIR = 2
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
            yield Candidate(written, cell.start, cell.end, kind, sure=_is_certain(written))


def _kind(written: str) -> str:
    """Return the kind of what a cell holds, "" where its words tell no name."""
    known = KINDS.get(FULL.get(folded(written), written), "")
    words = written.split()
    if known:
        return known
    if is_like_a_person(written):
        return "" if is_thing(words[-1].lower()) else "person"
    named = all(word[:1].isupper() or word.lower() in JOINING for word in words)
    body = words[_head(words)].lower() in ORGANISATION_WORDS
    return "organisation" if named and body and 1 < len(words) <= _WORDS and not written.isupper() else ""


def _head(words: Sequence[str]) -> int:
    """Return the place of the word for what a name is of: "Ministry" of Health, "Council Tax"."""
    joints = (at for at, word in enumerate(words) if at and word.lower() in JOINING - {"&", "and"})
    return next(joints, len(words)) - 1


def _is_certain(written: str) -> bool:
    """Tell whether a cell alone tells a name; "Max Power" and "Age Group" have to come again."""
    words = written.split()
    if FULL.get(folded(written), written) in KINDS:
        return True
    if is_like_a_person(written):
        return words[0].lower() not in _WORDS_TOO
    return len(words) > _PAIR
