"""Highlights of KOReader: the `metadata.*.lua` of its `.sdr` folders, and the JSON of its exporter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskbrief.document.incoming import MOST_NOTES, FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.notes import MarkStyle
from deskbrief.document.tasks import Json
from deskbrief.exchange.lua import in_order, lua_table
from deskbrief.exchange.values import dict_of, list_of, name_of, role_of, stamp_of, text_of

FORM = "KOReader"
_STYLES = {"underscore": MarkStyle.UNDERLINE, "lighten": MarkStyle.HIGHLIGHT}


def koreader_lua(text: str) -> FoundNotes:
    """Return the highlights in a `metadata.*.lua`; raises `SourceError`."""
    table = lua_table(text)
    properties = dict_of(table.get("doc_props")) or dict_of(table.get("stats"))
    work = Work(
        title=name_of(properties.get("title")),
        author=name_of(properties.get("authors")),
        file_name=name_of(table.get("doc_path")).rpartition("/")[2],
    )
    entries = in_order(table.get("annotations")) or list(_old_entries(table))
    return _found(work, entries[:MOST_NOTES])


def _old_entries(table: dict[Json, Json]) -> Iterator[dict[str, Json]]:
    """Yield what versions before 2024 kept: highlights by page, and their notes among the bookmarks."""
    notes = {}
    for bookmark in map(dict_of, in_order(table.get("bookmarks"))):
        words, quote = text_of(bookmark.get("text")), text_of(bookmark.get("notes"))
        # Where nobody wrote anything the text is "Page 12 … @ time", made of the quote.
        if words and words != quote and not words.endswith(f"@ {bookmark.get('datetime')}"):
            notes[bookmark.get("datetime")] = words
    for page in dict_of(table.get("highlight")).values():
        for highlight in map(dict_of, in_order(page)):
            yield {**highlight, "note": notes.get(highlight.get("datetime"), "")}


def koreader_json(value: dict[str, Json]) -> FoundNotes:
    """Return the highlights in a file of KOReader's exporter, of one book or of several."""
    books = list_of(value.get("documents")) or [value]
    notes: list[Incoming] = []
    left_out = 0
    for book in map(dict_of, books):
        work = Work(
            title=name_of(book.get("title")),
            author=name_of(book.get("author")),
            file_name=name_of(book.get("file")).rpartition("/")[2],
        )
        found = _found(work, list_of(book.get("entries"))[: MOST_NOTES - len(notes)])
        notes += found.notes
        left_out += found.left_out
    return FoundNotes(form=FORM, notes=tuple(notes), left_out=left_out)


def _found(work: Work, entries: Iterable[Json]) -> FoundNotes:
    objects = [dict_of(entry) for entry in entries]
    # A bookmark of a page has no drawer; its text is none of the document's.
    marked = [one for one in objects if text_of(one.get("text")).strip() and _is_highlight(one)]
    return FoundNotes(
        form=FORM,
        notes=tuple(_note(work, entry) for entry in marked),
        left_out=len(objects) - len(marked),
    )


def _is_highlight(entry: dict[str, Json]) -> bool:
    return "drawer" in entry or "sort" in entry or "pos0" in entry


def _note(work: Work, entry: dict[str, Json]) -> Incoming:
    quote = text_of(entry.get("text")).strip()
    created = stamp_of(entry.get("datetime", entry.get("time")))
    return Incoming(
        anchor=foreign_anchor(quote),
        work=work,
        key=f"{created}|{quote}",
        body=text_of(entry.get("note")),
        role=role_of(entry.get("color")),
        style=_STYLES.get(name_of(entry.get("drawer"))),
        created=created,
        modified=stamp_of(entry.get("datetime_updated")),
    )
