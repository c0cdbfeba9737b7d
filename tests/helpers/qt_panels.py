"""Documents, outlines and notes for the tests of the side panels."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from deskbrief.document.anchors import AnchorState, make_anchor
from deskbrief.document.build import finished
from deskbrief.document.model import Block, BlockKind, Cell, Document, Metadata, Row
from deskbrief.document.notes import Note, Role
from deskbrief.document.outline import (
    Degree,
    Event,
    EventDate,
    Name,
    Origin,
    Outline,
    Recommendation,
    Section,
    Status,
    Strength,
    TimeExpression,
)
from deskbrief.document.spans import Span
from deskbrief.services.curation import Curated, curate
from deskbrief.ui.models.view import RowView
from deskbrief.ui.notes.panel import NoteEntry

PIECES: tuple[tuple[BlockKind, str], ...] = (
    (BlockKind.PARAGRAPH, "An opening about a river that two countries share, and what became of it."),
    (BlockKind.HEADING, "How the Water Was Shared Before the Dams Were Built"),
    (BlockKind.PARAGRAPH, "In recent months the flow fell. The commission will meet in the coming weeks."),
    (BlockKind.PARAGRAPH, "The treaty of 12 March 1994 divided the water in equal parts."),
    (BlockKind.TABLE, "July 2023|Flood|Three villages were cut off for nine days, and the bridge was lost."),
    (BlockKind.HEADING, "What Should Follow"),
    (BlockKind.LIST_ITEM, "Repair Gauges: Both countries should repair the gauges along the upper river."),
    (BlockKind.LIST_ITEM, "The commission must publish its data every month."),
    (BlockKind.PARAGRAPH, "Norland could lend its boats. 🌊 The 1990s showed that it is able to."),
)


def river(sha256: str = "river") -> Document:
    """Return a small document with an opening, two sections, a table and an emoji."""
    text, blocks = "", []
    for kind, words in PIECES:
        start = len(text)
        text += words + "\n"
        blocks.append(_block(kind, start, words))
    return finished(
        Document(sha256=sha256, metadata=Metadata(title="The River"), text=text, blocks=tuple(blocks))
    )


def _block(kind: BlockKind, start: int, words: str) -> Block:
    rows: tuple[Row, ...] = ()
    if kind is BlockKind.TABLE:
        cells, at = [], start
        for cell in words.split("|"):
            cells.append(Cell(at, at + len(cell)))
            at += len(cell) + 1
        rows = (Row(tuple(cells)),)
    level = 1 if kind is BlockKind.HEADING else 0
    return Block(kind=kind, start=start, end=start + len(words), level=level, rows=rows)


def span_of(document: Document, words: str) -> Span:
    """Return where `words` stand first."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def river_outline(document: Document) -> Outline:
    """Return an outline of the river: three sections, three events (one undated), three recommendations."""
    return Outline(
        rules="test",
        sections=_sections(document),
        times=(
            _time(document, "recent months", "The document is not dated."),
            _time(document, "the coming weeks", "The document is not dated."),
        ),
        events=(
            _event(document, "the coming weeks", "", "Meeting of the commission", Status.PLANNED),
            replace(
                _event(document, "12 March 1994", "1994-03-12", "Treaty", Status.OCCURRED),
                who=("Norland", "Southmark"),
            ),
            replace(
                _event(document, "July 2023", "2023-07", "Flood", Status.OCCURRED),
                detail="Three villages were cut off for nine days, and the bridge was lost.",
                source=Origin.TABLE,
                date=_date(document, "July 2023", "2023-07", "“July 2023” stands in the Date column."),
            ),
        ),
        recommendations=(
            _advice(
                document,
                "Both countries should repair the gauges",
                "Norland",
                Strength.SHOULD,
                "Repair Gauges",
            ),
            _advice(document, "The commission must publish its data every month", "", Strength.MUST, ""),
            _advice(document, "Norland could lend its boats", "the Norland", Strength.COULD, ""),
        ),
        names=(Name("Norland", "place", ("the Norland",), (span_of(document, "Norland"),)),),
    )


def river_curated(document: Document, outline: Outline) -> Curated:
    """Return the outline's items without any decision."""
    return curate(document, outline, ())


def _sections(document: Document) -> tuple[Section, ...]:
    first, second = (b for b in document.blocks if b.kind is BlockKind.HEADING)
    end = len(document.text)
    return (
        Section("", 0, 0, first.start),
        Section(
            document.quote(first.span), 1, first.start, second.start, (span_of(document, "In recent months"),)
        ),
        Section(document.quote(second.span), 1, second.start, end),
    )


def _time(document: Document, words: str, reason: str) -> TimeExpression:
    span = span_of(document, words)
    return TimeExpression(span.start, span.end, "DATE", "PAST_REF", reason=reason)


def _date(document: Document, words: str, edtf: str, reason: str = "") -> EventDate:
    span = span_of(document, words)
    return EventDate(edtf, span.start, span.end, reason, Degree.EXPLICIT if edtf else Degree.UNRESOLVED)


def _event(document: Document, words: str, edtf: str, title: str, status: Status) -> Event:
    block = document.block_at(span_of(document, words).start)
    return Event(
        date=_date(document, words, edtf), title=title, spans=(block.span,), status=status, rule="test-rule"
    )


def _advice(document: Document, words: str, addressee: str, strength: Strength, title: str) -> Recommendation:
    return Recommendation(
        action=words,
        spans=(span_of(document, words),),
        addressee=addressee,
        title=title,
        strength=strength,
        wording=str(strength),
        rule="test-rule",
        confidence=0.8,
    )


def row_point(view: RowView, key: str) -> QPoint:
    """Return a point of the viewport on the row with this key, away from its zones; it is scrolled to."""
    number = view.show_row(key)
    assert number >= 0, key
    rect = view.drawn_rect(number)
    return QPoint(rect.left() + 60, rect.center().y())


def zone_rect(view: RowView, key: str, name: str) -> QRect:
    """Return where a zone of the row with this key is drawn; the row is scrolled to."""
    number = view.show_row(key)
    rect, found = view.drawn_rect(number), QRect()
    for x in range(0, rect.width(), 4):
        for y in range(rect.top(), rect.bottom(), 4):
            zone = view.zone_at(QPoint(x, y))[1]
            if zone is not None and zone.name.startswith(name):
                return zone.rect
    return found


def click(view: RowView, at: QPoint) -> None:
    """Click with the left button."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def keys_of(view: RowView) -> list[str]:
    """Return the keys of the rows that are shown."""
    return [row.key for row in view.rows]


def spoken(view: RowView) -> list[str]:
    """Return what a screen reader is told about each row."""
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(number, 0).data(role)) for number in range(model.rowCount())]


def entry(
    document: Document, words: str, role: Role, body: str = "", state: AnchorState = AnchorState.EXACT
) -> NoteEntry:
    """Return a note on the first place where `words` stand; its id is made of the words."""
    anchor = make_anchor(document, span_of(document, words))
    note = Note(id=f"note {words}", document=document.sha256, anchor=anchor, role=role, body=body)
    place = "" if state is AnchorState.LOST else document.place_at(anchor.start)
    return NoteEntry(note, place, "What Should Follow", state, words)


def has_keyboard(widget: QWidget) -> bool:
    """Tell whether `widget` has the keyboard, or has it as soon as its window is the active one."""
    return widget.window().focusWidget() is widget
