import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import of_kind, read

SENTENCE = "The council of the northern region met on Monday and talked about the harbours of the coast."
WORDS = f"<p>{SENTENCE} {'They had a great deal to say on the ships that no longer come. ' * 5}</p>"


def page(middle: str) -> str:
    return f"<html><body><article><h1>Harbours</h1>{WORDS * 3}{middle}{WORDS * 3}</article></body></html>"


def test_a_quotation_is_one_by_its_paragraphs():
    document = read(page("<blockquote><p>No ships.</p><p>No harbours.</p></blockquote>"), "page.html")
    assert of_kind(document, BlockKind.QUOTE) == ["No ships.", "No harbours."]


def test_a_page_that_is_all_indented_is_no_quotation():
    body = f"<html><body><h1>Harbours</h1><blockquote>{WORDS * 6}</blockquote></body></html>"
    document = read(body, "page.html")
    assert of_kind(document, BlockKind.QUOTE) == []
    assert len(of_kind(document, BlockKind.PARAGRAPH)) == 6


@pytest.mark.parametrize(
    "pulled",
    [
        f"<h2>{SENTENCE}</h2>",
        f"<h3>“{SENTENCE}”</h3>",
        '<aside class="pull-quote"><h3>Ships no longer come to us</h3></aside>',
        '<div class="c-pullquote"><h4>Ships no longer come to us</h4></div>',
    ],
)
def test_what_is_pulled_out_of_the_text_is_no_heading(pulled):
    document = read(page(pulled), "page.html")
    assert of_kind(document, BlockKind.HEADING) == []
    assert of_kind(document, BlockKind.QUOTE) == []


def test_a_heading_that_the_text_only_names_stays_one():
    document = read(page("<h2>The council of the northern region</h2>"), "page.html")
    assert of_kind(document, BlockKind.HEADING) == ["The council of the northern region"]


def test_an_element_that_is_shown_within_the_line_breaks_no_line():
    shield = '<div style="cursor: pointer; display: -webkit-inline-box"><div></div></div>'
    document = read(page(f"<ul><li>Wells of the north{shield}. 24 August 2021.</li></ul>"), "page.html")
    assert of_kind(document, BlockKind.LIST_ITEM) == ["Wells of the north. 24 August 2021."]
