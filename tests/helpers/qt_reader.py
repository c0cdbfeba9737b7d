"""Documents for the tests of the reading view, and waiting until it has set them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Cell, Document, Inline, InlineKind, Metadata, Row
from deskbrief.document.notes import MarkStyle, Role
from deskbrief.document.spans import Span
from deskbrief.ui.fonts import load_fonts
from deskbrief.ui.reader.lights import Lights
from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.paged.view import PagedView
from deskbrief.ui.reader.panel import ReaderPanel
from deskbrief.ui.reader.sheet import Sheet
from deskbrief.ui.reader.values import Mark
from deskbrief.ui.reader.view import ReadingView

#: One code point that is two UTF-16 code units, CJK extension B, a combining accent, a flag of two points.
ODD = "a😀b 𠀀𠀁 e\u0301x 🇫🇷 שלום \u00ad end"


@pytest.fixture(scope="session")
def fonts(qapp: object) -> None:
    """Make the shipped faces known once."""
    load_fonts()


@pytest.fixture(params=[ReadingView, PagedView], ids=["flowing", "paged"])
def view(request: pytest.FixtureRequest, qtbot: QtBot, fonts: None) -> AnyView:
    """A reading view of each kind on screen, 900 by 600 pixels."""
    return _on_screen(qtbot, request.param())


@pytest.fixture
def flowing(qtbot: QtBot, fonts: None) -> ReadingView:
    """The reading view that draws by itself."""
    return _on_screen(qtbot, ReadingView())


@pytest.fixture
def paged(qtbot: QtBot, fonts: None) -> PagedView:
    """The reading view for screen readers."""
    return _on_screen(qtbot, PagedView())


def _on_screen(qtbot: QtBot, made: AnyView) -> AnyView:
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture(params=[False, True], ids=["flowing", "paged"])
def panel(request: pytest.FixtureRequest, qtbot: QtBot, fonts: None) -> ReaderPanel:
    """A reading pane on screen, 900 by 600 pixels, with each kind of view."""
    made = ReaderPanel()
    made.use(paged=request.param)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


class Maker:
    """Puts a document together block by block."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self.inlines: list[Inline] = []

    def add(self, kind: BlockKind, words: str, gap: str = "\n\n", **fields: object) -> Span:
        """Add a block with this text; return its span."""
        self.text += gap if self.blocks else ""
        start = len(self.text)
        self.text += words
        self.blocks.append(replace(Block(kind=kind, start=start, end=len(self.text)), **fields))
        return Span(start, len(self.text))

    def table(self, rows: Iterable[Iterable[str | Cell]], header: bool = True) -> Span:
        """Add a table; a `Cell` in the place of words holds none and brings its spans."""
        self.text += "\n\n" if self.blocks else ""
        start = len(self.text)
        made = []
        for number, row in enumerate(rows):
            self.text += "\n" if number else ""
            cells = []
            for column, words in enumerate(row):
                self.text += "\t" if column else ""
                at = len(self.text)
                if isinstance(words, Cell):
                    cells.append(replace(words, start=at, end=at))
                else:
                    self.text += words
                    cells.append(Cell(at, len(self.text), header=header and number == 0))
            made.append(Row(tuple(cells)))
        self.blocks.append(Block(kind=BlockKind.TABLE, start=start, end=len(self.text), rows=tuple(made)))
        return Span(start, len(self.text))

    def inline(self, kind: InlineKind, words: str, target: str = "") -> Span:
        """Give the first place of `words` an inline format."""
        start = self.text.index(words)
        self.inlines.append(Inline(kind, start, start + len(words), target))
        return Span(start, start + len(words))

    def document(self, title: str = "Test") -> Document:
        """Return the document."""
        return finished(
            Document(
                sha256="ab" * 32,
                metadata=Metadata(title=title),
                text=self.text,
                blocks=tuple(self.blocks),
                inlines=tuple(self.inlines),
            )
        )


def everything() -> Document:
    """Return a document with a block of every kind, odd letters in each."""
    make = Maker()
    make.add(BlockKind.TITLE, f"Title {ODD}")
    make.add(BlockKind.BYLINE, f"By {ODD}")
    make.add(BlockKind.HEADING, f"Heading {ODD}", level=2)
    make.add(BlockKind.PARAGRAPH, f"Plain bold slanted code link up down. {ODD}\nsecond line\r\nthird\tline")
    make.add(BlockKind.LIST_ITEM, f"Item {ODD}", marker="-", depth=0)
    make.add(BlockKind.LIST_ITEM, f"Deeper {ODD}", gap="\n", marker="(iv)", depth=3)
    make.table([["Name", "Value"], [f"x {ODD}", ""], ["", f"y\n{ODD}"]])
    make.table([["alone"]], header=False)
    make.add(BlockKind.QUOTE, f"Quote {ODD}")
    make.add(BlockKind.CODE, f"code {ODD}\n    indented\n\nafter a gap")
    make.add(BlockKind.FIGURE, "", alt="A map of the river")
    make.add(BlockKind.FIGURE, "Words of a figure", alt="Another map")
    make.add(BlockKind.CAPTION, f"Caption {ODD}")
    make.add(BlockKind.FOOTNOTE, f"Note {ODD}")
    make.add(BlockKind.PARAGRAPH, "")
    make.add(BlockKind.PARAGRAPH, "\u2028 \u2029 \x00 \ufffc \ufdd0 \ud83d \x85 \x0b \x0c end")
    for kind, words in (
        (InlineKind.STRONG, "bold"),
        (InlineKind.EMPHASIS, "slanted"),
        (InlineKind.CODE, "code"),
        (InlineKind.SUPERSCRIPT, "up"),
        (InlineKind.SUBSCRIPT, "down"),
    ):
        make.inline(kind, words)
    make.inline(InlineKind.LINK, "link", "https://example.org/a?b=c")
    return make.document()


