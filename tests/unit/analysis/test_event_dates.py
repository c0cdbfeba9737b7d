"""Which date a happening gets where a sentence has several, lists them, or only bounds something."""

import pytest

from deskbrief.analysis.pipeline import resolved
from deskbrief.document.outline import Degree, Status
from deskbrief.document.steps import finish
from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def events(text, written=WRITTEN):
    return outlined(read(text), written).events


def dated(text, written=WRITTEN):
    return [(event.date.edtf, event.title) for event in events(text, written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister resigned on 3 June 2014 and on 5 July was arrested.",
            [("2014-06-03", "The minister resigned"), ("2014-07-05", "The minister was arrested")],
        ),
        (
            "The Authority has said that after it joins the court at The Hague on 1 April 2024, it will sue.",
            [("2024-04-01", "The Authority joins the court at The Hague")],
        ),
        (
            "Ahmed was killed on 3 June, and in early July forces of the new commander launched an attack.",
            [
                ("2023-06-03", "Ahmed was killed"),
                ("2023-07-01/2023-07-10~", "forces of the new commander launched an attack"),
            ],
        ),
        (
            "He was arrested on 5 May 2020 and released on 7 June 2020.",
            [("2020-05-05", "He was arrested"), ("2020-06-07", "He was released")],
        ),
        (
            "He was born in Vienna on 3 May 1911, moved to Berlin and in 1933 fled to London.",
            [("1911-05-03", "He was born in Vienna"), ("1933", "He fled to London")],
        ),
    ],
)
def test_each_joined_verb_has_its_own_date_and_no_title_holds_another(text, expected):
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "edtf", "title"),
    [
        (
            "The truce held until 5 May 2021, when the army shelled the town.",
            "2021-05-05",
            "the army shelled",
        ),
        ("He had led it since March 2012, when he defeated Mr Jones.", "2012-03", "he defeated Mr Jones"),
        ("The rate stood at 5% until June 2019, when the bank cut it.", "2019-06", "the bank cut it"),
    ],
)
def test_the_clause_after_when_is_of_the_bound_before_it(text, edtf, title):
    (event,) = events(text)
    assert event.date.edtf == edtf
    assert event.title.startswith(title)
    assert event.status is Status.OCCURRED


def test_what_was_done_by_a_day_is_an_event_that_says_so():
    (event,) = events("By 14 May 1918, the town was captured by the rebels.")
    assert (event.date.edtf, event.status) == ("1918-05-14", Status.OCCURRED)
    assert "“By”" in event.date.reason


@pytest.mark.parametrize(
    "text",
    [
        "By 2010, the company was the largest in Europe.",
        "By June 2009 prices had fallen by a third.",
        "By May 2015 no deal had been reached.",
        "The number of members had grown by 1990.",
        "By 2022, 46 percent of the schools had left the programme.",
        "With new expenses expected by 2031, the firm is at risk.",
        "By September the army controlled only the coast.",
    ],
)
def test_a_state_or_a_change_up_to_a_day_is_no_event_of_it(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The army won elections in 2005 and 2006.", "{2005,2006}"),
        ("Floods struck the region in 2005, 2006 and in 2009.", "{2005,2006,2009}"),
        ("The company opened plants in March and May 2019.", "{2019-03,2019-05}"),
        ("He met them on Monday and Tuesday.", "{2024-03-04,2024-03-05}"),
    ],
)
def test_several_dates_of_one_fact_are_one_row(text, edtf):
    (event,) = events(text)
    assert event.date.edtf == edtf


def test_several_dates_of_one_fact_follow_the_date_of_the_document():
    document = read("He met them on Monday and Tuesday.")
    before = outlined(document)
    assert [event.date.edtf for event in before.events] == [""]
    after = finish(resolved(document, before, WRITTEN))
    assert [event.date.edtf for event in after.events] == ["{2024-03-04,2024-03-05}"]


def test_dates_that_are_not_listed_stay_apart():
    assert [edtf for edtf, _ in dated("He fought from 1914 to 1918.")] == ["1914/1918"]
    text = "Between January 20, 2023, and December 1, 2023, the office closed."
    assert [edtf for edtf, _ in dated(text)] == ["2023-01-20/2023-12-01"]
    assert len(dated("In May 2019 the plant closed after the fire of June 2018.")) == 2


