"""What is said of a text, and in which order."""

from __future__ import annotations

from deskbrief.document.model import BlockKind, InlineKind
from deskbrief.ui.aloud.script import Script
from helpers.qt_reader import Maker, everything, long_document, span_of


def said(document, at=0):
    script, words = Script(document), []
    now = script.at(at)
    while now is not None:
        words.append(now.words)
        now = script.after(now)
    return words


def back(document):
    script, words = Script(document), []
    now = script.at(len(document.text))
    now = now or script.at(document.blocks[-1].start)
    while now is not None:
        words.append(now.words)
        now = script.before(now)
    return words[::-1]


def report():
    make = Maker()
    make.add(BlockKind.HEADING, "The flood")
    make.add(
        BlockKind.PARAGRAPH,
        "The river rose.3 Dr. Smith saw it at 5 m2 and 3 km2. See https://www.example.org/a/b?c=d.",
    )
    make.inline(InlineKind.SUPERSCRIPT, "3")
    at = make.text.index("m2") + 1
    make.inlines.append(type(make.inlines[0])(InlineKind.SUPERSCRIPT, at, at + 1))
    make.add(BlockKind.LIST_ITEM, "Boats", marker="2.")
    make.add(BlockKind.LIST_ITEM, "Bags", marker="•")
    make.table([["Year", "Level"], ["1953", "high"], ["", ""], ["2002", "low"]])
    make.add(BlockKind.FOOTNOTE, "Smith 1953. Page 4.")
    make.add(BlockKind.FIGURE, "", alt="A map")
    make.add(BlockKind.PARAGRAPH, "The end.")
    return make.document()


def test_sentences_rows_and_figures_are_said_in_their_order():
    assert said(report()) == [
        "The flood",
        "The river rose.",
        "Dr. Smith saw it at 5 m2 and 3 km2.",
        "See example.org",
        "2. Boats",
        "Bags",
        "Table, 4 rows, 2 columns. Year; Level",
        "1953; high",
        "2002; low",
        "Figure: A map",
        "The end.",
    ]


def test_the_way_back_leads_over_the_same():
    document = report()
    assert back(document) == said(document)


def test_a_note_is_read_when_the_reading_begins_in_it():
    document = report()
    assert said(document, span_of(document, "Smith 1953").start)[:2] == ["Smith 1953.", "Page 4."]


def test_linked_references_are_left_out_and_other_links_are_said():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "It rose[12] as the report says.")
    make.inline(InlineKind.LINK, "[12]", "#40")
    make.inline(InlineKind.LINK, "report", "https://example.org")
    assert said(make.document()) == ["It rose as the report says."]


def test_every_kind_of_block_and_odd_letters_come_to_an_end():
    document = everything()
    words = said(document)
    assert any("A map of the river" in one for one in words)
    assert all(words)
    assert len(words) < 60


def test_each_step_stays_where_its_words_stand():
    document, script = long_document(5), Script(long_document(5))
    now, seen = script.at(0), []
    while now is not None:
        assert document.blocks[now.block].start <= now.span.start
        assert now.span.end <= document.blocks[now.block].end
        seen.append(now.span.start)
        now = script.after(now)
    assert seen == sorted(set(seen))


def test_a_document_without_text_says_nothing():
    assert said(Maker().document()) == []
