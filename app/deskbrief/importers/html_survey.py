"""A page before anything is chosen: its blocks, what it says about itself, and what the extractors say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskbrief.document.errors import SourceError
from deskbrief.importers.decoding import Decoded, decode
from deskbrief.importers.html_addresses import Addresses
from deskbrief.importers.html_classes import name_by_classes
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_edits import EDITS, cut_edit_links
from deskbrief.importers.html_extract import Extract, Heard, by_readability, by_trafilatura
from deskbrief.importers.html_facts import Facts, read_facts
from deskbrief.importers.html_features import Page, survey_page
from deskbrief.importers.html_frames import Frames, fill_frames
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts, uncover
from deskbrief.importers.html_panels import open_panels
from deskbrief.importers.html_pictures import Carried, Shown
from deskbrief.importers.html_roles import name_by_roles
from deskbrief.importers.html_streamed import place_streamed
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_unread import Unread
from deskbrief.importers.html_walk import walk
from deskbrief.importers.source import Source

#: A page that shows less text than this, and hides so many times as much, was saved before its scripts
#: showed it, or below a box that covered it.
LITTLE, TIMES = 300, 4
#: Pages with more characters or more blocks than this are shown whole: the extractors would take minutes.
LARGEST, MOST_BLOCKS = 3_000_000, 20_000


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A page, its facts and its blocks; `judged` tells whether the extractors were heard.

    `last` are the pictures after the last block, `hidden` what the page holds and does not show, `unread` the
    words on it that are no text, `frames` what came of the pages inside it, `edits` its links for editing.
    `opened` tells that the page hides nearly all of its text, which is among the blocks then.
    """

    decoded: Decoded
    facts: Facts
    extract: Extract
    page: Page
    judged: bool
    carried: Carried
    last: tuple[Shown, ...]
    hidden: tuple[str, ...]
    frames: Frames
    unread: Unread
    edits: tuple[str, ...] = ()
    opened: bool = False


def survey_source(source: Source) -> Surveyed:
    """Return what the page in `source` holds; raises `SourceError` when it shows nothing without scripts.

    Parts that it does not show are among its blocks when the reader takes them in.
    """
    hidden = HIDDEN in source.take_in
    decoded = decode(source.data, declared=True)
    carried = Carried(decoded.text)
    root = parse_page(carried.text)
    place_streamed(root, carried.text)
    edits = () if EDITS in source.take_in else tuple(cut_edit_links(root))
    facts = read_facts(root)
    frames = fill_frames(root, carried, source.parts, source.address or facts.url)
    written = "\n".join((carried.text, *frames.written))
    small = written.lower()
    # While somebody holds an element, lxml need not make its Python object anew each time it is passed.
    held = list(root.iter())
    open_panels(root, small)
    name_by_roles(root, small)
    name_by_classes(root, small)
    unread = Unread()
    unread.look(root, hidden=hidden)
    addresses = Addresses(facts.url)
    last: list[Shown] = []
    drafts = list(walk(root, addresses, last=last, hidden=hidden))
    unseen = () if hidden else tuple(hidden_parts(root, written, drafts))
    opened = _hides(unseen, drafts) and uncover(root)
    if opened:
        last = []
        drafts = list(walk(root, addresses, last=last))
        unseen = tuple(hidden_parts(root, written, drafts))
    drafts = drafts or list(walk(root, addresses, hidden=True))
    if not drafts and next(root.iter("script"), None) is not None:
        raise SourceError(
            f"{source.name} shows its text only with scripts, which Deskbrief does not run.",
            "Open the page in a browser, copy its text into a file and open that.",
        )
    if not drafts and frames.absent:
        raise SourceError(
            f"{source.name} shows its text in frames whose pages are not in the file.",
            "Open the page in a browser and save it as a web archive.",
        )
    del held
    judged = 0 < len(drafts) <= MOST_BLOCKS and len(carried.text) <= LARGEST
    extract = by_trafilatura(root) if judged else Extract()
    second = by_readability(root) if judged else Heard()
    title = extract.title or facts.meta("og:title") or facts.title
    page = survey_page(drafts, extract.heard, second, title)
    return Surveyed(
        decoded, facts, extract, page, judged, carried, tuple(last), unseen, frames, unread, edits, opened
    )


def _hides(unseen: Sequence[str], drafts: Sequence[Draft]) -> bool:
    """Tell whether nearly all of the text of a page is in the parts that it does not show."""
    shown = sum(len(draft.text) for draft in drafts)
    return shown < LITTLE and sum(map(len, unseen)) > max(TIMES * shown, LITTLE)
