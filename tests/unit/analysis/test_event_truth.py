"""Sentences of court files, orders, minutes and reports, each with the events that are truly of its dates."""

import pytest

from deskbrief.document.outline import Status
from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def events(text, written=WRITTEN):
    return outlined(read(text), written).events


def told(text, written=WRITTEN):
    return [(event.date.edtf, event.title) for event in events(text, written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The appeal was heard before a panel on 16 May 2011.",
            [("2011-05-16", "The appeal was heard before a panel")],
        ),
        (
            "She had appealed against a decision dated 19 May 2011 that she scored no points.",
            [("2011-05-19", "a decision that she scored no points")],
        ),
        (
            "We set aside the decision of the tribunal dated 2 July 2012.",
            [("2012-07-02", "the decision of the tribunal")],
        ),
        (
            "I have before me a review of a ruling made by Ms Roe, a commissioner on 25 March 2003.",
            [("2003-03-25", "a ruling was made by Ms Roe, a commissioner")],
        ),
        (
            "By Monday, April 8, 2024, replace all filters of the kind.",
            [("2024-04-08", "replace all filters of the kind")],
        ),
        (
            "My talk with Mr Roe on 7 February 2023 was of use (see my cable of February 8th).",
            [("2023-02-07", "My talk with Mr Roe")],
        ),
        (
            "She claimed the grant from and including 2 March 2010.",
            [("2010-03-02", "She claimed the grant")],
        ),
        (
            "The publishing group Norden Media of Bergen, which owns magazines, started a radio in May 2021.",
            [("2021-05", "The publishing group Norden Media of Bergen started a radio")],
        ),
        (
            "We will ask to reform it for the first time since the act was passed, over five decades ago.",
            [],
        ),
    ],
)
def test_each_date_is_of_what_happened_then(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Prices were up on last year and the calves were in good condition.",
        "The statement is dated 6 July 2021.",
        "Such software (Exchange 2007 and the like) must be replaced.",
        "For hosts send the report to office@example.org by noon on 5 May 2023.",
    ],
)
def test_what_no_date_dates_is_no_event(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is the seventh storm to hit the region this year.", Status.OCCURRED),
        ("A new farm bill to be introduced next year is on its way.", Status.PLANNED),
        ("By 5 June 2024, replace all filters.", Status.PLANNED),
        ("By 5 June 2023, replace all filters.", Status.PLANNED),
    ],
)
def test_what_was_and_what_is_to_be_are_told_apart(text, status):
    assert [event.status for event in events(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The measures to be placed before Parliament during the coming year are many.",
        "A bill to be introduced next year will lower the rates.",
    ],
)
def test_what_lies_ahead_of_a_text_without_a_date_is_planned(text):
    assert {event.status for event in events(text, "")} == {Status.PLANNED}


def test_a_day_after_a_verb_to_come_lies_ahead():
    (event,) = events("Clouds will begin to rise later Friday.", "2024-03-06")
    assert event.date.edtf == "2024-03-08"


def test_what_is_attended_to_is_not_announced():
    assert events("Our Government will also attend to the other priorities.") == ()


def test_no_time_and_no_address_takes_part():
    (event,) = events("All clinics must send the form to https://example.org/a by noon on 5 May 2024.")
    assert event.who == ("All clinics", "the form")


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        (
            (
                "The fix of April 13, 2021 must be installed. The update released on April 13 is the "
                "only remedy."
            ),
            "2021-03-03",
            ("2021-04-13", "The update was released"),
        ),
        (
            "The system will be locked starting Thursday.",
            "2023-06-14",
            ("2023-06-15", "The system will be locked"),
        ),
        (
            "The line is held by old cables and new measures are expected to be announced on 5 May 2024.",
            "2024-03-06",
            ("2024-05-05", "new measures are expected to be announced"),
        ),
        (
            "The notice is given under ED 21-02, issued on March 3, 2021.",
            "2024-03-06",
            ("2021-03-03", "ED 21-02 was issued"),
        ),
    ],
)
def test_the_last_event_is_of_its_day(text, written, expected):
    assert told(text, written)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "What will sustain us today will be the same strengths.",
        (
            "We will ask Parliament to approve reforms for the first time since it was passed, over five "
            "years ago."
        ),
    ],
)
def test_what_has_been_done_is_not_dated_ahead(text):
    assert events(text, "2024-04-24") == ()


