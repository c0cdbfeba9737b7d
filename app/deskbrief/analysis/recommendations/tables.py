"""Recommendations in tables: after a lead-in that offers them, or with a column of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskbrief.analysis.events.status import progress
from deskbrief.analysis.recommendations.leadins import Lead
from deskbrief.analysis.recommendations.zones import Place, Zone
from deskbrief.analysis.stretches import words_of
from deskbrief.document.grid import MOST_COLUMNS, grid_of, head_rows
from deskbrief.document.model import Block, Cell, Row
from deskbrief.document.outline import Origin, Recommendation, Status, Strength

#: Words of the longest head of a part of a table.
_FEW = 3
_LETTERS = re.compile(r"[^\W\d_]+")
_ACTION = frozenset(
    [
        "recommendation",
        "recommendations",
        "action",
        "actions",
        "measure",
        "measures",
        "step",
        "steps",
        "task",
        "tasks",
    ]
)
#: The same in a table that says who is to act.
_ANSWERS = frozenset(
    "response responses proposal proposals intervention interventions activity activities initiative".split()  # noqa: SIM905
)
_OWNER = frozenset(
    [
        "owner",
        "owners",
        "responsible",
        "responsibility",
        "who",
        "whom",
        "actor",
        "actors",
        "lead",
        "addressee",
        "agency",
        "organisation",
        "organization",
    ]
)
_STATE = frozenset(["status", "state", "progress"])
_DUE = frozenset(["deadline", "due", "timeline", "timeframe", "when", "date", "by", "target"])


def rows_after(text: str, block: Block, lead: Lead, inherited: str) -> Iterator[Recommendation]:
    """Yield a recommendation for each row of a table under a lead-in: title, and what is to be done."""
    for row, cells in _body(block):
        filled = [words_of(text, cell.span) for cell in cells if cell]
        filled = [words for words in filled if _LETTERS.search(words)]
        if not filled or filled[0].endswith("?") or _is_head(filled):
            # "Is the form signed?" is checked, not done.
            continue
        yield Recommendation(
            title=filled[0] if len(filled) > 1 else "",
            action=filled[1] if len(filled) > 1 else filled[0],
            spans=(row.span,),
            addressee=lead.addressee or inherited,
            strength=lead.strength,
            wording=words_of(text, lead.wording),
            source=Origin.TABLE,
            rule=lead.rule.replace("an item", "a table row"),
            confidence=0.85,
        )


def rows_in_zone(text: str, block: Block, place: Place) -> Iterator[Recommendation]:
    """Yield the rows of a table with a column for what is to be done, under a heading for recommendations.

    One that says as well who is to do it and by when needs no such heading. What is done is left out.
    """
    heads = _heads(text, block)
    owner, due = _column(heads, _OWNER), _column(heads, _DUE)
    action = _column(heads, _ACTION)
    if action < 0 and owner >= 0:
        action = _column(heads, _ANSWERS)
    given_out = owner >= 0 and due >= 0 and place.zone in {Zone.NONE, Zone.WEAK}
    if action < 0 or not (given_out or place.zone is Zone.STRONG):
        return
    state = _column(heads, _STATE)
    last: Cell | None = None
    for row, cells in _body(block):
        cell = cells[action] if action < len(cells) else None
        said = words_of(text, cell.span) if cell else ""
        done = progress(_cell(text, cells, state))
        if cell is not last and _LETTERS.search(said) and not (done and done[0] is Status.OCCURRED):
            yield Recommendation(
                action=said,
                spans=(row.span,),
                addressee=_cell(text, cells, owner) or place.addressee,
                deadline=_cell(text, cells, due),
                strength=Strength.SHOULD,
                source=Origin.TABLE,
                rule=f"a table row under “{heads[action]}”",
                confidence=0.9,
            )
        last = cell


def _is_head(filled: list[str]) -> bool:
    """Tell whether all that a row says is a few words in capitals: "Reperformance Grantee"."""
    words = filled[0].split()
    return len(filled) == 1 and 1 < len(words) <= _FEW and all(word[:1].isupper() for word in words)


def _heads(text: str, block: Block) -> list[str]:
    """Return the heading of each column in small letters, the lowest of several."""
    rows = block.rows[: head_rows(block.rows)]
    lowest = grid_of(rows, MOST_COLUMNS).cells(repeated=True)[-1:]
    return [words_of(text, cell.span).lower() if cell else "" for row in lowest for cell in row]


def _body(block: Block) -> Iterator[tuple[Row, list[Cell | None]]]:
    """Yield each row below the heads with its cells by columns; a cell over several rows stands in each."""
    rows = block.rows[head_rows(block.rows) :]
    return zip(rows, grid_of(rows, MOST_COLUMNS).cells(repeated=True), strict=True)


def _column(heads: list[str], names: frozenset[str]) -> int:
    return next((at for at, head in enumerate(heads) if not names.isdisjoint(_LETTERS.findall(head)[:3])), -1)


def _cell(text: str, cells: Sequence[Cell | None], at: int) -> str:
    cell = cells[at] if 0 <= at < len(cells) else None
    return words_of(text, cell.span) if cell else ""
