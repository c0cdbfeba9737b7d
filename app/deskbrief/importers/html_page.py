"""Web pages: the article on the page with its structure, and what the page says about itself."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from deskbrief.document.model import Document
from deskbrief.importers.builder import RUNNING_HEADS, Builder
from deskbrief.importers.clean import fit_text
from deskbrief.importers.draft import BlockDraft, add_drafts
from deskbrief.importers.gutenberg import LICENCE, own_drafts
from deskbrief.importers.html_content import text_blocks
from deskbrief.importers.html_draft import Draft, leading_away, with_figures
from deskbrief.importers.html_edits import EDITS
from deskbrief.importers.html_hidden import HIDDEN, is_under_hidden
from deskbrief.importers.html_looks import head_by_looks
from deskbrief.importers.html_metadata import metadata_of
from deskbrief.importers.html_pages import part_pages
from deskbrief.importers.html_pictures import finder_for
from deskbrief.importers.html_preformatted import is_plain_text, plain_text_of
from deskbrief.importers.html_quotes import PULLED, repeated_pulls, settle_quotes
from deskbrief.importers.html_regions import FURNITURE, Regions, is_answer, is_set_apart
from deskbrief.importers.html_saved import saved_address
from deskbrief.importers.html_survey import Surveyed, survey_source
from deskbrief.importers.html_teasers import settle_opening, teasers
from deskbrief.importers.html_title import title_block, title_of
from deskbrief.importers.plain import add_plain
from deskbrief.importers.source import Source

#: A page with more blocks than this and no article gets a remark.
MANY = 12
#: The share of an article that is left without what its names set apart.
MOSTLY = 0.5
#: The share of a text, and the fewest letters, that make an article without what its readers answered.
ENOUGH, FEWEST = 0.15, 500
#: Of a text with less than this share of answers they are no more than its last words, and stay.
FEW = 0.15
#: Pages with no other parts than these, and no larger share of links, are a text and nothing else.
HEADER, OUTSIDE = "page header", "outside the article"
BARE, FEW_LINKED = frozenset({OUTSIDE, "byline and date", "picture captions", HEADER}), 0.05
#: The name of a `meta` element that says: all of this was chosen by the reader.
CLIPPING = "deskbrief-clipping"


def read_html(source: Source) -> Document:
    """Return the article on a page, or the whole page when it holds none.

    Nothing that the page names is fetched, and no code in it is run. What is not part of the article
    is listed in the coverage with the reason. Raises `SourceError` when the page shows no text at all.
    """
    surveyed = survey_source(source)
    drafts = surveyed.page.drafts
    builder = Builder()
    builder.note_decoding(surveyed.decoded)
    if is_plain_text(drafts):
        return _set_in_lines(builder, source, surveyed)
    regions = Regions()
    kept = _kept(builder, surveyed, regions)
    title = title_block(drafts, kept, surveyed.facts)
    taken = _taken_in(builder, surveyed, regions, kept, source.take_in)
    shown = sorted({*kept, *taken, title} - {-1})
    pulled = frozenset() if PULLED in source.take_in else repeated_pulls(drafts, shown)
    shown = [index for index in shown if index not in pulled]
    # The title can be the running head, too.
    printed = {shown[at] for at in part_pages([drafts[index] for index in shown])} - {title}
    shown = [index for index in shown if index not in printed]
    settle_quotes([drafts[index] for index in shown if index != title])
    head_by_looks([drafts[index] for index in shown if index != title])
    settle_opening(drafts, shown, title)
    finder = finder_for(source.gallery, surveyed.carried, source.parts, source.address or surveyed.facts.url)
    _hand_on_pictures(drafts, shown, regions)
    last = surveyed.last if len(drafts) - 1 in shown else ()
    chosen = list(with_figures((drafts[index] for index in shown), finder, last))
    _add_chosen(builder, chosen, drafts[title] if title >= 0 else None)
    heads = [drafts[index].text for index in sorted(printed)]
    builder.leave_out(RUNNING_HEADS, " · ".join(dict.fromkeys(heads)), sum(map(len, heads)))
    held = {*shown, *pulled, *printed}
    words = "\n".join(drafts[index].text for index in sorted(pulled))
    builder.leave_out(PULLED, words, optional=True)
    _tell(builder, surveyed)
    _note_left_out(builder, [draft for index, draft in enumerate(drafts) if index not in held], regions)
    builder.remark(*finder.remarks())
    name = fit_text(title_of(drafts, title, surveyed.facts, surveyed.extract.title))
    metadata = metadata_of(surveyed.facts, surveyed.extract, name, drafts, title, shown)
    url = metadata.url or saved_address(surveyed.decoded.text)
    return builder.finish(source.sha256, replace(metadata, url=url))


def _add_chosen(builder: Builder, chosen: Sequence[BlockDraft], title: BlockDraft | None) -> None:
    """Add the blocks of the text to `builder`, of a book of Project Gutenberg those of the book alone."""
    book, licence = own_drafts(chosen)
    builder.leave_out(LICENCE, licence)
    add_drafts(builder, book, title if any(draft is title for draft in book) else None)


def _tell(builder: Builder, surveyed: Surveyed) -> None:
    """Say what the page holds that is none of its blocks."""
    builder.leave_out(EDITS, " ".join(surveyed.edits), sum(map(len, surveyed.edits)), optional=True)
    builder.leave_out(HIDDEN, "\n".join(surveyed.hidden), sum(map(len, surveyed.hidden)), optional=True)
    if surveyed.opened:
        builder.remark("The text of this page was hidden when it was saved. It is shown here.")
    surveyed.unread.tell(builder)
    surveyed.frames.tell(builder)


def _set_in_lines(builder: Builder, source: Source, surveyed: Surveyed) -> Document:
    """Return the document of a page that is a plain text; what little stands around that is left out."""
    drafts = surveyed.page.drafts
    around = [draft for draft in drafts if draft.whole.tag != "pre"]
    reasons = [HIDDEN if is_under_hidden(draft.whole) else OUTSIDE for draft in around]
    told = list(zip(around, reasons, strict=True))
    taken = [draft for draft, reason in told if reason in source.take_in]
    builder.take_in(*sorted(source.take_in.intersection((*reasons, HIDDEN, EDITS))))
    said = add_plain(builder, plain_text_of(drafts, taken))
    rest = [draft.text for draft, reason in told if reason not in source.take_in]
    builder.leave_out(OUTSIDE, "\n".join(rest), sum(map(len, rest)), optional=True)
    _tell(builder, surveyed)
    name = fit_text(title_of((), -1, surveyed.facts, surveyed.extract.title))
    page = metadata_of(surveyed.facts, surveyed.extract, said.title or name, surveyed.page.drafts, -1, ())
    metadata = replace(
        page,
        byline=said.byline or page.byline,
        published=said.published or page.published,
        language=said.language or page.language,
    )
    return builder.finish(source.sha256, metadata)


def _kept(builder: Builder, surveyed: Surveyed, regions: Regions) -> list[int]:
    """Return the positions of the blocks of the article, or of all that is no furniture of the page."""
    page = surveyed.page
    if surveyed.facts.meta(CLIPPING):
        return list(range(len(page.drafts)))
    found = sorted(text_blocks(page, regions)) if surveyed.judged else []
    whole = _nothing_else(page.drafts, found, regions) if found else []
    if whole:
        return whole
    if found:
        kept = _without_apart(page.drafts, found)
        leading = teasers(page.drafts, kept)
        return [index for index in kept if index not in leading]
    if len(page.drafts) > MANY:
        builder.remark("No article was found on this page, so the whole page is shown.")
    everything = range(len(page.drafts))
    kept = [index for index in everything if regions.reason(page.drafts[index].whole) not in FURNITURE]
    return kept or list(everything)


def _nothing_else(drafts: Sequence[Draft], found: Sequence[int], regions: Regions) -> list[int]:
    """Return the blocks of a page that is a text and nothing else; none for other pages.

    Laws, reports and records are published so, and extractors lose their short articles and points. `found`
    is what they took for the text.
    """
    reasons = [regions.reason(draft.whole) for draft in drafts]
    if not set(reasons) <= BARE:
        return []
    held, times = set(found), Counter(draft.whole for draft in drafts)
    # What several blocks stand in is not looked through for each of them.
    away = [leading_away(draft) if times[draft.whole] == 1 else draft.linked for draft in drafts]
    if sum(away) > FEW_LINKED * _size(drafts, range(len(drafts))):
        return []
    headers = [next(draft.whole.iterancestors("header"), None) for draft in drafts]
    running = {header for header in set(headers) - {None} if not _is_headed(header)}
    return [
        index
        for index, draft in enumerate(drafts)
        if headers[index] not in running
        and (index in held or (reasons[index] != HEADER and away[index] <= MOSTLY * len(draft.text)))
    ]


def _is_headed(header: HtmlElement) -> bool:
    """Tell whether a header holds a heading; one without is such as the head of a printed page."""
    return next(header.iter("h1", "h2", "h3"), None) is not None


def _without_apart(drafts: Sequence[Draft], found: list[int]) -> list[int]:
    """Return the blocks of an article without cookie bars inside it, unless they are most of its text.

    Readers' answers are left out too, unless they are few or the page is a conversation.
    """
    kept = [index for index in found if not is_set_apart(drafts[index].whole)]
    kept = kept if _size(drafts, kept) > MOSTLY * _size(drafts, found) else found
    told = [index for index in kept if not is_answer(drafts[index].whole)]
    if len(told) == len(kept):
        return kept
    rest = _size(drafts, told)
    # Those count that are left out already: else a few of many would stay.
    answers = sum(len(draft.text) for draft in drafts if is_answer(draft.whole))
    enough = rest > max(ENOUGH * _size(drafts, kept), FEWEST)
    return told if enough and rest < (1 - FEW) * (rest + answers) else kept


def _size(drafts: Sequence[Draft], these: Iterable[int]) -> int:
    return sum(len(drafts[index].text) for index in these)


def _taken_in(
    builder: Builder, surveyed: Surveyed, regions: Regions, kept: Sequence[int], reasons: frozenset[str]
) -> list[int]:
    """Return the positions of the blocks outside the article that the reader wants all the same."""
    if not reasons:
        return []
    builder.take_in(*sorted(reasons & {HIDDEN, EDITS, PULLED}))
    held = set(kept)
    found = {
        index: reason
        for index, draft in enumerate(surveyed.page.drafts)
        if index not in held and (reason := _reason(draft, regions)) in reasons
    }
    builder.take_in(*sorted(set(found.values())))
    return list(found)


def _reason(draft: Draft, regions: Regions) -> str:
    """Return why a block is not part of the article; what the page does not show has that reason alone."""
    return HIDDEN if is_under_hidden(draft.whole) else regions.reason(draft.whole)


def _hand_on_pictures(drafts: Sequence[Draft], shown: Sequence[int], regions: Regions) -> None:
    """Give pictures inside the article to the next block that is shown, when their own one is not."""
    for before, after in itertools.pairwise(shown):
        between = [picture for draft in drafts[before + 1 : after] for picture in draft.pictures]
        inside = (picture for picture in between if regions.reason(picture.element) not in FURNITURE)
        drafts[after].pictures = (*inside, *drafts[after].pictures)


def _note_left_out(builder: Builder, drafts: Iterable[Draft], regions: Regions) -> None:
    groups: dict[str, list[str]] = {}
    for draft in drafts:
        groups.setdefault(regions.reason(draft.whole), []).append(draft.text)
    for reason, texts in sorted(groups.items()):
        builder.leave_out(reason, "\n".join(texts), sum(len(text) for text in texts), optional=True)