def test_items_take_their_year_from_what_was_told_before_them():
    text = "# News of 24 November 2023\n\n- Summit in Oslo - November 26\n- Day in Lima - January 9\n"
    found = outlined(read(text, "page.md"), "").events
    assert [event.date.edtf for event in found] == ["2023-11-26", "2024-01-09"]


DIARY = """# Weather log

30 June 2004. At least 15 people died in floods, officials said today. Troops came on Monday.

6 July 2004. A slide hit the village yesterday. Help came late on Sunday night.
"""


def test_a_day_in_a_dated_entry_counts_from_the_date_of_the_entry():
    document = read(DIARY, "page.md")
    times = {document.quote(time.span): time.edtf for time in outlined(document, "2005-04-01").times}
    assert times["today"] == "2004-06-30"
    assert times["Monday"] == "2004-06-28"
    assert times["yesterday"] == "2004-07-05"
    assert ("2004-07-04", "Help came late") in told(DIARY, "2005-04-01") or times["late on Sunday night"]


def test_a_day_under_a_dated_heading_counts_from_the_date_of_the_heading():
    text = (
        "# Minutes\n\n## 2 October 2024\n\nThe release is due tomorrow.\n\n"
        "## 9 October 2024\n\nWe met on Monday.\n"
    )
    document = read(text, "page.md")
    assert [time.edtf for time in outlined(document, "").times if time.degree == "inferred"] == [
        "2024-10-03",
        "2024-10-07",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "WHO was notified of a case by the ministry on 5 May 2021.",
            [("2021-05-05", "WHO was notified of a case by the ministry")],
        ),
        (
            "Site works are under way, with the main contract due to start in July 2024.",
            [("2024-07", "the main contract due to start")],
        ),
        (
            (
                "Sheriff Dee Hall said on 5 May 2021 that he supports moving Mr Couch to a jail for adults, "
                "given his age and how severe his offences against the law of the state were."
            ),
            [("2021-05-05", "Sheriff Dee Hall said that he supports moving Mr Couch to a jail for adults")],
        ),
        (
            'On 4 May 2021, the laboratories posted an article on their website titled "Holm is now Norden".',
            [
                (
                    "2021-05-04",
                    'the laboratories posted an article on their website titled "Holm is now Norden"',
                )
            ],
        ),
        (
            "The 2010 South China floods began in early May 2010.",
            [("2010-05-01/2010-05-10~", "The 2010 South China floods began")],
        ),
        (
            "In the 1999 merger of Glaxon and Smithson, both firms ceased to exist.",
            [("1999", "the 1999 merger of Glaxon and Smithson")],
        ),
        (
            "I refer to the conversation that I had with you on 22 July 2023.",
            [("2023-07-22", "I had the conversation with you")],
        ),
        (
            "Some 118 people were killed and 47 left missing in the start of July 2023.",
            [("2023-07-01/2023-07-10~", "47 left missing")],
        ),
    ],
)
def test_who_did_what_is_told(text, expected):
    assert told(text)[-1:] == expected


@pytest.mark.parametrize(
    "text",
    [
        "There were 29 new cases over a period of three days leading up to 3 December 2023.",
        "See the editorial note, 1964 Tripartite Talks.",
        "I believe so, in the coming month.",
        "He has played for five teams starting in 1995.",
        "# News\n\n## Updated 11:35 pm, Thursday, January 28, 2016\n\nThe text goes on.",
        "# Storms\n\n1-7 May: Asia\n\nRain fell.\n\n8-9 May: Europe\n\nRain fell.\n",
    ],
)
def test_bounds_notes_and_headings_are_no_events(text):
    assert events(text) == ()


