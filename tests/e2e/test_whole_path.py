"""The main job on real input: open, read beside the outline, mark, note, close, come back, export."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from deskbrief.document.anchors import AnchorState
from deskbrief.document.notes import Role, Verdict
from deskbrief.document.outline import Status, Strength
from deskbrief.document.spans import Span
from helpers.e2e_program import PATIENCE_MS, end


def span_of(program, words):
    start = program.front.document.text.index(words)
    return Span(start, start + len(words))


def test_the_sample_opens_beside_its_outline(reading_anew):
    titles = [section.title for section in reading_anew.front.outline.sections]
    assert titles == [
        "Opening",
        "Understanding the Strategic Shifts in U.S.-Russian Relations",
        "Analyzing the Implications for Regional Stability and Security",
        "Recommendations for U.S. Policy Amid Changing Alliances",
        "To Wrap It Up",
    ]
    events = [item.value for item in reading_anew.front.curated.events]
    assert [(event.date.edtf, event.title) for event in events] == [
        ("2023-07", "Security Talks"),
        ("2023-09", "Joint Military Exercise"),
        ("2023-10", "Democracy Summit"),
    ]
    assert "of 2" in reading_anew.window.parts.status.place_words()


def test_mark_note_close_come_back(start, reading, qtbot, sample):
    view = reading.window.parts.reader.view
    view.select(span_of(reading, "This thaw is characterized by several strategic adjustments"))
    reading.press("note")
    (placed,) = reading.front.notes
    reading.window.controllers.notes.write(placed.note.id, "Which ones are agreed?")
    end(reading)

    again = start(sample)
    qtbot.waitUntil(lambda: again.front.document is not None, timeout=PATIENCE_MS)
    (found,) = again.front.notes
    assert found.note.body == "Which ones are agreed?"
    assert found.placement.state is AnchorState.EXACT
    assert again.front.document.quote(found.span).startswith("This thaw is characterized")


def test_typing_in_the_panel_is_on_disk_without_any_save(reading, qtbot):
    view = reading.window.parts.reader.view
    view.select(span_of(reading, "several strategic adjustments"))
    reading.press("note")
    editor = reading.window.focusWidget()
    qtbot.keyClicks(editor, "Ask the embassy.")
    note = reading.front.notes[0].note
    qtbot.waitUntil(lambda: reading.library.note(note.id).body == "Ask the embassy.", timeout=5_000)


def test_marking_is_undone_and_done_again(reading):
    reading.window.parts.reader.view.select(span_of(reading, "noticeable shift"))
    reading.press("mark_2")
    assert [placed.note.role for placed in reading.front.notes] == [Role.GREEN]
    reading.press("undo")
    assert reading.front.notes == ()
    reading.press("redo")
    assert [placed.note.role for placed in reading.front.notes] == [Role.GREEN]


def test_keys_work_in_the_text_and_not_while_typing(reading, qtbot):
    view = reading.window.parts.reader.view
    view.setFocus()
    view.select(span_of(reading, "noticeable shift"))
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert [placed.note.role for placed in reading.front.notes] == [Role.BLUE]
    reading.press("search")
    qtbot.keyClicks(reading.window.bar.search, "h1")
    assert len(reading.front.notes) == 1


def test_a_row_leads_to_its_passage_and_alt_left_comes_back(reading, qtbot):
    view = reading.window.parts.reader.view
    before = view.place()
    item = reading.front.curated.events[2]
    reading.window.parts.outline.passage_requested.emit(item.span)
    qtbot.waitUntil(lambda: view.place() > before, timeout=5_000)
    reading.press("back")
    qtbot.waitUntil(lambda: view.place() == before, timeout=5_000)


def test_a_decision_is_kept_undone_and_survives_closing(start, reading, qtbot, sample):
    item = reading.front.curated.events[0]
    reading.window.parts.outline.verdict_requested.emit(item, Verdict.REJECTED)
    assert reading.front.curated.events[0].verdict is Verdict.REJECTED
    reading.press("undo")
    assert reading.front.curated.events[0].verdict is None
    reading.window.parts.outline.verdict_requested.emit(item, Verdict.CONFIRMED)
    end(reading)
    again = start(sample)
    qtbot.waitUntil(lambda: again.front.complete, timeout=PATIENCE_MS)
    assert again.front.curated.events[0].verdict is Verdict.CONFIRMED


def test_an_item_of_the_readers_own_can_be_added_and_edited(reading):
    reading.window.parts.reader.view.select(
        span_of(reading, "Monitoring the effects of this diplomatic change is crucial")
    )
    reading.press("recommendation")
    (item,) = [i for i in reading.front.curated.recommendations if i.verdict is Verdict.ADDED]
    reading.window.controllers.items.keep_edit(item, {"addressee": "Observers", "strength": "must"})
    (item,) = [i for i in reading.front.curated.recommendations if i.verdict is Verdict.ADDED]
    assert (item.value.addressee, item.value.strength) == ("Observers", Strength.MUST)


def test_a_whole_page_is_no_recommendation(reading):
    view = reading.window.parts.reader.view
    view.select(Span(0, 3_000))
    before = len(reading.front.curated.recommendations)
    reading.press("recommendation")
    reading.press("event")
    assert len(reading.front.curated.recommendations) == before
    assert reading.said[-1].text == "That is too long for one row: 3,000 characters."


def test_an_event_can_be_edited_again_and_again_and_taken_back(reading):
    items = reading.window.controllers.items

    def event():
        return reading.front.curated.events[0]

    before = event().value
    items.keep_edit(event(), {"status": "negated", "who": "Norland; Southmark"})
    items.keep_edit(event(), {"where": "the border"})
    after = event().value
    assert (after.status, after.who, after.where) == (
        Status.NEGATED,
        ("Norland", "Southmark"),
        "the border",
    )
    items.set_date("2024-03-15")
    assert event().value.status is Status.NEGATED
    items.set_date("")
    for _ in range(3):
        reading.press("undo")
    assert (event().value.where, event().value.status) == (before.where, Status.NEGATED)
    reading.press("undo")
    assert event().value == before
    assert event().verdict is None


def test_an_event_that_is_added_has_the_date_of_its_sentence(reading):
    first = next(item for item in reading.front.curated.events if item.value.date.edtf)
    reading.window.parts.reader.view.select(Span(first.span.start, first.span.end - 2))
    reading.press("event")
    (item,) = [i for i in reading.front.curated.events if i.verdict is Verdict.ADDED]
    assert item.value.date.edtf == first.value.date.edtf


def test_setting_the_date_resolves_the_relative_times(reading, qtbot):
    def wording(time):
        return reading.front.document.quote(time.span).lower()

    def vague():
        times = reading.front.outline.times
        return {
            wording(time): time.edtf
            for time in times
            if "recent months" in wording(time) or "coming weeks" in wording(time)
        }

    assert sorted(vague().values()) == ["", ""]
    reading.window.controllers.items.set_date("2024-03-15")
    qtbot.waitUntil(lambda: all(vague().values()), timeout=PATIENCE_MS)
    assert len(vague()) == 2
    reading.press("undo")
    qtbot.waitUntil(lambda: not any(vague().values()), timeout=PATIENCE_MS)
    reading.press("redo")
    qtbot.waitUntil(lambda: all(vague().values()), timeout=PATIENCE_MS)
    reading.window.controllers.items.set_date("")
    qtbot.waitUntil(lambda: not any(vague().values()), timeout=PATIENCE_MS)


SCENE = """“Will you come tomorrow?” asked Anna, and took his arm.

