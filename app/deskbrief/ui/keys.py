"""Every command of the window with its keys, in one table: the menus, the shortcuts and Help read it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskbrief.document.records import dataclass

CONTEXT = "keys"


class Where(StrEnum):
    """Where a key works: everywhere in the window, or only while the text has the focus."""

    WINDOW = "window"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its id, its name in menus and Help, the keys that call it, and where they work.

    An `optional` one is there only when the system has what it needs.
    """

    id: str
    name: str
    keys: tuple[str, ...]
    where: Where = Where.WINDOW
    group: str = "Document"
    optional: bool = False

    def label(self) -> str:
        """Return the command's name in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.name)

    def told(self) -> str:
        """Return its name and the other words under which it is looked for, in small letters."""
        return f"{self.label().replace('&', '')} {self.also()}".casefold()

    def also(self) -> str:
        """Return other words under which it is looked for, in the user's language."""
        words = ALSO.get(self.id, "")
        return QCoreApplication.translate(CONTEXT, words) if words else ""


def usual_key(command: str) -> str:
    """Return the first key that a command has by itself, or an empty string."""
    return next((one.keys[0] for one in COMMANDS if one.id == command and one.keys), "")


def with_key(words: str, key: str) -> str:
    """Return the tooltip of something that a key does too."""
    return f"{words} ({key})" if key else words


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(CONTEXT, text))


#: Words by which commands are looked for, beside those of their names.
ALSO = {
    "open": _tr("file load document"),
    "library": _tr("all documents shelf search everywhere"),
    "paste": _tr("clipboard paste"),
    "remember": _tr("restore session"),
    "export": _tr("pdf word markdown save share"),
    "brief": _tr("builder report summary"),
    "export_notes": _tr("save highlights annotations share"),
    "import_notes": _tr("highlights annotations kindle hypothesis zotero"),
    "check_brief": _tr("verify quotes citations"),
    "compare": _tr("versions revision changes diff"),
    "print": _tr("paper printer"),
    "quit": _tr("exit leave end"),
    "cite": _tr("citation quote source"),
    "find": _tr("search look words regular expressions"),
    "search": _tr("everything commands"),
    "go_to": _tr("jump page number"),
    "mark": _tr("highlight underline colour"),
    "mark_1": _tr("highlight colour role"),
    "mark_2": _tr("highlight colour role"),
    "mark_3": _tr("highlight colour role"),
    "mark_4": _tr("highlight colour role"),
    "mark_5": _tr("highlight colour role purple"),
    "mark_6": _tr("highlight colour role"),
    "note": _tr("write annotate comment"),
    "delete": _tr("remove highlight"),
    "event": _tr("date chronology timeline"),
    "recommendation": _tr("advice action"),
    "split": _tr("side by side two panes"),
    "pages": _tr("pdf layout scan"),
    "larger": _tr("zoom in bigger font"),
    "smaller": _tr("zoom out font"),
    "normal": _tr("zoom reset font"),
    "colours_system": _tr("theme appearance automatic"),
    "colours_light": _tr("theme appearance day white"),
    "colours_dark": _tr("theme appearance night black"),
    "colours_sepia": _tr("theme appearance brown paper"),
    "serif": _tr("font typeface appearance"),
    "sans": _tr("font typeface appearance serif"),
    "justify": _tr("alignment block appearance"),
    "full_screen": _tr("quiet reading distraction"),
    "aloud": _tr("speech speak voice listen"),
    "coverage": _tr("receipt missing menus"),
    "keys": _tr("shortcuts hotkeys help"),
    "protection": _tr("security sandbox privacy"),
    "about": _tr("version licence"),
}

