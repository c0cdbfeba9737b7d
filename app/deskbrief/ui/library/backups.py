"""The page of the backups: what there is, what differs, and going back to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from deskbrief.services.backups import Backup, Preview
from deskbrief.ui.library.backuppaint import BackupPainter
from deskbrief.ui.library.backuppreview import PreviewPanel
from deskbrief.ui.library.backuprows import Arranged, BackupRow, BackupWords
from deskbrief.ui.models.heads import MessagePainter, MessageRow
from deskbrief.ui.models.page import Page
from deskbrief.ui.models.painters import Painters
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.spoken import alert
from deskbrief.ui.theme import Theme

#: Narrower than this, what differs stands below the backups and not beside them.
NARROW = 820


class BackupsPage(Page):
    """Backups, and what restoring the current one would do.

    `preview_asked` carries a Backup and whether what is new is to stay; `restore_asked` a Preview and the
    keys of what is to be restored. `make_asked` asks for a backup, `take_back_asked` for the library as it
    was before the last restoration, `left` for the library.
    """

    preview_asked = Signal(object, bool)
    restore_asked = Signal(object, object)
    make_asked = Signal()
    take_back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backupsPage")
        self.setWindowTitle(self.tr("Backups"))
        self._preview: Preview | None = None
        self._words = words = BackupWords(self)
        painters = Painters({BackupRow: BackupPainter(words), MessageRow: MessagePainter()})
        self.list = RowView(words, painters, frozenset(), self)
        self.list.setAccessibleName(self.tr("Backups"))
        self.panel = PreviewPanel(words, self)
        self.keep = QCheckBox(self.tr("&Keep what was made since"), self)
        self.keep.setChecked(True)
        self.keep.setToolTip(
            self.tr("Notes, documents, tags and decisions that the backup does not have yet stay.")
        )
        self.restore = QPushButton(self)
        self.restore.setObjectName("primary")
        self.back = QPushButton(self.tr("← Library"), self)
        self.make = QPushButton(self.tr("&Back up now"), self)
        self.take_back = QPushButton(self.tr("&Go back to how it was"), self)
        self._summary, self._outcome = QLabel(self), QLabel(self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()
        self._connect()
        self._show_list([MessageRow(key="looking", text=self.tr("Looking for backups …"))])
        self._say()

    def show_backups(self, backups: tuple[Backup, ...]) -> None:
        """Show the backups there are; the current one stays, and the last one is that at first."""
        before = self._current()
        self._right.setVisible(bool(backups))
        self._show_list(
            [BackupRow(key=str(one.copy.path), backup=one) for one in backups]
            or [MessageRow(key="none", text=self._none_yet())]
        )
        if self._current() is None and backups:
            self.list.set_current(0)
        if before is None or self._current() is None or self._current() != before:
            self._ask()

    def show_preview(self, preview: Preview, documents: Sequence[Arranged]) -> None:
        """Show what restoring would do, if it is still what was asked for."""
        current = self._current()
        if current is not None and (preview.path, preview.keep_new) == (
            current.copy.path,
            self.keep.isChecked(),
        ):
            self._preview = preview
            self.panel.show_preview(preview, documents)
            self._summary.setText(self._words.summary(preview.found) if self.panel.total else "")
            self._say()

    def look_again(self) -> None:
        """Ask anew what restoring the current backup would do, because the library has changed."""
        self._ask()

    def show_outcome(self, words: str, *, can_go_back: bool) -> None:
        """Say what was done, and offer to take it back."""
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))
        if words and self.isVisible():
            alert(self._outcome)
        self.take_back.setVisible(can_go_back)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)
        self.panel.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if way is not self._split.orientation():
            self._split.setOrientation(way)
            self._split.setSizes([200, 400] if narrow else [340, 660])

    def _build(self) -> None:
        title = QLabel(self.tr("Backups"), self)
        title.setObjectName("documentTitle")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        for label in (self._summary, self._outcome):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        top, done, acts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(14, 10, 14, 0)
        for widget in (self.back, title):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.make)
        done.setContentsMargins(14, 0, 14, 0)
        done.addWidget(self._outcome, 1)
        done.addWidget(self.take_back)
        acts.setContentsMargins(14, 0, 14, 8)
        acts.addWidget(self.keep)
        acts.addStretch(1)
        acts.addWidget(self.restore)
        right = self._right = QWidget(self)
        # There is nothing to compare before there is a backup.
        right.hide()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 14, 0)
        head.addWidget(self._summary)
        column.addLayout(head)
        column.addWidget(self.panel, 1)
        column.addLayout(acts)
        self._split.addWidget(self.list)
        self._split.addWidget(right)
        self._split.setSizes([340, 660])
        self._split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addLayout(done)
        whole.addWidget(self._split, 1)
        self.show_outcome("", can_go_back=False)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.make.clicked.connect(self.make_asked)
        self.take_back.clicked.connect(self.take_back_asked)
        self.restore.clicked.connect(self._restore)
        self.keep.toggled.connect(self._ask)
        self.list.moved.connect(self._ask)
        self.list.opened.connect(self._enter)
        self.panel.chosen.connect(self._say)

    def _show_list(self, rows: list[Row]) -> None:
        self.list.fill(rows)

    def _none_yet(self) -> str:
        return self.tr(
            "There are no backups yet. One is made every hour in which you work, one of each day stays for "
            "a month; “Back up now” makes one at once."
        )

    def _current(self) -> Backup | None:
        row = self.list.current
        return row.backup if isinstance(row, BackupRow) else None

    def _ask(self, *_: object) -> None:
        """Ask what restoring the current backup would do."""
        self._preview = None
        self.panel.show_preview(None)
        self._summary.setText("")
        current = self._current()
        if current is not None:
            self.preview_asked.emit(current, self.keep.isChecked())
        self._say()

    def _say(self) -> None:
        """Say what would be done, and on the button how much of it is chosen."""
        every, count = self.panel.total, len(self.panel.wanted_keys())
        self._summary.setVisible(bool(self._summary.text()))
        words = self.tr("&Restore all {0}") if count == every else self.tr("&Restore {0} of {1}")
        self.restore.setText(words.format(count, every) if every else self.tr("&Restore"))
        self.restore.setEnabled(count > 0)
        self.panel.setVisible(self._current() is not None)
        self.keep.setVisible(self._current() is not None)
        self.restore.setVisible(self._current() is not None)

    def _enter(self, _row: Row) -> None:
        self.panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _restore(self) -> None:
        if self._preview is not None:
            self.restore_asked.emit(self._preview, self.panel.wanted_keys())
