"""Every form of date that real tables, lists and headings hold."""

import pytest

from deskbrief.document.outline import Degree, Origin, Status
from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-06"


def events(text, written=WRITTEN):
    return by_rules(read(text, "page.md"), written).events


def table(head, *rows, over=""):
    lines = [head, ["---"] * len(head), *rows]
    return f"{over}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def dates(*cells, head="Date", over=""):
    rows = [[cell, f"Round {'abcdefgh'[at]} of talks"] for at, cell in enumerate(cells)]
    return [event.date.edtf for event in events(table([head, "Event"], *rows, over=over))]


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("July 2023", "2023-07"),
        ("2024-01-15", "2024-01-15"),
        ("2024-07", "2024-07"),
        ("07/2024", "2024-07"),
        ("Feb 24, 2023 - March 3, 2023", "2023-02-24/2023-03-03"),
        ("February 24 – March 3, 2023", "2023-02-24/2023-03-03"),
        ("1900–1902", "1900/1902"),
        ("1901", "1901"),
        ("Mid-2024", "2024-05~/2024-08~"),
        ("Late February 2023", "2023-02-21~/2023-02-28"),
        ("Q2 2027", "2027-34"),
        ("H1 2025", "2025-40"),
        ("March 4, 2024, 4PM ET", "2024-03-04T16:00:00"),
        ("**01** Apr 2024", "2024-04-01"),
        ("5-Nov-2023", "2023-11-05"),
        ("Dec 1 - Feb 27, 2026", "2025-12-01/2026-02-27"),
        ("Spring 2024", "2024-21"),
        ("FY2025", "2025~"),
    ],
)
def test_a_cell_of_a_column_of_dates_is_read(cell, edtf):
    assert dates("3 May 2022", cell) == ["2022-05-03", edtf]


def test_years_missing_in_cells_come_from_the_heading_over_the_table():
    found = dates("Feb 24 - March 3", "March 4, 4PM ET", "01 Apr", "5-Nov", over="## Events of 2021\n\nText.")
    assert found == ["2021-02-24/2021-03-03", "2021-03-04T16:00:00", "2021-04-01", "2021-11-05"]


def test_years_missing_in_cells_come_from_the_rows_above():
    assert dates("November 2021", "December", "January", "3 March") == [
        "2021-11",
        "2021-12",
        "2022-01",
        "2022-03-03",
    ]


def test_bold_days_are_read_where_the_text_keeps_its_marks():
    text = table(["Date", "Event"], ["**01** Apr 2021", "Opening"], ["**05** May 2021", "Closing"])
    found = by_rules(read(text), WRITTEN).events
    assert [event.date.edtf for event in found] == ["2021-04-01", "2021-05-05"]


@pytest.mark.parametrize(
    ("cells", "edtf"),
    [
        (["12/03/2021", "25/03/2021"], ["2021-03-12", "2021-03-25"]),
        (["12/03/2021", "12/25/2021"], ["2021-12-03", "2021-12-25"]),
        (["12/03/2021", "02/04/2021"], ["2021-03-12", "2021-04-02"]),
    ],
)
def test_the_other_rows_show_the_order_of_day_and_month(cells, edtf):
    assert dates(*cells) == edtf


def test_how_the_order_was_found_is_said():
    first, _ = events(table(["Date", "Event"], ["12/03/2021", "First round"], ["25/03/2021", "Second round"]))
    assert first.date.degree is Degree.INFERRED
    assert "other rows" in first.date.reason


def test_an_empty_cell_repeats_the_date_above():
    assert dates("3 May 2022", "", "4 May 2022") == ["2022-05-03", "2022-05-03", "2022-05-04"]


@pytest.mark.parametrize(
    ("cell", "status"),
    [("TBD", Status.PLANNED), ("Ongoing", Status.ONGOING), ("Unknown", Status.OCCURRED)],
)
def test_a_row_that_says_that_its_date_is_open_is_undated(cell, status):
    _, event = events(table(["Date", "Event"], ["3 May 2022", "Opening"], [cell, "Second round"]))
    assert (event.date.edtf, event.date.degree, event.status) == ("", Degree.UNRESOLVED, status)
    assert cell in event.date.reason


def test_a_number_among_dates_is_no_date():
    assert dates("3 May 2022", "2,914", "4 May 2022") == ["2022-05-03", "2022-05-04"]


