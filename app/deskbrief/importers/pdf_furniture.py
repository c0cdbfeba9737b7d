"""Running heads and feet, page numbers and stamps of a PDF, set apart from the text of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deskbrief.importers.numbering import roman
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_footnotes import note_mark, raised_mark, set_notes_apart
from deskbrief.importers.pdf_lines import Line, Page

#: The share of a page's height, at its top and bottom, in which running heads and feet stand.
EDGE = 0.14
#: The share in which lone page numbers stand.
WIDER = 0.22
#: How many lines from the edge of the page may be furniture.
MOST_LINES = 4
#: Words stamped over pages are so many times as large as the text, and stand on this share of the pages and
#: so many of them, at places that differ by few points.
STAMP, STAMPED, FEWEST_STAMPED, NEAR_STAMP = 2.0, 0.6, 4, 6.0
#: Large lines at an edge that more pages in a row show than this share, and so many at least, are running
#: heads; where their first page has more of them than so many, they say what it is about. One page between
#: two others may lack them.
AGAIN, FEWEST_AGAIN, FEW_AGAIN, NEXT = 0.5, 3, 2, 2
#: Furniture is at most this large, and where its words change this small, as shares of the text's size.
LARGEST, SMALLER = 1.15, 0.9
#: Tables higher than this share of the page are no running heads, whose cells may have rules as well.
TALL = 0.3
#: Furniture stands this many sizes away from the text.
GAP = 0.9
#: Cells of running heads with more letters than this tell them apart by themselves.
SHORTEST_CELL = 8
#: So many pages must have their number at one edge for the words beside it to be a running head.
COUNTED = 4
#: Page numbers of gazettes, which count through the volumes of a year, have fewer digits than this.
LONGEST_NUMBER = 7

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b")
_NUMBER = re.compile(
    r"(?:page\s)?[-–—|\s]{0,3}(?P<number>\d{1,4}|[ivxlc]{1,7}|[A-Z]?\d{0,2}-\d{1,3})(?:\s(?:of|/)\s\d{1,4})?[-–—|\s.]{0,3}",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^(\d{1,6})(?=\s|$)|(?<=\s)(\d{1,6})$")
_ROMAN = {roman(number): number for number in range(1, 80)}


def set_apart(pages: Sequence[Page], usual: Face, *, notes: bool = True) -> None:
    """Move the furniture of all `pages` out of their lines, and their footnotes if `notes` are wanted."""
    _set_stamps_apart(pages, usual)
    known = _Known(pages, usual)
    noted: Page | None = None
    for page in pages:
        found = []
        rows = _rows_of_tables(page)
        for upper in (True, False):
            outermost = True
            print_ = {id(line) for line in _small_print(page, usual, upper=upper)}
            for line in _edge(page, upper=upper):
                alike = id(line) in print_ and known.looks_alike(line, upper=upper)
                counted = outermost and (_is_number(line, page) or known.counts(line, upper=upper))
                told = known.counts_on(line) or known.comes_again(line, page)
                if known.repeats(line, upper=upper) or alike or counted or told:
                    found.append(line)
                else:
                    outermost = False
        found += [
            line for line in _outermost(page, found) if known.numbers(line) or known.stands_again(line, page)
        ]
        _move_out(page, [line for line in found if id(line) not in rows])
        noted = set_notes_apart(page, usual, noted) if notes else None


def _rows_of_tables(page: Page) -> set[int]:
    """Return the lines of `page` in tables with rules that reach far into it, whose heads come again, too."""
    tables = [
        grid.box(page.number)
        for grid in page.grids
        if grid.columns > 1 and grid.down[-1] - grid.down[0] > TALL * page.height
    ]
    return {
        id(line)
        for line in (page.lines if tables else ())
        if any(
            table.left < (line.left + line.right) / 2 < table.right and table.top < line.base < table.bottom
            for table in tables
        )
    }


def _set_stamps_apart(pages: Sequence[Page], usual: Face) -> None:
    """Move large words that most pages show at one place, such as "DRAFT", out of their lines."""
    places = Counter(
        key
        for page in pages
        for key in {_stamp_key(line) for line in page.lines if _may_be_stamp(line, page, usual)}
    )
    enough = max(FEWEST_STAMPED, STAMPED * len(pages))
    stamps = {key for key, count in places.items() if count >= enough}
    for page in pages if stamps else ():
        large = (line for line in page.lines if _may_be_stamp(line, page, usual))
        _move_out(page, [line for line in large if _stamp_key(line) in stamps])


def _move_out(page: Page, found: Sequence[Line]) -> None:
    """Make furniture of some lines of `page`."""
    held = {id(line) for line in found}
    page.furniture = [*page.furniture, *found]
    page.lines = [line for line in page.lines if id(line) not in held]


def _may_be_stamp(line: Line, page: Page, usual: Face) -> bool:
    """Tell whether `line` is as large as a stamp, and not at the top, where headings stand."""
    return line.size >= STAMP * usual.size and line.bottom >= EDGE * page.height


def _stamp_key(line: Line) -> tuple[str, int, int]:
    return line.text, round(line.left / NEAR_STAMP), round(line.top / NEAR_STAMP)


def printed_number(page: Page) -> str:
    """Return the page number that the page itself prints, or an empty string."""
    for line in page.furniture:
        for cell in (line.text, *(cell.text for cell in line.cells)):
            found = _NUMBER.fullmatch(cell.strip())
            if found:
                return found["number"]
    return ""


def numbers_at_ends(page: Page) -> list[str]:
    """Return the numbers with which the running heads and feet of `page` begin or end."""
    ends = [end for line in page.furniture for end in _ENDS.findall(line.text.strip())]
    return [begin or end for begin, end in ends]


class _Known:
    """What the edges of the pages of one document repeat: words, and small print of one face."""

    def __init__(self, pages: Sequence[Page], usual: Face) -> None:
        self._usual = usual
        self._enough = 3 if len(pages) > 4 else 2
        self._words: Counter[str] = Counter()
        self._looks: Counter[str] = Counter()
        self._counts: Counter[tuple[int, bool]] = Counter()
        self._numbers: Counter[int] = Counter()
        self._alone: Counter[int] = Counter()
        self._places: Counter[tuple[str, int]] = Counter()
        self._large: dict[tuple[str, int], dict[int, None]] = {}
        self._count = len(pages)
        for page in pages:
            outermost = list(_outermost(page, ()))
            self._numbers.update({step for line in outermost for step in _step(line)})
            self._places.update(key for line in outermost for key in _place_keys(line))
            for upper in (True, False):
                edge = list(_edge(page, upper=upper))
                self._alone.update({step for line in edge for step in _step(line)})
                self._counts.update({(step, upper) for line in edge[:1] for step in _steps(line)})
                lines = [line for line in edge if line.size <= LARGEST * usual.size]
                for line in (line for line in edge if line.size > LARGEST * usual.size):
                    for key in _exact_keys(line):
                        self._large.setdefault(key, {})[page.number] = None
                self._words.update({key for line in lines for key in _words_keys(line, upper=upper)})
                self._looks.update({_look_key(line, upper=upper) for line in lines})

    def repeats(self, line: Line, *, upper: bool) -> bool:
        """Tell whether the words of `line`, but for their figures, stand at the same edge of other pages."""
        if line.size > LARGEST * self._usual.size or raised_mark(line):
            return False
        return self._words[_words_key(line.text, upper=upper)] >= self._enough

    def counts(self, line: Line, *, upper: bool) -> bool:
        """Tell whether `line` begins or ends with the number of its page, as lines of other pages do."""
        small = line.size <= LARGEST * self._usual.size
        return small and any(self._counts[step, upper] >= COUNTED for step in _steps(line))

    def counts_on(self, line: Line) -> bool:
        """Tell whether `line` is nothing but the number of its page, as lines at the edges of many are."""
        return any(self._alone[step] >= COUNTED for step in _step(line))

    def numbers(self, line: Line) -> bool:
        """Tell whether `line` is nothing but the number of its page, as lines of other pages are."""
        return any(
            max(self._numbers[step], self._counts[step, True], self._counts[step, False]) > 1
            for step in _step(line)
        )

    def stands_again(self, line: Line, page: Page) -> bool:
        """Tell whether the words of `line` are the outermost of several pages at one height, and apart.

        So stand the heads of papers whose text fills but a part of a larger sheet.
        """
        small = line.size <= LARGEST * self._usual.size and not raised_mark(line)
        again = any(self._places[key] >= max(3, self._enough) for key in _place_keys(line))
        others = (other for other in page.lines if other is not line)
        gaps = (max(other.top - line.bottom, line.top - other.bottom) for other in others)
        return small and again and min(gaps, default=0.0) > GAP * line.size

    def comes_again(self, line: Line, page: Page) -> bool:
        """Tell whether `line`, which is larger than the text, stands at one height of page after page.

        Where it does so first it is a heading, unless a larger one stands below it, or it is at the foot of a
        page with a larger one. Where each page begins with what heads a form, the first page keeps that.
        """
        firsts = self._firsts(line)
        if not firsts or page.number > min(firsts):
            return bool(firsts)
        at_foot = 2 * line.top > page.height
        headed = any(
            other.size > line.size and (at_foot or other.top >= line.bottom - 1) for other in page.lines
        )
        return headed and sum(bool(self._firsts(other)) for other in page.lines) <= FEW_AGAIN

    def _firsts(self, line: Line) -> list[int]:
        """Return the first pages of those large lines like `line` that come again as running heads do."""
        found = (self._large.get(key, {}) for key in _exact_keys(line))
        return [next(iter(pages)) for pages in found if _run_on(list(pages), self._count)]

    def looks_alike(self, line: Line, *, upper: bool) -> bool:
        """Tell whether `line` is small print in a face that stands at this edge of other pages too."""
        small = line.size <= SMALLER * self._usual.size and line.face != self._usual
        return small and self._looks[_look_key(line, upper=upper)] >= 3 and self._enough > 2


def _run_on(numbers: Sequence[int], count: int) -> bool:
    """Tell whether these pages, of `count`, are in a row, or every second one, as with running heads."""
    gaps = [two - one for one, two in pairwise(numbers)]
    run = longest = 1
    for gap in gaps:
        run = run + 1 if gap <= NEXT else 1
        longest = max(longest, run)
    # Left and right pages often have heads of their own.
    by_turns = set(gaps) == {2} and 2 * len(numbers) >= count - 1
    return longest >= FEWEST_AGAIN and (longest > AGAIN * count or by_turns)


def _outermost(page: Page, taken: Sequence[Line]) -> Iterator[Line]:
    """Yield the first and the last line of `page`, without those `taken`, that stand near its edges."""
    lines = [line for line in page.lines if not any(line is other for other in taken)]
    if lines:
        first, last = min(lines, key=lambda line: line.top), max(lines, key=lambda line: line.bottom)
        if first.bottom < WIDER * page.height:
            yield first
        if last.top > (1 - WIDER) * page.height:
            yield last


def _place_keys(line: Line) -> tuple[tuple[str, int], ...]:
    """Return what the words of `line` and their height are known by; heights near one another share a key."""
    words, height = _words_key(line.text, upper=True), int(line.base // NEAR_STAMP)
    return (words, height), (words, height + 1)


def _exact_keys(line: Line) -> Iterator[tuple[str, int]]:
    """Yield what a line and its longer cells are known by with their figures, which tell headings apart."""
    height = int(line.base // NEAR_STAMP)
    for words in {line.text, *(cell.text for cell in line.cells if len(cell.text) > SHORTEST_CELL)}:
        yield words, height
        yield words, height + 1


def _step(line: Line) -> list[int]:
    """Return how far the number that is all of `line` is from that of its page, if it is one."""
    text = line.text.strip(" -–—")
    number = int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else _ROMAN.get(text.lower())
    return [] if number is None else [number - line.page]


def _steps(line: Line) -> set[int]:
    """Return how far the numbers set apart at the ends of `line` are from that of its page."""
    if len(line.cells) < 2:
        return set()
    ends = (line.cells[0].text.strip(), line.cells[-1].text.strip())
    return {int(end) - line.page for end in ends if len(end) < LONGEST_NUMBER and end.isdecimal()}


def _small_print(page: Page, usual: Face, *, upper: bool) -> list[Line]:
    """Return the outermost one or two lines when a gap parts them from the text and none begins a note.

    Titles are passed over: running heads stand beside them.
    """
    texts = [line for line in page.lines if line.size <= LARGEST * usual.size]
    lines = [line for line in _edge(page, upper=upper) if line.size <= LARGEST * usual.size]
    for count in (1, 2):
        group = lines[:count]
        if len(group) < count or any(note_mark(line) or line.face != group[0].face for line in group):
            return []
        others = [line for line in texts if not any(line is one for one in group)]
        inner = min((_distance(line, group, upper=upper) for line in others), default=99.0)
        if inner > GAP * group[0].size:
            return group
    return []


def _distance(line: Line, group: Sequence[Line], *, upper: bool) -> float:
    """Return how far `line` stands from the lines of `group` at the edge of the page, in points."""
    if upper:
        return line.top - max(one.bottom for one in group)
    return min(one.top for one in group) - line.bottom


def _edge(page: Page, *, upper: bool) -> Iterator[Line]:
    """Yield the lines at one edge of the page, from the edge inwards."""
    lines = sorted(page.lines, key=lambda line: line.top if upper else -line.bottom)
    for line in lines[:MOST_LINES]:
        if line.bottom < EDGE * page.height if upper else line.top > (1 - EDGE) * page.height:
            yield line


def _words_keys(line: Line, *, upper: bool) -> set[str]:
    """Return the key of a line, and those of its cells: elsewhere they may stand on lines of their own."""
    cells = [cell.text for cell in line.cells]
    parts = [*cells, " ".join(cells[1:]), " ".join(cells[:-1])]
    return {
        _words_key(line.text, upper=upper),
        *(_words_key(part, upper=upper) for part in parts if len(part) > SHORTEST_CELL),
    }


def _words_key(text: str, *, upper: bool) -> str:
    return f"{_DIGITS.sub('#', text.casefold())} {upper}"


def _look_key(line: Line, *, upper: bool) -> str:
    return f"{line.face.font} {line.face.size} {upper}"


def _is_number(line: Line, page: Page) -> bool:
    """Tell whether `line` is nothing but a page number."""
    if not _NUMBER.fullmatch(line.text.strip()):
        return False
    nearest = min((abs(other.top - line.top) for other in page.lines if other is not line), default=99.0)
    return nearest > 1.2 * line.size or nearest < 0.5
