"""What the window's process asks of the worker, and what comes back: plain data only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from typing import Any

from deskbrief.document.records import dataclass

#: A value that JSON can hold.
Json = Any


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a task's result: its name, its data, and bytes that need no JSON."""

    name: str
    data: Json = None
    blob: bytes = b""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps; `label` is a plain word for what is being done."""

    done: int
    total: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What a task is given: plain data, and the bytes of a file."""

    data: dict[str, Json] = field(default_factory=dict)
    blob: bytes = b""


#: A task yields its result part by part and its progress in between. Between two yields it should work for
#: no more than about 50 ms: there the worker looks for cancellation and for more urgent work.
Task = Callable[[Request], Iterator[Part | Progress]]
