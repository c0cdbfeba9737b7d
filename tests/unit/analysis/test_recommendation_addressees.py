"""Who is asked, and who is not: things, nobody, those for whom something is done, and words for others."""

import pytest

from helpers.outlines import outlined
from helpers.reading import read

BEFORE = "This paper looks at the harbours of the coast and at who keeps them safe."


def asked(text):
    found = outlined(read(f"# Harbours\n\n{BEFORE}\n\n{text}\n", "page.md")).recommendations
    return [(one.addressee, one.action) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Complacency, after the reform, must not be allowed to set in.",
        "An influx of visitors should not mean a cut in the programme.",
        "The Capital Gains Tax must be broad.",
        "Those fundamentals must never change.",
        "Courtesy and transparency should become features of the service.",
        "No engineer of any standing should defend that quay.",
        "Nobody should accept such a quay.",
        "The international spotlight must stay on the harbour.",
        "All children should have access to a boat.",
        "Those who want to remain should be allowed to apply for a licence.",
        "Residents should be able to see the register without a fee.",
    ],
)
def test_things_and_nobody_and_those_who_gain_are_not_asked(text):
    found = asked(text)
    assert found
    assert [who for who, _ in found] == [""]


def test_what_is_counted_before_those_who_should_act_is_no_thing():
    assert asked("A number of ports should close their old quays.") == [
        ("A number of ports", "close their old quays")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The budget is large. Residents watch it. It must be a statement of what matters.",
        "No one is arguing about the fees. But he must be big enough to lower them.",
        "The ferries are old. They must be replaced.",
        "The mayor met the pilots. It should be made public.",
    ],
)
def test_a_pronoun_stands_for_nobody_with_whom_it_does_not_agree(text):
    assert [who for who, _ in asked(text)] == [""]


def test_a_pronoun_stands_for_the_one_before_with_whom_it_agrees():
    text = "The council met the pilots. They should leave at dawn. It should also publish its log."
    assert [who for who, _ in asked(text)] == ["The council", "The council"]
    text = "The residents wrote to the mayor. She should answer them within a week."
    assert [who for who, _ in asked(text)] == ["the mayor"]


def test_who_is_quoted_is_not_whom_he_means_with_they():
    text = (
        "The aid group Quay Aid said on Tuesday that the port had closed its school.\n\n"
        "“They should open a school,” said Ana Reed, its director. "
        "“They should not have to carry water,” she said."
    )
    assert all(who not in {"the aid group", "Ana Reed", "The aid group Quay Aid"} for who, _ in asked(text))


def test_who_is_to_do_something_may_stand_behind_by():
    text = "We recommend that the rules be amended by Parliament before the end of 2031."
    assert asked(text) == [("Parliament", "the rules be amended by Parliament before the end of 2031")]
    text = "We recommend that the log be set up by June."
    assert asked(text) == [("", "the log be set up by June")]


@pytest.mark.parametrize("mark", ["(to the Coast Guard).", "(for the Coast Guard):", "to the Coast Guard:"])
def test_the_number_of_a_recommendation_may_say_for_whom_it_is(mark):
    text = f"## Recommendations\n\nRecommendation 10 {mark} Test every radio twice a year."
    assert [(who.removeprefix("the "), what) for who, what in asked(text)] == [
        ("Coast Guard", "Test every radio twice a year")
    ]


def test_clauses_with_that_under_a_heading_say_who_is_to_act():
    text = (
        "## Recommendations\n\nIt is proposed:\n\n(a) that the government fund a second boat; and\n\n"
        "(b) that county councils publish, by June, the results of their inspections."
    )
    assert asked(text) == [
        ("the government", "fund a second boat"),
        ("county councils", "publish, by June, the results of their inspections"),
    ]


def test_a_heading_that_says_what_it_tells_is_no_addressee():
    text = "## What Government should do now\n\nThe Government should tell the country about fuel."
    assert asked(text) == [("The Government", "tell the country about fuel")]


def test_small_words_before_who_is_asked_do_not_belong_to_it():
    text = "The group calls once more upon all parties to undertake searches for the missing boats."
    assert [who for who, _ in asked(text)] == ["all parties"]


def test_a_verb_that_looks_like_a_noun_parts_who_acts_from_what_is_done():
    assert asked("We recommend that CMS use supplier cost information to lower the fee.") == [
        ("CMS", "use supplier cost information to lower the fee")
    ]
    assert asked("We recommend that support staff receive training.") == [
        ("support staff", "receive training")
    ]


def test_items_under_who_is_directed_are_for_him():
    text = (
        "NOW, THEREFORE BE IT RESOLVED, that the Council of Norhaven:\n\n"
        "1. Directs the Bureau of Ports to:\n   a. Enter into agreements with partners;\n"
        "   b. Develop a plan for the quays;\n2. Directs the Purchasing Agent to notify all firms."
    )
    assert asked(text) == [
        ("Bureau of Ports", "Enter into agreements with partners"),
        ("Bureau of Ports", "Develop a plan for the quays"),
        ("the Purchasing Agent", "notify all firms"),
    ]


