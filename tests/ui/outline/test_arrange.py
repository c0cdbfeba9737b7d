"""Filtering, grouping, sorting, folding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskbrief.document.model import Document
from deskbrief.document.notes import ItemKind, Verdict
from deskbrief.document.outline import Event, EventDate, Outline
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, Item
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import needles
from deskbrief.ui.outline.arrange import Arranger
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.prepare import Preparer
from deskbrief.ui.outline.rows import CardRow, EventRow, SubgroupRow, TimelineRow, TimeRow
from deskbrief.ui.outline.settings import EventOrder, Grouping, OutlineSettings
from deskbrief.ui.outline.wishes import Wishes


class Made:
    """An arranger over the river."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self._document, self._outline = document, outline
        self._labels = Labels()
        self._labels.document = document
        self._preparer = Preparer(self._labels)
        self._arranger = Arranger(self._labels)

    def rows(self, curated: Curated, wishes: Wishes) -> list[Row]:
        for _ in self._preparer.prepare(self._document, self._outline, curated):
            pass
        return self._arranger.arrange(self._preparer.content, wishes)


@pytest.fixture
def made(document: Document, outline: Outline) -> Made:
    return Made(document, outline)


def said(rows: list[Row]) -> list[str]:
    """Return rows in a short form, heads with their counts."""
    short = []
    for row in rows:
        match row:
            case GroupRow():
                short.append(f"{row.title} {row.shown}/{row.total}")
            case SubgroupRow():
                short.append(f"> {row.title} {row.count}")
            case EventRow():
                short.append(f"{row.when}: {row.title}")
            case CardRow():
                short.append(row.title or row.text)
            case TimeRow():
                short.append(f"“{row.wording}”")
            case TimelineRow():
                short.append(f"timeline {len(row.events)}")
            case MessageRow():
                short.append(row.text)
    return short


def of_group(lines: list[str], title: str) -> list[str]:
    """Return the lines from a head on to the next one."""
    start = next(n for n, line in enumerate(lines) if line.startswith(title))
    rest = lines[start + 1 :]
    heads = ("Sections", "Events", "Recommendations", "Unresolved")
    end = next((n for n, line in enumerate(rest) if line.startswith(heads)), len(rest))
    return rest[:end]


def test_events_by_date_with_the_undated_apart(made: Made, curated: Curated) -> None:
    lines = said(made.rows(curated, Wishes()))
    assert "Events 3/3" in lines
    assert of_group(lines, "Events") == [
        "timeline 2",
        "12 Mar 1994: Treaty",
        "Jul 2023: Flood",
        "> Undated 1",
        "the coming weeks: Meeting of the commission",
    ]


def test_what_goes_on_until_a_day_stands_there(made: Made, curated: Curated) -> None:
    first = next(iter(curated.kept_events()))
    open_start = replace(first, key="until", value=replace(first.value, date=EventDate("../2040", 0, 4)))
    lines = of_group(
        said(made.rows(replace(curated, events=(open_start, *curated.events)), Wishes())), "Events"
    )
    assert [line.partition(":")[0] for line in lines[1:4]] == ["12 Mar 1994", "Jul 2023", "until 2040"]


def test_events_as_the_text_tells_them(made: Made, curated: Curated) -> None:
    settings = OutlineSettings(order=EventOrder.TEXT)
    lines = of_group(said(made.rows(curated, Wishes(settings=settings))), "Events")
    assert lines[1:] == [
        "the coming weeks: Meeting of the commission",
        "12 Mar 1994: Treaty",
        "Jul 2023: Flood",
    ]


def test_times_that_are_no_events_dates_are_unresolved_and_closed(made: Made, curated: Curated) -> None:
    lines = said(made.rows(curated, Wishes()))
    assert lines[-1] == "Unresolved times 1/1"
    assert said(made.rows(curated, Wishes(flipped={"group|times"})))[-1] == "“recent months”"


