"""A process that reads files which may hang it, crash it or eat its memory, and that is then replaced."""

from __future__ import annotations

import resource
import sys
import traceback
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Any

from scripts.hostile_base import MEGABYTE
from scripts.hostile_check import outcome

import deskbrief.importers
from deskbrief.document.errors import SourceError

#: What one input may take before that is a finding.
SECONDS, MEMORY = 10.0, 2048 * MEGABYTE
#: Two lines of one function that were run one after the other: file, first line, second line.
Step = tuple[str, int, int]

_IMPORTERS = str(Path(deskbrief.importers.__file__).parent)
#: A process that starts afresh shares no threads or open files with whoever starts it.
_context = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How reading an input ended: `fault` is empty when as promised; `steps` are those not known before."""

    fault: str = ""
    refused: str = ""
    seconds: float = 0.0
    steps: frozenset[Step] = field(default_factory=frozenset)


class Child:
    """Reads inputs one after the other in a process of its own; `traced` tells which lines were run."""

    def __init__(self, *, traced: bool = False, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.known: set[Step] = set()
        self._traced = traced
        self._seconds = seconds
        self._memory = memory
        self._process: Any = None
        self._pipe: Connection

    def judge(self, name: str, data: bytes) -> Verdict:
        """Return how reading `data` under this name ended, whatever happened to the process."""
        if self._process is None:
            self._start()
        begun = monotonic()
        try:
            self._pipe.send((name, data))
            if not self._pipe.poll(self._seconds):
                return self._lost(f"Hang: no answer after {self._seconds:.0f} seconds")
            verdict: Verdict = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            return self._lost(f"Crash: the process ended with code {self._process.exitcode}")
        self.known |= verdict.steps
        return Verdict(verdict.fault, verdict.refused, monotonic() - begun, verdict.steps)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
            self._process = None

    def _start(self) -> None:
        self._pipe, theirs = _context.Pipe()
        self._process = _context.Process(
            target=_serve, args=(theirs, self.known, self._traced, self._memory), daemon=True
        )
        self._process.start()
        theirs.close()

    def _lost(self, fault: str) -> Verdict:
        self.close()
        return Verdict(fault, seconds=self._seconds)


def _serve(pipe: Connection, known: set[Step], traced: bool, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            name, data = pipe.recv()
        except EOFError:
            return
        steps: set[Step] = set()
        if traced:
            sys.settrace(_Tracer(steps).call)
        fault, refused = _read(name, data)
        sys.settrace(None)
        steps -= known
        known |= steps
        pipe.send(Verdict(fault, refused, steps=frozenset(steps)))


def _read(name: str, data: bytes) -> tuple[str, str]:
    try:
        found = outcome(name, data)
    except Exception:  # noqa: BLE001 - whatever it is, it is a finding
        return traceback.format_exc(), ""
    return "", str(found) if isinstance(found, SourceError) else ""


class _Tracer:
    """Collects the steps of the importers' functions; those of libraries cost one call each."""

    def __init__(self, steps: set[Step]) -> None:
        self._steps = steps

    def call(self, frame: FrameType, event: str, _: object) -> Any:
        """Follow the function that begins if it is one of the importers."""
        file = frame.f_code.co_filename
        if event != "call" or not file.startswith(_IMPORTERS):
            return None
        short, before, steps = file[len(_IMPORTERS) + 1 :], frame.f_lineno, self._steps

        def line(frame: FrameType, event: str, _: object) -> Any:
            nonlocal before
            if event == "line":
                steps.add((short, before, frame.f_lineno))
                before = frame.f_lineno
            return line

        return line
