import pytest

from deskbrief.document.errors import BugError, CancelledError, SourceError
from deskbrief.services.messages import Level, Message, Messages, message_for


def test_every_receiver_hears_every_message():
    first, second, messages = [], [], Messages()
    messages.subscribe(first.append)
    messages.subscribe(second.append)
    messages.say("Done.", "Go on.")
    assert first == second == [Message(Level.INFO, "Done.", "Go on.")]
    assert str(first[0]) == "Done. Go on."


def test_a_fault_of_the_world_is_told_as_it_is():
    assert message_for(SourceError("Empty.", "Check it.")) == Message(Level.ERROR, "Empty.", "Check it.")


@pytest.mark.parametrize("error", [BugError("offset 7"), ValueError("secret text"), KeyError("x")])
def test_the_words_of_a_bug_are_not_for_the_user(error):
    message = message_for(error)
    assert "secret" not in str(message)
    assert "offset" not in str(message)
    assert message.next_step


def test_what_the_user_stopped_needs_no_words():
    heard, messages = [], Messages()
    messages.subscribe(heard.append)
    messages.report(CancelledError("Stopped."))
    assert heard == []
