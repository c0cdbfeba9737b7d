"""What the reader has selected and where the keyboard is, in offsets, for every kind of reading view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPointF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from deskbrief.document.model import Document, Inline
from deskbrief.document.spans import Span

if TYPE_CHECKING:
    from deskbrief.ui.reader.gutter import Gutter
    from deskbrief.ui.reader.keys import Act
    from deskbrief.ui.reader.lights import Lit
    from deskbrief.ui.reader.styles import Styles
    from deskbrief.ui.reader.values import Line
    from deskbrief.ui.reader.walker import Walker

#: How far below the edge a passage is put that is too tall for that, in pixels.
ABOVE_TALL = 24
#: How far down the screen a passage lands that was jumped to: what leads up to it can be seen too.
LANDING = 0.28


def reading_line(screen: float, above: float, below: float) -> float:
    """Return how far down a screen of `screen` pixels the reading line is, as a number of pixels.

    It is where a passage lands that was jumped to, but moves to the first line at the beginning of the
    document and to the last line at its end, so that each place can be current. `above` and `below` are how
    many pixels of the document are not on screen.
    """
    line = max(screen * LANDING, screen - below) if above > screen * LANDING else above
    return min(line, screen - 1)


class Choice(QObject):
    """From `anchor` to `head`, which is where the keyboard is; equal when nothing is selected."""

    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.anchor = self.head = 0
        self._told: Span | None = None

    def span(self, document: Document) -> Span | None:
        """Return what is selected, without anything at its ends that is in no block's text."""
        low, high = sorted((self.anchor, self.head))
        if low == high:
            return None
        from deskbrief.ui.reader.stretches import clipped

        return clipped(document, Span(low, high))

    def put(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`."""
        self.anchor, self.head = anchor, head

    def tell(self, document: Document | None) -> None:
        """Emit `changed` when something else is selected than the last time."""
        span = None if document is None else self.span(document)
        if span != self._told:
            self._told = span
            self.changed.emit(span)


if TYPE_CHECKING:

    class _View(QAbstractScrollArea):
        """What the surface below provides."""

        scroller: QScrollBar
        _guided: bool
        _landed: int | None
        _pinned: int | None
        _calm: QTimer
        _gutter: Gutter
        _lights: Lit
        _selection: Choice
        _styles: Styles

        document_changed: SignalInstance
        annotated: SignalInstance
        link_activated: SignalInstance
        place_requested: SignalInstance

        @property
        def walker(self) -> Walker: ...
        def _fill(self, document: Document | None, at: int) -> None:
            """Lay out a document from the offset `at` on, or nothing."""

        def shown_document(self) -> Document | None: ...
        def place(self) -> int: ...
        def page_by(self, steps: float) -> None: ...
        def zoom_by(self, steps: float) -> None: ...
        def scroll_by(self, pixels: float) -> None: ...
        def copy(self) -> None: ...
        def _line(self, offset: int) -> Line: ...
        def _offset_at(self, point: QPointF) -> int: ...
        def _scroll_to(self, y: float) -> None: ...
        def _has_text(self) -> bool: ...
        def _is_laid(self, offset: int) -> bool:
            """Tell whether the line of an offset is laid out, so that its place on the screen is known."""

        def _put_selection(self, anchor: int, head: int) -> None: ...
        def _reveal_across(self, offset: int) -> None:
            """Bring what stands at an offset in sight sideways, where text can move that way."""

        def _set_from(self, offset: int, above: float = 0) -> None: ...

else:
    _View = object


class Guided(_View):
    """What a reading view does with its selection and the keyboard, however its text is laid out.

    A view says whether it has text, whether an offset is laid out, and how a selection is shown.
    `walking` are the keys to the next and previous paragraph and sentence.
    """

    walking: tuple[str, ...] = ("J", "K", ".", ",")

    def show_document(self, document: Document | None, at: int = 0) -> None:
        """Show `document` from the offset `at` on; None empties the view."""
        self._lights.clear()
        self._guided = False
        self._selection.put(at, at)
        self.document_changed.emit(document)
        self._fill(document, at)
        self._selection.tell(document)
        self._name()
        self.annotated.emit()

    def set_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Light find hits, given in the order of the text; the one with index `current` stands out."""
        self._lights.set_hits(hits, current)

    def set_changes(self, changes: Sequence[Span], *, dropped: bool = False) -> None:
        """Show what another edition has not: `dropped` from this text, or added to it; in its order."""
        self._lights.set_changes(changes, dropped=dropped)

    def follow(self, link: Inline) -> None:
        """Tell where a link leads to; nothing is opened here."""
        from deskbrief.ui.reader.links import address
        from deskbrief.ui.reader.styles import is_place

        if is_place(link.target):
            self.place_requested.emit(int(link.target[1:]))
        elif address(link.target):
            self.link_activated.emit(address(link.target))

    def go_to(self, span: Span, *, flash: bool = True) -> None:
        """Bring the beginning of `span` on screen, and light the whole of it for a moment."""
        if not self._has_text():
            return
        self._reveal(span)
        self._landed = span.start
        self._calm.start()
        self._put_selection(span.start, span.start)
        if flash and len(span):
            self._lights.flash(span)

    def go_on(self) -> None:
        """Let the passage that was gone to be like any other."""
        self._lights.go_on()

    def align(self, offset: int) -> None:
        """Show `offset` as far down the screen as passages land, without anything being selected or lit."""
        if self._has_text():
            self._set_from(offset, round(self.viewport().height() * LANDING))
            self._pinned, self._landed = None, offset

    def selection(self) -> Span | None:
        """Return what is selected, or None."""
        document = self.shown_document()
        return None if document is None else self._selection.span(document)

    def select(self, span: Span) -> None:
        """Select `span` and bring its beginning on screen."""
        if self._has_text():
            self._reveal(span)
            self._put_selection(span.start, span.end)

    def selected_text(self) -> str:
        """Return the selection as plain text, as it is copied."""
        from deskbrief.ui.reader.stretches import plain

        document, span = self.shown_document(), self.selection()
        return "" if document is None or span is None else plain(document, span)

    def passage(self) -> QMimeData | None:
        """Return the selection as it is handed to other programs."""
        from deskbrief.ui.reader.clipboard import passage

        document, span = self.shown_document(), self.selection()
        return None if document is None or span is None else passage(document, span)

    def copy(self) -> None:
        """Put the selection on the clipboard, as plain text and as HTML."""
        data = self.passage()
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def sentence_here(self) -> Span | None:
        """Return the sentence where the keyboard is, or else the one in the middle of the screen."""
        document = self.shown_document()
        if document is None or not self._has_text():
            return None
        offset = self._selection.head
        if not self._guide_seen():
            left, right = self._gutter.left, self._gutter.right
            offset = self._offset_at(QPointF(left + (right - left) / 3, self.viewport().height() / 2))
        from deskbrief.ui.reader.sentences import sentence_at
        from deskbrief.ui.reader.stretches import stretch_at

        return sentence_at(document.text, stretch_at(document, offset), offset, document.metadata.language)

    def next_paragraph(self, step: int) -> None:
        """Move the paragraph cursor by `step` blocks that hold something, and have the block read out."""
        self.walker.paragraph(step)

    def standing(self) -> int | None:
        """Return where the reader has put the keyboard, if that is on screen."""
        return self._selection.head if self._guide_seen() else None

    def ends(self) -> tuple[int, int]:
        """Return where the selection began and where it has come, which may be before."""
        return self._selection.anchor, self._selection.head

    def let_go(self, at: int | None = None) -> None:
        """Select nothing any more; the keyboard stays where it is, or goes to `at`."""
        at = self._selection.head if at is None else at
        self._put_selection(at, at)

    def current_paragraph(self) -> int:
        """Return the paragraph number where the keyboard is, or else at the top of the screen; 0 for none."""
        document = self.shown_document()
        if document is None:
            return 0
        return document.paragraph_at(self._selection.head if self._guide_seen() else self.place())

    def _is_selected(self, offset: int | None) -> bool:
        selected = self.selection()
        return selected is not None and offset is not None and selected.start <= offset < selected.end

    def _guide_seen(self) -> bool:
        """Tell whether the reader has put the keyboard somewhere that is on screen now."""
        return self._guided and self._has_text() and self._is_in_sight(self._selection.head)

    def _reveal(self, span: Span) -> None:
        """Bring the beginning of `span` on screen; move nothing when all of it is well in sight."""
        if not self._has_text():
            return
        screen, room = self.viewport().height(), self._room_above(span.start)
        self._reveal_across(span.start)
        if not self._is_laid(span.start):
            self._set_from(span.start, max(round(screen * LANDING), room + ABOVE_TALL))
            self._pinned = None
            return
        line = self._line(span.start)
        last = self._line(span.end) if self._is_laid(span.end) else line
        if line.top >= room and last.top + last.height <= screen * 0.92:
            return
        tall = last.top - line.top + room > screen * (1 - LANDING)
        self.scroll_by(line.top - room - (ABOVE_TALL if tall else screen * LANDING))

    def _room_above(self, offset: int) -> int:
        """Return how high the picture is that belongs to the line at `offset`; 0 for other lines."""
        document = self.shown_document()
        if document is None or not document.blocks:
            return 0
        return self._styles.figure_room(document.block_at(offset))

    def _is_in_sight(self, offset: int) -> bool:
        if not self._is_laid(offset):
            return False
        line = self._line(offset)
        return line.top + line.height > 0 and line.top < self.viewport().height()

    def _do(self, act: Act) -> None:
        from deskbrief.ui.reader.keys import Act

        document = self.shown_document()
        length = 0 if document is None else len(document.text)
        if act is Act.COPY:
            self.copy()
        elif act in {Act.PAGE_UP, Act.PAGE_DOWN}:
            self.page_by(1 if act is Act.PAGE_DOWN else -1)
        elif act in {Act.ZOOM_IN, Act.ZOOM_OUT, Act.ZOOM_RESET}:
            self.zoom_by({Act.ZOOM_IN: 1, Act.ZOOM_OUT: -1}.get(act, 0))
        elif act is Act.SELECT_ALL:
            self._put_selection(0, length)
        else:
            end = length if act in {Act.TO_END, Act.SELECT_TO_END} else 0
            keep = act in {Act.SELECT_TO_START, Act.SELECT_TO_END}
            self._scroll_to(float(self.scroller.maximum()) if end else 0.0)
            self._put_selection(self._selection.anchor if keep else end, end)

    def name_keys(self, *keys: str) -> None:
        """Tell screen readers by which keys the text is walked."""
        self.walking = keys
        self._name()

    def _name(self) -> None:
        document = self.shown_document()
        title = document.metadata.title if document is not None else ""
        self.setAccessibleName(self.tr("Text of {title}").format(title=title) if title else self.tr("Text"))
        signs = {".": self.tr("full stop"), ",": self.tr("comma")}
        self.setAccessibleDescription(
            self.tr(
                "{0} and {1} go from paragraph to paragraph, {2} and {3} from sentence to sentence. "
                "Arrow keys with Shift select text."
            ).format(*(signs.get(key, key) or self.tr("no key") for key in self.walking))
        )
