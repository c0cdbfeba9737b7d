"""Calls that news and reports tell of: in every tense, with "want", on paper, and carried by a noun."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

NEWS = (
    "The harbour of Norhaven burned on Monday night. Three boats sank, the fire brigade said.\n\n"
    "“The quay should have been closed,” said Ana Reed, who owns a boat.\n\n"
    "Work on a new quay began in May. “The costs are known,” the mayor said. “They are high.”"
)


def asked(text, before=NEWS):
    found = outlined(read(f"# Fire at the harbour\n\n{before}\n\n{text}\n", "page.md")).recommendations
    return [(one.speaker, one.addressee, one.action) for one in found]


@pytest.mark.parametrize(
    ("text", "speaker", "addressee", "action"),
    [
        (
            "“I call on both parties to agree on one law for all ports,” Senator Ana Reed said.",
            "Senator Ana Reed",
            "both parties",
            "agree on one law for all ports",
        ),
        ("The union is calling for an inquiry into the fire.", "The union", "", "an inquiry into the fire"),
        ("The union called for an inquiry into the fire.", "The union", "", "an inquiry into the fire"),
        ("The union has demanded the abolition of the fee.", "The union", "", "the abolition of the fee"),
        ("The opposition wants the mayor to resign.", "The opposition", "the mayor", "resign"),
        (
            "The council passed a motion calling on the governments of Norland and Sudland to pay.",
            "a motion",
            "the governments of Norland and Sudland",
            "pay",
        ),
        (
            "Fishers repeated their call for the ministry to pay their wages.",
            "Fishers",
            "the ministry",
            "pay their wages",
        ),
        (
            "The mayor welcomed the report's recommendation that the council hire two guards.",
            "the report",
            "the council",
            "hire two guards",
        ),
        (
            "The council has accepted the board's recommendation to close the old quay.",
            "the board",
            "",
            "close the old quay",
        ),
    ],
)
def test_calls_of_others_are_told_with_who_calls(text, speaker, addressee, action):
    assert (speaker, addressee, action) in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "The job demanded patience.",
        "The law called for an inspection of the quay.",
        "The mayor rejected the union's call for the port to close.",
        "The quay wants a coat of paint.",
        "The mayor took a call from the union to plan the day.",
        "The proposal that failed was that of the union.",
    ],
)
def test_what_things_call_for_and_what_is_refused_is_no_call(text):
    assert asked(text) == []


def test_the_past_calls_for_nothing_in_a_text_that_tells_no_speech():
    before = "The harbour of Norhaven was built in 1848. It grew for a century. Three quays stand today."
    assert asked("In 1849 the fishers called for lower fees.", before) == []


def test_the_call_of_the_writers_themselves_is_listed():
    before = "We are the fishers of the coast. We have paid the fees for ten years."
    assert asked("We repeat our call for the government to act.", before) == [
        ("", "the government", "act"),
    ]


def test_what_follows_from_a_reason_is_asked_for():
    before = "We looked at the harbours of the coast. Many quays are old."
    assert asked("That is why the ministry must replace them now.", before) == [
        ("", "the ministry", "replace them now")
    ]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Banks must not, under any circumstances, charge fees.", "not charge fees"),
        ("Donors should also, where possible, fund local groups.", "also fund local groups"),
        (
            "We ask all ports to provide, within one year, written information on their steps.",
            "provide, within one year, written information on their steps",
        ),
    ],
)
def test_an_aside_cuts_nothing_off(text, action):
    assert [what for _, _, what in asked(text, "We looked at the fees of the coast.")] == [action]


def test_a_body_that_speaks_of_itself_encourages_and_requests():
    before = "# Report of the committee\n\nThe Committee is concerned that the port has no plan."
    text = (
        "The Committee encourages the State party to seek help.\n\n"
        "The Committee also requests the State party to report on its steps."
    )
    assert [(who, what) for _, who, what in asked(text, before)] == [
        ("the State party", "seek help"),
        ("the State party", "report on its steps"),
    ]


def test_the_writers_want_and_need_others_to_act():
    before = "We looked at the fees of the coast."
    assert asked("We need ministers to publish a plan.", before) == [("", "ministers", "publish a plan")]
    assert asked("We want visitors to feel at home.", before) == []


def test_news_goes_on_with_a_pronoun():
    assert ("The union", "", "an inquiry") in asked("The union blamed the port. It called for an inquiry.")
