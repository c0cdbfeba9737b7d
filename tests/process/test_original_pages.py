"""Pages of PDF files drawn by the real worker: sent once, cancelled midway, and never drawn for ever."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from deskbrief.document.errors import CancelledError, JobTimedOutError, SourceError
from deskbrief.document.tasks import Part, Request
from deskbrief.jobs.limits import limits_of
from deskbrief.jobs.runner import Runner, collect
from helpers.original_pages import HEIGHT, WIDTH, drawn, report
from helpers.workers import Ears, wait_for_end

pytestmark = pytest.mark.process

TABLE = {"original": "deskbrief.importers.original_job:original"}


@pytest.fixture
def drawing(new_runner: Callable[..., Runner]) -> Runner:
    return new_runner(table=TABLE)


def request(data: bytes, *, whole: bool = True, **more: Any) -> Request:
    asked = {"sha256": hashlib.sha256(data).hexdigest(), "name": "report.pdf", "number": 0, "scale": 1.0}
    return Request({**asked, **more}, data if whole else b"")


def names(parts: list[Part]) -> list[str]:
    return [part.name for part in parts]


def slow() -> bytes:
    """Return a PDF whose page takes long to draw: thousands of curves over one another."""

    def draw(canvas):
        for number in range(40_000):
            low = number % 100
            canvas.bezier(low, 0, WIDTH, low, 0, HEIGHT - low, WIDTH - low, HEIGHT)

    return drawn(draw)


def test_a_page_comes_with_its_letters_and_the_file_is_sent_once(drawing: Runner):
    data = report()
    first = collect(drawing, "original", request(data, pages=True, letters=True))
    assert names(first) == ["pages", "letters", "picture"]
    assert len(first[0].data["sizes"]) == 6
    picture = first[2]
    assert len(picture.blob) == picture.data["stride"] * picture.data["height"]
    second = collect(drawing, "original", request(data, whole=False, number=5))
    assert names(second) == ["picture"]
    assert second[0].blob != picture.blob


def test_a_new_worker_asks_for_the_file_again(drawing: Runner):
    data = report()
    collect(drawing, "original", request(data))
    old = drawing.worker_pid
    assert old is not None
    os.kill(old, signal.SIGKILL)
    wait_for_end(old)
    assert names(collect(drawing, "original", request(data, whole=False))) == ["absent"]
    assert names(collect(drawing, "original", request(data))) == ["picture"]


def test_a_page_that_is_not_wanted_any_more_is_left_off_in_the_middle(drawing: Runner, ears: Ears):
    data = slow()
    collect(drawing, "original", request(report()))
    worker = drawing.worker_pid
    job = drawing.submit("original", request(data, scale=5.0), ears.listener)
    ears.wait_for("progress", job)
    job.cancel()
    ears.wait_for("failed", job)
    assert isinstance(ears.news("failed")[0], CancelledError)
    assert names(collect(drawing, "original", request(report(2)))) == ["picture"]
    assert drawing.worker_pid == worker


def test_a_page_that_takes_too_long_is_given_up_in_words(drawing: Runner):
    limits = replace(limits_of("original"), seconds=0.5, seconds_per_mb=0)
    with pytest.raises(JobTimedOutError, match="Drawing this page was stopped") as caught:
        collect(drawing, "original", request(slow(), scale=5.0), limits=limits)
    assert "can be read all the same" in str(caught.value.next_step)
    assert names(collect(drawing, "original", request(report()))) == ["picture"]


def test_rubbish_is_refused_and_the_next_page_is_drawn(drawing: Runner):
    with pytest.raises(SourceError):
        collect(drawing, "original", request(b"%PDF-1.7\nrubbish"))
    assert names(collect(drawing, "original", request(report()))) == ["picture"]
