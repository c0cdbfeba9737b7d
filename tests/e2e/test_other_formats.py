"""Other formats, what was left out of them, and the clipboard, through the whole program."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from deskbrief.document.anchors import AnchorState
from deskbrief.document.spans import Span
from helpers.e2e_program import PATIENCE_MS
from helpers.formats import EVERY, TITLE, docx
from helpers.pictures import CARRIERS, picture
from helpers.qt_panels import spoken

SENTENCES = (
    "The council met twice and heard what the witnesses had to say about the wells in the valley. " * 4
)
PAGE = (
    "<html><head><title>Wells</title></head><body><nav><ul><li><a href='/a'>Front page</a></li>"
    "<li><a href='/b'>Subscribe today</a></li></ul></nav>"
    f"<article><h1>Wells</h1><p>{SENTENCES}</p><p>On 4 March 2025 the ministry published its figures. "
    f"{SENTENCES}</p></article></body></html>"
)
NOTE = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t>See the annual report.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def opened(running, qtbot):
    qtbot.waitUntil(lambda: running.front is not None and running.front.complete, timeout=PATIENCE_MS)
    return running.front


@pytest.mark.parametrize("name", ["water.pdf", "water.docx", "water.epub", "water.eml"])
def test_a_file_of_another_kind_opens_beside_its_outline(start, qtbot, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(EVERY[name]())
    front = opened(start(path), qtbot)
    assert front.document.metadata.title == TITLE
    assert [item.value.date.edtf for item in front.curated.events]
    assert len(front.curated.recommendations) >= 3


def test_a_left_out_part_is_taken_in_and_stays_in(start, qtbot, tmp_path):
    path = tmp_path / "wells.html"
    path.write_text(PAGE, encoding="utf-8")
    running = start(path)
    front = opened(running, qtbot)
    assert "Subscribe today" not in front.document.text
    at = front.document.text.index("the ministry published its figures")
    running.window.parts.reader.view.select(Span(at, at + 34))
    running.press("mark")
    running.window.controllers.coverage.take_in(("navigation",))
    qtbot.waitUntil(lambda: "Subscribe today" in running.front.document.text, timeout=PATIENCE_MS)
    opened(running, qtbot)
    assert running.front.document.coverage.taken_in == ("navigation",)
    (note,) = running.front.notes
    assert note.placement.state is AnchorState.MOVED
    assert running.front.document.quote(note.span) == "the ministry published its figures"
    # The outline belongs to the text as it is now.
    (event,) = (item.value for item in running.front.curated.events if item.value.date.edtf == "2025-03-04")
    assert "On 4 March 2025" in running.front.document.quote(event.spans[0])

    # A copy saved anew is the same document, so the choice holds for it too.
    running.press("close")
    path.touch()
    running.window.open([path])
    front = opened(running, qtbot)
    qtbot.waitUntil(lambda: "Subscribe today" in running.front.document.text, timeout=PATIENCE_MS)


def test_a_reference_leads_to_its_footnote_and_back(start, qtbot, tmp_path):
    body = "".join(
        [
            "<w:p><w:r><w:t>The wells are low.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
            *(f"<w:p><w:r><w:t>Paragraph {n}. {SENTENCES}</w:t></w:r></w:p>" for n in range(30)),
        ]
    )
    path = tmp_path / "note.docx"
    path.write_bytes(docx(body, {"word/footnotes.xml": NOTE}))
    running = start(path)
    front = opened(running, qtbot)
    (link,) = (inline for inline in front.document.inlines if inline.target.startswith("#"))
    running.window.parts.reader.view.place_requested.emit(int(link.target[1:]))
    qtbot.waitUntil(lambda: running.window.parts.reader.view.place() > 1000)
    running.press("back")
    qtbot.waitUntil(lambda: running.window.parts.reader.view.place() < 100)


def test_what_was_copied_elsewhere_opens_with_nothing_left_out(start, qtbot):
    data = QMimeData()
    data.setHtml(f"<nav>Kept as well</nav><h2>Heading</h2><p>{SENTENCES}</p>")
    data.setText("unused")
    QGuiApplication.clipboard().setMimeData(data)
    running = start()
    running.press("paste")
    assert running.front.path.parent.name == "clippings"
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    assert running.front.document.text.startswith("Kept as well")
    assert running.front.path.suffix == ".html"


def test_an_empty_clipboard_is_told(start, qtbot):
    QGuiApplication.clipboard().clear()
    running = start()
    running.press("paste")
    qtbot.waitUntil(lambda: any("clipboard" in message.text for message in running.said))


def test_the_beginning_of_a_long_text_can_be_read_before_the_whole_has_come(start, qtbot, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"Paragraph {n}. {SENTENCES}" for n in range(2_000)), encoding="utf-8")
    running = start(path)
    qtbot.waitUntil(
        lambda: running.front is not None and running.front.preview is not None, timeout=PATIENCE_MS
    )
    assert running.front.document is None
    assert running.window.parts.reader.view.shown_document().text.startswith("Paragraph 0.")
    assert not running.window.parts.actions["note"].isEnabled()
    running.window.parts.reader.view.go_to(Span(2_000, 2_010))
    place = running.window.parts.reader.view.place()
    qtbot.waitUntil(lambda: running.front.document is not None, timeout=PATIENCE_MS)
    assert "Paragraph 1999." in running.front.document.text
    assert running.window.parts.reader.view.place() == place > 0
    assert running.window.parts.actions["note"].isEnabled()


def test_a_picture_in_the_file_is_shown_and_kept(start, qtbot, tmp_path):
    path = tmp_path / "maps.docx"
    path.write_bytes(CARRIERS[path.name](picture()))
    running = start(path)
    front = opened(running, qtbot)
    (block,) = (block for block in front.document.blocks if block.picture)
    sha256 = front.document.sha256
    view = running.window.parts.reader.view
    qtbot.waitUntil(lambda: running.library.picture(sha256, block.picture.key) != b"", timeout=PATIENCE_MS)

    def seen() -> bool:
        image = view.viewport().grab().toImage()
        colours = {
            image.pixelColor(image.width() // 2 + dx, y).name() for dx in (-60, 60) for y in range(400)
        }
        return {"#ff0000", "#0000ff"} <= colours

    qtbot.waitUntil(seen, timeout=PATIENCE_MS)


def test_a_long_opening_can_be_given_up_and_says_so(start, qtbot, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"Paragraph {n}. {SENTENCES}" for n in range(4_000)), encoding="utf-8")
    running = start(path)
    qtbot.waitUntil(
        lambda: running.front is not None and running.front.preview is not None, timeout=PATIENCE_MS
    )
    status = running.window.parts.status
    (cancel,) = (part for part in status.findChildren(QToolButton) if part.text() == "Cancel")
    qtbot.waitUntil(lambda: cancel.isVisible() or running.front.document is not None)
    assert running.front.document is None
    cancel.click()
    assert running.front is None
    assert not cancel.isVisible()
    assert status.work_words() == ""


def test_the_day_that_stands_in_the_text_is_shown_as_the_documents_date(start, qtbot, tmp_path):
    path = tmp_path / "strike.txt"
    path.write_text(
        "Ferry crews strike in Brandvik\n\nBRANDVIK, March 14, 2023 (Norland Press) - Ferry crews walked off "
        f"the job on Tuesday. {SENTENCES}\n",
        encoding="utf-8",
    )
    running = start(path)
    (event,) = opened(running, qtbot).curated.events
    assert event.value.date.edtf == "2023-03-14"
    rows = running.window.parts.outline.list
    qtbot.waitUntil(lambda: any("document date: 14 Mar 2023" in row for row in spoken(rows)))
