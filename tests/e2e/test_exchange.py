"""Notes out and in through the window, and links that open passages."""

from __future__ import annotations

import json
import sys
import weakref
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from deskbrief.document.links import link_to
from deskbrief.document.notes import Role
from deskbrief.document.spans import Span
from deskbrief.services.instance import claim, hand_over
from deskbrief.services.note_export import Wanted
from deskbrief.ui.dialogs.export_notes import ExportDialog
from deskbrief.ui.dialogs.import_notes import ImportDialog
from deskbrief.ui.dialogs.progress import ProgressDialog
from helpers.e2e_program import PATIENCE_MS, Running, end
from helpers.qt_panels import spoken

WORDS = "noticeable shift"


@pytest.fixture
def shown(start, qtbot, sample) -> Running:
    """The program with the sample on screen."""
    running = start(sample)
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    sha256 = running.front.document.sha256
    qtbot.waitUntil(lambda: running.library.text(sha256) is not None, timeout=PATIENCE_MS)
    return running


def mark(running: Running, words: str, body: str = "") -> None:
    at = running.front.document.text.index(words)
    running.window.parts.reader.view.select(Span(at, at + len(words)))
    running.press("mark")
    if body:
        running.window.controllers.notes.write(running.library.notes()[0].id, body)


def koreader(path: Path, *quotes: str, title: str) -> Path:
    entries = [
        {"text": words, "note": "from afar", "drawer": "lighten", "time": 1714557600} for words in quotes
    ]
    path.write_text(json.dumps({"title": title, "entries": entries}))
    return path


class Answer:
    """Looks at the dialogs of imports and presses a button in each, one after the other."""

    def __init__(
        self, running: Running, *roles: QDialogButtonBox.ButtonRole, overwrite: bool = False
    ) -> None:
        self.seen: list[str] = []
        self.listed: list[str] = []
        self.first: list[str] = []
        self.dialogs: list[weakref.ref] = []
        self._roles, self._overwrite = list(roles), overwrite
        self._dialog: ImportDialog | None = None
        running.window.controllers.exchange.planned.connect(self._take)

    def _take(self, dialog: ImportDialog) -> None:
        self._dialog = dialog
        self.seen.append(dialog.words())
        self.listed = dialog.lines()
        self.first = self.first or self.listed
        self.dialogs.append(weakref.ref(dialog))
        QTimer.singleShot(0, self._press)

    def _press(self) -> None:
        dialog, self._dialog = self._dialog, None
        role = self._roles.pop(0) if self._roles else QDialogButtonBox.ButtonRole.RejectRole
        dialog._overwrite.setChecked(self._overwrite and not self._roles)
        buttons = dialog.findChild(QDialogButtonBox)
        button = next((one for one in buttons.buttons() if buttons.buttonRole(one) is role), None)
        if button is None:
            dialog.reject()
        else:
            button.click()


ACCEPT = QDialogButtonBox.ButtonRole.AcceptRole
REJECT = QDialogButtonBox.ButtonRole.RejectRole
ACTION = QDialogButtonBox.ButtonRole.ActionRole


def test_notes_go_out_and_come_in_elsewhere(shown, start, qtbot, sample, tmp_path):
    mark(shown, WORDS, "Since when?")
    shown.chosen.place = tmp_path / "notes.jsonld"
    exchange = shown.window.controllers.exchange
    with qtbot.waitSignal(exchange.exported, timeout=PATIENCE_MS):
        exchange.export(Wanted(documents=frozenset({shown.front.document.sha256})), "w3c")
    note = shown.library.notes()[0]
    end(shown)

    other = start(sample, data="elsewhere")
    qtbot.waitUntil(lambda: other.front.document is not None, timeout=PATIENCE_MS)
    other.chosen.notes = [tmp_path / "notes.jsonld"]
    answer = Answer(other, ACCEPT)
    with qtbot.waitSignal(other.window.controllers.exchange.imported, timeout=PATIENCE_MS):
        other.press("import_notes")
    assert "New: 1" in answer.seen[0]
    assert "Same words: 1" in answer.seen[0]
    assert other.library.notes() == (note,)
    assert [placed.note for placed in other.front.notes] == [note]
    other.press("undo")
    assert other.library.notes() == ()


