"""Recommendations of texts of different kinds: what is listed, to whom, by whom."""

import pytest

from deskbrief.document.outline import Origin, Strength
from helpers.outlines import outlined
from helpers.reading import read


def listed(text):
    return outlined(read(text, "file.md", "text/markdown")).recommendations


def told(text):
    return [(plain(one.addressee), one.action) for one in listed(text)]


def plain(name):
    return name.removeprefix("the ").removeprefix("The ")


RESOLUTION = """# Resolution 9999

The Council,

Recalling its earlier resolutions on the situation in the islands,

Noting with concern that humanitarian access should not be hindered,

1. Calls upon Member States to provide financial support to the mission;
2. Urges the Government of the islands to allow unhindered access to the camps by 1 June 2031;
3. Decides that the mission shall remain until 31 December 2031;
4. Requests the Secretary-General to report to the Council within 90 days.
"""


def test_a_resolution_names_whom_each_clause_calls_upon():
    assert told(RESOLUTION) == [
        ("Member States", "provide financial support to the mission"),
        ("Government of the islands", "allow unhindered access to the camps by 1 June 2031"),
        ("Secretary-General", "report to the Council within 90 days"),
    ]


AUDIT = """# Audit of Grant Management

## Findings

We found that 14 of 30 files lacked receipts. Agency policy states that grantees should keep receipts for
three years. The manual requires that reviewers must sign each file. Officials told us they should have
checked the files.

## Recommendations

We recommend that the Director of Grants:

1. Require receipts with every claim.
2. Develop a checklist for reviewers by March 2026.

### Management response

Management agreed with the first. It stated that the checklist should be ready in May.
"""


def test_an_audit_lists_its_own_recommendations_and_no_criteria_or_replies():
    found = listed(AUDIT)
    assert told(AUDIT) == [
        ("Director of Grants", "Require receipts with every claim"),
        ("Director of Grants", "Develop a checklist for reviewers by March 2026"),
    ]
    assert found[1].deadline == "by March 2026"


COMMUNICATION = """# Clean Rivers

Rivers are in poor condition. The Commission will propose a new directive in 2027. It
calls on Member States to:

- map all sources of pollution by 2028;
- strengthen inspections.

Member States are encouraged to use the funds of the Union.
"""


def test_a_lead_in_that_calls_on_somebody_passes_him_on():
    assert told(COMMUNICATION) == [
        ("Member States", "map all sources of pollution by 2028"),
        ("Member States", "strengthen inspections"),
        ("Member States", "use the funds of the Union"),
    ]


MANUAL = """# How to learn to swim

Swimming is a skill that anyone can learn.

## Getting started

To get started with swimming, first lay down in a water where you can stand:

- Hold the edge with both hands.
- Kick your legs slowly.
- Breathe out through your nose.

Then let go of the edge. You should feel the water lift you. Keep your head down and look at the floor.
If you feel tired, stand up and rest. Do not hold your breath.

## Next lessons

Practise three times a week. Wear goggles if your eyes hurt. It should take about ten lessons.
Bring a towel and your own cap.
"""


def test_instructions_are_not_recommendations():
    found = listed(MANUAL)
    assert len(found) <= 1
    assert not any("swimming" in one.addressee for one in found)


HARBOUR = """# Plan for the harbour

**Recommendation 3:** The Ministry of Transport should publish a timetable within 90 days.

We call on:

- the Government to fund the works;
- local councils to plan for traffic.
"""


def test_every_item_may_begin_with_who_should_act():
    assert told(HARBOUR) == [
        ("Ministry of Transport", "publish a timetable within 90 days"),
        ("Government", "fund the works"),
        ("local councils", "plan for traffic"),
    ]
    assert listed(HARBOUR)[0].deadline == "within 90 days"


def test_items_that_tell_of_the_past_are_no_advice_whatever_leads_to_them():
    text = "# Requests\n\nSome companies should do more, and others met most requests:\n\n"
    assert all(
        "disclosed" not in one.action for one in listed(text + "- The first firm disclosed its data.\n")
    )


def test_the_words_that_an_item_begins_with_are_its_title():
    text = "# Report\n\nLabels are hard to read.\n\n## Recommendations for companies\n\n"
    text += "- Fair labels. Publish the terms in plain words.\n- Pay on time.\n"
    assert told(text) == [
        ("companies", "Publish the terms in plain words"),
        ("companies", "Pay on time"),
    ]
    assert [one.title for one in listed(text)] == ["Fair labels", ""]


GUIDELINE = """# Guideline: Sprained Ankles

## Summary of evidence

Two trials found that early movement shortened recovery. The authors suggested that braces may help.

## Recommendations

1.1 Offer all patients written advice on exercise.

1.2 Do not routinely use plaster casts.

1.3 Clinicians should refer patients whose pain lasts more than six weeks.
"""


def test_numbers_before_a_recommendation_belong_to_neither_actor_nor_action():
    assert told(GUIDELINE) == [
        ("", "Offer all patients written advice on exercise"),
        ("", "Do not routinely use plaster casts"),
        ("Clinicians", "refer patients whose pain lasts more than six weeks"),
    ]


