"""The builder, driven by key and by mouse in a real window, with the real worker."""

from __future__ import annotations

import gc
import shutil
import weakref
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QTreeWidget,
)

from deskbrief.document.plan import PageSize, Template
from deskbrief.ui.builder.dialogs import FaultsDialog, QuoteDialog, WordsDialog
from deskbrief.ui.builder.paint import short_place
from deskbrief.ui.builder.preview import Preview
from helpers.e2e_program import PATIENCE_MS, building, end
from helpers.when_asked import when_asked

KEY, ALT, CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def builder(reading, qtbot):
    """The builder on the sample, with its first page drawn."""
    return building(reading, qtbot)


def drawn(window, qtbot):
    qtbot.waitUntil(lambda: window.preview.is_drawn(0), timeout=PATIENCE_MS)


def redrawn(window, qtbot):
    """Wait until the pages of what was changed last are there."""
    with qtbot.waitSignal(window._feed.made, timeout=PATIENCE_MS):
        pass
    drawn(window, qtbot)


def titles(window):
    return [view.title for view in window.contents.contents.sections]


def labels(window, section):
    (view,) = [view for view in window.contents.contents.sections if view.id == section]
    return [item.label for item in view.items]


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.contents, key, modifier)


def place_of(window, section, item=None):
    """Return where a row is, on the contents."""
    key = labels_key(window, section, item) if item is not None else ""
    return window.contents.visualRect(window.contents.contents.find(section, key))


def labels_key(window, section, number):
    (view,) = [view for view in window.contents.contents.sections if view.id == section]
    return view.items[number].key


def text_of(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def export(program, qtbot, path, act):
    program.chosen.place = path
    with qtbot.waitSignal(program.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        act()
    return text_of(path)


def test_the_preview_shows_the_real_pages(builder, qtbot):
    picture = builder.preview._pictures[0][0]
    assert 400 < picture.width() < 2000
    spots = [(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)]
    assert sum(picture.pixelColor(x, y).lightness() < 128 for x, y in spots) > 200
    assert "Page 1 of 1" in builder.preview.accessibleDescription()


def test_sections_are_switched_and_moved_by_key(builder, reading, qtbot, tmp_path):
    assert titles(builder)[:3] == ["What the source says", "Chronology", "Recommendations"]
    builder.contents.setFocus()
    builder.contents.reveal("recommendations")
    press(builder, KEY.Key_Up, ALT)
    press(builder, KEY.Key_Up, ALT)
    assert titles(builder)[:3] == ["Recommendations", "What the source says", "Chronology"]
    builder.contents.reveal("chronology")
    press(builder, KEY.Key_Space)
    assert builder.draft.section("chronology").on is False
    text = export(reading, qtbot, tmp_path / "b.pdf", lambda: QTest.keyClick(builder, KEY.Key_E, CONTROL))
    assert "CHRONOLOGY" not in text
    assert text.index("RECOMMENDATIONS") < text.index("WHAT THE SOURCE SAYS")


def test_items_are_chosen_and_moved_by_key(builder, qtbot):
    before = labels(builder, "chronology")
    builder.contents.reveal("chronology", labels_key(builder, "chronology", 0))
    press(builder, KEY.Key_Down, ALT)
    assert labels(builder, "chronology") == [before[1], before[0], before[2]]
    press(builder, KEY.Key_Space)
    (view,) = [view for view in builder.contents.contents.sections if view.id == "chronology"]
    assert view.summary == "2 of 3 events"
    assert not view.items[1].on
    redrawn(builder, qtbot)


def test_items_and_sections_are_dragged_and_switched_by_mouse(builder, qtbot):
    view = builder.contents.viewport()
    box = builder.contents._cards.box
    index = builder.contents.contents.find("points")
    QTest.mouseClick(
        view, Qt.MouseButton.LeftButton, pos=box(builder.contents.visualRect(index), index).center()
    )
    assert builder.draft.section("points").on is False
    first, last = place_of(builder, "chronology", 0), place_of(builder, "chronology", 2)
    before = labels(builder, "chronology")
    drag(view, first.center(), QPoint(first.center().x(), last.center().y() + 4))
    assert labels(builder, "chronology") == [before[1], before[2], before[0]]
    assert builder.contents.isExpanded(builder.contents.contents.find("chronology"))
    below = place_of(builder, "recommendations").center()
    drag(view, QPoint(below.x(), place_of(builder, "recommendations").top() + 15), QPoint(below.x(), 3))
    assert titles(builder)[0] == "Recommendations"
    head = place_of(builder, "chronology")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(head.center().x(), head.top() + 15))
    assert not builder.contents.isExpanded(builder.contents.contents.find("chronology"))


def drag(view, start, stop):
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        QTest.mouseMove(view, start + (stop - start) * step / 8)
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stop)


