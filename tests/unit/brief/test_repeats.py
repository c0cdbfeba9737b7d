from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.brief.repeats import once
from deskbrief.document.plan import ChronologyRow

SUMMARY = "The agency expects output to double to 34 percent of demand"
BODY = "In its outlook the agency expects coal output to double to 34 percent of all demand"


def row(event: str, cited: int, edtf: str = "2030", status: str = "planned") -> ChronologyRow:
    return ChronologyRow(edtf, edtf, event, "", status, (cited,))


def test_a_summary_and_what_it_sums_up_are_one_row_with_both_passages() -> None:
    assert once([row(SUMMARY, 1), row(BODY, 2)]) == [replace(row(SUMMARY, 1), references=(1, 2))]


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("France signed the treaty with all delegates", "Italy signed the treaty with all delegates"),
        ("The office awarded the contract to Reseller C", "The office awarded the contract to Reseller D"),
        ("The board raised its fees for adults", "The board raised its fees for children"),
        ("The council approved the harbour plan", "The council has not approved the harbour plan"),
    ],
)
def test_one_word_makes_another_event(said: str, other: str) -> None:
    rows = [row(said, 1), row(other, 2)]
    assert once(rows) == rows


def test_other_times_figures_and_denials_stay_apart() -> None:
    others = [
        row(SUMMARY, 1),
        row(BODY, 2, "2031"),
        row(BODY.replace("34", "35"), 3),
        row(BODY, 4, status="negated"),
    ]
    assert once(others) == others


def test_what_the_words_shown_of_a_passage_say_anyhow_is_not_told_again() -> None:
    fragment = row("output to double", 1, "2030-01")
    assert once([row(SUMMARY, 1), fragment]) == [row(SUMMARY, 1)]
    # The same words from the same passage, once for each of the days that they name, or that they do not.
    twice = row("The deadline was put off to 3 May and then to 7 June", 1, "2031-05-03")
    again = replace(twice, when="7 Jun 2031", edtf="2031-06-07")
    assert once([twice, again]) == [twice]
    silent = [row("Talks were held", 1), row("Talks were held", 1, "2031")]
    assert once(silent) == silent
    later = replace(fragment, edtf="2031")
    assert once([row(SUMMARY, 1), later]) == [row(SUMMARY, 1), later]


def test_what_the_reader_confirmed_stays_a_row() -> None:
    confirmed = replace(row(BODY, 2), confirmed=True)
    assert once([row(SUMMARY, 1), confirmed]) == [row(SUMMARY, 1), confirmed]
    assert once([confirmed, row(SUMMARY, 1)]) == [confirmed, row(SUMMARY, 1)]
