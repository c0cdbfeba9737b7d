"""What a page says about itself: title, author, publisher, date with its evidence, language, address."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind, DateEvidence, Metadata
from deskbrief.importers.dates import find_date
from deskbrief.importers.html_byline import bylines_on, names_after_by
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import Extract, key_of
from deskbrief.importers.language import guess_language

#: The most characters of structured data that are read, and the most objects in it.
LARGEST_DATA, MOST_OBJECTS = 400_000, 2_000
#: The longest title, author and publisher.
LONGEST = 400
#: Among how many blocks from the top a byline is looked for.
MOST_BLOCKS = 40

_DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
)
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "citation_author")
_NO_AUTHORS = frozenset(
    {
        "",
        "admin",
        "administrator",
        "author",
        "authoritycontrol",
        "editor",
        "noauthor",
        "staff",
        "username",
        "作者",
    }
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The `meta` elements of a page by their lower-case name, and the objects of its JSON-LD."""

    metas: Mapping[str, str] = field(default_factory=dict)
    objects: tuple[Mapping[str, Any], ...] = ()
    title: str = ""
    language: str = ""
    url: str = ""
    times: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()

    def meta(self, *names: str) -> str:
        """Return the content of the first of `names` that the page has, or an empty string."""
        return next((self.metas[name] for name in names if self.metas.get(name)), "")


def read_facts(root: HtmlElement) -> Facts:
    """Return what the page under `root` says about itself outside its text."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join(element.get("content", "").split())[:LONGEST]
        if name and content:
            metas.setdefault(name.lower(), content)
    links = (link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower())
    times = (time.get("datetime", "") for time in root.iter("time"))
    title = next(root.iter("title"), None)
    return Facts(
        metas=metas,
        objects=tuple(_objects(root)),
        title=" ".join("".join(title.itertext()).split())[:LONGEST] if title is not None else "",
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        url=_address(next(links, "")) or _address(metas.get("og:url", "")),
        times=tuple(time for time in times if time)[:20],
        bylines=tuple(islice(bylines_on(root), 10)),
    )


def _address(written: str) -> str:
    address = written.strip()
    return address if address.lower().startswith(("http://", "https://")) and len(address) < 2_000 else ""


def _objects(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of all JSON-LD on the page, outer ones first."""
    count = 0
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in script.get("type", "") or len(text) > LARGEST_DATA:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and count < MOST_OBJECTS:
            value = waiting.pop(0)
            if isinstance(value, dict):
                count += 1
                yield value
                waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
            elif isinstance(value, list):
                waiting += value[:MOST_OBJECTS]


def metadata_of(facts: Facts, extract: Extract, title: str, drafts: Sequence[Draft], text: str) -> Metadata:
    """Return the metadata of a page whose title was found to be `title`; `text` is the text kept of it."""
    publisher = facts.meta("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
    return Metadata(
        title=title,
        byline=_author(facts, extract, drafts),
        publisher=publisher or extract.publisher,
        published=_date(facts, extract, drafts),
        language=guess_language(text, facts.language),
        url=facts.url,
        format="html",
    )


def _author(facts: Facts, extract: Extract, drafts: Sequence[Draft]) -> str:
    structured = next((name for item in facts.objects if (name := _name(item.get("author")))), "")
    heard = extract.author.replace("; ", ", ")
    lines = (names_after_by(draft.text) for draft in drafts[:MOST_BLOCKS])
    candidates = (structured, heard, facts.meta(*_AUTHORS), *facts.bylines, *lines)
    return next((name[:LONGEST] for name in candidates if name and _is_author(name, facts)), "")


def _is_author(name: str, facts: Facts) -> bool:
    key = key_of(name)
    return key not in _NO_AUTHORS and "://" not in name and key != key_of(facts.meta("og:site_name"))


def _name(value: object, depth: int = 0) -> str:
    """Return the name in a JSON-LD author: a string, an object with a name, or a list of either."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict) and depth < 3:
        return _name(value.get("name"), depth + 1)
    if isinstance(value, list) and depth < 3:
        return ", ".join(name for item in value[:20] if (name := _name(item, depth + 1)))
    return ""


def _date(facts: Facts, extract: Extract, drafts: Sequence[Draft]) -> DateEvidence | None:
    """Return the date of publication with where it was said; the extractor's choice among several counts."""
    said = list(_dates_said(facts))
    agreed = [evidence for evidence in said if evidence.edtf == extract.date]
    if agreed:
        return agreed[0]
    if extract.date:
        shown = _shown(extract.date, drafts)
        if shown or not said:
            return shown or DateEvidence(extract.date, extract.date, "the page's code or address")
    return said[0] if said else None


def _dates_said(facts: Facts) -> Iterator[DateEvidence]:
    for name in _DATES:
        yield from _evidence(facts.metas.get(name, ""), f"meta {name}")
    for item in facts.objects:
        value = item.get("datePublished")
        if isinstance(value, str):
            yield from _evidence(value, "JSON-LD datePublished")
    for time in facts.times:
        yield from _evidence(time, "time element")


def _evidence(written: str, source: str) -> Iterator[DateEvidence]:
    found = find_date(written[:80])
    if found:
        yield DateEvidence(found[0], written[:80], source)


def _shown(day: str, drafts: Sequence[Draft]) -> DateEvidence | None:
    for draft in drafts:
        if len(draft.text) < 400 and draft.kind is not BlockKind.TABLE:
            found = find_date(draft.text)
            if found and found[0] == day:
                return DateEvidence(day, found[1], "text of the page")
    return None
