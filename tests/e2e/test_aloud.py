"""Reading aloud in the running program, by key and by mouse, with a voice that waits for the test."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from deskbrief.document.spans import Span
from deskbrief.services.settings import load_settings
from deskbrief.ui.aloud.bar import AloudBar
from deskbrief.ui.aloud.narrator import State
from helpers.qt_voice import SilentVoice

LEFT = Qt.MouseButton.LeftButton
FIRST = "This thaw is characterized by several strategic adjustments"


@pytest.fixture
def voice(monkeypatch, qapp):
    made = SilentVoice()
    monkeypatch.setattr("deskbrief.ui.aloud.spoken.Spoken", lambda parent: made)
    return made


@pytest.fixture
def listening(voice, reading, qtbot):
    """The program with the sample, a voice, and the cursor on a sentence."""
    reading.window.controllers.aloud.offer()
    view = reading.window.parts.reader.view
    reading.window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    start = reading.front.document.text.index(FIRST)
    view.go_to(Span(start, start), flash=False)
    return reading


def narrator_of(program):
    return program.window.controllers.aloud.narrator


def bar_of(program):
    bars = program.window.parts.reader.findChildren(AloudBar)
    return next((bar for bar in bars if bar.isVisible()), None)


def button(program, name):
    bar = bar_of(program)
    return next(
        b for b in bar.findChildren(QToolButton) if name in (b.accessibleName().partition(" (")[0], b.text())
    )


def test_without_a_voice_there_are_no_commands_and_no_words(voice, reading, qtbot):
    voice.languages = ()
    reading.window.controllers.aloud.offer()
    view = reading.window.parts.reader.view
    view.setFocus()
    for command in ("aloud", "aloud_faster", "aloud_slower", "aloud_stop"):
        assert not reading.window.parts.actions[command].isVisible()
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert voice.words == []
    assert reading.said == []
    assert voice.ended


def test_by_keys_alone(listening, voice, qtbot):
    view, text = listening.window.parts.reader.view, listening.front.document.text
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert voice.words[0].startswith(FIRST)
    first = narrator_of(listening).now
    assert view.sentence_here() == first
    qtbot.keyClick(view, Qt.Key.Key_Period)
    second = narrator_of(listening).now
    assert second.start > first.end
    assert voice.words[-1][:20] == " ".join(second.of(text).split())[:20]
    qtbot.keyClick(view, Qt.Key.Key_Comma)
    assert narrator_of(listening).now == first
    qtbot.keyClick(view, Qt.Key.Key_J)
    document = listening.front.document
    assert narrator_of(listening).now.start == document.blocks[document.block_index(first.start) + 1].start
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    assert voice.rates[-1] == pytest.approx(0.1)
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert not voice.speaking
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert voice.speaking
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert narrator_of(listening).state is State.IDLE
    assert not voice.speaking
    assert bar_of(listening) is None


def test_a_mark_takes_the_spoken_sentence(listening, voice, qtbot):
    view = listening.window.parts.reader.view
    qtbot.keyClick(view, Qt.Key.Key_L)
    voice.finish()
    now = narrator_of(listening).now
    qtbot.keyClick(view, Qt.Key.Key_H)
    assert [placed.span for placed in listening.front.notes] == [now]
    assert voice.speaking


def test_by_mouse(listening, voice, qtbot):
    listening.press("aloud")
    first = narrator_of(listening).now
    qtbot.mouseClick(button(listening, "Next sentence"), LEFT)
    assert narrator_of(listening).now.start > first.start
    qtbot.mouseClick(button(listening, "Sentence before"), LEFT)
    assert narrator_of(listening).now == first
    qtbot.mouseClick(button(listening, "Pause"), LEFT)
    assert not voice.speaking
    qtbot.mouseClick(button(listening, "Go on reading"), LEFT)
    assert voice.speaking
    qtbot.mouseClick(button(listening, "Slower"), LEFT)
    assert voice.rates[-1] == pytest.approx(-0.1)
    qtbot.mouseClick(button(listening, "Stop"), LEFT)
    assert narrator_of(listening).state is State.IDLE


def test_rate_and_voice_are_remembered(listening, voice, tmp_path, qtbot):
    listening.press("aloud")
    listening.press("aloud_faster")
    menu = button(listening, "Voice").menu()
    next(action for action in menu.actions() if action.text() == "Beth").trigger()
    listening.program.store.flush()
    settings = load_settings(next(tmp_path.rglob("settings.toml")))
    assert settings.speech_rate == pytest.approx(0.1)
    language = listening.front.document.metadata.language
    assert settings.speech_voices == f"{language}=Beth"
    listening.press("aloud_stop")
    listening.press("aloud")
    assert voice.taken[-1] == (language, "Beth")
    assert voice.rates[-1] == pytest.approx(0.1)


def test_closing_the_document_or_the_window_ends_it(listening, voice):
    listening.press("aloud")
    listening.press("close")
    assert not voice.speaking
    assert narrator_of(listening).state is State.IDLE
    listening.window.close()
    assert voice.ended


def test_it_goes_on_in_the_other_kind_of_view(listening, voice):
    listening.press("aloud")
    first = narrator_of(listening).now
    listening.window.parts.reader.use(paged=True)
    voice.finish()
    assert narrator_of(listening).now.start > first.start
    assert listening.window.parts.reader.view.sentence_here() == narrator_of(listening).now


def test_a_pane_that_is_closed_ends_it(listening, voice, qtbot):
    listening.press("split")
    qtbot.waitUntil(lambda: listening.window.parts.panes.number == 1)
    qtbot.waitUntil(lambda: listening.window.parts.reader.view.shown_document() is not None)
    listening.press("aloud")
    assert voice.speaking
    listening.press("split")
    qtbot.waitUntil(lambda: not voice.speaking)
    assert narrator_of(listening).state is State.IDLE
