"""The reading pane: the view with its ruler, find bar and selection bar, or a message in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.keys import usual_key
from deskbrief.ui.reader.bars import Bars, seen
from deskbrief.ui.reader.ruler import OverviewRuler
from deskbrief.ui.reader.view import ReadingView
from deskbrief.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from deskbrief.ui.reader.find import FindBar
    from deskbrief.ui.reader.message import Message
    from deskbrief.ui.reader.modes import AnyView
    from deskbrief.ui.reader.original.view import PageView
    from deskbrief.ui.reader.typed import Typed

_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})
#: Commands whose keys a screen reader tells of the text.
WALKING = ("next_paragraph", "previous_paragraph", "next_sentence", "previous_sentence")


class ReaderPanel(QWidget):
    """Shows a document to read, or says why there is none.

    `view`, `ruler` and `bars` are its parts; their signals are forwarded under the same names. `message` is
    made when it is first needed: that nothing is open is not said before the pane is seen, since a window
    that is being made has not opened its documents yet.
    `message_action` carries the key of the button that was pressed under a message.
    """

    document_changed = Signal(object)
    place_changed = Signal(int)
    selection_changed = Signal(object)
    filled = Signal()
    first_screen = Signal()
    link_activated = Signal(str)
    place_requested = Signal(int)
    page_requested = Signal(int)
    mark_activated = Signal(str)
    marker_activated = Signal(object)
    zoom_changed = Signal(float)
    context_requested = Signal(QPoint)
    mark_requested = Signal(object)
    hits_mark_requested = Signal(object)
    note_requested = Signal()
    event_requested = Signal()
    recommendation_requested = Signal()
    copy_requested = Signal()
    message_action = Signal(str)
    mark_resized = Signal(str, object)
    pen_requested = Signal()
    pen_drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: AnyView = ReadingView(self)
        self.ruler = OverviewRuler(self.view, self)
        self._theme = LIGHT
        self.bars = Bars(self)
        self._refer: Callable[[Span], str] | None = None
        self._message: Message | None = None
        self._made_typed: Typed | None = None
        self._empty = True
        self._key_of: Callable[[str], str] = usual_key
        self._paged = self._original = False
        #: Makes the view of original pages; without it there is none.
        self.make_pages: Callable[[QWidget], PageView] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._put_in()
        self.set_theme(LIGHT)

    def preparing(self, document: Document) -> Iterator[None]:
        """Make ready what will be shown; yields between two slices of a long document."""
        if isinstance(self.view, ReadingView):
            yield from self.view.preparing(document)

    def take_sheets(self, other: ReaderPanel) -> None:
        """Show documents that `other` has shown without preparing them again."""
        if isinstance(self.view, ReadingView) and isinstance(other.view, ReadingView):
            self.view.take_sheets(other.view)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        for part in (self.view, self.ruler, self.bars):
            part.set_theme(theme)

    # Hides QWidget.find, which looks up windows by number and has no use on a pane.
    @property
    def find(self) -> FindBar:  # type: ignore[override]
        """The find bar."""
        return self.bars.find

    @property
    def message(self) -> Message:
        """What stands in the place of the text."""
        if self._message is None:
            from deskbrief.ui.reader.message import Message

            self._message = Message(self)
            self._message.setGeometry(self.rect())
            self._message.pressed.connect(self.message_action)
        return self._message

    @property
    def says(self) -> bool:
        """Whether a message stands in the place of the text."""
        return seen(self._message)

    def name_keys(self, key_of: Callable[[str], str]) -> None:
        """Say which keys do what; `key_of` returns that of a command."""
        self._key_of = key_of
        self.view.name_keys(*map(key_of, WALKING))
        self.bars.name_keys(key_of)

    def refer_with(self, refer: Callable[[Span], str]) -> None:
        """Let what is dragged out carry the reference that `refer` makes of its span."""
        self._refer = self.view.refer = refer

    def open_find(self) -> None:
        """Show the find bar."""
        self.find.open()

    def find_words(self, words: str) -> None:
        """Show the find bar and look for `words`."""
        self.find.open()
        self.find.field.setText(words)

    def find_next(self) -> None:
        """Go to the next hit."""
        self.find.find_next()

    def find_previous(self) -> None:
        """Go to the hit before."""
        self.find.find_previous()

    def show_empty(self) -> None:
        """Say that no document is open, and what to do."""
        if self._message is None and not self.isVisible():
            self._empty = True
            return
        self.show_message(
            self.tr("Nothing is open"),
            self.tr(
                "Open a file with {0}, or drop one here: PDF, Word, e-book, web page, e-mail or text."
            ).format(self._key_of("open") or self.tr("the button above")),
            (("open", self.tr("Open…")), ("library", self.tr("Library"))),
        )

    def show_message(self, title: str, text: str, buttons: Sequence[tuple[str, str]] = ()) -> None:
        """Show a message over the text, with up to three buttons given as pairs of key and label."""
        self._empty = False
        self.message.say(title, text, buttons)
        self.bars.hide()
        self.message.show()
        self.message.raise_()

    def show_nothing(self) -> None:
        """Leave the page empty: a document is on its way."""
        self.bars.hide()
        self._let_see()

    def clear_message(self) -> None:
        """Show the text again; without a document, say that none is open."""
        if self.view.shown_document() is None:
            self.show_empty()
        else:
            self._let_see()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._empty:
            self.show_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._message is not None:
            self._message.setGeometry(self.rect())
        self.bars.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.bars.step_back():
                return
            self.view.go_on()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a click in the empty margins take the keyboard to the text."""
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view:
            return event.type() in _KEYS and self._typed.hold(event)
        if event.type() is QEvent.Type.MouseButtonPress and self._made_typed is not None:
            self._made_typed.hold(event)
        self.bars.follow(event)
        return super().eventFilter(watched, event)

    @property
    def _typed(self) -> Typed:
        if self._made_typed is None:
            from deskbrief.ui.reader.typed import Typed

            self._made_typed = Typed(self.view)
        return self._made_typed

    def refuse(self, words: str) -> None:
        """Say at the text why a command did nothing; what is typed as if it had carries nothing out."""
        self._typed.refuse(words)

    @property
    def paged(self) -> bool:
        """Whether the text is shown in Qt's own text widget, for a screen reader."""
        return not self._original and not isinstance(self.view, ReadingView)

    @property
    def original(self) -> bool:
        """Whether the pages of a PDF are shown in place of the text."""
        return self._original

    def use(self, *, paged: bool) -> None:
        """Show the text in the one kind of view or the other, as it was shown before."""
        self._paged = paged
        if not self._original and paged is not self.paged:
            from deskbrief.ui.reader.modes import made

            self._change(made(paged=paged, parent=self))

    def show_original(self, original: bool) -> None:
        """Show the pages of the file in place of the text, or the text again, at the same place."""
        if original is self._original or (original and self.make_pages is None):
            return
        self._original = original
        if original and self.make_pages is not None:
            self._change(self.make_pages(self))
        else:
            from deskbrief.ui.reader.modes import made

            self._change(made(paged=self._paged, parent=self))

    def _change(self, view: AnyView) -> None:
        """Put `view` in the place of the one at hand."""
        from deskbrief.ui.reader.modes import taken_over

        old, focused, self._made_typed = self.view, self.view.hasFocus(), None
        # A view that is hidden with the keyboard in it passes that on, which selects links in the text.
        old.clearFocus()
        words = self.bars.let_go()
        self.ruler.hide()
        self.ruler.deleteLater()
        self.view = view
        self.view.refer = self._refer
        self.ruler = OverviewRuler(self.view, self)
        old.hide()
        old.setParent(None)
        self._put_in()
        self.view.show()
        self.ruler.show()
        self._row.activate()
        taken_over(old, self.view)
        self.ruler.set_theme(self._theme)
        old.deleteLater()
        if self._message is not None and self.says:
            self._message.raise_()
        if words:
            self.find_words(words)
        if focused:
            self.view.setFocus()

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        self.view.copy()

    def _put_in(self) -> None:
        """Lay out the view and its ruler, and connect them."""
        self._row.addWidget(self.view, 1)
        self._row.addWidget(self.ruler)
        self.setFocusProxy(self.view)
        self._forward()
        self._connect()

    def _forward(self) -> None:
        view = self.view
        for source, target in (
            (view.place_changed, self.place_changed),
            (view.selection_changed, self.selection_changed),
            (view.filled, self.filled),
            (view.first_screen, self.first_screen),
            (view.link_activated, self.link_activated),
            (view.place_requested, self.place_requested),
            (view.page_requested, self.page_requested),
            (view.mark_activated, self.mark_activated),
            (view.marker_activated, self.marker_activated),
            (view.zoom_changed, self.zoom_changed),
            (view.context_requested, self.context_requested),
            (view.mark_resized, self.mark_resized),
        ):
            source.connect(target)

    def _connect(self) -> None:
        self.view.document_changed.connect(self._on_document)
        self.bars.watch()
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self.ruler.jumped.connect(self._jump)

    def _on_document(self, document: Document | None) -> None:
        self.bars.set_document(document)
        if document is None:
            self.show_empty()
        else:
            self._let_see()
        self.document_changed.emit(document)

    def _let_see(self) -> None:
        self._empty = False
        if self._message is not None:
            self._message.hide()

    def _jump(self, span: Span) -> None:
        self.view.go_to(span)
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
