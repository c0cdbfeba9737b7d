"""RTF documents, as Word, LibreOffice, TextEdit and WordPad write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from deskbrief.document.model import BlockKind, DateEvidence, Document, Metadata
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Place, fit_text
from deskbrief.importers.dates import find_date
from deskbrief.importers.draft import BlockDraft, add_drafts
from deskbrief.importers.language import guess_language
from deskbrief.importers.office_draft import OfficeDraft, titled
from deskbrief.importers.office_headings import mark_headings, mend_levels
from deskbrief.importers.pictures import pictures_remark
from deskbrief.importers.richtext_flow import Flow
from deskbrief.importers.richtext_reader import Finds, Reader
from deskbrief.importers.richtext_tokens import tokens_of
from deskbrief.importers.source import Source

#: How many blocks are read to guess the language.
LOOK = 60


def read_rtf(source: Source) -> Document:
    """Return the document in an RTF file; what stands before any damage is read."""
    reader = Reader()
    tokens = tokens_of(source.data)
    reader.read(tokens)
    drafts = reader.body.drafts
    _nest_lists(drafts)
    mark_headings(drafts)
    mend_levels(drafts)
    finds = reader.finds
    stated = finds.values.get("title", "")
    title = titled(drafts, stated)
    notes = [draft for number, flow in enumerate(finds.notes, start=1) for draft in _note(flow, number)]
    builder = Builder()
    add_drafts(builder, [*drafts, *notes], title)
    _tell(builder, finds)
    if reader.cut:
        builder.remark("The file ends in the middle, so what follows is missing.")
    text = " ".join(draft.line for draft in drafts[:LOOK])
    return builder.finish(source.sha256, _metadata(finds, title.line if title else stated, text))


def _nest_lists(drafts: Sequence[BlockDraft]) -> None:
    """Set the depth of list items by how far they are indented, where that is told for a whole list."""
    for kind, run in groupby(drafts, key=lambda draft: draft.kind):
        items = [draft for draft in run if isinstance(draft, OfficeDraft)]
        if kind is BlockKind.LIST_ITEM and all(item.indent for item in items):
            indents = sorted({item.indent for item in items})
            for item in items:
                item.depth = min(indents.index(item.indent), 8)


def _note(flow: Flow, number: int) -> Iterator[BlockDraft]:
    """Yield the paragraphs of a footnote; the first one has its number and its name."""
    for place, draft in enumerate(draft for draft in flow.drafts if draft.line):
        if draft.kind is not BlockKind.TABLE:
            draft.kind, draft.depth = BlockKind.FOOTNOTE, 0
            draft.marker = "" if place else str(number)
        if not place:
            draft.places = (Place(f"note {number}"), *draft.places)
        yield draft


def _tell(builder: Builder, finds: Finds) -> None:
    """Note what was left out."""
    builder.leave_out("list of contents", " · ".join(finds.contents))
    builder.leave_out("deleted text", "".join(finds.deleted))
    builder.leave_out("hidden text", "".join(finds.hidden))
    builder.leave_out("comments", " · ".join(finds.comments))
    builder.leave_out("headers and footers", " · ".join(dict.fromkeys(finds.heads)))
    if finds.deleted:
        builder.remark("The file has tracked changes; it is shown as if all were accepted.")
    if finds.pictures:
        builder.remark(pictures_remark(finds.pictures))


def _metadata(finds: Finds, title: str, text: str) -> Metadata:
    values = finds.values
    written = "-".join(values.get(name, "0").zfill(2) for name in ("year", "month", "day"))
    found = find_date(written)
    return Metadata(
        title=fit_text(title)[:400],
        byline=fit_text(values.get("author", ""))[:400],
        published=DateEvidence(found[0], written, "file properties: created") if found else None,
        language=guess_language(text),
        format="rtf",
    )
