"""PDF pages drawn line by line, as programs draw them, and read back as text with its structure."""

import io

import pytest
from pypdf import PdfWriter
from reportlab.lib.pdfencrypt import StandardEncryption

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from deskbrief.importers.registry import steps_for
from deskbrief.importers.source import Preview, Source
from helpers.original_pages import HEBREW, renamed
from helpers.papers import HEIGHT, TEXT, WIDTH, Paper
from helpers.reading import headings, left_out, of_kind, read


def test_lines_become_paragraphs_and_gaps_part_them():
    paper = Paper()
    end = paper.lines(TEXT)
    paper.lines(("A second paragraph follows here.",), top=end + 14)
    assert of_kind(paper.read(), BlockKind.PARAGRAPH) == [" ".join(TEXT), "A second paragraph follows here."]


def test_columns_are_read_one_after_the_other():
    paper = Paper()
    for number in range(4):
        paper.line(f"left line number {number} goes", 40, 100 + 12 * number)
    for number in range(4):
        paper.line(f"right line number {number} too", 230, 100 + 12 * number)
    text = paper.read().text
    assert text.index("left line number 3") < text.index("right line number 0")


def test_columns_painted_across_line_by_line_are_parted():
    paper = Paper()
    for number in range(8):
        paper.line(f"left line number {number} goes on so", 30, 100 + 12 * number)
        paper.line(f"right line number {number} goes too", 230, 100 + 12 * number)
    document = paper.read()
    assert of_kind(document, BlockKind.TABLE) == []
    assert document.text.index("left line number 7") < document.text.index("right line number 0")


def test_links_lead_to_web_addresses_and_nowhere_else():
    paper = Paper()
    paper.lines(("See the report and the tool.", *TEXT))
    for target, left in (("https://example.org/r", 60), ("javascript:alert(1)", 140)):
        paper.canvas.linkURL(target, (left, HEIGHT - 104, left + 70, HEIGHT - 90), relative=0)
    document = paper.read()
    links = [inline for inline in document.inlines if inline.kind is InlineKind.LINK]
    assert [link.target for link in links] == ["https://example.org/r"]
    assert document.text[links[0].start : links[0].end].startswith("See the report")


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_turned_is_read_all_the_same(degrees):
    paper = Paper()
    paper.canvas.translate(WIDTH / 2, HEIGHT / 2)
    paper.canvas.rotate(degrees)
    paper.lines(TEXT, left=-140, top=HEIGHT - 100)
    assert paper.read().text == " ".join(TEXT)


def test_a_stamp_up_the_margin_is_left_out():
    paper = Paper()
    paper.lines(TEXT)
    paper.canvas.rotate(90)
    paper.canvas.drawString(100, -20, "Archive stamp of 2024")
    document = paper.read()
    assert document.text == " ".join(TEXT)
    (part,) = document.coverage.left_out
    assert (part.reason, part.chars) == ("text that runs in another direction", 18)


def test_columns_painted_in_the_wrong_order_are_put_right():
    paper = Paper()
    paper.lines(TEXT, top=300)
    paper.lines(("First, there was this paragraph of", "two lines at the top of the page."), top=100)
    text = paper.read().text
    assert text.index("First, there was") < text.index("The regional council")


def test_running_heads_and_page_numbers_are_left_out_and_counted():
    paper = Paper()
    for number in range(1, 4):
        paper.line("Annual Report of the Council", 60, 30, 8)
        paper.lines(TEXT)
        paper.line(f"Page {number}", 200, 580, 8)
        paper.turn()
    document = paper.read()
    assert "Annual Report" not in document.text
    assert "Page 2" not in document.text
    (part,) = document.coverage.left_out
    assert part.reason == "running heads and page numbers"
    assert "Annual Report of the Council" in part.text


def test_printed_page_numbers_are_the_labels_of_the_pages():
    paper = Paper()
    for number in range(17, 21):
        paper.lines((f"Part {number} begins here and goes on.", *TEXT))
        paper.line(str(number), 200, 580, 8)
        paper.turn()
    document = paper.read()
    assert [page.label for page in document.pages] == ["17", "18", "19", "20"]
    assert document.block_at(document.text.index("Part 19")).page == "19"


def test_a_sentence_goes_on_over_the_end_of_a_page():
    paper = Paper()
    paper.lines(TEXT[:2], top=500)
    paper.turn()
    paper.lines(TEXT[2:], top=60)
    document = paper.read()
    assert of_kind(document, BlockKind.PARAGRAPH) == [" ".join(TEXT)]
    (_, second) = document.pages
    assert document.text[second.offset :].startswith("falling for years")


