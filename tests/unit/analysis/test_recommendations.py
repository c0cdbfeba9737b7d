import pytest

from deskbrief.document.outline import Strength
from helpers.outlines import outlined
from helpers.reading import read


def advice(text, name="a.txt"):
    return outlined(read(text, name)).recommendations


@pytest.mark.parametrize(
    ("text", "addressee", "action", "strength", "wording"),
    [
        (
            "The government should publish its figures.",
            "The government",
            "publish its figures",
            Strength.SHOULD,
            "should",
        ),
        ("Ministers must not wait.", "Ministers", "not wait", Strength.MUST, "must not"),
        (
            "We recommend that the ministry review its rules.",
            "the ministry",
            "review its rules",
            Strength.SHOULD,
            "recommend",
        ),
        (
            "It is essential for the European Union to act now.",
            "European Union",
            "act now",
            Strength.MUST,
            "essential",
        ),
    ],
)
def test_a_sentence_that_asks_has_its_parts(text, addressee, action, strength, wording):
    (found,) = advice(
        f"The talks have shown how far apart the sides are. {text} The figures are known to few."
    )
    assert found.addressee.lower().removeprefix("the ") == addressee.lower().removeprefix("the ")
    assert (found.action, found.strength, found.wording) == (action, strength, wording)


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        (
            "2. Demands that all parties immediately put an end to the fighting;",
            "all parties",
            "immediately put an end to the fighting",
        ),
        (
            "Insists that the government of Sudria ensure full access for aid;",
            "the government of Sudria",
            "ensure full access for aid",
        ),
    ],
)
def test_a_resolution_asks_without_should(text, addressee, action):
    found = advice(f"The Council,\n\nRecalling its resolution 12,\n\n{text}")
    assert [(one.addressee, one.action) for one in found] == [(addressee, action)]


def test_a_condition_and_a_deadline_belong_to_their_advice():
    (found,) = advice("If the talks fail, the Council should impose sanctions by June 2025.")
    assert found.condition == "If the talks fail"
    assert found.deadline == "by June 2025"


@pytest.mark.parametrize(
    "text",
    [
        "Should the talks fail, prices will rise.",
        "This could embolden local leaders.",
        "It can pave the way for peace, should the ministry use its influence wisely.",
        "By acting now, the agency can save money.",
        "The vote was held in the old town hall.",
        "It is important to note that prices fell.",
    ],
)
def test_a_condition_a_risk_or_an_ability_is_no_advice(text):
    assert advice(f"{text} The figures are known to few.") == ()


LIST = """Recommendations

The ministry should take the following steps:

- Close the harbour: Ships have no use for it.
- Build a road to the north.
"""


def test_items_under_a_lead_in_are_advice_to_whom_it_names():
    found = advice(LIST)
    assert [(one.addressee, one.title, one.action) for one in found] == [
        ("The ministry", "Close the harbour", "Ships have no use for it"),
        ("The ministry", "", "Build a road to the north"),
    ]


def test_items_of_causes_are_no_advice():
    text = (
        "Background\n\nThe reasons for the decline include:\n\n- Silted harbours: No ship can reach them.\n"
    )
    assert advice(text + "- The price of coal, which doubled.\n") == ()


def test_each_says_why_and_where():
    document = read(LIST)
    for found in outlined(document).recommendations:
        assert found.rule
        assert 0 < found.confidence <= 1
        assert document.quote(found.spans[0])


def test_a_text_without_a_sentence_has_no_recommendations():
    assert advice("# Title\n\n| Year | Ships |\n| --- | --- |\n| 2020 | 12 |\n| 2021 | 14 |\n") == ()


@pytest.mark.parametrize("heading", ["Learning Outcomes", "Review Questions", "Exercises for Chapter 2"])
def test_what_a_textbook_sets_its_readers_is_no_advice(heading):
    text = (
        f"# Law\n\n## {heading}\n\n- Discuss the purposes of laws.\n- Explain the role of the courts.\n"
        "- Describe the structure of the state.\n\n## Courts\n\nThe government should publish its reasons.\n"
    )
    assert [one.action for one in advice(text, "a.md")] == ["publish its reasons"]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Data should be protected by the government.", "the government"),
        ("Data should be protected by the use of access controls.", ""),
        ("The plan should be carried out by the agencies.", "the agencies"),
        ("The work should be guided by the product vision.", ""),
    ],
)
def test_only_somebody_is_asked_to_act(text, addressee):
    (found,) = advice(text)
    assert found.addressee == addressee


def test_how_to_order_a_report_is_no_advice():
    text = "# Report\n\nThe state should act.\n\n## Order by Mail\n\nOrders should be sent to the office.\n"
    assert [one.action for one in advice(text, "a.md")] == ["act"]


@pytest.mark.parametrize(
    "text",
    [
        "# Summer\n\n- Let's swim\n- Let's go home\n",
        "These verbs are used:\n\n- must and must not\n- should and should not\n",
    ],
)
def test_what_asks_for_no_deed_is_no_recommendation(text):
    assert advice(text, "a.md") == ()


def test_what_readers_are_told_to_think_of_is_no_recommendation():
    (found,) = advice(
        "Imagine a word processor that never loses a line.\n\nAll users must update the driver. "
        "The package must meet the rules.",
        "a.md",
    )[:1]
    assert found.action == "update the driver"
