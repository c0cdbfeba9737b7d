import pytest

from deskbrief.document.outline import Status
from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def events(text, written=WRITTEN):
    return outlined(read(text), written).events


def test_a_sentence_with_a_date_is_an_event_with_who_and_where():
    event, signed = events(
        "The ministers of Norway and Denmark met in Oslo on 5 May 2023 and signed a treaty."
    )
    assert (event.date.edtf, event.status, event.where) == ("2023-05-05", Status.OCCURRED, "Oslo")
    assert event.who == ("The ministers of Norway and Denmark",)
    assert (signed.date.edtf, signed.title) == (
        "2023-05-05",
        "The ministers of Norway and Denmark signed a treaty",
    )


def test_what_is_to_come_is_planned():
    (event,) = events("A new summit will be held in Geneva in July 2026.")
    assert (event.date.edtf, event.status) == ("2026-07", Status.PLANNED)


@pytest.mark.parametrize(
    "text", ["Since 2019 prices have risen.", "The 2016 model was good.", "Prices were fair until May 2021."]
)
def test_a_date_that_is_not_the_time_of_an_event_makes_none(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Smith, Ann. Are You Willing? 2003. http://www.example.org/a.aspx?id=14 (downloaded Mar 9 2006).",
        "On 10 May Tom wrote:\n\n> The wells are old.",
        "On Mon, 6 May 2024 at 10:12, Tom Hall <tom@example.org> wrote:\n\n> The wells are old.",
        "The measure we used comes from the second quarter of 2006.",
    ],
)
def test_looking_up_a_source_and_writing_a_letter_are_no_events(text):
    assert events(text) == ()


def test_a_list_that_begins_with_dates_is_a_chronology():
    found = events("Timeline\n\n- 5 May 2021: Ministers meet in Oslo.\n- June 2021: The treaty is signed.\n")
    assert [(event.date.edtf, event.title) for event in found] == [
        ("2021-05-05", "Ministers meet in Oslo"),
        ("2021-06", "The treaty is signed"),
    ]


TABLE = """Events of the year:

| Date | Event | Place |
|---|---|---|
| 3 March 2021 | Opening of the talks | Oslo |
|  | Reception | Oslo |
| April 2021 | Second round | Bergen |
"""


def test_a_row_of_a_table_with_dates_is_an_event_even_without_the_model():
    for found in (events(TABLE), by_rules(read(TABLE), WRITTEN).events):
        assert [(event.date.edtf, event.title, event.where) for event in found] == [
            ("2021-03-03", "Opening of the talks", "Oslo"),
            ("2021-03-03", "Reception", "Oslo"),
            ("2021-04", "Second round", "Bergen"),
        ]


def test_a_table_of_figures_has_no_events():
    table = "| Year | Ships | Boats |\n|---|---|---|\n| 2020 | 12 | 4 |\n| 2021 | 14 | 5 |\n"
    assert events(f"Ships by year:\n\n{table}") == ()


def test_each_event_leads_to_its_words():
    document = read("The ministers met in Oslo on 5 May 2023. Nothing was said.")
    (event,) = outlined(document, WRITTEN).events
    assert "5 May 2023" in document.quote(event.spans[0])
    assert document.text[event.date.start : event.date.end] == "5 May 2023"
