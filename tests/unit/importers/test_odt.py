"""OpenDocument texts as their readers see them in LibreOffice: headings, lists, notes, tables, frames."""

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from helpers.formats import odt, open_content, zipped
from helpers.reading import headings, left_out, links, markers, of_kind, read, shape

LONG = "The council met again and heard what the witnesses had to say about the wells of the valley. " * 2
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0" '
    f'xmlns:meta="{_ODF}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def content(body: str, styles: str = "") -> str:
    names = f'xmlns:draw="{_ODF}:drawing:1.0" xmlns:svg="{_ODF}:svg:1.0" xmlns:dc="dc"'
    text = open_content(body).replace("<office:document-content ", f"<office:document-content {names} ")
    return text.replace("</office:automatic-styles>", f"{styles}</office:automatic-styles>")


def opened(*body: str, styles: str = "", more: dict[str, str | bytes] | None = None) -> Document:
    return read(zipped({"content.xml": content("".join(body), styles), **(more or {})}), "a.odt")


def p(*inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{"".join(inner)}</text:p>'


def h(text: str, level: int = 1, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {more}>{text}</text:h>'


def listed(*items: str, more: str = "") -> str:
    held = "".join(
        part if part.startswith("<text:list-") else f"<text:list-item>{part}</text:list-item>"
        for part in items
    )
    return f"<text:list {more}>{held}</text:list>"


def numbers(name: str, *levels: str) -> str:
    held = "".join(
        f'<text:list-level-style-number text:level="{n}" {more}/>' for n, more in enumerate(levels, start=1)
    )
    return f'<text:list-style style:name="{name}">{held}</text:list-style>'


def table(*rows: str) -> str:
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    )


def cell(text: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text) if text else ''}</table:table-cell>"


def note(citation: str, *inner: str) -> str:
    body = "".join(p(part) for part in inner)
    return (
        f"<text:note><text:note-citation>{citation}</text:note-citation>"
        f"<text:note-body>{body}</text:note-body></text:note>"
    )


def letters(name: str, more: str, family: str = "text") -> str:
    held = f"<style:text-properties {more}/>"
    return f'<style:style style:name="{name}" style:family="{family}">{held}</style:style>'


