"""Patterns are looked for in the worker, one at a time."""

from __future__ import annotations

from array import array
from queue import Queue

import pytest

from deskbrief.document.errors import DeskbriefError, JobTimedOutError, PatternError
from deskbrief.document.query import Query
from deskbrief.jobs.runner import Runner
from deskbrief.services.patterns import PatternSearch, Told
from helpers.workers import PATIENCE

pytestmark = pytest.mark.process


@pytest.fixture
def runner():
    runner = Runner()
    yield runner
    runner.close(timeout=20)


def ears() -> tuple[Told, Queue[array | DeskbriefError | None]]:
    heard: Queue[array | DeskbriefError | None] = Queue()
    return Told(hits=heard.put, again=lambda: None, ended=heard.put), heard


def asked(words: str) -> Query:
    return Query(words=words, pattern=True)


def test_places_come_first_and_the_end_last(runner: Runner):
    told, heard = ears()
    PatternSearch(runner).start("a1 🌾b22", asked(r"\d+"), told)
    assert heard.get(timeout=PATIENCE) == array("I", [1, 2, 5, 7])
    assert heard.get(timeout=PATIENCE) is None


def test_what_is_no_pattern_is_told(runner: Runner):
    told, heard = ears()
    PatternSearch(runner).start("text", asked("(("), told)
    assert isinstance(heard.get(timeout=PATIENCE), PatternError)


def test_of_two_searches_only_the_second_is_heard_of(runner: Runner):
    search, (first, silent), (second, heard) = PatternSearch(runner), ears(), ears()
    search.start("a" * 40 + "b", asked("(a+)+$"), first)
    search.start("a1", asked(r"\d"), second)
    assert heard.get(timeout=PATIENCE) == array("I", [1, 2])
    assert heard.get(timeout=PATIENCE) is None
    assert silent.empty()


def test_a_pattern_that_takes_for_ever_is_ended_and_told(runner: Runner):
    told, heard = ears()
    PatternSearch(runner).start("a" * 60 + "b", asked("(a+)+$"), told)
    assert isinstance(heard.get(timeout=PATIENCE), JobTimedOutError)
