"""Notes that are mentioned in notes of other documents."""

from __future__ import annotations

from pathlib import Path

from deskbrief.document.links import link_to, note_link
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.mentions import mentions_elsewhere
from helpers.library_samples import note_on, sample

HERE, THERE = (
    sample("Here.\n\nMore."),
    sample("There.\n\nMore.", title="A report, its title being long"),
)


def test_links_from_other_documents_are_found_and_named(tmp_path: Path):
    with Library.open(tmp_path) as library:
        library.put_document(HERE)
        library.put_document(THERE)
        first, second = note_on(HERE, body="first"), note_on(HERE, 1, 3, "second")
        by_id = note_on(THERE, body=f"See [this]({note_link(first.id)}) and [that]({note_link(second.id)})")
        passage = link_to(HERE.sha256, 0, 4, "Here", second.id)
        by_passage = note_on(THERE, 2, 4, f"**Also** {passage}\nsecond line")
        own = note_on(HERE, 2, 4, note_link(first.id))
        gone = note_on(THERE, 3, 5, note_link(first.id))
        plain = note_on(THERE, 3, 6, "deskbrief: no link at all")
        for note in (first, second, by_id, by_passage, own, gone, plain):
            library.add_note(note)
        library.delete_note(gone.id)
        found = mentions_elsewhere(library, HERE.sha256)
        assert found.keys() == {first.id, second.id}
        assert found[first.id] == {by_id.id: "See this and that (A report, its title being long)"}
        assert list(found[second.id]) == [by_id.id, by_passage.id]
        assert found[second.id][by_passage.id].startswith("Also second line (")
        assert not mentions_elsewhere(library, THERE.sha256).keys() & {by_id.id, by_passage.id}


def test_it_is_looked_up_in_an_index(tmp_path: Path):
    with Library.open(tmp_path) as library:
        from deskbrief.library.notes import _LINKING

        plan = library._db.all(f"EXPLAIN QUERY PLAN {_LINKING}", (HERE.sha256,))
        assert any("note_links" in str(row) for row in plan)


def test_the_tags_of_all_notes_are_read_from_an_index(tmp_path: Path):
    with Library.open(tmp_path) as library:
        kept, gone = note_on(HERE, tags=("harvest", "a, b")), note_on(THERE, tags=("old",))
        for note in (kept, gone, note_on(THERE)):
            library.add_note(note)
        library.delete_note(gone.id)
        assert library.note_tags() == {"harvest", "a, b"}
        query = "EXPLAIN QUERY PLAN SELECT DISTINCT tags FROM note WHERE deleted = '' AND tags <> '[]'"
        assert any("COVERING INDEX note_tags" in str(row) for row in library._db.all(query))


def test_a_link_to_a_passage_is_told_with_the_passage(tmp_path: Path):
    with Library.open(tmp_path) as library:
        library.put_document(HERE)
        library.put_document(THERE)
        linking = note_on(THERE, body=f"Against [this]({link_to(HERE.sha256, 0, 4, 'Here')})")
        library.add_note(linking)
        library.add_note(note_on(THERE, 1, 3, f"Own {link_to(THERE.sha256, 0, 5, 'There')}"))
        found = mentions_elsewhere(library, HERE.sha256)
        assert list(found) == [Span(0, 4)]
        assert found[Span(0, 4)][linking.id].startswith("Against this (")
