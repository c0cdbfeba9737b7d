"""Tasks and decisions of minutes, and advice against something, which is never told as its opposite."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

MINUTES = "# Minutes of the harbour board\n\nThe board met at noon and heard three reports.\n\n"
NOTE = "# The yard\n\nThe yard is old. It holds three docks and two cranes.\n\n"


def listed(text):
    return outlined(read(text, "file.md", "text/markdown")).recommendations


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("ACTION: Mr Brandt to send the chart to all members.", "Mr Brandt", "send the chart to all members"),
        ("- ACTION: Ms Osei to write to the county.", "Ms Osei", "write to the county"),
        ("- Action 4.2 – all members to read the report.", "all members", "read the report"),
        ("RESOLVED: That the fees be frozen for one year.", "", "the fees be frozen for one year"),
        ("RESOLVED that the secretary write to the county.", "the secretary", "write to the county"),
        (
            "The Chair asked the Treasurer to prepare a note on costs.",
            "the Treasurer",
            "prepare a note on costs",
        ),
    ],
)
def test_minutes_give_out_tasks_and_tell_decisions(text, addressee, action):
    assert [(one.addressee, one.action) for one in listed(MINUTES + text)] == [(addressee, action)]


@pytest.mark.parametrize(
    "text",
    [
        "The Chair asked the Treasurer to explain the figures.",
        "ACTION: none",
        "The matter was resolved. That the fees were high was agreed.",
    ],
)
def test_what_is_done_in_the_meeting_is_no_task(text):
    assert not listed(MINUTES + text)


def test_nothing_is_given_out_where_a_text_only_speaks_of_minutes():
    text = "# The ferry\n\nIt was twenty minutes late. The captain asked the crew to wait on deck."
    assert not listed(text)


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("The panel urged ministers not to sell the yard.", "ministers", "not to sell the yard"),
        ("Residents are urged not to draw water there.", "Residents", "not to draw water there"),
        ("- Residents are urged not to draw water there.", "Residents", "not to draw water there"),
        ("We advise against selling the depot.", "", "against selling the depot"),
        ("We advise ministers against closing it.", "ministers", "against closing it"),
    ],
)
def test_advice_against_something_keeps_its_not(text, addressee, action):
    assert [(one.addressee, one.action) for one in listed(NOTE + text)] == [(addressee, action)]


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("Landlords should be required to fit alarms.", "Landlords", "be required to fit alarms"),
        ("Visitors are asked to keep dogs on a lead.", "Visitors", "keep dogs on a lead"),
    ],
)
def test_who_is_to_be_made_to_act_is_the_one_who_is_asked(text, addressee, action):
    assert (addressee, action) in [(one.addressee, one.action) for one in listed(f"# Advice\n\n{text}")]


@pytest.mark.parametrize("heading", ["Action items", "Next steps", "Actions", "4. Agreed actions", "To do"])
@pytest.mark.parametrize(
    ("item", "addressee", "action", "deadline"),
    [
        (
            "- Mary to send the chart to all by 5 October",
            "Mary",
            "send the chart to all by 5 October",
            "by 5 October",
        ),
        ("- Council staff to report back on costs", "Council staff", "report back on costs", ""),
        ("- [ ] The clerk to circulate the draft", "The clerk", "circulate the draft", ""),
        (
            "Ms Osei will contact the owners by Friday.",
            "Ms Osei",
            "contact the owners by Friday",
            "by Friday",
        ),
        ("The finance board is to review the fees.", "The finance board", "review the fees", ""),
    ],
)
def test_a_heading_for_tasks_makes_a_task_of_who_is_to_do_what(heading, item, addressee, action, deadline):
    (one,) = listed(f"# Meeting of 24 September 2020\n\nThe board met at noon.\n\n## {heading}\n\n{item}\n")
    assert (one.addressee, one.action, one.deadline) == (addressee, action, deadline)


@pytest.mark.parametrize(
    "item",
    ["- The fees will rise in May.", "- Plans to build a quay were dropped.", "- Ran out of time to vote."],
)
def test_what_happens_to_things_is_no_task(item):
    assert not listed(f"# Meeting of 24 September 2020\n\nThe board met.\n\n## Actions\n\n{item}\n")


def test_who_will_do_what_is_no_task_in_a_text_that_is_not_minutes():
    assert not listed(NOTE + "## The yard\n\nMs Osei will contact the owners by Friday.\n")


def test_a_box_to_tick_is_no_part_of_the_task():
    text = "# Meeting\n\nThe board met.\n\n## Action items\n\n- [ ] Update the tide tables\n"
    assert [one.action for one in listed(text)] == ["Update the tide tables"]
