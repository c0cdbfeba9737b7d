"""A passage for other programs: what is copied, and that nothing in it is mark-up but ours."""

from __future__ import annotations

from html.parser import HTMLParser

from deskbrief.document.model import BlockKind, Cell, InlineKind
from deskbrief.document.spans import Span
from deskbrief.ui.reader.clipboard import markup, passage
from helpers.qt_reader import Maker, everything


class Balance(HTMLParser):
    """Checks that every element is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_blocks_and_inline_ranges_become_elements():
    make = Maker()
    make.add(BlockKind.HEADING, "A <b> heading", level=2)
    make.add(BlockKind.PARAGRAPH, "plain bold & link")
    make.inline(InlineKind.STRONG, "bold")
    make.inline(InlineKind.LINK, "link", 'https://example.org/?a="b"')
    document = make.document()
    assert markup(document, Span(0, len(document.text))) == (
        "<h2>A &lt;b&gt; heading</h2>\n"
        '<p>plain <strong>bold</strong> &amp; <a href="https://example.org/?a=&quot;b&quot;">link</a></p>'
    )


def test_only_what_is_selected_is_copied():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "one two three")
    make.inline(InlineKind.EMPHASIS, "two")
    assert markup(make.document(), Span(4, 6)) == "<p><em>tw</em></p>"


def test_lists_stand_in_lists():
    make = Maker()
    for words, marker, depth in (("a", "1.", 0), ("b", "-", 1), ("c", "-", 1), ("d", "2.", 0)):
        make.add(BlockKind.LIST_ITEM, words, gap="\n", marker=marker, depth=depth)
    document = make.document()
    made = markup(document, Span(0, len(document.text))).replace("\n", "")
    assert made == "<ol><li>a</li><ul><li>b</li><li>c</li></ul><li>d</li></ol>"


def test_tables_keep_their_shape():
    make = Maker()
    make.table([["Name", Cell(0, 0, col_span=2)], ["x", "y", "z"]])
    document = make.document()
    made = markup(document, Span(0, len(document.text)))
    assert made.startswith('<table><tr><th>Name</th><td colspan="2"></td></tr><tr><td>x</td>')


def test_links_that_lead_nowhere_good_are_plain_words():
    make = Maker()
    make.add(BlockKind.PARAGRAPH, "a link")
    make.inline(InlineKind.LINK, "link", "javascript:alert(1)")
    assert markup(make.document(), Span(0, 6)) == "<p>a link</p>"


def test_every_element_is_closed_whatever_is_selected():
    document = everything()
    for start in range(0, len(document.text), 13):
        balance = Balance()
        balance.feed(markup(document, Span(start, len(document.text))))
        assert balance.open == []


def test_both_forms_are_handed_over():
    document = everything()
    data = passage(document, document.blocks[3].span)
    assert data.text().startswith("Plain bold")
    assert "<strong>bold</strong>" in data.html()
    assert set(data.formats()) == {"text/plain", "text/html"}
