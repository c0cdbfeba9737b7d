"""The sections of a brief: rows made of what was found in a source, each citing its passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import islice
from typing import Any

from deskbrief.document.edtf import bounds, place_in_time
from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Event, Figure, Name, Outline, Recommendation, Strength
from deskbrief.document.plan import (
    ChronologyRow,
    FigureRow,
    NameRow,
    NoteRow,
    PlanKind,
    PlanSection,
    RecommendationRow,
    Statement,
)
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.asked import core_of, strength_of
from deskbrief.services.curation import Curated, Item
from deskbrief.services.excerpts import quotable, sentence_about
from deskbrief.services.joining import alike, joined
from deskbrief.services.notetaking import PlacedNote
from deskbrief.services.ownwords import told_beside
from deskbrief.services.references import Citer, locator
from deskbrief.services.surroundings import Part
from deskbrief.services.titles import sentence_case
from deskbrief.services.worth import Worth

#: Sentences of a source that a brief shows besides the bottom line.
MOST_POINTS = 4
STRENGTHS = (Strength.MUST, Strength.SHOULD, Strength.COULD)
#: Stands for an addressee that the source does not name.
NOBODY = "Not stated"
#: A full brief shows so many names of a kind, of those mentioned once fewer, and so many figures.
MOST_NAMES, FEW_NAMES, MOST_FIGURES = 10, 3, 16
#: Of more events than so many, one that is worth no more than this is left out: it is of a list of books, or
#: a supposition about long ago.
FEW_EVENTS, LEAST_WORTH = 10, 0.0
#: A full brief shows so many events, of so many of the worthiest; what it costs that another of its year is
#: shown.
MOST_EVENTS, WEIGHED, SAME_YEAR = 40, 120, 0.05
#: A full brief shows so many recommendations. A report has fewer; of an act each sentence can be one.
MOST_ADVICE = 80
#: The order of the kinds of name; other kinds follow.
KINDS = {"person": 0, "organisation": 1, "place": 2, "law": 3, "document": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One source of a brief, and what cites it."""

    document: Document
    outline: Outline
    curated: Curated
    notes: tuple[PlacedNote, ...]
    names: tuple[Name, ...]
    citer: Citer
    worth: Worth


def quoted(document: Document, span: Span) -> str:
    """Return the passage in quotation marks, on one line."""
    return f"“{' '.join(document.quote(span).split())}”"