def test_notes_wait_for_a_document_that_is_not_here_and_are_put_into_it(
    start, qtbot: QtBot, sample: Path, tmp_path: Path
):
    running = start()
    running.chosen.notes = [
        koreader(tmp_path / "k.json", WORDS, "such words are not in it", title=sample.stem)
    ]
    answer = Answer(running, ACCEPT)
    with qtbot.waitSignal(running.window.controllers.exchange.imported, timeout=PATIENCE_MS):
        running.press("import_notes")
    assert "Waiting for documents that are not here yet: 2" in answer.seen[0]
    running.press("library")
    page = running.window.controllers.libraries.page
    qtbot.waitUntil(lambda: len(page.list.rows) == 1 and hasattr(page.list.rows[0], "card"), timeout=5000)
    assert spoken(page.list) == [f"{sample.stem} (not here yet), 2 notes, waits for its file"]
    # Opening it asks for its file.
    running.chosen.files = [sample]
    page.list.set_current(0)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(running.front.notes if running.front else ()) == 2, timeout=PATIENCE_MS)
    spans = [placed.span and running.front.document.quote(placed.span) for placed in running.front.notes]
    assert spans == [WORDS, None]
    assert running.said[-1].text == "2 notes that waited for this document are in it now."
    running.press("undo")
    qtbot.waitUntil(lambda: not running.front.notes, timeout=5000)
    running.press("redo")
    qtbot.waitUntil(lambda: len(running.front.notes) == 2, timeout=5000)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bytes.bin", bytes(range(256)) * 40),
        ("empty.csv", b""),
        ("head.csv", b"Highlight,Title\n"),
        ("nested.json", b"[" * 50_000),
        ("numbers.json", b'{"schema": "deskbrief.notes/1", "notes": [1, {"schema": 3}]}'),
        ("torn.annotations", b"PK\x03\x04" + b"x" * 300),
        ("half.json", b'{"title": "\\ud800", "entries": [{"text": "\\udfff", "time": 1e400}]}'),
    ],
)
def test_after_a_file_that_holds_no_notes_it_is_said_and_nothing_is_left_standing(
    start, qtbot: QtBot, tmp_path: Path, name: str, content: bytes
):
    running = start()
    (tmp_path / name).write_bytes(content)
    running.chosen.notes = [tmp_path / name]
    answer = Answer(running, REJECT)
    running.press("import_notes")
    status = running.window.parts.status
    assert status.work_words() == "Reading notes …"
    qtbot.waitUntil(lambda: bool(running.said or answer.seen), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: status.work_words() == "", timeout=PATIENCE_MS)