def test_an_item_whose_sentence_has_a_date_of_its_own_tells_that_event_too():
    text = (
        "# Updates\n\n- 27 November 2015 -- On 19 November 2015, the country found a new case.\n"
        "- 18 November 2015 -- This week the country found no case.\n"
    )
    found = outlined(read(text, "page.md"), "").events
    days = [event.date.edtf for event in found]
    assert days == ["2015-11-27", "2015-11-19", "2015-11-18"]


def test_months_of_news_without_a_day_of_writing_have_no_year():
    text = (
        "The panel admonished the senator on Tuesday night. It was the first time since 1995, when it met. "
        "He spoke last week.\n\nIn May, a judge sentenced the donor."
    )
    assert events(text, "")[-1].date.edtf == "XXXX-05"


def test_a_listed_day_takes_the_year_of_the_last():
    document = read("The resolutions of 1, 25 and 26 August and 1 November 1947 bind them.")
    assert [time.edtf for time in outlined(document, "1948-06-10").times] == [
        "1947-08-25",
        "1947-08-26",
        "1947-11-01",
    ]


def test_an_era_in_small_letters_is_one():
    document = read("The culture grew after 2000 b.c. and fell around 1300 b.c. in the south.")
    assert [time.value for time in outlined(document, "").times] == ["BC2000", "BC1300"]


def test_a_weekday_in_news_that_tells_of_old_attacks_is_of_the_week():
    text = "Bombs fell in 2002 and 2005, and again in 2003 and 2009. The president spoke on Thursday."
    assert events(text, "2016-01-14")[-1].date.edtf == "2016-01-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SEOUL North Korea denied on 5 March 2024 that it had attacked the network.",
            [("2024-03-05", "North Korea denied that it had attacked the network")],
        ),
        (
            "The Supreme Court is due on Monday to issue its first major ruling.",
            [("2024-03-11", "The Supreme Court is due to issue its first major ruling")],
        ),
        (
            "In December, 1964 Cabinet adopted, subject to certain reservations, the detail of the policy.",
            [("1964-12", "Cabinet adopted, subject to certain reservations, the detail of the policy")],
        ),
        (
            "This was affirmed in the Bill passed by the House of Assembly in June 2023.",
            [("2023-06", "the Bill was passed by the House of Assembly")],
        ),
        (
            (
                "The opposition leaders told a U.N. envoy on 3 March 2024 that they would not take part in "
                "the talks, which were slated for later, until the long sieges of towns are lifted."
            ),
            [
                (
                    "2024-03-03",
                    "The opposition leaders told a U.N. envoy that they would not take part in the talks",
                )
            ],
        ),
        (
            "The Commission would decide on 18 March 2024 instead of 10 March 2024.",
            [("2024-03-18", "The Commission would decide")],
        ),
        (
            "The poll of 6,769 adults conducted on 3 March 2024 is new.",
            [("2024-03-03", "The poll of 6,769 adults conducted")],
        ),
        ("3 Chifley replied on 18 July 1949.", [("1949-07-18", "Chifley replied")]),
        ("Being out of the race, he is barred from winning the seat in July 2024.", []),
    ],
)
def test_what_news_and_cables_tell(text, expected):
    assert told(text) == expected


def test_a_day_of_attacks_is_not_read_with_the_number_before_it():
    document = read("Fifteen of the 19 Sept. 11 hijackers were citizens.")
    found = [document.quote(time.span) for time in outlined(document, "2016-07-15").times]
    assert found in ([], ["Sept. 11"])


def test_what_is_spoken_for_lies_ahead():
    found = events("She made the case for a rate increase in June or July.", "2016-05-27")
    assert [event.date.edtf for event in found] == ["2016-06/2016-07"]
    assert {event.status for event in found} == {Status.HYPOTHETICAL}


def test_a_pronoun_is_not_led_back_to_one_of_two_persons():
    text = "A speaker for Jim Carter, Dean Congreve, spoke. He was treated in August 2015."
    assert events(text)[-1].title == "He was treated"