def long_document(sections: int = 400, odd: str = "") -> Document:
    """Return a document of several hundred screens, the last word of which is "zyzzyva"."""
    make = Maker()
    for number in range(sections):
        make.add(BlockKind.HEADING, f"Section {number}", level=1)
        for part in range(3):
            words = f"Paragraph {part} of section {number}: the river rose and the gauges fell. " * 6
            make.add(BlockKind.PARAGRAPH, words.strip() + odd)
        make.add(BlockKind.LIST_ITEM, f"Item of section {number}", marker="-")
        if number % 5 == 0:
            make.table([["Year", "Level"], [str(1900 + number), "high"], ["later", "low"]])
    make.add(BlockKind.PARAGRAPH, "At the very end stands one word: zyzzyva")
    return make.document("Long")


def span_of(document: Document, words: str) -> Span:
    """Return where `words` stand first."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def mark(span: Span, note: str = "n1", role: Role = Role.YELLOW, **fields: object) -> Mark:
    """Return a highlight over `span`."""
    return replace(Mark(note, span, role, MarkStyle.HIGHLIGHT, has_body=False), **fields)


def show(qtbot: QtBot, view: AnyView, document: Document, at: int = 0) -> None:
    """Show `document` and wait until all that the view will hold is set."""
    with qtbot.waitSignal(view.filled):
        view.show_document(document, at)


def settle(qtbot: QtBot, view: ReadingView) -> None:
    """Wait until nothing more is being set."""
    qtbot.waitUntil(lambda: not view.busy)


def top_line(view: AnyView, offset: int) -> float:
    """Return how far below the top of the screen the line of `offset` begins."""
    if isinstance(view, PagedView):
        return float(view.cursorRect(view._feed.page.cursor(Span(offset, offset))).top())
    return view._line(offset).top


def point_of(view: AnyView, offset: int) -> QPoint:
    """Return a point of the viewport on the letter at `offset`."""
    area = view.caret_area(offset)
    assert area is not None
    return area.center().toPoint() + QPoint(1, 0)


def held(view: AnyView) -> int:
    """Return how many blocks the view holds, laid out or set."""
    return view.document().blockCount() if isinstance(view, PagedView) else len(view._flow._set)


def holds(view: AnyView, offset: int) -> bool:
    """Tell whether the block of `offset` is among those that the view holds."""
    if isinstance(view, PagedView):
        return bool(view._feed.page.holds(offset))
    return view._flow.heights.piece_of(offset) in view._flow._set


def formats(view: AnyView, offset: int) -> tuple[str, bool, float]:
    """Return the ground, the underline and the size of the letter at `offset`."""
    if isinstance(view, PagedView):
        cursor = QTextCursor(view.document())
        cursor.setPosition(view._feed.page.position(offset) + 1)
        style = cursor.charFormat()
        brush = style.background()
        ground = brush.color().name() if brush.style() is not Qt.BrushStyle.NoBrush else ""
        return ground, style.underlineStyle().name != "NoUnderline", style.fontPointSize()
    here = Span(offset, offset + 1)
    sheet, theme = view._flow.sheet, view.theme()
    lights = Lights(view, lambda: None)
    grounds = lights.grounds(sheet, here, theme)
    lines = view._flow.setting(view._flow.heights.piece_of(offset)).part_of(offset).lines
    at = lines.position(offset)
    styles = [
        QTextCharFormat(one.format)
        for one in lines.layout.formats()
        if one.start <= at < one.start + one.length
    ]
    underlined = bool(lights.strokes(sheet, here, theme)) or any(one.fontUnderline() for one in styles)
    size = next((one.fontPointSize() for one in styles), lines.layout.font().pointSizeF())
    return grounds[-1].colour.name() if grounds else "", underlined, size


def lit(view: AnyView) -> list[str]:
    """Return the words on the screen that are lit for a while: hits and where a jump arrived."""
    if isinstance(view, PagedView):
        return [light.cursor.selectedText() for light in view.extraSelections()]
    document = view.shown_document()
    if document is None:
        return []
    view._lights.selected = None
    lights = view._lights.grounds(Sheet(document), view.visible(), view.theme())
    return [document.text[light.start : light.end] for light in lights]
