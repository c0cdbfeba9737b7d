"""The acts of a window that need a controller which may not be there yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.shell.late import Late
from deskbrief.ui.theme import Theme

if TYPE_CHECKING:
    from deskbrief.ui.models.rows import Row
    from deskbrief.ui.notes.linking import Target
    from deskbrief.ui.reader.original.view import PageView


class Controllers(Late):
    """Every controller of one window, and the acts that need one which may not be there yet."""

    def show_library(self) -> None:
        """Show the library in place of the text, or the chronology that led to it."""
        # The list tells how far each was read.
        self.documents.keep_places()
        self.libraries.come_back()

    def find(self) -> None:
        """Let the reader look for words in what is shown: the text, or the list of a page."""
        page = self.window.page
        if page is None:
            self._parts.panes.open_find()
        elif hasattr(page, "focus_filter"):
            page.focus_filter()

    def undo(self) -> None:
        """Take back the last act: on the library where it is shown, else on it or the document in front."""
        if self._is_library_shown() or self._library_acted_last():
            self.libraries.undo()
            self.window.enable_undo()
        else:
            self.notes.undo()

    @property
    def library_acted(self) -> bool:
        """Whether there is an act on the library that can be taken back."""
        return self.made("libraries") and self.libraries.acted_at > 0

    def _library_acted_last(self) -> bool:
        """Tell whether the last act on the library is later than the last one on the document in front."""
        if not self.library_acted:
            return False
        front = self._parts.desk.front
        sha256 = front.document.sha256 if front is not None and front.document is not None else ""
        return self.libraries.acted_at > self._services.library.acted_at(sha256)

    def _is_library_shown(self) -> bool:
        pages = self.libraries.pages() if self.made("libraries") else ()
        backups = (self.backups.page,) if self.made("backups") else ()
        return any(page.isVisible() for page in (*pages, *backups))

    def set_theme(self, theme: Theme) -> None:
        """Draw the pages that are made with `theme` from now on."""
        if self.made("libraries"):
            self.libraries.set_theme(theme)
        if self.made("editions"):
            self.editions.set_theme(theme)
        if self.made("backups"):
            self.backups.set_theme(theme)

    def end(self) -> None:
        """End what runs beside the window."""
        if self.made("libraries"):
            self.libraries.end()
        if self.made("backups"):
            self.backups.end()

    def ask_coverage(self) -> None:
        """Show what was left out."""
        self.coverage.ask()

    def paste(self) -> None:
        """Open what was copied elsewhere."""
        self.coverage.paste()

    def split(self) -> None:
        """Split the view, or show one text again."""
        self.splitting.toggle()

    def turn_split(self) -> None:
        """Put the panes beside each other or one above the other."""
        self.splitting.turn()

    def other_pane(self) -> None:
        """Give the keyboard to the other pane."""
        self.splitting.other()

    def make_pages(self, parent: QWidget) -> PageView:
        """Return a view of original pages for a pane."""
        return self.originals.make(parent)

    def set_pages(self, choice: str, wanted: bool) -> None:
        """Keep a choice about original pages."""
        if choice == "in_step":
            self.originals.keep_in_step(wanted)
        else:
            self.originals.dim(wanted)

    def link_target(self) -> Target | None:
        """Return what a link to the selected passage would be."""
        return self.links.target()

    def export_notes(self) -> None:
        """Ask which notes are to go out."""
        self.exchange.ask_export()

    def export_these(self, ids: Sequence[str]) -> None:
        """Ask in which form these notes are to go out, or which others."""
        self.exchange.ask_export(ids)

    def import_notes(self) -> None:
        """Ask for files with notes."""
        self.exchange.ask_import()

    def mark_in(self, role: Role) -> None:
        """Mark in `role`, by the key of the role."""
        self.marks.press(role)

    def resize(self, note_id: str, span: Span) -> None:
        """Let a note stand on another passage."""
        self.marks.resize(note_id, span)

    def drag(self, row: Row) -> None:
        """Let the mouse carry the passage of a row away."""
        self.passing.drag(row)

    def row_menu(self, row: Row, at: QPoint) -> None:
        """Show the menu of a row of notes or facts."""
        self.passing.menu(row, at)

    def refer(self, span: Span) -> str:
        """Return the reference to a passage."""
        return self.passing.reference(span)

    def export(self) -> None:
        """Export what is shown: a chronology, or the brief with what was said last."""
        if self.made("libraries") and self.libraries.chronicles.is_shown:
            self.libraries.timeline.ask_export()
        else:
            self.act_once_imported("briefs", "export_now")

    def ask_brief(self) -> None:
        """Ask what the brief is to hold: of the documents chosen in the library, else of the one in front."""
        chosen = self.libraries.chosen_for_brief() if self._is_library_shown() else []
        if chosen:
            self.window.show_text()
            self.gathering.begin(chosen)
        else:
            self.act_once_imported("briefs", "ask")

    def print_text(self) -> None:
        """Print the text in front with marks and notes."""
        self.act_once_imported("briefs", "print_text")

    def check_brief(self) -> None:
        """Ask for a brief and check it against what is open."""
        self.checks.ask()

    def confirm_loss(self) -> bool:
        """Ask whether to close although words are not on disk; return True to close."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(box.tr("Some of your words are not saved."))
        box.setInformativeText(
            box.tr("The library cannot be written. Copy them, or free the disk, then close.")
        )
        close = box.addButton(box.tr("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(box.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is close
