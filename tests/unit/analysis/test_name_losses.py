"""Names that one odd guess, a small word or a cell of a table must neither lose nor make."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def kinds(text):
    return {name.name: name.kind for name in outlined(read(text, "file.md", "text/markdown")).names}


def test_one_word_taken_for_a_people_loses_no_body():
    text = (
        "Hezbollah sent arms to Syria in May. Lebanese security sources said that the three were Hezbollah "
        "members. Hezbollah denied it, and a Hezbollah spokesman left."
    )
    assert kinds(text) == {"Hezbollah": "organisation", "Syria": "place"}


def test_a_place_whose_people_are_named_like_it_stays_a_name():
    text = "Balkan men went home. Balkan women had left. The Balkans were at war. They fled to the Balkans."
    assert kinds(text) == {"Balkans": "place"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Catherine of Aragon", "Catherine of Braganza")],
)
def test_who_has_one_name_and_a_place_is_no_other_of_that_name(one, other):
    text = f"{one} came in 1501. {other} came in 1662. {one} was the queen. {other} was too."
    assert {one, other} <= set(kinds(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The Heritage Trust for the North West (HTNW) was founded in 1990. HTNW owns a mill.",
            "Heritage Trust for the North West",
            "organisation",
        ),
        (
            "The Islamic State of Iraq and the Levant (ISIL) took the town. ISIL left in May.",
            "Islamic State of Iraq and the Levant",
            "organisation",
        ),
        (
            "The United Nations Assistance Mission in Iraq (UNAMI) counted the dead. UNAMI said so.",
            "United Nations Assistance Mission in Iraq",
            "organisation",
        ),
    ],
)
def test_the_whole_of_a_name_has_the_kind_of_its_head(text, name, kind):
    assert kinds(text)[name] == kind


def test_labels_of_rows_are_no_names():
    labels = (
        "Max Speed|Max Power|Mark Price|Council Tax|Bank Charges|Office Supplies|School Fees|Company Name|"
        "Bank Holiday|Age Group|Ministry of Health|Helen Marsh"
    )
    rows = "".join(f"| {label} | 3 |\n" for label in labels.split("|"))
    assert kinds(f"# Notes\n\n| Item | Value |\n|---|---|\n{rows}") == {
        "Ministry of Health": "organisation",
        "Helen Marsh": "person",
    }


def test_short_forms_that_bodies_have_are_names():
    text = "The consultancy BCG wrote the plan. BCG said so in May. The CIS met in Minsk. The CIS has grown."
    assert {"BCG", "CIS"} <= set(kinds(text))


def test_a_surname_that_is_a_word_as_well_is_a_name():
    text = "Cook opened the meeting. They sat in Paris. Cook left early, said Reed, and Cook had a cook."
    assert kinds(text)["Cook"] == "person"
