"""The docks of figures and of quotes."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskbrief.document.model import Document
from deskbrief.document.outline import Figure, FigureKind, Quote, Speech
from deskbrief.ui.facts.figures import FigureRows
from deskbrief.ui.facts.panel import FactsPanel
from deskbrief.ui.facts.quotes import QuoteRows
from deskbrief.ui.models.slices import Slicer
from deskbrief.ui.theme import THEMES
from helpers.qt_panels import click, river, row_point, span_of, spoken

#: What the offscreen platform says about every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def document() -> Document:
    return river()


def figure(document: Document, words: str, kind: FigureKind, **more: object) -> Figure:
    span = span_of(document, words)
    return Figure(text=words, kind=kind, start=span.start, end=span.end, **more)


@pytest.fixture
def figures(document: Document) -> tuple[Figure, ...]:
    nine = span_of(document, "nine")
    return (
        figure(document, "two", FigureKind.COUNT, of="countries", differs=(nine,)),
        figure(document, "equal", FigureKind.SHARE, of="water", change="down"),
        figure(document, "Three", FigureKind.COUNT, of="villages", about="some"),
    )


@pytest.fixture
def quotes(document: Document) -> tuple[Quote, ...]:
    flow, boats = span_of(document, "the flow fell"), span_of(document, "lend its boats")
    gauges = span_of(document, "repair the gauges")
    return (
        Quote(speaker="", verb="say", spans=(flow, span_of(document, "became")), speech=Speech.REPORTED),
        Quote(speaker="Ana Ruiz", verb="say", spans=(gauges, span_of(document, "should")), named=True),
        Quote(
            speaker="Ana Ruiz",
            verb="say",
            spans=(boats, span_of(document, "could")),
            named=True,
            inferred=True,
        ),
    )


@pytest.fixture
def panel(qtbot: QtBot, document: Document, figures: tuple[Figure, ...]) -> FactsPanel[Figure]:
    panel: FactsPanel[Figure] = FactsPanel(
        FigureRows(), name="Figures", hint="Filter", invitation="Open one."
    )
    qtbot.addWidget(panel)
    panel.setGeometry(100, 100, 360, 500)
    panel.show()
    panel.show_facts(document, figures)
    return panel


def test_figures_stand_by_kind_and_contradictions_first(panel: FactsPanel[Figure]) -> None:
    assert spoken(panel.list) == [
        "Stated differently, 1, expanded",
        "two, countries, ≠ nine in ¶4, paragraph 1",
        "Percentages and shares, 1, expanded",
        "equal, water, falling, paragraph 3",
        "Counts, 1, expanded",
        "some Three, villages, paragraph 4",
    ]


def test_quotes_stand_by_speaker_and_those_without_a_name_last(
    qtbot: QtBot, document: Document, quotes: tuple[Quote, ...]
) -> None:
    panel: FactsPanel[Quote] = FactsPanel(QuoteRows(), name="Quotes", hint="Filter", invitation="Open one.")
    qtbot.addWidget(panel)
    panel.show_facts(document, quotes)
    assert spoken(panel.list) == [
        "Ana Ruiz, 2, expanded",
        "Ana Ruiz, should, repair the gauges, paragraph 5",
        "Ana Ruiz, could (inferred), lend its boats, paragraph 7",
        "No named source, 1, expanded",
        "became, the flow fell, paragraph 2",
    ]


def test_a_row_leads_to_its_passage(
    panel: FactsPanel[Figure], qtbot: QtBot, figures: tuple[Figure, ...]
) -> None:
    with qtbot.waitSignal(panel.passage_requested) as asked:
        click(panel.list, row_point(panel.list, f"figure|{figures[1].start}|1"))
    assert asked.args == [figures[1].span]


def test_a_filter_leaves_what_it_names_and_a_closed_group_stays_closed(
    panel: FactsPanel[Figure], document: Document, figures: tuple[Figure, ...]
) -> None:
    panel.findChild(QLineEdit).setText("vill")
    assert spoken(panel.list) == ["Counts, 1, expanded", "some Three, villages, paragraph 4"]
    click(panel.list, row_point(panel.list, "group|count"))
    panel.show_facts(document, figures[1:])
    assert spoken(panel.list) == ["Counts, 1, collapsed"]
    panel.findChild(QLineEdit).setText("nobody")
    assert spoken(panel.list) == ["Nothing matches the filter."]


def test_the_keyboard_walks_and_opens(panel: FactsPanel[Figure], qtbot: QtBot) -> None:
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.passage_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)


def test_the_model_is_consistent(panel: FactsPanel[Figure]) -> None:
    tester = QAbstractItemModelTester(panel.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.findChild(QLineEdit).setText("two")
    panel.show_facts(None, ())
    assert spoken(panel.list) == ["Open one."]
    assert tester.model() is panel.list.model()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_it_draws_in_every_theme(panel: FactsPanel[Figure], qtbot: QtBot, theme) -> None:
    panel.set_theme(theme)
    image = panel.grab().toImage()
    assert image.pixelColor(4, 300).name() == theme.panel


def test_it_is_freed_with_its_window(qtbot: QtBot, document: Document, figures: tuple[Figure, ...]) -> None:
    panel: FactsPanel[Figure] = FactsPanel(
        FigureRows(), name="Figures", hint="Filter", invitation="Open one."
    )
    panel.show_facts(document, figures)
    gone = weakref.ref(panel)
    del panel
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(
    ("opened", "awaited", "words"),
    [
        (False, False, "Open one."),
        (False, True, "They appear here when the document is open."),
        (True, True, "They appear here in a moment."),
        (True, False, "None found."),
    ],
)
def test_an_empty_dock_says_whether_more_is_to_come(
    panel: FactsPanel[Figure], document: Document, opened: bool, awaited: bool, words: str
) -> None:
    panel.show_facts(document if opened else None, (), awaited=awaited)
    assert spoken(panel.list) == [words]


def test_a_dock_says_at_last_that_nothing_was_found(panel: FactsPanel[Figure], document: Document) -> None:
    panel.show_facts(document, (), awaited=True)
    panel.show_facts(document, (), awaited=False)
    assert spoken(panel.list) == ["None found."]


def test_thousands_of_figures_come_in_slices_and_none_of_another_text_stays(
    qtbot: QtBot, panel: FactsPanel[Figure], document: Document
) -> None:
    many = tuple(figure(document, "two", FigureKind.COUNT, of=str(number)) for number in range(5000))
    other = river("other")
    panel.show_facts(other, many)
    assert spoken(panel.list) == ["They appear here in a moment."]
    qtbot.waitUntil(lambda: len(panel.list.rows) == len(many) + 1)
    panel.show_facts(None, ())
    panel.show_facts(other, many)
    panel.show_facts(None, ())
    assert not panel.findChild(Slicer).busy
    assert spoken(panel.list) == ["Open one."]
