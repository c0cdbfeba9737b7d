"""A voice that says nothing by itself: tests say when it has spoken."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class SilentVoice(QObject):
    """Keeps what it was asked to say; `finish` tells that the last of it was said to its end."""

    found = Signal(tuple)
    named = Signal(tuple, str, bool)
    said = Signal(int)
    failed = Signal(str)

    def __init__(self, languages: tuple[str, ...] = ("en_GB",)) -> None:
        super().__init__()
        self.languages = languages
        self.words: list[str] = []
        self.rates: list[float] = []
        self.taken: list[tuple[str, str]] = []
        self.speaking = self.ended = False
        self._number = 0

    def begin(self) -> None:
        self.ended = False
        self.found.emit(self.languages)

    def take(self, language: str, name: str) -> None:
        self.taken.append((language, name))
        self.named.emit(("Alan", "Beth"), name or "Alan", True)

    def say(self, number: int, words: str, rate: float) -> None:
        self.words.append(words)
        self.rates.append(rate)
        self.speaking, self._number = True, number

    def hush(self) -> None:
        self.speaking = False

    def end(self) -> None:
        self.speaking, self.ended = False, True

    def finish(self) -> None:
        """Tell that what was asked for last has been said."""
        self.speaking = False
        self.said.emit(self._number)
