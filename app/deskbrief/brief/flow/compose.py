"""From a plan to a brief that flows: the same words in the same order as in the PDF, but no pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from types import MappingProxyType

from deskbrief.brief.asides import aside_words
from deskbrief.brief.flow.content import (
    Block,
    Heading,
    Items,
    Kind,
    LineOfTime,
    Listing,
    Paragraph,
    Run,
    Runs,
    Table,
    Tone,
)
from deskbrief.brief.flow.remarks import remark, written
from deskbrief.brief.flow.whole import whole_text
from deskbrief.brief.furniture import footer_words
from deskbrief.brief.heading import UNTITLED
from deskbrief.brief.masthead import prepared_words
from deskbrief.brief.names import KINDS
from deskbrief.brief.timescale import marks_of
from deskbrief.brief.words import SAID_BY
from deskbrief.document.citing import citations
from deskbrief.document.cutting import cut_short
from deskbrief.document.outline import Status
from deskbrief.document.plan import (
    BriefPlan,
    ChronologyRow,
    FigureRow,
    NameRow,
    PlanKind,
    PlanSection,
    RecommendationRow,
    Reference,
    SourceFacts,
)

CHECK = Run(" ✓", tone=Tone.CHECKED, own=True)
#: A place with so many characters names a page, too; one with so many has a long number.
PLACE, LONG_PLACE = 7, 13
#: Characters of a source's hash that are shown.
DIGEST = 8
Maker = Callable[[PlanSection, "Citing"], Iterator[Block]]


class Citing:
    """The references of a plan: those that are known, and the words that lead to them."""

    def __init__(self, plan: BriefPlan) -> None:
        self._known = {reference.number: reference for reference in plan.references}
        longest = max((len(reference.locator) for reference in plan.references), default=0)
        #: The share of a table that the column of places takes: a page and a paragraph need more.
        self.share = 0.12 if longest < PLACE else 0.16 if longest < LONG_PLACE else 0.19

    def numbers(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Return those of `numbers` that are listed, each once, in order."""
        return tuple(sorted(number for number in set(numbers) if number in self._known))

    def places(self, numbers: Iterable[int]) -> Iterator[Run]:
        """Yield where passages stand, such as ¶7, each with its number."""
        for at, number in enumerate(self.numbers(numbers)):
            if at:
                yield Run(", ")
            yield Run(self._known[number].locator, cites=(number,))


def composed(plan: BriefPlan) -> Iterator[Block]:
    """Yield the brief from its head down to the sources; the references are for each format to place."""
    citing = Citing(plan)
    yield from _head(plan)
    if plan.bottom_line:
        line = plan.bottom_line
        yield _said(Kind.BOTTOM_LINE, Run(line.text, cites=citing.numbers(line.references)))
    for section in plan.sections:
        yield from _section(section, plan, citing)
    if plan.others:
        yield Heading(2, (Run("Sources", own=True),))
        yield Items(Listing.NUMBERS, tuple(_source(source) for source in plan.sources))


def listed(plan: BriefPlan) -> tuple[tuple[Reference, bool], ...]:
    """Return the references, each with whether anything cites it."""
    cited = set(citations(plan))
    return tuple((reference, reference.number in cited) for reference in plan.references)


def reference_runs(reference: Reference, most: int = 0) -> Runs:
    """Return a reference: where its passage stands, its exact words, whether they were found, the section.

    With `most`, of longer quotes only so many characters, and no section.
    """
    words = cut_short(reference.words, most) if most else reference.words
    runs = [Run(f"{reference.locator} "), Run(words)]
    if not reference.verified:
        runs.append(Run(" (not found in the source)", strong=True, tone=Tone.WARNING, own=True))
    if reference.section.strip() and not most:
        runs.append(Run(f" · {reference.section}", tone=Tone.MUTED))
    return tuple(runs)


def foot(plan: BriefPlan) -> Paragraph:
    """Return what the foot says."""
    return _said(Kind.FOOT, Run(footer_words(plan), own=True))


def _said(kind: Kind, *runs: Run) -> Paragraph:
    return Paragraph(kind, (runs,))


def _head(plan: BriefPlan) -> Iterator[Block]:
    if plan.logo:
        yield plan.logo
    if plan.marking.strip():
        yield _said(Kind.MARKING, Run(plan.marking))
    yield _said(Kind.MASTHEAD, Run(prepared_words(plan.prepared, plan.author), own=True))
    yield Heading(1, (Run(plan.title if plan.title.strip() else UNTITLED),))
    words = f"{len(plan.sources)} sources, listed at the end" if plan.others else plan.source.line
    if words.strip():
        yield _said(Kind.SOURCE, Run(words, own=True))
    if not plan.others:
        yield from (_said(Kind.ASIDE, Run(remark, own=True)) for remark in plan.source.remarks)


def _section(section: PlanSection, plan: BriefPlan, citing: Citing) -> Iterator[Block]:
    if not section.rows and not section.omitted:
        return
    yield Heading(2, (Run(section.title, own=True),))
    if section.rows:
        yield from _MAKERS[section.kind](section, citing)
    words = aside_words(section, plan)
    if words:
        yield _said(Kind.ASIDE, Run(words, own=True))


def _points(section: PlanSection, citing: Citing) -> Iterator[Block]:
    rows = ((Run(row.text, cites=citing.numbers(row.references)),) for row in section.points)
    yield Items(Listing.BULLETS, tuple(rows))


