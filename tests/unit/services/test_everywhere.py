from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.anchors import NOWHERE, UNSURE
from deskbrief.document.links import note_link
from deskbrief.document.spans import Span
from deskbrief.library.expression import asked
from deskbrief.library.library import Library
from deskbrief.services.everywhere import best_window, find_everywhere, on_one_line
from deskbrief.services.references import locator
from helpers.library_samples import note_on, sample

TEXT = "An opening.\n\n" + "Other words stand here. " * 60 + "\n\nThe  café treaty\non grain was signed. End."


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path) as opened:
        yield opened


def test_a_passage_shows_its_words_and_leads_to_them(library: Library, tmp_path: Path):
    document = sample(TEXT, title="Report")
    library.put_document(document)
    (found,) = find_everywhere(library, tmp_path, "Treaty CAFE")
    assert [found.around[one.start : one.end] for one in found.marked] == ["café", "treaty"]
    assert document.text[found.span.start : found.span.end] == "café treaty"
    assert "on grain was signed" in found.around
    assert "\n" not in found.around


def test_a_passage_is_never_cut_within_a_word():
    text = "treaty " + "abcdefghij " * 60
    for before in range(12):
        window, _ = best_window("x" * before + " " + text, asked("treaty "))
        shown = ("x" * before + " " + text)[window.start : window.end]
        assert shown.split()[-1] == "abcdefghij"


def test_notes_come_first_and_are_named(library: Library, tmp_path: Path):
    document = sample(TEXT, title="Report")
    library.put_document(document)
    note = note_on(document, body="About the treaty")
    library.add_note(note)
    found = find_everywhere(library, tmp_path, "treaty")
    assert [one.kind for one in found] == ["note", "text"]
    assert found[0].note == note.id
    assert found[0].around.startswith("About the treaty — “An op")


def test_a_note_is_found_and_shown_by_what_it_says_not_by_its_mark_up(library: Library, tmp_path: Path):
    document = sample(TEXT, title="Report")
    library.put_document(document)
    other = note_on(document, body="The other one")
    library.add_note(note_on(document, body=f"**See** [the lodge]({note_link(other.id)})"))
    (found,) = find_everywhere(library, tmp_path, "lodge")
    assert found.around.startswith("See the lodge — “")
    assert find_everywhere(library, tmp_path, "deskbrief") == ()


def test_without_an_index_everything_is_read(library: Library, tmp_path: Path):
    library.put_document(sample(TEXT, title="Report"))
    (tmp_path / "search.db").mkdir()
    (found,) = find_everywhere(library, tmp_path, "cafe treaty")
    assert TEXT[found.span.start :].startswith("café")


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("flo ", "flow and flo", ["flo"]),
        ("flo", "reflow, flow", ["flow"]),
        ('"a b"', "a, b and a c b", ["a, b"]),
        ("ﬁne ", "a fine thing", ["fine"]),
        ("gone ", "nothing here", []),
    ],
)
def test_words_are_marked_as_they_were_asked_for(query: str, text: str, marked: list[str]):
    window, spans = best_window(text, asked(query))
    assert [text[span.start : span.end] for span in spans] == marked
    assert window.start == 0


def test_the_window_holds_as_many_of_the_words_as_can_be():
    text = "grain " * 30 + "x " * 300 + "grain and quota" + " y" * 300
    window, spans = best_window(text, asked("grain quota"))
    assert [text[span.start : span.end] for span in spans] == ["grain", "quota"]
    assert window.start > 400


def test_a_passage_says_where_the_text_goes_on():
    text = "First words of the text. " + "The grain treaty was signed. " + "Then much more was said. " * 20
    wanted = asked("treaty")
    window, marked = best_window(text, wanted)
    around, places = on_one_line(text, window, marked)
    assert around.startswith("First words")
    assert around.endswith("…")
    later = "Much was said before that. " * 20 + "The grain treaty was signed."
    window, marked = best_window(later, wanted)
    around, places = on_one_line(later, window, marked)
    assert around.startswith("…")
    assert around.endswith("signed.")
    assert [around[one.start : one.end] for one in places] == ["treaty"]


def test_notes_leave_room_for_texts_but_none_unused(library: Library, tmp_path: Path):
    document = sample(TEXT, title="Report")
    library.put_document(document)
    library.put_notes([note_on(document, body=f"About the treaty {number}") for number in range(12)], "Fill")
    kinds = [one.kind for one in find_everywhere(library, tmp_path, "treaty", 9)]
    assert kinds == ["note"] * 8 + ["text"]
    library.put_document(sample(TEXT + " Again.", title="Another report"))
    assert [one.kind for one in find_everywhere(library, tmp_path, "treaty", 4)].count("text") == 2


def test_passages_are_cited_as_notes_and_briefs_cite_them(library: Library, tmp_path: Path):
    document = sample(TEXT, title="Report")
    library.put_document(document)
    note = note_on(document, body="About the treaty")
    library.add_note(note)
    for passage in find_everywhere(library, tmp_path, "treaty"):
        assert passage.place == locator(document, passage.span)
        assert document.quote(passage.span)


def test_a_note_whose_passage_stands_elsewhere_now_leads_there(library: Library, tmp_path: Path):
    document = sample(TEXT, title="Report")
    library.put_document(document)
    note = note_on(document, 3, 10, body="About the opening")
    library.add_note(replace(note, anchor=replace(note.anchor, start=700, end=707)))
    (found,) = find_everywhere(library, tmp_path, "opening role:yellow")
    assert (found.span, found.place) == (Span(3, 10), "p. iv, ¶1")


@pytest.mark.parametrize("path", [NOWHERE, UNSURE])
def test_a_note_whose_passage_is_not_sure_leads_to_no_place(library: Library, tmp_path: Path, path: str):
    document = sample(TEXT, title="Report")
    library.put_document(document)
    note = note_on(document, body="About the opening")
    library.add_note(replace(note, anchor=replace(note.anchor, block_path=path)))
    (found,) = find_everywhere(library, tmp_path, "opening role:yellow")
    assert (len(found.span), found.place) == (0, "")
