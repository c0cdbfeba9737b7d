"""What a document is: one canonical text, and blocks, inline ranges and pages that point into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field, replace
from enum import StrEnum
from operator import attrgetter

from deskbrief.document.records import dataclass
from deskbrief.document.sizes import words_in
from deskbrief.document.spans import Span


class BlockKind(StrEnum):
    """The kinds of block that a document is made of."""

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    QUOTE = "quote"
    CODE = "code"
    FIGURE = "figure"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


_START = attrgetter("start")

#: Blocks of these kinds head other blocks and carry no paragraph number.
UNNUMBERED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE})


class InlineKind(StrEnum):
    """The kinds of inline range inside a block."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its text is `[start, end)` of the canonical text."""

    start: int
    end: int
    header: bool = False
    col_span: int = 1
    row_span: int = 1

    @property
    def span(self) -> Span:
        """The cell's place in the canonical text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Row:
    """One table row, cells from left to right."""

    cells: tuple[Cell, ...]

    @property
    def span(self) -> Span:
        """From the start of the first cell to the end of the last."""
        return Span(self.cells[0].start, self.cells[-1].end)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the file carries: its name in that file, and its size in pixels of 1/96 inch."""

    key: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a document; its text is `[start, end)` of the canonical text.

    `level` is set for headings (1 = outermost), `depth` (0 = outermost) and `marker` for list items,
    `rows` for tables, `alt` and `picture` for figures. `paragraph` is the stable number shown as ¶; 0 means
    none. `page` is the label of the page on which the block begins, or empty. Blocks with the same
    `quotation` stand in one quotation, whatever their kinds; they follow one another, and 0 means none. A
    figure that is a `scan` is a whole page of the file, of which there is a picture and no text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    depth: int = 0
    marker: str = ""
    paragraph: int = 0
    page: str = ""
    rows: tuple[Row, ...] = ()
    alt: str = ""
    picture: Picture | None = None
    quotation: int = 0
    scan: bool = False

    @property
    def span(self) -> Span:
        """The block's place in the canonical text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Inline:
    """A formatted stretch inside one block; `target` is a link's address.

    An address `#N` leads to code point N of the document's own text: so references lead to their footnotes.
    """

    kind: InlineKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The page labelled `label` begins at code point `offset`."""

    offset: int
    label: str


#: The source of a date that only the file itself has.
OF_THE_FILE = "file properties: created"
#: The source of the date of an electronic book: that of its making, often long after the text was written.
OF_THE_BOOK = "the book's package"


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """The day a text was published: an EDTF value, the wording it came from and where that stood.

    `source` is a short phrase such as "byline", "meta article:published_time" or "set by you".
    """

    edtf: str
    wording: str = ""
    source: str = ""

    @property
    def is_guess(self) -> bool:
        """Whether nothing but the properties of the file tells the day: it may be younger than the text."""
        return self.source in {OF_THE_FILE, OF_THE_BOOK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a document besides its text; an empty string means not stated."""

    title: str = ""
    subtitle: str = ""
    byline: str = ""
    publisher: str = ""
    published: DateEvidence | None = None
    language: str = ""
    url: str = ""
    format: str = "text"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that the file holds and the text does not: why, how many code points, and how it begins.

    `text` is as much of it as is kept. A part that is `optional` comes into the text when the file is read
    again with its reason among those to take in.
    """

    reason: str
    chars: int
    sample: str = ""
    text: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The receipt of reading: code points kept, what was left out, and what was noticed on the way.

    `remarks` are plain sentences for the reader, such as the encoding that had to be guessed; where some of
    the text could not be read, the file is not `whole` and the first remark says what is lost; one that is
    `cut` breaks off. `taken_in` are the reasons for leaving something out that the reader overruled.
    """

    kept: int
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    taken_in: tuple[str, ...] = ()
    whole: bool = True
    cut: bool = False

    @property
    def share(self) -> float:
        """The kept share of all text in the file, from 0 to 1."""
        lost = sum(part.chars for part in self.left_out)
        return self.kept / (self.kept + lost) if self.kept + lost else 1.0


@dataclass(frozen=True, slots=True)
class SourceRun:
    """`length` code points at `start` of the canonical text stood at `source` of the decoded file.

    A run without a length says that what begins there belongs to that place although none of its words do:
    figures, and the names that a file gives to pages without text.
    """

    start: int
    source: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its structure; immutable, and identified by the SHA-256 of its source bytes.

    `blocks` are in text order and do not overlap. `source_runs` maps the canonical text back to the
    decoded file where the format is plain text, to the letters of the pages where it is PDF (see `paging`),
    and is empty where no such mapping makes sense.
    """

    sha256: str
    metadata: Metadata
    text: str
    blocks: tuple[Block, ...]
    inlines: tuple[Inline, ...] = ()
    pages: tuple[PageBreak, ...] = ()
    coverage: Coverage = field(default_factory=lambda: Coverage(0))
    source_runs: tuple[SourceRun, ...] = ()

    @property
    def scans(self) -> int:
        """The number of pages that are pictures without text."""
        return sum(block.scan for block in self.blocks)

    @property
    def wordless(self) -> bool:
        """Whether no word of it stands on its pages, which are pictures; their names alone are its text."""
        return self.scans > 0 and not any(run.length for run in self.source_runs)

    @property
    def words(self) -> int:
        """The number of words in the text; see `words_in` for scripts without spaces."""
        return words_in(self.text)

    @property
    def paragraphs(self) -> int:
        """The highest paragraph number."""
        return max((block.paragraph for block in self.blocks), default=0)

    def block_index(self, offset: int) -> int:
        """Return the index of the last block that starts at or before `offset` (0 if none does)."""
        return max(bisect_right(self.blocks, offset, key=_START) - 1, 0)

    def block_at(self, offset: int) -> Block:
        """Return the block that holds `offset`, or the nearest one before it."""
        return self.blocks[self.block_index(offset)]

    def paragraph_at(self, offset: int) -> int:
        """Return the ¶ number at `offset`; for a heading that of the next numbered block."""
        # No slice: of a book that would be ten thousand blocks for each question.
        for index in range(self.block_index(offset), len(self.blocks)):
            if self.blocks[index].paragraph:
                return self.blocks[index].paragraph
        return self.paragraphs

    def dated(self, edtf: str) -> Document:
        """Return this document with the date that its reader set; an empty one changes nothing."""
        if not edtf:
            return self
        published = DateEvidence(edtf, source="set by you")
        return replace(self, metadata=replace(self.metadata, published=published))

    def quote(self, span: Span) -> str:
        """Return the text under `span`."""
        return span.of(self.text)
