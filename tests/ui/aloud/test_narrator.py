"""Reading aloud in a pane, with a voice that says when it is told to."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span
from deskbrief.ui.aloud.narrator import Narrator, State
from helpers.qt_reader import Maker, long_document, show, span_of
from helpers.qt_voice import SilentVoice


def text():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "One is here. Two is here. Three is here.")
    make.add(BlockKind.PARAGRAPH, "Four is here.")
    return make.document()


@pytest.fixture
def voice(qapp):
    return SilentVoice()


@pytest.fixture
def narrator(voice, qtbot):
    return Narrator(voice, 0.0)


@pytest.fixture
def reading(panel, narrator, qtbot):
    show(qtbot, panel.view, text())
    narrator.start(panel, "")
    return panel


def test_sentence_by_sentence_to_the_end(reading, narrator, voice, qtbot):
    for words in ("One is here.", "Two is here.", "Three is here.", "Four is here."):
        assert voice.words[-1] == words
        assert reading.view.sentence_here() == span_of(text(), words)
        if words != "Four is here.":
            voice.finish()
    with qtbot.waitSignal(narrator.ended):
        voice.finish()
    assert narrator.state is State.IDLE


def test_it_begins_at_the_selection_and_lets_it_go(panel, narrator, voice, qtbot):
    show(qtbot, panel.view, text())
    panel.view.select(span_of(text(), "Two is here. Three"))
    narrator.start(panel, "")
    assert voice.words == ["Two is here."]
    assert panel.view.selection() is None


def test_it_begins_where_the_cursor_is(panel, narrator, voice, qtbot):
    show(qtbot, panel.view, text())
    at = span_of(text(), "Three").start
    panel.view.go_to(Span(at, at))
    narrator.start(panel, "")
    assert voice.words == ["Three is here."]


def test_pause_and_going_on_say_the_sentence_again(reading, narrator, voice):
    voice.finish()
    narrator.toggle()
    assert narrator.state is State.PAUSED
    assert not voice.speaking
    voice.finish()  # engines tell of an end when they are stopped
    assert voice.words[-1] == "Two is here."
    narrator.toggle()
    assert voice.words == ["One is here.", "Two is here.", "Two is here."]


def test_after_a_pause_it_goes_on_where_the_cursor_was_put(reading, narrator, voice):
    narrator.toggle()
    at = span_of(text(), "Four").start
    reading.view.go_to(Span(at, at))
    narrator.toggle()
    assert voice.words[-1] == "Four is here."


def test_steps_go_to_the_neighbours(reading, narrator, voice):
    narrator.step(1)
    narrator.step(1)
    narrator.step(-1)
    assert voice.words == ["One is here.", "Two is here.", "Three is here.", "Two is here."]
    narrator.step(-1)
    narrator.step(-1)
    assert voice.words[-1] == "One is here."
    narrator.toggle()
    narrator.step(1)
    assert not voice.speaking
    assert narrator.now == span_of(text(), "Two is here.")


def test_a_new_rate_is_heard_at_once_and_stays_within_its_bounds(reading, narrator, voice, qtbot):
    with qtbot.waitSignal(narrator.rated) as told:
        narrator.set_rate(0.3)
    assert told.args == [0.3]
    assert (voice.words[-1], voice.rates[-1]) == ("One is here.", 0.3)
    narrator.set_rate(7)
    assert narrator.rate == 1.0


def test_another_document_ends_it(reading, narrator, voice):
    reading.view.show_document(long_document(2))
    assert narrator.state is State.IDLE
    assert not voice.speaking
    said = len(voice.words)
    voice.finish()
    assert len(voice.words) == said


def test_closing_the_document_ends_it(reading, narrator, voice):
    reading.view.show_document(None)
    assert narrator.state is State.IDLE


def test_the_whole_of_a_document_goes_on_where_its_beginning_was_read(reading, narrator, voice, qtbot):
    voice.finish()
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "One is here. Two is here. Three is here.")
    make.add(BlockKind.PARAGRAPH, "Four is here.")
    make.add(BlockKind.PARAGRAPH, "Five is new.")
    reading.view.show_document(make.document())
    assert narrator.state is State.SPEAKING
    for _ in range(3):
        voice.finish()
    assert voice.words[-1] == "Five is new."


def test_a_voice_that_fails_ends_it(reading, narrator, voice):
    voice.failed.emit("")
    assert narrator.state is State.IDLE


def test_the_spoken_sentence_is_kept_on_screen(panel, narrator, voice, qtbot):
    document = long_document(6)
    show(qtbot, panel.view, document)
    narrator.start(panel, "")
    for _ in range(40):
        voice.finish()
        assert panel.view.standing() == narrator.now.start
    assert narrator.now.start > document.blocks[5].start


def test_a_reader_who_looks_elsewhere_is_left_there(panel, narrator, voice, qtbot):
    document = long_document(40)
    show(qtbot, panel.view, document)
    narrator.start(panel, "")
    panel.view.page_by(12)
    place = panel.view.place()
    assert place > 1000
    voice.finish()
    assert panel.view.place() == place
    assert voice.speaking
    narrator.step(1)
    assert panel.view.standing() == narrator.now.start


def test_a_selection_that_is_being_made_stays(reading, narrator, voice):
    chosen = span_of(text(), "Three is")
    reading.view.select(chosen)
    voice.finish()
    assert voice.words[-1] == "Two is here."
    assert reading.view.selection() == chosen
