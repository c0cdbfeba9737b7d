"""The regions of a page that an element stands in, and how far up they are named."""

from __future__ import annotations

from deskbrief.importers.html_regions import REACH, Regions
from deskbrief.importers.html_tree import parse_page


def test_regions_are_counted_from_the_element_outwards():
    root = parse_page(
        "<body><nav class='x'><div role='menu'><p class='byline'>A</p><p>B</p></div></nav></body>"
    )
    first, second = root.iter("p")
    regions = Regions()
    above = [("role:menu", 1), ("tag:nav", 2)]
    assert list(regions.names(first)) == [("author", 0), *above]
    assert list(regions.names(second)) == above
    assert list(regions.names(root.find("body"))) == []


def test_regions_farther_up_than_the_reach_are_not_looked_at():
    for depth, seen in ((REACH - 2, True), (REACH - 1, False)):
        root = parse_page(f"<body><nav>{'<div>' * depth}<p>A</p>{'</div>' * depth}</nav></body>")
        names = {name for name, _ in Regions().names(next(root.iter("p")))}
        assert ("tag:nav" in names) is seen