def test_a_condition_that_speaks_of_failing_is_hypothetical_and_of_the_year_told_before():
    text = (
        "On April 10, 2006, the Acting Director responded to our advice. He stated that if Reseller B fails "
        "to submit a new offer by the due date of May 1, the contract will then be canceled."
    )
    offers = [event for event in outlined(read(text), "2007-10-15").events if "offer" in event.title]
    assert [(event.date.edtf, event.status, event.status_wording) for event in offers] == [
        ("2006-05-01", Status.HYPOTHETICAL, "if")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A product they paid $25 for yesterday costs $60 today.",
        "Users may realize that the product they paid $25 for yesterday costs $60 today.",
        "The final rule (62 FR 44518) effective August 21, 1997, states the following.",
        "Report No. 05-01670-04 October 15.",
    ],
)
def test_a_comparison_a_citation_or_a_number_is_no_event(text):
    assert told(text, "2007-10-15") == []


def test_what_a_term_was_extended_to_is_told_of_the_term():
    text = (
        "However, the Director extended the May 1 deadline twice to May 30, 2006 and then to June 23, 2006."
    )
    found = [(event.date.edtf, event.title, event.status) for event in events(text, "2007-10-15")]
    assert ("2006-06-23", "May 1 deadline extended", Status.OCCURRED) in found


def test_a_title_without_a_doer_is_the_beginning_of_its_sentence():
    text = (
        "He stated: “The revelations in the second pre–award review essentially presented little if any new "
        "findings to dissuade me from my original intent of award in May 2003.”"
    )
    (event,) = events(text, "2007-10-15")
    assert event.title.startswith("He stated: “The revelations in the second")


@pytest.mark.parametrize(
    "text",
    [
        "Report No. 05–01670–04 October 15, 2007",
        "Regarding prices, the board, in its Final Rule effective August 21, 1997, states the following.",
        "The customer gets a discount of ten percent off the list effective 17 February 2006.",
        "The price increase was based on list prices as of September 1, 2005.",
    ],
)
def test_labels_texts_in_force_and_what_something_is_based_on_are_no_events(text):
    assert outlined(read(text), "2024-03-06").events == ()


def test_what_nobody_plans_lies_back_even_under_what_will_be_done():
    found = outlined(
        read("The Authority will press charges against the army for the bloody conflict during the summer."),
        "2015-03-18",
    )
    assert [(event.date.edtf, event.status.value) for event in found.events] == [("2014-22", "occurred")]


def test_of_a_happening_told_twice_the_passage_that_says_the_day_comes_first():
    document = read(
        "The award conflicts with the move to the new system in April 2005.\n\n"
        "The move to the new system on 20 April 2005 was sudden."
    )
    events = outlined(document, "2024-03-06").events
    assert [event.date.edtf for event in events] == ["2005-04-20"]
    assert "20 April 2005" in events[0].spans[0].of(document.text)


def test_the_end_of_a_mandate_is_told_of_the_mandate():
    text = "The Council extended the mandate of the mission until 15 August 2019."
    (event,) = outlined(read(text), "2020-03-06").events
    assert (event.title, event.status) == ("mandate of the mission extended", Status.OCCURRED)


def test_a_year_that_is_left_out_is_that_of_no_event():
    text = "The commission has met every year since 1972 except in 1983. It met in Ngala in 1990."
    assert [date for date, _ in told(text)] == ["1990"]


@pytest.mark.parametrize(
    "text",
    [
        "Had the dam been built in 1978, the lake would have vanished by 1990.",
        "Should the vote fail on 3 April 2024, the council will be dissolved.",
    ],
)
def test_a_condition_told_by_the_order_of_words_has_not_happened(text):
    assert events(text)[0].status is Status.HYPOTHETICAL


def test_an_event_behind_a_first_word_had_is_no_condition():
    text = "The council met. Had anybody been told on 3 April 2020?"
    assert all(event.status is not Status.HYPOTHETICAL for event in events(text))


def test_the_source_that_a_note_names_is_no_event():
    document = read(
        "# Strait\n\nThe bed was scanned.[^1] The ships came home.[^2]\n\n"
        "[^1]: IMO, Report on the Strait of Velda, 6 October 2023, p. 12.\n"
        "[^2]: They came home on 8 October 2023.\n",
        "page.md",
    )
    assert [event.date.edtf for event in outlined(document, "2024-03-06").events] == ["2023-10-08"]
