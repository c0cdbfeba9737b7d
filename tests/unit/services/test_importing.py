"""The plan of an import, and carrying it out: on real libraries, with files of our own and of others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskbrief.document.anchors import Anchor, AnchorState, make_anchor
from deskbrief.document.incoming import FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, Role
from deskbrief.document.placing import place
from deskbrief.document.spans import Span
from deskbrief.document.steps import finish
from deskbrief.exchange.placing import Placer
from deskbrief.exchange.reading import notes_in
from deskbrief.library.library import Library
from deskbrief.services.importing import (
    ImportPlan,
    Standing,
    carry_out,
    derived_id,
    merged,
    place_steps,
    plan_steps,
    take_back,
)
from deskbrief.services.matching import Matcher
from deskbrief.services.note_export import FORMS, Wanted, chosen_notes, export
from helpers.library_samples import note_on, sample

TEXT = (
    "Water for the Valley\n\nIn May the flow fell. The committee heard nine witnesses.\n\n"
    "What Should Follow\n\nThe agency must install meters. In June the flow fell again, and nobody knew."
)


@pytest.fixture
def document() -> Document:
    return sample(TEXT, title="Water for the Valley")


@pytest.fixture
def library(tmp_path: Path, document: Document):
    with Library.open(tmp_path / "library") as library:
        library.put_document(document, path="/books/Water.epub")
        yield library


def plan(library: Library, found: FoundNotes, target: str = "") -> ImportPlan:
    """Return the plan as the window and the command make it, without the worker between."""
    matcher = Matcher(library)
    documents = [target or matcher.document(one.work) for one in found.notes]
    placed = {}
    for sha256, numbers in finish(place_steps(library, found.notes, documents)).items():
        kept = library.document(sha256)
        if kept is not None:
            placer = Placer(kept)
            placed.update({number: placer.placed(found.notes[number]) for number in numbers})
    return finish(plan_steps(library, found, documents, placed))


def foreign(*quotes: str, title: str = "Water for the Valley", **fields: object) -> FoundNotes:
    work = Work(title=title)
    notes = (Incoming(anchor=foreign_anchor(quote), work=work, key=quote, **fields) for quote in quotes)
    return FoundNotes(form="KOReader", notes=tuple(notes))


def standings(plan: ImportPlan) -> list[Standing]:
    return [one.standing for one in plan.planned]


def marked(library: Library, document: Document, words: str, **fields: object) -> Note:
    start = document.text.index(words)
    note = replace(note_on(document), anchor=make_anchor(document, Span(start, start + len(words))), **fields)
    library.add_note(note)
    return library.note(note.id)


def test_words_that_stand_once_are_found_whatever_their_white_space(library, document):
    made = plan(library, foreign("The  committee\nheard nine witnesses.", "In May the flow fell."))
    assert [one.state for one in made.planned] == [AnchorState.EXACT, AnchorState.EXACT]
    carry_out(library, made)
    assert [note.anchor.exact for note in library.notes(document.sha256)] == [
        "In May the flow fell.",
        "The committee heard nine witnesses.",
    ]
    assert all(place(note.anchor, TEXT).state is AnchorState.EXACT for note in library.notes())


def test_what_stands_twice_or_nowhere_is_said_and_never_put_somewhere(library, document):
    made = plan(library, foreign("the flow fell", "wholly other words about ships in harbours"))
    assert [one.state for one in made.planned] == [AnchorState.UNCERTAIN, AnchorState.LOST]
    assert len(made.unsure()) == 2
    carry_out(library, made)
    for note in library.notes(document.sha256):
        assert place(note.anchor, TEXT).state in {AnchorState.UNCERTAIN, AnchorState.LOST}


def test_surroundings_tell_which_of_two_places_is_meant(library):
    anchor = foreign_anchor("the flow fell", "install meters. In June ", " again, and nobody")
    found = FoundNotes(
        form="Hypothesis", notes=(Incoming(anchor=anchor, work=Work(title="water for the valley")),)
    )
    (one,) = plan(library, found).planned
    assert one.state is AnchorState.EXACT
    assert one.note.anchor.start == TEXT.rindex("the flow fell")


def test_a_quote_of_the_very_beginning_is_not_taken_for_a_position(library, document):
    """A passage without a position is not exact because the text happens to begin with it."""
    again = sample("The flow fell. The flow fell.", title="Twice")
    library.put_document(again, path="/twice.txt")
    (one,) = plan(library, foreign("The flow fell.", title="Twice")).planned
    assert one.state is AnchorState.UNCERTAIN
    assert place(one.note.anchor, again.text).state is AnchorState.UNCERTAIN


def test_a_file_comes_in_once(library):
    found = foreign(
        "In May the flow fell.", "The agency must install meters.", created="2024-05-01T10:00:00.000Z"
    )
    carry_out(library, plan(library, found))
    again = plan(library, found)
    assert set(standings(again)) == {Standing.SAME}
    assert carry_out(library, again) == []
    assert len(library.notes()) == 2


def test_the_same_quote_twice_in_a_file_is_two_notes(library):
    carry_out(library, plan(library, foreign("In May the flow fell.", "In May the flow fell.")))
    assert len(library.notes()) == 2


def test_what_was_changed_there_or_here_is_told_apart_and_left(library, document):
    there = marked(library, document, "nine witnesses", body="old")
    here = marked(library, document, "install meters", body="mine")
    library.update_note(replace(here, body="mine, newer", modified="2027-01-01T00:00:00.000Z"))
    notes = (
        _incoming(there, body="newer there", modified="2026-09-01T00:00:00.000Z"),
        _incoming(here, body="mine"),
    )
    made = plan(library, FoundNotes(form="Deskbrief", notes=notes))
    assert standings(made) == [Standing.THERE, Standing.HERE]
    assert carry_out(library, made) == []
    assert {note.body for note in library.notes()} == {"old", "mine, newer"}
    carry_out(library, made, overwrite=True)
    assert {note.body for note in library.notes()} == {"newer there", "mine"}
    library.undo(document.sha256)
    assert {note.body for note in library.notes()} == {"old", "mine, newer"}


def test_what_a_file_does_not_tell_stays(library, document):
    note = marked(library, document, "nine witnesses", role=Role.BLUE, tags=("two words",), body="x")
    told = _incoming(note, body="y", modified="2027-01-01T00:00:00.000Z", role=None, style=None, tags=None)
    carry_out(library, plan(library, FoundNotes(form="csv", notes=(told,))), overwrite=True)
    (kept,) = library.notes()
    assert (kept.body, kept.role, kept.tags, kept.anchor) == ("y", Role.BLUE, ("two words",), note.anchor)


def test_a_deleted_note_does_not_come_back_by_itself(library, document):
    note = marked(library, document, "nine witnesses")
    library.delete_note(note.id)
    made = plan(library, FoundNotes(form="Deskbrief", notes=(_incoming(note),)))
    assert standings(made) == [Standing.DELETED]
    assert carry_out(library, made) == []
    carry_out(library, made, overwrite=True)
    assert library.notes() == (note,)


def test_an_unknown_document_is_said_and_a_named_one_waits(library, document):
    made = plan(library, foreign("x y z", title=""))
    assert standings(made) == [Standing.UNKNOWN]
    assert carry_out(library, made) == []
    other = sample("A text that is not here yet.", title="Later")
    note = note_on(other)
    made = plan(library, FoundNotes(form="Deskbrief", notes=(_incoming(note),)))
    assert (standings(made), made.waiting) == ([Standing.NEW], 1)
    carry_out(library, made)
    assert library.notes(other.sha256) == (note,)


def test_between_two_documents_of_one_name_none_is_taken(library):
    library.put_document(sample(TEXT + " More.", title="Water for the Valley"), path="/other.txt")
    assert Matcher(library).document(Work(title="Water for the Valley")) == ""
    assert Matcher(library).document(Work(title="Anything", file_name="water.EPUB")) != ""
    assert Matcher(library).document(Work()) == ""


def test_an_import_is_one_step_of_undo(library, document):
    marked(library, document, "nine witnesses")
    carry_out(library, plan(library, foreign("In May the flow fell.", "The agency must install meters.")))
    assert library.undo_label(document.sha256) == "Import 2 notes"
    library.undo(document.sha256)
    assert len(library.notes()) == 1
    library.redo(document.sha256)
    assert len(library.notes()) == 3


def test_a_note_of_ours_brought_to_another_document_leaves_the_first(library, document):
    note = marked(library, document, "nine witnesses")
    other = sample("Nine years later nine witnesses came.", title="Later")
    library.put_document(other, path="/later.txt")
    made = plan(library, FoundNotes(form="Deskbrief", notes=(_incoming(note),)), target=other.sha256)
    carry_out(library, made)
    assert library.notes(document.sha256) == (note,)
    (copy,) = library.notes(other.sha256)
    assert copy.anchor.span.of(other.text) == "nine witnesses"


def test_plans_of_several_files_are_one(library):
    one, two = plan(library, foreign("In May the flow fell.")), plan(library, foreign("heard nine witnesses"))
    whole = merged([one, two, one])
    assert len(whole.planned) == 2
    assert whole.counted()[Standing.NEW] == 2


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_goes_out_and_comes_back_to_nothing_new(library, document, tmp_path, form):
    notes = [
        marked(library, document, "nine witnesses", body="> Why?\n\n=1+1", tags=("law", "of the sea")),
        marked(library, document, "The agency must install meters.", role=Role.PINK),
    ]
    made = export(library, Wanted(), form)
    assert made.notes == 2
    assert set(standings(plan(library, notes_in(made.data)))) == {Standing.SAME}
    with Library.open(tmp_path / "other") as other:
        other.put_document(document, path="/w.epub")
        carry_out(other, plan(other, notes_in(made.data)))
        back = other.notes()
        assert [(one.id, one.anchor, one.body) for one in back] == [
            (one.id, one.anchor, one.body) for one in sorted(notes, key=lambda note: note.anchor.start)
        ]
        if form not in {"csv", "hypothesis"}:
            assert set(back) == set(notes)


def test_notes_are_chosen_by_document_role_tag_and_day(library, document):
    law = marked(library, document, "nine witnesses", tags=("Law",), role=Role.BLUE)
    late = marked(library, document, "install meters", modified="2026-09-01T00:00:00.000Z")
    assert chosen_notes(library, Wanted(roles=frozenset({Role.BLUE}))) == (law,)
    assert chosen_notes(library, Wanted(tags=frozenset({"law"}))) == (law,)
    assert chosen_notes(library, Wanted(since="2026-06")) == (late,)
    assert chosen_notes(library, Wanted(documents=frozenset({"none"}))) == ()
    assert set(chosen_notes(library, Wanted())) == {law, late}


def test_an_export_says_where_passages_are_only_when_it_knows(library, document):
    marked(library, document, "nine witnesses")
    gone = replace(note_on(document), anchor=Anchor(3, 9, "gone away", "", ""))
    library.add_note(gone)
    text = export(library, Wanted(), "markdown").data.decode()
    assert "[p. iv, ¶2](deskbrief://open" in text
    assert "[passage not found](deskbrief://open" in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text("the flow fell nine witnesses.", min_size=1, max_size=30), max_size=6))
def test_a_passage_said_to_be_sure_holds_the_words(document, quotes: Sequence[str]):
    placer = Placer(document)
    for quote in quotes:
        placed = placer.placed(Incoming(anchor=foreign_anchor(quote)))
        if placed.state is AnchorState.EXACT:
            assert placed.anchor.exact.split() == quote.split()
            assert document.text.count(placed.anchor.exact) == 1
        assert placed.state is not AnchorState.EXACT or placed.anchor.span.of(TEXT) == placed.anchor.exact


def test_ids_are_the_same_for_the_same_and_sort_by_time():
    early, late = derived_id("a", "2024-05-01T10:00:00.000Z"), derived_id("a", "2025-05-01T10:00:00.000Z")
    assert early == derived_id("a", "2024-05-01T10:00:00.000Z") != derived_id("b", "2024-05-01T10:00:00.000Z")
    assert early < late
    assert [len(part) for part in early.split("-")] == [8, 4, 4, 4, 12]
    assert early[14] == "7"
    assert len(derived_id("a", "")) == len(derived_id("a", "never")) == 36


def _incoming(note: Note, **fields: object) -> Incoming:
    """Return a note as a file of ours has it, with some values of its own."""
    lines = json.dumps({"schema": "deskbrief.notes/1", "notes": [_sealed(note)]})
    (one,) = notes_in(lines.encode()).notes
    return replace(one, **fields)


def _sealed(note: Note) -> object:
    from deskbrief.document.codec import seal

    return seal("note", note)


def test_an_import_is_taken_back_and_no_other_one_of_the_same_name(library: Library, document: Document):
    first = carry_out(library, plan(library, foreign("In May the flow fell.")))
    second = carry_out(library, plan(library, foreign("The agency must install meters.")))
    assert [one.label for one in first] == [one.label for one in second]
    library.undo(document.sha256)
    assert take_back(library, second) == 1
    assert [note.anchor.exact for note in library.notes()] == ["In May the flow fell."]
    assert take_back(library, first) == 0
    assert library.notes() == ()