def test_footnotes_of_a_page_stand_on_it_though_its_last_paragraph_goes_on_over_the_next():
    begun = ("The regional council met again.", "upon what farmers said.", "to the end of all.")
    paper = Paper()
    for page in range(3):
        paper.lines((begun[page],), top=60)
        paper.lines(TEXT, top=110)
        paper.lines(("A further sentence about the wells of this page goes on",), top=490)
        paper.line(str(page + 1), 322, 487, 6)
        paper.line(f"{page + 1}", 60, 548, 5)
        paper.line(f"Note of page number {page + 1}.", 64, 550, 7)
        paper.turn()
    document = paper.read()
    notes = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [document.page_at(note.start) for note in notes] == ["1", "2", "3"]
    assert [note.page for note in notes] == ["1", "2", "3"]
    assert document.page_labels == ("1", "2", "3")
    for page, words in enumerate(begun[1:], 1):
        at = document.text.index(words)
        assert (document.block_at(at).page, document.page_at(at)) == (str(page), str(page + 1))
    assert document.page_at(document.text.index("Note of page number 2") - 3) == "3"


def test_hyphens_at_the_ends_of_lines_are_undone_but_not_those_of_words():
    paper = Paper()
    paper.lines(
        (
            "The govern-",
            "ment met long-",
            "term planners and self-",
            "governed towns; its gov-",
            "ernment plans are a long-term matter.",
        )
    )
    assert paper.read().text == (
        "The government met long-term planners and self-governed towns; "
        "its government plans are a long-term matter."
    )


def test_headings_are_told_by_their_size_and_ranked():
    paper = Paper()
    paper.line("The Wells of the Valley", 60, 60, 22, "Helvetica-Bold")
    paper.line("What happened", 60, 100, 16, "Helvetica-Bold")
    end = paper.lines(TEXT, top=130)
    paper.line("In the north", 60, end + 16, 12, "Helvetica-Bold")
    end = paper.lines(TEXT, top=end + 36)
    paper.line("What follows", 60, end + 24, 16, "Helvetica-Bold")
    paper.lines(TEXT, top=end + 50)
    document = paper.read()
    assert document.metadata.title == "The Wells of the Valley"
    assert headings(document) == [("What happened", 1), ("In the north", 2), ("What follows", 1)]


def test_a_heading_among_others_with_running_text_before_it_is_no_title():
    paper = Paper()
    end = paper.lines((*TEXT, *TEXT), top=60)
    paper.line("What happened in the north", 60, end + 24, 14, "Helvetica-Bold")
    end = paper.lines(TEXT, top=end + 50)
    paper.line("What follows", 60, end + 24, 14, "Helvetica-Bold")
    paper.lines(TEXT, top=end + 50)
    document = paper.read()
    assert headings(document) == [("What happened in the north", 1), ("What follows", 1)]
    assert document.metadata.title == ""


def test_bookmarks_decide_where_there_are_some():
    paper = Paper()
    top = 60.0
    for number, (name, level) in enumerate((("One", 0), ("Two", 1), ("Three", 0))):
        paper.canvas.bookmarkHorizontal(f"b{number}", 60, HEIGHT - top)
        paper.canvas.addOutlineEntry(f"Chapter {name}", f"b{number}", level)
        paper.line(f"Chapter {name}", 60, top, 14)
        paper.line("Not a chapter at all", 60, top + 20, 16)
        top = paper.lines(TEXT, top=top + 40) + 30
    assert headings(paper.read()) == [("Chapter One", 1), ("Chapter Two", 2), ("Chapter Three", 1)]


def test_a_heading_in_the_margin_stands_before_the_text_beside_it():
    paper = Paper()
    paper.lines(TEXT, left=140, top=100)
    paper.lines(TEXT, left=140, top=170)
    paper.lines(TEXT, left=140, top=240)
    paper.line("In Brief", 30, 172, 13)
    document = paper.read()
    blocks = [document.quote(block.span)[:12] for block in document.blocks]
    assert blocks == ["The regional", "In Brief", "The regional", "The regional"]


def test_headings_in_the_margin_one_below_the_other_stand_each_before_its_text():
    paper = Paper()
    for number in range(4):
        paper.lines(TEXT[:2], left=140, top=100 + 36 * number)
    paper.lines(TEXT, left=140, top=244)
    for number, heading in enumerate(("Public wells", "Private", "Old wells")):
        paper.line(heading, 30, 138 + 36 * number, 13)
    paper.line("and dry ones", 30, 225, 13)
    document = paper.read()
    blocks = [document.quote(block.span)[:24] for block in document.blocks]
    text = TEXT[0][:24]
    assert blocks == [text, "Public wells", text, "Private", text, "Old wells and dry ones", text, text]


def test_footnotes_stand_apart_and_their_references_lead_to_them():
    paper = Paper()
    end = paper.lines(TEXT[:3])
    paper.line("what the farmers said.", 60, end)
    paper.line("1", 162, end - 4, 6)
    paper.line("1", 60, 540, 5)
    paper.line("See the annual report of the council.", 64, 542, 7)
    document = paper.read()
    (note,) = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    assert (note.marker, document.quote(note.span)) == ("1", "See the annual report of the council.")
    (link,) = (inline for inline in document.inlines if inline.kind is InlineKind.LINK)
    assert link.target == f"#{note.start}"
    assert document.text[link.start : link.end] == "1"
    assert "farmers said." in of_kind(document, BlockKind.PARAGRAPH)[0]


