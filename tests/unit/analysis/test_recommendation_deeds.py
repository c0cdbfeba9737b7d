"""Several deeds asked for in one sentence: each is told with who is to do it, and how firmly."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE = "# Boats\n\nWe wrote this paper for the regulator. The market for boats is broken.\n\n"


def listed(text):
    found = outlined(read(f"{BEFORE}{text}\n", "page.md")).recommendations
    return [(one.addressee, one.strength.value, one.action) for one in found]


@pytest.mark.parametrize(
    ("text", "addressee", "strength"),
    [
        (
            "The ministry should publish its fees; train its inspectors; and buy two boats.",
            "The ministry",
            "should",
        ),
        (
            "The ministry should: publish its fees; train its inspectors; and buy two boats.",
            "The ministry",
            "should",
        ),
        ("Ports need to: publish their fees; open their locks; hire a clerk.", "Ports", "should"),
        ("The port must publish its fees; train its staff; and open the lock.", "The port", "must"),
        (
            "We recommend that the port repay all fees; keep books; and publish its costs.",
            "the port",
            "should",
        ),
        (
            "We recommended the port repay all fees; keep books; and publish costs.",
            "the port",
            "should",
        ),
        (
            "The minister should: i) publish the fees; ii) open the lock; iii) hire a clerk.",
            "The minister",
            "should",
        ),
    ],
)
def test_deeds_that_semicolons_set_apart_are_told_one_by_one(text, addressee, strength):
    found = listed(text)
    assert [one[:2] for one in found] == [(addressee, strength)] * 3
    assert not any(";" in one[2] for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "The port should publish its fees; costs are high.",
        "The port should publish its fees; no other port does.",
        "The port should publish its fees; use of the lock is free.",
    ],
)
def test_what_follows_a_semicolon_and_is_no_deed_is_told_of_none(text):
    assert [one[0] for one in listed(text)] == ["The port"]


def test_each_deed_has_its_own_deadline():
    text = "The port should publish its fees by May 2031; train its staff; and open the lock by June 2032."
    found = outlined(read(f"{BEFORE}{text}\n", "page.md")).recommendations
    assert [one.deadline for one in found] == ["by May 2031", "", "by June 2032"]


def test_deeds_that_the_text_counts_for_somebody_are_listed():
    text = (
        "The objective of this review was to find out how the reports were prepared. We found that no "
        "material weaknesses had been identified in the areas that we visited. We believe that HCFA should: "
        "(1) review all systems that provide data to the accounting system in accordance with Section 4, "
        "(2) consider reclassifying the assessments of internal control areas that are pending material "
        "weaknesses and high risk areas, and (3) enhance the testing used to evaluate the controls."
    )
    found = outlined(read(text, "page.txt")).recommendations
    assert [one.action.split()[0] for one in found] == ["review", "consider", "enhance"]
    assert {one.addressee for one in found} == {"HCFA"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The port should, if it wants to be trusted, publish its fees.",
            ("The port", "should", "publish its fees"),
        ),
        (
            "Under no circumstances should owners sell.",
            ("owners", "should", "Under no circumstances should owners sell"),
        ),
        (
            "Nor should we accept that the fees are fair.",
            ("", "should", "Nor should we accept that the fees are fair"),
        ),
        (
            "There is an urgent need for the port to open the lock.",
            ("the port", "should", "open the lock"),
        ),
        ("The key recommendation is that the port be closed.", ("", "should", "the port be closed")),
    ],
)
def test_turned_and_nominal_wordings_are_told_with_their_sense(text, found):
    assert listed(text) == [found]


@pytest.mark.parametrize(
    "text", ["Should the port open the lock, boats will come.", "The recommendation is old."]
)
def test_a_condition_and_a_fact_are_no_advice(text):
    assert listed(text) == []


def test_a_condition_between_should_and_the_deed_is_told_as_condition():
    text = "The port should, if it wants to be trusted, publish its fees."
    (one,) = outlined(read(f"{BEFORE}{text}\n", "page.md")).recommendations
    assert one.condition == "if it wants to be trusted"


def test_what_a_body_is_to_decide_is_told_with_its_name():
    text = (
        "## Recommendations\n\nThat Cabinet:\n\n(a) approves the plan;\n(b) agrees that the yard be sold.\n"
    )
    assert [(one[0], one[2]) for one in listed(text)] == [
        ("Cabinet", "approves the plan"),
        ("Cabinet", "agrees that the yard be sold"),
    ]


def test_a_body_may_be_recommended_to_do_something():
    text = "The council is recommended to approve the plan."
    assert listed(text) == [("The council", "should", "approve the plan")]