def cells(document: Document) -> list[list[tuple[str, int, int]]]:
    (found,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return [[(document.quote(c.span), c.col_span, c.row_span) for c in row.cells] for row in found.rows]


# Headings


def test_headings_have_their_levels():
    document = opened(h("One"), p(LONG), h("Two", 2), p(LONG), h("Three"), p(LONG))
    assert headings(document) == [("One", 1), ("Two", 2), ("Three", 1)]


def test_headings_carry_the_numbers_of_the_outline():
    outline = (
        f"<office:document-styles {NAMES}><office:styles><text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        '<text:outline-level-style text:level="3" style:num-format=""/>'
        "</text:outline-style></office:styles></office:document-styles>"
    )
    document = opened(
        h("Origins"),
        h("North", 2),
        h("South", 2),
        h("Outlook"),
        h("Risks", 2),
        h("Plain", 3),
        more={"styles.xml": outline},
    )
    assert [text for text, _ in headings(document)] == [
        "1. Origins",
        "1.1 North",
        "1.2 South",
        "2. Outlook",
        "2.1 Risks",
        "Plain",
    ]


def test_a_heading_that_is_kept_out_of_the_outline_has_no_number():
    outline = (
        f"<office:document-styles {NAMES}><office:styles><text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="1"/>'
        "</text:outline-style></office:styles></office:document-styles>"
    )
    free = h("Preface", more='text:is-list-header="true"')
    document = opened(free, h("Origins"), more={"styles.xml": outline})
    assert [text for text, _ in headings(document)] == ["Preface", "1 Origins"]


def test_headings_in_a_list_carry_its_numbers():
    style = numbers("L", 'style:num-format="1" style:num-suffix="."')
    named = 'text:style-name="L"'
    document = opened(
        listed(h("Origins"), more=named),
        p(LONG),
        listed(h("Outlook"), more=f'{named} text:continue-numbering="true"'),
        p(LONG),
        styles=style,
    )
    assert [text for text, _ in headings(document)] == ["1. Origins", "2. Outlook"]


# Lists


def test_nested_lists_have_their_depth_and_markers():
    style = numbers(
        "L",
        'style:num-format="1" style:num-suffix="."',
        'style:num-format="a" style:num-suffix=")"',
        'style:num-format="i" style:num-prefix="(" style:num-suffix=")"',
    )
    inner = listed(p("b"), p("c") + listed(p("d")))
    document = opened(listed(p("a") + inner, p("e"), more='text:style-name="L"'), styles=style)
    assert markers(document) == ["1.", "a)", "b)", "(i)", "2."]
    assert [block.depth for block in document.blocks] == [0, 1, 1, 2, 0]


def test_numbers_show_the_levels_above_where_the_style_says_so():
    style = numbers("L", 'style:num-format="1"', 'style:num-format="1" text:display-levels="2"')
    document = opened(listed(p("a"), p("b") + listed(p("c")), more='text:style-name="L"'), styles=style)
    assert markers(document) == ["1", "2", "2.1"]


def test_a_list_begins_again_unless_it_goes_on():
    style = numbers("L", 'style:num-format="1" style:num-suffix="."')
    named = 'text:style-name="L"'
    document = opened(
        listed(p("a"), p("b"), more=named),
        p("Between."),
        listed(p("c"), more=f'{named} text:continue-numbering="true"'),
        p("Between."),
        listed(p("d"), more=named),
        styles=style,
    )
    assert markers(document) == ["1.", "2.", "3.", "1."]


def test_a_list_starts_at_the_number_that_its_style_says():
    style = numbers("L", 'style:num-format="1" text:start-value="7"')
    document = opened(listed(p("a"), p("b"), more='text:style-name="L"'), styles=style)
    assert markers(document) == ["7", "8"]


def test_an_item_that_is_told_its_number_has_it():
    style = numbers("L", 'style:num-format="1"')
    fifth = f'<text:list-item text:start-value="5">{p("b")}</text:list-item>'
    document = opened(listed(p("a"), fifth, p("c"), more='text:style-name="L"'), styles=style)
    assert markers(document) == ["1", "5", "6"]


def test_a_second_paragraph_of_an_item_has_no_marker():
    document = opened(listed(p("a") + p("More of a."), p("b")))
    assert [(block.kind, block.marker) for block in document.blocks] == [
        (BlockKind.LIST_ITEM, "•"),
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.LIST_ITEM, "•"),
    ]


def test_the_header_of_a_list_has_no_marker():
    header = f"<text:list-header>{p('Before the items')}</text:list-header>"
    document = opened(listed(header, p("a")))
    assert shape(document) == [("paragraph", "Before the items"), ("list_item", "a")]


def test_a_list_without_a_style_has_bullets():
    assert markers(opened(listed(p("a"), p("b")))) == ["•", "•"]


# Notes


def test_notes_follow_the_text_and_their_references_lead_to_them():
    document = opened(p("Low", note("1", "See page 3."), " and dry", note("2", "See page 4."), "."))
    at = {document.quote(b.span): b.start for b in document.blocks if b.kind is BlockKind.FOOTNOTE}
    assert document.text.startswith("Low1 and dry2.")
    assert links(document) == [("1", f"#{at['See page 3.']}"), ("2", f"#{at['See page 4.']}")]


def test_the_marker_of_a_note_is_its_citation():
    document = opened(p("Low", note("*", "At the foot.", "More."), note("i", "At the end."), "."))
    assert [(b.marker, document.quote(b.span)) for b in document.blocks[1:]] == [
        ("*", "At the foot."),
        ("", "More."),
        ("i", "At the end."),
    ]


# Tables


