"""Times of English texts, one row a wording: value, EDTF and degree, against Wednesday 6 March 2024."""

import pytest

from deskbrief.analysis.times.categories import COMMON, GROUPS
from deskbrief.analysis.times.tagger import LEVELS, may_name_time
from deskbrief.document.outline import Degree
from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-06"
E, C, F, U = Degree.EXPLICIT, Degree.COMPLETED, Degree.INFERRED, Degree.UNRESOLVED

ROWS = [
    ("The talks began on 5 May 2023 in Oslo.", "5 May 2023", "2023-05-05", "2023-05-05", E),
    ("They met on May 5, 2023.", "May 5, 2023", "2023-05-05", "2023-05-05", E),
    ("It was published on 2023-11-02.", "2023-11-02", "2023-11-02", "2023-11-02", E),
    ("It was published on 10-21-2011.", "10-21-2011", "2011-10-21", "2011-10-21", E),
    ("It was founded in 1987.", "1987", "1987", "1987", E),
    ("In the early 1990s trade grew.", "the early 1990s", "199", "199X~", E),
    ("The 19th century was long.", "The 19th century", "18", "18XX", E),
    ("He ruled in 44 BC.", "44 BC", "BC0044", "-0043", E),
    ("Sales fell in the third quarter of 2022.", "the third quarter of 2022", "2022-Q3", "2022-35", E),
    ("In spring 2020 the borders closed.", "spring 2020", "2020-SP", "2020-21", E),
    ("The law takes effect in FY2025.", "FY2025", "FY2025", "2025~", E),
    ("They must act by the end of 2025.", "the end of 2025", "2025", "2025-09~/2025-12", E),
    ("It will end in March.", "March", "2024-03", "2024-03", C),
    ("They spoke yesterday.", "yesterday", "2024-03-05", "2024-03-05", F),
    ("They will speak tomorrow.", "tomorrow", "2024-03-07", "2024-03-07", F),
    ("The vote was held last week.", "last week", "2024-W09", "2024-02-26/2024-03-03", F),
    ("It happened two days ago.", "two days ago", "2024-03-04", "2024-03-04", F),
    ("Ten years ago today the pact was signed.", "Ten years ago today", "2014-03-06", "2014-03-06", F),
    ("Two years ago in May the mill burned down.", "Two years ago in May", "2022-05", "2022-05", F),
    ("Five years ago, on 3 July, it fell.", "Five years ago, on 3 July", "2019-07-03", "2019-07-03", F),
    ("It began 20 years ago this month.", "20 years ago this month", "2004-03", "2004-03", F),
    ("It fell a year ago this week.", "a year ago this week", "2023-W10", "2023-03-06/2023-03-12", F),
    ("It was 30 years ago on Monday.", "30 years ago on Monday", "1994-03-04", "1994-03-04", F),
    ("She said they would meet on Monday.", "Monday", "2024-03-11", "2024-03-11", F),
    ("Two lines will start running ships on Monday.", "Monday", "2024-03-11", "2024-03-11", F),
    ("The board is told six months before they begin.", "six months", "P6M", "", E),
    ("On Monday the council met.", "Monday", "2024-03-04", "2024-03-04", F),
    ("In recent months it changed.", "recent months", "PAST_REF", "2024-01~/2024-03-06", F),
    ("It fell on 7-Oct-2023.", "7-Oct-2023", "2023-10-07", "2023-10-07", E),
    ("Report No. 2021-17 — March 2024 tells it.", "March 2024", "2024-03", "2024-03", E),
    ("It fell on 2023 Oct 7.", "2023 Oct 7", "2023-10-07", "2023-10-07", E),
    ("It fell in 2020 Jan.", "2020 Jan", "2020-01", "2020-01", E),
    ("It came in the fall of that year.", "the fall of that year", "2024-FA", "2024-23", F),
    ("30 February 2021 was named.", "30 February 2021", "2021-02-30", "", U),
]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2024 Feb-Mar", ["2024-02", "2024-03"]),
        ("2024 Apr 13-14", ["2024-04-13", "2024-04-14"]),
        ("In 2016 May became prime minister.", ["2016"]),
        ("He had a part in the fall of Rome.", []),
        ("They work day and night on it.", []),
        ("Today marks the day when, 20 years ago, it fell.", ["2024-03-06", "2004-03-06"]),
        ("A ruling is expected Friday.", ["2024-03-08"]),
        ("They are poised to meet on Thursday.", ["2024-03-07"]),
    ],
)
def test_years_may_stand_first_and_what_only_looks_like_a_time_is_none(text, values):
    assert [time.value for time in outlined(read(text), WRITTEN).times] == values


@pytest.mark.parametrize(("text", "wording", "value", "edtf", "degree"), ROWS)
def test_a_wording_has_its_value(text, wording, value, edtf, degree):
    document = read(text)
    (time,) = by_rules(document, WRITTEN).times
    assert document.quote(time.span) == wording
    assert (time.value, time.edtf, time.degree) == (value, edtf, degree)
    assert time.reason.endswith(".")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It took three weeks.", "DURATION", "P3W"),
        ("They meet every Tuesday.", "SET", "XXXX-WXX-2"),
        ("They met at 10:30 on 5 May 2023.", "TIME", "2023-05-05T10:30"),
    ],
)
def test_a_wording_has_its_type(text, kind, value):
    times = by_rules(read(text), WRITTEN).times
    assert (kind, value) in [(time.type, time.value) for time in times]


