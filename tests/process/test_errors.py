"""Errors cross the pipe as kinds and sentences, and nothing a task does to standard output harms it."""

from __future__ import annotations

import pytest
from deskbrief.document.errors import ERRORS, BugError, JobTooLargeError, SourceError
from deskbrief.document.tasks import Request
from deskbrief.jobs.runner import Runner, collect

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
        collect(runner, "fail", Request({"kind": kind}))
    assert caught.value.next_step
    assert collect(runner, "echo", Request())
    log = "\n".join(runner.log())
    assert kind in log
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
    log = "\n".join(runner.log())
    assert "printed junk" in log
    assert "raw junk" in log
    assert "junk by way of C" in log


def test_a_task_that_does_not_exist_is_a_bug(new_runner: object, runner: Runner):
    other = new_runner(table={"gone": "helpers.tasks:gone", "no module": "helpers.nowhere:gone"})  # type: ignore[operator]
    for task in ("gone", "no module"):
        with pytest.raises(BugError):
            collect(other, task, Request())
    assert "helpers.nowhere" in "\n".join(other.log())


def test_sentences_are_those_of_the_first_error(runner: Runner):
    with pytest.raises(SourceError, match="What happened"):
        collect(runner, "fail", Request({"kind": "SourceError"}))