def test_cells_over_columns_and_rows_have_their_spans():
    both = cell("Both", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    tall = cell("Tall", 'table:number-rows-spanned="2"')
    document = opened(table(both, tall + cell("a"), "<table:covered-table-cell/>" + cell("b")))
    assert cells(document) == [[("Both", 2, 1)], [("Tall", 1, 2), ("a", 1, 1)], [("b", 1, 1)]]


def test_header_rows_are_headers():
    row = f"<table:table-row>{cell('a')}{cell('b')}</table:table-row>"
    head = f"<table:table-header-rows>{row}</table:table-header-rows>"
    document = opened(
        f"<table:table>{head}<table:table-row>{cell('c')}{cell('d')}</table:table-row></table:table>"
    )
    (found,) = document.blocks
    assert [[c.header for c in row.cells] for row in found.rows] == [[True, True], [False, False]]


def test_repeated_cells_are_read_as_often_but_never_absurdly_often():
    document = opened(
        table(cell("a") + cell("b") + cell("c"), cell("x", 'table:number-columns-repeated="3"'))
        + table(cell("1") + cell("2"), cell("y", 'table:number-columns-repeated="9999"'))
    )
    first, second = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert [document.quote(c.span) for c in first.rows[1].cells] == ["x", "x", "x"]
    assert 2 <= len(second.rows[1].cells) <= 100


def test_empty_repeated_cells_keep_the_columns_in_line():
    document = opened(
        table(
            cell("a") + cell("b") + cell("c") + cell("d"),
            cell("x") + cell("", 'table:number-columns-repeated="2"') + cell("y"),
        )
    )
    assert [text for text, *_ in cells(document)[1]] == ["x", "", "", "y"]


def test_a_table_of_one_cell_is_read_as_text():
    assert shape(opened(table(cell("Only words.")))) == [("paragraph", "Only words.")]


def test_a_table_in_a_cell_becomes_its_text():
    inner = table(cell("x") + cell("y"), cell("z") + cell("w"))
    outer = f"<table:table-cell>{p('Before')}{inner}</table:table-cell>"
    document = opened(table(outer + cell("b"), cell("c") + cell("d")))
    assert shape(document) == [("table", "Before x y z w | b / c | d")]


# Letters


@pytest.mark.parametrize("count", ["3", "999999999999", "-1", "many"])
def test_any_count_of_spaces_is_one_space(count):
    assert opened(p("a", f'<text:s text:c="{count}"/>', "b")).text == "a b"


def test_tabs_and_line_breaks_are_spaces():
    assert opened(p("a<text:tab/>b<text:line-break/>c")).text == "a b c"


def test_bold_italic_and_raised_letters_are_marked():
    styles = letters("B", 'fo:font-weight="bold"') + letters("I", 'fo:font-style="italic"')
    styles += letters("S", 'style:text-position="super 58%"')
    spans = "".join(
        f'<text:span text:style-name="{n}">{t}</text:span> '
        for n, t in (("B", "bold"), ("I", "slanted"), ("S", "2"))
    )
    document = opened(p("x ", spans), styles=styles)
    assert [(i.kind, document.text[i.start : i.end]) for i in document.inlines] == [
        (InlineKind.STRONG, "bold"),
        (InlineKind.EMPHASIS, "slanted"),
        (InlineKind.SUPERSCRIPT, "2"),
    ]


def test_links_lead_to_web_addresses_and_places_alone():
    document = opened(
        p(
            '<text:a xlink:href="https://example.org/a">one</text:a> <text:a xlink:href="#here">two</text:a> '
            '<text:a xlink:href="javascript:alert(1)">three</text:a>'
        ),
        p('<text:bookmark-start text:name="here"/>Here.'),
    )
    assert document.text.startswith("one two three")
    assert links(document) == [("one", "https://example.org/a"), ("two", f"#{document.text.index('Here.')}")]


def test_scripts_are_not_text():
    assert opened(p("a<text:script>alert(1)</text:script>b")).text == "ab"


def test_code_keeps_its_lines_and_indents():
    styles = '<style:style style:name="K" style:display-name="Preformatted Text" style:family="paragraph"/>'
    document = opened(
        p("def f():", style="K"),
        p('<text:s text:c="4"/>a = <text:span>1</text:span><text:line-break/>b = 2', style="K"),
        styles=styles,
    )
    assert of_kind(document, BlockKind.CODE) == ["def f():\n    a = 1\nb = 2"]


def test_quotes_and_captions_are_told_by_their_styles():
    styles = '<style:style style:name="Quotations" style:family="paragraph"/>'
    assert [kind for kind, _ in shape(opened(p("We waited.", style="Quotations"), styles=styles))] == [
        "quote"
    ]


# What is left out


def test_deleted_text_is_counted_without_who_deleted_it():
    change = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        "<dc:creator>Ann Lee</dc:creator><dc:date>2025-07-01</dc:date></office:change-info>"
        "<text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    document = opened(change, p("They <text:change text:change-id='c'/>met."))
    assert document.text == "They met."
    assert left_out(document) == {"deleted text": "never"}
    assert any("tracked changes" in remark for remark in document.coverage.remarks)


def test_inserted_text_is_read_without_a_word_about_deletions():
    region = "<text:changed-region><text:insertion/></text:changed-region>"
    change = f"<text:tracked-changes>{region}</text:tracked-changes>"
    document = opened(change, p("They <text:change-start/>always <text:change-end/>met."))
    assert document.text == "They always met."
    assert left_out(document) == {}


def test_annotations_are_left_out_and_counted_without_their_authors():
    comment = f"<office:annotation><dc:creator>Ann</dc:creator>{p('Is this so?')}</office:annotation>"
    document = opened(p("Said", comment, "."))
    assert document.text == "Said."
    assert left_out(document) == {"comments": "Is this so?"}


def test_a_list_of_contents_is_left_out_and_counted():
    contents = (
        "<text:table-of-content><text:table-of-content-source/><text:index-body>"
        f"<text:index-title>{p('Contents')}</text:index-title>{p('Origins 1')}{p('Outlook 7')}"
        "</text:index-body></text:table-of-content>"
    )
    document = opened(contents, p("Text."))
    assert document.text == "Text."
    assert left_out(document) == {"list of contents": "Contents · Origins 1 · Outlook 7"}


def test_a_bibliography_is_part_of_the_text():
    books = (
        "<text:bibliography><text:bibliography-source><text:index-title-template>x</text:index-title-template>"
        f"</text:bibliography-source><text:index-body><text:index-title>{p('Books')}</text:index-title>"
        f"{p('Lee, Ann: Wells.')}</text:index-body></text:bibliography>"
    )
    assert opened(p("Text."), books).text == "Text.\n\nBooks\n\nLee, Ann: Wells."


def test_hidden_letters_are_left_out_and_counted():
    styles = letters("X", 'text:display="none"')
    document = opened(p('Shown <text:span text:style-name="X">secret </text:span>here.'), styles=styles)
    assert document.text == "Shown here."
    assert left_out(document) == {"hidden text": "secret "}


def test_a_hidden_paragraph_is_left_out():
    styles = letters("X", 'text:display="none"', "paragraph")
    document = opened(p("Secret.", style="X"), p("Shown."), styles=styles)
    assert (document.text, left_out(document)) == ("Shown.", {"hidden text": "Secret."})


def test_a_hidden_section_is_left_out_and_counted():
    document = opened(f'<text:section text:display="none">{p("Secret.")}</text:section>', p("Shown."))
    assert (document.text, left_out(document)) == ("Shown.", {"hidden text": "Secret."})


def test_a_section_that_is_shown_is_read():
    assert opened(f'<text:section text:name="s">{p("Inside.")}</text:section>').text == "Inside."


# Frames and pictures


def test_the_text_of_a_frame_follows_its_paragraph():
    frame = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
    assert opened(p("Beside", frame, "."), p("After.")).text == "Beside.\n\nIn the box.\n\nAfter."


@pytest.mark.parametrize("shape_name", ["custom-shape", "rect", "ellipse"])
def test_the_text_of_a_shape_is_read(shape_name):
    drawn = f"<draw:{shape_name}>{p('In the shape.')}</draw:{shape_name}>"
    assert opened(p("Beside", drawn, "."), p("After.")).text == "Beside.\n\nIn the shape.\n\nAfter."


def test_what_is_grouped_is_read_part_by_part():
    frame = f"<draw:frame><draw:text-box>{p('One.')}</draw:text-box></draw:frame>"
    group = f"<draw:g>{frame}<draw:custom-shape>{p('Two.')}</draw:custom-shape></draw:g>"
    assert opened(p(group), p("After.")).text == "One.\n\nTwo.\n\nAfter."


def test_a_picture_with_a_description_is_a_figure():
    told = "<svg:title>Map</svg:title><svg:desc>A map of the wells</svg:desc>"
    document = opened(p("Before.") + p(f"<draw:frame><draw:image/>{told}</draw:frame>"))
    assert shape(document) == [("paragraph", "Before."), ("figure", "")]
    assert document.blocks[1].alt == "A map of the wells"


def test_a_picture_without_a_description_is_counted():
    document = opened(p("Text ", "<draw:frame><draw:image/></draw:frame>"))
    assert document.coverage.remarks == ("One picture is not shown.",)


# Files


def test_title_author_and_day_come_from_the_properties():
    meta = (
        f"<office:document-meta {NAMES}><office:meta><dc:title>Stated</dc:title><dc:creator>Bo</dc:creator>"
        "<meta:initial-creator>Ann</meta:initial-creator>"
        "<meta:creation-date>2025-07-01T08:00:00</meta:creation-date></office:meta></office:document-meta>"
    )
    head = opened(p("Text."), more={"meta.xml": meta}).metadata
    assert (head.title, head.byline, head.published.edtf) == ("Stated", "Ann", "2025-07-01")


def test_a_flat_file_is_read_with_its_properties():
    text = open_content(p("Text."), root="document")
    meta = f"<office:meta {NAMES}><dc:title>Stated</dc:title></office:meta>"
    at = text.index("<office:automatic-styles>")
    document = read(f'<?xml version="1.0"?>{text[:at]}{meta}{text[at:]}', "a.fodt")
    assert (document.text, document.metadata.title) == ("Text.", "Stated")


def test_what_stands_before_damage_is_read_and_the_rest_is_told():
    whole = content(p("Before.") + p("After."))
    document = read(zipped({"content.xml": whole[: whole.index("After")]}), "a.odt")
    assert document.text == "Before."
    assert not document.coverage.whole
    assert any("damaged" in remark for remark in document.coverage.remarks)


def test_a_damaged_part_beside_the_text_costs_only_itself():
    assert opened(p("Text."), more={"styles.xml": "<broken", "meta.xml": ""}).text == "Text."


def test_a_file_without_a_text_is_refused_in_words():
    with pytest.raises(SourceError) as refused:
        read(zipped({"content.xml": "<other/>"}), "a.odt")
    assert refused.value.next_step


def test_a_file_with_a_password_is_refused_as_such():
    manifest = (
        '<m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="content.xml"><m:encryption-data/>'
        "</m:file-entry></m:manifest>"
    )
    with pytest.raises(SourceError) as refused:
        read(zipped({"content.xml": b"\x01\x02\x03", "META-INF/manifest.xml": manifest}), "a.odt")
    assert "password" in refused.value.what


def test_deeply_nested_lists_keep_their_words():
    body = p("Innermost.")
    for _ in range(70):
        body = listed(body)
    assert "Innermost." in read(odt(p("Before.") + body), "a.odt").text


def test_a_package_that_is_encrypted_as_a_whole_is_locked():
    with pytest.raises(SourceError, match="locked with a password"):
        read(
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "encrypted-package": b"x"}),
            "a.odt",
        )


