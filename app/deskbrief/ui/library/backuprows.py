"""The rows of backups and of what differs in one, and what they say in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject

from deskbrief.document.differences import Turn, differences
from deskbrief.document.note_text import plain_text
from deskbrief.document.notes import Note
from deskbrief.document.records import dataclass
from deskbrief.library.comparison import Difference, DocumentChange, NoteChange
from deskbrief.library.copies import Reason
from deskbrief.library.labels import LabelKind
from deskbrief.services.backups import Backup, Preview
from deskbrief.services.curation import shortened
from deskbrief.services.titles import title_of
from deskbrief.ui.models.heads import GroupRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.wording import Pieces
from deskbrief.ui.models.words import folded
from deskbrief.ui.words import numbered

#: Code points of a note's words that a row shows.
MOST_SHOWN = 400


@dataclass(slots=True, kw_only=True, eq=False)
class BackupRow(Row):
    """A backup."""

    backup: Backup


@dataclass(slots=True, kw_only=True, eq=False)
class ChangeRow(Row):
    """Something that restoring changes, or that `comes` back, or `goes`; a `skipped` one stays as it is."""

    comes: bool = False
    goes: bool = False
    skipped: bool = False
    told: Pieces | None = None
    hay: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class StandingRow(ChangeRow):
    """A document itself: in the list or not, its date, its collections and tags, decisions on its rows."""

    change: DocumentChange


@dataclass(slots=True, kw_only=True, eq=False)
class NoteRow(ChangeRow):
    """A note."""

    change: NoteChange

    def pieces(self) -> Pieces:
        """Return the words of the note, with what becomes of them where they change."""
        if self.told is None:
            now, then = self.change.now, self.change.then
            if now is not None and then is not None:
                self.told = tuple(differences(_words(now).split(), _words(then).split()))
            else:
                words = _words(self.change.note)
                self.told = ((Turn.KEPT, words),) if words else ()
        return self.told


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows of one document of which something differs, what it is called, and all their keys."""

    sha256: str
    name: str
    rows: tuple[ChangeRow, ...]
    keys: frozenset[str]


def arranged(preview: Preview) -> tuple[Arranged, ...]:
    """Return the rows of everything that restoring would do; for any thread, since it can be much."""
    return tuple(_of_document(change) for change in preview.found.documents) if not preview.trouble else ()


def _of_document(change: DocumentChange) -> Arranged:
    name = name_of(change)
    rows: list[ChangeRow] = []
    if change.is_changed:
        now, then = change.now.listed, change.then.listed
        comes, goes = then and not now, now and not then
        rows.append(StandingRow(key=change.sha256, change=change, comes=comes, goes=goes, hay=folded(name)))
    for one in change.notes:
        note = one.note
        hay = folded(" ".join((note.body, note.anchor.exact, *note.tags, name)))
        comes, goes = one.now is None, one.then is None
        rows.append(NoteRow(key=note.id, change=one, comes=comes, goes=goes, hay=hay))
    return Arranged(change.sha256, name, tuple(rows), change.keys)


def name_of(change: DocumentChange) -> str:
    """Return what a document is called."""
    return title_of(change.title, Path(change.path).name, "")


