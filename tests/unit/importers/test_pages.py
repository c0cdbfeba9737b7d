"""Pages of a finished PDF as pictures."""

from __future__ import annotations

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.tasks import Part, Request
from deskbrief.importers.page_job import MOST_PIXELS, pages
from helpers.briefs import long_plan, rendered, sample_plan


def parts_of(data, numbers, dpi=72.0):
    return [step for step in pages(Request({"numbers": numbers, "dpi": dpi}, data)) if isinstance(step, Part)]


def test_only_the_pages_that_were_asked_for_are_drawn():
    data = rendered(long_plan(60, one_page=False)).data
    sizes, *pictures = parts_of(data, [2, 0, 999, -1])
    assert sizes.name == "sizes"
    assert len(sizes.data) > 3
    assert sizes.data[0] == pytest.approx([595.28, 841.89], abs=0.1)
    assert [part.data["number"] for part in pictures] == [2, 0]


def test_a_page_is_drawn_at_its_size_and_holds_ink():
    data = rendered(sample_plan()).data
    _, picture = parts_of(data, [0], 144.0)
    width, height, stride = (picture.data[name] for name in ("width", "height", "stride"))
    assert (width, height) == pytest.approx((1191, 1684), abs=2)
    assert len(picture.blob) == stride * height
    middle = picture.blob[stride * (height // 4) :][: stride * 200]
    assert 0xFF in middle
    assert min(middle) < 0x40


def test_no_page_is_larger_than_a_window_can_hold():
    _, picture = parts_of(rendered(sample_plan()).data, [0], 20_000.0)
    assert picture.data["width"] * picture.data["height"] <= MOST_PIXELS * 1.01


def test_what_is_no_pdf_is_refused_with_a_next_step():
    with pytest.raises(SourceError) as error:
        parts_of(b"no pdf", [0])
    assert error.value.next_step
