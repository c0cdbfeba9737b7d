"""Backups in the window: listed, compared, made, restored, and a restoration taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from deskbrief.library.copykeeper import Restored
from deskbrief.services.backups import Backup, Backups, Outcome, Preview
from deskbrief.services.messages import Level
from deskbrief.ui.dialogs.progress import ProgressDialog
from deskbrief.ui.library.backuprows import BackupWords, arranged
from deskbrief.ui.library.backups import BackupsPage
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.theme import Theme


class BackupsController(QObject):
    """What the page of the backups does.

    `page_wanted` carries the page that is to stand in the text's place; `changed` says that notes,
    documents or decisions are others now; `restored` carries what was restored, to be taken back.
    """

    page_wanted = Signal(object)
    left = Signal()
    changed = Signal()
    restored = Signal(object)

    def __init__(self, parts: Parts, services: Services, theme: Theme) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._backups = Backups(services.data, services.post)
        self._words = BackupWords(self)
        self._last: Restored | None = None
        self._dialog: ProgressDialog | None = None
        page = self.page = BackupsPage(parts.window)
        page.hide()
        page.set_theme(theme)
        page.left.connect(self.left)
        page.preview_asked.connect(self._preview)
        page.restore_asked.connect(self._restore)
        page.make_asked.connect(self.make)
        page.take_back_asked.connect(self._take_last_back)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.page.set_theme(theme)

    def show(self) -> None:
        """Show the backups."""
        self.page.show_outcome("", can_go_back=False)
        self._backups.list(self.page.show_backups)
        self.page.look_again()
        self.page_wanted.emit(self.page)

    def follow(self) -> None:
        """Look again at what would change, if that is in sight: the library has changed meanwhile."""
        if self.page.isVisible():
            self.page.look_again()

    def make(self) -> None:
        """Make a backup now."""
        self._begin(self.tr("Backing up the library …"))
        self._backups.make(self._progress, self._made)

    def take_back(self, done: Restored) -> None:
        """Make what was restored be again as it was before."""
        if done.before is not None:
            self._begin(self.tr("Going back to how it was …"))
            told = partial(self._came, self.tr("Everything is as it was before the restoration."), False)
            self._backups.restore(done.before, self._progress, told, only=done.keys)

    def end(self) -> None:
        """End what runs beside the window."""
        self._backups.end()

    def _preview(self, backup: Backup, keep_new: bool) -> None:
        self._backups.preview(backup.copy.path, arranged, self.page.show_preview, keep_new=keep_new)

    def _restore(self, preview: Preview, keys: frozenset[str]) -> None:
        self._begin(self.tr("Restoring from the backup …"))
        documents = sum(change.sha256 in keys for change in preview.found.documents)
        counts = ((len(keys) - documents, self._words.notes), (documents, self._words.documents))
        told = self.tr(" and ").join(said(count) for count, said in counts if count)
        words = self.tr("Restored: {0}. The library as it was before is backed up.").format(told)
        came = partial(self._came, words, True)
        self._backups.restore(preview.path, self._progress, came, keep_new=preview.keep_new, only=keys)

    def _take_last_back(self) -> None:
        if self._last is not None:
            self.take_back(self._last)

    def _made(self, outcome: Outcome) -> None:
        self._end(outcome)
        if outcome.made is not None:
            self._services.messages.say(self.tr("The library is backed up."))
            if self.page.isVisible():
                self._backups.list(self.page.show_backups)

    def _came(self, words: str, can_go_back: bool, outcome: Outcome) -> None:
        self._end(outcome)
        done = outcome.restored
        if done is None:
            return
        self._last = done if can_go_back else None
        if can_go_back and done.before is not None:
            self.restored.emit(done)
        self.page.show_outcome(words, can_go_back=can_go_back)
        if not self.page.isVisible():
            self._services.messages.say(words)
        self._backups.list(self.page.show_backups)
        self.page.look_again()
        self.changed.emit()

    def _begin(self, words: str) -> None:
        """Show progress of what takes more than a moment; nothing else can be written meanwhile."""
        dialog = self._dialog = ProgressDialog(words, self._parts.window)
        dialog.stopped.connect(self._backups.stop)
        dialog.begin()

    def _progress(self, share: float) -> None:
        if self._dialog is not None:
            self._dialog.progress(share)

    def _end(self, outcome: Outcome) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.end()
        if outcome.trouble:
            self._services.messages.say(outcome.trouble, level=Level.ERROR)