def test_lists_have_markers_and_whole_items():
    paper = Paper()
    paper.lines(TEXT)
    for number, item in enumerate(("The first thing that is", "The second thing that is")):
        paper.line("•", 60, 170 + 26 * number)
        paper.line(item, 72, 170 + 26 * number)
        paper.line("said over two lines.", 72, 182 + 26 * number)
    document = paper.read()
    assert of_kind(document, BlockKind.LIST_ITEM) == [
        "The first thing that is said over two lines.",
        "The second thing that is said over two lines.",
    ]


def test_a_table_has_rows_and_cells():
    paper = Paper()
    paper.lines(TEXT)
    for row, cells in enumerate((("Region", "2024", "2025"), ("North", "41", "30"), ("South", "28", "29"))):
        for column, cell in enumerate(cells):
            font = "Helvetica" if row else "Helvetica-Bold"
            paper.line(cell, 60 + 90 * column, 180 + 16 * row, 10, font)
    document = paper.read()
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert [[document.quote(cell.span) for cell in row.cells] for row in table.rows] == [
        ["Region", "2024", "2025"],
        ["North", "41", "30"],
        ["South", "28", "29"],
    ]
    assert [cell.header for cell in table.rows[0].cells] == [True] * 3


def test_a_list_of_contents_is_left_out():
    paper = Paper()
    paper.line("Contents", 60, 60, 16)
    for number in range(6):
        paper.line(f"Chapter number {number}", 60, 100 + 16 * number)
        paper.line(str(3 + 4 * number), 340, 100 + 16 * number)
    paper.turn()
    paper.lines(TEXT)
    document = paper.read()
    assert document.text == " ".join(TEXT)
    assert [part.reason for part in document.coverage.left_out] == ["list of contents"]


def test_code_keeps_its_lines():
    paper = Paper()
    end = paper.lines(TEXT)
    for number, line in enumerate(("def wells():", "    return 3")):
        paper.line(line, 60, end + 20 + 12 * number, 10, "Courier")
    assert of_kind(paper.read(), BlockKind.CODE) == ["def wells():\n    return 3"]


def test_a_locked_file_is_refused_with_what_to_do():
    paper = Paper(encrypt=StandardEncryption("secret"))
    paper.lines(TEXT)
    with pytest.raises(SourceError) as refused:
        paper.read()
    assert "locked with a password" in refused.value.what


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + b"\x00\x80\xff" * 300, b"%PDF-1.4\ntrailer<</Root 1 0 R>>"])
def test_a_damaged_file_is_refused(data):
    with pytest.raises(SourceError) as refused:
        read(data, "broken.pdf")
    assert refused.value.next_step.endswith(".")


def test_the_first_pages_of_a_long_file_come_first():
    paper = Paper()
    for number in range(12):
        paper.lines((f"Page number {number} begins here.", *TEXT, *TEXT))
        paper.turn()
    paper.canvas.save()
    steps = list(steps_for(Source("long.pdf", "", paper._out.getvalue())))
    previews = [step.document for step in steps if isinstance(step, Preview)]
    (whole,) = (step for step in steps if isinstance(step, Document))
    (preview,) = previews
    assert "Page number 2" in preview.text
    assert "Page number 3" not in preview.text
    assert "Page number 11" in whole.text


def test_every_line_of_a_page_is_kept_once():
    paper = Paper()
    words = [f"word{number}" for number in range(60)]
    for number, word in enumerate(words):
        paper.line(word, 30 + (number * 53) % 330, 40 + (number * 37) % 520, 7 + number % 5)
    document = paper.read()
    kept = " ".join([document.text, *(part.text for part in document.coverage.left_out)])
    assert [kept.split().count(word) for word in words] == [1] * len(words)


def test_footnotes_are_no_running_feet_however_alike_they_are():
    things = ("wells", "farms", "towns", "roads", "banks", "taxes")
    paper = Paper()
    for number, thing in enumerate(things, start=1):
        paper.lines((*TEXT, f"This was said about {thing}."), top=100)
        for mark, top, words in ((1, 528, "Ibid."), (2, 540, f"A note about {thing} that goes on in")):
            paper.line(str(mark), 60, top - 2, 4)
            paper.line(words, 64, top, 7)
        paper.line(f"a second line on the {thing} of the valley.", 60, 549, 7)
        paper.line(f"Page {number}", 200, 585, 7, "Helvetica-Bold")
        paper.turn()
    document = paper.read()
    notes = [
        ("Ibid.", f"A note about {thing} that goes on in a second line on the {thing} of the valley.")
        for thing in things
    ]
    assert of_kind(document, BlockKind.FOOTNOTE) == [note for pair in notes for note in pair]
    assert "Page 3" not in document.text


