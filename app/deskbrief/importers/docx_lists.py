"""The lists of a Word document: which marker each numbered paragraph carries."""

from __future__ import annotations

from dataclasses import replace

from deskbrief.importers.numbering import Counters, Level
from deskbrief.importers.xml_tree import Element, attribute, local, named

#: The number of "no list".
NO_LIST = "0"


class Lists:
    """The numbering definitions of one document, and how far each list has counted."""

    def __init__(self, root: Element | None) -> None:
        abstract = {attribute(element, "abstractNumId"): element for element in named(root, "abstractNum")}
        # What refers to a list style has its levels in another definition.
        styled = {attribute(link, "val"): e for e in abstract.values() for link in named(e, "styleLink")}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._source: dict[str, str] = {}
        self._counters: dict[str, Counters] = {}
        for num in named(root, "num"):
            key = attribute(num, "numId")
            link = next((attribute(e, "val") for e in named(num, "abstractNumId")), "")
            base = abstract.get(link)
            for style in named(base, "numStyleLink"):
                base = styled.get(attribute(style, "val"), base)
            self._levels[key] = _overridden(_levels(base) if base is not None else (), num)
            overridden = next(named(num, "lvlOverride"), None) is not None
            # Lists with one definition go on counting where the last one stopped, unless told otherwise.
            self._source[key] = key if overridden else f"of {link}"

    def marker(self, number: str, depth: int) -> str:
        """Count a paragraph of the list `number` at `depth`, and return its marker."""
        source = self._source.get(number, number)
        if source not in self._counters:
            self._counters[source] = Counters(self._levels.get(number, ()))
        return self._counters[source].next(depth)

    def bulleted(self, number: str, depth: int) -> bool:
        """Tell whether items of the list `number` at `depth` have bullets."""
        levels = self._levels.get(number, ())
        return depth < len(levels) and levels[depth].bulleted

    def known(self, number: str) -> bool:
        """Tell whether `number` names a list."""
        return number != NO_LIST and number in self._levels


def _levels(abstract: Element) -> tuple[Level, ...]:
    found: list[Level] = []
    for element in abstract:
        if local(element) == "lvl" and len(found) < 9:
            values = {local(child): attribute(child, "val") for child in element}
            found.append(
                Level(
                    values.get("numFmt", "decimal"),
                    values.get("lvlText", "")[:40],
                    _start(values.get("start", ""), 1),
                    values.get("isLgl", "0") not in ("0", "false", "off"),
                    _start(values["lvlRestart"], 0) if "lvlRestart" in values else None,
                )
            )
    return tuple(found)


def _overridden(levels: tuple[Level, ...], num: Element) -> tuple[Level, ...]:
    """Return `levels` with what the list `num` says otherwise."""
    found = dict(enumerate(levels))
    for override in named(num, "lvlOverride"):
        depth = _start(attribute(override, "ilvl"), 0)
        own = next(iter(_levels(override)), found.get(depth))
        start = next((attribute(element, "val") for element in named(override, "startOverride")), "")
        if own is not None and depth in found:
            found[depth] = replace(own, start=_start(start, own.start))
    return tuple(found.values())


def _start(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 6 else otherwise
