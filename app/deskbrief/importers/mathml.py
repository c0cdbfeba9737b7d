"""Formulas of web pages and books (MathML Core and MathML 3) on one line."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from deskbrief.importers.formulas import DEEPEST, attached, fraction, grouped, root_of

#: Forms of a formula for other programs, and what only takes up room.
_ASIDE = frozenset(
    {"annotation", "annotation-xml", "mphantom", "none", "mprescripts", "malignmark", "maligngroup"}
)
#: How many parts elements have that stand around one another; with others they are read one after another.
_PARTS = {
    "mfrac": 2,
    "mroot": 2,
    "msup": 2,
    "msub": 2,
    "msubsup": 3,
    "mover": 2,
    "munder": 2,
    "munderover": 3,
}
_SET_AROUND = frozenset({*_PARTS, "msqrt", "mmultiscripts"})
#: Signs that are read, not seen: function application, times, separator, plus (Unicode 15, 6.2).
_INVISIBLE = dict.fromkeys(range(0x2061, 0x2065))
#: Signs over a letter by the one that is written with it.
_ACCENTS = {
    **dict.fromkeys("¯‾̄―ˉ", "\u0304"),
    **dict.fromkeys("^ˆ̂", "\u0302"),
    **dict.fromkeys("~˜̃∼", "\u0303"),
    **dict.fromkeys("→⃗", "\u20d7"),
    **dict.fromkeys("˙̇", "\u0307"),
    **dict.fromkeys("¨̈", "\u0308"),
}


def set_formulas_in_line(root: etree._Element) -> None:
    """Put each formula under `root` on one line, as the text of its element."""
    for element in list(root.iter("math", "m:math", "mml:math", "mathml:math")):
        text, tail = formula_line(element), element.tail
        element[:] = []
        element.text, element.tail = text, tail
        # Readers of pages pass formulas over, and with them the sentences that they stand in.
        element.tag = "span"


def formula_line(element: etree._Element, depth: int = 0) -> str:
    """Return the formula in `element`: "(a+b)/c", "x^2", "√(n+1)"."""
    name = _name(element)
    if depth > DEEPEST:
        return "".join("".join(map(str, element.itertext())).split())
    inner = [child for child in element if _name(child) not in ("", *_ASIDE)]
    if name in ("semantics", "maction"):
        inner = inner[:1]
    if not inner:
        return _written(element, name)
    if len(inner) == _PARTS.get(name):
        return _around(element, name, [formula_line(child, depth + 1) for child in inner])
    if name == "mmultiscripts":
        return _scripts(element, depth)
    text = _in_a_row(inner, _between(element, name), depth)
    if name == "mfenced":
        return f"{element.get('open', '(')}{text}{element.get('close', ')')}"
    return root_of(text) if name == "msqrt" else text


def _name(element: etree._Element) -> str:
    """Return the name of `element` without its prefix; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _written(element: etree._Element, name: str) -> str:
    """Return the letters of an element that holds no others."""
    if name == "mspace":
        return " "
    texts = (element.text, *(child.tail for child in element))
    text = " ".join("".join(text or "" for text in texts).split()).translate(_INVISIBLE)
    return f" {text} " if name == "mtext" and text else text


def _between(element: etree._Element, name: str) -> str:
    """Return what parts the children of `element` on a line."""
    if name == "mfenced":
        return (element.get("separators") or ",").strip()[:1]
    return {"mtable": "; ", "mtr": ", ", "mlabeledtr": ", "}.get(name, "")


def _in_a_row(elements: Sequence[etree._Element], between: str, depth: int) -> str:
    """Return parts one after another, those apart that would be read as one."""
    text, last = "", ""
    for element in elements:
        part, name = formula_line(element, depth + 1), _core(element)
        if text and between:
            text += between
        elif text[-1:].isalnum() and part[:1].isalnum() and _are_apart(text, part, last, name):
            text += " "
        text, last = text + part, name
    return " ".join(text.split())


def _core(element: etree._Element) -> str:
    """Return the name of `element`, or that of the one element that it only holds."""
    while _name(element) in ("mrow", "mstyle", "mpadded") and len(element) == 1:
        element = element[0]
    return _name(element)


def _are_apart(text: str, part: str, last: str, name: str) -> bool:
    """Tell whether `part` after `text` would be read as a part of what stands before it."""
    if last in _SET_AROUND or name == "mfrac":
        return True
    words = text[-2:].isalpha() or (part[:2].isalpha() and len(part) > 1)
    return words and "mi" in (last, name)


def _around(element: etree._Element, name: str, parts: Sequence[str]) -> str:
    """Return parts that stand around one another."""
    base, *others = parts
    if name == "mfrac":
        line = "¦" if element.get("linethickness", "").strip()[:1] == "0" else "/"
        return fraction(base, others[0], line)
    if name == "mroot":
        return root_of(base, others[0])
    if name == "mover" and len(base) == 1 and others[0] in _ACCENTS:
        return base + _ACCENTS[others[0]]
    below = "" if name in ("msup", "mover") else others[0]
    above = "" if name in ("msub", "munder") else others[-1]
    return grouped(base) + attached(below, above)


def _scripts(element: etree._Element, depth: int) -> str:
    """Return a sign with what stands before and after it, below and above."""
    before, after, now = list[str](), list[str](), list[str]()
    now = after
    for child in list(element)[1:]:
        if _name(child) == "mprescripts":
            now = before
        elif _name(child):
            now.append(formula_line(child, depth + 1))
    around = ["".join(map(attached, side[::2], side[1::2])) for side in (before, after)]
    return f"{around[0]}{grouped(formula_line(element[0], depth + 1))}{around[1]}"
