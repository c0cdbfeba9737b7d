"""What a brief is before it is a file: an ordered choice of items, each citing its passage."""

from __future__ import annotations

from enum import StrEnum

from deskbrief.document.anchors import Anchor
from deskbrief.document.model import BlockKind
from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass


class PageSize(StrEnum):
    """The paper a brief is laid out for."""

    A4 = "A4"
    LETTER = "Letter"


class Format(StrEnum):
    """The formats a brief is written in; each is also the usual suffix of its files."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"


class Template(StrEnum):
    """The kinds of brief, by what they hold."""

    ONE_PAGE = "one-page"
    FULL = "full"
    CHRONOLOGY = "chronology"
    RECOMMENDATIONS = "recommendations"
    NOTES = "notes"
    NAMES = "names"
    TEXT = "text"


class PlanKind(StrEnum):
    """The kinds of section a brief can have; each names the field of `PlanSection` with its rows."""

    POINTS = "points"
    CHRONOLOGY = "chronology"
    RECOMMENDATIONS = "recommendations"
    NOTES = "notes"
    NAMES = "names"
    FIGURES = "figures"
    PASSAGES = "passages"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Reference:
    """One numbered passage of the source.

    `quote` is what the reference list prints: an exact stretch `[start, end)` of the canonical text,
    with white space folded. `locator` is "¶7" or "p. 12". `verified` tells whether the quote was
    found at its place when the plan was made. `source` is the position of its source in the plan's. `anchor`
    remembers the stretch, so that it can be looked for in another edition. The passage may have words before
    the quote (`late`) and after it (`cut`).
    """

    number: int
    quote: str
    locator: str
    section: str
    start: int
    end: int
    verified: bool
    source: int = 0
    anchor: Anchor | None = None
    late: bool = False
    cut: bool = False

    @property
    def words(self) -> str:
        """The quote in quotation marks, with an ellipsis where the passage goes on."""
        return f"“{'… ' if self.late else ''}{self.quote}{' …' if self.cut else ''}”"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the brief and the numbers of the references that it rests on.

    `worth` tells how much it matters beside others where not all have room; it is `own` when the reader
    chose it.
    """

    text: str
    references: tuple[int, ...] = ()
    worth: float = 0.0
    own: bool = False


@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """One event: `when` as shown, `edtf` as a value for the drawn timeline.

    `worth` and `own` are as those of statements. `core` are the words for the event itself where `event` is
    the sentence that tells it: a cut must not lose them.
    """

    when: str
    edtf: str
    event: str
    detail: str
    status: str
    references: tuple[int, ...] = ()
    confirmed: bool = False
    worth: float = 0.0
    own: bool = False
    core: str = ""


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation as the brief's table shows it; `worth` and `own` as of statements."""

    addressee: str
    action: str
    strength: str
    references: tuple[int, ...] = ()
    confirmed: bool = False
    deadline: str = ""
    worth: float = 0.0
    own: bool = False


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note: the quoted passage, the reader's words and the mark's role.

    `under` is the title of the section of the source in which the passage stands, where notes are told by
    section.
    """

    quote: str
    body: str
    role: Role
    references: tuple[int, ...] = ()
    under: str = ""


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name with its kind and how often the source mentions it.

    One with a `worth` is named in what the source tells, and not only in lists of books and the like.
    """

    name: str
    kind: str
    mentions: int
    references: tuple[int, ...] = ()
    worth: float = 0.0


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One quantity as the source words it, and what it is of; `other` is what it states elsewhere.

    `worth` is as that of statements.
    """

    text: str
    of: str
    change: str = ""
    other: str = ""
    references: tuple[int, ...] = ()
    worth: float = 0.0


@dataclass(frozen=True, slots=True)
class MarkedStretch:
    """The reader's mark on `[start, end)` of a passage's own text."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """One block of the source, whole, with the reader's marks in it and the notes beside it.

    `label` is its number, such as "¶7"; `level` is a heading's, `marker` a list item's. A passage cites
    nothing: it is the source itself. `cells` are the rows of a table, the first of them its head if `headed`.
    """

    kind: BlockKind
    text: str
    label: str = ""
    level: int = 0
    marker: str = ""
    cells: tuple[tuple[str, ...], ...] = ()
    headed: bool = False
    marks: tuple[MarkedStretch, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    references: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsRow:
    """Words of the reader's own: `body` is Markdown with paragraphs and lists; it cites nothing."""

    body: str
    references: tuple[int, ...] = ()


PlanRow = (
    Statement | ChronologyRow | RecommendationRow | NoteRow | NameRow | FigureRow | PassageRow | WordsRow
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """One section of a brief.

    `omitted` counts the rows that are left out, `unfit` those among them for which the page had no room.
    `grouped` asks for recommendations under their addressees; `arranged` tells that the order of the rows is
    the reader's.
    """

    kind: PlanKind
    title: str
    points: tuple[Statement, ...] = ()
    chronology: tuple[ChronologyRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    names: tuple[NameRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    passages: tuple[PassageRow, ...] = ()
    words: tuple[WordsRow, ...] = ()
    omitted: int = 0
    grouped: bool = False
    unfit: int = 0
    arranged: bool = False

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """The rows it has; the field that holds them is named like its kind."""
        rows: tuple[PlanRow, ...] = getattr(self, self.kind.value)
        return rows


@dataclass(frozen=True, slots=True)
class Logo:
    """The sign of the house that a brief comes from, above its title.

    `png` is an opaque picture of 8 bits a colour as base64, so that it can stand in a draft. `words` say what
    it shows to who cannot see it; without them it is an ornament. `name` is that of the file it came from.
    """

    png: str
    words: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the brief says of a source: the line under the title, the file's name, its hash, its title.

    `remarks` say in plain sentences what was not looked for in it.
    """

    line: str
    file_name: str
    sha256: str
    title: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPlan:
    """A whole brief as data, from which every format is written.

    `prepared` is a date in ISO 8601. `one_page` asks the writer to leave out rows, last first and
    counted, until the brief fits one page. `others` are further sources: numbers in front of locators tell
    which one is meant, counted from 1 with `source` as the first.
    """

    title: str
    source: SourceFacts
    prepared: str
    author: str = ""
    marking: str = ""
    page_size: PageSize = PageSize.A4
    logo: Logo | None = None
    language: str = "en"
    bottom_line: Statement | None = None
    sections: tuple[PlanSection, ...] = ()
    references: tuple[Reference, ...] = ()
    one_page: bool = True
    others: tuple[SourceFacts, ...] = ()

    @property
    def sources(self) -> tuple[SourceFacts, ...]:
        """All sources."""
        return (self.source, *self.others)