def test_items_below_the_names_of_those_they_are_for_are_recommendations_where_these_are_announced():
    text = (
        "The jury makes the following recommendations:\n\nTo the Ministry of Transport:\n\n"
        "1. Fit alarms on all boats.\n\n2. That all pilots be trained each year.\n\n"
        "To the Coast Guard:\n\n3. Hold joint drills."
    )
    assert asked(text) == [
        ("Ministry of Transport", "Fit alarms on all boats"),
        ("Ministry of Transport", "That all pilots be trained each year"),
        ("Coast Guard", "Hold joint drills"),
    ]


def test_who_is_asked_to_do_deeds_that_are_counted_may_stand_in_small_letters():
    text = (
        "Specifically, the ministry should (i) publish the logs, (ii) test each quay and (iii) train pilots."
    )
    assert asked(text) == [
        ("the ministry", "publish the logs"),
        ("the ministry", "test each quay"),
        ("the ministry", "train pilots"),
    ]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The onus is on the Government to publish the log.", "Government", "publish the log"),
        ("It is now up to Parliament to close the quay.", "Parliament", "close the quay"),
        ("The time has come for the ministry to close the quay.", "the ministry", "close the quay"),
        ("Now is the time for Congress to pass the bill.", "Congress", "pass the bill"),
    ],
)
def test_whose_turn_it_is(text, who, what):
    assert asked(f"The fees should be lowered. {text}")[1:] == [(who, what)]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        (
            "The board should act as soon as is reasonably practicable.",
            "as soon as is reasonably practicable",
        ),
        (
            "As soon as is reasonably practicable, the board shall act.",
            "As soon as is reasonably practicable",
        ),
        (
            "The board should reply within 90 days of the publication of this report.",
            "within 90 days of the publication of this report",
        ),
        ("The board should act by 2031 at the latest.", "by 2031 at the latest"),
        ("The board should act before the summer recess.", "before the summer recess"),
        ("The board should act before the election.", "before the election"),
        ("The board should report back in three months’ time.", "in three months’ time"),
        ("The board should act without further delay.", "without further delay"),
    ],
)
def test_deadlines_without_a_date_and_all_that_belongs_to_them(text, deadline):
    found = outlined(read(f"# Harbours\n\n{BEFORE}\n\n{text}\n", "page.md")).recommendations
    assert [(one.deadline, one.condition) for one in found] == [(deadline, "")]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("There should be a stronger campaign.", "There should be a stronger campaign"),
        ("There needs to be a review of the port.", "There needs to be a review of the port"),
        ("This must not be a burden for the port.", "This must not be a burden for the port"),
    ],
)
def test_what_is_only_to_be_so_keeps_the_words_before_it(text, action):
    assert asked(text) == [("", action)]


@pytest.mark.parametrize(
    "text",
    [
        "Returns must be sent to the port by this date.",
        "Admission must be driven by merit.",
        "Such a body should work under the ministry.",
        "Its mandate should be narrow.",
        "Those loopholes must close before the summer.",
        "This narrative should change.",
        "These remedies must work for all ports.",
        "Closing the quay is a first step, but it must not lead to new fees.",
    ],
)
def test_dates_reasons_and_what_does_not_exist_yet_are_not_asked(text):
    assert [who for who, _ in asked(f"The state has had a plan since May. {text}")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "To see this, one only needs to look at the ports of Norland.",
        "One has to ask whether the port was safe.",
        "We must never forget that the pilots were alone.",
        "When there is no money to buy boats, pay fees or mend nets, a small loan helps.",
    ],
)
def test_what_is_said_to_make_a_point_asks_for_nothing(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The tribunal should review the licence.", "The tribunal"),
        ("The jury should hear the case again.", "The jury"),
        ("The militia should leave the town.", "The militia"),
        ("The regime should release the prisoners.", "The regime"),
        ("The lottery should raise money for the arts.", "The lottery"),
        ("The bakery should lower its prices.", "The bakery"),
        ("The observatory should open its archive.", "The observatory"),
        ("The festival should ban plastic cups.", "The festival"),
        ("Consultancies should disclose their fees.", "Consultancies"),
        ("The kibbutz should sell its land.", "The kibbutz"),
        ("The fund should disclose its fees.", "The fund"),
        ("Ofwat should review the licence.", "Ofwat"),
        ("The answer should be published by the dean.", "the dean"),
        ("The answer should be published by the festival.", "the festival"),
        ("The garage should be clean.", ""),
        ("Tenants should not have to pay deposits.", ""),
        ("The fund should be larger.", ""),
        ("The campaign should end.", ""),
        ("Research should examine the effect.", ""),
        ("The essay should explain its aim.", ""),
        ("The roadmap should set targets.", ""),
    ],
)
def test_who_acts_is_known_by_the_word_or_by_the_deed(text, who):
    assert [one for one, _ in asked(text)] == [who]


@pytest.mark.parametrize("who", ["Airlines", "The trust", "Entrepreneurs", "Every port", "The secretary"])
def test_people_and_bodies_are_asked_however_they_are_called(who):
    assert asked(f"{who} should publish the log.") == [(who, "publish the log")]


def test_a_condition_that_asks_itself_is_told_whole():
    text = (
        "If Parliament should not be minded to pass such a law, the Commission is of the view that serious "
        "consideration should be given by Parliament to its own rules."
    )
    found = outlined(read(f"# Harbours\n\n{BEFORE}\n\n{text}\n", "page.md")).recommendations
    assert [one.condition for one in found] == ["If Parliament should not be minded to pass such a law"]
