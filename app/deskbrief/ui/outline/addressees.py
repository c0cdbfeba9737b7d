"""One name for each addressee, so that "the U.S." and "United States" stand in one group."""

from __future__ import annotations

from collections.abc import Iterable

from deskbrief.document.outline import Name
from deskbrief.ui.models.words import folded, on_one_line


class Addressees:
    """Addressees under their fullest form, as the outline's names tell it."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._fullest: dict[str, str] = {}
        for name in names:
            for form in (name.name, *name.aliases):
                self._fullest.setdefault(_bare(form), name.name)

    def name(self, addressee: str) -> str:
        """Return the name to group by; empty when no addressee is stated."""
        plain = on_one_line(addressee)
        known = self._fullest.get(_bare(plain))
        if known is None:
            known = self._fullest[_bare(plain)] = plain[:1].upper() + plain[1:]
        return known


def _bare(form: str) -> str:
    return folded(form).removeprefix("the ").strip(" .")
