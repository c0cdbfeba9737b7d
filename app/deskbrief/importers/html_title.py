"""The title of a page: the heading its title element speaks of, or that element less the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_metadata import Facts

#: How many blocks into the text the title may stand.
REACH = 5
#: The deepest heading that can be a title.
DEEPEST = 3

_BREAK = re.compile(r" (?:[|»«·•:–—-]|::|\|\||>|<|/) ")


def title_block(drafts: Sequence[Draft], kept: Sequence[int], facts: Facts) -> int:
    """Return the position of the heading that is the title, or -1.

    Of the headings that the title element or `og:title` speaks of, the one nearest to the text counts.
    """
    first = kept[0] if kept else len(drafts)
    said = _said(facts)
    found = -1
    for index, draft in enumerate(drafts[: first + REACH]):
        if draft.kind is BlockKind.HEADING and draft.level <= DEEPEST and _speaks_of(said, draft.text):
            found = index if index <= first or found < 0 else found
    return found if found >= 0 or said else _heading_above(drafts, first)


def _heading_above(drafts: Sequence[Draft], first: int) -> int:
    """Return the position of an outermost heading right above the text, on a page that has no name; or -1."""
    near = range(max(first - REACH, 0), min(first + 1, len(drafts)))
    return next((at for at in near if drafts[at].kind is BlockKind.HEADING and drafts[at].level == 1), -1)


def _said(facts: Facts) -> list[str]:
    """Return the keys of what the page calls itself: wholes, and parts that are not the site's name."""
    wholes = [facts.title, facts.meta("og:title"), facts.meta("twitter:title", "dc.title", "citation_title")]
    wholes += [item["headline"] for item in facts.objects if isinstance(item.get("headline"), str)]
    site = key_of(facts.meta("og:site_name"))
    parts = [part for whole in wholes for part in (whole, *_BREAK.split(whole))]
    keys = (key_of(part) for part in parts)
    return [key for key in keys if key and key != site]


def _speaks_of(said: Sequence[str], heading: str) -> bool:
    key = key_of(heading)
    if not key:
        return False
    return any(key == other or _mostly(key, other) or _mostly(other, key) for other in said)


def _mostly(part: str, whole: str) -> bool:
    return part in whole and len(part) >= 0.6 * len(whole) and len(part) > 5


def title_of(drafts: Sequence[Draft], block: int, facts: Facts, fallback: str) -> str:
    """Return the title: that of the heading at `block`, else what the page calls itself."""
    if block >= 0:
        return drafts[block].text[:400]
    whole = facts.meta("og:title") or facts.title
    if not whole:
        return fallback[:400]
    site = {key_of(facts.meta("og:site_name")), *(key_of(draft.text) for draft in _site_headings(drafts))}
    parts = [part for part in _BREAK.split(whole) if key_of(part) and key_of(part) not in site]
    return (max(parts[:2], key=len) if parts else whole).strip()[:400]


def _site_headings(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts[:10] if draft.kind is BlockKind.HEADING and draft.level == 1]
