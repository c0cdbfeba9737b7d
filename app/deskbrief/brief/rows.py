"""The rows of a section, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from deskbrief.document.plan import ChronologyRow, PlanRow, PlanSection, RecommendationRow


def with_rows(section: PlanSection, rows: Iterable[PlanRow], omitted: int) -> PlanSection:
    """Return the section with other rows, and with `omitted` rows counted as left out."""
    changed: dict[str, Any] = {section.kind.value: tuple(rows), "omitted": omitted}
    return replace(section, **changed)


def confirmed(row: PlanRow) -> bool:
    """Tell whether the reader vouches for a row: confirmed it, or wrote it."""
    return isinstance(row, ChronologyRow | RecommendationRow) and row.confirmed
