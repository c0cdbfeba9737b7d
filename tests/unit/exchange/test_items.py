"""Events and recommendations for calendars, tables and timelines."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbrief.exchange.icalendar import LONGEST_LINE, escaped, folded, icalendar
from deskbrief.exchange.items import AdviceOut, Citation, EventOut
from deskbrief.exchange.tables import events_csv, harmless, recommendations_csv
from deskbrief.exchange.timelinejs import timelinejs

CITED = Citation(
    title="A report",
    file_name="r.txt",
    sha256="ab" * 32,
    section="Talks",
    place="¶7",
    quote="They met; twice.",
)
EVENT = EventOut(
    key="k1",
    edtf="2023-07-04",
    shown="4 Jul 2023",
    wording="July 4, 2023",
    reason="",
    title="Talks, first round",
    detail="",
    who=("A", "B"),
    where="Paris",
    status="occurred",
    checked=True,
    citation=CITED,
)
ADVICE = AdviceOut(
    addressee="States",
    action="=HYPERLINK(1)",
    strength="must",
    wording="must",
    condition="",
    deadline="",
    speaker="",
    checked=False,
    citation=CITED,
)
STAMP = "2024-01-02"


def lines(*events: EventOut) -> list[str]:
    """Return the content lines of a calendar, unfolded."""
    data = icalendar(events, STAMP).data.decode()
    assert data.endswith("\r\n")
    assert "\n" not in data.replace("\r\n", "")
    return data.replace("\r\n ", "").split("\r\n")[:-1]


def test_an_entry_lasts_until_the_day_after_its_last() -> None:
    told = lines(EVENT)
    assert {"DTSTART;VALUE=DATE:20230704", "DTEND;VALUE=DATE:20230705"} <= set(told)
    assert {"UID:k1@deskbrief", "DTSTAMP:20240102T000000Z", "STATUS:CONFIRMED"} <= set(told)
    assert "SUMMARY:Talks\\, first round" in told
    assert "LOCATION:Paris" in told
    (words,) = [line for line in told if line.startswith("DESCRIPTION:")]
    assert "Status: occurred\\, checked by the reader" in words
    assert "“They met\\; twice.” (A report\\, Talks\\, ¶7)" in words


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2023-12-30/2024-01-02", ("DTSTART;VALUE=DATE:20231230", "DTEND;VALUE=DATE:20240103")),
        ("2024-02-28", ("DTSTART;VALUE=DATE:20240228", "DTEND;VALUE=DATE:20240229")),
        ("2023-07-04T09:30", ("DTSTART:20230704T093000",)),
        ("2023-07-04T09:30Z", ("DTSTART:20230704T093000Z",)),
        ("2023-07-04T01:30+02:00", ("DTSTART:20230703T233000Z",)),
        ("2023-07-04T23:30-01:00", ("DTSTART:20230705T003000Z",)),
        ("2023-12-31T24:00", ("DTSTART:20240101T000000",)),
    ],
)
def test_days_and_times(edtf: str, expected: tuple[str, ...]) -> None:
    told = [line for line in lines(replace(EVENT, edtf=edtf)) if line.startswith(("DTSTART", "DTEND"))]
    assert tuple(told) == expected


def test_a_detail_that_the_quote_says_is_not_told_twice() -> None:
    assert replace(EVENT, detail="They met; twice").added == ""
    assert replace(EVENT, detail="They met  in Paris").added == "They met in Paris"


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "2023",
        "2023-07",
        "2023-24",
        "199X-01-01",
        "2023-07-01/..",
        "2023-07-XX",
        "-0044-03-15",
        "9999-12-31",
    ],
)
def test_what_has_no_day_is_left_out_and_named(edtf: str) -> None:
    written = icalendar([EVENT, replace(EVENT, key="k2", title="Vague", edtf=edtf)], STAMP)
    assert (written.count, written.left_out) == (1, ("Vague",))
    assert b"Vague" not in written.data


def test_all_days_of_a_set_are_entries_of_their_own() -> None:
    told = lines(replace(EVENT, edtf="{2023-07-04,2024-07-04}"))
    assert [line for line in told if line.startswith("UID")] == ["UID:k1@deskbrief", "UID:k1-1@deskbrief"]


@pytest.mark.parametrize(
    ("status", "edtf", "expected"),
    [
        ("planned", "2023-07-04", "TENTATIVE"),
        ("negated", "2023-07-04", "CANCELLED"),
        ("occurred", "2023-07-04~", "TENTATIVE"),
    ],
)
def test_what_may_not_happen_is_not_confirmed(status: str, edtf: str, expected: str) -> None:
    assert f"STATUS:{expected}" in lines(replace(EVENT, status=status, edtf=edtf))


@given(st.text(max_size=200))
def test_lines_are_folded_between_characters(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= LONGEST_LINE for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f]", line)


def test_no_text_can_begin_a_line_of_its_own() -> None:
    told = lines(replace(EVENT, title="x\r\nEND:VEVENT\nATTACH:file:///etc/passwd"))
    assert not [line for line in told if line.startswith("ATTACH")]
    assert told.count("END:VEVENT") == 1


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_of_events_holds_undated_ones_too() -> None:
    data = events_csv([EVENT, replace(EVENT, edtf="", title='a "b", c\nd')]).data
    head, first, second = rows(data)
    assert dict(zip(head, first, strict=True))["who"] == "A; B"
    assert second[head.index("event")] == 'a "b", c\nd'
    assert data.count(b"\r\n") == 3


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", " =x", "\t=x", "\rx", "＝x", "-0044-03"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_harmless_cells_stay_as_they_are() -> None:
    assert harmless("a=b - c@d\x00") == "a=b - c@d"


def test_a_table_of_recommendations() -> None:
    head, row = rows(recommendations_csv([ADVICE], bom=True).data)
    assert row[head.index("action")] == "'=HYPERLINK(1)"
    assert row[head.index("place")] == "¶7"
    assert recommendations_csv([ADVICE], bom=True).data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2023", {"year": 2023}, None),
        ("2023-07", {"year": 2023, "month": 7}, None),
        ("2023-07-04", {"year": 2023, "month": 7, "day": 4}, None),
        ("2023-22", {"year": 2023}, None),
        ("199X", {"year": 1990}, {"year": 1999}),
        ("2023-07/2024", {"year": 2023, "month": 7}, {"year": 2024}),
        ("-0043-03-15", {"year": -43, "month": 3, "day": 15}, None),
        ("2020/..", {"year": 2020}, None),
        ("../2020", {"year": 2020}, None),
    ],
)
def test_a_timeline_says_only_what_is_known(
    edtf: str, start: dict[str, int], end: dict[str, int] | None
) -> None:
    (slide,) = json.loads(timelinejs([replace(EVENT, edtf=edtf)], "T").data)["events"]
    assert slide["start_date"].pop("display_date") == "July 4, 2023"
    assert slide["start_date"] == start
    if end:
        slide["end_date"].pop("display_date")
    assert slide.get("end_date") == end


def test_a_timeline_shows_mark_up_literally_and_names_what_it_leaves_out() -> None:
    hostile = replace(EVENT, title="<script>x</script>", wording="<b>", edtf="2023")
    written = timelinejs([hostile, replace(EVENT, title="Someday", edtf="")], "<i>")
    assert written.left_out == ("Someday",)
    assert b"<script" not in written.data
    assert b"<b>" not in written.data
    assert b"<i>" not in written.data
