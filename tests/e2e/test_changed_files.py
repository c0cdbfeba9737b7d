"""Files that are not any more what they were when they were read."""

from PySide6.QtWidgets import QLabel, QPushButton

from deskbrief.document.anchors import AnchorState
from deskbrief.document.spans import Span
from helpers.e2e_program import PATIENCE_MS, end

WORDS = [f"Paragraph {n} of the report on the wells and what became of them." for n in range(300)]


def written(tmp_path, lines, name="report.md"):
    path = tmp_path / name
    path.write_text("# Report\n\n" + "\n\n".join(lines), encoding="utf-8")
    return path


def opened(running, qtbot):
    qtbot.waitUntil(lambda: running.front is not None and running.front.complete, timeout=PATIENCE_MS)
    return running.front


def test_an_edited_file_is_read_again_when_the_reader_wants_it_and_keeps_its_place(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS)
    running = start(path)
    front = opened(running, qtbot)
    view, notice = running.window.parts.reader.view, running.window.parts.notice
    with qtbot.waitSignal(running.window.controllers.changed_files.looked):
        running.window.open([path])
    assert notice.text() == ""
    at = front.document.text.index("Paragraph 150")
    view.go_to(Span(at, at + 9), flash=False)
    line = front.document.text[view.place() :][:20]

    written(tmp_path, ["A new beginning.", *WORDS])
    qtbot.waitUntil(lambda: "report.md has changed since it was opened here." in notice.text())
    assert "A new beginning." not in front.document.text
    notice.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: "A new beginning." in front.document.text, timeout=PATIENCE_MS)
    assert running.front is front
    qtbot.waitUntil(lambda: front.document.text[view.place() :][:20] == line, timeout=5_000)


def test_a_file_that_goes_away_while_it_is_open_is_told_and_read_on(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS[:5])
    running = start(path)
    front = opened(running, qtbot)
    changes, notice = running.window.controllers.changed_files, running.window.parts.notice
    with qtbot.waitSignal(changes.looked):
        running.window.open([path])
    away = path.rename(tmp_path / "elsewhere.md")
    qtbot.waitUntil(lambda: "report.md is no longer where it was opened from" in notice.text())
    assert "Its text and notes stay in the library" in notice.text()
    # What is checked against it is checked against the text at hand.
    assert not running.program.services.reading.has_changed(front.opening)
    assert "Paragraph 3" in front.document.text
    # It is said of this text, and of no other.
    other = written(tmp_path, WORDS[5:9], "other.md")
    running.window.open([other])
    opened(running, qtbot)
    assert notice.text() == ""
    running.press("previous_document")
    assert "report.md is no longer" in notice.text()
    notice.dismiss()
    with qtbot.waitSignal(changes.looked):
        changes.look()
    assert notice.text() == ""
    # Once it is back nothing is said of it, and its going away would be told anew.
    away.rename(path)
    with qtbot.waitSignal(changes.looked):
        changes.look()
    path.unlink()
    for look in (changes.look, lambda: changes.ask(front)):
        with qtbot.waitSignal(changes.looked):
            look()
        assert "report.md is no longer" in notice.text()
    written(tmp_path, WORDS[:5])
    with qtbot.waitSignal(changes.looked):
        changes.look()
    assert "report.md is no longer" not in notice.text()


def test_a_file_that_was_saved_again_between_two_starts_is_read_on_where_it_was_left(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS)
    running = start(path)
    front = opened(running, qtbot)
    at = front.document.text.index("Paragraph 150")
    running.window.parts.reader.view.go_to(Span(at, at + 9), flash=False)
    line = front.document.text[running.window.parts.reader.view.place() :][:20]
    end(running)

    written(tmp_path, ["A new beginning.", *WORDS])
    again = start(path)
    front = opened(again, qtbot)
    view = again.window.parts.reader.view
    qtbot.waitUntil(lambda: front.document.text[view.place() :][:20] == line, timeout=5_000)


def test_the_text_of_a_file_that_is_gone_can_be_opened_with_its_notes(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS[:5])
    running = start(path)
    front = opened(running, qtbot)
    at = front.document.text.index("Paragraph 3")
    running.window.parts.reader.view.select(Span(at, at + 11))
    running.press("mark_2")
    end(running)

    path.unlink()
    again = start(path)
    qtbot.waitUntil(lambda: bool(again.front.trouble), timeout=PATIENCE_MS)
    assert "There is no file" in again.front.trouble
    buttons = again.window.parts.reader.findChildren(QPushButton)
    (stored,) = (button for button in buttons if button.text() == "Open the stored text")
    stored.click()
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    assert "Paragraph 3" in again.front.document.text
    assert len(again.front.notes) == 1
    told = again.window.parts.notice
    assert "as it was when report.md was last read" in told.text()
    # It is said of this text, and of no other.
    other = tmp_path / "ships.txt"
    other.write_text("Ships sail in May. They come home in June.", encoding="utf-8")
    again.window.open([other])
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    assert told.text() == ""
    again.press("previous_document")
    assert "as it was when report.md was last read" in told.text()
    told.dismiss()
    again.press("next_document")
    again.press("previous_document")
    assert told.text() == ""


def test_nothing_is_offered_of_a_file_that_was_never_read(start, qtbot, tmp_path):
    running = start(tmp_path / "none.txt")
    qtbot.waitUntil(lambda: bool(running.front.trouble), timeout=PATIENCE_MS)
    labels = [button.text() for button in running.window.parts.reader.findChildren(QPushButton)]
    assert "Open the stored text" not in labels


def marked(running, words):
    at = running.front.document.text.index(words)
    running.window.parts.reader.view.select(Span(at, at + len(words)))
    running.press("mark_2")


