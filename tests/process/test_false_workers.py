"""A worker taken over by a document may say anything; the runner neither believes it nor hangs on it."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from deskbrief.document.errors import BugError, JobTimedOutError, WorkerDiedError
from deskbrief.document.tasks import Request
from deskbrief.jobs.backoff import Backoff
from deskbrief.jobs.runner import Limits, Runner, collect

pytestmark = pytest.mark.process

WORKER = """
from deskbrief.document.tasks import Part
from deskbrief.jobs.channel import claim_standard_streams
from deskbrief.jobs.messages import *
from deskbrief.jobs.protection import Protection
channel = claim_standard_streams()
say = channel.send
say(Ready(PROTOCOL {newer}, Protection()))
for message in channel.receive():
    job = getattr(message, "job", 0)
    {answer}
"""


@pytest.fixture
def collected(new_runner: Callable[..., Runner]) -> Callable[..., object]:
    def collected(answer: str, newer: str = "") -> object:
        script = WORKER.replace("{newer}", newer).replace("{answer}", answer)
        runner = new_runner(command=(sys.executable, "-c", script), backoff=Backoff(free=100))
        return collect(runner, "echo", Request(), limits=Limits(seconds=0.5))

    return collected


def test_one_that_does_what_it_should(collected):
    (part,) = collected("say(Running(job)); say(Delivered(job, Part('x'))); say(Done(job))")
    assert part.name == "x"


def test_one_of_another_version_is_not_used(collected):
    with pytest.raises(WorkerDiedError) as caught:
        collected("say(Done(job))", newer="+ 1")
    assert caught.value.next_step


def test_one_that_claims_to_work_on_something_else_is_ended(collected):
    with pytest.raises(WorkerDiedError):
        collected("say(Running(job + 1000))")


def test_one_that_says_goodbye_at_work_is_blamed_for_its_end(collected):
    with pytest.raises(WorkerDiedError, match="twice"):
        collected("say(Running(job)); say(Bye()); break")


def test_one_that_never_ends_a_job_is_stopped_by_the_clock(collected):
    with pytest.raises(JobTimedOutError):
        collected("say(Running(job))")


def test_news_of_jobs_that_nobody_asked_for_are_ignored(collected):
    (part,) = collected(
        "say(Delivered(77, Part('no'))); say(Done(78)); say(Failed(79, 'BugError', '', ''));"
        " say(Running(job)); say(Delivered(job, Part('yes'))); say(Done(job));"
        " say(Delivered(job, Part('late')))"
    )
    assert part.name == "yes"


def test_an_error_of_a_kind_that_does_not_exist_is_a_bug(collected):
    with pytest.raises(BugError, match="What"):
        collected("say(Running(job)); say(Failed(job, 'SystemExit', 'What.', 'Next.'))")
