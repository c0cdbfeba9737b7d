"""Pictures that a Markdown file carries as `data:` addresses, taken out before it is parsed."""

from __future__ import annotations

import re
from bisect import bisect_right

from deskbrief.importers.gallery import Load
from deskbrief.importers.html_pictures import INSIDE, Carried
from deskbrief.importers.markdown_guard import Guarded

#: What stands before the address of a picture, in Markdown or HTML.
_BEFORE = ("(", "<", '"', "'", "=", " ")
#: How the address of a picture begins that was taken out: like one that the parser takes for a picture.
_NAME = "data:image/png;,"
_NAMED = re.compile(re.escape(_NAME) + r"(\d{1,6})")


class Carrier(Carried):
    """A text without the pictures that it carries; `text` names them, and places can be found again."""

    def __init__(self, text: str) -> None:
        self._written: list[str] = []
        self._ends: list[int] = []
        self._shifts: list[int] = [0]
        super().__init__(text)

    def _take(self, found: re.Match[str]) -> str:
        if not found.string.endswith(_BEFORE, 0, found.start()):
            return found[0]
        name = _NAME + super()._take(found).removeprefix(INSIDE)
        self._written.append(found[0])
        shift = self._shifts[-1] + len(found[0]) - len(name)
        self._ends.append(found.end() - shift)
        self._shifts.append(shift)
        return name

    def find(self, address: str) -> tuple[str, Load] | None:
        """Return the picture that is named `address` in the text."""
        return super().find(INSIDE + address.removeprefix(_NAME)) if address.startswith(_NAME) else None

    def written(self, text: str) -> str:
        """Return a part of the text as it stood in the file."""
        if _NAME not in text:
            return text
        return _NAMED.sub(lambda found: self._as_written(found[0], int(found[1])), text)

    def placed(self, guarded: Guarded, offset: int) -> Guarded:
        """Return a text to parse with the places of its lines in the file, where it stands at `offset`."""
        return Guarded(guarded.text, tuple(self._place(start, offset) for start in guarded.starts))

    def _place(self, start: int, offset: int) -> int:
        return offset + start + self._shifts[bisect_right(self._ends, start)] if start >= 0 else start

    def _as_written(self, name: str, number: int) -> str:
        return self._written[number] if number < len(self._written) else name
