"""Annotations as other programs write them, after the W3C Web Annotation Data Model.

Read are sets of the EPUB Annotations draft, Thorium's older files, collections and pages of the W3C, and the
JSON of Hypothesis. A passage is taken from a TextQuoteSelector; positions only from files of our own, because
every program counts in a text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from deskbrief.document.anchors import Anchor
from deskbrief.document.errors import SourceError
from deskbrief.document.incoming import LONGEST_NAME, MOST_NOTES, MOST_TAGS, FoundNotes, Incoming, Work
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.tasks import Json
from deskbrief.exchange.values import dict_of, list_of, name_of, role_of, stamp_of, text_of

_SHA256 = "urn:sha256:"
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_STYLES = {"underline": MarkStyle.UNDERLINE, "solid": MarkStyle.HIGHLIGHT}
#: Selectors may be nested this deep.
DEEPEST = 4


def annotations_in(value: Json) -> FoundNotes:
    """Return the notes in an annotation set, a collection, a page or a list of annotations.

    Raises `SourceError` when `value` is none of these.
    """
    items = _items(value)
    work = _only_work(value)
    notes = tuple(_notes(items, work))
    form = "Hypothesis" if _is_hypothesis(items) else "W3C annotations"
    return FoundNotes(form=form, notes=notes, left_out=len(items) - len(notes))


def _is_hypothesis(items: Iterable[Json]) -> bool:
    return any("uri" in item and "target" in item for item in items if isinstance(item, dict))


def _items(value: Json, deep: int = 3) -> list[Json]:
    if isinstance(value, list):
        return value[:MOST_NOTES]
    if isinstance(value, dict) and deep:
        items = next((value[key] for key in ("items", "rows", "annotations", "first") if key in value), None)
        return [value] if items is None else _items(items, deep - 1)
    raise SourceError("This file holds no annotations.", "Choose a W3C annotation file (JSON-LD).")


def _only_work(value: Json) -> Work:
    """Return the source when the set is about one."""
    about = dict_of(value).get("about")
    sources = [one for one in (about if isinstance(about, list) else [about]) if isinstance(one, dict)]
    if len(sources) != 1:
        return Work()
    (source,) = sources
    return Work(
        sha256=_hash(source.get("dc:identifier")),
        title=name_of(source.get("dc:title")),
        author=name_of(source.get("dc:creator")),
        file_name=name_of(source.get("source")),
    )


def _hash(named: Json) -> str:
    texts = (text_of(one, LONGEST_NAME) for one in (named if isinstance(named, list) else [named]))
    return next((one.removeprefix(_SHA256) for one in texts if one.startswith(_SHA256)), "")


def _notes(items: Iterable[Json], work: Work) -> Iterator[Incoming]:
    for item in items:
        target = _first(item.get("target")) if isinstance(item, dict) else None
        anchor = _anchor(target.get("selector")) if isinstance(target, dict) else None
        if anchor is not None and isinstance(target, dict):
            yield _note(item, anchor, _work(item, target, work))


def _work(item: dict[str, Json], target: dict[str, Json], work: Work) -> Work:
    sha256 = _hash(target.get("identifier")) or work.sha256
    source = name_of(item.get("uri")) or name_of(target.get("source"))
    is_address = source.startswith(("http://", "https://"))
    return Work(
        sha256=sha256,
        title=name_of(dict_of(item.get("document")).get("title")) or work.title,
        author=work.author,
        url=source if is_address else "",
        file_name=work.file_name or ("" if is_address else source),
    )


def _note(item: dict[str, Json], anchor: Anchor, work: Work) -> Incoming:
    bodies = item.get("body")
    found = bodies if isinstance(bodies, list) else [bodies]
    parts = [body if isinstance(body, dict) else {"value": body} for body in found[:MOST_TAGS]]
    if "body" not in item:
        parts = [{"value": item.get("text"), "tags": item.get("tags", [])}]
    words = [body for body in parts if body.get("purpose") != "tagging"]
    named = text_of(item.get("id"), LONGEST_NAME).removeprefix("urn:uuid:")
    created = stamp_of(item.get("created"))
    modified = stamp_of(item.get("modified", item.get("updated")))
    return Incoming(
        anchor=anchor,
        work=work,
        id=named.lower() if _UUID.fullmatch(named) else "",
        key=named,
        role=next((role for body in words if (role := _role(body))), None),
        style=next((style for body in words if (style := _STYLES.get(_name(body.get("highlight"))))), None),
        body="\n\n".join(filter(None, (text_of(body.get("value")) for body in words))),
        tags=tuple(dict.fromkeys(_tags(parts))),
        created=created,
        modified=modified or created,
    )


def _role(body: dict[str, Json]) -> Role | None:
    return role_of(body.get("color"))


def _name(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _tags(bodies: Iterable[dict[str, Json]]) -> Iterator[str]:
    for body in bodies:
        listed = body.get("tags", body.get("tag", []))
        for tag in listed[:MOST_TAGS] if isinstance(listed, list) else [listed]:
            if text_of(tag):
                yield text_of(tag, LONGEST_NAME)
        if body.get("purpose") == "tagging" and text_of(body.get("value")):
            yield text_of(body.get("value"), LONGEST_NAME)


def _anchor(selectors: Json) -> Anchor | None:
    """Return the anchor that a quote, with or without a position, makes; None without a quote."""
    listed = selectors if isinstance(selectors, list) else [selectors]
    known = {_name(one.get("type")): one for one in _with_refined(listed)}
    quote = known.get("TextQuoteSelector", {})
    exact = text_of(quote.get("exact"))
    if not exact:
        return None
    start = known.get("TextPositionSelector", {}).get("start")
    at = start if isinstance(start, int) and 0 <= start < 2**31 else 0
    prefix, suffix = text_of(quote.get("prefix")), text_of(quote.get("suffix"))
    return Anchor(at, at + len(exact), exact, prefix[-256:], suffix[:256])


def _with_refined(selectors: Iterable[Json], deep: int = DEEPEST) -> Iterator[dict[str, Any]]:
    for one in selectors:
        if isinstance(one, dict):
            yield one
            if deep and "refinedBy" in one:
                yield from _with_refined([one["refinedBy"]], deep - 1)


def _first(value: Json) -> Json:
    return list_of(value)[0] if list_of(value) else value
