"""The numbers that a text gives its own paragraphs, as judgments, resolutions and policy papers do.

Where they make one running series, places are told by them: "¶45" is then what the source calls 45. Where
they do not, the count of paragraphs is told as an ordinal, "7th ¶", which nobody takes for a number of the
source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from deskbrief.document.model import UNNUMBERED, Block, BlockKind
from deskbrief.document.records import dataclass

#: A number at the beginning of a paragraph by the way it is written; each has room for one or two levels.
_MARKS = (
    re.compile(r"\[(\d{1,4})\](?=\s|$)"),
    re.compile(r"\((\d{1,4})\)(?=\s|$)"),
    re.compile(r"(\d{1,4})[.)](?=\s|$)"),
    re.compile(r"(\d{1,3})\.(\d{1,3})\.?(?=\s|$)"),
    re.compile(r"(\d{1,4})(?=\s+[A-Z“\"‘'])"),
)
#: What is written in round brackets is told so: recitals are cited as "(3)", articles stand beside them.
_BRACKETED = 1
_NUMBERED_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
#: Numbers that may be missing between two of a series: a page that was not read, a mark that was misread.
_GAP = 3
#: A series has so many paragraphs, begins so low, fills so much of its stretch and of the whole text.
_FEWEST, _FIRST, _OF_STRETCH, _OF_ALL = 4, 3, 0.4, 0.25
#: So many numbered paragraphs that are so much of the text, and no series, make a bare count doubtful.
_MANY, _MUCH = 8, 0.3
#: Entries of lists under such headings are numbered, too, and are no paragraphs of the text. Under "Sources
#: of law" or "Authorities’ views" there is text.
_LISTS = re.compile(
    r"\W*(?:[\divx]+\W+)?(?:(?:end|foot)?notes\s(?:to|for)\b|(?:references|citations|bibliograph\w*|"
    r"literatur\w*|works cited|further reading|(?:end|foot)?notes|sources|authorities|quellen\w*|"
    r"einzelnachweise|anmerkungen|fußnoten|"
    r"(?:table of )?contents|inhalt\w*|external links|index)\b"
    r"(?=\W*\Z|\W{0,3}[&(\[]|\W{0,3}(?:and|und|cited|used|consulted|list)\b))",
    re.IGNORECASE,
)
#: The heading of an article of a law, a treaty or a contract; so many make a text one of articles.
_ARTICLE = re.compile(
    r"(?:article|art\.|artikel|artículo|articolo)\s+(\d{1,4}[a-z]?|premier|1er)\b", re.IGNORECASE
)
_FIRST_ARTICLE = frozenset({"premier", "1er"})
_FEWEST_ARTICLES = 3
#: How far into a block its number is looked for; a shorter one that does not end like a sentence is a title.
_HEAD, _TITLE, _OF_TITLE = 12, 40, 0.25
#: What a number is worth less that goes on with a list other than the series.
_OF_OTHER = 0.1


@dataclass(frozen=True, slots=True)
class _Mark:
    """A block that begins with a number: its position, the number by levels, how much it is worth.

    `size` is the length of the paragraph, in code points; a number that stands alone, as in the first cell of
    a row, numbers the next block.
    """

    at: int
    number: tuple[int, ...]
    worth: float
    size: int


def labels(blocks: Sequence[Block], text: str) -> list[str]:
    """Return how the place of each block is told, empty where it is the count of paragraphs, as "¶7".

    `blocks` carry their count already. What follows a numbered paragraph up to the next heading belongs to
    it; what stands between a heading and the next number is told as "before ¶46", the rest as an ordinal.
    """
    told = [""] * len(blocks)
    heads = list(_heads(blocks, text))
    marks = [list(_marks(heads, blocks, text, style)) for style in range(len(_MARKS))]
    chains = [(style, _chain(found)) for style, found in enumerate(marks)]
    articles = _by_articles(blocks, text)
    fitting = [(style, chain) for style, chain in chains if _is_series(chain, blocks)]
    if fitting:
        style, chain = max(fitting, key=lambda pair: sum(mark.worth for mark in pair[1]))
        told = _by_series(blocks, chain, "({})" if style == _BRACKETED else "{}")
    # A number without a sign may be that of a year or a count, and makes nothing doubtful.
    elif articles or any(_is_much(found, blocks) for found in marks[:-1]):
        told = [_ordinal(block.paragraph) for block in blocks]
    return [articles.get(at, label) for at, label in enumerate(told)]


def _heads(blocks: Sequence[Block], text: str) -> Iterator[tuple[int, str]]:
    """Yield the blocks that may begin a numbered paragraph, and how each begins."""
    listing = False
    for at, block in enumerate(blocks):
        if block.kind in UNNUMBERED:
            listing = bool(_LISTS.match(block.span.of(text)))
        elif block.kind in _NUMBERED_KINDS and not block.depth and not listing:
            head = f"{block.marker} " if block.marker else text[block.start : block.start + _HEAD]
            if head[:1].isdecimal() or head[:1] in {"(", "["}:
                yield at, head.replace("\u00a0", " ")


def _marks(
    heads: Iterable[tuple[int, str]], blocks: Sequence[Block], text: str, style: int
) -> Iterator[_Mark]:
    for at, head in heads:
        match = _MARKS[style].match(head)
        if match:
            block = blocks[at]
            alone = not block.marker and match.end() >= len(block.span) and at + 1 < len(blocks)
            end = blocks[at + alone].end
            is_title = end - block.start < _TITLE and text[end - 1] not in ".;:?!”"
            worth = _OF_TITLE if is_title else 1.0
            yield _Mark(at, tuple(map(int, match.groups())), worth, end - block.start)


def _chain(marks: Sequence[_Mark]) -> list[_Mark]:
    """Return the weightiest series among `marks` whose numbers follow one another, the earlier of two."""
    best: dict[tuple[int, ...], int] = {}
    ends: dict[int, int] = {}
    sums, before = [0.0] * len(marks), [-1] * len(marks)
    for at, mark in enumerate(marks):
        earlier = [best[number] for number in _preceding(mark.number) if number in best]
        earlier += [ends[chapter] for chapter in _chapters_before(mark.number) if chapter in ends]
        before[at] = max(earlier, key=lambda one: sums[one], default=-1)
        sums[at] = mark.worth + (sums[before[at]] if earlier else 0.0)
        if at and before[at] != at - 1 and marks[at - 1].number == next(_preceding(mark.number)):
            # It goes on with another list, which stands inside a numbered paragraph.
            sums[at] -= _OF_OTHER
        known = best.get(mark.number)
        if known is None or sums[at] > sums[known]:
            best[mark.number] = at
        known = ends.get(mark.number[0])
        if known is None or sums[at] > sums[known]:
            ends[mark.number[0]] = at
    at = max(range(len(marks)), key=lambda one: sums[one], default=-1)
    found = []
    while at >= 0:
        found.append(marks[at])
        at = before[at]
    return found[::-1]


def _preceding(number: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the numbers after which `number` may come, the nearest first."""
    *above, last = number
    yield from ((*above, last - step) for step in range(1, _GAP + 1))


