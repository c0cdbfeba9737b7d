"""The rows of the notes panel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from deskbrief.document.anchors import AnchorState
from deskbrief.document.note_text import plain_text
from deskbrief.document.notes import Role
from deskbrief.document.records import dataclass
from deskbrief.services.curation import shortened
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.words import folded
from deskbrief.ui.notes.entry import NoteEntry
from deskbrief.ui.notes.markup import Laid
from deskbrief.ui.words import spoken_place

#: The characters of a day at the beginning of a time in ISO 8601.
DAY = 10
#: Characters of a note that a line leading to it shows.
LONGEST_LINE = 60


@dataclass(slots=True, kw_only=True, eq=False)
class NoteRow(Row):
    """One note; `body` are its words as last typed, `problem` why they are not saved.

    `is_chosen` rows are acted on together. `is_edited` rows leave `room` pixels for the editor. `mentioned`
    holds id and words of each note that links to this one; `drawn` belongs to the painter.
    """

    entry: NoteEntry
    body: str
    problem: str = ""
    is_edited: bool = False
    is_chosen: bool = False
    room: int = 0
    hay: str = ""
    mentioned: tuple[tuple[str, str], ...] = ()
    drawn: Laid | None = None

    def type(self, body: str) -> None:
        """Take over words as they are typed."""
        self.body = body
        self.hay = haystack(self.entry, body)


def haystack(entry: NoteEntry, body: str) -> str:
    """Return what a filter looks at: quote, words, section, “#tag”, days, “role:green”, “is:lost”."""
    note = entry.note
    days = dict.fromkeys((note.created[:DAY], note.modified[:DAY]))
    signs = (*(f"#{tag}" for tag in note.tags), *days, f"role:{note.role}", f"is:{entry.state}")
    return folded(" ".join((entry.quote, body, entry.section, entry.there, *signs)))


class NoteWords(QObject):
    """Says notes in words; `names` are the user's own names of colours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: dict[Role, str] = {}

    def title(self, row: Row) -> str:
        """Return the note's own words, or its quote when it has none."""
        return (plain_text(row.body) or row.entry.quote) if isinstance(row, NoteRow) else ""

    def spoken(self, row: Row) -> str:
        """Return all that the row shows, as one spoken sentence."""
        if not isinstance(row, NoteRow):
            return getattr(row, "text", "") or getattr(row, "title", "")
        quote = self.tr("quote: {0}").format(row.entry.quote)
        tags = [f"#{tag}" for tag in row.entry.note.tags]
        role = self.role(row.entry.note.role)
        chosen = self.tr("chosen") if row.is_chosen else ""
        guess = self.guess(row.entry)
        mentions = (self.tr("mentioned in: {0}").format(words) for _, words in row.mentioned)
        told = (*self.place(row.entry), guess, *mentions)
        parts = [chosen, plain_text(row.body), quote, role, *tags, *told, row.problem]
        return ", ".join(part for part in parts if part)

    def tip(self, row: Row) -> str:
        """Return quote and words in full."""
        if not isinstance(row, NoteRow):
            return ""
        state = self.state_in_full(row.entry.state)
        return "\n\n".join(part for part in (f"“{row.entry.quote}”", row.body, state) if part)

    def place(self, entry: NoteEntry) -> Iterable[str]:
        """Return paragraph, section and, when it is worth telling, what became of the anchor."""
        return [part for part in (spoken_place(entry.place), self.state(entry.state), entry.section) if part]

    def state(self, state: AnchorState) -> str:
        """Return what became of the anchor in a word, empty when it is where it was."""
        return {
            AnchorState.EXACT: "",
            AnchorState.MOVED: self.tr("moved"),
            AnchorState.UNCERTAIN: self.tr("uncertain"),
            AnchorState.LOST: self.tr("lost"),
        }[state]

    def state_in_full(self, state: AnchorState) -> str:
        """Return what became of the anchor in a sentence."""
        return {
            AnchorState.EXACT: "",
            AnchorState.MOVED: self.tr("The text has changed; the passage was found again at another place."),
            AnchorState.UNCERTAIN: self.tr(
                "The text has changed; this may be the passage, but look for yourself."
            ),
            AnchorState.LOST: self.tr("The passage is not in the text any more; the note keeps its quote."),
        }[state]

    def guess(self, entry: NoteEntry) -> str:
        """Return what stands at a place that is not certain, or nothing."""
        return self.tr("Perhaps here: “{0}”").format(entry.there) if entry.there else ""

    def mentions(self) -> str:
        """Return what stands before the notes that link to one."""
        return self.tr("Mentioned in")

    def acts(self, entry: NoteEntry) -> Iterable[tuple[str, str, str]]:
        """Return what can be done about a passage that is not certain: name, words, a hint with the key."""
        if entry.there:
            yield "yes", self.tr("Yes, it is here"), self.tr("The passage is the one that is marked now (Y)")
            yield "no", self.tr("Not here"), self.tr("The passage is not in this text any more (X)")
        if entry.is_unsure:
            hint = self.tr("Select the passage in the text first; then this, or P here")
            yield "put", self.tr("Put it on the selected passage"), hint

    def group(self, state: AnchorState) -> str:
        """Return the head above notes of which this became, and above those that have their places."""
        return {
            AnchorState.UNCERTAIN: self.tr("? Place not certain"),
            AnchorState.LOST: self.tr("! Passage not found"),
        }.get(state, self.tr("In their places"))

    def nothing(self, order: str) -> str:
        """Return the head above notes that have no section, or no tag."""
        return self.tr("Without a tag") if order == "tag" else self.tr("Opening")

    def also(self, row: NoteRow, tag: str) -> str:
        """Return the line that leads to a note under another tag of its."""
        words = shortened(" ".join(self.title(row).split()), LONGEST_LINE)
        return self.tr("“{0}”, under #{1}").format(words.strip("“”"), tag)

    def role(self, role: Role) -> str:
        """Return the name of a role: the user's own, else its colour."""
        return (
            self.names.get(role)
            or {
                Role.YELLOW: self.tr("yellow"),
                Role.GREEN: self.tr("green"),
                Role.BLUE: self.tr("blue"),
                Role.PINK: self.tr("pink"),
                Role.PURPLE: self.tr("violet"),
                Role.ORANGE: self.tr("orange"),
            }[role]
        )