def test_every_act_is_undone_and_done_again(builder, qtbot):
    start = builder.draft
    builder.contents.reveal("chronology")
    press(builder, KEY.Key_Space)
    title = builder.form.title_field
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "My title")
    after = builder.draft
    assert after.title == "My title"
    assert builder.windowTitle() == "Brief — My title"
    # In the middle of a field, too, it is the builder that undoes.
    QTest.keyClick(title, KEY.Key_Z, CONTROL)
    assert builder.draft == replace(after, title="")
    QTest.keyClick(title, KEY.Key_Z, CONTROL)
    assert builder.draft == start
    QTest.keyClick(title, KEY.Key_Z, CONTROL | SHIFT)
    QTest.keyClick(title, KEY.Key_Y, CONTROL)
    assert builder.draft == after
    assert title.text() == "My title"


def test_sections_are_renamed_in_their_place(builder, qtbot):
    builder.contents.reveal("chronology")
    press(builder, KEY.Key_F2)
    editor = builder.contents.findChild(QLineEdit, "titleEditor")
    editor.selectAll()
    QTest.keyClicks(editor, "What happened")
    QTest.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: "What happened" in titles(builder))
    assert builder.isVisible()


def test_a_sentence_is_taken_over_and_loses_its_reference_when_its_words_change(builder, qtbot):
    field = builder.form.bottom_field
    assert field.toPlainText().startswith("“In recent months")
    assert builder.form._cites.text() == "Cites ¶2"
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, KEY.Key_Delete)
    assert builder.draft.bottom_line == ""
    next(one for one in builder.form.offers.actions() if "recent diplomatic" in one.text()).trigger()
    assert builder.form._cites.text() == "Cites ¶8"
    text = field.toPlainText()
    field.setPlainText(text.replace("critical", "trivial"))
    assert "without a reference" in builder.form._cites.text()
    assert builder.form._cites.property("bad") is True
    assert len(builder.table.faults) == 1
    QTest.keyClick(field, KEY.Key_Z, CONTROL)
    assert builder.table.faults == ()


def test_a_quote_is_shortened_and_still_verified(builder, reading, qtbot, tmp_path):
    key = labels_key(builder, "points", 2)
    builder.contents.reveal("points", key)

    def shorten(dialog):
        field = dialog.findChildren(QPlainTextEdit)[1]
        field.setPlainText(field.toPlainText().replace("from the United States towards ", "… "))
        assert dialog.stands()
        QTest.keyClick(dialog, KEY.Key_Return)

    when_asked(QuoteDialog, shorten)
    press(builder, KEY.Key_F2)
    text = export(reading, qtbot, tmp_path / "b.pdf", lambda: QTest.keyClick(builder, KEY.Key_E, CONTROL))
    assert "“The recent diplomatic overtures … a traditionally repressive ally" in text
    assert "not found in the source" not in text
    assert "quotes verified" in builder.notice.text()
    names = [button.text() for button in builder.notice.findChildren(QPushButton) if button.isVisible()]
    assert names == ["Open", "Show in folder"]