def sections(*heads: tuple[str, float, str], left: float = 60) -> list[tuple[str, int]]:
    """Draw a page for each heading, with its size and font, and text below; return what was found."""
    paper = Paper()
    paper.line("Report on the Valley", 60, 60, 30)
    for text, size, font in heads:
        paper.line(text, left, 120, size, font)
        paper.lines((*TEXT, *TEXT), top=120 + 2 * size)
        paper.turn()
    return headings(paper.read())


def test_larger_headings_that_come_late_stand_beside_the_smaller_ones_before_them():
    parts = [(f"Finding about {thing}", 14, "Times-Roman") for thing in ("wells", "farms", "roads", "towns")]
    annexes = [("Appendix on method", 20, "Times-Roman"), ("Comments received", 14, "Times-Roman")]
    found = sections(*parts, *annexes, ("Appendix on data", 20, "Times-Roman"))
    assert [level for _, level in found] == [1, 1, 1, 1, 1, 2, 1]


def test_a_lone_large_heading_before_all_others_takes_no_level_from_them():
    parts = [(f"Finding about {number} wells", 14, "Times-Roman") for number in range(7)]
    assert [level for _, level in sections(("Highlights", 24, "Times-Roman"), *parts)] == [1] * 8


def test_headings_without_the_level_between_keep_their_own():
    found = sections(
        ("First part", 18, "Times-Roman"),
        ("Chapter on wells", 15, "Times-Roman"),
        ("Depth", 12, "Times-Roman"),
        ("Water", 12, "Times-Roman"),
        ("Second part", 18, "Times-Roman"),
        ("Price", 12, "Times-Roman"),
    )
    assert [level for _, level in found] == [1, 2, 3, 3, 1, 3]


def test_numbers_tell_the_levels_of_headings_that_look_alike():
    names = ("1 Scope", "1.1 Wells", "1.1.1 Old wells", "1.2 Farms", "2 Terms", "References")
    found = sections(*((name, 14, "Times-Bold") for name in names))
    assert found == list(zip(names, (1, 2, 3, 2, 1, 1), strict=True))


def test_bold_stands_above_italic_letters_of_the_same_size_and_capitals_above_both():
    found = sections(
        ("THE WATER BOARD", 12, "Times-Bold"),
        ("Its members", 12, "Times-Bold"),
        ("How they are chosen", 12, "Times-Italic"),
        ("Their duties", 12, "Times-Bold"),
        ("THE FARMERS", 12, "Times-Bold"),
    )
    assert [level for _, level in found] == [1, 2, 3, 2, 1]


def test_centred_headings_stand_above_those_at_the_left_edge():
    paper = Paper()
    for text, centred in (("Method", 1), ("Wells", 0), ("Farms", 0), ("Results", 1), ("Prices", 0)):
        left = 60 if not centred else 60 + (paper.canvas.stringWidth(TEXT[1], "Helvetica", 10) - 40) / 2
        paper.line(text, left, 60, 10, "Helvetica-Bold")
        paper.lines((*TEXT, *TEXT), top=84)
        paper.turn()
    assert [level for _, level in headings(paper.read())] == [1, 2, 2, 1, 2]


def test_text_below_a_list_of_contents_stays():
    paper = Paper()
    paper.line("Contents", 60, 60, 16)
    for number in range(6):
        paper.line(f"Chapter number {number}", 60, 100 + 16 * number)
        paper.line(str(3 + 4 * number), 340, 100 + 16 * number)
    paper.line("Introduction", 60, 240, 16)
    paper.lines((*TEXT, *TEXT), top=270)
    document = paper.read()
    assert headings(document) == [("Introduction", 1)]
    assert document.text == " ".join(("Introduction", *TEXT, *TEXT)).replace(" The", "\n\nThe")
    assert "Chapter number 5" in document.coverage.left_out[0].text


def test_a_heading_a_little_larger_than_the_text_stands_apart_after_another():
    paper = Paper()
    paper.line("Report on the Valley", 60, 30, 20)
    for number in range(3):
        paper.line(f"Chapter {number} about the wells", 60, 60, 12, "Helvetica-Bold")
        paper.line("The old wells", 60, 86, 10.5)
        paper.lines((*TEXT, *TEXT), top=110)
        paper.turn()
    assert [level for _, level in headings(paper.read())] == [1, 2] * 3


def test_running_heads_that_change_with_every_page_are_known_by_the_page_number_beside_them():
    paper = Paper()
    for number, thing in enumerate(("wells", "farms", "towns", "roads", "banks", "taxes"), start=31):
        paper.line(f"What was said of {thing}", 60, 40, 10, "Helvetica-Oblique")
        paper.line(str(number), 340, 40)
        paper.lines((f"This was said about {thing}.", *TEXT), top=80)
        paper.turn()
    document = paper.read()
    assert "What was said" not in document.text
    assert [page.label for page in document.pages] == ["31", "32", "33", "34", "35", "36"]


def test_markers_painted_after_all_items_belong_to_their_items():
    paper = Paper()
    end = paper.lines(TEXT)
    items = ("The first thing that is", "said over two lines.", "The second thing that is", "said so too.")
    paper.lines(items, left=72, top=end + 12)
    for number in range(2):
        paper.line("•", 62, end + 12 + 24 * number)
    assert of_kind(paper.read(), BlockKind.LIST_ITEM) == [" ".join(items[:2]), " ".join(items[2:])]


