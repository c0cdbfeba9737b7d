"""What sentences with dates tell, and what they do not."""

import pytest

from deskbrief.analysis.pipeline import resolved
from deskbrief.document.outline import Degree, Status
from deskbrief.document.steps import finish
from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def events(text, written=WRITTEN):
    return outlined(read(text), written).events


@pytest.mark.parametrize(
    "text",
    [
        "According to Smith (2014), yields fell in dry years.",
        "Jones et al. (2016) measured many samples.",
        "A full account is given in Paying for Peace (Oslo: May 2005).",
        "The Clean Water Act of 1972 applies here.",
        "Under the 2015 Paris Agreement, states must report.",
        "According to a 2005 report, prices would fall.",
        "In 2005 the costs were $3 billion.",
        "In 2005 the United States accounted for 25 percent of the market.",
        "Today, most firms rely on such tools.",
        "Today, the signals could not differ more.",
        "Figure 10 shows the demand until 2030.",
        "It sets out what the five governments should do before the winter of 2024.",
        "Sunday was chosen by the board.",
        "The firm sold more than in 2007.",
        "The ministry pays one part of the grant in July.",
        "It is the largest fall since the vote of May 2016.",
        "Output was higher compared with 2019.",
        "In the same period a year earlier, the mill had earned 5 million.",
        "Imports rose in the same month last year.",
        "Shipments had fallen by a tenth in the same quarter of 2022.",
        "The following are comments on the letter dated February 7, 2007.",
        "Winter can also bring an increase in leaks.",
        "They paid it to maintain high performance throughout the year.",
        "He held the office in 1964.",
        "She met him for the third time since taking office last autumn.",
        "They want a boost for the party come election time in November.",
        "What you need to start the day.",
    ],
)
def test_a_date_that_only_describes_compares_or_cites_is_no_event(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Under the law, a state must file its plan by 1 July.",
        "The tax shall be paid by 31 January.",
    ],
)
def test_a_duty_of_every_year_is_no_event(text):
    assert events(text, "") == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Boeing on Tuesday delivered the last jet to the airline.",
            "Boeing delivered the last jet to the airline",
        ),
        (
            "The act, passed in May 2010, ended the practice.",
            "The act was passed",
        ),
        ("Beginning in May 1996, the agency took over the work.", "the agency took over the work"),
        ("Apple unveiled the iPhone 5 on September 12, 2012.", "Apple unveiled the iPhone 5"),
        ("Analysts expect Acme to sell the yard by May 2025.", "Analysts expect Acme to sell the yard"),
        ("Acme Group said it will open a plant in May 2025.", "Acme Group will open a plant"),
        ("Stocks continued to fall on 5 May 2021.", "Stocks continued to fall"),
        ("It recalls the shelling of the port on 5 May 2021.", "the shelling of the port"),
        ("The ouster of the mayor in May 2021 was no surprise.", "The ouster of the mayor"),
        ("Acme bought Bolt in May 2021 from its founder.", "Acme bought Bolt"),
        (
            "Two officials said on Monday that the plan had failed.",
            "Two officials said that the plan had failed",
        ),
        ("The minister landed in Oslo later on Monday.", "The minister landed in Oslo"),
        ("The attack on 5 May 2021 on the port failed.", "The attack on the port"),
        ("The men who seized the ferry on the 5th of May 2021 fled.", "The men seized the ferry"),
        ("They asked about an email that Mr Geary received in May 2021.", "Mr Geary received an email"),
        (
            "The treaty the minister plans to sign on 5 May 2025 is long.",
            "the minister plans to sign the treaty",
        ),
        ("It would have been impossible in May 2021 without him.", "It would have been impossible"),
        ("The day he died in 2003 was cold.", "he died"),
        ("Acme fell because it lost its licence in May 2011.", "Acme lost its licence"),
        ("The assembly declared, on 2 May 1912, that it was free.", "The assembly declared that it was free"),
        ("The spring 2021 offensive failed within days.", "The spring 2021 offensive"),
        ("The rules were drafted and adopted on 5 May 2021.", "The rules were adopted"),
        (
            "The general met Smith and Jones and the army seized the port on 5 May 2004.",
            "the army seized the port",
        ),
        (
            "In 1978 the office started training local writers and many films won prizes.",
            "many films won prizes",
        ),
        (
            "By the 24th February 2011 anti-government militias had taken control of the town.",
            "anti-government militias had taken control of the town",
        ),
        (
            "The lines were sold, but were re-nationalised by the state in 2004.",
            "The lines were re-nationalised by the state",
        ),
        (
            "The firm on 5 May 2021 reported its first quarter since the sale.",
            "The firm reported its first quarter since the sale",
        ),
        (
            "In its report, released on 5 May 2021 before the vote, the board said it was safe.",
            "its report was released",
        ),
        (
            "Sandoval was named a judge, before being elected governor in 2010.",
            "Sandoval was elected governor",
        ),
        ("Norway took part as a guest, before joining on its own in 1920.", "Norway joining on its own"),
        (
            "The president is considering a judge, a source close to the process said on 5 May 2021.",
            "The president is considering a judge",
        ),
        ("Norway held a referendum on the treaty in 1994.", "Norway held a referendum on the treaty"),
        ("The two sides had talks in 2010.", "The two sides had talks"),
        ("The court held in 1964 that states must comply.", "The court held that states must comply"),
        (
            "Voters rejected the euro in a vote on 14 May 2003 by a margin.",
            "Voters rejected the euro in a vote",
        ),
        (
            "The minister said in a speech on 5 May 2010 that it was over.",
            "The minister said in a speech that it was over",
        ),
        ("It began with steel in May 2018, followed by salt and tin in June 2018.", "salt and tin followed"),
        ("Rent will pass wages in 2030 and the cost of care in 2033.", "Rent will pass the cost of care"),
        ("The list was cut in May 2019, and the range expanded in June 2019.", "the range expanded"),
        ('"It is over," the minister said at a rally on 6 May 2019.', "It is over"),
        (
            "To sing, founders Tom Johnston, Michael McDonald, Pat Simmons and John McFee will meet in 2030.",
            "founders Tom Johnston and others will meet",
        ),
        (
            "The Council adopted its first package of sanctions on 23 May 2011.",
            "The Council adopted its first package of sanctions",
        ),
        ("He appeared in court in 2010.", "He appeared in court"),
        ("The leader was ousted in a January 2010 coup.", "The leader was ousted in a January 2010 coup"),
        ("Ms Roe was due to visit the plant in May 2030.", "Ms Roe was due to visit the plant"),
        ("The term which was due to end on 5 May 2024 goes on.", "The term was due to end"),
        (
            "They announced on 5 May 2021 a calendar with a vote in May 2022, and the runoff in June 2022.",
            "the runoff",
        ),
        ("He was free until 20 May 2011, when he was caught and killed in Sirte.", "he was caught"),
        ("The talks in Geneva on 5 May 2021 brought nothing.", "The talks in Geneva"),
    ],
)
def test_titles_say_who_did_what_without_the_date(text, title):
    assert title in [event.title for event in events(text)]


