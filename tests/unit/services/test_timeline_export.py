"""A chronology of several documents on its way out: what each form holds of whom."""

from __future__ import annotations

import csv
import io
import json

import pytest

from deskbrief.document.errors import ExportError
from deskbrief.document.outline import Event, EventDate, Outline
from deskbrief.document.spans import Span
from deskbrief.services.curation import curate
from deskbrief.services.planning import BriefOptions, BriefSource
from deskbrief.services.timeline import Source, Timeline, make_timeline
from deskbrief.services.timeline_export import Form, timeline_file, timeline_plan
from helpers.library_samples import sample


def source(title: str, *told: tuple[str, str]) -> BriefSource:
    """Return a document that tells an event in each of its paragraphs."""
    document = sample("\n\n".join(f"{words} then." for _, words in told), title=title)
    events = []
    for edtf, words in told:
        at = document.text.index(words)
        span = Span(at, at + len(words) + 6)
        events.append(Event(date=EventDate(edtf, span.end - 5, span.end - 1), title=words, spans=(span,)))
    outline = Outline(events=tuple(events))
    return BriefSource(
        document=document, outline=outline, curated=curate(document, outline, ()), file_name=f"{title}.txt"
    )


def timeline(*sources: BriefSource) -> Timeline:
    return make_timeline(
        [
            Source(sha256=one.document.sha256, title=one.title, curated=one.curated, places=("¶1", "¶2"))
            for one in sources
        ]
    )


GRAIN = source("Grain", ("2024-03-01", "Grain treaty signed"), ("2023", "Talks begin"))
WINTER = source("Winter", ("2024-03-04", "Grain treaty signed"), ("2024-05-06", "Storm sinks boats"))
SEA = source("Sea", ("2024-05-06", "Storm sinks many boats"), ("2025-01-02", "Harbour opened"))
ALL = (GRAIN, WINTER, SEA)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_table_has_a_row_for_what_each_source_tells_in_the_order_of_time():
    written = timeline_file(ALL, timeline(*ALL), Form.TABLE)
    held = [(one["edtf"], one["source"], one["place"].rpartition(" ")[2]) for one in rows(written.data)]
    assert held == [
        ("2023", "Grain", "¶2"),
        ("2024-03-01", "Grain", "¶1"),
        ("2024-03-04", "Winter", "¶1"),
        ("2024-05-06", "Winter", "¶2"),
        ("2024-05-06", "Sea", "¶1"),
        ("2025-01-02", "Sea", "¶2"),
    ]
    assert written.count == 6
    assert written.data.startswith(b"\xef\xbb\xbf")


def test_a_calendar_has_one_entry_for_what_several_tell_and_one_for_each_date():
    written = timeline_file(ALL, timeline(*ALL), Form.CALENDAR)
    text = written.data.decode().replace("\r\n ", "")
    entries = text.split("BEGIN:VEVENT")[1:]
    assert [entry.partition("SUMMARY:")[2].partition("\r\n")[0] for entry in entries] == [
        *("Grain treaty signed", "Grain treaty signed", "Storm sinks boats", "Harbour opened")
    ]
    assert "Dated 4 Mar 2024 in “Grain treaty signed then.” (Winter\\, " in entries[0]
    assert "Also: “Storm sinks many boats then.” (Sea\\, " in entries[2]
    assert written.left_out == ("Talks begin",)


def test_timelinejs_holds_every_date_with_all_who_tell_it():
    made = json.loads(timeline_file(ALL, timeline(*ALL), Form.TIMELINE).data)
    assert made["title"]["text"]["headline"] == "Grain, and 2 other sources"
    assert len(made["events"]) == 5
    assert "Also: “Storm sinks many boats then.”" in made["events"][3]["text"]["text"]


def test_only_what_is_chosen_is_written():
    chosen = frozenset({(1, 1), (2, 1)})
    written = timeline_file(ALL, timeline(*ALL), Form.TABLE, chosen)
    assert [one["source"] for one in rows(written.data)] == ["Winter", "Sea"]


def test_events_that_changed_since_are_not_mistaken_for_others():
    shown = timeline(*ALL)
    with pytest.raises(ExportError, match="have changed"):
        timeline_file((source("Grain", ("2022", "Talks begin")), WINTER, SEA), shown, Form.TABLE)


def test_a_brief_of_what_is_chosen_names_only_the_sources_that_tell_it():
    chosen = frozenset({(1, 1), (2, 1)})
    plan = timeline_plan(ALL, timeline(*ALL), BriefOptions(prepared="2026-01-01"), chosen)
    assert [one.title for one in (plan.source, *plan.others)] == ["Winter", "Sea"]
    assert sum(len(section.rows) for section in plan.sections) == 2
    whole = timeline_plan(ALL, timeline(*ALL), BriefOptions(prepared="2026-01-01"))
    assert len(whole.others) == 2
