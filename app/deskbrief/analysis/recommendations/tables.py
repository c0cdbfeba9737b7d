"""Recommendations in tables: after a lead-in that offers them, or with a column of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskbrief.analysis.recommendations.leadins import Lead
from deskbrief.analysis.recommendations.zones import Place, Zone
from deskbrief.analysis.stretches import words_of
from deskbrief.document.model import Block, Cell, Row
from deskbrief.document.outline import Origin, Recommendation, Strength

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
_OWNER = frozenset(
    [
        "owner",
        "owners",
        "responsible",
        "responsibility",
        "who",
        "actor",
        "actors",
        "lead",
        "addressee",
        "agency",
        "organisation",
        "organization",
    ]
)
_DUE = frozenset(["deadline", "due", "timeline", "timeframe", "when", "date", "by", "target"])


def rows_after(text: str, block: Block, lead: Lead, inherited: str) -> Iterator[Recommendation]:
    """Yield a recommendation for each row of a table under a lead-in: title, and what is to be done."""
    for row in _body(block):
        cells = [words_of(text, cell.span) for cell in row.cells]
        filled = [cell for cell in cells if _LETTERS.search(cell)]
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
    """Yield the rows of a table with a column for what is to be done, under a heading for recommendations."""
    header = _header(block)
    heads = [words_of(text, cell.span).lower() for cell in header.cells] if header else []
    action = _column(heads, _ACTION)
    if action < 0 or place.zone is not Zone.STRONG:
        return
    owner, due = _column(heads, _OWNER), _column(heads, _DUE)
    for row in _body(block):
        said = _cell(text, row.cells, action)
        if _LETTERS.search(said):
            yield Recommendation(
                action=said,
                spans=(row.span,),
                addressee=_cell(text, row.cells, owner) or place.addressee,
                deadline=_cell(text, row.cells, due),
                strength=Strength.SHOULD,
                source=Origin.TABLE,
                rule=f"a table row under “{heads[action]}”",
                confidence=0.9,
            )


def _is_head(filled: list[str]) -> bool:
    """Tell whether all that a row says is a few words in capitals: "Reperformance Grantee"."""
    words = filled[0].split()
    return len(filled) == 1 and 1 < len(words) <= _FEW and all(word[:1].isupper() for word in words)


def _header(block: Block) -> Row | None:
    rows = block.rows
    return rows[0] if len(rows) > 1 and any(cell.header for cell in rows[0].cells) else None


def _body(block: Block) -> tuple[Row, ...]:
    return block.rows[1:] if _header(block) else block.rows


def _column(heads: list[str], names: frozenset[str]) -> int:
    return next((at for at, head in enumerate(heads) if not names.isdisjoint(_LETTERS.findall(head)[:3])), -1)


def _cell(text: str, cells: tuple[Cell, ...], at: int) -> str:
    return words_of(text, cells[at].span) if 0 <= at < len(cells) else ""