def test_a_fiscal_year_is_called_one():
    (event,) = events("In FY2007 the agency hired 300 people.")
    assert event.date.shown == "fiscal year 2007"
    (event,) = events("In fiscal years 2023 and 2024 the auditor found errors.")
    assert event.date.shown == "fiscal years 2023 and 2024"
    (event,) = events("The agency hired 300 people in 2007.")
    assert event.date.shown == "2007"


@pytest.mark.parametrize(
    ("text", "wording", "edtf"),
    [
        ("Exports fell in the first 6 months of 2006.", "the first 6 months of 2006", "2006-01/2006-06"),
        ("He sold it in the last three months of 2007.", "the last three months of 2007", "2007-10/2007-12"),
        ("The first five years of the 1990s were hard.", "The first five years of the 1990s", "1990/1994"),
        (
            "It rained in the first ten days of May 1915.",
            "the first ten days of May 1915",
            "1915-05-01/1915-05-10",
        ),
    ],
)
def test_a_part_of_a_period_has_a_place_on_the_calendar(text, wording, edtf):
    document = read(text)
    (time,) = by_rules(document, WRITTEN).times
    assert (document.quote(time.span), time.edtf, time.degree) == (wording, edtf, Degree.INFERRED)


def test_a_part_of_a_period_dates_an_event_and_what_follows():
    found = dated(
        "In the first two weeks of August 1914 the army lost 3,000 men. On 3 September it retreated."
    )
    assert [edtf for edtf, _ in found] == ["1914-08-01/1914-08-14", "1914-09-03"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened ten days later than planned.",
        "It came two years earlier than in other lands.",
        "The disease affects 1 in 1000 people.",
        "About 1 in 1500 children is born with it.",
        "One in every 1200 people has it.",
        "The army kept the Christmas Truce in the north.",
        "The May 4th Movement spread.",
        "Operation December was called off.",
    ],
)
def test_comparisons_shares_and_names_are_no_dates(text):
    assert [time for time in by_rules(read(text), WRITTEN).times if time.type == "DATE"] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("When parliament meets on Monday, it will vote on the bill.", "2024-03-11"),
        ("When the talks resume on Friday, ministers are expected to sign.", "2024-03-08"),
        ("The vote will be held after the committee meets on Friday.", "2024-03-08"),
        ("When the army attacked on Friday, it was beaten.", "2024-03-01"),
        ("Markets to remain closed until Friday", "2024-03-08"),
    ],
)
def test_a_clause_of_time_in_the_present_looks_ahead_with_what_it_hangs_on(text, edtf):
    assert outlined(read(text), WRITTEN).times[0].edtf == edtf


JOINED = (
    "Weber, the second in command, was killed on 3 June 1937, and in early July, despite the loss of a city, "
    "the government launched an attack in the south, which was repulsed."
)
SEVERAL = "They took Bath on 17 April 1919 and York on 18 April 1919, and finally London on 8 August 1919."
NEWS = """Storm cuts power to thousands in the north

A storm has cut power to thousands of homes in the north of the land. At 9 a.m. the operator sent engineers.
"""


def test_news_without_a_date_gets_it_at_once_when_the_reader_sets_it():
    document = read(NEWS)
    before = outlined(document)
    assert [event.date.edtf for event in before.events] == ["", ""]
    assert "not known" in before.events[0].date.reason
    after = finish(resolved(document, before, WRITTEN))
    assert [(event.date.edtf, event.title) for event in after.events] == [
        (event.date.edtf, event.title) for event in events(NEWS)
    ]
    assert after.events[0].date.edtf == WRITTEN


def test_what_goes_on_is_no_news_of_the_day():
    assert (
        events("Army continues the siege of the town\n\nThe army has continued the siege of the town.") == ()
    )


def test_a_date_set_by_the_reader_also_decides_what_is_planned():
    document = read("The fair opens on 5 May 2024.")
    before = outlined(document, "2024-10-01")
    assert [event.status for event in before.events] == [Status.OCCURRED]
    after = finish(resolved(document, before, "2024-04-01"))
    assert [event.status for event in after.events] == [Status.PLANNED]


