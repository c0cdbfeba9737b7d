"""The process that speaks: takes lines of JSON, hands them to Qt's speech, and tells what came of them.

A process of its own, because to make Qt's speech can take two seconds in one piece: it starts the system's
speech service, and waits for it. What that service, its libraries and Qt's own say on the way stays here.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from threading import Thread
from typing import IO, Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from deskbrief.ui.aloud.voice import MODULE, best_locale

#: The engine that only pretends, for tests; it is never taken unless it is named.
MOCK = "mock"
#: The engine of most Linux desktops.
SPEECHD = "speechd"
#: The most names of voices that are told.
MOST_VOICES = 40


class Mouth(QObject):
    """Speaks with the first engine that has a voice; `tell` writes one line for the window."""

    def __init__(self, engine: str, out: IO[str]) -> None:
        super().__init__()
        self._out = out
        self._module: Any = import_module(MODULE)
        self._speech: Any = self._first(engine)
        self._saying = 0
        self._next: tuple[int, str] | None = None
        self._locales = () if self._speech is None else self._languages()
        if self._speech is not None:
            self._speech.stateChanged.connect(self._on_state)
        self.tell(found=list(self._locales))

    def tell(self, **what: Any) -> None:
        """Write one line for the window."""
        self._out.write(json.dumps(what) + "\n")
        self._out.flush()

    def hear(self, line: str) -> None:
        """Do what a line from the window asks for."""
        asked = json.loads(line)
        if self._speech is None:
            return
        if "language" in asked:
            self._take(asked["language"], asked["voice"])
        elif "say" in asked:
            self._speech.setRate(asked["rate"])
            self._say(asked["say"], asked["words"])
        else:
            self._next, self._saying = None, 0
            self._speech.stop()

    def _first(self, wanted: str) -> Any:
        """Return the engine that was asked for, or the first one with a voice; None when there is none."""
        names = self._module.QTextToSpeech.availableEngines()
        for name in names if not wanted else [wanted] if wanted in names else []:
            if name == MOCK and name != wanted:
                continue
            made = self._module.QTextToSpeech(name, self)
            if made.state() is not self._module.QTextToSpeech.State.Error and made.availableVoices():
                return made
            made.deleteLater()
        return None

    def _languages(self) -> tuple[str, ...]:
        return tuple(sorted({locale.name() for locale in self._speech.availableLocales()}))

    def _take(self, language: str, name: str) -> None:
        usual = (QLocale.system().name(), QLocale(language).name())
        found = best_locale(language, self._locales, usual)
        voices = self._voices(found)
        names = list(dict.fromkeys(voice.name() for voice in voices))
        chosen = next((voice for voice in voices if voice.name() == name), None)
        if chosen is None and found and self._speech.engine() == SPEECHD:
            # Its voices are in no order: the plainest name is that of the plainest voice.
            here = [voice for voice in voices if voice.locale().name() == found]
            chosen = min(here, key=lambda voice: len(voice.name()), default=None)
        if chosen is not None:
            self._speech.setVoice(chosen)
        self.tell(voices=names[:MOST_VOICES], voice=self._speech.voice().name(), fits=bool(found))

    def _voices(self, found: str) -> list[Any]:
        """Return the voices of a locale, then those of its language elsewhere; the locale is in use then."""
        base = found.partition("_")[0]
        others = [one for one in self._locales if found and one != found and one.partition("_")[0] == base]
        voices: list[Any] = []
        for locale in (*others, found):
            if locale:
                self._speech.setLocale(QLocale(locale))
            voices = [*self._speech.availableVoices(), *voices]
        # Some engines list each voice once more for each of a hundred timbres, with a plus in the name.
        return [voice for voice in voices if "+" not in voice.name()] or voices

    def _say(self, number: int, words: str) -> None:
        """Say something once the engine is at rest; some say that they are only a moment after a stop."""
        if self._is_at_rest():
            self._saying, self._next = number, None
            self._speech.say(words)
        else:
            self._saying, self._next = 0, (number, words)
            self._speech.stop()
            if self._is_at_rest():
                self._on_state()

    def _is_at_rest(self) -> bool:
        states = self._module.QTextToSpeech.State
        return self._speech.state() in {states.Ready, states.Error}

    def _on_state(self, *_: object) -> None:
        states = self._module.QTextToSpeech.State
        if self._speech.state() is states.Error:
            self._saying, self._next = 0, None
            self.tell(failed=self._speech.errorString())
        elif self._speech.state() is states.Ready and self._next is not None:
            number, words = self._next
            self._say(number, words)
        elif self._speech.state() is states.Ready and self._saying:
            said, self._saying = self._saying, 0
            self.tell(said=said)


class Ear(QObject):
    """Reads what the window writes, on a thread, since not every system can wait for a pipe otherwise."""

    heard = Signal(str)
    closed = Signal()

    def __init__(self, source: IO[str]) -> None:
        super().__init__()
        self._source = source
        self._thread = Thread(target=self._read, name="ear", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def _read(self) -> None:
        for line in self._source:
            self.heard.emit(line)
        self.closed.emit()


def main(arguments: list[str]) -> int:
    """Speak until the window closes its end; the argument, if any, names the engine."""
    application = QCoreApplication(arguments)
    out = sys.stdout
    sys.stdout = sys.stderr
    mouth = Mouth(arguments[1] if len(arguments) > 1 else "", out)
    ear = Ear(sys.stdin)
    ear.heard.connect(mouth.hear)
    ear.closed.connect(application.quit)
    ear.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
