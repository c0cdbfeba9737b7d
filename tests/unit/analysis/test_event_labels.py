"""Lines with a label and a date: what is to come, and what was done once."""

import pytest

from helpers.outlines import by_rules, outlined
from helpers.reading import read

WRITTEN = "2024-03-23"
PROSE = "The clerk read the letter to all who had come. It was short, and nobody had a question.\n\n"


def told(line, written=WRITTEN, found=by_rules):
    events = found(read(PROSE + line), written).events
    return [(event.date.edtf, event.title, event.status) for event in events]


@pytest.mark.parametrize(
    ("line", "day", "title", "status"),
    [
        ("Next meeting: 23 October", "2024-10-23", "Next meeting", "planned"),
        ("Deadline for comments: 12 April.", "2024-04-12", "Deadline for comments", "planned"),
        ("Date of hearing: 14 June 2024", "2024-06-14", "Date of hearing", "planned"),
        ("Date of hearing: 14 June 2023, in Riga", "2023-06-14", "Date of hearing", "occurred"),
        ("Move date: June 6, 2024", "2024-06-06", "Move date", "planned"),
        ("Effective: 1 July 2024", "2024-07-01", "Effective", "planned"),
        ("Launched: 28 April 1941", "1941-04-28", "Launched", "occurred"),
        ("Closing date: 30 April 2024", "2024-04-30", "Closing date", "planned"),
        (
            "Date of next meeting: Tuesday 3 September 2024 at 7pm in the Village Hall.",
            "2024-09-03T19:00:00",
            "Date of next meeting",
            "planned",
        ),
    ],
)
def test_a_labelled_day_is_an_event(line, day, title, status):
    assert told(line) == [(day, title, status)]


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 5 March 2024",
        "Published: 5 March 2024",
        "Release date: 23 August 2019",
        "Reporting period: May 2023",
        "Report date: 5 March 2024",
        "Version: 5 March 2024",
        "Telephone: 5 March 2024",
        "Decision date: 23 March 2024",
    ],
)
def test_labels_of_the_text_itself_are_none(line):
    assert told(line) == []


def test_lines_that_were_put_together_are_told_apart():
    lines = "Effective date: 1 July 2024\nDeadline: 3 August 2024\nClosing date: 30 July 2024"
    assert [title for _, title, _ in told(lines)] == ["Effective date", "Deadline", "Closing date"]


def test_what_was_done_is_told_of_what_stands_over_it():
    text = "# SS Harlow Bay\n\nShe was small, and was lost in the war.\n\nLaunched: 28 April 1941\n"
    (event,) = by_rules(read(text, "ship.md"), WRITTEN).events
    assert event.title == "[SS Harlow Bay] launched"


def test_a_next_meeting_is_planned_where_no_day_of_writing_is_known():
    ((_, title, status),) = told("Next meeting: 23 October 2024", "")
    assert (title, status) == ("Next meeting", "planned")


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("Tom presents the repair plan on Thursday.", "2024-03-28", "planned"),
        ("The firm publishes its results on Tuesday.", "2024-03-26", "planned"),
        ("We have a review on Tuesday and then we rest.", "2024-03-26", "planned"),
        ("Tom presented the repair plan on Thursday.", "2024-03-21", "occurred"),
        ("The paper says on Thursday that it was lost.", "2024-03-21", "occurred"),
    ],
)
def test_the_present_tense_tells_what_is_fixed_for_a_weekday(text, day, status):
    (event,) = outlined(read(text), WRITTEN).events
    assert (event.date.edtf, event.status) == (day, status)


def test_a_label_behind_other_sentences_takes_nothing_from_them():
    text = "The contractor started on 5 March 2024. Move date: June 6, 2024. Deadline for comments: 12 April."
    found = [(event.date.edtf, event.title) for event in outlined(read(text), WRITTEN).events]
    assert found == [
        ("2024-03-05", "The contractor started"),
        ("2024-06-06", "Move date"),
        ("2024-04-12", "Deadline for comments"),
    ]


def test_the_date_line_of_a_mail_kept_as_text_dates_it():
    head = "From: Anna Holm <a@example.org>\nTo: All\nDate: Sat, 23 Mar 2024 09:12:00 +0000\nSubject: A\n\n"
    found = by_rules(read(f"{head}Hello all,\n\nThe office was shut yesterday. It is open now.\n"))
    assert found.dated is not None
    assert found.dated.edtf == "2024-03-23"


def test_a_label_that_comes_again_and_again_is_a_field_of_a_form():
    lines = "".join(f"Completion date: {day} June 2024\n\n" for day in (3, 4, 5))
    assert told(lines) == []
