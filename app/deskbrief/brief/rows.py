"""The rows of a section, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from deskbrief.document.plan import BriefPlan, ChronologyRow, PlanRow, PlanSection, RecommendationRow


def with_rows(section: PlanSection, rows: Iterable[PlanRow], omitted: int) -> PlanSection:
    """Return the section with other rows, and with `omitted` rows counted as left out."""
    changed: dict[str, Any] = {section.kind.value: tuple(rows), "omitted": omitted}
    return replace(section, **changed)


def confirmed(row: PlanRow) -> bool:
    """Tell whether the reader vouches for a row: confirmed it, or wrote it."""
    return isinstance(row, ChronologyRow | RecommendationRow) and row.confirmed


def citations(plan: BriefPlan) -> Iterator[int]:
    """Yield the numbers that the plan cites, in the order of its parts."""
    if plan.bottom_line:
        yield from plan.bottom_line.references
    for section in plan.sections:
        for row in section.rows:
            yield from row.references
