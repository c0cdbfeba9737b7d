"""What is done to a Markdown file before it is parsed, so that nothing is swallowed and nothing hangs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deskbrief.importers.plain_lines import Line, split_lines, wrap_width
from deskbrief.importers.plain_lists import bullet_of, number_of

#: The most marks of one kind in a block, and the longest block: the parser is quadratic in both.
MOST_MARKS, LONGEST_BLOCK = 400, 60_000

_MARKS = "[]*_`<!~"
_STRUCTURE = re.compile(r"#{1,6} \S|```|~~~|\[\^?[^\]\n]{1,80}\]: |={3,}$|!\[|<[a-zA-Z/!]")
_INLINE = re.compile(r"\*\*\S|\]\((?:https?:|#|/|\.|mailto:)|`[^`\n]{1,80}`")


@dataclass(frozen=True, slots=True)
class Guarded:
    """The text that is parsed, and for each of its lines the place in the source where that line begins.

    A line that was put in has the place -1.
    """

    text: str
    starts: tuple[int, ...]


def is_plain(text: str) -> bool:
    """Tell whether a text is better read as plain text: one line a paragraph, no blank lines, no mark-up."""
    lines = split_lines(text)
    filled = [line for line in lines if not line.blank]
    inner = sum(one.blank and not two.blank for one, two in pairwise(lines))
    if inner > 0.1 * len(filled) or any(_STRUCTURE.match(line.text[:100]) for line in filled):
        return False
    return not any(_INLINE.search(line.text[:4000]) for line in filled)


def is_unwieldy(text: str) -> bool:
    """Tell whether a block of `text` would keep the parser busy for more than a moment."""
    return any(
        len(block) > LONGEST_BLOCK or any(block.count(mark) > MOST_MARKS for mark in _MARKS)
        for block in text.split("\n\n")
        if len(block) > MOST_MARKS
    )


def guarded(text: str, offset: int) -> Guarded:
    """Return `text`, which begins at `offset` of the source, with blank lines where lazy lines would join.

    CommonMark lets a paragraph go on without indentation, and a list item or a table swallow what
    follows. That is meant for wrapped lines; where each paragraph is one line, none of them goes on.
    """
    lines = split_lines(text)
    wrapped = wrap_width(lines) > 0
    parts: list[str] = []
    starts: list[int] = []
    for line, apart in zip(lines, _apart(lines, wrapped=wrapped), strict=True):
        if apart:
            parts.append("")
            starts.append(-1)
        end = line.end
        parts.append(text[line.begin : end] + _hard_break(text, end))
        starts.append(offset + line.begin)
    return Guarded("\n".join(parts) + "\n", tuple(starts))


def _hard_break(text: str, end: int) -> str:
    return "  " if text.startswith("  ", end) else ""


def _apart(lines: Sequence[Line], *, wrapped: bool) -> Iterator[bool]:
    """Yield for each line whether it must be kept apart from the one before."""
    yield False
    fenced = False
    for one, two in pairwise(lines):
        if one.text.startswith(("```", "~~~")):
            fenced = not fenced
        yield not fenced and not one.blank and not two.blank and _ends(one, two, wrapped=wrapped)


def _ends(one: Line, two: Line, *, wrapped: bool) -> bool:
    if two.text.startswith(("```", "~~~", "|", "#", ">")) or two.indent > one.indent:
        return False
    if one.text.startswith("|") and one.text.endswith("|"):
        return "|" not in two.text
    item = bullet_of(one.text) or number_of(one.text)
    follows = bullet_of(two.text) or number_of(two.text)
    return bool(item) and not follows and not wrapped and two.indent <= one.indent and two.text[:1].isupper()
