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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The car left Upper Mill Road for the Mill Shopping Centre. He lies in Vedenskoye Cemetery.",
            {
                "Upper Mill Road": "place",
                "Mill Shopping Centre": "place",
                "Vedenskoye Cemetery": "place",
            },
        ),
        (
            "Mr. Speaker, the Plaintiffs met Ann Cole. The Defendant asked Counsel, Mr. Speaker.",
            {"Ann Cole": "person"},
        ),
        ("DCI Jane Marsh and SI David Ng asked him.", {"Jane Marsh": "person", "David Ng": "person"}),
        ("Counsel for Lim agreed. Lim left the court.", {"Lim": "person"}),
        ("It was shown as Exhibit B1A under the rules (2008 Rev Ed).", {}),
        ("Beverly Ross spoke in Beverly Hills.", {"Beverly Ross": "person", "Beverly Hills": "place"}),
        ("The CI was 95%, and the SDR rose. The MMR vaccine works.", {}),
        ("Thousands of Tamil civilians fled. Tamil and Muslim civilians hid.", {}),
        (
            "Internet Security Trust Group (ISTG), a charity, has nine employees. ISTG is small.",
            {"Internet Security Trust Group": "organisation"},
        ),
    ],
)
def test_words_of_places_ranks_and_peoples_tell_what_a_name_is(text, names):
    assert kinds(f"# Notes\n\n{text}") == names


def test_a_middle_name_and_a_place_make_no_other_person():
    text = "Patrick Leopold Gordon of Marsh was a general. Patrick Gordon was brought up by Alexander Gordon."
    assert kinds(f"# Notes\n\n{text}") == {
        "Patrick Leopold Gordon": "person",
        "Alexander Gordon": "person",
    }


def test_names_that_fill_cells_are_names():
    text = (
        "# Notes\n\n| Speaker | Body |\n|---|---|\n| Helen Marsh | Harbour Trust Foundation |\n"
        "| Tom Reed | Kenya |\n| Open questions | All members |\n"
    )
    assert kinds(text) == {
        "Helen Marsh": "person",
        "Harbour Trust Foundation": "organisation",
        "Tom Reed": "person",
        "Kenya": "place",
    }


def test_a_surname_is_of_whom_the_text_had_named_by_then():
    text = (
        "Patrick Gordon of Marsh was a general. Gordon left home, and Gordon was wounded. His daughter "
        "married Alexander Gordon."
    )
    named = {name.name: name.aliases for name in outlined(read(text, "file.md", "text/markdown")).names}
    assert "Gordon" in named[next(name for name in named if name.startswith("Patrick"))]
    assert named["Alexander Gordon"] == ()


def test_well_known_names_are_seen_where_the_model_passes_them_over():
    text = "Today we have been accepted into the Mozilla, Apple, and Google root programs."
    assert kinds(f"# Notes\n\n{text}")["Mozilla"] == "organisation"


def test_a_short_form_may_stand_behind_a_second_pair_of_brackets():
    text = "It fell under the Criminal Procedure Code (Cap 68, 1985 Rev Ed) (“CPC”). The CPC was changed."
    outline = outlined(read(f"# Notes\n\n{text}", "file.md", "text/markdown"))
    assert [(one.short, one.long) for one in outline.acronyms] == [("CPC", "Criminal Procedure Code")]


def test_a_word_that_stands_in_small_letters_as_well_is_no_person():
    text = "Library asked for a change. The library was shut, and a new library was built. Ann Cole agreed."
    assert "Library" not in kinds(f"# Notes\n\n{text}")


def test_the_words_of_a_speech_are_no_part_of_the_speakers_name():
    text = "The figures speak. HON. M. S. MARSHAM.- Freedom is dear to us. The minister spoke of freedom."
    assert list(kinds(f"# Notes\n\n{text}")) == ["M. S. MARSHAM"]
