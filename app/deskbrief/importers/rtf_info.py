"""What an RTF document says about itself: its title, its author and the day it was made."""

from __future__ import annotations

from datetime import date

from deskbrief.document.model import OF_THE_FILE, DateEvidence
from deskbrief.importers.rtf_codepages import mended
from deskbrief.importers.rtf_state import Destination, State

#: The most code points of a title or a name.
LONGEST = 400

_FIELDS = frozenset(
    {
        *("title", "subject", "author", "manager", "company", "operator", "category", "keywords", "comment"),
        *("doccomm", "hlinkbase", "creatim", "revtim", "printim", "buptim"),
    }
)
_PARTS = ("yr", "mo", "dy")


class Info(Destination):
    """Reads the group of properties."""

    def __init__(self) -> None:
        self._field = ""
        self._said: dict[str, str] = {}
        self._day: dict[str, int] = {}

    @property
    def title(self) -> str:
        """The title, as one line."""
        return self._line("title")

    @property
    def author(self) -> str:
        """The author, as one line."""
        return self._line("author")

    @property
    def made(self) -> DateEvidence | None:
        """The day on which the file was made; None where there is none such."""
        try:
            day = date(*(self._day.get(part, 0) for part in _PARTS)).isoformat()
        except ValueError:
            return None
        return DateEvidence(day, day, OF_THE_FILE)

    def _line(self, name: str) -> str:
        return " ".join(mended(self._said.get(name, "")).split())

    def text(self, text: str, _state: State) -> None:
        """Take a part of a property."""
        said = self._said.get(self._field, "")
        if self._field and len(said) < LONGEST:
            self._said[self._field] = (said + text)[:LONGEST]

    def word(self, word: str, number: int | None, _state: State) -> None:
        """Take the name of a property, or a part of the day."""
        if word in _FIELDS:
            self._field = word
        elif word in _PARTS and self._field == "creatim":
            self._day[word] = number or 0
