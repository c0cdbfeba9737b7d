"""Notes as a W3C annotation set (EPUB Annotations 1.0, draft of July 2026), and back.

The draft is for EPUB. For all other formats this is an extension of it: `target.source` is the name of the
file, and the SHA-256 of the source stands in `about`. Beside the position that the draft keeps, each target
has a TextQuoteSelector (Web Annotation Data Model, 4.2.4), by which the passage is found in another edition.
Positions count Unicode code points of the text as Deskbrief reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from deskbrief.document.notes import MarkStyle, Note, Role, uuid7
from deskbrief.document.records import dataclass
from deskbrief.document.tasks import Json
from deskbrief.exchange.annotations_in import annotations_in

CONTEXT = "https://www.w3.org/ns/epub-anno.jsonld"
GENERATOR = {"id": "urn:deskbrief", "type": "Software", "name": "Deskbrief"}
_SHA256 = "urn:sha256:"
_UUID = "urn:uuid:"
#: Media types by the names that importers give to formats; what is missing is left out of a set.
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
    "rtf": "application/rtf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "mail": "message/rfc822",
}
_STYLES = {MarkStyle.HIGHLIGHT: "solid", MarkStyle.UNDERLINE: "underline"}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The source that notes are on."""

    sha256: str
    title: str = ""
    file_name: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    format: str = ""
    url: str = ""


def annotation_set(notes: Iterable[Note], sources: Sequence[About], generated: str) -> dict[str, Json]:
    """Return `notes` as an annotation set about `sources`, made at the time `generated` (ISO 8601)."""
    names = {source.sha256: source.file_name or source.title for source in sources}
    return {
        "@context": CONTEXT,
        "id": _set_id(sources, generated),
        "type": "AnnotationSet",
        "generator": GENERATOR,
        "generated": generated,
        "about": [_about(source) for source in sources],
        "items": [_annotation(note, names.get(note.document, "")) for note in notes],
    }


def _set_id(sources: Sequence[About], generated: str) -> str:
    """Return the name of a set: a UUID (version 8) that follows from its sources and its time."""
    seed = "\n".join([generated, *(source.sha256 for source in sources)])
    digits = hashlib.sha256(seed.encode()).hexdigest()
    whole = f"{digits[:12]}8{digits[13:16]}8{digits[17:32]}"
    return _UUID + "-".join((whole[:8], whole[8:12], whole[12:16], whole[16:20], whole[20:]))


def _about(source: About) -> dict[str, Json]:
    told: dict[str, Json] = {
        "dc:identifier": [_SHA256 + source.sha256, *([source.url] if source.url else [])],
        "dc:format": MEDIA_TYPES.get(source.format, ""),
        "dc:publisher": source.publisher,
        "dc:creator": [source.author] if source.author else [],
        "dc:date": source.published,
    }
    more = {key: value for key, value in told.items() if value}
    return {**more, "dc:title": source.title, "source": source.file_name}


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
    return tuple(
        Note(
            id=one.id or uuid7(),
            document=one.work.sha256,
            anchor=one.anchor,
            role=one.role or Role.YELLOW,
            style=one.style or MarkStyle.HIGHLIGHT,
            body=one.body,
            tags=one.tags or (),
            created=one.created,
            modified=one.modified,
        )
        for one in annotations_in(value).notes
    )
