from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.changes import Change, Subject
from deskbrief.document.errors import LibraryError
from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.library import decisions
from deskbrief.library.library import Library
from helpers.library_samples import Clock, decision_on, sample


def test_a_decision_comes_back_as_it_was(folder: Path, library: Library, document: Document):
    decision = decision_on(document, 70, Verdict.EDITED, title="Ünder 🌾 \ud83c", date="2026-03")
    change = library.decide(decision)
    assert change == Change(Subject.DECISIONS, document.sha256, (decision.key,), "Edit event")
    library.close()
    with Library.open(folder) as again:
        assert again.decisions(document.sha256) == (decision,)
        assert again.check() == ()


def test_a_decision_replaces_an_earlier_one_about_the_same_item(library: Library, document: Document):
    library.decide(decision_on(document))
    library.decide(decision_on(document, verdict=Verdict.REJECTED))
    assert library.decisions(document.sha256) == (decision_on(document, verdict=Verdict.REJECTED),)


def test_decisions_are_told_apart_and_come_in_text_order(library: Library, document: Document):
    later, first = decision_on(document, 14), decision_on(document, 0)
    second_of_same_quote = replace(first, ordinal=1)
    for decision in (later, first, second_of_same_quote):
        library.decide(decision)
    assert library.decisions(document.sha256) == (first, second_of_same_quote, later)
    assert library.decisions(sample("Another text").sha256) == ()


def test_a_missing_time_is_set_to_now(library: Library, document: Document, clock: Clock):
    clock.move(60)
    library.decide(replace(decision_on(document), modified=""))
    assert library.decisions(document.sha256)[0].modified == "2026-03-05T10:01:00.000Z"


def test_deciding_the_same_again_is_no_step(library: Library, document: Document):
    decision = decision_on(document)
    library.decide(decision)
    assert library.decide(replace(decision, modified="2027-01-01T00:00:00.000Z")).label == ""
    library.undo(document.sha256)
    assert library.decisions(document.sha256) == ()


def test_a_decision_can_be_taken_away(library: Library, document: Document):
    decision = decision_on(document)
    library.decide(decision)
    assert library.undecide(document.sha256, decision.key).label == "Clear event"
    assert library.decisions(document.sha256) == ()
    assert library.undecide(document.sha256, decision.key).label == ""


def test_damaged_decisions_are_named_by_their_keys(folder: Path, library: Library, document: Document):
    one, other = decision_on(document, 0), decision_on(document, 14)
    library.decide(one)
    library.decide(other)
    library._db.connection.execute("UPDATE decision SET quote = 'x' WHERE key = ?", (other.key,))
    assert decisions.of_document(library._db, document.sha256) == ((one,), [other.key])


def test_a_damaged_decision_is_not_used_and_not_overwritten(
    folder: Path, library: Library, document: Document
):
    decision = decision_on(document)
    library.decide(decision)
    db = sqlite3.connect(folder / "library.db")
    db.execute("UPDATE decision SET value = replace(value, 'confirmed', 'rejected')")
    db.commit()
    assert library.decisions(document.sha256) == ()
    assert any("damaged" in remark for remark in library.remarks)
    assert library.check() == ("A decision about an extracted item is damaged and is not used.",)
    with pytest.raises(LibraryError):
        library.decide(replace(decision, verdict=Verdict.REJECTED))
    assert "rejected" in db.execute("SELECT value FROM decision").fetchone()[0]
    db.close()
