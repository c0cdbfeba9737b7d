"""An import beside other work, with a worker that answers as it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from deskbrief.document.encoding import encode
from deskbrief.document.errors import DeskbriefError, LibraryError
from deskbrief.document.incoming import Incoming, Work, foreign_anchor
from deskbrief.document.tasks import Part
from deskbrief.exchange.placing import Placer
from deskbrief.jobs.job import Listener
from deskbrief.library.library import Library
from deskbrief.services.importing import ImportPlan
from deskbrief.services.note_imports import NoteImport
from helpers.library_samples import sample

DOCUMENT = sample("In May the flow fell.\n\nNobody knew.", title="Water")
NOTE = Incoming(anchor=foreign_anchor("the flow fell"), work=Work(title="Water"), key="1")
FOUND = [Part("notes", [encode(NOTE)]), Part("found", {"form": "KOReader"})]
PLACED = [Part("placed", encode(Placer(DOCUMENT).placed(NOTE)))]


class Answers:
    """Stands where the runner stands: each job is done at once, with the parts that are its answer."""

    def __init__(self, **answers: Sequence[Part]) -> None:
        self._answers = answers

    def submit(self, name: str, make: Callable[[], object], listener: Listener) -> None:
        make()
        for part in self._answers[name]:
            listener.part(None, part)
        listener.done(None)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        library.put_document(DOCUMENT)
        yield library


def outcome(library: Library, file: Path, **answers: Sequence[Part]) -> tuple[list, list]:
    """Return the plans and the errors that an import of `file` ends with; its steps are done at once."""
    plans: list[ImportPlan] = []
    errors: list[DeskbriefError] = []
    waiting: list[Callable[[], None]] = []
    file.write_bytes(b"[]")
    NoteImport(library, Answers(**answers), waiting.append, plans.append, errors.append).start([file])
    while waiting:
        waiting.pop(0)()
    return plans, errors


def test_passages_are_placed_and_a_plan_is_made(library: Library, tmp_path: Path):
    ((plan,), errors) = outcome(library, tmp_path / "n.json", notes=FOUND, place=PLACED)
    assert errors == []
    assert [one.note.anchor.exact for one in plan.planned] == ["the flow fell"]
    assert plan.planned[0].note.document == DOCUMENT.sha256


def test_it_is_told_how_much_was_looked_through(library: Library, tmp_path: Path):
    shares: list[float] = []
    waiting: list[Callable[[], None]] = []
    (tmp_path / "n.json").write_bytes(b"[]")
    runner = Answers(notes=FOUND, place=PLACED)
    NoteImport(library, runner, waiting.append, print, print, shares.append).start([tmp_path / "n.json"])
    while waiting:
        waiting.pop(0)()
    assert shares == [0.0, 1.0]


def test_the_plan_tells_which_documents_get_how_many_notes(library: Library, tmp_path: Path):
    other = replace(NOTE, work=Work(title="Elsewhere"), key="2")
    found = [Part("notes", [encode(NOTE), encode(other)]), *FOUND[1:]]
    ((plan,), _) = outcome(library, tmp_path / "n.json", notes=found, place=PLACED)
    assert plan.homes(overwrite=False) == [("Water", True, 1), ("Elsewhere", False, 1)]


def test_an_import_that_is_cancelled_says_nothing_more(library: Library, tmp_path: Path):
    heard: list[object] = []
    waiting: list[Callable[[], None]] = []
    (tmp_path / "n.json").write_bytes(b"[]")
    runner = Answers(notes=FOUND, place=PLACED)
    work = NoteImport(library, runner, waiting.append, heard.append, heard.append)
    work.start([tmp_path / "n.json"])
    waiting.pop(0)()
    work.cancel()
    while waiting:
        waiting.pop(0)()
    assert heard == []


@pytest.mark.parametrize(
    ("notes", "place"),
    [
        ([Part("notes", [7])], PLACED),
        ([Part("notes", [encode(NOTE)])], []),
        (FOUND, [Part("placed", {"state": "nowhere"})]),
        (FOUND, [Part("placed", 7)]),
    ],
)
def test_a_worker_that_sends_nonsense_ends_the_import(library: Library, tmp_path: Path, notes, place):
    plans, errors = outcome(library, tmp_path / "n.json", notes=notes, place=place)
    assert (len(plans), len(errors)) == (0, 1)


def test_a_library_that_refuses_while_the_plan_is_made_ends_the_import(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise LibraryError("The disk reported an error.")

    monkeypatch.setattr(Library, "note", refuse)
    plans, errors = outcome(library, tmp_path / "n.json", notes=FOUND, place=PLACED)
    assert (plans, [str(error) for error in errors]) == ([], ["The disk reported an error."])