def test_a_moved_file_and_one_that_was_saved_again_have_their_notes(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS[:9])
    running = start(path)
    opened(running, qtbot)
    marked(running, "Paragraph 3")
    end(running)

    (tmp_path / "elsewhere").mkdir()
    moved = path.rename(tmp_path / "elsewhere" / "renamed.md")
    again = start(moved)
    assert len(opened(again, qtbot).notes) == 1
    end(again)

    moved.write_text(moved.read_text(encoding="utf-8") + "\n\n\n", encoding="utf-8")
    saved = start(moved)
    front = opened(saved, qtbot)
    assert [note.span.of(front.document.text) for note in front.notes] == ["Paragraph 3"]


def test_the_notes_of_an_earlier_edition_are_carried_over_when_the_reader_wants_it(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS[:40])
    running = start(path)
    opened(running, qtbot)
    for number in (11, 22, 33):
        marked(running, f"Paragraph {number} of the report")
    end(running)

    revised = [line for line in WORDS[:40] if " 33 " not in line]
    written(tmp_path, ["A preface of the second edition.", *revised])
    again = start(path)
    front = opened(again, qtbot)
    notice = again.window.parts.notice
    qtbot.waitUntil(lambda: "new edition of “Report”, on which there are 3 notes" in notice.text())
    assert not front.notes
    notice.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: len(front.notes) == 3, timeout=PATIENCE_MS)
    assert "Notes carried over: 3. On the same words: 2" in notice.text()
    assert "The passage of 1 is not certain or gone" in notice.text()
    spans = [note.span for note in front.notes if note.placement.state is AnchorState.EXACT]
    assert [span.of(front.document.text) for span in spans] == [
        "Paragraph 11 of the report",
        "Paragraph 22 of the report",
    ]


def test_a_change_is_told_once_and_again_when_the_file_is_asked_for(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS[:9])
    running = start(path)
    opened(running, qtbot)
    files, notice = running.window.controllers.changed_files, running.window.parts.notice
    written(tmp_path, ["A new beginning.", *WORDS[:9]])
    qtbot.waitUntil(lambda: "report.md has changed since it was opened here." in notice.text())
    notice.dismiss()
    with qtbot.waitSignal(files.looked):
        files.look()
    assert notice.text() == ""
    running.window.open([path])
    qtbot.waitUntil(lambda: "report.md has changed since it was opened here." in notice.text())


def test_a_file_is_watched_while_the_window_is_in_front_and_after_it_was_replaced(start, qtbot, tmp_path):
    path = written(tmp_path, WORDS[:9])
    running = start(path)
    opened(running, qtbot)
    running.window.finish()
    qtbot.waitUntil(lambda: running.window.controllers.made("changed_files"))
    files, notice = running.window.controllers.changed_files, running.window.parts.notice
    for round_ in ("second", "third"):
        # As most programs save: beside the file, and then in its place.
        written(tmp_path, [f"The {round_} beginning.", *WORDS[:9]], "beside.md").replace(path)
        qtbot.waitUntil(lambda: "report.md has changed since" in notice.text(), timeout=PATIENCE_MS)
        notice.dismiss()
    path.unlink()
    with qtbot.waitSignal(files.looked):
        files.look()
    assert "report.md is no longer" in notice.text()


def test_a_document_that_comes_to_the_front_tells_of_what_became_of_its_file_behind(start, qtbot, tmp_path):
    path, other = written(tmp_path, WORDS[:9]), written(tmp_path, WORDS[9:20], "other.md")
    running = start(path)
    first = opened(running, qtbot)
    running.window.controllers.changed_files.follow()
    running.window.open([other])
    qtbot.waitUntil(lambda: running.front is not first and running.front.complete, timeout=PATIENCE_MS)
    written(tmp_path, ["A new beginning.", *WORDS[:9]])
    notice = running.window.parts.notice
    assert notice.text() == ""
    running.window.controllers.documents.bring(first)
    qtbot.waitUntil(lambda: "report.md has changed since" in notice.text(), timeout=PATIENCE_MS)
    # Who asks for it again is told again, also when it comes to the front with that.
    notice.dismiss()
    running.window.open([other])
    running.window.open([path])
    qtbot.waitUntil(lambda: "report.md has changed since" in notice.text(), timeout=PATIENCE_MS)


def test_coming_to_the_window_looks_at_the_file(start, qtbot, tmp_path):
    running = start(written(tmp_path, WORDS[:9]))
    opened(running, qtbot)
    files = running.window.controllers.changed_files
    other = QPushButton("elsewhere")
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    with qtbot.waitSignal(files.looked):
        running.window.activateWindow()


def test_a_brief_is_checked_against_the_file_as_it_is_now(start, qtbot, tmp_path):
    path = written(tmp_path, ["Talks were held in July 2023 about the wells of the town.", *WORDS[:4]])
    running = start(path)
    opened(running, qtbot)
    qtbot.waitUntil(lambda: running.front.complete, timeout=PATIENCE_MS)
    running.chosen.place = tmp_path / "brief.pdf"
    with qtbot.waitSignal(running.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        running.press("export")
    written(tmp_path, ["Talks were held in June 2023 about the wells of the town.", *WORDS[:4]])
    checks = running.window.controllers.checks
    with qtbot.waitSignal(checks.shown, timeout=PATIENCE_MS) as caught:
        checks.check(tmp_path / "brief.pdf")
    (dialog,) = caught.args
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "report.md: has changed since it was opened here; checked as it is now" in said
    assert "All" not in dialog._summary.text()
    assert "changed" in dialog._summary.text()
