"""What an outline is: the items that analysis finds in a document, each with its evidence."""

from __future__ import annotations

from enum import StrEnum

from deskbrief.document.edtf import display
from deskbrief.document.model import DateEvidence
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span

#: The version of the rules that analysis works by; a stored outline of another version is made again.
RULES = "13"

#: The remark of an outline of a text in a language for which there are few rules.
NOT_ENGLISH = (
    "The text is not in English: sections, tables and sentences with a date are outlined; names, figures, "
    "quotes and recommendations were not looked for."
)

#: Words that lean on what stands before or after them: a title that begins or ends so needs its sentence.
LEANING = frozenset(
    """he she it they we i you this that these those his her their its our there to could would should will
    and or but of in on at by for with from as than before after about up""".split()  # noqa: SIM905
)


class Degree(StrEnum):
    """How a date came by its value."""

    EXPLICIT = "explicit"
    COMPLETED = "completed"
    INFERRED = "inferred"
    UNRESOLVED = "unresolved"


class Status(StrEnum):
    """Whether an event is told as something that happened."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    ONGOING = "ongoing"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Strength(StrEnum):
    """How strongly a recommendation is put."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Origin(StrEnum):
    """The part of a document that an item was found in."""

    PROSE = "prose"
    TABLE = "table"
    LIST = "list"
    HEADING = "heading"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of its level or above.

    `[start, end)` runs from the heading (from the first block, for the opening) to the section's end,
    subsections included. `gist` holds sentences of the section that stand for it.
    """

    title: str
    level: int
    start: int
    end: int
    gist: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A wording that names a time.

    `type` is the TIMEX3 type (DATE, TIME, DURATION, SET), `value` the TIMEX3 value, `edtf` the EDTF
    (ISO 8601-2) value or empty when it cannot be resolved. `reason` says in words how the value came
    about. `recipe` is what analysis needs to work it out again for another document date.
    """

    start: int
    end: int
    type: str
    value: str
    edtf: str = ""
    degree: Degree = Degree.UNRESOLVED
    reason: str = ""
    recipe: str = ""

    @property
    def span(self) -> Span:
        """The place of the wording."""
        return Span(self.start, self.end)

    @property
    def is_vague(self) -> bool:
        """Whether it names no point in time ("now"), so that no date of the document resolves it."""
        open_value = not self.edtf and self.value.endswith("_REF")
        return open_value and self.recipe != "" and '"unit"' not in self.recipe


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event is: an EDTF value, where it is said, and how it was worked out.

    `words` is how it is called where EDTF has no form for it ("fiscal year 2007"), else empty.
    """

    edtf: str
    start: int
    end: int
    reason: str = ""
    degree: Degree = Degree.EXPLICIT
    words: str = ""

    @property
    def shown(self) -> str:
        """The date in words for people, empty when it is not known."""
        return self.words or (display(self.edtf) if self.edtf else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened or is to happen at a time.

    `spans` are the evidence: the sentence, table row or list item first. `trigger` is the word or
    phrase that names the happening. `detail` is a further description in the words of the source.
    """

    date: EventDate
    title: str
    spans: tuple[Span, ...]
    detail: str = ""
    who: tuple[str, ...] = ()
    where: str = ""
    status: Status = Status.OCCURRED
    status_wording: str = ""
    source: Origin = Origin.PROSE
    trigger: Span | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """Who should do what, and how strongly.

    `addressee` is empty when the text does not say who should act. `wording` is the expression that
    carries the strength ("should consider"). `title` is the label of a labelled item, else empty.
    `speaker` is set when somebody other than the document's own voice recommends.
    """

    action: str
    spans: tuple[Span, ...]
    addressee: str = ""
    title: str = ""
    strength: Strength = Strength.SHOULD
    wording: str = ""
    condition: str = ""
    deadline: str = ""
    speaker: str = ""
    source: Origin = Origin.PROSE
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something named, under its fullest form.

    `kind` is person, organisation, place, law, document or other.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


class FigureKind(StrEnum):
    """What a figure measures with."""

    MONEY = "money"
    PERCENT = "percent"
    SHARE = "share"
    QUANTITY = "quantity"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity `[start, end)`, unit included, in the words of the source.

    `low` and `high` are decimal numbers written out ("2500000000"), the same unless it is a range. `unit` is
    an ISO 4217 code, "%", or the unit's usual short form, and empty for counts and shares. `about` is the
    wording that makes it inexact ("more than"), `of` what is counted or measured, `change` is "up", "down"
    or empty. `differs` holds the places where the document states the same quantity otherwise.
    """

    text: str
    kind: FigureKind
    start: int
    end: int
    low: str = ""
    high: str = ""
    unit: str = ""
    about: str = ""
    of: str = ""
    change: str = ""
    differs: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """The place of the quantity."""
        return Span(self.start, self.end)


class Speech(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What the document says that somebody said; the first span holds the words or the clause.

    `speaker` is empty when the text names nobody, and `named` tells whether it is a name and not a
    description ("officials"); a speaker that stands for a pronoun is `inferred`. `verb` is the wording that
    attributes it ("warned", "according to").
    """

    speaker: str
    verb: str
    spans: tuple[Span, ...]
    speech: Speech = Speech.DIRECT
    named: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term that the document defines for its own use, with the words that define it.

    `[start, end)` is the passage that defines it.
    """

    term: str
    definition: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and the long form that the text gives for it."""

    short: str
    long: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything analysis found in one document.

    `rules` names the version of the rules. `model` names the language model, and is empty when the
    outline was made by rules alone; `remarks` then says why in plain sentences. `dated` is the day of writing
    that times are counted from, with its evidence, where the document itself tells one.
    """

    rules: str = ""
    model: str = ""
    sections: tuple[Section, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    terms: tuple[Term, ...] = ()
    key_sentences: tuple[Span, ...] = ()
    remarks: tuple[str, ...] = ()
    dated: DateEvidence | None = None

    @property
    def is_foreign(self) -> bool:
        """Whether names, figures, quotes and recommendations were not looked for in the text's language."""
        return NOT_ENGLISH in self.remarks
