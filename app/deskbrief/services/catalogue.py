"""Everything that a brief of some sources could hold: each row with a key by which a draft remembers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from deskbrief.document.edtf import bounds
from deskbrief.document.plan import (
    ChronologyRow,
    FigureRow,
    NameRow,
    NoteRow,
    PlanKind,
    PlanRow,
    PlanSection,
    RecommendationRow,
    Reference,
    SourceFacts,
    Statement,
    Template,
)
from deskbrief.document.spans import Span
from deskbrief.services import plansections as make
from deskbrief.services.planning import BriefSource, cited, facts_of, title_of
from deskbrief.services.plansections import MOST_POINTS, Cited
from deskbrief.services.quoting import on_one_line
from deskbrief.services.references import References, locator

#: The sections that each template switches on, in its order.
HELD: MappingProxyType[Template, tuple[PlanKind, ...]] = MappingProxyType(
    {
        Template.ONE_PAGE: (
            *(PlanKind.POINTS, PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS),
            PlanKind.NOTES,
        ),
        Template.FULL: (
            *(PlanKind.POINTS, PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS),
            *(PlanKind.FIGURES, PlanKind.NAMES, PlanKind.NOTES),
        ),
        Template.CHRONOLOGY: (PlanKind.CHRONOLOGY,),
        Template.RECOMMENDATIONS: (PlanKind.RECOMMENDATIONS,),
        Template.NOTES: (PlanKind.NOTES,),
        Template.NAMES: (PlanKind.NAMES, PlanKind.FIGURES),
        Template.TEXT: (PlanKind.PASSAGES,),
    }
)
#: Kinds of which a full brief shows the chief rows only.
CHIEFLY = frozenset({PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS, PlanKind.FIGURES, PlanKind.NAMES})
#: Templates that begin with a bottom line of the source's own.
OFFERING = frozenset({Template.ONE_PAGE, Template.FULL})
#: Templates that show events without a time, recommendations by addressee, notes by section.
_UNDATED = frozenset({Template.FULL, Template.CHRONOLOGY})
_GROUPED = frozenset({Template.FULL, Template.RECOMMENDATIONS})
_BY_SECTION = frozenset({Template.FULL, Template.NOTES})
#: More sentences than this are never offered.
MOST_OFFERED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row that a brief can hold.

    `on` tells whether it does unless the reader says otherwise. `quote` is what the row quotes, empty when it
    quotes nothing, and `passage` what stands there in the source. `span` is that place in the source at
    position `source`, if the row has one.
    """

    key: str
    row: PlanRow
    label: str
    locator: str = ""
    on: bool = True
    quote: str = ""
    passage: str = ""
    span: Span | None = None
    source: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of section with all its entries; the whole text has none, it is held or not."""

    kind: PlanKind
    title: str
    entries: tuple[Entry, ...] = ()
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source that can be taken over as the bottom line."""

    source: str
    start: int
    end: int
    words: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What a brief of `sources` after `template` can hold; `references` are of all entries."""

    template: Template
    title: str
    language: str
    facts: tuple[SourceFacts, ...]
    sources: tuple[Cited, ...]
    references: tuple[Reference, ...]
    offers: tuple[Offer, ...]
    sentences: tuple[Sentence, ...]

    def offer(self, kind: PlanKind) -> Offer | None:
        """Return what is offered of this kind, if anything is."""
        return next((offer for offer in self.offers if offer.kind is kind), None)

    def position(self, sha256: str) -> int | None:
        """Return the position of the source with this hash."""
        hashes = [source.document.sha256 for source in self.sources]
        return hashes.index(sha256) if sha256 in hashes else None

    @property
    def best(self) -> Sentence | None:
        """The bottom line that the template begins with: the best sentence of a single source."""
        alone = len(self.sources) == 1 and self.template in OFFERING
        return self.sentences[0] if alone and self.sentences else None


@dataclass(frozen=True, slots=True)
class Cites:
    """The sources of a catalogue, its references by number, and the whole passages that they cite."""

    sources: tuple[Cited, ...]
    references: dict[int, Reference]
    passages: dict[int, tuple[int, Span]]


def make_catalogue(
    given: Sequence[BriefSource], template: Template, added: Sequence[tuple[str, Span]] = ()
) -> Catalogue:
    """Return the catalogue of `given`, the same for the same sources; `template` orders the rows.

    `added` are passages, with the hash of their source, that the reader has added to what the sources say.
    """
    references = References(numbered=len(given) > 1)
    sources = tuple(cited(one, references) for one in given)
    sentences = tuple(_sentences(sources))
    sections = list(_sections(sources, template, added))
    for sentence in sentences:
        _cite(sources, sentence)
    listed = references.listed()
    known = {reference.number: reference for reference in listed}
    alone = len(sources) == 1 and template in OFFERING and bool(sentences)
    offers = []
    cites = Cites(sources, known, references.passages())
    for section in sections:
        on = list(_on(section, cites, template, spare=1 if alone else 0))
        if section.kind is PlanKind.POINTS:
            on = _with_added(section, cites, on, added)
        offers.append(_offer(section, cites, on))
    if len(sources) == 1:
        offers.append(Offer(PlanKind.PASSAGES, "Text and notes"))
    return Catalogue(
        template=template,
        title=title_of(given),
        language=given[0].document.metadata.language or "en",
        facts=tuple(map(facts_of, given)),
        sources=sources,
        references=listed,
        offers=tuple(offer for offer in offers if offer.entries or offer.kind is PlanKind.PASSAGES),
        sentences=sentences,
    )


def _sections(
    sources: Sequence[Cited], template: Template, added: Sequence[tuple[str, Span]]
) -> Iterator[PlanSection]:
    yield make.points(sources, skip=0, most=MOST_OFFERED * len(sources), added=added)
    yield make.chronology(sources, undated=True)
    yield make.recommendations(sources, grouped=template in _GROUPED)
    yield make.figures(sources)
    yield make.names(sources)
    yield make.notes(sources, by_section=template in _BY_SECTION)


def _sentences(sources: Sequence[Cited]) -> Iterator[Sentence]:
    for source in sources:
        document = source.document
        for span in source.worth.sentences[:MOST_OFFERED]:
            words = on_one_line(document.quote(span))
            if words:
                yield Sentence(document.sha256, span.start, span.end, words, locator(document, span))


def _cite(sources: Sequence[Cited], sentence: Sentence) -> None:
    source = next(one for one in sources if one.document.sha256 == sentence.source)
    source.citer.cite(Span(sentence.start, sentence.end))


def _on(section: PlanSection, cites: Cites, template: Template, *, spare: int) -> Iterator[bool]:
    """Yield for each row whether a brief holds it by itself; `spare` sentences stand in the bottom line."""
    if template is Template.FULL and section.kind in CHIEFLY:
        yield from make.chief(section)
        return
    counts: Counter[int] = Counter()
    most = max(MOST_POINTS // len(cites.sources), 1)
    for row in section.rows:
        if isinstance(row, Statement):
            source = cites.references[row.references[0]].source
            counts[source] += 1
            yield spare < counts[source] <= most + spare
        elif isinstance(row, ChronologyRow):
            yield bool(bounds(row.edtf)) or template in _UNDATED
        else:
            yield True


def _with_added(
    section: PlanSection, cites: Cites, on: Sequence[bool], added: Sequence[tuple[str, Span]]
) -> list[bool]:
    """Return `on` with every row switched on that stands on a passage which the reader has added."""
    passages = [cites.passages[row.references[0]] for row in section.rows]
    return [
        held or (cites.sources[source].document.sha256, span) in added
        for held, (source, span) in zip(on, passages, strict=True)
    ]


def _offer(section: PlanSection, cites: Cites, on: Sequence[bool]) -> Offer:
    seen: Counter[str] = Counter()
    entries = []
    for row, held in zip(section.rows, on, strict=True):
        entry = _entry(row, cites, held)
        seen[entry.key] += 1
        entries.append(replace(entry, key=f"{entry.key}#{seen[entry.key]}"))
    return Offer(section.kind, section.title, tuple(entries), section.grouped)


def _entry(row: PlanRow, cites: Cites, held: bool) -> Entry:
    """Return the entry of a row, whose key is not yet told apart from those of other rows on its passage."""
    label = on_one_line(label_of(row))
    if not row.references:
        return Entry(key=label, row=row, label=label, on=held, quote=quote_of(row))
    number = row.references[0]
    source, span = cites.passages[number]
    document = cites.sources[source].document
    own = f"{row.kind}:{row.name}" if isinstance(row, NameRow) else ""
    quote = quote_of(row)
    return Entry(
        key=own or _on_passage(document.sha256, span),
        row=row,
        label=label,
        locator=cites.references[number].locator,
        on=held,
        quote=quote,
        passage=on_one_line(document.quote(span)) if quote else "",
        span=span,
        source=source,
    )


def key_of(sha256: str, span: Span) -> str:
    """Return the key of the first entry on a passage in a section."""
    return f"{_on_passage(sha256, span)}#1"


def _on_passage(sha256: str, span: Span) -> str:
    return f"{sha256[:16]}:{span.start}-{span.end}"


def quote_of(row: PlanRow) -> str:
    """Return what a row quotes from the source, without quotation marks."""
    if isinstance(row, Statement):
        return row.text.removeprefix("“").removesuffix("”")
    return row.quote if isinstance(row, NoteRow) else ""


def label_of(row: PlanRow) -> str:
    """Return the words by which a row is shown in a list."""
    match row:
        case ChronologyRow():
            words = f"{row.when} · {row.event}"
        case RecommendationRow():
            words = f"{row.action} ({row.addressee})"
        case NoteRow():
            words = f"“{row.quote}” {row.body}" if row.quote else row.body
        case NameRow():
            words = f"{row.name} · {row.mentions}×"
        case FigureRow():
            words = f"{row.text} {row.of}"
        case Statement():
            words = row.text
        case _:
            words = ""
    return words.strip()
