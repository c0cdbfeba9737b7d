"""The title of a page: the heading its title element speaks of, or that element less the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_facts import Facts
from deskbrief.importers.html_regions import Regions

#: How many blocks into the text the title may stand.
REACH = 5
#: How far into it the only outermost heading may stand that shares words with the title element.
FAR = 20
#: The deepest heading that can be a title.
DEEPEST = 3
#: A heading that shares this many longer words with the title element is about the same thing.
ENOUGH = 2
#: A class names what is right inside it; farther up it tells how the page is laid out.
CLOSE = 2

_ELSEWHERE = frozenset(
    {"related", "comments", "aside", "tag:aside", "tag:nav", "tag:footer", "consent", "sign-up", "popup"}
)
_HOME = re.compile(r"https?://[^/]{1,200}/?")
_BRAND = re.compile(r"site-?(?:title|name|brand|header)|masthead|logo|\bbrand|blog-?title|\bheader$")
_BREAK = re.compile(r" (?:[|»«·•:–—-]|::|\|\||>|<|/) ")


def title_block(drafts: Sequence[Draft], kept: Sequence[int], facts: Facts) -> int:
    """Return the position of the heading that is the title, or -1.

    Of the headings that the title element or `og:title` speaks of, the one nearest to the text counts.
    Where they speak of none, or of a small one by a part of its name, an outermost heading right above
    the text is what the page itself is headed: titles for other places are often worded anew.
    """
    first = kept[0] if kept else len(drafts)
    wholes = _wholes(facts)
    said = _said(wholes, facts)
    headings = [
        index
        for index, draft in enumerate(drafts[: first + FAR])
        if draft.kind is BlockKind.HEADING and draft.level <= DEEPEST and not _names_site(draft, facts)
    ]
    near = [index for index in headings if index < first + REACH]
    found = _nearest((at for at in near if _speaks_of(said, drafts[at].text)), first)
    if found >= 0 and (drafts[found].level == 1 or _speaks_of(map(key_of, wholes), drafts[found].text)):
        return found
    outermost = [at for at in headings if drafts[at].level == 1 and _heads(drafts[at])]
    above = _nearest((at for at in outermost if at in near), first)
    if above < 0 and found < 0 and len(outermost) == 1 and _about(drafts[outermost[0]], wholes):
        return outermost[0]
    agreed = above >= 0 and not _speaks_of(said, drafts[above].text) and _about(drafts[above], wholes)
    return above if agreed or found < 0 else found


def _nearest(places: Iterable[int], first: int) -> int:
    """Return the last of `places` before the text that begins at `first`, else the first of them; or -1."""
    found = -1
    for index in places:
        found = index if index <= first or found < 0 else found
    return found


def _heads(draft: Draft) -> bool:
    """Tell whether an outermost heading is that of the text: it stands in no region for other things."""
    regions = Regions().names(draft.whole)
    return not {name for name, up in regions if up <= CLOSE or name.startswith("tag:")} & _ELSEWHERE


def _about(heading: Draft, wholes: Sequence[str]) -> bool:
    """Tell whether `heading` shares longer words with what the page calls itself."""
    known = {word for whole in wholes for word in _words(whole)}
    return len(_words(heading.text) & known) >= ENOUGH


def _words(text: str) -> set[str]:
    return {key for word in text.split() if len(key := key_of(word)) > 3}


def _names_site(draft: Draft, facts: Facts) -> bool:
    """Tell whether a heading is the name of the site: so called, or leading home and named in the title."""
    key = key_of(draft.text)
    if key and key in {key_of(facts.meta(name)) for name in ("og:site_name", "application-name")}:
        return key != key_of(facts.title)
    whole = key_of(facts.title)
    return whole != key and whole.endswith(key) and _leads_home(draft.whole)


def _leads_home(element: HtmlElement) -> bool:
    """Tell whether the heading `element` is a link to the front page of the site, or is its logo."""
    links = [*element.iter("a"), *islice(element.iterancestors("a"), 1)]
    if any(link.get("href", "").strip() in ("/", "./", "index.html", "index.php") for link in links):
        return True
    if any(_HOME.fullmatch(link.get("href", "").strip()) for link in links):
        return True
    near = [element, *islice(element.iterancestors(), 2)]
    return any(_BRAND.search(f"{one.get('class', '')} {one.get('id', '')}".lower()[:200]) for one in near)


def _wholes(facts: Facts) -> list[str]:
    """Return the keys of the names that the page gives itself."""
    wholes = [facts.title, facts.meta("og:title"), facts.meta("twitter:title", "dc.title", "citation_title")]
    wholes += [item["headline"] for item in facts.objects if isinstance(item.get("headline"), str)]
    return [whole for whole in wholes if whole]


def _said(wholes: Sequence[str], facts: Facts) -> list[str]:
    """Return the keys of what the page calls itself: wholes, and parts that are not the site's name."""
    site = key_of(facts.meta("og:site_name"))
    parts = [part for whole in wholes for part in (whole, *_BREAK.split(whole))]
    keys = (key_of(part) for part in parts)
    return [key for key in keys if key and key != site]


def _speaks_of(said: Iterable[str], heading: str) -> bool:
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
