"""What a page says about itself outside its text: `meta` elements, JSON-LD, its address and language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

#: The most characters of structured data that are read, and the most objects in it.
LARGEST_DATA, MOST_OBJECTS = 400_000, 2_000
#: The longest value of a `meta` element.
LONGEST = 400
#: The most values of `meta` elements of one name, such as one for each author.
MOST_VALUES = 50
#: The most days of publication that are looked at.
MOST_DATES = 20
#: The most signs that close what data is wrapped in.
MOST_SIGNS = 30
#: What pages wrap their data in so that old programs pass it over.
_OPENING = re.compile(r"(?:/\*|//)?\s{0,9}(?:<!\[CDATA\[|<!--)\s{0,9}(?:\*/)?")
_CLOSING = re.compile(r"(?:/\*|//)?\s{0,9}(?:\]\]>|-->)\s{0,9}(?:\*/)?$")
#: What an object says under these names is said of other works than the page (schema.org).
_OTHER_WORKS = frozenset({"itemReviewed", "isBasedOn", "mentions", "citation", "comment"})


@dataclass(frozen=True, slots=True)
class Facts:
    """The values of the `meta` elements of a page by lower-case name, and the objects of its JSON-LD.

    `times` are what its `time` elements hold, `published` what its microdata say of its publication.
    """

    metas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    objects: tuple[Mapping[str, Any], ...] = ()
    title: str = ""
    language: str = ""
    url: str = ""
    times: tuple[str, ...] = ()
    published: tuple[str, ...] = ()

    def meta(self, *names: str) -> str:
        """Return the content of the first of `names` that the page has, or an empty string."""
        return next((self.metas[name][0] for name in names if name in self.metas), "")


def read_facts(root: HtmlElement) -> Facts:
    """Return what the page under `root` says about itself outside its text."""
    metas = _metas(root)
    links = (link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower())
    times = (time.get("datetime", "") for time in root.iter("time"))
    dated = root.xpath("//*[contains(@itemprop, 'datePublished')][not(self::meta)]")
    title = next((one for one in root.iter("title") if not _is_drawn(one)), None)
    return Facts(
        metas=metas,
        objects=tuple(_objects(root)),
        title=" ".join("".join(title.itertext()).split())[:LONGEST] if title is not None else "",
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        url=_address(next(links, "")) or _address(metas.get("og:url", ("",))[0]),
        times=tuple(time for time in times if time)[:MOST_DATES],
        published=tuple(said for one in dated[:MOST_DATES] if (said := _said_in(one))),
    )


def _said_in(element: HtmlElement) -> str:
    """Return the value of the microdata on `element`: what its attributes say, else its words."""
    said = element.get("content") or element.get("datetime") or element.text or ""
    return " ".join(said.split())[:LONGEST]


def _is_drawn(title: HtmlElement) -> bool:
    """Tell whether `title` names a drawing on the page rather than the page."""
    return next(title.iterancestors("svg"), None) is not None


def _metas(root: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    metas: dict[str, tuple[str, ...]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join(element.get("content", "").split())[:LONGEST]
        if name and content:
            before = metas.get(name.lower(), ())
            metas[name.lower()] = (*before, content) if len(before) < MOST_VALUES else before
    return metas


def _address(written: str) -> str:
    address = written.strip()
    return address if address.lower().startswith(("http://", "https://")) and len(address) < 2_000 else ""


def _objects(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of all JSON-LD on the page that tell of it, outer ones first."""
    count = 0
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "") or len(text) > LARGEST_DATA:
            continue
        try:
            waiting = [json.loads(_unwrapped(text), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and count < MOST_OBJECTS:
            value = waiting.pop(0)
            if isinstance(value, dict):
                count += 1
                yield value
                inner = (held for name, held in value.items() if name not in _OTHER_WORKS)
                waiting += [held for held in inner if isinstance(held, dict | list)]
            elif isinstance(value, list):
                waiting += value[:MOST_OBJECTS]


def _unwrapped(text: str) -> str:
    """Return structured data without the comment or section of XML that it stands in."""
    text = text.strip()
    opening = _OPENING.match(text)
    if opening is None:
        return text
    inner = text[opening.end() :]
    closing = _CLOSING.search(inner, max(len(inner) - MOST_SIGNS, 0))
    return inner[: closing.start()] if closing else inner
