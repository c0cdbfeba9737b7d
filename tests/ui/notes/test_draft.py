"""Words on their way to the disk."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from deskbrief.ui.notes.draft import AFTER_KEY_MS, AT_LEAST_EVERY_MS, Draft


@pytest.fixture
def draft(qtbot: QtBot) -> Draft:
    draft = Draft()
    draft.begin("n", "old")
    return draft


def test_the_waits_are_within_what_was_promised() -> None:
    assert AFTER_KEY_MS < 150
    assert AT_LEAST_EVERY_MS < 400


def test_words_are_sent_soon_after_the_last_key(draft: Draft, qtbot: QtBot) -> None:
    with qtbot.waitSignal(draft.due, timeout=2000) as sent:
        draft.type("new")
    assert sent.args == ["n", "new"]
    assert not draft.is_dirty


def test_typing_without_a_pause_is_sent_all_the_same(draft: Draft, qtbot: QtBot) -> None:
    sent: list[str] = []
    draft.due.connect(lambda _id, body: sent.append(body))
    words = "old"
    while not sent and len(words) < 4000:
        words += "x"
        draft.type(words)
        qtbot.wait(5)
    assert sent
    assert sent[0].startswith("oldx")


def test_flush_sends_at_once_and_only_once(draft: Draft, qtbot: QtBot) -> None:
    draft.type("new")
    with qtbot.waitSignal(draft.due, timeout=0):
        draft.flush()
    with qtbot.assertNotEmitted(draft.due, wait=AT_LEAST_EVERY_MS + 50):
        draft.flush()


def test_turning_to_another_note_sends_the_words_of_the_one_before(draft: Draft, qtbot: QtBot) -> None:
    draft.type("new")
    with qtbot.waitSignal(draft.due, timeout=0) as sent:
        draft.begin("m", "")
    assert sent.args == ["n", "new"]
    assert draft.note_id == "m"


def test_words_typed_and_taken_back_are_not_sent(draft: Draft, qtbot: QtBot) -> None:
    draft.type("new")
    draft.type("old")
    with qtbot.assertNotEmitted(draft.due):
        draft.flush()


def test_an_echo_is_not_taken(draft: Draft) -> None:
    draft.type("a")
    draft.flush()
    draft.type("ab")
    draft.flush()
    assert not draft.takes("a")
    assert not draft.takes("ab")
    assert not draft.takes("ab")


def test_old_words_told_late_are_not_taken(draft: Draft) -> None:
    draft.type("new")
    draft.flush()
    assert not draft.takes("old")


def test_unsent_words_win_over_words_from_outside(draft: Draft) -> None:
    draft.type("new")
    assert not draft.takes("from elsewhere")


def test_an_undo_is_taken_once_the_words_were_kept(draft: Draft) -> None:
    draft.type("new")
    draft.flush()
    draft.saved()
    assert draft.takes("old")
    assert not draft.is_dirty


def test_an_undo_is_taken_after_the_echo(draft: Draft) -> None:
    draft.type("new")
    draft.flush()
    assert not draft.takes("new")
    assert draft.takes("old")
