"""Reading aloud: its commands are there when the system has a voice, and nothing tells of it when not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from deskbrief.ui.aloud.bar import AloudBar
from deskbrief.ui.aloud.narrator import RATE_STEP, Narrator, State
from deskbrief.ui.aloud.voice import Voice
from deskbrief.ui.appearance import Appearance
from deskbrief.ui.parts import Parts, Services, Store
from deskbrief.ui.reader.panel import ReaderPanel

#: The commands that are there when there is a voice, and those of them that need something to be read.
COMMANDS = ("aloud", "aloud_faster", "aloud_slower", "aloud_stop")
WHILE = ("aloud_faster", "aloud_slower", "aloud_stop")
#: Between language and name of a voice, and between two of them, in the settings.
IS, AND = "=", "|"


class Aloud(QObject):
    """Has the text read aloud, from the command to the end, and remembers voices and speed."""

    def __init__(
        self, parts: Parts, services: Services, store: Store, voice: Voice, appearance: Appearance
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._services = services
        self._store = store
        self._voice = voice
        self._appearance = appearance
        self._bar: AloudBar | None = None
        self._names: tuple[str, ...] = ()
        self._language = self._told = ""
        self.narrator = Narrator(voice, store.settings.speech_rate, self)
        self.narrator.changed.connect(self._on_state)
        self.narrator.rated.connect(self._on_rate)
        self.narrator.ended.connect(self._on_ended)
        voice.found.connect(self._on_found)
        voice.named.connect(self._on_named)
        appearance.changed.connect(self._on_appearance)
        parts.actions.enable(False, *WHILE)

    def offer(self) -> None:
        """Look whether there is a voice, and show the commands if so."""
        self._voice.begin()

    def press(self) -> None:
        """Read aloud, pause, or go on; in another pane than the one that is read, begin there."""
        reader = self._parts.reader
        if self.narrator.state is State.IDLE or self.narrator.reader is not reader:
            document = reader.view.shown_document()
            self._language = "" if document is None else document.metadata.language
            self.narrator.start(reader, self._chosen().get(self._language, ""))
        else:
            self.narrator.toggle()

    def stop(self) -> None:
        """Stop reading aloud."""
        self.narrator.stop()

    def faster(self) -> None:
        self._speed(1)

    def slower(self) -> None:
        self._speed(-1)

    def follow(self) -> None:
        """Go on where a key of the text has moved the cursor to."""
        reader = self.narrator.reader
        if self.narrator.state is State.IDLE or reader is None or reader is not self._parts.reader:
            return
        at = reader.view.standing()
        if at is not None:
            self.narrator.go_to(at)

    def end(self) -> None:
        """Speak no more: the window is closed."""
        self.narrator.stop()
        self._voice.end()

    def _speed(self, steps: int) -> None:
        self.narrator.set_rate(self.narrator.rate + steps * RATE_STEP)

    def _on_found(self, languages: tuple[str, ...]) -> None:
        self._parts.actions.offer(bool(languages), *COMMANDS)
        if self.narrator.state is State.IDLE:
            # The process comes back when something is read; until then it would only take up memory.
            self._voice.end()

    def _on_named(self, names: tuple[str, ...], name: str, fits: bool) -> None:
        self._names = names
        if self._bar is not None:
            self._bar.show_voices(names, name)
        if not fits and self._told != self._language:
            self._told = self._language
            self._services.messages.say(
                self.tr("There is no voice for the language of this text; another one reads it.")
            )

    def _on_state(self) -> None:
        state, reader = self.narrator.state, self.narrator.reader
        self._parts.actions.enable(state is not State.IDLE, *WHILE)
        if state is State.IDLE:
            self._drop_bar()
        elif reader is not None:
            bar = self._bar or self._make_bar(reader)
            bar.show_paused(paused=state is State.PAUSED)

    def _drop_bar(self) -> None:
        bar, self._bar, reader = self._bar, None, self.narrator.reader
        if bar is None:
            return
        focused = bar.isAncestorOf(self._parts.window.focusWidget() or self._parts.window)
        bar.hide()
        bar.deleteLater()
        if focused and reader is not None:
            reader.view.setFocus()

    def _make_bar(self, reader: ReaderPanel) -> AloudBar:
        bar = self._bar = AloudBar(reader, self._parts.actions.key)
        bar.set_theme(self._appearance.theme)
        bar.show_rate(self.narrator.rate)
        bar.show_voices(self._names, self._chosen().get(self._language, ""))
        bar.toggled.connect(self.narrator.toggle)
        bar.stopped.connect(self.narrator.stop)
        bar.stepped.connect(self.narrator.step)
        bar.sped.connect(self._speed)
        bar.voice_chosen.connect(self._on_voice)
        bar.show()
        bar.raise_()
        bar.place()
        return bar

    def _on_rate(self, rate: float) -> None:
        if self._bar is not None:
            self._bar.show_rate(rate)
        self._store.save(replace(self._store.settings, speech_rate=rate))

    def _on_voice(self, name: str) -> None:
        """Speak in another voice, and remember it for this language."""
        chosen = {**self._chosen(), self._language: name}
        told = AND.join(f"{language}{IS}{voice}" for language, voice in chosen.items())
        self._store.save(replace(self._store.settings, speech_voices=told))
        self._voice.take(self._language, name)
        self.narrator.again()

    def _chosen(self) -> dict[str, str]:
        """Return which voice was chosen for each language."""
        pairs = (pair.partition(IS) for pair in self._store.settings.speech_voices.split(AND))
        return {language: name for language, is_, name in pairs if is_ and name}

    def _on_ended(self) -> None:
        self._services.messages.say(self.tr("This is the end of the text."))

    def _on_appearance(self) -> None:
        if self._bar is not None:
            self._bar.set_theme(self._appearance.theme)