@pytest.mark.parametrize(
    ("written", "edtf"), [("2024-10-01", "2024-04/2024-06"), ("2023-07-01", "2023-04/2023-06")]
)
def test_a_period_stays_one_when_the_reader_sets_another_date(written, edtf):
    document = read("The economy shrank between April and June.")
    after = finish(resolved(document, outlined(document, WRITTEN), written))
    assert [event.date.edtf for event in after.events] == [edtf]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            JOINED,
            [
                ("1937-06-03", "was killed"),
                ("1937-07-01/1937-07-10~", "the government launched an attack"),
            ],
        ),
        (
            SEVERAL,
            [
                ("1919-04-17", "They took Bath"),
                ("1919-04-18", "They took York"),
                ("1919-08-08", "They took London"),
            ],
        ),
    ],
)
def test_what_one_sentence_tells_of_several_days_is_told_apart(text, expected):
    found = dated(text)
    assert [edtf for edtf, _ in found] == [edtf for edtf, _ in expected]
    for (_, title), (_, said) in zip(found, expected, strict=True):
        assert said in title


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Between 1250 and 1300, settlers reached the islands.", "1250/1300"),
        ("The city fell on 5/6 May 2011.", "2011-05-05/2011-05-06"),
        ("The city fell on May 5/6, 2011.", "2011-05-05/2011-05-06"),
    ],
)
def test_both_ends_of_a_period_are_read(text, edtf):
    (event,) = events(text)
    assert event.date.edtf == edtf


def test_references_and_what_was_looked_up_tell_no_events():
    document = read(
        "# Ports\n\nThe port opened on 5 May 2011. Retrieved 9 October 2018.\n\n## References\n\n"
        "- Smith won the prize on 3 May 2012 for this.\n\n### Books\n\nJones died on 3 May 2013.\n\n"
        "## Trade\n\nTrade began on 5 May 2014.\n",
        "a.md",
    )
    assert [event.date.edtf for event in outlined(document).events] == ["2011-05-05", "2014-05-05"]


@pytest.mark.parametrize(
    "place", ["TRIPOLI, Oct. 20 (Xinhua) --", "San Francisco, May 5 (AP) -", "ROME, May 5 —"]
)
def test_the_place_and_day_of_writing_are_no_part_of_what_is_told(place):
    (event,) = events(f"{place} Gunmen seized a bank on 6 March 2021.")
    assert (event.title, event.date.edtf) == ("Gunmen seized a bank", "2021-03-06")


@pytest.mark.parametrize(
    ("text", "edtf", "status"),
    [
        ("The process could slow further once Obama leaves office in January.", "2025-01", Status.PLANNED),
        ("The race is on to become the nominee for the February election.", "2025-02", Status.PLANNED),
        ("The bank raised its rates ahead of the May election.", "2024-05", Status.PLANNED),
        ("The second round, planned for May, could be brought forward.", "2024-05", Status.HYPOTHETICAL),
        ("They had hoped to end the talks by Christmas.", "2023-12-25", Status.HYPOTHETICAL),
        ("The new rule applies from Friday.", "2024-03-08", Status.PLANNED),
        ("Leaders called on Norway to agree to a truce from Monday.", "2024-03-11", Status.HYPOTHETICAL),
    ],
)
def test_what_is_to_come_has_the_day_to_come(text, edtf, status):
    (event,) = events(text)
    assert (event.date.edtf, event.status) == (edtf, status)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The president took office in January 2017, following the Nov. 8 vote.", "2016-11-08"),
        ("They left in December 2014, before the March vote.", "2015-03"),
        ("They left in May 2014, before the June vote.", "2014-06"),
    ],
)
def test_a_date_without_a_year_keeps_the_order_that_the_text_tells(text, edtf):
    assert edtf in [event.date.edtf for event in events(text)]


def test_the_day_that_a_clause_describes_is_not_the_day_of_writing():
    assert events("All the rules start the day you take the money.") == ()


def test_verse_tells_no_events_and_short_facts_do():
    lines = (
        "I read much of the night,",
        "And last winter we went south",
        "With the rain on the sea,",
        "And you",
    )
    assert outlined(read("\n\n".join(lines * 3)), WRITTEN).events == ()
    facts = (f"The port of Town {year} was opened in {year}." for year in range(1901, 1911))
    assert len(outlined(read("\n\n".join(facts)), WRITTEN).events) == 10


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The union will join talks hosted by Sudria on Friday, officials said.", "2024-03-08"),
        ("The union joined talks hosted by Sudria on Friday, officials said.", "2024-03-01"),
        ("The union will discuss the report released by Sudria on Friday.", "2024-03-01"),
        ("We have a minor release due at the end of October.", "2024-10-21~/2024-10-31"),
    ],
)
def test_a_gathering_under_what_will_be_and_what_is_due_lie_ahead(text, edtf):
    times = outlined(read(f"# Talks\n\nThe harbour has two cranes.\n\n{text}\n", "a.md"), WRITTEN).times
    assert edtf in [one.edtf for one in times]


