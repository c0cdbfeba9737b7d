"""Who is to do what the items of a list and the rows of a table ask for."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE = "This report looks at the ferries of the coast and at who keeps them safe."


def asked(text):
    found = outlined(read(f"# Ferries\n\n{BEFORE}\n\n{text}\n", "page.md")).recommendations
    return [(one.addressee, one.action) for one in found]


def test_the_subject_of_a_clause_with_that_is_to_act():
    text = (
        "The board recommends:\n\n- that the Council adopt a plan;\n- that the Ministry fund a rescue boat."
    )
    assert asked(text) == [("Council", "adopt a plan"), ("Ministry", "fund a rescue boat")]


def test_what_something_is_to_be_done_to_is_nobody_who_acts():
    text = "The board recommends:\n\n- that the quay be dredged;\n- that the Council adopt a plan."
    assert asked(text) == [("", "the quay be dredged"), ("Council", "adopt a plan")]


def test_a_lead_in_may_say_for_whom_its_items_are():
    text = "## What should be done\n\nFor operators:\n\n- Fit alarms\n- Count passengers before each trip"
    assert asked(text) == [("operators", "Fit alarms"), ("operators", "Count passengers before each trip")]


@pytest.mark.parametrize("lead", ["For example:", "For the winter:"])
def test_what_is_for_nobody_is_no_such_lead_in(lead):
    text = f"## The coast\n\n{lead}\n\n- Count passengers before each trip\n- Ring the bell"
    assert all(not who for who, _ in asked(text))


def test_bodies_and_people_before_a_colon_are_to_act():
    text = "## Next steps\n\n1. **Coast Guard**: inspect hulls each year.\n2. **Operators** – publish lists."
    assert asked(text) == [("Coast Guard", "inspect hulls each year"), ("Operators", "publish lists")]


def test_a_subject_before_a_colon_is_nobody():
    text = "## Next steps\n\n1. **Training**: provide courses for crews.\n2. **Safety**: inspect hulls."
    assert all(not who for who, _ in asked(text))


def test_a_table_may_say_to_whom_and_hold_responses():
    rows = "| 1 | Fit alarms on all ferries | Operators | 2026 |"
    heads = "| No. | Recommendation | To whom | By when |\n|---|---|---|---|\n"
    assert asked(f"## Recommendations\n\n{heads}{rows}") == [("Operators", "Fit alarms on all ferries")]
    rows = "| Old hulls | Replace ferries built before 1980 | Ministry of Transport | 2026 |"
    heads = "| Issue | Proposed response | Responsible body | Timeframe |\n|---|---|---|---|\n"
    found = asked(f"## Action plan\n\n{heads}{rows}")
    assert found == [("Ministry of Transport", "Replace ferries built before 1980")]


def test_a_long_sentence_that_ends_with_who_recommends_to_whom_leads_in():
    text = (
        "The committee, which has looked at the matter for many months, recommends to the house:\n\n"
        "- that the Council adopt a plan;\n- that the Minister publish the lists."
    )
    assert asked(text) == [("Council", "adopt a plan"), ("the Minister", "publish the lists")]


def test_headings_below_recommendations_say_whom_they_are_for():
    text = (
        "## Recommendations\n\n### To the Government of Karuva:\n\n"
        "- End the use of schools by armed forces\n\n"
        "### For donors:\n\n- Fund at least half of the appeal"
    )
    assert asked(text) == [
        ("the Government of Karuva", "End the use of schools by armed forces"),
        ("donors", "Fund at least half of the appeal"),
    ]


def test_a_table_of_actions_with_who_and_by_when_needs_no_heading_and_tells_what_is_not_done():
    rows = (
        "| Plant trees in the hottest wards | Parks Department | 31 October 2026 | Under way |\n"
        "| Open cooling centres in libraries | Library Service | June 2024 | Done |"
    )
    heads = "| Action | Lead | Deadline | Status |\n|---|---|---|---|\n"
    assert asked(f"## What each department will do\n\n{heads}{rows}") == [
        ("Parks Department", "Plant trees in the hottest wards")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is not necessary to change the law on ports.",
        "It is not essential that ships be rebuilt.",
        "This paper sets out what should happen next in the camps.",
    ],
)
def test_what_is_not_needed_or_only_announced_is_not_asked_for(text):
    assert asked(text) == []


def test_a_verb_with_a_hyphen_is_told_whole():
    text = (
        "We urge the European Commission to co-finance the facilities. "
        "We urge the port to re-open the quay by June."
    )
    assert asked(text) == [
        ("European Commission", "co-finance the facilities"),
        ("the port", "re-open the quay by June"),
    ]


def test_whatever_does_as_people_do_is_somebody():
    text = "## Recommendations\n\n- Quangos should publish their costs.\n- Data centres should save heat.\n"
    text += "- Midwives should record the weight.\n- Dividends should fund repairs."
    assert [who for who, _ in asked(text)] == ["Quangos", "Data centres", "Midwives", ""]