NEWS = """# Unions call for a pay rise

Trade unions on Tuesday urged the European Commission to raise the minimum wage. "Employers must share their
profits," said Anna Berg, head of the federation. The Commission said that member states should decide.

The ship should arrive on Monday. Prices should fall next year, analysts said. Amnesty International demanded
that the government release the strikers. The minister rejected the demand.
"""


def test_a_news_report_lists_demands_with_who_makes_them():
    assert [(one.speaker, plain(one.addressee), one.action) for one in listed(NEWS)] == [
        ("Trade unions", "European Commission", "raise the minimum wage"),
        ("Anna Berg", "Employers", "share their profits"),
        ("European Commission", "member states", "decide"),
        ("Amnesty International", "government", "release the strikers"),
    ]


HISTORY = """# The Road to War

In July the cabinet met twice. Grey believed that Britain should stand by France. The generals argued that
mobilisation must begin at once. Nobody thought that the war should last beyond Christmas. The Tsar was told
that he should not delay. He must have known what it meant.

The king asked that the fleet be kept at sea. It was decided that reserves should be called up. The army
needed to move before dawn. The general should have told the cabinet. You should have seen the crowds.
"""


def test_what_people_of_the_past_wanted_is_no_advice():
    assert listed(HISTORY) == ()


COMMITTEE = """# Buses Outside Cities

The Department argued that local authorities should decide. We conclude that the present system is failing.
We recommend that the Department publish a fares strategy by the end of 2026. It should set out the cost of a
cap. If the minister really cares, she should say so now. The Department ought to review the grant every year.
"""


def test_pronouns_stand_for_whom_the_sentence_before_asks():
    assert told(COMMITTEE) == [
        ("Department", "publish a fares strategy by the end of 2026"),
        ("Department", "set out the cost of a cap"),
        ("minister", "say so now"),
        ("Department", "review the grant every year"),
    ]


@pytest.mark.parametrize(
    ("text", "action", "strength"),
    [
        (
            "We would like to see a phased start of the charges.",
            "a phased start of the charges",
            Strength.COULD,
        ),
        (
            "Receipts should be submitted to the office.",
            "Receipts should be submitted to the office",
            Strength.SHOULD,
        ),
        ("Ministers would be wise to fund storage.", "fund storage", Strength.COULD),
        ("If your intent is to sue, then sue the company.", None, Strength.SHOULD),
        ("Where permitted by law, publicly commit to the highest standards.", None, Strength.SHOULD),
        ("I recommend that the agency develop a model notice.", "develop a model notice", Strength.SHOULD),
        ("This is a problem that needs to be corrected by the agency.", None, Strength.SHOULD),
        (
            "Firms should be required to publish their prices.",
            "be required to publish their prices",
            Strength.SHOULD,
        ),
    ],
)
def test_wishes_and_commands_without_a_main_modal_are_found(text, action, strength):
    (found,) = listed(f"The rules are old and few people know them. {text} Prices rose by a tenth in May.")
    assert found.strength is strength
    assert action is None or found.action == action


@pytest.mark.parametrize(
    "text",
    [
        "Should charges apply on Sundays?",
        "It should come as no surprise that parents are angry.",
        "The agency should have held a hearing.",
        "There is no need to be rude about it.",
        "For more information about the rules, please visit the office.",
        "Most if not all come up as unknown.",
        "Call blocking programs do not work out of area.",
        "The question is whether the statute should be read narrowly.",
        "The judge ruled that the agency must publish its reasons.",
        "The figures suggest that prices will fall.",
        "According to leading practices, agencies should involve their staff.",
        "The new line should be in service by 2028.",
        "Customers should expect higher bills.",
    ],
)
def test_questions_judgements_and_reports_are_no_advice(text):
    assert listed(f"The rules are old and few people know them. {text} Prices rose by a tenth in May.") == ()


def test_a_report_with_a_place_for_its_advice_lists_less_outside_of_it():
    filler = "The office handled many claims in the year, and most of them were paid within a month. " * 8
    loose = "Staff must complete a form before a claim is paid."
    advice = "## Recommendations\n\nThe Director should publish the figures every quarter.\n"
    body = "\n\n".join([filler.strip()] * 9)
    with_place = listed(f"# Report\n\n## What we saw\n\n{body}\n\n{loose} {filler}\n\n{advice}")
    assert [one.action for one in with_place] == ["publish the figures every quarter"]


def test_an_item_keeps_its_own_addressee_condition_and_deadline():
    text = "# Recommendations\n\n"
    text += (
        "1. Better data. The Office should publish all figures by the end of 2027, provided that it can.\n\n"
    )
    text += "2. Fewer rules. States should repeal old rules no later than 2028, unless courts object.\n"
    first, second = listed(text)
    assert (first.addressee, first.title, first.condition) == (
        "Office",
        "Better data",
        "provided that it can",
    )
    assert first.deadline == "by the end of 2027"
    assert (second.addressee, second.condition) == ("States", "unless courts object")
    assert second.action.startswith("repeal old rules")


