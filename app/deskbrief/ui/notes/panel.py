"""The notes dock: notes in text order, each led back to its passage and written in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskbrief.document.links import note_link
from deskbrief.document.notes import Role
from deskbrief.services.curation import shortened
from deskbrief.services.mentions import Mentions
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.frame import is_in_use, put_together
from deskbrief.ui.models.heads import GroupRow, MessageRow, folded_up
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded, needles
from deskbrief.ui.notes.arrange import AlsoRow, NoteOrder, arranged
from deskbrief.ui.notes.entry import NoteEntry
from deskbrief.ui.notes.linking import LONGEST_LABEL, Target
from deskbrief.ui.notes.list import NoteList
from deskbrief.ui.notes.orderbutton import OrderButton
from deskbrief.ui.notes.paint import LINK, MENTION, MORE
from deskbrief.ui.notes.rows import NoteRow, NoteWords
from deskbrief.ui.notes.shelf import NO_MENTIONS, Shelf
from deskbrief.ui.notes.together import TogetherButton
from deskbrief.ui.notes.writing import Writing
from deskbrief.ui.theme import Theme

__all__ = ["NoteEntry", "NotesPanel"]

_TAGS = attrgetter("note.tags")
#: The most characters of a note's words by which `[[` offers it.
LONGEST_TARGET = 70
#: Keys that tell where a note stands, by the links on its card.
PLACING = {"y": "yes", "x": "no", "p": "put"}


class NotesPanel(QWidget):
    """Notes as cards; the current one can be written in.

    `passage_requested` carries a Span, `body_changed` a note's id and all of its words, `role_requested` an
    id and a Role, `tags_requested` an id and its tags, `delete_requested` and `retry_requested` an id,
    `order_changed` a NoteOrder; `naming_requested` asks for other names of the colours. `put_requested`,
    `confirm_requested` and `deny_requested` carry the id of a note whose place is not certain.
    `link_requested` carries the address that a link in a note leads to. `passage` tells what a link to the
    passage that is selected in the text would be, if one is.
    """

    passage_requested = Signal(object)
    body_changed = Signal(str, str)
    role_requested = Signal(str, object)
    tags_requested = Signal(str, object)
    order_changed = Signal(object)
    naming_requested = Signal()
    left = Signal()
    delete_requested = Signal(str)
    retry_requested = Signal(str)
    link_requested = Signal(str)
    put_requested = Signal(str)
    confirm_requested = Signal(str)
    deny_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = NoteWords(self)
        self._shelf = Shelf()
        self._list = NoteList(self._words, self)
        self._editor = self._list.editor
        self._writing = Writing(self._list, self._shelf, self)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.timeout.connect(self._fill)
        self._filter = FilterBox(self.tr("Filter these notes"), self)
        self._filter.setToolTip(
            self.tr("Words of notes and passages, sections, #tags, colours, days (2026-03), is:lost")
        )
        self.passage: Callable[[], Target | None] = _no_passage
        self._left_passage: tuple[str, Target] | None = None
        self._from_text = False
        self._here = ""
        self._has_text = True
        self._editor.linking.targets = self.targets
        self._order = NoteOrder.TEXT
        self._closed: set[str] = set()
        self._order_button = OrderButton(self)
        self.together = TogetherButton(self._words, self.acted_on, self._tags, self._editor.tags.known, self)
        beside = QWidget(self)
        buttons = QHBoxLayout(beside)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        buttons.addWidget(self._order_button)
        buttons.addWidget(self.together)
        put_together(self, self._filter, self._list, beside=beside)
        self._connect()
        self.show_notes(())

    @property
    def list(self) -> NoteList:
        """The rows of the notes, as they are now."""
        if self._stale.isActive():
            self._fill()
        return self._list

    def show_notes(
        self,
        entries: Sequence[NoteEntry],
        elsewhere: Mentions = NO_MENTIONS,
        tags: Iterable[str] = (),
    ) -> None:
        """Show the notes in the order given; the one being written in is not disturbed by its own echo.

        Their rows are laid out after the mark in the text was drawn, or when somebody asks for them.
        `elsewhere` tells where notes of other documents mention them, `tags` which are in use there.
        """
        self._shelf.fill(entries, self._writing.note_id, elsewhere)
        self._editor.tags.set_known(chain(chain.from_iterable(map(_TAGS, entries)), tags))
        self._writing.renew()
        self._stale.start()

    def know_text(self, *, is_there: bool) -> None:
        """Know whether there is a text that notes can be taken on."""
        if is_there is not self._has_text:
            self._has_text = is_there
            self._stale.start()

    def prepare(self, entries: Sequence[NoteEntry]) -> Iterator[None]:
        """Make what `show_notes` needs; yields between two slices of many notes."""
        return self._shelf.prepare(entries)

    def acted_on(self) -> tuple[Sequence[str], bool]:
        """Return the ids of the notes that were chosen, else of all that are shown, and which it was."""
        shown = [row for row in self.list.rows if isinstance(row, NoteRow)]
        chosen = [row.key for row in self._list.chosen()]
        return chosen or [row.key for row in shown], bool(chosen)

    def _tags(self) -> Sequence[str]:
        """Return the tags of the notes that are acted on together."""
        ids = set(self.acted_on()[0])
        rows = (row for row in self._list.rows if isinstance(row, NoteRow) and row.key in ids)
        return sorted({tag for row in rows for tag in row.entry.note.tags}, key=folded)

    def set_order(self, order: NoteOrder) -> None:
        """Show the notes in another order."""
        self._order = order
        self._closed.clear()
        self._order_button.show_order(order)
        self._fill()

    @property
    def role_names(self) -> Mapping[Role, str]:
        """The user's own names of colours."""
        return self._words.names

    def set_role_names(self, names: Mapping[Role, str]) -> None:
        """Call the colours by the user's own names."""
        self._words.names = dict(names)
        self._editor.name_roles(self._words)
        self._fill()
        self.list.viewport().update()

    def edit(self, note_id: str, *, from_text: bool = False) -> None:
        """Open the editor of a note, with the caret at the end of its words.

        Whoever came `from_text` is led back there when he leaves the words with Esc.
        """
        row = self._shelf.row(note_id)
        if row is None:
            return
        if row not in self.list.rows:
            self._filter.clear()
        self.list.set_current(self.list.show_row(note_id))
        self._writing.open(row)
        self.list.show_row(note_id)
        self._editor.write()
        self._from_text = from_text

    def editing(self) -> str:
        """Return the id of the note that is being written in, or nothing."""
        return self._writing.note_id if self._writing.is_writing else ""

    def targets(self) -> Sequence[Target]:
        """Return what a link in the note at hand can lead to: the selected passage, other notes."""
        of, left = self._left_passage or ("", None)
        passage = self.passage() or (left if of == self._writing.note_id else None)
        others = self._shelf.found((), "")
        firsts = (
            (row.key, self._words.title(row).partition("\n")[0])
            for row in others
            if row.key != self._writing.note_id
        )
        notes = [
            Target(shortened(words, LONGEST_TARGET), note_link(key), shortened(words, LONGEST_LABEL))
            for key, words in firsts
        ]
        return [*([passage] if passage else []), *notes]

    def show_note(self, note_id: str) -> None:
        """Make a note the current one and bring it into sight."""
        row = self._shelf.row(note_id)
        if row is None:
            return
        if row not in self.list.rows:
            self._filter.clear()
            self._closed.clear()
            self._fill()
        self.list.set_current(self.list.show_row(note_id))

    def unsure(self) -> str:
        """Return the id of the note whose place the reader may tell: the current one, or the only one."""
        row = self.list.current
        if isinstance(row, NoteRow) and row.entry.is_unsure:
            return row.key
        found = [row.key for row in self._shelf.found((), "") if row.entry.is_unsure]
        return found[0] if len(found) == 1 else ""

    def flush(self) -> None:
        """Send what was typed, at once."""
        self._writing.flush()

    def note_failed(self, note_id: str, sentence: str) -> None:
        """Say that a note's words could not be saved; they stay, and Retry is offered."""
        self._show_problem(self._shelf.failed(note_id, sentence))

    def note_saved(self, note_id: str) -> None:
        """Know that a note's words are kept; to be called after every word that was saved."""
        self._writing.saved(note_id)
        self._show_problem(self._shelf.saved(note_id))

    def set_place(self, offset: int) -> None:
        """Mark the note at the reading place, and bring it into sight unless the user is in the panel."""
        key = self._shelf.before(offset)
        # Rows that wait to be laid out are not laid out for this: it is done with them.
        if self._list.set_here(key) and not is_in_use(self):
            self._here = key
            if not self._stale.isActive():
                self._show_here()

    def _show_here(self) -> None:
        key, self._here = self._here, ""
        if key:
            self._list.show_row(key)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._list.set_theme(theme)

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._fill)
        self._filter.left.connect(self._list.setFocus)
        self._list.opened.connect(self._open)
        self._list.zone_clicked.connect(self._press)
        self._list.lettered.connect(self._type)
        self._list.fold_asked.connect(self._fold)
        self._list.moved.connect(self._follow)
        self._order_button.chosen.connect(self._choose_order)
        self._order_button.naming_asked.connect(self.naming_requested)
        self._writing.body_changed.connect(self.body_changed)
        self._editor.left.connect(self._leave)
        self._editor.role_chosen.connect(self._choose_role)
        self._editor.tagged.connect(self._tag)
        self._editor.go_asked.connect(self._go)
        self._editor.delete_asked.connect(self._delete)
        self._editor.followed.connect(self.link_requested)

    # Showing

    def _fill(self) -> None:
        self._stale.stop()
        names = {role: folded(self._words.role(role)) for role in Role}
        found = self._shelf.found(needles(self._filter.text()), self.editing(), names)
        rows = arranged(found, self._order, self._words)
        if self._closed:
            rows = [*folded_up(rows, self._closed)]
        if not len(self._shelf):
            rows = [MessageRow(key="empty", text=self._how_to_begin())]
        elif not rows:
            rows = [MessageRow(key="no match", text=self.tr("No note matches the filter."))]
        edited = self._writing.note_id
        if edited and not any(row.key == edited for row in rows):
            self._writing.close()
        self._list.fill(rows)
        self._show_here()

    def _choose_order(self, order: NoteOrder) -> None:
        self.set_order(order)
        self.order_changed.emit(order)

    def _how_to_begin(self) -> str:
        if not self._has_text:
            return self.tr("Open a text to take notes. They appear here, in the order of the text.")
        return self.tr(
            "No notes yet. Select a passage in the text and press N to write about it, "
            "or 1 to 6 to mark it in a colour. Your notes appear here in the order of the text."
        )

    def _show_problem(self, row: NoteRow | None) -> None:
        if row is not None:
            self.list.remeasure(row)

    # Editing

    def _follow(self, row: Row | None) -> None:
        self._from_text = False
        self.flush()
        if isinstance(row, NoteRow) and row.key != self._writing.note_id:
            self._writing.open(row)

    def _leave(self) -> None:
        """Lead back to the text from a note that was opened there; else the list has the keyboard."""
        if self._from_text:
            self._from_text = False
            self.left.emit()

    # Answering

    def _open(self, row: Row) -> None:
        if isinstance(row, GroupRow):
            self._fold(row, row.key in self._closed)
        if isinstance(row, AlsoRow):
            self.show_note(row.note)
        if isinstance(row, NoteRow):
            # Going to its passage lets go of what was selected, perhaps for a link in this very note.
            if selected := self.passage():
                self._left_passage = row.key, selected
            self._writing.open(row)
        if row.span is not None:
            self.passage_requested.emit(row.span)

    def _fold(self, row: Row, is_open: bool) -> None:
        """Open or close the group under a head."""
        if isinstance(row, GroupRow):
            (self._closed.discard if is_open else self._closed.add)(row.key)
            self._fill()

    def _press(self, row: Row, zone: str) -> None:
        signals = {"retry": self.retry_requested, "put": self.put_requested}
        signals |= {"yes": self.confirm_requested, "no": self.deny_requested}
        if zone in signals:
            signals[zone].emit(row.key)
        elif zone.startswith(LINK):
            self.link_requested.emit(zone.removeprefix(LINK))
        elif zone == MENTION + MORE:
            self._list.menu_asked.emit(row, QCursor.pos())
        elif isinstance(row, NoteRow) and zone.startswith(MENTION):
            self.link_requested.emit(note_link(row.mentioned[int(zone.removeprefix(MENTION))][0]))

    def _type(self, row: Row | None, letter: str) -> None:
        if letter == "/":
            self.focus_filter()
        elif letter == " ":
            self._list.choose(row)
        elif not isinstance(row, NoteRow):
            return
        elif letter == "e":
            self.edit(row.key)
        elif letter in PLACING:
            acts = {name for name, *_ in self._words.acts(row.entry)}
            if PLACING[letter] in acts:
                self._press(row, PLACING[letter])
        elif letter == "delete":
            self.delete_requested.emit(row.key)
        else:
            self.role_requested.emit(row.key, list(Role)[int(letter) - 1])

    def _tag(self, tags: tuple[str, ...]) -> None:
        if self._writing.note_id:
            self.tags_requested.emit(self._writing.note_id, tags)

    def _choose_role(self, role: Role) -> None:
        self.role_requested.emit(self._writing.note_id, role)

    def _go(self) -> None:
        row = self._writing.row
        if row is not None:
            self._open(row)

    def _delete(self) -> None:
        self.delete_requested.emit(self._writing.note_id)


def _no_passage() -> Target | None:
    return None
