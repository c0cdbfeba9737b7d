"""Highlights of calibre: exported collections, and the `calibre_bookmarks.txt` that it puts into books."""

from __future__ import annotations

import base64
import binascii
import json

from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import MOST_NOTES, FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.tasks import Json
from deskbrief.exchange.values import dict_of, list_of, name_of, role_of, stamp_of, text_of

FORM = "calibre"
#: How the file inside a book begins.
HEAD = b"encoding=json+base64:"
#: The kinds of collection and where each has its highlights.
COLLECTIONS = {"calibre_annotation_collection": "annotations", "calibre_highlights": "highlights"}


def calibre_bookmarks(data: bytes) -> FoundNotes:
    """Return the highlights in a `calibre_bookmarks.txt`; raises `SourceError`."""
    try:
        value = json.loads(base64.b64decode(data.removeprefix(HEAD), validate=False))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise SourceError("These bookmarks of calibre are damaged.", "Save them in calibre again.") from error
    return calibre_highlights(list_of(value))


def calibre_collection(value: dict[str, Json]) -> FoundNotes:
    """Return the highlights in a collection that calibre exported."""
    return calibre_highlights(list_of(value.get(COLLECTIONS[str(value.get("type"))])))


def calibre_highlights(entries: list[Json]) -> FoundNotes:
    """Return the highlights among `entries`; bookmarks, and what was removed, are left out."""
    objects = [dict_of(entry) for entry in entries[:MOST_NOTES]]
    inner = [{**one, **dict_of(one.get("annotation"))} for one in objects]
    marked = [one for one in inner if text_of(one.get("highlighted_text")).strip() and not one.get("removed")]
    return FoundNotes(form=FORM, notes=tuple(map(_note, marked)), left_out=len(objects) - len(marked))


def _note(entry: dict[str, Json]) -> Incoming:
    quote = text_of(entry.get("highlighted_text")).strip()
    created = stamp_of(entry.get("timestamp"))
    role, style = _looks(dict_of(entry.get("style")))
    return Incoming(
        anchor=foreign_anchor(quote),
        work=Work(title=name_of(entry.get("title")), author=name_of(entry.get("authors"))),
        key=name_of(entry.get("uuid")) or f"{created}|{quote}",
        body=text_of(entry.get("notes")),
        role=role,
        style=style,
        # calibre stamps a highlight anew whenever it is changed: when it was made is not known.
        created=created,
        modified=created,
    )


def _looks(style: dict[str, Json]) -> tuple[Role | None, MarkStyle | None]:
    if name_of(style.get("kind")) == "decoration":
        return None, MarkStyle.UNDERLINE
    return role_of(style.get("which")) or role_of(style.get("background-color")), MarkStyle.HIGHLIGHT
