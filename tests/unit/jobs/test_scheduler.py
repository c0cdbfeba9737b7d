from __future__ import annotations

import sys
import types

import pytest

from deskbrief.document.errors import BugError, CancelledError, LibraryError, SourceError
from deskbrief.document.tasks import Part, Progress, Request
from deskbrief.jobs.messages import Delivered, Done, Failed, Message, Progressed, Running, Start
from deskbrief.jobs.scheduler import Scheduler, failure


class PrivateSourceError(SourceError):
    """A kind that the other side does not know."""


@pytest.fixture
def sent() -> list[Message]:
    return []


@pytest.fixture
def scheduler(sent: list[Message]) -> Scheduler:
    return Scheduler(sent.append)


@pytest.fixture(autouse=True)
def tasks(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    module = types.ModuleType("tasks_of_this_test")
    monkeypatch.setitem(sys.modules, module.__name__, module)

    def count(request):
        for number in range(request.data["to"]):
            yield Progress(number, request.data["to"])

    def clean_up(request):
        try:
            yield Part("open")
            yield Part("never")
        finally:
            request.data["closed"].append(True)

    def stumble(_):
        try:
            yield Part("open")
        finally:
            raise ValueError

    module.count, module.clean_up, module.stumble = count, clean_up, stumble
    return module


def start(job: int, priority: int, task: str = "count", **data: object) -> Start:
    return Start(job, f"tasks_of_this_test:{task}", priority, Request({"to": 2, **data}))


def run(scheduler: Scheduler) -> None:
    while scheduler.busy:
        scheduler.step()


def test_a_job_runs_to_its_end(scheduler, sent):
    scheduler.add(start(1, 0))
    run(scheduler)
    assert sent == [Running(1), Progressed(1, Progress(0, 2)), Progressed(1, Progress(1, 2)), Done(1)]


def test_equals_are_done_one_after_the_other(scheduler, sent):
    for job in (1, 2):
        scheduler.add(start(job, 5))
    run(scheduler)
    assert [message.job for message in sent] == [1] * 4 + [2] * 4


def test_the_more_urgent_interrupts_and_the_other_goes_on_where_it_was(scheduler, sent):
    scheduler.add(start(1, 5))
    scheduler.step()
    scheduler.add(start(2, 0))
    run(scheduler)
    assert [(type(message), message.job) for message in sent] == [
        (Running, 1),
        (Progressed, 1),
        (Running, 2),
        (Progressed, 2),
        (Progressed, 2),
        (Done, 2),
        (Running, 1),
        (Progressed, 1),
        (Done, 1),
    ]


def test_the_preferred_one_goes_before_its_equals_and_after_what_is_more_urgent(scheduler, sent):
    for job in (1, 2, 3):
        scheduler.add(start(job, 5))
    scheduler.step()
    scheduler.prefer(3)
    scheduler.add(start(4, 0))
    run(scheduler)
    assert [message.job for message in sent if isinstance(message, Done)] == [4, 3, 1, 2]


def test_of_two_that_were_preferred_the_later_goes_first_and_one_that_has_ended_changes_nothing(
    scheduler, sent
):
    for job in (1, 2, 3):
        scheduler.add(start(job, 5))
    for job in (2, 3, 99):
        scheduler.prefer(job)
    run(scheduler)
    assert [message.job for message in sent if isinstance(message, Done)] == [3, 2, 1]


def test_a_cancelled_job_may_clean_up(scheduler, sent):
    closed: list[bool] = []
    scheduler.add(start(1, 0, "clean_up", closed=closed))
    scheduler.step()
    scheduler.cancel(1)
    assert closed == [True]
    assert sent == [Running(1), Delivered(1, Part("open")), Failed(1, "CancelledError", "Stopped.", "")]
    assert not scheduler.busy


def test_a_job_that_never_began_or_is_unknown_can_be_cancelled(scheduler, sent):
    scheduler.add(start(1, 0))
    scheduler.cancel(1)
    scheduler.cancel(99)
    assert [(message.job, message.kind) for message in sent] == [
        (1, "CancelledError"),
        (99, "CancelledError"),
    ]
    assert not scheduler.busy


def test_a_task_that_stumbles_while_it_stops_is_stopped_all_the_same(scheduler, sent, capsys):
    scheduler.add(start(1, 0, "stumble"))
    scheduler.step()
    scheduler.cancel(1)
    assert sent[-1] == Failed(1, "CancelledError", "Stopped.", "")
    assert "ValueError" in capsys.readouterr().err


def test_what_cannot_be_found_or_is_no_news_fails_that_job_alone(scheduler, sent, tasks):
    tasks.wrong = lambda _: iter(["neither part nor progress"])
    tasks.no_generator = lambda _: 5
    tasks.no_function = 5
    for job, name in enumerate(("wrong", "no_generator", "no_function", "missing", "count")):
        scheduler.add(start(job, 0, name))
    run(scheduler)
    ends = [message for message in sent if isinstance(message, Failed | Done)]
    assert [getattr(message, "kind", "done") for message in ends] == ["BugError"] * 4 + ["done"]


def test_an_error_of_an_unknown_kind_arrives_as_its_nearest_known_relative():
    assert failure(1, PrivateSourceError("What.", "Next.")) == Failed(1, "SourceError", "What.", "Next.")
    assert failure(1, LibraryError("What.", "Next.")).kind == "LibraryError"
    assert failure(1, CancelledError("Stopped.")).kind == "CancelledError"
    assert failure(1, MemoryError()).kind == "JobTooLargeError"


def test_the_log_names_the_place_and_the_kind_but_not_the_text(capsys):
    secret = "words of the document"

    def inner(text):
        raise ValueError(text)

    def outer(text):
        try:
            inner(text)
        except ValueError as error:
            raise KeyError(text) from error

    with pytest.raises(KeyError) as caught:
        outer(secret)
    told = failure(1, caught.value)
    log = capsys.readouterr().err
    assert told.kind == "BugError"
    assert "in inner" in log
    assert "in outer" in log
    assert "ValueError" in log
    assert "KeyError" in log
    assert secret not in log + told.what + told.next_step


def test_a_bug_that_says_so_itself_is_logged_and_told_in_plain_words(capsys):
    told = failure(1, BugError("block 3-2 overlaps"))
    assert "overlaps" not in told.what
    assert "block 3-2 overlaps" in capsys.readouterr().err
    assert told.next_step


def test_errors_that_point_at_each_other_are_logged_once(capsys):
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    failure(1, first)
    assert capsys.readouterr().err.count("ValueError") == 1
