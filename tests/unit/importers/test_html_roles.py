"""Boxes of web pages whose role says what they are."""

import pytest

from deskbrief.document.model import BlockKind
from helpers.reading import headings, markers, of_kind, read, shape

WORDS = f"<p>{'The council of the northern region met on Monday and talked about the harbours. ' * 6}</p>"


def page(middle: str) -> str:
    return f"<html><body><article><h1>Harbours</h1>{WORDS * 3}{middle}{WORDS * 3}</article></body></html>"


def row(*cells: str, role: str = "cell", box: str = "{}") -> str:
    held = "".join(box.format(f'<span role="{role}">{cell}</span>') for cell in cells)
    return f'<div role="row">{held}</div>'


def table(*rows: str, role: str = "table") -> str:
    return f'<div role="{role}">{"".join(rows)}</div>'


HEAD = row("Region", "2023", role="columnheader")
TABLE = "Region | 2023 / North | 41 / South | 28"


def tables(middle: str) -> list[str]:
    document = read(page(middle), "page.html")
    return [text for kind, text in shape(document) if kind == "table"]


@pytest.mark.parametrize("role", ["table", "grid", "treegrid"])
def test_a_table_of_boxes_is_a_table(role):
    assert tables(table(HEAD, row("North", "41"), row("South", "28"), role=role)) == [TABLE]


def test_boxes_that_lay_out_a_table_are_passed_over():
    body = (
        f'<div role="rowgroup"><div>{row("North", "41", box="<div>{}</div>")}</div>{row("South", "28")}</div>'
    )
    assert tables(f'<div role="table"><div role="rowgroup">{HEAD}</div>{body}</div>') == [TABLE]


def test_the_first_row_of_column_heads_heads_the_table():
    document = read(page(table(HEAD, row("North", "41"))), "page.html")
    (block,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert [[cell.header for cell in row.cells] for row in block.rows] == [[True, True], [False, False]]


@pytest.mark.parametrize(
    "boxes",
    [
        table(row("North", "41")),
        table(*(row(*("1234567"), role="gridcell") for _ in range(4)), "<button>Next</button>", role="grid"),
    ],
)
def test_one_row_and_what_is_operated_is_no_table(boxes):
    assert tables(boxes) == []


def test_headings_quotations_and_lists_are_named_by_their_roles():
    held = (
        '<div role="heading" aria-level="2">Ships</div><p>They are gone, and nobody knows where.</p>'
        '<span role="heading">Boats</span><div role="blockquote"><p>No boats.</p></div>'
        '<div role="list"><div role="listitem">one</div><div role="listitem">two</div></div>'
    )
    document = read(page(f"{held}{WORDS}"), "page.html")
    assert headings(document) == [("Ships", 1), ("Boats", 1)]
    assert of_kind(document, BlockKind.QUOTE) == ["No boats."]
    assert markers(document) == ["•", "•"]


def test_a_role_inside_a_heading_changes_nothing():
    document = read(
        page('<h2><span role="heading" aria-level="3">Ships</span></h2><p>Gone.</p>'), "page.html"
    )
    assert headings(document) == [("Ships", 1)]


def test_thousands_of_tables_in_one_another_take_no_time():
    deep = '<div role="table"><div role="row"><div role="cell">a' * 3_000
    assert "harbours" in read(page(deep), "page.html").text