def test_a_quote_that_fails_is_named_before_anything_is_exported(builder, reading, qtbot, tmp_path):
    key = labels_key(builder, "points", 2)
    builder.contents.reveal("points", key)

    def falsify(dialog):
        field = dialog.findChildren(QPlainTextEdit)[1]
        field.setPlainText(field.toPlainText().replace("critical", "trivial"))
        assert not dialog.stands()
        QTest.keyClick(dialog, KEY.Key_Return)

    when_asked(QuoteDialog, falsify)
    press(builder, KEY.Key_F2)
    assert "do not stand in the source: 1." in builder.left.state()
    reading.chosen.place = tmp_path / "b.pdf"
    seen = []

    def go_back(dialog):
        seen.append(dialog.findChild(QListWidget).item(0).text())
        QTest.keyClick(dialog, KEY.Key_Return)

    builder.contents.reveal("chronology")
    when_asked(FaultsDialog, go_back)
    QTest.keyClick(builder, KEY.Key_E, CONTROL)
    assert "trivial questions" in seen[0]
    assert seen[0].startswith("¶8")
    assert not (tmp_path / "b.pdf").exists()
    assert builder.contents.current()[1].key == key

    when_asked(FaultsDialog, lambda dialog: dialog.accept())
    text = export(reading, qtbot, tmp_path / "b.pdf", lambda: QTest.keyClick(builder, KEY.Key_E, CONTROL))
    assert "(not found in the source)" in text
    assert "only" in builder.notice.text()


def test_words_of_ones_own_stand_in_the_brief_and_say_so(builder, reading, qtbot, tmp_path):
    builder.contents.reveal("chronology")

    def write(dialog):
        title = dialog.findChild(QLineEdit)
        title.selectAll()
        QTest.keyClicks(title, "Next steps")
        QTest.keyClicks(dialog.findChild(QPlainTextEdit), "Ask the embassy.")
        dialog.accept()

    when_asked(WordsDialog, write)
    (add,) = (one for one in builder.left.findChildren(QToolButton) if one.text() == "+ Own words")
    add.click()
    assert titles(builder)[2] == "Next steps"
    builder.contents.reveal("recommendations")
    press(builder, KEY.Key_Space)
    text = export(reading, qtbot, tmp_path / "b.pdf", lambda: QTest.keyClick(builder, KEY.Key_E, CONTROL))
    assert "Ask the embassy." in text
    assert "own words, not taken from the source" in text
    builder.contents.reveal("words-1")
    press(builder, KEY.Key_Delete)
    assert "Next steps" not in titles(builder)


def test_drafts_are_there_again_in_the_next_program(start, reading, qtbot, sample):
    window = building(reading, qtbot)
    window.contents.reveal("chronology")
    press(window, KEY.Key_Space)
    QTest.keyClicks(window.form.findChild(QLineEdit, "marking"), "Internal")
    draft = window.draft
    QTest.keyClick(window, KEY.Key_Escape)
    assert not window.isVisible()
    assert reading.window.controllers.briefs.builder is None
    end(reading)
    again = start(sample)
    qtbot.waitUntil(lambda: again.front is not None and again.front.complete, timeout=PATIENCE_MS)
    assert building(again, qtbot).draft == draft


