"""PDF files, read by PDFium: letters with their places become lines, paragraphs, headings, tables and notes.

No script, form or action of a file is ever run, and nothing it names is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.tasks import Progress
from deskbrief.importers.builder import Builder
from deskbrief.importers.draft import add_drafts
from deskbrief.importers.pdf_annotations import attached_to
from deskbrief.importers.pdf_bookmarks import Bookmark, bookmarks_of
from deskbrief.importers.pdf_captions import captions_apart
from deskbrief.importers.pdf_charts import set_drawings_apart
from deskbrief.importers.pdf_compose import Composer
from deskbrief.importers.pdf_contents import contents_lines
from deskbrief.importers.pdf_damage import damaged_pages
from deskbrief.importers.pdf_drawer import Drawer
from deskbrief.importers.pdf_entries import entries_of
from deskbrief.importers.pdf_faces import Face
from deskbrief.importers.pdf_figures import figures_drawn
from deskbrief.importers.pdf_furniture import set_apart
from deskbrief.importers.pdf_heading_lines import join_headings
from deskbrief.importers.pdf_headings import mark_headings
from deskbrief.importers.pdf_lines import Line, Page, join_justified, usual_face
from deskbrief.importers.pdf_loops import without_loops
from deskbrief.importers.pdf_metadata import metadata_of, stated_title, title_paragraph
from deskbrief.importers.pdf_pages import MOST_PAGES, HeldPages, read_pages
from deskbrief.importers.pdf_paragraphs import Paragraph, paragraphs_of
from deskbrief.importers.pdf_quotes import mark_quotes
from deskbrief.importers.pdf_scans import SPECKS, ScanDrafts, is_stamped, merged, specks_in
from deskbrief.importers.pdf_slides import mark_slide_titles
from deskbrief.importers.pdf_tagged import Tagged, tagged
from deskbrief.importers.pdf_told import tell
from deskbrief.importers.pdf_trust import agrees, is_good
from deskbrief.importers.pdf_words import Words
from deskbrief.importers.source import Preview, Source

#: So many pages are shown before the rest is read, if there are so many lines on them; pages in a step.
PREVIEWED, FEWEST_TO_SHOW, PAGES_A_STEP = 3, 20, 10
#: Fewer pages are shown when there are so many lines on them.
ENOUGH_TO_SHOW = 90

_PASSWORD = 4
IN_FIGURES = "words inside figures"
_TAGGED = "Headings, lists and tables are those that the file itself names."


def read_pdf(source: Source) -> Document:
    """Return the document in a PDF; raises `SourceError` when it is locked or damaged."""
    return next(step for step in pdf_steps(source) if isinstance(step, Document))


def pdf_steps(source: Source) -> Iterator[Progress | Preview | Document]:
    """Yield how far the pages of a PDF are read, the first of them as a preview, and then the document."""
    data, loops = without_loops(source.data)
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refusal(source.name, error) from error
    try:
        facts = dict(file.get_metadata_dict(skip_empty=True))
        held = HeldPages(replace(source, data=data), cut=max(len(file) - MOST_PAGES, 0), loops=loops)
        count = min(len(file), MOST_PAGES)
        shown = False
        for number in read_pages(file, held):
            if not shown and _is_enough(number, count, held.texts):
                shown = True
                yield Preview(_document(source, held.copy(), (), facts))
            if number % PAGES_A_STEP == 0:
                yield Progress(number, count + count // 4 + 1, "Reading")
        held.broken = [number for number in damaged_pages(data, len(file)) if number not in held.damaged]
        bookmarks = list(bookmarks_of(file))
        held.attached = list(attached_to(file))
    finally:
        file.close()
    yield _document(source, held, bookmarks, facts)


def _is_enough(number: int, count: int, lines: int) -> bool:
    """Tell whether `number` of `count` pages, with so many lines of text, are worth to be shown first."""
    if number == PREVIEWED and count > 2 * PREVIEWED:
        return lines > FEWEST_TO_SHOW
    return lines > ENOUGH_TO_SHOW and number <= PREVIEWED and count > 2 * number


def refusal(name: str, error: Exception) -> SourceError:
    """Return why the PDF called `name` cannot be opened."""
    if pdfium.FPDF_GetLastError() == _PASSWORD or "password" in str(error).lower():
        return SourceError(
            f"{name} is locked with a password.",
            "Open it in another program with its password, and save or print it to a new PDF.",
        )
    return SourceError(f"{name} is damaged, so that its pages cannot be found.", "Get it again.")


def _document(
    source: Source, held: HeldPages, bookmarks: Sequence[Bookmark], facts: dict[str, str]
) -> Document:
    pages = held.pages
    usual = usual_face(pages)
    found = _by_tags(held, usual, bookmarks) if held.tags else None
    builder = Builder()
    if found is None:
        builder.leave_out(IN_FIGURES, " · ".join(line.text for line in set_drawings_apart(pages, usual)))
        paragraphs, contents = _by_looks(held.pages, usual)
    else:
        paragraphs, contents = found.paragraphs, found.contents
    specks = {id(one): one.text for one in specks_in(paragraphs)}
    builder.leave_out(SPECKS, " · ".join(specks.values()))
    paragraphs = [one for one in paragraphs if id(one) not in specks]
    title = title_paragraph(paragraphs, facts, usual)
    if found is None:
        called = max(stated_title(facts), title.text if title else "", key=len)
        mark_headings(paragraphs, usual, bookmarks, called, entries_of(contents))
        mark_slide_titles(paragraphs, pages, title)
        join_headings(paragraphs)
    else:
        builder.remark(_TAGGED)
        builder.leave_out(IN_FIGURES, " · ".join(line.text for line in found.in_figures))
    held.scans = sorted({*held.scans, *(page.number for page in pages if is_stamped(page))})
    if title is not None and title.kind is BlockKind.LIST_ITEM:
        # Its number is part of it.
        title.kind = BlockKind.TITLE
    scans = ScanDrafts(pages, held.scans)
    drawer, gallery = Drawer(held.source.data), held.source.gallery
    figures = figures_drawn(pages, paragraphs, drawer, gallery)
    named = scans.drafts(paragraphs, bookmarks, drawer, gallery)
    composer = Composer(pages, Words(pages), merged(figures, named))
    drafts = list(composer.drafts(paragraphs))
    add_drafts(builder, drafts, composer.draft_of(title) if title else None)
    builder.leave_out("list of contents", " · ".join(line.text for line in contents))
    tell(builder, held, paragraphs)
    text = " ".join(paragraph.text for paragraph in paragraphs[:60])
    metadata = metadata_of(facts, title, paragraphs, text)
    return builder.finish(source.sha256, metadata)


def _by_looks(pages: Sequence[Page], usual: Face) -> tuple[list[Paragraph], list[Line]]:
    """Return the paragraphs of `pages` by the places and faces of their lines, and the lists of contents."""
    for page in pages:
        page.lines = captions_apart(page.lines)
    set_apart(pages, usual)
    contents = contents_lines(pages)
    for page in pages:
        join_justified(page.lines)
    paragraphs = paragraphs_of(pages, usual)
    mark_quotes(paragraphs, usual)
    return paragraphs, contents


def _by_tags(held: HeldPages, usual: Face, bookmarks: Sequence[Bookmark]) -> Tagged | None:
    """Return what the file's own tags make of its pages, unless they cannot be believed."""
    pages = [replace(page, lines=list(page.lines)) for page in held.pages]
    set_apart(pages, usual, notes=False)
    found = tagged(pages, held.tags, Words(pages), usual)
    if not is_good(found, usual) or not agrees(found, bookmarks):
        return None
    for page, kept in zip(held.pages, pages, strict=True):
        page.lines, page.furniture = kept.lines, kept.furniture
        page.furniture += [line for line in (*found.loose, *found.edges) if line.page == page.number]
    return found
