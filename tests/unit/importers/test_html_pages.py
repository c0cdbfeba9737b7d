"""Pages of a printed paper that was saved as a web page."""

import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import left_out, of_kind, read

SENTENCE = " The harbours were open, and more of them called there than before."
TEXT = f"In the year {{0}}, all ships came.{SENTENCE * 5}"


def paper(*, numbers: range, head: str = "Harbours Limited and Subsidiaries") -> str:
    """Return a made-up report with the foot of each page, and a running head, between its paragraphs."""
    pages = (
        f"<p>{head}</p><p>{TEXT.format(number)}</p><p>{TEXT.format(number + 100)}</p><p>{number}</p><hr>"
        for number in numbers
    )
    return f"<html><body><h1>Harbours of the coast</h1>{''.join(pages)}</body></html>"


def test_numbers_that_count_up_are_those_of_pages_and_no_text():
    document = read(paper(numbers=range(3, 11)), "paper.html")
    assert not {"7", "Harbours Limited and Subsidiaries"} & set(of_kind(document, BlockKind.PARAGRAPH))
    assert "Harbours Limited and Subsidiaries · 3" in left_out(document)["running heads and page numbers"]


def test_a_passage_is_on_the_page_whose_number_stands_below_it():
    document = read(paper(numbers=range(3, 11)), "paper.html")
    pages = {document.quote(block.span): block.page for block in document.blocks}
    assert (pages[TEXT.format(5)], pages[TEXT.format(105)], pages[TEXT.format(6)]) == ("5", "5", "6")


def test_few_numbers_and_numbers_in_no_order_stay():
    few = read(paper(numbers=range(3, 6)), "paper.html")
    assert "4" in of_kind(few, BlockKind.PARAGRAPH)
    rows = "".join(
        f"<p>{TEXT.format(at)}</p><p>{number}</p>" for at, number in enumerate((40, 8, 91, 3, 77, 12))
    )
    mixed = read(f"<html><body>{rows}</body></html>", "paper.html")
    assert "91" in of_kind(mixed, BlockKind.PARAGRAPH)


def numbered(form: str) -> str:
    """Return a made-up essay whose parts have numbers, in the elements of `form`."""
    parts = (form.format(number, TEXT.format(number), TEXT.format(number + 100)) for number in range(1, 9))
    return f"<html><body><h1>Harbours of the coast</h1>{''.join(parts)}</body></html>"


@pytest.mark.parametrize(
    "form",
    [
        "<h2>{0}</h2><p>{1}</p><p>{2}</p>",
        "<p>{0}</p><p>{1}</p><p>{2}</p>",
        "<div>{0}</div><div>Harbour {0}</div><div>Open all year.</div><div>Reply</div>",
    ],
    ids=["chapters", "parts", "entries"],
)
def test_numbers_of_parts_are_no_pages(form: str):
    document = read(numbered(form), "essay.html")
    assert document.text.split("\n").count("7") == 1
    assert {block.page for block in document.blocks} == {""}


def test_sentences_that_go_on_behind_numbers_tell_of_pages():
    form = "<p>{1}</p><p>{2} The lights of the town</p><p>{0}</p><p>were never lit.</p>"
    document = read(numbered(form), "essay.html")
    assert "running heads and page numbers" in left_out(document)


def test_a_page_of_nothing_but_numbers_is_read():
    document = read(
        f"<html><body>{''.join(f'<p>{number}</p>' for number in range(1, 30))}</body></html>", "a.html"
    )
    assert "17" in of_kind(document, BlockKind.PARAGRAPH)


def test_a_title_that_is_the_running_head_stays():
    document = read(paper(numbers=range(3, 11), head="Harbours of the coast"), "paper.html")
    assert of_kind(document, BlockKind.TITLE) == ["Harbours of the coast"]
    assert "Harbours of the coast" in left_out(document)["running heads and page numbers"]


def test_a_number_below_a_short_first_page_is_below_each():
    pages = "".join(f"<p>{TEXT.format(number) * 2}</p><p>{number}</p><hr>" for number in range(1, 9))
    document = read(f"<html><body><h1>Harbours of the coast</h1>{pages}</body></html>", "paper.html")
    found = {document.quote(block.span)[:16]: block.page for block in document.blocks}
    assert (found["In the year 5, a"], found["In the year 8, a"]) == ("5", "8")


def test_brackets_that_a_number_leaves_behind_are_no_block():
    number = '<span>[<a role="doc-backlink" href="#r1">1</a>]</span>'
    note = f'<aside role="doc-footnote" id="n1">{number}<p>By sea.</p></aside>'
    page = f'<html><body><p>{TEXT}<a id="r1" href="#n1">[1]</a></p>{note}</body></html>'
    assert "[]" not in read(page, "a.html").text
