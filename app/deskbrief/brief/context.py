"""What the parts of a story share: plan, paper, typesetter, structure tree and citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from deskbrief.brief.characters import plain
from deskbrief.brief.density import USUAL, Density
from deskbrief.brief.fonts import Face
from deskbrief.brief.lines import Run
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import ACCENT, CELL, MARK_RISE, MARK_SIZE, Paper, Style
from deskbrief.brief.text import Typesetter
from deskbrief.brief.textblock import TextBlock
from deskbrief.document.plan import BriefPlan, Reference

#: Keeps a reference number at the word it follows, a little apart.
NARROW_SPACE = "\u202f"
#: How a place in a table and its number are set; once, since a long brief has thousands of them.
PLACE = CELL.coloured(ACCENT)
PLACE_MARK = PLACE.with_face(Face.SANS_BOLD).sized(MARK_SIZE)
PLACE_RISE = MARK_RISE * CELL.size


@dataclass(frozen=True, slots=True)
class Context:
    """One brief being composed; `root` is the structure element of the document, `cited` what it cites.

    `density` is how close it is set.
    """

    plan: BriefPlan
    paper: Paper
    setter: Typesetter
    root: Node
    references: dict[int, Reference]
    cited: frozenset[int]
    density: Density = USUAL

    def text(self, text: str, style: Style, node: Node | None, *, align: float = 0.0) -> TextBlock:
        """Return a paragraph in one style."""
        return TextBlock(self.setter, (Run(text, self.density.style(style)),), node, align=align)

    def paragraph(self, runs: Sequence[Run], node: Node | None) -> TextBlock:
        """Return a paragraph of several styles, set in the leading of the first."""
        if self.density.settings:
            runs = [replace(run, style=self.density.style(run.style)) for run in runs]
        return TextBlock(self.setter, runs, node)

    def cited_runs(self, text: str, style: Style, numbers: Iterable[int]) -> list[Run]:
        """Return a statement with its reference numbers raised after it."""
        return [Run(text, style), *self.marks(style, numbers)]

    def marks(self, style: Style, numbers: Iterable[int]) -> list[Run]:
        """Return raised reference numbers, each a link to its reference."""
        small = replace(style, face=Face.SANS_BOLD, size=MARK_SIZE, colour=ACCENT)
        runs: list[Run] = []
        for number in self._known(numbers):
            runs.append(Run(f",{NARROW_SPACE}" if runs else NARROW_SPACE, small, rise=MARK_RISE * style.size))
            runs.append(replace(self._link(number, str(number), small), rise=MARK_RISE * style.size))
        return runs

    def locators(self, numbers: Iterable[int]) -> list[Run]:
        """Return where passages stand, such as ¶7 with its raised number, all links to the references."""
        runs: list[Run] = []
        for number in self._known(numbers):
            locator = self._link(number, self.references[number].locator, PLACE)
            mark = replace(locator, text=f"{NARROW_SPACE}{number}", style=PLACE_MARK, rise=PLACE_RISE)
            runs += [Run(", ", CELL), locator, mark] if runs else [locator, mark]
        return runs

    def _known(self, numbers: Iterable[int]) -> list[int]:
        return sorted(number for number in set(numbers) if number in self.references)

    def _link(self, number: int, text: str, style: Style) -> Run:
        return Run(
            text,
            style,
            node=Node("Link"),
            link=reference_place(number),
            says=f"Reference {number}, {plain(self.references[number].locator)}",
            place=citing_place(number),
        )


def reference_place(number: int) -> str:
    """Return the name of the place where reference `number` is listed."""
    return f"reference-{number}"


def citing_place(number: int) -> str:
    """Return the name of the place where reference `number` is first cited."""
    return f"cited-{number}"
