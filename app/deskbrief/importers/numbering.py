"""Numbers of lists and headings as word processors make them: forms, patterns like "%1.%2.", counters."""

from __future__ import annotations

from dataclasses import dataclass

#: The largest number that is written as letters or in Roman style.
LARGEST = 3_999

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the format of its number, the pattern it is put into, and where it starts.

    In a `legal` one the numbers of all levels are decimal, whatever their own formats are. It counts anew
    after an item of one of the outermost levels, so many of them as `restart` says; None means all above it.
    """

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1
    legal: bool = False
    restart: int | None = None

    @property
    def bulleted(self) -> bool:
        """Whether items of this level have a bullet instead of a number."""
        return self.form == "bullet"


class Counters:
    """The counters of one list, level by level."""

    def __init__(self, levels: tuple[Level, ...]) -> None:
        self._levels = levels
        self._numbers: list[int | None] = []

    def next(self, depth: int, number: int | None = None) -> str:
        """Count an item at `depth` (0 = outermost) and return its marker; empty when it has none.

        An item that is told its `number` has that, and the next ones go on from it.
        """
        level = self._level(depth)
        self._restart(depth)
        self._numbers += [None] * (depth + 1 - len(self._numbers))
        for place in range(depth):
            if self._numbers[place] is None:
                self._numbers[place] = self._level(place).start
        last = self._numbers[depth]
        counted = level.start if last is None else last + 1
        self._numbers[depth] = counted if number is None else number
        return "•" if level.bulleted else self._marker(level)

    def _restart(self, depth: int) -> None:
        """Let the levels below `depth` count anew, but for those that only an outer one begins again."""
        for place in range(depth + 1, len(self._numbers)):
            restart = self._level(place).restart
            if restart is None or depth < restart:
                self._numbers[place] = None

    def _level(self, depth: int) -> Level:
        return self._levels[depth] if depth < len(self._levels) else Level(pattern=f"%{depth + 1}.")

    def _marker(self, level: Level) -> str:
        marker = level.pattern
        for place, number in enumerate(self._numbers, start=1):
            form = "decimal" if level.legal else self._level(place - 1).form
            marker = marker.replace(f"%{place}", "" if number is None else in_form(number, form))
        return marker.strip()


def in_form(number: int, form: str) -> str:
    """Return `number` as `form` writes it: decimal, letters or Roman; other forms are decimal too."""
    if form == "none":
        return ""
    if not 0 < number <= LARGEST:
        return str(number)
    text = str(number)
    if "roman" in form.lower():
        text = roman(number)
    elif "letter" in form.lower():
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form == "decimalZero":
        text = f"{number:02}"
    return text.upper() if form.startswith("upper") else text


def roman(number: int) -> str:
    """Return `number`, from 1 to 3,999, in small Roman figures."""
    text = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        text += figure * count
    return text
