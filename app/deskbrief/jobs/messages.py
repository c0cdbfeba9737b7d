"""The messages between runner and worker, and their form as frames.

The worker parses hostile files, so what it sends is checked field by field here: a message that does
not fit raises `BugError`, and the runner then treats the worker as broken.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

from deskbrief.document.errors import BugError
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Json, Part, Progress, Request
from deskbrief.jobs.framing import Frame, encode_frame
from deskbrief.jobs.protection import Layer, Protection

#: Raised whenever the messages change: runner and worker must speak the same.
PROTOCOL = 2

#: No message holds a larger number: beyond it other programs' numbers are not exact either.
LARGEST_NUMBER = 2**53

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Start:
    """To the worker: run the function at `target` on `request`; a lower `priority` goes first."""

    job: int
    target: str
    priority: int
    request: Request


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the worker: stop this job at its next step."""

    job: int


@dataclass(frozen=True, slots=True)
class Prefer:
    """To the worker: of all jobs that are as urgent as this one, it goes first."""

    job: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker's first words: what it speaks and what it gave up."""

    protocol: int
    protection: Protection


@dataclass(frozen=True, slots=True)
class Running:
    """From now on the worker works on this job and on no other."""

    job: int


@dataclass(frozen=True, slots=True)
class Delivered:
    """One part of a job's result."""

    job: int
    part: Part


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a job has come."""

    job: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class Done:
    """A job has yielded all it had."""

    job: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A job ended with an error: the name of its class in `document.errors` and its two sentences."""

    job: int
    kind: str
    what: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Bye:
    """The worker ends itself because it had nothing to do for a while."""


Message = Start | Cancel | Prefer | Ready | Running | Delivered | Progressed | Done | Failed | Bye


def pack(message: Message) -> tuple[bytes, ...]:
    """Return `message` as the pieces of a frame; raises `JobTooLargeError` when it is over the limits."""
    kind, head, blob = _packed(message)
    return encode_frame({kind: head}, blob)


def _packed(message: Message) -> tuple[str, dict[str, Json], bytes]:
    name = type(message).__name__.lower()
    match message:
        case Start(job, target, priority, request):
            head = {"job": job, "target": target, "priority": priority, "data": request.data}
            return name, head, request.blob
        case Delivered(job, part):
            return name, {"job": job, "name": part.name, "data": part.data}, part.blob
        case Progressed(job, step):
            head = {"job": job, "done": step.done, "total": step.total, "label": step.label}
            return name, head, b""
        case Ready(protocol, protection):
            return name, {"protocol": protocol, "layers": protection.layers}, b""
        case _:
            return name, {field.name: getattr(message, field.name) for field in fields(message)}, b""


def unpack(frame: Frame) -> Message:
    """Return the message in `frame`; raises `BugError` when it is none."""
    header = frame.header
    if not isinstance(header, dict) or len(header) != 1:
        raise BugError("a message has no kind")
    ((kind, head),) = header.items()
    if not isinstance(head, dict):
        raise BugError(f"a message of kind {kind} has no fields")
    return _unpacked(kind, _Fields(kind, head), frame.blob)


def _unpacked(kind: str, field: _Fields, blob: bytes) -> Message:  # noqa: PLR0911 - one return a kind
    match kind:
        case "start":
            request = Request(field("data", dict), blob)
            return Start(field("job", int), field("target", str), field("priority", int), request)
        case "delivered":
            return Delivered(field("job", int), Part(field("name", str), field("data", object), blob))
        case "progressed":
            step = Progress(field("done", int), field("total", int), field("label", str))
            return Progressed(field("job", int), step)
        case "failed":
            return Failed(field("job", int), field("kind", str), field("what", str), field("next_step", str))
        case "ready":
            layers = tuple(_layer(item) for item in field("layers", list))
            return Ready(field("protocol", int), Protection(layers))
        case "bye":
            return Bye()
        case "cancel" | "prefer" | "running" | "done":
            return _PLAIN[kind](field("job", int))
    raise BugError(f"a message of the unknown kind {kind[:40]}")


#: Messages that carry a job's number and nothing else.
_PLAIN: dict[str, type[Cancel | Prefer | Running | Done]] = {
    "cancel": Cancel,
    "prefer": Prefer,
    "running": Running,
    "done": Done,
}


@dataclass(frozen=True, slots=True)
class _Fields:
    kind: str
    head: dict[str, Json]

    def __call__(self, name: str, wanted: type[T]) -> T:
        value = self.head.get(name)
        # True is a number to Python, and a number of a hundred digits is more than the window can work with.
        odd = isinstance(value, bool) or (isinstance(value, int) and abs(value) > LARGEST_NUMBER)
        if not isinstance(value, wanted) or (odd and wanted is int):
            raise BugError(f"the field {name} of a message of kind {self.kind[:40]} does not fit")
        return value


def _layer(item: Json) -> Layer:
    match item:
        case [str(name), bool(on), str(detail)]:
            return Layer(name, on, detail)
    raise BugError("a layer of protection does not fit")
