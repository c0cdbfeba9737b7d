"""Rows of facts: a figure or a quotation in two or three lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.rows import Row


@dataclass(slots=True, kw_only=True, eq=False)
class FactRow(Row):
    """A fact: `head` in bold, `rest` beside it, `body` below, `warning` last; `told` is all of it in words.

    `is_quoted` draws the body as a quotation. `hay` is what a filter looks through.
    """

    paragraph: int
    head: str
    rest: str
    body: str
    warning: str = ""
    is_quoted: bool = False
    told: str
    hay: str


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under one head; `name` is its identity."""

    name: str
    title: str
    rows: Sequence[FactRow]


class FactWords(QObject):
    """Says facts in words."""

    def title(self, row: Row) -> str:
        """Return the row's short text."""
        match row:
            case GroupRow():
                return row.title
            case FactRow():
                return f"{row.head} {row.rest}".strip()
            case MessageRow():
                return row.text
        return ""

    def spoken(self, row: Row) -> str:
        """Return all that the row shows, as one spoken sentence."""
        match row:
            case GroupRow():
                state = self.tr("expanded") if row.open else self.tr("collapsed")
                return f"{row.title}, {row.shown}, {state}"
            case FactRow():
                where = self.tr("paragraph {0}").format(row.paragraph)
                return ", ".join(part for part in (row.told, row.warning, where) if part)
        return self.title(row)

    def tip(self, row: Row) -> str:
        """Return the row in full, as plain text."""
        if isinstance(row, FactRow):
            return "\n".join(part for part in (row.told, row.body, row.warning) if part)
        return ""
