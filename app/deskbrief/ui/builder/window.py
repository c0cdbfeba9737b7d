"""The builder: what a brief holds on the left, its pages on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QDialog, QSplitter, QVBoxLayout, QWidget

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.links import PassageLink
from deskbrief.document.plan import BriefPlan, Format, Logo
from deskbrief.document.spans import Span
from deskbrief.jobs.runner import Runner
from deskbrief.services.briefing import Brief
from deskbrief.services.catalogues import Catalogues
from deskbrief.services.curation import shortened
from deskbrief.services.drafting import DraftHistory
from deskbrief.services.draftplan import BOTTOM_LINE, Fault, bottom_references, plan_of, without_room
from deskbrief.services.drafts import Draft
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.planning import BriefSource
from deskbrief.services.references import locator
from deskbrief.ui.builder.arrange import Arranger
from deskbrief.ui.builder.deeds import Deeds
from deskbrief.ui.builder.dialogs import FaultsDialog
from deskbrief.ui.builder.feed import PreviewFeed
from deskbrief.ui.builder.head import BuilderHead
from deskbrief.ui.builder.keeper import DraftKeeper
from deskbrief.ui.builder.leftside import LeftSide
from deskbrief.ui.builder.preview import Preview
from deskbrief.ui.builder.table import Table, today
from deskbrief.ui.models.frame import order_stops
from deskbrief.ui.notices import Notice
from deskbrief.ui.passages import passage_in
from deskbrief.ui.spoken import announce
from deskbrief.ui.theme import Theme
from deskbrief.ui.words import numbered

#: Characters of the title that the head of the window shows.
LONGEST_TITLE = 60
#: How wide the left side is at first.
LEFT = 500


class BuilderWindow(QDialog):
    """One brief being put together. `load` returns the open documents, the brief's own first.

    `history` is the draft with what was done to it, which outlives the window.

    `export_wanted` and `print_wanted` say what the reader wants done with the draft, `format_wanted` in which
    other format it is to be exported; `passage_wanted` carries the hash of a document and a passage of it.
    `logo_wanted` asks for a picture, which `use_logo` takes.
    """

    export_wanted = Signal()
    format_wanted = Signal(Format)
    print_wanted = Signal()
    passage_wanted = Signal(str, Span)
    logo_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        load: Callable[[], list[BriefSource]],
        history: DraftHistory,
        runner: Runner,
        keeper: DraftKeeper,
        catalogues: Catalogues,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("builder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(760, 460)
        self.setAcceptDrops(True)
        self._keeper = keeper
        self._arranger = Arranger()
        self._left_out = 0
        self._warning: Message | None = None
        self.undrawn: tuple[str, ...] = ()
        self.table = Table(load, history, self._changed, catalogues)
        self.head = BuilderHead(keeper, self)
        self.left = LeftSide(self)
        self.form, self.contents = self.left.form, self.left.contents
        self.preview = Preview(self)
        self.notice = Notice(self)
        self._feed = PreviewFeed(runner, self)
        self._lay_out()
        self._connect()
        self._changed()

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.table.draft

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self.contents.set_theme(theme)
        self.preview.set_theme(theme)

    def use_logo(self, logo: Logo) -> None:
        """Put a logo above the title."""
        self._deeds.use_logo(logo)

    def show_faults(self) -> bool:
        """Name the quotes that do not stand; return whether the brief is to be exported all the same."""
        dialog = FaultsDialog(self.table.faults, self)
        answer = dialog.exec()
        fault = dialog.chosen()
        dialog.deleteLater()
        if answer == FaultsDialog.MEND:
            self._go_to_fault(fault)
        return answer == int(QDialog.DialogCode.Accepted)

    # Layout

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.notice)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.left)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setSizes([LEFT, 3 * LEFT])
        outer.addWidget(split, 1)
        # The order in which they were made is another: the fields were there before what stands above them.
        told = self.notice.findChildren(QAbstractButton)
        pages = self.preview.findChildren(QAbstractButton)
        order_stops(*self.head.stops, *told, *self.left.stops, self.preview, *pages)

    def _connect(self) -> None:
        for signal, act in (
            (self.head.back, self.close),
            (self.head.undo, self.undo),
            (self.head.redo, self.redo),
            (self.head.format_wanted, self.format_wanted),
            (self.head.print_wanted, self.print_wanted),
            (self.head.export_wanted, self.export_wanted),
        ):
            signal.connect(act)
        for keys, slot in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+E", self.export_wanted),
            ("Ctrl+P", self.print_wanted),
            ("Ctrl++", self.preview.zoom_in),
            ("Ctrl+=", self.preview.zoom_in),
            ("Ctrl+-", self.preview.zoom_out),
            ("Ctrl+0", self.preview.zoom_to_fit),
            ("F6", self._next_part),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._deeds = Deeds(self.table, self.form, self.contents, self.head.templates, self)
        self._deeds.keeper = self._keeper
        self._deeds.told.connect(self._tell)
        self.form.logo_wanted.connect(self.logo_wanted)
        self.contents.passage_wanted.connect(self._show_passage)
        self.left.fault_wanted.connect(self._follow_fault)
        self.preview.wanted.connect(self._feed.draw)
        self._feed.made.connect(self._made)
        self._feed.sized.connect(self.preview.set_sizes)
        self._feed.drawn.connect(self.preview.set_picture)
        self._feed.failed.connect(self._not_made)

    # What is shown

    def _changed(self) -> None:
        """Show the draft, ask for its pages, and keep it; what was told of an act before is over."""
        if self._warning is None or not self.notice.shows(self._warning):
            self.notice.dismiss()
        draft, catalogue = self.draft, self.table.catalogue
        title = draft.title or catalogue.title
        self.setWindowTitle(self.tr("Brief — {0}").format(title))
        self.head.show_title(self.tr("Brief — {0}").format(title))
        self.form.show_draft(draft, catalogue.title)
        self.form.show_sentences(catalogue.sentences)
        self.form.show_sources(self.table.choices())
        self._show_bottom()
        self.contents.show_sections(self._arranger.views(draft, catalogue, self.table.faults))
        self._show_state()
        self.head.show_acts(self.table.history)
        self.head.show_template(draft.template, several=len(catalogue.sources) > 1)
        self._feed.change(partial(plan_of, draft, catalogue, today()), self.table.notes())
        self._keeper.keep(self.table.document, draft)

    def _show_bottom(self) -> None:
        draft, catalogue = self.draft, self.table.catalogue
        lost = [fault for fault in self.table.faults if fault.section == BOTTOM_LINE]
        cited = bottom_references(draft, catalogue)
        if lost:
            words = self.tr("⚠ Not word for word in the source, so without a reference: “{0}”").format(
                shortened(lost[0].words, LONGEST_TITLE)
            )
        elif cited:
            places = [locator(catalogue.sources[source].document, span) for source, span in cited]
            words = self.tr("Cites {0}").format(", ".join(places))
        else:
            words = self.tr("Your own words: no reference.") if draft.bottom_line.strip() else ""
        self.form.show_cites(words, bad=bool(lost))

    def _show_state(self) -> None:
        if self.table.faults:
            self.left.show_faults(len(self.table.faults))
        else:
            self.left.show_all_well(self._left_out_words())

    def _made(self, brief: Brief, plan: BriefPlan) -> None:
        self.preview.show_brief(brief.pages, plan.page_size)
        self._name_undrawn(brief.undrawn)
        draft, catalogue = self.draft, self.table.catalogue
        without = without_room(draft, catalogue, brief.kept) if brief.kept is not None else {}
        self._left_out = sum(map(len, without.values()))
        if self._arranger.set_room(without):
            self.contents.show_sections(self._arranger.views(draft, catalogue, self.table.faults))
            self._show_state()
            if self._left_out:
                announce(self, self._left_out_words())

    def _name_undrawn(self, sentences: tuple[str, ...]) -> None:
        """Say what these pages do not show as it is, with a step to the formats that do; once only."""
        if sentences == self.undrawn:
            return
        if self._warning is not None:
            self.notice.withdraw(self._warning)
        self.undrawn, self._warning = sentences, None
        if sentences:
            self._warning = Message(Level.WARNING, " ".join(sentences))
            self.notice.show_message(self._warning, self.tr("Export as Word…"), self._export_word)
            self.notice.offer(self.tr("Export as web page…"), self._export_page)

    def _export_word(self) -> None:
        self.format_wanted.emit(Format.DOCX)

    def _export_page(self) -> None:
        self.format_wanted.emit(Format.HTML)

    def _left_out_words(self) -> str:
        if not self._left_out:
            return ""
        return numbered(
            self._left_out,
            self.tr("One row is left out to fit one page: grey in the contents."),
            self.tr("{0} rows are left out to fit one page: grey in the contents."),
        )

    def _not_made(self, error: DeskbriefError) -> None:
        self.notice.show_message(message_for(error))

    # What is done

    def undo(self) -> None:
        """Take the last act back."""
        self._say(self.table.history.undo(), self.tr("Undone: {0}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._say(self.table.history.redo(), self.tr("Done again: {0}"))

    def add(self, link: PassageLink, *, row: bool = False, at: int | None = None) -> bool:
        """Let the brief hold a passage, as an item or as a quote; return whether it does."""
        return self._deeds.add(link, row=row, at=at)

    # What is dragged in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        found = passage_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.contents.welcome(self._deeds.section_for(found.link, row=found.row))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self.contents.hover(self.contents.mapFrom(self, event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.contents.farewell()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.contents.hover(self.contents.mapFrom(self, event.position().toPoint()))
        at = self.contents.farewell()
        found = passage_in(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.add(found.link, row=found.row, at=at)

    def _say(self, name: str, words: str) -> None:
        if name:
            announce(self, words.format(name))

    def _tell(self, words: str) -> None:
        self.notice.show_message(Message(Level.INFO, words))
        announce(self, words)

    def _show_passage(self, section_id: str, key: str) -> None:
        entry = self.table.entry(section_id, key)
        if entry and entry.span:
            sha256 = self.table.catalogue.sources[entry.source].document.sha256
            self.passage_wanted.emit(sha256, entry.span)

    def _follow_fault(self) -> None:
        if self.table.faults:
            self._go_to_fault(self.table.faults[0])

    def _go_to_fault(self, fault: Fault) -> None:
        if fault.section == BOTTOM_LINE:
            self.form.bottom_field.setFocus()
        else:
            self.contents.reveal(fault.section, fault.key)

    def _next_part(self) -> None:
        """Move the keyboard from the fields to the contents, the pages, the buttons, and around."""
        stops: list[QWidget] = [self.form.title_field, self.contents, self.preview, self.head.export]
        focus = self.focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is focus), -1)
        stops[(at + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self.table.refresh)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._feed.stop()
        self.table.leave()
        self._keeper.flush()
        self.closed.emit()
        # A dialog's own would ask `reject` once more, which closes.
        event.accept()

    def reject(self) -> None:
        """Close on Escape, unless a message is to be dismissed first."""
        if self.notice.isVisible():
            self.notice.dismiss()
            return
        self.close()