def test_a_level_without_numbers_leaves_none_in_the_numbers_below_it():
    both = 'style:num-format="1" text:display-levels="3"'
    style = numbers("L", 'style:num-format="1"', 'style:num-format=""', both)
    inner = listed(p("b"), "<text:list-item>" + listed(p("c")) + "</text:list-item>")
    document = opened(listed(p("a") + inner, more='text:style-name="L"'), styles=style)
    assert markers(document) == ["1", "", "1.1"]


def test_a_subtitle_is_no_heading_and_is_known_as_what_it_is():
    large = '<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/>'
    style = f'<style:style style:name="Subtitle" style:family="paragraph">{large}</style:style>'
    document = opened(h("One"), p("A report", style="Subtitle"), p(LONG), p(LONG), styles=style)
    assert headings(document) == []
    assert document.metadata.subtitle == "A report"


def test_a_style_that_is_not_defined_means_what_its_name_says():
    document = opened(
        p("Wells of the valley", style="Title"), h("One"), p(LONG), p("Low.", style="Quotations")
    )
    assert document.metadata.title == "Wells of the valley"
    assert [kind for kind, _ in shape(document)] == ["title", "heading", "paragraph", "quote"]


# What stands in the text and has no known name, and what stands around it


@pytest.mark.parametrize(
    "unknown",
    [
        f"<text:new-thing>{p('Held.')}</text:new-thing>",
        f"<text:new-thing><text:newer>{h('Held.')}</text:newer></text:new-thing>",
        "<text:new-thing>Held.</text:new-thing>",
        f"<draw:a><draw:frame><draw:text-box>{p('Held.')}</draw:text-box></draw:frame></draw:a>",
    ],
)
def test_text_in_an_element_of_no_known_name_is_read(unknown):
    assert opened(p("Before."), unknown, p("After.")).text == "Before.\n\nHeld.\n\nAfter."


