"""What lies over the text for a while: the find bar, the bar beside a selection, and the pen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

from deskbrief.document.spans import Span
from deskbrief.ui.keys import usual_key
from deskbrief.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from deskbrief.document.model import Document
    from deskbrief.document.notes import Role
    from deskbrief.services.patterns import PatternSearch
    from deskbrief.ui.reader.find import FindBar
    from deskbrief.ui.reader.panel import ReaderPanel
    from deskbrief.ui.reader.pen import Pen
    from deskbrief.ui.reader.selectionbar import SelectionBar

#: The distance of the find bar from the edges of the view.
FIND_EDGE = 10


class Bars(QObject):
    """Makes each of the three when it is first needed, and puts it where it covers no words that matter.

    `make_patterns` makes what looks for regular expressions for the find bar; without it there are none.
    `role_names` tells the reader's own names of the colours.
    """

    def __init__(self, panel: ReaderPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.made_find: FindBar | None = None
        self._selection: SelectionBar | None = None
        self._pen: Pen | None = None
        self._theme = LIGHT
        self._left_by_find: Span | None = None
        self._key_of: Callable[[str], str] = usual_key
        self._dragging = False
        self.make_patterns: Callable[[], PatternSearch] | None = None
        self.role_names: Callable[[], Mapping[Role, str]] = dict

    @property
    def find(self) -> FindBar:
        """The find bar."""
        if self.made_find is None:
            from deskbrief.ui.reader.find import FindBar

            panel = self._panel
            found = self.made_find = FindBar(panel.view, panel)
            found.set_theme(self._theme)
            found.hits_changed.connect(panel.ruler.set_hits)
            found.hits_changed.connect(self._place_find)
            found.mark_requested.connect(panel.hits_mark_requested)
            found.grown.connect(self._place_find)
            found.dismissed.connect(self._keep_away)
            found.finder.patterns = self.make_patterns() if self.make_patterns else None
            found.set_document(panel.view.shown_document())
            self._place_find()
        return self.made_find

    @property
    def selection(self) -> SelectionBar:
        """The bar beside a selection."""
        if self._selection is None:
            from deskbrief.ui.reader.selectionbar import SelectionBar

            panel = self._panel
            bar = self._selection = SelectionBar(panel)
            bar.set_theme(self._theme)
            bar.name_keys(self._key_of)
            bar.set_role_names(self.role_names())
            bar.mark_requested.connect(panel.mark_requested)
            bar.pen_requested.connect(panel.pen_requested)
            bar.note_requested.connect(panel.note_requested)
            bar.event_requested.connect(panel.event_requested)
            bar.recommendation_requested.connect(panel.recommendation_requested)
            bar.copy_requested.connect(panel.copy_requested)
        return self._selection

    @property
    def pen(self) -> Pen:
        """The pen that marks each selection."""
        if self._pen is None:
            from deskbrief.ui.reader.pen import Pen

            self._pen = Pen(self._panel)
            self._pen.set_theme(self._theme)
            self._pen.name_keys(self._key_of)
            self._pen.drawn.connect(self._draw)
        return self._pen

    @property
    def pen_taken(self) -> bool:
        """Whether each selection becomes a mark now."""
        return self._pen is not None and self._pen.taken

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        for part in (self.made_find, self._selection, self._pen):
            if part is not None:
                part.set_theme(theme)

    def name_keys(self, key_of: Callable[[str], str]) -> None:
        """Say which keys do what; `key_of` returns that of a command."""
        self._key_of = key_of
        for part in (self._selection, self._pen):
            if part is not None:
                part.name_keys(key_of)

    def name_roles(self) -> None:
        """Call the colours as the reader does from now on."""
        if self._selection is not None:
            self._selection.set_role_names(self.role_names())

    def take_pen(self, role: Role) -> None:
        """Let each selection become a mark in `role`, from what is selected now on."""
        view = self._panel.view
        self.pen.take(role)
        self.pen.place(view.geometry())
        self.hide_selection()
        view.speaker.say(self.pen.words())
        if view.selection() is not None:
            self._draw(role)

    def watch(self) -> None:
        """Follow the view that the panel has now."""
        view = self._panel.view
        view.selection_changed.connect(self.place_selection)
        view.moved.connect(self.place_selection)

    def let_go(self) -> str:
        """Part with the find bar of a view that goes; return what it looked for, "" when it was not seen."""
        found, self.made_find = self.made_find, None
        self.hide_selection()
        if found is None:
            return ""
        words = found.field.text() if found.isVisible() else ""
        found.hide()
        found.deleteLater()
        return words

    def set_document(self, document: Document | None) -> None:
        """Look in `document` from now on."""
        self.hide_selection()
        if self.made_find is not None:
            self.made_find.set_document(document)

    def hide(self) -> None:
        """Take the bars away: the text is not seen."""
        self.hide_selection()
        if self.made_find is not None:
            self.made_find.hide()

    def hide_selection(self) -> None:
        """Take the bar beside a selection away."""
        if self._selection is not None:
            self._selection.hide()

    def place(self) -> None:
        """Put everything where it belongs in a panel that has another size."""
        self._place_find()
        self.place_selection()
        if self._pen is not None:
            self._pen.place(self._panel.view.geometry())

    def place_selection(self) -> None:
        """Show the bar beside the selection, or take it away where there is none to serve."""
        view = self._panel.view
        if view.selection() != self._left_by_find:
            self._left_by_find = None
        off = self._dragging or self.pen_taken or self._panel.says or self._left_by_find is not None
        area = None if off else view.selection_area()
        if area is None:
            self.hide_selection()
        else:
            self.selection.show_beside(area, view.geometry())

    def step_back(self) -> bool:
        """Put the pen down, or take a bar away; return whether there was one."""
        if self.pen_taken:
            self.pen.leave()
        elif seen(self._selection):
            head = self._panel.view.selection()
            if head is None:
                self.hide_selection()
            else:
                self._panel.view.go_to(Span(head.start, head.start), flash=False)
        elif seen(self.made_find):
            self.find.dismiss()
        else:
            return False
        return True

    def follow(self, event: QEvent) -> None:
        """Hold the selection bar back while the mouse is still selecting in the view."""
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            self._dragging = True
            self.hide_selection()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._dragging = False
            self.place_selection()
        if self._pen is not None:
            self._pen.follow(event)

    def _draw(self, role: Role) -> None:
        """Mark what is selected with the pen."""
        if self._panel.view.selection() is not None:
            self._panel.pen_drawn.emit(role)
            self._panel.view.let_go()

    def _keep_away(self, span: Span) -> None:
        """Let no bar cover the text beside `span`, which is selected without the reader having done it."""
        self._panel.view.let_go()
        self._left_by_find = span

    def _place_find(self) -> None:
        if self.made_find is None:
            return
        view = self._panel.view
        right = view.width() - view.scroller.width() - FIND_EDGE
        self.made_find.fit(right - FIND_EDGE)
        size = self.made_find.sizeHint()
        wide = min(size.width(), right - FIND_EDGE)
        bar = QRect(right - wide, FIND_EDGE, wide, size.height())
        hit = self.made_find.finder.hit()
        if hit is not None and self._is_under(hit, bar):
            bar.moveBottom(self._panel.height() - FIND_EDGE)
        self.made_find.setGeometry(bar)

    def _is_under(self, span: Span, bar: QRect) -> bool:
        """Tell whether `bar` hides the beginning of `span`, as it can at the head of a document."""
        view = self._panel.view
        begin, end = (view.caret_area(offset) for offset in (span.start, span.end))
        if begin is None:
            return False
        words = begin if end is None or end.top() != begin.top() else begin.united(end)
        return words.translated(view.viewport().pos()).intersects(bar)


def seen(part: QWidget | None) -> bool:
    """Tell whether a part that may not have been made is on screen."""
    return part is not None and part.isVisible()
