import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_quotes import PULLED
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers.reading import left_out, of_kind, read

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


@pytest.mark.parametrize(
    "pulled",
    [
        f'<figure class="wp-block-pullquote"><blockquote><p>{SENTENCE}</p></blockquote></figure>',
        f'<aside class="pull-quote"><p>“{SENTENCE}”</p></aside>',
        f'<div class="c-pullquote"><h4>{SENTENCE}</h4></div>',
        f'<aside class="pullquote"><p>{SENTENCE}</p><p>Ada Hall, harbour master</p></aside>',
    ],
)
def test_what_is_pulled_out_of_the_text_stands_in_it_once_and_is_counted(pulled):
    document = read(page(pulled), "page.html")
    assert document.text.count(SENTENCE) == 6
    assert "Ada Hall" not in document.text
    assert SENTENCE in left_out(document)[PULLED]
    source = Source("page.html", "", page(pulled).encode(), frozenset({PULLED}))
    again = read_source(source)
    assert again.text.count(SENTENCE) == 7
    assert again.coverage.taken_in == (PULLED,)


def test_a_sentence_that_the_text_does_not_say_again_stays_where_it_is_pulled_out():
    pulled = '<aside class="pull-quote"><p>Ships will never come back to this coast, said one.</p></aside>'
    assert "Ships will never come back" in read(page(pulled), "page.html").text


def test_a_quotation_that_the_text_repeats_is_no_pull_quote():
    document = read(page(f"<blockquote>{SENTENCE}</blockquote>"), "page.html")
    assert of_kind(document, BlockKind.QUOTE) == [SENTENCE]


def test_the_source_of_a_quotation_is_set_apart_where_the_style_of_the_page_does_so():
    held = '<span class="words">No ships will come.</span><span class="name">Ada Hall</span>'
    assert "No ships will come. Ada Hall" in read(page(f'<div class="quote">{held}</div>'), "page.html").text
    dotted = read(
        page("<p>It is Node.<b>Js</b>, e.g.<i>Here</i>, and U.<b>S.</b> law.</p>"), "page.html"
    ).text
    assert "e.g.Here, and U.S. law" in dotted


def test_a_heading_that_the_text_only_names_stays_one():
    document = read(page("<h2>The council of the northern region</h2>"), "page.html")
    assert of_kind(document, BlockKind.HEADING) == ["The council of the northern region"]


def test_an_element_that_is_shown_within_the_line_breaks_no_line():
    shield = '<div style="cursor: pointer; display: -webkit-inline-box"><div></div></div>'
    document = read(page(f"<ul><li>Wells of the north{shield}. 24 August 2021.</li></ul>"), "page.html")
    assert of_kind(document, BlockKind.LIST_ITEM) == ["Wells of the north. 24 August 2021."]


def quotations(document):
    return [
        (block.quotation, str(block.kind), document.quote(block.span))
        for block in document.blocks
        if block.quotation
    ]


def test_all_of_a_quotation_is_one_and_two_in_a_row_are_two():
    first = "<blockquote><p>No ships.</p><ul><li>none</li></ul><p>No harbours.</p></blockquote>"
    document = read(page(f"{first}<blockquote>No sea.</blockquote>"), "page.html")
    assert quotations(document) == [
        (1, "quote", "No ships."),
        (1, "list_item", "none"),
        (1, "quote", "No harbours."),
        (2, "quote", "No sea."),
    ]


def test_a_quotation_in_a_page_that_is_all_indented_is_one():
    inner = "<blockquote><p>No ships.</p></blockquote>"
    body = (
        f"<html><body><h1>Harbours</h1><blockquote>{WORDS * 3}{inner}{WORDS * 3}</blockquote></body></html>"
    )
    assert quotations(read(body, "page.html")) == [(1, "quote", "No ships.")]


@pytest.mark.parametrize(
    "source",
    [
        "<footer>Ada Hall, harbour master</footer>",
        "<p>— Ada Hall, harbour master</p>",
        "<cite>Ada Hall, harbour master</cite>",
        "&mdash; Ada Hall (@ada) <a href='https://example.org/1'>November 18, 2019</a>",
        "<p>-- Ada Hall</p>",
        "&mdash; <a href='https://example.org/a'>Ada Hall</a> <a href='https://example.org/1'>May 5</a>",
    ],
)
def test_the_line_that_says_who_is_quoted_is_none_of_the_words(source):
    document = read(page(f"<blockquote><p>No ships.</p>{source}</blockquote>"), "page.html")
    (words, said) = quotations(document)
    assert words == (1, "quote", "No ships.")
    assert said[:2] == (1, "paragraph")
    assert "Ada Hall" in said[2]


@pytest.mark.parametrize("name", ["", ' class="source"'])
def test_the_words_below_a_quotation_in_a_figure_say_whose_it_is(name):
    figure = f"<figure><blockquote>No ships.</blockquote><figcaption{name}>Ada Hall</figcaption></figure>"
    assert quotations(read(page(figure), "page.html")) == [
        (1, "quote", "No ships."),
        (1, "paragraph", "Ada Hall"),
    ]


def test_the_caption_of_a_picture_beside_a_quotation_stays_one():
    figure = (
        '<figure><blockquote>No ships.</blockquote><img src="a.png" alt="The empty harbour of the coast">'
        "<figcaption>The harbour</figcaption></figure>"
    )
    assert of_kind(read(page(figure), "page.html"), BlockKind.CAPTION) == ["The harbour"]


@pytest.mark.parametrize(
    "lines",
    [
        "<p>— Where are the ships?</p><p>— Gone, all of them</p>",
        "<p>No ships.</p><p>— and no harbours, no sea, no sailors either!</p>",
        "<p>No ships.</p><p>As <cite>The Harbour</cite> had it.</p>",
        "<p>— Gone</p>",
    ],
)
def test_words_that_open_with_a_dash_or_name_a_book_are_quoted(lines):
    document = read(page(f"<blockquote>{lines}</blockquote>"), "page.html")
    assert {kind for _, kind, _ in quotations(document)} == {"quote"}


def test_a_heading_in_the_contents_of_its_page_is_still_one():
    asked = "Should anybody expect more ships on the coast?"
    entry, heading = f'<p><a href="#ships">{asked}</a></p>', f'<h2 id="ships">{asked}</h2>'
    assert asked in of_kind(read(page(f"{entry}{WORDS}{heading}"), "page.html"), BlockKind.HEADING)
