"""Finding out what a file with notes is, by what it holds, and reading it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from itertools import islice

from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import LARGEST_BYTES, MOST_NOTES, FoundNotes, Work
from deskbrief.document.tasks import Json
from deskbrief.exchange import (
    annotations_in,
    archive,
    calibre,
    kindle,
    koreader,
    own,
    readwise,
    tables_in,
    zotero,
    zotero_notes,
)
from deskbrief.exchange.markdown_in import markdown_notes
from deskbrief.exchange.values import dict_of, list_of

_UNKNOWN = (
    "This file holds no notes that Deskbrief knows how to read.",
    "It takes W3C annotations, files of its own, Zotero, calibre, KOReader, Kindle, Readwise, Hypothesis.",
)
#: How a file that returns a Lua table begins: with or without a comment that tells its own path.
_LUA = re.compile(r"(?:--[^\n]*\n\s*)?return\b")
#: What only one kind of text holds, the more telling first, and what reads it.
_SIGNS = (
    ("](deskbrief://open?", markdown_notes),
    (zotero_notes.NAMESPACE, zotero_notes.zotero_rdf),
    (zotero_notes.ATTRIBUTE, zotero_notes.note_html),
    (zotero_notes.LINK, zotero_notes.note_markdown),
)
#: So many entries of a list are looked at to find out what it is.
LOOKED_AT = 50


def notes_in(data: bytes, document: str = "") -> FoundNotes:
    """Return the notes in the file `data`; raises `SourceError`.

    `document` is the name of the file that they are on, where that follows from where `data` lay.
    """
    if len(data) > LARGEST_BYTES:
        size = LARGEST_BYTES // 2**20
        raise SourceError(f"This file is larger than {size} MB.", "Export fewer notes at a time.")
    if not data.startswith(b"PK"):
        return _with_hint(_plain_notes(data), Work(file_name=document))
    name, content = archive.member_of(data)
    # Inside a book the notes are on the book itself.
    book = Work(sha256=hashlib.sha256(data).hexdigest()) if name.startswith("META-INF/") else Work()
    return _with_hint(_plain_notes(content), book)


def _with_hint(found: FoundNotes, hint: Work) -> FoundNotes:
    """Return `found`; notes that do not tell what they are on get what is known from elsewhere."""
    if hint == Work():
        return found

    def told(work: Work) -> Work:
        if work.sha256:
            return work
        return replace(work, sha256=hint.sha256, file_name=work.file_name or hint.file_name)

    return replace(found, notes=tuple(replace(note, work=told(note.work)) for note in found.notes))


def _plain_notes(data: bytes) -> FoundNotes:
    if data.startswith(calibre.HEAD):
        return calibre.calibre_bookmarks(data)
    text = data.decode("utf-8-sig", "replace")
    begin = text.lstrip()
    if begin[:1] in {"{", "["}:
        return _json_notes(text)
    if _LUA.match(begin):
        return koreader.koreader_lua(text)
    if kindle.is_kindle(text):
        return kindle.kindle_clippings(text)
    if tables_in.is_table(begin.split("\n", 1)[0].strip()):
        return tables_in.table_notes(text)
    for sign, read in _SIGNS:
        if sign in text:
            return read(text)
    raise SourceError(*_UNKNOWN)


def _json_notes(text: str) -> FoundNotes:
    values = _values(text)
    value = values[0] if len(values) == 1 else values
    kind = _kind(value)
    if kind == "own":
        return own.own_notes(values)
    if kind == "calibre":
        return (
            calibre.calibre_highlights(value)
            if isinstance(value, list)
            else calibre.calibre_collection(dict_of(value))
        )
    if kind == "koreader":
        return koreader.koreader_json(dict_of(value))
    if kind == "readwise":
        return readwise.readwise_highlights(value)
    if kind == "zotero":
        return zotero.zotero_annotations(value)
    if kind == "annotations":
        return annotations_in.annotations_in(value)
    raise SourceError(*_UNKNOWN)


def _values(text: str) -> list[Json]:
    """Return the value in a JSON file, or those in the lines of one."""
    try:
        return [json.loads(text)]
    except RecursionError as error:
        raise SourceError("This file is nested too deeply.", "Export the notes again.") from error
    except ValueError as error:
        try:
            lines = (line for line in text.split("\n") if line.strip())
            values = [json.loads(line) for line in islice(lines, MOST_NOTES)]
        except (ValueError, RecursionError):
            values = []
        if not values:
            raise SourceError("This file is damaged: it is no JSON.", "Export the notes again.") from error
        return values


def _kind(value: Json) -> str:
    """Return whose file a value is, by the names in it."""
    head = dict_of(value)
    schema = head.get("schema")
    entries = [dict_of(one) for one in list_of(value)[:LOOKED_AT]]
    if schema in {own.SCHEMA, own.LINE_SCHEMA} or any(
        one.get("schema") == own.LINE_SCHEMA for one in entries
    ):
        return "own"
    if str(head.get("type")) in calibre.COLLECTIONS or any("highlighted_text" in one for one in entries):
        return "calibre"
    inner = [dict_of(one) for one in list_of(head.get("documents"))[:LOOKED_AT]]
    if any(isinstance(one.get("entries"), list) for one in (head, *inner)):
        return "koreader"
    if readwise.is_readwise(value):
        return "readwise"
    return "annotations" if _has_targets(head, entries) else "zotero" if _has_zotero(value) else ""


def _has_targets(head: dict[str, Json], entries: list[dict[str, Json]]) -> bool:
    listed = next((head[key] for key in ("items", "rows", "annotations", "first") if key in head), entries)
    if isinstance(listed, dict):
        listed = listed.get("items")
    has = any("target" in dict_of(one) for one in [head, *list_of(listed)[:LOOKED_AT]])
    return has or "annotation" in str(head.get("type", "")).casefold()


def _has_zotero(value: Json) -> bool:
    return bool(zotero.zotero_annotations(value).notes)
