"""Errors cross the pipe as kinds and sentences, and nothing a task does to standard output harms it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskbrief.document.errors import ERRORS, BugError, JobTooLargeError
from deskbrief.document.tasks import Request
from deskbrief.jobs.runner import Runner, collect
from helpers.workers import wait_until

pytestmark = pytest.mark.process


@pytest.mark.parametrize("kind", sorted(set(ERRORS) - {"BugError"}))
def test_our_own_errors_arrive_as_they_were_raised(runner: Runner, kind: str):
    with pytest.raises(ERRORS[kind]) as caught:
        collect(runner, "fail", Request({"kind": kind}))
    assert type(caught.value) is ERRORS[kind]
    assert (caught.value.what, caught.value.next_step) == ("What happened.", "What to do.")


@pytest.mark.parametrize("kind", ["ValueError", "SystemExit"])
def test_any_other_error_is_our_fault_and_its_text_goes_nowhere(runner: Runner, kind: str):
    with pytest.raises(BugError) as caught:
        collect(runner, "fail", Request({"kind": kind, "text": "a secret"}))
    assert caught.value.next_step
    assert collect(runner, "echo", Request())
    wait_until(lambda: any(line.startswith(kind) for line in runner.log()))
    log = "\n".join(runner.log())
    assert "in fail" in log
    assert "secret" not in log + str(caught.value)


def test_memory_that_ran_out_is_a_matter_of_size(runner: Runner):
    with pytest.raises(JobTooLargeError):
        collect(runner, "fail", Request({"kind": "MemoryError"}))


def test_a_part_that_is_no_json_fails_that_job_alone(runner: Runner):
    with pytest.raises(BugError):
        collect(runner, "unsendable", Request())
    assert collect(runner, "echo", Request())


def test_junk_on_standard_output_does_no_harm(runner: Runner):
    (part,) = collect(runner, "chatter", Request())
    assert part.data == ""
    assert collect(runner, "echo", Request())
    for junk in ("printed junk", "raw junk", "junk by way of C"):
        wait_until(lambda junk=junk: junk in "\n".join(runner.log()))


def test_a_task_that_does_not_exist_is_a_bug(new_runner: Callable[..., Runner]):
    runner = new_runner(table={"gone": "helpers.tasks:gone", "no module": "helpers.nowhere:gone"})
    for task in ("gone", "no module"):
        with pytest.raises(BugError):
            collect(runner, task, Request())
    wait_until(lambda: "helpers.nowhere" in "\n".join(runner.log()))
