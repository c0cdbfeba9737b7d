"""The runs of a paragraph of RTF: stretches of text with the same marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskbrief.document.model import InlineKind
from deskbrief.importers.clean import Mark, Piece, Place
from deskbrief.importers.rtf_codepages import mended

#: The longest sign that somebody chose for a note.
LONGEST_SIGN = 4


@dataclass(slots=True)
class _Run:
    marks: tuple[Mark, ...]
    parts: list[str] = field(default_factory=list)
    places: tuple[Place, ...] = ()

    def piece(self) -> Piece:
        """Return the run as a piece."""
        return Piece(mended("".join(self.parts)), marks=self.marks, places=self.places)


class Runs:
    """Collects the text of one paragraph after the other; `size` is that of the first letters."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []
        self.size = 0

    @property
    def empty(self) -> bool:
        """Whether nothing has been added."""
        return not self._runs

    def add(self, text: str, marks: tuple[Mark, ...], size: int) -> None:
        """Add text."""
        if not self._runs or self._runs[-1].marks != marks or self._runs[-1].places:
            self._runs.append(_Run(marks))
        self._runs[-1].parts.append(text)
        if not self.size and not text.isspace():
            self.size = size

    def place(self, name: str) -> None:
        """Give a name to the place where the next text begins."""
        self._runs.append(_Run((), places=(Place(name),)))

    def last_sign(self) -> str:
        """Return the text of the last run when it is a short superscript, else an empty string."""
        if not self._runs or not any(m.kind is InlineKind.SUPERSCRIPT for m in self._runs[-1].marks):
            return ""
        sign = "".join(self._runs[-1].parts[: LONGEST_SIGN + 1]).strip()
        return sign if len(sign) <= LONGEST_SIGN else ""

    def mark_last(self, mark: Mark) -> None:
        """Add a mark to the last run."""
        self._runs[-1].marks = (*self._runs[-1].marks, mark)

    def take(self) -> list[Piece]:
        """Return the text as pieces, and begin another paragraph."""
        pieces = [run.piece() for run in self._runs]
        self._runs, self.size = [], 0
        return pieces
