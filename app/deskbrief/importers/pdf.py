"""PDF files, read by PDFium: letters with their places become lines, paragraphs, headings, tables and notes.

No script, form or action of a file is ever run, and nothing it names is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2
import pypdfium2.raw as pdfium

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.tasks import Progress
from deskbrief.importers.builder import Builder
from deskbrief.importers.clean import Piece, Place
from deskbrief.importers.draft import BlockDraft, add_drafts
from deskbrief.importers.pdf_annotations import Annotation, annotations_on
from deskbrief.importers.pdf_attach import (
    attach_bullets,
    attach_initials,
    attach_markers,
    even_small_capitals,
)
from deskbrief.importers.pdf_bookmarks import Bookmark, bookmarks_of
from deskbrief.importers.pdf_contents import contents_lines
from deskbrief.importers.pdf_entries import entries_of
from deskbrief.importers.pdf_figures import boxes_on, figures_drawn, told_pictures
from deskbrief.importers.pdf_furniture import note_mark, printed_number, set_apart
from deskbrief.importers.pdf_glyphs import Face, Letters
from deskbrief.importers.pdf_headings import join_headings, mark_headings
from deskbrief.importers.pdf_lines import (
    Line,
    Page,
    join_justified,
    lines_of,
    part_columns,
    usual_face,
)
from deskbrief.importers.pdf_links import links_on
from deskbrief.importers.pdf_loops import without_loops
from deskbrief.importers.pdf_metadata import metadata_of, stated_title, title_paragraph
from deskbrief.importers.pdf_numbers import take_line_numbers
from deskbrief.importers.pdf_paragraphs import Paragraph, paragraphs_of
from deskbrief.importers.pdf_tagged import Tagged, tagged
from deskbrief.importers.pdf_tags import Tag, TagReader
from deskbrief.importers.pdf_told import pages_that
from deskbrief.importers.pdf_trust import agrees, is_good
from deskbrief.importers.pdf_words import Words, code_pieces, note_name, page_place, pieces_of_lines
from deskbrief.importers.source import Preview, Source

#: The most pages that are read.
MOST_PAGES = 5_000
#: A page with fewer letters than this is taken for a picture, if there is anything on it at all.
FEWEST_LETTERS = 8
#: So many pages are shown before the rest is read, if there are so many lines on them; pages in a step.
PREVIEWED, FEWEST_TO_SHOW, PAGES_A_STEP = 3, 20, 10
#: Fewer pages are shown when there are so many lines on them.
ENOUGH_TO_SHOW = 90

_PASSWORD = 4
_TAGGED = "Headings, lists and tables are those that the file itself names."


def read_pdf(source: Source) -> Document:
    """Return the document in a PDF; raises `SourceError` when it is locked, damaged or only pictures."""
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
        held = _Held(replace(source, data=data), cut=max(len(file) - MOST_PAGES, 0), loops=loops)
        count = min(len(file), MOST_PAGES)
        shown = False
        for number in _read_pages(file, held):
            if not shown and _is_enough(number, count, held.texts):
                shown = True
                yield Preview(_document(source, held.copy(), (), facts))
            if number % PAGES_A_STEP == 0:
                yield Progress(number, count + count // 4 + 1, "Reading")
        bookmarks = list(bookmarks_of(file))
    finally:
        file.close()
    document = _document(source, held, bookmarks, facts)
    if held.scans and not document.text:
        raise SourceError(
            f"{source.name} holds pictures of its pages and no text.",
            "Have its text recognised first (OCR), for example when scanning, and open the result.",
        )
    yield document


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


@dataclass(slots=True)
class _Held:
    """The pages that could be read, the numbers of those that are pictures, and of those that are damaged.

    `source` is the file without what draws itself without end.
    """

    source: Source
    pages: list[Page] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    cut: int = 0
    loops: int = 0
    sideways: str = ""
    numbers: list[str] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    tags: Mapping[int, Tag] = field(default_factory=dict)

    @property
    def texts(self) -> int:
        """How many lines of text the pages hold."""
        return sum(len(page.lines) for page in self.pages)

    def copy(self) -> _Held:
        """Return the pages so far, of which lines can be taken without harm."""
        pages = [replace(page, lines=list(page.lines)) for page in self.pages]
        return _Held(
            self.source,
            pages,
            list(self.scans),
            list(self.damaged),
            numbers=list(self.numbers),
            tags=self.tags,
        )


def _read_pages(file: pypdfium2.PdfDocument, held: _Held) -> Iterator[int]:
    """Read the pages of `file` one after the other, and yield how many have been read."""
    letters = Letters()
    tags = TagReader() if pdfium.FPDFCatalog_IsTagged(file.raw) else None
    held.tags = tags.tags if tags else {}
    for number in range(min(len(file), MOST_PAGES)):
        try:
            page = file[number]
        except pypdfium2.PdfiumError:
            held.damaged.append(number)
            continue
        text_page = page.get_textpage()
        try:
            links = list(links_on(file.raw, page.raw))
            owners, alternatives = tags.read(page.raw) if tags else ({}, {})
            found = letters.read(text_page.raw, number, page.get_size(), links, owners)
            lines, numbers = take_line_numbers(lines_of(found.segments, found.width))
            held.numbers += numbers
            lines = part_columns(lines, found.width)
            lines = attach_initials(attach_markers(lines))
            even_small_capitals(lines)
            read = Page(number, found.width, found.height, lines)
            held.sideways += found.sideways
            read.label = file.get_page_label(number)
            read.pictures, shapes = boxes_on(page, number)
            read.told = told_pictures(page, number, alternatives)
            attach_bullets(lines, shapes)
            held.annotations += annotations_on(page.raw)
            if sum(len(line.text) for line in read.lines) < FEWEST_LETTERS and _pictured(page):
                held.scans.append(number)
        finally:
            text_page.close()
            page.close()
        held.pages.append(read)
        yield number + 1


def _pictured(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a picture is among the first things on `page`."""
    count = min(pdfium.FPDFPage_CountObjects(page.raw), 50)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, at)) for at in range(count))
    return any(kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) for kind in kinds)


