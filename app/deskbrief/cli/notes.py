"""`deskbrief notes`: the notes in the library, in the open."""

from __future__ import annotations

import argparse
import json
import sys

from deskbrief.cli.reading import paths_for
from deskbrief.document.encoding import encode
from deskbrief.document.notes import Note
from deskbrief.document.placing import place
from deskbrief.document.tasks import Json
from deskbrief.library.library import Library


def run(options: argparse.Namespace) -> int:
    """Print every note: the document, the passage, and the reader's words."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper, unless replaced
    folder = paths_for(options.data_dir).data
    if not (folder / "library.db").exists():
        if not options.json:
            print("There are no notes yet.")
        return 0
    library = Library.open(folder)
    try:
        for remark in library.remarks:
            print(f"deskbrief: {remark}", file=sys.stderr)
        _print(library, as_json=options.json)
    finally:
        library.close()
    return 0


def _print(library: Library, *, as_json: bool) -> None:
    notes = library.notes()
    if as_json:
        for note in notes:
            print(json.dumps(_object(library, note), ensure_ascii=False))
        return
    if not notes:
        print("There are no notes yet.")
    shown = ""
    for note in notes:
        if note.document != shown:
            shown = note.document
            print(f"{_title(library, note.document)}  (sha256 {note.document[:8]})")
        print(_lines(library, note))


def _object(library: Library, note: Note) -> dict[str, Json]:
    return {**encode(note), "title": _title(library, note.document), "paragraph": _paragraph(library, note)}


def _title(library: Library, sha256: str) -> str:
    document = library.document(sha256)
    paths = library.paths(sha256)
    return (document.metadata.title if document else "") or (paths[0] if paths else "Unknown document")


def _paragraph(library: Library, note: Note) -> int | None:
    document = library.document(note.document)
    span = place(note.anchor, document.text).span if document else None
    return document.paragraph_at(span.start) if document and span else None


def _lines(library: Library, note: Note) -> str:
    number = _paragraph(library, note)
    where = f"¶{number}" if number else "passage not found"
    quote = " ".join(note.anchor.exact.split())
    body = "".join(f"\n    {line}" for line in note.body.splitlines())
    return f"  {where} [{note.role.value}] “{quote}”{body}"