@pytest.mark.parametrize(
    ("grouping", "lines"),
    [
        (
            Grouping.ADDRESSEE,
            [
                "> Norland 2",
                "Repair Gauges",
                "Norland could lend its boats",
                "> Addressee not stated 1",
                "The commission must publish its data every month",
            ],
        ),
        (
            Grouping.STRENGTH,
            [
                "> must 1",
                "The commission must publish its data every month",
                "> should 1",
                "Repair Gauges",
                "> could 1",
                "Norland could lend its boats",
            ],
        ),
        (
            Grouping.ORDER,
            [
                "Repair Gauges",
                "The commission must publish its data every month",
                "Norland could lend its boats",
            ],
        ),
    ],
)
def test_recommendations_are_grouped(
    made: Made, curated: Curated, grouping: Grouping, lines: list[str]
) -> None:
    settings = OutlineSettings(group_by=grouping)
    assert of_group(said(made.rows(curated, Wishes(settings=settings))), "Recommendations") == lines


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("treaty", ["Events 1/3"]),
        ("SOUTHMARK", ["Events 1/3"]),
        ("mar 1994", ["Events 1/3"]),
        ("2023-07", ["Events 1/3"]),
        ("planned", ["Events 1/3"]),
        ("must", ["Recommendations 1/3"]),
        ("gauges norland", ["Recommendations 1/3"]),
        ("dams", ["Sections 1/3"]),
        ("recent", ["Unresolved times 1/1"]),
        ("no such word", []),
    ],
)
def test_a_filter_keeps_what_holds_all_its_words(
    made: Made, curated: Curated, words: str, found: list[str]
) -> None:
    lines = said(made.rows(curated, Wishes(needles=needles(words))))
    heads = [line for line in lines if line.startswith(("Sec", "Ev", "Rec", "Un")) and " 0/" not in line]
    assert [line for line in heads if "/" in line] == found


def test_a_filter_opens_the_unresolved_times(made: Made, curated: Curated) -> None:
    assert said(made.rows(curated, Wishes(needles=("recent",))))[-1] == "“recent months”"


def test_what_does_not_match_says_so(made: Made, curated: Curated) -> None:
    lines = said(made.rows(curated, Wishes(needles=("treaty",))))
    assert of_group(lines, "Recommendations") == ["Nothing here matches the filter."]


def test_an_outline_with_nothing_in_it_says_so_plainly(document: Document) -> None:
    lines = said(Made(document, Outline()).rows(Curated(), Wishes()))
    assert lines == [
        "Sections 0/0",
        "No headings found.",
        "Events 0/0",
        "No dated events found.",
        "Recommendations 0/0",
        "No recommendations found.",
    ]


def test_of_another_language_it_is_said_what_was_not_looked_for(document: Document) -> None:
    lines = said(Made(document, Outline()).rows(Curated(), Wishes(is_foreign=True)))
    assert "Recommendations are looked for in English texts only." in lines
    assert any(line.startswith("No sentence with a date found.") for line in lines)


def test_an_outline_that_is_not_complete_does_not_say_that_there_is_nothing(document: Document) -> None:
    lines = said(Made(document, Outline()).rows(Curated(), Wishes(is_complete=False)))
    assert lines.count("Nothing found so far.") == 3


def test_rejected_items_are_hidden_counted_and_shown_on_wish(made: Made, curated: Curated) -> None:
    rejected = replace(
        curated, events=(*curated.events[:2], replace(curated.events[2], verdict=Verdict.REJECTED))
    )
    lines = said(made.rows(rejected, Wishes()))
    assert "Events 2/2" in lines
    assert of_group(lines, "Events")[-1] == "1 rejected — show"
    assert "timeline 1" in lines
    shown = said(made.rows(rejected, Wishes(settings=OutlineSettings(show_rejected=True))))
    assert "Jul 2023: Flood" in shown
    lingering = said(made.rows(rejected, Wishes(lingering={curated.events[2].key})))
    assert "Jul 2023: Flood" in lingering


