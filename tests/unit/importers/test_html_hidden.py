"""What a page holds and does not show is counted, and can be taken in."""

import time

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers.reading import left_out, of_kind, read

LONG = "The council met again and heard what the witnesses had to say about the wells of the valley. " * 3
ADVICE = "The Commission should withdraw the proposal by June."


def page(part):
    article = f"<h1>Wells</h1><p>{LONG}</p><h2>Advice</h2>{part}<p>{LONG}</p>"
    return f"<html><body><article>{article}</article></body></html>"


@pytest.mark.parametrize(
    "part",
    [
        f"<div hidden>{ADVICE}</div>",
        f"<div style='display: none'><p>{ADVICE}</p></div>",
        f"<section aria-hidden='true'>{ADVICE}</section>",
        f"<noscript><p>{ADVICE}</p></noscript>",
        f"<div hidden><script>var x = 'not these words at all';</script>{ADVICE}</div>",
    ],
)
def test_hidden_parts_are_counted(part):
    assert left_out(read(page(part), "a.html"))[HIDDEN] == ADVICE


@pytest.mark.parametrize(
    "part",
    [
        "<span aria-hidden='true'>▸</span>",
        f"<div hidden>{LONG[:90]}</div>",
        "<span class='sr-only'>Opens in a new window here</span>",
        "<div hidden><script>var some = 'words of a script';</script></div>",
        "<button>Share this with your friends</button>",
    ],
)
def test_signs_repetitions_and_machinery_are_not(part):
    assert HIDDEN not in left_out(read(page(part), "a.html"))


def test_hidden_parts_are_taken_in_where_they_stand():
    data = page(f"<div hidden><p>{ADVICE}</p></div>").encode()
    document = read_source(Source("a.html", "", data, frozenset({HIDDEN})))
    assert ADVICE in of_kind(document, BlockKind.PARAGRAPH)
    assert document.text.index("Advice") < document.text.index(ADVICE) < document.text.rindex("The council")
    assert HIDDEN not in left_out(document)
    assert document.coverage.taken_in == (HIDDEN,)


def test_details_that_open_on_a_click_are_part_of_the_text():
    document = read(page(f"<details><summary>More of it</summary><p>{ADVICE}</p></details>"), "a.html")
    assert ADVICE in document.text


def test_hidden_words_of_a_message_are_counted():
    head = "From: a@example.org\nTo: b@example.org\nSubject: Wells\nContent-Type: text/html\n\n"
    document = read(f"{head}<p>Hello.</p><div style='display:none'>{ADVICE}</div>", "a.eml")
    assert left_out(document) == {HIDDEN: ADVICE}


def test_deep_and_many_hidden_parts_take_time_in_proportion():
    def seconds(times):
        written = "<div hidden>" * times + "</div>" * times + "<i hidden>a b c d e</i>" * times
        root = parse_page(written)
        started = time.process_time()
        list(hidden_parts(root, written, ()))
        return time.process_time() - started

    seconds(200)
    assert min(seconds(1600) for _ in range(3)) < 24 * max(min(seconds(200) for _ in range(3)), 1e-3)


def test_a_cookie_bar_inside_the_article_is_left_out():
    bar = "<div class='cookie-consent'><p>We use cookies. You should accept all of them to go on.</p></div>"
    document = read(page(bar), "a.html")
    assert "cookies" not in document.text
    assert set(left_out(document)) == {"cookie notice"}


def test_an_article_about_a_law_keeps_its_section_on_it():
    document = read(page(f"<section id='gdpr-fines'><p>{ADVICE}</p></section>"), "a.html")
    assert ADVICE in document.text


def test_a_heading_that_is_a_button_is_a_heading():
    document = read(page(f"<h2><button>What is asked</button></h2><p>{ADVICE}</p>"), "a.html")
    assert "What is asked" in of_kind(document, BlockKind.HEADING)


def test_hidden_words_without_spaces_are_counted():
    assert left_out(read(page("<div hidden>应当撤回该提案，并在六月之前完成。</div>"), "a.html"))[HIDDEN]
