"""The remark about pictures that are not shown: they are counted and named."""

from __future__ import annotations

from collections.abc import Sequence

#: The most alternative texts of pictures that the remark names.
MOST_NAMED = 3


def pictures_remark(alternatives: Sequence[str]) -> str:
    """Return a sentence on how many pictures are not shown, given the alternative text of each."""
    named = [f"“{text}”" for text in alternatives if text][:MOST_NAMED]
    count = "One picture is" if len(alternatives) == 1 else f"{len(alternatives)} pictures are"
    names = f": {', '.join(named)}{' …' if len(alternatives) > len(named) else ''}" if named else ""
    return f"{count} not shown{names}."
