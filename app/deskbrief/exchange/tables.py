"""Events and recommendations as CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from deskbrief.exchange.items import AdviceOut, Citation, EventOut, Written

#: What a spreadsheet would take for the beginning of a formula, also after spaces.
_FORMULA = re.compile(r"\s{0,1000}[=+\-@＝＋－＠]|[\t\r\n]")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
BOM = "\ufeff"
_CITED = ("section", "place", "quote", "source", "file", "sha256")
_EVENT = ("date", "edtf", "wording", "event", "detail", "who", "where", "status", "checked", *_CITED)
_ADVICE = (
    *("addressee", "action", "strength", "wording", "condition", "deadline", "speaker", "checked"),
    *_CITED,
)


def events_csv(events: Sequence[EventOut], *, bom: bool = False) -> Written:
    """Return `events` as a table, undated ones too."""
    rows = (
        (
            *(event.shown, event.edtf, event.wording, event.title, event.detail, "; ".join(event.who)),
            *(event.where, event.status, _yes(event.checked), *_cited(event.citation)),
        )
        for event in events
    )
    return Written(_table(_EVENT, rows, bom=bom), len(events))


def recommendations_csv(advice: Sequence[AdviceOut], *, bom: bool = False) -> Written:
    """Return recommendations as a table."""
    rows = (
        (
            *(one.addressee, one.action, one.strength, one.wording, one.condition, one.deadline),
            *(one.speaker, _yes(one.checked), *_cited(one.citation)),
        )
        for one in advice
    )
    return Written(_table(_ADVICE, rows, bom=bom), len(advice))


def harmless(text: str) -> str:
    """Return `text` as a cell that no spreadsheet works out: an apostrophe goes before a formula."""
    text = _UNFIT.sub("", text)
    return f"'{text}" if _FORMULA.match(text) else text


def _yes(checked: bool) -> str:
    return "yes" if checked else "no"


def _cited(citation: Citation) -> tuple[str, ...]:
    return (
        *(citation.section, citation.place, citation.quote),
        *(citation.title, citation.file_name, citation.sha256),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], *, bom: bool) -> bytes:
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return (BOM * bom + held.getvalue()).encode()
