"""Thousands of notes come and are shown a few at a time, and are all there in the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from helpers.e2e_program import PATIENCE_MS, Running, end
from helpers.qt_panels import keys_of

MANY = 700


def test_all_of_many_notes_are_shown_with_one_that_is_made_meanwhile(
    start: Callable[..., Running], qtbot: QtBot, sample: Path
):
    running = start(sample)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    document = running.front.document
    places = [Span(at, at + 4) for at in range(MANY)]
    running.program.services.notetaking.mark_all(document, places, Role.GREEN)
    end(running)
    running = start(sample)
    window = running.window
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    assert len(running.front.notes) < MANY
    running.press("notes")
    window.parts.reader.view.select(Span(1000, 1010))
    running.press("mark_2")
    qtbot.waitUntil(lambda: len(window.parts.reader.view.marks()) == MANY + 1, timeout=PATIENCE_MS)
    assert len(running.front.notes) == MANY + 1
    qtbot.waitUntil(lambda: len(keys_of(window.parts.notes.list)) == MANY + 1, timeout=PATIENCE_MS)
    assert keys_of(window.parts.notes.list) == [placed.note.id for placed in running.front.notes]
    running.press("undo")
    qtbot.waitUntil(lambda: len(window.parts.reader.view.marks()) == MANY, timeout=PATIENCE_MS)