def test_numbered_headings_one_below_the_other_are_two():
    paper = Paper()
    paper.line("Report on the Valley", 60, 40, 20)
    paper.line("2.1 The wells of the valley", 60, 80, 12, "Helvetica-Bold")
    paper.line("2.2 The farms of the valley", 60, 95, 12, "Helvetica-Bold")
    paper.lines((*TEXT, *TEXT), top=115)
    names = [name for name, _ in headings(paper.read())]
    assert names == ["2.1 The wells of the valley", "2.2 The farms of the valley"]


def test_the_number_of_a_chapter_and_its_title_are_one_heading():
    paper = Paper()
    paper.line("Report on the Valley", 60, 60, 30)
    for number, name in ((1, "The Wells"), (2, "The Farms")):
        paper.line(f"Chapter {number}", 60, 120, 14, "Helvetica-Bold")
        paper.line(name, 60, 150, 20, "Helvetica-Bold")
        paper.lines((*TEXT, *TEXT), top=190)
        paper.turn()
    assert headings(paper.read()) == [("Chapter 1 The Wells", 1), ("Chapter 2 The Farms", 1)]


def notes_over_two_pages(first: str, second: str, *, marked: bool) -> list[str]:
    """Draw a note that begins on one page and goes on over the next, and return all footnotes found."""
    paper = Paper()
    for number, words in enumerate((first, second)):
        paper.lines((*TEXT, f"This is page {number} of the minutes."), top=100)
        if not number:
            paper.line("1", 60, 538, 4)
        paper.line(words, 64, 540, 7)
        if number and marked:
            paper.line("2", 60, 547, 4)
            paper.line("See the minutes of May.", 64, 549, 7)
        paper.turn()
    return of_kind(paper.read(), BlockKind.FOOTNOTE)


def test_a_footnote_goes_on_over_the_end_of_a_page():
    first, second = "See the annual report of the", "council of the valley, part two."
    whole = f"{first} {second}"
    assert notes_over_two_pages(first, second, marked=True) == [whole, "See the minutes of May."]
    assert notes_over_two_pages(first, second, marked=False) == [whole]


def test_a_footnote_that_is_cut_between_two_sentences_goes_on():
    first, second = "See the report of the council.", "Its second part says more."
    found = notes_over_two_pages(first, second, marked=True)
    assert found == [f"{first} {second}", "See the minutes of May."]


def test_small_print_at_the_bottom_of_a_page_is_no_footnote_when_none_goes_on():
    assert notes_over_two_pages("See the report.", "Source: the council.", marked=False) == [
        "See the report."
    ]


def rows_found(document: Document) -> list[list[str]]:
    """Return the cells of the only table, those of its head in capitals."""
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return [
        [
            document.quote(cell.span).upper() if cell.header else document.quote(cell.span)
            for cell in row.cells
        ]
        for row in table.rows
    ]


def test_cells_of_several_lines_are_in_one_row_with_the_short_ones_beside_them():
    paper = Paper()
    paper.lines(TEXT)
    rows = (
        (("Region of", "the valley"), ("Depth in", "2019"), ("Change",)),
        (("Northern hills", "and lakes"), ("41",), ("-25",)),
        (("South",), ("28",), ("4",)),
        (("Eastern towns", "and all farms", "around them"), ("17",), ("-30",)),
    )
    top = 180.0
    for number, row in enumerate(rows):
        for column, lines in enumerate(row):
            first = top + 12 * (max(map(len, row)) - len(lines)) * (number == 0)
            for line in lines:
                font = "Helvetica-Bold" if not number else "Helvetica"
                paper.line(line, 60 + 110 * column, first, 10, font)
                first += 12
        top += 12 * max(map(len, row)) + 6
    assert rows_found(paper.read()) == [
        ["REGION OF THE VALLEY", "DEPTH IN 2019", "CHANGE"],
        ["Northern hills and lakes", "41", "-25"],
        ["South", "28", "4"],
        ["Eastern towns and all farms around them", "17", "-30"],
    ]


def test_a_head_in_two_rows_belongs_to_its_table_though_it_is_not_bold():
    paper = Paper()
    paper.lines(TEXT)
    paper.line("Fiscal year 2023", 200, 170)
    paper.line("Fiscal year 2024", 300, 170)
    cells = (
        ("Agency", "Asked", "Got", "Asked", "Got"),
        ("Board", "1,200", "900", "1,400", "1,100"),
        ("Office", "800", "700", "850", "850"),
        ("School", "2,100", "2,000", "2,300", "2,150"),
    )
    for number, row in enumerate(cells):
        for column, cell in enumerate(row):
            paper.line(cell, 60 + 50 * column + (90 if column else 0), 183 + 13 * number)
    assert rows_found(paper.read()) == [
        ["", "FISCAL YEAR 2023", "FISCAL YEAR 2024"],
        ["AGENCY", "ASKED", "GOT", "ASKED", "GOT"],
        *(list(row) for row in cells[1:]),
    ]


