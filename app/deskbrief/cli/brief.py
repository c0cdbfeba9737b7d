"""`deskbrief brief`: from a file to a PDF in one step."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from deskbrief.cli.reading import analyse, paths_for, read, running, show_progress
from deskbrief.document.errors import UsageError, WorldError
from deskbrief.document.model import Document
from deskbrief.document.notes import Decision, Note
from deskbrief.document.plan import PageSize, Template
from deskbrief.jobs.runner import Runner, collect
from deskbrief.library.library import Library
from deskbrief.services.briefing import Brief, render_request, rendered
from deskbrief.services.curation import curate
from deskbrief.services.messages import message_for
from deskbrief.services.notetaking import in_text_order, placed_notes
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from deskbrief.services.writing import export_whole, is_same, refuse_sources


def run(options: argparse.Namespace) -> int:
    """Make a brief of each file, or of all together; one that cannot be read does not stop the rest.

    The exit code is then 1.
    """
    together = options.together and len(options.files) > 1
    if len(options.files) > 1 and not together and not options.output.is_dir():
        raise UsageError(
            "Several files need a folder to put their briefs in.",
            "Name a folder after -o, or add --together for one brief of all.",
        )
    targets = _targets(options.output, options.files)
    if not options.output.is_dir():
        refuse_sources(options.output, options.files)
    with running() as runner:
        sources, failures = [], 0
        for number, path in enumerate(options.files):
            try:
                source = _source(runner, path, options)
                sources.append(source)
                if not together:
                    _make(runner, [source], targets[number], options)
            except WorldError as error:
                print(f"deskbrief: {message_for(error)}", file=sys.stderr)
                failures += 1
        if together and sources:
            _make(runner, sources, targets[0], options)
    return 1 if failures else 0


def _targets(output: Path, files: Sequence[Path]) -> list[Path]:
    """Return where the brief of each file goes: in a folder, to names that no source has."""
    if not output.is_dir():
        return [output] * len(files)
    targets: list[Path] = []
    for path in files:
        names = chain((path.stem, f"{path.stem} - brief"), (f"{path.stem} - brief {n}" for n in count(2)))
        places = (output / f"{name}.pdf" for name in names)
        targets.append(
            next(
                place
                for place in places
                if place not in targets and not any(is_same(place, source) for source in files)
            )
        )
    return targets


def _source(runner: Runner, path: Path, options: argparse.Namespace) -> BriefSource:
    document = read(runner, path)
    published, notes, decisions = _kept(document, options) if options.notes else ("", (), ())
    outline = analyse(runner, document, published)
    return BriefSource(
        document=document.dated(published),
        outline=outline,
        curated=curate(document, outline, decisions),
        notes=tuple(in_text_order(placed_notes(document, notes))),
        file_name=path.name,
    )


def _make(runner: Runner, sources: list[BriefSource], target: Path, options: argparse.Namespace) -> None:
    plan = make_plan(sources, brief_options(options))
    brief = rendered(
        collect(runner, "render", render_request(plan, _notes_of(sources)), progress=show_progress), plan
    )
    export_whole(target, brief.data, options.files)
    for remark in brief.remarks:
        print(f"deskbrief: {remark}", file=sys.stderr)
    print(f"{target}: {summary(brief)}")


def _notes_of(sources: list[BriefSource]) -> list[Note]:
    return [item.note for source in sources for item in source.notes]


def summary(brief: Brief) -> str:
    """Return what a finished brief is, in words."""
    words = [f"{brief.pages} page{'s' if brief.pages > 1 else ''}", brief.verified]
    if brief.omitted:
        words.append(
            f"{brief.omitted} row{'s' if brief.omitted > 1 else ''} left out to fit (--template full)"
        )
    return ", ".join(words)


def brief_options(options: argparse.Namespace) -> BriefOptions:
    """Return what the command line says about the brief."""
    return BriefOptions(
        prepared=datetime.now().astimezone().date().isoformat(),
        title=options.title,
        author=options.author,
        marking=options.marking,
        page_size=PageSize(options.page),
        bottom_line=options.bottom_line,
        template=Template(options.template),
    )


def _kept(
    document: Document, options: argparse.Namespace
) -> tuple[str, tuple[Note, ...], tuple[Decision, ...]]:
    library = Library.open(paths_for(options.data_dir).data)
    try:
        return (
            library.published(document.sha256),
            library.notes(document.sha256),
            library.decisions(document.sha256),
        )
    finally:
        library.close()
