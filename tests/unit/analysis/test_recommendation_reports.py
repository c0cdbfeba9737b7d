"""What audit reports say beside their recommendations, and in how odd a shape they give them."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read


def advice(text, name="a.txt"):
    return outlined(read(text, name)).recommendations


def test_how_a_publisher_is_reached_is_no_advice():
    text = (
        "To report waste, do one of the following:\n\n"
        "- Call toll-free (800) 555-0143 to speak with a hotline specialist, available 24 hours a day.\n\n"
        "- Send an e-mail to hotline@example.org.\n\n- Write to:\n\n"
        "- Report online at: https://hotline.example.org.\n"
    )
    assert advice(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Report every spill to the harbour office.",
        "Call for bids in every district.",
        "Send an envoy to the talks.",
    ],
)
def test_a_command_with_the_same_verb_stays_advice(text):
    found = advice(f"Recommendations\n\n- {text}\n- Publish the figures every year.\n")
    assert next(one.action for one in found) == text.rstrip(".")


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        (
            "We recommend that both the Harbour Office and the Port Board address the rest of the plan.",
            "both the Harbour Office and the Port Board",
            "address the rest of the plan",
        ),
        (
            "We also recommend that, like the Ministry, both the Port Office and the Board address the gaps.",
            "both the Port Office and the Board",
            "address the gaps",
        ),
    ],
)
def test_what_is_recommended_is_whole_though_its_verb_looks_like_a_noun(text, addressee, action):
    found = advice(f"Recommendations\n\n1.1 {text}\n\nThe figures are known to few.\n")
    assert [(one.addressee, one.action) for one in found] == [(addressee, action)]


def test_that_alone_is_no_action():
    text = (
        "Recommendations\n\n1.2 We also recommend that, similar to the Ministry, the Harbour Office\n\n"
        "-- Select a tool to act as a store for its plans.\n\n-- Develop the layers of the frame in detail.\n"
    )
    assert [(one.addressee.removeprefix("the "), one.action) for one in advice(text)] == [
        ("Harbour Office", "Select a tool to act as a store for its plans"),
        ("Harbour Office", "Develop the layers of the frame in detail"),
    ]


def test_the_heading_of_a_finding_is_no_advice_where_advice_follows():
    text = (
        "Rules to Ensure Training of the Staff Should Be Improved\n\n"
        "The review found that few had been trained last year.\n\n"
        "We recommend that the director:\n\n- Train all staff every year.\n\n"
        "- Keep a list of who was trained.\n"
    )
    assert [one.action for one in advice(text)] == [
        "Train all staff every year",
        "Keep a list of who was trained",
    ]


def test_a_passive_is_told_with_its_subject():
    text = (
        "The figures are known to few. Testing can take on several forms but should be conducted as close to "
        "the real thing as possible. The hall was full."
    )
    assert [(one.addressee, one.action) for one in advice(text)] == [
        ("", "Testing should be conducted as close to the real thing as possible")
    ]


def test_an_item_that_is_no_clause_goes_on_from_its_lead_in():
    text = (
        "We recommend that the director:\n\n"
        "1. Revise Guideline 22 to require reviews:\n\n"
        "   - On all offers from resellers, where sales exceed $500,000.\n"
        "   - Of contracts that are extended.\n\n"
        "2. Train all staff every year.\n"
    )
    assert [one.action for one in advice(text, "a.md")][-3:] == [
        "Revise Guideline 22 to require reviews on all offers from resellers, where sales exceed $500,000",
        "Revise Guideline 22 to require reviews of contracts that are extended",
        "Train all staff every year",
    ]


def test_what_the_comments_repeat_is_one_recommendation_with_both_places():
    text = (
        "We recommend that the Director:\n\n"
        "- Revise the guideline on reviews of offers from all the resellers.\n\n"
        "- Train all staff of the harbour office every year.\n\n"
        "# Comments of the Management\n\n"
        "Recommendations:\n\n- Revise the guideline on review of offers from all the resellers.\n\n"
        "- Train all staff of the harbour office every year.\n"
    )
    found = advice(text, "a.md")
    assert [(one.addressee, len(one.spans)) for one in found] == [("the Director", 2)] * 2


def test_a_body_that_could_consider_something_is_offered_it():
    (found,) = advice("The hall is old. The city council could consider closing Hall 5. The talks go on.")
    assert (found.addressee, found.action, found.strength.value) == (
        "The city council",
        "consider closing Hall 5",
        "could",
    )


RULES = (
    "The office published two reports this year. The work was done in the capital. The staff was small. "
    "The reviews took three months. The figures were checked twice. The rooms were full. "
)


@pytest.mark.parametrize(
    "rule",
    [
        "The staff director must be appointed by the President with the concurrence of the members.",
        "It checks if auditing standards are met. Peer reviews must be performed every 3 years by others.",
        "The post was made by the Audit Act of 1978, as amended. It is old. The inspector shall audit it.",
        "The post was created by the Audit Act of 1978. The Inspector General must audit the board.",
    ],
)
def test_the_law_told_again_is_no_advice(rule):
    assert advice(f"{RULES * 5}\n\n{rule} We believe that the post matters.\n\n{RULES}") == ()


def test_a_demand_for_a_law_stays_advice():
    law = "The ports are run under the Harbour Act."
    for demand in ("Congress must amend the Harbour Act this year.", "Congress must act without delay."):
        found = advice(f"{RULES * 5}\n\n{law} {demand}\n\n{RULES}")
        assert [one.addressee for one in found] == ["Congress"]


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("We do not recommend that the fire brigade be merged with the Coast Guard.", "do not recommend"),
        ("We recommend that the fire brigade be merged with the Coast Guard.", "recommend"),
        ("The council should not close Hall 5.", "should not"),
    ],
)
def test_advice_against_something_is_told_as_such(sentence, wording):
    text = f"# Review\n\n## Recommendations\n\n1. {sentence}\n2. The ministry should publish its plan.\n"
    assert outlined(read(text.encode(), "a.md")).recommendations[0].wording == wording


def test_a_standard_that_is_told_of_asks_nobody_where_the_report_has_a_place_for_advice():
    text = (
        "# Findings\n\nThe agency has never tested its plan. According to NIST, testing is an essential part "
        "of a plan. Tests enable deficiencies to be found. Training for personnel should be conducted "
        "annually to ensure that the staff is prepared for an emergency.\n\n# Recommendations\n\n"
        "We recommend that the Director:\n\n- Conduct tests of the plan every year.\n- Train all staff.\n"
    )
    found = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert [one.action.partition(" ")[0] for one in found] == ["Conduct", "Train"]
