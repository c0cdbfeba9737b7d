"""What looks like a quotation or heading of a page and is none: indented text, sentences pulled out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of

#: A block quotation with more than this share of the text is how the page is laid out.
MOST = 0.9
#: A heading with this many letters that ends as a sentence may repeat one of the text.
LONG = 30
#: The most headings that are compared with the text.
MOST_HEADINGS = 200
#: How many elements above a block may call it a pulled-out quotation.
REACH = 3

_PULLED = re.compile(r"pull[-_]{0,2}quote|quote[-_]{0,2}pull", re.IGNORECASE)
_ENDS = '.!?…”"’»'


def settle_quotes(drafts: Sequence[Draft]) -> None:
    """Make paragraphs of what is only indented in an article, and of headings that are pulled out of it."""
    # A sentence that is pulled out is the article's own: it heads nothing, and nobody else is quoted.
    pulled = [draft for draft in drafts if draft.kind is BlockKind.HEADING and _is_called(draft.whole)]
    for draft in (*_indented(drafts), *pulled, *_repeated(drafts)):
        draft.kind, draft.level = BlockKind.PARAGRAPH, 0


def _indented(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the blocks in a block quotation that holds most of the text."""
    quotes = [(draft, _outermost(draft.whole)) for draft in drafts if draft.kind is BlockKind.QUOTE]
    sizes: Counter[HtmlElement | None] = Counter()
    for draft, around in quotes:
        sizes[around] += len(draft.text)
    size = sum(len(draft.text) for draft in drafts)
    yield from (draft for draft, around in quotes if sizes[around] > MOST * size)


def _outermost(element: HtmlElement) -> HtmlElement | None:
    around = element if element.tag == "blockquote" else None
    for parent in element.iterancestors("blockquote"):
        around = parent
    return around


def _is_called(element: HtmlElement) -> bool:
    """Tell whether the class of `element`, or of one right above it, calls it a pulled-out quotation."""
    near = (element, *islice(element.iterancestors(), REACH - 1))
    return any(_PULLED.search(one.get("class", "")[:200]) for one in near)


def _repeated(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the headings that are sentences of a paragraph: quotations pulled out of the text."""
    headings = [
        (draft, key)
        for draft in drafts
        if draft.kind is BlockKind.HEADING
        and draft.text[-1:] in _ENDS
        and len(key := key_of(draft.text)) > LONG
    ]
    if headings:
        text = "\n".join(key_of(draft.text) for draft in drafts if draft.kind is BlockKind.PARAGRAPH)
        yield from (draft for draft, key in headings[:MOST_HEADINGS] if key in text)
