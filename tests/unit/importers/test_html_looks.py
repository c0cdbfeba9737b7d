"""Headings of pages that tell them by the style of their letters alone."""

from deskbrief.document.model import BlockKind, InlineKind
from helpers.reading import headings, of_kind, read

TEXT = (
    "The harbours of the northern coast were open for all of the year, and the ships that called at them "
    "carried more than in any year since the war. "
) * 6


def line(words: str, style: str) -> str:
    return f'<div style="margin-top:9pt"><span style="font-family:sans-serif;{style}">{words}</span></div>'


def filing(*, named: bool = False) -> str:
    """Return a made-up filing: boxes with the style of their letters, no headings, no paragraphs."""
    plain, bold = "font-size:9pt;font-weight:400", "font-size:9pt;font-weight:700"
    parts = []
    for number, title in enumerate(("Business", "Risks", "Property", "Staff"), 1):
        parts += [line(f"Item {number}. {title}", "font-size:12pt;font-weight:700"), line(TEXT, plain)]
        parts += [line("Overview", bold), line("(in millions)", bold), line(TEXT, plain)]
    heading = "<h2>Filing</h2>" if named else ""
    return f"<html><body>{heading}{''.join(parts)}</body></html>"


def test_large_and_bold_lines_are_the_headings_of_a_page_without_any():
    found = headings(read(filing(), "filing.html"))
    assert found[:4] == [
        ("Item 1. Business", 1),
        ("Overview", 2),
        ("Item 2. Risks", 1),
        ("Overview", 2),
    ]
    assert len(found) == 8


def test_what_stands_in_brackets_under_a_heading_is_none():
    assert "(in millions)" in of_kind(read(filing(), "filing.html"), BlockKind.PARAGRAPH)


def test_a_page_that_names_its_headings_has_those():
    assert headings(read(filing(named=True), "filing.html")) in ([("Filing", 1)], [])


def test_names_of_those_who_speak_are_no_headings():
    said = (line(f"Member{at % 3}", "font-weight:bold") + line(TEXT, "") for at in range(12))
    assert headings(read(f"<html><body>{''.join(said)}</body></html>", "talk.html")) == []


def test_few_bold_lines_press_a_point():
    pressed = line("Nobody counts what it costs", "font-weight:bold")
    page = "".join((line(TEXT, ""), pressed, line(TEXT, "")) * 3)
    assert headings(read(f"<html><body>{page}</body></html>", "a.html")) == []


def test_the_number_of_a_bold_item_is_told_once():
    items = "".join(f"<li><b>{name}</b><p>{TEXT}</p></li>" for name in ("Ports", "Lights"))
    document = read(f"<html><body><p>{TEXT * 8}</p><ol>{items}</ol></body></html>", "a.html")
    assert of_kind(document, BlockKind.LIST_ITEM) == ["Ports", "Lights"]
    items *= 3
    document = read(f"<html><body><p>{TEXT * 8}</p><ol>{items}</ol></body></html>", "a.html")
    assert headings(document)[-1] == ("6. Lights", 1)


def test_bold_and_italic_letters_are_told_by_their_style():
    words = '<span style="font-weight:600">Ports</span> <span style="font-style: italic">old</span>'
    document = read(f"<html><body><p>{TEXT}{words}.</p></body></html>", "a.html")
    assert [(one.kind, document.text[one.start : one.end]) for one in document.inlines] == [
        (InlineKind.STRONG, "Ports"),
        (InlineKind.EMPHASIS, "old"),
    ]
