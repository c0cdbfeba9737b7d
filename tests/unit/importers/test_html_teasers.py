"""Lines in the text of a page that lead elsewhere, ask for an address or say who wrote it."""

import pytest

from deskbrief.document.model import BlockKind, Document
from helpers.reading import of_kind, read

TOLD = (
    "The council of the northern region met on Monday and talked about the harbours for hours, until all of"
    " those who had come to hear it had left the room and gone home through the rain."
)
MENU = (
    '<nav><a href="/news">News</a> <a href="/sport">Sport</a></nav>'
    "<footer><p>All rights reserved.</p></footer>"
)


def page(between: str, above: str = "") -> Document:
    """Return a page with the markup `between` two parts of its text, and `above` the first of them."""
    told = f"<p>{TOLD}</p>" * 4
    article = f"<article><h1>Harbours in the rain</h1>{above}{told}{between}{told}</article>"
    head = "<head><title>Harbours in the rain</title></head>"
    return read(f"<html>{head}<body>{MENU}{article}</body></html>", "a.html")


@pytest.mark.parametrize(
    "line",
    [
        '<p>RELATED: <a href="/quays">Quays give way in the north</a></p>',
        '<p><a href="/quays"><span>Read more: Quays give way in the north</span></a></p>',
        '<p>Lire aussi : <a href="/quays">Les quais du nord</a></p>',
        "<p>Sign up to get the news of the day delivered right to your inbox</p>",
        '<p>Get <a href="/letter">Harbour Week</a>, our newsletter about ships</p>',
        "<p>quays of the north 2.jpg</p>",
        '<h2><a href="/video/quays-123">Quays give way in the north</a></h2>',
    ],
)
def test_what_leads_elsewhere_is_left_out(line):
    document = page(line)
    assert of_kind(document, BlockKind.PARAGRAPH) == [TOLD] * 8
    assert not of_kind(document, BlockKind.HEADING)


@pytest.mark.parametrize(
    "line",
    [
        "Related: the council also spoke of the quays.",
        "The council asked the fishermen to sign up for its newsletter, and few did.",
        'Read more: the council sells <a href="/x">its reports</a> to all who ask for them.',
    ],
)
def test_sentences_with_such_words_stay(line):
    assert len(of_kind(page(f"<p>{line}</p>"), BlockKind.PARAGRAPH)) == 9


def test_a_byline_above_the_text_is_no_paragraph():
    document = page("", above="<p>Written by Ann Lee</p>")
    assert of_kind(document, BlockKind.PARAGRAPH) == [TOLD] * 8
    assert document.metadata.byline == "Ann Lee"


def test_a_sentence_below_the_title_is_a_paragraph_though_it_is_set_as_a_heading():
    said = "The council heard nine fishermen about the quays of the north."
    document = page("<h2>What comes next</h2>", above=f"<h2>{said}</h2>")
    assert of_kind(document, BlockKind.PARAGRAPH)[0] == said
    assert of_kind(document, BlockKind.HEADING) == ["What comes next"]
