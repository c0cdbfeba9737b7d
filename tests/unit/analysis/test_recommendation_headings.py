"""Recommendations by where they stand: headings that say what to do, steps under a lead-in, resolutions."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def listed(text):
    return outlined(read(text, "file.md", "text/markdown")).recommendations


def actions(text):
    return [one.action for one in listed(text)]


REPORT = "# Water in the north\n\nThe towns have grown. Their wells have not.\n\n"


@pytest.mark.parametrize(
    "heading",
    ["Recommendations", "What needs to happen", "Major reforms", "Our demands", "What we are calling for"],
)
def test_headings_below_one_for_recommendations_say_what_to_do(heading):
    text = (
        f"{REPORT}## {heading}\n\n### Invest in local data\n\nTowns lack figures.\n\n- Use is not known\n\n"
        "### 2. Create a board for prices\n\nOperators set them today.\n\n### Leaks\n\nPipes leak.\n"
    )
    assert actions(text) == ["Invest in local data", "Create a board for prices"]


def test_no_heading_elsewhere_and_no_name_of_a_part_is_a_recommendation():
    text = (
        f"{REPORT}## Findings\n\n### Build more wells\n\nSo they say.\n\n## Recommendations\n\n### Context\n"
    )
    assert not actions(text)


def test_what_stands_below_such_a_heading_is_listed_where_it_asks():
    below = "### Invest in data\n\n- Saves much money\n- Towns should pay for it.\n"
    text = f"{REPORT}## Recommendations\n\n{below}"
    assert actions(text) == ["Invest in data", "pay for it"]


@pytest.mark.parametrize("lead", ["Key steps include:", "The main measures are:", "Some priorities include:"])
def test_steps_of_what_is_asked_are_listed_though_they_are_no_clauses(lead):
    steps = "Testing the wells.\n\nReplacing the pumps.\n\nIt rained."
    text = f"{REPORT}The council must adopt a plan. {lead}\n\n{steps}"
    assert actions(text) == ["adopt a plan", "Testing the wells", "Replacing the pumps"]


def test_steps_of_what_was_done_are_none():
    assert not actions(f"{REPORT}The council adopted a plan. Key steps included:\n\n- Testing the wells.\n")
    assert not actions(f"{REPORT}The work is slow. Key steps include:\n\n- Testing the wells.\n")


def test_a_resolution_directs_offices():
    text = (
        "WHEREAS, wells matter to the city; and\n\nNOW, THEREFORE BE IT RESOLVED, that the Council:\n\n"
        "1. Directs the Water Office to: a. Test each well in the city and publish the figures.\n"
        "2. Directs the Clerk to tell all owners of wells.\n"
    )
    found = [(one.addressee, one.action) for one in listed(text)]
    assert [who for who, _ in found] == ["the Water Office", "Clerk"]
    assert found[1][1] == "tell all owners of wells"


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("The second thing owners need to do is invest in pumps.", "owners", "invest in pumps"),
        (
            "What the boards, both old and new, should do is to test the wells each year.",
            "the boards, both old and new",
            "test the wells each year",
        ),
        (
            "Owners should make it easier for tenants to complain.",
            "Owners",
            "make it easier for tenants to complain",
        ),
        ("A yearly audit of the wells is recommended.", "", "A yearly audit of the wells"),
    ],
)
def test_what_is_asked_for_in_other_turns(text, addressee, action):
    assert [(one.addressee, one.action) for one in listed(f"# Wells\n\n{text}")] == [(addressee, action)]


@pytest.mark.parametrize(
    "text",
    [
        "- State censuses used to be more common, but largely abolished.",
        "- Clear signs and open rules help drivers understand the limit.",
        "As part of the deal, the team will have access to the tools, give feedback, and share cases.",
        "Don't worry about the cost of the wells.",
        "Join here today!",
        "Let's now turn to the figures for the wells.",
        "Boost in expertise",
        "Zoom out to the whole valley.",
        "The minister should be commended for the new wells.",
        "This should make it easier to win.",
    ],
)
def test_what_only_looks_like_a_command_or_a_duty(text):
    assert not actions(f"# Wells\n\n{text}")


def test_a_condition_before_a_command_still_leads_to_it():
    text = "# Wells\n\nWhere the law does not demand it, refrain from asking tenants for their papers."
    assert len(actions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "colonialism a practice in which one group rules another",
        "If you run the tests, please get in touch with any results.",
        "Or think of the owners who never test their wells.",
        "Let’s try another example, this one from the coast.",
    ],
)
def test_glossaries_and_words_to_readers_are_none(text):
    assert not actions(f"# Wells\n\n{text}")
