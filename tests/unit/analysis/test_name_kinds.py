"""Kinds of names that the words beside them tell, where the model guesses persons, laws and bodies."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def kinds(text):
    return {name.name: name.kind for name in outlined(read(text, "file.md", "text/markdown")).names}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The army marched on and took the town of Suleiman Bek on Monday. Suleiman Bek was burnt.",
            "Suleiman Bek",
            "place",
        ),
        (
            "The town of Amirli was besieged. The siege of Amirli lasted for weeks, and Amirli held out.",
            "Amirli",
            "place",
        ),
        ("In Enfield, a northern borough of London, cases have risen.", "Enfield", "place"),
        ("Research group Forrester called the outages a wake-up call.", "Forrester", "organisation"),
        ("A local Kataib Hezbollah commander spoke of fifty fighters.", "Kataib Hezbollah", "organisation"),
        ("The consultancy Watson Wyatt asked a thousand firms.", "Watson Wyatt", "organisation"),
    ],
)
def test_the_words_beside_a_name_tell_its_kind(text, name, kind):
    assert kinds(f"# Notes\n\n{text}")[name] == kind


def test_feasts_are_no_places_and_end_no_place():
    text = (
        "Bombers struck luxury hotels and churches in and around Colombo and the eastern city of Batticaloa "
        "on Easter Sunday. The Easter Sunday bombings killed many."
    )
    assert kinds(f"# Notes\n\n{text}") == {"Colombo": "place", "Batticaloa": "place"}


def test_no_people_and_no_rifle_is_a_law_or_a_body():
    found = kinds(
        "# Notes\n\nThe siege was of the predominantly Shi'ite Turkmen town of Amirli in Iraq. "
        "Townspeople armed with AK-47s put up resistance. They kept the AK-47s."
    )
    assert "law" not in found.values()
    assert found.get("AK-47s", "other") == "other"


def test_a_word_of_a_title_alone_is_no_name():
    text = "# Notes\n\nThe service failed.\n\nResilience as a Continuum\n\nFirms choose how far they go."
    assert "Continuum" not in kinds(text)
