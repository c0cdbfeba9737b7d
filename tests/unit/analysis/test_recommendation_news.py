"""What a report of others' words asks for: demands in news, in interviews and in minutes."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

NEWS = (
    "# Boats and fees\n\n"
    "The harbour of Norden has lost a third of its boats, the council said on Monday. "
    "“Fees have grown each year,” said Ana Pike, who leads the union. “They never fell.”\n\n"
)


def listed(text):
    return outlined(read(text, "file.md", "text/markdown")).recommendations


def told(text):
    return [(one.speaker, one.addressee, one.strength.value) for one in listed(NEWS + text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Reed stressed that the town must lower its fees.", ("Mr Reed", "the town", "must")),
        ("“The town must lower its fees,” Mr Reed said.", ("Mr Reed", "The town", "must")),
        ("Mr Reed underlined that the town should lower its fees.", ("Mr Reed", "the town", "should")),
        (
            "Having met the owners, Mr Reed said that the council should lower its fees.",
            ("Mr Reed", "the council", "should"),
        ),
        ("Mr Reed said that if a boat sank, its owner must be told.", ("Mr Reed", "", "must")),
    ],
)
def test_what_somebody_says_should_be_done_is_a_demand_in_the_news(text, expected):
    assert told(text) == [expected]


def test_a_quotation_of_several_sentences_is_no_speech_of_the_writer():
    text = "“We fish at night. We never sleep. I know each of them,” Ms Pike said.\n\n"
    assert told(text + "Mr Reed urged the mayor to lower the fees.") == [("Mr Reed", "the mayor", "should")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Reed said that the boats should arrive at noon.",
        "Mr Reed said that it must be a mistake.",
        "Mr Reed asked whether the town should lower its fees.",
    ],
)
def test_what_is_only_expected_or_asked_in_the_news_is_no_demand(text):
    assert not told(text)


def test_norms_that_a_story_goes_on_to_tell_of_ask_nobody():
    text = (
        "# The old order\n\nThe order was founded in the hills. Its monks built a wall and kept bees. "
        "The abbots argued that knights should obey a code. They should not burn barns. They should guard "
        "the weak. The code was kept for a time, and then it was forgotten. The hills grew quiet."
    )
    assert not listed(text)


MEETING = "## Attendees\n\nAna Pike (AP), Tom Reed (TR)\n\n## Discussion\n\n"


@pytest.mark.parametrize(
    ("text", "speaker", "action"),
    [
        ("TR suggested moving the stall to the quay.", "Tom Reed", "moving the stall to the quay"),
        ("AP stated that the site should be rebuilt.", "Ana Pike", "the site should be rebuilt"),
        (
            "TR requested this matter be debated in May.",
            "Tom Reed",
            "this matter be debated in May",
        ),
    ],
)
def test_what_is_put_forward_in_a_meeting_is_listed_with_who_said_it(text, speaker, action):
    assert [(one.speaker, one.action) for one in listed(MEETING + text)] == [(speaker, action)]


def test_what_follows_the_words_of_one_speaker_in_minutes_is_asked_as_well():
    text = "The board agreed that the plan should be kept. Progress should be reported at each meeting."
    assert [one.action for one in listed(MEETING + text)] == [
        "the plan should be kept",
        "Progress should be reported at each meeting",
    ]


@pytest.mark.parametrize(
    "text",
    ["TR asked about costs.", "TR stated he had never been asked to lower the fees."],
)
def test_questions_and_memories_in_minutes_ask_for_nothing(text):
    assert not listed(MEETING + text)
