"""How passages are cited: the words for a place, and references in the order in which a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from deskbrief.document.plan import BriefPlan, PlanRow, PlanSection

#: The number of a page at the end of its label, or one short label; of words, so many characters are told.
_PAGE_NUMBER = re.compile(r"\[?(?:[A-Z]{1,3}[-–.])?\d+\]?$|(?:^|(?<=[ -]))[ivxlcIVXLC]{1,7}$|^\S{1,8}$")
LONGEST_LABEL = 18


def place_words(page: str, paragraph: str, last: str = "") -> str:
    """Return how a reader finds a passage: "¶12", or "p. 3, ¶12" where the format has pages.

    `paragraph` is the place of its block in words. One that ends on the page `last` stands on "pp. 3–4". The
    number of a page stands for it also behind words, as in "Executive Summary ii".
    """
    return ", ".join(filter(None, (_page_words(page, last), paragraph)))


def _page_words(page: str, last: str) -> str:
    first, end = _PAGE_NUMBER.search(page), _PAGE_NUMBER.search(last)
    if first and end and first[0] != end[0]:
        return f"pp. {first[0]}–{end[0]}"
    return f"p. {first[0]}" if first else page[:LONGEST_LABEL].rstrip()


def citations(plan: BriefPlan) -> Iterator[int]:
    """Yield the numbers that the plan cites, in the order of its parts."""
    if plan.bottom_line:
        yield from plan.bottom_line.references
    for section in plan.sections:
        for row in section.rows:
            yield from row.references


def renumbered(plan: BriefPlan) -> BriefPlan:
    """Return `plan` with the references that it cites only, numbered from 1 in the order of citation."""
    known = {reference.number: reference for reference in plan.references}
    cited = [number for number in dict.fromkeys(citations(plan)) if number in known]
    new = {number: at for at, number in enumerate(cited, start=1)}
    line = plan.bottom_line
    return replace(
        plan,
        bottom_line=replace(line, references=_anew(line.references, new)) if line else None,
        sections=tuple(_recited(section, new) for section in plan.sections),
        references=tuple(replace(known[number], number=new[number]) for number in cited),
    )


def _recited(section: PlanSection, new: Mapping[int, int]) -> PlanSection:
    rows: list[PlanRow] = [replace(row, references=_anew(row.references, new)) for row in section.rows]
    changed: dict[str, Any] = {section.kind.value: tuple(rows)}
    return replace(section, **changed)


def _anew(numbers: tuple[int, ...], new: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(new[number] for number in numbers if number in new)