def test_templates_of_ones_own_are_saved_used_and_deleted(builder, qtbot):
    menu = builder.head.templates
    builder.contents.reveal("chronology")
    press(builder, KEY.Key_F2)
    editor = builder.contents.findChild(QLineEdit, "titleEditor")
    editor.setText("Dates")
    QTest.keyClick(editor, KEY.Key_Return)

    def name(dialog):
        dialog.setTextValue("Weekly")
        dialog.accept()

    when_asked(QInputDialog, name)
    act(menu, "&Save as a template…").trigger()
    assert "Weekly" in builder.notice.text()
    act(menu, "Full brief").trigger()
    assert builder.draft.template is Template.FULL
    assert "Dates" not in titles(builder)
    qtbot.waitUntil(lambda: builder.preview.page_count > 1, timeout=PATIENCE_MS)
    act(menu, "Weekly").trigger()
    assert builder.draft.template is Template.ONE_PAGE
    assert "Dates" in titles(builder)
    menu.fill()
    (drop,) = [entry.menu() for entry in menu.actions() if entry.menu()]
    drop.actions()[0].trigger()
    menu.fill()
    assert "Weekly" not in [entry.text() for entry in menu.actions()]


def act(menu, text):
    menu.fill()
    return next(entry for entry in menu.actions() if entry.text() == text)


def test_pages_are_zoomed_and_scrolled(builder, qtbot):
    act(builder.head.templates, "Full brief").trigger()
    preview = builder.preview
    qtbot.waitUntil(lambda: preview.page_count > 1, timeout=PATIENCE_MS)
    drawn(builder, qtbot)
    fit = preview.zoom
    QTest.keyClick(builder, KEY.Key_Plus, CONTROL)
    assert preview.zoom > fit
    QTest.keyClick(builder, KEY.Key_0, CONTROL)
    assert preview.zoom == fit
    preview.setFocus()
    QTest.keyClick(preview, KEY.Key_End)
    last = preview.page_count - 1
    qtbot.waitUntil(lambda: preview.is_drawn(last), timeout=PATIENCE_MS)
    assert f"Page {last + 1} of" in preview.accessibleDescription()


def test_the_page_size_is_that_of_the_preview(builder, qtbot):
    builder.form._page.setCurrentText("Letter")
    builder.form._page.textActivated.emit("Letter")
    assert builder.draft.page_size is PageSize.LETTER
    redrawn(builder, qtbot)
    picture = builder.preview._pictures[0][0]
    assert picture.height() / picture.width() == pytest.approx(11 / 8.5, abs=0.01)


