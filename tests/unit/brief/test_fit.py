"""Choosing rows so that a brief fits its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deskbrief.brief.density import STEPS, USUAL, Density
from deskbrief.brief.fit import WEIGHTS, Fit, held, narrowed, ranked
from deskbrief.document.citing import citations
from deskbrief.document.plan import BriefPlan, PlanKind
from helpers.briefs import long_plan, sample_plan


def counts(plan: BriefPlan) -> list[int]:
    return [len(section.rows) for section in plan.sections]


def fit(plan: BriefPlan, most: int) -> BriefPlan:
    """Return `plan` fitted to pages that hold `most` rows each."""
    kept = fitted(plan, lambda candidate, _: -(-sum(counts(candidate)) // most)).kept
    return plan if kept is None else narrowed(plan, kept)


def fitted(plan: BriefPlan, pages: Callable[[BriefPlan, Density], int]) -> Fit:
    steps = held(plan, pages)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_a_plan_that_fits_is_returned_as_it_is() -> None:
    plan = sample_plan()
    assert fit(plan, 100) is plan


@pytest.mark.parametrize("most", [5, 6, 9, 13])
def test_the_page_is_filled_and_every_section_keeps_a_row(most: int) -> None:
    plan = fit(sample_plan(), most)
    assert sum(counts(plan)) == most
    assert all(counts(plan))


def test_rows_that_are_left_out_are_counted() -> None:
    plan = fit(sample_plan(), 7)
    for before, after in zip(sample_plan().sections, plan.sections, strict=True):
        assert after.omitted == len(before.rows) - len(after.rows)


def test_what_the_planner_left_out_is_counted_too() -> None:
    plan = sample_plan()
    sections = tuple(replace(section, omitted=10) for section in plan.sections)
    left_out = fit(replace(plan, sections=sections), 5).sections
    assert [section.omitted for section in left_out] == [11, 12, 13, 11, 12]


def test_a_page_is_set_closer_before_words_are_cut_and_words_are_cut_before_a_row_is_left_out() -> None:
    plan = sample_plan()
    for at, step in enumerate(STEPS):
        fit = fitted(plan, lambda _, density, first=at: 1 if STEPS.index(density) >= first else 2)
        assert (fit.kept, fit.density) == (None, step)
    least = fitted(plan, lambda candidate, _: 1 if sum(counts(candidate)) < 14 else 2)
    assert least.density == STEPS[-1]
    assert len(least.kept) == 13


def test_what_needs_more_than_a_page_is_set_as_usual() -> None:
    assert fitted(sample_plan(), lambda *_: 2).density == USUAL


def test_each_section_gets_a_second_row_before_another_gets_its_third() -> None:
    plan = fit(sample_plan(), 10)
    assert counts(plan) == [2, 2, 2, 2, 2]


def test_the_bottom_line_is_never_touched() -> None:
    assert fit(sample_plan(), 5).bottom_line is not None


def test_rows_that_need_more_than_a_page_fill_the_pages_they_need() -> None:
    assert sum(counts(fit(sample_plan(), 3))) == 6


def test_when_even_the_least_is_long_nothing_is_filled_up() -> None:
    assert counts(fit(sample_plan(), 1)) == [1, 1, 1, 1, 1]


def test_checked_rows_go_last() -> None:
    plan = long_plan(9, one_page=True)
    events = plan.sections[1]
    checked = tuple(replace(row, confirmed=at == 7) for at, row in enumerate(events.chronology))
    sections = (plan.sections[0], replace(events, chronology=checked), *plan.sections[2:])
    kept = fit(replace(plan, sections=sections), 4).sections[1].chronology
    assert [row.event for row in kept] == ["Event 7"]


def test_ranks_begin_with_one_row_of_each_section() -> None:
    order = ranked(sample_plan())
    assert {section for section, _ in order[:5]} == set(range(5))
    assert len(order) == len(set(order)) == 14


def test_each_source_of_a_brief_keeps_a_row() -> None:
    plan = sample_plan()
    # The last recommendation alone is of the second source.
    last = plan.sections[2].recommendations[-1].references
    references = tuple(replace(one, source=int(one.number in last)) for one in plan.references)
    of_two = replace(plan, references=references, others=(plan.source,))
    assert ranked(plan)[:7] != ranked(of_two)[:7]
    rows = fit(of_two, 7).sections[2].recommendations
    assert plan.sections[2].recommendations[-1].action in [row.action for row in rows]
    assert sorted(ranked(of_two)) == sorted(ranked(plan))


def test_the_order_of_the_rows_that_stay_is_kept() -> None:
    kept = narrowed(sample_plan(), {(2, 3), (2, 0), (2, 2)}).sections[2].recommendations
    assert [row.strength for row in kept] == ["imperative", "should consider", "should"]


def test_references_are_those_still_cited_and_numbered_without_gaps() -> None:
    plan = narrowed(sample_plan(), {(0, 1), (2, 3)})
    assert [reference.number for reference in plan.references] == [1, 2, 3, 4]
    assert [reference.locator for reference in plan.references] == ["¶1", "¶10", "¶9", "¶17"]
    assert set(citations(plan)) == {1, 2, 3, 4}
    assert plan.sections[0].points[0].references == (3, 2)
    assert plan.sections[2].recommendations[0].references == (4,)


def test_a_number_without_a_reference_is_dropped_when_numbers_change() -> None:
    plan = replace(sample_plan(), references=sample_plan().references[:3])
    assert set(citations(narrowed(plan, {(2, 3)}))) == {1}


def test_a_plan_without_rows_is_returned() -> None:
    plan = replace(sample_plan(), sections=())
    assert fit(plan, 1) is plan


def test_few_layouts_are_tried() -> None:
    plan, tried = long_plan(200, one_page=True), 0

    def pages(candidate: BriefPlan, _: Density) -> int:
        nonlocal tried
        tried += 1
        return 1 if sum(counts(candidate)) <= 30 else 2

    for _ in held(plan, pages):
        pass
    assert tried < 20


def test_every_kind_of_section_has_a_weight() -> None:
    plan = sample_plan()
    assert set(WEIGHTS) == set(PlanKind)
    assert len(ranked(plan)) == sum(counts(plan))
