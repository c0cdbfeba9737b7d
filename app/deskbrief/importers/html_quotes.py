"""What looks like a quotation or heading of a page and is none: indented or pulled out of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

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
#: The most block quotations around one another that are looked at for what only indents the text.
MOST_INDENTS = 4
#: The most letters of a line that says whose words are quoted.
LONGEST_SOURCE = 120
#: The most elements naming sources that are looked at in one block.
MOST_CITES = 5
#: How many elements above a block may call it a pulled-out quotation.
REACH = 3

_PULLED = re.compile(r"pull[-_]{0,2}quote|quote[-_]{0,2}pull", re.IGNORECASE)
_ENDS = '.!?…”"’»'
#: What a line that says whose words are quoted opens with, and what it does not end with.
_DASHES = frozenset("—–―")
_STOPS = frozenset("!?…”»")
_SOURCES = frozenset({"footer", "cite", "figcaption"})


#: Why sentences of the text that stand on the page a second time are left out.
PULLED = "pull quotes that repeat the text"
#: A repeated sentence has at least so many letters.
FEWEST = 25
#: The most blocks that are looked for in the text.
MOST_PULLED = 100


def repeated_pulls(drafts: Sequence[Draft], shown: Sequence[int]) -> frozenset[int]:
    """Return which of the blocks `shown` only repeat, pulled out of the text, what a paragraph of it says.

    That is told from the class of what holds them. The line that says whose words they are goes with them.
    """
    called = [index for index in shown if _is_called(drafts[index].whole)][:MOST_PULLED]
    if not called:
        return frozenset()
    pulled = set(called)
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    rest = (drafts[at].text for at in shown if at not in pulled and drafts[at].kind in kinds)
    text = "\n".join(map(key_of, rest))
    found = {at for at in called if len(key := key_of(drafts[at].text)) >= FEWEST and key in text}
    whose = {at for at in called if at - 1 in found and len(drafts[at].text) <= LONGEST_SOURCE}
    return frozenset(found | {at for at in whose if _holder(drafts[at]) is _holder(drafts[at - 1])})


def _holder(draft: Draft) -> HtmlElement | None:
    """Return what calls `draft` a pulled-out quotation."""
    near = (draft.whole, *islice(draft.whole.iterancestors(), REACH - 1))
    called = [one for one in near if _PULLED.search(one.get("class", "")[:200])]
    return called[-1] if called else None


def settle_quotes(drafts: Sequence[Draft]) -> None:
    """Tell quotations from what only looks like one: indented text, headings pulled out of an article.

    The line that says who is quoted stays with the quotation, and is none of the words.
    """
    _pass_indents_over(drafts)
    _join_sources(drafts)
    # A sentence that is pulled out is the article's own: it heads nothing, and nobody else is quoted.
    pulled = [draft for draft in drafts if draft.kind is BlockKind.HEADING and _is_called(draft.whole)]
    for draft in (*pulled, *_repeated(drafts), *_attributions(drafts)):
        draft.kind, draft.level = BlockKind.PARAGRAPH, 0


def _pass_indents_over(drafts: Sequence[Draft]) -> None:
    """Take the blocks out of each block quotation that holds most of the text: it is how that is laid out."""
    size = sum(len(draft.text) for draft in drafts)
    for _ in range(MOST_INDENTS):
        sizes: Counter[object] = Counter()
        for draft in drafts:
            sizes[draft.quotation] += len(draft.text)
        inside = [draft for draft in drafts if draft.quotation is not None]
        indented = [draft for draft in inside if sizes[draft.quotation] > MOST * size]
        for draft in indented:
            draft.quotation = _next_in(draft)
            if draft.kind is BlockKind.QUOTE and draft.quotation is None:
                draft.kind = BlockKind.PARAGRAPH
        if not indented:
            return


def _next_in(draft: Draft) -> HtmlElement | None:
    """Return the block quotation around `draft` that is the next inside its own one."""
    inner = None
    for element in (draft.whole, *draft.whole.iterancestors("blockquote")):
        if element is draft.quotation:
            return inner
        inner = element if element.tag == "blockquote" else inner
    return None


def _attributions(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the blocks that end a quotation and say whose words it holds."""
    for before, draft, after in zip(drafts, drafts[1:], (*drafts[2:], None), strict=False):
        around = draft.quotation
        ends = around is not None and around is before.quotation
        ends = ends and (after is None or after.quotation is not around)
        if ends and draft.kind is BlockKind.QUOTE and _says_whose(draft, before):
            yield draft


def _says_whose(draft: Draft, before: Draft) -> bool:
    """Tell whether `draft` is set apart as a source, or opens with a dash as `before` it does not."""
    near = (draft.whole, *islice(draft.whole.iterancestors(), 1))
    if any(element.tag in _SOURCES for element in near) or _is_cited(draft):
        return True
    dashed = draft.text[:1] in _DASHES or draft.text.startswith("--")
    spoken = before.text[:1] in _DASHES
    return dashed and not spoken and len(draft.text) <= LONGEST_SOURCE and draft.text[-1:] not in _STOPS


def _is_cited(draft: Draft) -> bool:
    """Tell whether all of `draft` stands in elements that name sources."""
    cites = islice(draft.whole.iter("cite"), MOST_CITES)
    return any(" ".join(cite.text_content().split()) == draft.text for cite in cites)


def _is_called(element: HtmlElement) -> bool:
    """Tell whether the class of `element`, or of one right above it, calls it a pulled-out quotation."""
    near = (element, *islice(element.iterancestors(), REACH - 1))
    return any(_PULLED.search(one.get("class", "")[:200]) for one in near)


def _join_sources(drafts: Sequence[Draft]) -> None:
    """Let the words below a figure that is nothing but a quotation say whose it is."""
    for before, draft in pairwise(drafts):
        figure, quotation = draft.whole.getparent(), before.quotation
        if draft.whole.tag != "figcaption" or figure is None or not isinstance(quotation, HtmlElement):
            continue
        if figure in quotation.iterancestors() and not _is_pictured(figure):
            draft.kind, draft.quotation = BlockKind.PARAGRAPH, quotation


def _is_pictured(figure: HtmlElement) -> bool:
    return next(figure.iter("img", "picture", "video", "iframe", "table"), None) is not None


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
        # A line that is the heading and no more is an entry of the contents.
        entries = {key for _, key in headings}
        keys = (key_of(draft.text) for draft in drafts if draft.kind is BlockKind.PARAGRAPH)
        text = "\n".join(key for key in keys if key not in entries)
        yield from (draft for draft, key in headings[:MOST_HEADINGS] if key in text)
