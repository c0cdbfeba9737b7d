"""The builder: what a brief holds on the left, its pages on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deskbrief.document.errors import DeskbriefError
from deskbrief.document.notes import Note
from deskbrief.document.plan import BriefPlan, PlanKind, Template
from deskbrief.document.spans import Span
from deskbrief.jobs.runner import Runner
from deskbrief.services import drafts as act
from deskbrief.services.briefing import Brief
from deskbrief.services.catalogue import Catalogue, Entry, Sentence, make_catalogue
from deskbrief.services.curation import shortened
from deskbrief.services.drafting import DraftHistory
from deskbrief.services.draftplan import BOTTOM_LINE, Fault, bottom_references, faults, plan_of
from deskbrief.services.drafts import Draft
from deskbrief.services.messages import Level, Message, message_for
from deskbrief.services.planning import BriefSource
from deskbrief.services.references import locator
from deskbrief.services.shelf import Kept
from deskbrief.ui.builder.arrange import Arranger, translated
from deskbrief.ui.builder.contentsview import ADD, DOWN, UP, ContentsView
from deskbrief.ui.builder.dialogs import FaultsDialog, QuoteDialog, WordsDialog
from deskbrief.ui.builder.feed import PreviewFeed
from deskbrief.ui.builder.form import DetailsForm, SourceChoice
from deskbrief.ui.builder.keeper import DraftKeeper
from deskbrief.ui.builder.preview import Preview
from deskbrief.ui.builder.templates import NAMES, TemplateMenu
from deskbrief.ui.notices import Notice
from deskbrief.ui.spoken import announce
from deskbrief.ui.theme import Theme

#: Characters of the title that the head of the window shows.
LONGEST_TITLE = 60
#: How wide the left side is at first and at least.
LEFT, LEAST_LEFT = 500, 380


class BuilderWindow(QDialog):
    """One brief being put together. `load` returns the open documents, the brief's own first.

    `export_wanted` and `print_wanted` say what the reader wants done with the draft; `passage_wanted` carries
    the hash of a document and a passage of it.
    """

    export_wanted = Signal()
    print_wanted = Signal()
    passage_wanted = Signal(str, Span)
    closed = Signal()

    def __init__(
        self,
        load: Callable[[], list[BriefSource]],
        draft: Draft,
        runner: Runner,
        keeper: DraftKeeper,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("builder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(760, 460)
        self._load = load
        self._keeper = keeper
        self._open = load()
        self._catalogue = self._catalogued(draft)
        self._arranger = Arranger()
        self.history = DraftHistory(draft, self._changed)
        self.form = DetailsForm(self)
        self.contents = ContentsView(self)
        self.preview = Preview(self)
        self.notice = Notice(self)
        self._feed = PreviewFeed(runner, self)
        self._faults: tuple[Fault, ...] = ()
        self._lay_out()
        self._connect()
        self._changed()

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.history.draft

    @property
    def catalogue(self) -> Catalogue:
        """What the brief can hold."""
        return self._catalogue

    @property
    def sources(self) -> list[BriefSource]:
        """The sources of the brief."""
        return self._chosen_sources(self.draft)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The quotes that do not stand in their sources."""
        return self._faults

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self.contents.set_theme(theme)
        self.preview.set_theme(theme)

    def refresh(self) -> None:
        """Take over what changed in the documents meanwhile: notes, decisions, documents closed or opened."""
        now = self._load()
        if not now or now[0].document.sha256 != self._open[0].document.sha256:
            return
        if now != self._open:
            self._open = now
            self._catalogue = self._catalogued(self.draft)
            self._changed()

    def show_faults(self) -> bool:
        """Name the quotes that do not stand; return whether the brief is to be exported all the same."""
        dialog = FaultsDialog(self._faults, self)
        answer = dialog.exec()
        fault = dialog.chosen()
        dialog.deleteLater()
        if answer == FaultsDialog.MEND:
            self._go_to_fault(fault)
        return answer == int(QDialog.DialogCode.Accepted)

    def plan(self) -> BriefPlan:
        """Return the plan of the draft; raises `ExportError` when there is nothing in it."""
        return plan_of(self.draft, self._catalogue, _today())

    # Layout

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        outer.addWidget(self.notice)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._left())
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setSizes([LEFT, 3 * LEFT])
        outer.addWidget(split, 1)

    def _head(self) -> QWidget:
        head = QFrame(self)
        head.setObjectName("builderHead")
        self._back = QPushButton(self.tr("← &Back to reading"), head)
        self._undo = self._tool("↶", self.tr("Undo"))
        self._redo = self._tool("↷", self.tr("Redo"))
        self._name = QLabel(head)
        self._name.setObjectName("builderTitle")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._templates = TemplateMenu(self._keeper.templates, self)
        self._template = QPushButton(head)
        self._template.setMenu(self._templates)
        self._print = QPushButton(self.tr("P&rint…"), head)
        self._export = QPushButton(self.tr("&Export PDF"), head)
        self._export.setObjectName("primary")
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(8)
        for widget in (self._back, self._undo, self._redo):
            row.addWidget(widget)
        row.addWidget(self._name, 1)
        for button in (self._template, self._print, self._export):
            row.addWidget(button)
        for button in (self._back, self._template, self._print, self._export):
            button.setAutoDefault(False)
        return head

    def _left(self) -> QWidget:
        inside = QWidget(self)
        inside.setObjectName("builderLeft")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 12, 18, 18)
        column.setSpacing(4)
        column.addWidget(self.form)
        row = QHBoxLayout()
        label = QLabel(self.tr("&Contents — drag to reorder"), inside)
        label.setObjectName("fieldLabel")
        label.setBuddy(self.contents)
        row.addWidget(label, 1)
        self._up = self._tool("↑", self.tr("Move up (Alt+Up)"))
        self._down = self._tool("↓", self.tr("Move down (Alt+Down)"))
        self._add = self._tool(self.tr("+ Own words"), self.tr("Add a section of your own words"))
        for button in (self._up, self._down, self._add):
            row.addWidget(button)
        column.addSpacing(6)
        column.addLayout(row)
        column.addWidget(self.contents)
        self._state = QLabel(inside)
        self._state.setObjectName("builderState")
        self._state.setWordWrap(True)
        self._state.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        column.addWidget(self._state)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("builderScroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumWidth(LEAST_LEFT)
        self._inside = inside
        self._scroll.setWidget(inside)
        return self._scroll

    def _tool(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _connect(self) -> None:
        for button, slot in (
            (self._back, self.close),
            (self._undo, self.undo),
            (self._redo, self.redo),
            (self._print, self.print_wanted),
            (self._export, self.export_wanted),
            (self._up, partial(self.contents.do, UP)),
            (self._down, partial(self.contents.do, DOWN)),
            (self._add, partial(self.contents.do, ADD)),
        ):
            button.clicked.connect(slot)
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
        self.form.edited.connect(self._edited)
        self.form.paused.connect(self._paused)
        self.form.taken.connect(self._take_over)
        self.form.source_switched.connect(self._switch_source)
        self.contents.contents.switched.connect(self._switch)
        self.contents.contents.renamed.connect(self._rename)
        self.contents.moved.connect(self._move)
        self.contents.edit_wanted.connect(self._edit)
        self.contents.all_wanted.connect(self._choose_all)
        self.contents.add_wanted.connect(self._add_words)
        self.contents.remove_wanted.connect(self._remove_words)
        self.contents.passage_wanted.connect(self._show_passage)
        self.contents.seen_wanted.connect(self._see)
        self._state.linkActivated.connect(self._follow_fault)
        self._templates.chosen.connect(self._choose_template)
        self._templates.own_chosen.connect(self._choose_own)
        self._templates.save_wanted.connect(self._save_template)
        self._templates.drop_wanted.connect(self._drop_template)
        self.preview.wanted.connect(self._feed.draw)
        self._feed.made.connect(self._made)
        self._feed.sized.connect(self.preview.set_sizes)
        self._feed.drawn.connect(self.preview.set_picture)
        self._feed.failed.connect(self._not_made)

    # What is shown

    def _changed(self) -> None:
        """Show the draft, ask for its pages, and keep it."""
        draft, catalogue = self.draft, self._catalogue
        if self._is_stale(draft):
            catalogue = self._catalogue = self._catalogued(draft)
        self._faults = faults(draft, catalogue)
        title = draft.title or catalogue.title
        self.setWindowTitle(self.tr("Brief — {0}").format(title))
        self._name.setText(self.tr("Brief — {0}").format(shortened(title, LONGEST_TITLE)))
        self.form.show_draft(draft, catalogue.title)
        self.form.show_sentences(catalogue.sentences)
        self.form.show_sources(self._source_choices())
        self._show_bottom()
        self.contents.show_sections(self._arranger.views(draft, catalogue))
        self._show_state()
        self._show_acts()
        self._templates.current, self._templates.several = draft.template, len(catalogue.sources) > 1
        words = translated(NAMES[draft.template])
        self._template.setText(self.tr("Template: {0}").format(words))
        self._feed.change(partial(plan_of, draft, catalogue, _today()), self._notes())
        self._keeper.keep(self._open[0].document.sha256, draft)

    def _is_stale(self, draft: Draft) -> bool:
        hashes = tuple(source.document.sha256 for source in self._catalogue.sources)
        wanted = tuple(source.document.sha256 for source in self._chosen_sources(draft))
        return hashes != wanted or self._catalogue.template is not draft.template

    def _catalogued(self, draft: Draft) -> Catalogue:
        return make_catalogue(self._chosen_sources(draft), draft.template)

    def _chosen_sources(self, draft: Draft) -> list[BriefSource]:
        first, *others = self._open
        if draft.template is Template.TEXT:
            return [first]
        return [first, *(one for one in others if one.document.sha256 in draft.sources)]

    def _source_choices(self) -> list[SourceChoice]:
        on = set(self.draft.sources)
        return [
            SourceChoice(
                one.document.sha256, one.title, number == 0 or one.document.sha256 in on, number == 0
            )
            for number, one in enumerate(self._open)
        ]

    def _notes(self) -> list[Note]:
        return [item.note for source in self.sources for item in source.notes]

    def _show_bottom(self) -> None:
        draft, catalogue = self.draft, self._catalogue
        lost = [fault for fault in self._faults if fault.section == BOTTOM_LINE]
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
        wrong = len(self._faults)
        if wrong:
            words = self.tr("⚠ {0} quotes do not stand in the source.").format(wrong)
            link = self.tr("Show the first")
            self._state.setText(f'{words} <a href="fault">{link}</a>')
        else:
            self._state.setText(self.tr("References: all quotes stand in the source word for word."))
        self._state.setProperty("bad", bool(wrong))
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)

    def _show_acts(self) -> None:
        for button, name, words in (
            (self._undo, self.history.undo_name, self.tr("Undo")),
            (self._redo, self.history.redo_name, self.tr("Redo")),
        ):
            button.setEnabled(bool(name))
            button.setToolTip(f"{words}: {name}" if name else words)
            button.setAccessibleName(f"{words}: {name}" if name else words)

    def _made(self, brief: Brief) -> None:
        own = sum(section.omitted for section in self.plan().sections)
        left = brief.omitted - own
        words = self.tr("{0} rows left out to fit one page").format(left) if left > 0 else ""
        self.preview.show_brief(brief.pages, self.draft.page_size, words)

    def _not_made(self, error: DeskbriefError) -> None:
        self.notice.show_message(message_for(error))

    # What is done

    def undo(self) -> None:
        """Take the last act back."""
        self._say(self.history.undo(), self.tr("Undone: {0}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._say(self.history.redo(), self.tr("Done again: {0}"))

    def _say(self, name: str, words: str) -> None:
        if name:
            announce(self, words.format(name))

    def _edited(self, field: str, value: object) -> None:
        names = {
            "title": self.tr("Title"),
            "author": self.tr("Prepared by"),
            "marking": self.tr("Marking"),
            "page_size": self.tr("Page"),
            "bottom_line": self.tr("Bottom line"),
        }
        given: dict[str, Any] = {field: value}
        changed = replace(self.draft, **given)
        self.history.do(names[field], changed, "" if field == "page_size" else field)

    def _paused(self) -> None:
        self.history.pause()

    def _take_over(self, sentence: Sentence) -> None:
        self.history.do(self.tr("Take over a sentence"), act.take_over(self.draft, sentence))

    def _switch_source(self, sha256: str, on: bool) -> None:
        first = self._open[0].document.sha256
        others = [one for one in self.draft.sources if one not in {sha256, first}]
        chosen = (first, *others, sha256) if on else (first, *others)
        self.history.do(self.tr("Sources"), replace(self.draft, sources=chosen))

    def _switch(self, section_id: str, key: str, on: bool) -> None:
        if not key:
            self.history.do(self.tr("Switch a section"), act.switch(self.draft, section_id, on))
            return
        entry = self._entry(section_id, key)
        if entry:
            draft = act.choose(self.draft, section_id, entry, on)
            # Who chooses an item wants to see it.
            draft = act.switch(draft, section_id, on=True) if on else draft
            self.history.do(self.tr("Choose an item"), draft)

    def _choose_all(self, section_id: str, on: bool) -> None:
        draft = act.choose_all(self.draft, section_id, self._entries(section_id), on)
        self.history.do(self.tr("Choose all") if on else self.tr("Choose none"), draft)

    def _rename(self, section_id: str, title: str) -> None:
        view = next(view for view in self.contents.contents.sections if view.id == section_id)
        if title.strip() != view.title:
            self.history.do(self.tr("Rename a section"), act.rename(self.draft, section_id, title))

    def _move(self, section_id: str, key: str, to: int) -> None:
        if key:
            entries = self._entries(section_id)
            draft = act.move_entry(self.draft, section_id, entries, key, to)
            self.history.do(self.tr("Move an item"), draft)
        else:
            place = self._place_among_all(section_id, to)
            self.history.do(self.tr("Move a section"), act.move_section(self.draft, section_id, place))
        self.contents.reveal(section_id, key)

    def _place_among_all(self, section_id: str, to: int) -> int:
        """Return the position among all sections for `to`, the one among those that are shown."""
        shown = [view.id for view in self.contents.contents.sections if view.id != section_id]
        others = [section.id for section in self.draft.sections if section.id != section_id]
        if to < len(shown):
            return others.index(shown[to])
        return others.index(shown[-1]) + 1 if shown else 0

    def _edit(self, section_id: str, key: str) -> None:
        section = self.draft.section(section_id)
        if section.kind is PlanKind.WORDS:
            self._ask_words(section_id)
        elif not key:
            self.contents.rename(section_id)
        else:
            entry = self._entry(section_id, key)
            if entry and entry.quote and entry.passage:
                self._ask_quote(section_id, entry)

    def _ask_quote(self, section_id: str, entry: Entry) -> None:
        words = self.draft.section(section_id).said().quote(entry)
        dialog = QuoteDialog(entry.passage, words, entry.locator, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            kept = dialog.words() or entry.passage
            self.history.do(self.tr("Shorten a quote"), act.quote(self.draft, section_id, entry, kept))
        dialog.deleteLater()

    def _ask_words(self, section_id: str) -> None:
        section = self.draft.section(section_id)
        dialog = WordsDialog(section.title, section.body, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            draft = act.rename(self.draft, section_id, dialog.title())
            self.history.do(self.tr("Own words"), act.write(draft, section_id, dialog.body()))
        dialog.deleteLater()

    def _add_words(self, after: str) -> None:
        dialog = WordsDialog(self.tr("Assessment"), "", self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            ids = [section.id for section in self.draft.sections]
            at = ids.index(after) + 1 if after in ids else len(ids)
            draft, name = act.add_words(self.draft, at, dialog.title(), dialog.body())
            self.history.do(self.tr("Add own words"), draft)
            self.contents.reveal(name)
        dialog.deleteLater()

    def _remove_words(self, section_id: str) -> None:
        self.history.do(self.tr("Remove own words"), act.remove_words(self.draft, section_id))

    def _choose_template(self, template: Template) -> None:
        if template is self.draft.template:
            return
        changed = replace(self.draft, template=template)
        catalogue = make_catalogue(self._chosen_sources(changed), template)
        self.history.do(self.tr("Template"), act.with_template(changed, catalogue))

    def _choose_own(self, kept: Kept) -> None:
        own = kept.draft
        changed = replace(self.draft, template=own.template, marking=own.marking, page_size=own.page_size)
        catalogue = make_catalogue(self._chosen_sources(changed), own.template)
        self.history.do(self.tr("Template"), act.with_template(changed, catalogue, own.sections))

    def _save_template(self) -> None:
        name, done = QInputDialog.getText(self, self.tr("Save as a template"), self.tr("Name"))
        if done and name.strip():
            self._keeper.keep_template(name.strip(), self.draft)
            self._tell(self.tr("Template “{0}” saved.").format(name.strip()))

    def _drop_template(self, name: str) -> None:
        self._keeper.drop_template(name)
        self._tell(self.tr("Template “{0}” deleted.").format(name))

    def _tell(self, words: str) -> None:
        self.notice.show_message(Message(Level.INFO, words))
        announce(self, words)

    def _show_passage(self, section_id: str, key: str) -> None:
        entry = self._entry(section_id, key)
        if entry and entry.span:
            sha256 = self._catalogue.sources[entry.source].document.sha256
            self.passage_wanted.emit(sha256, entry.span)

    def _follow_fault(self) -> None:
        if self._faults:
            self._go_to_fault(self._faults[0])

    def _go_to_fault(self, fault: Fault) -> None:
        if fault.section == BOTTOM_LINE:
            self.form.bottom_field.setFocus()
        else:
            self.contents.reveal(fault.section, fault.key)

    def _entries(self, section_id: str) -> Sequence[Entry]:
        section = self.draft.section(section_id)
        offer = self._catalogue.offer(section.kind)
        return section.ordered(offer.entries) if offer else []

    def _entry(self, section_id: str, key: str) -> Entry | None:
        return next((entry for entry in self._entries(section_id) if entry.key == key), None)

    def _see(self, rect: QRect) -> None:
        """Bring a part of the contents into sight."""
        top = self.contents.mapTo(self._inside, rect.topLeft()).y()
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        if top < bar.value():
            bar.setValue(top - 8)
        elif top + rect.height() > bar.value() + room:
            bar.setValue(top + rect.height() - room + 8)

    def _next_part(self) -> None:
        """Move the keyboard from the fields to the contents, the pages, the buttons, and around."""
        stops: list[QWidget] = [self.form.title_field, self.contents, self.preview, self._export]
        focus = self.focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is focus), -1)
        stops[(at + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self.refresh)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._feed.stop()
        self._keeper.flush()
        self.closed.emit()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close on Escape, unless a message is to be dismissed first."""
        if self.notice.isVisible():
            self.notice.dismiss()
            return
        self.close()


def _today() -> str:
    return QDate.currentDate().toString("yyyy-MM-dd")
