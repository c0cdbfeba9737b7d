"""What a page holds and does not show is counted, and can be taken in."""

import time

import pytest

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_hidden import HIDDEN, hidden_parts
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers.formats import epub
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


@pytest.mark.parametrize(
    ("part", "reason", "said"),
    [
        ("<p>Words. <button>Share this</button></p>", "buttons and form fields", "Share this"),
        ("<textarea>Write here</textarea>", "buttons and form fields", "Write here"),
        (
            "<select><option>North</option> <option>South</option></select>",
            "buttons and form fields",
            "North South",
        ),
        ("<svg><title>Chart</title><text>North 41</text></svg>", "words in drawings", "North 41"),
        (
            "<video><p>See the film <a href='/f'>here</a>.</p></video>",
            "shown where media cannot play",
            "See the film here .",
        ),
        (
            "<p>The city of <ruby>東京<rp>(</rp><rt>tookyoo</rt></ruby>.</p>",
            "readings of characters",
            "tookyoo",
        ),
        ("<span class='sr-only'>Opens in a window</span>", "for screen readers alone", "Opens in a window"),
    ],
)
def test_words_that_are_no_part_of_the_text_are_counted(part, reason, said):
    document = read(page(part + part), "a.html")
    assert said not in document.text
    assert left_out(document) == {reason: said}


def test_such_words_in_books_and_messages_are_counted():
    head = "From: a@example.org\nTo: b@example.org\nSubject: Wells\nContent-Type: text/html\n\n"
    said = {"buttons and form fields": "Answer"}
    assert left_out(read(f"{head}<p>Hello.</p><button>Answer</button>", "a.eml")) == said
    assert left_out(read(epub({"a.xhtml": "<p>Hello.</p><button>Answer</button>"}), "a.epub")) == said


def test_words_for_screen_readers_that_are_taken_in_are_not_counted_twice():
    data = page("<span class='sr-only'>Opens in a window</span>").encode()
    document = read_source(Source("a.html", "", data, frozenset({HIDDEN})))
    assert "for screen readers alone" not in left_out(document)


def test_hidden_parts_beyond_those_that_are_looked_at_are_counted_as_one():
    written = "".join(f"<p hidden>Part number {number} not seen</p>" for number in range(2_500))
    found = list(hidden_parts(parse_page(written), written, ()))
    assert len(found) == 2_001
    assert found[-1].count("\n") == 499


# Parts that open on a click


def question(label: str, answer: str, number: int = 1) -> str:
    button = f"<button aria-expanded='false' aria-controls='a{number}'>{label}</button>"
    return f"{button}<div id='a{number}' hidden><p>{answer}</p></div>"


def test_an_answer_that_opens_on_a_click_stands_below_its_question_once():
    document = read(page(question("Who should act?", f"{ADVICE} {LONG}")), "a.html")
    assert document.text.count(ADVICE) == document.text.count("Who should act?") == 1
    assert document.text.index("Who should act?") < document.text.index(ADVICE)
    assert left_out(document) == {}


@pytest.mark.parametrize(
    ("opener", "panel"),
    [
        ("<h3><button aria-controls='x'>Who?</button></h3>", "<div id='x' style='display:none'>{}</div>"),
        ("<a href='#x' data-toggle='collapse'>Who?</a>", "<div id='x' aria-hidden='true'>{}</div>"),
        ("<a data-bs-toggle='tab' data-bs-target='#x'>Who?</a>", "<div id='x' hidden>{}</div>"),
        ("", "<div role='tabpanel' hidden>{}</div>"),
        ("", "<div hidden='until-found'>{}</div>"),
    ],
)
def test_each_way_of_opening_a_part_is_known(opener, panel):
    document = read(page(opener + panel.format(f"<p>{ADVICE} {LONG}</p>")), "a.html")
    assert document.text.count(ADVICE) == 1


@pytest.mark.parametrize(
    "panel",
    [
        "<nav><button aria-controls='x'>Menu</button><div id='x' hidden>{}</div></nav>",
        "<button aria-controls='x'>Log in</button><div role='dialog' id='x' hidden>{}</div>",
        "<button aria-controls='x' aria-haspopup='menu'>More</button><div id='x' hidden>{}</div>",
        "<div class='gdpr-bar'><button aria-controls='x'>Choose</button><div id='x' hidden>{}</div></div>",
    ],
)
def test_menus_and_dialogs_stay_closed_and_are_counted(panel):
    document = read(page(panel.format(f"<p>{ADVICE}</p>")), "a.html")
    assert ADVICE not in document.text
    assert left_out(document)[HIDDEN] == ADVICE


def test_a_part_that_only_says_once_more_what_is_shown_stays_closed():
    document = read(page(f"<p>{ADVICE} {LONG}</p>{question('Who?', ADVICE)}"), "a.html")
    assert document.text.count(ADVICE) == 1


def test_a_button_around_or_in_its_part_does_no_harm():
    around = f"<button aria-controls='x'>Who? <span id='x' hidden>{ADVICE}</span></button>"
    within = f"<div id='y' hidden><button aria-controls='y'>Close</button><p>{ADVICE} {LONG}</p></div>"
    both = "<button aria-controls='z w'>Two</button><p id='z' hidden>Words one two three.</p>"
    document = read(page(f"{around}{within}{both}<p id='w' hidden>Words four five six.</p>"), "a.html")
    assert document.text.count(ADVICE) == 1


def test_very_many_parts_that_open_take_time_in_proportion():
    written = "".join(question(f"Number {n}?", f"Answer {n}: {ADVICE}", n) for n in range(3_000))
    document = read(page(written), "a.html")
    assert "Answer 2999" in " ".join(left_out(document).values()) + document.text


@pytest.mark.parametrize("cover", ["hidden", "aria-hidden='true'", "style='display:none'"])
def test_a_page_that_was_saved_with_its_text_hidden_shows_it(cover):
    menu = f"<div style='display:none'>{ADVICE}</div>"
    text = f"<h1>Wells</h1>{f'<p>{LONG}</p>' * 4}{menu}"
    document = read(
        f"<html><body><p>Wait</p><div {cover}><div {cover}>{text}</div></div></body></html>", "a.html"
    )
    assert document.text.count("The council met") >= 4
    assert ADVICE not in document.text
    assert "hidden" in " ".join(document.coverage.remarks)


def test_a_page_that_shows_its_text_hides_what_it_hides():
    document = read(
        f"<html><body><p>{LONG}</p><div hidden><p>{ADVICE * 40}</p></div></body></html>", "a.html"
    )
    assert ADVICE in document.text or ADVICE in left_out(document)[HIDDEN]
    assert LONG.strip() in document.text
