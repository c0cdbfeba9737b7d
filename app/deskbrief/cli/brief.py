"""`deskbrief brief`: from files to briefs in one step."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from deskbrief.cli.printing import STANDARD_OUTPUT, complain, is_stream, print_json, put
from deskbrief.cli.reading import analyse, kept, paths_for, read, running, show_file, show_progress
from deskbrief.document.errors import UsageError, WorldError
from deskbrief.document.notes import Note
from deskbrief.document.plan import Format, Logo, PageSize, Template
from deskbrief.jobs.runner import Runner, collect
from deskbrief.services.briefing import Brief, render_request, rendered
from deskbrief.services.curation import curate
from deskbrief.services.logos import logo_in, logo_request
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.notetaking import in_text_order, placed_notes
from deskbrief.services.planning import BriefOptions, BriefSource, make_plan
from deskbrief.services.writing import is_same, refuse_sources

#: The form of the report.
SCHEMA = "deskbrief.brief/1"

#: Digits of a number of seconds that is a date: up to the year 5138.
LONGEST_EPOCH = 11
#: What to do about characters that a PDF does not show.
UNDRAWN_STEP = "A Word document or a web page shows them as they are: --format docx or --format html."
_BINARY = frozenset({Format.PDF, Format.DOCX})


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
    if options.output == STANDARD_OUTPUT and form_of(options) in _BINARY and sys.stdout.isatty():
        raise UsageError("A file of this format cannot be shown here.", "Say where to write it with -o FILE.")
    targets = _targets(options)
    if not options.output.is_dir():
        refuse_sources(options.output, [*options.files, *([options.logo] if options.logo else [])])
    # An ending that stands for no format is told before anything is read.
    form_of(options)
    with running() as runner:
        sources, failures = [], 0
        said = brief_options(options, _logo(runner, options))
        for number, path in enumerate(options.files):
            show_file(number + 1, len(options.files), path)
            try:
                source = _source(runner, path, options)
                sources.append(source)
                if not together:
                    _make(runner, [source], [path], targets[number], options, said)
            except WorldError as error:
                _fail(path, error, options)
                failures += 1
        if together and sources:
            _make(runner, sources, options.files, targets[0], options, said)
    return 1 if failures else 0


def form_of(options: argparse.Namespace) -> Format:
    """Return the format that is asked for: by its name, else by the ending of the file to write.

    A file without an ending, and standard output, get a PDF. Raises `UsageError` for an unknown ending.
    """
    if options.format:
        return Format(options.format)
    ending = options.output.suffix.lower().removeprefix(".")
    if not ending or options.output.is_dir():
        return Format.PDF
    known = {"htm": Format.HTML, "markdown": Format.MARKDOWN, **{form.value: form for form in Format}}
    if ending not in known:
        raise UsageError(
            f"No brief is written as “.{ending}”.",
            "End the name in .pdf, .docx, .html or .md, or name the format with --format.",
        )
    return known[ending]


def _fail(path: Path, error: WorldError, options: argparse.Namespace) -> None:
    complain(message_for(error))
    if options.json:
        told = {"schema": SCHEMA, "sources": [str(path)], "error": str(error)}
        print_json(told)


def _targets(options: argparse.Namespace) -> list[Path]:
    """Return where the brief of each file goes: in a folder, to names that tell them from their sources."""
    output, files = options.output, options.files
    if not output.is_dir():
        return [output] * len(files)
    ending = form_of(options).value
    targets: list[Path] = []
    for path in files:
        names = chain((f"{path.stem} - brief",), (f"{path.stem} - brief {n}" for n in count(2)))
        places = (output / f"{name}.{ending}" for name in names)
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
    published, notes, decisions = (
        kept(paths_for(options.data_dir).data, document.sha256) if options.notes else ("", (), ())
    )
    outline = analyse(runner, document, published)
    return BriefSource(
        document=document.dated(published, outline.dated),
        outline=outline,
        curated=curate(document, outline, decisions),
        notes=tuple(in_text_order(placed_notes(document, notes))),
        file_name=path.name,
    )


def _make(
    runner: Runner,
    sources: list[BriefSource],
    paths: Sequence[Path],
    target: Path,
    options: argparse.Namespace,
    said: BriefOptions,
) -> None:
    plan, form = make_plan(sources, said), form_of(options)
    request = render_request(plan, _notes_of(sources), form.value)
    brief = rendered(collect(runner, "render", request, progress=show_progress))
    # What the PDF does not show as it is has to be known before there is one.
    for words in brief.undrawn:
        complain(Message(Level.WARNING, words, UNDRAWN_STEP))
    put(brief.data, target, options.files)
    for remark in brief.remarks:
        complain(remark)
    if is_stream(target):
        complain(summary(brief, Template(options.template)))
    elif options.json:
        print_json(_report(brief, paths, target))
    else:
        print(f"{target}: {summary(brief, Template(options.template))}", flush=True)


def _report(brief: Brief, paths: Sequence[Path], target: Path) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "sources": [str(path) for path in paths],
        "output": str(target),
        "pages": brief.pages,
        "omitted": brief.omitted,
        "quotes": brief.quotes,
        "verified": brief.stand,
        "remarks": [*brief.undrawn, *brief.remarks],
    }


def _notes_of(sources: list[BriefSource]) -> list[Note]:
    return [item.note for source in sources for item in source.notes]


def summary(brief: Brief, template: Template) -> str:
    """Return what a finished brief is, in words."""
    pages = [f"{brief.pages} page{'s' if brief.pages > 1 else ''}"] if brief.pages else []
    words = [*pages, brief.verified]
    if brief.omitted:
        words.append(f"{brief.omitted} row{'s' if brief.omitted > 1 else ''} left out{_hint(template)}")
    return ", ".join(words)


def _hint(template: Template) -> str:
    """Return which template shows what was left out."""
    if template is Template.ONE_PAGE:
        return " to fit (--template full)"
    return " (--template chronology, recommendations or names)" if template is Template.FULL else ""


def _logo(runner: Runner, options: argparse.Namespace) -> Logo | None:
    """Return the logo that is asked for; raises `SourceError` when it cannot be used."""
    if options.logo is None:
        return None
    parts = collect(runner, "logo", logo_request(options.logo), progress=show_progress)
    return logo_in(parts, options.logo.name, options.logo_text)


def day_of_brief(epoch: str) -> str:
    """Return today in ISO 8601, or the day of `epoch`, in seconds since 1970, for files to be made again."""
    if epoch.isascii() and epoch.isdecimal() and len(epoch) <= LONGEST_EPOCH:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return datetime.now().astimezone().date().isoformat()


def brief_options(options: argparse.Namespace, logo: Logo | None = None) -> BriefOptions:
    """Return what the command line says about the brief."""
    return BriefOptions(
        prepared=day_of_brief(os.environ.get("SOURCE_DATE_EPOCH", "")),
        title=options.title,
        author=options.author,
        marking=options.marking,
        page_size=PageSize(options.page),
        logo=logo,
        bottom_line=options.bottom_line,
        template=Template(options.template),
    )
