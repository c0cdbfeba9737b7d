"""The reader's own values of items, and the date that an event added by hand has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.model import Document
from deskbrief.document.notes import ItemKind, Verdict
from deskbrief.document.outline import Degree, Event, EventDate, Outline, Status, TimeExpression
from deskbrief.document.spans import Span
from deskbrief.services.curation import Item, add, curate, decide
from deskbrief.services.ownwords import from_line, in_line, told_beside
from helpers.documents import paragraphs

FIRE = "On 3 January 2025 a fire broke out on the quay. The brigade came at once."


@pytest.fixture
def document() -> Document:
    return paragraphs(FIRE)


def time(words: str, edtf: str, kind: str = "DATE") -> TimeExpression:
    start = FIRE.index(words)
    return TimeExpression(start, start + len(words), kind, edtf, edtf, Degree.EXPLICIT, f"“{words}” says so.")


def span(words: str) -> Span:
    start = FIRE.index(words)
    return Span(start, start + len(words))


def added(document: Document, outline: Outline, words: str, **fields: str) -> Item[Event]:
    decision = add(document, ItemKind.EVENT, span(words), fields)
    (item,) = curate(document, outline, [decision]).events
    assert item.key == decision.key
    return item


@pytest.mark.parametrize("words", ["n 3 January 2025 a fire broke out", "a fire broke out", "On 3 January"])
def test_an_added_event_has_the_date_of_its_words_or_its_sentence(document: Document, words: str) -> None:
    event = added(document, Outline(times=(time("3 January 2025", "2025-01-03"),)), words).value
    assert (event.date.edtf, event.date.reason) == ("2025-01-03", "“3 January 2025” says so.")


@pytest.mark.parametrize(
    "times",
    [(), (time("3 January 2025", "2025-01-03"),), (time("came at once", "PRESENT_REF"),)],
)
def test_an_event_whose_sentence_names_no_date_is_undated(
    document: Document, times: tuple[TimeExpression, ...]
) -> None:
    event = added(document, Outline(times=times), "The brigade came").value
    assert (event.date.edtf, event.date.end - event.date.start) == ("", 0)


def test_the_readers_date_goes_before_that_of_the_text(document: Document) -> None:
    outline = Outline(times=(time("3 January 2025", "2025-01-03"),))
    item = added(document, outline, "a fire broke out", date="2025-01-04")
    assert (item.value.date.edtf, item.value.date.reason) == ("2025-01-04", "set by you")


def test_a_date_that_is_worked_out_anew_is_the_events_new_date(document: Document) -> None:
    decision = add(document, ItemKind.EVENT, span("a fire broke out"), {})
    for edtf in ("2025-01-03", "2026-01-03"):
        (item,) = curate(document, Outline(times=(time("3 January 2025", edtf),)), [decision]).events
        assert item.value.date.edtf == edtf


def test_what_was_added_keeps_its_key_when_it_is_edited(document: Document) -> None:
    outline = Outline(times=(time("3 January 2025", "2025-01-03"),))
    item = added(document, outline, "a fire broke out")
    again = decide(document, item, Verdict.ADDED, {"title": "Fire"})
    assert again.key == item.key


def test_status_participants_and_place_can_be_edited(document: Document) -> None:
    event = Event(
        date=EventDate("2025-01-03", 3, 17),
        title="a fire broke out",
        spans=(Span(0, 47),),
        status=Status.PLANNED,
        status_wording="would",
        who=("The brigade",),
        where="Here",
    )
    outline = Outline(events=(event,))
    (item,) = curate(document, outline, ()).events
    fields = {"status": "negated", "who": "Fire brigade;  Coast  Guard; Fire brigade;", "where": "the quay"}
    decision = decide(document, item, Verdict.EDITED, fields)
    (item,) = curate(document, outline, [decision]).events
    edited = item.value
    assert (edited.status, edited.status_wording, edited.where) == (Status.NEGATED, "", "the quay")
    assert edited.who == ("Fire brigade", "Coast Guard")
    assert dict(item.fields) == fields
    later = replace(outline, rules="later", events=(replace(event, title="fire broke out on the quay"),))
    assert curate(document, later, [decision]).events[0].value.status is Status.NEGATED


def test_participants_go_into_a_line_and_back() -> None:
    assert from_line(in_line(("Norland, the north", "Southmark"))) == ("Norland, the north", "Southmark")
    assert from_line("") == ()


@pytest.mark.parametrize(
    ("detail", "fields", "told"),
    [
        ("", (), "Norland · the quay"),
        ("It burned.", (), "It burned."),
        ("It burned.", (("title", "Fire"),), "It burned."),
        ("It burned.", (("who", "Norland"),), "Norland · the quay — It burned."),
    ],
)
def test_who_and_where_are_told_where_the_reader_said_them(
    detail: str, fields: tuple[tuple[str, str], ...], told: str
) -> None:
    event = Event(
        date=EventDate("", 0, 0), title="x", spans=(), detail=detail, who=("Norland",), where="the quay"
    )
    assert told_beside(event, fields) == told
