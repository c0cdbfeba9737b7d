"""A note's Markdown as simple text: paragraphs, lists, strong and emphasis; all else stands as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: A bullet or number at the beginning of a line, and what follows it.
_ITEM = re.compile(r"\s{0,12}([-*+•]|\d{1,3}[.)])\s+(\S.*)")
_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_QUOTED = re.compile(r"\s{0,3}>\s?")
_DELIMITER = re.compile(r"\*\*|__|\*|_")


@dataclass(frozen=True, slots=True)
class Span:
    """Text that is strong, emphasised, both or neither."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or an item of a list when it has a `marker`."""

    spans: tuple[Span, ...]
    marker: str = ""


def paragraphs(body: str) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of `body`."""
    gathered: list[str] = []
    marker = ""
    for typed in [*body.splitlines(), ""]:
        line = _QUOTED.sub("", typed, count=1)
        item, heading = _ITEM.fullmatch(line), _HEADING.fullmatch(line)
        if (item or heading or not line.strip()) and gathered:
            yield Paragraph(tuple(spans(" ".join(gathered))), marker)
            gathered, marker = [], ""
        if heading:
            yield Paragraph((Span(heading[1].rstrip("# "), strong=True),))
        elif item:
            marker = "•" if item[1] in "-*+•" else item[1]
            gathered = [item[2]]
        elif line.strip():
            gathered.append(line)


def spans(text: str) -> Iterator[Span]:
    """Yield `text` in spans; a delimiter that has no partner stays in the text."""
    delimiters = list(_DELIMITER.finditer(text))
    partnered = _partnered(text, delimiters)
    strong = emphasis = False
    begin = 0
    for delimiter in delimiters:
        if delimiter.start() not in partnered:
            continue
        if begin < delimiter.start():
            yield Span(text[begin : delimiter.start()], strong, emphasis)
        begin = delimiter.end()
        strong ^= len(delimiter[0]) == 2
        emphasis ^= len(delimiter[0]) == 1
    if begin < len(text):
        yield Span(text[begin:], strong, emphasis)


def _partnered(text: str, delimiters: Iterable[re.Match[str]]) -> set[int]:
    """Return where those delimiters stand that open or close something."""
    opened: dict[str, int] = {}
    partnered: set[int] = set()
    for delimiter in delimiters:
        before = text[max(delimiter.start() - 1, 0) : delimiter.start()]
        after = text[delimiter.end() : delimiter.end() + 1]
        inside_word = delimiter[0][0] == "_" and before.isalnum() and after.isalnum()
        if inside_word:
            continue
        begun = opened.get(delimiter[0])
        if begun is not None and before.strip() and begun + len(delimiter[0]) < delimiter.start():
            partnered |= {opened.pop(delimiter[0]), delimiter.start()}
        elif after.strip():
            opened[delimiter[0]] = delimiter.start()
    return partnered
