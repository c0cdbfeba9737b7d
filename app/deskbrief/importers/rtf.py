"""Rich Text Format: the text with its structure, read by a reader of its own in one pass."""

from __future__ import annotations

from deskbrief.document.model import DateEvidence, Document, Metadata
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import fit_text
from deskbrief.importers.dates import date_line
from deskbrief.importers.draft import BlockDraft, add_drafts
from deskbrief.importers.html_draft import with_figures
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts
from deskbrief.importers.html_pictures import Carried, Shown, finder_for
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from deskbrief.importers.language import guess_language
from deskbrief.importers.office_draft import titled
from deskbrief.importers.office_headings import mark_captions, mark_headings, mend_levels
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.rtf_finds import Finds
from deskbrief.importers.rtf_flow import Flow
from deskbrief.importers.rtf_html import enclosed_page, encloses_page
from deskbrief.importers.rtf_reader import Reader
from deskbrief.importers.source import Source

#: How many blocks are read to guess the language.
LOOK = 60

_CUT_OFF = "The file ends in the middle, so what follows is missing."


def read_rtf(source: Source) -> Document:
    """Return the document in an RTF file.

    Tracked changes are read as accepted. Comments, deleted and hidden text, headers and footers stay
    out and are counted. Nothing that the file names is fetched. A page that a mail program enclosed is read
    as a page.
    """
    if encloses_page(source.data) and (page := enclosed_page(source.data)).strip():
        return _read_page(source, page)
    finds = Finds(gallery=source.gallery)
    drafts: list[BlockDraft] = []
    whole = Reader(finds, Flow(finds, drafts.extend)).read(source.data)
    mark_captions(drafts)
    mark_headings(drafts)
    mend_levels(drafts)
    title = titled(drafts, finds.info.title)
    builder = Builder(placed=False)
    add_drafts(builder, [*drafts, *(draft for note in finds.notes for draft in note)], title)
    builder.lose(*([] if whole else [_CUT_OFF]))
    finds.tell(builder)
    text = " ".join(draft.line for draft in drafts[:LOOK])
    return builder.finish(
        source.sha256, _metadata(finds, title, text, date_line(draft.line for draft in drafts))
    )


def _read_page(source: Source, page: str) -> Document:
    """Return the document in the page that a mail program enclosed in an RTF file."""
    builder, root, last = Builder(placed=False), parse_page(page), list[Shown]()
    drafts = list(walk(root, last=last))
    finder = finder_for(source.gallery, Carried(page), {}, "")
    add_drafts(builder, list(with_figures(drafts, finder, last)))
    hidden = list(hidden_parts(root, page, drafts))
    builder.leave_out(HIDDEN, "\n".join(hidden), sum(map(len, hidden)))
    builder.remark(*([pictures_remark(finder.missing)] if finder.missing else []))
    title = " ".join((root.findtext(".//title") or "").split())
    language = guess_language(" ".join(draft.text for draft in drafts[:LOOK]))
    return builder.finish(source.sha256, Metadata(title=fit_text(title), language=language, format="rtf"))


def _metadata(finds: Finds, title: BlockDraft | None, text: str, told: DateEvidence | None) -> Metadata:
    return Metadata(
        title=fit_text(title.line if title else finds.info.title),
        subtitle=fit_text(finds.subtitle),
        byline=fit_text(finds.info.author),
        published=told or finds.info.made,
        language=guess_language(text),
        format="rtf",
    )
