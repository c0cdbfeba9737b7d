"""Lines inside the text of a page that are none of it: they lead to other pages or ask for an address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_byline import names_after_by
from deskbrief.importers.html_draft import Draft, leading_away

#: The most letters of such a line, and the share of what stands after its first words that are links.
LONGEST, LINKED = 220, 0.9
#: The most letters of a byline, and the fewest of the paragraph that ends where it may stand.
BYLINE, PROSE = 90, 160
#: A heading of so many words that ends as a sentence does, right below the title, opens the text.
FEWEST_WORDS = 8

#: What leads to another page, in the words of newspapers.
_LEADS = re.compile(
    r"(?:related(?: (?:story|stories|article|articles|coverage|link|links|content|video))?"
    r"|(?:also )?read(?: more| also| next)?|more(?: on this| stories)?|watch(?: also| now)?|recommended"
    r"|don[’']t miss|(?:lesen sie )?(?:auch|mehr zum thema)|(?:à )?lire aussi"
    r"|lea también|leggi anche|lees ook)"
    r"[ \u00a0]?:\s?",
    re.IGNORECASE,
)
#: What asks for an address to which letters are sent.
_SIGN_UP = re.compile(
    r"(?:get|sign up|subscribe|join|register)\b[^.!?]{0,140}\b(?:newsletters?|your (?:inbox|email))\b"
    r"|[^.!?]{0,60}\b(?:sign up|subscribe)\b[^.!?]{0,100}\byour (?:inbox|email)\b",
    re.IGNORECASE,
)
#: The name of a picture's file where its caption should be.
_FILE = re.compile(r"[\w ,.()'’&+-]{1,120}\.(?:jpe?g|png|gif|webp|tiff?)", re.IGNORECASE)


def teasers(drafts: Sequence[Draft], kept: Sequence[int]) -> frozenset[int]:
    """Return which of the `kept` blocks lead to other pages, ask for an address or name a picture's file.

    So are the bylines above the text, whose names stand with the title.
    """
    opening = takewhile(lambda index: len(drafts[index].text) < PROSE, kept)
    bylines = (index for index in opening if _is_byline(drafts[index]))
    # What several blocks stand in is not looked through for each of them.
    times = Counter(drafts[index].whole for index in kept)
    return frozenset(
        (*bylines, *(at for at in kept if _is_one(drafts[at], alone=times[drafts[at].whole] == 1)))
    )


def _is_byline(draft: Draft) -> bool:
    short = draft.kind is BlockKind.PARAGRAPH and len(draft.text) <= BYLINE and draft.text[-1:] not in ".!?"
    return short and bool(names_after_by(draft.text))


def _is_one(draft: Draft, *, alone: bool) -> bool:
    text = draft.text.strip()
    if len(text) > LONGEST or draft.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return False
    if draft.kind is BlockKind.HEADING:
        return bool(_SIGN_UP.match(text)) or (alone and _is_of_video(draft))
    lead = _LEADS.match(text)
    leads = lead is not None and alone and leading_away(draft) >= LINKED * max(len(text) - lead.end(), 1)
    return leads or bool(_SIGN_UP.match(text)) or bool(_FILE.fullmatch(text))


def _is_of_video(draft: Draft) -> bool:
    """Tell whether a heading is nothing but a link to a film that stands in the text."""
    places = [link.get("href") or "" for link in draft.whole.iter("a")]
    return bool(places) and "/video" in places[0][:300] and leading_away(draft) >= LINKED * len(draft.text)


def settle_opening(drafts: Sequence[Draft], shown: Sequence[int], title: int) -> None:
    """Make a paragraph of a sentence right below the `title` that a page sets as a heading."""
    below = [drafts[index] for index in shown if index > title][:2]
    if title < 0 or len(below) < 2 or below[0].kind is not BlockKind.HEADING:
        return
    words = below[0].text.split()
    sentence = len(words) >= FEWEST_WORDS and words[-1].rstrip("”’\"'").endswith(".")
    if sentence and below[1].kind is BlockKind.PARAGRAPH:
        below[0].kind, below[0].level = BlockKind.PARAGRAPH, 0