def test_a_row_of_years_is_the_head_of_a_table_of_figures():
    paper = Paper()
    paper.lines(TEXT)
    cells = (("Region", "2019", "2020"), ("North", "41", "30"), ("South", "28", "29"), ("East", "7", "8"))
    for number, row in enumerate(cells):
        for column, cell in enumerate(row):
            paper.line(cell, 60 + 90 * column, 180 + 14 * number)
    assert rows_found(paper.read()) == [["REGION", "2019", "2020"], *(list(row) for row in cells[1:])]


def test_a_large_first_letter_belongs_to_its_word():
    paper = Paper()
    paper.line("T", 60, 112, 28, "Helvetica-Bold")
    paper.lines(("he regional council met again and heard", "nine witnesses about the state of"), left=80)
    paper.lines(("the wells in the valley, which had been falling for",), top=124)
    text = paper.read().text
    assert text.startswith("The regional council met again and heard nine witnesses about the state of the")


def test_headings_in_small_capitals_are_headings():
    paper = Paper()
    paper.line("Report on the Valley", 60, 40, 20)
    for number in range(3):
        left = 160.0
        for letters, size in (("T", 12), ("HE ", 9), ("W", 12), (f"ELLS OF PART {'ABC'[number]}", 9)):
            paper.line(letters, left, 80, size)
            left += paper.canvas.stringWidth(letters, "Helvetica", size)
        paper.lines((*TEXT, *TEXT), top=110)
        paper.turn()
    assert headings(paper.read()) == [(f"THE WELLS OF PART {letter}", 1) for letter in "ABC"]


def test_a_list_on_the_next_page_does_not_go_on_with_that_before_its_heading():
    paper = Paper()
    paper.lines((*TEXT, *TEXT))
    paper.turn()
    for name in ("What we found", "What it means"):
        paper.line(name, 60, 60, 20)
        paper.lines(("Depth fell by a quarter since last year", "Price doubled in the same time"), top=110)
        paper.turn()
    assert len(of_kind(paper.read(), BlockKind.PARAGRAPH)) == 4


def test_a_box_painted_first_comes_after_the_heading_above_it():
    paper = Paper()
    paper.line("Nine wells were closed.", 280, 150, 8)
    paper.line("The year of the drought", 60, 60, 20)
    paper.lines(TEXT, top=110, size=8)
    paper.lines((*TEXT, *TEXT), top=220)
    text = paper.read().text
    assert text.index("The year") < text.index("Nine wells")


def test_bullets_that_are_drawn_mark_the_items_of_a_list():
    paper = Paper()
    end = paper.lines(TEXT)
    items = ("The first thing that is", "said over two lines.", "The second thing that is", "said so too.")
    paper.lines(items, left=72, top=end + 12)
    for number in range(2):
        paper.canvas.circle(64, HEIGHT - (end + 9 + 24 * number), 1.6, fill=1)
    assert of_kind(paper.read(), BlockKind.LIST_ITEM) == [" ".join(items[:2]), " ".join(items[2:])]


def test_a_lone_dot_before_a_line_is_no_bullet():
    paper = Paper()
    paper.lines(TEXT, left=72)
    paper.canvas.circle(64, HEIGHT - 97, 1.6, fill=1)
    assert of_kind(paper.read(), BlockKind.LIST_ITEM) == []


def test_items_of_an_inner_list_are_deeper():
    paper = Paper()
    end = paper.lines(TEXT)
    for number, left in enumerate((60, 80, 80, 60)):
        paper.line(f"• Thing number {number} that is said here.", left, end + 12 + 14 * number)
    items = [block for block in paper.read().blocks if block.kind is BlockKind.LIST_ITEM]
    assert [item.depth for item in items] == [0, 1, 1, 0]


def test_dense_pages_come_first_though_there_are_few():
    paper = Paper()
    for number in range(4):
        for line in range(100):
            paper.line(f"Line {line} of page {number} goes on and on", 60, 40 + 5 * line, 4)
        paper.turn()
    paper.canvas.save()
    steps = list(steps_for(Source("dense.pdf", "", paper._out.getvalue())))
    (preview,) = (step.document for step in steps if isinstance(step, Preview))
    assert "Line 99 of page 0" in preview.text
    assert "page 3" not in preview.text


def test_parts_hold_chapters_though_they_look_alike():
    names = ("Part I The Water", "Chapter 1 The Wells", "Chapter 2 The Farms", "Part II The Money")
    found = sections(*((name, 20, "Times-Bold") for name in names))
    assert [level for _, level in found] == [1, 2, 2, 1]


