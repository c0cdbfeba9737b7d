"""Lines of a PDF page: segments side by side on one baseline, as text or as the cells of a table's row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from deskbrief.importers.clean import NOWHERE
from deskbrief.importers.pdf_box import Box
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_grid import Grid
from deskbrief.importers.pdf_segments import RAISED, Segment, Stretch

#: Letters smaller than this share of their line's are raised or lowered ones.
SMALL = 0.78
#: Texts less than this many sizes apart have no gap between them; from so many on there is a space.
SEAM, SPACE = 0.25, 0.12
#: Raised marks have fewer letters.
LONGEST_MARK = 4
#: A note stands at most so many sizes to the right of its raised mark.
HANGING = 4.5
#: Edges this many points apart count as one edge.
NEAR = 3.0
#: Lines narrower than this share of the page are not stretched to fill a column.
NARROW = 0.3
#: The share of the letters that are not equally wide in documents that are no typescripts.
TYPED = 0.15
#: Lines of running text fill this share of the page's width at least, and hold this share of its letters.
COLUMN, RUNNING = 0.24, 0.2
#: The next line of a text stands this many sizes below at most.
NEXT = 2.0
#: Dots at the end of a cell lead to the next one.
LEADERS = ("....", ". . . .", " ..")
#: So many lines of two columns at least make columns.
FEWEST_PAIRS = 6

_MARKER = re.compile(
    r"(?P<bullet>[•●○▪■□◦‣⁃∙·❖➢►✓✔✗✘☑☒–—\uf000-\uf0ff-]|o(?= ))|"
    # Initials are no numbers: "U. S. Commission".
    r"(?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?!\d)(?!(?<=[A-Z]\.) [A-Z]\.))"
)
#: The number of a heading, set apart from its words.
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?|[A-Z]\.(?:\d\.?){0,3}")


@dataclass(slots=True)
class Line:
    """One line of a page: its cells from left to right; more than one where wide gaps are between them.

    What is asked of lines again and again is worked out when their cells are put: their edges in points from
    the top left of the page, the height `base` that their letters stand on, the `text` of all cells, and the
    `face` and `size` of most letters.
    """

    cells: Sequence[Segment]
    joined: bool = False
    left: float = field(init=False, compare=False)
    top: float = field(init=False, compare=False)
    right: float = field(init=False, compare=False)
    bottom: float = field(init=False, compare=False)
    base: float = field(init=False, compare=False)
    text: str = field(init=False, compare=False)
    face: Face = field(init=False, compare=False)
    size: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        self.put(self.cells)

    def put(self, cells: Sequence[Segment]) -> None:
        """Let the line have `cells`, which may be those that it had, changed; without any it is no line."""
        self.cells = tuple(cells)
        if not cells:
            return
        self.left, self.right = min(cell.left for cell in cells), max(cell.right for cell in cells)
        self.top, self.bottom = min(cell.top for cell in cells), max(cell.bottom for cell in cells)
        self.text = " ".join(cell.text for cell in cells)
        self.face = (cells[0] if len(cells) == 1 else max(cells, key=lambda cell: len(cell.text))).face
        self.size = self.face.size or cells[0].height
        same = (cell.base for cell in cells if len(cells) > 1 and cell.face.size == self.size)
        self.base = next(same, cells[0].base)

    @property
    def page(self) -> int:
        """The number of its page, from 0."""
        return self.cells[0].page

    @property
    def single(self) -> bool:
        """Whether it is one stretch of text rather than cells side by side."""
        return self.joined or len(self.cells) == 1

    def stretches(self) -> Iterator[Stretch]:
        """Yield its text with faces; letters much smaller than the line's are raised."""
        size = self.size
        for number, cell in enumerate(self.cells):
            for index, stretch in enumerate(cell.stretches):
                gap = " " if number and not index else ""
                small = stretch.face.size and stretch.face.size < SMALL * size and not stretch.raised
                raised = len(stretch.text) < 8 and (small or stretch.raised > 0)
                source = stretch.source - len(gap) if stretch.source >= 0 else NOWHERE
                order = [NOWHERE, *stretch.order] if gap and stretch.order else stretch.order
                looks = stretch.face, int(bool(raised)), stretch.link
                yield Stretch(gap + stretch.text, *looks, source=source, order=order)

    @property
    def fixed(self) -> bool:
        """Whether all of its letters are equally wide."""
        return all(s.face.fixed for cell in self.cells for s in cell.stretches if s.text.strip())

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        return all(stretch.face.bold for stretch in self._plain())

    @property
    def italic(self) -> bool:
        """Whether all of its letters are italic."""
        return all(stretch.face.italic for stretch in self._plain())

    @property
    def words(self) -> str:
        """The text of all cells without the raised figures and signs that lead to notes."""
        if all(len(cell.stretches) == 1 for cell in self.cells):
            return self.text
        return "".join(stretch.text for stretch in self.stretches() if not stretch.is_mark)

    def _plain(self) -> list[Stretch]:
        """Return its stretches but for the marks of notes, which are not set as the words are."""
        found = [s for cell in self.cells for s in cell.stretches if s.text.strip()]
        worded = [s for s in found if not s.is_mark and any(map(str.isalnum, s.text))]
        return worded or found


