"""Pages of a printed paper that was saved as a web page."""

from deskbrief.document.model import BlockKind
from helpers.reading import left_out, of_kind, read

ODD = (40, 8, 91, 3, 77, 12)
TEXT = "The harbours of the coast were open for all of the year {0}, and more ships called there than before."


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


def test_brackets_that_a_number_leaves_behind_are_no_block():
    number = '<span>[<a role="doc-backlink" href="#r1">1</a>]</span>'
    note = f'<aside role="doc-footnote" id="n1">{number}<p>By sea.</p></aside>'
    page = f'<html><body><p>{TEXT}<a id="r1" href="#n1">[1]</a></p>{note}</body></html>'
    assert "[]" not in read(page, "a.html").text
