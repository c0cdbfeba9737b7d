from __future__ import annotations

import pytest

from deskbrief.brief.job import render
from deskbrief.document.codec import seal
from deskbrief.document.errors import ExportError, WorldError
from deskbrief.document.tasks import Part, Progress, Request
from helpers.briefs import long_plan, plan_of, rendered, sample_plan


def test_the_task_gives_progress_and_one_file() -> None:
    plan = sample_plan()
    steps = list(render(Request({"plan": seal("plan", plan), "format": "pdf"})))
    assert all(isinstance(step, Progress) for step in steps[:-1])
    assert len(steps) > 1
    part = steps[-1]
    assert isinstance(part, Part)
    assert part.name == "file"
    assert part.blob.startswith(b"%PDF-1.7")
    assert part.blob == rendered(plan).data
    quotes = rendered(plan).quotes
    assert part.data == {
        "pages": 1,
        "omitted": rendered(plan).omitted,
        "quotes": quotes,
        "verified": quotes,
        "remarks": [],
        "undrawn": [],
        "kept": part.data["kept"],
    }


@pytest.mark.parametrize(("form", "begin"), [("html", b"<!DOCTYPE html>"), ("md", b"# An ")])
def test_what_has_no_pages_leaves_nothing_out(form: str, begin: bytes) -> None:
    plan = long_plan(60, one_page=True)
    part = list(render(Request({"plan": seal("plan", plan), "format": form})))[-1]
    assert isinstance(part, Part)
    assert part.blob.startswith(begin)
    assert (part.data["omitted"], part.data["kept"]) == (0, None)


def test_the_rows_that_found_room_are_told() -> None:
    plan = long_plan(60, one_page=True)
    part = list(render(Request({"plan": seal("plan", plan)})))[-1]
    assert isinstance(part, Part)
    rows = sum(len(section.rows) for section in plan.sections)
    assert 0 < len(part.data["kept"]) == rows - part.data["omitted"]


def test_a_word_document_holds_what_the_page_holds() -> None:
    form, begin, plan = "docx", b"PK", sample_plan()
    part = list(render(Request({"plan": seal("plan", plan), "format": form})))[-1]
    assert isinstance(part, Part)
    assert part.blob.startswith(begin)
    assert (part.data["pages"], part.data["remarks"]) == (0, [])
    told = rendered(plan)
    assert (part.data["omitted"], part.data["quotes"]) == (told.omitted, told.quotes)


def test_remarks_travel_with_the_file() -> None:
    part = list(render(Request({"plan": seal("plan", plan_of("中"))})))[-1]
    assert isinstance(part, Part)
    assert "Chinese" in part.data["undrawn"][0]


def test_progress_never_says_more_than_all() -> None:
    for step in render(Request({"plan": seal("plan", sample_plan(one_page=False))})):
        if isinstance(step, Progress):
            assert 0 <= step.done <= step.total
            assert step.label


def test_another_format_is_refused_with_a_next_step() -> None:
    with pytest.raises(ExportError) as error:
        list(render(Request({"plan": seal("plan", sample_plan()), "format": "odt"})))
    assert error.value.next_step


def test_a_plan_of_a_newer_version_is_refused() -> None:
    with pytest.raises(WorldError, match="newer version"):
        list(render(Request({"plan": {**seal("plan", sample_plan()), "schema": "deskbrief.plan/99"}})))
