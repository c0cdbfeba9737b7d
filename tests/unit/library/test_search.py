from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.errors import DamagedLibraryError, LibraryError
from deskbrief.document.model import DateEvidence
from deskbrief.document.notes import Role
from deskbrief.document.outline import Name, Outline
from deskbrief.library.expression import asked
from deskbrief.library.library import Library
from deskbrief.library.search import FILE, PIECE, Found, Index, pieces, refresh, used_up
from helpers.library_samples import note_on, sample


@pytest.fixture
def filled(folder: Path, library: Library) -> Library:
    for number, words in enumerate(("The treaty on grain.", "Café quotas, again.", "Winter energy treaty")):
        text = f"{words}\n\n" + "Other words stand here. " * 40 + f"\n\nEnd of number{number}."
        library.put_document(sample(text, title=f"Report {number}"))
    return library


def search(folder: Path, query: str, most: int = 20) -> tuple[Found, ...]:
    with Index(folder) as index:
        used_up(index)
        found = index.notes(asked(query), most)
        return (*found, *index.texts(asked(query), most - len(found)))


def titles(folder: Path, query: str) -> list[str]:
    return sorted(found.title for found in search(folder, query))


def test_words_are_found_whatever_their_case_and_accents(folder: Path, filled: Library):
    assert titles(folder, "TREATY") == ["Report 0", "Report 2"]
    assert titles(folder, "cafe") == ["Report 1"]
    assert titles(folder, "treaty winter") == ["Report 2"]
    assert titles(folder, "trea") == ["Report 0", "Report 2"]
    assert titles(folder, '"treaty on grain"') == ["Report 0"]
    assert titles(folder, '"grain treaty"') == []


def test_what_is_found_leads_to_its_place(folder: Path, filled: Library):
    (found,) = search(folder, "number1")
    assert "number1" in filled.text(found.document)[found.start : found.end]
    with Index(folder) as index:
        assert index.stretch(found) == filled.text(found.document)[found.start : found.end]


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


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("one two", '"one" AND "two"*'),
        ("one two ", '"one" AND "two"'),
        ('one "two three"', '"one" AND "two three"'),
        ("semi-final", '"semi final"*'),
        (" .. ", ""),
        ("on* two.", '"on"* AND "two"'),
        ("one -two", '("one") NOT ("two")'),
        ("a NEAR b.", 'NEAR("a" "b", 10)'),
        ("a NEAR/3 b. c.", 'NEAR("a" "b", 3) AND "c"'),
        ("a OR b. c.", '("a" OR "b") AND "c"'),
        ("a OR", '"a"'),
        ("title:grain.", 'title : "grain"'),
        ("role:green", ""),
    ],
)
def test_the_language_of_the_index(query: str, match: str):
    assert asked(query).match == match


def test_words_that_stand_near_each_other(folder: Path, filled: Library):
    assert titles(folder, "treaty NEAR/1 grain") == ["Report 0"]
    assert titles(folder, "treaty NEAR/1 number0") == []
    assert titles(folder, "quotas OR winter ") == ["Report 1", "Report 2"]
    assert titles(folder, "treaty -grain") == ["Report 2"]
    assert titles(folder, "title:2 treaty ") == ["Report 2"]


def test_notes_are_chosen_by_role_and_tag(folder: Path, filled: Library):
    document = sample("Something else")
    green = note_on(document, body="A submarine", role=Role.GREEN, tags=("Sea",))
    filled.add_notes([green, note_on(document, body="A submarine")], "Fill")
    assert [found.note for found in search(folder, "submarine role:green")] == [green.id]
    assert [found.note for found in search(folder, "role:G")] == [green.id]
    assert [found.note for found in search(folder, "tag:sea")] == [green.id]
    assert search(folder, "role:blue") == ()


def test_documents_are_chosen_by_date(folder: Path, filled: Library):
    assert len(search(folder, "treaty after:2026-03")) == 2
    assert search(folder, "treaty after:2026-04") == ()
    assert len(search(folder, "treaty before:2026-04")) == 2
    assert search(folder, "treaty before:2026") == ()


def test_a_document_is_chosen_by_the_date_that_its_outline_found(folder: Path, filled: Library):
    (found,) = search(folder, "number1")
    filled.put_outline(found.document, Outline(dated=DateEvidence("2031-06-12", source="dateline")), "")
    assert [one.document for one in search(folder, "number1 after:2031")] == [found.document]
    assert search(folder, "number2 after:2031") == ()


def test_a_text_that_is_read_anew_is_found_by_its_new_words(folder: Path, filled: Library):
    (found,) = search(folder, "number1")
    filled.put_document(replace(sample("Now a lighthouse"), sha256=found.document))
    assert search(folder, "number1") == ()
    assert [one.document for one in search(folder, "lighthouse")] == [found.document]


