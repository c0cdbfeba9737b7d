"""The process that speaks, with the engine of Qt's that only pretends to."""

from __future__ import annotations

import pytest

from deskbrief.ui.aloud.process import MOCK
from deskbrief.ui.aloud.spoken import Spoken
from deskbrief.ui.aloud.voice import best_locale, is_installed

LONG_MS = 20_000
needs_speech = pytest.mark.skipif(not is_installed(), reason="PySide6-Addons is not installed")


@pytest.fixture
def spoken(qtbot):
    made = Spoken(engine=MOCK)
    yield made
    made.end()


def test_the_language_of_the_text_finds_its_locale():
    known = ("de_AT", "de_DE", "en_GB", "en_US", "nb_NO")
    assert best_locale("en-GB", known, ("de_DE",)) == "en_GB"
    assert best_locale("en", known, ("en_US", "en_GB")) == "en_US"
    assert best_locale("de", known, ("en_US", "de_DE")) == "de_DE"
    assert best_locale("nb", known, ()) == "nb_NO"
    assert best_locale("fr", known, ("en_US",)) == ""
    assert best_locale("", known, ("en_US",)) == ""


@needs_speech
def test_it_tells_languages_and_voices_and_speaks(spoken, qtbot):
    with qtbot.waitSignal(spoken.found, timeout=LONG_MS) as found:
        spoken.begin()
    assert "en_GB" in found.args[0]
    with qtbot.waitSignal(spoken.named, timeout=LONG_MS) as named:
        spoken.take("en", "Anne")
    names, chosen, fits = named.args
    assert chosen == "Anne"
    assert chosen in names
    assert fits
    with qtbot.waitSignal(spoken.said, timeout=LONG_MS) as said:
        spoken.say(7, "Good morning.", 0.5)
    assert said.args == [7]


@needs_speech
def test_what_is_said_anew_is_told_once(spoken, qtbot):
    told = []
    spoken.said.connect(told.append)
    spoken.say(1, "A long sentence that is not said to its end since another one comes.", 0.0)
    spoken.say(2, "Short.", 0.0)
    qtbot.waitUntil(lambda: 2 in told, timeout=LONG_MS)
    assert told == [2]


@needs_speech
def test_what_is_hushed_is_not_told(spoken, qtbot):
    told = []
    spoken.said.connect(told.append)
    spoken.say(1, "Not to the end of this.", 0.0)
    spoken.hush()
    spoken.say(2, "Short.", 0.0)
    qtbot.waitUntil(lambda: 2 in told, timeout=LONG_MS)
    assert told == [2]


@needs_speech
def test_a_language_without_a_voice_is_told(spoken, qtbot):
    with qtbot.waitSignal(spoken.named, timeout=LONG_MS) as named:
        spoken.take("sw", "")
    assert not named.args[2]


@needs_speech
def test_no_engine_is_no_voice(qtbot):
    spoken = Spoken(engine="no such engine")
    with qtbot.waitSignal(spoken.found, timeout=LONG_MS) as found:
        spoken.begin()
    assert found.args == [()]
    spoken.end()


def test_without_the_module_there_is_no_voice_and_no_noise(qtbot, monkeypatch, capfd):
    # The process ends at once where its module cannot be imported.
    monkeypatch.setattr("deskbrief.ui.aloud.spoken.PROCESS", "deskbrief.no_such_module")
    spoken = Spoken()
    with qtbot.waitSignal(spoken.found, timeout=LONG_MS) as found:
        spoken.begin()
    assert found.args == [()]
    assert capfd.readouterr() == ("", "")
