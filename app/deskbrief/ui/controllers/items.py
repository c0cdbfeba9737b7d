"""Deciding about what was extracted: confirm, reject, edit, add, and the document's date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from deskbrief.document.changes import Change
from deskbrief.document.edtf import display
from deskbrief.document.errors import DeskbriefError
from deskbrief.document.model import Document
from deskbrief.document.notes import ItemKind, Verdict
from deskbrief.services.curation import Item, add, decide, shortened
from deskbrief.ui.controllers.documents import Documents
from deskbrief.ui.parts import Parts, Services

#: The longest passage that is added as an event or a recommendation.
LONGEST = 2_000


class Items(QObject):
    """`changed` says that the rows of the front document are to be shown anew.

    `added` carries the key of an item that the reader has added.
    """

    changed = Signal()
    added = Signal(str)

    def __init__(self, parts: Parts, services: Services, documents: Documents) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._documents = documents

    def judge(self, item: Item[Any], verdict: Verdict | None) -> None:
        """Confirm or reject an item, or take the decision back."""
        library = self._services.library
        if verdict is None or (item.verdict is Verdict.ADDED and verdict is Verdict.REJECTED):
            self._act(lambda document: library.undecide(document.sha256, item.key))
        else:
            self._act(lambda document: library.decide(decide(document, item, verdict, {})))

    def judge_together(self, items: Sequence[Item[Any]], verdict: Verdict | None) -> None:
        """Confirm or reject several items in one step of undo, or take the decisions back."""
        library, cleared = self._services.library, []
        kept: list[tuple[Item[Any], Verdict]] = []
        for item in items:
            if verdict is None or (item.verdict is Verdict.ADDED and verdict is Verdict.REJECTED):
                cleared.append(item.key)
            else:
                kept.append((item, verdict))
        label = {Verdict.CONFIRMED: "Confirm {0} rows", Verdict.REJECTED: "Reject {0} rows"}.get(
            verdict or Verdict.EDITED, "Clear {0} rows"
        )
        self._act(
            lambda document: library.decide_together(
                document.sha256,
                [decide(document, item, verdict, {}) for item, verdict in kept],
                cleared,
                label.format(len(items)),
            )
        )

    def edit(self, item: Item[Any]) -> None:
        """Let the reader put an item in words of their own."""
        front = self._parts.desk.front
        if front is None or front.document is None:
            return
        from deskbrief.ui.dialogs.item import ItemDialog

        dialog = ItemDialog(item.value, shortened(front.document.quote(item.span), 240), self._parts.window)
        if dialog.exec() == dialog.DialogCode.Accepted and dialog.fields():
            self.keep_edit(item, dialog.fields())
        dialog.deleteLater()

    def keep_edit(self, item: Item[Any], fields: Mapping[str, str]) -> None:
        """Keep the reader's own values of an item."""
        verdict = Verdict.ADDED if item.verdict is Verdict.ADDED else Verdict.EDITED
        # Fields that the reader set before stay.
        every = {**dict(item.fields), **fields}
        self._act(lambda document: self._services.library.decide(decide(document, item, verdict, every)))

    def add_event(self) -> None:
        """Add the selection as an event, with the date that it or its sentence names."""
        key = self._add(ItemKind.EVENT)
        if key:
            self._services.messages.say(self._said_of_event(key))
            self.added.emit(key)

    def add_recommendation(self) -> None:
        """Add the selection as a recommendation."""
        key = self._add(ItemKind.RECOMMENDATION)
        if key:
            words = self.tr("Added as a recommendation. Press e on its row to say who should act.")
            self._services.messages.say(words)
            self.added.emit(key)

    def ask_date(self) -> None:
        """Ask for the document's date and work out every date anew."""
        front = self._parts.desk.front
        if front is None or front.document is None:
            return
        found = front.outline.dated if front.outline else None
        stated = front.document.dated("", found).metadata.published
        reason = ""
        if stated is not None and stated.is_guess:
            reason = self.tr("The text states no date; the file was made on {0}.").format(
                display(stated.edtf)
            )
        elif stated is not None:
            reason = self.tr("The text says: “{0}” ({1}).").format(stated.wording, stated.source)
        from deskbrief.ui.dialogs.date import DateDialog

        dialog = DateDialog(front.published or (stated.edtf if stated else ""), reason, self._parts.window)
        if dialog.exec() == dialog.DialogCode.Accepted:
            self.set_date(dialog.date())
        dialog.deleteLater()

    def set_date(self, edtf: str) -> None:
        """Keep the reader's date of the document ("" for none)."""
        front = self._parts.desk.front
        if front is None or front.document is None or front.outline is None or front.opening is None:
            return
        document, outline, opening = front.document, front.outline, front.opening
        listener = self._documents.listener
        front.published = edtf
        try:
            self._services.reading.set_date(opening, document, outline, edtf, listener)
        except DeskbriefError as error:
            self._services.messages.report(error)

    def _add(self, kind: ItemKind) -> str:
        """Add the selection as an item; return its key, or nothing where there is none."""
        span = self._parts.reader.view.selection() or self._parts.reader.view.sentence_here()
        if span is None:
            self._refuse(
                self.tr("There is no text here to mark."), self.tr("Select a passage, and try again.")
            )
            return ""
        if len(span) > LONGEST:
            # A whole page that is selected by mistake would else lead the brief as what the reader wants.
            self._refuse(
                self.tr("That is too long for one row: {0} characters.").format(f"{len(span):,}"),
                self.tr("Select the sentence that says it, and try again."),
            )
            return ""
        front = self._parts.desk.front
        if front is None or front.document is None:
            return ""
        decision = add(front.document, kind, span, {})
        done = self._act(lambda _: self._services.library.decide(decision))
        return decision.key if done else ""

    def _refuse(self, words: str, more: str) -> None:
        self._services.messages.say(words, more)
        self._parts.reader.refuse(f"{words} {more}")

    def _said_of_event(self, key: str) -> str:
        """Return what was added: an event with its date, or one that needs one."""
        front = self._parts.desk.front
        events = front.curated.events if front is not None else ()
        when = next((item.value.date.shown for item in events if item.key == key), "")
        if when:
            return self.tr("Added as an event of {0}. Press e on its row to change it.").format(when)
        return self.tr("Added as an event. Press e on its row to give it a date.")

    def _act(self, act: Callable[[Document], Change]) -> bool:
        front = self._parts.desk.front
        if front is None or front.document is None:
            return False
        try:
            act(front.document)
        except DeskbriefError as error:
            self._services.messages.report(error)
            return False
        self.changed.emit()
        return True
