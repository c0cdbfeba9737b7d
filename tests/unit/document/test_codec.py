import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.document.anchors import Anchor
from deskbrief.document.codec import (
    ITEMS_IN_PART,
    VERSIONS,
    document_of,
    document_parts,
    document_request,
    join_document,
    join_outline,
    outline_assembly,
    outline_parts,
    read_parts,
    seal,
    unseal,
)
from deskbrief.document.encoding import decode, encode
from deskbrief.document.errors import BugError, WorldError
from deskbrief.document.model import Document, SourceRun
from deskbrief.document.notes import Note, Role
from deskbrief.document.outline import Event, EventDate, Outline, Section, Status
from deskbrief.document.plan import BriefPlan, PlanKind, PlanSection, SourceFacts, Statement
from deskbrief.document.spans import Span
from deskbrief.document.tasks import Part
from helpers.documents import paragraphs, table


def through_json(value):
    return json.loads(json.dumps(value))


@pytest.mark.parametrize(
    "document", [paragraphs("One.", "Two \U0001f600."), table(("a", "b"), ("c", "")), paragraphs()]
)
def test_a_document_survives_being_taken_apart(document):
    assert join_document(document_parts(document)) == document
    assert document_of(document_request(document, extra=1)) == document
    assert unseal("document", Document, through_json(seal("document", document))) == document


def test_a_long_document_goes_in_many_small_parts():
    document = paragraphs(*(f"Paragraph {n}." for n in range(ITEMS_IN_PART * 2 + 1)))
    lists = [
        part for part in document_parts(document) if part.name == "document.list" and "blocks" in part.data
    ]
    assert [len(part.data["blocks"]) for part in lists] == [ITEMS_IN_PART, ITEMS_IN_PART, 1]
    assert join_document(document_parts(document)) == document


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=40))
def test_any_text_survives_lone_surrogates_too(text):
    document = paragraphs(text)
    assert join_document(document_parts(document)).text == document.text


def outline():
    return Outline(
        rules="1",
        sections=(Section("Head", 1, 0, 9, (Span(0, 4),)),),
        events=(
            Event(
                date=EventDate("2023-07", 0, 4, "because"),
                title="Talks",
                spans=(Span(0, 9),),
                status=Status.PLANNED,
                trigger=Span(2, 4),
            ),
        ),
    )


def kept_as(part):
    return json.dumps(part.data, separators=(",", ":"))


@pytest.mark.parametrize(("form", "kept"), [("text", 0), ("epub", 0), ("pdf", 450)])
def test_where_a_text_stood_is_read_only_of_files_with_pages(form, kept):
    text = "word " * 450
    runs = tuple(SourceRun(at * 5, at * 6, 5) for at in range(450))
    document = replace(paragraphs(text), source_runs=runs)
    document = replace(document, metadata=replace(document.metadata, format=form))
    parts = {part.name: part for part in document_parts(document) if part.blob}
    rows = [(part.name, kept_as(part)) for part in document_parts(document)]
    found = join_document(parts.get(part.name, part) for part in read_parts(rows))
    assert len(found.source_runs) == kept
    assert replace(found, source_runs=runs) == document


def test_parts_that_are_none_are_left_to_whoever_puts_them_together():
    parts = [Part("document.head", {"value": 3}), Part("document.list", {"source_runs": []})]
    assert list(read_parts([(part.name, kept_as(part)) for part in parts])) == parts[:1]


def test_an_outline_survives_and_the_last_whole_one_counts():
    first, second = Outline(rules="1"), outline()
    parts = [*outline_parts(first), *outline_parts(second)]
    assert join_outline(parts) == second
    assembly = outline_assembly()
    assert [whole for part in parts if (whole := assembly.add(part))] == [first, second]


def test_half_an_outline_is_none():
    with pytest.raises(BugError):
        join_outline(list(outline_parts(outline()))[:-1])


def test_defaults_are_left_out_and_come_back():
    note = Note(id="1", document="d", anchor=Anchor(0, 3, "abc"), role=Role.BLUE)
    data = through_json(encode(note))
    assert data == {
        "id": "1",
        "document": "d",
        "anchor": {"start": 0, "end": 3, "exact": "abc"},
        "role": "blue",
    }
    assert decode(Note, data) == note


def test_fields_of_a_later_version_are_passed_over():
    data = {**encode(Anchor(0, 3, "abc")), "colour_of_mood": "green"}
    assert decode(Anchor, data) == Anchor(0, 3, "abc")


def test_a_plan_survives():
    plan = BriefPlan(
        title="T",
        source=SourceFacts("line", "file.txt", "ab" * 32),
        prepared="2026-01-01",
        bottom_line=Statement("So.", (1,)),
        sections=(PlanSection(kind=PlanKind.POINTS, title="P", points=(Statement("x", (1, 2)),)),),
    )
    assert unseal("plan", BriefPlan, through_json(seal("plan", plan))) == plan


@pytest.mark.parametrize("name", sorted(VERSIONS))
def test_a_newer_version_is_refused_in_words(name):
    envelope = {"schema": f"deskbrief.{name}/{VERSIONS[name] + 1}", "value": {}}
    with pytest.raises(WorldError) as caught:
        unseal(name, Document, envelope)
    assert "newer version" in caught.value.what
    assert caught.value.next_step


@pytest.mark.parametrize(
    "envelope", [None, [], {}, {"schema": "other/1"}, {"schema": "deskbrief.plan/x"}, {"schema": 3}]
)
def test_something_else_is_refused_in_words(envelope):
    with pytest.raises(WorldError):
        unseal("plan", BriefPlan, envelope)
