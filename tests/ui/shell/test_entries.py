"""Entries of notes: those of notes that did not change stay the same objects."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deskbrief.document.anchors import AnchorState, Placement, make_anchor
from deskbrief.document.notes import Note
from deskbrief.document.outline import Outline, Section
from deskbrief.document.spans import Span
from deskbrief.services.notetaking import PlacedNote
from deskbrief.ui.desk import OpenDocument
from deskbrief.ui.shell.entries import EntriesOfNotes
from helpers.library_samples import sample

DOCUMENT = sample()


def placed(number: int) -> PlacedNote:
    span = Span(number, number + 1)
    note = Note(id=f"n{number}", document=DOCUMENT.sha256, anchor=make_anchor(DOCUMENT, span))
    return PlacedNote(note, Placement(AnchorState.EXACT, span, 1.0))


def test_only_what_changed_is_made_again_until_there_is_another_outline():
    item = OpenDocument(path=Path("a.txt"))
    item.document, item.notes = DOCUMENT, tuple(placed(number) for number in range(4))
    entries = EntriesOfNotes()
    before = [*entries.of(item)]
    assert [entry.note.id for entry in before] == ["n0", "n1", "n2", "n3"]
    item.notes = (
        *item.notes[:2],
        replace(item.notes[2], note=replace(item.notes[2].note, body="w")),
        placed(9),
    )
    after = [*entries.of(item)]
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, True, False, False]
    assert after[2].note.body == "w"
    item.outline = Outline(sections=(Section(title="Head", start=0, end=len(DOCUMENT.text), level=1),))
    assert {entry.section for entry in entries.of(item)} == {"Head"}
    by_rules = [*entries.of(item)]
    item.outline = Outline(sections=(replace(item.outline.sections[0], gist=(Span(0, 4),)),))
    assert all(one is other for one, other in zip(by_rules, entries.of(item), strict=True))
    assert entries.of(None) == []
