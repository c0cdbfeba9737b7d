"""Files of our own come back in as they went out, whatever the notes hold."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.anchors import Anchor
from deskbrief.document.incoming import Work
from deskbrief.document.notes import Note, uuid7
from deskbrief.exchange.annotations import About, annotation_set
from deskbrief.exchange.archive import MEMBERS, annotation_archive
from deskbrief.exchange.markdown_out import notes_markdown
from deskbrief.exchange.outgoing import Outgoing
from deskbrief.exchange.own import note_lines
from deskbrief.exchange.reading import notes_in
from deskbrief.exchange.tables_out import HYPOTHESIS, READWISE, hypothesis, neutral, readwise
from helpers.outgoing_notes import SHA, TEXT, WORK, outgoing

TAGS = st.lists(st.text(min_size=1, max_size=8).filter(lambda tag: tag == " ".join(tag.split())), max_size=3)
NOTES = st.lists(outgoing(), min_size=1, max_size=5)


def read(data: str | bytes):
    return notes_in(data.encode() if isinstance(data, str) else data).notes


def assert_whole(made: list[Outgoing], data: str | bytes) -> None:
    """Nothing of any note was lost."""
    found = read(data)
    assert len(found) == len(made)
    for one, back in zip(made, found, strict=True):
        note = one.note
        assert (back.id, back.work.sha256) == (note.id, SHA)
        assert (back.anchor.exact, back.anchor.start) == (note.anchor.exact, note.anchor.start)
        assert (back.body, back.role, back.style, back.tags) == (note.body, note.role, note.style, note.tags)
        assert (back.created, back.modified) == (note.created, note.modified)


@given(NOTES)
def test_markdown_comes_back_whole(made):
    assert_whole(made, notes_markdown(made))


@given(st.lists(outgoing(TAGS.map(lambda tags: tuple(dict.fromkeys(tags)))), min_size=1, max_size=3))
def test_json_lines_come_back_whole(made):
    assert_whole(made, note_lines([one.note for one in made], {SHA: WORK}))


@given(NOTES)
def test_sets_and_archives_come_back_whole(made):
    value = annotation_set([one.note for one in made], [About(sha256=SHA, title="A Report")], "2026")
    assert_whole(made, json.dumps(value))
    assert_whole(made, annotation_archive(value))


@given(NOTES)
def test_tables_come_back_with_all_that_their_columns_hold(made):
    for write in (readwise, hypothesis):
        found = read(write(made))
        for one, back in zip(made, found, strict=True):
            note = one.note
            assert (back.id, back.work.sha256, back.work.title) == (note.id, SHA, WORK.title)
            assert (back.anchor.exact, back.anchor.start) == (note.anchor.exact, note.anchor.start)
            assert (back.body, back.tags, back.created) == (note.body, note.tags, note.created)
            # Neither table has a column for colours: the link tells them.
            assert back.role == note.role
            # What is not told at all takes nothing away here.
            assert back.style is None


@given(NOTES)
def test_no_cell_can_be_taken_for_a_formula(made):
    for write, head in ((readwise, READWISE), (hypothesis, HYPOTHESIS)):
        text = write(made)
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert tuple(rows[0]) == head
        for cell in (cell for row in rows for cell in row):
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
            assert not (cell.strip() and cell.startswith(("\t", "\r", "\n")))


@given(TEXT)
def test_cells_that_are_harmless_stay_as_they_are(text):
    if text[:1].isalnum():
        assert neutral(text) == text


def test_the_archive_is_the_same_for_the_same_notes():
    value = annotation_set([], [About(sha256=SHA)], "2026")
    assert annotation_archive(value) == annotation_archive(value)
    assert MEMBERS[0].encode() in annotation_archive(value)


def test_markdown_can_be_read_by_a_person():
    from deskbrief.document.anchors import Anchor
    from deskbrief.document.notes import Note, Role

    note = Note(
        id="0190a0b0-0000-7000-8000-000000000001",
        document=SHA,
        anchor=Anchor(5, 15, "two words\n\nmore"),
        role=Role.GREEN,
        body="Why?",
        tags=("law", "two words"),
        created="2026-03-05T10:00:00.000Z",
        modified="2026-03-05T10:00:00.000Z",
    )
    text = notes_markdown([Outgoing(note=note, work=WORK, section="Water", where="¶3", start=5, end=20)])
    assert text.startswith('---\ntitle: "A Report"\nauthor: "The Committee"\nsource: "report.pdf"\n')
    assert (
        "\n# A Report\n\n## Water\n\n> two words\n>\n> more\n\nWhy?\n\n[¶3](deskbrief://open?doc=cdcd" in text
    )
    assert text.endswith(') · green · 2026-03-05T10:00:00.000Z · #law #"two words"\n')
    assert read(text)[0].tags == ("law", "two words")
    # Somebody's editor changed the line ends and wrote something in between.
    changed = text.replace("## Water", "My own words.\n\n> a quote without a link\n\n## Water", 1)
    (back,) = read(changed.replace("\n", "\r\n"))
    assert (back.anchor.exact, back.body) == (note.anchor.exact, note.body)


@pytest.mark.parametrize("body", [" ", "", "\n", "\n.not a tag", ".", ". .", "  .so"])
def test_words_that_are_hardly_any_come_back_from_tables(body):
    note = Note(
        id=uuid7(), document=SHA, anchor=Anchor(0, 4, "here"), body=body, created="2026-11-27T10:00:00.000Z"
    )
    one = Outgoing(note=note, work=WORK, section="", where="", start=0, end=4)
    for write in (readwise, hypothesis):
        assert [back.body for back in read(write([one]))] == [body]


def test_a_document_without_a_title_is_called_by_its_file_in_tables_and_markdown():
    work = Work(sha256=SHA, file_name="bread_report.txt")
    note = Note(id=uuid7(), document=SHA, anchor=Anchor(0, 4, "Bread"))
    one = Outgoing(note=note, work=work, section="", where="", start=0, end=4, published="")
    assert "\n# bread report\n" in notes_markdown([one])
    (row,) = csv.DictReader(io.StringIO(readwise([one])))
    assert row["Title"] == "bread report"
    (row,) = csv.DictReader(io.StringIO(hypothesis([one])))
    assert row["Page"] == "bread report"
    assert Work(file_name="README").name == "README"