def test_footnotes_at_the_bottom_of_two_columns_stay_apart():
    paper = Paper()
    for left, depth, notes in ((30, 24, "13"), (230, 27, "2")):
        for number in range(depth):
            paper.line(f"{left} line number {number} goes on so", left, 60 + 16 * number)
        top = 60 + 16 * depth + 8
        for mark in notes:
            paper.line(mark, left, top - 2, 4)
            paper.line(f"See the minutes of {mark} May, which", left + 4, top, 7)
            paper.line("were printed later.", left, top + 9, 7)
            top += 18
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == [
        f"See the minutes of {mark} May, which were printed later." for mark in "132"
    ]


def test_page_numbers_further_up_are_known_when_they_count():
    paper = Paper()
    for number in range(1, 4):
        paper.lines((f"This is said on page {number}.", *TEXT), top=80)
        paper.line(str(number), 200, 495)
        paper.turn()
    document = paper.read()
    assert all(str(number) not in of_kind(document, BlockKind.PARAGRAPH) for number in range(1, 4))
    assert [page.label for page in document.pages] == ["1", "2", "3"]


def test_names_and_dates_below_the_title_are_no_headings():
    paper = Paper()
    paper.line("Wells of the Valley", 60, 60, 22)
    paper.line("Anna Bergmann", 60, 90, 13)
    paper.line("University of the Valley", 60, 120, 13)
    for number in range(2):
        paper.line(f"Part number {number}", 60, 150, 14, "Helvetica-Bold")
        paper.lines((*TEXT, *TEXT), top=180)
        paper.turn()
    assert [name for name, _ in headings(paper.read())] == ["Part number 0", "Part number 1"]


def test_a_heading_in_the_style_of_the_others_may_stand_over_short_lines():
    paper = Paper()
    paper.line("Report on the Valley", 60, 30, 20)
    for number in range(3):
        paper.line(f"Finding number {number}", 60, 60, 14, "Helvetica-Bold")
        paper.lines((*TEXT, *TEXT), top=90)
        paper.turn()
    paper.line("References", 60, 60, 14, "Helvetica-Bold")
    paper.lines(("Ortega, On farms, 2020.",), top=90)
    found = [name for name, _ in headings(paper.read())]
    assert found[-1] == "References"


def test_the_numbers_of_lines_are_left_out():
    paper = Paper()
    things = ("wells", "farms", "towns", "roads", "banks", "taxes", "herds", "mills", "barns", "boats")
    for number, thing in enumerate(things, start=7):
        paper.line(
            str(number), 40 - paper.canvas.stringWidth(str(number), "Helvetica", 8), 80 + 20 * number, 8
        )
        paper.line(f"and this was said about the {thing} of the valley", 60, 80 + 20 * number)
    document = paper.read()
    assert document.text == " ".join(f"and this was said about the {thing} of the valley" for thing in things)
    (part,) = document.coverage.left_out
    assert (part.reason, part.text) == ("line numbers", "7 8 9 10 11 12 13 14 15 16")


@pytest.mark.parametrize("painted", ["(dcba) Tj", "[(a) 1000 (b) 1100 (c) 1100 (d)] TJ"])
def test_words_from_right_to_left_are_in_their_order_however_they_are_painted(painted):
    assert read(renamed(HEBREW, f"BT /F 12 Tf 160 500 Td {painted} ET"), "word.pdf").text == "שלום"


def test_comments_and_filled_in_fields_are_counted_and_kept_by():
    paper = Paper()
    paper.lines(TEXT)
    paper.canvas.textAnnotation("A remark of the reviewer", Rect=[300, 300, 320, 320])
    paper.canvas.acroForm.textfield(name="ministry", value="Ministry of Wells", x=60, y=200, width=200)
    paper.canvas.acroForm.textfield(name="empty", value="", x=60, y=160, width=200)
    document = paper.read()
    assert left_out(document) == {
        "comments on the pages": "A remark of the reviewer",
        "filled-in fields": "ministry: Ministry of Wells",
    }
    assert "reviewer" not in document.text


def raised(document: Document) -> list[str]:
    found = (inline for inline in document.inlines if inline.kind is InlineKind.SUPERSCRIPT)
    return [document.text[inline.start : inline.end] for inline in found]


