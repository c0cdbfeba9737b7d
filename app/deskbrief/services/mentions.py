"""Which notes of a document are mentioned in notes of other documents."""

from __future__ import annotations

from collections.abc import Mapping

from deskbrief.document.links import SCHEME, linked_note
from deskbrief.document.note_text import links_in, plain_text
from deskbrief.library.library import Library
from deskbrief.services.curation import shortened
from deskbrief.services.titles import title_of

#: The most characters by which a note is named that links to another, and its document.
LONGEST_MENTION, LONGEST_TITLE = 40, 30

#: By the id of a note that is linked to: the ids of those that link to it, with the words that name them.
Mentions = Mapping[str, Mapping[str, str]]


def mentions_elsewhere(library: Library, document: str) -> Mentions:
    """Return what notes on other documents than `document` (a hash) link to, the titles of these told."""
    found: dict[str, dict[str, str]] = {}
    for note, title, path in library.linking_notes(document):
        named = ""
        for target in linked_in(note.body):
            if not named:
                name = title_of(title, path.rpartition("/")[2], "")
                named = f"{name_of(note.body, note.anchor.exact)} ({shortened(name, LONGEST_TITLE)})"
            found.setdefault(target, {})[note.id] = named
    return found


def linked_in(body: str) -> list[str]:
    """Return the ids of the notes that the words of a note link to."""
    addresses = (address for *_, address in links_in(body) if address.startswith(SCHEME))
    return [target for target in map(linked_note, addresses) if target]


def name_of(body: str, quote: str) -> str:
    """Return the words by which a note is named that links to another: its own, without addresses."""
    words = " ".join(one for one in plain_text(body).split() if not one.startswith(f"{SCHEME}:"))
    return shortened(words or f"“{' '.join(quote.split())}”", LONGEST_MENTION)
