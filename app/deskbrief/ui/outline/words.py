"""The outline in words: labels, spoken rows, and what stands behind each item."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from deskbrief.document.edtf import display
from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import Degree, Event, Origin, Recommendation, Status, Strength
from deskbrief.document.spans import Span
from deskbrief.ui.models.rows import Row
from deskbrief.ui.outline.rows import (
    CardRow,
    EventRow,
    GroupRow,
    MessageRow,
    SectionRow,
    SubgroupRow,
    TimelineRow,
    TimeRow,
)


class OutlineWords(QObject):
    """Says rows in words; `document` is the text they are about."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None

    # Labels

    def status(self, status: Status) -> str:
        """Return an event's status in a word or two."""
        return {
            Status.OCCURRED: self.tr("occurred"),
            Status.PLANNED: self.tr("planned"),
            Status.ONGOING: self.tr("ongoing"),
            Status.HYPOTHETICAL: self.tr("hypothetical"),
            Status.NEGATED: self.tr("did not happen"),
        }[status]

    def strength(self, strength: Strength) -> str:
        """Return the strength of a recommendation in a word."""
        return {
            Strength.MUST: self.tr("must"),
            Strength.SHOULD: self.tr("should"),
            Strength.COULD: self.tr("could"),
        }[strength]

    def verdict(self, verdict: Verdict | None) -> str:
        """Return what the reader decided, empty when nothing."""
        return {
            Verdict.CONFIRMED: self.tr("confirmed"),
            Verdict.REJECTED: self.tr("rejected"),
            Verdict.EDITED: self.tr("edited by you"),
            Verdict.ADDED: self.tr("added by you"),
        }.get(verdict, "") if verdict else ""

    def second_line(self, event: Event) -> str:
        """Return what is told below an event's title: status unless it simply occurred, who, where, detail."""
        people = " · ".join(part for part in (*event.who, event.where) if part)
        told = [part for part in (people, event.detail) if part]
        if event.status is not Status.OCCURRED:
            told.insert(0, self.status(event.status))
        elif people and not event.detail:
            told.append(self.status(event.status))
        return " — ".join(told)

    def document_date(self) -> tuple[str, str, str]:
        """Return the link about the document's date: in full, short, and with its evidence."""
        known = self.document.metadata.published if self.document else None
        if known is None or not known.edtf:
            tip = self.tr("Relative dates such as “last month” can be worked out once the date is set (key D).")
            return self.tr("document date: not stated — set"), self.tr("set document date"), tip
        words = display(known.edtf)
        evidence = [known.source, f"“{known.wording}”" if known.wording else ""]
        tip = self.tr("The document is dated {0} ({1}). Change it with the key D.").format(
            words, ", ".join(part for part in evidence if part) or self.tr("source not stated")
        )
        return self.tr("document date: {0} — change").format(words), self.tr("{0} — change").format(words), tip

    # What the model asks for

    def title(self, row: Row) -> str:
        """Return the row's short text."""
        match row:
            case GroupRow() | SubgroupRow() | SectionRow() | EventRow():
                return row.title
            case CardRow():
                return row.title or row.text
            case TimeRow():
                return row.wording
            case MessageRow():
                return row.text
        return self.tr("Timeline")

    def spoken(self, row: Row) -> str:
        """Return all that the row shows, as one spoken sentence."""
        match row:
            case GroupRow():
                parts = [row.title, self._count(row), self._open(row), row.action]
            case SubgroupRow():
                parts = [row.title, str(row.count), self._open(row)]
            case SectionRow():
                parts = [row.title, self.tr("section, level {0}").format(row.depth + 1), row.paragraphs]
                parts.append(self._open(row) if row.has_children else "")
            case EventRow():
                parts = [row.when, row.title, row.second, self.status(row.item.value.status)]
                parts += [self._paragraph(row.paragraph), self.verdict(row.item.verdict)]
            case CardRow():
                value = row.item.value
                parts = [row.title, row.text, self._addressee(value), value.wording or self.strength(value.strength)]
                parts += [self._paragraph(row.paragraph), self.verdict(row.item.verdict)]
            case TimeRow():
                parts = [row.wording, self.tr("not resolved"), row.time.reason, self._paragraph(row.paragraph)]
            case TimelineRow():
                parts = self._timeline(row)
            case _:
                parts = [self.title(row)]
        return ", ".join(_without_repeats(parts))

    def tip(self, row: Row) -> str:
        """Return the full text and the reasoning, as plain text."""
        match row:
            case GroupRow():
                return row.action_tip
            case SectionRow():
                return "\n\n".join([row.title, *self._quotes(row.section.gist)])
            case EventRow():
                return self._event_tip(row)
            case CardRow():
                return self._card_tip(row)
            case TimeRow():
                return "\n".join(part for part in (f"“{row.wording}”", row.time.reason) if part)
            case TimelineRow():
                return self.tr("Left and Right go from event to event, Enter goes to the passage.")
        return ""

    # Parts of sentences

    def _event_tip(self, row: EventRow) -> str:
        event = row.item.value
        lines = [f"{row.when}: {row.title}", row.second]
        if event.status is not Status.OCCURRED and event.status_wording:
            lines.append(self.tr("Status: {0} (“{1}”)").format(self.status(event.status), event.status_wording))
        lines.append(self._date_reason(event))
        return self._with_origin(lines, event, row)

    def _date_reason(self, event: Event) -> str:
        wording = self._quoted(Span(event.date.start, event.date.end))
        how = {
            Degree.EXPLICIT: self.tr("stated in the text"),
            Degree.COMPLETED: self.tr("completed from the text"),
            Degree.INFERRED: self.tr("worked out"),
            Degree.UNRESOLVED: self.tr("not resolved"),
        }[event.date.degree]
        return self.tr("Date: {0}").format("; ".join(part for part in (wording, how, event.date.reason) if part))

    def _card_tip(self, row: CardRow) -> str:
        advice = row.item.value
        lines = [row.title, advice.action]
        lines.append(self.tr("For: {0}").format(advice.addressee) if advice.addressee else self._addressee(advice))
        wording = f" (“{advice.wording}”)" if advice.wording else ""
        lines.append(self.tr("Strength: {0}").format(self.strength(advice.strength) + wording))
        for label, value in (
            (self.tr("Condition: {0}"), advice.condition),
            (self.tr("Deadline: {0}"), advice.deadline),
            (self.tr("Said by: {0}"), advice.speaker),
        ):
            lines.append(label.format(value) if value else "")
        return self._with_origin(lines, advice, row)

    def _with_origin(self, lines: list[str], value: Event | Recommendation, row: EventRow | CardRow) -> str:
        origin = {
            Origin.PROSE: self.tr("in a sentence"),
            Origin.TABLE: self.tr("in a table"),
            Origin.LIST: self.tr("in a list"),
            Origin.HEADING: self.tr("in a heading"),
            Origin.READER: self.tr("by you"),
        }[value.source]
        found = self.tr("Found {0}, {1}; rule “{2}”, confidence {3}.").format(
            origin, self._paragraph(row.paragraph), value.rule or "–", f"{value.confidence:.0%}"
        )
        return "\n".join(_without_repeats([*lines, found, self.verdict(row.item.verdict)]))

    def _addressee(self, advice: Recommendation) -> str:
        return advice.addressee or self.tr("addressee not stated")

    def _paragraph(self, number: int) -> str:
        return self.tr("paragraph {0}").format(number) if number else ""

    def _open(self, row: Row) -> str:
        return "" if row.open is None else self.tr("expanded") if row.open else self.tr("collapsed")

    def _count(self, row: GroupRow) -> str:
        if row.shown == row.total:
            return str(row.total)
        return self.tr("{0} of {1}").format(row.shown, row.total)

    def _timeline(self, row: TimelineRow) -> list[str]:
        count = self.tr("Timeline, {0} events").format(len(row.events))
        if 0 <= row.chosen < len(row.events):
            chosen = row.events[row.chosen]
            return [count, chosen.when, chosen.title]
        return [count, self.tr("from {0} to {1}").format(row.events[0].when, row.events[-1].when)]

    def _quoted(self, span: Span) -> str:
        quote = " ".join(self.document.quote(span).split()) if self.document else ""
        return f"“{quote}”" if quote else ""

    def _quotes(self, spans: Iterable[Span]) -> list[str]:
        return [quote for span in spans if (quote := self._quoted(span))]


def _without_repeats(parts: Iterable[str]) -> list[str]:
    """Return the parts that say something, each once."""
    return list(dict.fromkeys(part for part in parts if part))