COMMANDS: tuple[Command, ...] = (
    Command("open", _tr("&Open…"), ("Ctrl+O",)),
    Command("library", _tr("&Library"), ("Ctrl+Shift+O",)),
    Command("paste", _tr("Open what was cop&ied"), ("Ctrl+Shift+V",)),
    Command("close", _tr("&Close document"), ("Ctrl+W",)),
    Command("reopen", _tr("&Reopen closed document"), ("Ctrl+Shift+T",)),
    Command("next_document", _tr("Next document"), ("Ctrl+Tab", "Ctrl+PgDown")),
    Command("previous_document", _tr("Previous document"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
    Command("document_1", _tr("First document"), ("Alt+1",)),
    Command("document_2", _tr("Second document"), ("Alt+2",)),
    Command("document_3", _tr("Third document"), ("Alt+3",)),
    Command("document_4", _tr("Fourth document"), ("Alt+4",)),
    Command("document_5", _tr("Fifth document"), ("Alt+5",)),
    Command("document_6", _tr("Sixth document"), ("Alt+6",)),
    Command("document_7", _tr("Seventh document"), ("Alt+7",)),
    Command("document_8", _tr("Eighth document"), ("Alt+8",)),
    Command("document_9", _tr("Last document"), ("Alt+9",)),
    Command("remember", _tr("Open the same documents at the next &start"), ()),
    Command("export", _tr("E&xport brief"), ("Ctrl+E",)),
    Command("brief", _tr("&Brief…"), ("Ctrl+Shift+E",)),
    Command("export_notes", _tr("Export n&otes…"), ()),
    Command("import_notes", _tr("&Import notes…"), ()),
    Command("backups", _tr("Backu&ps…"), ()),
    Command("back_up", _tr("Back &up now"), ()),
    Command("check_brief", _tr("Chec&k a brief…"), ("Ctrl+Shift+K",)),
    Command("compare", _tr("Co&mpare with an earlier edition…"), ("Ctrl+Shift+D",)),
    Command("print", _tr("&Print the text…"), ("Ctrl+P",)),
    Command("menu", _tr("Open the &menu"), ("F10", "Alt+M"), group="View"),
    Command("quit", _tr("&Quit"), ("Ctrl+Q",)),
    Command("undo", _tr("&Undo"), ("Ctrl+Z",), group="Edit"),
    Command("redo", _tr("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), group="Edit"),
    Command("copy", _tr("&Copy"), ("Ctrl+C",), Where.TEXT, "Edit"),
    Command("copy_text", _tr("Copy as plain &text"), (), Where.TEXT, "Edit"),
    Command("copy_html", _tr("Copy as &HTML"), (), Where.TEXT, "Edit"),
    Command("cite", _tr("Copy with re&ference"), ("Ctrl+Shift+C",), Where.TEXT, "Edit"),
    Command("find", _tr("&Find in text…"), ("Ctrl+F",), group="Find and go"),
    Command("find_next", _tr("Find ne&xt"), ("F3", "Ctrl+G"), group="Find and go"),
    Command("find_previous", _tr("Find &previous"), ("Shift+F3", "Ctrl+Shift+G"), group="Find and go"),
    Command("find_this", _tr("Look for this in the &document"), ("Shift+F",), Where.TEXT, "Find and go"),
    Command("search_this", _tr("Look for this in &everything"), ("Shift+S",), Where.TEXT, "Find and go"),
    Command("search", _tr("Search &everything…"), ("Ctrl+K",), group="Find and go"),
    Command("back", _tr("&Back"), ("Alt+Left",), group="Find and go"),
    Command("forward", _tr("For&ward"), ("Alt+Right",), group="Find and go"),
    Command("go_to", _tr("&Go to paragraph or page…"), ("Ctrl+L",), group="Find and go"),
    Command("next_paragraph", _tr("Next para&graph"), ("J", "Down"), Where.TEXT, "Find and go"),
    Command("previous_paragraph", _tr("P&revious paragraph"), ("K", "Up"), Where.TEXT, "Find and go"),
    Command("next_sentence", _tr("Next &sentence"), (".",), Where.TEXT, "Find and go"),
    Command("previous_sentence", _tr("Previous s&entence"), (",",), Where.TEXT, "Find and go"),
    Command("paragraph_on", _tr("Select a paragraph &more"), ("Shift+J",), Where.TEXT, "Edit"),
    Command("paragraph_back", _tr("Select a paragraph &less"), ("Shift+K",), Where.TEXT, "Edit"),
    Command("sentence_on", _tr("Select a se&ntence more"), ("Shift+.",), Where.TEXT, "Edit"),
    Command("sentence_back", _tr("Select a sentence le&ss"), ("Shift+,",), Where.TEXT, "Edit"),
    Command("next_mark", _tr("Next &mark"), ("Alt+Down",), group="Find and go"),
    Command("previous_mark", _tr("Previous mar&k"), ("Alt+Up",), group="Find and go"),
    Command("sections", _tr("&Sections around this one…"), ("Ctrl+Shift+S",), group="Find and go"),
    Command("where", _tr("Where am &I?"), ("Ctrl+I",), group="Find and go"),
    Command("mark", _tr("&Mark selection or sentence"), ("H",), Where.TEXT, "Notes"),
    Command("mark_1", _tr("Mark &yellow"), ("1",), Where.TEXT, "Notes"),
    Command("mark_2", _tr("Mark &green"), ("2",), Where.TEXT, "Notes"),
    Command("mark_3", _tr("Mark b&lue"), ("3",), Where.TEXT, "Notes"),
    Command("mark_4", _tr("Mark &pink"), ("4",), Where.TEXT, "Notes"),
    Command("mark_5", _tr("Mark v&iolet"), ("5",), Where.TEXT, "Notes"),
    Command("mark_6", _tr("Mark &orange"), ("6",), Where.TEXT, "Notes"),
    Command("pen", _tr("&Keep marking: each selection"), ("M",), Where.TEXT, "Notes"),
    Command("merge", _tr("Mer&ge the marks here"), ("Shift+M",), Where.TEXT, "Notes"),
    Command("end_later", _tr("End the mark a &word later"), ("Shift+Alt+Right",), Where.TEXT, "Notes"),
    Command("end_earlier", _tr("End the mark a word &earlier"), ("Shift+Alt+Left",), Where.TEXT, "Notes"),
    Command("begin_earlier", _tr("&Begin the mark a word earlier"), ("Shift+Alt+Up",), Where.TEXT, "Notes"),
    Command("begin_later", _tr("Begin the mark a word la&ter"), ("Shift+Alt+Down",), Where.TEXT, "Notes"),
    Command("put_note", _tr("&Put the lost note on the selection"), ("Shift+P",), Where.TEXT, "Notes"),
    Command("note", _tr("&Note on selection or sentence"), ("N", "A"), Where.TEXT, "Notes"),
    Command("delete", _tr("&Delete the mark here"), ("Delete",), Where.TEXT, "Notes"),
    Command("event", _tr("Add as e&vent"), ("V",), Where.TEXT, "Notes"),
    Command("recommendation", _tr("Add as re&commendation"), ("R",), Where.TEXT, "Notes"),
    Command("to_brief", _tr("Add to the &brief"), ("B",), Where.TEXT, "Notes"),
    Command("split", _tr("&Split view"), ("Ctrl+\\",), group="View"),
    Command("other_pane", _tr("O&ther pane"), ("Ctrl+Shift+\\",), group="View"),
    Command("turn_split", _tr("Split si&de by side or one above the other"), ("Ctrl+Alt+\\",), group="View"),
    Command("pages", _tr("Original pa&ges"), ("Ctrl+Shift+U",), group="View"),
    Command("pages_beside", _tr("Original pages &beside the text"), ("Ctrl+Alt+U",), group="View"),
    Command("page_place", _tr("Show this on the pag&e, or in the text"), ("P",), Where.TEXT, "View"),
    Command("in_step", _tr("Let pages and te&xt scroll together"), (), group="View"),
    Command("dim_pages", _tr("Di&m pages in the dark"), (), group="View"),
    Command("next_panel", _tr("Next &panel"), ("F6",), group="View"),
    Command("outline", _tr("&Outline"), ("F7",), group="View"),
    Command("notes", _tr("&Notes"), ("Ctrl+H",), group="View"),
    Command("names", _tr("N&ames"), ("Ctrl+Shift+N",), group="View"),
    Command("figures", _tr("F&igures"), ("Ctrl+Shift+F",), group="View"),
    Command("quotes", _tr("&Quotes"), ("Ctrl+Shift+Q",), group="View"),
    Command("larger", _tr("&Larger text"), ("Ctrl++", "Ctrl+="), group="View"),
    Command("smaller", _tr("&Smaller text"), ("Ctrl+-",), group="View"),
    Command("normal", _tr("No&rmal text size"), ("Ctrl+0",), group="View"),
    Command("colours_system", _tr("Colours of the s&ystem"), (), group="View"),
    Command("colours_light", _tr("L&ight colours"), (), group="View"),
    Command("colours_dark", _tr("&Dark colours"), (), group="View"),
    Command("colours_sepia", _tr("Se&pia colours"), (), group="View"),
    Command("serif", _tr("Letters with &serifs"), (), group="View"),
    Command("sans", _tr("Letters &without serifs"), (), group="View"),
    Command("justify", _tr("&Justified text, on or off"), (), group="View"),
    Command("full_screen", _tr("&Full screen"), ("F11",), group="View"),
    Command("aloud", _tr("Read alo&ud, pause"), ("L",), Where.TEXT, "Read aloud", optional=True),
    Command("aloud_faster", _tr("Read &faster"), ("]",), Where.TEXT, "Read aloud", optional=True),
    Command("aloud_slower", _tr("Read &slower"), ("[",), Where.TEXT, "Read aloud", optional=True),
    Command("aloud_stop", _tr("St&op reading aloud"), ("Esc",), Where.TEXT, "Read aloud", optional=True),
    Command("coverage", _tr("What was left o&ut…"), ("Ctrl+Shift+L",), group="View"),
    Command("keys", _tr("&Keys…"), ("F1",), group="Help"),
    Command("protection", _tr("&Protection…"), (), group="Help"),
    Command("about", _tr("&About Deskbrief"), (), group="Help"),
)
