"""The names dock."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskbrief.document.model import Document
from deskbrief.document.outline import Acronym, Name, Term
from deskbrief.document.spans import Span
from deskbrief.services.naming import NameItem, NameItems, named
from deskbrief.ui.names.menus import NameAct, NameMenus, NameWish
from deskbrief.ui.names.panel import NamesPanel
from deskbrief.ui.names.rows import NameRows, NameWords
from deskbrief.ui.theme import THEMES
from helpers.qt_panels import click, has_keyboard, keys_of, river, row_point, span_of, spoken, zone_rect

#: What the offscreen platform says about every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def document() -> Document:
    return river()


@pytest.fixture
def names(document: Document) -> tuple[Name, ...]:
    boats = span_of(document, "boats")
    commission = span_of(document, "commission")
    second = Span(document.text.index("commission", commission.end), 0)
    both = (Span(second.start, second.start + len("commission")), commission)
    return (
        Name("Norland", "place", ("the Norland",), (span_of(document, "Norland"),)),
        Name("Commission", "organisation", (), both),
        Name("Boats", "vessel", (), (boats,)),
        Name("Nobody", "person", (), ()),
    )


@pytest.fixture
def panel(qtbot: QtBot, document: Document, names: tuple[Name, ...]) -> NamesPanel:
    panel = NamesPanel()
    qtbot.addWidget(panel)
    panel.setGeometry(100, 100, 360, 500)
    panel.show()
    panel.show_names(document, named(names, ()))
    return panel


def test_the_model_is_consistent(panel: NamesPanel) -> None:
    tester = QAbstractItemModelTester(panel.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.findChild(QLineEdit).setText("nor")
    panel.show_names(None, named((), ()))
    assert tester.model() is panel.list.model()


def test_it_is_said_when_none_were_looked_for(panel: NamesPanel, document: Document) -> None:
    panel.show_names(document, named((), ()), unsought=True)
    assert panel.nothing() == "Names are looked for in English texts only."
    panel.show_names(document, named((), ()))
    assert panel.nothing() == "No names found."


def test_names_stand_by_kind(panel: NamesPanel) -> None:
    assert spoken(panel.list) == [
        "Persons, 1, expanded",
        "Nobody, mentioned 0 times",
        "Organisations, 1, expanded",
        "Commission, mentioned 2 times, collapsed",
        "Places, 1, expanded",
        "Norland, the Norland, mentioned once, collapsed",
        "Other names, 1, expanded",
        "Boats, mentioned once, collapsed",
    ]


def test_a_name_leads_to_its_first_mention_and_opens(
    panel: NamesPanel, qtbot: QtBot, document: Document
) -> None:
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, row_point(panel.list, "name|organisation|Commission"))
    assert asked.args == [span_of(document, "commission")]
    mentions = [line for line in spoken(panel.list) if line.startswith("paragraph")]
    assert len(mentions) == 2
    assert mentions[0].startswith("paragraph 2")
    assert "The commission will meet" in mentions[0]


def test_a_mention_leads_to_its_passage(panel: NamesPanel, qtbot: QtBot, names: tuple[Name, ...]) -> None:
    click(panel.list, zone_rect(panel.list, "name|organisation|Commission", "fold").center())
    second = names[1].mentions[0]
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, row_point(panel.list, f"name|organisation|Commission|{second.start}"))
    assert asked.args == [second]


def test_the_chevron_opens_and_closes_without_going_anywhere(panel: NamesPanel, qtbot: QtBot) -> None:
    before = keys_of(panel.list)
    with qtbot.assertNotEmitted(panel.passage_requested):
        click(panel.list, zone_rect(panel.list, "name|place|Norland", "fold").center())
        assert len(keys_of(panel.list)) == len(before) + 1
        click(panel.list, zone_rect(panel.list, "name|place|Norland", "fold").center())
    assert keys_of(panel.list) == before


def test_arrows_fold_and_walk(panel: NamesPanel, qtbot: QtBot) -> None:
    panel.list.set_current(panel.list.show_row("name|place|Norland"))
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.list.current is not None
    assert panel.list.current.depth == 2
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.list.current.key == "name|place|Norland"
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert panel.list.current.key == "group|place"
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert "name|place|Norland" not in keys_of(panel.list)


def test_a_group_closes_by_click(panel: NamesPanel) -> None:
    click(panel.list, row_point(panel.list, "group|place"))
    assert "name|place|Norland" not in keys_of(panel.list)


def test_the_filter_looks_at_names_and_aliases(panel: NamesPanel) -> None:
    panel.findChild(QLineEdit).setText("the norland")
    assert keys_of(panel.list) == ["group|place", "name|place|Norland"]
    panel.findChild(QLineEdit).setText("zzz")
    assert spoken(panel.list) == ["No name matches the filter."]


def test_slash_leads_to_the_filter(panel: NamesPanel, qtbot: QtBot) -> None:
    panel.list.set_current(0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Slash)
    assert has_keyboard(panel.findChild(QLineEdit))


def test_what_is_open_stays_open_when_the_names_come_anew(
    panel: NamesPanel, document: Document, names: tuple[Name, ...]
) -> None:
    click(panel.list, zone_rect(panel.list, "name|place|Norland", "fold").center())
    panel.show_names(document, named(names[:2], ()))
    assert any(line.startswith("paragraph") for line in spoken(panel.list))
    panel.show_names(river("other"), named(names, ()))
    assert not any(line.startswith("paragraph") for line in spoken(panel.list))


@pytest.mark.parametrize(
    ("has_document", "words"), [(True, "No names found."), (False, "Open a document to")]
)
def test_nothing_to_show_is_said(
    panel: NamesPanel, document: Document, has_document: bool, words: str
) -> None:
    panel.show_names(document if has_document else None, named((), ()))
    assert spoken(panel.list)[0].startswith(words)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("width", [200, 300, 360])
def test_it_is_drawn_in_every_theme(panel: NamesPanel, name: str, width: int) -> None:
    theme = THEMES[name]
    panel.set_theme(theme)
    panel.resize(width, 400)
    click(panel.list, row_point(panel.list, "name|organisation|Commission"))
    picture = panel.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(width) for y in range(60, 380)}
    assert {theme.panel, theme.ink} <= colours


def test_the_panel_is_freed(qtbot: QtBot, document: Document, names: tuple[Name, ...]) -> None:
    panel = NamesPanel()
    panel.show_names(document, named(names, ()))
    gone = weakref.ref(panel)
    with qtbot.waitSignal(panel.destroyed):
        panel.deleteLater()
    del panel
    gc.collect()
    assert gone() is None


ACTS = [("e", NameAct.RENAME), ("m", NameAct.MERGE), ("x", NameAct.HIDE)]


@pytest.mark.parametrize(("letter", "act"), ACTS)
def test_letters_ask_for_acts(panel: NamesPanel, qtbot: QtBot, letter: str, act: NameAct) -> None:
    panel.list.setFocus()
    panel.list.set_current(keys_of(panel.list).index("name|place|Norland"))
    with qtbot.waitSignal(panel.wished) as asked:
        qtbot.keyClicks(panel.list, letter)
    item, wish = asked.args
    assert (item.found, wish) == ("Norland", NameWish(act))


def test_the_menu_of_a_name_offers_every_act(
    panel: NamesPanel, qtbot: QtBot, document: Document, names: tuple[Name, ...]
) -> None:
    item = NameItem(value=names[0], found="Norland", merged=("Northland",))
    row = NameRows(document).name(item)
    menu = NameMenus(NameWords(panel), panel).of_row(row)
    acts = [action.data().act for action in menu.actions() if action.data()]
    assert acts == [NameAct.GO, NameAct.RENAME, NameAct.MERGE, NameAct.SPLIT, NameAct.HIDE]
    (kinds,) = (action.menu() for action in menu.actions() if action.menu())
    assert [action.text() for action in kinds.actions() if action.isChecked()] == ["Place"]
    menu.close()


def test_hidden_names_stand_in_a_closed_group_at_the_end(
    panel: NamesPanel, document: Document, names: tuple[Name, ...]
) -> None:
    items = named(names, ())
    panel.show_names(document, NameItems(items.shown[1:], (replace(items.shown[0], hidden=True),)))
    assert spoken(panel.list)[-1] == "Hidden, 1, collapsed"
    click(panel.list, row_point(panel.list, "group|hidden"))
    assert spoken(panel.list)[-1].startswith("Norland")


def test_terms_and_short_forms_stand_below_the_names(
    panel: NamesPanel, qtbot: QtBot, document: Document
) -> None:
    span = span_of(document, "commission")
    panel.show_terms(
        document,
        [Acronym("RC", "River Commission", span.start, span.end)],
        [Term("gauge", "what measures water", 0, 10)],
    )
    assert spoken(panel.list)[-3:] == [
        "Terms and short forms, 2, expanded",
        "gauge: what measures water, paragraph 1",
        "RC: River Commission, paragraph 2",
    ]
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, row_point(panel.list, f"term|RC|{span.start}"))
    assert asked.args == [span]


@pytest.mark.parametrize(
    ("opened", "awaited", "words"),
    [
        (False, False, "Open a document to see its names here."),
        (False, True, "They appear here when the document is open."),
        (True, True, "They appear here in a moment."),
        (True, False, "No names found."),
    ],
)
def test_an_empty_dock_says_whether_more_is_to_come(
    panel: NamesPanel, document: Document, opened: bool, awaited: bool, words: str
) -> None:
    panel.show_names(document if opened else None, named((), ()), awaited=awaited)
    assert spoken(panel.list) == [words]