@dataclass(slots=True)
class Page:
    """One page: its size in points, its lines in the order in which they are painted, and its label.

    `drawings` is where something is drawn with lines, `grids` are what rules make, and `told` is where the
    figures are of which the file says in words what they show.
    """

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    label: str = ""
    furniture: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    drawings: list[Box] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    told: list[tuple[Box, str]] = field(default_factory=list)


def lines_of(segments: Iterable[Segment], width: float) -> list[Line]:
    """Return the lines that `segments` make on a page of `width` points, in their order."""
    rows: list[list[Segment]] = []
    for segment in segments:
        if rows and _beside(rows[-1][-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    lines = [Line(_without_seams(row)) for row in rows]
    for line in lines:
        if len(line.cells) > 1:
            first = line.cells[0].text
            marked = marker_of(first) == first or bool(_NUMBER.fullmatch(first))
            near = line.cells[1].left - line.cells[0].right < 5 * line.size
            even = line.right - line.left > NARROW * width and _is_even(line)
            line.joined = (marked and near and len(line.cells) == 2) or even or _is_note_mark(line)
    return lines


def _without_seams(cells: Sequence[Segment]) -> list[Segment]:
    """Return `cells` with those put together that were painted apart and have no gap between them."""
    whole = [cells[0]]
    for cell in cells[1:]:
        size = whole[-1].face.size or 1.0
        alike = abs(cell.face.size - size) < 0.6 or (cell.face.size < size and len(cell.text) < LONGEST_MARK)
        if alike and abs(cell.left - whole[-1].right) < SEAM * size and not cell.leftward:
            put_together(whole[-1], cell)
        else:
            whole.append(cell)
    return whole


def put_together(one: Segment, two: Segment) -> None:
    """Let the text of `two` go on in the segment `one`, after a space where there is room for one."""
    size = one.face.size or 1.0
    small = two.face.size < SMALL * size
    raised = int(small and one.base - two.base > RAISED * size)
    first = two.stretches[0]
    if two.left - one.right > SPACE * size and not raised:
        order = [NOWHERE, *first.origins()]
        first = replace(first, text=f" {first.text}", order=order, source=NOWHERE)
    one.stretches += [
        replace(stretch, raised=raised or stretch.raised) for stretch in (first, *two.stretches[1:])
    ]
    one.left, one.right = min(one.left, two.left), max(one.right, two.right)
    one.top, one.bottom = min(one.top, two.top), max(one.bottom, two.bottom)


def part_columns(lines: Sequence[Line], width: float) -> list[Line]:
    """Return `lines` with columns that were painted across, line by line, one after the other."""
    pairs = [line for line in lines if _spans_columns(line, width)]
    edges = Counter(round(line.cells[1].left / 4) for line in pairs)
    if len(pairs) < FEWEST_PAIRS or edges.most_common(1)[0][1] < 0.6 * len(pairs):
        return list(lines)
    parted: list[Line] = []
    rights: list[Line] = []
    for line in lines:
        if _spans_columns(line, width):
            parted.append(Line([line.cells[0]]))
            rights.append(Line([line.cells[1]]))
        elif rights and line.left >= rights[-1].left - NEAR:
            rights.append(line)
        elif rights and line.right < rights[-1].left:
            parted.append(line)
        else:
            parted += [*rights, line]
            rights = []
    return [*parted, *rights]


def _spans_columns(line: Line, width: float) -> bool:
    """Tell whether `line` is two long texts side by side."""
    return len(line.cells) == 2 and all(cell.right - cell.left > 0.24 * width for cell in line.cells)


def _beside(one: Segment, two: Segment) -> bool:
    """Tell whether `two` goes on to the right of `one` on the same baseline."""
    ahead = two.right <= one.left + NEAR if one.leftward and two.leftward else two.left >= one.right - NEAR
    if not ahead:
        return False
    if abs(one.base - two.base) < 1.5:
        return True
    if marker_of(one.text) == one.text and abs(one.base - two.base) < 0.5 * two.face.size:
        return two.left - one.right < 4 * two.face.size
    overlap = min(one.bottom, two.bottom) - max(one.top, two.top)
    reach = HANGING if _is_mark_of(one, two) else 1
    close = two.left - one.right < reach * max(one.face.size, two.face.size)
    return close and overlap > 0.3 * min(one.height, two.height)


def _is_note_mark(line: Line) -> bool:
    first, second = line.cells[0], line.cells[1]
    gap = second.left - first.right
    hangs = gap < HANGING * second.face.size and _is_mark_of(first, second)
    return hangs or (gap < 12 and _is_small_beside(first, second))


def _is_mark_of(mark: Segment, text: Segment) -> bool:
    """Tell whether `mark` is a small raised figure or sign left of `text`, which may hang beside it."""
    raised = _is_small_beside(mark, text) and mark.base < text.base
    return raised and not any(map(str.isalpha, mark.text))


def _is_small_beside(mark: Segment, text: Segment) -> bool:
    return mark.face.size < SMALL * text.face.size and len(mark.text) < LONGEST_MARK


def _is_even(line: Line) -> bool:
    """Tell whether the gaps of a line are alike, as in justified text, and not those between columns."""
    if any(cell.text.endswith(LEADERS) for cell in line.cells[:-1]):
        return False
    gaps = [two.left - one.right for one, two in zip(line.cells, line.cells[1:], strict=False)]
    words = len(line.text.split())
    if words < 3 or max(gaps) >= 2.6 * line.size:
        return False
    alike = max(gaps) < 1.6 * min(gaps) and len(gaps) >= min(3, words - 1)
    return alike or max(gaps) < 1.35 * line.size


def join_justified(lines: Sequence[Line]) -> None:
    """Join the cells of lines that fill the column of the single lines around them: justified text."""
    for index, line in enumerate(lines):
        if line.single:
            continue
        for other in (*lines[max(index - 2, 0) : index], *lines[index + 1 : index + 3]):
            fills = abs(other.left - line.left) < NEAR and abs(other.right - line.right) < NEAR
            gaps = [two.left - one.right for one, two in zip(line.cells, line.cells[1:], strict=False)]
            if fills and other.single and other.face.size == line.face.size and max(gaps) < 4 * line.size:
                line.joined = True
                break


def marker_of(text: str) -> str:
    """Return the list marker at the beginning of `text`, or an empty string."""
    found = _MARKER.match(text)
    if not found or (len(found[0]) < len(text) and text[len(found[0])] != " "):
        return ""
    return found[0]


def usual_face(pages: Iterable[Page]) -> Face:
    """Return the face of most letters of a document, which is that of its running text."""
    counts: Counter[Face] = Counter()
    running: Counter[Face] = Counter()
    for page in pages:
        for line in page.lines:
            counts[line.face] += len(line.text)
        for one, two in pairwise(page.lines):
            if _runs_on(one, two, COLUMN * page.width):
                running[one.face] += len(one.text)
    usual, text = _most_used(counts), _most_used(running)
    # Reports may hold more letters in tables than in sentences; notes are smaller than both.
    return text if running.total() > RUNNING * counts.total() and text.size > usual.size else usual


def _most_used(counts: Counter[Face]) -> Face:
    """Return the face of most letters, of those in the size of most."""
    # Manuals may hold more code than text; but drafts are written in such letters as a whole.
    texts = Counter({face: count for face, count in counts.items() if not face.fixed})
    if texts.total() > TYPED * counts.total():
        counts = texts
    sizes: Counter[float] = Counter()
    for face, count in counts.items():
        sizes[face.size] += count
    if not sizes:
        return Face()
    size = sizes.most_common(1)[0][0]
    return max((face for face in counts if face.size == size), key=lambda face: counts[face])


def _runs_on(one: Line, two: Line, least: float) -> bool:
    """Tell whether `two` is the next line of a text of which `one` fills a column of this width at least."""
    if one.face != two.face or not (one.single and two.single) or one.right - one.left < least:
        return False
    return 0 < two.base - one.base < NEXT * one.size and two.left < one.left + NEXT * one.size
