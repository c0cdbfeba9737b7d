"""The first start: the sample is named as one, once; and nothing open is a place to go on from."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from helpers.e2e_program import PATIENCE_MS, end


def test_the_sample_says_that_it_is_one_at_the_first_start_only(start, sample, qtbot):
    first = start()
    first.window.begin([sample])
    assert "sample" in first.window.parts.notice.text()
    qtbot.waitUntil(lambda: first.front.document is not None, timeout=PATIENCE_MS)
    first.press("close")
    end(first)
    again = start()
    again.window.begin([sample])
    assert again.window.parts.notice.text() == ""
    assert again.program.store.settings.sample_shown


def test_what_is_said_of_the_sample_goes_with_it(start, sample, qtbot, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another text about something else.\n")
    running = start()
    notice = running.window.parts.notice
    running.window.begin([sample])
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    assert "sample" in notice.text()
    running.window.open([other])
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    assert notice.text() == ""
    running.press("close")
    assert running.front.path == sample
    assert notice.text() == ""


def test_what_is_said_of_the_sample_does_not_stand_over_the_library(start, sample, qtbot):
    running = start()
    running.window.begin([sample])
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    running.press("library")
    assert running.window.parts.notice.text() == ""


def test_where_nothing_is_open_one_can_open_a_file_or_the_library(start, sample, qtbot):
    running = start()
    message = running.window.parts.reader.message
    qtbot.waitUntil(message.isVisible)
    buttons = {button.text(): button for button in message.findChildren(QPushButton)}
    running.chosen.files = [sample]
    buttons["Open…"].click()
    qtbot.waitUntil(lambda: running.front is not None and running.front.document is not None, timeout=90_000)
    running.press("close")
    next(one for one in message.findChildren(QPushButton) if one.text() == "Library").click()
    assert running.window.controllers.libraries.page.isVisible()
