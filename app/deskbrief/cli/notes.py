"""`deskbrief notes`: the notes in the library, in the open."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from itertools import groupby

from deskbrief.cli.exchange import document_named, export_notes, import_notes, wanted
from deskbrief.cli.printing import complain, fate_words, json_line, one_line, print_json
from deskbrief.cli.reading import paths_for, read, running
from deskbrief.document.encoding import encode
from deskbrief.document.model import Document
from deskbrief.document.notes import Note
from deskbrief.document.tasks import Json
from deskbrief.library.library import Library
from deskbrief.services.editions import (
    Carried,
    any_edition,
    carried_notes,
    counted,
    edition_of,
    keep_carried,
    left_to_carry,
)
from deskbrief.services.layout import Layout, layout_of
from deskbrief.services.note_export import chosen_notes

#: What stands for the title of a document that notes wait for.
NOT_HERE = "A document that is not in the library"


def run(options: argparse.Namespace) -> int:
    """Do what `options.act` names: list, export, import or carry over."""
    folder = paths_for(options.data_dir).data
    if options.act in {"list", "export"} and not (folder / "library.db").exists():
        say = print if options.act == "list" and not options.json else complain
        say("There are no notes yet.")
        return 0
    with Library.open(folder) as library:
        for remark in library.remarks:
            complain(remark)
        return _ACTS[options.act](library, options)


def _list(library: Library, options: argparse.Namespace) -> int:
    """Print every note: the document, the passage, and the reader's words."""
    _print(library, chosen_notes(library, wanted(library, options)), as_json=options.json)
    return 0


def _carry(library: Library, options: argparse.Namespace) -> int:
    """Say what becomes of each note on the earlier edition; keep it only with `--yes`."""
    with running() as runner:
        document = read(runner, options.file)
    earlier = document_named(library, options.earlier) if options.earlier else ""
    edition = edition_of(library, earlier, document) if earlier else any_edition(library, document)
    old = library.text(edition.sha256) if edition else None
    if edition is None or old is None:
        print("No earlier edition with notes was found in the library.")
        return 1
    notes = left_to_carry(library, edition, document)
    found = carried_notes(old, document, notes)
    for one in found:
        print(json_line(_carried_object(one, document)) if options.json else _fate(one, document))
    if not options.json:
        counts = ", ".join(f"{count} {fate_words(state)}" for state, count in counted(found).items())
        print(f"From “{edition.title}” ({edition.sha256[:8]}, {edition.alike:.0%} alike): {counts}.")
    if options.yes:
        library.put_document(document, path=str(options.file.absolute()))
        keep_carried(library, document, found)
    elif not options.json:
        print("Nothing was changed. Say --yes to do it.")
    return 0


def _fate(one: Carried, document: Document) -> str:
    span = one.placement.span
    there = f" → “{one_line(document.quote(span))}” {document.place_at(span.start)}" if span else ""
    return f"  {fate_words(one.placement.state):13} “{one_line(one.note.anchor.exact)}”{there}"


def _carried_object(one: Carried, document: Document) -> dict[str, Json]:
    span = one.placement.span
    return {
        "id": one.note.id,
        "quote": one.note.anchor.exact,
        "state": one.placement.state.value,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "now": document.quote(span) if span else None,
    }


def _print(library: Library, notes: Sequence[Note], *, as_json: bool) -> None:
    if not notes and not as_json:
        print("There are no such notes." if library.notes() else "There are no notes yet.")
    for sha256, group in groupby(notes, key=lambda note: note.document):
        layout = layout_of(library, sha256)
        title = _title(library, layout)
        if not as_json:
            print(f"{title}  (sha256 {sha256[:8]})")
        for note in group:
            if as_json:
                print_json({**encode(note), "title": title, **_place(layout, note)})
            else:
                print(_lines(layout, note))


def _title(library: Library, layout: Layout) -> str:
    """Return what a document is called; one that notes wait for is not here, and has no text."""
    sha256 = layout.work.sha256
    if not layout.text and (one := library.awaited_as(sha256)) is not None:
        return f"{one.title or one.file_name or one.url} (not here yet)"
    return layout.work.title or next(iter(library.paths(sha256)), NOT_HERE)


def _place(layout: Layout, note: Note) -> dict[str, Json]:
    span = layout.place(note.anchor)
    number, place = layout.paragraph_at(span) if span else (0, "")
    return {"paragraph": number or None, "place": place or None}


def _lines(layout: Layout, note: Note) -> str:
    span = layout.place(note.anchor)
    missing = "passage not found" if layout.text else "passage not looked for"
    where = layout.where(span) if span else missing
    quote = " ".join(note.anchor.exact.split())
    tags = "".join(f" #{tag}" for tag in note.tags)
    body = "".join(f"\n    {line}" for line in note.body.splitlines())
    return f"  {where} [{note.role.value}] “{quote}”{tags}{body}"


_ACTS: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "list": _list,
    "export": export_notes,
    "import": import_notes,
    "carry": _carry,
}
