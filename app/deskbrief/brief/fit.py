"""Making a brief fit its page: set a step closer, long words of the source cut, and rows left out.

A row is left out only when all of that does not suffice, the least important first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from types import MappingProxyType

from deskbrief.brief.density import STEPS, USUAL, Density
from deskbrief.brief.ranking import by_importance, is_own
from deskbrief.brief.rows import with_rows
from deskbrief.document.citing import renumbered
from deskbrief.document.plan import BriefPlan, PlanKind, PlanSection
from deskbrief.document.tasks import Progress

#: How long rows of a kind are kept against those of other kinds. The reader's own words come first, then
#: what happened when and who should do what; quoted sentences take the most room.
WEIGHTS = MappingProxyType(
    {
        PlanKind.POINTS: 0.9,
        PlanKind.CHRONOLOGY: 3.0,
        PlanKind.RECOMMENDATIONS: 3.2,
        PlanKind.NOTES: 3.5,
        PlanKind.NAMES: 0.9,
        PlanKind.FIGURES: 1.2,
        PlanKind.PASSAGES: 1.0,
        PlanKind.WORDS: 5.0,
    }
)
#: No page holds more rows than this, so that more need not be tried.
MOST_ROWS = 150

#: A brief whose least needs more pages than this is long, and is not filled up.
MOST_PAGES = 3
#: After so many rows of a section that do not fit, no more of it are tried.
MOST_MISSES = 3
STEP = Progress(0, 1, "Fitting the page")
#: A row by the number of its section and its own number there.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fit:
    """Which rows of a plan its page holds, None for all, and how close it is set."""

    kept: AbstractSet[Place] | None
    density: Density


#: The number of pages that a plan needs when it is set so close.
Pages = Callable[[BriefPlan, Density], int]


def held(plan: BriefPlan, pages: Pages) -> Generator[Progress, None, Fit]:
    """Return what one page holds of `plan`, and how. Yields progress before each layout."""
    order = ranked(plan)
    if len(order) <= MOST_ROWS:
        for density in STEPS:
            yield STEP
            if pages(plan, density) == 1:
                return Fit(None, density)
    fewest = sum(1 for section in plan.sections if section.rows)
    for density in (STEPS[-1], USUAL):
        yield STEP
        limit = pages(narrowed(plan, set(order[:fewest])), density)
        if limit == 1:
            break
    if limit > MOST_PAGES:
        return Fit(set(order[:fewest]), density)
    kept = yield from _chosen(plan, order, fewest, limit, lambda candidate: pages(candidate, density))
    return Fit(kept, density)


def _chosen(
    plan: BriefPlan, order: list[Place], fewest: int, limit: int, pages: Callable[[BriefPlan], int]
) -> Generator[Progress, None, AbstractSet[Place] | None]:
    """Return which rows stand on `limit` pages, None for all.

    One row of each section stays. Where that needs more than one page, as many rows are kept as these
    pages hold.
    """
    least, most = fewest, min(len(order), MOST_ROWS * limit)
    while least < most:
        yield STEP
        middle = least + (most - least + 1) // 2
        if pages(narrowed(plan, set(order[:middle]))) <= limit:
            least = middle
        else:
            most = middle - 1
    if least == len(order):
        return None
    return (yield from _filled(plan, order, least, lambda candidate: pages(candidate) <= limit))


def _filled(
    plan: BriefPlan, order: list[Place], least: int, fits: Callable[[BriefPlan], bool]
) -> Generator[Progress, None, set[Place]]:
    """Return the first `least` rows of `order` and what still fits beside them.

    A row that fits may free the line that told of it, so the others are tried once more after it.
    """
    kept = set(order[:least])
    added = True
    while added:
        added = False
        misses: Counter[int] = Counter()
        for place in order[least:]:
            if place in kept or misses[place[0]] >= MOST_MISSES:
                continue
            yield STEP
            if fits(narrowed(plan, kept | {place})):
                kept.add(place)
                added = True
            else:
                misses[place[0]] += 1
    return kept


def ranked(plan: BriefPlan) -> list[Place]:
    """Return all rows: one of each section, the reader's own, a second of each, the others by weight.

    So that no section has a single row while another has ten.
    """
    ranks: list[tuple[int, float, Place]] = []
    for number, section in enumerate(plan.sections):
        rows = section.rows
        for rank, at in enumerate(by_importance(section)):
            group = 0 if rank == 0 else 1 if is_own(rows[at]) else 2 if rank == 1 else 3
            ranks.append((group, rank / WEIGHTS[section.kind], (number, at)))
    ranks.sort(key=lambda entry: entry[:2])
    order = [place for _, _, place in ranks]
    return _with_each_source(plan, order, sum(group < 2 for group, _, _ in ranks)) if plan.others else order


def _with_each_source(plan: BriefPlan, order: list[Place], first: int) -> list[Place]:
    """Return `order` with one row of each source of a brief after the `first` rows, if none of these is."""
    sources = {reference.number: reference.source for reference in plan.references}
    shown: set[int] = set()
    early, late = order[:first], list[Place]()
    for at, (section, row) in enumerate(order):
        cited = {sources.get(number, 0) for number in plan.sections[section].rows[row].references}
        if at >= first:
            (early if cited - shown else late).append((section, row))
        if at < first or cited - shown:
            shown |= cited
    return [*early, *late]


def narrowed(plan: BriefPlan, kept: AbstractSet[Place]) -> BriefPlan:
    """Return `plan` with the rows in `kept` only: the others counted, the references numbered anew."""
    sections = tuple(_narrowed_section(section, number, kept) for number, section in enumerate(plan.sections))
    return renumbered(replace(plan, sections=sections))


def _narrowed_section(section: PlanSection, number: int, kept: AbstractSet[Place]) -> PlanSection:
    rows = section.rows
    staying = [row for at, row in enumerate(rows) if (number, at) in kept]
    dropped = len(rows) - len(staying)
    return replace(with_rows(section, staying, section.omitted + dropped), unfit=section.unfit + dropped)
