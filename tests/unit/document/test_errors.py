"""The tree of errors."""

from __future__ import annotations

from collections.abc import Iterator

from deskbrief.document.errors import ERRORS, DeskbriefError, PatternError
from deskbrief.jobs.scheduler import failure


def tree(kind: type[DeskbriefError]) -> Iterator[type[DeskbriefError]]:
    if kind.__module__ == DeskbriefError.__module__:
        yield kind
    for below in kind.__subclasses__():
        yield from tree(below)


def test_every_error_can_come_out_of_the_worker_as_what_it_is():
    assert {kind.__name__: kind for kind in tree(DeskbriefError)} == ERRORS
    assert failure(1, PatternError("what", "next")).kind == "PatternError"
