"""Formulas of Word (ECMA-376, Office Math) on one line: what stands above, below and around gets its sign."""

from __future__ import annotations

from deskbrief.importers.formulas import DEEPEST, attached, fraction, grouped, root_of
from deskbrief.importers.xml_tree import Element, attribute, local


def formula_text(element: Element, depth: int = 0) -> str:
    """Return the formula in `element` as people type it: "(a+b)/c", "x^2"."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if depth > DEEPEST:
        return "".join(map(str, element.itertext()))
    parts = [(local(child), formula_text(child, depth + 1)) for child in element if local(child)]
    if name == "d":
        inside = _sign(element, "sepChr", "|").join(text for part, text in parts if part == "e")
        return f"{_sign(element, 'begChr', '(')}{inside}{_sign(element, 'endChr', ')')}"
    written = _set_around(element, name, dict(parts))
    return "".join(text for _, text in parts) if written is None else written


def _set_around(element: Element, name: str, held: dict[str, str]) -> str | None:
    """Return what stands above and below one another in `element` on one line; None where nothing does."""
    base, after = held.get("e", ""), attached(held.get("sub", ""), held.get("sup", ""))
    if name == "f":
        return fraction(held.get("num", ""), held.get("den", ""))
    if name in ("sSup", "sSub", "sSubSup"):
        return grouped(base) + after
    if name == "rad":
        return root_of(base, held.get("deg", ""))
    return f"{_sign(element, 'chr', '∫')}{after} {base}" if name == "nary" else None


def _sign(element: Element, name: str, usual: str) -> str:
    """Return a sign that the properties of `element` name, or the usual one."""
    properties = next((child for child in element if local(child).endswith("Pr")), ())
    said = next((child for child in properties if local(child) == name), None)
    return usual if said is None else attribute(said, "val")
