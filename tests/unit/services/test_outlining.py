"""Outlines that the worker makes are told and kept unless the reader has set another date meanwhile."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from deskbrief.document.codec import outline_parts
from deskbrief.document.errors import LibraryError
from deskbrief.document.outline import Degree, Event, EventDate, Outline, TimeExpression
from deskbrief.services.opening import Means, Opening, ReadingListener
from deskbrief.services.outlining import Outlining
from helpers.documents import paragraphs

DOCUMENT = paragraphs("The mayor resigned yesterday.")
UNDATED = Outline(rules="1", model="m 1", times=(TimeExpression(19, 28, "DATE", "PAST_REF"),))
DATED = replace(
    UNDATED, times=(TimeExpression(19, 28, "DATE", "2024-03-14", "2024-03-14", Degree.COMPLETED),)
)
WHOLE = replace(
    DATED, events=(Event(date=EventDate("2024-03-14", 19, 28), title="The mayor resigned", spans=()),)
)


class Shelf:
    """A library that knows one date and keeps outlines; one that is away raises."""

    def __init__(self, published):
        self.date, self.kept = published, []

    def published(self, _):
        if self.date is None:
            raise LibraryError("The drive is away.", "Connect it.")
        return self.date

    def put_outline_slices(self, _, outline, published):
        self.kept.append((outline, published))
        return iter(())


class Runner:
    """Takes work, which the test then does."""

    def __init__(self):
        self.tasks = []

    def submit(self, task, request, listener):
        self.tasks.append((task, request().data["published"], listener))
        return SimpleNamespace(cancel=lambda: None, prefer=lambda: None)

    def finish(self, outline):
        listener = self.tasks[-1][2]
        for part in outline_parts(outline):
            listener.part(None, part)
        listener.done(None)


@pytest.fixture
def told():
    return []


def outlining(told, shelf, runner, published="2024-03-15"):
    listener = ReadingListener(outlined=lambda _, outline, whole: told.append((outline, whole)))
    means = Means(shelf, runner, lambda call: call())
    return Outlining(means, Opening(Path("a.txt")), DOCUMENT, published, listener)


def test_a_day_that_no_event_has_is_looked_for_again(told):
    shelf, runner = Shelf("2024-03-15"), Runner()
    outlining(told, shelf, runner).resolve(UNDATED)
    runner.finish(DATED)
    assert told == [(DATED, False)]
    assert not shelf.kept
    runner.finish(WHOLE)
    assert [task[:2] for task in runner.tasks] == [("resolve", "2024-03-15"), ("outline", "2024-03-15")]
    assert told == [(DATED, False), (WHOLE, True)]
    assert shelf.kept == [(WHOLE, "2024-03-15")]


def test_dates_of_known_events_are_enough(told):
    shelf, runner = Shelf("2024-03-15"), Runner()
    outlining(told, shelf, runner).resolve(UNDATED)
    runner.finish(WHOLE)
    assert len(runner.tasks) == 1
    assert told == [(WHOLE, False), (WHOLE, True)]


def test_what_was_begun_for_another_date_is_neither_told_nor_kept(told):
    shelf, runner = Shelf("2024-03-16"), Runner()
    outlining(told, shelf, runner).resolve(UNDATED)
    runner.finish(WHOLE)
    assert not told
    assert not shelf.kept


def test_while_the_library_is_away_what_was_found_is_told(told):
    runner = Runner()
    outlining(told, Shelf(None), runner).resolve(UNDATED)
    runner.finish(WHOLE)
    assert told[-1] == (WHOLE, True)
