"""Annotations of Zotero, by the names of its Web API or of its reader, wherever they stand in a JSON file."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from deskbrief.document.incoming import MOST_NOTES, FoundNotes, Incoming, Work, foreign_anchor
from deskbrief.document.notes import MarkStyle
from deskbrief.document.tasks import Json
from deskbrief.exchange.values import dict_of, list_of, name_of, role_of, stamp_of, tags_of, text_of

FORM = "Zotero"
#: How deep annotations are looked for: collection, item, attachment, annotations, data, and some more.
DEEPEST = 12
_STYLES = {"underline": MarkStyle.UNDERLINE, "highlight": MarkStyle.HIGHLIGHT, "text": MarkStyle.HIGHLIGHT}
#: What the reader calls things, and what the Web API calls them.
_KINDS = frozenset({"highlight", "underline", "note", "text", "image", "ink"})
_NAMES = {
    "type": "annotationType",
    "text": "annotationText",
    "comment": "annotationComment",
    "color": "annotationColor",
    "pageLabel": "annotationPageLabel",
}


def zotero_annotations(value: Json) -> FoundNotes:
    """Return the annotations in `value`; each belongs to the item around it, or that its parent key names."""
    works = _works_by_key(value)
    entries = list(_annotations(value, Work(), works, DEEPEST))[:MOST_NOTES]
    marked = [(work, entry) for work, entry in entries if _field(entry, "text").strip()]
    notes = tuple(_note(work, entry) for work, entry in marked)
    return FoundNotes(form=FORM, notes=notes, left_out=len(entries) - len(notes))


def is_annotation(entry: dict[str, Json]) -> bool:
    """Tell whether an object is an annotation of Zotero."""
    if name_of(entry.get("annotationType")) in _KINDS:
        return True
    return name_of(entry.get("type")) in _KINDS and {"text", "color"} <= set(entry)


def _works_by_key(value: Json) -> dict[str, Work]:
    """Return the items in a list as the Web API gives it, by key; attachments lead to their own parents."""
    items = [dict_of(one.get("data")) or one for one in map(dict_of, list_of(value)[:MOST_NOTES])]
    by_key = {name_of(item.get("key")): item for item in items if name_of(item.get("key"))}
    works = {}
    for key, item in by_key.items():
        parent = by_key.get(name_of(item.get("parentItem")), {})
        works[key] = _work(item, _work(parent, Work())) if not is_annotation(item) else Work()
        if parent and not is_annotation(parent):
            works[key] = _work(parent, works[key])
    return works


def _annotations(
    value: Json, work: Work, works: dict[str, Work], deep: int
) -> Iterator[tuple[Work, dict[str, Json]]]:
    if not deep:
        return
    if isinstance(value, list):
        for item in value:
            yield from _annotations(item, work, works, deep - 1)
    elif isinstance(value, dict):
        if is_annotation(value):
            yield works.get(name_of(value.get("parentItem")), work), value
            return
        inside = _work(value, work)
        for item in value.values():
            if isinstance(item, dict | list):
                yield from _annotations(item, inside, works, deep - 1)


def _work(item: dict[str, Json], around: Work) -> Work:
    """Return what an item says of itself, and where it says nothing what is known from around it."""
    return Work(
        title=name_of(item.get("title")) or around.title,
        author=_author(item) or around.author,
        url=name_of(item.get("url", item.get("URL"))) or around.url,
        file_name=name_of(item.get("filename")) or around.file_name,
    )


def _author(item: dict[str, Json]) -> str:
    first = dict_of((list_of(item.get("creators")) or [{}])[0])
    parts = (name_of(first.get("firstName")), name_of(first.get("lastName")), name_of(first.get("name")))
    return " ".join(filter(None, parts))


def _note(work: Work, entry: dict[str, Json]) -> Incoming:
    quote = _field(entry, "text").strip()
    created = stamp_of(entry.get("dateCreated", entry.get("dateAdded")))
    key = name_of(entry.get("key", entry.get("id")))
    return Incoming(
        anchor=foreign_anchor(quote),
        work=work,
        key=urlsplit(key).path.rpartition("/")[2] or f"{created}|{quote}",
        body=_field(entry, "comment"),
        role=role_of(_field(entry, "color")),
        style=_STYLES.get(_field(entry, "type")),
        tags=tags_of(_tag(tag) for tag in list_of(entry.get("tags"))),
        created=created,
        modified=stamp_of(entry.get("dateModified")),
    )


def _field(entry: dict[str, Json], name: str) -> str:
    return text_of(entry.get(_NAMES[name], entry.get(name)))


def _tag(tag: Json) -> Json:
    named = dict_of(tag)
    return named.get("tag", named.get("name")) if named else tag
