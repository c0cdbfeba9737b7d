"""Events as a table tells them: in order of time, and what a sentence says once only.

The title of an event that was found in prose is cut from the sentence that stands beside it as its detail. A
title that says nearly all stands alone; else the sentence does, and what it says of several events stands
beside the first of them. What repeats another event joins it. Where not every event has both, they stand in
one column, since the head of a column of details would stand over rows that have none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.brief.repeats import in_order, once, words_of
from deskbrief.document.edtf import place_in_time
from deskbrief.document.outline import LEANING
from deskbrief.document.plan import BriefPlan, ChronologyRow, PlanKind, PlanSection

#: A title stands for its sentence when it has so many of its words, and at least so many in all.
ENOUGH, FEWEST = 0.55, 5
_LEANING = LEANING | {"approximately"}
#: Words after which something has to follow.
_LEADING_ON = re.compile(
    "to|and|or|but|of|in|on|at|by|for|with|from|as|than|before|after|about|the|an?|that|which"
)
#: What ties a sentence to the one before it.
_LEAD = re.compile(
    "^((For example|For instance|However|In addition|Moreover|Furthermore|Therefore|Thus|Also|Consequently"
    "|As a result|Accordingly|Similarly|Likewise|Finally), |(But|And) )"
)
_ENDS = (".", "!", "?", "…", ":", ";")


def told_plan(plan: BriefPlan) -> BriefPlan:
    """Return `plan` with its events as a table tells them; once, when it is known which rows it holds."""
    if not any(section.chronology for section in plan.sections):
        return plan
    return replace(plan, sections=tuple(map(_told_section, plan.sections)))


def _told_section(section: PlanSection) -> PlanSection:
    if section.kind is not PlanKind.CHRONOLOGY:
        return section
    return replace(section, chronology=tuple(told(section.chronology)))


def in_time_order(rows: Sequence[ChronologyRow]) -> list[ChronologyRow]:
    """Return `rows` by the beginning of their time; those without one keep their order at the end."""
    return sorted(rows, key=lambda row: place_in_time(row.edtf))


def told(rows: Sequence[ChronologyRow]) -> list[ChronologyRow]:
    """Return `rows` in order of time, each with a title, a title and a detail, or a sentence as its title."""
    ordered = in_time_order(rows)
    times = Counter(row.detail for row in ordered)
    seen: set[str] = set()
    found = []
    for row in ordered:
        found.append(_told(row, first=row.detail not in seen, alone=times[row.detail] == 1))
        seen.add(row.detail)
    told = found if all(row.detail.strip() for row in found) else [_in_one(row) for row in found]
    return once(told)


def _in_one(row: ChronologyRow) -> ChronologyRow:
    """Return an event with its detail after its title, if that does not say what the title says."""
    if not row.detail.strip():
        return row
    if not row.confirmed and set(words_of(row.event)) <= set(words_of(row.detail)):
        return _as_sentence(row)
    title = row.event.rstrip()
    between = " " if title.endswith(_ENDS) else ": "
    return replace(row, event=f"{title}{between}{row.detail}" if title else row.detail, detail="")


def _told(row: ChronologyRow, *, first: bool, alone: bool) -> ChronologyRow:
    title, detail = words_of(row.event), words_of(row.detail)
    if not title or not detail or not in_order(title, detail):
        return row
    if _says_enough(title, detail, row.when):
        return replace(row, detail="")
    if not first:
        return row if row.confirmed else replace(row, event=_whole(row.event), detail="")
    # What the reader has confirmed or written stays as it is.
    if row.confirmed or not alone:
        return row
    return _as_sentence(row)


def _as_sentence(row: ChronologyRow) -> ChronologyRow:
    sentence = _LEAD.sub("", row.detail)
    return replace(row, event=sentence[:1].upper() + sentence[1:], detail="", core=row.event)


def _whole(title: str) -> str:
    """Return a title without words at its end to which the next ones are lacking."""
    words = title.split()
    while len(words) > 1 and _LEADING_ON.fullmatch(words[-1].casefold()):
        words.pop()
    return " ".join(words).rstrip(" ,;:")


def _says_enough(title: Sequence[str], detail: Sequence[str], when: str) -> bool:
    if len(title) < FEWEST or not _LEANING.isdisjoint((title[0], title[-1])):
        return False
    dated = set(words_of(when))
    return len(title) >= ENOUGH * sum(word not in dated for word in detail)
