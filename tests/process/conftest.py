"""What every test of the worker process gets: a runner that is closed afterwards and leaves nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from deskbrief.jobs.runner import Runner
from helpers.workers import Ears, make_runner


@pytest.fixture
def new_runner() -> Iterator[Callable[..., Runner]]:
    runners: list[Runner] = []

    def new(**options: object) -> Runner:
        runners.append(make_runner(**options))
        return runners[-1]

    yield new
    for runner in runners:
        runner.close(timeout=20)
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("deskbrief")]
    assert not left


@pytest.fixture
def runner(new_runner: Callable[..., Runner]) -> Runner:
    return new_runner()


@pytest.fixture
def ears() -> Ears:
    return Ears()
