"""The overview ruler: where in the whole document marks, events, recommendations and hits are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.ui.reader.values import Mark, Marker, MarkerKind
from deskbrief.ui.theme import Theme, fill

if TYPE_CHECKING:
    from deskbrief.ui.reader.modes import AnyView

#: The width of the strip, and the empty room on both sides of a tick.
WIDE, SIDE = 14, 2
#: The height of a tick, and how near to one a click has to be.
TICK, NEAR = 3, 4


#: So few ticks are looked up one by one; for more of them the rows of pixels are.
FEW = 100
#: So many marks are sorted a little later.
MANY = 1_000
#: Milliseconds after which changed heights are looked at: while text is being set they change all the time.
CALM_MS = 150


#: The first and the last of rows whose ticks touch each other.
Run = tuple[int, int]


class Layer(NamedTuple):
    """Things of one `kind` and colour in the order of the text; `starts` are where they begin."""

    colour: QColor
    starts: Sequence[int]
    things: Sequence[Mark | Marker | Span]
    kind: Role | MarkerKind = MarkerKind.EVENT


class OverviewRuler(QWidget):
    """A narrow strip as high as the scroll bar; a click leads to the tick under it, or to that height.

    What is on it is looked up row of pixels by row, since there can be far more ticks than rows. `jumped`
    carries a Span.
    """

    jumped = Signal(object)

    def __init__(self, view: AnyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._found = Layer(QColor(), (), ())
        self._current = -1
        self._changed = Layer(QColor(), (), ())
        self._layers: list[Layer] = []
        self._rows: list[int] = []
        #: What was looked up for the last picture: where how many things begin, and the rows they stand on.
        self._known: list[tuple[Sequence[int], int, list[Run]]] = []
        self.setFixedWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of marks, events, recommendations and hits"))
        view.annotated.connect(self._sort_soon)
        self._sorting = QTimer(self)
        self._sorting.setSingleShot(True)
        self._sorting.setInterval(CALM_MS)
        self._sorting.timeout.connect(self._sort)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._measure_anew)
        view.rescaled.connect(self._calm.start)
        view.document_changed.connect(self._measure)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 100)

    def set_theme(self, _theme: Theme) -> None:
        """Draw in the colours of the view's theme; what is on the strip stays where it is."""
        theme = self._view.theme()
        self._found = self._found._replace(colour=QColor(theme.found_here))
        self._changed = self._changed._replace(colour=QColor(theme.ink))
        self._layers = [layer._replace(colour=colour_of(theme, layer.kind)) for layer in self._layers]
        self.update()

    def set_hits(self, hits: Sequence[Span], current: int) -> None:
        """Show find hits, given in the order of the text."""
        from deskbrief.services.finding import Hits

        starts = hits.starts if isinstance(hits, Hits) else [hit.start for hit in hits]
        self._found, self._current = Layer(QColor(self._view.theme().found_here), starts, hits), current
        self.update()

    def set_changes(self, changes: Sequence[Span]) -> None:
        """Show what another edition has not, given in the order of the text."""
        # No colour: all of these stand for something else here.
        self._changed = Layer(QColor(self._view.theme().ink), [one.start for one in changes], changes)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._view.theme()
        painter = QPainter(self)
        fill(painter, self.rect(), QColor(theme.paper))
        if self._view.shown_document() is None:
            return
        known, self._known = self._known, []
        for layer in self._all_layers:
            runs = self._runs(layer.starts, known)
            self._known.append((layer.starts, len(layer.starts), runs))
            for first, last in runs:
                fill(painter, self._tick(first, last), layer.colour)
        if 0 <= self._current < len(self._found.starts):
            y = self._y(self._found.starts[self._current])
            fill(painter, self._tick(y, y), QColor(theme.accent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().height() > TICK and any(count >= FEW for _, count, _ in self._known):
            # Many are looked up when the window stands still; until then they are drawn closer or wider.
            share = self._high / (event.oldSize().height() - TICK)
            self._known = [(those, count, _scaled(runs, share)) for those, count, runs in self._known]
            self._calm.start()
        else:
            self._measure()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            from deskbrief.ui.reader.tips import tip_of

            thing = self._thing_at(event.pos().y())
            QToolTip.showText(
                event.globalPos(), tip_of(thing.label) if isinstance(thing, Marker) else "", self
            )
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        y = event.position().y()
        thing = self._thing_at(y)
        if thing is None:
            offset = self._view.offset_of(y / max(self.height(), 1))
            self.jumped.emit(Span(offset, offset))
        else:
            self.jumped.emit(_span(thing))

    def _sort_soon(self) -> None:
        """Sort what is on the strip, but many things only when the text has been drawn with them."""
        if len(self._view.marks()) < MANY:
            self._sort()
        else:
            self._sorting.start()

    def _sort(self) -> None:
        theme = self._view.theme()
        markers = self._view.markers()
        by_role: dict[Role, list[Mark]] = {}
        for mark in self._view.marks():
            by_role.setdefault(mark.role, []).append(mark)
        self._layers = [_layer(theme, role, marks) for role, marks in by_role.items()]
        for kind in (MarkerKind.EVENT, MarkerKind.RECOMMENDATION):
            self._layers.append(_layer(theme, kind, [marker for marker in markers if marker.kind is kind]))
        self.update()

    def _measure(self) -> None:
        self._rows, self._known = [], []
        self.update()

    def _measure_anew(self) -> None:
        """Look heights up that have changed; not while painting, which has enough to do."""
        self._measure()
        if any(len(layer.starts) >= FEW for layer in self._all_layers):
            self._rows = self._offsets()

    def _y(self, offset: int) -> float:
        return self._view.share_of(offset) * (self.height() - TICK)

    def _tick(self, first: float, last: float) -> QRectF:
        """Return the area of the ticks on all rows from `first` to `last`."""
        return QRectF(SIDE, first, WIDE - 2 * SIDE, last - first + TICK)

    @property
    def _all_layers(self) -> tuple[Layer, ...]:
        """What is on the strip, the uppermost last."""
        return (self._changed, self._found, *self._layers)

    @property
    def _high(self) -> int:
        return max(self.height() - TICK, 1)

    def _offsets(self) -> list[int]:
        """Return the offset at each row of pixels but the first."""
        return self._view.offsets_of([y / self._high for y in range(1, self._high)])

    def _runs(self, starts: Sequence[int], known: list[tuple[Sequence[int], int, list[Run]]]) -> list[Run]:
        """Return the rows of what begins at `starts`, as known; hits get more while they are sought."""
        for those, count, runs in known:
            if those is starts and count == len(starts):
                return runs
        return _runs(self._ticks(starts))

    def _ticks(self, starts: Sequence[int]) -> Iterator[int]:
        """Yield the rows of pixels on which something begins."""
        if len(starts) < FEW:
            yield from sorted({int(self._view.share_of(start) * self._high) for start in starts})
            return
        if not self._rows:
            self._rows = self._offsets()
        upto = 0
        for y, offset in enumerate(self._rows):
            before, upto = upto, bisect_left(starts, offset, upto)
            if upto > before:
                yield y
        if upto < len(starts):
            yield len(self._rows)

    def _thing_at(self, y: float) -> Mark | Marker | Span | None:
        """Return the nearest thing that has a tick at `y`."""
        middle = y - TICK / 2
        offset = self._view.offset_of(middle / max(self.height() - TICK, 1))
        best: Mark | Marker | Span | None = None
        distance = NEAR + 0.5
        for layer in self._all_layers:
            index = bisect_left(layer.starts, offset)
            for thing in layer.things[max(index - 1, 0) : index + 1]:
                away = abs(self._y(_span(thing).start) - middle)
                if away < distance:
                    best, distance = thing, away
        return best


def colour_of(theme: Theme, kind: Role | MarkerKind) -> QColor:
    """Return the colour in which things of this kind are drawn."""
    if isinstance(kind, Role):
        return theme.dot(kind)
    return QColor(theme.event if kind is MarkerKind.EVENT else theme.recommendation)


def _runs(rows: Iterable[int]) -> list[Run]:
    """Return rows in their order as runs: what touches is drawn in one piece."""
    runs: list[Run] = []
    for row in rows:
        if runs and row <= runs[-1][1] + TICK:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _scaled(runs: Iterable[Run], share: float) -> list[Run]:
    return [(round(first * share), round(last * share)) for first, last in runs]


def _layer(theme: Theme, kind: Role | MarkerKind, things: Sequence[Mark] | Sequence[Marker]) -> Layer:
    return Layer(colour_of(theme, kind), [thing.span.start for thing in things], things, kind)


def _span(thing: Mark | Marker | Span) -> Span:
    return thing if isinstance(thing, Span) else thing.span
