"""Pages whose text came after them, to be put in its place by a script."""

from __future__ import annotations

from deskbrief.document.model import BlockKind
from deskbrief.importers.html_hidden import HIDDEN
from deskbrief.importers.html_streamed import place_streamed
from deskbrief.importers.html_tree import parse_page
from helpers.reading import of_kind, read

LONG = "The council of the northern region met for two days and agreed on a plan for the bridges. " * 3
MENU = (
    "<nav>"
    + "".join(f"<a href='/{n}'>Everything about bridges and ferries {n}</a> " for n in range(20))
    + "</nav>"
)


def test_a_text_that_came_later_stands_in_its_place():
    later = f'<div hidden id="S:0"><h1>Bridges</h1><p>{LONG}<p>Second. {LONG}<p>Third. {LONG}</div>'
    page = f'<title>Bridges</title>{MENU}<main><!--$?--><template id="B:0"></template></main>{later}'
    document = read(page.encode(), "page.html")
    assert of_kind(document, BlockKind.TITLE) == ["Bridges"]
    assert len(of_kind(document, BlockKind.PARAGRAPH)) == 3
    assert HIDDEN not in {part.reason for part in document.coverage.left_out}


def test_parts_within_parts_stand_in_their_order():
    page = (
        'a<template id="B:0"></template>d<div hidden id="S:0"><p>b</p><template id="P:1"></template></div>'
        '<div hidden id="S:1"><p>c</p></div>'
    )
    root = parse_page(f"<body>{page}</body>")
    place_streamed(root, page)
    assert root.text_content() == "abcd"


def test_other_hidden_parts_stay_hidden():
    page = '<p>a</p><div hidden id="S:0"><p>b</p></div><div hidden id="menu"><p>c</p></div>'
    root = parse_page(f"<body>{page}</body>")
    place_streamed(root, page)
    assert [part.get("id") for part in root.iter("div") if "hidden" in part.attrib] == ["menu"]
