"""The rows of the library's lists, and what they say in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from deskbrief.document.edtf import display
from deskbrief.document.records import dataclass
from deskbrief.library.catalogue import Card
from deskbrief.services.everywhere import Passage
from deskbrief.services.timeline import Happening, Source, Telling, letter
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.words import numbered


@dataclass(slots=True, kw_only=True, eq=False)
class CardRow(Row):
    """A document; `labels` are its collections and tags, `hay` is what a filter looks through.

    `apart` is what tells it from other documents of its title, if there are any.
    """

    card: Card
    name: str
    labels: tuple[str, ...] = ()
    is_chosen: bool = False
    apart: str = ""
    hay: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class PassageRow(Row):
    """A passage that a search found."""

    passage: Passage
    name: str


@dataclass(slots=True, kw_only=True, eq=False)
class SourceRow(Row):
    """A source of a chronology; `events` counts those it tells, `undated` those that it does not date.

    `sought` tells that they are being looked for.
    """

    number: int
    source: Source
    events: int = 0
    undated: int = 0
    sought: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class TellingRow(Row):
    """What one source says of the event with number `number`, at `place` among all who tell it.

    `is_first` tells that no row above is of the event, `follows` that the row above is of the same sentence
    and date, `is_told` that it says the detail too.
    """

    number: int
    telling: Telling
    source: Source
    happening: Happening
    place: int = 0
    differs: bool = False
    is_first: bool = True
    follows: bool = False
    is_told: bool = False

    @property
    def tells_difference(self) -> bool:
        """Whether it says that the sources give different dates: the first row of an event does."""
        return self.differs and self.is_first


class LibraryWords(QObject):
    """Says rows of the library in words."""

    def title(self, row: Row) -> str:
        """Return what a row is called."""
        if isinstance(row, CardRow | PassageRow):
            return row.name
        if isinstance(row, TellingRow):
            return row.telling.title
        if isinstance(row, SourceRow | GroupRow):
            return row.source.title if isinstance(row, SourceRow) else row.title
        return getattr(row, "text", "")

    def spoken(self, row: Row) -> str:
        """Return all that a row shows, as one spoken sentence."""
        if isinstance(row, CardRow):
            chosen = self.tr("chosen") if row.is_chosen else ""
            return ", ".join(filter(None, (row.name, chosen, *self.facts(row))))
        if isinstance(row, PassageRow):
            return f"{row.name}, {self.where(row.passage)}: {row.passage.around}"
        if isinstance(row, SourceRow):
            return f"{letter(row.number)}: {row.source.title}, {self.source(row)}"
        if isinstance(row, TellingRow):
            telling = row.telling
            source = self.tr("source {0}, {1}").format(letter(telling.source), row.source.title)
            parts = (telling.when, telling.title, telling.detail, source, telling.place, self.difference(row))
            return ", ".join(part for part in parts if part)
        return self.title(row)

    def tip(self, row: Row) -> str:
        """Return what does not fit into a row."""
        if isinstance(row, CardRow):
            return "\n".join(filter(None, (row.name, row.card.path, *self.facts(row))))
        if isinstance(row, PassageRow):
            return "\n".join(filter(None, (row.name, self.where(row.passage))))
        if isinstance(row, TellingRow):
            where = " · ".join(filter(None, (row.source.title, row.telling.place)))
            return "\n".join(filter(None, (row.telling.title, row.telling.detail, where)))
        return self.title(row)

    def facts(self, row: CardRow) -> tuple[str, ...]:
        """Return what is known of a document: which of several and its format, its date, length, and so on.

        These are progress, marks, last opening and labels.
        """
        card = row.card
        if not card.is_here:
            return (self.format(row), self.marks(card), self.tr("waits for its file"), *row.labels)
        date = display(card.published) if card.published else self.tr("undated")
        words = self.tr("{0} words").format(f"{card.words:,}")
        return (
            # What tells the document apart may end with its date, which is told by itself.
            row.apart.removesuffix(f" · {card.published}"),
            self.format(row),
            date,
            words,
            self.progress(card),
            self.marks(card),
            self.opened(card),
            *row.labels,
        )

    def format(self, row: CardRow) -> str:
        """Return the format of a document's file, as "PDF", unless its name stands beside it."""
        suffix = Path(row.card.path).suffix
        is_named = suffix in row.apart if suffix else True
        return "" if is_named else suffix[1:].upper()

    def progress(self, card: Card) -> str:
        """Return how far a document was read."""
        return self.tr("{0} % read").format(round(card.read * 100)) if card.read >= 0.005 else ""

    def marks(self, card: Card) -> str:
        """Return how many marks and notes there are on a document."""
        bare = card.notes - card.written
        notes = numbered(card.written, self.tr("1 note"), self.tr("{0} notes")) if card.written else ""
        marks = numbered(bare, self.tr("1 mark"), self.tr("{0} marks")) if bare > 0 else ""
        return ", ".join(filter(None, (notes, marks)))

    def opened(self, card: Card) -> str:
        """Return when a document was opened last, as a day."""
        from datetime import datetime

        try:
            at = datetime.fromisoformat(card.opened).astimezone()
        except ValueError:
            return ""
        return self.tr("opened {0}").format(display(at.date().isoformat()))

    def where(self, passage: Passage) -> str:
        """Return where a passage stands, as notes and briefs cite it, and whether in a note."""
        kind = self.tr("in a note") if passage.kind == "note" else ""
        return " · ".join(filter(None, (kind, passage.place, passage.section)))

    def source(self, row: SourceRow) -> str:
        """Return what a source of a chronology adds to it, and why it adds nothing if so."""
        if not row.source.has_outline:
            return self.tr("looking for its events …") if row.sought else self.tr("its events are not known")
        events = numbered(row.events, self.tr("1 event"), self.tr("{0} events"))
        undated = ""
        if row.undated:
            undated = self.tr("{0} without a date; setting the document's date may help").format(row.undated)
        return " · ".join(filter(None, (events if row.events else self.tr("no dated event"), undated)))

    def difference(self, row: TellingRow) -> str:
        """Return that the sources date an event differently, if they do."""
        return self.tr("the sources give different dates") if row.tells_difference else ""
