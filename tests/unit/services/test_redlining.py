"""Paragraphs of two editions: which were added, dropped, changed or moved, and which of their words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deskbrief.document.differences import Turn
from deskbrief.document.model import BlockKind, Document
from deskbrief.document.tracing import Tracer
from deskbrief.services.redlining import Redline, redlined, redlines
from helpers.documents import document_of_blocks, paragraphs

WELLS = "Wells run dry in the valley each summer, and the meters that were bought stand in a shed."
GAUGES = "The government should repair the gauges along the upper river by the end of next year."
WINTER = "Nobody who lives there expects an easy winter, and few of them say so in public when asked."
TOWNS = "Three towns draw from one river, whose springs lie far beyond the border in the high hills."


def told(old: Document, new: Document) -> list[tuple[str, str, str]]:
    """Return of what is not the same: what became of it, its old and its new words."""
    found = redlines(old, new, Tracer(old.text, new.text))
    return [one for line in found if (one := _told(line, old, new))[0] != "same"]


def _told(line: Redline, old: Document, new: Document) -> tuple[str, str, str]:
    became = "moved" if line.moved else "changed" if line.runs else "same"
    became = "added" if line.old is None else "dropped" if line.new is None else became
    return became, old.quote(line.old) if line.old else "", new.quote(line.new) if line.new else ""


def test_a_dropped_an_added_and_a_changed_paragraph_are_told_where_they_stand():
    changed, added = GAUGES.replace("should", "must"), "A reserve of nine deep pits is kept for dry years."
    found = told(paragraphs(TOWNS, WELLS, GAUGES, WINTER), paragraphs(TOWNS, changed, added, WINTER))
    assert found == [("dropped", WELLS, ""), ("changed", GAUGES, changed), ("added", "", added)]


def test_words_of_a_changed_paragraph_are_told_with_their_places():
    old = paragraphs(TOWNS, GAUGES)
    new = paragraphs(TOWNS, GAUGES.replace("should", "must").replace("upper ", ""))
    (line,) = (one for one in redlines(old, new, Tracer(old.text, new.text)) if one.runs)
    assert [(run.turn, (old if run.turn is Turn.DROPPED else new).quote(run.span)) for run in line.runs] == [
        (Turn.KEPT, "The government"),
        (Turn.DROPPED, "should"),
        (Turn.ADDED, "must"),
        (Turn.KEPT, "repair the gauges along the"),
        (Turn.DROPPED, "upper"),
        (Turn.KEPT, "river by the end of next year."),
    ]


def test_long_stretches_that_were_kept_are_shortened():
    words = " ".join(f"word{n}" for n in range(60))
    old, new = paragraphs(f"Old {words} end."), paragraphs(f"New {words} close.")
    (line,) = redlines(old, new, Tracer(old.text, new.text))
    kept = next(words for turn, words in redlined(line.runs, old, new) if turn is Turn.KEPT)
    assert kept.startswith("word0 word1 ")
    assert kept.endswith(" word58 word59")
    assert " … " in kept
    assert len(kept.split()) == 17


def test_a_moved_paragraph_is_moved_and_not_dropped_and_added():
    old, new = paragraphs(TOWNS, WELLS, GAUGES, WINTER), paragraphs(WELLS, GAUGES, WINTER, TOWNS)
    assert told(old, new) == [("moved", TOWNS, TOWNS)]
    changed = TOWNS.replace("Three", "Four")
    assert told(old, paragraphs(WELLS, GAUGES, WINTER, changed)) == [("moved", TOWNS, changed)]


def test_a_paragraph_that_was_cut_in_two_or_joined_is_the_same():
    whole, parts = paragraphs(TOWNS, f"{WELLS} {GAUGES}", WINTER), paragraphs(TOWNS, WELLS, GAUGES, WINTER)
    assert told(whole, parts) == []
    assert told(parts, whole) == []


def test_other_quotes_dashes_and_spaces_are_no_change():
    old = paragraphs('He said "no" - and left.', WELLS)
    assert told(old, paragraphs("He said “no” – and  left.", WELLS)) == []


def test_a_heading_is_not_taken_for_a_paragraph_that_says_its_words():
    head, text = (BlockKind.HEADING, "Meters and wells"), (BlockKind.PARAGRAPH, WELLS)
    old = document_of_blocks([head, (BlockKind.PARAGRAPH, TOWNS)])
    new = document_of_blocks([(BlockKind.PARAGRAPH, TOWNS), text])
    assert sorted(one[0] for one in told(old, new)) == ["added", "dropped"]


def test_a_footnote_that_stands_elsewhere_has_not_moved():
    foot = (BlockKind.FOOTNOTE, "See the annex on the treaty of the two countries.")
    texts = [(BlockKind.PARAGRAPH, words) for words in (TOWNS, WELLS, GAUGES)]
    old, new = document_of_blocks([texts[0], foot, *texts[1:]]), document_of_blocks([*texts, foot])
    assert told(old, new) == []


@pytest.mark.parametrize("other", ["", "Ships and fish fill the harbour on market days."])
def test_texts_without_a_common_word(other: str):
    old, new = paragraphs(WELLS, GAUGES), paragraphs(*filter(None, [other]))
    assert [one[0] for one in told(old, new)] == ["dropped", "dropped", *(["added"] if other else [])]


def test_every_paragraph_of_both_texts_is_told_once():
    old = paragraphs(*(f"Paragraph {n} is about ship number {n * 7} and its crew." for n in range(60)), WELLS)
    new = paragraphs(
        WELLS, *(f"Paragraph {n} tells of ship number {n * 7} and a crew." for n in range(3, 70))
    )
    found = list(redlines(old, new, Tracer(old.text, new.text)))
    for document, spans in (
        (old, [one.old for one in found if one.old]),
        (new, [one.new for one in found if one.new]),
    ):
        spans.sort()
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(any(span.holds(block.span) for span in spans) for block in document.blocks)
    assert found == list(redlines(old, new, Tracer(old.text, new.text)))