def test_a_long_text_is_cut_between_paragraphs():
    text = "\n\n".join(["word " * 500] * 20)
    spans = list(pieces(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= PIECE for start, end in spans)
    assert all(text[start:end].startswith("\n\n") for start, end in spans[1:])
    assert list(pieces("")) == [(0, 0)]


def test_what_is_typed_finds_documents_at_once(folder: Path, filled: Library):
    with Index(folder) as index:
        steps = list(index.update())
        assert steps[-1] == (3, 3)
        assert list(index.update()) == []
        assert len(index.typed("trea")) == 2
        assert index.typed("") == ()
        assert index.typed("treaty role:green") == index.typed("treaty after:2026") == ()
        assert len(index.matching(asked("treaty"))) == 2


def test_an_index_of_mostly_waste_is_made_afresh(folder: Path, filled: Library, monkeypatch):
    monkeypatch.setattr("deskbrief.library.searchfile.MOST_WASTE", 3)
    note = note_on(sample("Something else"), body="whale 0")
    filled.add_note(note)
    for number in range(1, 9):
        filled.update_note(replace(note, body=f"whale {number}"))
        refresh(folder)
    with Index(folder) as index:
        for _ in index.update():
            pass
        assert [found.note for found in index.notes(asked("whale "), 9)] == [note.id]
    assert titles(folder, "treaty ") == ["Report 0", "Report 2"]


def test_a_damaged_index_is_made_afresh(folder: Path, filled: Library):
    search(folder, "treaty")
    (folder / FILE).write_bytes(b"damaged " * 600)
    assert titles(folder, "treaty") == ["Report 0", "Report 2"]


def test_an_index_that_is_damaged_while_it_is_open_is_made_afresh(folder: Path, filled: Library):
    with Index(folder) as index:
        used_up(index)
    data = bytearray((folder / FILE).read_bytes())
    data[4096:] = b"damaged " * ((len(data) - 4096) // 8)
    (folder / FILE).write_bytes(data)

    def act(held: Index) -> list[str]:
        used_up(held)
        return [found.title for found in held.texts(asked("grain"), 9)]

    with Index(folder) as index:
        # The first page is whole, so that it can be opened.
        assert index.sure(act) == ["Report 0"]


def test_a_damaged_index_that_cannot_be_deleted_is_said(
    folder: Path, filled: Library, monkeypatch: pytest.MonkeyPatch
):
    def damaged(_: Index) -> None:
        raise DamagedLibraryError("The library file library.db is damaged.")

    def refuse(_: Path) -> None:
        raise PermissionError(errno.EROFS, "read-only")

    monkeypatch.setattr("deskbrief.library.searchfile.drop", refuse)
    with Index(folder) as index, pytest.raises(LibraryError, match="read-only"):
        index.sure(damaged)


def test_a_document_without_a_title_is_found_by_the_name_of_its_file(folder: Path, library: Library):
    nameless = sample("Words and no more.", title="")
    library.put_document(nameless, path="/home/me/downloads/bread_report-2024.txt", size=1, mtime_ns=1)
    for query in ("title:bread", "title:report words", "title:2024"):
        assert [found.document for found in search(folder, query)] == [nameless.sha256]
    assert search(folder, "title:downloads") == ()


def test_documents_are_chosen_by_whom_they_name(folder: Path, filled: Library):
    treaty, quotas, _ = (found.document for found in sorted(search(folder, "report"), key=lambda f: f.title))
    named = Name(name="José  Holm", kind="person", aliases=("Mayor Holm",))
    filled.put_outline(treaty, Outline(rules="r", names=(named,)), "")
    assert titles(folder, "treaty name:holm") == ["Report 0"]
    assert titles(folder, 'treaty name:"jose holm"') == ["Report 0"]
    assert titles(folder, "treaty name:olm") == []
    # A first outline is replaced by a better one, which may have its number.
    filled.put_outline(treaty, Outline(rules="r"), "")
    filled.put_outline(quotas, Outline(rules="r", names=(named,)), "")
    assert titles(folder, "treaty name:holm") == []
    assert titles(folder, "quotas name:mayor") == ["Report 1"]
    with Index(folder) as index:
        used_up(index)
        assert asked("name:other").match == '"other"*'
        assert index.matching(replace(asked("name:holm"), match="")) == {quotas}


def test_a_minus_before_a_choice_does_not_choose_the_opposite():
    assert asked("-name:holm").is_empty
    assert asked("-tag:water flow") == asked("flow")


def test_roles_are_known_by_the_names_that_the_reader_gave_them():
    assert asked("x role:evidence", {"evidence": "green"}).role == "green"
    assert asked("x role:green", {"evidence": "green"}).role == "green"
