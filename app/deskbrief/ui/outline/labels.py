"""Small phrases of the outline, each said in one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from deskbrief.document.edtf import display
from deskbrief.document.model import Document
from deskbrief.document.notes import Verdict
from deskbrief.document.outline import LEANING, Event, Outline, Recommendation, Status, Strength
from deskbrief.document.spans import Span
from deskbrief.ui.outline.rows import EventRow
from deskbrief.ui.outline.settings import Grouping, OutlineState
from deskbrief.ui.words import status_words

#: A title of so many words says enough where the sentence that it is from tells of several events.
ENOUGH = 5
#: A sentence of so many letters is shown whole in a row; of a longer one only the beginning would be.
ROOM = 90
#: A title of a row that begins or ends with one of these cannot be read without its sentence.
_LEANING = LEANING | {"which", "who", "my", "here", "nor", "if", "when", "while", "into"}
#: Signs around words that are no part of them.
SIGNS = ".,;:!?()[]“”\"'‘’…—–"


class Labels(QObject):
    """Phrases about items; `document` is the text that they are about."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None

    def status(self, status: Status) -> str:
        """Return an event's status in a word or two."""
        return status_words()[status]

    def strength(self, strength: Strength) -> str:
        """Return the strength of a recommendation in a word."""
        return {
            Strength.MUST: self.tr("must"),
            Strength.SHOULD: self.tr("should"),
            Strength.COULD: self.tr("could"),
        }[strength]

    def grouping(self, grouping: Grouping) -> str:
        """Return what recommendations are grouped by."""
        return {
            Grouping.ADDRESSEE: self.tr("by addressee"),
            Grouping.STRENGTH: self.tr("by strength"),
            Grouping.ORDER: self.tr("in text order"),
        }[grouping]

    def verdict(self, verdict: Verdict | None) -> str:
        """Return what the reader decided, empty when nothing."""
        words = {
            Verdict.CONFIRMED: self.tr("confirmed"),
            Verdict.REJECTED: self.tr("rejected"),
            Verdict.EDITED: self.tr("edited by you"),
            Verdict.ADDED: self.tr("added by you"),
        }
        return words[verdict] if verdict else ""

    def addressee(self, advice: Recommendation) -> str:
        """Return who should act, or that it is not stated."""
        return advice.addressee or self.tr("addressee not stated")

    def speaker(self, advice: Recommendation) -> str:
        """Return whose advice it is when it is not the text's own, empty when it is."""
        return self.tr("says {0}").format(" ".join(advice.speaker.split())) if advice.speaker else ""

    def event_title(self, event: Event, *, alone: bool = True) -> str:
        """Return the title, or the detail where that says it again, tells of the event `alone`, and fits."""
        if not alone or not tells_again(event.title, event.detail):
            return event.title
        return event.title if len(event.detail) > ROOM and stands_alone(event.title) else event.detail

    def second_line(self, event: Event, *, alone: bool = True) -> str:
        """Return what is told below an event's title: who, where, a status worth telling, detail.

        Those whom the title names already are not named again.
        """
        said = self.event_title(event, alone=alone).casefold()
        people = " · ".join(
            part for part in (*event.who, event.where) if part and part.casefold() not in said
        )
        again = tells_again(event.title, event.detail)
        detail = "" if again and (alone or len(event.title.split()) >= ENOUGH) else event.detail
        worth = event.status is not Status.OCCURRED or (people and not detail)
        told = (people, self.status(event.status) if worth else "", detail)
        return " — ".join(part for part in told if part)

    def document_date(self) -> tuple[str, str, str]:
        """Return the link about the document's date: in full, short, and with its evidence."""
        known = self.document.metadata.published if self.document else None
        if known is None or not known.edtf:
            tip = self.tr(
                "Relative dates such as “last month” can be worked out once the date is set (key D)."
            )
            return self.tr("document date: not stated — set"), self.tr("set document date"), tip
        words = display(known.edtf)
        if known.is_guess:
            return self._date_of_the_file(words)
        evidence = [known.source, f"“{known.wording}”" if known.wording else ""]
        tip = self.tr("The document is dated {0} ({1}). Change it with the key D.").format(
            words, ", ".join(part for part in evidence if part) or self.tr("source not stated")
        )
        return (
            self.tr("document date: {0} — change").format(words),
            self.tr("{0} — change").format(words),
            tip,
        )

    def _date_of_the_file(self, words: str) -> tuple[str, str, str]:
        """Return the same where nothing but the file's own properties tells a date: that is a guess."""
        tip = self.tr(
            "The text states no date. The file was made on {0}: “last month” is worked out from that where it"
            " fits the text, “yesterday” is not. Set the right date with the key D."
        ).format(words)
        return (
            self.tr("document date: {0}? — set").format(words),
            self.tr("{0}? — set").format(words),
            tip,
        )

    def state(self, state: OutlineState, note: str, outline: Outline | None) -> str:
        """Return how far the outline is, or what there is to say about it; empty when all is well."""
        if state in {OutlineState.WAITING, OutlineState.RULES}:
            return f"{self.tr('Looking closer…')} {note}".strip()
        if state is OutlineState.FAILED:
            return note or self.tr("The outline could not be completed.")
        return note or (" ".join(outline.remarks) if outline else "")

    def nothing_yet(self, state: OutlineState) -> str:
        """Return what stands in the panel while there is no outline."""
        if state is OutlineState.OPENING:
            return self.tr("The outline appears here when the document is open.")
        if self.document is None:
            return self.tr("Open a document to see its outline here.")
        if state is OutlineState.FAILED:
            return self.tr("There is no outline of this document.")
        return self.tr("The outline appears here in a moment.")

    def wordless(self) -> str:
        """Return why there is no outline of a document whose pages are pictures, and what to do."""
        return self.tr(
            "The pages are pictures without text: there is nothing to outline, to search or to mark. Have "
            "their text recognised (OCR) in another program, and open the result."
        )

    def no_events(self, *, foreign: bool) -> str:
        """Return that there are no events, and what was looked for where that is little."""
        if foreign:
            return self.tr("No sentence with a date found. In this language other events are not looked for.")
        return self.tr("No dated events found.")

    def no_advice(self, *, foreign: bool) -> str:
        """Return that there are no recommendations, or that none were looked for."""
        if foreign:
            return self.tr("Recommendations are looked for in English texts only.")
        return self.tr("No recommendations found.")

    def several(self, events: Sequence[EventRow], most: int = 8) -> str:
        """Return what events are about, one a line, for the tool tip of a dot that they share."""
        lines = [f"{row.when}: {row.title}" for row in events[:most]]
        if len(events) > most:
            lines.append(self.tr("and {0} more").format(len(events) - most))
        return "\n".join(lines)

    def quoted(self, span: Span) -> str:
        """Return the passage in quotation marks and on one line, empty when there is none."""
        quote = " ".join(self.document.quote(span).split()) if self.document else ""
        return f"“{quote}”" if quote else ""


def tells_again(words: str, text: str) -> bool:
    """Tell whether `text` says all of `words`, one after the other, whatever stands between them."""
    rest = (word.strip(SIGNS) for word in text.casefold().split())
    return bool(text) and all(word.strip(SIGNS) in rest for word in words.casefold().split())


def only(parts: Iterable[str]) -> list[str]:
    """Return the parts that say something, each once."""
    return list(dict.fromkeys(part for part in parts if part))


def stands_alone(title: str) -> bool:
    """Tell whether a title that was cut from a sentence can be read without it."""
    words = [word.strip(SIGNS) for word in title.casefold().split()]
    return len(words) >= ENOUGH and _LEANING.isdisjoint((words[0], words[-1]))
