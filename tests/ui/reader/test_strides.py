"""Steps by sentences and paragraphs, and selections that grow and shrink by them."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind, Document
from deskbrief.document.spans import Span
from deskbrief.ui.reader.sentences import LONGEST, sentence_at
from deskbrief.ui.reader.strides import Unit, extended, unit_after, unit_at, unit_before
from helpers.qt_reader import ODD, Maker

SENTENCE, PARAGRAPH = Unit.SENTENCE, Unit.PARAGRAPH


@pytest.fixture
def document() -> Document:
    make = Maker()
    make.add(BlockKind.HEADING, "A heading")
    make.add(BlockKind.PARAGRAPH, f"First one. Then Dr. Rao spoke {ODD}!  Third?")
    make.add(BlockKind.PARAGRAPH, "")
    make.table([["Cell one. Two.", ""], ["Below.", "Last cell."]])
    make.add(BlockKind.PARAGRAPH, "The end.")
    return make.document()


def walked(document: Document, unit: Unit) -> list[str]:
    found, at = [], 0
    while (span := unit_after(document, unit, at)) is not None:
        found.append(document.quote(span))
        at = span.end
    return found


SENTENCES = [
    "A heading",
    "First one.",
    f"Then Dr. Rao spoke {ODD}!",
    "Third?",
    "Cell one.",
    "Two.",
    "Below.",
    "Last cell.",
    "The end.",
]


def test_sentences_follow_one_another_over_blocks_and_cells(document: Document):
    assert walked(document, SENTENCE) == SENTENCES


def test_sentences_go_back_the_same_way(document: Document):
    found, at = [], len(document.text)
    while (span := unit_before(document, SENTENCE, at)) is not None:
        found.append(document.quote(span))
        at = span.start
    assert found == SENTENCES[::-1]


def test_paragraphs_are_blocks_with_words(document: Document):
    assert walked(document, PARAGRAPH) == [document.quote(b.span) for b in document.blocks if len(b.span)]


def test_a_selection_grows_by_sentences_and_shrinks_again(document: Document):
    quote = lambda ends: document.quote(Span(*sorted(ends)))  # noqa: E731
    at = document.text.index("Rao")
    one = extended(document, SENTENCE, (at, at), 1)
    assert quote(one) == f"{SENTENCES[2]}  Third?"
    two = extended(document, SENTENCE, one, 1)
    assert quote(two).endswith("Cell one.")
    back = extended(document, SENTENCE, two, -1)
    assert back == one
    alone = extended(document, SENTENCE, back, -1)
    assert quote(alone) == SENTENCES[2]
    turned = extended(document, SENTENCE, alone, -1)
    assert quote(turned) == f"First one. {SENTENCES[2]}"
    assert turned[0] > turned[1]
    assert quote(extended(document, SENTENCE, turned, 1)) == SENTENCES[2]
    assert quote(extended(document, SENTENCE, extended(document, SENTENCE, turned, 1), 1)) == quote(one)


def test_a_selection_by_paragraphs_begins_with_the_one_here(document: Document):
    at = document.text.index("Rao")
    one = extended(document, PARAGRAPH, (at, at), 1)
    assert Span(*one) == document.blocks[1].span
    two = extended(document, PARAGRAPH, one, 1)
    assert Span(*two) == Span(document.blocks[1].start, document.blocks[3].end)
    assert extended(document, PARAGRAPH, two, -1) == one
    assert extended(document, PARAGRAPH, one, -1) == (document.blocks[1].end, 0)


def test_a_selection_by_letters_grows_to_the_end_of_its_sentence_first(document: Document):
    start = document.text.index("irst")
    assert extended(document, SENTENCE, (start, start + 2), 1) == (start, document.text.index(" Then"))


def test_at_the_ends_nothing_moves(document: Document):
    last = unit_at(document, SENTENCE, len(document.text) - 2)
    ends = (last.start, last.end)
    assert extended(document, SENTENCE, ends, 1) == ends
    assert unit_after(document, SENTENCE, len(document.text)) is None
    assert unit_before(document, SENTENCE, 0) is None
    empty = Maker().document()
    assert extended(empty, SENTENCE, (0, 0), 1) == (0, 0)
    assert unit_after(empty, PARAGRAPH, 0) is None


def test_a_text_without_any_end_is_cut_so_that_each_step_gets_on():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "word " * 20_000)
    document = make.document()
    at, steps = 0, 0
    while (span := unit_after(document, SENTENCE, at)) is not None:
        assert at <= span.start < span.end <= span.start + 2 * LONGEST
        at, steps = span.end, steps + 1
    assert 9 <= steps <= 21
    assert at >= len(document.text) - 2


def test_sentences_of_languages_that_leave_no_space():
    text = "第一句。第二句！“第三句？”"
    spans = [sentence_at(text, Span(0, len(text)), at) for at in (1, 5, 10)]
    assert [text[s.start : s.end] for s in spans] == ["第一句。", "第二句！", "“第三句？”"]
