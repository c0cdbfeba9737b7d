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
        self._open: dict[str, Callable[[], None]] = {}
        self._shown: tuple[str, Message] | None = None
        parts.notice.dismissed.connect(self._forget)

    def offer(self, document: Document, edition: Edition, name: str) -> None:
        """Offer to compare a document with an earlier edition, and to carry over the notes on it.

        It is offered while that document is in front. `name` stands for an edition that has no title.
        """
        self._open[document.sha256] = partial(self._offer, document, edition, name)
        self.follow()

    def follow(self) -> None:
        """Show what is open for the document in front, and nothing that is about another one."""
        front = self._parts.desk.front
        here = front.document.sha256 if front is not None and front.document is not None else ""
        shown, self._shown = self._shown, None
        if shown is not None and shown[0] == here and self._parts.notice.shows(shown[1]):
            self._shown = shown
        elif shown is not None:
            self._parts.notice.withdraw(shown[1])
        if self._shown is None and here in self._open:
            self._open[here]()

    def _forget(self, message: Message | None) -> None:
        """Offer a thing no more that the reader took or turned down; what another message hid comes again."""
        if self._shown is not None and self._shown[1] is message:
            self._open.pop(self._shown[0], None)
            self._shown = None
        else:
            self.follow()

    def _offer(self, document: Document, edition: Edition, name: str) -> None:
        notice = self._parts.notice
        title = shortened(edition.title, LONGEST_TITLE) or name
        compare = partial(self._ask_comparison, document, edition.sha256)
        if not edition.notes:
            words = self.tr("This is a new edition of “{0}”.").format(title)
            self._show(document, Message(Level.INFO, words, ""), self.tr("Compare…"), compare)
            return
        words = numbered(
            edition.notes,
            self.tr("This is a new edition of “{0}”, on which there is 1 note."),
            self.tr("This is a new edition of “{{0}}”, on which there are {0} notes."),
        )
        more = self.tr("They stay with that text; copies can be carried over to this one.")
        message = Message(Level.INFO, words.format(title), more)
        carry = partial(self._services.reading.carry_over, document, edition, self._listener)
        self._show(document, message, self.tr("Carry notes over"), carry)
        notice.offer(self.tr("Compare…"), compare)

    def _show(self, document: Document, message: Message, button: str, act: Callable[[], None]) -> None:
        self._parts.notice.show_message(message, button, act)
        self._shown = document.sha256, message

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