def test_six_dates_of_ten_make_a_column_without_a_heading_that_says_so():
    rows = [["March 2021", "Bids are invited"], ["TBD", "A pause"], ["June 2021", "Work begins"]]
    assert [event.title for event in events(table(["Stage", "What"], *rows))] == [
        "Bids are invited",
        "Work begins",
    ]


@pytest.mark.parametrize(
    "text",
    [
        table(["Item", "Score"], ["Alpha thing", "3/4"], ["Beta thing", "1/2"], ["Gamma thing", "4/5"]),
        table(["Country", "2019", "2020"], ["Norway", "talks opened", "ratified"], ["Denmark", "12", "14"]),
        table(["Year", "Ships", "Boats"], ["2020", "12", "4"], ["2021", "14", "5"]),
    ],
)
def test_tables_of_figures_and_years_as_columns_are_data(text):
    assert events(text) == ()


def test_deadlines_are_planned_until_the_table_says_that_they_are_met():
    text = table(
        ["Milestone", "Owner", "Due", "Status"],
        ["Publish the draft", "Ministry", "5 May 2023", "Done"],
        ["Hold a hearing", "Parliament", "June 2024", "In progress"],
        ["Adopt the act", "Parliament", "", "Not started"],
        ["Report to court", "Ministry", "1 July 2024", "Cancelled"],
    )
    assert [(event.title, event.date.edtf, event.status) for event in events(text)] == [
        ("Publish the draft", "2023-05-05", Status.OCCURRED),
        ("Hold a hearing", "2024-06", Status.ONGOING),
        ("Adopt the act", "", Status.PLANNED),
        ("Report to court", "2024-07-01", Status.NEGATED),
    ]


def test_columns_of_start_and_end_make_a_period():
    rows = [["Bridge at Lund", "March 2021", "June 2022"], ["Tunnel", "5 May 2022", "Ongoing"]]
    found = events(table(["Project", "Start", "End"], *rows))
    assert [event.date.edtf for event in found] == ["2021-03/2022-06", "2022-05-05/.."]


LISTED = """# Chronology

## 2019

- 04/06: Ministers meet.
- 12 June: The treaty is signed.
- Late October: Parliament votes.

## 2020

- January: Ratification.
- 3 March - 5 March: Conference in Oslo.
"""


def test_items_under_a_year_take_it_from_the_heading():
    assert [event.date.edtf for event in events(LISTED)] == [
        "2019-04-06",
        "2019-06-12",
        "2019-10-21~/2019-10-31",
        "2020-01",
        "2020-03-03/2020-03-05",
    ]


@pytest.mark.parametrize(
    "item",
    [
        "- 14 July 1789 - The prison is stormed.",
        "- 14 July 1789: The prison is stormed.",
        "- **July 14, 1789:** The prison is stormed.",
        "- (14 July 1789) The prison is stormed.",
        "- **14 July 1789.** The prison is stormed.",
        "- 14 July 1789 — The prison is stormed.",
    ],
)
def test_heads_of_items_part_from_what_happened(item):
    (event,) = events(f"Some words before the list.\n\n{item}\n")
    assert (event.date.edtf, event.title) == ("1789-07-14", "The prison is stormed")


def test_paragraphs_that_begin_with_bold_dates_are_a_chronicle():
    text = "**March 2019.** The committee was founded.\n\n**April 2020.** It published its first report.\n"
    assert [(event.date.edtf, event.title) for event in events(text)] == [
        ("2019-03", "The committee was founded"),
        ("2020-04", "It published its first report"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "3 March 2021: Talks open in Oslo",
        "Talks open in Oslo (3 March 2021)",
        "Talks open in Oslo, 3 March 2021",
    ],
)
def test_a_heading_with_a_day_is_an_event(heading):
    (event,) = events(f"# The war\n\n## {heading}\n\nMinisters sat down.\n")
    assert (event.date.edtf, event.title, event.source) == (
        "2021-03-03",
        "Talks open in Oslo",
        Origin.HEADING,
    )


def test_days_as_headings_date_what_stands_under_them():
    text = "# Log\n\n## 2021\n\n### 3 March\n\nMinisters sat down. All smiled.\n\n### 5 March\n\nThey left.\n"
    assert [(event.date.edtf, event.title) for event in events(text)] == [
        ("2021-03-03", "Ministers sat down"),
        ("2021-03-05", "They left"),
    ]


