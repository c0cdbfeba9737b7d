"""Every place where a form of a name stands, in prose, headings and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from deskbrief.analysis.naming.joining import Group
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

_CAPITAL = re.compile(r"[^\W\d_a-z][^\W_]*")
#: The forms of names by their first word with a capital: with its place in the form, and the group's number.
_Forms = dict[str, list[tuple[str, int, int]]]
#: Mentions kept of one name.
MOST = 2000


def mentions_of(
    document: Document, groups: Sequence[Group], governments: Mapping[Span, str]
) -> Steps[list[list[Span]]]:
    """Return the mentions of each group, in the order of the text; the longest form at a place wins.

    `governments` are capitals that stand for the country of that name.
    """
    numbers = {group.name: number for number, group in enumerate(groups)}
    forms = _by_capital(groups)
    found: list[list[Span]] = [[] for _ in groups]
    for block in document.blocks:
        if block.kind is not BlockKind.CODE:
            for span, formed in _in_stretch(document.text, block.span, forms):
                number = numbers.get(governments.get(span, ""), formed)
                if len(found[number]) < MOST:
                    found[number].append(span)
        yield
    return found


def _by_capital(groups: Sequence[Group]) -> _Forms:
    """Return the forms by their first word with a capital, the longest first, with what stands before it."""
    forms: _Forms = {}
    for number, group in enumerate(groups):
        for form in {group.name, *group.forms}:
            opening = _CAPITAL.search(form)
            if opening:
                forms.setdefault(opening[0], []).append((form, opening.start(), number))
    for listed in forms.values():
        listed.sort(key=lambda one: (-len(one[0]), one[0]))
    return forms


def _in_stretch(text: str, stretch: Span, forms: _Forms) -> Iterator[tuple[Span, int]]:
    at = stretch.start
    for match in _CAPITAL.finditer(text, stretch.start, stretch.end):
        if match.start() < at:
            continue
        for form, before, number in forms.get(match[0], ()):
            start = match.start() - before
            end = start + len(form)
            if start < at or end > stretch.end or not text.startswith(form, start):
                continue
            if _begins_word(text, start, before) and _ends_word(text, end, form):
                yield Span(start, end), number
                at = end
                break


def _begins_word(text: str, start: int, before: int) -> bool:
    return not before or not text[start - 1 : start].isalnum()


def _ends_word(text: str, end: int, form: str) -> bool:
    return not (form[-1].isalnum() and text[end : end + 1].isalnum())
