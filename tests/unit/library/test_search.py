from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.library.library import Library
from deskbrief.library.search import FILE, expression, search
from helpers.library_samples import note_on, sample


@pytest.fixture
def filled(folder: Path, library: Library) -> Library:
    for number, words in enumerate(("The treaty on grain.", "Café quotas, again.", "Winter energy treaty")):
        text = f"{words}\n\n" + "Other words stand here. " * 40 + f"\n\nEnd of number{number}."
        library.put_document(sample(text, title=f"Report {number}"))
    return library


def titles(folder: Path, query: str) -> list[str]:
    return sorted(found.title for found in search(folder, query))


def test_words_are_found_whatever_their_case_and_accents(folder: Path, filled: Library):
    assert titles(folder, "TREATY") == ["Report 0", "Report 2"]
    assert titles(folder, "cafe") == ["Report 1"]
    assert titles(folder, "treaty winter") == ["Report 2"]
    assert titles(folder, "trea") == ["Report 0", "Report 2"]
    assert titles(folder, '"treaty on grain"') == ["Report 0"]
    assert titles(folder, '"grain treaty"') == []


def test_a_passage_leads_to_its_place(folder: Path, filled: Library):
    (found,) = search(folder, "number1")
    text = filled.text(found.document)
    assert "number1" in found.passage
    assert "number1" in text[found.start : found.start + 300]


def test_notes_come_and_go_and_change(folder: Path, filled: Library):
    document = sample("Something else")
    note = note_on(document, body="A submarine was seen")
    filled.add_note(note)
    (found,) = search(folder, "submarine")
    assert found.note == note.id
    filled.update_note(replace(note, body="A whale was seen"))
    assert search(folder, "submarine") == ()
    assert len(search(folder, "whale")) == 1
    filled.delete_note(note.id)
    assert search(folder, "whale") == ()


def test_removed_documents_are_not_found(folder: Path, filled: Library):
    (found,) = search(folder, "number1")
    filled.touch(found.document)
    filled.remove_document(found.document, with_notes=False)
    assert search(folder, "number1") == ()
    filled.bring_back_document(found.document)
    assert len(search(folder, "number1")) == 1


@pytest.mark.parametrize(
    "query", ["", '"', "* OR", "a AND", "NEAR(", "(x", "col:y", "-", "'; DROP TABLE x", "\0"]
)
def test_no_query_is_an_error(folder: Path, filled: Library, query: str):
    search(folder, query)


def test_the_language_of_the_index():
    assert expression("one two") == '"one" "two"*'
    assert expression('one "two three"') == '"one" "two three"'
    assert expression("semi-final") == '"semi final"*'
    assert expression(" .. ") == ""


def test_a_damaged_index_is_made_afresh(folder: Path, filled: Library):
    search(folder, "treaty")
    (folder / FILE).write_bytes(b"damaged " * 600)
    assert titles(folder, "treaty") == ["Report 0", "Report 2"]
