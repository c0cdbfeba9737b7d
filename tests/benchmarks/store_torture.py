"""Kill a process that writes to a library, again and again, and see whether anything it promised is missing.

    python tests/benchmarks/store_torture.py [--kills 300] [--writes 2000] [--seed 1]

A child adds, types into, recolours, deletes, decides, undoes and redoes. It says TRY before each act and ACK
once the library's method has returned; then SIGKILL strikes at a random moment. After each kill the library
is opened again: every acknowledged state must be there, the one act in flight may be there or not, and
nothing else. Every other child has the disk waited for in a thread, as the window has. The library must find
itself healthy, and the journal alone must give the same notes. At the end the time of one durable write of a
note is measured. The exit code is 1 when a promise was broken.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskbrief.document.anchors import make_anchor
from deskbrief.document.build import finished
from deskbrief.document.codec import encode
from deskbrief.document.errors import DeskbriefError, LibraryError
from deskbrief.document.model import Block, BlockKind, Document, Metadata
from deskbrief.document.notes import Decision, ItemKind, Note, Role, Verdict, uuid7
from deskbrief.document.spans import Span
from deskbrief.library import journal, secondcopy
from deskbrief.library.hashing import digest
from deskbrief.library.history import TYPING_MS
from deskbrief.library.library import Library

Value = Note | Decision
ABSENT = "-"
#: Kills that strike one library before the next begins with an empty one.
KILLS_IN_ONE = 20
#: Lines that are heard from a child, at most, before it is killed.
MOST_WORDS = 120
#: The length at which the children begin the journal afresh, so that kills strike there too.
SHORT_JOURNAL = 20_000


def text() -> Document:
    """Return the document that all notes stand on."""
    words = " ".join(f"word{number}" for number in range(2000))
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(words))
    return finished(
        Document(sha256="a" * 64, metadata=Metadata(title="Torture"), text=words, blocks=(block,))
    )


def state_of(value: Value | None) -> str:
    """Return a digest of a note or decision, or the sign for absence."""
    return digest([json.dumps(encode(value), sort_keys=True)]) if value else ABSENT


@dataclass
class Clock:
    """A clock that the child moves, so that typing and pausing need no waiting."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Step:
    """An act as the model of the history remembers it."""

    target: str
    was: Value | None
    became: Value | None
    typing: bool
    at: datetime


@dataclass
class Child:
    """The process that is killed: it acts, and knows what each act must lead to."""

    library: Library
    rng: random.Random
    clock: Clock
    document: Document = field(default_factory=text)
    values: dict[str, Value] = field(default_factory=dict)
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def run(self, acts: int) -> None:
        self.library.put_document(self.document)
        kept = (*self.library.notes(), *self.library.decisions(self.document.sha256))
        self.values = {_key(value): value for value in kept}
        choices = [self.add, self.type, self.recolour, self.delete, self.decide, self.undo, self.redo]
        for _ in range(acts):
            self.clock.now += timedelta(milliseconds=self.rng.choice([100, 5000]))
            self.rng.choices(choices, weights=[3, 6, 1, 1, 2, 2, 1])[0]()

    def add(self) -> None:
        start = self.rng.randrange(len(self.document.text) - 40)
        anchor = make_anchor(self.document, Span(start, start + 30))
        note = Note(
            id=uuid7(),
            document=self.document.sha256,
            anchor=anchor,
            created=self._now(),
            modified=self._now(),
        )
        with self._promise(note.id, note):
            self.library.add_note(note)

    def type(self) -> None:
        note = self._some_note()
        if note:
            new = replace(
                note, body=note.body + self.rng.choice(["quota ", "ü🌾 ", "x" * 200]), modified=self._now()
            )
            with self._promise(note.id, new, typing=True):
                self.library.update_note(new)

    def recolour(self) -> None:
        note = self._some_note()
        if note:
            other = self.rng.choice([role for role in Role if role is not note.role])
            new = replace(note, role=other, modified=self._now())
            with self._promise(note.id, new):
                self.library.update_note(new)

    def delete(self) -> None:
        note = self._some_note()
        if note:
            with self._promise(note.id, None):
                self.library.delete_note(note.id)

    def decide(self) -> None:
        start = self.rng.randrange(10)
        anchor = make_anchor(self.document, Span(start, start + 9))
        old = self.values.get(f"{ItemKind.EVENT}|0|{anchor.prefix[-16:]}|{anchor.exact}")
        verdict = self.rng.choice(
            [v for v in Verdict if not isinstance(old, Decision) or v is not old.verdict]
        )
        new = Decision(
            document=self.document.sha256,
            kind=ItemKind.EVENT,
            anchor=anchor,
            verdict=verdict,
            modified=self._now(),
        )
        with self._promise(new.key, new):
            self.library.decide(new)

    def undo(self) -> None:
        if self.done:
            step = self.done[-1]
            with self._told(step.target, step.was):
                self.library.undo(self.document.sha256)
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        if self.undone:
            step = self.undone[-1]
            with self._told(step.target, step.became):
                self.library.redo(self.document.sha256)
            self.done.append(replace(self.undone.pop(), typing=False))

    @contextmanager
    def _promise(self, target: str, value: Value | None, *, typing: bool = False) -> Iterator[None]:
        was = self.values.get(target)
        with self._told(target, value):
            yield
        last = self.done[-1] if self.done and not self.undone else None
        self.undone.clear()
        pause = timedelta(milliseconds=TYPING_MS)
        if typing and last and last.typing and last.target == target and self.clock.now - last.at <= pause:
            self.done[-1] = replace(last, became=value, at=self.clock.now)
        else:
            self.done.append(Step(target, was, value, typing, self.clock.now))

    @contextmanager
    def _told(self, target: str, value: Value | None) -> Iterator[None]:
        line = json.dumps([target, state_of(value)])
        print(f"TRY {line}", flush=True)
        yield
        print(f"ACK {line}", flush=True)
        if value:
            self.values[target] = value
        else:
            self.values.pop(target, None)

    def _some_note(self) -> Note | None:
        notes = [value for value in self.values.values() if isinstance(value, Note)]
        return self.rng.choice(notes[-5:]) if notes else None

    def _now(self) -> str:
        return self.clock.now.isoformat()


