"""Timelines inside a paragraph, periods between two columns, captions that nothing calls one."""

import pytest

from deskbrief.document.outline import Origin, Status
from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def told(text, name="page.md"):
    return [(event.date.edtf, event.title) for event in by_rules(read(text, name), WRITTEN).events]


def test_a_paragraph_of_dates_and_what_happened_is_a_timeline():
    text = "# Facts\n\n1990: Wall opened. 1991: Treaty signed. 1995: Accession of Austria and Sweden.\n"
    assert told(text) == [
        ("1990", "Wall opened"),
        ("1991", "Treaty signed"),
        ("1995", "Accession of Austria and Sweden"),
    ]


def test_a_timeline_in_a_paragraph_may_have_a_lead_in_and_dashes():
    text = (
        "# Facts\n\nKey dates: 3 May 2019 – The council meets in Sibiu; 9 July 2019 – The new parliament "
        "sits; 1 December 2019 – The commission takes office."
    )
    assert told(text) == [
        ("2019-05-03", "The council meets in Sibiu"),
        ("2019-07-09", "The new parliament sits"),
        ("2019-12-01", "The commission takes office"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Smith 1990: p. 20. Jones 1991: p. 30. Paris: PUF, 1995: 7.",
        "Sales, 2019: three tonnes. Sales, 2020: four tonnes. Sales, 2021: five tonnes.",
    ],
)
def test_years_before_colons_are_no_timeline(text):
    assert told(f"# Facts\n\n{text}\n") == []


def test_columns_headed_from_and_to_are_the_ends_of_a_period():
    text = (
        "# Posts\n\n| From | To | Post held |\n|---|---|---|\n| 2001 | 2004 | Minister of Finance |\n"
        "| May 2004 | present | Governor of the central bank |\n"
    )
    assert told(text) == [
        ("2001/2004", "Minister of Finance"),
        ("2004-05/..", "Governor of the central bank"),
    ]


@pytest.mark.parametrize("head", ["Decision", "Judgment", "Accession", "Withdrawal"])
def test_a_noun_over_a_column_of_dates_tells_what_happened(head):
    rows = "| Smith v. Jones | 12 May 2020 |\n| Miller v. Crown | 24 September 2019 |\n"
    assert told(f"# Cases\n\n| Case | {head} |\n|---|---|\n{rows}") == [
        ("2020-05-12", f"Smith v. Jones: {head.lower()}"),
        ("2019-09-24", f"Miller v. Crown: {head.lower()}"),
    ]


def test_a_paragraph_that_reads_like_a_caption_tells_the_year_of_the_table_below():
    rows = "| 5 Jan | Board meets in Geneva |\n| 11 Dec | Annual review is approved |\n"
    text = f"# Board\n\nTable 4. Key meetings in 2017\n\n| Date | Meeting |\n|---|---|\n{rows}"
    assert [date for date, _ in told(text)] == ["2017-01-05", "2017-12-11"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("The rule was withdrawn", Status.OCCURRED),
        ("Village abandoned after the flood", Status.OCCURRED),
        ("Meeting of the board (withdrawn)", Status.NEGATED),
        ("Meeting of the board cancelled", Status.NEGATED),
    ],
)
def test_what_was_withdrawn_has_happened_unless_that_is_all_that_is_said(said, status):
    text = f"# Board\n\n- June 1992: {said}\n- July 1992: The board met in Rome\n"
    assert by_rules(read(text, "page.md"), WRITTEN).events[0].status is status


def test_what_goes_on_since_a_year_has_no_end():
    text = "# Lake\n\n- 1964: Commission founded\n- Since 2018: annual forum on fish\n"
    assert told(text) == [("1964", "Commission founded"), ("2018/..", "annual forum on fish")]


@pytest.mark.parametrize(
    ("heading", "status", "edtf"),
    [
        ("Next steps", Status.PLANNED, "2024-09-02"),
        ("5.2 Upcoming events in the district", Status.PLANNED, "2024-09-02"),
        ("Timeline", Status.OCCURRED, "2023-09-02"),
        ("Earlier steps", Status.OCCURRED, "2023-09-02"),
    ],
)
def test_days_below_a_heading_that_looks_ahead_are_to_come(heading, status, edtf):
    text = f"# Progress\n\n## {heading}\n\n- 2 September: launch of the scheme\n\n## Costs\n\nCosts rose.\n"
    (event,) = by_rules(read(text, "page.md"), WRITTEN).events
    assert (event.status, event.date.edtf) == (status, edtf)


def test_what_stands_below_the_next_heading_of_the_level_is_not_to_come():
    text = (
        "# Progress\n\n## Next steps\n\n### Schools\n\n- 2 May: launch of the scheme\n\n"
        "## Facts\n\n- 2 October: floods in the valley\n"
    )
    assert [edtf for edtf, _ in told(text)] == ["2024-05-02", "2023-10-02"]


def test_items_below_such_a_heading_are_to_come_but_for_what_they_tell_in_the_past():
    text = (
        "# Progress\n\n## Next steps\n\n- Meeting with the mayors on 19 September\n"
        "- The council approved the plan on 2 October\n"
    )
    times = outlined(read(text, "page.md"), WRITTEN).times
    assert [time.edtf for time in times] == ["2024-09-19", "2023-10-02"]


@pytest.mark.parametrize(
    ("head", "titles"),
    [
        ("Saltwick, 18 January 2024", []),
        ("Port Saltwick, 18 January 2024", []),
        ("Harbour Conference, 18 January 2024", ["Harbour Conference"]),
        ("Mill Fire, 18 January 2024", ["Mill Fire"]),
    ],
)
def test_a_dateline_that_is_a_heading_is_no_event(head, titles):
    text = f"# Press release\n\n## {head}\n\nThe council has approved its budget.\n"
    document = read(text, "page.md", "text/markdown")
    assert [event.title for event in outlined(document).events if event.source is Origin.HEADING] == titles


def test_places_with_a_day_each_are_a_chronicle():
    text = "# Floods\n\n" + "".join(
        f"## {head}\n\nThe water rose.\n\n" for head in ("Saltwick, 26 April 1986", "Marsham, 11 March 2011")
    )
    events = outlined(read(text, "page.md", "text/markdown")).events
    assert [(event.title, event.date.edtf) for event in events if event.source is Origin.HEADING] == [
        ("Saltwick", "1986-04-26"),
        ("Marsham", "2011-03-11"),
    ]
