"""The trees that pages become."""

from __future__ import annotations

from time import process_time

import pytest
from lxml import etree

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_tree import MOST_ATTRIBUTES, parse_page
from helpers.formats import epub
from helpers.reading import of_kind, read

LONG = "The council of the northern region met for two days and agreed on a plan for the bridges. " * 3


@pytest.mark.parametrize(
    ("page", "body"),
    [
        ("<title>t</title><main>a<p>b</p></main>", "<main>a<p>b</p></main>"),
        ("<meta name=a><header>a</header>b<link rel=c><p>d", '<header>a</header>b<link rel="c"/><p>d</p>'),
        ("<head><title>t</title><nav>a</nav></head><body>b<i>c</i></body>", "<nav>a</nav>b<i>c</i>"),
        ("<title>t</title>a<article>b", "a<article>b</article>"),
        ("<head><title>t</title></head><body><p>a</p></body>", "<p>a</p>"),
    ],
)
def test_a_page_may_leave_out_the_tags_of_head_and_body(page: str, body: str):
    root = parse_page(f"<!doctype html>{page}")
    (found,) = root.findall("body")
    assert etree.tostring(found, encoding="unicode") == f"<body>{body}</body>"


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("<p>a<figure>b</figure>c<p>d", "<p>a</p><figure>b</figure>c<p>d</p>"),
        (
            "<p>a<section>b<p>c<aside>d</aside></section>e",
            "<p>a</p><section>b<p>c</p><aside>d</aside></section>e",
        ),
        ("<p>a<i>b</i><main>c</main><b>d</b></p>e", "<p>a<i>b</i></p><main>c</main><b>d</b>e"),
        ("<p>a<span>b</span></p>c", "<p>a<span>b</span></p>c"),
    ],
)
def test_a_paragraph_may_leave_out_its_end(body: str, mended: str):
    (found,) = parse_page(f"<!doctype html><body>{body}</body>").findall("body")
    assert etree.tostring(found, encoding="unicode") == f"<body>{mended}</body>"


def test_an_article_without_a_body_around_it_is_read():
    page = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>T</title><article><h1>Bridges</h1><p>{LONG}"
    )
    document = read(page.encode(), "page.html")
    assert document.metadata.title == "Bridges"
    assert of_kind(document, BlockKind.PARAGRAPH) == [LONG.strip()]


def test_a_tag_keeps_its_first_attributes_where_it_has_too_many():
    many = " ".join(f'a{number}="{"<b> " * (number > 99)}{number}"' for number in range(MOST_ATTRIBUTES * 3))
    root = parse_page(f"<p {many}>one</p><p {'c ' * 90}title='d \" e'>two</p>")
    first, second = root.iter("p")
    assert (first.text, second.text) == ("one", "two")
    assert list(first.attrib) == [f"a{number}" for number in range(MOST_ATTRIBUTES)]
    assert (first.get("a7"), first.get("a199")) == ("7", "<b> 199")
    assert second.get("title") == 'd " e'


@pytest.mark.parametrize(
    "piece", ["<a " + "x " * 200 + "y='", "<a " + "x" * 400 + ' y=" ', "<a\t" + "x=" * 210]
)
def test_tags_without_an_end_are_read_in_no_time(piece: str):
    def taken(times: int) -> float:
        begin = process_time()
        parse_page(f"<p>{LONG}</p>{piece * times}")
        return process_time() - begin

    few, many = min(taken(40) for _ in range(3)), min(taken(320) for _ in range(3))
    assert many < 40 * few + 0.2


def test_a_button_whose_end_the_parser_passes_over_does_not_take_in_the_page():
    head = '<header><button class="menu"><div>Menu<div></button></header><nav><button>Find</button></nav>'
    page = f"<title>Bridges</title>{head}<main><h1>Bridges</h1><p>{LONG}<p>{LONG}<p>{LONG}</main>"
    document = read(page.encode(), "page.html")
    assert of_kind(document, BlockKind.TITLE) == ["Bridges"]
    assert len(of_kind(document, BlockKind.PARAGRAPH)) == 3


def test_a_button_in_the_text_is_still_none_of_its_words():
    root = parse_page("<p>a<button>b<span>c</span></button>d</p>")
    assert root.find(".//button/span") is not None


def test_of_the_forms_of_a_part_that_a_book_offers_one_is_shown():
    maths = "http://www.w3.org/1998/Math/MathML"
    case = f"<epub:case required-namespace='{maths}'><m:math><m:mi>x</m:mi></m:math></epub:case>"
    other = "<epub:case required-namespace='urn:other'>chem</epub:case>"
    plain = "<epub:default>in words</epub:default>"
    page = "<p>It is {} here.</p>"
    for forms, shown in ((other + case + plain, "x"), (other + plain, "in words")):
        book = epub({"a.xhtml": page.format(f"<epub:switch>{forms}</epub:switch>")})
        assert read(book, "a.epub").text.endswith(f"\n\nIt is {shown} here.")