@pytest.mark.parametrize("size", [6, 8, 10])
def test_references_that_stand_right_after_a_figure_are_references_whatever_their_size(size):
    paper = Paper()
    words = paper.canvas.beginText(60, HEIGHT - 100)
    for text, rise, points in (
        ("It was settled in 2003.", 0, 10),
        ("14", 4, size),
        (" Given this, it went on.", 0, 10),
    ):
        words.setFont("Helvetica", points)
        words.setRise(rise)
        words.textOut(text)
    paper.canvas.drawText(words)
    paper.lines(TEXT, top=112)
    paper.line("14", 60, 547, 5)
    paper.line("See the report of the clerk.", 68, 550, 8)
    document = paper.read()
    assert raised(document) == ["14"]
    (note,) = (block for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    links = [inline.target for inline in document.inlines if inline.kind is InlineKind.LINK]
    assert links == [f"#{note.start}"]


def test_lowered_figures_are_no_references():
    paper = Paper()
    words = paper.canvas.beginText(60, HEIGHT - 100)
    for text, rise, points in (("The CO", 0, 10), ("2", -2, 6), (" in the air rose for years.", 0, 10)):
        words.setFont("Helvetica", points)
        words.setRise(rise)
        words.textOut(text)
    paper.canvas.drawText(words)
    document = paper.read()
    assert raised(document) == []
    assert document.text == "The CO2 in the air rose for years."


def test_headings_over_one_short_sentence_are_headings():
    paper = Paper()
    paper.line("Wells", 60, 100, 14, "Helvetica-Bold")
    end = paper.lines(TEXT, top=124)
    paper.line("Options", 60, end + 16, 14, "Helvetica-Bold")
    paper.line("There are none at all.", 60, end + 40)
    paper.line("Towns", 60, end + 70, 14, "Helvetica-Bold")
    paper.lines(TEXT, top=end + 94)
    assert headings(paper.read()) == [("Wells", 1), ("Options", 1), ("Towns", 1)]


def test_numbered_bold_larger_lines_are_headings_whatever_follows():
    paper = Paper()
    paper.line("1 Wells", 60, 100, 14, "Helvetica-Bold")
    end = paper.lines(TEXT, top=124)
    paper.line("2 Codes", 60, end + 16, 14, "Helvetica-Bold")
    paper.line("WB 44", 60, end + 40)
    assert headings(paper.read()) == [("1 Wells", 1), ("2 Codes", 1)]


def test_manuals_with_more_code_than_text_have_their_headings_by_the_text():
    paper = Paper()
    paper.line("Wells", 60, 80, 14, "Helvetica-Bold")
    end = paper.lines(TEXT, top=100)
    for number in range(16):
        paper.line(
            f"well_{number} = pump(valley[{number}], depth=40, town=marsh)",
            60,
            end + 9 + 9 * number,
            8,
            "Courier",
        )
    paper.lines(TEXT, top=end + 180)
    assert headings(paper.read()) == [("Wells", 1)]


def test_heads_of_narrow_tables_are_heads():
    paper = Paper()
    end = paper.lines(TEXT)
    rows = (
        ("Marsh", "12", "85%"),
        ("North coast", "44", "31%"),
        ("South", "64", "84%"),
        ("East", "75", "19%"),
    )
    paper.line("Region", 76, end + 20, 10, "Helvetica-Bold")
    paper.line("Rate", 117, end + 20, 10, "Helvetica-Bold")
    paper.line("Share", 144, end + 20, 10, "Helvetica-Bold")
    for number, (town, rate, share) in enumerate(rows):
        for text, left in ((town, 60), (rate, 124), (share, 150)):
            paper.line(text, left, end + 34 + 13 * number)
    document = paper.read()
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    assert [document.quote(cell.span) for cell in table.rows[0].cells] == ["Region", "Rate", "Share"]
    assert all(cell.header for cell in table.rows[0].cells)
    assert headings(document) == []


def test_plain_lines_that_the_list_of_contents_names_are_headings():
    names = ("The wells of the valley", "The towns and what they use", "Costs", "What is to be done")
    paper = Paper()
    paper.line("Contents", 60, 80, 12)
    for number, name in enumerate(names):
        paper.line(name, 60, 110 + 20 * number)
        paper.line(str(number + 2), 350, 110 + 20 * number)
    for name in names:
        paper.turn()
        paper.line(name, 60, 80)
        paper.lines(TEXT, top=110)
    assert headings(paper.read()) == [(name, 1) for name in names]


def test_files_that_are_attached_are_named():
    paper = Paper()
    paper.lines(TEXT)
    file = PdfWriter(clone_from=io.BytesIO(paper.data()))
    for name in ("depths.csv", "Standard.joboptions", "map.txt"):
        file.add_attachment(name, b"Words of an attached file.")
    written = io.BytesIO()
    file.write(written)
    remarks = read(written.getvalue(), "a.pdf").coverage.remarks
    assert remarks == ("2 attachments are not shown: depths.csv, map.txt.",)


def test_a_figure_at_the_beginning_of_a_line_of_a_note_begins_no_other_note():
    paper = Paper()
    top = paper.lines(TEXT)
    for mark, first in (
        ("3", "The gauge at the weir rose by more than"),
        ("4", "See the report of the clerk."),
    ):
        paper.line(mark, 60, top + 30, 5)
        paper.line(first, 64, top + 33, 7)
        top += 10
        if mark == "3":
            paper.line("10 inches in the night.", 60, top + 32, 7)
            top += 9
    assert of_kind(paper.read(), BlockKind.FOOTNOTE) == [
        "The gauge at the weir rose by more than 10 inches in the night.",
        "See the report of the clerk.",
    ]


def test_a_title_that_begins_with_a_number_keeps_it():
    paper = Paper()
    for number in (1, 2):
        paper.line(f"{number}. State of the wells", 60, 80, 16, "Helvetica-Bold")
        paper.lines(TEXT, top=120)
        paper.turn()
    document = paper.read()
    assert document.text.startswith("1. State of the wells")
    assert "2. State of the wells" in document.text
