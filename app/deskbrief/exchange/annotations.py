"""Notes as a W3C annotation set (EPUB Annotations 1.0, draft of July 2026), and back.

The draft is for EPUB. For all other formats this is an extension of it: `target.source` is the name of the
file, and the SHA-256 of the source stands in `about`. Beside the position that the draft keeps, each target
has a TextQuoteSelector (Web Annotation Data Model, 4.2.4), by which the passage is found in another edition.
Positions count Unicode code points of the text as Deskbrief reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from deskbrief.document.anchors import Anchor
from deskbrief.document.errors import SourceError
from deskbrief.document.notes import MarkStyle, Note, Role, uuid7
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Json

CONTEXT = "https://www.w3.org/ns/epub-anno.jsonld"
GENERATOR = {"id": "urn:deskbrief", "type": "Software", "name": "Deskbrief"}
_SHA256 = "urn:sha256:"
_UUID = "urn:uuid:"
_STYLES = {MarkStyle.HIGHLIGHT: "solid", MarkStyle.UNDERLINE: "underline"}
#: The longest of each kind of text that is taken from a file.
LONGEST_TEXT, LONGEST_TAG = 1_000_000, 200
#: The most annotations that are taken from one file.
MOST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The source that notes are on."""

    sha256: str
    title: str = ""
    file_name: str = ""


def annotation_set(notes: Iterable[Note], sources: Sequence[About], generated: str) -> dict[str, Json]:
    """Return `notes` as an annotation set about `sources`, made at the time `generated` (ISO 8601)."""
    names = {source.sha256: source.file_name or source.title for source in sources}
    return {
        "@context": CONTEXT,
        "type": "AnnotationSet",
        "generator": GENERATOR,
        "generated": generated,
        "about": [_about(source) for source in sources],
        "items": [_annotation(note, names.get(note.document, "")) for note in notes],
    }


def _about(source: About) -> dict[str, Json]:
    return {"dc:identifier": [_SHA256 + source.sha256], "dc:title": source.title, "source": source.file_name}


def _annotation(note: Note, source: str) -> dict[str, Json]:
    body: dict[str, Json] = {
        "type": "TextualBody",
        "value": note.body,
        "format": "text/markdown",
        "color": note.role.value,
        "highlight": _STYLES[note.style],
    }
    if note.tags:
        body["tags"] = list(note.tags)
    anchor = note.anchor
    return {
        "id": _UUID + note.id,
        "type": "Annotation",
        "created": note.created,
        "modified": note.modified,
        "motivation": "commenting" if note.body.strip() else "highlighting",
        "body": body,
        "target": {
            "source": source,
            "identifier": _SHA256 + note.document,
            "selector": [
                {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.exact,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                },
            ],
        },
    }


def read_annotations(value: Json) -> tuple[Note, ...]:
    """Return the notes in an annotation set, a collection, a page or a list of annotations.

    An annotation without a quote is left out. Raises `SourceError` when `value` is none of these.
    """
    return tuple(_notes(_items(value), _only_source(value)))


def _items(value: Json, deep: int = 3) -> list[Json]:
    if isinstance(value, list):
        return value[:MOST]
    if isinstance(value, dict) and deep:
        items = value.get("items", value.get("first"))
        return [value] if items is None else _items(items, deep - 1)
    raise SourceError("This file holds no annotations.", "Choose a W3C annotation file (JSON-LD).")


def _only_source(value: Json) -> str:
    """Return the hash of the source when the set is about one."""
    about = value.get("about") if isinstance(value, dict) else None
    sources = about if isinstance(about, list) else [about]
    hashes = [_hash(one) for one in sources if isinstance(one, dict)]
    return hashes[0] if len(hashes) == 1 else ""


def _hash(about: dict[str, Json]) -> str:
    listed = about.get("dc:identifier")
    named = listed if isinstance(listed, list) else [listed]
    return next((_text(one).removeprefix(_SHA256) for one in named if _text(one).startswith(_SHA256)), "")


def _notes(items: Iterable[Json], source: str) -> Iterator[Note]:
    for item in items:
        target = _first(item.get("target")) if isinstance(item, dict) else None
        anchor = _anchor(target.get("selector")) if isinstance(target, dict) else None
        if anchor is None or not isinstance(target, dict):
            continue
        named = _text(target.get("identifier"))
        yield _note(item, anchor, named.removeprefix(_SHA256) if named.startswith(_SHA256) else source)


def _note(item: dict[str, Json], anchor: Anchor, document: str) -> Note:
    bodies = item.get("body")
    found = bodies if isinstance(bodies, list) else [bodies]
    parts = [body if isinstance(body, dict) else {"value": body} for body in found]
    words = [body for body in parts if body.get("purpose") != "tagging"]
    named = _text(item.get("id")).removeprefix(_UUID)
    return Note(
        id=named if len(named) == 36 else uuid7(),
        document=document,
        anchor=anchor,
        role=next((role for body in words if (role := _role(body))), Role.YELLOW),
        style=_style(words),
        body="\n\n".join(filter(None, (_text(body.get("value")) for body in words))),
        tags=tuple(dict.fromkeys(_tags(parts))),
        created=_text(item.get("created"), LONGEST_TAG),
        modified=_text(item.get("modified", item.get("created")), LONGEST_TAG),
    )


def _role(body: dict[str, Json]) -> Role | None:
    colour = _text(body.get("color")).casefold()
    return Role(colour) if colour in Role._value2member_map_ else None


def _style(bodies: Iterable[dict[str, Json]]) -> MarkStyle:
    lined = any(body.get("highlight") == "underline" for body in bodies)
    return MarkStyle.UNDERLINE if lined else MarkStyle.HIGHLIGHT


def _tags(bodies: Iterable[dict[str, Json]]) -> Iterator[str]:
    for body in bodies:
        listed = body.get("tags", body.get("tag", []))
        for tag in listed if isinstance(listed, list) else [listed]:
            if _text(tag):
                yield _text(tag, LONGEST_TAG)
        if body.get("purpose") == "tagging" and _text(body.get("value")):
            yield _text(body.get("value"), LONGEST_TAG)


def _anchor(selectors: Json) -> Anchor | None:
    """Return the anchor that a quote, with or without a position, makes; None without a quote."""
    listed = selectors if isinstance(selectors, list) else [selectors]
    known = {one.get("type"): one for one in _with_refined(listed)}
    quote = known.get("TextQuoteSelector", {})
    exact = _text(quote.get("exact"))
    if not exact:
        return None
    start = known.get("TextPositionSelector", {}).get("start")
    at = start if isinstance(start, int) and 0 <= start < 2**31 else 0
    prefix, suffix = _text(quote.get("prefix")), _text(quote.get("suffix"))
    return Anchor(at, at + len(exact), exact, prefix[-256:], suffix[:256])


def _with_refined(selectors: Iterable[Json], deep: int = 4) -> Iterator[dict[str, Any]]:
    for one in selectors:
        if isinstance(one, dict):
            yield one
            if deep and "refinedBy" in one:
                yield from _with_refined([one["refinedBy"]], deep - 1)


def _first(value: Json) -> Json:
    return value[0] if isinstance(value, list) and value else value


def _text(value: Json, most: int = LONGEST_TEXT) -> str:
    return value[:most] if isinstance(value, str) else ""
