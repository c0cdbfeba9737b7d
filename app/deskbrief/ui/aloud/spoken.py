"""The voice of the system, which speaks in a process of its own."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

#: The module that the process runs.
PROCESS = "deskbrief.ui.aloud.process"
#: The process is given so long to end by itself.
END_MS = 500
#: A speech service that has not answered after so long is as good as none.
LOOK_MS = 20_000


class Spoken(QObject):
    """A `Voice` by way of `ui.aloud.process`; `engine` names one engine of Qt's, for tests."""

    found = Signal(tuple)
    named = Signal(tuple, str, bool)
    said = Signal(int)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, engine: str = "") -> None:
        super().__init__(parent)
        self._engine = engine
        self._process: QProcess | None = None
        self._waiting: list[dict[str, object]] = []
        self._known = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LOOK_MS)
        self._late.timeout.connect(self._on_end)

    def begin(self) -> None:
        """Start the process, unless it runs; `found` tells which languages it can speak."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        # It shows nothing, and what Qt's multimedia misses on this system is not the user's business.
        environment.insert("QT_LOGGING_RULES", "*.warning=false")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._on_end)
        process.errorOccurred.connect(self._on_error)
        self._late.start()
        process.start(
            sys.executable,
            ["-P", "-W", "ignore", "-X", "utf8", "-m", PROCESS, *self._arguments()],
        )

    def take(self, language: str, name: str) -> None:
        """Speak in a language from now on, in the voice with this name if there is one."""
        self._write(language=language, voice=name)

    def say(self, number: int, words: str, rate: float) -> None:
        """Say `words` instead of what is being said."""
        self._write(say=number, words=words, rate=rate)

    def hush(self) -> None:
        """Stop saying anything."""
        if self._process is not None:
            self._write(stop=True)

    def end(self) -> None:
        """End the process, after it has stopped speaking."""
        process, self._process = self._process, None
        spoke, self._known, self._waiting = self._known, False, []
        self._late.stop()
        if process is None:
            return
        process.finished.disconnect(self._on_end)
        process.errorOccurred.disconnect(self._on_error)
        if spoke and process.state() is QProcess.ProcessState.Running:
            # What the system's service was given would be said to its end without the process too.
            process.write(json.dumps({"stop": True}).encode() + b"\n")
            process.closeWriteChannel()
            process.waitForFinished(END_MS)
        process.kill()
        process.waitForFinished(END_MS)
        process.deleteLater()

    def _arguments(self) -> list[str]:
        return [self._engine] if self._engine else []

    def _write(self, **what: object) -> None:
        """Write a line, at once or when the process has told that it listens."""
        self.begin()
        self._waiting.append(what)
        if self._known:
            self._send()

    def _send(self) -> None:
        assert self._process is not None
        for what in self._waiting:
            self._process.write(json.dumps(what).encode() + b"\n")
        self._waiting = []

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            try:
                told = json.loads(bytes(self._process.readLine().data()))
            except ValueError:
                continue  # something that a library printed
            self._take_in(told)

    def _take_in(self, told: dict[str, object]) -> None:
        if "found" in told:
            self._known = True
            self._late.stop()
            self._send()
            self.found.emit(tuple(told["found"]))  # type: ignore[arg-type]
        elif "voices" in told:
            self.named.emit(tuple(told["voices"]), told["voice"], told["fits"])  # type: ignore[arg-type]
        elif "said" in told:
            self.said.emit(told["said"])
        elif "failed" in told:
            self.failed.emit(told["failed"])

    def _on_error(self, _error: QProcess.ProcessError) -> None:
        if self._process is not None and self._process.state() is QProcess.ProcessState.NotRunning:
            self._on_end()

    def _on_end(self) -> None:
        """Tell that the process has ended by itself."""
        known = self._known
        self.end()
        if known:
            self.failed.emit("")
        else:
            self.found.emit(())
