"""Notes that came before their document, on a real library and with what really finds passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.anchors import AnchorState
from deskbrief.document.incoming import FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.document.placing import place
from deskbrief.document.steps import finish
from deskbrief.exchange.placing import Placer
from deskbrief.library.library import Library
from deskbrief.services.awaiting import settled, waiting_for
from deskbrief.services.importing import ImportPlan, Standing, carry_out, plan_steps
from deskbrief.services.matching import Matcher
from helpers.library_samples import sample

TEXT = "Water for the Valley\n\nIn May the flow fell. The committee heard nine witnesses.\n\nNobody knew."
DOCUMENT = sample(TEXT, title="Water for the Valley")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def foreign(*quotes: str, work: Work | None = None) -> FoundNotes:
    told = work or Work(title="Water for the  valley")
    notes = (Incoming(anchor=foreign_anchor(quote), work=told, key=quote, body="Why?") for quote in quotes)
    return FoundNotes(form="KOReader", notes=tuple(notes))


def plan(library: Library, found: FoundNotes) -> ImportPlan:
    matcher = Matcher(library)
    documents = [matcher.document(one.work) for one in found.notes]
    return finish(plan_steps(library, found, documents, {}))


def come(library: Library, document: Document, name: str) -> tuple[Note, ...]:
    """Put what waits for `document` into it, as the window does; return its notes."""
    notes: Sequence[Note] = waiting_for(library, document, name)
    placer = Placer(document)
    found = settled(document, notes, [placer.placed(Incoming(anchor=one.anchor)) for one in notes])
    library.put_document(document, path=f"/books/{name}")
    library.put_notes_together(found, "Put notes into this document")
    return library.notes(document.sha256)


@pytest.mark.parametrize(
    "work",
    [
        Work(title="Water for the Valley"),
        Work(file_name="WATER.epub"),
        Work(title="Water", url="http://example.org/water/"),
    ],
)
def test_notes_wait_for_their_document_and_are_put_into_it(library: Library, work: Work):
    made = plan(library, foreign("nine witnesses", "the flow\nfell", work=work))
    assert [one.standing for one in made.planned] == [Standing.NEW] * 2
    assert made.waiting == 2
    carry_out(library, made)
    (card,) = library.cards()
    assert (card.is_here, card.title, card.notes) == (False, work.title, 2)
    head = replace(DOCUMENT.metadata, url="https://example.org/water")
    notes = come(library, replace(DOCUMENT, metadata=head), "water.epub")
    assert [TEXT[one.anchor.start : one.anchor.end] for one in notes] == ["the flow fell", "nine witnesses"]
    assert {place(one.anchor, TEXT).state for one in notes} == {AnchorState.EXACT}
    assert [one.is_here for one in library.cards()] == [True]
    # One step takes them back: they wait again.
    library.undo(DOCUMENT.sha256)
    assert library.notes(DOCUMENT.sha256) == ()
    assert [(one.is_here, one.notes) for one in library.cards()] == [(True, 0), (False, 2)]


def test_a_document_in_which_few_of_the_passages_stand_is_another_one(library: Library):
    carry_out(library, plan(library, foreign("nine witnesses", "no such words", "nor those here")))
    assert come(library, DOCUMENT, "water.epub") == ()
    assert sum(card.notes for card in library.cards()) == 3


def test_those_whose_passage_is_not_there_come_along_as_lost(library: Library):
    carry_out(library, plan(library, foreign("nine witnesses", "nobody had ever heard of that at all")))
    notes = come(library, DOCUMENT, "water.epub")
    states = {one.anchor.exact: place(one.anchor, TEXT).state for one in notes}
    assert states == {
        "nine witnesses": AnchorState.EXACT,
        "nobody had ever heard of that at all": AnchorState.LOST,
    }


def test_a_file_that_comes_again_brings_nothing_new(library: Library):
    found = foreign("nine witnesses")
    carry_out(library, plan(library, found))
    assert [one.standing for one in plan(library, found).planned] == [Standing.SAME]
    come(library, DOCUMENT, "water.epub")
    assert [one.standing for one in plan(library, found).planned] == [Standing.SAME]


def test_our_own_notes_come_to_a_file_that_was_saved_again(library: Library):
    own = replace(foreign("nine witnesses").notes[0], id="01890000-0000-7000-8000-000000000009")
    own = replace(own, work=Work(sha256="c" * 64, title="Water for the Valley"))
    found = FoundNotes(form="Deskbrief", notes=(own,))
    made = plan(library, found)
    assert not made.planned[0].by_name
    carry_out(library, made)
    assert [card.title for card in library.cards()] == ["Water for the Valley"]
    (note,) = come(library, DOCUMENT, "again.epub")
    assert note.id == own.id
    assert [one.standing for one in plan(library, found).planned] == [Standing.SAME]


def test_two_files_that_call_a_document_differently_wait_for_the_same_one(library: Library):
    carry_out(library, plan(library, foreign("nine witnesses")))
    both = Work(title="Water for the Valley", file_name="water.epub")
    carry_out(library, plan(library, foreign("the flow fell", work=both)))
    (card,) = library.cards()
    assert (card.notes, card.path) == (2, "water.epub")


def test_what_tells_nothing_of_its_document_stays_out(library: Library):
    made = plan(library, foreign("nine witnesses", work=Work(author="A. Writer")))
    assert [one.standing for one in made.planned] == [Standing.UNKNOWN]
    assert (carry_out(library, made), library.cards()) == ([], ())
