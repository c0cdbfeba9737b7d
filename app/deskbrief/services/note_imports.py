"""Making the plan of an import beside other work: files are read in the worker, the rest is done in steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from deskbrief.document.errors import BugError, DeskbriefError
from deskbrief.document.incoming import FoundNotes, PlacedAnchor
from deskbrief.document.steps import Steps
from deskbrief.document.tasks import Part
from deskbrief.jobs.job import Job, Listener
from deskbrief.jobs.runner import Runner
from deskbrief.library.library import Library
from deskbrief.services.importing import (
    ImportPlan,
    found_steps,
    match_steps,
    merged,
    place_steps,
    placed_anchors,
    plan_steps,
    refuse_empty,
)
from deskbrief.services.matching import Matcher
from deskbrief.services.note_sources import files_with_notes, notes_request, place_request

T = TypeVar("T")
#: Has a call made soon, after what else waits.
Later = Callable[[Callable[[], None]], None]


class NoteImport:
    """One import on its way to a plan; `ready` or `failed` is called once, on the thread that started it.

    Neither is called after `cancel`.

    `progressed` hears which share of the documents of a file, from 0 to 1, was looked through for passages.
    """

    def __init__(
        self,
        library: Library,
        runner: Runner,
        later: Later,
        ready: Callable[[ImportPlan], None],
        failed: Callable[[DeskbriefError], None],
        progressed: Callable[[float], None] = lambda _: None,
    ) -> None:
        self._library = library
        self._runner = runner
        self._later = later
        self._ready = ready
        self._failed = failed
        self.progressed = progressed
        self._files: deque[Path] = deque()
        self._plans: list[ImportPlan] = []
        self._target = ""
        self._job: Job | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Stop, and tell nobody anything more; nothing was written."""
        self._cancelled = True
        if self._job is not None:
            self._job.cancel()

    def start(self, paths: Sequence[Path], target: str = "") -> None:
        """Begin with the files at `paths`; notes on no known document are on `target`, if one is given."""
        self._target = target
        try:
            self._files.extend(file for path in paths for file in files_with_notes(path))
        except DeskbriefError as error:
            self._failed(error)
            return
        self._next_file()

    def _next_file(self) -> None:
        if not self._files:
            self._ready(merged(self._plans))
            return
        path = self._files.popleft()
        parts: list[Part] = []

        def done(_: Job) -> None:
            self.step(found_steps(parts), lambda found: _FileImport(self, found).start())

        request = partial(notes_request, path)
        self._job = self._runner.submit("notes", request, self._listener(parts, done))

    def take(self, plan: ImportPlan) -> None:
        """Keep the plan of one file, and go on with the next."""
        self._plans.append(plan)
        self._next_file()

    def submit_places(self, parts: list[Part], found: FoundNotes, numbers: list[int], then: Placed) -> None:
        """Have passages found in the document that `parts` make; `then` hears where they are."""
        results: list[Part] = []
        notes = [found.notes[number] for number in numbers]

        def done(_: Job) -> None:
            self._attempt(lambda: then(dict(zip(numbers, placed_anchors(results), strict=True))))

        request = partial(place_request, parts, notes)
        self._job = self._runner.submit("place", request, self._listener(results, done))

    def step(self, work: Steps[T], then: Callable[[T], None]) -> None:
        """Do the steps of `work` between other events; `then` gets what it made."""

        def step() -> None:
            if self._cancelled:
                return
            try:
                next(work)
            except StopIteration as whole:
                made = whole.value
                self._attempt(lambda: then(made))
            except DeskbriefError as error:
                self._fail(error)
            except _FAULTS as error:
                self._fail(_none(error))
            else:
                self._later(step)

        step()

    @property
    def library(self) -> Library:
        """The library that notes come into."""
        return self._library

    @property
    def target(self) -> str:
        """The document that notes are on of which the files tell no known one; empty when there is none."""
        return self._target

    def _listener(self, parts: list[Part], done: Callable[[Job], None]) -> Listener:
        return Listener(
            part=lambda _, part: parts.append(part),
            restarted=lambda _: parts.clear(),
            done=done,
            failed=lambda _, error: self._fail(error),
        )

    def _fail(self, error: DeskbriefError) -> None:
        if not self._cancelled:
            self._failed(error)

    def _attempt(self, act: Callable[[], None]) -> None:
        """Do `act`; whatever goes wrong ends the import, so that nobody waits for it."""
        if self._cancelled:
            return
        try:
            act()
        except DeskbriefError as error:
            self._fail(error)
        except _FAULTS as error:
            self._fail(_none(error))


#: A worker that has read a hostile file can send anything.
_FAULTS = (ValueError, TypeError, KeyError, AttributeError)


def _none(error: Exception) -> BugError:
    return BugError(f"notes that are none: {type(error).__name__}")


Placed = Callable[[dict[int, PlacedAnchor]], None]


class _FileImport:
    """The part of an import that is about one file."""

    def __init__(self, whole: NoteImport, found: FoundNotes) -> None:
        self._whole = whole
        self._found = found
        self._matcher = Matcher(whole.library)
        self._documents: list[str] = []
        self._groups: Iterator[tuple[str, list[int]]] = iter(())
        self._placed: dict[int, PlacedAnchor] = {}
        self._done = self._total = 0

    def start(self) -> None:
        """Find out what the notes are on, and then where their passages are."""
        refuse_empty(self._found)
        work = match_steps(self._matcher, self._found.notes, self._whole.target)
        self._whole.step(work, self._sort)

    def _sort(self, documents: list[str]) -> None:
        self._documents = documents
        work = place_steps(self._whole.library, self._found.notes, documents)
        self._whole.step(work, self._begin)

    def _begin(self, groups: dict[str, list[int]]) -> None:
        self._groups, self._total = iter(groups.items()), len(groups)
        self._next_group()

    def _next_group(self) -> None:
        self._whole.progressed(self._done / max(self._total, 1))
        self._done += 1
        sha256, numbers = next(self._groups, ("", []))
        if not sha256 and not numbers:
            work = plan_steps(
                self._whole.library, self._found, self._documents, self._placed, matcher=self._matcher
            )
            self._whole.step(work, self._whole.take)
            return

        def read(parts: list[Part]) -> None:
            if parts:
                self._whole.submit_places(parts, self._found, numbers, self._take)
            else:
                self._next_group()

        self._whole.step(_collected(self._whole.library, sha256), read)

    def _take(self, placed: dict[int, PlacedAnchor]) -> None:
        self._placed.update(placed)
        self._next_group()


def _collected(library: Library, sha256: str) -> Steps[list[Part]]:
    """Read, in steps, the parts of a document; none when it is not known."""
    parts: list[Part] = []
    for part in library.document_parts(sha256) if sha256 else ():
        parts.append(part)
        yield
    return parts