def child(folder: Path, seed: int, acts: int, *, beside: bool) -> int:
    """Act on the library in `folder`; return 1 with a sentence when it cannot be written."""
    secondcopy.LONG = SHORT_JOURNAL
    clock = Clock(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=seed))
    try:
        with Library.open(folder, now=clock) as library:
            if beside:
                library.settle_beside(_nobody)
            Child(library, random.Random(seed), clock).run(acts)
            if error := library.settle():
                raise error
    except LibraryError as error:
        print(f"ERR {error.what}", flush=True)
        return 1
    return 0


def _nobody(_number: int, _error: DeskbriefError | None) -> None:
    """Nobody listens: what survives a kill is on its way whatever is told."""


@dataclass
class Tally:
    """What came of the kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    unhealthy: list[str] = field(default_factory=list)
    opening_ms: list[float] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether every promise was kept."""
        return not (self.lost or self.invented or self.unhealthy)


@dataclass
class Promises:
    """What the children of one library said: the last acknowledged states, and what was tried after that."""

    kept: dict[str, str] = field(default_factory=dict)
    tried: dict[str, str] = field(default_factory=dict)

    def hear(self, lines: list[str]) -> int:
        """Take in what one child said; return how many acts it acknowledged."""
        acknowledged = 0
        self.tried = {}
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "TRY":
                target, state = json.loads(rest)
                self.tried = {target: state}
            elif word == "ACK":
                self.kept.update(self.tried)
                self.tried = {}
                acknowledged += 1
        return acknowledged


def spawn(
    folder: Path, seed: int, acts: int = 100_000, *, beside: bool = False, **options: object
) -> subprocess.Popen[str]:
    """Start a child on the library in `folder`; `beside`: it does not wait for the disk itself."""
    command = [
        sys.executable,
        str(Path(__file__)),
        "--child",
        str(folder),
        "--seed",
        str(seed),
        "--acts",
        str(acts),
        *(["--beside"] if beside else []),
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload,no-any-return]


def strike(folder: Path, seed: int, words: int, moment: float, *, beside: bool = False) -> list[str]:
    """Hear `words` lines of a child, kill it `moment` seconds later, and return all that it said.

    With no words it is struck while it may still be opening the library.
    """
    process = spawn(folder, seed, beside=beside)
    said = [process.stdout.readline() for _ in range(words)]
    time.sleep(moment)
    process.kill()
    rest, _ = process.communicate()
    return said + rest.splitlines()


