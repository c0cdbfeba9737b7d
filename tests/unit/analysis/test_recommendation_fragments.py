"""Pieces of text, forms and addresses that look like commands are no recommendations."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE = "# A report\n\n## Recommendations\n\nThe ministry should open the ports. It is high time.\n\n"
AFTER = "\n\nNothing was done. The ports were closed for long."


def listed(text, before=BEFORE):
    document = read(f"{before}{text}{AFTER}", "file.md", "text/markdown")
    found = [one.action for one in outlined(document).recommendations]
    return found[1:] if before is BEFORE else found


@pytest.mark.parametrize(
    "text",
    [
        # One word, and the rest of a sentence that a page has cut.
        "Letter",
        "and cost effective than paper-based processes, and delays can increase costs to the office.",
        "check on the status of a payment. They can also apply for plans to pay later.",
        "obtain approval of the agency. The law created a new way to it.",
        # Pointers, rows of tables, captions, titles of parts.
        "[Figure 1: Timeline of Workforce Events in — see original PDF] Relevant to it 5",
        "Wait time 9.0 23.5 18.8 27.7 3.3 3.4 3.2",
        "Select 2025 Filing Season Performance Measures",
        "Appendix I: Select 2025 Filing Season Performance Measures",
        # Nouns that are verbs elsewhere.
        "Grant amounts and availability each year are dependent upon available funding.",
        "Lower ranked items may be listed later on.",
        "Work-in-progress is not counted in the table.",
        "Note that such readers are not safe.",
        "To view the full product, including the method, click on the link above.",
        # Forms and addresses.
        "Check the appropriate box below if the filing is intended to satisfy the rule.",
        "Indicate by check mark whether the company is an emerging one.",
        "If you or your staff have any questions about this report, please contact me at roe@example.org.",
        "The office must receive comments on this notice by 21 September.",
        "Comments must be sent to the clerk named in the notice.",
    ],
)
def test_what_only_looks_like_a_command_is_none(text):
    assert listed(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Open the ports.", "Open the ports"),
        ("Open the ports by 2030", "Open the ports by 2030"),
        ("Re-open the council.", "Re-open the council"),
        ("In the chapter on ports,\n\nreplace the first line.", "replace the first line"),
        ("- publish the books of the port", "publish the books of the port"),
        ("Grant amounts that are fair.", "Grant amounts that are fair"),
    ],
)
def test_what_is_a_command_is_listed(text, action):
    assert listed(text) == [action]


def test_a_heading_above_most_of_the_text_is_no_place_for_recommendations():
    body = "\n\n".join(
        f"In part {number} the office told of its work. Look at the desk. It was a long year for it."
        for number in range(12)
    )
    text = (
        "# Highlights\n\n## What the auditors recommend\n\nThe auditors make one recommendation.\n\n"
        f"### Background\n\n{body}\n\n### The year of the office\n\n{body}\n\n"
        "### Recommendations\n\nThe office should draw up a plan.\n\nMend the old desk.\n"
    )
    found = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert [one.action for one in found] == ["draw up a plan", "Mend the old desk"]


def test_items_that_tell_what_something_is_for_are_none():
    text = (
        "The survey will be used to:\n\n- identify old wells of the valley\n- inform later decisions\n\n"
        "The clerk should:\n\n- close the wells of the valley\n- publish a list of them\n"
    )
    assert listed(text, "# Wells\n\n") == ["close the wells of the valley", "publish a list of them"]


def test_items_that_say_which_things_are_meant_go_on_with_the_lead_in():
    text = "Offices are encouraged to name wells that:\n\n- are in use\n- have a known owner\n"
    assert listed(text, "# Wells\n\n") == ["name wells that are in use", "name wells that have a known owner"]


@pytest.mark.parametrize(
    "lead",
    ["Review Authorities In response to:", "The parties also suggested a number of practices, including:"],
)
def test_heads_of_columns_and_what_others_suggested_lead_to_nothing(lead):
    assert listed(f"{lead}\n\n- Old Water Act\n- Wells of the Valley Act\n", "# Wells\n\n") == []


def test_items_of_a_command_that_say_which_things_are_meant_go_on_with_it():
    text = "Identify rules that are:\n\n- no longer needed\n- in the way of trade\n"
    assert listed(text, "# Wells\n\n") == [
        "Identify rules that are no longer needed",
        "Identify rules that are in the way of trade",
    ]


def test_a_text_in_capitals_is_no_specification():
    said = " ".join(f"THE AGENCY MUST READ PAPER {number}. AND WE MUST PAY FOR IT." for number in range(30))
    outline = outlined(read(f"{said}\n\nIt was told so.", "file.txt"))
    assert not any("specification" in remark for remark in outline.remarks)
    assert {one.addressee.upper() for one in outline.recommendations} <= {"", "THE AGENCY", "AGENCY"}


def test_the_verb_after_somebody_is_what_is_recommended():
    text = (
        "# A report\n\n## What GAO recommends\n\nGAO recommends that the Director of the office work with "
        "agencies and Congress to encourage the use of such grants.\n"
    )
    found = outlined(read(text, "file.md", "text/markdown")).recommendations
    told = [(one.addressee, one.action.split()[0]) for one in found if "Director" in one.addressee]
    assert told == [("the Director of the office", "work")]


def test_items_that_somebody_would_have_to_collect_are_not_asked_for():
    text = (
        "Under the rules that were proposed, a station would have to collect the following data:\n\n"
        "- name of the service\n- channel of the program\n- date of transmission\n"
    )
    assert listed(text, "") == []
