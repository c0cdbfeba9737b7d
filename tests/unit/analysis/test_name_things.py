"""Ships, products, firms and initials: names that look like those of persons."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def kinds(text):
    return {name.name: name.kind for name in outlined(read(text)).names}


def aliases(text):
    return {name.name: name.aliases for name in outlined(read(text)).names}


def test_initials_are_joined_with_the_one_name_that_fits():
    text = "T. Riik opened the meeting. Later Tomas Riik thanked the clerk. Mr Riik left early."
    assert aliases(text)["Tomas Riik"] == ("Riik", "T. Riik")


def test_initials_that_fit_two_names_are_nobody_for_certain():
    text = "R. Smith opened the meeting. Later Robert Smith and Richard Smith thanked the clerk."
    found = aliases(text)
    assert found["Robert Smith"] == found["Richard Smith"] == ()
    assert "R. Smith" in found


def test_a_ship_is_no_person_and_is_one_with_its_short_name():
    text = "HMS Sepoy was a destroyer. Sepoy was launched in 1918, and Sepoy joined the fleet."
    (name,) = (name for name in outlined(read(text)).names if name.name == "HMS Sepoy")
    assert (name.kind, name.aliases) == ("other", ("Sepoy",))


def test_the_before_a_single_name_tells_that_it_is_no_person():
    text = (
        "The Hawke, a cruiser, was known as an unlucky ship. In October the Hawke was torpedoed by another."
    )
    assert kinds(text).get("Hawke") in {"other", None}


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Tods Murray said it was sound. Tods Murray was founded in 1856 by two brothers.",
        "Shares in Palmer Heath fell. Palmer Heath announced a loss, and the company will close two shops.",
    ],
)
def test_what_has_shares_and_spokesmen_is_a_firm(text):
    assert {"Tods Murray", "Palmer Heath"} & {
        name for name, kind in kinds(text).items() if kind == "organisation"
    }


def test_who_is_elected_is_no_firm():
    text = "A spokesman for Tods Murray spoke. Tods Murray was elected in May. Tods Murray resigned."
    assert kinds(text).get("Tods Murray") == "person"


def test_parties_and_forces_called_by_their_members_are_bodies():
    found = kinds("The Marines landed in the north. The Conservatives lost the vote, and the Tories failed.")
    assert [found.get(name) for name in ("Marines", "Conservatives", "Tories")] == ["organisation"] * 3


def test_offices_are_no_part_of_a_name():
    found = kinds("Councillor R.V. Hill took the chair. Treasurer Peter Costello spoke to Councillor Norton.")
    assert {"R.V. Hill", "Peter Costello", "Norton"} <= {
        name for name, kind in found.items() if kind == "person"
    }
