"""Reads a text aloud sentence by sentence, and shows in the text where it is."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from deskbrief.document.model import Document
from deskbrief.document.spans import Span
from deskbrief.ui.aloud.script import Script, Utterance
from deskbrief.ui.aloud.voice import Voice
from deskbrief.ui.reader.modes import AnyView
from deskbrief.ui.reader.panel import ReaderPanel

#: Rates of speech reach from -1 to 1; so much is one step.
RATE_STEP = 0.1


class State(StrEnum):
    """Whether something is read aloud."""

    IDLE = "idle"
    SPEAKING = "speaking"
    PAUSED = "paused"


class Narrator(QObject):
    """Has one text after the other read aloud by a voice.

    `changed` is emitted when the state has changed, `rated` carries a new rate, `ended` says that the end of
    the text was reached.
    """

    changed = Signal()
    rated = Signal(float)
    ended = Signal()

    def __init__(self, voice: Voice, rate: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.rate = rate
        self._voice = voice
        self._reader: ReaderPanel | None = None
        self._script: Script | None = None
        self._now: Utterance | None = None
        self._number = 0
        self._renewed = False
        voice.said.connect(self._on_said)
        voice.failed.connect(self.stop)

    @property
    def reader(self) -> ReaderPanel | None:
        """The text that is read aloud, or was."""
        return self._reader

    @property
    def now(self) -> Span | None:
        """What is being said, or will be said when the reading goes on."""
        return None if self._now is None else self._now.span

    def start(self, reader: ReaderPanel, name: str) -> None:
        """Read aloud from the selection or the cursor on, else from the top of the screen.

        `name` is the voice that was chosen for the language of the text.
        """
        document = reader.view.shown_document()
        if document is None:
            return
        self.stop()
        script = Script(document)
        self._now = script.at(_beginning(reader.view))
        if self._now is None:
            return
        self._script = script
        if reader is not self._reader:
            self._hold(reader)
        self._voice.take(document.metadata.language, name)
        self._set(State.SPEAKING)
        reader.view.let_go()
        self._say(show=True)

    def toggle(self) -> None:
        """Pause, or go on: with the sentence that was interrupted, or where the cursor was moved to."""
        if self.state is State.SPEAKING:
            self._number += 1
            self._voice.hush()
            self._set(State.PAUSED)
        elif self.state is State.PAUSED:
            self._follow_cursor()
            self._set(State.SPEAKING)
            self._say(show=True)

    def stop(self, *_: object) -> None:
        """Stop reading aloud."""
        if self.state is State.IDLE:
            return
        self._number += 1
        self._voice.hush()
        self._script = self._now = None
        self._set(State.IDLE)

    def step(self, step: int) -> None:
        """Go on with the next sentence, or with the one before when `step` is negative."""
        if self._script is None or self._now is None:
            return
        found = self._script.after(self._now) if step > 0 else self._script.before(self._now)
        if found is not None:
            self._go_to(found)

    def go_to(self, offset: int) -> None:
        """Go on where the cursor was moved to."""
        found = None if self._script is None else self._script.at(offset)
        if found is not None and found != self._now:
            self._go_to(found)

    def set_rate(self, rate: float) -> None:
        """Read faster or slower, from the sentence that is being said on."""
        rate = round(min(max(rate, -1.0), 1.0), 2)
        if rate != self.rate:
            self.rate = rate
            self.rated.emit(rate)
            self.again()

    def again(self) -> None:
        """Say the present sentence from its beginning, as in another voice."""
        if self.state is State.SPEAKING:
            self._say(show=False)

    def _go_to(self, found: Utterance) -> None:
        self._now = found
        if self.state is State.SPEAKING:
            self._say(show=True)
        else:
            self._show()

    def _on_said(self, number: int) -> None:
        if number != self._number or self.state is not State.SPEAKING:
            return
        assert self._script is not None
        assert self._now is not None
        found = self._script.after(self._now)
        if found is None:
            self.stop()
            self.ended.emit()
            return
        # A text that was shown anew does not know yet where the reading is.
        seen = self._renewed or self._is_watched()
        self._now, self._renewed = found, False
        self._say(show=seen)

    def _say(self, *, show: bool) -> None:
        assert self._now is not None
        self._number += 1
        if show:
            self._show()
        self._voice.say(self._number, self._now.words, self.rate)

    def _show(self) -> None:
        """Put the cursor on what is said, which also brings it on screen."""
        if self._view is not None and self._now is not None:
            self._view.stand(self._now.span, self._now.block, self._now.span)

    def _is_watched(self) -> bool:
        """Tell whether the text may move on: the reader neither selects in it nor looks at another place."""
        view = self._view
        return view is not None and view.selection() is None and view.standing() is not None

    def _follow_cursor(self) -> None:
        """Take up the sentence to which the cursor was moved during a pause."""
        view, now = self._view, self._now
        if view is None or now is None or self._script is None:
            return
        selected = view.selection()
        at = selected.start if selected is not None else view.standing()
        if at is not None and not now.span.start <= at < max(now.span.end, now.span.start + 1):
            self._now = self._script.at(at) or now
        if selected is not None:
            view.let_go()

    @property
    def _view(self) -> AnyView | None:
        return None if self._reader is None else self._reader.view

    def _hold(self, reader: ReaderPanel | None) -> None:
        """Follow what becomes of another text."""
        if self._reader is not None:
            self._reader.document_changed.disconnect(self._on_document)
            self._reader.destroyed.disconnect(self._on_gone)
        self._reader = reader
        if reader is not None:
            reader.document_changed.connect(self._on_document)
            reader.destroyed.connect(self._on_gone)

    def _on_gone(self) -> None:
        """Stop when the pane is no more."""
        self._reader = None
        self.stop()

    def _on_document(self, document: Document | None) -> None:
        """Stop when another text is shown; the whole of one that was there in part is the same text."""
        if document is not None and self._goes_on_in(document):
            self._script, self._renewed = Script(document), True
        else:
            self.stop()

    def _goes_on_in(self, document: Document) -> bool:
        now, script = self._now, self._script
        if now is None or script is None or document.sha256 != script.document.sha256:
            return False
        return document.quote(now.span) == script.document.quote(now.span)

    def _set(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()


def _beginning(view: AnyView) -> int:
    """Return where to begin: at the selection, at the cursor, or at the top of the screen."""
    selected = view.selection()
    if selected is not None:
        return selected.start
    standing = view.standing()
    return view.place() if standing is None else standing
