"""What restoring a backup would do, as rows: filtered, chosen, and never more work than there are rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskbrief.library.comparison import Difference, DocumentChange, NoteChange, Standing
from deskbrief.services.backups import Preview
from deskbrief.ui.library.backuppreview import PreviewPanel
from deskbrief.ui.library.backuprows import BackupWords, arranged
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.heads import GroupRow
from helpers.library_samples import note_on, sample
from helpers.qt_panels import keys_of

TEXT = sample("A text of some words.\n\nMore.")
KEPT = Standing(listed=True)


def change(number: int, *notes: NoteChange) -> DocumentChange:
    return DocumentChange(f"{number:064x}", f"Report {number}", "", True, KEPT, KEPT, notes)


def edited(body: str) -> NoteChange:
    note = note_on(TEXT, body=body)
    return NoteChange(note, replace(note, body=f"{body} then"))


COMES, CHANGES = NoteChange(None, note_on(TEXT, body="wheat")), edited("barley")
SMALL = Preview(Path("x"), True, Difference((change(1, COMES), change(2, CHANGES))))


@pytest.fixture
def panel(qtbot: QtBot) -> PreviewPanel:
    panel = PreviewPanel(BackupWords(), None)
    qtbot.addWidget(panel)
    panel.show_preview(SMALL, arranged(SMALL))
    return panel


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("whe", [COMES]),
        ("report 2", [CHANGES]),
        ("comes back", [COMES]),
        ("≠ barley", [CHANGES]),
        ("oats", []),
    ],
)
def test_the_filter_looks_at_words_document_and_what_becomes_of_it(panel: PreviewPanel, words: str, kept):
    panel.focus_filter()
    panel.findChild(FilterBox).setText(words)
    assert [key for key in keys_of(panel.list) if "|" not in key and key != "empty"] == [
        one.note.id for one in kept
    ]


def test_a_head_chooses_all_below_it_and_the_rows_show_it(panel: PreviewPanel, qtbot: QtBot):
    panel.list.set_current(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.wanted_keys() == {CHANGES.note.id}
    assert [getattr(row, "skipped", None) for row in panel.list.rows] == [None, True, None, False]
    qtbot.keyClick(panel.list, Qt.Key.Key_A)
    assert panel.wanted_keys() == {COMES.note.id, CHANGES.note.id}
    assert not any(getattr(row, "skipped", False) for row in panel.list.rows)


def test_much_begins_closed_and_each_document_is_looked_at_once(panel: PreviewPanel, monkeypatch):
    much = Preview(
        Path("y"),
        True,
        Difference(tuple(change(n, *[edited(f"{n} {m}") for m in range(4)]) for n in range(90))),
    )
    rows = arranged(much)
    looked: list[int] = []
    whole = Difference.notes.fget
    monkeypatch.setattr(Difference, "notes", property(lambda self: looked.append(1) or whole(self)))
    panel.show_preview(much, rows)
    assert len(panel.list.rows) == 90
    assert all(isinstance(row, GroupRow) and not row.open for row in panel.list.rows)
    assert len(looked) <= 1
