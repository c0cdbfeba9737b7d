"""What a first judgement of the blocks around each block tells."""

from __future__ import annotations

from deskbrief.importers.html_along import along_features
from deskbrief.importers.html_draft import Draft
from deskbrief.importers.html_tree import parse_page
from deskbrief.importers.html_walk import walk

LONG = (
    "The council of the northern region met for two days and agreed on a plan for the bridges on the coast."
)
PROSE = "".join(f"<p>{number}. {LONG}</p>" for number in range(4))


def drafts_of(body: str) -> list[Draft]:
    return list(walk(parse_page(f"<body>{body}</body>")))


def values(body: str, chances: list[float], name: str) -> list[str]:
    """Return what the feature `name` says of each block of the page with `body`."""
    found = along_features(drafts_of(body), chances)
    return [next(one[len(name) + 1 :] for one in names if one.startswith(f"{name}:")) for names in found]


def test_the_place_is_told_by_the_element_that_holds_most_of_the_text():
    body = f"<p>Menu</p><div><section>{PROSE}<div><div><p>Deep</p></div></div></section></div><p>Foot</p>"
    chances = [0.1, *[0.9] * 4, 0.9, 0.1]
    assert values(body, chances, "p-core") == ["before", "in1", "in1", "in1", "in1", "in3", "after"]


def test_a_page_that_is_right_in_its_body_has_no_such_element():
    assert set(values(PROSE, [0.9] * 4, "p-core")) == {"none"}


def test_an_item_is_told_by_the_rest_of_the_outermost_list():
    body = f"<ul><li>One</li><li>Two<ol><li>{LONG}</li></ol></li></ul><p>{LONG}</p>"
    assert values(body, [0.99, 0.0, 0.99, 0.5], "p-list") == ["4", "5", "2", "no"]


def test_a_heading_is_told_by_its_section_and_other_blocks_by_the_heading_above():
    body = f"<p>First</p><h2>One</h2><p>{LONG}</p><h3>Within</h3><p>{LONG}</p><h2>Two</h2><p>{LONG}</p>"
    chances = [0.0, 0.9, 0.99, 0.6, 0.99, 0.1, 0.0]
    told = ["no", "below5", "head4", "below5", "head3", "below0", "head1"]
    assert values(body, chances, "p-under") == told


def test_neighbours_count_by_their_letters():
    body = f"<p>Short</p><p>{LONG}</p><p>{LONG}</p>"
    assert values(body, [0.0, 0.99, 0.99], "p-wide") == ["5", "4", "4"]


def test_one_block_alone_is_told_by_itself():
    assert values(f"<div><p>{LONG}</p></div>", [0.9], "p-wide") == ["no"]
    assert along_features([], []) == []
