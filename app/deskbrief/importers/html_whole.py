"""What belongs to the text of a page: headings and titles above what is text, and the rest of its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_extract import key_of
from deskbrief.importers.html_notes import noted_in
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.plain_words import CAPTION

#: A list of which this share is text is text as a whole.
ENOUGH = 0.5
#: A block with this share of links is none of the text for what stands around it.
LINKED = 0.5
#: How many elements around a table may hold its section.
NEAR = 3
#: What stands on a page more often than this is no text, but a label.
MOST_TIMES = 2
#: A class names what is right inside it; farther up it tells how the page is laid out.
CLOSE = 2

#: A paragraph of so many letters is prose, one of so many between others of the text a sentence of it, and
#: an element with so much of the text holds the article.
PROSE, SENTENCE, MAINLY = 120, 40, 0.6

#: Paragraphs with a larger share of links are only kept between others: they may lead elsewhere.
FEW_LINKED = 0.1

#: How a block looks in the page: the tag of its element, the class, and whether it has a name of its own.
Looks = tuple[str, str, bool]
_BARE: Looks = ("p", "", False)
_BARE_QUOTE: Looks = ("blockquote", "", False)

_ENDS = '.!?…”"’»'
_LISTS = frozenset({"ul", "ol", "dl", "blockquote"})
_QUOTED = frozenset({"blockquote", "figure"})
#: The most letters of a line that says whose words are quoted, and what it opens with.
LONGEST_SOURCE, _DASHES = 120, frozenset("—–―")
#: Where a list of contents repeats the headings, rather than opening the text.
_BESIDE = frozenset({"aside", "tag:aside", "tag:nav", "role:navigation"})
_ELSEWHERE = frozenset(
    [
        "advert",
        "comments",
        "consent",
        "navigation",
        "popup",
        "related",
        "sharing",
        "sign-up",
        "tag:aside",
        "tag:footer",
        "tag:nav",
    ]
)


def made_whole(drafts: Sequence[Draft], found: frozenset[int], regions: Regions) -> frozenset[int]:
    """Return `found`, the positions of blocks that are text, with those that belong to them.

    Extractors lose headings that are wrapped in elements of their own, and short items among long ones.
    """
    found -= set(_contents(drafts, regions))
    fits = _fitting(drafts, regions)
    found |= set(_holes(drafts, found, fits))
    more = {*found, *_rest_of_lists(drafts, found, fits)}
    if more:
        more |= {at for at in range(min(more), len(drafts)) if _is_note(drafts[at]) and fits(at)}
        more |= set(_tables(drafts, more, fits))
        more |= set(_headings(drafts, more, fits))
        more |= noted_in(drafts, more)
    return frozenset(more)


def _contents(drafts: Sequence[Draft], regions: Regions) -> Iterator[int]:
    """Yield the blocks of side bars that are links to headings of the same page, and the titles above."""
    headings = {_bare(draft.text) for draft in drafts if draft.kind is BlockKind.HEADING}
    below = False
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        entry = (
            draft.kind is not BlockKind.HEADING and _bare(draft.text) in headings and _leads_on(draft.whole)
        )
        aside = (entry or below) and bool({name for name, _ in regions.names(draft.whole)} & _BESIDE)
        below = aside and entry
        if aside:
            yield index


def _bare(text: str) -> str:
    """Return the key of a heading without its number."""
    return key_of(text.lstrip("0123456789. "))


def _leads_on(element: HtmlElement) -> bool:
    """Tell whether `element` is, or begins with, a link to a place on the same page."""
    link = element if element.tag == "a" else next(element.iter("a"), None)
    return link is not None and link.get("href", "").strip().startswith("#")


def _is_note(draft: Draft) -> bool:
    return draft.kind is BlockKind.FOOTNOTE


def _fitting(drafts: Sequence[Draft], regions: Regions) -> Callable[[int], bool]:
    """Return what tells whether the block at a position may be text for what stands around it."""
    times = Counter(draft.text for draft in drafts)

    def fits(index: int) -> bool:
        draft = drafts[index]
        if draft.linked > LINKED * len(draft.text) or times[draft.text] > MOST_TIMES:
            return False
        named = regions.names(draft.whole)
        return not {name for name, up in named if up <= CLOSE or name.startswith("tag:")} & _ELSEWHERE

    return fits


def _headings(drafts: Sequence[Draft], found: set[int], fits: Callable[[int], bool]) -> Iterator[int]:
    """Yield the headings right above a block of the text, from the second block of it on."""
    first, below = min(found), False
    for index in range(len(drafts) - 1, first, -1):
        if index in found:
            below = True
        elif below and drafts[index].kind is BlockKind.HEADING and fits(index):
            yield index
        else:
            below = False


def _tables(drafts: Sequence[Draft], found: set[int], fits: Callable[[int], bool]) -> Iterator[int]:
    """Yield the tables of data, and the lines that are their titles, right below blocks of the text."""
    for index in range(min(found), len(drafts)):
        if drafts[index].kind is not BlockKind.TABLE or not fits(index):
            continue
        if index in found:
            yield from (at for at in (index - 1,) if CAPTION.match(drafts[at].text[:60]) and fits(at))
            continue
        start = max(index - 2, 0)
        above = [at for at in range(start, index) if at in found]
        if above and set(drafts[above[-1]].whole.iterancestors()) & _around(drafts[index].whole):
            yield from (at for at in range(above[-1] + 1, index + 1) if fits(at))


def _around(element: HtmlElement) -> set[HtmlElement]:
    """Return the elements right around `element`, as far as they hold one section."""
    return set(islice(element.iterancestors("div", "section", "article", "main", "td", "dd", "li"), NEAR))


def _holes(drafts: Sequence[Draft], found: frozenset[int], fits: Callable[[int], bool]) -> Iterator[int]:
    """Yield the paragraphs that stand like others in one element with most of the text, and were passed over.

    An advertisement in the middle of an article, or a class on half of its paragraphs, misleads extractors.
    """
    around, like = _element_of(drafts, found)
    if around is None:
        return
    for index, draft in enumerate(drafts):
        if index in found or draft.whole.getparent() is not around:
            continue
        between = index - 1 in found and index + 1 in found
        if draft.kind not in {BlockKind.PARAGRAPH, BlockKind.QUOTE} or not fits(index):
            continue
        if between and _leads_in(draft, drafts[index + 1]):
            yield index
            continue
        least = SENTENCE if between else PROSE
        if len(draft.text) < least or draft.text[-1:] not in _ENDS:
            continue
        if draft.kind is BlockKind.QUOTE:
            alike = between and _looks(draft) == _BARE_QUOTE and not _is_repeated(draft, drafts, found)
        else:
            alike = _looks(draft) in like and (between or draft.linked <= FEW_LINKED * len(draft.text))
        if alike:
            yield index


def _element_of(
    drafts: Sequence[Draft], found: frozenset[int]
) -> tuple[HtmlElement | None, frozenset[Looks]]:
    """Return the element that holds most of the text right in it, and how its paragraphs can look."""
    sizes: Counter[HtmlElement | None] = Counter()
    looks: Counter[tuple[HtmlElement | None, Looks]] = Counter()
    for index in found:
        draft = drafts[index]
        if draft.kind is BlockKind.PARAGRAPH:
            sizes[draft.whole.getparent()] += len(draft.text)
            looks[draft.whole.getparent(), _looks(draft)] += 1
    if not sizes:
        return None, frozenset()
    around, size = sizes.most_common(1)[0]
    if around is None or size < MAINLY * sum(sizes.values()):
        return None, frozenset()
    own = {look: count for (element, look), count in looks.items() if element is around}
    usual = (look for look, count in own.items() if count >= ENOUGH * sum(own.values()))
    return around, frozenset({_BARE, *usual})


def _is_repeated(draft: Draft, drafts: Sequence[Draft], found: frozenset[int]) -> bool:
    """Tell whether a quotation only repeats what the text says, to adorn the page."""
    words = draft.text.strip("“”\"'‘’… .")
    return any(words in drafts[at].text for at in found)


def _looks(draft: Draft) -> Looks:
    """Return the tag and the class of a block's element, and whether it has a name of its own."""
    return str(draft.whole.tag), draft.whole.get("class") or "", bool(draft.whole.get("id"))


