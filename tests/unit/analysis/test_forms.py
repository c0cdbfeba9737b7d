"""Situation reports and forms run on without full stops: no sentence crosses into the next entry or field."""

import pytest

from deskbrief.analysis.sentences import sentence_spans
from deskbrief.document.outline import Status
from helpers.outlines import by_rules, outlined
from helpers.reading import read

REPORT = (
    "Port Ellis: 12 May 2023: 1 case was reported from the harbour. No new cases reported Oldtown: 23 May "
    "2023: 12 confirmed cases of measles were reported from two schools. Linked with poor ventilation."
)
FORM = (
    "New cases in the last 24 hours: 12 Number of days since the last: 0 Days Current admission: 21 No deaths"
)


def pieces(text):
    return [span.of(text) for span in sentence_spans(text)]


def test_the_next_entry_begins_a_sentence():
    assert "No new cases reported" in pieces(REPORT)


def test_the_next_field_begins_a_sentence():
    assert pieces(FORM)[-1] == "No deaths"


@pytest.mark.parametrize(
    "text",
    [
        "We met in Port Ellis: 12 May 2023: the day will be remembered.",
        "Note: 12 States have passed such a law.",
        "The score at noon was 3: 2 Boys had gone home by then.",
    ],
)
def test_other_colons_do_not(text):
    assert pieces(text) == [text]


@pytest.mark.parametrize("outline", [by_rules, outlined])
def test_each_entry_tells_its_own_day(outline):
    found = [
        (one.date.edtf, one.title, one.where, one.status)
        for one in outline(read(REPORT), "2023-06-01").events
    ]
    assert found == [
        ("2023-05-12", "1 case was reported from the harbour", "Port Ellis", Status.OCCURRED),
        (
            "2023-05-23",
            "12 confirmed cases of measles were reported from two schools",
            "Oldtown",
            Status.OCCURRED,
        ),
    ]
