"""The numbers of lines beside poems and code on web pages."""

from __future__ import annotations

import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import left_out, of_kind, read

WORDS = "<p>The council of the northern region met for two days and agreed on a plan for the bridges.</p>" * 3


def page(inner: str) -> str:
    return f"<title>Lines</title><body><article><h1>Lines</h1>{WORDS}{inner}{WORDS}</article></body>"


def test_the_number_of_a_verse_is_no_word_of_it():
    document = read(page("<div>Living nor dead,<span class='lnum'>40</span></div>"), "page.html")
    assert "Living nor dead," in of_kind(document, BlockKind.PARAGRAPH)
    assert left_out(document)["numbers of lines"] == "40"


INLINE = "<pre><span class='{0}'>1</span>first\n<span class='{0}'>2</span>second\n</pre>"
BESIDE = "<table><tr><td class='{0}'><pre>1\n2\n</pre></td><td><pre>first\nsecond</pre></td></tr></table>"
DEEP = BESIDE.replace("<pre>1", "<div class='linenodiv'><pre>1", 1).replace("2\n</pre>", "2</pre></div>", 1)


@pytest.mark.parametrize(
    "code",
    [INLINE.format("linenos"), INLINE.format("line-number"), BESIDE.format("gutter"), DEEP.format("linenos")],
)
def test_the_numbers_beside_code_are_no_part_of_it(code: str):
    document = read(page(code), "page.html")
    assert of_kind(document, BlockKind.CODE) == ["first\nsecond"]
    assert "numbers of lines" in left_out(document)


def test_other_words_of_that_class_stay():
    document = read(page("<p>See <span class='gutter'>the 4th row</span> of it.</p>"), "page.html")
    assert "See the 4th row of it." in of_kind(document, BlockKind.PARAGRAPH)
