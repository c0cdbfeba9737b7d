"""Titles of events that tell the whole of what was done, with the one who did it."""

import pytest

from deskbrief.analysis.events.titles import short_title
from deskbrief.document.outline import Status
from deskbrief.document.spans import Span
from helpers.outlines import outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def titles(text, written=WRITTEN):
    return [event.title for event in outlined(read(text), written).events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Karl Vesk, Trade and Industry Minister, announced the decision in Riga on Thursday.",
            "Karl Vesk, Trade and Industry Minister, announced the decision in Riga",
        ),
        (
            "The council, together with the port, will publish a plan on 5 May 2024.",
            "The council, together with the port, will publish a plan",
        ),
        (
            "A former manager at Vanto directed a small firm to pay a $50,000 bribe to an official in 2002.",
            "A former manager at Vanto directed a small firm to pay a $50,000 bribe to an official",
        ),
        (
            (
                "The visitors are expected to attend the trade show which fills three halls and runs from "
                "6 to 9 January."
            ),
            "the trade show runs",
        ),
        (
            (
                "She praised the success of the video game Star Field 2, released in November, which pushed "
                "sales past all others in the last two months of 2023."
            ),
            "Star Field 2 pushed sales past all others",
        ),
        (
            "She praised the success of the video game Star Field 2, released in November 2023, and left.",
            "Star Field 2 was released",
        ),
    ],
)
def test_who_did_it_is_told_whole(text, title):
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "The 30-year-old will undergo an operation on Friday but England have yet to name a "
                "replacement skipper."
            ),
            "The 30-year-old will undergo an operation",
        ),
        (
            (
                "On 4 May 2016, the Northern Government accepted these terms and conditions in what came to "
                "be known as the Marsh pledge."
            ),
            "the Northern Government accepted these terms and conditions",
        ),
        (
            (
                "In August 2011, a coalition of small farmers formed the Upland Rural Council in hopes of "
                "creating a fair market for all of them."
            ),
            "a coalition of small farmers formed the Upland Rural Council",
        ),
        (
            (
                "During a conference in January 1917, representatives from the Northern Navy convinced the "
                "military leadership and Kaiser Wilhelm II that a long war would not help."
            ),
            "representatives from the Northern Navy convinced the military leadership",
        ),
    ],
)
def test_a_title_ends_where_a_phrase_does(text, title):
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The shadow cabinet gave its support ahead of next week's Commons vote on a bill.",
            "the Commons vote on a bill",
        ),
        (
            "The runner hopes to gain a late entry into Sunday's international indoor meeting in Leipzig.",
            "the international indoor meeting in Leipzig",
        ),
        ("The Parish Council meeting on Monday 4 March 2024 had to be cancelled.", None),
        (
            "On 1 May Evatt instructed that nothing should be done.",
            "Evatt instructed that nothing should be done",
        ),
    ],
)
def test_the_date_beside_a_title_is_not_in_it(text, title):
    assert titles(text) == [title or "The Parish Council meeting had to be cancelled"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "Following the sinking of an unarmed Norse boat, the Tern, in the English Channel in March "
                "1916, the president threatened to sever relations."
            ),
            "the sinking of an unarmed Norse boat, the Tern, in the English Channel",
        ),
        (
            "The ship was later allocated to the naval base in Hong Kong, arriving in 1929.",
            "The ship was later allocated to the naval base in Hong Kong, arriving",
        ),
        (
            'The star of two films said it all was "in a very bad way" at a press conference on Tuesday.',
            'The star of two films said it all was "in a very bad way"',
        ),
    ],
)
def test_a_short_title_tells_what_it_is_of(text, title):
    assert [one for one in titles(text) if one.startswith(title)]


def test_a_meeting_that_had_to_be_cancelled_did_not_take_place():
    (event,) = outlined(read("The council meeting on 4 March 2024 had to be cancelled."), WRITTEN).events
    assert event.status == "negated"


@pytest.mark.parametrize(
    "text",
    [
        "People will spend more online, an increase of 64% on 2003.",
        "Sales came to 40 million, a fall of 6 percent on last year.",
    ],
)
def test_what_a_figure_is_held_against_is_no_event(text):
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The men held a mock trial and Ceausescu and his wife were executed on 25 December 1989.",
            "Ceausescu and his wife were executed",
        ),
        (
            "The second agreement promised that neither side would join it, and called for a vote in 1956.",
            "The second agreement called for a vote",
        ),
        (
            "The results of the “Round Table Talks,” signed by both sides on 4 April 1989, were kept.",
            "The results signed by both sides",
        ),
        ("From before the War of 1812, the country had insisted upon its right.", "the War of 1812"),
        ("The last successful venture was on December 19, 2013.", "The last successful venture"),
        ("Strachan left St Mary's in February 2004, after a long rest.", "Strachan left St Mary's"),
        (
            "Icon Ann Hill quit the show earlier in the week over it.",
            "Icon Ann Hill quit the show",
        ),
        (
            "It was hard to gauge from the Christmas period of 2023 the likely pace of trade.",
            "It was hard to gauge from the Christmas period",
        ),
    ],
)
def test_no_word_is_lost_that_a_title_needs(text, title):
    assert titles(text)[0].startswith(title)


