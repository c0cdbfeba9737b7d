"""The line under a section says what the reader has checked."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.brief.asides import aside_words
from deskbrief.document.plan import BriefPlan, PlanKind
from helpers.briefs import sample_plan


def lines(plan: BriefPlan) -> list[str]:
    return [aside_words(section, plan) for section in plan.sections if section.kind in KINDS]


KINDS = {PlanKind.CHRONOLOGY, PlanKind.RECOMMENDATIONS}


def unchecked(*, one_page: bool) -> BriefPlan:
    plan = sample_plan(one_page=one_page)
    sections = tuple(
        replace(
            section,
            omitted=0,
            chronology=tuple(replace(row, confirmed=False) for row in section.chronology),
            recommendations=tuple(replace(row, confirmed=False) for row in section.recommendations),
        )
        for section in plan.sections
    )
    return replace(plan, sections=sections)


def test_one_page_says_once_that_nothing_is_checked() -> None:
    words = "Events and recommendations were found automatically, not yet checked by the reader"
    assert lines(unchecked(one_page=True)) == ["", words]


def test_many_pages_say_it_of_each_section() -> None:
    assert lines(unchecked(one_page=False)) == ["Found automatically, not yet checked by the reader"] * 2


def test_what_is_checked_is_said_of_its_section() -> None:
    plan = unchecked(one_page=True)
    events = next(section for section in plan.sections if section.chronology)
    checked = replace(events, chronology=tuple(replace(row, confirmed=True) for row in events.chronology))
    plan = replace(plan, sections=tuple(checked if one is events else one for one in plan.sections))
    assert lines(plan) == ["✓ checked by the reader", "Found automatically, not yet checked by the reader"]
