"""Captions of a PDF, "Figure 2. Exports by year", and sources of figures, in the languages of many papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskbrief.importers.pdf_lines import Line

#: What is counted, its number, and what parts both from the words.
_COUNTED = re.compile(
    r"(?:fig(?:ure|\.)?|table|chart|box|exhibit|map|photo|graph|plate|diagram"
    r"|abb(?:ildung|\.)|tab(?:elle|\.)|diagramm|grafik|karte|tableau|graphique|encadré|figura|tabla|cuadro"
    r"|gráfico|recuadro|tabella|grafico|tabela|quadro|figuur|tabel)[ \u00a0]{0,2}"
    r"(?-i:(?:[A-Z]{1,3}[-–.]?)?\d{1,3}(?:[-–.]\d{1,3}){0,3}[a-zA-Z]?|[IVX]{1,5}|[A-Z](?:[-–.]\d{1,3}){0,2})"
    r"(?:(?P<parted>\s{0,2}[.:|–—])|(?=\s|$))",
    re.IGNORECASE,
)
#: The word alone, and what parts it from the rest: "Photo: the harbour at night", "TABLE. Wells by farm".
_NAMED = re.compile(
    r"(?:fig(?:ure)?|table|chart|box|exhibit|map|photo|graph)s?(?::|\.\s)\s{0,2}\S", re.IGNORECASE
)
#: What is drawn, of all that is counted.
_DRAWN = re.compile(
    r"fig(?:ure|\.)?|chart|diagramm?|map|graph|plate|abb(?:ildung|\.)|grafik|karte|graphique|figura|gr[áa]fico|figuur",
    re.IGNORECASE,
)
#: What says below a table or a chart where its figures are from, and what is to be known about them.
_NOTED = re.compile(
    r"(?:sources?|notes?|quellen?|anmerkung(?:en)?|fuentes?|notas?|fontes?|fonti|bron(?:nen)?|remarques?|abbreviations?)"
    r"[ \u00a0]?(?::|\.?[—–])",
    re.IGNORECASE,
)
#: The marks that lead from the figures of a table to what is said of them below it.
_MARKED = re.compile(r"[*†‡§¶]{1,3}\s?[^\W_]")
_OPENERS = "\"'“‘„«["


def is_note_of_table(text: str) -> bool:
    """Tell whether `text` begins as what stands below a table or a chart does, "Source: Census Bureau"."""
    return text[:1].isupper() and bool(_NOTED.match(text))


def is_marked_note(text: str) -> bool:
    """Tell whether `text` begins with the mark of a note, "* Estimated"."""
    return bool(_MARKED.match(text))


def is_caption(text: str) -> bool:
    """Tell whether `text` begins as a caption does.

    "Table 2 shows", which goes on in small letters with nothing between, is a sentence about one.
    """
    if _NAMED.match(text):
        return True
    found = _COUNTED.match(text)
    if found is None:
        return False
    words = text[found.end() :].lstrip().lstrip(_OPENERS)
    return bool(found["parted"]) or not words[:1].islower()


def is_caption_of_drawing(text: str) -> bool:
    """Tell whether `text` begins as the caption of a figure does, and not as that of a table or a box."""
    return bool(_DRAWN.match(text)) and is_caption(text)


def captions_apart(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with captions, or sources, of two figures side by side on a line each."""
    return [part for line in lines for part in _captions_of(line)]


def _captions_of(line: Line) -> list[Line]:
    beside = not line.single and all(is_said_of_it(cell.text) for cell in line.cells)
    return [Line([cell]) for cell in line.cells] if beside else [line]


def is_said_of_it(text: str) -> bool:
    """Tell whether `text` begins as a caption does, or as what a figure says of its source."""
    return is_caption(text) or is_note_of_table(text)