def test_reading_notes_can_be_cancelled_and_changes_nothing(shown, qtbot: QtBot, tmp_path: Path):
    shown.chosen.notes = [koreader(tmp_path / "k.json", WORDS, title=shown.front.path.stem)]
    answer = Answer(shown, REJECT)
    shown.press("import_notes")
    dialog = shown.window.findChild(ProgressDialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shown.window.parts.status.work_words() == ""
    qtbot.waitUntil(lambda: shown.window.findChild(ProgressDialog) is None)
    # Whatever the worker still sends is heard by nobody; the next one is read as ever.
    shown.press("import_notes")
    qtbot.waitUntil(lambda: bool(answer.seen), timeout=PATIENCE_MS)
    assert len(answer.seen) == 1
    assert "Their documents" in answer.seen[0]
    assert not shown.library.notes()


def test_the_plan_shows_what_is_not_certain_and_stopping_changes_nothing(shown, qtbot, tmp_path):
    title = shown.front.document.metadata.title or shown.front.path.stem
    shown.chosen.notes = [koreader(tmp_path / "k.json", WORDS, "the", "no such words at all", title=title)]
    answer = Answer(shown, REJECT)
    shown.press("import_notes")
    qtbot.waitUntil(lambda: bool(answer.seen), timeout=PATIENCE_MS)
    assert "New: 3" in answer.seen[0]
    assert answer.listed == ["? not certain  “the”", "✕ not found  “no such words at all”"]
    assert shown.library.notes() == ()
    # The dialog is freed once it is closed.
    qtbot.waitUntil(lambda: answer.dialogs[0]() is None, timeout=PATIENCE_MS)


def test_notes_on_no_known_document_can_be_put_on_the_one_in_front(shown, qtbot, tmp_path):
    shown.chosen.notes = [koreader(tmp_path / "k.json", WORDS, title="Something Else")]
    answer = Answer(shown, ACTION, ACCEPT)
    shown.press("import_notes")
    qtbot.waitUntil(lambda: bool(shown.front.notes), timeout=PATIENCE_MS)
    assert "Waiting for documents that are not here yet: 1" in answer.seen[0]
    (placed,) = shown.front.notes
    assert shown.front.document.quote(placed.span) == WORDS
    assert placed.note.body == "from afar"


def test_only_the_notes_on_no_known_document_are_put_on_the_one_in_front(
    shown: Running, qtbot: QtBot, tmp_path: Path
):
    other = tmp_path / "other.md"
    other.write_text("# Another report\n\nOf a noticeable shift in few words.\n", encoding="utf-8")
    front = shown.front.document.sha256
    shown.window.open([other])
    qtbot.waitUntil(lambda: bool(shown.library.paths(_hash(other))), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: shown.front.document is not None, timeout=PATIENCE_MS)
    shown.window.controllers.documents.bring(shown.window.parts.desk.documents[0])
    shown.chosen.notes = [
        koreader(tmp_path / "a.json", WORDS, title="Another report"),
        koreader(tmp_path / "b.json", WORDS, title="Something Else"),
    ]
    answer = Answer(shown, ACTION, ACCEPT)
    shown.press("import_notes")
    qtbot.waitUntil(lambda: len(shown.library.notes()) == 2, timeout=PATIENCE_MS)
    assert answer.seen[0].startswith("KOReader: 2 notes in 2 files")
    assert {note.document for note in shown.library.notes()} == {front, _hash(other)}
    assert answer.first == ["… not here yet  “Something Else”: 1 note"]


def test_colours_are_called_by_the_readers_names_where_notes_are_chosen(shown: Running, qtbot: QtBot):
    dialog = ExportDialog("", [], shown.window, {Role.GREEN: "Evidence"})
    qtbot.addWidget(dialog)
    assert [box.text() for box in dialog._roles][:2] == ["Yellow", "Evidence"]


def test_what_differs_here_is_replaced_only_when_asked(shown, qtbot, tmp_path):
    mark(shown, WORDS, "mine")
    exchange = shown.window.controllers.exchange
    shown.chosen.place = tmp_path / "notes.md"
    with qtbot.waitSignal(exchange.exported, timeout=PATIENCE_MS):
        exchange.export(Wanted(), "markdown")
    shown.window.controllers.notes.write(shown.library.notes()[0].id, "mine, newer")
    shown.chosen.notes = [tmp_path / "notes.md"]
    answer = Answer(shown, REJECT, ACCEPT, overwrite=True)
    shown.press("import_notes")
    qtbot.waitUntil(lambda: len(answer.seen) == 1, timeout=PATIENCE_MS)
    assert "Changed here since: 1" in answer.seen[0]
    assert "here: mine, newer\n      file: mine" in answer.listed[0]
    with qtbot.waitSignal(exchange.imported, timeout=PATIENCE_MS):
        shown.press("import_notes")
    assert shown.library.notes()[0].body == "mine"


def test_a_file_without_notes_is_told(shown, qtbot, tmp_path):
    (tmp_path / "x.json").write_text('{"a": [')
    shown.chosen.notes = [tmp_path / "x.json"]
    shown.press("import_notes")
    qtbot.waitUntil(lambda: any("damaged" in message.text for message in shown.said), timeout=PATIENCE_MS)


def test_the_choice_of_an_export_is_what_was_ticked(shown, qtbot):
    dialog = ExportDialog("ab", ["law"], shown.window)
    qtbot.addWidget(dialog)
    assert dialog.wanted() == Wanted(documents=frozenset({"ab"}))
    dialog._roles[0].setChecked(False)
    dialog._of.setCurrentIndex(1)
    dialog._tag.setCurrentIndex(1)
    dialog._since.setChecked(True)
    wanted = dialog.wanted()
    assert (wanted.documents, len(wanted.roles), wanted.tags) == (frozenset(), 5, frozenset({"law"}))
    assert wanted.since
    for box in dialog._roles:
        box.setChecked(False)
    assert not dialog._export.isEnabled()


def test_notes_on_other_documents_are_taken_away_again_by_a_button(shown, qtbot: QtBot, tmp_path: Path):
    shown.chosen.notes = [koreader(tmp_path / "k.json", "some words", title="Another Work")]
    answer = Answer(shown, ACCEPT)
    with qtbot.waitSignal(shown.window.controllers.exchange.imported, timeout=PATIENCE_MS):
        shown.press("import_notes")
    assert len(answer.seen) == len(shown.library.notes()) == 1
    notice = shown.window.parts.notice
    assert "1 note was taken in. 0 on this document." in notice.text()
    notice._button.click()
    qtbot.waitUntil(lambda: not shown.library.notes(), timeout=PATIENCE_MS)
    words = "The notes were taken away again."
    qtbot.waitUntil(lambda: words in [message.text for message in shown.said], timeout=PATIENCE_MS)


def test_notes_chosen_in_the_panel_go_out_alone(shown, qtbot, tmp_path, monkeypatch):
    mark(shown, WORDS)
    mark(shown, shown.front.document.text[:30])
    shown.press("notes")
    panel = shown.window.parts.notes
    chosen = panel.list.rows[0].key
    panel.list.choose(panel.list.rows[0])
    monkeypatch.setattr(ExportDialog, "exec", lambda _: True)
    shown.chosen.place = tmp_path / "chosen.md"
    menu = panel.together.menu()
    menu.aboutToShow.emit()
    with qtbot.waitSignal(shown.window.controllers.exchange.exported, timeout=PATIENCE_MS):
        next(one for one in menu.actions() if one.text() == "Export…").trigger()
    written = shown.chosen.place.read_text(encoding="utf-8")
    assert f"note={chosen}" in written
    assert written.count("note=") == 1


def test_copy_with_reference_gives_a_link_that_leads_back(shown, start, qtbot):
    text = shown.front.document.text
    at = text.index(WORDS)
    shown.window.parts.reader.view.select(Span(at, at + len(WORDS)))
    shown.press("cite")
    copied, link = QGuiApplication.clipboard().text().split("\n")
    assert copied.startswith(f"“{WORDS}”")
    end(shown)

    again = start()
    again.window.open_links([link])
    qtbot.waitUntil(lambda: again.front is not None and again.front.document is not None, timeout=PATIENCE_MS)
    assert again.window.parts.reader.view.shown_document().text == text
    qtbot.waitUntil(lambda: again.front.history.can_go_back, timeout=PATIENCE_MS)


def test_a_link_works_when_the_file_is_gone(shown, start, qtbot, tmp_path):
    file = tmp_path / "gone.txt"
    file.write_text("The river rose in March. Nobody had measured it before.", encoding="utf-8")
    shown.window.open([file])
    qtbot.waitUntil(lambda: bool(shown.library.paths(_hash(file))), timeout=PATIENCE_MS)
    end(shown)
    link = link_to(_hash(file), 25, 31, "Nobody")
    file.unlink()
    again = start()
    again.window.open_links([link])
    qtbot.waitUntil(lambda: again.front is not None and again.front.document is not None, timeout=PATIENCE_MS)
    assert again.front.document.text.startswith("The river rose")


def test_links_that_lead_nowhere_are_told_and_do_nothing(shown):
    document = shown.front.document
    for link, words in (
        ("deskbrief://run?doc=x", "names no passage"),
        (link_to("ef" * 32, 0, 5, "words"), "not in your library"),
        (link_to(document.sha256, 0, 20, "words that are not there"), "not in this text"),
    ):
        shown.said.clear()
        shown.window.open_links([link])
        assert words in shown.said[-1].text
    assert len(shown.window.parts.desk.documents) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="local sockets are POSIX")
def test_a_second_start_hands_a_link_to_the_running_window(shown, qtbot):
    shown.program.listen(claim(shown.program.data))
    document = shown.front.document
    at = document.text.index(WORDS)
    link = link_to(document.sha256, at, at + len(WORDS), WORDS)
    import threading

    told: list[bool] = []
    thread = threading.Thread(target=lambda: told.append(hand_over(shown.program.data, [link])))
    with qtbot.waitSignal(shown.program.second_start.links_received, timeout=PATIENCE_MS) as heard:
        thread.start()
    thread.join()
    assert told == [True]
    assert heard.args == [[link]]
    assert shown.front.history.can_go_back
    assert quote(WORDS, safe="") in link


def _hash(file: Path) -> str:
    import hashlib

    return hashlib.sha256(file.read_bytes() if file.exists() else b"").hexdigest()
