"""Which notes and passages of a document are mentioned in notes, of other documents and of its own."""

from __future__ import annotations

from collections.abc import Mapping

from deskbrief.document.links import SCHEME, linked_note, read_link
from deskbrief.document.note_text import links_in, plain_text
from deskbrief.document.spans import Span
from deskbrief.library.library import Library
from deskbrief.services.curation import shortened
from deskbrief.services.titles import title_of

#: The most characters by which a note is named that links to another, and its document.
LONGEST_MENTION, LONGEST_TITLE = 40, 30

#: What a link leads to: a note by its id, or a passage of the document.
Linked = str | Span
#: By what is linked to: the ids of the notes that link to it, with the words that name them.
Mentions = Mapping[Linked, Mapping[str, str]]


def mentions_elsewhere(library: Library, document: str) -> Mentions:
    """Return what notes on other documents than `document` (a hash) link to, the titles of these told."""
    found: dict[Linked, dict[str, str]] = {}
    for note, title, path in library.linking_notes(document):
        named = ""
        for target in linked_in(note.body, document):
            if not named:
                name = title_of(title, path.rpartition("/")[2], "")
                named = f"{name_of(note.body, note.anchor.exact)} ({shortened(name, LONGEST_TITLE)})"
            found.setdefault(target, {})[note.id] = named
    return found


def linked_in(body: str, document: str) -> list[Linked]:
    """Return what the words of a note link to: notes, and passages of `document` (a hash)."""
    addresses = (address for *_, address in links_in(body) if address.startswith(SCHEME))
    return [target for address in addresses if (target := _target(address, document))]


def _target(address: str, document: str) -> Linked | None:
    note_id = linked_note(address)
    link = None if note_id else read_link(address)
    if link is not None and link.document == document:
        return Span(link.start, link.end)
    return note_id or None


def name_of(body: str, quote: str) -> str:
    """Return the words by which a note is named that links to another: its own, without addresses."""
    words = " ".join(one for one in plain_text(body).split() if not one.startswith(f"{SCHEME}:"))
    return shortened(words or f"“{' '.join(quote.split())}”", LONGEST_MENTION)
