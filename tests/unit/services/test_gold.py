"""Decisions as data to measure by."""

import pytest

from deskbrief.document.notes import ItemKind, Verdict
from deskbrief.document.outline import Event, EventDate, Outline, Recommendation
from deskbrief.document.spans import Span
from deskbrief.services.curation import add, curate, decide
from deskbrief.services.gold import event_gold, recommendation_gold
from helpers.documents import paragraphs

TEXT = (
    "In July 2023 talks began. The hall was full.",
    "States should review it. Ships should arrive. Act now.",
)


@pytest.fixture
def document():
    return paragraphs(*TEXT)


def place(document, words):
    start = document.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def outline(document):
    date = place(document, "July 2023")
    return Outline(
        events=(
            Event(
                date=EventDate("2023-07", date.start, date.end),
                title="talks began",
                spans=(place(document, "In July 2023 talks began."),),
                trigger=place(document, "began"),
            ),
        ),
        recommendations=(
            Recommendation(action="review it", spans=(place(document, "States should review it."),)),
            Recommendation(action="arrive", spans=(place(document, "Ships should arrive."),)),
        ),
    )


def labelled(document, gold):
    return {document.text[s["start"] : s["end"]]: s["is_recommendation"] for s in gold["sentences"]}


def test_without_decisions_there_is_nothing_to_give(document, outline):
    curated = curate(document, outline, ())
    assert recommendation_gold(document, curated) is None
    assert event_gold(document, curated, "") is None


def test_what_is_not_decided_is_open(document, outline):
    item = curate(document, outline, ()).recommendations[0]
    curated = curate(document, outline, [decide(document, item, Verdict.CONFIRMED, {})])
    assert labelled(document, recommendation_gold(document, curated)) == {
        "In July 2023 talks began.": None,
        "The hall was full.": None,
        "States should review it.": True,
        "Ships should arrive.": None,
        "Act now.": None,
    }


def test_where_every_row_is_decided_the_other_sentences_are_none(document, outline):
    first, second = curate(document, outline, ()).recommendations
    decisions = [
        decide(document, first, Verdict.EDITED, {"addressee": "States"}),
        decide(document, second, Verdict.REJECTED, {}),
        add(document, ItemKind.RECOMMENDATION, place(document, "Act now."), {}),
    ]
    gold = recommendation_gold(document, curate(document, outline, decisions))
    assert labelled(document, gold) == {
        "In July 2023 talks began.": False,
        "The hall was full.": False,
        "States should review it.": True,
        "Ships should arrive.": False,
        "Act now.": True,
    }
    assert gold["text"] == document.text


def test_events_are_given_where_all_are_decided(document, outline):
    item = curate(document, outline, ()).events[0]
    curated = curate(document, outline, [decide(document, item, Verdict.EDITED, {"date": "2023-07-04"})])
    gold = event_gold(document, curated, "2023-08-01")
    (event,) = gold["events"]
    assert (event["trigger"], event["date_value"], event["realis"]) == ("began", "2023-07-04", "occurred")
    sentence = document.text[event["sentence_start"] : event["sentence_end"]]
    assert (sentence, gold["dct"]) == ("In July 2023 talks began.", "2023-08-01")
    rejected = curate(document, outline, [decide(document, item, Verdict.REJECTED, {})])
    assert event_gold(document, rejected, "")["events"] == []
