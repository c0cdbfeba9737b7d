from dataclasses import replace

import pytest

from deskbrief.document.model import PageBreak
from deskbrief.document.outline import Outline, Section
from deskbrief.document.spans import Span
from deskbrief.services.excerpts import quotable
from deskbrief.services.places import section_at
from deskbrief.services.references import References, locator
from helpers.documents import paragraphs, table


def test_a_passage_cited_twice_is_one_reference():
    document = paragraphs("One sentence here.", "Another one.")
    references = References()
    citer = references.of(document, Outline())
    assert citer.cite(Span(0, 3)) == citer.cite(Span(0, 3)) == (1,)
    assert citer.cite(document.blocks[1].span) == (2,)
    first, second = references.listed()
    assert (first.quote, first.locator) == ("One", "¶1")
    assert (second.quote, second.locator) == ("Another one.", "¶2")


def test_a_table_row_is_quoted_whole_so_that_a_check_sees_all_of_its_cells():
    detail = "High-level discussions focused on defense strategies in Eastern Europe."
    document = table(("Date", "Event", "Text"), ("July 2023", "Security Talks", detail))
    row = document.blocks[0].rows[1].span
    assert quotable(document, row) == row
    (reference,) = _cited(document, row)
    assert (reference.quote, reference.cut) == (f"July 2023 Security Talks {detail}", False)


def test_a_long_table_row_is_quoted_up_to_a_whole_cell():
    document = table(("Date", "Event", "Text"), ("July 2023", "Talks", "long " * 40 + "end"))
    row = document.blocks[0].rows[1].span
    assert quotable(document, row).of(document.text) == "July 2023\tTalks"
    (reference,) = _cited(document, row)
    assert reference.quote == "July 2023 Talks"
    assert reference.verified


def _cited(document, span):
    references = References()
    references.of(document, Outline()).cite(span)
    return references.listed()


def test_a_long_word_is_cut_somewhere():
    document = paragraphs("x" * 500)
    assert len(quotable(document, document.blocks[0].span)) == 90


def test_the_innermost_section_is_named():
    outline = Outline(sections=(Section("A", 1, 0, 100), Section("B", 2, 40, 100), Section("C", 1, 100, 120)))
    assert [section_at(outline, at).title for at in (0, 39, 40, 99, 100)] == ["A", "A", "B", "B", "C"]
    assert section_at(outline, 500) is None


@pytest.mark.parametrize(("offset", "expected"), [(0, "¶1"), (20, "¶2")])
def test_a_place_is_named_by_its_paragraph(offset, expected):
    assert locator(paragraphs("One sentence here.", "Another one."), Span(offset, offset + 1)) == expected


def test_the_page_is_that_of_the_words_and_not_of_their_paragraph():
    document = replace(paragraphs("Begun on page two, ended on page three."), pages=(PageBreak(0, "2"),))
    document = replace(document, pages=(*document.pages, PageBreak(document.text.index("ended"), "3")))
    whole, second = document.blocks[0].span, Span(document.text.index("ended"), len(document.text))
    references = References()
    citer = references.of(document, Outline())
    for span in (Span(0, 5), second, whole):
        citer.cite(span)
    assert [one.locator for one in references.listed()] == ["p. 2, ¶1", "p. 3, ¶1", "pp. 2–3, ¶1"]
    assert [locator(document, span) for span in (second, whole)] == ["p. 3, ¶1", "pp. 2–3, ¶1"]


def test_a_passage_quoted_in_part_is_cited_with_the_page_of_the_part():
    document = paragraphs(
        "x" * 60 + " " + "First page goes on for long. " * 8 + "On the second page it ends."
    )
    document = replace(document, pages=(PageBreak(0, "1"), PageBreak(document.text.index("On the s"), "2")))
    (reference,) = _cited(document, document.blocks[0].span)
    assert reference.cut
    assert reference.locator == "p. 1, ¶1"


def test_places_in_several_sources_begin_with_the_number_of_the_source():
    references = References(numbered=True)
    first, second = (references.of(paragraphs("The same words."), Outline()) for _ in range(2))
    assert first.cite(Span(0, 3)) != second.cite(Span(0, 3))
    assert [(one.locator, one.source) for one in references.listed()] == [("[1] ¶1", 0), ("[2] ¶1", 1)]


def _quote(words, core=""):
    document = paragraphs(words)
    span = document.blocks[0].span
    begin = words.find(core) if core else -1
    references = References()
    citer = references.of(document, Outline())
    citer.cite(span, Span(begin, begin + len(core)) if core else None)
    (reference,) = references.listed()
    assert reference.verified
    return reference.words


def test_a_quote_ends_with_a_clause_and_says_that_the_passage_goes_on():
    words = "Most studies estimate that oil production will peak sometime soon, others expect it in 2040."
    assert _quote(words) == "“Most studies estimate that oil production will peak sometime soon\u00a0…”"


@pytest.mark.parametrize("last", ["to", "of the", "about", "2.0", "and in", "from about 30"])
def test_a_quote_does_not_end_with_words_that_lead_over(last):
    words = "Enhancing support for organizations without a government and their many good media "
    assert _quote(f"{words}{last} things that come much later on") == f"“{words.strip()}\u00a0…”"


def test_a_quote_holds_what_the_statement_rests_on():
    words = (
        "As the landscape of the world and its alliances goes on to evolve in so many unexpected ways, it is "
        "imperative for the United States to rethink its strategies in response to hybrid alliances."
    )
    assert _quote(words, "imperative").startswith("“…\u00a0it is imperative for the United States to rethink")


def test_a_short_passage_is_quoted_whole():
    assert _quote("Nothing is left out of this.", "left") == "“Nothing is left out of this.”"


def test_what_stands_before_all_headings_has_no_section():
    document = paragraphs("One sentence here.", "Opening", "Another one.")
    outline = Outline(sections=(Section("Opening", 1, 0, 20), Section("Opening", 1, 20, 99)))
    citer = References().of(document, outline)
    sections = [citer.reference(1, Span(at, at + 3), False).section for at in (0, 28)]
    assert sections == ["", "Opening"]
