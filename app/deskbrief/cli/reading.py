"""Reading and analysing files for the commands: blocking, with progress where someone can see it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deskbrief.document.codec import document_request, join_document, join_outline
from deskbrief.document.errors import BugError
from deskbrief.document.model import Document
from deskbrief.document.notes import Decision, Note
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Progress
from deskbrief.jobs.runner import Runner, collect
from deskbrief.library.library import Library
from deskbrief.services.paths import AppPaths
from deskbrief.services.sources import check_source, read_request, wordless


def paths_for(data_dir: Path | None) -> AppPaths:
    """Return the folders to use, given the option `--data-dir`."""
    return AppPaths.under(data_dir) if data_dir else AppPaths.default()


@contextmanager
def running() -> Iterator[Runner]:
    """Yield a runner whose worker ends with the block."""
    runner = Runner()
    try:
        yield runner
    except BugError:
        # What the worker wrote before it failed is for whoever looks for the mistake.
        print(*runner.log(), sep="\n", file=sys.stderr)
        raise
    finally:
        runner.close()


def read(runner: Runner, path: Path) -> Document:
    """Return the document in the file at `path`; raises `WorldError`, also when it has pages and no text."""
    check_source(path)
    document = join_document(collect(runner, "read", lambda: read_request(path)))
    if document.wordless:
        raise wordless(path.name)
    return document


def analyse(runner: Runner, document: Document, published: str = "") -> Outline:
    """Return the full outline of `document`, dated by `published` when that is given."""
    request = document_request(document, published=published)
    return join_outline(collect(runner, "outline", request, progress=show_progress))


def show_progress(progress: Progress) -> None:
    """Draw a line of progress on standard error when a person sits there."""
    if sys.stderr.isatty() and progress.total:
        share = progress.done / progress.total
        print(
            f"\r{progress.label or 'Working'} … {share:.0%} ", end="\n" if share >= 1 else "", file=sys.stderr
        )


def show_file(number: int, total: int, path: Path) -> None:
    """Say on standard error which of several files is at hand, when a person sits there."""
    if total > 1 and sys.stderr.isatty():
        print(f"{number} of {total}: {path.name}", file=sys.stderr)


def kept(folder: Path, sha256: str) -> tuple[str, tuple[Note, ...], tuple[Decision, ...]]:
    """Return what the library in `folder` keeps of a document: the reader's date for it, notes, decisions."""
    library = Library.open(folder)
    try:
        return library.published(sha256), library.notes(sha256), library.decisions(sha256)
    finally:
        library.close()
