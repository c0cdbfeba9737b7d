"""Choosing what goes into a brief: the plan from which every format is written."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from deskbrief.document.edtf import bounds, display
from deskbrief.document.model import Coverage, Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Event, Outline, Recommendation, Strength
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    NoteRow,
    PageSize,
    PlanKind,
    PlanSection,
    RecommendationRow,
    SourceFacts,
    Statement,
)
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, Item
from deskbrief.services.notetaking import PlacedNote
from deskbrief.services.references import References
from deskbrief.services.titles import document_title

#: Sentences of the source that a brief shows besides the bottom line.
MOST_POINTS = 4
STRENGTHS = (Strength.MUST, Strength.SHOULD, Strength.COULD)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """What the reader says about a brief; empty strings are filled from the source.

    `prepared` is a date in ISO 8601. An empty `bottom_line` offers the source's best sentence as a quote.
    """

    prepared: str
    title: str = ""
    author: str = ""
    marking: str = ""
    page_size: PageSize = PageSize.A4
    bottom_line: str = ""
    one_page: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSource:
    """Everything a brief is made from: a document as the reader has it."""

    document: Document
    outline: Outline
    curated: Curated
    notes: tuple[PlacedNote, ...] = ()
    file_name: str = ""


def make_plan(source: BriefSource, options: BriefOptions) -> BriefPlan:
    """Return the plan of the one-page brief of `source`: pure data, the same for the same input."""
    references = References(source.document, source.outline)
    bottom_line = _bottom_line(source, options, references)
    sections = (
        _points(source, references, skip=0 if options.bottom_line else 1),
        _chronology(source.curated.kept_events(), references),
        _recommendations(source.curated.kept_recommendations(), references),
        _notes(source.notes, references),
    )
    return BriefPlan(
        title=options.title or document_title(source.document, source.file_name),
        source=SourceFacts(_source_line(source.document), source.file_name, source.document.sha256),
        prepared=options.prepared,
        author=options.author,
        marking=options.marking,
        page_size=options.page_size,
        language=source.document.metadata.language or "en",
        bottom_line=bottom_line,
        sections=tuple(section for section in sections if _rows(section)),
        references=references.listed(),
        one_page=options.one_page,
    )


def _rows(section: PlanSection) -> int:
    return sum(map(len, (section.points, section.chronology, section.recommendations, section.notes)))


def _quoted(document: Document, span: Span) -> str:
    return f"“{' '.join(document.quote(span).split())}”"


def _bottom_line(source: BriefSource, options: BriefOptions, references: References) -> Statement | None:
    if options.bottom_line:
        return Statement(options.bottom_line)
    if not source.outline.key_sentences:
        return None
    best = source.outline.key_sentences[0]
    return Statement(_quoted(source.document, best), references.cite(best))


def _points(source: BriefSource, references: References, skip: int) -> PlanSection:
    """Return what the source says best, without sentences that stand among the recommendations anyway."""
    told = [item.span for item in source.curated.kept_recommendations()]
    others = (span for span in source.outline.key_sentences[skip:] if not any(map(span.overlaps, told)))
    spans = tuple(islice(others, MOST_POINTS))
    points = tuple(Statement(_quoted(source.document, span), references.cite(span)) for span in spans)
    return PlanSection(kind=PlanKind.POINTS, title="What the source says", points=points)


def _chronology(items: Iterable[Item[Event]], references: References) -> PlanSection:
    dated = [item for item in items if item.value.date.edtf and bounds(item.value.date.edtf)]
    dated.sort(key=lambda item: bounds(item.value.date.edtf) or (0.0, 0.0))
    rows = tuple(_event_row(item, references) for item in dated)
    return PlanSection(kind=PlanKind.CHRONOLOGY, title="Chronology", chronology=rows)


def _event_row(item: Item[Event], references: References) -> ChronologyRow:
    event = item.value
    return ChronologyRow(
        when=event.date.shown,
        edtf=event.date.edtf,
        event=event.title,
        detail=event.detail or " · ".join(filter(None, (", ".join(event.who), event.where))),
        status=event.status,
        references=references.cite(item.span),
        confirmed=_checked(item.verdict),
    )


def _recommendations(items: Iterable[Item[Recommendation]], references: References) -> PlanSection:
    strongest_first = sorted(items, key=lambda item: STRENGTHS.index(item.value.strength))
    rows = tuple(_recommendation_row(item, references) for item in strongest_first)
    return PlanSection(kind=PlanKind.RECOMMENDATIONS, title="Recommendations", recommendations=rows)


def _recommendation_row(item: Item[Recommendation], references: References) -> RecommendationRow:
    advice = item.value
    return RecommendationRow(
        addressee=advice.addressee or "Not stated",
        action=_sentence_case(f"{advice.title}: {advice.action}" if advice.title else advice.action),
        strength=advice.wording or advice.strength,
        references=references.cite(item.span),
        confirmed=_checked(item.verdict),
        deadline="" if advice.deadline in advice.action else advice.deadline,
    )


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _checked(verdict: Verdict | None) -> bool:
    return verdict in {Verdict.CONFIRMED, Verdict.EDITED, Verdict.ADDED}


def _notes(notes: Iterable[PlacedNote], references: References) -> PlanSection:
    rows = tuple(
        NoteRow(
            quote=" ".join(item.note.anchor.exact.split()),
            body=item.note.body,
            role=item.note.role,
            references=references.cite(item.span) if item.span else (),
        )
        for item in notes
    )
    return PlanSection(kind=PlanKind.NOTES, title="Reader’s notes", notes=rows)


def _source_line(document: Document) -> str:
    meta = document.metadata
    published = display(meta.published.edtf) if meta.published else "undated"
    parts = (
        ", ".join(filter(None, (meta.byline, meta.publisher))),
        f"{document.words:,} words, {published}",
        _read_words(document.coverage),
        f"{document.paragraphs} paragraphs",
    )
    return "Source: " + " · ".join(filter(None, parts))


def _read_words(coverage: Coverage) -> str:
    if not coverage.whole:
        return "read in part"
    return "read in full" if coverage.share >= 1 else f"read {coverage.share:.0%} of the file"
