import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from deskbrief.document.model import Coverage, LeftOut
from deskbrief.document.outline import Event, EventDate, Recommendation, Strength
from deskbrief.document.spans import Span
from deskbrief.services.draftplan import Fault
from deskbrief.services.instance import claim, hand_over
from deskbrief.services.messages import Level, Message
from deskbrief.services.places import Place
from deskbrief.services.searching import Group, Hit, Kind
from deskbrief.services.settings import Settings
from deskbrief.ui.actions import Actions
from deskbrief.ui.appearance import LARGEST, SMALLEST, Appearance
from deskbrief.ui.builder.dialogs import FaultsDialog, QuoteDialog, WordsDialog
from deskbrief.ui.dialogs.date import DateDialog
from deskbrief.ui.dialogs.item import ItemDialog
from deskbrief.ui.dialogs.keys import KeysDialog
from deskbrief.ui.dialogs.place import PlaceDialog
from deskbrief.ui.notices import Notice
from deskbrief.ui.searchpopup import SearchPopup
from deskbrief.ui.second_start import SecondStart
from deskbrief.ui.statusline import StatusLine
from deskbrief.ui.theme import SEPIA
from deskbrief.ui.toolbar import SearchBox, TitleLabel, TopBar
from helpers.documents import paragraphs

EVENT = Event(date=EventDate("2023-07", 0, 4), title="Talks", spans=(Span(0, 5),))
ADVICE = Recommendation(action="wait", addressee="States", strength=Strength.SHOULD, spans=(Span(0, 5),))


