"""What is done to a Markdown file before it is parsed, so that nothing is swallowed and nothing hangs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deskbrief.document.points import bullet_of, number_of
from deskbrief.importers.plain_code import STEP, looks_like_code
from deskbrief.importers.plain_lines import Line, is_prose, split_lines, wrap_width

#: The most marks of one kind in a block, and the longest block: the parser is quadratic in both.
MOST_MARKS, LONGEST_BLOCK = 400, 60_000

#: The fewest lines of prose in what looks like code to call a text laid out, and their share of all lines.
FEWEST_PROSE, SHARE = 3, 0.03

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
    """Tell whether a text is better read as plain text: without mark-up, and without blank lines or laid out.

    Without blank lines each paragraph is one line; in a text that is laid out prose is indented like code.
    """
    lines = split_lines(text)
    filled = [line for line in lines if not line.blank]
    inner = sum(one.blank and not two.blank for one, two in pairwise(lines))
    if inner > 0.1 * len(filled) and not _is_laid_out(lines):
        return False
    if any(_STRUCTURE.match(line.text[:100]) for line in filled):
        return False
    return not any(_INLINE.search(line.text[:4000]) for line in filled)


def _is_laid_out(lines: Sequence[Line]) -> bool:
    """Tell whether much of what a parser would take for indented code is prose."""
    deep = list(_indented(lines))
    prose = sum(is_prose(line) for line in deep)
    looks = sum(looks_like_code(line.text) for line in deep)
    filled = sum(not line.blank for line in lines)
    return prose >= FEWEST_PROSE and prose >= SHARE * filled and 3 * looks < len(deep) <= 4 * prose


def _indented(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of indented code, as a parser tells it; what stands below items is none."""
    item = going = False
    before = True
    for line in lines:
        if not line.blank and line.indent < STEP:
            item = bool(bullet_of(line.text) or number_of(line.text))
            going = False
        elif not line.blank:
            going = going or (before and not item)
            if going:
                yield line
        before = line.blank


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
