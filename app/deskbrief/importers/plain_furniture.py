"""The furniture of pages in plain text: page numbers, and the running heads and feet beside them.

Text that was taken from a PDF, and text set for paper such as an RFC, keeps the foot of each page between
its paragraphs. A line is furniture only when its number counts the pages: it comes again with the next
number, about as many lines further on each time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from deskbrief.importers.plain_lines import Line

#: Numbers that must follow one another before they are those of pages.
FEWEST_PAGES = 3
#: The same for numbers that stand alone on a line; chapters may have such.
FEWEST_BARE = 5
#: The fewest and the most lines of a page, and how far the usual one may be from the middle.
SHORTEST, TALLEST, UNEVEN = 12, 110, 2.0
#: The fewest lines of a page whose number stands alone; the parts of a text can have such numbers too.
SHORTEST_BARE = 25
#: How many numbers back the one of the page before is looked for, and by how many pages it may be behind.
NEAR, MOST_SKIPPED = 12, 3
#: The share of the steps from number to number that must be by one.
BY_ONE = 0.7
#: The most lines of a footnote at the end of a page.
LONGEST_NOTE = 12
#: The longest line of furniture, and how many such lines stand together.
LONGEST, TOGETHER = 160, 3

_NUMBER = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[ivxlc]{1,6}", re.IGNORECASE)
_BARE = re.compile(r"(?:[-–—\[(|]\s?)?#(?:\s?[-–—\])|])?")
#: The number of a page stands at one end of its line, or is called one.
_NUMBERED = re.compile(
    r"(?:page|p\.|seite|página|pagina)\s?#.*|#\s{2,}\S.*|#\s?[|•·–—]\s?\S.*|.*\S\s{2,}#|.*\S\s?[|•·–—]\s?#"
    r"|.*\S\s?\[?\(?\b(?:page|p\.|seite|página|pagina)\s?#\)?\]?(?:\sof\s\d{1,4})?",
    re.IGNORECASE,
)
#: What archives and transcribers write where a page begins.
_MARK = re.compile(r"\[{1,2}(?:Page|Pg\.?) ?[A-Z]{0,3}\d{1,6}\]{1,2}|<PAGE>(?:\s{1,60}\d{1,4})?")

#: A line that can be furniture: its number among the lines, and the number that is written in it.
Found = tuple[int, int]


def furniture_of(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines of a plain text that are the furniture of its pages."""
    marks = frozenset(at for at, line in enumerate(lines) if _MARK.fullmatch(line.text[:LONGEST]))
    forms = _forms(lines)
    series = {form: pages for form, found in forms.items() if (pages := _series(form, found))}
    if not series:
        return marks
    heads = _beside(lines, {at for pages in series.values() for at, _ in pages})
    # Beside a running head stands the number of a page; the same number alone may be that of a note.
    sure = {at for head in heads for step in (-1, 1) for at in _neighbours(lines, head, step)}
    for form in [form for form in series if _BARE.fullmatch(form)]:
        again = _series(form, [one for one in forms[form] if one[0] in sure])
        series[form] = again if len(again) >= len(series[form]) else series[form]
    numbered = {at for pages in series.values() for at, _ in pages}
    return marks | numbered | _beside(lines, numbered) | _before(lines, series, min(numbered))


def without(lines: Sequence[Line], furniture: frozenset[int]) -> list[Line]:
    """Return `lines` without those that are furniture; a sentence that a page parted is whole again."""
    kept: list[Line] = []
    waiting: list[Line] = []
    parted = False
    for at, line in enumerate(lines):
        if at in furniture:
            parted = True
        elif line.blank:
            waiting.append(line)
        else:
            if not (parted and kept and _goes_on(kept[-1], line)) or _is_in_note(kept):
                kept += waiting
            waiting, parted = [], False
            kept.append(line)
    return kept + waiting


def _goes_on(before: Line, after: Line) -> bool:
    """Tell whether a sentence that `before` leaves open goes on with `after`."""
    return (before.text[-1:].isalnum() or before.text[-1:] in ",;-–’") and after.text[:1].islower()


def _is_in_note(lines: Sequence[Line]) -> bool:
    """Tell whether the last of `lines` belongs to a footnote: its number stands alone above it."""
    for line in reversed(lines[-LONGEST_NOTE:]):
        if line.blank:
            return False
        if _NUMBER.fullmatch(line.text):
            return True
    return False