def _chapters_before(number: tuple[int, ...]) -> Iterator[int]:
    """Yield the chapters after which the one may come that `number` begins, if it does, the nearest first.

    With what number a chapter ends does not matter, and one without any numbers may lie between.
    """
    if len(number) > 1 and number[-1] <= _FIRST:
        yield from (number[0] - step for step in range(1, _GAP + 1))


def _is_series(chain: Sequence[_Mark], blocks: Sequence[Block]) -> bool:
    if len(chain) < _FEWEST or max(chain[0].number) > _FIRST:
        return False
    own = sum(mark.size for mark in chain)
    stretch = sum(len(block.span) for block in blocks[chain[0].at : chain[-1].at + 1])
    return own >= _OF_STRETCH * stretch and own >= _OF_ALL * sum(len(block.span) for block in blocks)


def _is_much(marks: Sequence[_Mark], blocks: Sequence[Block]) -> bool:
    own = sum(mark.size for mark in marks)
    return len(marks) >= _MANY and own >= _MUCH * sum(len(block.span) for block in blocks)


def _by_series(blocks: Sequence[Block], chain: Sequence[_Mark], form: str) -> list[str]:
    numbers = {mark.at: f"¶{form.format('.'.join(map(str, mark.number)))}" for mark in chain}
    first, end = chain[0].at, chain[-1]
    last = end.at + (end.size > len(blocks[end.at].span))
    told, here, waiting = [_ordinal(block.paragraph) for block in blocks], "", list[int]()
    for at in range(first, len(blocks)):
        block = blocks[at]
        if at in numbers:
            here = numbers[at]
            for one in waiting:
                told[one] = f"before {here}"
            waiting = []
        elif block.kind in UNNUMBERED or (at > last and block.kind is BlockKind.PARAGRAPH):
            here = ""
            if block.kind is BlockKind.HEADING:
                # What had no number before that heading keeps its ordinal: a whole chapter may be without.
                waiting = []
        if block.paragraph and here:
            told[at] = here
        elif block.paragraph and at < last:
            waiting.append(at)
    return told


def _by_articles(blocks: Sequence[Block], text: str) -> dict[int, str]:
    """Return how blocks below headings of articles are told, as "Art. 5(2)"; nothing where there are few."""
    told: dict[int, str] = {}
    article, part, count = "", "", 0
    for at, block in enumerate(blocks):
        if block.kind in UNNUMBERED:
            match = _ARTICLE.match(block.span.of(text))
            article, part = (match[1].lower(), "") if match else ("", "")
            article = "1" if article in _FIRST_ARTICLE else article
            count += match is not None
        elif article and block.paragraph:
            own = next(_marks(_heads([block], text), [block], text, 1), None)
            own = own or next(_marks(_heads([block], text), [block], text, 2), None)
            part = f"({own.number[0]})" if own else part
            told[at] = f"Art. {article}{part}"
    return told if count >= _FEWEST_ARTICLES else {}


def _ordinal(count: int) -> str:
    """Return a count of paragraphs as it is told where the text has numbers of its own."""
    if not count:
        return ""
    ending = "th" if 10 < count % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending} ¶"