def test_how_a_part_is_made_is_no_text():
    source = (
        "<text:bibliography-source><text:index-title-template>Made</text:index-title-template>"
        "</text:bibliography-source>"
    )
    body = f"<text:index-body>{p('Read.')}</text:index-body>"
    document = opened(p("Before."), f"<text:bibliography>{source}{body}</text:bibliography>")
    assert document.text == "Before.\n\nRead."


def test_a_hidden_section_is_counted_and_not_read():
    document = opened(p("Seen."), f'<text:section text:display="none">{p("Unseen.")}</text:section>')
    assert document.text == "Seen."
    assert left_out(document) == {"hidden text": "Unseen."}


def test_a_comment_between_paragraphs_is_counted():
    document = opened(p("Seen."), f"<office:annotation>{p('Said.')}</office:annotation>")
    assert document.text == "Seen."
    assert left_out(document) == {"comments": "Said."}


def test_words_nested_beyond_reason_are_read():
    deep = "<text:span>" * 100 + "deep" + "</text:span>" * 100
    assert opened(p("It is ", deep, ".")).text == "It is deep."


FURNITURE = (
    "<office:master-styles><style:master-page>"
    f"<style:header>{p('The Wells')}</style:header><style:header-first>{p('First')}</style:header-first>"
    f"<style:footer>{p('Page ', '<text:page-number>1</text:page-number>')}</style:footer>"
    f"</style:master-page><style:master-page><style:header>{p('The Wells')}</style:header>"
    "</style:master-page></office:master-styles>"
)


