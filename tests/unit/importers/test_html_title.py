import pytest

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
    ],
)
def test_the_title_is_what_the_page_is_headed(named, body, expected):
    assert title(f"<title>{named}</title>", body) == expected


def test_a_drawing_may_have_a_title_of_its_own():
    drawing = "<svg><title>Menu</title></svg>"
    assert title("", f"{drawing}<article>{WORDS * 4}</article>") != "Menu"