def test_a_notice_says_what_to_do_and_does_it(qtbot):
    notice, pressed = Notice(), []
    qtbot.addWidget(notice)
    notice.show_message(
        Message(Level.ERROR, "It <b>failed</b>.", "Try again."), "Again", lambda: pressed.append(1)
    )
    assert notice.text() == "It <b>failed</b>. Try again."
    assert notice.findChild(QLabel).textFormat() is Qt.TextFormat.PlainText
    qtbot.mouseClick(notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert pressed == [1]
    assert not notice.isVisible()


def test_a_notice_without_an_act_has_no_button(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_message(Message(Level.INFO, "Done."))
    assert not notice.findChild(QPushButton).isVisible()
    notice.dismiss()
    assert notice.text() == ""


@pytest.mark.parametrize(
    ("code", "name"), [("ar", "Arabic"), ("pt-BR", "Portuguese"), ("uk", "Ukrainian"), ("qq", "qq"), ("", "")]
)
def test_the_status_line_names_the_language(qtbot, code: str, name: str):
    line = StatusLine()
    qtbot.addWidget(line)
    document = paragraphs("One.")
    line.show_document(replace(document, metadata=replace(document.metadata, language=code)))
    assert name in [part.text() for part in line.findChildren(QLabel)]


def test_the_status_line_tells_saving_coverage_place_and_language(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1200, 30)
    document = paragraphs("One.", "Two.")
    line.show_document(replace(document, metadata=replace(document.metadata, language="en-GB")))
    words = [part.text() for part in (*line.findChildren(QLabel), *line.findChildren(QToolButton))]
    assert "All of the file shown" in words
    assert "English" in words
    partly = replace(document, coverage=Coverage(75, (LeftOut("menu", 25, "Home"),)))
    line.show_document(partly)
    words = [part.text() for part in line.findChildren(QToolButton)]
    assert any("75 %" in text and "25 characters" in text for text in words)
    line.show_document(replace(document, coverage=Coverage(99_990, (LeftOut("page numbers", 10, "1"),))))
    words = [part.text() for part in line.findChildren(QToolButton)]
    assert any("99 %" in text and "10 characters" in text for text in words)

    line.show_place(Place(section="Trade & aid", paragraph=2, of=9, page="iv", minutes_left=7))
    assert line.place_words() == "Trade & aid · p. iv · ¶2 of 9 · 7 min left"
    line.show_place(Place(section="", paragraph=2, of=9, page="", minutes_left=0))
    assert line.place_words() == "¶2 of 9"
    line.show_saved()
    assert line.saved_words() == "Saved just now"
    line.show_unsaved("The disk is full.")
    assert line.saved_words() == "Not saved"


def test_what_is_said_of_a_file_is_not_cut_within_a_short_fact(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    part = LeftOut("running heads", 61_638, "A report")
    line.show_document(replace(paragraphs("A report."), coverage=Coverage(600_000, (part,))))
    button = line.findChild(QToolButton, "coverage")
    line.resize(700, 30)
    qtbot.waitUntil(lambda: button.text().endswith("characters left out"))
    line.resize(340, 30)
    qtbot.waitUntil(lambda: button.text() == "91 % of the file shown")
    line.resize(700, 30)
    line.show_work("Reading closely … 7 %" * 3)
    qtbot.waitUntil(lambda: button.text() == "91 % of the file shown")


def coverage_words(line, coverage):
    line.show_document(replace(paragraphs("One."), coverage=coverage))
    return line.findChild(QToolButton).text()


def test_the_status_line_tells_of_lost_text_first(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    lost = Coverage(75, (LeftOut("menu", 25),), ("A part is damaged; what follows is missing.",), whole=False)
    line.resize(1200, 30)
    assert coverage_words(line, lost) == "Shown in part · A part is damaged; what follows is missing."
    remarked = Coverage(75, (), ("One picture is not shown.",))
    assert coverage_words(line, remarked) == "All of the file shown · One picture is not shown."
    long = Coverage(75, (), ("Pages are " + "missing " * 30,), whole=False)
    line.resize(500, 30)
    assert len(coverage_words(line, long)) < 100
    assert coverage_words(line, long).endswith("…")


def test_a_title_is_plain_text_and_gives_way(qtbot):
    label = TitleLabel()
    qtbot.addWidget(label)
    label.resize(900, 40)
    label.show_title("<i>A & B</i>", "5 words")
    assert "&lt;i&gt;A &amp; B" in label.text()
    assert "5 words" in label.text()
    label.resize(120, 40)
    label.show_title("A title of quite some length", "5 words")
    assert "5 words" not in label.text()
    assert "…" in label.text()


def test_a_title_from_right_to_left_does_not_turn_its_facts_around(qtbot):
    label = TitleLabel()
    qtbot.addWidget(label)
    label.resize(900, 40)
    label.show_title("דוח המים", "5 words")
    assert "\u2068דוח המים\u2069" in label.text()


def test_opening_can_be_cancelled_with_the_button_and_the_key(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.show_opening(True)
    line.activateWindow()
    (button,) = (part for part in line.findChildren(QToolButton) if part.text() == "Cancel")
    with qtbot.waitSignal(line.cancel_requested):
        button.click()
    qtbot.waitUntil(line.isActiveWindow)
    with qtbot.waitSignal(line.cancel_requested):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    line.show_opening(False)
    assert not button.isVisible()


@pytest.fixture
def appearance(qtbot):
    appearance = Appearance(Settings())
    yield appearance
    appearance.deleteLater()


def test_text_size_stays_within_what_can_be_read(appearance):
    for _ in range(50):
        appearance.larger()
    assert appearance.typography.size == LARGEST
    for _ in range(80):
        appearance.smaller()
    assert appearance.typography.size == SMALLEST
    appearance.normal()
    assert appearance.typography.size == Settings().text_size


def test_what_was_chosen_is_stored(appearance, qtbot):
    with qtbot.waitSignal(appearance.changed):
        appearance.choose("sepia")
    assert appearance.theme is SEPIA
    assert appearance.stored(Settings()).appearance == "sepia"


def test_justified_text_and_the_kind_of_view_are_stored(appearance, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    appearance.fill(menu, Actions(menu, menu))
    texts = {action.text().replace("&", ""): action for action in menu.actions()}
    with qtbot.waitSignal(appearance.changed):
        texts["Justified"].trigger()
    with qtbot.waitSignal(appearance.changed):
        texts["Pages for screen readers"].trigger()
    stored = appearance.stored(Settings())
    assert (stored.justify, stored.reading_view) == (True, "paged")
    assert appearance.paged
    texts["Pages for screen readers"].trigger()
    assert appearance.stored(Settings()).reading_view == "auto"


def test_hyphens_belong_to_justified_text_and_are_stored(appearance, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    appearance.fill(menu, Actions(menu, menu))
    texts = {action.text().replace("&", ""): action for action in menu.actions()}
    hyphens = texts["Hyphens in justified text"]
    assert (hyphens.isChecked(), hyphens.isEnabled()) == (True, False)
    texts["Justified"].trigger()
    assert hyphens.isEnabled()
    with qtbot.waitSignal(appearance.changed):
        hyphens.trigger()
    assert not appearance.typography.hyphenate
    assert not appearance.stored(Settings()).hyphenate


@pytest.mark.parametrize(
    ("chosen", "listened", "paged"),
    [("auto", False, False), ("auto", True, True), ("flowing", True, False), ("paged", False, True)],
)
def test_a_running_screen_reader_decides_unless_the_reader_has(qtbot, monkeypatch, chosen, listened, paged):
    monkeypatch.setattr("deskbrief.ui.spoken.is_listened_to", lambda: listened)
    made = Appearance(Settings(reading_view=chosen))
    made.look_for_reader()
    assert made.paged is paged
    made.deleteLater()


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: DateDialog("2024", "The text says so.", parent),
        lambda parent: ItemDialog(EVENT, "quote", parent),
        lambda parent: ItemDialog(ADVICE, "quote", parent),
        lambda parent: QuoteDialog("The passage.", "The …", "¶1", parent),
        lambda parent: WordsDialog("Title", "Words", parent),
        lambda parent: FaultsDialog([Fault("points", "k", "words", "words")], parent),
        lambda parent: KeysDialog(parent=parent),
    ],
)
def test_dialogs_are_freed(qtbot, make):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = make(parent)
    alive = weakref.ref(dialog)
    dialog.deleteLater()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert alive() is None


@pytest.mark.parametrize(
    ("written", "date", "good"),
    [
        ("2024-03-05", "2024-03-05", True),
        ("5 March 2024", "2024-03-05", True),
        ("2024", "2024", True),
        ("", "", True),
        ("soon", "", False),
    ],
)
def test_only_a_date_can_be_set(qtbot, written, date, good):
    dialog = DateDialog("2019-07", "")
    qtbot.addWidget(dialog)
    line = dialog.findChild(QLineEdit)
    assert (line.text(), dialog.date()) == ("Jul 2019", "2019-07")
    line.setText(f" {written} ")
    accept = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Set date")
    assert accept.isEnabled() is good
    assert dialog.date() == date


def test_the_date_of_an_event_is_written_as_it_is_shown(qtbot):
    dialog = ItemDialog(EVENT, "quote")
    qtbot.addWidget(dialog)
    date = next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == "Date")
    assert date.text() == "Jul 2023"
    date.setText("14 July 2023")
    assert dialog.fields() == {"date": "2023-07-14"}


def test_only_what_was_changed_is_kept(qtbot):
    dialog = ItemDialog(ADVICE, "quote")
    qtbot.addWidget(dialog)
    assert dialog.fields() == {}
    dialog.findChildren(QLineEdit)[0].setText("Council")
    assert dialog.fields() == {"addressee": "Council"}


def test_a_date_that_is_none_cannot_be_saved(qtbot):
    dialog = ItemDialog(EVENT, "quote")
    qtbot.addWidget(dialog)
    dialog.findChildren(QLineEdit)[0].setText("next week")
    assert not dialog.findChild(QPushButton, "primary").isEnabled()


def test_all_of_an_event_can_be_edited(qtbot):
    dialog = ItemDialog(EVENT, "quote")
    qtbot.addWidget(dialog)
    assert dialog.fields() == {}
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    lines = {line.accessibleName(): line for line in dialog.findChildren(QLineEdit)}
    boxes["Status"].setCurrentIndex(boxes["Status"].findText("did not happen"))
    lines["Who"].setText("Norland; Southmark")
    lines["Where"].setText("Border")
    assert dialog.fields() == {"status": "negated", "who": "Norland; Southmark", "where": "Border"}


@pytest.mark.parametrize("make", [lambda: ItemDialog(EVENT, "quote"), lambda: DateDialog("2024", "")])
def test_it_is_said_why_a_date_cannot_be_saved(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    line = dialog.findChildren(QLineEdit)[0]
    said = "This is no date that can be read. Write 5 March 2024, March 2024 or 2024."
    for date, shown in (("soon", True), ("2024-05", False)):
        line.setText(date)
        assert (
            any(label.text() == said and not label.isHidden() for label in dialog.findChildren(QLabel))
            is shown
        )


@pytest.fixture
def popup(qtbot):
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    hits = (
        Group((Hit(Kind.EVENT, "Talks", Span(3, 8)), Hit(Kind.EVENT, "Talks again", Span(9, 12))), 2),
        None,
        Group((Hit(Kind.TEXT, "…talks…", Span(20, 25), place="¶3"),), 17),
    )
    made = SearchPopup(SearchBox(window), lambda query: iter(hits if query == "t" else ()), window)
    window.show()
    return made


def test_search_shows_groups_and_enter_leads_to_the_hit(qtbot, popup):
    box = popup.parent().findChild(SearchBox)
    qtbot.keyClicks(box, "t")
    qtbot.waitUntil(lambda: not popup.running)
    assert popup.lines() == [
        "Events",
        "Talks",
        "Talks again",
        "Text · 17",
        "…talks…",
        "All 17 places in the text",
        "Library",
        "Search all documents and notes for “t”",
    ]
    assert popup.places() == ["", "", "", "", "¶3", "", "", ""]
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args[0].span == Span(20, 25)
    qtbot.keyClicks(box, "x")
    nothing = ["Nothing found here.", "Library", "Search all documents and notes for “tx”"]
    assert popup.lines() == nothing
    with qtbot.waitSignal(popup.library_requested) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == ["tx"]
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_search_goes_from_row_to_row_and_from_group_to_group(qtbot, popup):
    box = popup.parent().findChild(SearchBox)
    qtbot.keyClicks(box, "t")
    qtbot.waitUntil(lambda: not popup.running)
    control = Qt.KeyboardModifier.ControlModifier
    seen = []
    for key, modifiers in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, control),
        (Qt.Key.Key_Down, control),
        (Qt.Key.Key_Up, control),
        (Qt.Key.Key_Up, control),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(box, key, modifiers)
        seen.append(popup.current())
    library = "Search all documents and notes for “t”"
    assert seen == ["Talks again", "…talks…", library, "…talks…", "Talks", "Talks"]


def test_search_hands_over_to_the_find_bar(qtbot, popup):
    box = popup.parent().findChild(SearchBox)
    qtbot.keyClicks(box, "t")
    qtbot.waitUntil(lambda: not popup.running)
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.find_requested) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == ["t"]


def test_a_second_start_is_heard_and_a_stale_socket_is_replaced(qtbot, tmp_path):
    import socket
    import threading

    from deskbrief.services.instance import address

    stale = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    stale.bind(address(tmp_path))
    stale.close()
    window = QWidget()
    qtbot.addWidget(window)
    listener = SecondStart(claim(tmp_path), window)
    answers = []
    with qtbot.waitSignal(listener.files_received) as heard:
        caller = threading.Thread(
            target=lambda: answers.append(hand_over(tmp_path, [str(tmp_path / "a.txt")]))
        )
        caller.start()
    caller.join()
    assert answers == [True]
    assert heard.args == [[tmp_path / "a.txt"]]
    listener.close()
    assert hand_over(tmp_path, []) is False


def test_a_caller_that_says_a_little_at_a_time_does_not_hold_the_window_up(qtbot, tmp_path):
    import socket
    import threading
    from itertools import repeat

    from deskbrief.services.instance import address

    window = QWidget()
    qtbot.addWidget(window)
    listener = SecondStart(claim(tmp_path), window)
    hung_up, enough = threading.Event(), threading.Event()

    def drip():
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(address(tmp_path))
            try:
                for piece in repeat(b"/", 100):
                    line.sendall(piece)
                    enough.wait(0.05)
            except OSError:
                hung_up.set()

    caller = threading.Thread(target=drip)
    caller.start()
    qtbot.waitUntil(hung_up.is_set, timeout=4_000)
    caller.join()
    listener.close()


def test_the_menu_of_appearances_is_filled_when_it_is_opened(qtbot, appearance):
    window = QWidget()
    qtbot.addWidget(window)
    menu = appearance.menu(Actions(window, window), window)
    assert menu.isEmpty()
    menu.aboutToShow.emit()
    entries = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(entries) == len(set(entries)) == 17
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == entries
    with qtbot.waitSignal(appearance.changed):
        next(action for action in menu.actions() if action.data() == "sepia").trigger()
    assert appearance.theme is SEPIA


def test_the_status_line_tells_a_screen_reader_what_it_shows(qtbot):
    status = StatusLine()
    qtbot.addWidget(status)
    status.show_saved()
    status.show_document(paragraphs("One. ", "Two."))
    status.show_place(Place(section="Ends", paragraph=2, of=3, page="", minutes_left=4))
    names = [part.accessibleName() for part in status.findChildren(QWidget)]
    assert "Your notes: Saved just now" in names
    assert any(name.startswith("The file: ") and "All of" in name for name in names)
    assert any(name.startswith("Where you are: ") and "Ends" in name and "¶2" in name for name in names)


def test_a_web_page_is_told_of_as_an_article_and_a_remark_gets_the_room_there_is(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1400, 30)
    line.show()
    page = paragraphs("One. ", "Two.")
    left = Coverage(100, (LeftOut("menu", 170),))
    line.show_document(replace(page, coverage=left, metadata=replace(page.metadata, format="html")))
    assert "Article taken from the page" in line.findChild(QToolButton, "coverage").text()
    words = "The file breaks off in the middle. Get it again to read the rest of it, if it is whole there."
    line.show_document(replace(page, coverage=replace(Coverage(100, ()), remarks=(words,))))
    assert words in line.findChild(QToolButton, "coverage").text()
    line.resize(420, 30)
    assert line.findChild(QToolButton, "coverage").text().endswith("…")


def test_the_search_offers_commands_with_their_keys(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions, box = Actions(window, window), SearchBox(window)
    given = []
    actions.on("export", lambda: given.append("export"))
    popup = SearchPopup(box, lambda _: iter(()), window, actions.matching)
    box.setFocus()
    qtbot.keyClicks(box, "share pdf")
    qtbot.waitUntil(lambda: not popup.running)
    assert popup.lines()[:3] == ["Commands", "Export brief · Ctrl+E", "Library"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert given == ["export"]


def test_the_place_that_is_not_there_is_told(qtbot):
    dialog = PlaceDialog(lambda said: Span(0, 1) if said == "2" else None, 21, ("", ""))
    qtbot.addWidget(dialog)
    assert any(label.text() == "Go to which paragraph?" for label in dialog.findChildren(QLabel))
    qtbot.keyClicks(dialog.field, "99")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == 0
    assert any("no “99” here" in label.text() for label in dialog.findChildren(QLabel))


def test_the_panels_follow_the_size_of_the_text_half_as_far(qtbot):
    appearance = Appearance(Settings())
    usual = appearance.panel_font.pointSizeF()
    for _ in range(5):
        appearance.larger()
    larger = appearance.panel_font.pointSizeF()
    assert usual < larger < usual * appearance.typography.size / 13.5
    appearance.normal()
    assert appearance.panel_font.pointSizeF() == usual


def test_the_menu_of_appearances_stays_open_while_one_tries(qtbot, appearance):
    window = QWidget()
    qtbot.addWidget(window)
    menu = appearance.menu(Actions(window, window), window)
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    qtbot.waitUntil(menu.isVisible)
    sepia = next(action for action in menu.actions() if "epia" in action.text())
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(sepia).center())
    assert appearance.theme is SEPIA
    assert menu.isVisible()
    menu.close()


def test_the_menu_of_appearances_shows_what_was_chosen_elsewhere(qtbot, appearance):
    window = QWidget()
    qtbot.addWidget(window)
    menu = appearance.menu(Actions(window, window), window)

    def checked() -> list[str]:
        menu.aboutToShow.emit()
        return [action.text().replace("&", "") for action in menu.actions() if action.isChecked()]

    before = checked()
    appearance.choose("sepia")
    appearance.set_face(serif=False)
    appearance.justify()
    assert "Sepia" not in before
    assert set(checked()) - set(before) == {"Sepia", "Sans serif", "Justified"}
    appearance.justify()
    assert "Justified" not in checked()


def test_buttons_of_the_bar_are_as_usable_as_their_commands_after_the_bar_was_fitted(qtbot):
    window, text = QWidget(), QWidget()
    actions = Actions(window, text)
    actions.enable(False, "back", "forward")
    bar = TopBar(actions, QMenu(window), QMenu(window), window)
    qtbot.addWidget(window)
    qtbot.addWidget(text)
    buttons = {one.text(): one for one in bar.findChildren(QToolButton)}
    for width in (1200, 500, 1300):
        bar.resize(width, 60)
        bar.fit()
        assert not buttons["←"].isEnabled()
        assert not buttons["→"].isEnabled()
    actions.enable(True, "back")
    assert buttons["←"].isEnabled()
    bar.pages.setVisible(True)
    actions.enable(False, "back", "pages")
    assert not buttons["←"].isEnabled()
    assert not buttons["Pages"].isEnabled()
