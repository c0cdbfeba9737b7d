"""Help: every command and its keys, which can be changed here."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deskbrief.ui.dialogs.keypress import KeyPress
from deskbrief.ui.dialogs.primary import add_primary
from deskbrief.ui.fixedkeys import FIXED, FixedKey
from deskbrief.ui.keymap import BY_ID, KeyMap, Taken, fits, given, native, put_back, usual
from deskbrief.ui.keys import COMMANDS, Command, Where
from deskbrief.ui.models.filterbox import FilterBox

#: What the system draws around a dialog, and a margin.
FRAME_HEIGHT = 60
#: Words that are typed on the way to a command and name none.
IDLE = frozenset({"a", "an", "the", "to", "of", "in", "my", "and"})


class KeysDialog(QDialog):
    """Shows the key table; `keys` is how the user leaves it, to be used when the dialog is accepted."""

    def __init__(
        self, keys: KeyMap | None = None, absent: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        """Take the keys of all commands, and the commands that are not there on this system."""
        super().__init__(parent)
        self.keys = dict(usual() if keys is None else keys)
        self._commands = [command for command in COMMANDS if command.id not in absent]
        self._rows: list[Command | FixedKey] = [*self._commands, *FIXED]
        self.setWindowTitle(self.tr("Keys"))
        # The list gives way on a low screen; what is below it does not.
        self.resize(720, min(620, self.screen().availableGeometry().height() - FRAME_HEIGHT))
        self._filter = FilterBox(self.tr("Filter by command or key"), self)
        self._table = self._make_table()
        self._name = QLabel(self)
        self._own = QHBoxLayout()
        self._press = KeyPress(self)
        self._usual = QPushButton(self.tr("&Usual keys"), self)
        self._said = QLabel(self)
        self._lay_out()
        self._connect()
        self._fill()
        self._table.selectRow(0)
        self._filter.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter ask for a key of the row, and Delete take its last key away."""
        if (
            watched is self._filter
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and not self._filter.text()
        ):
            self.reject()
            return True
        if watched is self._table and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._ask()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._drop_last()
                return True
        return super().eventFilter(watched, event)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._rows), 3, self)
        table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("Works")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.setAccessibleName(self.tr("Commands and keys"))
        for row, command in enumerate(self._rows):
            name = command.label().replace("&", "").rstrip("…")
            for column, words in enumerate((name, "", self._where(command))):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        return table

    def _where(self, command: Command | FixedKey) -> str:
        if isinstance(command, FixedKey):
            return command.place()
        return self.tr("in the text") if command.where is Where.TEXT else self.tr("everywhere")

    def _lay_out(self) -> None:
        self._said.setObjectName("hint")
        self._said.setWordWrap(True)
        self._name.setMinimumWidth(1)
        self._own_part = QWidget(self)
        line = QHBoxLayout(self._own_part)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._name, 1)
        line.addLayout(self._own)
        line.addWidget(self._press)
        line.addWidget(self._usual)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add_primary(self.tr("&Save"), self._buttons)
        self._all = self._buttons.addButton(
            self.tr("Usual keys for &all"), QDialogButtonBox.ButtonRole.ResetRole
        )
        for button in self._buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self._filter)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._own_part)
        layout.addWidget(self._said)
        layout.addWidget(self._buttons)
        self._usual_hint = self.tr(
            "Enter or a double-click gives a command another key, Delete takes its last one."
        )
        self._say(self._usual_hint)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._show_matching)
        self._filter.left.connect(self._table.setFocus)
        self._table.installEventFilter(self)
        self._filter.installEventFilter(self)
        self._table.itemSelectionChanged.connect(self._on_row)
        self._table.cellDoubleClicked.connect(self._ask)
        self._press.pressed_key.connect(self._add)
        self._usual.clicked.connect(self._put_back)
        self._all.clicked.connect(self._put_all_back)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def _command(self) -> str:
        """The command of the row that is chosen, "" for one whose keys are fixed."""
        chosen = self._rows[max(self._table.currentRow(), 0)]
        return "" if isinstance(chosen, FixedKey) else chosen.id

    def _fill(self) -> None:
        """Show the keys of every row; those of commands that were changed are bold."""
        for row, command in enumerate(self._rows):
            item = self._table.item(row, 1)
            if item is not None:
                keys = command.keys if isinstance(command, FixedKey) else self.keys[command.id]
                item.setText(self.tr(" or ").join(map(native, keys)))
                font = item.font()
                font.setBold(keys != command.keys)
                item.setFont(font)

    def _show_matching(self, words: str) -> None:
        wanted, first = words.casefold().split(), -1
        for row in range(self._table.rowCount()):
            cells = (self._table.item(row, column) for column in (0, 1))
            text = " ".join(cell.text() for cell in cells if cell is not None).casefold()
            command = self._rows[row]
            also = command.place() if isinstance(command, FixedKey) else command.also()
            hidden = not self._matches(wanted, f"{text} {also}".casefold())
            self._table.setRowHidden(row, hidden)
            first = row if first < 0 and not hidden else first
        if first >= 0 and self._table.isRowHidden(max(self._table.currentRow(), 0)):
            self._table.selectRow(first)
        self._own_part.setVisible(first >= 0)
        found = self.tr("No command matches. Try another word, or a key such as Ctrl+F.")
        self._say(found if first < 0 else self._usual_hint)

    def _matches(self, wanted: list[str], text: str) -> bool:
        """Tell whether a command answers to all words; those that mean nothing by themselves are ignored."""
        telling = [word for word in wanted if word not in IDLE] or wanted
        return all(word in text for word in telling)

    def _on_row(self) -> None:
        self._show_own()
        words = self._usual_hint if self._command else self.tr("These keys are fixed.")
        if words != self._said.text():
            self._said.setText(words)

    def _show_own(self) -> None:
        """Show the keys of the chosen command, each with a button that takes it away."""
        while self._own.count():
            item = self._own.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        fixed = not self._command
        self._press.setVisible(not fixed)
        self._usual.setVisible(not fixed)
        if fixed:
            self._name.setText(self._rows[self._table.currentRow()].label())
            return
        for key in self.keys[self._command]:
            button = QToolButton(self)
            button.setText(f"{native(key)}  ×")
            button.setToolTip(self.tr("Take {0} away").format(native(key)))
            button.setAccessibleName(button.toolTip())
            button.setProperty("key", key)
            button.clicked.connect(self._on_drop)
            self._own.addWidget(button)
        self._name.setText(self._label(self._command))
        self._usual.setEnabled(self.keys[self._command] != BY_ID[self._command].keys)

    def _ask(self) -> None:
        """Wait for a further key of the chosen command."""
        if self._command:
            self._press.wait()

    def _add(self, key: str) -> None:
        """Give the chosen command a key; the command that had it loses it, and that is said."""
        if not self._command:
            return
        command = BY_ID[self._command]
        self._table.setFocus()
        if not fits(command, key):
            words = self.tr("{0} is needed for typing and for moving about, and works only in the text.")
            self._say(words.format(native(key)) if key else self.tr("This key cannot be used."))
            return
        self.keys, taken = given(self.keys, command.id, key)
        self._say(self._told(taken) if taken is not None else "")
        self._refresh()

    def _put_back(self) -> None:
        self.keys, taken = put_back(self.keys, self._command)
        self._say(" ".join(map(self._told, taken)))
        self._refresh()

    def _put_all_back(self) -> None:
        self.keys = usual()
        self._say(self.tr("All commands have their usual keys."))
        self._refresh()

    def _on_drop(self) -> None:
        button = self.sender()
        if button is not None:
            self._drop(button.property("key"))

    def _drop(self, key: str) -> None:
        had = self.keys[self._command]
        self.keys = {**self.keys, self._command: tuple(one for one in had if one != key)}
        self._say("")
        self._refresh()

    def _drop_last(self) -> None:
        if self._command and self.keys[self._command]:
            self._drop(self.keys[self._command][-1])

    def _told(self, taken: Taken) -> str:
        words = self.tr("{0} was a key of “{1}”, which has it no more.")
        return words.format(native(taken.key), self._label(taken.loser))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        if words:
            from deskbrief.ui.spoken import announce

            announce(self._said, words)

    def _label(self, command: str) -> str:
        return BY_ID[command].label().replace("&", "").rstrip("…")

    def _refresh(self) -> None:
        self._fill()
        self._show_own()