“I shall come in the evening, if the roads are dry,” he said. He looked at her and smiled, for he knew her.

She laughed at him. That night he left the house and walked to the mill, where his brother met him.

“You are late,” said his brother. “My horse died six years ago, and you never came to see me then.”

"""


def test_a_date_that_is_set_brings_events_that_had_no_day_before(start, qtbot, tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text(SCENE * 20 + "The mayor resigned yesterday.\n", encoding="utf-8")
    running = start(path)
    qtbot.waitUntil(lambda: running.front is not None and running.front.complete, timeout=PATIENCE_MS)

    def told():
        return {(event.date.edtf, event.title) for event in running.front.outline.events}

    assert not told()
    items = running.window.controllers.items
    items.set_date("2019-08-24")
    resigned = "2019-08-23", "The mayor resigned"
    qtbot.waitUntil(lambda: running.front.complete and resigned in told(), timeout=PATIENCE_MS)
    # The last date that was set counts, however long the work for the one before takes.
    items.set_date("2020-03-02")
    items.set_date("2021-03-02")
    again = "2021-03-01", "The mayor resigned"
    qtbot.waitUntil(lambda: running.front.complete and again in told(), timeout=PATIENCE_MS)
    end(running)
    running = start(path)
    qtbot.waitUntil(lambda: running.front is not None and running.front.complete, timeout=PATIENCE_MS)
    assert again in told()


def test_the_brief_holds_everything_it_cites(reading, qtbot, tmp_path):
    view = reading.window.parts.reader.view
    view.select(span_of(reading, "several strategic adjustments"))
    reading.press("note")
    reading.window.controllers.notes.write(reading.front.notes[0].note.id, "Ask the embassy.")
    reading.chosen.place = tmp_path / "brief.pdf"
    with qtbot.waitSignal(reading.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        reading.press("export")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(reading.chosen.place).pages).split())
    for words in (
        "Security Talks",
        "Joint Military Exercise",
        "Democracy Summit",
        "Rethink its strategies",
        "Ask the embassy.",
    ):
        assert words in text
    assert "quotes verified" in text
    assert "quotes verified" in reading.window.parts.notice.text()


def test_a_place_that_cannot_be_written_is_told_and_nothing_breaks(reading, qtbot, tmp_path):
    reading.chosen.place = tmp_path / "none" / "brief.pdf"
    reading.press("export")
    notice = reading.window.parts.notice
    qtbot.waitUntil(lambda: "does not exist" in notice.text(), timeout=PATIENCE_MS)
    assert "Choose another place" in notice.text()


def test_a_brief_never_takes_the_place_of_an_open_document(start, qtbot, sample, tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(sample.read_bytes())
    running = start(path)
    qtbot.waitUntil(lambda: running.front.complete, timeout=PATIENCE_MS)
    running.chosen.place = path
    running.press("export")
    notice = running.window.parts.notice
    qtbot.waitUntil(lambda: "is the document itself" in notice.text())
    running.chosen.place = tmp_path / "brief.pdf"
    running.press("export")
    qtbot.waitUntil(running.chosen.place.exists, timeout=PATIENCE_MS)
    assert path.read_bytes() == sample.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.txt", None, "There is no file"),
        ("empty.txt", b"", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00", ""),
    ],
)
def test_a_file_that_cannot_be_read_says_so_where_the_text_would_be(
    start, qtbot, tmp_path, name, content, words
):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    program = start(path)
    qtbot.waitUntil(lambda: bool(program.front.trouble), timeout=PATIENCE_MS)
    assert words in program.front.trouble
    assert program.window.parts.status.work_words() == ""
    program.press("open")
    again = program.front
    program.window.controllers.views.message_pressed("retry")
    assert program.front is again
    qtbot.waitUntil(lambda: bool(program.front.trouble), timeout=PATIENCE_MS)
    program.press("close")
    assert program.front is None
    assert not program.window.parts.actions["close"].isEnabled()


def test_the_worker_killed_at_any_moment_costs_one_repeated_job(start, qtbot, sample):
    import os
    import signal

    program = start(sample)
    qtbot.waitUntil(lambda: program.runner.worker_pid is not None, timeout=PATIENCE_MS)
    os.kill(program.runner.worker_pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: program.front.complete, timeout=PATIENCE_MS)
    assert len(program.front.curated.events) == 3
    assert not program.front.trouble


def test_several_documents_lie_in_tabs_and_keep_their_places(start, qtbot, sample, tmp_path):
    other = tmp_path / "other.md"
    other.write_text(
        "# Other\n\n" + "\n\n".join(f"Paragraph {n} of it." for n in range(200)), encoding="utf-8"
    )
    program = start(sample, other)
    for item in program.window.parts.desk.documents:
        qtbot.waitUntil(lambda item=item: item.document is not None, timeout=PATIENCE_MS)
    assert program.window.tabs.isVisible()
    view = program.window.parts.reader.view
    target = program.front.document.text.index("Paragraph 150")
    view.go_to(Span(target, target + 9), flash=False)
    qtbot.waitUntil(lambda: view.place() > 1000, timeout=5_000)
    there = view.place()
    program.press("next_document")
    assert program.front.path == sample
    program.press("next_document")
    qtbot.waitUntil(lambda: abs(view.place() - there) < 60, timeout=5_000)
    program.press("close")
    assert not program.window.tabs.isVisible()


def test_a_document_of_the_library_is_shown_with_its_outline_and_without_a_worker(
    start, reading_anew, qtbot, sample
):
    assert reading_anew.runner.worker_pid is not None
    end(reading_anew)

    again = start(sample)
    qtbot.waitUntil(lambda: again.front.complete, timeout=PATIENCE_MS)
    assert again.front.outline.sections
    assert again.runner.worker_pid is None


def test_panels_behind_the_first_one_are_made_later_and_hold_what_they_should(reading, qtbot):
    window, side = reading.window, reading.window.parts.side
    assert not side.made_panels()
    view = window.parts.reader.view
    view.select(span_of(reading, "several strategic adjustments"))
    reading.press("mark")
    window.finish()
    qtbot.waitUntil(lambda: len(side.made_panels()) == 4)
    assert window.notes_dock.widget() is window.parts.notes
    assert window.notes_dock.windowTitle() == "Notes 1"
    assert window.parts.notes.list.rows
    assert window.parts.names.list.rows
    assert not reading.front.history.can_go_back
    window.parts.notes.passage_requested.emit(span_of(reading, "several strategic adjustments"))
    assert reading.front.history.can_go_back


def test_marking_leaves_the_other_marks_and_the_outline_as_they_are(reading, qtbot):
    view, outline = reading.window.parts.reader.view, reading.window.controllers.documents.outline_changed
    view.select(span_of(reading, "noticeable shift"))
    reading.press("mark_2")
    (before,) = view.marks()
    with qtbot.assertNotEmitted(outline):
        view.select(span_of(reading, "several strategic adjustments"))
        reading.press("mark_3")
    assert view.marks()[0] is before
    assert len(view.marks()) == 2


def test_several_rows_are_decided_on_and_taken_back_in_one_step(reading):
    outline = reading.window.parts.outline
    items = reading.front.curated.events[:2]
    outline.verdict_requested.emit(items[0], Verdict.CONFIRMED)
    outline.verdicts_requested.emit([*reading.front.curated.events[:2]], Verdict.REJECTED)
    assert [item.verdict for item in reading.front.curated.events[:2]] == [Verdict.REJECTED] * 2
    reading.press("undo")
    assert [item.verdict for item in reading.front.curated.events[:2]] == [Verdict.CONFIRMED, None]
    reading.press("redo")
    assert [item.verdict for item in reading.front.curated.events[:2]] == [Verdict.REJECTED] * 2
