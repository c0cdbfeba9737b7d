"""A note's Markdown as values: paragraphs, lists, quotes, strong, emphasis, links, code; the rest as typed.

Nothing that is written in a note can act: an address counts as a link only if its scheme is one of `SCHEMES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deskbrief.document.records import dataclass

SCHEMES = ("https", "http", "mailto", "deskbrief")
#: Spaces before an item for each level that it is set in, and the most levels.
INDENT, DEEPEST = 2, 4
#: A bullet or number at the beginning of a line, and what follows it.
_ITEM = re.compile(r"(\s{0,12})([-*+•]|\d{1,3}[.)])\s+(\S.*)")
_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_QUOTED = re.compile(r"\s{0,3}>\s?")
_DELIMITER = re.compile(r"\*\*|__|\*|_")
_CODE = re.compile(r"(?<!`)`([^`\n]{1,400})`(?!`)")
_BARE = rf"(?:{'|'.join(SCHEMES)}):[^\s<>()\[\]]{{3,4000}}"
_LINK = re.compile(rf"\[([^\[\]\n]{{1,400}})\]\(([^()\s]{{1,16000}})\)|\b({_BARE})")
#: Signs that end a sentence and no address.
_AFTER = ".,;:!?\"'”’…"


@dataclass(frozen=True, slots=True)
class Span:
    """Text that is strong, emphasised, both or neither; `link` is the address that it leads to, or empty.

    `code` is what stood between backticks.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    code: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or an item of a list when it has a `marker`; `depth` counts from 0."""

    spans: tuple[Span, ...]
    marker: str = ""
    quoted: bool = False
    depth: int = 0


def paragraphs(body: str) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of `body`."""
    gathered: list[str] = []
    marker, quoted, depth = "", False, 0
    for typed in [*body.splitlines(), ""]:
        line = _QUOTED.sub("", typed, count=1)
        item, heading = _ITEM.fullmatch(line), _HEADING.fullmatch(line)
        turned = bool(gathered) and line.strip() != "" and (line != typed) is not quoted
        if (item or heading or turned or not line.strip()) and gathered:
            yield Paragraph(tuple(spans(" ".join(gathered))), marker, quoted, depth)
            gathered, marker, depth = [], "", 0
        if not gathered:
            quoted = line != typed
        if heading:
            yield Paragraph((Span(heading[1].rstrip("# "), strong=True),), quoted=quoted)
        elif item:
            marker = "•" if item[2] in "-*+•" else item[2]
            depth = min(len(item[1].expandtabs(4)) // INDENT, DEEPEST)
            gathered = [item[3]]
        elif line.strip():
            gathered.append(line)


def spans(text: str) -> Iterator[Span]:
    """Yield `text` in spans; a delimiter that has no partner stays in the text, and what is no link too."""
    wholes = _wholes(text)
    delimiters = list(_outside(_DELIMITER.finditer(text), wholes))
    partnered = _partnered(text, delimiters)
    turns = {one.start(): one for one in delimiters if one.start() in partnered}
    strong = emphasis = False
    begin = 0
    for at in sorted({*wholes, *turns}):
        if begin < at:
            yield Span(text[begin:at], strong, emphasis)
        if at in turns:
            begin = turns[at].end()
            strong ^= len(turns[at][0]) == 2
            emphasis ^= len(turns[at][0]) == 1
        else:
            begin, words, address = wholes[at]
            yield Span(words, strong, emphasis, address, code=not address)
    if begin < len(text):
        yield Span(text[begin:], strong, emphasis)


def _wholes(text: str) -> dict[int, tuple[int, str, str]]:
    """Return where links and code begin, with their end, words and address; no sign counts inside them."""
    found = [(match.start(), match.end(), match[1], "") for match in _CODE.finditer(text)]
    wholes: dict[int, tuple[int, str, str]] = {}
    inside = 0
    for start, end, words, address in sorted([*found, *links_in(text)]):
        if start >= inside:
            wholes[start] = (end, words, address)
            inside = end
    return wholes


def links_in(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, words and address of each link in `text`, `[words](address)` or a bare address."""
    for match in _LINK.finditer(text):
        if match[3]:
            address = match[3].rstrip(_AFTER)
            yield match.start(), match.start() + len(address), address, address
        elif may_be_followed(match[2]):
            yield match.start(), match.end(), match[1], match[2]


def may_be_followed(address: str) -> bool:
    """Tell whether an address in a note is a link at all."""
    scheme, colon, rest = address.partition(":")
    return bool(colon and rest) and scheme.lower() in SCHEMES


def plain_text(body: str) -> str:
    """Return what `body` says, without its signs: a line for each paragraph or item."""
    return "\n".join(
        f"{paragraph.marker} {''.join(span.text for span in paragraph.spans)}".strip()
        for paragraph in paragraphs(body)
    )


def written_link(words: str, address: str) -> str:
    """Return a link to `address` as Markdown, whatever signs are in `words`."""
    plain = " ".join(words.translate(str.maketrans("[]", "()")).split())
    return f"[{plain or address}]({address})"


def _outside(
    delimiters: Iterable[re.Match[str]], links: dict[int, tuple[int, str, str]]
) -> Iterator[re.Match[str]]:
    """Yield those delimiters that stand neither in a link nor in code."""
    inside = 0
    starts = iter(sorted(links))
    start = next(starts, None)
    for one in delimiters:
        while start is not None and start <= one.start():
            inside = links[start][0]
            start = next(starts, None)
        if one.start() >= inside:
            yield one


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
