"""How pages are asked for: the file once, what is in sight first, and again when the worker has lost it."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document, Metadata
from deskbrief.document.tasks import Part
from deskbrief.services.pagemap import Box
from deskbrief.ui.reader.original.feed import PageFeed, Wish

WHOLE = Box(0, 0, 10, 10)
PICTURE = {"width": 1, "height": 1, "stride": 4, "scale": 1.0, "area": [0, 0, 10, 10]}


class Asked:
    """A job that a test answers by hand; the one with the highest `order` goes first."""

    turn = 0

    def __init__(self, task, request, listener):
        self.task, self.listener, self.cancelled = task, listener, False
        self.number, self.whole = request.args[2]["number"], request.keywords["whole"]
        self.pages = request.args[2]["pages"]
        self.order = 0

    def cancel(self):
        self.cancelled = True

    def prefer(self):
        Asked.turn = self.order = Asked.turn + 1

    def part(self, name, data=None, blob=b""):
        self.listener.part(self, Part(name, data, blob))

    def answer(self, *, pages=0):
        if pages:
            self.part("pages", {"sizes": [[10, 10]] * pages, "labels": [""] * pages})
        self.part("letters", {"signs": "a", "lines": []}, array("f", [0, 0, 1, 1]).tobytes())
        self.part("picture", PICTURE, b"1234")
        self.listener.done(self)


class Desk:
    """Takes what is submitted, in the place of a runner."""

    def __init__(self):
        self.jobs = []

    def submit(self, task, request, listener):
        self.jobs.append(Asked(task, request, listener))
        return self.jobs[-1]


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def feed(desk, qtbot):
    parent = QObject()
    made = PageFeed(desk, lambda _: Path("report.pdf"), parent)
    made.parent_kept = parent
    made.open(Document(sha256="ab" * 32, metadata=Metadata(format="pdf"), text="a", blocks=()))
    return made


def wish(number, scale=1.0):
    return Wish(number, scale, WHOLE, letters=True)


def test_the_first_page_brings_the_file_and_the_others_follow_without_it(feed, desk, qtbot):
    with qtbot.waitSignals([feed.paged, feed.lettered, feed.drawn]):
        feed.want([wish(0), wish(1), wish(2)])
        assert [job.number for job in desk.jobs] == [0]
        desk.jobs[0].answer(pages=3)
    assert [(job.number, job.whole, job.pages) for job in desk.jobs] == [
        (0, True, True),
        (1, False, False),
        (2, False, False),
    ]
    assert feed.busy
    desk.jobs[1].answer()
    desk.jobs[2].answer()
    assert not feed.busy


def test_what_is_not_in_sight_any_more_is_left_off_but_not_what_brings_the_file(feed, desk):
    feed.want([wish(0)])
    feed.want([wish(5)])
    assert not desk.jobs[0].cancelled
    desk.jobs[0].answer(pages=9)
    feed.want([wish(6), wish(7)])
    assert [job.cancelled for job in desk.jobs] == [False, True, False, False]
    seen = []
    feed.drawn.connect(lambda number, _: seen.append(number))
    desk.jobs[1].answer()
    desk.jobs[3].answer()
    assert seen == [7]


def test_what_is_in_sight_now_goes_first_and_a_slow_page_last(feed, desk, qtbot):
    feed.want([wish(0)])
    desk.jobs[0].answer(pages=9)
    feed.want([wish(1), wish(2), wish(3)])
    feed.want([wish(2), wish(3), wish(1)])
    one, two, three = desk.jobs[1:]
    assert two.order > three.order > one.order
    desk.jobs[2].answer()
    feed.want([wish(1), wish(3), wish(4)])
    four = desk.jobs[4]
    assert one.order > max(three.order, four.order)
    qtbot.waitUntil(lambda: one.order < min(three.order, four.order))


def test_the_file_is_sent_again_when_the_worker_does_not_have_it_any_more(feed, desk):
    feed.want([wish(0)])
    desk.jobs[0].answer(pages=2)
    feed.want([wish(1)])
    desk.jobs[1].part("absent")
    desk.jobs[1].listener.done(desk.jobs[1])
    assert (desk.jobs[2].number, desk.jobs[2].whole, desk.jobs[2].pages) == (1, True, False)


def test_an_error_is_told_once_and_the_next_page_is_asked_for(feed, desk, qtbot):
    feed.want([wish(0), wish(1)])
    desk.jobs[0].part("pages", {"sizes": [[10, 10]] * 2, "labels": ["", ""]})
    with qtbot.waitSignals([feed.paged, feed.failed]):
        desk.jobs[0].listener.failed(desk.jobs[0], SourceError("Page 1 is damaged.", "Get it again."))
    assert [job.number for job in desk.jobs] == [0, 1]


def test_stopped_in_the_middle_the_pages_are_counted_anew(feed, desk, qtbot):
    feed.want([wish(0)])
    desk.jobs[0].part("pages", {"sizes": [[10, 10]] * 3, "labels": [""] * 3})
    feed.stop()
    assert desk.jobs[0].cancelled
    feed.want([wish(0)])
    with qtbot.waitSignal(feed.paged) as told:
        desk.jobs[1].answer(pages=3)
    assert len(told.args[0]) == 3


def test_a_document_that_is_nowhere_is_not_asked_for(desk, qtbot):
    parent = QObject()
    feed = PageFeed(desk, lambda _: None, parent)
    feed.open(Document(sha256="ab" * 32, metadata=Metadata(format="pdf"), text="a", blocks=()))
    feed.want([wish(0)])
    feed.place()
    assert desk.jobs == []
    assert not feed.busy
