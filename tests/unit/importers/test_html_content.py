"""Blocks that the score passes over although much speaks for them."""

from __future__ import annotations

import pytest

from deskbrief.importers import html_content
from deskbrief.importers.html_extract import Heard, key_of
from deskbrief.importers.html_features import Page, survey_page
from deskbrief.importers.html_regions import Regions
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk

LONG = (
    "The council of the northern region met for two days and agreed on a plan for the bridges on the coast."
)
FIRST = "".join(f"<p>{number}. {LONG}" for number in range(4))
REST = "".join(f"<p>{number}. {LONG}" for number in range(4, 9))


def surveyed(body: str) -> Page:
    """Return the page with `body`, of which one extractor took all, the other FIRST."""
    drafts = list(walk(parse_page(f"<body>{body}</body>")))
    keys = [key_of(draft.text) for draft in drafts]
    one, two = Heard(frozenset(keys[:4]), "".join(keys[:4])), Heard(frozenset(keys), "".join(keys))
    return survey_page(drafts, one, two, "Bridges")


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        (f"<section>{REST}</section>", 9),
        (f"<section>{REST.replace('coast.', 'coast')}</section>", 4),
        (f"<aside>{REST}</aside>", 4),
        (f"<div class='related-stories'>{REST}</div>", 4),
        (f"<article>{REST}</article>", 4),
    ],
)
def test_much_prose_that_one_extractor_took_is_text(monkeypatch, rest, count):
    page = surveyed(f"<article><div>{FIRST}</div>{rest}</article>")
    chances = [1.0] * 4 + [0.1] * (len(page.drafts) - 4)
    monkeypatch.setattr(html_content, "text_chances", lambda *_: chances)
    assert len(html_content.text_blocks(page, Regions())) == count