def test_headers_and_footers_are_counted():
    styles = f"<office:document-styles {NAMES}>{FURNITURE}</office:document-styles>"
    document = opened(p("Text."), more={"styles.xml": styles})
    assert document.text == "Text."
    assert left_out(document) == {"headers and footers": "The Wells · First · Page 1"}


def test_headers_and_footers_of_a_flat_text_are_counted():
    flat = open_content(p("Text."), "document").replace("<office:body>", f"{FURNITURE}<office:body>")
    assert left_out(read(flat, "a.fodt")) == {"headers and footers": "The Wells · First · Page 1"}


# Objects of other programs, forms, shapes


def framed(inner: str) -> str:
    return f"<draw:frame>{inner}</draw:frame>"


def linked_object(name: str) -> str:
    return f'<draw:object xlink:href="./{name}"/>'


CHART = (
    f'<office:document-content {NAMES} xmlns:chart="c"><office:body><office:chart><chart:chart>'
    f"<chart:title>{p('Water taken')}</chart:title>{p('North')}{p('North')}{p('41')}"
    "</chart:chart></office:chart></office:body></office:document-content>"
)


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(map(cell, cells))}</table:table-row>"


def charted(*rows: str, title: str = "") -> str:
    heads = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>"
    values = f'<table:table table:name="local-table">{heads}{"".join(rows[1:])}</table:table>'
    axes = '<chart:axis chart:dimension="x"><chart:title><text:p>Year</text:p></chart:title></chart:axis>'
    named = f"<chart:title>{p(title)}</chart:title>" if title else ""
    plot = f"<chart:plot-area>{axes}</chart:plot-area>"
    names = f'{NAMES} xmlns:chart="c" xmlns:table="t"'
    chart = f'<chart:chart chart:class="chart:bar">{named}{plot}{values}</chart:chart>'
    body = f"<office:body><office:chart>{chart}</office:chart></office:body>"
    return f"<office:document-content {names}>{body}</office:document-content>"


def test_a_chart_is_its_title_and_a_table_of_its_values_at_its_place():
    rows = row("", "North", "South"), row("2022", "4.5", "1"), row("2023", "5", "NaN")
    shown = framed(linked_object("Object 1") + '<draw:image xlink:href="./ObjectReplacements/Object 1"/>')
    document = opened(
        p("Seen."), shown, p("After."), more={"Object 1/content.xml": charted(*rows, title="Water")}
    )
    assert shape(document) == [
        ("paragraph", "Seen."),
        ("caption", "Water"),
        ("table", "Year | North | South / 2022 | 4.5 | 1 / 2023 | 5 | "),
        ("paragraph", "After."),
    ]
    assert left_out(document) == {}
    assert document.coverage.remarks == ()


def test_the_many_values_of_a_large_chart_are_counted():
    rows = (row("", "Level"), *(row(str(hour), "1") for hour in range(100)))
    document = opened(
        p("Seen."), framed(linked_object("Object 1")), more={"Object 1/content.xml": charted(*rows)}
    )
    assert "99\t1" in left_out(document)["values of large charts"]


