"""What the reader does to a draft in the builder; each deed can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

from deskbrief.document.links import PassageLink
from deskbrief.document.plan import Logo, PlanKind, Template
from deskbrief.services import drafts as act
from deskbrief.services.catalogue import Entry, Sentence
from deskbrief.services.drafts import Draft
from deskbrief.services.shelf import Kept
from deskbrief.ui.builder.contentsview import ContentsView
from deskbrief.ui.builder.dialogs import QuoteDialog, WordsDialog
from deskbrief.ui.builder.form import DetailsForm
from deskbrief.ui.builder.keeper import DraftKeeper
from deskbrief.ui.builder.table import Table, add_passage
from deskbrief.ui.builder.templates import TemplateMenu


class Deeds(QObject):
    """Turns wishes of the form, the contents and the templates into drafts; `told` carries words on one."""

    told = Signal(str)

    def __init__(
        self,
        table: Table,
        form: DetailsForm,
        contents: ContentsView,
        templates: TemplateMenu,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._table = table
        self._contents = contents
        self._window = window
        self.keeper: DraftKeeper | None = None
        form.edited.connect(self.edit)
        form.paused.connect(self.pause)
        form.taken.connect(self.take_over)
        form.source_switched.connect(self.switch_source)
        form.logo_words_wanted.connect(self.describe_logo)
        contents.contents.switched.connect(self.switch)
        contents.contents.renamed.connect(self.rename)
        contents.moved.connect(self.move)
        contents.edit_wanted.connect(self.ask)
        contents.all_wanted.connect(self.choose_all)
        contents.add_wanted.connect(self.add_words)
        contents.remove_wanted.connect(self.remove_words)
        templates.chosen.connect(self.choose_template)
        templates.own_chosen.connect(self.choose_own)
        templates.save_wanted.connect(self.save_template)
        templates.drop_wanted.connect(self.drop_template)

    @property
    def _draft(self) -> Draft:
        return self._table.draft

    def edit(self, field: str, value: object) -> None:
        """Set a field of the draft."""
        names = {
            "title": self.tr("Title"),
            "author": self.tr("Prepared by"),
            "marking": self.tr("Marking"),
            "page_size": self.tr("Page"),
            "logo": self.tr("Logo"),
            "bottom_line": self.tr("Bottom line"),
        }
        given: dict[str, Any] = {field: value}
        typed = "" if field in {"page_size", "logo"} else field
        self._table.history.do(names[field], replace(self._draft, **given), typed)

    def pause(self) -> None:
        """Let what is typed next be a deed of its own."""
        self._table.history.pause()

    def use_logo(self, logo: Logo) -> None:
        """Put a logo above the title; words that describe one of the same name stay."""
        old = self._draft.logo
        words = old.words if old and old.name == logo.name else ""
        self.edit("logo", replace(logo, words=words))

    def describe_logo(self) -> None:
        """Ask what the logo shows."""
        logo = self._draft.logo
        if logo is None:
            return
        words, done = QInputDialog.getText(
            self._window,
            self.tr("Describe the logo"),
            self.tr("What the logo shows, for who cannot see it; nothing for an ornament"),
            text=logo.words,
        )
        if done:
            self.edit("logo", replace(logo, words=" ".join(words.split())))

    def take_over(self, sentence: Sentence) -> None:
        """Take a sentence of a source over into the bottom line."""
        self._do(self.tr("Take over a sentence"), act.take_over(self._draft, sentence))

    def section_for(self, link: PassageLink, *, row: bool) -> str:
        """Return the id of the section that a passage would stand in."""
        span = self._table.passage(link)
        found = self._table.standing(link.document, span, loose=row) if span else None
        return found[0] if found else PlanKind.POINTS.value

    def add(self, link: PassageLink, *, row: bool, at: int | None = None) -> bool:
        """Let the brief hold a passage: the item on it if there is one, else a quote; return whether it does.

        For the passage of a `row` the item that shares most of it is taken. It comes before the one
        at position `at` of its section, else it stays where it is, or comes to the end.
        """
        found, problem = add_passage(self._table, link, row=row, at=at)
        if problem:
            self.told.emit(problem)
        elif found is not None:
            self._contents.reveal(*found)
        return not problem

    def switch_source(self, sha256: str, on: bool) -> None:
        """Make an open document a source, or no longer."""
        first = self._table.document
        others = [one for one in self._draft.sources if one not in {sha256, first}]
        chosen = (first, *others, sha256) if on else (first, *others)
        self._do(self.tr("Sources"), replace(self._draft, sources=chosen))

    def switch(self, section_id: str, key: str, on: bool) -> None:
        """Switch a section, or an item in it."""
        if not key:
            self._do(self.tr("Switch a section"), act.switch(self._draft, section_id, on))
            return
        entry = self._table.entry(section_id, key)
        if entry:
            draft = act.choose(self._draft, section_id, entry, on)
            # Who chooses an item wants to see it.
            draft = act.switch(draft, section_id, on=True) if on else draft
            self._do(self.tr("Choose an item"), draft)

    def choose_all(self, section_id: str, on: bool) -> None:
        """Switch all items of a section."""
        draft = act.choose_all(self._draft, section_id, self._table.entries(section_id), on)
        self._do(self.tr("Choose all") if on else self.tr("Choose none"), draft)

    def rename(self, section_id: str, title: str) -> None:
        """Give a section another title."""
        shown = next(view.title for view in self._contents.contents.sections if view.id == section_id)
        if title.strip() != shown:
            self._do(self.tr("Rename a section"), act.rename(self._draft, section_id, title))

    def move(self, section_id: str, key: str, to: int) -> None:
        """Move a section among those that are shown, or an item in its section."""
        if key:
            entries = self._table.entries(section_id)
            self._do(self.tr("Move an item"), act.move_entry(self._draft, section_id, entries, key, to))
        else:
            place = self._place_among_all(section_id, to)
            self._do(self.tr("Move a section"), act.move_section(self._draft, section_id, place))
        self._contents.reveal(section_id, key)

    def ask(self, section_id: str, key: str) -> None:
        """Let a title, a quote or the reader's own words be changed."""
        section = self._draft.section(section_id)
        if section.kind is PlanKind.WORDS:
            self._ask_words(section_id)
        elif not key:
            self._contents.rename(section_id)
        else:
            entry = self._table.entry(section_id, key)
            if entry and entry.quote and entry.passage:
                self._ask_quote(section_id, entry)

    def add_words(self, after: str) -> None:
        """Ask for words of the reader's own, and put them below the section `after`, or at the end."""
        dialog = WordsDialog(self.tr("Assessment"), "", self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            ids = [section.id for section in self._draft.sections]
            at = ids.index(after) + 1 if after in ids else len(ids)
            draft, name = act.add_words(self._draft, at, dialog.title(), dialog.body())
            self._do(self.tr("Add own words"), draft)
            self._contents.reveal(name)
        dialog.deleteLater()

    def remove_words(self, section_id: str) -> None:
        """Remove a section of the reader's own."""
        self._do(self.tr("Remove own words"), act.remove_words(self._draft, section_id))

    def choose_template(self, template: Template) -> None:
        """Lay the brief out after another template."""
        if template is not self._draft.template:
            changed = replace(self._draft, template=template)
            self._do(self.tr("Template"), act.with_template(changed, self._table.catalogue_for(changed)))

    def choose_own(self, kept: Kept) -> None:
        """Lay the brief out after a template of the reader's."""
        own = kept.draft
        # A template that was kept without a logo says nothing of it.
        logo = own.logo or self._draft.logo
        changed = replace(
            self._draft, template=own.template, marking=own.marking, page_size=own.page_size, logo=logo
        )
        catalogue = self._table.catalogue_for(changed)
        self._do(self.tr("Template"), act.with_template(changed, catalogue, own.sections))

    def save_template(self) -> None:
        """Ask for a name, and keep the draft as a template."""
        name, done = QInputDialog.getText(
            self._window, self.tr("Save as a template"), self.tr("Name of the template")
        )
        if done and name.strip() and self.keeper:
            self.keeper.keep_template(name.strip(), self._draft)
            self.told.emit(self.tr("Template “{0}” saved.").format(name.strip()))

    def drop_template(self, name: str) -> None:
        """Delete a template of the reader's."""
        if self.keeper:
            self.keeper.drop_template(name)
            self.told.emit(self.tr("Template “{0}” deleted.").format(name))

    def _do(self, name: str, draft: Draft) -> None:
        self._table.history.do(name, draft)

    def _place_among_all(self, section_id: str, to: int) -> int:
        """Return the position among all sections for `to`, the one among those that are shown."""
        shown = [view.id for view in self._contents.contents.sections if view.id != section_id]
        others = [section.id for section in self._draft.sections if section.id != section_id]
        if to < len(shown):
            return others.index(shown[to])
        return others.index(shown[-1]) + 1 if shown else 0

    def _ask_quote(self, section_id: str, entry: Entry) -> None:
        words = self._draft.section(section_id).said().quote(entry)
        dialog = QuoteDialog(entry.passage, words, entry.locator, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            kept = dialog.words() or entry.passage
            self._do(self.tr("Shorten a quote"), act.quote(self._draft, section_id, entry, kept))
        dialog.deleteLater()

    def _ask_words(self, section_id: str) -> None:
        section = self._draft.section(section_id)
        dialog = WordsDialog(section.title, section.body, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            draft = act.rename(self._draft, section_id, dialog.title())
            self._do(self.tr("Own words"), act.write(draft, section_id, dialog.body()))
        dialog.deleteLater()
