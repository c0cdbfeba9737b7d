"""`deskbrief decisions export`: what the reader decided, as gold data to measure extraction by."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from deskbrief.cli.printing import complain, put
from deskbrief.cli.reading import paths_for
from deskbrief.document.changes import many
from deskbrief.document.outline import RULES
from deskbrief.document.tasks import Json
from deskbrief.library.library import Library
from deskbrief.services.curation import curate
from deskbrief.services.gold import event_gold, recommendation_gold


def run(options: argparse.Namespace) -> int:
    """Write one JSON object a line for each document with decisions, and say on standard error how many."""
    folder = paths_for(options.data_dir).data
    if not (folder / "library.db").exists():
        complain("There are no decisions yet.")
        return 0
    with Library.open(folder) as library:
        rows = list(_objects(library, options.kind))
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    put(lines.encode("utf-8", "surrogatepass"), options.output)
    complain(f"{many(len(rows), 'document')} with decisions about {options.kind}.")
    return 0


def _objects(library: Library, kind: str) -> Iterator[dict[str, Json]]:
    for sha256 in library.decided_documents():
        document, published = library.document(sha256), library.published(sha256)
        outline = library.outline(sha256, RULES, published)
        if document is None or outline is None:
            complain(f"{sha256[:8]} has to be opened once more: it is not outlined.")
            continue
        curated = curate(document, outline, library.decisions(sha256))
        made = (
            event_gold(document, curated, published)
            if kind == "events"
            else recommendation_gold(document, curated)
        )
        if made is not None:
            yield made
