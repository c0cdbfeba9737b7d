"""A noun with what stands directly before it: the short form in which it is told."""

from __future__ import annotations

from deskbrief.analysis.grammar import Tree
from deskbrief.document.spans import Span

_ARTICLES = frozenset({"DT", "PDT", "PRP$"})
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})


def core_of(tree: Tree, noun: int, longest: int) -> tuple[int, int]:
    """Return the first and last word of a noun with what stands before it, without its article.

    One that would have more than `longest` words is the noun alone.
    """
    low = noun
    for kid in tree.children[noun]:
        if kid < noun and tree.words[kid].dep in _BEFORE:
            low = min(low, tree.below(kid)[0])
    return (low if noun - low < longest else noun), noun


def short_phrase(tree: Tree, noun: int, longest: int = 7) -> Span:
    """Return the place of a noun with what stands before it, without articles and "its"."""
    low, high = core_of(tree, noun, longest)
    while low < high and tree.words[low].tag in _ARTICLES:
        low += 1
    return Span(tree.words[low].start, tree.words[high].end)
