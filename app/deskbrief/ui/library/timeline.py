"""The chronology of several documents: each source in its colour, disagreements marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbrief.services.timeline import Source, Timeline
from deskbrief.ui.library.axis import Axis
from deskbrief.ui.library.lanes import points_of
from deskbrief.ui.library.paint import SourcePainter, TellingPainter
from deskbrief.ui.library.rows import LibraryWords, SourceRow, TellingRow
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.heads import GroupPainter, GroupRow, MessagePainter, MessageRow
from deskbrief.ui.models.painters import Painters
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.models.words import folded, needles
from deskbrief.ui.theme import Theme

#: Keys that lead nearer, farther, and back to the whole.
ZOOMING = ("+", "-", "0")
#: More sources than this are listed when they are asked for: the events are what one came for.
FEW = 6
#: What is seen is listed so long after the timeline was moved.
SEEN_MS = 60


class TimelinePage(QWidget):
    """Events of all sources in the order of time.

    `passage_opened` carries a Source and a Span, `source_opened` a Source; `left` asks for the library.
    """

    passage_opened = Signal(object, object)
    source_opened = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePage")
        self._timeline = Timeline()
        self._opened = False
        words = LibraryWords(self)
        painters = Painters(
            {
                SourceRow: SourcePainter(words),
                TellingRow: TellingPainter(words),
                MessageRow: MessagePainter(),
                GroupRow: GroupPainter(),
            }
        )
        self.list = RowView(words, painters, frozenset({"/", *ZOOMING}), self)
        self.list.setAccessibleName(self.tr("Chronology"))
        self.filter = FilterBox(self.tr("Filter this chronology"), self)
        self.axis = Axis(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SEEN_MS)
        self._title = QLabel(self)
        self._title.setObjectName("documentTitle")
        self._build()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show a chronology."""
        self._timeline, self._opened = timeline, False
        self.axis.show_points(points_of(timeline), [source.title for source in timeline.sources])
        differ = sum(happening.differs for happening in timeline.happenings)
        words = self.tr("Chronology of {0} documents · {1} events").format(
            len(timeline.sources), f"{len(timeline.happenings):,}"
        )
        if differ:
            words += self.tr(" · ≠ {0} dated differently").format(differ)
        self._title.setText(words)
        self._fill()

    def sources(self) -> Sequence[Source]:
        """Return the documents of the chronology that is shown."""
        return self._timeline.sources

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)
        self.axis.set_look(self.list.look)

    def _build(self) -> None:
        back = QPushButton(self.tr("← Library"), self)
        back.clicked.connect(self.left)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        top, whole = QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(14, 10, 14, 0)
        top.addWidget(back)
        top.addWidget(self._title, 1)
        top.addWidget(self.filter)
        self.filter.setMinimumWidth(220)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self.axis)
        whole.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.filter.textChanged.connect(self._fill)
        self.filter.left.connect(self.list.setFocus)
        self.list.opened.connect(self._open)
        self.list.fold_asked.connect(self._fold)
        self.list.zone_clicked.connect(self._flip)
        self.list.lettered.connect(self._letter)
        self.list.moved.connect(self._mark)
        self._later.timeout.connect(self._fill)
        self.axis.moved.connect(self._later.start)
        self.axis.chosen.connect(self._show)
        self.axis.opened.connect(self._open_event)

    def _fill(self) -> None:
        wanted = needles(self.filter.text())
        sources = self._timeline.sources
        rows = self._sources()
        count = len(rows)
        seen = self.axis.seen()
        for number, happening in enumerate(self._timeline.happenings):
            if seen is not None and number not in seen:
                continue
            hay = folded(" ".join(f"{one.when} {one.title} {one.detail}" for one in happening.tellings))
            if all(word in hay for word in wanted):
                rows += [
                    TellingRow(
                        key=f"event|{number}|{place}",
                        span=telling.span,
                        telling=telling,
                        source=sources[telling.source],
                        happening=happening if place == 0 else None,
                        differs=happening.differs,
                    )
                    for place, telling in enumerate(happening.tellings)
                ]
        if len(rows) == count:
            words = self.tr("No dated event was found in them.")
            if wanted or seen is not None:
                words = self.tr("No event matches what is seen and filtered; 0 shows the whole time again.")
            rows.append(MessageRow(key="nothing", text=words))
        self.list.fill(rows)

    def _sources(self) -> list[Row]:
        """Return the rows of the sources; many of them stand below a head that begins closed."""
        counts = self._timeline.counts()
        rows: list[Row] = [
            SourceRow(
                key=f"source|{number}",
                number=number,
                source=source,
                events=counts[number],
                undated=source.undated,
            )
            for number, source in enumerate(self._timeline.sources)
        ]
        if len(rows) <= FEW:
            return rows
        mute = sum(not counts[number] for number in range(len(rows)))
        title = self.tr("Sources")
        if mute:
            title = self.tr("Sources ({0} without a dated event)").format(mute)
        head = GroupRow(
            key="sources", open=self._opened, name="sources", title=title, shown=len(rows), total=len(rows)
        )
        return [head, *(rows if self._opened else ())]

    def _flip(self, row: Row, _zone: object = "") -> None:
        if isinstance(row, GroupRow):
            self._opened = not self._opened
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
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.axis.press(letter)

    def _mark(self, row: Row | None) -> None:
        """Mark the current event on the axis."""
        if isinstance(row, TellingRow):
            self.axis.mark(int(row.key.split("|")[1]))

    def _show(self, number: int) -> None:
        """Show the event that was chosen on the axis in the list."""
        if self.filter.text():
            self.filter.clear()
        key = f"event|{number}|0"
        if not any(row.key == key for row in self.list.rows):
            self._fill()
        self.list.set_current(self.list.show_row(key))

    def _open_event(self, number: int) -> None:
        telling = self._timeline.happenings[number].tellings[0]
        self.passage_opened.emit(self._timeline.sources[telling.source], telling.span)