def test_what_one_item_says_of_who_should_act_does_not_hold_for_the_next():
    text = "# Recommendations\n\nWe recommend the following:\n\n"
    text += "- The Commission must publish its data.\n- Adopt a plan.\n"
    assert told(text) == [("Commission", "publish its data"), ("", "Adopt a plan")]


def test_areas_are_no_advice_but_what_leads_to_them_is():
    text = "The Commission should focus on the following areas:\n\n- Health care\n- Rural roads\n"
    assert told(text) == [("Commission", "focus on the following areas")]


def test_the_rows_of_a_table_under_a_command_are_no_advice():
    text = "Use the following table:\n\n| Measure | Value |\n|---|---|\n| Speed | 12 |\n| Size | 14 |\n"
    assert not any(one.source is Origin.TABLE for one in listed(text))


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Reform should begin in schools.", ""),
        ("Such a strategy should include prices.", ""),
        ("Witnesses should report it.", "Witnesses"),
        ("The municipality should repair it.", "municipality"),
    ],
)
def test_only_somebody_who_can_act_is_an_addressee(text, addressee):
    (one,) = listed(text)
    assert one.addressee.removeprefix("The ") == addressee


@pytest.mark.parametrize(
    ("text", "condition", "deadline"),
    [
        ("Subject to the budget, the agency should expand it.", "Subject to the budget", ""),
        ("Once the law is passed, states should train staff.", "Once the law is passed", ""),
        ("The ministry should act before the next election.", "", "before the next election"),
    ],
)
def test_conditions_and_deadlines_are_told_in_many_ways(text, condition, deadline):
    (one,) = listed(text)
    assert (one.condition, one.deadline) == (condition, deadline)


@pytest.mark.parametrize(
    "text",
    [
        "The idea is that the vote should represent the interests of the state.",
        "It should be clear that this text does not tell how packages are made.",
        "Just about everyone has urged me to comment on the issues.",
        "They claim to know not what people want, but what they should want.",
    ],
)
def test_explanations_are_no_advice(text):
    assert not listed(text)


CHAPTER = "In most states there are two chambers. Each of them has members who are elected by the people. "
RULE = "After a bill has passed one chamber, it must go to a second. Both chambers must pass the same text. "


def test_a_text_that_explains_how_laws_are_made_gives_no_advice():
    assert not listed(CHAPTER * 9 + RULE + CHAPTER * 9)


def test_a_name_that_must_act_is_asked_in_any_text():
    text = CHAPTER * 9 + RULE + "Congress must pass the bill on clean water at once. " + CHAPTER * 9
    assert [one.addressee for one in listed(text)] == ["Congress"]


def test_advice_that_is_quoted_keeps_its_speaker():
    text = "Recommendations\n\nAna Ruiz said: “Ministers must act now, and the state should pay for it.”\n"
    found = listed(text)
    assert found
    assert all(one.speaker == "Ana Ruiz" for one in found)


def test_what_things_can_be_is_no_advice():
    text = (
        "Such approaches can be:\n\n- a meeting with the applicant in person\n- a call with the applicant\n"
    )
    assert not listed(text)


def test_the_quotation_mark_that_an_action_begins_with_is_kept():
    (one,) = listed("“Manifestly unlawful” content must be removed by the company at once.")
    assert one.action.startswith("“Manifestly unlawful” content")


def test_a_press_release_in_single_quotation_marks_reports_what_its_minister_urges():
    text = """# Refugees finding hope

‘Australians can be proud,’ the minister, Jane Roe, said today.

‘Hope’ is the theme of the day and the minister urged the Blackwell community to support activities for it.

‘Tomorrow I will have the honour of opening the hall,’ the minister said.

The hall stands in the middle of the town.
"""
    (one,) = [one for one in outlined(read(text, "file.md", "text/markdown")).recommendations if one.speaker]
    assert one.addressee.removeprefix("the ") == "Blackwell community"


FACTS = "The port has three quays. Each was built in another century. Boats come and go with the tide.\n\n"
ASKS = (
    "The sea gives, and the large ports must share what they have with the small ones. Boats are many.\n\n"
    "The old port had two cranes, and it sold one. Today owners must bear it. The sea is wide.\n\n"
)


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("Ports must share what they have", "The sea stays."),
        ("Opinion\n\nOf ports and cranes", "The sea stays."),
        ("Of ports and cranes", "(The author is a pilot of the old port.)"),
        ("Of ports and cranes", "Ana Reed is a professor of law at Norhaven."),
    ],
)
def test_an_opinion_explains_no_rules(head, end):
    text = f"# {head}\n\n{FACTS * 5}{ASKS}{FACTS * 5}{end}\n"
    assert [one.action for one in outlined(read(text, "page.md")).recommendations] == [
        "share what they have with the small ones",
        "bear it",
    ]


def test_a_text_that_is_no_opinion_explains_its_rules():
    text = f"# Of ports and cranes\n\n{FACTS * 5}{ASKS}{FACTS * 5}The United Kingdom is a state of ports.\n"
    assert outlined(read(text, "page.md")).recommendations == ()
