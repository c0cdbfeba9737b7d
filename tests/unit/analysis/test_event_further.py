"""Happenings of news that no date dates: what programs are given beside the reader's list."""

import pytest

from deskbrief.analysis.events.further import RULE
from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def further(text):
    document = read(text)
    outline = outlined(document, WRITTEN, further=True)
    return [document.quote(event.trigger) for event in outline.events if event.rule == RULE]


def test_what_news_tells_is_of_its_day():
    assert further("Acme opened a yard in Oslo. It said the yard had cost 3 million.") == ["opened", "said"]


@pytest.mark.parametrize(
    "text",
    [
        "The yard will build ships and employ welders.",
        "The pier would stay open before the fair began.",
        "Acme had sold the old yard.",
    ],
)
def test_what_is_yet_to_be_and_what_was_before_is_not_of_the_day(text):
    assert further(text) == []


def test_a_result_is_of_the_day_of_its_verb():
    assert further("Shares of Acme rose to close at 40 crowns.") == ["rose", "close"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme lost 3 crowns, while Norden fell by 4, closing at 82.", ["lost", "fell", "closing"]),
        ("Acme closed at its lowest, having lost 3 crowns.", ["closed", "lost"]),
        ("Acme has won an order for ships.", ["won", "order"]),
        ("Acme said in a statement that the yard was safe.", ["said", "statement"]),
    ],
)
def test_what_is_told_beside_the_main_verb_is_of_the_same_day(text, words):
    assert set(words) <= set(further(text))
