"""The library in place of the text: listing, searching, labels, removing, chronologies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.spans import Span
from deskbrief.library.catalogue import Card
from deskbrief.library.labels import Label, LabelKind
from deskbrief.services.everywhere import Passage
from deskbrief.services.librarian import Librarian
from deskbrief.services.shelving import Shelving
from deskbrief.services.timeline import Source
from deskbrief.ui.controllers.chronicles import Chronicles
from deskbrief.ui.library.arrange import Order, rows_of
from deskbrief.ui.library.page import LibraryPage
from deskbrief.ui.parts import Chooser, Parts, Services, Store
from deskbrief.ui.words import numbered

if TYPE_CHECKING:
    from deskbrief.document.notes import Note
    from deskbrief.library.copykeeper import Restored
    from deskbrief.ui.library.timeline import TimelinePage
    from deskbrief.ui.library.trash import TrashPage
    from deskbrief.ui.theme import Theme


#: The width of the dialog that asks for a name, in pixels.
NAME_WIDTH = 420


class Libraries(QObject):
    """What the page of the library does.

    `wanted` carries hash, path and a Span or None of what is to be opened; `page_wanted` the page that is to
    stand in the text's place, or None for the text itself. `changed` says that documents or notes may have
    come or gone, `backups_asked` that backups are to be shown, `take_back_asked` carries the restoration
    that is to be taken back.
    """

    wanted = Signal(str, object, object)
    page_wanted = Signal(object)
    changed = Signal()
    backups_asked = Signal()
    take_back_asked = Signal(object)

    def __init__(
        self, parts: Parts, services: Services, store: Store, chooser: Chooser, theme: Theme
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._store = store
        self._shelving = Shelving(services.library)
        self._librarian = Librarian(services.data, services.post)
        self._trash: TrashPage | None = None
        self.page = LibraryPage(parts.window)
        self.chronicles = Chronicles(parts, services, store, chooser, self._librarian, theme)
        self._is_way_back = False
        self.set_theme(theme)
        self.page.hide()
        page = self.page
        wanted = store.settings.sort_library
        page.set_order(next((one for one in Order if one == wanted), Order.OPENED))
        page.order_changed.connect(self._keep_order)
        page.opened.connect(self._open)
        page.passage_opened.connect(self._open_passage)
        page.asked.connect(self._search)
        page.chronology_asked.connect(self.show_chronology)
        page.remove_asked.connect(self.remove)
        page.labels_asked.connect(self._show_labels)
        page.left.connect(self._leave)
        page.trash_asked.connect(self.show_trash)
        page.backups_asked.connect(self.backups_asked)
        self.chronicles.left.connect(self.show)
        self.chronicles.source_opened.connect(self._open_source)

    @property
    def timeline(self) -> TimelinePage:
        """The page of a chronology."""
        return self.chronicles.page

    @property
    def librarian(self) -> Librarian:
        """Who answers questions about the library in a thread of its own."""
        return self._librarian

    def pages(self) -> tuple[QWidget, ...]:
        """Return the pages that can stand in the text's place."""
        timeline = [self.timeline] if self.chronicles.is_made else []
        return self.page, *timeline, *([self._trash] if self._trash is not None else [])

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.page.set_theme(theme)
        self.chronicles.set_theme(theme)
        self._theme = theme
        if self._trash is not None:
            self._trash.set_theme(theme)

    @property
    def trash(self) -> TrashPage:
        """The page of what was deleted and removed."""
        if self._trash is None:
            from deskbrief.ui.library.trash import TrashPage

            page = self._trash = TrashPage(self.page.window())
            page.hide()
            page.set_theme(self._theme)
            page.left.connect(self.show)
            page.bring_asked.connect(self.bring_back)
        return self._trash

    def show_trash(self) -> None:
        """Show what was deleted and removed."""
        self._librarian.trash(self.trash.show_trash)
        self.page_wanted.emit(self.trash)

    def bring_back(self, cards: Sequence[Card], notes: Sequence[Note]) -> None:
        """Bring documents and notes back out of the trash."""

        def act() -> None:
            count = self._shelving.bring_back([card.sha256 for card in cards], notes)
            words = self.tr("{0} brought back. Ctrl+Z puts them into the trash again.")
            self._services.messages.say(words.format(count))

        self._act(act)

    def show(self) -> None:
        """Show the library as it is now."""
        self._is_way_back = False
        if not any(page.isVisible() for page in self.pages()):
            # What was chosen on an earlier visit may be out of sight by now.
            self.page.choose_none()
        self.refresh()
        self.page_wanted.emit(self.page)

    def come_back(self) -> None:
        """Show the chronology that the reader came from to a passage; else, or the next time, the library."""
        if not self._is_way_back or self.chronicles.is_shown:
            self.show()
            return
        self.chronicles.refresh()
        self.page_wanted.emit(self.timeline)

    def refresh(self) -> None:
        """Show anew what there is."""
        self._librarian.list(rows_of, self.page.show_listing, self.page.show_trouble)
        if self._trash is not None and self._trash.isVisible():
            self._librarian.trash(self._trash.show_trash)

    def chosen_for_brief(self) -> list[tuple[str, Path]]:
        """Return hash and file of the documents that a brief would be of: those chosen, or a chronology's.

        Where no document is open and none is chosen it is the current one.
        """
        if self.chronicles.is_shown:
            return [(one.sha256, Path(one.path or one.sha256)) for one in self.timeline.sources()]
        if self.page.isVisible():
            cards = self.page.picked() or ([] if self._parts.desk.front else self.page.chosen())
            return [(card.sha256, Path(card.path or card.sha256)) for card in cards]
        return []

    def show_chronology(self, cards: Sequence[Card]) -> None:
        """Show one chronology of several documents."""
        if cards:
            self.chronicles.show(cards)
            self.page_wanted.emit(self.timeline)

    def undo(self) -> None:
        """Take back the last act on documents and labels, or the last restoration."""
        restored = self._shelving.pop_restored()
        if restored is not None:
            self.take_back_asked.emit(restored)
            return
        self._act(lambda: self._say_undone(self._shelving.undo()))

    @property
    def acted_at(self) -> int:
        """The Unix time in milliseconds of the last act that can be taken back; 0 when there is none."""
        return self._shelving.acted_at

    def was_restored(self, done: Restored) -> None:
        """Remember a restoration as the last act."""
        self._shelving.was_restored(done)

    def remove(self, cards: Sequence[Card]) -> None:
        """Take documents out of the library, after asking what becomes of their notes."""
        notes = sum(card.notes for card in cards)
        with_notes = self.ask_about_notes(len(cards), notes) if notes and cards else False
        if not cards or with_notes is None:
            return

        def act() -> None:
            gone = self._shelving.remove_documents([card.sha256 for card in cards], with_notes=with_notes)
            documents = numbered(len(cards), self.tr("1 document"), self.tr("{0} documents"))
            notes = numbered(gone, self.tr("1 note"), self.tr("{0} notes"))
            words = self.tr("Removed: {0}. {1} takes this back.").format(documents, self._undo)
            if gone:
                words = self.tr("Gone to the trash: {0}, {1}. {2} takes this back.").format(
                    documents, notes, self._undo
                )
            self._services.messages.say(words)

        self._act(act)

    def ask_about_notes(self, documents: int, notes: int) -> bool | None:
        """Ask whether the notes go with the documents; None to leave everything as it is."""
        box = QMessageBox(self.page)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(
            numbered(notes, self.tr("There is 1 mark or note"), self.tr("There are {0} marks and notes"))
            + " "
            + numbered(documents, self.tr("on this document."), self.tr("on these {0} documents."))
        )
        box.setInformativeText(
            self.tr(
                "Kept notes are there again when the document is opened again. {0} takes either back."
            ).format(self._undo)
        )
        keep = box.addButton(self.tr("Remove, keep the notes"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(self.tr("Remove with the notes"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        return pressed is drop if pressed in {keep, drop} else None

    def label(self, kind: LabelKind, name: str, cards: Sequence[Card]) -> None:
        """Give documents a new label, by what the reader has typed."""
        # Tags are parted by commas everywhere; a collection may have one in its name.
        parts = name.split(",") if kind is LabelKind.TAG else [name]
        names = [part for part in (" ".join(part.split()).lstrip("#") for part in parts) if part]
        self.put_labels(kind, names, cards, on=True)

    def put_labels(self, kind: LabelKind, names: Sequence[str], cards: Sequence[Card], *, on: bool) -> None:
        """Give documents labels, or take these from them."""
        documents = [card.sha256 for card in cards]
        self._act(partial(self._shelving.label_together, kind, names, documents, on=on))

    @property
    def _undo(self) -> str:
        return self._parts.actions.spoken("undo")

    def rename(self, label: Label, name: str) -> None:
        """Give a label another name."""
        self._act(lambda: self._shelving.rename(label, " ".join(name.split())))

    def remove_label(self, label: Label) -> None:
        """Take a label away."""
        self._act(lambda: self._shelving.remove(label))
        self._services.messages.say(
            self.tr("“{0}” removed. {1} brings it back.").format(label.name, self._undo)
        )

    def end(self) -> None:
        """End what runs beside the window."""
        self.chronicles.stop()
        self._librarian.end()

    def menu(self, cards: Sequence[Card]) -> QMenu:
        """Return the menu of collections and tags for `cards`."""
        menu = QMenu(self.page)
        every = {card.sha256 for card in cards}
        for kind, new in (
            (LabelKind.COLLECTION, self.tr("New collection…")),
            (LabelKind.TAG, self.tr("New tag…")),
        ):
            for label in self.page.labels():
                if label.kind is kind:
                    action = menu.addAction(label.name.replace("&", "&&"))
                    action.setCheckable(True)
                    action.setChecked(every <= label.documents)
                    action.triggered.connect(
                        partial(self.put_labels, kind, [label.name], cards, on=not every <= label.documents)
                    )
            menu.addAction(new).triggered.connect(partial(self._ask_label, kind, cards))
            menu.addSeparator()
        shown = self.page.shown_label()
        if shown is not None:
            menu.addAction(self.tr("Rename “{0}”…").format(shown.name)).triggered.connect(
                partial(self._ask_name, shown)
            )
            menu.addAction(self.tr("Remove “{0}”").format(shown.name)).triggered.connect(
                partial(self.remove_label, shown)
            )
        return menu

    def _search(self, query: str) -> None:
        from deskbrief.ui.notes.roles import names_in

        names = names_in(self._store.settings.role_names)
        self._librarian.roles = {name.lower(): role.value for role, name in names.items()}
        self._librarian.search(query, self.page.show_answer)

    def _show_labels(self, cards: Sequence[Card], place: QPoint) -> None:
        menu = self.menu(cards)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _ask_label(self, kind: LabelKind, cards: Sequence[Card]) -> None:
        title = self.tr("New collection") if kind is LabelKind.COLLECTION else self.tr("New tag")
        name, given = self._named(title, "")
        if given:
            self.label(kind, name, cards)

    def _ask_name(self, label: Label) -> None:
        name, given = self._named(self.tr("Rename"), label.name)
        if given:
            self.rename(label, name)

    def _named(self, title: str, name: str) -> tuple[str, bool]:
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self.page)
        dialog.setWindowTitle(title)
        # What is asked stands in the dialog too: a narrow frame cuts its title.
        dialog.setLabelText(self.tr("{0}: its name").format(title))
        dialog.setTextValue(name)
        dialog.resize(NAME_WIDTH, dialog.sizeHint().height())
        given = dialog.exec() == QInputDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.textValue(), bool(given)

    def _open(self, card: Card) -> None:
        if not card.is_here:
            self._ask_for(card.title or Path(card.path).stem)
            return
        self.wanted.emit(card.sha256, Path(card.path or card.sha256), None)

    def _ask_for(self, title: str) -> None:
        """Ask for the file of a document that is not here yet, of which there are notes."""
        words = self.tr("“{0}” is not here yet. Open its file: its notes are put into it.")
        self._services.messages.say(words.format(title))
        self._parts.actions["open"].trigger()

    def _open_passage(self, passage: Passage) -> None:
        awaited = {one.document: one for one in self._services.library.awaited()}
        if passage.document in awaited:
            one = awaited[passage.document]
            self._ask_for(one.title or Path(one.file_name).stem)
            return
        paths = self._services.library.paths(passage.document)
        # Of a note whose passage was lost only the document is known.
        span = passage.span if len(passage.span) else None
        self.wanted.emit(passage.document, Path(paths[0] if paths else passage.document), span)

    def _open_source(self, source: Source, span: Span | None = None) -> None:
        self._is_way_back = True
        self.wanted.emit(source.sha256, Path(source.path or source.sha256), span)

    def _keep_order(self, order: Order) -> None:
        self._store.save(replace(self._store.settings, sort_library=str(order)))

    def _leave(self) -> None:
        self.page_wanted.emit(None)

    def _say_undone(self, name: str) -> None:
        if name:
            self._services.messages.say(self.tr("Undone: {0}").format(name))

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskbriefError as error:
            self._services.messages.report(error)
        self.changed.emit()
        self.refresh()
