"""`deskbrief brief`: from files to briefs in one step."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from deskbrief.cli.reading import analyse, kept, paths_for, read, running, show_file, show_progress
from deskbrief.document.errors import UsageError, WorldError
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan, Format, PageSize, Template
from deskbrief.jobs.runner import Runner, collect
from deskbrief.services.briefing import Brief, render_request, rendered
from deskbrief.services.curation import curate
from deskbrief.services.messages import message_for
from deskbrief.services.notetaking import in_text_order, placed_notes
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from deskbrief.services.writing import export_whole

#: The form of the report.
SCHEMA = "deskbrief.brief/1"


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
    with running() as runner:
        sources, failures = [], 0
        for number, path in enumerate(options.files, start=1):
            show_file(number, len(options.files), path)
            try:
                source = _source(runner, path, options)
                sources.append(source)
                if not together:
                    _make(runner, [source], [path], options)
            except WorldError as error:
                _fail(path, error, options)
                failures += 1
        if together and sources:
            _make(runner, sources, options.files, options)
    return 1 if failures else 0


def form_of(options: argparse.Namespace) -> Format:
    """Return the format that is asked for: by its name, else by the ending of the file to write."""
    if options.format:
        return Format(options.format)
    ending = options.output.suffix.lower().removeprefix(".")
    known = {"htm": Format.HTML, "markdown": Format.MARKDOWN, **{form.value: form for form in Format}}
    return Format.PDF if options.output.is_dir() else known.get(ending, Format.PDF)


def _target(options: argparse.Namespace, path: Path) -> Path:
    output: Path = options.output
    return output / f"{path.stem}.{form_of(options)}" if output.is_dir() else output


def _fail(path: Path, error: WorldError, options: argparse.Namespace) -> None:
    print(f"deskbrief: {message_for(error)}", file=sys.stderr)
    if options.json:
        told = {"schema": SCHEMA, "sources": [str(path)], "error": str(error)}
        print(json.dumps(told, ensure_ascii=False), flush=True)


def _source(runner: Runner, path: Path, options: argparse.Namespace) -> BriefSource:
    document = read(runner, path)
    published, notes, decisions = (
        kept(paths_for(options.data_dir).data, document.sha256) if options.notes else ("", (), ())
    )
    outline = analyse(runner, document, published)
    return BriefSource(
        document=document.dated(published),
        outline=outline,
        curated=curate(document, outline, decisions),
        notes=tuple(in_text_order(placed_notes(document, notes))),
        file_name=path.name,
    )


def _make(
    runner: Runner, sources: list[BriefSource], paths: Sequence[Path], options: argparse.Namespace
) -> None:
    plan, form, target = (
        make_plan(sources, brief_options(options)),
        form_of(options),
        _target(options, paths[0]),
    )
    request = render_request(plan, _notes_of(sources), form.value)
    brief = rendered(collect(runner, "render", request, progress=show_progress), plan)
    export_whole(target, brief.data)
    for remark in brief.remarks:
        print(f"deskbrief: {remark}", file=sys.stderr)
    if options.json:
        print(json.dumps(_report(plan, brief, paths, target), ensure_ascii=False), flush=True)
    else:
        print(f"{target}: {summary(brief)}", flush=True)


def _report(plan: BriefPlan, brief: Brief, paths: Sequence[Path], target: Path) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "sources": [str(path) for path in paths],
        "output": str(target),
        "pages": brief.pages,
        "omitted": brief.omitted,
        "quotes": len(plan.references),
        "verified": sum(reference.verified for reference in plan.references),
        "remarks": list(brief.remarks),
    }


def _notes_of(sources: list[BriefSource]) -> list[Note]:
    return [item.note for source in sources for item in source.notes]


def summary(brief: Brief) -> str:
    """Return what a finished brief is, in words."""
    pages = [f"{brief.pages} page{'s' if brief.pages > 1 else ''}"] if brief.pages else []
    words = [*pages, brief.verified]
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
