"""Places that no list knows, told by the words around them, and persons who are none."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def kinds(text):
    return {one.name: one.kind for one in outlined(read(text)).names}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The town of Velmar was spared. Velmar lies on the coast.", "Velmar", "place"),
        ("In Teshi district, 40 houses were lost. Crews from Teshi district left.", "Teshi", "place"),
        ("The road to Dremov was shut. Troops left Dremov. Men fought around Dremov.", "Dremov", "place"),
        ("Confidence in Ruelle grew. Faith in Ruelle did too. Ruelle said he was glad.", "Ruelle", "person"),
        ("Trust in Marten is high. Faith in Marten grew. Marten said he was glad.", "Marten", "person"),
    ],
)
def test_the_words_around_a_name_tell_a_place_from_a_person(text, name, kind):
    assert kinds(text)[name] == kind


def test_a_person_whose_first_name_the_model_leaves_out_keeps_it():
    text = "Ana Ruelle, the mayor, said help was on its way. Ruelle asked for tents. They thanked Ana Ruelle."
    (name,) = outlined(read(text)).names
    assert (name.name, name.kind, len(name.mentions)) == ("Ana Ruelle", "person", 3)


def test_one_journey_to_a_name_makes_it_no_place():
    text = "Marten Karlo wrote to the ministry. Later Karlo thanked the crews. A convoy was sent to Karlo."
    assert kinds(text)["Marten Karlo"] == "person"


def test_the_adjective_of_a_country_is_no_place_and_a_castle_is_no_person():
    text = (
        "The missiles could hit Ukrainian cities close to the border. Russia took Ukrainian territory. "
        "It was two miles south of Lympne Castle in Kent when he called. Barbara Castle was a minister."
    )
    found = {name.name: name.kind for name in outlined(read(text)).names}
    assert "Ukrainian" not in found
    assert (found["Lympne Castle"], found["Barbara Castle"]) == ("place", "person")
