"""Which documents the page shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskbrief.document.records import dataclass
from deskbrief.library.catalogue import Card
from deskbrief.library.labels import Label, LabelKind
from deskbrief.services.everywhere import Passage
from deskbrief.services.librarian import Listing
from deskbrief.services.titles import Named, told_apart, with_difference
from deskbrief.ui.library.rows import CardRow, PassageRow
from deskbrief.ui.models.words import folded


class Order(StrEnum):
    """The orders of the list of documents."""

    OPENED = "opened"
    TITLE = "title"
    DATE = "date"
    READ = "read"
    MARKS = "marks"
    WORDS = "words"


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("library", text))


ORDERS = {
    Order.OPENED: _tr("Last opened"),
    Order.TITLE: _tr("Title"),
    Order.DATE: _tr("Date, newest first"),
    Order.READ: _tr("Most read"),
    Order.MARKS: _tr("Most marks"),
    Order.WORDS: _tr("Longest"),
}
KEYS: dict[Order, Callable[[CardRow], Any]] = {
    Order.OPENED: lambda row: -row.card.turn,
    Order.TITLE: lambda row: folded(row.name),
    Order.DATE: lambda row: [-ord(sign) for sign in row.card.published] or [1],
    Order.READ: lambda row: -row.card.read,
    Order.MARKS: lambda row: -row.card.notes,
    Order.WORDS: lambda row: -row.card.words,
}
#: What tells a document whose file was saved again since from the one that the file holds now.
EARLIER = _tr("earlier edition of this file")
ONE_OF_SEVERAL = _tr("earlier edition of this file, {0} of {1}")
#: What a document is called that is known by its notes alone.
NOT_HERE = _tr("{0} (not here yet)")
SIGNS = {LabelKind.COLLECTION: "▤ ", LabelKind.TAG: "#"}


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows: an order, and either everything, what has marks, what is unread, or one label."""

    order: Order = Order.OPENED
    only: str = ""
    label: tuple[LabelKind, str] | None = None


def rows_of(listing: Listing) -> list[CardRow]:
    """Return a row for each document, with its labels."""
    labels: dict[str, list[str]] = {}
    for label in listing.labels:
        for sha256 in label.documents:
            labels.setdefault(sha256, []).append(SIGNS[label.kind] + label.name)
    apart = told_apart([Named(_called(card), card.path, card.published) for card in listing.cards])
    pairs = zip(listing.cards, apart, strict=True)
    return [
        _row(card, tuple(labels.get(card.sha256, ())), _earlier(card) if card.is_earlier else differs)
        for card, differs in pairs
    ]


def passage_rows(passages: Sequence[Passage], rows: Iterable[CardRow]) -> list[PassageRow]:
    """Return a row for each passage, called as the row of its document in `rows` is told from others."""
    wanted = {passage.document for passage in passages}
    known = {row.key: row for row in rows if row.key in wanted}
    return [
        PassageRow(
            key=f"{passage.document}|{passage.note}|{passage.start}|{number}",
            passage=passage,
            name=_called_in(passage, known.get(passage.document)),
        )
        for number, passage in enumerate(passages)
    ]


def _called_in(passage: Passage, row: CardRow | None) -> str:
    name = passage.title or (row.name if row else "")
    return with_difference(name, row.apart) if row else name


def _earlier(card: Card) -> str:
    words = ONE_OF_SEVERAL if card.editions > 2 else EARLIER
    return QCoreApplication.translate("library", words).format(card.edition, card.editions)


def _called(card: Card) -> str:
    if not card.is_here:
        name = card.title or Path(card.path).stem or card.sha256[:12]
        return QCoreApplication.translate("library", NOT_HERE).format(name)
    return card.title or card.path.rpartition("/")[2] or card.sha256[:12]


def _row(card: Card, own: tuple[str, ...], apart: str) -> CardRow:
    name = _called(card)
    hay = folded(" ".join((name, card.path.rpartition("/")[2], card.published, *own)))
    return CardRow(key=card.sha256, card=card, name=name, labels=own, apart=apart, hay=hay)


def arranged(
    rows: Iterable[CardRow], view: View, labels: Mapping[tuple[LabelKind, str], Label]
) -> list[CardRow]:
    """Return the rows of a view in its order."""
    kept = list(rows)
    if view.label is not None:
        label = labels.get(view.label)
        kept = [row for row in kept if label is not None and row.key in label.documents]
    elif view.only == "marked":
        kept = [row for row in kept if row.card.notes]
    elif view.only == "unread":
        kept = [row for row in kept if row.card.read < 0.005]
    kept.sort(key=KEYS[view.order])
    return kept


def narrowed(rows: Sequence[CardRow], words: tuple[str, ...], found: frozenset[str]) -> Sequence[CardRow]:
    """Return those of `rows` whose name holds all `words`, then those that are `found`; all without words."""
    if not words:
        return rows
    named = rows
    for word in words:
        named = [row for row in named if word in row.hay]
    if not found:
        return named
    names = {row.key for row in named}
    others = found - names
    return [*named, *(row for row in rows if row.key in others)]
