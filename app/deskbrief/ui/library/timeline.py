"""The chronology of several documents: each source in its colour, disagreements marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from deskbrief.services.timeline import Source, Timeline
from deskbrief.ui.library.axis import Axis
from deskbrief.ui.library.paint import SourcePainter, TellingPainter
from deskbrief.ui.library.rows import LibraryWords, SourceRow, TellingRow
from deskbrief.ui.library.tellings import ORDERS, SHOWN, Arranged, TimelineOrder, TimelineShow, Wanted, key_of
from deskbrief.ui.models.choicebox import ChoiceBox
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.frame import order_stops
from deskbrief.ui.models.heads import GroupPainter, GroupRow, MessagePainter, MessageRow, folded_up
from deskbrief.ui.models.page import Page
from deskbrief.ui.models.painters import Painters
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.models.words import needles
from deskbrief.ui.theme import Theme
from deskbrief.ui.words import numbered

#: Keys that lead nearer, farther, and back to the whole.
ZOOMING = ("+", "-", "0")
#: More sources than this are listed when they are asked for: the events are what one came for.
FEW = 6
#: What is seen is listed so long after the timeline was moved.
SEEN_MS = 60
#: The head above many sources.
SOURCES = "sources"


class TimelinePage(Page):
    """Events of all sources in the order of time.

    `passage_opened` carries a Source and a Span, `source_opened` a Source; `left` asks for the library.
    `order_changed` carries a TimelineOrder; `export_asked` a place on the screen for the menu of exports.
    """

    passage_opened = Signal(object, object)
    source_opened = Signal(object)
    order_changed = Signal(object)
    export_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePage")
        self.setWindowTitle(self.tr("Chronology"))
        self._arranged = Arranged(Timeline())
        self._events: list[TellingRow] = []
        self._sought: frozenset[str] = frozenset()
        self._closed: set[str] = set()
        words = LibraryWords(self)
        painters = Painters(
            {
                SourceRow: SourcePainter(words),
                TellingRow: TellingPainter(words),
                MessageRow: MessagePainter(),
                GroupRow: GroupPainter(),
            }
        )
        self.list = RowView(words, painters, frozenset({"/", "e", *ZOOMING}), self)
        self.list.setAccessibleName(self.tr("Chronology"))
        self.filter = FilterBox(self.tr("Filter this chronology"), self)
        self.axis = Axis(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SEEN_MS)
        self._title = QLabel(self)
        self._title.setObjectName("documentTitle")
        self.order, self.show_only = ChoiceBox(self), ChoiceBox(self)
        self.export = QPushButton(self.tr("Export ▾"), self)
        self._back = QPushButton(self.tr("← Library"), self)
        self._build()
        self._connect()

    @property
    def timeline(self) -> Timeline:
        """The chronology that is shown."""
        return self._arranged.timeline

    def show_timeline(self, arranged: Arranged, sought: frozenset[str] = frozenset()) -> None:
        """Show a chronology; of the documents with hashes in `sought` the events are still looked for.

        One of the same documents keeps the part of the time that is seen, the filter and the current row.
        """
        timeline = arranged.timeline
        same = _hashes(timeline) == _hashes(self.timeline)
        self._arranged, self._sought = arranged, sought
        bounds = self.axis.state.bounds if same else None
        self.axis.show_points(arranged.points, [source.title for source in timeline.sources])
        self.axis.state.bounds = bounds
        if not same:
            self._closed = {SOURCES}
            self.filter.clear()
            self.show_only.setCurrentIndex(0)
        self.setWindowTitle(
            self.tr("Chronology of {0}").format(
                numbered(len(timeline.sources), self.tr("1 document"), self.tr("{0} documents"))
            )
        )
        self._fill()

    def set_order(self, order: TimelineOrder) -> None:
        """Show the events in another order."""
        self.order.setCurrentIndex(self.order.findData(order))
        self._fill()

    def chosen(self) -> frozenset[tuple[int, int]] | None:
        """Return the numbers of source and event of each row that is shown; None when nothing is left out."""
        found = frozenset((row.telling.source, row.telling.number) for row in self._events)
        return None if len(found) == sum(len(one.tellings) for one in self.timeline.happenings) else found

    def count_words(self) -> str:
        """Return how many events are shown, in words."""
        shown, whole = len({row.number for row in self._events}), len(self.timeline.happenings)
        if shown == whole:
            return numbered(whole, self.tr("1 event"), self.tr("{0} events"))
        return self.tr("{0} of {1} events").format(f"{shown:,}", f"{whole:,}")

    def sources(self) -> Sequence[Source]:
        """Return the documents of the chronology that is shown."""
        return self.timeline.sources

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)
        self.axis.set_look(self.list.look)

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def ask_export(self) -> None:
        """Ask for the menu of exports below its button."""
        self.export_asked.emit(self.export.mapToGlobal(QPoint(0, self.export.height())))

    def _build(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for box, name, names in (
            (self.order, self.tr("Order of the events"), ORDERS),
            (self.show_only, self.tr("Which events"), SHOWN),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            for value, words in names.items():
                box.addItem(QCoreApplication.translate("chronology", words), value)
        self.export.setToolTip(self.tr("A table, a calendar, a timeline or a brief of what is shown (E)"))
        top, tools, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(14, 10, 14, 0)
        tools.setContentsMargins(14, 0, 14, 2)
        top.addWidget(self._back)
        top.addWidget(self._title, 1)
        top.addWidget(self.filter)
        self.filter.setMinimumWidth(260)
        tools.addWidget(self.show_only)
        tools.addWidget(self.order)
        tools.addStretch(1)
        tools.addWidget(self.export)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addLayout(tools)
        whole.addWidget(self.axis)
        whole.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        order_stops(self._back, self.filter, self.show_only, self.order, self.export, self.axis, self.list)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.export.clicked.connect(self.ask_export)
        self.filter.textChanged.connect(self._fill)
        self.filter.left.connect(self.list.setFocus)
        self.order.activated.connect(self._reorder)
        self.show_only.activated.connect(self._fill)
        self.list.opened.connect(self._open)
        self.list.fold_asked.connect(self._fold)
        self.list.zone_clicked.connect(self._flip)
        self.list.lettered.connect(self._letter)
        self.list.moved.connect(self._mark)
        self._later.timeout.connect(self._fill)
        self.axis.moved.connect(self._later.start)
        self.axis.chosen.connect(self._show)
        self.axis.opened.connect(self._open_event)

    # Showing

    def _fill(self) -> None:
        wanted = Wanted(
            order=TimelineOrder(self.order.currentData()),
            show=TimelineShow(self.show_only.currentData()),
            words=needles(self.filter.text()),
            seen=self.axis.seen(),
        )
        rows = self._arranged.rows(wanted)
        self._events = [row for row in rows if isinstance(row, TellingRow)]
        if not rows:
            words = self.tr("No dated event was found in them.")
            if self._sought:
                words = self.tr("The events of these documents are being looked for …")
            elif self.timeline.happenings:
                words = self.tr("No event matches what is seen and filtered; 0 shows the whole time again.")
            rows = [MessageRow(key="nothing", text=words)]
        self.list.fill([*self._sources(), *folded_up(rows, self._closed)])
        self._say()

    def _say(self) -> None:
        """Say how much is shown."""
        differ = sum(happening.differs for happening in self.timeline.happenings)
        words = self.count_words()
        if differ:
            words += self.tr(" · ≠ {0} dated differently").format(differ)
        self._title.setText(words)
        self.export.setEnabled(bool(self._events))

    def _sources(self) -> list[Row]:
        """Return the rows of the sources; many of them stand below a head that begins closed."""
        counts = self.timeline.counts()
        rows: list[Row] = [
            SourceRow(
                key=f"source|{number}",
                number=number,
                source=source,
                events=counts[number],
                undated=source.undated,
                sought=source.sha256 in self._sought,
            )
            for number, source in enumerate(self.timeline.sources)
        ]
        if len(rows) <= FEW:
            return rows
        mute = sum(not counts[number] for number in range(len(rows)))
        title = self.tr("Sources")
        if mute:
            title = self.tr("Sources ({0} without a dated event)").format(mute)
        is_open = SOURCES not in self._closed
        head = GroupRow(
            key=SOURCES, open=is_open, name=SOURCES, title=title, shown=len(rows), total=len(rows)
        )
        return [head, *(rows if is_open else ())]

    # Answering

    def _reorder(self) -> None:
        self._fill()
        self.order_changed.emit(self.order.currentData())

    def _flip(self, row: Row, _zone: object = "") -> None:
        if isinstance(row, GroupRow):
            self._closed ^= {row.key}
            self._fill()

    def _fold(self, row: Row, wanted: bool) -> None:
        if isinstance(row, GroupRow) and row.open is not wanted:
            self._flip(row)

    def _open(self, row: Row) -> None:
        self._flip(row)
        if isinstance(row, TellingRow):
            self.passage_opened.emit(row.source, row.telling.span)
        elif isinstance(row, SourceRow):
            self.source_opened.emit(row.source)

    def _letter(self, _row: Row | None, letter: str) -> None:
        if letter == "/":
            self.focus_filter()
        elif letter == "e":
            self.ask_export()
        else:
            self.axis.press(letter)

    def _mark(self, row: Row | None) -> None:
        """Mark the current event on the axis."""
        if isinstance(row, TellingRow):
            self.axis.mark(row.number)

    def _show(self, number: int) -> None:
        """Show the event that was chosen on the axis in the list."""
        key = key_of(self.timeline, self.timeline.happenings[number].tellings[0])
        if not any(row.key == key for row in self.list.rows):
            self._closed &= {SOURCES}
            self.filter.clear()
            self.show_only.setCurrentIndex(0)
            self._fill()
        self.list.set_current(self.list.show_row(key))

    def _open_event(self, number: int) -> None:
        telling = self.timeline.happenings[number].tellings[0]
        self.passage_opened.emit(self.timeline.sources[telling.source], telling.span)


def exports(parent: QWidget) -> QMenu:
    """Return a menu of the forms of a chronology; each action has the ending of its files as its data."""
    menu = QMenu(parent)
    for words, ending in (
        (parent.tr("&Table (CSV)…"), ".csv"),
        (parent.tr("&Calendar (iCalendar)…"), ".ics"),
        (parent.tr("Time&line (TimelineJS)…"), ".json"),
        ("", ""),
        (parent.tr("&Brief (PDF, Word, web page, Markdown)…"), ".pdf"),
    ):
        if ending:
            menu.addAction(words).setData(ending)
        else:
            menu.addSeparator()
    return menu


def _hashes(timeline: Timeline) -> list[str]:
    return [source.sha256 for source in timeline.sources]
