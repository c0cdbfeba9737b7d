"""The catalogues that were made last: that of a book takes a second, and is asked for more than once."""

from __future__ import annotations

from collections.abc import Sequence

from deskbrief.document.plan import Template
from deskbrief.document.spans import Span
from deskbrief.services.catalogue import Catalogue, make_catalogue
from deskbrief.services.planning import BriefSource

#: So many catalogues are kept.
MOST_KEPT = 2
#: Words of a text whose catalogue is made in no time.
FEW_WORDS = 20_000

Wanted = tuple[tuple[BriefSource, ...], Template, tuple[tuple[str, Span], ...]]


class Catalogues:
    """Makes catalogues as `make_catalogue` does, in any thread; of the same sources it is made once."""

    def __init__(self) -> None:
        self._made: list[tuple[Wanted, Catalogue]] = []

    def make(
        self, sources: Sequence[BriefSource], template: Template, added: Sequence[tuple[str, Span]] = ()
    ) -> Catalogue:
        """Return the catalogue of `sources`, as it was made before if it was one of the last."""
        wanted: Wanted = tuple(sources), template, tuple(added)
        found = next((made for made in self._made if made[0] == wanted), None)
        found = found or (wanted, make_catalogue(sources, template, added))
        self._made = [found, *(made for made in self._made if made is not found)][:MOST_KEPT]
        return found[1]

    def forget(self) -> None:
        """Let go of what was made."""
        self._made = []


def takes_long(sources: Sequence[BriefSource]) -> bool:
    """Tell whether somebody would notice how long a catalogue of `sources` takes."""
    return sum(source.document.words for source in sources) > FEW_WORDS
