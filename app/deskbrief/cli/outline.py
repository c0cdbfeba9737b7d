"""`deskbrief outline`: what was found, for programs and for people."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

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
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper, unless replaced
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
        print(f"deskbrief: {message_for(error)}", file=sys.stderr)
        if not options.markdown:
            print(json.dumps(error_object(path, error), ensure_ascii=False), flush=True)
        return 1
    if options.date:
        document = document.dated(options.date)
    if options.markdown:
        print(outline_markdown(path.name, document, outline), flush=True)
    else:
        print(json.dumps(outline_object(path, document, outline), ensure_ascii=False), flush=True)
    return _loss(path, document)


def _loss(path: Path, document: Document) -> int:
    """Say on standard error what of a file could not be read; return 1 when the file breaks off."""
    coverage = document.coverage
    if not coverage.whole:
        print(f"deskbrief: {path.name} was read in part. {' '.join(coverage.remarks)}", file=sys.stderr)
    return 1 if coverage.cut else 0
