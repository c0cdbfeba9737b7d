"""Time that odd pages take: none grows with the square of their size."""

import time
from collections.abc import Callable

import pytest
from lxml.html import HtmlElement, fromstring

from deskbrief.importers.html_looks import head_by_looks
from deskbrief.importers.html_notes import noted_in
from deskbrief.importers.html_pages import part_pages
from deskbrief.importers.html_preformatted import is_plain_text
from deskbrief.importers.html_walk import walk

#: Seconds; each of these took several times as long where it looked through all of a page for each block.
MOST = 3.0
LINES = 6_000
SENTENCE = "The harbours were open for all of the year. "


def _notes(root: HtmlElement) -> None:
    drafts = list(walk(root))
    noted_in(drafts, range(len(drafts)))


PAGES: dict[str, tuple[str, Callable[[HtmlElement], object]]] = {
    "links of lines": (
        "".join(f"{SENTENCE}<a href='#a{at}'>more</a><br><br>" for at in range(LINES)),
        _notes,
    ),
    "empty elements": (
        "<i></i>" * LINES + f"{SENTENCE}<br><br>" * LINES,
        lambda root: head_by_looks(list(walk(root))),
    ),
    "a run of letters": (
        f"<pre>{'a' * 60_000}1\n{SENTENCE * 50}</pre>",
        lambda root: is_plain_text(list(walk(root))),
    ),
    "numbers": (
        "".join(f"<p>{at % 9_000 + 1}</p>" for at in range(LINES * 3)),
        lambda root: part_pages(list(walk(root))),
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_time_that_a_page_takes(name: str):
    written, read = PAGES[name]
    root = fromstring(f"<html><body>{written}</body></html>")
    began = time.process_time()
    read(root)
    assert time.process_time() - began < MOST
