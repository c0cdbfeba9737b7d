"""Connecting panels and commands to the controllers of a window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskbrief.document.notes import Role
from deskbrief.ui.controllers.documents import LAST_NUMBER, Documents
from deskbrief.ui.parts import Chooser, Parts, Services
from deskbrief.ui.shell.controllers import Controllers
from deskbrief.ui.side import NAMES, NOTES
from deskbrief.ui.store import SettingsStore
from deskbrief.ui.theme import THEMES

if TYPE_CHECKING:
    from deskbrief.services.patterns import PatternSearch
    from deskbrief.ui.mainwindow import MainWindow
    from deskbrief.ui.panes import Pane


def wire(
    window: MainWindow, parts: Parts, services: Services, store: SettingsStore, chooser: Chooser | None
) -> Controllers:
    """Return the controllers of `window`, connected to its panels and commands."""
    made = Controllers(window, parts, services, store, chooser)
    _commands(parts, made)
    _late(parts, made)
    wire_pane(made, services, parts.panes.first)
    _panels(parts, made)
    Numbered(parts, made.documents)
    # Whoever asks for a document wants to see it, whatever page stands in its place.
    for command in TO_A_DOCUMENT:
        parts.actions.on(command, made.views.show_text)
    return made


class Numbered(QObject):
    """The nine commands that bring one document each to the front."""

    def __init__(self, parts: Parts, documents: Documents) -> None:
        super().__init__(documents)
        self._documents = documents
        for number in range(1, LAST_NUMBER + 1):
            parts.actions.on(f"document_{number}", self._pressed)

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._documents.bring_number(int(sender.objectName().rpartition("_")[2]))


#: Commands that bring a document to the front.
TO_A_DOCUMENT = (
    *("next_document", "previous_document", "reopen"),
    *(f"document_{number}" for number in range(1, LAST_NUMBER + 1)),
)
#: Commands by the acts of controllers that are made when they are first needed.
LATE = {
    "items": {"event": "add_event", "recommendation": "add_recommendation"},
    "editions": {"compare": "ask"},
    "passing": {"copy": "copy", "copy_text": "copy_text", "copy_html": "copy_html", "cite": "cite"}
    | {"find_this": "find_this"},
    "marks": {"pen": "take_pen", "merge": "merge", "put_note": "put_note"}
    | {act: act for act in ("end_later", "end_earlier", "begin_later", "begin_earlier")},
    "originals": {"pages": "toggle", "pages_beside": "beside", "page_place": "go_across"},
    "keying": {"keys": "ask"},
    "backups": {"backups": "show", "back_up": "make"},
    "briefs": {"to_brief": "add"},
    "aloud": {"aloud": "press", "aloud_faster": "faster", "aloud_slower": "slower", "aloud_stop": "stop"},
}


def _late(parts: Parts, made: Controllers) -> None:
    for controller, acts in LATE.items():
        for command, act in acts.items():
            parts.actions.on(command, partial(made.act, controller, act))
    for name in ("system", *THEMES):
        parts.actions.on(f"colours_{name}", partial(made.views.colour, name))
    for name in ("serif", "sans"):
        parts.actions.on(name, partial(made.views.letter, serif=name == "serif"))
    for number, role in enumerate(Role, start=1):
        parts.actions.on(f"mark_{number}", partial(made.mark_in, role))
    parts.outline.list.dragged.connect(made.drag)


def _commands(parts: Parts, made: Controllers) -> None:
    for command, slot in {
        "open": made.views.choose_files,
        "paste": made.paste,
        "coverage": made.ask_coverage,
        "close": made.documents.close_front,
        "reopen": made.documents.reopen,
        "next_document": made.documents.next,
        "previous_document": made.documents.previous,
        "export": made.export,
        "brief": made.ask_brief,
        "export_notes": made.export_notes,
        "import_notes": made.import_notes,
        "check_brief": made.check_brief,
        "print": made.print_text,
        "quit": made.views.quit,
        "library": made.show_library,
        "undo": made.undo,
        "redo": made.notes.redo,
        "search_this": made.views.search_this,
        "find": made.find,
        "find_next": parts.panes.find_next,
        "find_previous": parts.panes.find_previous,
        "back": made.navigation.back,
        "forward": made.navigation.forward,
        "next_paragraph": made.navigation.next_paragraph,
        "previous_paragraph": made.navigation.previous_paragraph,
        "next_sentence": made.navigation.next_sentence,
        "previous_sentence": made.navigation.previous_sentence,
        "paragraph_on": made.navigation.paragraph_on,
        "paragraph_back": made.navigation.paragraph_back,
        "sentence_on": made.navigation.sentence_on,
        "sentence_back": made.navigation.sentence_back,
        "next_mark": made.navigation.next_mark,
        "previous_mark": made.navigation.previous_mark,
        "go_to": made.navigation.ask,
        "sections": made.navigation.show_sections,
        "where": made.navigation.where,
        "mark": made.notes.mark,
        "note": made.notes.note,
        "delete": made.notes.delete_here,
        "split": made.split,
        "turn_split": made.turn_split,
        "other_pane": made.other_pane,
        "next_panel": made.views.next_panel,
        "outline": made.views.show_outline,
        "notes": made.views.show_notes,
        "names": made.views.show_names,
        "figures": made.views.show_figures,
        "quotes": made.views.show_quotes,
        "larger": made.views.larger,
        "smaller": made.views.smaller,
        "normal": made.views.normal,
        "justify": made.views.justify,
        "full_screen": made.views.full_screen,
        "protection": made.views.protection,
        "about": made.views.about,
    }.items():
        parts.actions.on(command, slot)


def wire_pane(made: Controllers, services: Services, pane: Pane) -> None:
    """Connect a pane; what is used in it makes it the active one first."""

    def make_patterns() -> PatternSearch:
        from deskbrief.services.patterns import PatternSearch

        return PatternSearch(services.runner)

    reader = pane.reader
    reader.bars.make_patterns = make_patterns
    reader.bars.role_names = made.views.role_names
    reader.make_pages = made.make_pages
    reader.refer_with(made.refer)
    made.documents.show_pictures(reader)
    for used in (
        *(reader.link_activated, reader.place_requested, reader.mark_activated, reader.marker_activated),
        reader.page_requested,
        *(reader.context_requested, reader.mark_requested, reader.hits_mark_requested, reader.note_requested),
        *(reader.event_requested, reader.recommendation_requested, reader.copy_requested),
        *(reader.mark_resized, reader.pen_requested, reader.pen_drawn, reader.message_action),
    ):
        used.connect(pane.claim)
    pane.sections_requested.connect(made.navigation.show_sections)
    pane.read.connect(made.views.pane_read)
    reader.link_activated.connect(made.navigation.offer_link)
    reader.place_requested.connect(made.navigation.go_to)
    reader.page_requested.connect(partial(made.act, "originals", "show_page"))
    reader.mark_activated.connect(made.views.edit_note)
    reader.marker_activated.connect(made.views.follow_marker)
    reader.zoom_changed.connect(made.views.zoomed)
    reader.context_requested.connect(made.views.context_menu)
    reader.mark_requested.connect(made.notes.mark_as)
    reader.hits_mark_requested.connect(made.notes.mark_all)
    reader.note_requested.connect(made.notes.note)
    reader.event_requested.connect(partial(made.act, "items", "add_event"))
    reader.recommendation_requested.connect(partial(made.act, "items", "add_recommendation"))
    reader.mark_resized.connect(made.resize)
    reader.pen_requested.connect(partial(made.act, "marks", "take_pen"))
    reader.copy_requested.connect(partial(made.act, "passing", "cite"))
    reader.pen_drawn.connect(made.notes.mark_as)
    reader.message_action.connect(made.views.message_pressed)


def _panels(parts: Parts, made: Controllers) -> None:
    parts.status.coverage_requested.connect(parts.actions["coverage"].trigger)
    parts.status.place_requested.connect(made.navigation.ask)
    parts.status.cancel_requested.connect(made.documents.close_front)
    made.views.open_requested.connect(made.documents.open)
    made.views.open_requested.connect(made.views.show_text)
    made.views.retry_requested.connect(made.documents.retry)
    made.views.close_requested.connect(made.documents.close_front)
    made.views.stored_requested.connect(made.documents.open_stored)
    parts.panes.leaving.connect(made.documents.keep_places)
    parts.panes.changed.connect(made.documents.follow_pane)
    outline = parts.outline
    outline.passage_requested.connect(made.navigation.go)
    outline.beside_requested.connect(made.views.go_beside)
    outline.verdict_requested.connect(partial(made.act, "items", "judge"))
    outline.verdicts_requested.connect(partial(made.act, "items", "judge_together"))
    outline.edit_requested.connect(partial(made.act, "items", "edit"))
    outline.date_requested.connect(partial(made.act, "items", "ask_date"))
    made.notes.changed.connect(made.documents.apply)
    made.notes.opened.connect(made.views.edit_note)
    made.documents.asked_again.connect(partial(made.act, "changed_files", "ask"))
    made.documents.compare_asked.connect(partial(made.act, "editions", "compare"))


def wire_side(name: str, parts: Parts, made: Controllers) -> None:
    """Connect the panel with this name, which has just been made."""
    panel = parts.side.panel(name)
    panel.passage_requested.connect(made.navigation.go)
    panel.list.dragged.connect(made.drag)
    if name != NAMES:
        panel.list.menu_asked.connect(made.row_menu)
    if name == NOTES:
        notes = parts.notes
        notes.body_changed.connect(made.notes.write)
        notes.role_requested.connect(made.notes.recolour)
        notes.tags_requested.connect(made.notes.tag)
        notes.together.recolour_asked.connect(made.notes.recolour_all)
        notes.together.tags_asked.connect(made.views.ask_tags)
        notes.together.untag_asked.connect(made.notes.untag_all)
        notes.together.delete_asked.connect(made.notes.delete_all)
        notes.together.export_asked.connect(made.export_these)
        notes.together.import_asked.connect(parts.actions["import_notes"].trigger)
        notes.left.connect(parts.panes.focus_text)
        notes.order_changed.connect(made.views.keep_note_order)
        notes.naming_requested.connect(made.views.name_roles)
        made.views.dress_notes()
        notes.delete_requested.connect(made.notes.delete)
        notes.retry_requested.connect(made.notes.retry)
        notes.link_requested.connect(partial(made.act, "links", "follow"))
        notes.passage = made.link_target
        notes.put_requested.connect(partial(made.act, "marks", "put"))
        notes.confirm_requested.connect(partial(made.act, "marks", "confirm"))
        notes.deny_requested.connect(partial(made.act, "marks", "deny"))
    elif name == NAMES:
        parts.names.wished.connect(made.naming.do)