def _chronology(section: PlanSection, citing: Citing) -> Iterator[Block]:
    rows = section.chronology
    marks = marks_of([row.edtf for row in rows])
    if len(marks) > 1:
        yield LineOfTime(tuple(marks))
    detailed = any(row.detail.strip() for row in rows)
    titles = ("Date", "Event", "Detail", "Ref") if detailed else ("Date", "Event", "Ref")
    shares = (0.15, 0.25, 0.48) if detailed else (0.17, 0.71)
    shares = (*shares, citing.share)
    yield Table(_titles(*titles), tuple(_event(row, citing, detailed) for row in rows), shares)


def _event(row: ChronologyRow, citing: Citing, detailed: bool) -> tuple[Runs, ...]:
    event = [Run(row.event)]
    if row.status.strip() and row.status != Status.OCCURRED:
        event.append(Run(f" · {row.status}", tone=Tone.MUTED, own=True))
    detail = ((Run(row.detail),),) if detailed else ()
    return ((Run(row.when),), tuple(event), *detail, _places(row, citing))


def _places(row: ChronologyRow | RecommendationRow, citing: Citing) -> Runs:
    return (*citing.places(row.references), *((CHECK,) if row.confirmed else ()))


def _recommendations(section: PlanSection, citing: Citing) -> Iterator[Block]:
    titles, shares = _titles("Addressee", "Action", "Strength", "Ref"), (0.18, 0.53, 0.17, citing.share)
    rows = section.recommendations
    if not section.grouped:
        yield Table(titles, tuple(_advice(row, citing) for row in rows), shares)
        return
    for addressee in dict.fromkeys(row.addressee for row in rows):
        own = [row for row in rows if row.addressee == addressee]
        yield Heading(3, (Run(addressee),))
        yield Table(titles[1:], tuple(_advice(row, citing)[1:] for row in own), (0.71, 0.17, citing.share))


def _advice(row: RecommendationRow, citing: Citing) -> tuple[Runs, ...]:
    action = [Run(row.action)]
    if row.deadline.strip():
        action.append(Run(f" · {row.deadline}", tone=Tone.MUTED))
    return ((Run(row.addressee),), tuple(action), (Run(row.strength),), _places(row, citing))


def _notes(section: PlanSection, citing: Citing) -> Iterator[Block]:
    for under, rows in groupby(section.notes, key=lambda row: row.under):
        if under.strip():
            yield Heading(3, (Run(under),))
        for row in rows:
            yield remark(row, citing.numbers(row.references))


def _names(section: PlanSection, citing: Citing) -> Iterator[Block]:
    for kind in dict.fromkeys(row.kind for row in section.names):
        rows = [row for row in section.names if row.kind == kind]
        title = KINDS.get(kind, kind.capitalize() or KINDS["other"])
        runs = [Run(f"{title}: ", strong=True, own=True)]
        for row in rows:
            runs += [*_name(row, citing), Run("." if row is rows[-1] else ", ")]
        yield _said(Kind.BODY, *runs)


def _name(row: NameRow, citing: Citing) -> Iterator[Run]:
    cites = citing.numbers(row.references)
    if row.mentions > 1:
        yield Run(row.name)
        yield Run(f"\u00a0×{row.mentions:,}", tone=Tone.MUTED, cites=cites)
    else:
        yield Run(row.name, cites=cites)


def _figures(section: PlanSection, citing: Citing) -> Iterator[Block]:
    rows = tuple(_figure(row, citing) for row in section.figures)
    yield Table(_titles("Figure", "Of what", "Ref"), rows, (0.27, 0.61, citing.share))


def _figure(row: FigureRow, citing: Citing) -> tuple[Runs, ...]:
    of = [Run(row.of)]
    if row.change:
        of.append(Run(f" · {row.change}" if row.of else row.change, tone=Tone.MUTED, own=True))
    if row.other:
        of.append(Run(" · stated differently: ", tone=Tone.WARNING, own=True))
        of.append(Run(row.other, tone=Tone.WARNING))
    return (Run(row.text),), tuple(of), tuple(citing.places(row.references))


def _passages(section: PlanSection, _: Citing) -> Iterator[Block]:
    return whole_text(section.passages)


def _words(section: PlanSection, _: Citing) -> Iterator[Block]:
    for row in section.words:
        yield from written(row.body)
    yield _said(Kind.ASIDE, Run(SAID_BY, tone=Tone.MUTED, own=True))


def _titles(*titles: str) -> tuple[Runs, ...]:
    return tuple((Run(title, own=True),) for title in titles)


def _source(source: SourceFacts) -> Runs:
    digest = f"sha256 {source.sha256[:DIGEST]}" if source.sha256 else ""
    known = " ".join(filter(None, (source.file_name, digest)))
    facts = " · ".join(filter(None, (source.line.removeprefix("Source: "), known, *source.remarks)))
    return Run(source.title or source.file_name, strong=True), Run(f" · {facts}", tone=Tone.MUTED, own=True)


_MAKERS: MappingProxyType[PlanKind, Maker] = MappingProxyType(
    {
        PlanKind.POINTS: _points,
        PlanKind.CHRONOLOGY: _chronology,
        PlanKind.RECOMMENDATIONS: _recommendations,
        PlanKind.NOTES: _notes,
        PlanKind.NAMES: _names,
        PlanKind.FIGURES: _figures,
        PlanKind.PASSAGES: _passages,
        PlanKind.WORDS: _words,
    }
)
