"""Whether a line of plain text runs on into the next one, by how full it is and by what it leaves open."""

from __future__ import annotations

import re
from itertools import takewhile

from deskbrief.importers.plain_lines import Line, is_full, is_prose
from deskbrief.importers.plain_units import Page

#: Lengths between which a line may run on into the next although the text as a whole is not wrapped.
RUNS_ON = (45, 130)
#: The most lines of a block that are looked at above and below one, and the fewest columns of one.
TALLEST, NARROWEST = 40, 30
#: A line of prose that leaves its sentence open runs on when it is as full as this.
NEARLY = 0.85
#: The most code points of such a line.
LONGEST = 240

#: What a line ends with that leaves its sentence open.
OPEN_END = re.compile(r"[\w,;’'–-]$")
#: The rest of a line that says who wrote the message below.
_ATTRIBUTED = re.compile(
    r"<\S{1,100}@\S{1,100}>\s?(?:wrote:)?|(?:wrote|schrieb|a écrit|escribió|ha scritto) ?:"
)
_STOPS = (".", "?", "!", ":")
_LABEL_GAP = re.compile(r"\S{1,12}(?: \S{1,12})?\s{2,}(?=\S)")
_GAP = re.compile(r"\S\s{2,}\S|\t")
_QUOTES = "\"'“‘„«"
_LEADERS = "..."


def runs_on(page: Page, at: int, *, within: bool) -> bool:
    """Tell whether line `at`, the first one of a paragraph or `within` it, runs on into the next one."""
    line, following = page.lines[at], page.lines[at + 1]
    if _ATTRIBUTED.fullmatch(following.text[:LONGEST]):
        return True
    if following.indent > line.indent + 1:
        return _hangs(page, at) or _hangs_under(line, following)
    open_end = bool(OPEN_END.search(line.text[-1:])) and _is_small(following)
    if page.width:
        ragged = page.ragged if page.ragged and _is_running(page, at, within=within) else 0
        full = is_full(line, following, page.width, ragged) or _is_nearly_full(page, at)
        return full or (open_end and len(line.text) * 2 > page.width) or fills_block(page, at)
    return page.airy and open_end and _is_long(line)


def goes_left(page: Page, at: int, *, surely: bool) -> bool:
    """Tell whether line `at` of an item goes on in the next one, which stands as far left or farther.

    Where it `surely` stands farther left than the item, a short line may leave a sentence open too.
    """
    line, below = page.lines[at], page.lines[at + 1]
    open_end = bool(OPEN_END.search(line.text[-1:])) and below.text[:1].islower()
    if not page.width:
        return page.airy and open_end and _is_long(line)
    open_end = open_end and (surely or 2 * len(line.text) > page.width)
    return open_end or is_full(line, below, page.width) or fills_block(page, at)


def _is_long(line: Line) -> bool:
    """Tell whether `line` is as long as one that was cut because it would not fit."""
    return RUNS_ON[0] <= len(line.text) <= RUNS_ON[1]


def _is_small(line: Line) -> bool:
    """Tell whether `line` begins in small letters, as one in the middle of a sentence does."""
    return line.text.lstrip(_QUOTES)[:1].islower()


def _is_nearly_full(page: Page, at: int) -> bool:
    """Tell whether line `at` is prose that leaves a sentence open and lacks a word at most."""
    line, following = page.lines[at], page.lines[at + 1]
    if not is_prose(line) or (line.text[-1:] != "," and not line.text[-1:].islower()):
        return False
    return line.indent + len(line.text) >= NEARLY * page.width and abs(following.indent - line.indent) <= 1


def _hangs(page: Page, at: int) -> bool:
    """Tell whether the line after `at` hangs below it, as in a list of works: no sentence ends there."""
    line, following = page.lines[at], page.lines[at + 1]
    ends = line.text.endswith((*_STOPS, "”", '"'))
    return page.width > 0 and not ends and " " in line.text and is_full(line, following, page.width)


def _hangs_under(line: Line, following: Line) -> bool:
    """Tell whether `following` hangs below what stands on `line` after a number or label and a gap."""
    gap = _LABEL_GAP.match(line.text)
    if gap is None or _GAP.search(line.text, gap.end()) or _GAP.search(following.text):
        return False
    return abs(line.indent + gap.end() - following.indent) <= 1 and not line.text.endswith(_STOPS)


def fills_block(page: Page, at: int) -> bool:
    """Tell whether line `at` runs on in a block that is set in, and narrower than the text."""
    line, following = page.lines[at], page.lines[at + 1]
    if line.indent <= page.margin + 1 or line.text.endswith(_STOPS) or " " not in line.text:
        return False
    if _LEADERS in following.text:
        return False
    above, below = page.lines[max(at - TALLEST, 0) : at], page.lines[at + 1 : at + TALLEST]
    block = [line]
    for lines in (reversed(above), below):
        block += takewhile(lambda one: not one.blank and abs(one.indent - following.indent) <= 1, lines)
    # Verse begins each line with a capital.
    if not any(map(_is_small, block)):
        return False
    width = max(len(one.text) + one.indent for one in block)
    return width - line.indent >= NARROWEST and is_full(line, following, width)


def _is_running(page: Page, at: int, *, within: bool) -> bool:
    """Tell whether line `at` is prose, so that it may be shorter than others and run on."""
    line, following = page.lines[at], page.lines[at + 1]
    words = line.text.split()
    small = sum(word[0].islower() for word in words)
    goes_on = page.airy and 2 * len(following.text) > page.width
    return (within or 2 * small >= len(words)) and (goes_on or not line.text.endswith(_STOPS))