def _leads_in(draft: Draft, after: Draft) -> bool:
    """Tell whether a paragraph introduces what stands after it; behind its colon a mark can stand."""
    said = draft.whole.tag == "p" and draft.text.rstrip("0123456789[]() ")
    return bool(said) and said[-1] == ":" and after.kind in {BlockKind.QUOTE, BlockKind.LIST_ITEM}


def _rest_of_lists(
    drafts: Sequence[Draft], found: frozenset[int], fits: Callable[[int], bool]
) -> Iterator[int]:
    """Yield the blocks of lists of which most is text."""
    around = [_outermost(draft.whole) for draft in drafts]
    whole: Counter[HtmlElement | None] = Counter()
    kept: Counter[HtmlElement | None] = Counter()
    for index, (draft, element) in enumerate(zip(drafts, around, strict=True)):
        whole[element] += len(draft.text)
        kept[element] += len(draft.text) if index in found else 0
    for index, element in enumerate(around):
        if element is None or index in found or not kept[element]:
            continue
        quoted = element.tag in _QUOTED
        enough = quoted or kept[element] >= ENOUGH * whole[element]
        if enough and (fits(index) or (quoted and _says_whose(drafts[index]))):
            yield index


def _says_whose(draft: Draft) -> bool:
    """Tell whether a block in a quotation, be it all links, can be what says whose words it holds."""
    return len(draft.text) <= LONGEST_SOURCE and draft.text[:1] in _DASHES


def _outermost(element: HtmlElement) -> HtmlElement | None:
    """Return the outermost list or quotation around `element`; a figure that holds a quotation is one."""
    around = element if element.tag in _LISTS else None
    for parent in element.iterancestors(*_LISTS, "figure"):
        if parent.tag != "figure" or next(parent.iter("blockquote"), None) is not None:
            around = parent
    return around
