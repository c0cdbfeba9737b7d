"""An earlier edition beside a newer one: what became of each note, and of what was extracted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deskbrief.document.anchors import AnchorState, Placement
from deskbrief.document.model import Document
from deskbrief.document.notes import Decision, Note
from deskbrief.document.outline import Outline
from deskbrief.document.placing import Finder
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.document.tracing import Tracer
from deskbrief.services.comparing import Comparison, Edited, compare
from deskbrief.services.curation import curate
from deskbrief.services.editions import Carried, carried_notes
from deskbrief.services.kinship import Kinship


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionText:
    """One text of a work as it is kept: with its outline, if there is one, the decisions and the notes.

    `deleted` are the ids of notes on it that are in the trash, `kin` ids and documents of all notes made when
    one of its notes was: copies of its notes and what they are copies of are among them.
    """

    document: Document
    outline: Outline | None = None
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()
    deleted: frozenset[str] = frozenset()
    kin: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a note: its place in the new text, and its copy there if it was taken over.

    `was` is its passage in the old text, None when it was lost there already. `dropped` tells that there was
    a copy, which was deleted or taken back.
    """

    note: Note
    was: Span | None
    placement: Placement
    copy: Note | None = None
    dropped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the note can still be taken over."""
        return self.copy is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Two editions compared; `comparison` is None while one of them has no outline."""

    old: EditionText
    new: EditionText
    fates: tuple[Fate, ...] = ()
    comparison: Comparison | None = None


def revise(old: EditionText, new: EditionText) -> Revision:
    """Return what became of everything in `old`; touches nothing and may be called from any thread."""
    tracer = Tracer(old.document.text, new.document.text)
    told = tuple(fates(old, new, tracer))
    return Revision(old=old, new=new, fates=told, comparison=_comparison(old, new, tracer))


def fates(old: EditionText, new: EditionText, tracer: Tracer | None = None) -> Iterator[Fate]:
    """Yield what became of each note on `old`, in the order of the old text."""
    before, after = Finder(old.document.text), Finder(new.document.text)
    kinship = Kinship(_related(old, new))
    copies = {kinship.first(note.id): note for note in new.notes}
    dropped = {kinship.first(note_id) for note_id in new.deleted}
    for one in carried_notes(old.document.text, new.document, old.notes, tracer):
        first = kinship.first(one.note.id)
        copy = copies.get(first)
        yield Fate(
            note=one.note,
            was=before.place(one.note.anchor).span,
            placement=_kept(one.note, after.place(copy.anchor), new) if copy is not None else one.placement,
            copy=copy,
            dropped=first in dropped,
        )


def _related(old: EditionText, new: EditionText) -> Iterator[tuple[str, str]]:
    """Yield ids and documents of the notes among which copies of one another may be."""
    yield from new.kin
    for edition in (old, new):
        yield from ((note.id, edition.document.sha256) for note in edition.notes)
    yield from ((note_id, new.document.sha256) for note_id in new.deleted)


def _kept(note: Note, there: Placement, new: EditionText) -> Placement:
    """Return the place of a note's copy, as `there`, with what became of the words of the note itself."""
    if there.state is not AnchorState.EXACT or there.span is None:
        return there
    is_same = new.document.quote(there.span).split() == note.anchor.exact.split()
    return there if is_same else replace(there, state=AnchorState.MOVED)


def put(fate: Fate, span: Span | None) -> Fate:
    """Return what becomes of a note when the reader says where its passage is; None: nowhere."""
    state = AnchorState.LOST if span is None else AnchorState.MOVED
    return replace(fate, placement=Placement(state, span, 1.0 if span else 0.0))


def to_carry(found: Iterable[Fate]) -> tuple[Carried, ...]:
    """Return those notes of `found` that are not taken over yet, as `editions.keep_carried` takes them."""
    return tuple(Carried(fate.note, fate.placement) for fate in found if fate.is_open)


def _comparison(old: EditionText, new: EditionText, tracer: Tracer) -> Comparison | None:
    if old.outline is None or new.outline is None:
        return None
    return compare(_edited(old, old.outline), _edited(new, new.outline), tracer)


def _edited(edition: EditionText, outline: Outline) -> Edited:
    curated = curate(edition.document, outline, edition.decisions)
    return Edited(document=edition.document, outline=outline, curated=curated)
