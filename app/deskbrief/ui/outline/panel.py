"""The outline dock: what analysis found, led back to the text and decided about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Outline
from deskbrief.services.curation import Curated
from deskbrief.ui.models.filterbox import FilterBox
from deskbrief.ui.models.frame import is_in_use, put_together
from deskbrief.ui.models.heads import MessageRow, head_height, message_height
from deskbrief.ui.models.look import EDGE
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.slices import Slicer
from deskbrief.ui.models.timeline import NEARER
from deskbrief.ui.models.words import needles
from deskbrief.ui.outline.acts import OutlineActs
from deskbrief.ui.outline.arrange import Arranger
from deskbrief.ui.outline.labels import Labels
from deskbrief.ui.outline.list import OutlineList
from deskbrief.ui.outline.menus import Act, OutlineMenus, Wish
from deskbrief.ui.outline.paint_sections import section_height
from deskbrief.ui.outline.prepare import Preparer
from deskbrief.ui.outline.rows import ItemRow, SectionRow, TimelineRow
from deskbrief.ui.outline.sections import room_for, section_at, shown_section
from deskbrief.ui.outline.settings import EventOrder, Grouping, OutlineSettings, OutlineState
from deskbrief.ui.outline.wishes import STATE, Wishes
from deskbrief.ui.theme import Theme

__all__ = ["EventOrder", "Grouping", "OutlinePanel", "OutlineSettings", "OutlineState"]


#: So long the timeline rests before the events of the part that is seen are listed.
REST_MS = 120


class OutlinePanel(QWidget):
    """Sections, events, recommendations and unresolved times in one list.

    `passage_requested` and `beside_requested`, which is for the other pane, carry a Span, `verdict_requested`
    an Item and a Verdict or None, `verdicts_requested` several Items and one for all of them,
    `edit_requested` an Item, `settings_changed` the OutlineSettings to remember.
    """

    passage_requested = Signal(object)
    beside_requested = Signal(object)
    verdict_requested = Signal(object, object)
    verdicts_requested = Signal(object, object)
    edit_requested = Signal(object)
    date_requested = Signal()
    settings_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._followed = -1
        self._awaited = self._chosen = ""
        self._leads = self._is_read_on = False
        self._shown_at = -1
        self._unfiltered: set[str] = set()
        self._wishes = Wishes()
        self._labels = Labels(self)
        self._preparer = Preparer(self._labels)
        self._arranger = Arranger(self._labels, self)
        self._menus = OutlineMenus(self._labels, self)
        self._slicer = Slicer(self)
        self._rest = QTimer(self)
        self._follow = QTimer(self)
        self.list = OutlineList(self._labels, self)
        self._acts = OutlineActs(self._menus, self._chosen_rows, self)
        self._filter = FilterBox(self.tr("Filter this outline"), self)
        self._gear = self._button()
        self._status = QLabel(self)
        self._status.setObjectName("outlineStatus")
        self._build()
        self._connect()
        self.set_theme(self.list.look.theme)
        self.show_outline(None, None, Curated(), OutlineState.WAITING)

    def show_outline(
        self,
        document: Document | None,
        outline: Outline | None,
        curated: Curated,
        state: OutlineState,
        note: str = "",
    ) -> None:
        """Show the outline of `document`; `note` tells how far the work is, or why it failed.

        Long outlines are filled in slices. Of the same document, scroll place, open groups and the current
        row are kept.
        """
        if document is None or self._document is None or document.sha256 != self._document.sha256:
            self._turn_over()
        self._document = self._labels.document = document
        self._wishes.is_complete = state in {OutlineState.FULL, OutlineState.FAILED}
        self._wishes.is_foreign = outline is not None and outline.is_foreign
        self._show_status(state, note, outline)
        if document is None or outline is None:
            self._slicer.stop()
            self.list.fill([MessageRow(key="empty", text=self._labels.nothing_yet(state))])
        else:
            self._slicer.start(self._prepared(document, outline, curated))

    def set_place(self, offset: int) -> None:
        """Mark the section that is being read at `offset`, and show it unless the user is in the panel."""
        before, self._wishes.offset = self._section_number(), offset
        if -1 < before != self._section_number():
            self._chosen = ""
        # Of the places, the first after a row was gone to is that of the row.
        self._is_read_on, self._leads = not self._leads, False
        self._show_place()

    def choose(self, key: str) -> None:
        """Make the row with this key the current one and show it, as soon as it is there.

        It stays in sight until the reader goes on to another section.
        """
        self._awaited = key
        self._show_awaited()

    def _show_awaited(self) -> None:
        if self._awaited and (number := self.list.show_row(self._awaited)) >= 0:
            self._awaited, self._chosen = "", self._awaited
            self.list.set_current(number)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.list.set_theme(theme)
        self._status.setFont(self.list.look.small.font)
        self._follow.start()

    def set_settings(self, settings: OutlineSettings) -> None:
        """Arrange the outline as remembered; nothing is emitted."""
        self._wishes.settings = settings
        self._arrange()

    def focus_filter(self) -> None:
        """Put the caret into the filter box."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    # Building

    def _build(self) -> None:
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self._status.setContentsMargins(EDGE, 6, EDGE, 8)
        put_together(self, self._filter, self.list, beside=self._gear, below=self._status)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("⚙")
        button.setAutoRaise(True)
        button.setMinimumSize(28, 28)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("Arrange the outline"))
        button.setAccessibleName(self.tr("Arrange the outline"))
        return button

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._refilter)
        self._filter.left.connect(self.list.setFocus)
        self._gear.clicked.connect(self._ask_arrangement)
        self._slicer.finished.connect(self._arrive)
        self.list.opened.connect(self._acts.open)
        self.list.zone_clicked.connect(self._acts.press)
        self.list.fold_asked.connect(self._acts.fold)
        self.list.lettered.connect(self._acts.type)
        self.list.menu_asked.connect(self._acts.ask)
        self.list.mouse_left.connect(self._stop_lingering)
        self._acts.going.connect(self._lead)
        self._acts.going.connect(self.passage_requested)
        self._acts.going_beside.connect(self.beside_requested)
        self.list.opened_beside.connect(self._acts.open_beside)
        self._acts.editing.connect(self.edit_requested)
        self._acts.deciding.connect(self._decide)
        self._acts.flipping.connect(self._flip)
        self._acts.stepping.connect(self.list.step)
        self._acts.wished.connect(self._fulfil)
        self.list.zoomed.connect(self._zoom)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._arrange)
        self._follow.setSingleShot(True)
        self._follow.setInterval(REST_MS)
        self._follow.timeout.connect(self._follow_place)

    # Showing

    def _turn_over(self) -> None:
        """Forget what belongs to the document shown before."""
        self._preparer.forget()
        self._wishes.offset = -1
        self._status.hide()
        self._filter.clear()
        self._wishes.flipped, self._wishes.lingering, self._unfiltered = set(), set(), set()
        self._wishes.bounds = None
        self._chosen = ""
        self._wishes.turned, self._wishes.all_sections = {}, False
        self.list.fill([])

    def _prepared(self, document: Document, outline: Outline, curated: Curated) -> Iterator[None]:
        yield from self._preparer.prepare(document, outline, curated)
        content = self._preparer.content
        yield from self.list.prime([*content.events, *content.cards])

    def _arrive(self) -> None:
        """Show what has come; the row under the mouse stays there, since the reader did not ask for it."""
        self.list.still = True
        self._arrange()
        self.list.still = False

    def _arrange(self) -> None:
        if self._document is not None and not self._slicer.busy:
            self.list.fit_dates(self._preparer.content.longest_date)
            self._wishes.room = self._room()
            self._followed = self._section_number()
            wordless = self._document.wordless
            self.list.fill(self._arranger.arrange(self._preparer.content, self._wishes, wordless=wordless))
            self._show_place()
            self._show_awaited()

    def _show_status(self, state: OutlineState, note: str, outline: Outline | None) -> None:
        text = self._labels.state(state, note, outline) if self._document else ""
        self._status.setText(text)
        if text or self._document is None:
            # Once it was there its room is kept: the rows are not to move under the hand when it goes.
            self._status.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow.start()

    def _show_place(self) -> None:
        """Mark the section at the reading place; another one is shown unless the user is in the panel."""
        if self._mark_place() and not self._is_in_use():
            self._show_here()
        if self._section_number() != self._followed:
            self._follow.start()

    def _lead(self) -> None:
        self._leads, self._is_read_on = True, False

    def _is_in_use(self) -> bool:
        """Tell whether the user is in the panel; who read on in the text is not, wherever the keyboard is."""
        return self.underMouse() or (not self._is_read_on and is_in_use(self))

    def _show_here(self) -> None:
        """Show the section at the reading place, or the row that was asked for there."""
        if not self._chosen or self.list.show_row(self._chosen) < 0:
            before = self.list.verticalOffset()
            self.list.show_row(self.list.here.key)
            if self.list.verticalOffset() != before:
                self._shown_at = self.list.verticalOffset()
                self._show_from_top()

    def _show_from_top(self) -> None:
        """Show what stands above the section being read, where there is room, unless the user scrolled."""
        if self.list.verticalOffset() == self._shown_at and self.list.has_room_for(self.list.here.key):
            self.list.verticalScrollBar().setValue(0)

    def _follow_place(self) -> None:
        """Show those of many sections that lie around the reading place, but move nothing under the hand."""
        is_late = self._section_number() != self._followed or self._room() != self._wishes.room
        if self._is_in_use():
            return
        self._show_from_top()
        if not is_late:
            return
        is_short = len(self._preparer.content.sections) <= min(self._room(), self._wishes.room)
        if not is_short and not self._wishes.needles:
            self._arrange()
            self._show_here()

    def _mark_place(self) -> bool:
        """Highlight the section at the reading place; tells whether it is another one than before."""
        sections, number = self._preparer.content.sections, self._section_number()
        if number < 0:
            return self.list.set_here(None, None)
        return self.list.set_here(sections[number], sections[shown_section(sections, number)])

    def _section_number(self) -> int:
        return section_at(self._preparer.content.sections, self._wishes.offset)

    def _room(self) -> int:
        look = self.list.look
        beside = head_height(look) + message_height(look)
        return room_for(self.list.viewport().height(), section_height(look), beside)

    # Answering

    def _refilter(self, text: str) -> None:
        wanted = needles(text)
        if wanted == self._wishes.needles:
            return
        if not self._wishes.needles:
            self._unfiltered = self._wishes.flipped
        self._wishes.needles = wanted
        self._wishes.flipped = set() if wanted else self._unfiltered
        self._arrange()
        self.list.verticalScrollBar().setValue(0)

    def _decide(self, rows: Sequence[ItemRow], verdict: Verdict | None) -> None:
        if verdict is Verdict.REJECTED:
            self._wishes.lingering.update(row.key for row in rows)
        if len(rows) == 1:
            self.verdict_requested.emit(rows[0].item, verdict)
        else:
            self.verdicts_requested.emit([row.item for row in rows], verdict)

    def _chosen_rows(self) -> list[ItemRow]:
        return self.list.chosen

    def _stop_lingering(self) -> None:
        if self._wishes.lingering and not self.list.hasFocus():
            self._wishes.lingering.clear()
            self._arrange()
        self._follow.start()

    def _flip(self, row: Row) -> None:
        if isinstance(row, SectionRow):
            self._wishes.turned[row.key] = not row.open
        else:
            self._wishes.flipped ^= {row.key}
        self._arrange()

    def _fulfil(self, wish: Wish) -> None:
        settings = wish.settings
        match wish.act:
            case Act.WHY | Act.STATE | Act.NEARER | Act.FARTHER | Act.WHOLE:
                self._look_closer(wish)
            case Act.DATE:
                self.date_requested.emit()
            case Act.FILTER:
                self.focus_filter()
            case Act.GROUPINGS:
                self._acts.pop_up(self._menus.groupings(self._wishes.settings))
            case Act.ENTER | Act.LEAVE:
                self.list.walk(inwards=wish.act is Act.ENTER)
            case Act.OPEN_ALL | Act.CLOSE_ALL:
                self._wishes.turn_all(self.list.rows, is_open=wish.act is Act.OPEN_ALL)
                self._arrange()
            case Act.SECTIONS:
                self._turn_sections()
            case Act.SHOW_REJECTED:
                settings = replace(self._wishes.settings, show_rejected=True)
        if settings is not None:
            self.set_settings(settings)
            self.settings_changed.emit(settings)

    def _turn_sections(self) -> None:
        """Show all sections, or those around the reading place and their head again."""
        self._wishes.turn_sections()
        self._arrange()
        if not self._wishes.all_sections:
            self.list.set_current(self.list.show_row("group|sections"))

    def _show_why(self) -> None:
        """Show the rule and the reasoning of the current row in a card beside it."""
        row = self.list.current
        text = self.list.tip_of(row) if row is not None else ""
        if row is None or not text:
            return
        from deskbrief.ui.outline.why import WhyCard

        area = self.list.row_rect(self.list.currentIndex().row())
        corner = self.list.viewport().mapToGlobal(area.topLeft())
        WhyCard(self.tr("Why this is here"), text, self).show_beside(QRect(corner, area.size()))

    def _look_closer(self, wish: Wish) -> None:
        """Show what stands behind a row, the rows in one state, or another part of the timeline."""
        row = self.list.timeline
        if wish.act is Act.WHY:
            self._show_why()
        elif wish.act is Act.STATE:
            self._filter.setText(STATE + wish.state)
        elif row is not None and wish.act is Act.WHOLE:
            self.list.hands.reset(row)
        elif row is not None:
            self.list.hands.zoom(row, NEARER if wish.act is Act.NEARER else 1 / NEARER)

    def _zoom(self, row: TimelineRow) -> None:
        """Show the events of the part of the timeline that is seen now, once it rests."""
        self._wishes.bounds = row.bounds
        self.list.viewport().update()
        self._rest.start()

    def _ask_arrangement(self) -> None:
        at = self._gear.mapToGlobal(self._gear.rect().bottomLeft())
        self._acts.pop_up(self._menus.arrangement(self._wishes.settings), at)