def test_the_number_of_a_paragraph_is_not_what_happened_on_the_day_over_it():
    text = (
        "<h1>Course</h1><h2>4 May 2021</h2><p>4.17. The dam at Ruse broke.</p>"
        "<h2>6 May 2021</h2><p>4.18. The bridge fell.</p>"
    )
    found = outlined(read(text, "a.html")).events
    assert [event.title for event in found] == ["The dam at Ruse broke", "The bridge fell"]


@pytest.mark.parametrize(
    "heading", ["Lessons of 2021", "Lessons from May 2021 onwards", "Annual report, 2021"]
)
def test_a_heading_that_only_mentions_a_date_is_none(heading):
    assert events(f"# The war\n\n## {heading}\n\nMinisters sat down.\n") == ()


@pytest.mark.parametrize(
    ("head", "cells", "edtf"),
    [
        ("Date", ("1 May 2021", "September 2023"), ["2021-05-01", "2023-09"]),
        ("Year", ("1901", "1914"), ["1901", "1914"]),
        ("When", ("Spring 2024", "Q2 2027"), ["2024-21", "2027-34"]),
        ("Period", ("1900–1902", "1910–1914"), ["1900/1902", "1910/1914"]),
        ("Month", ("July 2023", "August 2023"), ["2023-07", "2023-08"]),
        ("Time", ("March 2023", "Late April 2023"), ["2023-03", "2023-04-21~/2023-04-30"]),
        ("Deadline", ("30 June 2025", "End of 2025"), ["2025-06-30", "2025-09~/2025-12"]),
        ("Due", ("2025-06-30", "H1 2026"), ["2025-06-30", "2026-40"]),
    ],
)
def test_a_column_is_known_by_each_heading_that_names_a_time(head, cells, edtf):
    assert dates(*cells, head=head) == edtf


def test_cells_without_a_year_take_it_from_the_caption_or_heading():
    found = dates("Late February", "**01** Apr", "September", over="## The year 2021\n\nText.")
    assert found == ["2021-02-21~/2021-02-28", "2021-04-01", "2021-09"]


@pytest.mark.parametrize("head", ["Event", "Milestone", "Activity", "Description"])
def test_what_happened_is_told_by_the_column_that_says_so(head):
    text = table(
        ["Date", "Place", head], ["May 2021", "Oslo", "Talks begin"], ["June 2021", "Rome", "Talks end"]
    )
    assert [event.title for event in events(text)] == ["Talks begin", "Talks end"]


def test_items_that_begin_with_a_bare_year_are_events_of_it():
    found = events("Some words.\n\n- 1917: The tsar abdicates.\n- 1918: The war ends.\n")
    assert [(event.date.edtf, event.title) for event in found] == [
        ("1917", "The tsar abdicates"),
        ("1918", "The war ends"),
    ]


def test_a_fiscal_year_in_a_table_is_called_one():
    (first, _) = events(table(["Year", "Event"], ["FY2025", "Roll-out begins"], ["FY2026", "Roll-out ends"]))
    assert first.date.shown == "fiscal year 2025"


def dated(text, written=WRITTEN, name="page.txt"):
    return [(event.date.edtf, event.title) for event in by_rules(read(text, name), written).events]


def test_a_year_on_a_line_of_its_own_holds_for_what_stands_below_it():
    text = (
        "The talks, year by year\n\nThe war broke out on December 15, 2013.\n\n2014\n\n"
        "January 23: Both sides sign a truce.\n\nMay 9: The leaders meet.\n\n2015\n\n"
        "February 1: A new deal is signed.\n\nAugust 6: Talks resume.\n"
    )
    assert [day for day, _ in dated(text, "2020-08-13")][-4:] == [
        "2014-01-23",
        "2014-05-09",
        "2015-02-01",
        "2015-08-06",
    ]


def test_an_item_that_is_a_year_holds_for_the_items_under_it():
    text = (
        "# Talks\n\n- 2014\n  - 23 January: The sides sign a truce\n  - 9 May: The leaders meet\n"
        "- 2015:\n  - 1 February: A deal is signed\n  - 6 August: Talks resume\n"
    )
    found = [day for day, _ in dated(text, "2020-08-13", "page.md")]
    assert found == ["2014-01-23", "2014-05-09", "2015-02-01", "2015-08-06"]