def _document(source: Source, held: _Held, bookmarks: Sequence[Bookmark], facts: dict[str, str]) -> Document:
    pages = held.pages
    usual = usual_face(pages)
    found = _by_tags(held, usual, bookmarks) if held.tags else None
    builder = Builder()
    if found is None:
        paragraphs, contents = _by_looks(held.pages, usual)
    else:
        paragraphs, contents = found.paragraphs, found.contents
    title = title_paragraph(paragraphs, facts, usual)
    if found is None:
        named = stated_title(facts) or (title.text if title else "")
        mark_headings(paragraphs, usual, bookmarks, named, entries_of(contents))
        join_headings(paragraphs)
    else:
        builder.remark(_TAGGED)
        builder.leave_out("words inside figures", " · ".join(line.text for line in found.in_figures))
    held.scans = sorted({*held.scans, *(page.number for page in pages if _is_stamped(page))})
    composer = _Composer(pages, Words(pages), figures_drawn(held.source, pages, paragraphs))
    drafts = list(composer.drafts(paragraphs))
    add_drafts(builder, drafts, composer.draft_of(title) if title else None)
    builder.leave_out("list of contents", " · ".join(line.text for line in contents))
    _tell(builder, held, paragraphs)
    text = " ".join(paragraph.text for paragraph in paragraphs[:60])
    metadata = metadata_of(facts, title, paragraphs, text)
    return builder.finish(source.sha256, metadata)


def _is_stamped(page: Page) -> bool:
    """Tell whether a page is a picture on which stands nothing but what all pages have at their edges."""
    whole = page.width * page.height
    return not page.lines and bool(page.furniture) and any(box.area > 0.5 * whole for box in page.pictures)


def _by_looks(pages: Sequence[Page], usual: Face) -> tuple[list[Paragraph], list[Line]]:
    """Return the paragraphs of `pages` by the places and faces of their lines, and the lists of contents."""
    set_apart(pages, usual)
    contents = contents_lines(pages)
    for page in pages:
        join_justified(page.lines)
    return paragraphs_of(pages, usual), contents


def _by_tags(held: _Held, usual: Face, bookmarks: Sequence[Bookmark]) -> Tagged | None:
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


