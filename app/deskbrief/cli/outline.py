"""`deskbrief outline`: what was found, for programs and for people."""

from __future__ import annotations

import argparse
from pathlib import Path

from deskbrief.cli.printing import complain, print_json
from deskbrief.cli.reading import analyse, read, running
from deskbrief.document.edtf import bounds
from deskbrief.document.errors import UsageError, WorldError
from deskbrief.document.model import Document
from deskbrief.jobs.runner import Runner
from deskbrief.services.messages import message_for
from deskbrief.services.outline_json import error_object, outline_object
from deskbrief.services.outline_markdown import outline_markdown


def run(options: argparse.Namespace) -> int:
    """Print the outline of each file, and return the exit code.

    A file that cannot be read, or breaks off, does not stop the rest, and the code is 1.
    """
    if options.date and not bounds(options.date):
        raise UsageError(f"“{options.date}” is not a date.", "Write it as 2024, 2024-03 or 2024-03-05.")
    failures = 0
    with running() as runner:
        for path in options.files:
            failures += _print(runner, path, options)
    return 1 if failures else 0


def _print(runner: Runner, path: Path, options: argparse.Namespace) -> int:
    try:
        document = read(runner, path)
        outline = analyse(runner, document, options.date)
    except WorldError as error:
        complain(message_for(error))
        if not options.markdown:
            print_json(error_object(path, error))
        return 1
    document = document.dated(options.date, outline.dated)
    if options.markdown:
        print(outline_markdown(path.name, document, outline), flush=True)
    else:
        print_json(outline_object(path, document, outline))
    return _loss(path, document)


def _loss(path: Path, document: Document) -> int:
    """Say on standard error what of a file could not be read; return 1 when the file breaks off."""
    coverage = document.coverage
    if not coverage.whole:
        complain(f"{path.name} was read in part. {' '.join(coverage.remarks)}")
    return 1 if coverage.cut else 0
