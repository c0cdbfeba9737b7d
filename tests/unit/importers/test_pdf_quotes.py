"""Quotations that are set in from the edges of the text of a PDF."""

from deskbrief.document.model import BlockKind
from helpers.papers import TEXT, Paper
from helpers.reading import of_kind

SAID = (
    "Nobody had told us that the wells would",
    "fall dry so soon, and nobody asked what",
    "we were to do with the herds.",
)


def page(left: float, size: float = 10) -> list[str]:
    """Return the quotes on a page with text, SAID at this left edge, and text again."""
    paper = Paper()
    top = paper.lines((*TEXT, "One of the farmers told the council:"), top=60)
    top = paper.lines(SAID, left=left, top=top + 8, size=size)
    paper.lines(TEXT, top=top + 8)
    return of_kind(paper.read(), BlockKind.QUOTE)


def test_a_text_set_in_from_both_edges_is_a_quotation():
    assert page(90) == [" ".join(SAID)]
    assert page(90, size=9) == [" ".join(SAID)]


def test_a_text_at_the_edge_of_the_others_is_none():
    assert page(60) == []


def test_all_paragraphs_of_a_quotation_are_part_of_it():
    paper = Paper()
    top = paper.lines((*TEXT, "One of the farmers told the council:"), top=60)
    for _ in range(3):
        top = paper.lines(SAID, left=90, top=top + 8)
    paper.lines(TEXT, top=top + 8)
    assert of_kind(paper.read(), BlockKind.QUOTE) == [" ".join(SAID)] * 3


def test_what_goes_on_with_an_item_of_a_list_is_no_quotation():
    paper = Paper()
    top = paper.lines((*TEXT, "One of the farmers told the council:"), top=60)
    paper.line("1.", 78, top + 8)
    top = paper.lines(SAID, left=90, top=top + 8)
    top = paper.lines(SAID, left=90, top=top + 8)
    paper.lines(TEXT, top=top + 8)
    assert of_kind(paper.read(), BlockKind.QUOTE) == []