def test_the_words_of_a_chart_without_values_are_read_or_counted():
    more = {"Object 1/content.xml": CHART}
    document = opened(p("Seen.", framed(linked_object("Object 1"))), more=more)
    assert document.text == "Seen."
    assert left_out(document) == {"words in charts": "Water taken · North · 41"}


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<m:mi>a</m:mi> <m:mo>=</m:mo><m:mi>b</m:mi>", "a=b"),
        ("<m:semantics><m:mi>a</m:mi><m:annotation>a = b</m:annotation></m:semantics>", "a = b"),
    ],
)
def test_formulas_are_counted_as_they_were_typed(inner, said):
    formula = f'<draw:object><m:math xmlns:m="m">{inner}</m:math></draw:object>'
    assert left_out(opened(p("Seen.", framed(formula)))) == {"formulas": said}


def test_words_of_a_text_in_a_text_are_counted():
    more = {"Object 1/content.xml": open_content(p("Held."))}
    document = opened(p("Seen.", framed(linked_object("Object 1"))), more=more)
    assert left_out(document) == {"words in embedded objects": "Held."}


def test_objects_without_words_are_named():
    document = opened(p("Seen."), framed(linked_object("Object 1")), framed("<draw:object-ole/>"))
    assert document.coverage.remarks == (
        "2 objects of other programs are not shown: Object 1, an object without a name.",
    )


def test_no_more_objects_are_opened_than_a_text_would_hold():
    more = {f"Object {number}/content.xml": CHART for number in range(210)}
    document = opened(p("Seen."), *(framed(linked_object(f"Object {n}")) for n in range(210)), more=more)
    (told,) = document.coverage.remarks
    assert told.startswith("10 objects of other programs are not shown: ")


def test_an_object_that_holds_itself_is_opened_once():
    inner = content(p("Held.", framed(linked_object("Object 1"))))
    document = opened(p("Seen."), framed(linked_object("Object 1")), more={"Object 1/content.xml": inner})
    assert document.text == "Seen."
    assert left_out(document) == {"words in embedded objects": "Held."}


def test_what_form_fields_say_is_counted():
    fields = '<f:text f:label="Name" f:current-value="Ann"/><f:checkbox f:label="Agreed"/>'
    form = f'<office:forms xmlns:f="f"><f:form f:name="form">{fields}</f:form></office:forms>'
    assert left_out(opened(form, p("Seen."))) == {"form fields": "Name: Ann · Agreed"}


def test_a_table_in_a_frame_is_read():
    held = framed(table(cell("A") + cell("B"), cell("C") + cell("D")))
    assert shape(opened(p("Seen."), held)) == [("paragraph", "Seen."), ("table", "A | B / C | D")]


@pytest.mark.parametrize(
    "shape_name", ["custom-shape", "rect", "ellipse", "measure", "connector", "new-shape"]
)
def test_words_on_a_shape_are_read(shape_name):
    drawn = f"<draw:{shape_name}>{p('Drawn.')}</draw:{shape_name}>"
    assert opened(p("Seen."), drawn).text == "Seen.\n\nDrawn."


def test_hidden_words_in_a_line_are_counted():
    hidden = '<text:hidden-text text:is-hidden="true" text:string-value="Unseen">Unseen</text:hidden-text>'
    document = opened(p("Seen ", hidden, "words."))
    assert document.text == "Seen words."
    assert left_out(document) == {"hidden text": "Unseen"}


def test_an_insertion_is_read_and_a_deletion_is_told():
    deleted = f"<text:changed-region><text:deletion>{p('Gone.')}</text:deletion></text:changed-region>"
    marks = '<text:change-start text:change-id="c"/>new<text:change-end text:change-id="c"/>'
    document = opened(f"<text:tracked-changes>{deleted}</text:tracked-changes>", p("A ", marks, " word."))
    assert document.text == "A new word."
    assert left_out(document) == {"deleted text": "Gone."}
    assert "tracked changes" in document.coverage.remarks[0]


def test_readings_of_characters_are_counted():
    ruby = "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"
    document = opened(p("The sign ", ruby, " is read."))
    assert document.text == "The sign 漢 is read."
    assert left_out(document) == {"readings of characters": "kan"}