def test_paragraphs_that_begin_with_their_date_are_a_timeline_also_when_text_stands_between_them():
    text = (
        "# The truce\n\nA recap of five years.\n\n## First plan\n\n"
        "2 November 2011: The League reaches an agreement.\n\nNo clause is respected for long.\n\n"
        "## Second plan\n\n12 April 2012: The envoy manages to establish a truce.\n\nIt collapses soon.\n\n"
        "## Third plan\n\n22 January 2014: Both sides hold talks.\n"
    )
    assert dated(text, "2016-09-12", "page.md") == [
        ("2011-11-02", "The League reaches an agreement"),
        ("2012-04-12", "The envoy manages to establish a truce"),
        ("2014-01-22", "Both sides hold talks"),
    ]


def test_items_that_end_with_their_date_are_events():
    text = (
        "# Deadlines\n\n- Summit in Oslo - November 26\n- Community day in Lima 2024 - January 9\n"
        "- Call for papers (31 January)\n- Days of open doors – 3-5 March 2024\n"
    )
    assert dated(text, "2023-11-24", "page.md") == [
        ("2023-11-26", "Summit in Oslo"),
        ("2024-01-09", "Community day in Lima 2024"),
        ("2024-01-31", "Call for papers"),
        ("2024-03-03/2024-03-05", "Days of open doors"),
    ]


def test_items_with_a_year_behind_a_source_are_no_events():
    text = "# Reading\n\n- A. Smith, The Long War (2014)\n- B. Jones, The Short Peace (2016)\n"
    assert dated(text, "2023-11-24", "page.md") == []


def test_what_an_item_tells_after_its_first_sentence_has_its_own_date():
    text = (
        "# The envoy\n\n- 15 February 2014: The envoy ends the talks. He resigned on 13 May.\n"
        "- 3 June 2014: The vote is held.\n"
    )
    found = [(event.date.edtf, event.title) for event in outlined(read(text, "page.md"), "2020-01-01").events]
    assert found == [
        ("2014-02-15", "The envoy ends the talks"),
        ("2014-05-13", "He resigned"),
        ("2014-06-03", "The vote is held"),
    ]


def test_a_date_over_minutes_does_not_make_the_later_ones_plans():
    text = (
        "# Updates for October 2024\n\n## 2024-10-02\n\nThe council approved the release.\n\n"
        "## 2024-10-09\n\nThe council met the staff.\n"
    )
    assert {event.status for event in by_rules(read(text, "page.md")).events} == {Status.OCCURRED}


def told(text, written=WRITTEN):
    return [(event.title, event.date.edtf, event.status) for event in events(text, written)]


def test_columns_named_after_what_happened_are_an_event_each():
    text = table(
        ["Treaty", "Signed", "Entry into force"],
        ["Harbour convention", "3 May 2019", "1 January 2021"],
        ["Fishing accord", "June 2020", ""],
    )
    assert told(text) == [
        ("Harbour convention: signed", "2019-05-03", Status.OCCURRED),
        ("Harbour convention: entry into force", "2021-01-01", Status.OCCURRED),
        ("Fishing accord: signed", "2020-06", Status.OCCURRED),
    ]


def test_a_step_that_was_to_come_is_planned_even_where_its_day_has_passed():
    text = table(
        ["Project", "Begun", "To be finished", "Spent"],
        ["Harbour dredging", "2019", "4 March 2023", "121.9"],
        ["Rail link", "2018", "30 June 2025", "897.5"],
    )
    assert told(text) == [
        ("Harbour dredging: begun", "2019", Status.OCCURRED),
        ("Harbour dredging: to be finished", "2023-03-04", Status.PLANNED),
        ("Rail link: begun", "2018", Status.OCCURRED),
        ("Rail link: to be finished", "2025-06-30", Status.PLANNED),
    ]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Adopted", "Clean air act: adopted"),
        ("Date adopted", "Clean air act: adopted"),
        ("Date of adoption", "Clean air act: adoption"),
        ("Launch date", "Clean air act: launch"),
        ("Date", "Clean air act"),
        ("Due", "Clean air act"),
        ("Retrieved", "Clean air act"),
        ("Planned date", "Clean air act"),
    ],
)
def test_a_heading_says_what_happened_on_its_dates(head, title):
    text = table(["Law", head], ["Clean air act", "3 May 2019"], ["Water act", "4 June 2020"])
    assert told(text)[0][0] == title


