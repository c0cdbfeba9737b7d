"""Dialogs keep their words whole with large letters and on low screens, the keyboard where it is needed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from deskbrief.document.anchors import Anchor, AnchorState
from deskbrief.document.notes import Note, Role
from deskbrief.document.outline import Event, EventDate
from deskbrief.document.plan import BriefPlan, Reference, SourceFacts
from deskbrief.document.spans import Span
from deskbrief.services.checking import Checked, Outcome
from deskbrief.services.importing import ImportPlan, Planned, Standing
from deskbrief.ui.dialogs.check import CheckDialog
from deskbrief.ui.dialogs.date import DateDialog
from deskbrief.ui.dialogs.import_notes import ImportDialog
from deskbrief.ui.dialogs.item import ItemDialog
from deskbrief.ui.theme import DARK

QUOTE = "The council met in the northern town and agreed on the budget of the coming year, after long talks."
EVENT = Event(date=EventDate("2023-07", 0, 4), title="Talks", spans=(Span(0, 5),))


@pytest.fixture(params=[10.0, 15.0])
def letters(qapp, request):
    """Give the application letters of this size for a while."""
    usual, font = qapp.font(), qapp.font()
    font.setPointSizeF(request.param)
    qapp.setFont(font)
    yield request.param
    qapp.setFont(usual)


def show(qtbot, dialog):
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()


def whole(label):
    """Tell whether all lines of a label have room."""
    return label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("make", [lambda: ItemDialog(EVENT, QUOTE * 2), lambda: DateDialog("2024", QUOTE)])
def test_all_words_stay_whole_when_a_date_cannot_be_read(qtbot, letters, make):
    dialog = make()
    qtbot.addWidget(dialog)
    show(qtbot, dialog)
    dialog.findChildren(QLineEdit)[0].setText("32 July")
    QApplication.processEvents()
    labels = [label for label in dialog.findChildren(QLabel) if label.wordWrap() and label.text()]
    assert len(labels) >= 2
    assert all(map(whole, labels))


def plan():
    """Return an import of notes of each standing."""
    planned = []
    for number, standing in enumerate([*Standing] * 3):
        anchor = Anchor(start=0, end=len(QUOTE), exact=QUOTE)
        note = Note(id=f"n{number}", document=f"d{number % 5}", anchor=anchor, role=Role.YELLOW)
        state = [*AnchorState][number % len(AnchorState)]
        planned.append(Planned(standing=standing, note=note, state=state))
    return ImportPlan(form="Notes", planned=tuple(planned), left_out=2)


def test_an_import_is_told_whole_on_a_low_screen(qtbot, letters):
    dialog = ImportDialog(plan())
    qtbot.addWidget(dialog)
    show(qtbot, dialog)
    dialog.resize(560, 420)
    qtbot.waitUntil(lambda: dialog.height() == 420)
    assert whole(dialog._head)
    assert all(button.geometry().bottom() < 420 for button in dialog.findChildren(QPushButton))
    dialog.resize(560, 900)
    qtbot.waitUntil(lambda: dialog.height() == 900)
    # Where there is room nothing is left empty below the words.
    assert dialog._head.visibleRegion().boundingRect().height() == dialog._head.height()
    assert dialog._head.height() <= dialog._head.heightForWidth(dialog._head.width()) + 2


def checked():
    """Return a check with one quote of each outcome."""
    references = [
        Reference(number, QUOTE, "¶1", "", 0, 9, verified=True) for number in range(1, len(Outcome) + 1)
    ]
    return [Checked(one, outcome) for one, outcome in zip(references, Outcome, strict=True)]


def test_a_check_begins_in_its_list_and_says_in_red_only_what_does_not_hold(qtbot):
    dialog = CheckDialog(
        BriefPlan(title="Brief", source=SourceFacts("", "a.txt", "a"), prepared="2026-01-01"), checked(), {}
    )
    qtbot.addWidget(dialog)
    dialog.set_theme(DARK)
    dialog.show()
    assert dialog.focusWidget() is dialog._list
    items = [dialog._list.topLevelItem(row) for row in range(len(Outcome))]
    colours = {
        outcome: item.foreground(1).color().name() for outcome, item in zip(Outcome, items, strict=True)
    }
    assert colours[Outcome.UNCHECKED] == DARK.muted
    assert colours[Outcome.GONE] == DARK.problem
    assert colours[Outcome.SAME] == DARK.recommendation
