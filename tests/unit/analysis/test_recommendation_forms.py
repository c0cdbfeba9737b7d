"""Wordings that ask, and wordings that only look so, as reports, notes, standards and guides have them."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE, AFTER = "The harbour has two cranes.", "The figures are known to few."


def listed(text):
    return outlined(read(text, "file.md", "text/markdown")).recommendations


def actions(text):
    return [one.action for one in listed(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We will go on and reiterate the need to take action on these issues.",
        "The agency needs more inspectors to do its work.",
        "This should delay their arrival for several weeks.",
        "Situations of this kind should be apparent within a matter of weeks.",
        "I have to say that I see no point in it.",
        "Whether a warning should be sounded about the prices.",
        "It must be concluded that the aim was another.",
        "It should also be borne in mind that the port is small.",
        "Open source code offers that framework.",
        "Want to open a shop in the old town?",
        "Formerly guideline 9.3 of the office.",
        "Debate over the licence fees went on until midnight.",
        "Work ongoing on the changes to the quay.",
        "Have opened a few requests to put down the rules.",
        "Their second suggestion was that the government should create a new body.",
        "There should be little doubt that the tide will rise.",
        "It must be emphasised that the port is small.",
        "One further case must be mentioned.",
        "For completeness I should record what the owners said.",
        "I shall deal with each of them in turn.",
        "We must conclude that the crane was old.",
        "Just because an idea sounds good does not mean it will work.",
        "All owners must now fear a fine for the rest of the year.",
        "Adding a second rope should not change the load.",
        "Those questions should not be taken to mean that the owners could act without rules.",
        "It might be thought that owners should wait and that it should not be enough to hope.",
        "The absence of complaint does not mean that steps should not be taken by owners.",
        "The argument is that no owner should be fined when he sails for others.",
        "He invited me to recommend that work begin at once and that it should not be hindered by others.",
        "Do both owners have to share a border?",
        "What needs to live on the pier?",
        "Conduct which is capable of harm.",
        "List of all options for the quay.",
        "Update on the repairs of the crane.",
        "Report on the harbour and its cranes.",
        "File and folder links of the office",
        "Press Complaints under Scrutiny, (Bristol, 2004)",
        "Step 3 (Consider the other bids): the office may buy a crane.",
        "report on the harbour will be submitted in May.",
        "0.2.0 2025-07-08",
        "BE: the proposal is fine.",
        "AWB: Think you might need more.",
        "Clean air is what we all must breathe.",
        "Stay tuned for more.",
        "To view the full product, including the scope, click on the link above.",
        "Please do not hesitate to write to us.",
        "Don't miss the next open day on Friday.",
        "Please accept, Madam, the assurances of my highest consideration.",
        "Pay.",
        "I have recommended earlier in Part K some incentives to owners.",
        "Judgments can be shown to the regulator should the need arise.",
        "This raises the question of what should happen to any such payments.",
        "The practice has the effect of encouraging owners to rely on the board.",
        "Focus Area: This tells the area of the work.",
        "Pay bands outline a range of wages.",
        "Manage the fees of the harbour in one place | Harbour Documents",
        "The Convention provides that they should be given papers and that the holder should be let in.",
    ],
)
def test_what_only_looks_like_advice_is_not_listed(text):
    assert actions(f"{BEFORE} {text} {AFTER}") == []


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        (
            "The Post Office, the Department and the Minister shall ensure that all claims are read.",
            "The Post Office, the Department and the Minister",
            "ensure that all claims are read",
        ),
        (
            "If it is considered necessary by the appointing authority, it should consult the board.",
            "the appointing authority",
            "consult the board",
        ),
        ("What the ministry must do is publish its data.", "the ministry", "publish its data"),
        ("The web should serve everybody.", "", "The web should serve everybody"),
    ],
)
def test_who_is_asked_is_told_by_the_sentence(text, addressee, action):
    (found,) = listed(f"{BEFORE} {text} {AFTER}")
    assert (found.addressee, found.action) == (addressee, action)


def test_a_pronoun_stands_for_whom_the_sentence_before_tells_of():
    found = listed(
        "The Council should act. The Treasury refused the loan. It should pay the nurses at once. "
        "These matters are too big for one office. They must be solved soon."
    )
    assert [one.addressee.removeprefix("The ") for one in found] == ["Council", "Treasury", ""]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "If a fault is found in your ship you should follow the usual practice.",
            "If a fault is found in your ship",
        ),
        ("Owners should build with care even if the first years are good.", ""),
        ("Owners should write the log as if it were read by all.", ""),
        ("Owners should keep the log if it is signed (see below).", "if it is signed"),
    ],
)
def test_a_condition_ends_where_what_is_asked_begins(text, condition):
    (found,) = listed(f"{BEFORE} {text} {AFTER}")
    assert found.condition == condition


def test_a_summary_tells_what_its_report_recommends():
    text = (
        "The agency did not check its files. To address this, we recommended that the agency take action to "
        "improve its controls. The agency concurred with us."
    )
    assert [(one.addressee, one.action) for one in listed(text)] == [
        ("the agency", "take action to improve its controls")
    ]
    now = f"{text} We recommend that the agency publish its files."
    assert actions(now) == ["publish its files"]


def test_findings_hold_the_advice_of_a_report_that_has_no_other_place_for_it():
    findings = (
        "# Review\n\n## Findings\n\nThe harbour has two cranes, both built in 1961. One of them stands idle. "
        "The port authority should replace the older crane before the winter. Fees were raised in 2019.\n"
    )
    assert actions(findings) == ["replace the older crane before the winter"]


def test_items_without_a_verb_complete_the_one_of_their_lead_in():
    text = "The report should cover:\n\n- the purpose of the scheme\n- its costs\n"
    assert actions(text) == ["cover: the purpose of the scheme", "cover: its costs"]
    text = "Readers must have confidence that:\n\n- their data are safe\n- they can read them\n"
    assert actions(text) == [
        "have confidence that their data are safe",
        "have confidence that they can read them",
    ]


def test_what_is_not_to_be_done_is_not_told_as_to_be_done():
    text = "# Design\n\n- Do:\n  - write in plain words\n\n- Don't:\n  - use figures of speech\n"
    assert actions(text) == ["write in plain words", "not use figures of speech"]


def test_things_that_a_reader_is_to_mind_are_no_advice():
    text = (
        "# Tips\n\nAlso, don't forget:\n\n- the tickets\n- the passports\n\nThe museum is open until six.\n"
    )
    assert actions(text) == []


def test_a_question_in_a_table_is_checked_and_not_done():
    text = (
        "You need to make sure of the following:\n\n| Check | Kind |\n| --- | --- |\n"
        "| Is the form signed? | Mandatory |\n| Keep the form | Always |\n"
    )
    assert [one.title for one in listed(text)] == ["Keep the form"]


def test_what_is_asked_twice_in_the_same_words_is_one_recommendation():
    text = (
        "# Summary\n\nThe ministry should publish the accounts of every port.\n\n# Report\n\nThe ports are "
        "old. The ministry should publish the accounts of every port. They were built long ago.\n"
    )
    (found,) = listed(text)
    assert len(found.spans) == 2


def test_what_is_to_be_asked_of_others_is_asked_of_the_reader():
    (found,) = listed("# Recommendations\n\n- Ask people to show you the pages that work well for them.\n")
    assert (found.addressee, found.action) == (
        "",
        "Ask people to show you the pages that work well for them",
    )


def test_an_entry_of_a_list_of_work_with_its_number_is_no_advice():
    assert actions("# Agenda\n\n- fix: remove the old installer #51981\n- remove the lock #418\n") == []


def compiled(count):
    wants = [
        f"The Northern Union urged Sudria to improve the training of its {number} courts."
        for number in range(count)
    ]
    rest = [f"Bridge {number} was built of oak and stood in the old town for years." for number in range(70)]
    return "\n\n".join(["# What was submitted", *wants, "It urged Sudria to pave the road.", *rest])


def test_a_long_text_that_compiles_what_others_recommend_lists_it_with_its_speakers():
    found = listed(compiled(9))
    assert len(found) == 10
    assert {one.speaker for one in found} == {"Northern Union"}
    assert {one.addressee for one in found} == {"Sudria"}


def test_a_long_text_that_tells_of_few_such_wishes_does_not():
    assert listed(compiled(2)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "See recommendation 122.58.",
        "Additionally, see our page on the matter.",
        "The Government accepts the following recommendations 122.1 and 122.2.",
    ],
)
def test_what_only_refers_to_advice_is_none(text):
    assert actions(f"# Recommendations\n\n{BEFORE}\n\n{text}\n\n{AFTER}\n") == []


def test_the_states_that_make_a_recommendation_are_named_as_its_speakers():
    text = (
        "# Recommendations\n\n- Ratify the Convention on Enforced Disappearance (France) (Portugal);\n"
        "- Extend the plan to all towns (phase two);\n"
    )
    assert [(one.action, one.speaker) for one in listed(text)] == [
        ("Ratify the Convention on Enforced Disappearance", "France, Portugal"),
        ("Extend the plan to all towns (phase two)", ""),
    ]


def test_adverbs_that_begin_commands():
    text = "# Guide\n\n- Only use the crane when you must.\n- Additionally, check the rope with your eyes.\n"
    assert len(listed(text)) == 2


def test_there_is_a_need_asks():
    text = "The registers are old. There is a need to conduct an audit of all ports. It should be thorough."
    assert actions(text)[0] == "conduct an audit of all ports"


def test_a_directive_demands_with_must_outside_of_its_lists_too():
    rest = " ".join(f"Server {number} stands in the hall of the office." for number in range(30))
    text = (
        f"# Directive\n\nAll agencies must:\n\n- stop the service by Friday\n- install the update\n\n{rest} "
        "If the provider is a firm, the provider must report the status to the agency. It is known.\n"
    )
    assert any(one.startswith("report the status") for one in actions(text))


@pytest.mark.parametrize(
    ("lead", "addressee"),
    [
        ("Cities should:", "Cities"),
        ("The ministry needs to:", "The ministry"),
        ("Banks in particular need to:", "Banks"),
        ("To end this, regional governments will have to:", "regional governments"),
        ("Member States are encouraged to:", "Member States"),
    ],
)
def test_a_lead_in_that_no_verb_ends_passes_on_who_should_act(lead, addressee):
    items = "- plant more trees; and\n- close the old roads.\n"
    text = f"# Trees\n\n## Recommendations\n\n{lead}\n\n{items}"
    found = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert [(one.addressee, one.action) for one in found] == [
        (addressee, "plant more trees"),
        (addressee, "close the old roads"),
    ]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("It is essential not to raise the fees.", "not to raise the fees"),
        ("Staff are advised not to open the gates.", "not to open the gates"),
        ("The Commission calls on states not to recognise the vote.", "not to recognise the vote"),
        ("- Parliament should not extend the freeze.", "not extend the freeze"),
    ],
)
def test_what_should_not_be_done_is_told_so(sentence, action):
    text = f"# Fees\n\n## Recommendations\n\n{sentence}\n"
    (found,) = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert found.action == action


def test_a_day_that_tells_who_is_asked_is_no_deadline():
    asked = "Owners of craft built before 1 May 2015 should pay half of the fee.\n"
    text = f"# Craft\n\n## Recommendations\n\n{asked}"
    (found,) = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert found.deadline == ""


def test_facts_that_an_item_lists_do_not_stand_under_the_lead_in_of_the_whole_list():
    text = (
        "# Code\n\n## Community\n\nOffices should comply with the following principles:\n\n"
        "- Offices should publish their code.\n"
        "- Offices should write it down well. At least, a file must include the following facts:\n"
        "    - status of the software;\n    - details of the licence.\n"
    )
    found = outlined(read(text, "file.md", "text/markdown")).recommendations
    assert [one.action.partition(".")[0] for one in found] == ["publish their code", "write it down well"]


@pytest.mark.parametrize(
    "item",
    [
        "- Ran out of time, skipped until next time",
        "- Close to agreement on the two rules for the yard",
        "- Complete Report",
        "- Report (A-12-03)",
        "- Share via Email",
    ],
)
def test_notes_of_what_was_and_labels_of_links_ask_for_nothing(item):
    assert listed(f"# The yard\n\n{BEFORE}\n\n{item}\n- Tide tables\n\n{AFTER}") == ()


def test_a_name_before_the_verb_is_who_is_asked_and_what_is_done_to_a_thing_names_nobody():
    ask = "We recommend that CMS assist IHS in its oversight efforts by conducting more frequent surveys."
    change = "We recommend that Standing Orders be amended to shorten the notice."
    first, second = listed(f"# A review\n\n{BEFORE}\n\n{ask}\n\n{AFTER}\n\n{change}\n")
    assert (first.addressee, second.addressee) == ("CMS", "")


def test_an_item_that_finds_something_before_it_asks_is_listed_by_what_it_asks():
    item = (
        "7. The Harbour Committee welcomed the appointment of the Commission on Wells, with the caveat that "
        "the resources for such a body should not affect support for other committees. "
        "We believe that the House should be prepared to set up such boards again. (Paragraph 89)"
    )
    (one,) = listed(f"# A review\n\n{BEFORE}\n\n## Conclusions and recommendations\n\n{item}\n\n8. {AFTER}\n")
    assert (one.addressee, one.action) == ("House", "be prepared to set up such boards again")


@pytest.mark.parametrize(
    "text",
    [
        "Civil Procedure – Extension of time – Considerable delay – Whether extension should be granted",
        "Report (A-02-16-00190)",
    ],
)
def test_catchwords_of_a_judgment_and_the_number_of_a_report_ask_for_nothing(text):
    assert listed(f'# The "Bonito"\n\n{text}\n\n{BEFORE}\n\n{AFTER}') == ()
