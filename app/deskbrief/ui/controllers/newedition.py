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
        words = self.tr("This is a new edition of “{0}”, on which there are {1} notes.")
        more = self.tr("They stay with that text; copies can be carried over to this one.")
        message = Message(Level.INFO, words.format(title, edition.notes), more)
        carry = partial(self._services.reading.carry_over, document, edition, self._listener)
        notice.show_message(message, self.tr("Carry notes over"), carry)
        notice.offer(self.tr("Compare…"), compare)

    def tell(self, found: tuple[Carried, ...]) -> None:
        """Say what became of each kind of note that was carried over."""
        states = counted(found)
        unsure = states[AnchorState.UNCERTAIN] + states[AnchorState.LOST]
        message = self.tr(
            "{0} notes were carried over: {1} stand on the same words, {2} on changed ones."
        ).format(len(found), states[AnchorState.EXACT], states[AnchorState.MOVED])
        more = self.tr("The passages of {0} are not certain or gone: they stand first in the notes panel.")
        more = more.format(unsure)
        self._services.messages.say(message, more if unsure else "", Level.WARNING if unsure else Level.INFO)

    def _ask_comparison(self, document: Document, earlier: str) -> None:
        # What is offered beside it can be had there too.
        self._parts.notice.dismiss()
        self._compare(document, earlier)
