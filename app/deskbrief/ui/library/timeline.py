"""The chronology of several documents: each source in its colour, disagreements marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskbrief.services.timeline import Timeline
from deskbrief.ui.library.paint import SourcePainter, TellingPainter
from deskbrief.ui.library.rows import LibraryWords, SourceRow, TellingRow
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.heads import MessagePainter, MessageRow
from deskbrief.ui.models.painters import Painters
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.view import RowView
from deskbrief.ui.models.words import folded, needles
from deskbrief.ui.theme import Theme


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
        words = LibraryWords(self)
        painters = Painters(
            {
                SourceRow: SourcePainter(words),
                TellingRow: TellingPainter(words),
                MessageRow: MessagePainter(),
            }
        )
        self.list = RowView(words, painters, frozenset({"/"}), self)
        self.list.setAccessibleName(self.tr("Chronology"))
        self.filter = FilterBox(self.tr("Filter this chronology"), self)
        self._title = QLabel(self)
        self._title.setObjectName("documentTitle")
        self._build()

    def show_timeline(self, timeline: Timeline) -> None:
        """Show a chronology."""
        self._timeline = timeline
        differ = sum(happening.differs for happening in timeline.happenings)
        words = self.tr("Chronology of {0} documents · {1} events").format(
            len(timeline.sources), f"{len(timeline.happenings):,}"
        )
        if differ:
            words += self.tr(" · ≠ {0} dated differently").format(differ)
        self._title.setText(words)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)

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
        whole.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.filter.textChanged.connect(self._fill)
        self.filter.left.connect(self.list.setFocus)
        self.list.opened.connect(self._open)
        self.list.lettered.connect(self._to_filter)

    def _fill(self) -> None:
        wanted = needles(self.filter.text())
        sources = self._timeline.sources
        rows: list[Row] = [
            SourceRow(key=f"source|{number}", number=number, source=source)
            for number, source in enumerate(sources)
        ]
        count = len(rows)
        for number, happening in enumerate(self._timeline.happenings):
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
            words = self.tr("No event matches.") if wanted else self.tr("No dated event was found in them.")
            rows.append(MessageRow(key="nothing", text=words))
        self.list.fill(rows)

    def _open(self, row: Row) -> None:
        if isinstance(row, TellingRow):
            self.passage_opened.emit(row.source, row.telling.span)
        elif isinstance(row, SourceRow):
            self.source_opened.emit(row.source)

    def _to_filter(self, _row: Row | None, _letter: str) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
