"""Drafts of the paragraphs, figures and footnotes of a PDF, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deskbrief.document.model import BlockKind
from deskbrief.document.paging import PAGE_ORIGINS
from deskbrief.importers.clean import Piece, Place
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.pdf_footnotes import note_lead, note_mark, raised_mark
from deskbrief.importers.pdf_labels import labels_of
from deskbrief.importers.pdf_lines import Line, Page
from deskbrief.importers.pdf_paragraphs import Paragraph
from deskbrief.importers.pdf_words import Words, code_pieces, note_name, page_place, pieces_of_lines

#: Markers that are no bullets for any other sign: those with numbers, and those that say yes or no.
KEPT = frozenset("(✓✔✗✘☑☒")


class Composer:
    """Makes drafts of paragraphs; pages begin where their first line does, and notes follow their page.

    A page that the notes of the page before it interrupt begins again behind them.

    `figures` are what else stands in the text, by the number of the paragraph that it stands before.
    """

    def __init__(
        self, pages: Sequence[Page], words: Words, figures: Mapping[int, Sequence[BlockDraft]]
    ) -> None:
        self._words = words
        self._figures = figures
        self._labels = labels_of(pages)
        self._notes = {page.number: page.notes for page in pages if page.notes}
        self._page = -1
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
            yield from self._figures_before(index)
            draft = self._draft(paragraph)
            self._made[id(paragraph)] = draft
            yield draft
        yield from self._figures_before(len(paragraphs))
        while waiting:
            yield from self._note_drafts(waiting.pop())

    def _figures_before(self, index: int) -> Iterator[BlockDraft]:
        for draft in self._figures.get(index, ()):
            draft.places = self._place_of(draft.source // PAGE_ORIGINS)
            yield draft

    def _draft(self, paragraph: Paragraph) -> BlockDraft:
        heading = paragraph.kind in (BlockKind.HEADING, BlockKind.TITLE)
        draft = BlockDraft(paragraph.kind, level=paragraph.level, depth=paragraph.depth)
        if paragraph.table is not None:
            draft.places = self._place(paragraph.lines[0])
            draft.rows = paragraph.table.sources(self._words)
            return draft
        if paragraph.kind is BlockKind.CODE:
            draft.places = self._place(paragraph.lines[0])
            draft.pieces = code_pieces(paragraph.lines)
            return draft
        draft.marker = "" if heading else paragraph.marker
        if paragraph.kind is BlockKind.FOOTNOTE:
            return self._footnote(draft, paragraph)
        draft.pieces = self._pieces(paragraph.lines, strong=not heading, marker=draft.marker)
        if draft.marker and not draft.marker[:1].isalnum() and draft.marker[:1] not in KEPT:
            draft.marker = "•"
        return draft

    def _footnote(self, draft: BlockDraft, paragraph: Paragraph) -> BlockDraft:
        lead = note_lead(paragraph.lines[0]) if draft.marker else ""
        draft.pieces = self._pieces(paragraph.lines, strong=True, marker=lead)
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
        return self._place_of(line.page)

    def _place_of(self, page: int) -> tuple[Place, ...]:
        if page == self._page:
            return ()
        self._page = page
        return page_place(self._labels[page])

    def _note_drafts(self, page: int) -> Iterator[BlockDraft]:
        lines = self._notes[page]
        starts = list(_note_starts(lines))
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(lines)
            mark = note_mark(lines[start])
            draft = BlockDraft(BlockKind.FOOTNOTE, marker=mark)
            draft.pieces = self._pieces(lines[start:end], strong=True, marker=note_lead(lines[start]))
            draft.places = (Place(note_name(page, mark)),)
            yield draft


def _note_starts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield which of the lines of notes begin one.

    Where a note has a raised mark, a number at the beginning of a line, such as that of "10 seconds", is none
    unless it counts on.
    """
    raised = any(raised_mark(line).isdigit() for line in lines)
    before = ""
    for index, line in enumerate(lines):
        mark = note_mark(line)
        doubtful = raised and before.isdigit() and mark.isdigit() and not raised_mark(line)
        if mark and not (doubtful and int(mark) != int(before) + 1):
            before = mark
            yield index