def test_a_title_that_says_what_happened_is_left_as_it_is():
    text = table(["Law", "Signed"], ["Treaty signed", "3 May 2019"], ["Water act", "4 June 2020"])
    assert told(text)[0][0] == "Treaty signed"


def test_the_day_of_a_source_beside_the_day_of_an_event_is_no_event():
    text = table(
        ["Date", "Event", "Published"],
        ["3 May 2019", "Talks in Oslo", "5 May 2019"],
        ["4 June 2020", "Talks in Rome", "9 June 2020"],
    )
    assert [one[:2] for one in told(text)] == [
        ("Talks in Oslo", "2019-05-03"),
        ("Talks in Rome", "2020-06-04"),
    ]


def test_how_far_the_whole_has_got_says_nothing_of_a_step_that_lies_behind():
    text = table(
        ["Project", "Begun", "To be finished", "Status"],
        ["Harbour dredging", "May 2019", "4 March 2023", "Finished"],
        ["Rail link", "June 2018", "30 June 2025", "In progress"],
    )
    assert [one[2] for one in told(text)] == [
        Status.OCCURRED,
        Status.OCCURRED,
        Status.OCCURRED,
        Status.ONGOING,
    ]


def _told_in_table(text):
    return [(one.date.edtf, one.date.degree.value) for one in outlined(read(text, "file.md")).events]


def test_a_bare_day_below_a_day_is_of_its_month():
    rows = "| 3 March 2021 | The quay shut |\n| 14 | A crane was moved |\n| 2 April 2021 | It rained |\n"
    found = _told_in_table(f"# Works\n\n| Date | Work |\n|---|---|\n{rows}")
    assert found == [("2021-03-03", "explicit"), ("2021-03-14", "completed"), ("2021-04-02", "explicit")]


def test_a_number_that_is_no_day_of_the_month_above_is_none():
    rows = "| 3 February 2021 | The quay was closed |\n| 30 | Cranes counted |\n"
    found = _told_in_table(f"# Works\n\n| Date | Work |\n|---|---|\n{rows}")
    assert [edtf for edtf, _ in found] == ["2021-02-03"]


def test_the_heading_of_a_column_gives_its_year_before_what_stands_above_the_table():
    above = "# The pact\n\nTalks began on 3 May 2016 in Velden.\n\n"
    rows = "| 4 June | Velden |\n| 9 July | Karsov |\n"
    found = _told_in_table(f"{above}| Signed (2014) | Party |\n|---|---|\n{rows}")
    assert [edtf for edtf, _ in found if edtf != "2016-05-03"] == ["2014-06-04", "2014-07-09"]


def test_a_bare_day_has_the_year_that_the_text_gives_to_the_day_above():
    rows = "| 3 March | The quay was closed |\n| 14 | A crane was removed |\n"
    found = _told_in_table(f"# Works in 2021\n\nTable 1. Works\n\n| Date | Work |\n|---|---|\n{rows}")
    assert [edtf for edtf, _ in found] == ["2021-03-03", "2021-03-14"]


def test_a_cell_with_day_and_clock_time_is_a_date():
    assert dates("2021-08-26 08:22", "2021-08-26 08:44 UTC", head="Time") == [
        "2021-08-26T08:22:00",
        "2021-08-26T08:44:00Z",
    ]


def test_clock_times_in_the_first_column_are_of_the_day_that_the_text_tells():
    assert dates(
        "08:22", "08:44", "10:02", head="Time (UTC)", over="# Outage of 26 August 2021\n\nText."
    ) == [
        "2021-08-26T08:22:00",
        "2021-08-26T08:44:00",
        "2021-08-26T10:02:00",
    ]


def test_clock_times_go_on_after_midnight():
    assert dates(
        "22:50", "23:58", "00:10", "01:05", head="Time", over="# Outage of 26 August 2021\n\nText."
    ) == [
        "2021-08-26T22:50:00",
        "2021-08-26T23:58:00",
        "2021-08-27T00:10:00",
        "2021-08-27T01:05:00",
    ]