def _series(form: str, found: Sequence[Found]) -> Sequence[Found]:
    """Return those lines of one form whose numbers count the pages, none when too few do."""
    pages = _counting(found)
    bare = _BARE.fullmatch(form) is not None
    enough = len(pages) >= (FEWEST_BARE if bare else FEWEST_PAGES)
    return pages if enough and _even(pages, SHORTEST_BARE if bare else SHORTEST) else []


def _forms(lines: Sequence[Line]) -> Mapping[str, list[Found]]:
    """Return the lines that end or begin with a number, by what they are apart from it."""
    forms: defaultdict[str, list[Found]] = defaultdict(list)
    for at, line in enumerate(lines):
        if not 0 < len(line.text) <= LONGEST or not _NUMBER.search(line.text):
            continue
        for number in _ends(line.text):
            form = f"{line.text[: number.start()]}#{line.text[number.end() :]}"
            if _BARE.fullmatch(form) or _NUMBERED.fullmatch(form):
                forms[" ".join(form.split())].append((at, int(number[0])))
                break
    return forms


def _ends(text: str) -> Iterator[re.Match[str]]:
    """Yield the first and the last number of `text`."""
    found = list(_NUMBER.finditer(text))
    yield found[-1]
    if len(found) > 1:
        yield found[0]


def _counting(found: Sequence[Found]) -> list[Found]:
    """Return the longest row of `found` in which the numbers rise as pages do, nearly always by one."""
    rows: list[list[Found]] = []
    for at, number in found:
        before = [row for row in rows[-NEAR:] if _follows(row[-1], (at, number))]
        rows.append([*max(before, key=len, default=[]), (at, number)])
    best = max(rows, key=len, default=[])
    steps = [two - one for (_, one), (_, two) in pairwise(best)]
    return best if sum(step == 1 for step in steps) >= BY_ONE * len(steps) else []


def _follows(one: Found, two: Found) -> bool:
    """Tell whether `two` can be the number of the page after that of `one`, or soon after it."""
    pages = two[1] - one[1]
    return 1 <= pages <= MOST_SKIPPED and SHORTEST <= (two[0] - one[0]) / pages <= TALLEST


def _even(pages: Sequence[Found], shortest: int) -> bool:
    """Tell whether the lines stand about as far from one another as the feet of pages, `shortest` or more."""
    steps = [(two[0] - one[0]) / (two[1] - one[1]) for one, two in pairwise(pages)]
    usual = median(steps)
    near = sum(usual / UNEVEN <= step <= usual * UNEVEN for step in steps)
    return shortest <= usual <= TALLEST and near >= BY_ONE * len(steps)


def _beside(lines: Sequence[Line], numbered: set[int]) -> set[int]:
    """Return the lines that stand beside the numbers of most pages and say the same there."""
    near: defaultdict[str, list[int]] = defaultdict(list)
    for at in numbered:
        for step in (-1, 1):
            for other in _neighbours(lines, at, step):
                if other not in numbered and not lines[other].text[0].islower():
                    near[lines[other].text].append(other)
    often = max(FEWEST_PAGES, len(numbered) * 0.4)
    return {at for text, places in near.items() if len(places) >= often for at in places}


def _before(lines: Sequence[Line], forms: Iterable[str], first: int) -> set[int]:
    """Return the lines of the pages before line `first`, which are counted in Roman figures."""
    parts = [form.split("#", 1) for form in forms if not _BARE.fullmatch(form)]
    return {
        at
        for at, line in enumerate(lines[:first])
        for head, tail in parts
        if len(line.text) <= LONGEST and _is_roman(" ".join(line.text.split()), head, tail)
    }


def _is_roman(text: str, head: str, tail: str) -> bool:
    """Tell whether a Roman figure stands in `text` between `head` and `tail`."""
    figure = text[len(head) : len(text) - len(tail)]
    return text.startswith(head) and text.endswith(tail) and _ROMAN.fullmatch(figure) is not None


def _neighbours(lines: Sequence[Line], at: int, step: int) -> list[int]:
    """Return the numbers of the filled lines next to line `at` on one side, as many as can be furniture."""
    found: list[int] = []
    at += step
    while 0 <= at < len(lines) and len(found) < TOGETHER:
        if not lines[at].blank:
            if len(lines[at].text) > LONGEST:
                break
            found.append(at)
        at += step
    return found
