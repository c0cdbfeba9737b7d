from __future__ import annotations

import sqlite3
from pathlib import Path

from deskbrief.document.codec import outline_parts
from deskbrief.document.model import Document
from deskbrief.document.outline import Event, EventDate, Name, Outline, Section
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.library.outlines import MOST_DATES


def outline(rules: str = "1", title: str = "Meeting") -> Outline:
    return Outline(
        rules=rules,
        sections=(Section("Grain quotas", 1, 0, 40, (Span(0, 12),)),),
        events=(Event(date=EventDate("2026-03-03", 30, 42), title=title, spans=(Span(14, 60),)),),
        names=tuple(Name(f"Name {n}", "person") for n in range(900)),
    )


def test_an_outline_comes_back_for_its_rules_and_date_only(library: Library, document: Document):
    made = outline()
    library.put_outline(document.sha256, made, "2026")
    assert library.outline(document.sha256, "1", "2026") == made
    assert library.outline(document.sha256, "1", "") is None
    assert library.outline(document.sha256, "2", "2026") is None
    assert library.outline("f" * 64, "1", "2026") is None


def test_parts_are_those_of_the_codec(library: Library, document: Document):
    library.put_outline(document.sha256, outline(), "")
    assert list(library.outline_parts(document.sha256, "1", "")) == list(outline_parts(outline()))


def test_a_new_outline_replaces_the_one_for_the_same_date(library: Library, document: Document):
    library.put_outline(document.sha256, outline(title="Meeting"), "")
    library.put_outline(document.sha256, outline(title="Summit"), "")
    found = library.outline(document.sha256, "1", "")
    assert found is not None
    assert found.events[0].title == "Summit"


def test_outlines_of_older_rules_and_many_dates_are_dropped(
    folder: Path, library: Library, document: Document
):
    library.put_outline(document.sha256, outline(rules="0"), "")
    for year in range(2000, 2000 + MOST_DATES + 3):
        library.put_outline(document.sha256, outline(), str(year))
    assert library.outline(document.sha256, "0", "") is None
    kept = [year for year in range(2000, 2010) if library.outline(document.sha256, "1", str(year))]
    assert kept == list(range(2003, 2003 + MOST_DATES))
    db = sqlite3.connect(folder / "library.db")
    assert db.execute("SELECT count(*) FROM bundle").fetchone() == (MOST_DATES + 1,)
    db.close()


def test_a_damaged_outline_counts_as_none(folder: Path, library: Library, document: Document):
    library.put_outline(document.sha256, outline(), "")
    db = sqlite3.connect(folder / "library.db")
    db.execute("UPDATE part SET data = replace(data, 'Meeting', 'Meetinh')")
    db.commit()
    db.close()
    assert library.outline(document.sha256, "1", "") is None


def test_slices_write_nothing_before_the_last(library: Library, document: Document):
    slices = library.put_outline_slices(document.sha256, outline(), "")
    for _ in outline_parts(outline()):
        next(slices)
    assert library.outline(document.sha256, "1", "") is None
    assert list(slices) == []
    assert library.outline(document.sha256, "1", "") == outline()
