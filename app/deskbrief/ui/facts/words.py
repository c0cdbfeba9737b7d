"""Says the rows of facts in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskbrief.ui.models.facts import FactRow
from deskbrief.ui.models.heads import GroupRow, MessageRow
from deskbrief.ui.models.rows import Row
from deskbrief.ui.words import spoken_place


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
                where = spoken_place(row.place)
                return ", ".join(part for part in (row.told, row.warning, where) if part)
        return self.title(row)

    def tip(self, row: Row) -> str:
        """Return the row in full, as plain text."""
        if isinstance(row, FactRow):
            return "\n".join(part for part in (row.told, row.body, row.warning) if part)
        return ""
