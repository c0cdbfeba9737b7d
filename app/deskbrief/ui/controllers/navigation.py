"""Going to passages and coming back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from deskbrief.document.spans import Span
from deskbrief.services.messages import Level
from deskbrief.services.places import place_at
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.words import lasting

#: What may be opened outside; anything else in a document is only text.
SCHEMES = ("http", "https", "mailto")
#: The units of steps, by the names that `strides` gives them: that is imported when the first step is made.
SENTENCE, PARAGRAPH = "sentence", "paragraph"


class Navigation(QObject):
    """Moves through the text; each jump can be taken back."""

    def __init__(self, parts: Parts, services: Services) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services

    def go(self, span: Span) -> None:
        """Jump to a passage and flash it."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        item.histories[self._parts.panes.number].jump(self._parts.reader.view.place(), span.start)
        self._parts.reader.view.go_to(span)
        self.refresh()

    def go_to(self, offset: int) -> None:
        """Jump to the block at `offset`, where a link of the document leads: to a footnote, or a chapter."""
        item = self._parts.desk.front
        if item is not None and item.document is not None and offset < len(item.document.text):
            block = item.document.block_at(offset)
            self.go(Span(offset, max(block.end, offset + 1)))

    def ask(self) -> None:
        """Ask for a paragraph, a page or a share of the text, and go there."""
        item = self._parts.desk.front
        if item is None or item.document is None or not self._parts.panes.isVisible():
            return
        from deskbrief.services.passages import passage_for
        from deskbrief.ui.dialogs.place import PlaceDialog

        pages = item.document.page_labels
        labels = (pages[0], pages[-1]) if pages else ("", "")
        dialog = PlaceDialog(
            partial(passage_for, item.document),
            0 if item.document.labelled else item.document.paragraphs,
            labels,
            self._parts.window,
        )
        if dialog.exec():
            self.go(dialog.passage())
            self._parts.reader.view.setFocus()
        dialog.deleteLater()

    def show_sections(self) -> None:
        """Show the sections around the place that is read, to go to one of them."""
        item, pane = self._parts.desk.front, self._parts.panes.active
        if item is None or item.outline is None or not item.outline.sections or not pane.isVisible():
            return
        from deskbrief.ui.pathmenu import path_menu

        menu = path_menu(item.outline, pane.reader.view.current(), pane)
        menu.triggered.connect(self._go_to_section)
        below = pane.crumb if pane.crumb.isVisible() else pane
        menu.popup(below.mapToGlobal(QPoint(pane.crumb.left(), pane.crumb.height())))

    def _go_to_section(self, action: QAction) -> None:
        self.go(action.data())
        self._parts.reader.view.setFocus()

    def back(self) -> None:
        """Go back to where the last jump began."""
        history = self._parts.history
        self._move(history.back(self._parts.reader.view.place()) if history else None)

    def forward(self) -> None:
        """Undo going back."""
        history = self._parts.history
        self._move(history.forward() if history else None)

    def next_paragraph(self) -> None:
        """Move one paragraph down."""
        self._parts.reader.view.next_paragraph(1)

    def previous_paragraph(self) -> None:
        """Move one paragraph up."""
        self._parts.reader.view.next_paragraph(-1)

    def next_sentence(self) -> None:
        """Move one sentence on."""
        self._parts.reader.view.walker.sentence(1)

    def previous_sentence(self) -> None:
        """Move one sentence back."""
        self._parts.reader.view.walker.sentence(-1)

    def paragraph_on(self) -> None:
        """Let the selection reach a paragraph further."""
        self._extend(PARAGRAPH, 1)

    def paragraph_back(self) -> None:
        """Let the selection reach a paragraph less far."""
        self._extend(PARAGRAPH, -1)

    def sentence_on(self) -> None:
        """Let the selection reach a sentence further."""
        self._extend(SENTENCE, 1)

    def sentence_back(self) -> None:
        """Let the selection reach a sentence less far."""
        self._extend(SENTENCE, -1)

    def next_mark(self) -> None:
        """Go to the next mark after the top of the screen, around the end if need be."""
        self._step_mark(1)

    def previous_mark(self) -> None:
        """Go to the mark before."""
        self._step_mark(-1)

    def where(self) -> None:
        """Say where the reader is: section, page, paragraph, and how long the rest takes."""
        item = self._parts.desk.front
        if item is None or item.document is None:
            return
        place = place_at(item.document, item.outline, self._parts.reader.view.current())
        from deskbrief.ui.spoken import announce
        from deskbrief.ui.words import spoken_place

        words = self.tr("Paragraph {0} of {1}").format(place.paragraph, place.of)
        if place.label:
            said = spoken_place(place.label)
            words = said[:1].upper() + said[1:]
        if place.page:
            words = self.tr("Page {0}").format(place.page) + ". " + words
        if place.minutes_left:
            words += ", " + self.tr("{0} left").format(lasting(place.minutes_left))
        if place.section:
            words = f"{place.section}. {words}"
        self._services.messages.say(words)
        announce(self._parts.reader.view, words)

    def offer_link(self, address: str) -> None:
        """Ask before a link of the document leaves the program, naming where it leads."""
        from PySide6.QtCore import QUrl

        url = QUrl(address)
        if url.scheme().lower() not in SCHEMES:
            return
        from deskbrief.services.messages import Message

        target = url.host() or url.path()
        message = Message(Level.INFO, self.tr("This link leads to {0}.").format(target))
        self._parts.notice.show_message(message, self.tr("Open in browser"), partial(_open_outside, address))

    def refresh(self) -> None:
        """Switch back and forward on or off."""
        history = self._parts.history
        self._parts.actions.enable(bool(history and history.can_go_back), "back")
        self._parts.actions.enable(bool(history and history.can_go_forward), "forward")

    def _extend(self, unit: str, step: int) -> None:
        from deskbrief.ui.reader.strides import Unit

        self._parts.reader.view.walker.extend(Unit(unit), step)

    def _move(self, place: int | None) -> None:
        if place is not None:
            self._parts.reader.view.go_to(Span(place, place), flash=False)
        self.refresh()

    def _step_mark(self, step: int) -> None:
        item = self._parts.desk.front
        spans = [note.span for note in item.notes if note.span] if item else []
        if not spans:
            return
        here = self._parts.reader.view.selection()
        at = here.start if here else self._parts.reader.view.place()
        if step > 0:
            target = next((span for span in spans if span.start > at), spans[0])
        else:
            target = next((span for span in reversed(spans) if span.start < at), spans[-1])
        self.go(target)
        self._parts.reader.view.select(target)


def _open_outside(address: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(address))
