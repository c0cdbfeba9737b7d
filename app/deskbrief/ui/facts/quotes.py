"""The rows of the quotes dock, made from the outline's quotes."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtCore import QObject

from deskbrief.document.model import Document
from deskbrief.document.outline import Quote, Speech
from deskbrief.document.spans import Span
from deskbrief.ui.models.facts import STRIDE, FactRow, Group
from deskbrief.ui.models.places import Places
from deskbrief.ui.models.words import folded, on_one_line

#: The name of the group of what nobody is named for.
UNNAMED = "|"


class QuoteRows(QObject):
    """Makes groups of rows of a document's quotes: by speaker, last those without a named source."""

    def groups(self, document: Document, quotes: Sequence[Quote]) -> Generator[None, None, list[Group]]:
        """Return the groups, who speaks most first, in each the order of the text, in strides."""
        places = Places(document)
        rows: dict[str, list[FactRow]] = {}
        for number, quote in enumerate(quotes):
            name = quote.speaker if quote.named else UNNAMED
            rows.setdefault(name, []).append(self._row(document, places, quote, number))
            if number % STRIDE == STRIDE - 1:
                yield
        order = sorted(rows, key=lambda name: (name == UNNAMED, -len(rows[name])))
        unnamed = self.tr("No named source")
        return [Group(name, unnamed if name == UNNAMED else name, rows[name]) for name in order]

    def _row(self, document: Document, places: Places, quote: Quote, number: int) -> FactRow:
        words = on_one_line(document.quote(quote.spans[0]))
        direct = quote.speech is Speech.DIRECT
        head = "" if quote.named else quote.speaker
        how = self._how(document, quote)
        return FactRow(
            key=f"quote|{quote.spans[0].start}|{number}",
            span=quote.spans[0],
            depth=1,
            place=places.cited(quote.spans[0].start),
            head=head,
            rest=how,
            body=f"“{words}”" if direct else words,
            is_quoted=direct,
            told=", ".join(part for part in (quote.speaker, how, words) if part),
            hay=folded(f"{quote.speaker} {words}"),
        )

    def _how(self, document: Document, quote: Quote) -> str:
        """Return how the words are attributed, in the wording of the text."""
        wording = on_one_line(document.quote(_wording(quote))) if len(quote.spans) > 1 else ""
        if quote.inferred:
            return self.tr("{0} (inferred)").format(wording).strip()
        return wording or (self.tr("not attributed") if not quote.speaker else "")


def _wording(quote: Quote) -> Span:
    return quote.spans[1]
