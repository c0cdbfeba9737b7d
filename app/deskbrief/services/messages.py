"""The one door for messages to the user: what happened, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from deskbrief.document.errors import BugError, CancelledError, DeskbriefError
from deskbrief.document.records import dataclass


class Level(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """A plain sentence and, where there is one, the next step."""

    level: Level
    text: str
    next_step: str = ""

    def __str__(self) -> str:
        return f"{self.text} {self.next_step}".strip()


class Messages:
    """Hands each message to whoever shows messages: a window, or the command line's standard error."""

    def __init__(self) -> None:
        self._receivers: list[Callable[[Message], None]] = []

    def subscribe(self, receiver: Callable[[Message], None]) -> None:
        """Let `receiver` have every message from now on."""
        self._receivers.append(receiver)

    def say(self, text: str, next_step: str = "", level: Level = Level.INFO) -> None:
        """Give the user a message."""
        message = Message(level, text, next_step)
        for receiver in self._receivers:
            receiver(message)

    def report(self, error: Exception) -> None:
        """Tell the user about `error` in words; a cancelled job needs none."""
        if not isinstance(error, CancelledError):
            message = message_for(error)
            self.say(message.text, message.next_step, message.level)


def message_for(error: Exception) -> Message:
    """Return what the user is told about `error`; text of foreign exceptions is never shown."""
    if isinstance(error, DeskbriefError) and not isinstance(error, BugError):
        return Message(Level.ERROR, error.what, error.next_step)
    return Message(
        Level.ERROR,
        "Something went wrong inside Deskbrief; your notes are saved.",
        "Try again, and run “deskbrief doctor” if it happens again.",
    )
