"""What became of the notes of an earlier edition, those that were taken over among them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.anchors import AnchorState, make_anchor
from deskbrief.document.model import Document
from deskbrief.document.notes import Note, uuid7
from deskbrief.document.outline import Outline
from deskbrief.document.placing import place
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.editions import keep_carried
from deskbrief.services.revising import EditionText, Fate, fates, put, revise, to_carry
from helpers.documents import paragraphs
from helpers.library_samples import sha

OTHER = "Paragraph {0} is about other things such as ship number {1} and its crew."
FILLER = tuple(OTHER.format(n, n * 7) for n in range(9))
KEPT = "The commission met nine times in the old town hall and agreed on little."
GONE = "Wells run dry in the valley each summer, and the meters stand in a shed."


def text_of(*words: str) -> Document:
    document = paragraphs(*words)
    return replace(document, sha256=sha(document.text))


OLD, NEW = text_of(KEPT, *FILLER, GONE), text_of("A new opening of the report.", *FILLER, KEPT)


def on(document: Document, words: str) -> Note:
    start = document.text.index(words)
    anchor = make_anchor(document, Span(start, start + len(words)))
    return Note(id=uuid7(), document=document.sha256, anchor=anchor, body=words)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library") as library:
        library.put_document(OLD)
        library.put_document(NEW)
        for words in ("nine times in the old town hall", "the meters stand in a shed"):
            library.add_note(on(OLD, words))
        yield library


def told(library: Library) -> list[Fate]:
    deleted = frozenset(note.id for _, note in library.trash() if note.document == NEW.sha256)
    old = EditionText(document=OLD, notes=library.notes(OLD.sha256))
    return [*fates(old, EditionText(document=NEW, notes=library.notes(NEW.sha256), deleted=deleted))]


def test_copies_that_came_from_there_or_from_a_third_text_are_taken_over_already(library):
    third = text_of("A third opening of the report.", *FILLER, KEPT, GONE)
    library.put_document(third)
    for new in (NEW, third):
        keep_carried(library, new, to_carry(told(library) if new is NEW else to_third(library, third)))
    back = EditionText(document=OLD, notes=library.notes(OLD.sha256))
    assert all(one.copy for one in fates(EditionText(document=NEW, notes=library.notes(NEW.sha256)), back))
    kin = library.notes_of_moments([note.id for note in library.notes(third.sha256)], third.sha256)
    new = EditionText(document=third, notes=library.notes(third.sha256), kin=tuple(kin))
    assert all(one.copy for one in fates(EditionText(document=NEW, notes=library.notes(NEW.sha256)), new))


def to_third(library: Library, third: Document) -> list[Fate]:
    old = EditionText(document=OLD, notes=library.notes(OLD.sha256))
    return [*fates(old, EditionText(document=third))]


def test_each_note_has_its_old_and_its_new_passage(library):
    kept, gone = told(library)
    assert kept.was.of(OLD.text) == kept.placement.span.of(NEW.text) == "nine times in the old town hall"
    assert (gone.was.of(OLD.text), gone.placement.state) == ("the meters stand in a shed", AnchorState.LOST)
    assert kept.is_open
    assert gone.is_open


def test_what_was_taken_over_is_told_as_it_stands_now(library):
    keep_carried(library, NEW, to_carry(told(library)))
    kept, gone = told(library)
    assert kept.copy.document == NEW.sha256
    assert not kept.is_open
    assert gone.placement.state is AnchorState.LOST
    library.delete_note(kept.copy.id)
    kept, _ = told(library)
    assert (kept.copy, kept.dropped, kept.is_open) == (None, True, True)


def test_the_reader_says_where_a_passage_is_before_it_is_taken_over(library):
    kept, gone = told(library)
    there = put(gone, Span(6, 17))
    nowhere = put(kept, None)
    keep_carried(library, NEW, to_carry([there, nowhere]))
    states = {note.body: place(note.anchor, NEW.text) for note in library.notes(NEW.sha256)}
    assert states["the meters stand in a shed"].span == Span(6, 17)
    assert states["the meters stand in a shed"].state is AnchorState.EXACT
    assert states["nine times in the old town hall"].state is AnchorState.LOST


def test_without_an_outline_only_the_notes_are_told(library):
    old = EditionText(document=OLD, notes=library.notes(OLD.sha256))
    assert revise(old, EditionText(document=NEW)).comparison is None
    assert len(revise(old, EditionText(document=NEW)).fates) == 2
    both = revise(replace(old, outline=Outline()), EditionText(document=NEW, outline=Outline()))
    assert both.comparison is not None


def test_a_copy_on_changed_words_is_told_as_changed(library):
    kept, _ = told(library)
    span = kept.placement.span
    keep_carried(library, NEW, to_carry([put(kept, Span(span.start, span.end - 5))]))
    assert told(library)[0].placement.state is AnchorState.MOVED
    library.undo(NEW.sha256)
    keep_carried(library, NEW, to_carry([kept]))
    assert told(library)[0].placement.state is AnchorState.EXACT
