"""What stands behind an item: its full text, the rule that found it, and how its date was worked out."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskbrief.document.outline import Degree, Event, Origin, Recommendation, Status
from deskbrief.document.spans import Span
from deskbrief.ui.outline.labels import Labels, only
from deskbrief.ui.outline.rows import CardRow, EventRow
from deskbrief.ui.words import percent, spoken_place


class Tips(QObject):
    """Writes the tool tips of items, as plain text."""

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels

    def of_event(self, row: EventRow) -> str:
        """Return what stands behind an event."""
        event = row.item.value
        lines = [f"{row.when}: {row.title}", row.second]
        if event.status is not Status.OCCURRED and event.status_wording:
            status = self._labels.status(event.status)
            lines.append(self.tr("Status: {0} (“{1}”)").format(status, event.status_wording))
        lines.append(self._date(event))
        return self._with_origin(lines, event, row)

    def of_card(self, row: CardRow) -> str:
        """Return what stands behind a recommendation."""
        advice = row.item.value
        strength = self._labels.strength(advice.strength)
        wording = f" (“{advice.wording}”)" if advice.wording else ""
        lines = [
            row.title,
            advice.action,
            self.tr("Addressee: {0}").format(self._labels.addressee(advice)),
            self.tr("Strength: {0}").format(strength + wording),
            self.tr("Condition: {0}").format(advice.condition) if advice.condition else "",
            self.tr("Deadline: {0}").format(advice.deadline) if advice.deadline else "",
            self.tr("Said by: {0}").format(advice.speaker) if advice.speaker else "",
        ]
        return self._with_origin(lines, advice, row)

    def _date(self, event: Event) -> str:
        how = {
            Degree.EXPLICIT: self.tr("stated in the text"),
            Degree.COMPLETED: self.tr("completed from the text"),
            Degree.INFERRED: self.tr("worked out"),
            Degree.UNRESOLVED: self.tr("not resolved"),
        }[event.date.degree]
        wording = self._labels.quoted(Span(event.date.start, event.date.end))
        return self.tr("Date: {0}").format("; ".join(only((wording, event.date.reason or how))))

    def _with_origin(self, lines: list[str], value: Event | Recommendation, row: EventRow | CardRow) -> str:
        origin = {
            Origin.PROSE: self.tr("in a sentence"),
            Origin.TABLE: self.tr("in a table"),
            Origin.LIST: self.tr("in a list"),
            Origin.HEADING: self.tr("in a heading"),
            Origin.READER: self.tr("by you"),
        }[value.source]
        where = ", ".join(only((origin, spoken_place(row.place))))
        found = self.tr("Found {0}. Rule: {1}. Confidence: {2}.").format(
            where, value.rule or "–", percent(value.confidence)
        )
        verdict = self._labels.verdict(row.item.verdict)
        decided = self.tr("Your decision: {0}").format(verdict) if verdict else ""
        return "\n".join(only([*lines, found, decided]))
