"""What an import is about to do, before anything is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deskbrief.document.anchors import AnchorState
from deskbrief.services.importing import ImportPlan, Planned, Standing

#: So many notes are listed one by one.
MOST_LISTED = 500
LONGEST_LINE = 110
_DIFFERING = (Standing.THERE, Standing.HERE, Standing.DELETED)


class ImportDialog(QDialog):
    """Shows the plan of an import: the counts, and each note that is not certain or differs here.

    `front` is the title of the document in front, which notes on no known document may be on.
    """

    def __init__(self, plan: ImportPlan, front: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._for_front = False
        self.setWindowTitle(self.tr("Import notes"))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        self._head = self._label("\n".join([self._first_line(), *self._counts()]))
        layout.addWidget(self._head)
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

    def _first_line(self) -> str:
        count = len(self._plan.planned)
        return self.tr("{0}: {1} notes in this file.").format(self._plan.form, f"{count:,}")

    def _counts(self) -> list[str]:
        counts, states = self._plan.counted(), self._plan.states()
        told = [
            (counts[Standing.NEW], self.tr("are new")),
            (counts[Standing.SAME], self.tr("are in your library already")),
            (counts[Standing.THERE], self.tr("were changed there since")),
            (counts[Standing.HERE], self.tr("were changed here since")),
            (counts[Standing.DELETED], self.tr("were deleted here")),
            (counts[Standing.UNKNOWN], self.tr("are on no document that your library knows: they stay out")),
            (
                self._plan.waiting,
                self.tr("are on documents that are not in your library, and show with these"),
            ),
            (states[AnchorState.EXACT], self.tr("stand on the same words")),
            (states[AnchorState.MOVED], self.tr("stand on words that moved or were changed a little")),
            (states[AnchorState.UNCERTAIN], self.tr("have a passage that is not certain")),
            (
                states[AnchorState.LOST],
                self.tr("have a passage that is not in the text: they keep their quotes"),
            ),
            (self._plan.left_out, self.tr("further entries hold no passage and are left out")),
        ]
        return [f"•  {count:,} {words}" for count, words in told if count]

    def _differing(self) -> list[Planned]:
        return [one for one in self._plan.planned if one.standing in _DIFFERING]

    def _overwrite_words(self) -> str:
        return self.tr("Make the {0} notes that differ here as they are in the file").format(
            len(self._differing())
        )

    def _make_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("importList")
        made.setAccessibleName(self.tr("Notes that are not certain or differ"))
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in (*self._plan.unsure(), *self._differing())[:MOST_LISTED]:
            item = QListWidgetItem(self._line(one), made)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return made

    def _line(self, one: Planned) -> str:
        marks = {
            Standing.THERE: self.tr("changed there"),
            Standing.HERE: self.tr("changed here"),
            Standing.DELETED: self.tr("deleted here"),
        }
        states = {AnchorState.UNCERTAIN: self.tr("? uncertain"), AnchorState.LOST: self.tr("✕ lost")}
        mark = marks.get(one.standing) or (states.get(one.state, "") if one.state else "")
        words = f"“{_cut(one.note.anchor.exact)}”"
        if one.here is not None and one.here.body != one.note.body:
            here, there = _cut(one.here.body) or "–", _cut(one.note.body) or "–"
            words += "\n" + self.tr("here: {0}\nfile: {1}").format(here, there)
        return f"{mark}  {words}"

    def _label(self, text: str, name: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName(name)
        return label

    def _buttons(self, front: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._go = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setObjectName("primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        if front and self._plan.counted()[Standing.UNKNOWN]:
            words = self.tr("They are on “{0}”").format(_cut(front, 32).replace("&", "&&"))
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
        self._go.setText(self.tr("Import {0} notes").format(f"{count:,}"))
        self._go.setEnabled(bool(count))


def _cut(text: str, most: int = LONGEST_LINE) -> str:
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[: most - 1] + "…"
