"""What sounds like advice and says how things are, and what offers something in mild words."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE = "We wrote this paper for the regulator. The market for boats is broken."


def asked(text):
    found = outlined(read(f"# Boats\n\n{BEFORE}\n\n{text}\n", "page.md")).recommendations
    return [(one.addressee, one.strength.value, one.action) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Currently owners must write to the port in person.",
        "Under the current rules, boats have to be inspected by hand.",
        "The plan still needs to be approved by the board.",
        "The works should be completed in 2031.",
        "What government should do now",
        "Why the ministry must act on boats:",
        "To apply, owners must be over 18.",
        "The new lock should help small boats.",
        "The fee should raise two million a year.",
        "It is odd that the port should say so little of its fees.",
        "Nobody should ever have to live on such a boat.",
        "Finally, let me highlight the other parts of the plan.",
        "If a new firm came now it would have to hold talks with the port.",
        "With a new lock, these floods should subside within days.",
        "The symptoms should disappear within a few days.",
        "The works should be completed in early 2031.",
        "Are there obstacles that need to be discussed?",
        "I want my son to go to university.",
        "The council may need to close the school.",
    ],
)
def test_how_things_are_or_will_be_is_no_advice(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The time for talks to begin is over.",
        "It is up to parents to decide what children eat.",
        "Farmers might have to sell their cattle.",
        "The port would have to close if the fee rises.",
    ],
)
def test_what_may_have_to_be_done_or_is_left_to_somebody_is_no_advice_alone(text):
    assert outlined(read(f"{text}\n", "page.md")).recommendations == ()


@pytest.mark.parametrize(
    "text",
    [
        "The ministry still needs to explain the fee.",
        "The works should be completed by June 2031.",
        "The council should help small boats.",
        "Owners must now write to the port.",
        "Let me be clear: the government must act now.",
        "Let me urge the minister to publish the plan.",
        "Let me stress that the port should close.",
        "We must remember the lessons of the last storm.",
        "To open the market, members must lower their fees.",
        "You must remember to renew your licence before June.",
        "We must never forget to lock the gate.",
        "You need to compare at least three quotes before you choose a builder.",
        "The old signs should disappear from the town.",
        "The works should be completed in stages by the contractor.",
        "The new plant should be completed within the budget set by the council.",
        "The bridge should be open in time for the games.",
        "The road still needs to be finished before winter.",
        "Ships should turn off their engines in port.",
        "The lottery should raise money for the arts.",
        "The law should save lives by requiring seat belts.",
        "I want the minister to publish the plan.",
    ],
)
def test_what_has_a_deadline_or_a_doer_is_advice(text):
    assert len(asked(text)) == 1


def test_what_a_committee_decides_of_its_own_papers_is_no_advice():
    text = (
        "## Recommendations\n\n- That the Council close the old quay.\n"
        "- That the Report be the Fourth Report of the Committee to the House."
    )
    assert asked(text) == [("Council", "should", "close the old quay")]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("This should be considered.", "This should be considered"),
        ("The closure of the quay should be considered.", "The closure of the quay should be considered"),
        ("There are obstacles that need to be discussed.", "obstacles need to be discussed"),
    ],
)
def test_what_is_to_be_done_to_something_is_said_once_and_of_that(text, action):
    assert [what for _, _, what in asked(text)] == [action]


def test_mild_words_offer_something():
    text = (
        "It may be useful to add small boats to the list.\n\n"
        "It might prove prudent for committees to have quarterly meetings."
    )
    assert asked(text) == [
        ("", "could", "add small boats to the list"),
        ("committees", "could", "have quarterly meetings"),
    ]


def test_what_is_useful_is_offered_only_with_may_or_might():
    assert asked("It is useful to compare the two boats.") == []


def test_a_verb_that_looks_like_a_noun_behind_essential():
    assert asked("We believe it is essential that the CMA work together with other bodies.") == [
        ("CMA", "must", "work together with other bodies")
    ]


def test_a_heading_for_advice_may_say_what_it_is_for():
    text = (
        "## Recommendations to strengthen the training of pilots\n\n"
        "- Hold a course each year\n- Test every pilot"
    )
    assert all(not who for who, _, _ in asked(text))


def test_who_concurs_tells_what_others_ask_for():
    assert asked("The port concurred that the fees should be lowered.") == []


def test_what_readers_may_want_to_read_is_no_list_of_advice():
    text = "Please consider reading these other replies:\n\n- Norhaven Port Project\n- Friends of the Quay"
    assert not {what for _, _, what in asked(text)} & {"Norhaven Port Project", "Friends of the Quay"}


def test_measures_that_are_to_be_balanced_announce_no_measures():
    text = (
        "All of these measures could be balanced by a rule like that of the Open Ports Act:\n\n"
        "- taken to prevent fraud\n- not used as a pretext to shut out small boats"
    )
    assert not any("fraud" in what or "pretext" in what for _, _, what in asked(text))
