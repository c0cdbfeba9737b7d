"""The lists of an RTF document: which marker each numbered paragraph carries."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from deskbrief.importers.numbering import Counters, Level
from deskbrief.importers.rtf_state import Destination, State

#: The most levels of a list.
MOST_LEVELS = 9
#: The most code points of the pattern of a number.
LONGEST_PATTERN = 40

_FORMS: Mapping[int, str] = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}


class Lists:
    """The definitions of lists by their numbers, and how far each list has counted.

    `written` says that the file writes the markers out, so that a paragraph without one goes on from an item.
    """

    def __init__(self) -> None:
        self.written = False
        self._defined: dict[int, tuple[Level, ...]] = {}
        self._used: dict[int, tuple[int, bool]] = {}
        self._counters: dict[Hashable, Counters] = {}

    def define(self, identity: int, levels: tuple[Level, ...]) -> None:
        """Add a definition."""
        self._defined[identity] = levels

    def use(self, number: int, identity: int, *, anew: bool) -> None:
        """Let paragraphs that name the list `number` follow a definition, counting `anew` or going on."""
        self._used[number] = (identity, anew)

    def marker(self, number: int, depth: int) -> str:
        """Count a paragraph of the list `number` at `depth`, and return its marker; empty for no list."""
        if number not in self._used:
            return ""
        identity, anew = self._used[number]
        key = ("anew", number) if anew else identity
        if key not in self._counters:
            self._counters[key] = Counters(self._defined.get(identity, ()))
        return self._counters[key].next(depth)

    def bulleted(self, number: int, depth: int) -> bool:
        """Tell whether paragraphs of the list `number` at `depth` have bullets."""
        levels = self._defined.get(self._used.get(number, (0, False))[0], ())
        return depth < len(levels) and levels[depth].bulleted


@dataclass(slots=True)
class _LevelDraft:
    form: int = 0
    start: int = 1
    text: str = ""
    restarts: bool = True

    def level(self) -> Level:
        """Return the level; its text begins with its length, and small numbers in it stand for counters."""
        text = self.text[1 : 1 + ord(self.text[0])] if self.text else ""
        pattern = "".join(f"%{ord(sign) + 1}" if ord(sign) < MOST_LEVELS else sign for sign in text)
        form, restart = _FORMS.get(self.form, "decimal"), None if self.restarts else 0
        return Level(form, pattern[:LONGEST_PATTERN], self.start, restart=restart)


class ListTable(Destination):
    """Reads the definitions of lists."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._levels: list[_LevelDraft] = []
        self._in_text = False

    def text(self, text: str, _state: State) -> None:
        """Take a part of the pattern of a level."""
        if self._in_text and self._levels and len(self._levels[-1].text) < LONGEST_PATTERN:
            self._levels[-1].text += text[:LONGEST_PATTERN]

    def word(self, word: str, number: int | None, _state: State) -> None:
        """Take what is said of a level; a list ends with its own number."""
        if word == "list":
            self._levels = []
        elif word == "listlevel":
            self._levels.append(_LevelDraft())
        elif word in ("leveltext", "levelnumbers", "listname"):
            self._in_text = word == "leveltext"
        elif word == "listid" and number is not None:
            levels = tuple(draft.level() for draft in self._levels[:MOST_LEVELS])
            self._lists.define(number, levels)
        elif self._levels and word in ("levelnfc", "levelnfcn"):
            self._levels[-1].form = number or 0
        elif self._levels and word == "levelnorestart":
            self._levels[-1].restarts = number == 0
        elif self._levels and word == "levelstartat":
            self._levels[-1].start = min(max(number if number is not None else 1, 0), 99_999)


class OverrideTable(Destination):
    """Reads which number of a list in the text stands for which definition."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._identity = 0
        self._anew = False

    def word(self, word: str, number: int | None, _state: State) -> None:
        """Take a number of a definition, a new start, or the number of a list, which ends a row."""
        if word == "listoverride":
            self._identity, self._anew = 0, False
        elif word == "listid":
            self._identity = number or 0
        elif word == "listoverridestartat":
            self._anew = True
        elif word == "ls" and number:
            self._lists.use(number, self._identity, anew=self._anew)