def points(
    sources: Sequence[Cited],
    *,
    skip: int,
    most: int = MOST_POINTS,
    added: Sequence[tuple[str, Span]] = (),
) -> PlanSection:
    """Return what the sources say best, the best first, without what stands among the recommendations anyway.

    Of all sources together there are `most` at most, but one of each. Passages that the reader has `added`,
    with the hash of their source, follow.
    """
    most = max(most // len(sources), 1)
    rows = [row for source in sources for row in islice(_points_of(source, skip), most)]
    known = {source.document.sha256: source for source in sources}
    cited = {row.references for row in rows}
    for sha256, span in added:
        if sha256 in known and (numbers := known[sha256].citer.cite(span)) not in cited:
            rows.append(Statement(quoted(known[sha256].document, span), numbers, own=True))
    return PlanSection(
        kind=PlanKind.POINTS,
        title="What the source says" if len(sources) == 1 else "What the sources say",
        points=tuple(rows),
    )


def _points_of(source: Cited, skip: int) -> Iterator[Statement]:
    told = [item.span for item in source.curated.kept_recommendations()]
    for span in source.worth.sentences[skip:]:
        if not any(map(span.overlaps, told)):
            words, worth = quoted(source.document, span), source.worth.sentence(span)
            yield Statement(words, source.citer.cite(span), worth)


def chronology(sources: Sequence[Cited], *, undated: bool = False) -> PlanSection:
    """Return the dated events of all sources in the order of time; what several of them tell is one row.

    With `undated` the events without a time follow.
    """
    rows = [
        _event_row(item, source)
        for source in sources
        for item in source.curated.kept_events()
        if _is_dated(item.value) or undated
    ]
    dated = [row for row in rows if bounds(row.edtf)]
    dated.sort(key=lambda row: place_in_time(row.edtf))
    if len(sources) > 1:
        dated = list(_joined(dated))
    others = [row for row in rows if not bounds(row.edtf)]
    return PlanSection(kind=PlanKind.CHRONOLOGY, title="Chronology", chronology=(*dated, *others))


def _is_dated(event: Event) -> bool:
    return bool(event.date.edtf and bounds(event.date.edtf))


def _joined(rows: Iterable[ChronologyRow]) -> Iterator[ChronologyRow]:
    """Yield `rows`, which are in the order of time, with those of one day that are alike joined."""
    for first, *others in joined(rows, lambda row: row.edtf, _same):
        row = first
        for other in others:
            row = replace(
                row,
                detail=row.detail or other.detail,
                references=(*row.references, *other.references),
                confirmed=row.confirmed and other.confirmed,
                worth=max(row.worth, other.worth),
            )
        yield row


def _same(one: ChronologyRow, other: ChronologyRow) -> bool:
    return one.status == other.status and alike(one.event, other.event)


def _event_row(item: Item[Event], source: Cited) -> ChronologyRow:
    event = item.value
    return ChronologyRow(
        when=event.date.shown or "undated",
        edtf=event.date.edtf,
        event=sentence_case(event.title),
        detail=told_beside(event, item.fields),
        status=event.status,
        references=source.citer.cite(item.span, event.trigger),
        confirmed=_checked(item.verdict),
        worth=source.worth.event(event),
    )


def recommendations(sources: Sequence[Cited], *, grouped: bool = False) -> PlanSection:
    """Return the recommendations of all sources, the strongest first; `grouped` by who should act.

    Who is asked for what matters most comes first then. What is asked in the same words again is one row.
    """
    pairs = [(item, source) for source in sources for item in source.curated.kept_recommendations()]
    pairs.sort(key=lambda pair: STRENGTHS.index(pair[0].value.strength))
    rows = _told_once(_recommendation_row(item, source) for item, source in pairs)
    if grouped:
        best = sorted(rows, key=lambda row: -row.worth)
        order = list(dict.fromkeys(row.addressee for row in best))
        rows.sort(key=lambda row: (row.addressee == NOBODY, order.index(row.addressee)))
    return PlanSection(
        kind=PlanKind.RECOMMENDATIONS, title="Recommendations", recommendations=tuple(rows), grouped=grouped
    )


def _told_once(rows: Iterable[RecommendationRow]) -> list[RecommendationRow]:
    """Return `rows` with those joined that ask the same of the same in the same words."""
    found: dict[tuple[str, str], RecommendationRow] = {}
    for row in rows:
        key = row.addressee.casefold(), row.action.casefold()
        one = found.get(key)
        if one is None:
            found[key] = row
            continue
        # The passage that matters most is cited first.
        first, second = (one, row) if one.worth >= row.worth else (row, one)
        references = tuple(dict.fromkeys((*first.references, *second.references)))
        confirmed = one.confirmed or row.confirmed
        found[key] = replace(one, references=references, worth=first.worth, confirmed=confirmed)
    return list(found.values())


def _recommendation_row(item: Item[Recommendation], source: Cited) -> RecommendationRow:
    advice = item.value
    return RecommendationRow(
        addressee=sentence_case(advice.addressee) or NOBODY,
        action=sentence_case(f"{advice.title}: {advice.action}" if advice.title else advice.action),
        strength=strength_of(item, source.document),
        references=source.citer.cite(item.span, core_of(item, source.document)),
        confirmed=_checked(item.verdict),
        worth=source.worth.advice(advice),
        deadline="" if advice.deadline in advice.action else advice.deadline,
    )


def _checked(verdict: Verdict | None) -> bool:
    return verdict in {Verdict.CONFIRMED, Verdict.EDITED, Verdict.ADDED}


def notes(sources: Sequence[Cited], *, by_section: bool = False) -> PlanSection:
    """Return the reader's notes on all sources, in the order of the texts."""
    rows = [
        _note_row(item, source.citer, by_section=by_section) for source in sources for item in source.notes
    ]
    return PlanSection(kind=PlanKind.NOTES, title="Reader’s notes", notes=tuple(rows))


def _note_row(item: PlacedNote, citer: Citer, *, by_section: bool = False) -> NoteRow:
    return NoteRow(
        quote=" ".join(item.note.anchor.exact.split()),
        body=item.note.body,
        role=item.note.role,
        references=citer.cite(item.span) if item.span else (),
        under=citer.heading(item.span) if by_section and item.span else "",
    )


def names(sources: Sequence[Cited]) -> PlanSection:
    """Return the names in all sources, by kind, the most mentioned first; one name in two sources is one."""
    rows: dict[tuple[str, str], NameRow] = {}
    for source in sources:
        for name in source.names:
            if not name.mentions:
                continue
            row = rows.get((name.kind, name.name), NameRow(name.name, name.kind, 0))
            told = [span for span in name.mentions if source.worth.part(span) is not Part.APPARATUS]
            shown = told or name.mentions
            rows[name.kind, name.name] = replace(
                row,
                mentions=row.mentions + len(shown),
                references=(*row.references, *_in_context(source, shown[0])),
                worth=row.worth + len(told),
            )
    ordered = sorted(
        rows.values(), key=lambda row: (KINDS.get(row.kind, len(KINDS)), -row.mentions, row.name)
    )
    return PlanSection(kind=PlanKind.NAMES, title="Names", names=tuple(ordered))


def figures(sources: Sequence[Cited]) -> PlanSection:
    """Return the figures of all sources in the order of the texts, what a source says again once.

    Where one contradicts itself, both stand.
    """
    rows: dict[tuple[str, str, int], FigureRow] = {}
    for at, source in enumerate(sources):
        for figure in source.outline.figures:
            known = (figure.text.casefold(), figure.of.casefold(), at)
            if not figure.of or known not in rows:
                rows[known if figure.of else ("", str(figure.start), at)] = _figure_row(source, figure)
    return PlanSection(kind=PlanKind.FIGURES, title="Figures", figures=tuple(rows.values()))


def _figure_row(source: Cited, figure: Figure) -> FigureRow:
    """Return the row of a figure; where nothing says what it is of, the words about it do."""
    document = source.document
    cites = _in_context(source, figure.span)
    other = "; ".join(f"{document.quote(span)} ({locator(document, span)})" for span in figure.differs)
    return FigureRow(
        text=f"{figure.about} {figure.text}".strip(),
        of=figure.of or source.citer.words(cites),
        change=figure.change,
        other=other,
        references=cites,
        worth=source.worth.figure(figure),
    )


def _in_context(source: Cited, span: Span) -> tuple[int, ...]:
    """Cite a name or a figure so that the words about it are quoted."""
    passage = sentence_about(source.document, span)
    quoted = quotable(source.document, passage, span)
    return source.citer.cite(quoted if quoted.holds(span) else span, within=passage)


def chief(section: PlanSection) -> list[bool]:
    """Return which rows of a kind with many a full brief shows: those that tell most.

    These are names that the text names often, figures of something, of very many recommendations those that
    matter most, and of many events the same, spread over time; what the reader has confirmed or added is
    always among them.
    """
    figures = sorted((row.worth for row in section.figures if _tells(row)), reverse=True)
    least = figures[min(len(figures), MOST_FIGURES) - 1] if figures else 0.0
    events, advice = _chief_events(section), _chief_advice(section)
    counts: Counter[str] = Counter()
    found = []
    for at, row in enumerate(section.rows):
        match row:
            case NameRow():
                counts[row.kind] += bool(row.worth)
                most = MOST_NAMES if row.mentions > 1 else FEW_NAMES
                found.append(bool(row.worth) and counts[row.kind] <= most)
            case FigureRow():
                found.append(_tells(row) and row.worth >= least)
            case ChronologyRow():
                found.append(at in events)
            case RecommendationRow():
                found.append(at in advice)
            case _:
                found.append(True)
    return found


def _chief_events(section: PlanSection) -> set[int]:
    """Return the numbers of the events that a full brief shows: the reader's, and those that matter most.

    Each that is chosen makes the others of its year count a little less, so that no year crowds out the rest.
    """
    rows = section.chronology
    if len(rows) <= FEW_EVENTS:
        return set(range(len(rows)))
    chosen = {at for at, row in enumerate(rows) if row.confirmed}
    years = Counter(rows[at].edtf[:4] for at in chosen)
    told = {at: row.worth for at, row in enumerate(rows) if row.worth > LEAST_WORTH and at not in chosen}
    left = {at: told[at] for at in nlargest(WEIGHED, told, key=told.__getitem__)}
    while left and len(chosen) < MOST_EVENTS:
        best = max(left, key=lambda at: left[at] - SAME_YEAR * years[rows[at].edtf[:4]])
        years[rows[best].edtf[:4]] += 1
        chosen.add(best)
        del left[best]
    return chosen


def _chief_advice(section: PlanSection) -> set[int]:
    """Return the numbers of the recommendations that a full brief shows."""
    worths = {at: (row.confirmed, row.worth, -at) for at, row in enumerate(section.recommendations)}
    own = {at for at, (confirmed, _, _) in worths.items() if confirmed}
    return own | set(nlargest(MOST_ADVICE, worths, key=worths.__getitem__))


def _tells(row: FigureRow) -> bool:
    return bool(row.other) or not row.of.startswith("“")


def chiefly(section: PlanSection) -> PlanSection:
    """Return the rows of a section as a full brief shows them, the others counted."""
    rows = [row for row, on in zip(section.rows, chief(section), strict=True) if on]
    changed: dict[str, Any] = {section.kind.value: tuple(rows), "omitted": len(section.rows) - len(rows)}
    return replace(section, **changed)
