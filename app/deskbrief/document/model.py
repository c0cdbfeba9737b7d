"""What a document is: one canonical text, and blocks, inline ranges and pages that point into it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import field, replace
from enum import StrEnum
from operator import attrgetter

from deskbrief.document.records import dataclass
from deskbrief.document.sizes import words_in
from deskbrief.document.spans import Span


def paragraph_words(count: int, label: str = "") -> str:
    """Return how a paragraph is cited: by its `label`, else by ¶ and its count; empty for none."""
    return label or (f"¶{count}" if count else "")


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


_START, _OFFSET = attrgetter("start"), attrgetter("offset")
#: Code points whose words are counted in one go.
COUNTED_AT_ONCE = 200_000

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
    `rows` for tables, `alt` and `picture` for figures. `paragraph` is the stable count of paragraphs; 0 means
    none. `label` is how its place is told where that is not ¶ and the count: by the source's own numbers, as
    `numbering.labels` finds them. `page` is the label of the page on which the block begins, or empty. Blocks
    with the same `quotation` stand in one quotation, whatever their kinds; they follow one another, and 0
    means none. A figure that is a `scan` is a whole page of the file, of which there is only a picture.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    depth: int = 0
    marker: str = ""
    paragraph: int = 0
    label: str = ""
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

    @property
    def place(self) -> str:
        """How the block is cited: "¶7", by the source's own number where it has one; empty for none."""
        return paragraph_words(self.paragraph, self.label)


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
    """The page labelled `label` begins at code point `offset`, or goes on there after a part of another."""

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


class Counted:
    """What was counted in a text, kept beside its fields: it takes long in a book, and is asked for often."""

    __slots__ = ("_labelled", "_paragraphs", "_scans", "_words")
    _words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Counted):
    """A text with its structure; immutable, and identified by the SHA-256 of its source bytes.

    `blocks` are in text order and do not overlap. `pages` tell where text of another page begins, also in the
    middle of a block; one that footnotes of the page before it interrupt is told twice. `source_runs` maps
    the canonical text back to the decoded file where the format is plain text, to the letters of the pages
    where it is PDF (see `paging`), and is empty where no such mapping makes sense.
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
        return self._counted("_scans", lambda: sum(block.scan for block in self.blocks))

    @property
    def wordless(self) -> bool:
        """Whether no word of it stands on its pages, which are pictures; their names alone are its text."""
        return self.scans > 0 and not any(run.length for run in self.source_runs)

    @property
    def words(self) -> int:
        """The number of words in the text; see `words_in` for scripts without spaces."""
        for _ in self.count_words():
            pass
        return self._words

    def count_words(self) -> Iterator[None]:
        """Count the words, so that `words` is there at once; yields between two slices of a long text."""
        if hasattr(self, "_words"):
            return
        words, at, text = 0, 0, self.text
        while at < len(text):
            if at:
                yield
            # A slice ends at white space, or else where a very long line ends.
            end = at + COUNTED_AT_ONCE
            end = len(text) if end >= len(text) else (max(text.find(" ", end), 0) or len(text))
            words += words_in(text[at:end])
            at = end
        self._counted("_words", lambda: words)

    def _counted(self, name: str, count: Callable[[], int]) -> int:
        try:
            known: int = getattr(self, name)
        except AttributeError:
            known = count()
            object.__setattr__(self, name, known)
        return known

    @property
    def paragraphs(self) -> int:
        """The highest paragraph number."""
        return self._counted(
            "_paragraphs", lambda: max((block.paragraph for block in self.blocks), default=0)
        )

    def block_index(self, offset: int) -> int:
        """Return the index of the last block that starts at or before `offset` (0 if none does)."""
        return max(bisect_right(self.blocks, offset, key=_START) - 1, 0)

    def block_at(self, offset: int) -> Block:
        """Return the block that holds `offset`, or the nearest one before it."""
        return self.blocks[self.block_index(offset)]

    @property
    def page_labels(self) -> tuple[str, ...]:
        """The labels of the pages, each once, in the order in which they begin."""
        return tuple(dict.fromkeys(page.label for page in self.pages))

    def page_at(self, offset: int) -> str:
        """Return the label of the page on which the code point at `offset` stands, or an empty string."""
        at = bisect_right(self.pages, offset, key=_OFFSET) - 1
        if at >= 0:
            return self.pages[at].label
        return self.block_at(offset).page if self.blocks else ""

    def paragraph_at(self, offset: int) -> int:
        """Return the count of the paragraph at `offset`; for a heading that of the next one; 0 for none."""
        block = self.numbered_at(offset)
        return block.paragraph if block else 0

    @property
    def labelled(self) -> bool:
        """Whether places are told by numbers of the source's own, or so that they are not taken for such."""
        return bool(self._counted("_labelled", lambda: int(any(block.label for block in self.blocks))))

    def numbered_at(self, offset: int) -> Block | None:
        """Return the paragraph at `offset`; for a heading the next one, behind the last the last; or none."""
        # No slice: of a book that would be ten thousand blocks for each question.
        for index in range(self.block_index(offset), len(self.blocks)):
            if self.blocks[index].paragraph:
                return self.blocks[index]
        return next((block for block in reversed(self.blocks) if block.paragraph), None)

    def place_at(self, offset: int) -> str:
        """Return how the paragraph at `offset` is cited, such as "¶7"; empty where there are none."""
        block = self.numbered_at(offset)
        return block.place if block else ""

    def dated(self, edtf: str, found: DateEvidence | None = None) -> Document:
        """Return this document with the date that its reader set, else with the one `found` in its text."""
        published = DateEvidence(edtf, source="set by you") if edtf else found
        if published is None:
            return self
        return replace(self, metadata=replace(self.metadata, published=published))

    def quote(self, span: Span) -> str:
        """Return the text under `span`."""
        return span.of(self.text)
