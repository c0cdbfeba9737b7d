"""The rows of the figures dock, made from the outline's figures."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtCore import QObject

from deskbrief.document.model import Document
from deskbrief.document.outline import Figure, FigureKind
from deskbrief.ui.models.facts import STRIDE, FactRow, Group
from deskbrief.ui.models.places import Places
from deskbrief.ui.models.snippets import snippet
from deskbrief.ui.models.words import folded

_AROUND = 70
_ARROWS = {"up": " ▲", "down": " ▼"}


class FigureRows(QObject):
    """Makes groups of rows of a document's figures: those told differently first, then by kind."""

    def groups(self, document: Document, figures: Sequence[Figure]) -> Generator[None, None, list[Group]]:
        """Return the groups, in each the order of the text, in strides."""
        places = Places(document)
        rows: dict[str, list[FactRow]] = {name: [] for name in self._titles()}
        for number, figure in enumerate(figures):
            row = self._row(document, places, figure, number)
            rows["differs" if figure.differs else _group(figure.kind)].append(row)
            if number % STRIDE == STRIDE - 1:
                yield
        return [Group(name, title, rows[name]) for name, title in self._titles().items() if rows[name]]

    def _titles(self) -> dict[str, str]:
        return {
            "differs": self.tr("Stated differently"),
            "money": self.tr("Money"),
            "percent": self.tr("Percentages and shares"),
            "quantity": self.tr("Measures"),
            "count": self.tr("Counts"),
        }

    def _row(self, document: Document, places: Places, figure: Figure, number: int) -> FactRow:
        head = f"{figure.about} {figure.text}".strip()
        rest = figure.of + _ARROWS.get(figure.change, "")
        others = [
            self.tr("{0} in {1}").format(document.quote(span), places.cited(span.start))
            for span in figure.differs[:4]
        ]
        return FactRow(
            key=f"figure|{figure.start}|{number}",
            span=figure.span,
            depth=1,
            place=places.cited(figure.start),
            head=head,
            rest=rest,
            body="".join(snippet(document, figure.span, _AROUND)),
            warning=self.tr("≠ {0}").format(", ".join(others)) if others else "",
            told=self._told(head, figure),
            hay=folded(f"{head} {figure.of} {figure.unit}"),
        )

    def _told(self, head: str, figure: Figure) -> str:
        change = {"up": self.tr("rising"), "down": self.tr("falling")}.get(figure.change, "")
        return ", ".join(part for part in (head, figure.of, change) if part)


def _group(kind: FigureKind) -> str:
    return "percent" if kind is FigureKind.SHARE else kind.value
