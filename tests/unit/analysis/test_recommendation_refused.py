"""What has the form of advice and asks for nothing: forecasts, offers, boilerplate, names and conditions."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE = "# Boats\n\nWe wrote this paper for the regulator. The market for boats is broken.\n\n"


def asked(text):
    found = outlined(read(f"{BEFORE}{text}\n", "page.md")).recommendations
    return [(one.addressee, one.action) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The office has yet to see any funding.",
        "Ministers have yet to publish the report.",
        "Sanctions should’ve been imposed long ago.",
        "It should not surprise you to know that the port is shut.",
        "This Order shall be effective immediately.",
        "Nothing in this order shall be construed to limit the fees.",
        "The remaining portions of the resolution shall remain in full force and effect.",
        "For the purposes of this section, public data shall mean all files of the port.",
        "The new tool should make this easier.",
        "The tunnel should help eliminate two ferry routes.",
        "The two ends should meet sometime in 2029.",
        "We should be better able to plan the works next year.",
        "Readers should be able to understand this easily.",
        "There must be a reason for it.",
        "You must be tired after the trip.",
        "Want to save money? Switch to our boats today.",
        "If the fee rises, owners would need to sell their boats.",
    ],
)
def test_what_asks_for_nothing_is_not_listed(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    "item",
    [
        "Let's Encrypt depends on the support of many.",
        "Update 2015-10-12: These documents are out of date.",
        "Refer Passion above for what is meant.",
        "Learn more and view a page about the lock.",
        "Check it out at boats.org.",
        "Please let us know if you have any questions.",
        "Open letter to the President and the Prime Minister",
    ],
)
def test_names_titles_and_offers_are_no_steps_even_in_a_list(item):
    text = f"- Publish the fees of the port.\n- Train the staff.\n- {item}\n- Open the lock at night."
    listed = [action for _, action in asked(f"## Recommendations\n\n{text}")]
    assert listed == ["Publish the fees of the port", "Train the staff", "Open the lock at night"]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ships should turn off their engines in port.", "Ships"),
        ("Vessels must avoid the bay at night.", "Vessels"),
        ("Pharmacies should publish their plans.", "Pharmacies"),
        ("Ships should be clean.", ""),
    ],
)
def test_many_who_steer_or_run_something_are_who_is_asked(text, addressee):
    assert [one[0] for one in asked(text)] == [addressee]


@pytest.mark.parametrize(
    "text",
    [
        "Moreover, there is no reason why the cases that courts can hear should be limited by law.",
        "The data has to be collated manually and takes effort.",
        "It would be useful for me to explain what we mean by fees.",
        "The portal should be of interest to anyone concerned with food.",
        "The director suggested that these attacks constitute a crime.",
        "Owners need to be ordinarily resident in the county and above 21 years old.",
        "Requests for opinions should comply with the rules set forth in part 10.",
        "Such term shall not include information of other ports.",
        "Improve Processes for Ensuring Partners Can Work, GAO-24-106751 (Washington, D.C.: Jul. 31, 2024).",
    ],
)
def test_facts_definitions_and_titles_are_not_listed(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("Residents are advised not to draw water there.", "Residents", "not to draw water there"),
        (
            "We recommended that CMS determine if reviews are useful.",
            "CMS",
            "determine if reviews are useful",
        ),
    ],
)
def test_advice_in_the_passive_and_with_if_is_told_whole(text, addressee, action):
    assert asked(text) == [(addressee, action)]


def test_counted_deeds_behind_a_colon_name_who_is_to_do_them():
    text = "We recommended that Velmar: (1) refund the fees; (2) keep its books; and (3) review the rest."
    assert [one[0] for one in asked(text)] == ["Velmar"] * 3


@pytest.mark.parametrize(
    "item",
    [
        "Get vaccinated today.",
        "Buy local food now.",
        "Check out the safety record before you book.",
        "Choose a school now.",
        "Check out the fees of the two ports.",
        "Refer patients to the clinics above the age of 60.",
        "Compare the fares above with those of other ports.",
        "Compare boats below ten metres with longer ones.",
        "Refer boats below ten metres to the small lock.",
    ],
)
def test_real_steps_are_listed_where_advice_is_announced(item):
    text = f"## Recommendations\n\n- Publish the fees of the port.\n- {item}\n- Train the staff.\n"
    assert [action for _, action in asked(text)] == [
        "Publish the fees of the port",
        item.removesuffix("."),
        "Train the staff",
    ]


@pytest.mark.parametrize(
    "item",
    ["See the table below.", "Refer to the note above.", "Get your copy now."],
)
def test_a_place_of_the_text_or_an_offer_is_no_step_though_advice_is_announced(item):
    text = f"## Recommendations\n\n- Publish the fees of the port.\n- {item}\n- Train the staff.\n"
    assert [action for _, action in asked(text)] == ["Publish the fees of the port", "Train the staff"]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        (
            "We recommend that Congress follow the advice of GAO-24-106751, which the agency shelved.",
            "Congress",
        ),
        ("The port should adopt the plan of OIG-23-12, which it had set aside.", "The port"),
        ("Congress should act on GAO-24-106751 (published in May) this year.", "Congress"),
    ],
)
def test_advice_that_cites_a_report_is_listed(text, addressee):
    assert [one[0] for one in asked(text)] == [addressee]


@pytest.mark.parametrize(
    "lead",
    ["Our asks of the government:", "What we call for:", "Our demands of ministers:", "We ask the port to:"],
)
def test_targets_that_are_asked_for_are_listed(lead):
    text = f"{lead}\n\n- Cut emissions by 40 per cent by 2030.\n- Reduce waste by a third by 2035.\n"
    assert [action for _, action in asked(text)] == [
        "Cut emissions by 40 per cent by 2030",
        "Reduce waste by a third by 2035",
    ]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Ministers should not shock the public with sudden closures.",
            "not shock the public with sudden closures",
        ),
        ("The port should not surprise owners with new fees.", "not surprise owners with new fees"),
        ("Never should a minister lie.", "Never should a minister lie"),
        ("Never again must the port close its lock.", "Never again must the port close its lock"),
        ("Owners should not pay, and nor should they bear the costs.", "nor should they bear the costs"),
    ],
)
def test_what_is_not_to_be_done_is_told(text, action):
    assert action in [one[1] for one in asked(text)]


@pytest.mark.parametrize(
    "text", ["This should not shock the public.", "The news should not surprise anyone."]
)
def test_what_strikes_nobody_is_not_listed(text):
    assert asked(text) == []


def test_a_heading_that_says_whom_the_asks_are_of_announces_advice():
    text = (
        "## Our asks of the government\n\n- Cut emissions by 40 per cent by 2030.\n- Halve waste by 2035.\n"
    )
    assert [action for _, action in asked(text)] == [
        "Cut emissions by 40 per cent by 2030",
        "Halve waste by 2035",
    ]


def test_targets_that_nobody_asks_for_are_not_listed():
    text = (
        "The port set itself these aims:\n\n- Cut emissions by 40 per cent by 2030.\n- Halve waste by 2035.\n"
    )
    assert asked(text) == []
