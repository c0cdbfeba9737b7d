"""Files with notes on their way to the worker, and what it found in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deskbrief.document.codec import document_request, parts_request
from deskbrief.document.encoding import encode
from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import LARGEST_BYTES, FoundNotes, Incoming, PlacedAnchor
from deskbrief.document.model import Document
from deskbrief.document.sizes import megabytes
from deskbrief.document.steps import finish
from deskbrief.document.tasks import Part, Request
from deskbrief.jobs.runner import Runner, collect
from deskbrief.library.library import Library
from deskbrief.services.importing import (
    ImportPlan,
    found_steps,
    place_steps,
    placed_anchors,
    plan_steps,
    refuse_empty,
)
from deskbrief.services.matching import Matcher
from deskbrief.services.sources import check_source


def files_with_notes(path: Path) -> list[Path]:
    """Return the files to read for notes: of a folder of KOReader those in it, else `path` itself."""
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("metadata.*.lua"))
    if not found:
        raise SourceError(
            f"{path.name} is a folder without notes.", "Choose a file, or a folder of KOReader."
        )
    return found


def notes_request(path: Path) -> Request:
    """Return the request to read the file at `path` for notes; raises `SourceError`."""
    state = check_source(path)
    if state.st_size > LARGEST_BYTES:
        raise SourceError(
            f"{path.name} is {megabytes(state.st_size)}; notes are read from files of up to "
            f"{LARGEST_BYTES // 2**20} MB.",
            "Export fewer notes at a time.",
        )
    try:
        return Request({"document": _document_name(path)}, path.read_bytes())
    except OSError as error:
        raise SourceError(f"{path.name} could not be read.", "Check its name and your rights.") from error


def _document_name(path: Path) -> str:
    """Return the file that notes are on when the place of their own file tells it, as with KOReader."""
    folder, parts = path.parent, path.name.split(".")
    if folder.suffix == ".sdr" and len(parts) >= 3 and parts[0] == "metadata":
        return f"{folder.stem}.{parts[1]}"
    return ""


def place_request(parts: Sequence[Part], notes: Sequence[Incoming]) -> Request:
    """Return the request to find the passages of `notes` in the document that `parts` of it make."""
    return parts_request(parts, notes=[encode(note) for note in notes])


def plan_for(
    runner: Runner, library: Library, path: Path, target: str = "", document: Document | None = None
) -> ImportPlan:
    """Return the plan for importing the notes in the file at `path`; raises `WorldError`.

    All of them are on the document `target`, if that is given; `document` is that one where the library does
    not have it yet.
    """
    found = finish(found_steps(collect(runner, "notes", lambda: notes_request(path))))
    refuse_empty(found)
    matcher = Matcher(library)
    documents = [target or matcher.document(one.work) for one in found.notes]
    placed: dict[int, PlacedAnchor] = {}
    for sha256, numbers in finish(place_steps(library, found.notes, documents)).items():
        placed.update(_placed(runner, library, sha256, document, found, numbers))
    return finish(plan_steps(library, found, documents, placed, matcher=matcher))


def _placed(
    runner: Runner,
    library: Library,
    sha256: str,
    document: Document | None,
    found: FoundNotes,
    numbers: Sequence[int],
) -> dict[int, PlacedAnchor]:
    notes = [found.notes[number] for number in numbers]
    if document is not None and document.sha256 == sha256:
        request = document_request(document, notes=[encode(note) for note in notes])
    else:
        parts = list(library.document_parts(sha256)) if sha256 else []
        if not parts:
            return {}
        request = place_request(parts, notes)
    return dict(zip(numbers, placed_anchors(collect(runner, "place", request)), strict=True))
