"""The rows of the names panel, made from the outline's names."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskbrief.document.model import Document
from deskbrief.document.outline import Name
from deskbrief.document.records import dataclass
from deskbrief.document.spans import Span
from deskbrief.services.naming import KINDS, NameItem, NameItems
from deskbrief.ui.models.facts import FactRow
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.places import Places
from deskbrief.ui.models.rows import Row
from deskbrief.ui.models.snippets import snippet
from deskbrief.ui.models.words import folded
from deskbrief.ui.words import numbered, spoken_place

#: The name of the group of hidden names.
HIDDEN = "hidden"
#: Code points of the text shown on each side of a mention.
_AROUND = 60


@dataclass(slots=True, kw_only=True, eq=False)
class NameRow(Row):
    """A name with its other forms."""

    item: NameItem
    name: Name
    aliases: str
    hay: str


@dataclass(slots=True, kw_only=True, eq=False)
class MentionRow(Row):
    """One mention: the words before it, itself, and the words after it."""

    place: str
    before: str
    mention: str
    after: str


class NameRows:
    """Makes rows of the names of one document; mentions only when they are looked at."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = Places(document)

    def name(self, item: NameItem) -> NameRow:
        """Return the row of a name."""
        name = item.value
        aliases = ", ".join(name.aliases)
        return NameRow(
            key=f"name|{name.kind}|{item.found}",
            item=item,
            span=min(name.mentions, default=None),
            depth=1,
            open=False if name.mentions else None,
            name=name,
            aliases=aliases,
            hay=folded(f"{name.name} {aliases}"),
        )

    def mentions(self, row: NameRow) -> list[MentionRow]:
        """Return a row for each mention of a name."""
        return [self._mention(row, span) for span in sorted(row.name.mentions)]

    def _mention(self, row: NameRow, span: Span) -> MentionRow:
        before, mention, after = snippet(self._document, span, _AROUND)
        return MentionRow(
            key=f"{row.key}|{span.start}",
            span=span,
            depth=2,
            place=self._places.cited(span.start),
            before=before,
            mention=mention,
            after=after,
        )


class NameWords(QObject):
    """Says names in words."""

    def kind(self, kind: str) -> str:
        """Return the title of a group of names."""
        titles = {
            HIDDEN: self.tr("Hidden"),
            "person": self.tr("Persons"),
            "organisation": self.tr("Organisations"),
            "place": self.tr("Places"),
            "law": self.tr("Laws and agreements"),
            "document": self.tr("Documents"),
        }
        return titles.get(kind, self.tr("Other names"))

    def one(self, kind: str) -> str:
        """Return the word for a single name of a kind."""
        titles = {
            "person": self.tr("Person"),
            "organisation": self.tr("Organisation"),
            "place": self.tr("Place"),
            "law": self.tr("Law or agreement"),
            "document": self.tr("Document"),
        }
        return titles.get(kind, self.tr("Other name"))

    def title(self, row: Row) -> str:
        """Return the row's short text."""
        match row:
            case GroupRow():
                return row.title
            case NameRow():
                return row.name.name
            case MentionRow():
                return row.mention
            case FactRow():
                return row.head
            case MessageRow():
                return row.text
        return ""

    def spoken(self, row: Row) -> str:
        """Return all that the row shows, as one spoken sentence."""
        match row:
            case GroupRow():
                return f"{row.title}, {row.shown}, {self._open(row)}"
            case NameRow():
                parts = [row.name.name, row.aliases, self._count(row), self._open(row)]
                return ", ".join(part for part in parts if part)
            case FactRow():
                return f"{row.told}, {spoken_place(row.place)}"
            case MentionRow():
                return f"{spoken_place(row.place)}, {row.before}{row.mention}{row.after}"
        return self.title(row)

    def tip(self, row: Row) -> str:
        """Return the row in full, as plain text."""
        match row:
            case NameRow():
                also = self.tr("also: {0}").format(row.aliases) if row.aliases else ""
                return "\n".join(part for part in (row.name.name, also, self._count(row)) if part)
            case MentionRow():
                return f"{row.before}{row.mention}{row.after}"
            case FactRow():
                return row.told
        return ""

    def _count(self, row: NameRow) -> str:
        return numbered(len(row.name.mentions), self.tr("mentioned once"), self.tr("mentioned {0} times"))

    def _open(self, row: Row) -> str:
        return "" if row.open is None else self.tr("expanded") if row.open else self.tr("collapsed")


def kinds(items: NameItems) -> list[tuple[str, list[NameItem]]]:
    """Return the names by kind, each group with the most mentioned first; unknown kinds count as other.

    Those that the reader has hidden come last, as a group of their own.
    """
    groups: dict[str, list[NameItem]] = {kind: [] for kind in KINDS}
    for item in items.shown:
        groups[item.value.kind if item.value.kind in groups else "other"].append(item)
    groups[HIDDEN] = list(items.hidden)
    for group in groups.values():
        group.sort(key=lambda item: (-len(item.value.mentions), item.value.name.casefold()))
    return [(kind, group) for kind, group in groups.items() if group]