@pytest.mark.parametrize("group", ["sections", "events", "cards"])
def test_a_closed_group_shows_its_head_alone(made: Made, curated: Curated, group: str) -> None:
    rows = made.rows(curated, Wishes(flipped={f"group|{group}"}))
    number = next(n for n, row in enumerate(rows) if row.key == f"group|{group}")
    assert rows[number].open is False
    assert isinstance(rows[number + 1], GroupRow)


def test_all_heads_open_and_close(made: Made, curated: Curated) -> None:
    wishes = Wishes()
    wishes.turn_all(made.rows(curated, wishes), is_open=False)
    assert all(isinstance(row, GroupRow) and row.open is False for row in made.rows(curated, wishes))
    wishes.turn_all(made.rows(curated, wishes), is_open=True)
    assert all(row.open in {True, None} for row in made.rows(curated, wishes))


def test_rows_of_items_that_did_not_change_are_the_same_rows(made: Made, curated: Curated) -> None:
    before = {row.key: row for row in made.rows(curated, Wishes())}
    decided = replace(
        curated, events=(replace(curated.events[0], verdict=Verdict.CONFIRMED), *curated.events[1:])
    )
    after = {row.key: row for row in made.rows(decided, Wishes())}
    for item in (*curated.events, *curated.recommendations):
        assert after[item.key] is before[item.key]
    row = after[curated.events[0].key]
    assert isinstance(row, EventRow)
    assert row.item.verdict is Verdict.CONFIRMED


def test_an_item_that_was_edited_has_a_new_row(made: Made, curated: Curated) -> None:
    made.rows(curated, Wishes())
    first = curated.events[1]
    edited = replace(first, value=replace(first.value, title="Peace treaty"), verdict=Verdict.EDITED)
    rows = made.rows(replace(curated, events=(curated.events[0], edited, curated.events[2])), Wishes())
    assert "12 Mar 1994: Peace treaty" in said(rows)


def test_a_sentence_that_tells_of_two_events_is_the_title_of_none(made: Made) -> None:
    sentence = "Talks began in May and ended in June."
    first, second = (
        Event(date=EventDate(edtf, 0, 3), title=title, spans=(Span(0, 20),), detail=sentence)
        for edtf, title in (("2023-05", "Talks began"), ("2023-06", "Talks ended"))
    )
    items = [
        Item(kind=ItemKind.EVENT, key=event.title, value=event, span=event.spans[0])
        for event in (first, second)
    ]
    both = said(made.rows(Curated(events=tuple(items)), Wishes()))
    assert {"May 2023: Talks began", "Jun 2023: Talks ended"} <= set(both)
    alone = said(made.rows(Curated(events=(replace(items[0], key="alone"),)), Wishes()))
    assert f"May 2023: {sentence}" in alone


def test_whom_the_title_names_is_not_named_again_below_it() -> None:
    event = Event(
        date=EventDate("1919", 0, 4),
        title="the Treaty of Versailles established the League",
        spans=(Span(0, 20),),
        who=("The Treaty of Versailles", "Norland"),
    )
    labels = Labels()
    assert labels.second_line(event) == "Norland — occurred"
    assert labels.second_line(replace(event, who=("the League",))) == ""


def test_a_row_does_not_say_twice_what_its_sentence_says() -> None:
    event = Event(
        date=EventDate("1997", 0, 4),
        title="President Bill Clinton imposed sanctions",
        spans=(Span(0, 20),),
        detail="In 1997, President Bill Clinton imposed economic sanctions on the country",
    )
    labels = Labels()
    assert labels.event_title(event) == event.detail
    assert labels.second_line(event) == ""
    assert labels.event_title(event, alone=False) == event.title
    assert labels.second_line(event, alone=False) == ""
    long = (
        "Members of the ministry said that the first talks were of use, and a second round was held in 1997"
    )
    told = replace(event, title="a second round was held", detail=long)
    assert (labels.event_title(told), labels.second_line(told)) == (told.title, "")
    leaning = replace(told, title="that the first talks were")
    assert labels.event_title(leaning) == long
    other = replace(event, title="Talks", detail="High-level discussions were held")
    assert (labels.event_title(other), labels.second_line(other)) == ("Talks", other.detail)
