"""Formulas of Word (ECMA-376, Office Math) on one line: what stands above, below and around gets its sign."""

from __future__ import annotations

import re

from deskbrief.importers.xml_tree import Element, attribute, local

#: The deepest nesting that is followed; below it the letters are read as they come.
DEEPEST = 40

#: What needs no brackets on a line.
_ONE = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*|.?")


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
    base = held.get("e", "")
    if name == "f":
        return f"{_grouped(held.get('num', ''))}/{_grouped(held.get('den', ''))}"
    if name in ("sSup", "sSub", "sSubSup"):
        return _grouped(base) + _after(held)
    if name == "rad":
        return f"{held.get('deg', '')}√{_grouped(base)}"
    return f"{_sign(element, 'chr', '∫')}{_after(held)} {base}" if name == "nary" else None


def _after(held: dict[str, str]) -> str:
    """Return what stands below and above a sign."""
    signs = (("sub", "_"), ("sup", "^"))
    return "".join(f"{sign}{_grouped(held[part])}" for part, sign in signs if held.get(part))


def _grouped(text: str) -> str:
    return text if _ONE.fullmatch(text) else f"({text})"


def _sign(element: Element, name: str, usual: str) -> str:
    """Return a sign that the properties of `element` name, or the usual one."""
    properties = next((child for child in element if local(child).endswith("Pr")), ())
    said = next((child for child in properties if local(child) == name), None)
    return usual if said is None else attribute(said, "val")
