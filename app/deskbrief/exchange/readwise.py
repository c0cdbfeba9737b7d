"""Highlights of Readwise as its export gives them in JSON: books with highlights, or highlights alone."""

from __future__ import annotations

from deskbrief.document.incoming import MOST_NOTES, FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.tasks import Json
from deskbrief.exchange.values import dict_of, list_of, name_of, role_of, stamp_of, tags_of, text_of

FORM = "Readwise"


def is_readwise(value: Json) -> bool:
    """Tell whether a value is such an export."""
    return any(_is_book(one) or _is_highlight(one) for one in _entries(value)[:MOST_NOTES])


def readwise_highlights(value: Json) -> FoundNotes:
    """Return the highlights in an export; what was deleted is left out."""
    notes: list[Incoming] = []
    left_out = 0
    for entry in _entries(value):
        work = _work(entry) if _is_book(entry) else Work()
        for highlight in map(dict_of, list_of(entry.get("highlights")) if _is_book(entry) else [entry]):
            if not _is_highlight(highlight) or highlight.get("is_deleted") or highlight.get("is_discard"):
                left_out += 1
            elif len(notes) < MOST_NOTES:
                notes.append(_note(work, highlight))
    return FoundNotes(form=FORM, notes=tuple(notes), left_out=left_out)


def _entries(value: Json) -> list[dict[str, Json]]:
    listed = dict_of(value).get("results", [value]) if isinstance(value, dict) else value
    return [dict_of(one) for one in list_of(listed)]


def _is_book(entry: dict[str, Json]) -> bool:
    return any(_is_highlight(dict_of(one)) for one in list_of(entry.get("highlights"))[:MOST_NOTES])


def _is_highlight(entry: dict[str, Json]) -> bool:
    return bool(text_of(entry.get("text")).strip()) and "highlighted_at" in entry


def _work(book: dict[str, Json]) -> Work:
    return Work(
        title=name_of(book.get("title")) or name_of(book.get("readable_title")),
        author=name_of(book.get("author")),
        url=name_of(book.get("source_url")),
    )


def _note(work: Work, entry: dict[str, Json]) -> Incoming:
    quote = text_of(entry.get("text")).strip()
    created = stamp_of(entry.get("highlighted_at")) or stamp_of(entry.get("created_at"))
    number = entry.get("id")
    return Incoming(
        anchor=foreign_anchor(quote),
        work=work,
        key=str(number) if isinstance(number, int | str) else f"{created}|{quote}",
        body=text_of(entry.get("note")),
        role=role_of(entry.get("color")),
        tags=tags_of(dict_of(tag).get("name", tag) for tag in list_of(entry.get("tags"))),
        created=created,
        modified=stamp_of(entry.get("updated_at")),
    )
