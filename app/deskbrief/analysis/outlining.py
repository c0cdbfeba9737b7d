"""Sections with their gists, and the document's key sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deskbrief.analysis.gists import Candidate, candidate, gist, key_sentences, rarity
from deskbrief.analysis.recommendations.zones import Zone, place_of
from deskbrief.analysis.sections import Part, parts_of
from deskbrief.analysis.sentences import block_sentences
from deskbrief.analysis.words import Sentence
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.outline import Section
from deskbrief.document.spans import Span
from deskbrief.document.steps import Steps

_SERVICE = re.compile(
    r"\W{0,3}(?:(?:appendix|annex)\b|references\b|bibliography|works cited|(?:end|foot)?notes$|"
    r"acknowledge?ments?|about (?:the|this|us)\b|further reading|"
    r"related (?:\w{1,12} )?(?:products|links|articles)|contacts?\b|"
    r"copyright|licen[cs]e|disclaimer|see also|external links|credits|glossary|index$|subscribe|comments$|"
    r"[\w ]{1,30}(?:['’]s)? mission$|public affairs|congressional relations)",
    re.IGNORECASE,
)


def sections_with_gists(
    document: Document, sentences: Sequence[Sentence] = ()
) -> Steps[tuple[tuple[Section, ...], tuple[Span, ...]]]:
    """Return the sections with their gists, and the key sentences of the whole document.

    `sentences` are those that the model has read; without them punctuation tells where one ends.
    """
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    parts = parts_of(document)
    pools: list[list[Candidate]] = []
    for part in parts:
        pools.append(_candidates(document, part.first, part.own, by_block))
        yield
    weights = rarity(pools)
    sections = []
    for part, pool in zip(parts, pools, strict=True):
        sections.append(replace(part.section, gist=gist(pool or _below(parts, pools, part), weights)))
        yield
    own = [pool for part, pool in zip(parts, pools, strict=True) if not _is_service(part)] or pools
    return tuple(sections), key_sentences(own, weights, document.words)


def _is_service(part: Part) -> bool:
    """Tell whether a section says nothing of what the document is about: references, contacts, thanks."""
    return _SERVICE.match(part.section.title) is not None or place_of(part.section.title).zone is Zone.SERVICE


def _below(parts: Sequence[Part], pools: Sequence[list[Candidate]], part: Part) -> list[Candidate]:
    """Return the candidates of the first subsection that has any."""
    inside = (pool for other, pool in zip(parts, pools, strict=True) if part.own <= other.first < part.end)
    return next((pool for pool in inside if pool), [])


def _candidates(
    document: Document, first: int, end: int, by_block: dict[int, list[Sentence]]
) -> list[Candidate]:
    """Return the sentences of the paragraphs between two blocks, else those of the list items."""
    for kinds in ({BlockKind.PARAGRAPH}, {BlockKind.LIST_ITEM, BlockKind.QUOTE}):
        found = [
            sentence.span
            for at in range(first, end)
            if document.blocks[at].kind in kinds
            for sentence in by_block.get(at) or block_sentences(document, at)
            if document.text[sentence.end - 1] not in ":?"
        ]
        if found:
            return [candidate(document.text, span, place) for place, span in enumerate(found)]
    return []
