"""What other programs put into an OpenDocument text: charts, and the words of formulas and form fields."""

from __future__ import annotations

from deskbrief.importers.archive import Archive
from deskbrief.importers.builder import Builder
from deskbrief.importers.draft import BlockDraft
from deskbrief.importers.mathml import formula_line
from deskbrief.importers.odt_charts import chart_in, read_chart
from deskbrief.importers.office_charts import ChartDrafts
from deskbrief.importers.xml_tree import Element, attribute, first, local, named, parse_xml, text_in

#: The most objects of one text that are looked into, and how many of those without words a remark names.
MOST_OBJECTS, MOST_NAMED = 200, 3

_CHART, _FORMULA, _OTHER = "words in charts", "formulas", "words in embedded objects"
#: What a form field says: its label, and what stands in it.
_SAID = ("label", "current-value", "value")


class Objects:
    """Reads the charts of one text, and collects the words of its other objects."""

    def __init__(self, archive: Archive | None) -> None:
        self._archive = archive
        self._count = 0
        self._said: dict[str, list[str]] = {}
        self._silent: list[str] = []
        self._charts = ChartDrafts()
        self._seen: set[str] = set()

    def read(self, frame: Element) -> list[BlockDraft]:
        """Return the blocks of the charts in `frame`, and note the words of other objects."""
        drafts: list[BlockDraft] = []
        for element in frame:
            name = attribute(element, "href")
            if name in self._seen:
                continue
            self._seen |= {name} if name else set()
            if local(element) in ("object", "object-ole", "plugin", "applet", "floating-frame"):
                self._count += 1
                drafts += self._read(element)
        return drafts

    def note_forms(self, element: Element) -> None:
        """Note what the form fields under `element` say."""
        for field in element.iter():
            said = (attribute(field, name).strip() for name in _SAID)
            lines = dict.fromkeys(line for line in said if line)
            if local(field) and lines:
                self._said.setdefault("form fields", []).append(": ".join(lines))

    def _read(self, element: Element) -> list[BlockDraft]:
        root = self._root(element)
        chart, formula = chart_in(root), first(root, "math")
        drafts = self._charts.of(read_chart(chart)) if chart is not None else []
        if drafts:
            return drafts
        if chart is not None:
            lines = list(map(text_in, named(chart, "p", "h")))
            self._said.setdefault(_CHART, []).extend(dict.fromkeys(line for line in lines if line))
        elif formula is not None:
            self._said.setdefault(_FORMULA, []).append(_written(formula))
        elif root is not None and (words := [line for line in map(text_in, named(root, "p", "h")) if line]):
            self._said.setdefault(_OTHER, []).extend(words)
        else:
            self._silent.append(attribute(element, "href").removeprefix("./") or "an object without a name")
        return []

    def _root(self, element: Element) -> Element | None:
        """Return the content of an object: what stands in it, or a part of the file."""
        if self._count > MOST_OBJECTS:
            return None
        inside = next((child for child in element if local(child)), None)
        name = attribute(element, "href").removeprefix("./").rstrip("/")
        if inside is not None or self._archive is None or not name:
            return inside
        return parse_xml(self._archive.optional(f"{name}/content.xml")).root

    def tell(self, builder: Builder) -> None:
        """Note in `builder` the words that are not in the text, and the objects without any."""
        self._charts.tell(builder)
        for reason, lines in self._said.items():
            builder.leave_out(reason, " · ".join(lines))
        if self._silent:
            names = ", ".join(name[:60] for name in self._silent[:MOST_NAMED])
            more = " …" if len(self._silent) > MOST_NAMED else ""
            many = len(self._silent) > 1
            what = (
                f"{len(self._silent)} objects of other programs are"
                if many
                else "An object of another program is"
            )
            builder.remark(f"{what} not shown: {names}{more}.")


def _written(formula: Element) -> str:
    """Return a formula as its author typed it, or else on one line."""
    typed = first(formula, "annotation")
    return text_in(typed) if typed is not None else formula_line(formula)
