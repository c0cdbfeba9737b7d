"""Notes from CSV: our own tables, those of Readwise and of Hypothesis, and others with such columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from deskbrief.document.anchors import Anchor
from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import LONGEST_TEXT, MOST_NOTES, FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.links import PassageLink, read_link
from deskbrief.exchange.values import name_of, role_of, stamp_of, tags_of, text_of

#: What columns are called, by what they hold.
COLUMNS = {
    "quote": ("highlight", "quote/description", "quote", "text"),
    "title": ("title", "book title", "page"),
    "author": ("author", "book author"),
    "url": ("url", "uri"),
    "note": ("note", "comment", "body"),
    "tags": ("tags",),
    "color": ("color", "colour"),
    "created": ("date", "created at", "creation date", "highlighted at"),
    "id": ("id",),
}
#: More columns than any of these programs writes.
MOST_COLUMNS = 60


def is_table(head: str) -> bool:
    """Tell whether a first line names a column with passages."""
    try:
        names = next(csv.reader([head]), [])
    except csv.Error:
        return False
    return "quote" in _places(names)


def table_notes(text: str) -> FoundNotes:
    """Return the notes in a table; raises `SourceError`."""
    # The limit is one of the whole process; the one that parses files does nothing else with tables.
    csv.field_size_limit(LONGEST_TEXT * 4)
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        head = next(rows, [])
        places = _places(head)
        if "quote" not in places:
            raise SourceError("No column of this table holds passages.", "Name it “Highlight” or “Quote”.")
        is_theirs = not {"Quote/description", "Annotation/Reply Type"}.isdisjoint(head)
        form = "Hypothesis CSV" if is_theirs else "Readwise CSV"
        return _notes(form, places, rows)
    except csv.Error as error:
        raise SourceError("This table is damaged.", "Save it as CSV again.") from error


def _notes(form: str, places: dict[str, int], rows: Iterable[list[str]]) -> FoundNotes:
    notes: list[Incoming] = []
    left_out = 0
    for row in rows:
        cells = {name: row[at] for name, at in places.items() if at < len(row)}
        if not cells.get("quote", "").strip():
            left_out += any(cell.strip() for cell in row)
        elif len(notes) < MOST_NOTES:
            notes.append(_note(form, cells))
    return FoundNotes(form=form, notes=tuple(notes), left_out=left_out)


def _places(head: list[str]) -> dict[str, int]:
    names = [name.strip().lstrip("\ufeff").casefold() for name in head[:MOST_COLUMNS]]
    found = {}
    for meaning, spellings in COLUMNS.items():
        at = next((names.index(spelling) for spelling in spellings if spelling in names), None)
        if at is not None:
            found[meaning] = at
    # Hypothesis has "Page" for the title of a page, others for its number.
    if "quote" in found and names[found["quote"]] != "quote/description" and "title" not in names[:60]:
        found = {key: at for key, at in found.items() if names[at] != "page"}
    return found


def as_meant(cell: str) -> str:
    """Return a cell without the apostrophe that `tables_out.neutral` put there."""
    return cell.removeprefix("'")


def _note(form: str, cells: dict[str, str]) -> Incoming:
    link = read_link(as_meant(cells.get("url", "")))
    if link is not None:
        # Only tables of our own carry such links, and only in those do apostrophes stand for nothing.
        cells = {name: as_meant(cell) for name, cell in cells.items()}
    quote, created = text_of(cells["quote"]), stamp_of(cells.get("created", ""))
    tags, body = _tags_and_body(form, cells)
    return Incoming(
        anchor=_anchor(link, quote),
        work=_work(link, cells),
        id=link.note if link else "",
        key=name_of(cells.get("id", "")) or f"{created}|{quote}",
        body=body,
        role=role_of(cells.get("color", "") or (link.role if link else "")),
        tags=tags,
        created=created,
    )


def _anchor(link: PassageLink | None, quote: str) -> Anchor:
    return Anchor(link.start, link.start + len(quote), quote) if link else foreign_anchor(quote)


def _work(link: PassageLink | None, cells: dict[str, str]) -> Work:
    return Work(
        sha256=link.document if link else "",
        title=name_of(cells.get("title", "")),
        author=name_of(cells.get("author", "")),
        url="" if link else name_of(cells.get("url", "")),
    )


def _tags_and_body(form: str, cells: dict[str, str]) -> tuple[tuple[str, ...] | None, str]:
    body = text_of(cells.get("note", ""))
    if "tags" in cells:
        return tags_of(cells["tags"].split(",")), body
    if form != "Readwise CSV":
        return None, body
    first, _, rest = body.partition("\n")
    words = first.split()
    tagged = bool(words) and all(word.startswith(".") and len(word) > 1 for word in words)
    if body and (tagged or not first):
        return tags_of(word[1:] for word in words), rest
    return (), body
