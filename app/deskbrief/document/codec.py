"""One versioned JSON form for every value of the ground floor.

Values become plain dictionaries by their field names; fields that hold their default are left out.
A stored or sent value travels in an envelope `{"schema": "deskbrief.<kind>/<version>", "value": ...}`,
and one written under a newer version is refused instead of half understood.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import chain
from typing import Any, Generic, TypeVar, cast

from deskbrief.document.encoding import decode, decoder, encode, hints
from deskbrief.document.errors import BugError, WorldError
from deskbrief.document.model import Document
from deskbrief.document.outline import Outline
from deskbrief.document.tasks import Json, Part, Request

__all__ = [
    "PREVIEW",
    "Assembly",
    "decode",
    "document_assembly",
    "document_of",
    "document_parts",
    "document_request",
    "encode",
    "join_document",
    "join_outline",
    "outline_assembly",
    "outline_parts",
    "read_parts",
    "seal",
    "unseal",
]

T = TypeVar("T")

#: The version of each kind of envelope. A change that older readers cannot take raises the number.
VERSIONS = {"document": 1, "outline": 1, "note": 1, "decision": 1, "plan": 1, "draft": 1}
#: Items in one part when a value is sent in parts: small enough that no part takes long to decode.
ITEMS_IN_PART = 200
#: The name of the part after which the beginning of a document follows, before the whole of it.
PREVIEW = "preview"


def seal(name: str, value: object) -> dict[str, Json]:
    """Return `value` in the envelope of `name`, which must be a key of `VERSIONS`."""
    return {"schema": f"deskbrief.{name}/{VERSIONS[name]}", "value": encode(value)}


def unseal(name: str, kind: type[T], envelope: Json) -> T:
    """Return the value in `envelope`; raises `WorldError` for another schema or a newer version."""
    schema = envelope.get("schema", "") if isinstance(envelope, dict) else ""
    stem, _, version = str(schema).partition("/")
    if stem != f"deskbrief.{name}" or not version.isdigit():
        raise WorldError(f"This is not a Deskbrief {name}.", "Choose another file.")
    if int(version) > VERSIONS[name]:
        raise WorldError(
            f"This {name} was written by a newer version of Deskbrief.", "Update Deskbrief to open it."
        )
    return decode(kind, envelope["value"])


def document_parts(document: Document) -> Iterator[Part]:
    """Yield `document` as parts that are each quick to decode; `join_document` puts them together."""
    yield from _parts("document", document, blob="text")


def join_document(parts: Iterable[Part]) -> Document:
    """Return the document that `document_parts` took apart; parts of other values are ignored."""
    return _joined(document_assembly(), parts)


def outline_parts(outline: Outline) -> Iterator[Part]:
    """Yield `outline` as parts that are each quick to decode; the last is named `outline.end`."""
    yield from _parts("outline", outline)


def join_outline(parts: Iterable[Part]) -> Outline:
    """Return the outline that `outline_parts` took apart; of several, the last whole one."""
    return _joined(outline_assembly(), parts)


#: How parts begin that tell where the text stood in the file.
_RUNS = '{"source_runs":'


def document_assembly() -> Assembly[Document]:
    """Return an empty assembly for the parts of a document."""
    return Assembly("document", Document, blob="text")


def read_parts(rows: Iterable[tuple[str, str]]) -> Iterator[Part]:
    """Yield the parts of a stored document that is to be read, given as names and compact JSON.

    Where its text stood in the file is left out, unless that has pages to be shown: of a book these are tens
    of thousands of objects that nothing asks for.
    """
    has_pages = True
    for name, data in rows:
        if has_pages or not data.startswith(_RUNS):
            part = Part(name, json.loads(data))
            if name == "document.head":
                has_pages = _format(part.data) == "pdf"
            yield part


def _format(head: dict[str, Json]) -> Json:
    """Return the format that the head of a document tells, None where it is not as it should be."""
    value = head.get("value")
    metadata = value.get("metadata") if isinstance(value, dict) else None
    return metadata.get("format") if isinstance(metadata, dict) else None


def outline_assembly() -> Assembly[Outline]:
    """Return an empty assembly for the parts of an outline."""
    return Assembly("outline", Outline)


class Assembly(Generic[T]):
    """Puts a value together from its parts as they come, each decoded when it comes."""

    def __init__(self, name: str, kind: type[T], *, blob: str = "") -> None:
        self._name = name
        self._kind = kind
        self._blob = blob
        self._fields: dict[str, Any] = {}

    def add(self, part: Part) -> T | None:
        """Take `part`; return the whole value when it was the last one. Parts of other values are ignored.

        Raises `BugError`, or what `unseal` raises, for a part that is not as `document_parts` makes them.
        """
        try:
            return self._added(part)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BugError(f"a part {part.name[:40]} that is none: {type(error).__name__}") from error

    def _added(self, part: Part) -> T | None:
        if part.name == f"{self._name}.head":
            self._fields = self._decoded(unseal_plain(self._name, part.data))
        elif part.name == f"{self._name}.blob":
            self._fields[self._blob] = part.blob.decode("utf-8", "surrogatepass")
        elif part.name == f"{self._name}.list":
            for key, items in self._decoded(part.data).items():
                self._fields.setdefault(key, []).append(items)
        elif part.name == f"{self._name}.end":
            return self._whole()
        return None

    def _decoded(self, data: dict[str, Json]) -> dict[str, Any]:
        kinds = hints(cast("Hashable", self._kind))
        return {key: decoder(kinds[key])(item) for key, item in data.items() if key in kinds}

    def _whole(self) -> T:
        fields = {
            key: tuple(chain.from_iterable(item)) if isinstance(item, list) else item
            for key, item in self._fields.items()
        }
        return self._kind(**fields)


def _joined(assembly: Assembly[T], parts: Iterable[Part]) -> T:
    whole = None
    for part in parts:
        whole = assembly.add(part) or whole
    if whole is None:
        raise BugError("the parts do not make a whole value")
    return whole


def document_request(document: Document, **data: Json) -> Request:
    """Return a request that carries `document` beside `data`.

    The document goes into the request's bytes, a line of JSON for each of its parts and then its text: no
    single call has the whole of a book to encode, so that other threads are never held up for long.
    """
    return parts_request(document_parts(document), **data)


def parts_request(parts: Iterable[Part], **data: Json) -> Request:
    """Return the request that `document_request` gives for the document that `parts` make."""
    lines, text = [], b""
    for part in parts:
        if part.blob:
            text = part.blob
        lines.append(
            json.dumps([part.name, part.data], ensure_ascii=False, separators=(",", ":")).encode(
                "utf-8", "surrogatepass"
            )
        )
    head = b"\n".join(lines)
    return Request({**data, "document": len(head)}, head + text)


def document_of(request: Request) -> Document:
    """Return the document that `document_request` put into `request`."""
    length = request.data["document"]
    parts = [Part(*json.loads(line)) for line in request.blob[:length].split(b"\n")]
    text = request.blob[length:]
    return join_document(Part(p.name, blob=text) if p.name == "document.blob" else p for p in parts)


def _parts(name: str, value: Any, *, blob: str = "") -> Iterator[Part]:
    head = {}
    lists: dict[str, Sequence[object]] = {}
    for field in fields(value):
        item = getattr(value, field.name)
        if isinstance(item, tuple):
            lists[field.name] = item
        elif field.name != blob:
            head[field.name] = encode(item)
    yield Part(f"{name}.head", {"schema": f"deskbrief.{name}/{VERSIONS[name]}", "value": head})
    if blob:
        yield Part(f"{name}.blob", blob=getattr(value, blob).encode("utf-8", "surrogatepass"))
    for key, items in lists.items():
        for at in range(0, len(items) or 1, ITEMS_IN_PART):
            yield Part(f"{name}.list", {key: encode(tuple(items[at : at + ITEMS_IN_PART]))})
    yield Part(f"{name}.end")


def unseal_plain(name: str, envelope: Json) -> dict[str, Json]:
    """Return the data in `envelope` undecoded, after the checks that `unseal` makes."""
    return cast("dict[str, Json]", unseal(name, dict, envelope))