class BackupWords(QObject):
    """Says rows of backups in words."""

    def title(self, row: Row) -> str:
        """Return what a row is called."""
        if isinstance(row, BackupRow):
            return self.made(row.backup)
        if isinstance(row, NoteRow):
            return self.quote(row)
        if isinstance(row, StandingRow):
            return self.tr("The document itself")
        return row.title if isinstance(row, GroupRow) else getattr(row, "text", "")

    def spoken(self, row: Row) -> str:
        """Return all that a row shows, as one spoken sentence."""
        if isinstance(row, BackupRow):
            return f"{self.made(row.backup)}, {self.facts(row.backup)}"
        if not isinstance(row, ChangeRow):
            return self.title(row)
        chosen = self.tr("left out") if row.skipped else self.tr("chosen")
        told = [self.title(row), self.state(row), chosen, *self.lines(row)]
        if isinstance(row, NoteRow):
            told.append(" ".join(words for turn, words in row.pieces() if turn is not Turn.DROPPED))
        return ", ".join(part for part in told if part)

    def tip(self, row: Row) -> str:
        """Return the words of a note in full, as they are and as they were; the file of a backup."""
        if isinstance(row, BackupRow):
            return str(row.backup.copy.path)
        if isinstance(row, NoteRow):
            now, then = row.change.now, row.change.then
            was = self.tr("Now: {0}").format(now.body) if now else ""
            became = self.tr("In the backup: {0}").format(then.body) if then else ""
            return "\n\n".join(part for part in (self.quote(row), was, became) if part)
        return ""

    # Backups

    def made(self, backup: Backup) -> str:
        """Return when a backup was made, as people here write it."""
        at = QDateTime.fromSecsSinceEpoch(round(backup.copy.made.timestamp()))
        time = QLocale().toString(at.time(), QLocale.FormatType.ShortFormat)
        days = at.date().daysTo(QDate.currentDate())
        if days in (0, 1):
            return (self.tr("Today, {0}") if days == 0 else self.tr("Yesterday, {0}")).format(time)
        return f"{QLocale().toString(at.date(), 'ddd d MMM yyyy')}, {time}"

    def reason(self, backup: Backup) -> str:
        """Return why a backup was made."""
        return {
            Reason.ROUTINE: self.tr("made by itself"),
            Reason.BY_HAND: self.tr("made by you"),
            Reason.BEFORE_RESTORING: self.tr("made before a restoration"),
            Reason.BEFORE_UPDATE: self.tr("made before an update of Deskbrief"),
        }[backup.copy.reason]

    def facts(self, backup: Backup) -> str:
        """Return what a backup holds, how large it is and why it was made."""
        held = backup.holding
        holds = self.tr("cannot be read")
        if held is not None:
            holds = f"{self.documents(held.documents)} · {self.notes(held.notes)}"
        size = QLocale().formattedDataSize(backup.copy.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        return " · ".join((holds, size, self.reason(backup)))

    def documents(self, count: int) -> str:
        """Return a count of documents."""
        return numbered(count, self.tr("1 document"), self.tr("{0} documents"))

    def notes(self, count: int) -> str:
        """Return a count of notes."""
        return numbered(count, self.tr("1 note"), self.tr("{0} notes"))

    # What differs

    def summary(self, found: Difference) -> str:
        """Return what restoring would do, in one sentence."""
        comes = sum(not one.now.listed and one.then.listed for one in found.documents)
        goes = sum(one.now.listed and not one.then.listed for one in found.documents)
        parts = (
            (len(found.back), self.tr("{0} would come back"), self.notes),
            (len(found.changed), self.tr("{0} would change"), self.notes),
            (len(found.gone), self.tr("{0} would go to the trash"), self.notes),
            (comes, self.tr("{0} would come back into the list"), self.documents),
            (goes, self.tr("{0} would go out of the list"), self.documents),
            (len(found.changed_documents) - comes - goes, self.tr("{0} would change"), self.documents),
        )
        return "; ".join(words.format(said(count)) for count, words, said in parts if count) + "."

    def quote(self, row: NoteRow) -> str:
        """Return the passage of a note."""
        return f"“{' '.join(row.change.note.anchor.exact.split())}”"

    def state(self, row: ChangeRow) -> str:
        """Return what would become of a row, with its sign."""
        return self.states()[row.comes - row.goes]

    def states(self) -> tuple[str, str, str]:
        """Return what becomes of rows that change, that come and that go (the last by -1)."""
        return self.tr("≠ changes"), self.tr("+ comes back"), self.tr("− goes to the trash")

    def lines(self, row: ChangeRow) -> Iterator[str]:
        """Yield what would change besides the words of a note, as “what: now → in the backup”."""
        if isinstance(row, StandingRow):
            yield from self._standing(row.change)
        elif isinstance(row, NoteRow) and row.change.now is not None and row.change.then is not None:
            yield from self._fields(row.change.now, row.change.then)

    def choose(self) -> str:
        """Return what the box before a row does."""
        return self.tr("Restore this, or leave it as it is (Space)")

    def _standing(self, change: DocumentChange) -> Iterator[str]:
        now, then = change.now, change.then
        if change.text_comes:
            yield self.tr("Its text comes back.")
        if then.published != now.published:
            yield self._turned(self.tr("date"), now.published, then.published)
        for kind, name in ((LabelKind.COLLECTION, self.tr("collections")), (LabelKind.TAG, self.tr("tags"))):
            was, became = (
                ", ".join(sorted(label for of, label in one.labels if of is kind)) for one in (now, then)
            )
            if was != became:
                yield self._turned(name, was, became)
        if change.decisions:
            words = self.tr("{0} rows of the outline that you confirmed, rejected or edited")
            yield words.format(len(change.decisions))

    def _fields(self, now: Note, then: Note) -> Iterator[str]:
        if now.role is not then.role:
            yield self._turned(self.tr("colour"), now.role.value, then.role.value)
        if now.style is not then.style:
            yield self._turned(self.tr("style"), now.style.value, then.style.value)
        if now.tags != then.tags:
            yield self._turned(self.tr("tags"), ", ".join(now.tags), ", ".join(then.tags))
        if now.anchor.exact != then.anchor.exact:
            yield self._turned(self.tr("passage"), shortened(now.anchor.exact, 60), self.tr("as above"))

    def _turned(self, name: str, now: str, then: str) -> str:
        nothing = self.tr("none")
        return f"{name}: {now or nothing} → {then or nothing}"


def _words(note: Note) -> str:
    return shortened(" ".join(plain_text(note.body).split()), MOST_SHOWN) if note.body else ""