class _Composer:
    """Makes drafts of paragraphs; pages begin where their first line does, and notes follow their page."""

    def __init__(
        self, pages: Sequence[Page], words: Words, figures: Mapping[int, Sequence[BlockDraft]]
    ) -> None:
        self._words = words
        self._figures = figures
        self._labels = {page.number: _label(page, pages) for page in pages}
        self._notes = {page.number: page.notes for page in pages if page.notes}
        self._begun: set[int] = set()
        self._made: dict[int, BlockDraft] = {}

    def draft_of(self, paragraph: Paragraph) -> BlockDraft | None:
        """Return the draft that was made of `paragraph`."""
        return self._made.get(id(paragraph))

    def drafts(self, paragraphs: Sequence[Paragraph]) -> Iterator[BlockDraft]:
        """Yield the drafts of `paragraphs`, and of the footnotes of each page after its last paragraph."""
        waiting = sorted(self._notes, reverse=True)
        for index, paragraph in enumerate(paragraphs):
            first = paragraph.lines[0].page
            while waiting and waiting[-1] < first:
                yield from self._note_drafts(waiting.pop())
            yield from self._figures.get(index, ())
            draft = self._draft(paragraph)
            self._made[id(paragraph)] = draft
            yield draft
        yield from self._figures.get(len(paragraphs), ())
        while waiting:
            yield from self._note_drafts(waiting.pop())

    def _draft(self, paragraph: Paragraph) -> BlockDraft:
        heading = paragraph.kind in (BlockKind.HEADING, BlockKind.TITLE)
        draft = BlockDraft(paragraph.kind, level=paragraph.level, depth=paragraph.depth)
        if paragraph.table is not None:
            draft.places = self._place(paragraph.lines[0])
            draft.rows = paragraph.table.sources()
            return draft
        if paragraph.kind is BlockKind.CODE:
            draft.places = self._place(paragraph.lines[0])
            draft.pieces = code_pieces(paragraph.lines)
            return draft
        draft.marker = "" if heading else paragraph.marker
        if paragraph.kind is BlockKind.FOOTNOTE:
            return self._footnote(draft, paragraph)
        draft.pieces = self._pieces(paragraph.lines, strong=not heading, marker=draft.marker)
        if draft.marker and not draft.marker[:1].isalnum() and draft.marker[:1] != "(":
            draft.marker = "•"
        return draft

    def _footnote(self, draft: BlockDraft, paragraph: Paragraph) -> BlockDraft:
        draft.pieces = self._pieces(paragraph.lines, strong=True, marker=draft.marker)
        draft.places = (Place(note_name(paragraph.lines[0].page, draft.marker)),) if draft.marker else ()
        return draft

    def _pieces(self, lines: Sequence[Line], *, strong: bool, marker: str) -> list[Piece]:
        pieces: list[Piece] = []
        start = 0
        for at in range(1, len(lines) + 1):
            if at < len(lines) and lines[at].page == lines[start].page:
                continue
            part = pieces_of_lines(
                lines[start : at + 1] if at < len(lines) else lines[start:],
                self._words,
                strong=strong,
                marker="" if start else marker,
                upto=at - start,
            )
            pieces += [Piece("", places=self._place(lines[start])), *part]
            start = at
        return pieces

    def _place(self, line: Line) -> tuple[Place, ...]:
        if line.page in self._begun:
            return ()
        self._begun.add(line.page)
        return page_place(self._labels[line.page])

    def _note_drafts(self, page: int) -> Iterator[BlockDraft]:
        lines = self._notes[page]
        starts = [index for index, line in enumerate(lines) if note_mark(line)]
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(lines)
            mark = note_mark(lines[start])
            draft = BlockDraft(BlockKind.FOOTNOTE, marker=mark)
            draft.pieces = pieces_of_lines(lines[start:end], self._words, marker=mark)
            draft.places = (Place(note_name(page, mark)),)
            yield draft


def _label(page: Page, pages: Sequence[Page]) -> str:
    """Return the label of `page`: that of the file, else the number that is printed on it, else its place."""
    if page.label and page.label != str(page.number + 1):
        return page.label
    offsets = [
        int(printed) - other.number
        for other in pages[max(page.number - 3, 0) : page.number + 4]
        if (printed := printed_number(other)).isdecimal()
    ]
    printed = printed_number(page)
    agreed = printed.isdecimal() and offsets.count(int(printed) - page.number) > 1
    return printed if agreed or (printed and not printed.isdecimal()) else page.label or str(page.number + 1)


def _tell(builder: Builder, held: _Held, paragraphs: Sequence[Paragraph]) -> None:
    """Note what was left out of the text, and which pages could not be read."""
    heads = [line.text for page in held.pages for line in page.furniture]
    builder.leave_out(
        "running heads and page numbers", " · ".join(dict.fromkeys(heads)), sum(map(len, heads))
    )
    for filled_in, reason in ((False, "comments on the pages"), (True, "filled-in fields")):
        words = [one.text for one in held.annotations if one.filled_in is filled_in]
        builder.leave_out(reason, " · ".join(words), sum(map(len, words)))
    builder.leave_out("line numbers", " ".join(held.numbers))
    builder.leave_out("text that runs in another direction", held.sideways)
    if held.scans:
        rest = "without text, so nothing of {} can be shown."
        one, more = f"is a picture {rest.format('it')}", f"are pictures {rest.format('them')}"
        builder.lose(pages_that(held.scans, one, more))
    if held.damaged:
        one, more = (
            "is damaged, and what is on it is missing.",
            "are damaged, and what is on them is missing.",
        )
        builder.lose(pages_that(held.damaged, one, more))
    if held.loops:
        builder.lose("Parts of its pages draw themselves without end, and what is on them is missing.")
    if held.cut:
        builder.lose(f"Only the first {MOST_PAGES:,} pages were read; {held.cut:,} follow.")
    letters = "".join(paragraph.text for paragraph in paragraphs[:200])
    odd = sum("\ue000" <= sign <= "\uf8ff" or sign == "\ufffd" for sign in letters)
    if letters and odd > 0.2 * len(letters):
        builder.lose("The fonts of this file do not say which letters they draw, so its text is garbled.")
