"""What a brief is before it is a file: an ordered choice of items, each citing its passage."""

from __future__ import annotations

from enum import StrEnum

from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass


class PageSize(StrEnum):
    """The paper a brief is laid out for."""

    A4 = "A4"
    LETTER = "Letter"


class PlanKind(StrEnum):
    """The kinds of section a brief can have."""

    POINTS = "points"
    CHRONOLOGY = "chronology"
    RECOMMENDATIONS = "recommendations"
    NOTES = "notes"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Reference:
    """One numbered passage of the source.

    `quote` is what the reference list prints: an exact stretch `[start, end)` of the canonical text,
    with white space folded. `locator` is "¶7" or "p. 12". `verified` tells whether the quote was
    found at its place when the plan was made.
    """

    number: int
    quote: str
    locator: str
    section: str
    start: int
    end: int
    verified: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the brief and the numbers of the references that it rests on."""

    text: str
    references: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """One event: `when` as shown, `edtf` as a value for the drawn timeline."""

    when: str
    edtf: str
    event: str
    detail: str
    status: str
    references: tuple[int, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation as the brief's table shows it."""

    addressee: str
    action: str
    strength: str
    references: tuple[int, ...] = ()
    confirmed: bool = False
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note: the quoted passage, the reader's words and the mark's role."""

    quote: str
    body: str
    role: Role
    references: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name with its kind and how often the source mentions it."""

    name: str
    kind: str
    mentions: int
    references: tuple[int, ...] = ()


PlanRow = Statement | ChronologyRow | RecommendationRow | NoteRow | NameRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """One section of a brief; `rows` come in order of importance where the section is a choice.

    `omitted` counts the rows that were left out so that the brief fits its page.
    """

    kind: PlanKind
    title: str
    points: tuple[Statement, ...] = ()
    chronology: tuple[ChronologyRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    names: tuple[NameRow, ...] = ()
    omitted: int = 0


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the brief says of its source: the line under the title, the file's name and its hash."""

    line: str
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPlan:
    """A whole brief as data, from which every format is written.

    `prepared` is a date in ISO 8601. `one_page` asks the writer to leave out rows, last first and
    counted, until the brief fits one page.
    """

    title: str
    source: SourceFacts
    prepared: str
    author: str = ""
    marking: str = ""
    page_size: PageSize = PageSize.A4
    language: str = "en"
    bottom_line: Statement | None = None
    sections: tuple[PlanSection, ...] = ()
    references: tuple[Reference, ...] = ()
    one_page: bool = True
