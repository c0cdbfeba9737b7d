"""What those who meet agree on or take upon themselves, told in the words of minutes."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

MINUTES = "# Minutes of the harbour board\n\nThe board met at noon and heard three reports.\n\n"


def listed(text):
    found = outlined(read(text, "file.md", "text/markdown")).recommendations
    return [(one.addressee, one.action) for one in found]


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("The group agreed that the clerk will write to the county.", "the clerk", "write to the county"),
        (
            "It was agreed that the chair would send the plan by Friday.",
            "the chair",
            "send the plan by Friday",
        ),
        ("It was agreed that the fees be frozen for a year.", "", "the fees be frozen for a year"),
        ("There was agreement that the plan should be updated.", "", "the plan should be updated"),
        ("It was suggested that the officers should form a group.", "the officers", "form a group"),
        ("The members agreed to publish the fees.", "The members", "publish the fees"),
        (
            "The clerk will circulate the paper to all members.",
            "The clerk",
            "circulate the paper to all members",
        ),
        ("JT to update the log.", "JT", "update the log"),
        ("The chair advised the board to adopt the standard.", "the board", "adopt the standard"),
        ("Action: Send letters to members of the club.", "", "Send letters to members of the club"),
    ],
)
def test_minutes_tell_what_is_agreed_and_who_is_to_do_it(text, addressee, action):
    assert listed(MINUTES + text) == [(addressee, action)]


def test_items_under_what_was_agreed_are_told_with_who_is_to_act():
    text = (
        "The board agreed:\n\n1. To publish the fees\n2. That the clerk should write to the county\n"
        "3. For the chairs to form a group\n4. That the lock be closed\n5. The board approved the accounts\n"
        "6. The Board approved of the changes made to the process and the setting up of the wiki\n"
    )
    assert listed(MINUTES + text) == [
        ("The board", "publish the fees"),
        ("the clerk", "write to the county"),
        ("the chairs", "form a group"),
        ("", "the lock be closed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The next meeting will be held on 5 May.",
        "The meeting will start at nine.",
        "The ferry will carry two hundred people.",
        "The board agreed that the fees were high.",
        "The group agreed with the report.",
        "The council will receive two million from the county.",
        "Residents will pay more.",
        "Members to note the report.",
        "Thanks to the crew.",
        "The clerk advised that the post was filled.",
        "It was agreed that boats would need more room.",
    ],
)
def test_what_will_happen_or_was_found_is_no_task(text):
    assert not listed(MINUTES + text)


@pytest.mark.parametrize(
    "text",
    ["The clerk will circulate the paper.", "The two towns agreed to share the lock."],
)
def test_plans_outside_of_minutes_are_no_tasks(text):
    assert not listed(f"# The lock\n\nThe lock is old. It has two gates.\n\n{text}")


def test_a_text_that_names_at_its_end_who_was_there_is_minutes():
    told = (
        "# Harbour board, September\n\nThe board noted the report. The board discussed the fees. "
        "The group agreed that the log was full.\n\nIt was agreed that the clerk would write to the county."
        "\n\n## Attendees\n\nAnna Brandt\n\nApologies: Kofi Osei\n"
    )
    assert listed(told) == [("the clerk", "write to the county")]


def test_a_dateline_is_no_part_of_who_calls_for_something():
    text = (
        "# Ports\n\nVELMAR, May 5 - Three groups today called on the ministry to publish its fees.\n\n"
        "The groups are small. They have offices in Velmar.\n"
    )
    (one,) = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert (one.speaker, one.addressee, one.action) == ("Three groups", "the ministry", "publish its fees")


@pytest.mark.parametrize(
    "text",
    [
        "No one agreed to chair the group.",
        "Nobody agreed to write to the county.",
        "None of the members agreed to check the log.",
        "The clerk had agreed to write to the county last month but had not.",
        "The clerk agreed to send the plan in May but did not.",
        "The clerk had then agreed to check the log.",
        "It was agreed that members would find the new room colder.",
        "It was agreed that the chair would miss the talk.",
        "The director will retire in June.",
        "The secretary will miss the next meeting.",
        "The officer will arrive late.",
        "Ann Lee will marry in June.",
        "The treasurer will resign in May.",
        "The treasurer will turn 60 in May.",
        "The manager will be away and will leave at noon.",
        "There was agreement that the county would refuse the grant.",
        "There was agreement that the ministry would reject the plan.",
    ],
)
def test_news_of_members_and_what_nobody_does_is_no_task(text):
    assert not listed(MINUTES + text)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The clerk will find a new room.", "find a new room"),
        ("The officer will return the keys.", "return the keys"),
        ("It was agreed that the clerk would find a room by May.", "find a room by May"),
    ],
)
def test_members_find_and_return_things(text, action):
    assert [one[1] for one in listed(MINUTES + text)] == [action]


def test_a_co_ordinator_is_given_work():
    assert listed(f"{MINUTES}The co-ordinator will circulate the paper.") == [
        ("The co-ordinator", "circulate the paper")
    ]


def test_a_body_that_met_takes_upon_itself_what_is_agreed():
    assert listed(f"{MINUTES}There was agreement that the board would reject the offer.") == [
        ("the board", "reject the offer")
    ]


def test_somebody_from_outside_can_be_given_work_that_helps():
    assert listed(f"{MINUTES}It was agreed that the county would send the plan.") == [
        ("the county", "send the plan")
    ]
