from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.model import BlockKind, DateEvidence
from deskbrief.document.outline import (
    Degree,
    Event,
    EventDate,
    Figure,
    FigureKind,
    Outline,
    Recommendation,
    Section,
    Status,
    Strength,
)
from deskbrief.document.spans import Span
from deskbrief.services.worth import Worth
from helpers.documents import document_of_blocks

LEAD = "The harbour was closed after the storm, and ships waited outside."
ADVICE = "We recommend that the harbour authority build a wall. Lamps should be tested."
BODY = "The authority counted ships for years. A clerk bought new chairs. Boats were painted."
BOOKS = "Smith wrote of harbours in 1975."
DOCUMENT = document_of_blocks(
    [
        (BlockKind.HEADING, "Executive summary"),
        (BlockKind.PARAGRAPH, LEAD),
        (BlockKind.HEADING, "What the authority did"),
        (BlockKind.PARAGRAPH, BODY),
        (BlockKind.HEADING, "Recommendations"),
        (BlockKind.PARAGRAPH, ADVICE),
        (BlockKind.HEADING, "Bibliography"),
        (BlockKind.PARAGRAPH, BOOKS),
    ],
    title="The harbour after the storm",
)
DOCUMENT = replace(
    DOCUMENT,
    metadata=replace(DOCUMENT.metadata, published=DateEvidence("2006-09-29", "29 September 2006", "text")),
)


def at(words: str) -> Span:
    start = DOCUMENT.text.index(words)
    return Span(start, start + len(words))


HEADS = [block.start for block in DOCUMENT.blocks if block.kind is BlockKind.HEADING]
TITLES = ("Executive summary", "What the authority did", "Recommendations", "Bibliography")
GISTS = ((at(LEAD),), (at("The authority counted ships for years."),), (), (at(BOOKS),))
OUTLINE = Outline(
    sections=tuple(
        Section(title, 1, start, end, gist)
        for title, start, end, gist in zip(
            TITLES, HEADS, [*HEADS[1:], len(DOCUMENT.text)], GISTS, strict=True
        )
    ),
    key_sentences=(at("The authority counted ships for years."), at(BOOKS)),
)
WORTH = Worth(DOCUMENT, OUTLINE)


def event(words: str = "A clerk bought new chairs", edtf: str = "2005-03-01", **fields: object) -> Event:
    date = EventDate(edtf, 0, 0, "", fields.pop("degree", Degree.EXPLICIT))  # type: ignore[arg-type]
    return Event(date=date, title=words, spans=(at(words),), **fields)  # type: ignore[arg-type]


BETTER_EVENTS = {
    "what happened before what might": (event(), event(status=Status.HYPOTHETICAL)),
    "what happened before what did not": (event(), event(status=Status.NEGATED)),
    "a day before a year": (event(), event(edtf="2005")),
    "a date of the text before one worked out": (event(), event(degree=Degree.INFERRED)),
    "lately before long ago": (event(), event(edtf="1975-03-01")),
    "soon before far ahead": (event(edtf="2007-01-01", status=Status.PLANNED), event(edtf="2040-01-01")),
    "the summary before the body": (event(LEAD[:22]), event()),
    "the body before the bibliography": (event(), event("Smith wrote of harbours in 1975")),
    "the sure before the unsure": (event(), event(confidence=0.3)),
    "the brief before the wordy": (event(), event(detail="Chairs " * 60)),
}


@pytest.mark.parametrize("name", BETTER_EVENTS)
def test_events_are_weighed_by(name: str) -> None:
    better, worse = BETTER_EVENTS[name]
    assert WORTH.event(better) > WORTH.event(worse)


def test_a_document_that_was_written_on_has_no_date_to_be_near_to() -> None:
    later = tuple(event(edtf=f"{year}") for year in (2010, 2011, 2012))
    worth = Worth(DOCUMENT, replace(OUTLINE, events=later))
    assert worth.event(event(edtf="2006-09-01")) == worth.event(event(edtf="2012-09-01"))


def test_an_event_of_the_making_of_the_document_is_no_event_of_its_subject() -> None:
    assert WORTH.event(replace(event(), title="We bought new chairs")) < WORTH.event(event()) - 0.5


def advice(words: str = "build a wall", **fields: object) -> Recommendation:
    given = {"action": words, "spans": (at(words),), "confidence": 0.9, **fields}
    return Recommendation(**given)  # type: ignore[arg-type]


BETTER_ADVICE = {
    "under a heading for it before elsewhere": (advice(), advice("bought new chairs")),
    "with somebody to act before nobody": (advice(addressee="the authority"), advice()),
    "said to be advice before a mere should": (advice(wording="recommend"), advice(wording="should")),
    "a modal verb before a bare command": (advice(wording="should"), advice(wording="build")),
    "advice before what was recommended once": (advice(wording="should"), advice(wording="recommended")),
    "must before could": (advice(strength=Strength.MUST), advice(strength=Strength.COULD)),
    "with a title before none": (advice(title="Walls"), advice()),
    "the document's own before that of others": (advice(), advice(speaker="A clerk")),
    "the sure before the unsure": (advice(), advice(confidence=0.4)),
    "the body before the bibliography": (advice("bought new chairs"), advice("wrote of harbours")),
}


