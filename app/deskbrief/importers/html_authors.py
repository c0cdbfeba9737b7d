"""Who wrote a page: what its code says, and the bylines that it shows near its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.importers.html_byline import (
    is_by,
    is_name,
    names_after_by,
    names_in,
    names_in_byline,
    without_by,
)
from deskbrief.importers.html_bylines import bylines_on, together
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_facts import Facts
from deskbrief.importers.html_site import labels_of

#: The longest list of authors, and the most authors in one.
LONGEST, MOST_AUTHORS = 400, 20
#: How many blocks of text after the title a byline is near to, and among how many it is looked for.
NEAR, MOST_BLOCKS = 4, 40
#: How deep inside each other the objects of an author may stand.
DEEPEST = 3

_METAS = (
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "article.author",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "creator",
    "authors",
    "twitter:data1",
)
#: The shortest name of a site with which the name of an office of it may begin.
SHORTEST = 3
#: A text of fewer blocks is not signed; so many words of a block are looked at.
FEWEST_SIGNED, MOST_WORDS = 4, 200

_TWICE, _COMMA = re.compile(r"(.{5,60}?)[\s,;]{0,2}\1"), re.compile(r",(?=[^\W\d])")
_DOMAIN = re.compile(r"\bwww\.|\w\.(?:com|org|net|de|co|info|news|fr|it|es)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"Article|Posting|Report|Review|Recipe|Book")
_NO_ARTICLE = re.compile(r"Image|Video|Audio|Media|Comment|Person|Organization|Answer|Quotation|Rating")
_NO_AUTHORS = frozenset(
    """admin administrator author authoritycontrol editor editors editorial noauthor none null staff
    username user webmaster unknown guest anonymous redaktion redaction redacción 作者 编辑
    編集部""".split()  # noqa: SIM905
)
_WEAK = re.compile(
    r"\b(?:staff|admin|team|desk|editors?|newsroom|redaktion|rédaction|redacción|redazione|redactie)\b"
)


def author_of(facts: Facts, heard: str, drafts: Sequence[Draft], title: int, kept: Sequence[int]) -> str:
    """Return the authors of a page whose title and text are the blocks at `title` and `kept`.

    `heard` are the authors that an extractor found. What stands beside the title counts more than
    what may be of other pages, and a person more than "Staff".
    """
    start = title if title >= 0 else max(kept[0] - NEAR, 0) if kept else 0
    body = [index for index in kept if index > start]
    end = body[min(NEAR, len(body) - 1)] if body else min(start + NEAR, len(drafts))
    bylines = list(bylines_on(drafts, start, end))
    shown = [one for one in bylines if not one.quoted]
    quoted = {key_of(name) for one in bylines if one.quoted for name in names_in(one.names)}
    heard = heard.replace("; ", ", ")
    heard = "" if {key_of(name) for name in names_in(heard)} <= quoted else heard
    said = _said(facts)
    near = together([one for one in shown if one.near and one.after])
    before = together([one for one in shown if one.near and not one.after])
    beside = [near, *_lines(drafts[start : end + 1])]
    above = [before] if any(key_of(before) in key_of(names) for names in said) else []
    sure = [_structured(facts), *beside, *above]
    sure = [*(_fullest(names, [*said, *beside]) for names in sure), *said, before]
    unsure = [
        *_signatures(drafts, body),
        heard,
        *_lines(drafts[:MOST_BLOCKS]),
        *(one.names for one in shown if not one.near),
    ]
    # A page that shows its site for its author has no other one, whatever stands elsewhere on it.
    site = [names for names in beside if key_of(names) in _sites(facts)]
    fit = [name for name in (*sure, *(site or unsure)) if name and (name in site or _is_author(name, facts))]
    weak = {name for name in fit if all(_is_weak(one, facts) for one in names_in(name))}
    # What the code of a page calls its author is the author, be it the site, where nobody is named.
    last = [*fit, *(name for name in said if key_of(name) in _sites(facts))]
    return _tidied(next((name for name in fit if name not in weak), last[0] if last else ""))[:LONGEST]


def _tidied(names: str) -> str:
    """Return `names` once, with a space after each comma, and without a "written by" of their own."""
    names = ", ".join(part for part in names.split(", ") if not is_by(part))
    twice = _TWICE.fullmatch(names)
    return _COMMA.sub(", ", twice[1] if twice else names)


def _is_weak(name: str, facts: Facts) -> bool:
    """Tell whether `name` is that of an office, of the site or of its publisher rather than of a person."""
    if _WEAK.search(name.lower()) or _DOMAIN.search(name):
        return True
    key = key_of(name)
    houses = {*_sites(facts), *map(key_of, _publishers(facts)), *labels_of(facts)} - {""}
    return any(key == house or (len(house) >= SHORTEST and key.startswith(house)) for house in houses)


def _publishers(facts: Facts) -> Iterator[str]:
    """Yield the names of the publishers in the JSON-LD of the page."""
    for item in facts.objects:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str):
            yield name


def _signatures(drafts: Sequence[Draft], body: Sequence[int]) -> Iterator[str]:
    """Yield a name in bold type that is all of the first or of the last block of the text."""
    if len(body) < FEWEST_SIGNED:
        return
    words = {
        word.strip(".,:;!?") for at in body[:MOST_BLOCKS] for word in drafts[at].text.split()[:MOST_WORDS]
    }
    for draft in (drafts[body[0]], drafts[body[-1]]):
        own = draft.text.split()
        signed = draft.kind is BlockKind.PARAGRAPH and 2 <= len(own) <= 4 and _is_strong(draft)
        if signed and is_name(draft.text) and not any(word.lower() in words for word in own):
            yield draft.text


def _is_strong(draft: Draft) -> bool:
    """Tell whether all of `draft` is in bold type."""
    return bool(draft.pieces) and all(
        any(mark.kind is InlineKind.STRONG for mark in piece.marks)
        for piece in draft.pieces
        if piece.text.strip()
    )


def _sites(facts: Facts) -> set[str]:
    """Return the keys of the names of the site."""
    return {key_of(facts.meta(name)) for name in ("og:site_name", "application-name", "dc.publisher")} - {""}


def _is_author(names: str, facts: Facts) -> bool:
    key = key_of(names)
    first = next(names_in(names), "")
    return (
        bool(key)
        and key not in _NO_AUTHORS | _sites(facts)
        and "://" not in names
        and bool(names_in_byline(first))
    )


def _fullest(names: str, others: Sequence[str]) -> str:
    """Return `names`, or the one of `others` that names the same people and more."""
    keys = {key_of(name) for name in names_in(names)}
    more = (other for other in others if keys < {key_of(name) for name in names_in(other)})
    return next(more, names) if keys else ""


def _said(facts: Facts) -> list[str]:
    """Return the authors in the `meta` elements of the page, the surest first."""
    wrote = facts.meta("twitter:label1").lower() in (
        "written by",
        "verfasst von",
        "écrit par",
        "escrito por",
        "by",
    )
    names = [name for name in _METAS if name != "twitter:data1" or wrote]
    values = ([one for one in facts.metas.get(name, ()) if not one.startswith("http")] for name in names)
    return [_joined(_turned(one) for one in found) for found in values if found]


def _turned(name: str) -> str:
    """Return names without "by" and, where that is told from them, what stands after them."""
    return names_in_byline(name) or without_by(name)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(list(dict.fromkeys(name for name in names if name))[:MOST_AUTHORS])


def _structured(facts: Facts) -> str:
    """Return the authors in the JSON-LD of the page, those of an article before those of other things."""
    known = {
        item["@id"]: item for item in facts.objects if isinstance(item.get("@id"), str) and item.get("name")
    }
    items = [item for item in facts.objects if not _NO_ARTICLE.search(str(item.get("@type", "")))]
    items.sort(key=lambda item: not _ARTICLE.search(str(item.get("@type", ""))))
    authors = (_name(item.get("author") or item.get("creator"), known) for item in items)
    return next((name for name in authors if name and _is_author(name, facts)), "")


def _name(value: object, known: Mapping[str, Mapping[str, Any]], depth: int = 0) -> str:
    """Return the names in a JSON-LD author: a string, an object with a name, a reference, or a list."""
    if isinstance(value, str):
        return "" if "://" in value else _turned(" ".join(value.split()))
    if depth >= DEEPEST:
        return ""
    if isinstance(value, dict):
        named = value.get("name") or known.get(str(value.get("@id")), {}).get("name")
        return _name(named, known, depth + 1)
    if isinstance(value, list):
        return _joined(_name(item, known, depth + 1) for item in value[:MOST_AUTHORS])
    return ""


def _lines(drafts: Sequence[Draft]) -> Iterator[str]:
    """Yield the names in blocks such as "By Ann Lee", and in those after a block that says only "By"."""
    for index, draft in enumerate(drafts):
        names = names_after_by(draft.text)
        if not names and index and is_by(drafts[index - 1].text) and all(map(is_name, names_in(draft.text))):
            names = names_in_byline(draft.text)
        if names:
            yield names
