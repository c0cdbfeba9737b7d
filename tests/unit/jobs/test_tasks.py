from __future__ import annotations

import inspect

import pytest

from deskbrief.document.errors import BugError
from deskbrief.jobs.tasks import PRIORITIES, TASKS, priority_of, resolve


@pytest.mark.parametrize("name", TASKS)
def test_every_name_in_the_table_is_a_task(name):
    function = resolve(TASKS[name])
    assert inspect.isgeneratorfunction(function)
    assert len(inspect.signature(function).parameters) == 1


def test_what_somebody_waits_for_goes_before_what_fills_in():
    assert priority_of("read") == priority_of("render") == priority_of("resolve")
    assert priority_of("read") < priority_of("outline") < priority_of("warm")
    assert set(PRIORITIES) == set(TASKS)


@pytest.mark.parametrize("target", ["", ":", "os", "os:", ":getcwd", "os:name", "os:no_such_function"])
def test_a_target_that_is_no_function_is_a_bug(target):
    with pytest.raises(BugError):
        resolve(target)