def test_what_a_figure_rose_from_is_no_event():
    text = "They put it at 4.6 million, an increase from an estimated 50,000 sets at the end of 2003."
    assert titles(text) == []


def test_days_of_a_month_whose_year_nothing_tells_are_one_time():
    (event,) = outlined(read("The fair will be held in the old town on 4-6 March.")).events
    assert event.date.edtf == "XXXX-03-04/XXXX-03-06"


def test_no_title_opens_with_its_date_before_who_did_it():
    text = (
        "Arthur Brand joined the force. In 1945 he was seconded to the service in India developing homing "
        "systems for bombers and went on to design ground radio equipment for all services."
    )
    assert titles(text)[-1].startswith(("[Arthur Brand] was seconded", "he was seconded"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The ship sailed from Bath on 3 May 1901, sinking on 9 May.",
            {"1901-05-03": "The ship sailed from Bath", "1901-05-09": "The ship sank"},
        ),
        (
            "Roe was sent to India in 1941, dying on 3 May 1944.",
            {"1941": "Roe was sent to India", "1944-05-03": "Roe died"},
        ),
        (
            "Mr Chung was a director of the company from 2010 to 2014, resigning on 3 May 2014.",
            {"2014-05-03": "Mr Chung resigned"},
        ),
        ("Ms Berg led the club until 2003, retiring in May 2003.", {"2003-05": "Ms Berg retired"}),
        ("The firm was founded in Leeds, closing in May 1999.", {"1999-05": "The firm closed"}),
        ("She was elected in 2001, stopping in 2009.", {"2001": "She was elected", "2009": "She stopped"}),
    ],
)
def test_what_a_gerund_adds_with_its_own_date_is_told_by_itself(text, told):
    assert {event.date.edtf: event.title for event in outlined(read(text), WRITTEN).events} == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The election in May 2020 had to be held by post.", Status.OCCURRED),
        ("The funeral on 3 May 2020 had to be held in private.", Status.OCCURRED),
        ("An election in June 2017 had to be called.", Status.OCCURRED),
        ("The trial in May 2019 had to be moved to a larger room.", Status.OCCURRED),
        ("The vote in May 2019 had to be put to the members twice.", Status.OCCURRED),
        ("The race in May 2019 had to be pushed through by the mayor.", Status.OCCURRED),
        ("The summit in May 2019 had to be called off.", Status.NEGATED),
        ("The talks in May 2019 had to be put off.", Status.NEGATED),
        ("The match in May 2019 had to be abandoned.", Status.NEGATED),
        ("The match in May 2019 had to be scrapped.", Status.NEGATED),
    ],
)
def test_only_what_was_called_off_did_not_happen(text, status):
    assert [event.status for event in outlined(read(text), WRITTEN).events] == [status]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The fair was held from 5 to 7 May.", "XXXX-05-05/XXXX-05-07"),
        ("The fair was held from 5–7 May.", "XXXX-05-05/XXXX-05-07"),
        ("The fair was held 5 to 7 May.", "XXXX-05-05/XXXX-05-07"),
        ("The talks were held from 28 to 30 June.", "XXXX-06-28/XXXX-06-30"),
        ("The strike lasted from 3 to 9 March.", "XXXX-03-03/XXXX-03-09"),
    ],
)
def test_days_of_a_month_without_a_year_date_what_took_so_long(text, edtf):
    assert [event.date.edtf for event in outlined(read(text)).events] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She won in 2:06.73 on 3 May 2019.", "2019-05-03"),
        ("The race began at 14:05 on 3 May 2019.", "2019-05-03T14:05:00"),
    ],
)
def test_a_time_in_hundredths_of_seconds_is_no_time_of_day(text, edtf):
    assert [event.date.edtf for event in outlined(read(text)).events] == [edtf]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "They agreed to the placing by Mr Wong's on 3 May 2016.",
            "They agreed to the placing by Mr Wong",
        ),
        ("The rally left Mrs Hale's on 3 May 2016.", "The rally left Mrs Hale's"),
    ],
)
def test_only_a_house_is_called_by_a_possessive(text, title):
    assert titles(text) == [title]


def test_a_title_that_is_cut_ends_before_what_waits_for_a_name():
    text = "In spring the board had sold all its shares in it to a mainland firm called Norden Bay Holdings."
    assert text[slice(*_short(text))].endswith("a mainland firm")


def _short(text):
    span = short_title(text, Span(0, len(text)))
    return span.start, span.end