def test_an_event_of_another_year_than_the_sentence_tells_dates_nothing():
    text = """# Arrests

Police in Sudria arrested the banker on December 1, 2018, at the request of Norland.

In 2014, a couple were detained a week after Sudria accused Norland of arresting its banker.
"""
    times = outlined(read(text, "a.md"), "2018-12-11").times
    assert [one.edtf for one in times if text[one.start : one.end].startswith("a week")] in ([], [""])


@pytest.mark.parametrize(
    ("text", "edtf", "title"),
    [
        (
            "By its resolution 1658 (2006) of 14 February, the council extended the mandate of the mission.",
            "2024-02-14",
            "the council extended the mandate of the mission",
        ),
        (
            "In a note of 14 February, the ministry refused the plan.",
            "2024-02-14",
            "the ministry refused the plan",
        ),
        (
            "In a letter dated 3 May 2023, the mayor asked for help.",
            "2023-05-03",
            "the mayor asked for help",
        ),
    ],
)
def test_what_is_done_in_a_writing_is_done_on_its_day(text, edtf, title):
    assert (edtf, title) in dated(text)


def test_the_number_of_a_case_is_no_date():
    assert (
        dated("The applicant filed Suit No 675 of 2005 for leave. The appeal in Suit No. 8 of 2007 failed.")
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "The army, with six officers from the force disbanded in 1995, met on 13 March.",
        "Building on consultations held in 2017 with key sectors, on 13 March the army met.",
        "The office announced plans to hire 1,500 people by 2029. On 13 March, the army met.",
        "The office wrote a reform plan for the period 2018–2029 to guide all. On 13 March, the army met.",
    ],
)
def test_a_year_that_only_tells_which_is_not_the_year_of_the_next_day(text):
    document = f"# Report\n\nThe committee was created on 2 March 2023.\n\n{text}\n"
    found = [one.edtf for one in outlined(read(document, "a.md"), None).times]
    assert "2023-03-13" in found


def test_a_participle_beside_another_date_has_a_title_of_its_own():
    text = "The army, with six officers from the force disbanded in 1995, met on 13 March 2023."
    assert ("1995", "the force was disbanded") in dated(text)


def test_a_period_may_run_through_to_its_end():
    assert "2005/2009" in [
        edtf for edtf, _ in dated("From 2005 through to 2009, the town built three wells.")
    ]


def test_what_followed_a_happening_is_told_with_it():
    text = "However, following the presidential election in May 2004, Egypt began to reform its subsidies."
    (found,) = dated(text)
    assert found[1].startswith("following the presidential election in May 2004, Egypt")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The inspection began at 1900 hrs Z on 6 November 2023.", "2023-11-06T19:00:00Z"),
        ("The crash was heard at 2038 hours on 6 November 2023.", "2023-11-06T20:38:00"),
        ("On 17. November the service was upgraded.", "2023-11-17"),
        ("The service ran until 3. May 2021, when it was stopped.", "2021-05-03"),
    ],
)
def test_hours_of_four_figures_and_days_with_a_dot_are_read(text, edtf):
    times = outlined(read(f"# Report\n\nThe harbour has two cranes.\n\n{text}\n", "a.md"), WRITTEN).times
    assert edtf in [one.edtf for one in times]


@pytest.mark.parametrize(
    "text", ["The crew did 1900 hours of work.", "It was the last of 17. November was mild."]
)
def test_lengths_and_ends_of_sentences_are_no_hours_and_days(text):
    times = outlined(read(f"# Report\n\n{text}\n", "a.md"), WRITTEN).times
    assert not any("T" in one.edtf or one.edtf.endswith("-17") for one in times)


def test_no_sentence_ends_at_the_dot_of_a_day():
    found = dated("On 17. November 2023, the service was upgraded.")
    assert found == [("2023-11-17", "the service was upgraded")]