def test_what_somebody_hopes_is_not_told_as_done():
    found = events(
        "The talks could end as early as this month, when the firm hopes that it can close the pit."
    )
    assert Status.OCCURRED not in [event.status for event in found]


def test_verbs_joined_to_one_day_are_events_of_their_own():
    found = events("On 14 June 2022 the court upheld the judgment and ordered the ministry to pay.")
    assert [(event.date.edtf, event.title) for event in found] == [
        ("2022-06-14", "the court upheld the judgment"),
        ("2022-06-14", "the court ordered the ministry to pay"),
    ]


def test_the_same_month_as_before_dates_an_event():
    found = events("The war began in May 2005. In the same month, the mill closed.")
    assert [event.date.edtf for event in found] == ["2005-05", "2005-05"]


def test_an_anniversary_is_one_event_of_then():
    found = events("Twenty years ago today, the bridge fell. Twenty years ago today's leaders were students.")
    assert [(event.date.edtf, event.title) for event in found] == [("2004-03-06", "the bridge fell")]


def test_a_year_does_not_pass_to_what_came_later():
    found = events("Magellan was born in 1480 and moved to Seville as a young man.")
    assert [event.date.edtf for event in found] == ["1480"]


@pytest.mark.parametrize(
    ("text", "status", "wording"),
    [
        ("The summit scheduled for 5 May 2024 was cancelled.", Status.NEGATED, "cancelled"),
        ("The attack on Monday in Oslo could heighten tensions.", Status.OCCURRED, ""),
        ("The summit on 5 September 2024 may fail.", Status.HYPOTHETICAL, "may"),
        ("He said that it would have been wrong in 2002.", Status.HYPOTHETICAL, "would"),
        ("Norway refused to sign the treaty in April 2023.", Status.NEGATED, "refused"),
        ("The ministers nearly met in June 2021.", Status.NEGATED, "nearly"),
        ("No ruling was given on 5 May 2021.", Status.NEGATED, "no"),
        ("France may withdraw its troops in July 2024.", Status.HYPOTHETICAL, "may"),
        ("Germany threatened to leave the alliance in May 2019.", Status.HYPOTHETICAL, "threatened"),
        ("The minister said schools would reopen on 11 March 2024.", Status.PLANNED, "would"),
        ("He said the talks had failed and that they would meet on 11 March 2024.", Status.PLANNED, "would"),
        ("The hearing was postponed to October 2024.", Status.PLANNED, "postponed"),
        ("The study is expected to be completed by June 2025.", Status.PLANNED, "expected"),
        ("The plant was due to open in May 2023.", Status.PLANNED, "due"),
        ("The government must repair the gauges by 30 June 2023.", Status.PLANNED, "must"),
        ("The thieves must have left the town on 30 June 2023.", Status.OCCURRED, ""),
        ("The plant was opened in May 2023.", Status.OCCURRED, ""),
        ("The parade was held to mark the end of the war in 2023.", Status.OCCURRED, ""),
        ("It took years for the state to break ground on 5 May 2023.", Status.OCCURRED, ""),
        ("The minister flew to Oslo to sign the deal on 5 May 2025.", Status.PLANNED, ""),
        (
            "The board decided that it could sign deals and the first such deal was signed in May 2023.",
            Status.OCCURRED,
            "",
        ),
        ("It went on to become the biggest firm by 1986.", Status.OCCURRED, ""),
        ("The firm seeks to link both towns by 2028.", Status.PLANNED, "seeks"),
        ("Such wells were considered to be a risk in May 2023.", Status.OCCURRED, ""),
        ("The technology is not likely to be sold before 2027.", Status.NEGATED, "not"),
        ("On 5 May 2023 the board said it can confirm the sale.", Status.OCCURRED, ""),
        ("The offensive, launched on 1 July 1916, failed.", Status.OCCURRED, ""),
    ],
)
def test_the_wording_that_decides_the_status_is_kept(text, status, wording):
    event = events(text)[-1]
    assert (event.status, event.status_wording) == (status, wording)


