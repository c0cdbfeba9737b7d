"""What an import is about to do, before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskbrief.document.anchors import AnchorState
from deskbrief.services.importing import ImportPlan, Planned, Standing
from deskbrief.ui.dialogs.primary import add_primary
from deskbrief.ui.words import numbered

#: So many notes are listed one by one.
MOST_LISTED = 500
LONGEST_LINE = 110
#: The width in pixels, and the lines of what is told that are in sight on the lowest screen.
USUAL_WIDTH, LEAST_LINES = 560, 5
#: So many documents are named.
MOST_HOMES = 4
_DIFFERING = (Standing.THERE, Standing.HERE, Standing.DELETED)


class Telling(QScrollArea):
    """As high as the words of `label`; where there is less room they are scrolled, and none is cut."""

    def __init__(self, label: QLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(parent.windowTitle())
        self.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setWidget(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMaximumHeight(self._label.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        # Between the edges of the dialog, and with a bar to scroll by.
        inside = USUAL_WIDTH - 3 * self.verticalScrollBar().sizeHint().width()
        return QSize(inside, self._label.heightForWidth(inside))


class ImportDialog(QDialog):
    """Shows the plan of an import: the counts, and each note that is not certain or differs here.

    `front` is the title of the document in front, which notes on no known document may be on.
    """

    def __init__(self, plan: ImportPlan, front: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._for_front = False
        self.setWindowTitle(self.tr("Import notes"))
        self.setMinimumWidth(USUAL_WIDTH)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        self._head = self._label("\n".join(self._counts()))
        layout.addWidget(Telling(self._head, self))
        self._list = self._make_list()
        if self._list.count():
            layout.addWidget(self._label(self.tr("Look at these before you go on:"), "hint"))
            layout.addWidget(self._list, 1)
        else:
            self._list.hide()
        self._overwrite = QCheckBox(self._overwrite_words(), self)
        self._overwrite.setVisible(bool(self._differing()))
        self._overwrite.toggled.connect(self._count)
        layout.addWidget(self._overwrite)
        layout.addWidget(self._buttons(front))
        self._count()
        (self._list if self._list.count() else self._go).setFocus()

    def overwrite(self) -> bool:
        """Return whether notes that differ here are to become as they are in the file."""
        return self._overwrite.isChecked()

    def is_for_front(self) -> bool:
        """Return whether the reader said that the notes are on the document in front."""
        return self._for_front

    def lines(self) -> list[str]:
        """Return what is listed one by one."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def words(self) -> str:
        """Return what stands above the list."""
        return self._head.text()

    def _counts(self) -> list[str]:
        """Return what stands above the list: the notes by standing, then their passages by state."""
        counts, states = self._plan.counted(), self._plan.states()
        standings = [
            (self.tr("New"), counts[Standing.NEW]),
            (self.tr("In your library already"), counts[Standing.SAME]),
            (self.tr("Changed there since"), counts[Standing.THERE]),
            (self.tr("Changed here since"), counts[Standing.HERE]),
            (self.tr("Deleted here"), counts[Standing.DELETED]),
            (self.tr("On no document of your library, so they stay out"), counts[Standing.UNKNOWN]),
            (self.tr("Left out, because they hold no passage"), self._plan.left_out),
        ]
        passages = [
            (self.tr("Same words"), states[AnchorState.EXACT]),
            (self.tr("Changed words"), states[AnchorState.MOVED]),
            (self.tr("Not certain"), states[AnchorState.UNCERTAIN]),
            (self.tr("Not found: these keep their quotes"), states[AnchorState.LOST]),
            (
                self.tr("Waiting for documents that are not here yet"),
                self._plan.waiting,
            ),
        ]
        told = numbered(len(self._plan.planned), self.tr("1 note"), self.tr("{0} notes"))
        if self._plan.files > 1:
            told = self.tr("{0} in {1} files").format(told, self._plan.files)
        title = f"{self._plan.form}: {told}"
        lines = [title, *_listed(standings)]
        if homes := self._homes():
            lines += ["", self.tr("Their documents"), *homes]
        return [*lines, "", self.tr("Their passages"), *_listed(passages)] if _listed(passages) else lines

    def _homes(self) -> list[str]:
        """Return a line for each document that gets notes, those with the most notes first."""
        homes = self._plan.homes(overwrite=True)
        shown, rest = homes[:MOST_HOMES], homes[MOST_HOMES:]
        here, waiting = "“{0}”", self.tr("“{0}”, not here yet")
        told = [((here if is_here else waiting).format(_cut(title, 60)), n) for title, is_here, n in shown]
        if rest:
            told.append((self.tr("on {0} others").format(len(rest)), sum(count for *_, count in rest)))
        return _listed(told)

    def _differing(self) -> list[Planned]:
        return [one for one in self._plan.planned if one.standing in _DIFFERING]

    def _homeless(self) -> list[Planned]:
        return [one for one in self._plan.planned if one.is_homeless]

    def _overwrite_words(self) -> str:
        return self.tr("Make what differs here as it is in the file ({0})").format(len(self._differing()))

    def _make_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("importList")
        made.setAccessibleName(self.tr("Notes that are not certain or differ"))
        made.setWordWrap(True)
        made.setSpacing(2)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        unknown = [one for one in self._homeless() if not one.by_name]
        lines = [self._line(one) for one in (*self._plan.unsure(), *self._differing(), *unknown)]
        for line in [*lines, *self._waiting()][:MOST_LISTED]:
            item = QListWidgetItem(line, made)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return made

    def _waiting(self) -> list[str]:
        """Return a line for each document that is not here of which only is known what it is called."""
        names = Counter(one.work.name or one.work.url for one in self._homeless() if one.by_name)
        told = (numbered(count, self.tr("1 note"), self.tr("{0} notes")) for count in names.values())
        words = self.tr("… not here yet  “{0}”: {1}")
        return [words.format(_cut(name), count) for name, count in zip(names, told, strict=True)]

    def _line(self, one: Planned) -> str:
        marks = {
            Standing.THERE: self.tr("changed there"),
            Standing.HERE: self.tr("changed here"),
            Standing.DELETED: self.tr("deleted here"),
            Standing.UNKNOWN: self.tr("– no document"),
        }
        states = {AnchorState.UNCERTAIN: self.tr("? not certain"), AnchorState.LOST: self.tr("✕ not found")}
        mark = marks.get(one.standing) or (states.get(one.state, "") if one.state else "")
        words = f"“{_cut(one.note.anchor.exact)}”"
        if one.standing is Standing.UNKNOWN and (named := one.work.name or one.work.url):
            words += f" ({_cut(named)})"
        if one.here is not None and one.here.body != one.note.body:
            here, there = _cut(one.here.body) or "–", _cut(one.note.body) or "–"
            words += "\n" + self.tr("      here: {0}\n      file: {1}").format(here, there)
        return f"{mark}  {words}"

    def _label(self, text: str, name: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName(name)
        return label

    def _buttons(self, front: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._go = add_primary("", buttons)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        if front and self._homeless():
            told = numbered(len(self._homeless()), self.tr("That one is on"), self.tr("Those {0} are on"))
            words = f"{told} “{_cut(front, 32)}”".replace("&", "&&")
            self._front = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            self._front.clicked.connect(self._choose_front)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _choose_front(self) -> None:
        self._for_front = True
        self.reject()

    def _count(self) -> None:
        count = len(self._plan.taken(overwrite=self.overwrite()))
        self._go.setText(self.tr("Import {0}").format(f"{count:,}"))
        self._go.setEnabled(bool(count))


def _listed(told: Sequence[tuple[str, int]]) -> list[str]:
    return [f"   •  {words}: {count:,}" for words, count in told if count]


def _cut(text: str, most: int = LONGEST_LINE) -> str:
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1] + "…"
