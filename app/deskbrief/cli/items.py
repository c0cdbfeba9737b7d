"""`deskbrief events` and `deskbrief recommendations`: what was found, as files for other programs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from deskbrief.cli.printing import complain, is_stream, put
from deskbrief.cli.reading import analyse, kept, paths_for, read, running, show_file
from deskbrief.document.changes import many
from deskbrief.document.errors import ExportError, WorldError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.exchange.icalendar import icalendar
from deskbrief.exchange.items import EventOut, Written
from deskbrief.exchange.tables import events_csv, recommendations_csv
from deskbrief.exchange.timelinejs import timelinejs
from deskbrief.jobs.runner import Runner
from deskbrief.services.curation import Curated, curate
from deskbrief.services.exporting import advice_of, events_of, left_out_words, stamp_of
from deskbrief.services.messages import message_for
from deskbrief.services.titles import document_title

Found = tuple[Document, Outline, Curated, str]


def events(options: argparse.Namespace) -> int:
    """Write the events of all files as one file; one that cannot be read does not stop the rest."""
    found, failures = _found(options)
    if found:
        held = [event for one in found for event in events_of(*one)]
        written = _events(held, found, options)
        if options.format == "ics" and not written.count:
            raise ExportError(
                "No event has a day, so a calendar can hold none.", "Write a table: --format csv."
            )
        _put(written, "event", options)
        lacking = left_out_words(written.left_out, "day" if options.format == "ics" else "year")
        if lacking:
            complain(lacking)
    return 1 if failures else 0


def recommendations(options: argparse.Namespace) -> int:
    """Write the recommendations of all files as one table."""
    found, failures = _found(options)
    if found:
        held = [advice for one in found for advice in advice_of(*one)]
        _put(recommendations_csv(held, bom=options.bom), "recommendation", options)
    return 1 if failures else 0


def _events(held: Sequence[EventOut], found: Sequence[Found], options: argparse.Namespace) -> Written:
    documents = [document for document, *_ in found]
    if options.format == "ics":
        return icalendar(held, stamp_of(documents))
    if options.format == "csv":
        return events_csv(held, bom=options.bom)
    first, _, _, name = found[0]
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return timelinejs(held, f"{document_title(first, name)}{more}")


def _found(options: argparse.Namespace) -> tuple[list[Found], int]:
    found: list[Found] = []
    with running() as runner:
        for number, path in enumerate(options.files, start=1):
            show_file(number, len(options.files), path)
            try:
                found.append(_one(runner, path, options))
            except WorldError as error:
                complain(message_for(error))
    return found, len(options.files) - len(found)


def _one(runner: Runner, path: Path, options: argparse.Namespace) -> Found:
    document = read(runner, path)
    library = paths_for(options.data_dir).data
    published, _, decisions = kept(library, document.sha256) if options.decisions else ("", (), ())
    outline = analyse(runner, document, published)
    return document.dated(published, outline.dated), outline, curate(document, outline, decisions), path.name


def _put(written: Written, what: str, options: argparse.Namespace) -> None:
    put(written.data, options.output, options.files)
    if not is_stream(options.output):
        print(f"{options.output}: {many(written.count, what)}")
