"""The reader's notes: the passage, the reader's words, and the mark's role as a colour and a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskbrief.brief.blocks import Block
from deskbrief.brief.context import Context
from deskbrief.brief.fonts import Face
from deskbrief.brief.geometry import Area
from deskbrief.brief.lines import Run
from deskbrief.brief.markdown import Paragraph, paragraphs
from deskbrief.brief.sheet import Sheet
from deskbrief.brief.stack import Frame, Inset, Look
from deskbrief.brief.structure import Node
from deskbrief.brief.styles import LETTER, MARGIN_NOTE, NOTE, QUOTE, ROLE_COLOURS, Style
from deskbrief.brief.table import Columns, Row
from deskbrief.brief.textblock import TextBlock
from deskbrief.document.notes import Role
from deskbrief.document.plan import NoteRow, PlanSection

BAR, INDENT, HANG = 2.4, 9.6, 12.0
CHIP, GUTTER = 11.0, 10.0


def notes(context: Context, section: PlanSection) -> list[Block]:
    """Return the notes, each beside a bar in the colour of its role, under the sections that they name."""
    blocks: list[Block] = []
    under = ""
    for row in section.notes:
        if row.under and row.under != under:
            under = row.under
            blocks.append(_under(context, under))
        blocks.append(_note(context, row))
    return blocks


def note_beside(context: Context, row: NoteRow, node: Node) -> Block:
    """Return a note for the margin: the reader's words beside a bar, in small type, inside `node`."""
    own = node.add("Div")
    lines = list(said(context, paragraphs(row.body), own, MARGIN_NOTE))
    look = Look(bar=ROLE_COLOURS[row.role], bar_width=BAR)
    frame = Frame(lines, Inset(left=INDENT), look)
    frame.before = 6.0
    return frame


def _under(context: Context, title: str) -> Block:
    block = context.text(title, NOTE.with_face(Face.SANS_BOLD), context.root.add("H3"))
    block.before, block.bound = 9.0, True
    return block


def _note(context: Context, row: NoteRow) -> Block:
    node = context.root.add("Div")
    lines = _lines(context, row, node)
    columns = Columns((context.paper.column - INDENT - GUTTER - CHIP, CHIP), GUTTER, padding=0.0)
    first = next(lines)
    chip = Chip(context, row.role, node.add("Figure", alternative=f"Marked {row.role}"))
    head = Row([first, chip], columns)
    others = [Frame([line], Inset(right=GUTTER + CHIP)) for line in lines]
    head.bound = bool(others)
    look = Look(bar=ROLE_COLOURS[row.role], bar_width=BAR)
    frame = Frame([head, *others], Inset(left=INDENT), look)
    frame.before = 6.0
    return frame


def _lines(context: Context, row: NoteRow, node: Node) -> Iterator[Block]:
    """Yield the quoted passage and the paragraphs of the reader's words; there is at least one block."""
    own = list(paragraphs(row.body))
    if row.quote.strip() or row.references or not own:
        quote = f"“{row.quote}”" if row.quote.strip() else "Note"
        runs = context.cited_runs(quote, QUOTE, row.references)
        yield context.paragraph(runs, node.add("BlockQuote").add("P"))
    yield from said(context, own, node)


def said(context: Context, own: Iterable[Paragraph], node: Node, style: Style = NOTE) -> Iterator[Block]:
    """Yield the reader's paragraphs; items that follow one another are one list inside `node`."""
    bullets: Node | None = None
    for paragraph in own:
        bullets = (bullets or node.add("L")) if paragraph.marker else None
        yield _paragraph(context, paragraph, bullets or node, style)


def _paragraph(context: Context, paragraph: Paragraph, parent: Node, style: Style = NOTE) -> Block:
    if not paragraph.marker:
        return context.paragraph(_runs(paragraph, style), parent.add("P"))
    item = (parent if parent.tag == "L" else parent.add("L")).add("LI")
    label: TextBlock = context.text(paragraph.marker, style, item.add("Lbl"))
    body = context.paragraph(_runs(paragraph, style), item.add("LBody"))
    return Frame([body], Inset(left=max(HANG, label.natural_width() + 4.0)), label=label)


def _runs(paragraph: Paragraph, style: Style) -> list[Run]:
    faces = {(True, False): Face.SANS_BOLD, (False, True): Face.SANS_ITALIC, (True, True): Face.SANS_BOLD}
    return [
        Run(span.text, style.with_face(faces.get((span.strong, span.emphasis), style.face)))
        for span in paragraph.spans
    ]


class Chip(Block):
    """A small square in the colour of a role, with its letter."""

    def __init__(self, context: Context, role: Role, node: Node) -> None:
        self._letter = context.text(role.letter, LETTER, node, align=0.5)
        self._role = role
        self._node = node

    def height(self, width: float) -> float:
        del width
        return CHIP

    def draw(self, sheet: Sheet, area: Area) -> None:
        square = Area(area.left, area.top + 2.0, CHIP, CHIP)
        self._node.box = sheet.box_of(square)
        lead = (CHIP - LETTER.leading) / 2
        with sheet.figure(self._node):
            sheet.box(square, ROLE_COLOURS[self._role])
            self._letter.draw(sheet, Area(square.left, square.top + lead, CHIP, LETTER.leading))