def test_clock_times_without_a_day_are_no_dates():
    text = table(["Time", "Event"], ["08:22", "The alarm rang"], ["08:44", "The pump was stopped"])
    assert events(text, written=None) == ()


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (["Athlete", "Time"], [["Anna Berg", "10:02"], ["Lena Ohm", "10:31"], ["Ida Falk", "11:20"]]),
        (["Time", "Tide"], [["10:02", "1.3"], ["16:31", "4.1"], ["22:20", "1.2"]]),
        (["Time", "Train"], [["10:02", "Harbour"], ["09:31", "Airport"], ["12:20", "Harbour"]]),
    ],
)
def test_clock_times_that_tell_no_story_are_no_dates(head, rows):
    assert events(table(head, *rows, over="# The day of 26 August 2021\n\nText.")) == ()


@pytest.mark.parametrize(
    "item",
    ["- 08:2{} – The pump stopped", "- 08:2{}: The pump stopped", "- **08:2{}** The pump stopped"],
)
def test_items_that_begin_with_clock_times_are_events_of_the_day(item):
    text = "# Outage of 26 August 2021\n\nText.\n\n" + "\n".join(item.format(at) for at in range(3))
    assert [(event.date.edtf, event.title) for event in events(text)] == [
        (f"2021-08-26T08:2{at}:00", "The pump stopped") for at in range(3)
    ]


def test_two_items_with_clock_times_are_no_timeline():
    text = "# Fair of 26 August 2021\n\nText.\n\n- 09:00: Doors open\n- 10:00: Speeches"
    assert events(text) == ()


def test_items_that_begin_with_day_and_clock_time_are_events():
    text = "- 2021-08-26 11:22 – The review was opened.\n- 2021-08-26 11:30 UTC: The review was closed.\n"
    assert [event.date.edtf for event in events(text)] == ["2021-08-26T11:22:00", "2021-08-26T11:30:00Z"]


def test_what_is_due_to_something_is_not_to_come():
    text = table(
        ["Date", "Event"], ["3 May 2022", "Due to storms the fair closed"], ["4 May 2022", "Fees due"]
    )
    assert [event.status for event in events(text)] == [Status.OCCURRED, Status.PLANNED]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        (["Year", "Date"], ["1998", "4 February"], ["2004", "12 May"]),
        (["Year", "Date"], ["1998", "February 4"], ["2004", "12 May"]),
        (["Year", "Month", "Day"], ["1998", "February", "4"], ["2004", "May", "12th"]),
        (["Year", "Month", "Day"], ["1998", "2", "4"], ["2004", "5", "12"]),
        (["Month", "Day"], ["February 1998", "4"], ["May 2004", "12"]),
        (["Date", "Year"], ["4 February", "1998"], ["12 May", "2004"]),
    ],
)
def test_a_date_parted_over_columns_is_read_as_one(head, first, second):
    text = table(
        [*head, "Event"], [*first, "The weir is built."], [*second, "The weir is closed to all boats."]
    )
    found = events(text)
    assert [(one.date.edtf, one.title, one.detail) for one in found] == [
        ("1998-02-04", "The weir is built.", ""),
        ("2004-05-12", "The weir is closed to all boats.", ""),
    ]
    assert found[0].date.degree is Degree.COMPLETED
    assert "column beside it" in found[0].date.reason


def test_the_first_part_of_a_date_goes_on_over_empty_cells_below_it():
    text = table(
        ["Year", "Month", "Day", "Event"],
        ["1998", "March", "4–6", "Talks in the town hall"],
        ["", "", "19", "A second round of talks"],
        ["", "May", "", "A third round of talks"],
        ["1999", "", "", "A year without talks"],
    )
    assert [one.date.edtf for one in events(text)] == [
        "1998-03-04/1998-03-06",
        "1998-03-19",
        "1998-05",
        "1999",
    ]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (["Month", "Boats"], ["4", "12"]),
        (["Year", "Deadline"], ["4 February", "12 May"]),
        (["Year", "Day"], ["40", "50"]),
    ],
)
def test_a_column_of_something_else_beside_the_dates_is_no_part_of_them(head, cells):
    over = ["1998", "2004"] if head[0] == "Year" else ["March 1998", "May 2004"]
    text = table([*head, "Event"], *([*pair, "The weir is built"] for pair in zip(over, cells, strict=True)))
    assert [len(one.date.edtf) for one in events(text)] == [len("1998") if head[0] == "Year" else 7] * 2
