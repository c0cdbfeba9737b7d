"""Plain text as lines: where each begins and ends, how far it is indented, and how the text is wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

#: Columns that a tab fills.
TAB = 4
#: Narrowest and widest line length that counts as hard wrapping.
NARROW, WIDE = 45, 130
#: The same for columns, such as those of newspapers, where so many words are parted at the end of a line.
COLUMN, FEWEST_PARTED = 28, 3
#: Columns by which the longest wrapped line may exceed nine tenths of all lines.
SLACK = 6
#: Pairs of adjoining lines needed before a text can be called hard-wrapped.
FEWEST_PAIRS = 4
#: Lines that surely run on, needed to tell how ragged they are; the share of the width they may lack.
FEWEST_RAGGED, RAGGED = 8, 0.2
#: Lines from one to the next in a stretch with a blank line after each; the fewest lines of one, and the
#: share of them that leave a sentence open.
DOUBLE, FEWEST_DOUBLE, RUNNING = 2, 8, 0.25

_SCORE = re.compile(r"[-=_]{2,}(?:[ .,;]{1,40}[-=_]{2,}){0,20}[.,;]?")
_INDENT = re.compile(r"[ \t\u00a0\u3000]*")
_FIRST_WORD = re.compile(r"\S{1,40}")
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', ")", "…")
_GOES_ON = ",;-–’"
_PARTED = re.compile(r"[^\W\d_]{2}-$")
_NOT_PROSE = ("|", ">", "- ", "* ", "• ", "– ", "+ ", "```")


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line: `text` without outer white space stands at `start` of the decoded text.

    `begin` is where the whole line starts and `indent` the columns of white space before the text.
    """

    begin: int
    start: int
    indent: int
    text: str

    @property
    def end(self) -> int:
        """Where the text of the line ends, trailing white space not counted."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing but white space."""
        return not self.text


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text`, whose only line break is the newline."""
    lines: list[Line] = []
    begin = 0
    for raw in text.split("\n"):
        lines.append(_line(raw, begin))
        begin += len(raw) + 1
    return lines


def _line(raw: str, begin: int) -> Line:
    stripped = raw.strip()
    if raw[:1].isspace():
        lead = len(raw) - len(raw.lstrip())
        return Line(begin, begin + lead, _columns(raw[:lead]), stripped)
    return Line(begin, begin, 0, stripped)


def _columns(white: str) -> int:
    columns = 0
    for character in white[:400]:
        columns += TAB - columns % TAB if character == "\t" else 1
    return columns


def wrap_width(lines: Sequence[Line]) -> int:
    """Return the width at which the text was hard-wrapped, or 0 when each paragraph is one line.

    A text is wrapped when nearly all long lines are of about one length and most of them run on:
    the first word of the next line would not have fitted any more.
    """
    lengths = sorted(len(line.text) + line.indent for line in lines if is_prose(line))
    if not lengths:
        return 0
    most = lengths[int(len(lengths) * 0.9)]
    usual = [length for length in lengths if length <= most + SLACK]
    width = usual[int(len(usual) * 0.98)]
    if not COLUMN <= width <= WIDE or (width < NARROW and not _parts_words(lines)):
        return 0
    return width if _runs_on_mostly(lines, width, raggedness(lines, width)) else 0


def _parts_words(lines: Sequence[Line]) -> bool:
    """Tell whether words are parted at the ends of several lines, as happens to text in a column only."""
    parted = (one for one, two in pairwise(lines) if two.text[:1].islower() and _PARTED.search(one.text[-3:]))
    return len(list(islice(parted, FEWEST_PARTED))) == FEWEST_PARTED


def is_prose(line: Line) -> bool:
    """Tell whether `line` has words enough for one of running text, and is no item, quote or row."""
    return line.text.count(" ", 0, 200) >= 4 and not line.text.startswith(_NOT_PROSE)


def _runs_on_mostly(lines: Sequence[Line], width: int, ragged: int) -> bool:
    pairs = open_ends = full = 0
    for one, two in pairwise(lines):
        if two.blank or not is_prose(one) or two.text.startswith(_NOT_PROSE):
            continue
        pairs += 1
        open_ends += not one.text.endswith(_SENTENCE_END)
        full += is_full(one, two, width, ragged)
    return pairs >= FEWEST_PAIRS and open_ends >= 0.5 * pairs and full >= 0.6 * pairs


def is_full(line: Line, following: Line, width: int, ragged: int = 0) -> bool:
    """Tell whether the first word of `following` would not have fitted on `line`, give or take `ragged`."""
    return _lacking(line, following, width) <= ragged


def _lacking(line: Line, following: Line, width: int) -> int:
    """Return how many columns `line` lacks to be full, below 0 when the next word is far too long for it."""
    word = _FIRST_WORD.match(following.text)
    return width - line.indent - len(line.text) - (len(word[0]) if word else 0)


def raggedness(lines: Sequence[Line], width: int) -> int:
    """Return how many columns lines of prose may lack of `width` and still run on.

    A text that was set in letters of different widths and then saved as lines is ragged: it is measured on
    the lines that leave a sentence open and go on in small letters.
    """
    lacking = sorted(
        max(_lacking(one, two, width), 0)
        for one, two in pairwise(lines)
        if is_prose(one) and two.text[:1].islower() and one.text[-1:].islower()
    )
    if len(lacking) < FEWEST_RAGGED:
        return 0
    return min(lacking[int(len(lacking) * 0.97)], int(width * RAGGED))


def undoubled(lines: Sequence[Line]) -> Sequence[Line]:
    """Return a text without the blank lines of stretches that were set with one after each line."""
    filled = [at for at, line in enumerate(lines) if not line.blank]
    blanks: set[int] = set()
    first = 0
    for index in range(1, len(filled) + 1):
        if index < len(filled) and filled[index] - filled[index - 1] == DOUBLE:
            continue
        stretch, first = filled[first:index], index
        if len(stretch) >= FEWEST_DOUBLE and _run_on([lines[at] for at in stretch]):
            blanks.update(at + 1 for at in stretch[:-1])
    return [line for at, line in enumerate(lines) if at not in blanks] if blanks else lines


def unscored(lines: Sequence[Line]) -> Sequence[Line]:
    """Return `lines` without those that underline words of the line above, in the middle of a sentence."""
    scored = {
        at
        for at in range(1, len(lines) - 1)
        if _SCORE.fullmatch(lines[at].text[:WIDE]) and _is_scored(lines[at - 1], lines[at], lines[at + 1])
    }
    return [line for at, line in enumerate(lines) if at not in scored] if scored else lines


def _is_scored(above: Line, score: Line, below: Line) -> bool:
    inside = above.indent < score.indent and score.indent + len(score.text) <= above.indent + len(above.text)
    prose = is_prose(above) and "  " not in above.text and is_prose(below)
    return inside and prose and not above.text.endswith(_SENTENCE_END)


def _run_on(lines: Sequence[Line]) -> bool:
    """Tell whether `lines` are those of one wrapped text, of which many leave a sentence open."""
    pairs = [(one, two) for one, two in pairwise(lines) if is_prose(one)]
    small = sum(
        one.text[-1:] in _GOES_ON or one.text[-1:].isalnum() for one, two in pairs if two.text[:1].islower()
    )
    return small >= RUNNING * len(lines) and wrap_width(lines) > 0
