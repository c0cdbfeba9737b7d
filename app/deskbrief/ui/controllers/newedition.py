"""What is offered for a new edition of a document that has notes, and what became of notes carried over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from deskbrief.document.anchors import AnchorState
from deskbrief.document.model import Document
from deskbrief.services.curation import shortened
from deskbrief.services.editions import Carried, Edition, counted
from deskbrief.services.messages import Level, Message
from deskbrief.services.reading import ReadingListener
from deskbrief.ui.parts import Parts, Services
from deskbrief.ui.words import numbered

#: The most characters of a title in a message.
LONGEST_TITLE = 60


class NewEdition(QObject):
    """Speaks of editions; `compare` is called with a document and the hash of the earlier one."""

    def __init__(
        self,
        parts: Parts,
        services: Services,
        listener: ReadingListener,
        compare: Callable[[Document, str], None],
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._listener = listener
        self._compare = compare

    def offer(self, document: Document, edition: Edition, name: str) -> None:
        """Offer to compare the document in front with an earlier edition, and to carry over the notes on it.

        `name` stands for an earlier edition that has no title.
        """
        notice = self._parts.notice
        title = shortened(edition.title, LONGEST_TITLE) or name
        compare = partial(self._ask_comparison, document, edition.sha256)
        if not edition.notes:
            words = self.tr("This is a new edition of “{0}”.").format(title)
            notice.show_message(Message(Level.INFO, words, ""), self.tr("Compare…"), compare)
            return
        words = numbered(
            edition.notes,
            self.tr("This is a new edition of “{0}”, on which there is 1 note."),
            self.tr("This is a new edition of “{{0}}”, on which there are {0} notes."),
        )
        more = self.tr("They stay with that text; copies can be carried over to this one.")
        message = Message(Level.INFO, words.format(title), more)
        carry = partial(self._services.reading.carry_over, document, edition, self._listener)
        notice.show_message(message, self.tr("Carry notes over"), carry)
        notice.offer(self.tr("Compare…"), compare)

    def tell(self, found: tuple[Carried, ...]) -> None:
        """Say what became of each kind of note that was carried over."""
        states = counted(found)
        unsure = states[AnchorState.UNCERTAIN] + states[AnchorState.LOST]
        message = self.tr("Notes carried over: {0}. On the same words: {1}, on changed ones: {2}.").format(
            len(found), states[AnchorState.EXACT], states[AnchorState.MOVED]
        )
        more = numbered(
            unsure,
            self.tr("The passage of 1 is not certain or gone: it stands first in the notes panel."),
            self.tr("The passages of {0} are not certain or gone: they stand first in the notes panel."),
        )
        self._services.messages.say(message, more if unsure else "", Level.WARNING if unsure else Level.INFO)

    def _ask_comparison(self, document: Document, earlier: str) -> None:
        # What is offered beside it can be had there too.
        self._parts.notice.dismiss()
        self._compare(document, earlier)