@pytest.mark.parametrize(
    "text",
    [
        "He may go. They march on. Prices fall. Augustus sat.",
        "It cost $2023 and 1998 ships sailed.",
        "Section 2020 of the act applies.",
        "Good morning to all of you, and good evening.",
        "The second point is that 1500 people came.",
        "Earth circles the Sun. The light of the Sun is strong.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert by_rules(read(text), WRITTEN).times == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The council meets on Tuesday.", "2024-03-12"),
        ("She will be the first to speak there when she travels on to Bern on Sunday.", "2024-03-10"),
        ("The firm reports a loss on Tuesday.", "2024-03-05"),
    ],
)
def test_what_is_fixed_for_a_weekday_is_told_in_the_present(text, edtf):
    (time,) = outlined(read(text), WRITTEN).times
    assert time.edtf == edtf


@pytest.mark.parametrize(
    "text", ["They met last week.", "In recent months it changed.", "In the coming weeks it will end."]
)
def test_without_a_date_of_writing_nothing_is_guessed(text):
    (time,) = by_rules(read(text)).times
    assert (time.edtf, time.degree) == ("", Degree.UNRESOLVED)
    assert "no date" in time.reason


def test_a_range_of_days_has_both_ends():
    values = [time.value for time in by_rules(read("From 3 to 7 June 2021 they met."), WRITTEN).times]
    assert values == ["2021-06-03", "2021-06-07"]


def _asked_for(pattern):
    """Return the categories of the elements that a pattern cannot do without."""
    depth = 0
    for element in pattern.split():
        if element in {"(", ")?"}:
            depth += 1 if element == "(" else -1
        elif not depth and not element.endswith("?"):
            names = element.rpartition("=")[2].split("|")
            yield {member for name in names for member in GROUPS.get(name, (name,))}


@pytest.mark.parametrize(
    "rule", [rule for level in LEVELS for rule in level.rules], ids=lambda rule: rule.name
)
def test_no_rule_matches_where_the_quick_look_sees_no_time(rule):
    assert any(not categories & COMMON for categories in _asked_for(rule.pattern))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry of trade said so, and the board of the port agreed with some of it.", False),
        ("The port opens on Monday.", True),
        ("Now all of it is shut.", True),
        ("He was 5.", True),
    ],
)
def test_a_quick_look_tells_whether_a_text_may_name_a_time(text, expected):
    assert may_name_time(text) is expected


@pytest.mark.parametrize(
    ("text", "wording", "edtf"),
    [
        (
            "On 3 January 2023 a fire broke out in Hall 5. The Coast Guard arrived at 04:10.",
            "04:10",
            "2023-01-03T04:10:00",
        ),
        (
            "On 3 January a fire broke out in Hall 5. Crews came at 04:10. The fire was out at 6:30 a.m.",
            "6:30 a.m.",
            "2024-01-03T06:30:00",
        ),
        (
            "On 3 January 2023 a fire broke out in Hall 5.\n\nThe council will meet at 04:10.",
            "04:10",
            "2024-03-06T04:10:00",
        ),
    ],
)
def test_a_bare_clock_time_is_on_the_day_told_last_in_its_paragraph(text, wording, edtf):
    document = read(text)
    (time,) = [one for one in by_rules(document, WRITTEN).times if document.quote(one.span) == wording]
    assert time.edtf == edtf
    assert time.degree is C


@pytest.mark.parametrize(
    ("text", "edtf", "reason"),
    [
        (
            "On 31/12/2023 the permit expired; on 01/02/2024 it was renewed.",
            "2024-02-01",
            "Read with the day first, as “31/12/2023” in the text shows.",
        ),
        (
            "On 01/02/2024 it was renewed. It had expired on 12/31/2023.",
            "2024-01-02",
            "Read with the month first, as “12/31/2023” in the text shows.",
        ),
        (
            "On 01/02/2024 it was renewed. It had expired on 12/31/2023, they say 31/12/2023.",
            "2024-01-02",
            "Read with the month first, as in the United States; the order is not certain.",
        ),
    ],
)
def test_dates_in_figures_are_read_in_the_order_that_others_show(text, edtf, reason):
    document = read(text)
    (time,) = [one for one in by_rules(document, WRITTEN).times if document.quote(one.span) == "01/02/2024"]
    assert (time.edtf, time.degree, time.reason) == (edtf, F, reason)


def test_a_table_without_an_order_of_its_own_is_read_in_that_of_the_text():
    text = (
        "On 31/12/2023 the permit expired.\n\n| Date | Event |\n|---|---|\n| 03/02/2024 | Renewed |\n"
        "| 01/03/2024 | Tested |\n"
    )
    times = [time.edtf for time in by_rules(read(text, "file.md"), WRITTEN).times]
    assert times == ["2023-12-31", "2024-02-03", "2024-03-01"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The minister, who took office in 2022, will speak on 24 April.", "2024-04-24"),
        ("The bridge, opened in 2019 by the mayor, will close on 2 January.", "2025-01-02"),
        ("The minister, who took office in 2022, spoke on 24 April.", "2022-04-24"),
        ("In 2022, the court said that it will rule on 24 April.", "2022-04-24"),
    ],
)
def test_a_past_year_inserted_between_commas_is_not_that_of_a_day_to_come(text, edtf):
    assert outlined(read(text), WRITTEN).times[-1].edtf == edtf
