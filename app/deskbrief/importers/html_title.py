"""The title of a page: the heading its title element speaks of, or that element less the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_facts import Facts
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_site import is_mostly, names_site, parts_of

#: How many blocks into the text the title may stand.
REACH = 5
#: How far into it the only outermost heading may stand that shares words with the title element.
FAR = 20
#: The deepest heading that can be a title.
DEEPEST = 3
#: How far above the title a kicker may stand.
BESIDE = 2
#: A heading that shares this many longer words with the title element is about the same thing.
ENOUGH = 2
#: A heading that begins with so many letters of a name, or has so many of its longer words and at least
#: this share of them, says the same and more.
LONG, MANY, NEARLY = 20, 4, 0.8
#: Words that begin with this many letters in common are about the same thing.
STEM = 6
#: A class names what is right inside it; farther up it tells how the page is laid out.
CLOSE = 2

_ELSEWHERE = frozenset(
    {"related", "comments", "aside", "tag:aside", "tag:nav", "tag:footer", "consent", "sign-up", "popup"}
)
#: The number of a section: of several headings, one that has it and that no name of the page speaks of is
#: not the title.
_NUMBERED = re.compile(r"\d{1,2}\.\s")
_CALLED = re.compile(
    r"(?:entry|post|article|story|page|main)[-_]{0,2}(?:title|head(?:ing|line)?)\b|\bheadline\b"
)


def title_block(drafts: Sequence[Draft], kept: Sequence[int], facts: Facts) -> int:
    """Return the position of the heading that is the title, or -1.

    Of the headings that the title element or `og:title` speaks of, the one nearest to the text counts.
    Where they speak of none, or of a small one by a part of its name, an outermost heading right above
    the text is what the page itself is headed: titles for other places are often worded anew.
    """
    first = kept[0] if kept else len(drafts)
    wholes = _wholes(facts)
    said = _said(wholes, facts)
    topics = [part for whole in wholes for part in parts_of(whole, facts)]
    headings = list(_headings(drafts, first, facts))
    if not any(drafts[at].level == 1 for at in headings):
        # What was taken for the beginning of the text can be a stray line far above it.
        headings += _named(drafts, said, first + FAR, facts)
        first = headings[-1] if headings and headings[-1] >= first + FAR else first
    near = [index for index in headings if index < first + REACH]
    found = _nearest((at for at in near if _speaks_of(said, drafts[at].text)), first)
    if found >= 0 and (drafts[found].level == 1 or _speaks_of(map(key_of, wholes), drafts[found].text)):
        return found
    if found < 0:
        found = _nearest((at for at in near if _says_more(wholes, drafts[at].text)), first)
    outermost = [at for at in headings if drafts[at].level == 1 and _heads(drafts[at])]
    if len(outermost) > 1:
        outermost = [at for at in outermost if not _NUMBERED.match(drafts[at].text)]
    above = _nearest((at for at in outermost if at in near), first)
    if above < 0 and found < 0 and len(outermost) == 1 and _about(drafts[outermost[0]], topics):
        return outermost[0]
    agreed = above >= 0 and not _speaks_of(said, drafts[above].text) and _about(drafts[above], topics)
    # Of two parts of the title element, the outermost heading is the title and the one above it its kicker.
    agreed = agreed or (found >= 0 and 0 < above - found <= BESIDE)
    if agreed or found >= 0:
        return above if agreed else found
    called = _nearest((at for at in near if _is_called(drafts[at]) and _heads(drafts[at])), first)
    return called if called >= 0 else above if above >= 0 else _opening(drafts, kept, headings, topics)


def _headings(drafts: Sequence[Draft], first: int, facts: Facts) -> Iterator[int]:
    """Yield the positions of headings that may be the title of a text that begins at `first`."""
    for index, draft in enumerate(drafts[: first + FAR]):
        heads = draft.kind is BlockKind.HEADING and draft.level <= DEEPEST
        if heads and not draft.text.startswith("by ") and not names_site(draft.text, draft.whole, facts):
            yield index


def _named(drafts: Sequence[Draft], said: Sequence[str], start: int, facts: Facts) -> list[int]:
    """Return the position of the only outermost heading from `start` on, if it is a name of the page."""
    places = (at for at in range(start, len(drafts)) if drafts[at].kind is BlockKind.HEADING)
    found = list(islice((at for at in places if drafts[at].level == 1), 2))
    if len(found) != 1 or key_of(drafts[found[0]].text) not in said:
        return []
    named = drafts[found[0]]
    return found if _heads(named) and not names_site(named.text, named.whole, facts) else []


def _is_called(draft: Draft) -> bool:
    """Tell whether the page's own code calls a heading its title."""
    near = (draft.whole, *islice(draft.whole.iterancestors(), 1))
    if draft.whole.get("itemprop", "").lower() == "headline":
        return True
    return any(_CALLED.search(one.get("class", "").lower()[:200]) for one in near)


def _opening(
    drafts: Sequence[Draft], kept: Sequence[int], headings: Sequence[int], topics: Sequence[str]
) -> int:
    """Return the heading that opens the text when it is above all others and names the topic, or -1."""
    opening = kept[0] if kept else -1
    if opening not in headings:
        return -1
    levels = [drafts[index].level for index in kept[1:] if drafts[index].kind is BlockKind.HEADING]
    if not levels or min(levels) <= drafts[opening].level:
        return -1
    stems = {word[:STEM] for word in _words(drafts[opening].text) if len(word) >= STEM}
    return opening if any(stem in key_of(topic) for stem in stems for topic in topics) else -1


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


def _wholes(facts: Facts) -> list[str]:
    """Return the keys of the names that the page gives itself."""
    wholes = [facts.title, facts.meta("og:title"), facts.meta("twitter:title", "dc.title", "citation_title")]
    wholes += [item["headline"] for item in facts.objects if isinstance(item.get("headline"), str)]
    return [whole for whole in wholes if whole]


def _said(wholes: Sequence[str], facts: Facts) -> list[str]:
    """Return the keys of what the page calls itself: wholes, and parts that are not the site's name."""
    parts = [part for whole in wholes for part in (whole, *parts_of(whole, facts))]
    return [key for part in parts if (key := key_of(part))]


def _speaks_of(said: Iterable[str], heading: str) -> bool:
    key = key_of(heading)
    if not key:
        return False
    return any(key == other or is_mostly(key, other) or is_mostly(other, key) for other in said)


def _says_more(wholes: Sequence[str], heading: str) -> bool:
    """Tell whether `heading` begins with a name of the page, or has nearly all of its longer words."""
    key, words = key_of(heading), _words(heading)
    named = (_words(whole) for whole in wholes)
    return any(len(name) >= LONG and key.startswith(name) for name in map(key_of, wholes)) or any(
        len(words & known) >= max(MANY, NEARLY * len(known)) for known in named
    )


def title_of(drafts: Sequence[Draft], block: int, facts: Facts, fallback: str) -> str:
    """Return the title: that of the heading at `block`, else what the page calls itself."""
    if block >= 0:
        return drafts[block].text[:400]
    whole = facts.meta("og:title") or facts.title
    if not whole:
        return fallback[:400]
    if facts.title.startswith(whole) and facts.title != whole:
        # What stands after it in the title element is the name of the site.
        return whole
    site = {key_of(draft.text) for draft in _site_headings(drafts)}
    parts = [part for part in parts_of(whole, facts) if key_of(part) not in site]
    return (max(parts[:2], key=len) if parts else whole).strip()[:400]


def _site_headings(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts[:10] if draft.kind is BlockKind.HEADING and draft.level == 1]