def test_several_documents_are_sources_of_one_brief(start, qtbot, sample, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(
        "Talks on grain\n\nThe ministers met in Vienna on 3 May 2021. States should share data.\n"
    )
    program = start(sample, other)
    desk = program.window.parts.desk
    qtbot.waitUntil(lambda: len(desk.documents) == 2)
    qtbot.waitUntil(lambda: all(item.complete for item in desk.documents), timeout=PATIENCE_MS)
    program.window.controllers.documents.bring(desk.documents[0])
    window = building(program, qtbot)
    menu = window.form._sources.menu()
    assert [action.isEnabled() for action in menu.actions()] == [False, True]
    menu.actions()[1].trigger()
    text = export(program, qtbot, tmp_path / "b.pdf", lambda: QTest.keyClick(window, KEY.Key_E, CONTROL))
    assert "[2] ¶" in text
    assert "SOURCES" in text
    program.window.controllers.documents.bring(desk.documents[1])
    program.window.controllers.documents.close_front()
    window.table.refresh()
    assert len(window.table.sources) == 1


def test_all_sources_of_a_brief_are_in_it_after_a_restart(start, qtbot, sample, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(
        "Talks on grain\n\nThe ministers met in Vienna on 3 May 2021. States should share data.\n"
    )
    program = start(other, sample)
    desk = program.window.parts.desk
    qtbot.waitUntil(lambda: len(desk.documents) == 2)
    qtbot.waitUntil(lambda: all(item.complete for item in desk.documents), timeout=PATIENCE_MS)
    window = building(program, qtbot)
    window.form._sources.menu().actions()[1].trigger()
    assert len(window.table.sources) == 2
    window.close()
    end(program)

    again = start()
    again.window.begin([sample])
    qtbot.waitUntil(lambda: again.front is not None and again.front.complete, timeout=PATIENCE_MS)
    sleeping = [item for item in again.window.parts.desk.documents if item.sleeping]
    assert [item.path.name for item in sleeping] == ["other.txt"]
    again.press("export")
    assert "Other sources of this brief are being opened" in again.said[-1].text
    qtbot.waitUntil(lambda: sleeping[0].complete, timeout=PATIENCE_MS)
    text = export(again, qtbot, tmp_path / "b.pdf", lambda: again.press("export"))
    assert "Vienna" in text


def test_a_note_that_is_taken_meanwhile_is_offered(builder, reading, qtbot):
    view = reading.window.parts.reader.view
    at = reading.front.document.text.index("noticeable shift")
    view.select(type(reading.front.document.blocks[0].span)(at, at + 16))
    reading.press("note")
    reading.window.controllers.documents.refresh_notes()
    builder.table.refresh()
    assert any("noticeable shift" in label for label in labels(builder, "notes"))


def test_a_row_leads_to_its_passage(builder, reading, qtbot):
    builder.contents.reveal("chronology", labels_key(builder, "chronology", 1))
    press(builder, KEY.Key_Return, CONTROL)
    view = reading.window.parts.reader.view
    qtbot.waitUntil(lambda: view.place() > 0)
    assert reading.window.parts.desk.front.document.paragraph_at(view.place()) <= 7


def test_a_page_that_is_shown_in_whole_does_not_lie_under_the_pill(builder, qtbot):
    preview = builder.preview
    preview.resize(1300, 1300)
    assert preview.verticalScrollBar().maximum() == 0
    assert preview._rectangles()[-1].bottom() < preview._pill.geometry().top()


def test_the_builder_holds_at_a_small_size_and_is_freed(reading, qtbot):
    window = building(reading, qtbot)
    window.resize(1024, 600)
    QApplication.processEvents()
    assert window.preview.width() >= 380
    assert window.left.width() >= 380
    alive = weakref.ref(window)
    window.close()
    del window
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    assert alive() is None
    assert reading.window.findChildren(Preview) == []


def test_the_builder_closes_with_the_window_and_keeps_its_draft(start, reading, qtbot, sample):
    window = building(reading, qtbot)
    QTest.keyClicks(window.form.findChild(QLineEdit, "author"), "Me")
    end(reading)
    again = start(sample)
    qtbot.waitUntil(lambda: again.front is not None and again.front.complete, timeout=PATIENCE_MS)
    assert building(again, qtbot).draft.author == "Me"


def test_other_formats_are_written_from_the_same_draft_and_remembered(builder, reading, qtbot, tmp_path):
    place = tmp_path / "b.md"
    reading.chosen.place = place
    with qtbot.waitSignal(reading.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        builder.head.formats.menu().actions()[2].trigger()
    assert "Security Talks" in place.read_text(encoding="utf-8")
    assert reading.program.store.settings.brief_format == "md"
    assert reading.window.controllers.briefs.exporting.last_form().value == "md"


def test_export_at_once_uses_the_draft(builder, reading, qtbot, tmp_path):
    builder.contents.reveal("chronology")
    press(builder, KEY.Key_Space)
    builder.close()
    text = export(reading, qtbot, tmp_path / "b.pdf", lambda: reading.press("export"))
    assert "CHRONOLOGY" not in text


def test_an_export_before_the_outline_is_complete_is_asked_for_and_says_so(reading, qtbot, tmp_path):
    reading.front.complete = False
    notice = reading.window.parts.notice
    reading.chosen.place = tmp_path / "too-early.pdf"
    reading.press("export")
    assert "still being read closely" in notice.text()
    (button,) = (one for one in notice.findChildren(QPushButton) if one.text() == "Export as it is now")
    text = export(reading, qtbot, tmp_path / "b.pdf", button.click)
    assert "was still being read closely when the brief was made" in " ".join(text.split())
    assert not (tmp_path / "too-early.pdf").exists()


def test_the_builder_takes_in_what_is_found_while_it_is_open(reading, qtbot):
    front, curated = reading.front, reading.front.curated
    front.complete, front.curated = False, replace(curated, events=())
    builder = building(reading, qtbot)
    assert builder.table.entries("chronology") == []
    front.complete, front.curated = True, curated
    reading.window.controllers.documents.outline_changed.emit()
    assert len(builder.table.entries("chronology")) == 3
    assert builder.table.sources[0].outline.remarks == ()


def buttons(notice):
    return {button.text(): button for button in notice.findChildren(QPushButton) if button.isVisible()}


def test_letters_that_no_face_draws_are_named_with_a_step_before_an_export(builder, reading, qtbot, tmp_path):
    builder.form.bottom_field.setPlainText("שלום 中文")
    qtbot.waitUntil(lambda: "Hebrew" in builder.notice.text(), timeout=PATIENCE_MS)
    assert "Chinese or Japanese characters" in builder.notice.text()
    place = tmp_path / "b.docx"
    reading.chosen.place = place
    with qtbot.waitSignal(reading.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        buttons(builder.notice)["Export as Word…"].click()
    assert place.read_bytes().startswith(b"PK")
    # What was told already does not hold a PDF up, and is told again of the file.
    assert "U+05DD" in export(reading, qtbot, tmp_path / "b.pdf", builder.head.export.click)
    assert "Hebrew" in builder.notice.text()


def test_an_export_at_once_writes_no_codes_before_they_are_named(builder, reading, qtbot, tmp_path):
    builder.form.bottom_field.setPlainText("שלום")
    builder.close()
    notice, place = reading.window.parts.notice, tmp_path / "b.pdf"
    reading.chosen.place = place
    reading.press("export")
    qtbot.waitUntil(lambda: "Hebrew" in notice.text(), timeout=PATIENCE_MS)
    assert not place.exists()
    text = export(reading, qtbot, place, buttons(notice)["Save the PDF all the same"].click)
    assert "U+05DD" in text


def test_a_brief_is_checked_and_leads_to_its_passages(reading, start, qtbot, sample, tmp_path):
    brief = tmp_path / "b.pdf"
    export(reading, qtbot, brief, lambda: reading.press("export"))
    end(reading)
    changed = tmp_path / "edition.txt"
    shutil.copy(sample, changed)
    words = changed.read_text(encoding="utf-8").replace("A targeted review", "A thorough review")
    changed.write_text(words, encoding="utf-8")
    program = start(changed)
    qtbot.waitUntil(lambda: program.front.complete, timeout=PATIENCE_MS)
    program.chosen.files = [brief]
    program.press("check_brief")
    checks = program.window.controllers.checks
    with qtbot.waitSignal(checks.shown, timeout=PATIENCE_MS) as shown:
        pass
    (dialog,) = shown.args
    table = dialog.findChild(QTreeWidget)
    rows = [table.topLevelItem(row).text(1) for row in range(table.topLevelItemCount())]
    assert "≠ changed" in rows
    assert "✓ the same" in rows or "→ the same, moved" in rows
    changed_row = rows.index("≠ changed")
    table.setCurrentItem(table.topLevelItem(changed_row))
    detail = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "[−targeted]" in detail
    assert "[+thorough]" in detail
    table.setFocus()
    QTest.keyClick(table, KEY.Key_Return)
    view = program.window.parts.reader.view
    qtbot.waitUntil(lambda: view.place() > 0)
    alive = weakref.ref(dialog)
    dialog.close()
    del dialog, shown, table
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert alive() is None


def test_what_is_no_brief_is_told(reading, qtbot, sample):
    reading.chosen.files = [sample]
    reading.press("check_brief")
    qtbot.waitUntil(lambda: bool(reading.window.parts.notice.text()), timeout=PATIENCE_MS)
    assert "no brief" in reading.window.parts.notice.text()


def test_undo_goes_on_after_the_builder_was_closed(builder, reading, qtbot):
    builder.contents.reveal("recommendations")
    press(builder, KEY.Key_Space)
    assert builder.draft.section("recommendations").on is False
    builder.close()
    again = building(reading, qtbot)
    assert again.draft.section("recommendations").on is False
    again.undo()
    assert again.draft.section("recommendations").on is True


def test_a_place_that_takes_no_file_is_not_remembered_and_another_is_offered(
    builder, reading, qtbot, tmp_path
):
    before = reading.program.store.settings.brief_folder
    reading.chosen.place = tmp_path / "gone" / "brief.pdf"
    QTest.mouseClick(builder.head.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(builder.notice.text()), timeout=PATIENCE_MS)
    assert reading.program.store.settings.brief_folder == before
    assert builder.notice._button.text() == "Choose another place…"
    reading.chosen.place = tmp_path / "brief.pdf"
    with qtbot.waitSignal(reading.window.controllers.briefs.exported, timeout=PATIENCE_MS):
        QTest.mouseClick(builder.notice._button, Qt.MouseButton.LeftButton)
    assert reading.program.store.settings.brief_folder == str(tmp_path)
    assert "Brief saved as brief.pdf" in builder.notice.text()
    assert (builder.notice._button.text(), builder.notice._other.text()) == ("Open", "Show in folder")
    builder.contents.reveal("recommendations")
    press(builder, KEY.Key_Space)
    assert builder.notice.text() == ""


def test_without_a_document_the_brief_says_what_to_do(start):
    program = start()
    program.press("print")
    assert program.said[-1].text == "No document is open."


def test_rows_that_do_not_fit_the_page_are_told_and_kept_when_they_are_wanted(builder, qtbot):
    def view():
        return next(one for one in builder.contents.contents.sections if one.id == "recommendations")

    # With so much of the reader's own, not all of the source has room.
    builder.form.bottom_field.setPlainText("Washington tests closer ties. " * 40)
    qtbot.waitUntil(lambda: not all(item.fits for item in view().items), timeout=PATIENCE_MS)
    lost = next(item for item in view().items if not item.fits)
    fitting = sum(item.fits for item in view().items)
    assert view().summary == f"{fitting} of {len(view().items)} chosen fit the page"
    sections = builder.contents.contents.sections
    count = sum(not item.fits for section in sections for item in section.items)
    said = "One row is" if count == 1 else f"{count} rows are"
    assert f"{said} left out to fit one page" in builder.left.state()
    index = builder.contents.contents.find("recommendations", lost.key)
    assert "does not fit the page" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[:2] == [lost.label, lost.entry.locator]
    assert "Left out to fit one page" in tip
    builder.contents.reveal("recommendations", lost.key)
    press(builder, KEY.Key_Space)
    press(builder, KEY.Key_Space)
    redrawn(builder, qtbot)
    assert next(item for item in view().items if item.key == lost.key).fits


def test_all_or_none_of_a_section_are_chosen_by_key(builder):
    builder.contents.reveal("recommendations")
    press(builder, KEY.Key_A, CONTROL | SHIFT)
    assert not any(item.on for item in builder.contents.current()[0].items)
    press(builder, KEY.Key_A, CONTROL)
    assert all(item.on for item in builder.contents.current()[0].items)
    keys = [action.text().partition("\t")[2] for action in builder.contents.menu().actions()]
    assert {"Ctrl+A", "Ctrl+Shift+A"} <= set(keys)


@pytest.mark.parametrize(
    ("place", "short"), [("p. 55, ¶310", "p. 55"), ("¶7", "¶7"), ("[2] p. 5, ¶9", "[2] p. 5"), ("", "")]
)
def test_the_place_beside_a_row_leaves_room_for_its_words(place, short):
    assert short_place(place) == short
