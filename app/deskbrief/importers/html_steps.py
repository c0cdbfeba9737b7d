"""Long web pages: their beginning can be read before it is known what on them is the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskbrief.document.model import Document, Metadata
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import fit_text
from deskbrief.importers.decoding import decode
from deskbrief.importers.draft import add_drafts, is_heading
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_page import read_html
from deskbrief.importers.html_pictures import Carried
from deskbrief.importers.html_regions import FURNITURE, Regions
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.source import Preview, Source

#: Pages of fewer bytes are read at once. Of longer ones this much of the head and of the body is looked at.
LONG, HEAD, BODY = 300_000, 20_000, 120_000
#: The most blocks of a preview, and the fewest characters that are worth one.
MOST_BLOCKS, FEWEST = 60, 1_000


def html_steps(source: Source) -> Iterator[Preview | Document]:
    """Yield the beginning of a long page, from its main heading on, and then the article on the page."""
    beginning = _beginning(source) if len(source.data) > LONG else None
    if beginning is not None:
        yield Preview(beginning)
    yield read_html(source)


def _beginning(source: Source) -> Document | None:
    drafts = _drafts(_cut(source.data))
    title = next((draft for draft in drafts if is_heading(draft) and draft.level == 1), None)
    chosen = drafts[drafts.index(title) if title else 0 :][:MOST_BLOCKS]
    if sum(len(draft.text) for draft in chosen) < FEWEST:
        return None
    builder = Builder()
    add_drafts(builder, chosen, title)
    name = fit_text(title.text if title else "")
    return builder.finish(source.sha256, Metadata(title=name, format="html"))


def _drafts(data: bytes) -> Sequence[Draft]:
    """Return the blocks that stand in no menu, all but the last, which may be cut off."""
    regions = Regions()
    root = parse_page(Carried(decode(data, declared=True).text).text)
    found = [draft for draft in walk(root) if regions.reason(draft.whole) not in FURNITURE]
    return found[:-1]


def _cut(data: bytes) -> bytes:
    """Return the beginnings of the head and of the body of a page, up to the end of a tag."""
    start = max(data.find(b"<body"), 0)
    head = data[: min(HEAD, start)]
    # What is cut off in the middle of a style or script would take the body with it.
    open_ended = [at for at in (head.find(b"<style"), head.find(b"<script")) if at >= 0]
    body = data[start : start + BODY]
    return head[: min(open_ended, default=len(head))] + body[: body.rfind(b">") + 1 or BODY]