def test_a_day_after_a_verb_of_saying_is_when_it_was_said():
    (event,) = events("The company said on Monday it would close nine plants.")
    assert (event.date.edtf, event.status) == ("2024-03-04", Status.OCCURRED)


def test_participants_are_somebody_and_no_happening_pronoun_or_amount():
    (event,) = events("On 5 May 2021 Acme Group sold its yard in Bergen to Nordlicht for $5 million.")
    assert "Acme Group" in event.who
    assert not any("million" in who for who in event.who)
    (event,) = events("It made a decision on 5 May 2021.")
    assert event.who == ()


NEWS = """Storm cuts power to thousands in the north

A storm has cut power to thousands of homes in the north of the country. The grid operator sent engineers.
"""


def test_the_main_event_of_news_is_dated_by_the_document_and_says_so():
    document = read(NEWS)
    (event,) = outlined(document, WRITTEN).events
    assert (event.date.edtf, event.date.degree) == (WRITTEN, Degree.INFERRED)
    assert event.title == "Storm cuts power to thousands in the north"
    assert "6 Mar 2024" in event.date.reason
    assert event.confidence < 0.6
    assert [document.quote(span)[:5] for span in event.spans] == ["A sto", "Storm"]


def test_another_day_of_writing_dates_the_main_event_again():
    document = read(NEWS)
    outline = outlined(document, WRITTEN)
    (event,) = finish(resolved(document, outline, "2023-05-01")).events
    assert event.date.edtf == "2023-05-01"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (NEWS, "2024"),
        ("Guide to better meetings\n\nGood meetings have had an agenda in every case.\n", WRITTEN),
        ("Arms control\n\nThe treaty has cut the number of arms. It has had effects.\n", WRITTEN),
    ],
)
def test_nothing_is_dated_by_the_document_where_it_is_no_news_of_a_day(text, written):
    assert events(text, written) == ()


@pytest.mark.parametrize(
    "text",
    [
        "President Lin will hold talks with the European Commission.",
        "Acme plans to launch a new satellite.",
        "Parliament is to vote on the bill.",
        "Talks will resume in Geneva.",
    ],
)
def test_what_is_announced_without_a_date_is_undated(text):
    (event,) = events(text)
    assert (event.date.edtf, event.date.degree, event.status) == ("", Degree.UNRESOLVED, Status.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        "Parliament should vote on the bill.",
        "If talks fail, Acme will launch a satellite.",
        "Acme will not launch a satellite.",
        "Acme will need more money.",
        "Will Acme launch a satellite?",
        "The aim is to launch a satellite.",
        "We will hold talks with them.",
        "Firms will launch such products when prices rise.",
    ],
)
def test_what_is_no_plain_announcement_makes_no_event(text):
    assert events(text) == ()


def test_an_event_told_twice_is_one_row_with_both_places():
    text = (
        "Ministers from Norway and Iceland signed a fisheries treaty on 4 March 2024 in Bergen.\n\n"
        "The boats lay idle.\n\nThe fisheries treaty was signed by ministers in March 2024.\n"
    )
    document = read(text)
    (event,) = outlined(document, WRITTEN).events
    assert event.date.edtf == "2024-03-04"
    assert [document.quote(span)[:9] for span in event.spans[:1] + event.spans[2:]] == [
        "Ministers",
        "The fishe",
    ]


def test_different_events_of_one_day_stay_apart():
    found = events("Norway signed the treaty on 4 March 2024.\n\nIceland left the union on 4 March 2024.\n")
    assert len(found) == 2
