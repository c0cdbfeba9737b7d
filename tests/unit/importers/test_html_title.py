import pytest

from deskbrief.importers.html_facts import read_facts
from deskbrief.importers.html_title import title_block
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk
from helpers.reading import read

WORDS = (
    "<p>" + "The council of the northern region met on Monday and talked about the harbours. " * 4 + "</p>"
)


def title(head: str, body: str) -> str:
    return read(f"<html><head>{head}</head><body>{body}</body></html>", "page.html").metadata.title


@pytest.mark.parametrize(
    ("named", "body", "expected"),
    [
        ("Harbours - The Daily", f"<article><h1>Harbours</h1>{WORDS * 4}</article>", "Harbours"),
        # The title element is worded for search engines; the heading is what a reader sees.
        (
            "Council talks about ships",
            f"<main><article><h1>A Monday in the harbour</h1>{WORDS * 4}</article></main>",
            "A Monday in the harbour",
        ),
        # The heading of the site is not that of the page, the section's name is not either.
        (
            "Wells run dry - Northern Daily News",
            f'<h1><a href="/">Northern Daily News</a></h1><div><h2>Wells run dry</h2>{WORDS * 4}</div>',
            "Wells run dry",
        ),
        (
            "Many wells run dry : Two Ways : Radio",
            f"<h1>Wells run dry everywhere, many say</h1><h2>Two Ways</h2>{WORDS * 4}",
            "Wells run dry everywhere, many say",
        ),
        # A heading of something beside the text is passed over.
        (
            "Wells of the north",
            f"<article>{WORDS * 4}</article><aside class='newsletter'><h1>Get our letter</h1></aside>",
            "Wells of the north",
        ),
        (
            "Wells run dry - Northern Daily News",
            f'<div id="header"><h1>Northern Daily News</h1></div><div class="post">{WORDS * 4}</div>',
            "Wells run dry",
        ),
        # What leads to the front page is the site's name, also where the title element spells it otherwise.
        (
            "Wells run dry - Northern",
            f'<a href="/"><h1>The News of the North</h1></a><div class="post">{WORDS * 4}</div>',
            "Wells run dry",
        ),
        (
            "Wells run dry",
            f'<h1><a rel="home" href="https://example.org/blog/">Dry Wells</a></h1><div>{WORDS * 4}</div>',
            "Wells run dry",
        ),
        # The page's own code calls one of two headings its title.
        (
            "blog",
            f'<h1>Shirts for all</h1><div class="post"><h2 class="entry-title">Wells</h2>{WORDS * 4}</div>',
            "Wells",
        ),
        # The text opens with a heading that all others are below, and that names the topic.
        (
            "WellsGuide/Digging - The Wiki",
            f"<div><h2>Digging wells</h2>{WORDS * 4}<h3>Tools</h3>{WORDS * 4}</div>",
            "Digging wells",
        ),
        (
            "WellsGuide/Digging - The Wiki",
            f"<div><h2>Introduction</h2>{WORDS * 4}<h3>Tools</h3>{WORDS * 4}</div>",
            "WellsGuide/Digging",
        ),
    ],
)
def test_the_title_is_what_the_page_is_headed(named, body, expected):
    assert title(f"<title>{named}</title>", body) == expected


def test_a_drawing_may_have_a_title_of_its_own():
    drawing = "<svg><title>Menu</title></svg>"
    assert title("", f"{drawing}<article>{WORDS * 4}</article>") != "Menu"


@pytest.mark.parametrize(
    ("named", "address", "expected"),
    [
        ("Northern Daily News of the Coast – Wells", "https://www.northern-daily-news.example/a", "Wells"),
        ("Ponds – Northern Daily Paper", "https://northerndaily.example.org/a", "Ponds"),
        ("Northern Daily", "https://northerndaily.example.org/", "Northern Daily"),
    ],
)
def test_the_name_of_the_site_is_known_by_its_address(named, address, expected):
    head = f'<title>{named}</title><link rel="canonical" href="{address}">'
    assert title(head, f"<article>{WORDS * 4}</article>") == expected


def test_the_kicker_above_the_title_is_not_the_title():
    text = "<p>" + "The boats lie still and the ropes hang slack on the northern quay. " * 4 + "</p>"
    page = (
        "<html><head><title>The Daily | Harbour works | Board sets date for the quay</title></head><body>"
        "<article><h2>Harbour works</h2><h1>Board sets date for the quay</h1>"
        f"{text * 5}</article></body></html>"
    )
    assert read(page, "page.html").metadata.title == "Board sets date for the quay"


def test_a_line_that_says_by_whom_it_is_heads_nothing():
    body = f"<h1>THE DRY WELLS</h1><h2>by Jane Miller</h2><h3>Translated by Paul Harris</h3>{WORDS * 4}"
    assert title("<title>The Dry Wells, by Jane Miller</title>", body) == "THE DRY WELLS"


def test_a_heading_that_says_more_than_the_title_element_is_the_title():
    named = "<title>Minister on the harbour works and the quay</title>"
    heading = "Minister on the new harbour works and the quay: “We did not know”"
    body = f'<article class="page-rail"><header><h1>{heading}</h1></header>{WORDS * 4}</article>'
    assert title(named, body) == heading


def test_what_a_page_calls_itself_for_others_is_not_cut_where_its_title_element_adds_the_site():
    head = (
        "<title>Harbours 2021 - The opening words of the chair - Channel</title>"
        '<meta property="og:title" content="Harbours 2021 - The opening words of the chair">'
    )
    assert title(head, f"<div>{WORDS * 4}</div>") == "Harbours 2021 - The opening words of the chair"


def test_a_stray_line_far_above_the_text_does_not_hide_its_title():
    links = "".join(f"<li><a href='/{n}'>Quay {n}</a>" for n in range(40))
    page = f"<title>Fields - Northern Harbours</title><ul>{links}</ul><main><h1>Fields</h1>{WORDS * 4}</main>"
    root = parse_page(page)
    drafts = list(walk(root))
    text = [at for at, draft in enumerate(drafts) if draft.whole.tag == "p"]
    assert drafts[title_block(drafts, [3, *text], read_facts(root))].text == "Fields"


def test_the_number_of_a_section_is_not_in_a_title_that_the_page_does_not_give():
    sections = "".join(f"<h1>{n}. {name}</h1>{WORDS * 2}" for n, name in ((1, "Overview"), (2, "Grounds")))
    assert title("<title>HARBOURS</title>", f"<div>{sections}</div>") == "HARBOURS"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Wells &amp;#x26; farms", "Wells & farms"),
        ("Wells &amp;amp; farms", "Wells & farms"),
        ("The farmers&amp;#039; wells &amp;mdash; dry", "The farmers' wells — dry"),
        ("AT&amp;T; or not", "AT&T; or not"),
    ],
)
def test_signs_that_a_program_wrote_twice_as_references_are_signs(written, meant):
    assert (
        title(f'<meta property="og:title" content="{written}"><title>{written}</title>', WORDS * 4) == meant
    )
