"""Units: what the recognisers of plain text make of one or more lines before headings are told apart."""

from __future__ import annotations

from dataclasses import dataclass

from deskbrief.document.model import BlockKind
from deskbrief.document.spans import Span
from deskbrief.importers.plain_lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A block in the making.

    `slices` are the stretches of the decoded text that make up its text; between two of them stood a
    line break. `first` and `last` are the numbers of its first and last line, counted from 0. `rows`
    is set for tables (cells are stretches too) and `headers` counts the rows that head them. `rule` is
    the character a heading is underlined with. `text` is the text as one line, for looking at only.
    """

    kind: BlockKind
    first: int
    last: int
    slices: tuple[Span, ...] = ()
    text: str = ""
    indent: int = 0
    marker: str = ""
    rows: tuple[tuple[Span, ...], ...] = ()
    headers: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text and what is known of all of them.

    `width` is the width of hard wrapping or 0, `ragged` how much of it a line of prose may lack, `margin`
    the indentation that most lines share, `airy` tells that blank lines stand between the blocks, and
    `letters` are the numbers of the lines whose letter marker ("b)") belongs to a sequence.
    """

    lines: tuple[Line, ...]
    width: int = 0
    ragged: int = 0
    margin: int = 0
    airy: bool = False
    letters: frozenset[int] = frozenset()


def unit_of(kind: BlockKind, page: Page, first: int, last: int, *, marker: str = "", skip: int = 0) -> Unit:
    """Return the unit of the lines `first` to `last`, without the first `skip` code points."""
    lines = page.lines[first : last + 1]
    head = lines[0]
    slices = [Span(head.start + skip, head.end)]
    slices += [Span(line.start, line.end) for line in lines[1:]]
    words = [head.text[skip:], *(line.text for line in lines[1:])]
    return Unit(
        kind=kind,
        first=first,
        last=last,
        slices=tuple(slices),
        text=" ".join(words) if len(words) > 1 else words[0],
        indent=head.indent,
        marker=marker,
    )
