"""How a wording names a time, before it is worked out: plain data that can be stored and used again."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a wording says about a time.

    `op` names how the value is worked out: `date` (calendar fields, missing ones completed), `unit` (this,
    last or next unit), `shift` (some units before or after), `weekday`, `vague`, `fixed` (the value as it
    stands). `type` is the TIMEX3 type. `within` is a longer time that this one lies in ("October of that
    year") or the point that a shift counts from. `base` is "doc" when the wording counts from the day of
    writing, "text" when from the time told last, "event" when from what the clause after it names, whose
    date stands `at` that offset of the document, "" when the kind of text decides. `clock` is the TIMEX3
    part after T. `tense` is what the sentence says ("past", "future", "foreseen" for what was then to come,
    "fixed" for a day to come that is told in the present, "open" where none is said), as are `aside` and
    `prep`; `aside` times do not move the anchor, and those that `describes` something ("the 1978 treaty")
    never move it back.
    `borrowed` names what was filled in from the other end of a range.
    """

    op: str
    type: str = "DATE"
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    unit: str = ""
    number: int = 0
    count: float = 0
    value: str = ""
    season: str = ""
    clock: str = ""
    mod: str = ""
    era: str = ""
    base: str = ""
    sign: int = 0
    within: Recipe | None = None
    tense: str = ""
    prep: str = ""
    at: int = -1
    aside: bool = False
    describes: bool = False
    borrowed: str = ""

    @property
    def looks_ahead(self) -> bool:
        """Whether the sentence looks ahead at the time."""
        return self.tense in {"future", "foreseen", "fixed"}

    def printed(self) -> str:
        """Return the recipe as compact JSON, default values left out."""
        return json.dumps(_plain(self), separators=(",", ":"), sort_keys=True)

    def but(self, **changes: Any) -> Recipe:
        """Return a copy with some fields changed."""
        return replace(self, **changes)


def parsed(text: str) -> Recipe:
    """Return the recipe that `printed` wrote; raises `ValueError` or `TypeError` for anything else."""
    return _recipe(json.loads(text))


def _recipe(data: dict[str, Any]) -> Recipe:
    inner = data.pop("within", None)
    return Recipe(**data, within=_recipe(inner) if inner else None)


def _plain(recipe: Recipe) -> dict[str, Any]:
    data = {}
    for field in fields(recipe):
        value = getattr(recipe, field.name)
        if field.default is MISSING or value != field.default:
            data[field.name] = _plain(value) if isinstance(value, Recipe) else value
    return data
