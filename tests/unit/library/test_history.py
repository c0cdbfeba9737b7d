from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.changes import Change, Subject
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, Role, Verdict
from deskbrief.library import history
from deskbrief.library.library import Library
from helpers.library_samples import Clock, decision_on, note_on, sample


def bodies(library: Library) -> list[str]:
    return sorted(note.body for note in library.notes())


def type_in(library: Library, note: Note, clock: Clock, words: list[str], pause: float) -> None:
    for body in words:
        clock.move(pause)
        library.update_note(replace(note, body=body))


def test_nothing_to_undo_is_none(library: Library, document: Document):
    assert library.undo(document.sha256) is None
    assert library.redo(document.sha256) is None
    assert library.undo_label(document.sha256) == ""
    assert library.redo_label(document.sha256) == ""


def test_each_act_is_undone_and_redone(library: Library, document: Document):
    note = note_on(document, body="Words")
    library.add_note(note)
    recoloured = replace(note, role=Role.GREEN, modified="2026-03-06T00:00:00.000Z")
    library.update_note(recoloured)
    library.delete_note(note.id)
    states = [(), (note,), (recoloured,), ()]
    labels = ["Add note", "Recolour note", "Delete note"]
    for state, label in zip(reversed(states[:-1]), reversed(labels), strict=True):
        change = Change(Subject.NOTES, document.sha256, (note.id,), label)
        assert library.undo_label(document.sha256) == label
        assert library.undo(document.sha256) == change
        assert library.redo_label(document.sha256) == label
        assert library.notes() == state
    for state, label in zip(states[1:], labels, strict=True):
        assert library.redo(document.sha256) == Change(Subject.NOTES, document.sha256, (note.id,), label)
        assert library.notes() == state
    assert library.check() == ()


def test_notes_and_decisions_share_one_history(library: Library, document: Document):
    note, decision = note_on(document), decision_on(document, verdict=Verdict.REJECTED)
    library.add_note(note)
    library.decide(decision)
    assert library.undo(document.sha256) == Change(
        Subject.DECISIONS, document.sha256, (decision.key,), "Reject event"
    )
    assert library.decisions(document.sha256) == ()
    assert library.notes() == (note,)
    library.undo(document.sha256)
    assert library.notes() == ()
    library.redo(document.sha256)
    library.redo(document.sha256)
    assert library.notes() == (note,)
    assert library.decisions(document.sha256) == (decision,)


def test_undoing_a_changed_decision_brings_the_earlier_one_back(library: Library, document: Document):
    library.decide(decision_on(document))
    library.decide(decision_on(document, verdict=Verdict.EDITED, title="Mine"))
    library.undecide(document.sha256, decision_on(document).key)
    library.undo(document.sha256)
    assert library.decisions(document.sha256)[0].fields == (("title", "Mine"),)
    library.undo(document.sha256)
    assert library.decisions(document.sha256) == (decision_on(document),)


def test_a_date_is_undone_in_its_turn(library: Library, document: Document):
    library.add_note(note_on(document))
    library.set_published(document.sha256, "2024")
    assert library.set_published(document.sha256, "2024").label == ""
    library.set_published(document.sha256, "2025-03")
    dates = [library.published(document.sha256)]
    for _ in range(2):
        change = library.undo(document.sha256)
        assert (change.subject, change.label) == (Subject.DOCUMENTS, "Set date")
        dates.append(library.published(document.sha256))
    assert dates == ["2025-03", "2024", ""]
    assert library.notes(document.sha256)
    library.redo(document.sha256)
    assert library.published(document.sha256) == "2024"


def test_documents_have_histories_of_their_own(library: Library, document: Document):
    other = sample("Another text")
    library.add_note(note_on(document, body="here"))
    library.add_note(note_on(other, body="there"))
    library.undo(document.sha256)
    assert bodies(library) == ["there"]
    assert library.undo_label(document.sha256) == ""


def test_history_survives_a_restart(folder: Path, library: Library, document: Document):
    library.add_note(note_on(document, body="one"))
    library.add_note(note_on(document, body="two"))
    library.undo(document.sha256)
    library.close()
    with Library.open(folder) as again:
        assert (again.undo_label(document.sha256), again.redo_label(document.sha256)) == ("Add note",) * 2
        again.redo(document.sha256)
        assert bodies(again) == ["one", "two"]
        again.undo(document.sha256)
        again.undo(document.sha256)
        assert bodies(again) == []


def test_a_new_write_ends_what_could_be_redone(library: Library, document: Document):
    library.add_note(note_on(document, body="one"))
    library.undo(document.sha256)
    library.add_note(note_on(document, body="two"))
    assert library.redo(document.sha256) is None
    library.undo(document.sha256)
    assert bodies(library) == []


