"""Notes as they are meant: rendered on cards and in the preview, with links there and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from deskbrief.document.links import link_to, note_link
from deskbrief.document.notes import Role, uuid7
from deskbrief.ui.notes.editor import BodyEdit
from deskbrief.ui.notes.linking import Target
from deskbrief.ui.notes.panel import NoteEntry, NotesPanel
from deskbrief.ui.theme import DARK
from helpers.qt_panels import click, entry, river, spoken, zone_rect

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HASH = "a" * 64
FIRST, SECOND = uuid7(1), uuid7(2)
WEB = "https://example.org/a_b_c"


def with_note(entry: NoteEntry, **fields: object) -> NoteEntry:
    return replace(entry, note=replace(entry.note, **fields))


@pytest.fixture
def linked(panel: NotesPanel, entries: list[NoteEntry]) -> NotesPanel:
    """A panel in which the first note links to the second and to the web."""
    body = f"**Which** *countries*?\n\n- see [the flow]({note_link(SECOND)})\n- and {WEB}\n> said <b>so</b>"
    panel.show_notes(
        [with_note(entries[0], id=FIRST, body=body), with_note(entries[1], id=SECOND, body="On the flow")]
    )
    return panel


def text_of(panel: NotesPanel) -> BodyEdit:
    return panel.findChild(BodyEdit)


def write(panel: NotesPanel, qtbot: QtBot, note_id: str, words: str) -> None:
    panel.activateWindow()
    panel.edit(note_id)
    qtbot.waitUntil(text_of(panel).hasFocus)
    qtbot.keyClicks(text_of(panel), words)


def test_a_card_shows_words_without_their_signs(linked: NotesPanel):
    linked.list.show_row(FIRST)
    drawn = next(row.drawn for row in linked.list.rows if row.key == FIRST)
    lines = drawn.layout.text().split("\u2028")
    assert lines == ["Which countries?", "• see the flow", f"• and {WEB}", "▏ said <b>so</b>"]
    weights = {one.start: one.format.fontWeight() for one in drawn.layout.formats()}
    assert weights[0] == QFont.Weight.Bold
    assert spoken(linked.list)[0].startswith("Which countries?\n• see the flow")


def test_a_long_note_is_cut_on_its_card(panel: NotesPanel, entries: list[NoteEntry]):
    panel.show_notes([with_note(entries[0], id=FIRST, body="- one\n" * 30)])
    panel.list.show_row(FIRST)
    (row,) = panel.list.rows
    assert row.drawn.more
    assert row.drawn.lines == 6
    assert row.drawn.height == 6 * panel.list.look.plain.line


@pytest.mark.parametrize("address", [note_link(SECOND), WEB], ids=["note", "web"])
def test_a_click_on_a_link_follows_it(linked: NotesPanel, qtbot: QtBot, address: str):
    linked.list.set_current(linked.list.show_row(SECOND))
    where = zone_rect(linked.list, FIRST, f"link:{address}").center()
    with qtbot.waitSignal(linked.link_requested) as asked:
        click(linked.list, where)
    assert asked.args == [address]


def test_a_note_tells_where_it_is_mentioned_and_leads_there(linked: NotesPanel, qtbot: QtBot):
    assert "mentioned in: Which countries?" in spoken(linked.list)[1]
    with qtbot.waitSignal(linked.link_requested) as asked:
        click(linked.list, zone_rect(linked.list, SECOND, "mention:").center())
    assert asked.args == [note_link(FIRST)]


def on_river(*notes: tuple[str, str, str]) -> list[NoteEntry]:
    """Return notes on the river, each with id, passage and words."""
    document = river(HASH)
    return [with_note(entry(document, where, Role.GREEN), id=key, body=body) for key, where, body in notes]


def test_a_link_to_a_passage_mentions_the_notes_on_it(panel: NotesPanel):
    document = river(HASH)
    at = document.text.index("river that two")
    address = link_to(HASH, at, at + 14, "river that two")
    panel.show_notes(
        on_river(
            (FIRST, "a river that two countries share", f"mine: {address}"),
            (SECOND, "the flow fell", f"Against [the sharing]({address})"),
            (uuid7(3), "12 March 1994", "elsewhere"),
        )
    )
    first, second, third = spoken(panel.list)
    assert "mentioned in: Against the sharing" in first
    assert "mentioned in: mine" not in first
    assert "mentioned in" not in second + third


def test_mentions_that_have_no_room_on_a_card_are_counted_and_lead_to_the_menu(
    panel: NotesPanel, qtbot: QtBot
):
    ids = [uuid7(number) for number in range(10, 16)]
    words = f"says much of [it]({note_link(FIRST)})"
    linking = [(key, "the flow fell", f"Number {n} {words}") for n, key in enumerate(ids)]
    panel.show_notes(on_river((FIRST, "a river that two countries share", ""), *linking))
    assert not zone_rect(panel.list, FIRST, "mention:0").isEmpty()
    assert zone_rect(panel.list, FIRST, "mention:5").isEmpty()
    where = zone_rect(panel.list, FIRST, "mention:more").center()
    with qtbot.waitSignal(panel.list.menu_asked) as asked:
        click(panel.list, where)
    assert asked.args[0].key == FIRST


def test_the_preview_comes_by_key_and_its_links_are_followed_by_key(linked: NotesPanel, qtbot: QtBot):
    write(linked, qtbot, FIRST, "")
    preview = linked.findChild(QTextBrowser)
    assert not preview.isVisible()
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(text_of(linked), Qt.Key.Key_P, ctrl_shift)
    assert preview.isVisible()
    assert preview.hasFocus()
    assert preview.toPlainText() == f"Which countries?\n• see the flow\n• and {WEB}\n▏ said <b>so</b>"
    qtbot.keyClick(preview, Qt.Key.Key_Tab)
    with qtbot.waitSignal(linked.link_requested) as asked:
        qtbot.keyClick(preview, Qt.Key.Key_Return)
    assert asked.args == [note_link(SECOND)]
    qtbot.keyClick(preview, Qt.Key.Key_P, ctrl_shift)
    assert not preview.isVisible()
    assert text_of(linked).hasFocus()


def test_the_preview_follows_what_is_typed(linked: NotesPanel, qtbot: QtBot):
    write(linked, qtbot, SECOND, "")
    linked.list.editor.turn_preview()
    preview = linked.findChild(QTextBrowser)
    text_of(linked).setFocus()
    qtbot.keyClicks(text_of(linked), " **more**")
    assert preview.toPlainText() == "On the flow more"
    height = linked.list.editor.height()
    qtbot.keyClicks(text_of(linked), " words" * 60)
    assert linked.list.editor.height() > height


def test_two_brackets_offer_notes_and_the_selected_passage(linked: NotesPanel, qtbot: QtBot):
    linked.passage = lambda: Target("“the gauges”", "deskbrief://open?doc=x")
    write(linked, qtbot, SECOND, " see [[")
    completer = linked.list.editor.linking.completer
    qtbot.waitUntil(lambda: completer.popup().isVisible())
    names = [completer.completionModel().index(n, 0).data() for n in range(completer.completionCount())]
    assert names[0] == "“the gauges”"
    assert names[1].startswith("Which countries?")
    qtbot.keyClicks(completer.popup(), "which")
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert text_of(linked).toPlainText().startswith("On the flow see Which countries?")
    words = text_of(linked).body()
    assert words.startswith("On the flow see [Which countries?")
    assert words.endswith(f"]({note_link(FIRST)})")


def test_a_link_to_a_long_note_has_a_short_label(panel: NotesPanel, entries: list[NoteEntry], qtbot: QtBot):
    words = "Which countries does this concern, and what became of the gauges that were promised?"
    panel.show_notes([with_note(entries[0], id=FIRST, body=words), with_note(entries[1], id=SECOND, body="")])
    write(panel, qtbot, SECOND, "[[")
    popup = panel.list.editor.linking.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert text_of(panel).toPlainText() == "Which countries does…"
    assert text_of(panel).body() == f"[Which countries does…]({note_link(FIRST)})"


def test_esc_leaves_the_list_and_not_the_note(linked: NotesPanel, qtbot: QtBot):
    write(linked, qtbot, SECOND, "[[")
    popup = linked.list.editor.linking.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert linked.editing() == SECOND


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        (note_link(FIRST), "[Which countries?"),
        (link_to("ab" * 32, 3, 9, "the gauges"), "[“the gauges”](deskbrief://open?doc=abab"),
        ("https://example.org", "https://example.org"),
        ("deskbrief://run", "deskbrief://run"),
    ],
)
def test_a_pasted_link_gets_words(linked: NotesPanel, qtbot: QtBot, pasted: str, typed: str):
    write(linked, qtbot, SECOND, " ")
    data = QMimeData()
    data.setText(pasted)
    text_of(linked).insertFromMimeData(data)
    assert text_of(linked).body().removeprefix("On the flow ").startswith(typed)
    assert pasted in text_of(linked).body()


LINKED = f"[flow]({note_link(FIRST)}) and *[far]({note_link(SECOND)})*,\n- [web](https://example.org) — end"


def test_of_our_links_only_the_labels_are_seen_and_what_is_kept_is_the_same(
    panel: NotesPanel, entries: list[NoteEntry], qtbot: QtBot
):
    panel.show_notes([with_note(entries[0], id=FIRST, body=LINKED)])
    sent: list[str] = []
    panel.body_changed.connect(lambda _, body: sent.append(body))
    write(panel, qtbot, FIRST, "")
    text = text_of(panel)
    assert text.toPlainText() == "flow and *far*,\n- [web](https://example.org) — end"
    assert text.body() == LINKED
    panel.set_theme(DARK)
    assert text.body() == LINKED
    # What is typed next to a label is no part of it, and what is typed into it is.
    text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(text, "The ")
    for _ in range(4):
        qtbot.keyClick(text, Qt.Key.Key_Right)
    qtbot.keyClicks(text, ", once")
    assert text.body().startswith(f"The [flow]({note_link(FIRST)}), once and *[far]")
    for _ in range(8):
        qtbot.keyClick(text, Qt.Key.Key_Left)
    qtbot.keyClicks(text, "[o]")
    assert text.body().startswith(f"The [fl(o)ow]({note_link(FIRST)}), once and *[far]")
    panel.flush()
    assert sent[-1] == text.body()


def test_a_copied_label_takes_its_address_along(panel: NotesPanel, entries: list[NoteEntry], qtbot: QtBot):
    panel.show_notes([with_note(entries[0], id=FIRST, body=LINKED)])
    write(panel, qtbot, FIRST, "")
    text = text_of(panel)
    text.selectAll()
    copied = text.createMimeDataFromSelection()
    assert copied.text() == LINKED
    text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    text.insertFromMimeData(copied)
    assert text.body() == f"{LINKED}\n{LINKED}"
    text.undo()
    assert text.body() == f"{LINKED}\n"


def test_what_was_selected_when_a_note_was_opened_can_be_linked_to(
    panel: NotesPanel, entries: list[NoteEntry]
) -> None:
    selected = [Target("“a passage”", "deskbrief://open?doc=x")]
    panel.passage = lambda: selected[0] if selected else None
    panel.passage_requested.connect(lambda _: selected.clear())
    panel._open(panel.list.rows[0])
    assert not selected
    assert panel.targets()[0].words == "“a passage”"
    panel._open(panel.list.rows[1])
    assert panel.targets()[0].words != "“a passage”"
    selected.append(Target("“a passage”", "deskbrief://open?doc=x"))
    panel._open(panel.list.rows[0])
    assert panel.targets()[0].words == "“a passage”"
    panel.edit(panel.list.rows[1].key)
    assert panel.targets()[0].words != "“a passage”"