@pytest.mark.parametrize("name", BETTER_ADVICE)
def test_recommendations_are_weighed_by(name: str) -> None:
    better, worse = BETTER_ADVICE[name]
    assert WORTH.advice(better) > WORTH.advice(worse)


def test_sentences_of_the_summary_come_first_and_none_of_the_bibliography() -> None:
    assert WORTH.sentences == (at(LEAD), at("The authority counted ships for years."))


def test_a_document_of_nothing_but_a_bibliography_has_sentences_all_the_same() -> None:
    assert Worth(
        DOCUMENT, replace(OUTLINE, key_sentences=(at(BOOKS),), sections=OUTLINE.sections[3:])
    ).sentences


def test_what_says_the_same_stands_once() -> None:
    document = document_of_blocks(
        (BlockKind.PARAGRAPH, "Ships waited outside the harbour.") for _ in range(2)
    )
    both = tuple(block.span for block in document.blocks)
    assert Worth(document, Outline(key_sentences=both)).sentences == both[:1]


def test_a_figure_of_something_counts_more_than_a_bare_one() -> None:
    where = at("ships")
    bare = Figure(text="7", kind=FigureKind.COUNT, start=where.start, end=where.end)
    assert WORTH.figure(replace(bare, of="ships")) > WORTH.figure(bare)


def best_of(*paragraphs: str) -> str:
    given = [(BlockKind.PARAGRAPH, words) for words in paragraphs]
    document = document_of_blocks([*given, (BlockKind.HEADING, "Summary"), (BlockKind.PARAGRAPH, BODY * 9)])
    spans = [block.span for block in document.blocks]
    head = next(block.start for block in document.blocks if block.kind is BlockKind.HEADING)
    sections = (Section("", 1, 0, head, ()), Section("Summary", 1, head, len(document.text), ()))
    outline = Outline(sections=sections, key_sentences=tuple(spans[: len(paragraphs)]))
    return document.quote(Worth(document, outline).sentences[0])


@pytest.mark.parametrize(
    "boilerplate",
    [
        "The following table cross-references the harbours and storms to specific pages of this text.",
        "References noted as “none” indicate that the harbour has nothing to report.",
        "1 April 2020 through 30 September 2020 in the harbour of the authority",
    ],
)
def test_what_only_points_at_tables_or_is_no_sentence_stands_for_nothing(boilerplate: str) -> None:
    assert best_of(boilerplate, "It was closed.") == "It was closed."


def test_what_a_cover_says_in_short_stands_for_the_whole() -> None:
    cover = "Letting every ship wait outside is slow, costly and against the rules."
    heads = [(BlockKind.PARAGRAPH, cover), (BlockKind.HEADING, "Executive summary")]
    document = document_of_blocks([*heads, (BlockKind.PARAGRAPH, f"{LEAD} {BODY} {BODY} {BODY}")])
    head = document.text.index("Executive")
    at_lead = document.text.index(LEAD)
    gist = Span(at_lead, at_lead + len(LEAD))
    sections = (
        Section("", 1, 0, head, ()),
        Section("Executive summary", 1, head, len(document.text), (gist,)),
    )
    worth = Worth(document, Outline(sections=sections, key_sentences=(gist,)))
    assert document.quote(worth.sentences[0]) == cover


def test_what_a_summary_says_it_found_is_offered() -> None:
    found = "We found that the harbour authority had no plan for storms."
    blocks = [(BlockKind.HEADING, "Summary"), (BlockKind.PARAGRAPH, f"{LEAD} {found} {BODY}")]
    document = document_of_blocks(blocks)
    outline = Outline(sections=(Section("Summary", 1, 0, len(document.text), ()),))
    assert [document.quote(span) for span in Worth(document, outline).sentences] == [found]


def test_a_judgment_is_told_by_what_it_decides_and_not_by_what_it_quotes():
    quoted = "“No state shall return a person to a country where he would be in danger."
    item = "(iv) the possibility exists to ask for protection and to receive it there."
    end = "The appeal of the minister is therefore dismissed."
    ground = "The court weighed the evidence of many witnesses about the country for days."
    document = document_of_blocks(
        [
            (BlockKind.PARAGRAPH, ground),
            (BlockKind.PARAGRAPH, f"{quoted} It shall not."),
            (BlockKind.PARAGRAPH, item),
            *[(BlockKind.PARAGRAPH, ground)] * 9,
            (BlockKind.PARAGRAPH, end),
        ],
        title="Danger",
    )
    spans = [
        Span(start, start + len(words)) for words in (quoted, item) for start in [document.text.index(words)]
    ]
    sections = (Section("Opening", 1, 0, len(document.text), tuple(spans)),)
    worth = Worth(document, Outline(sections=sections, key_sentences=tuple(spans)))
    told = [document.quote(span) for span in worth.sentences]
    assert told == [end]
    assert worth.sentence(spans[1]) < worth.sentence(worth.sentences[0]) - 1