def verify(folder: Path, promises: Promises, tally: Tally) -> None:
    """Open the library and hold it against what was promised; what is found then counts as promised."""
    began = time.perf_counter()
    with Library.open(folder) as library:
        tally.opening_ms.append((time.perf_counter() - began) * 1000)
        notes = library.notes()
        tally.unhealthy.extend(library.check() + library.remarks)
        found = {_key(value): state_of(value) for value in (*notes, *library.decisions("a" * 64))}
    for target in promises.kept.keys() | promises.tried.keys() | found.keys():
        actual = found.get(target, ABSENT)
        allowed = {promises.kept.get(target, ABSENT), promises.tried.get(target, ABSENT)}
        if target not in promises.tried:
            allowed = {promises.kept.get(target, ABSENT)}
        if actual not in allowed:
            (tally.lost if target in promises.kept else tally.invented).append(target)
    promises.kept = {target: found.get(target, ABSENT) for target in promises.kept.keys() | found.keys()}
    last = {entry.row.note.id: entry.row for entry in journal.read(folder / "journal.ndjson")}
    if {row.note for row in last.values() if not row.deleted} != set(notes):
        tally.unhealthy.append("the journal gives other notes")


def torture(folder: Path, kills: int, seed: int) -> Tally:
    """Strike `kills` times at libraries in `folder`; return what came of it."""
    rng, tally, promises = random.Random(seed), Tally(), Promises()
    for kill in range(kills):
        place = folder / f"library-{kill // KILLS_IN_ONE}"
        if kill % KILLS_IN_ONE == 0:
            promises = Promises()
        words = rng.randrange(1, MOST_WORDS) if kill % 5 else 0
        moment = rng.random() * (0.01 if words else 0.2)
        said = strike(place, seed + kill, words, moment, beside=bool(kill % 2))
        tally.acknowledged += promises.hear(said)
        tally.kills += 1
        verify(place, promises, tally)
    return tally


def timings(folder: Path, writes: int, *, beside: bool = False) -> dict[str, list[float]]:
    """Return the milliseconds that each of `writes` additions and updates of a note kept the caller."""
    document = text()
    taken: dict[str, list[float]] = {"add_note": [], "update_note": []}
    with Library.open(folder) as library:
        if beside:
            library.settle_beside(_nobody)
        library.put_document(document)
        for number in range(writes):
            anchor = make_anchor(document, Span(number, number + 60))
            note = Note(id=uuid7(), document=document.sha256, anchor=anchor, body="A remark. " * 20)
            with _timed(taken["add_note"]):
                library.add_note(note)
            with _timed(taken["update_note"]):
                library.update_note(replace(note, body=note.body + "More."))
    return taken


@contextmanager
def _timed(taken: list[float]) -> Iterator[None]:
    began = time.perf_counter()
    yield
    taken.append((time.perf_counter() - began) * 1000)


def _key(value: Value) -> str:
    return value.id if isinstance(value, Note) else value.key


def _percentiles(values: list[float]) -> str:
    ranked = sorted(values)
    p50, p99 = ranked[len(ranked) // 2], ranked[min(len(ranked) * 99 // 100, len(ranked) - 1)]
    return f"p50 {p50:.2f} ms, p99 {p99:.2f} ms, max {ranked[-1]:.2f} ms"


def report(tally: Tally) -> None:
    """Print what came of the kills."""
    print(f"{tally.kills} kills, {tally.acknowledged} acknowledged acts")
    print(f"acknowledged and lost: {len(tally.lost)}")
    print(f"there without being tried: {len(tally.invented)}")
    print(f"faults that the library found in itself: {len(tally.unhealthy)}")
    print(f"opening after a kill: {_percentiles(tally.opening_ms)}")


def report_times(taken: dict[str, list[float]], where: str) -> None:
    """Print how long the caller was kept."""
    for name, values in taken.items():
        print(f"{name} {where}, {len(values)} times: {_percentiles(values)}")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--writes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acts", type=int, default=100_000, help=argparse.SUPPRESS)
    parser.add_argument("--beside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return child(options.child, options.seed, options.acts, beside=options.beside)
    folder = Path(tempfile.mkdtemp(prefix="deskbrief-torture-"))
    try:
        tally = torture(folder, options.kills, options.seed)
        report(tally)
        report_times(timings(folder / "timed", options.writes), "with the wait for the disk")
        report_times(timings(folder / "beside", options.writes, beside=True), "with that wait in a thread")
    finally:
        shutil.rmtree(folder)
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