def test_typing_without_a_pause_is_one_step(library: Library, document: Document, clock: Clock):
    note = note_on(document, body="A")
    library.add_note(note)
    type_in(library, note, clock, ["A q", "A qu", "A quota"], pause=1.9)
    assert bodies(library) == ["A quota"]
    library.undo(document.sha256)
    assert bodies(library) == ["A"]
    library.redo(document.sha256)
    assert bodies(library) == ["A quota"]


@pytest.mark.parametrize("pause", [2.1, 3600, -3600])
def test_a_pause_or_a_clock_set_back_begins_a_new_step(
    library: Library, document: Document, clock: Clock, pause: float
):
    note = note_on(document)
    library.add_note(note)
    type_in(library, note, clock, ["one", "one two"], pause)
    library.undo(document.sha256)
    assert bodies(library) == ["one"]


def test_typing_in_two_notes_is_two_steps(library: Library, document: Document, clock: Clock):
    first, second = note_on(document, 0, 5), note_on(document, 14, 20)
    library.add_note(first)
    library.add_note(second)
    for note in (first, second, first):
        type_in(library, note, clock, [f"typed {clock.now.timestamp()}"], pause=0.1)
    for _ in range(3):
        library.undo(document.sha256)
    assert bodies(library) == ["", ""]
    assert library.undo_label(document.sha256) == "Add note"


def test_another_act_between_ends_the_typing(library: Library, document: Document, clock: Clock):
    note = note_on(document)
    library.add_note(note)
    type_in(library, note, clock, ["one"], pause=0.1)
    library.update_note(replace(note, body="one", role=Role.BLUE))
    type_in(library, replace(note, role=Role.BLUE), clock, ["one two"], pause=0.1)
    library.undo(document.sha256)
    assert [(kept.body, kept.role) for kept in library.notes()] == [("one", Role.BLUE)]
    library.undo(document.sha256)
    assert [(kept.body, kept.role) for kept in library.notes()] == [("one", Role.YELLOW)]


@pytest.mark.parametrize("back_and_forth", ["undo", "undo and redo"])
def test_typing_after_undo_is_a_step_of_its_own(
    library: Library, document: Document, clock: Clock, back_and_forth: str
):
    note = note_on(document)
    library.add_note(note)
    type_in(library, note, clock, ["one"], pause=0.1)
    clock.move(10)
    type_in(library, note, clock, ["one two"], pause=0.1)
    library.undo(document.sha256)
    if back_and_forth == "undo and redo":
        library.redo(document.sha256)
    before = bodies(library)
    type_in(library, note, clock, ["three"], pause=0.1)
    library.undo(document.sha256)
    assert bodies(library) == before


def test_every_keystroke_is_committed(folder: Path, library: Library, document: Document, clock: Clock):
    note = note_on(document)
    library.add_note(note)
    with Library.open(folder) as other:
        for body in ("q", "qu", "quo"):
            type_in(library, note, clock, [body], pause=0.05)
            assert bodies(other) == [body]


def test_the_oldest_steps_are_let_go(
    library: Library, document: Document, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(history, "MOST_STEPS", 20)
    note = note_on(document)
    library.add_note(note)
    type_in(library, note, clock, [str(number) for number in range(25)], pause=3)
    undone = 0
    while library.undo(document.sha256):
        undone += 1
    assert undone == 20
    assert bodies(library) == ["4"]


def test_notes_that_are_added_changed_and_deleted_together_are_one_step(library: Library, document: Document):
    first, second = note_on(document, body="One"), note_on(document, body="Two")
    change = library.add_notes([first, second], "Mark 2 hits")
    assert (set(change.ids), change.label) == ({first.id, second.id}, "Mark 2 hits")
    recoloured = [replace(note, role=Role.GREEN) for note in (first, second)]
    library.update_notes(recoloured, "Recolour 2 notes")
    assert {note.role for note in library.notes()} == {Role.GREEN}
    library.delete_notes([first.id, second.id], "Delete 2 notes")
    assert library.notes() == ()
    for label in ("Delete 2 notes", "Recolour 2 notes"):
        assert library.undo_label(document.sha256) == label
        library.undo(document.sha256)
    assert {note.role for note in library.notes()} == {first.role}
    library.undo(document.sha256)
    assert library.notes() == ()
    library.redo(document.sha256)
    assert bodies(library) == ["One", "Two"]
    assert library.check() == ()


def test_an_act_on_several_notes_that_changes_nothing_is_no_step(library: Library, document: Document):
    note = note_on(document)
    library.add_note(note)
    assert library.update_notes([note], "Recolour 1 note").label == ""
    assert library.undo_label(document.sha256) == "Add note"
