"""RTF: what Word, LibreOffice, TextEdit and WordPad write, and what others break."""

import time

import pytest

from deskbrief.document.model import BlockKind, Document, InlineKind
from deskbrief.importers.rtf import read_rtf
from deskbrief.importers.source import Source
from helpers.reading import of_kind, read, shape

STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}{\s2\sbasedon0 heading 2;}{\s3\sbasedon2 Mine;}"
    r"{\s4 Title;}{\s5 Subtitle;}{\s6 \'dcberschrift 3;}{\s7\outlinelevel1 Part;}{\s8 toc 1;}"
    r"{\*\cs10 \additive heading 9;}{\s11 HTML Preformatted;}}"
)
LISTS = (
    r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat3{\leveltext\'02\'00.;}{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'01);}{\levelnumbers\'01;}}\listid7}"
    r"{\list{\listlevel\levelnfc23{\leveltext\'01\u8226 ?;}{\levelnumbers;}}\listid8}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}"
    r"{\listoverride\listid8\listoverridecount0\ls2}}"
)


def rtf(body: str | bytes, *, whole: bool = True) -> Document:
    data = body if isinstance(body, bytes) else body.encode("latin-1")
    end = b"}" if whole else b""
    return read_rtf(Source("x.rtf", "", b"{\\rtf1\\ansi\\ansicpg1252\\deff0 " + data + end))


def text(body: str | bytes) -> str:
    return rtf(body).text


def told(document: Document) -> list[tuple[int, str, str]]:
    """Depth, marker and text of the list items."""
    items = (block for block in document.blocks if block.kind is BlockKind.LIST_ITEM)
    return [(block.depth, block.marker, document.quote(block.span)) for block in items]


def marked(document: Document, kind: InlineKind) -> list[tuple[str, str]]:
    ranges = (inline for inline in document.inlines if inline.kind is kind)
    return [(document.text[inline.start : inline.end], inline.target) for inline in ranges]


def left_out(document: Document) -> dict[str, int]:
    return {part.reason: part.chars for part in document.coverage.left_out}


def cells(document: Document) -> list[list[tuple[str, bool, int, int]]]:
    (table,) = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return [
        [(document.quote(cell.span), cell.header, cell.col_span, cell.row_span) for cell in row.cells]
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"caf\'e9", "café"),
        (r"a\u8211 ?b", "a–b"),
        (r"a\u8211\'96b", "a–b"),
        (r"\uc2 a\u8211 ??b", "a–b"),
        (r"{\uc0 a\u8211 ?}", "a–?"),
        (r"a\u8211\emdash b", "a–b"),
        (r"\u-10179 ?\u-8704 ?", "\U0001f600"),
        (r"{\u-10179 ?}{\u-8704 ?}", "\U0001f600"),
        (r"\lquote a\rquote  \ldblquote b\rdblquote", "‘a’ “b”"),
        (r"a\emdash b\endash c\bullet d", "a—b–c•d"),
        (r"a\~b\_c\-d", "a b\u2011cd"),
        (r"a\tab b\line c", "a b c"),
        (r"\{a\}\\b", r"{a}\b"),
        (r"a\page b", "a b"),
        ("a\r\nb", "ab"),
        (r"a{\*\unknown b}c{\*\zzz{d}e}f", "acf"),
        (r"a\bin5 }}}{{b", "ab"),
    ],
)
def test_signs(body, expected):
    assert text(body) == expected


def test_each_font_has_its_code_page():
    fonts = (
        r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Gothic;}"
        r"{\f3\fcharset2 Symbol;}{\f4\cpg1250 Arial CE;}}"
    )
    body = fonts + r"\'e9 {\f1\'cc\'e8\'f0} {\f2\'83A\'83\'81} {\f3 a\'b7} {\f4\'e8} \'e9"
    assert text(body) == "é Мир アメ α• č é"


def test_fonts_without_groups_and_the_code_page_of_the_file():
    assert text(r"\ansicpg1251{\fonttbl\f0\fnil A;\f1\fcharset161 B;}\'cc\'e8\'f0 {\f1\'e1}") == "Мир α"


def test_styles_make_headings_with_levels():
    document = rtf(
        STYLES + r"\pard\s4 Report\par\pard\s5 A subtitle\par\pard\s1 One\par\pard Text.\par\pard\s3 Two\par"
        r"\pard\s6 Three\par\pard\s7 Part\par\pard Text.\par"
    )
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [(block.level, document.quote(block.span)) for block in headings] == [
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
        (2, "Part"),
    ]
    assert (document.metadata.title, document.metadata.subtitle) == ("Report", "A subtitle")
    assert of_kind(document, BlockKind.TITLE) == ["Report"]


def test_outline_levels_make_headings_and_bold_alone_does_not():
    document = rtf(
        r"\pard\outlinelevel0\b Top\b0\par\pard\outlinelevel9\b Bold\b0\par\pard\outlinelevel0 Next\par Text"
    )
    assert of_kind(document, BlockKind.HEADING) == ["Top", "Next", "Text"]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["Bold"]
    assert marked(document, InlineKind.STRONG) == [("Bold", "")]


def test_code_lines_are_one_block_and_contents_stay_out():
    document = rtf(STYLES + r"\pard\s8 One 1\par\pard\s11 a\line   b\par c\par\pard Text.\par")
    assert shape(document) == [("code", "a\n  b\nc"), ("paragraph", "Text.")]
    assert left_out(document) == {"list of contents": 5}


def test_lists_take_their_markers_from_the_text_before_them():
    document = rtf(
        LISTS + r"{\listtext\pard 3.\tab}\pard\ls1 one\par{\listtext 4.\tab}two\par"
        r"\pard\ls1\ilvl1{\listtext a)\tab}deep\par\pard\ls1 More of it.\par\pard Plain.\par"
    )
    assert told(document) == [(0, "3.", "one"), (0, "4.", "two"), (1, "a)", "deep")]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["More of it.", "Plain."]


def test_lists_count_where_no_marker_is_written():
    document = rtf(
        LISTS + r"\pard\ls1 one\par two\par\pard\ls1\ilvl1 deep\par\pard\ls1 three\par"
        r"\pard\ls0 Plain.\par\pard\ls2 dot\par"
    )
    assert told(document) == [
        (0, "3.", "one"),
        (0, "4.", "two"),
        (1, "a)", "deep"),
        (0, "5.", "three"),
        (0, "•", "dot"),
    ]


def test_a_level_that_never_restarts_goes_on_counting():
    free = LISTS.replace(r"\listlevel", r"\listlevel\levelnorestart1")
    deep = r"\pard\ls1\ilvl1 {} \par"
    outer = r"\pard\ls1 {} \par"
    body = outer.format("one") + deep.format("first") + outer.format("two") + deep.format("second")
    assert [marker for _, marker, _ in told(rtf(free + body))] == ["3.", "a)", "4.", "b)"]


def test_a_list_inside_another_is_deeper():
    document = rtf(
        LISTS + r"\pard\li720\ls1{\listtext 1.\tab}a\par\pard\li1440\ls2{\listtext -\tab}b\par"
        r"\pard\li720\ls1{\listtext 2.\tab}c\par"
    )
    assert told(document) == [(0, "1.", "a"), (1, "-", "b"), (0, "2.", "c")]


def test_old_lists_are_nested_by_their_indents():
    fonts = r"{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}}"
    point = r"{\pntext\f1\'B7\tab}"
    document = rtf(
        fonts + point + r"\pard{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}\fi-200\li720 a\par"
        r"\pard\li1440" + point + r"b\par\pard\li720" + point + r"c\par\pard Plain.\par"
    )
    assert told(document) == [(0, "•", "a"), (1, "•", "b"), (0, "•", "c")]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["Plain."]


def test_old_lists_may_write_the_first_number_alone():
    document = rtf(r"\pard{\pntext 9.\tab}{\*\pn\pnlvlbody}a\par b\par\pard Plain.\par")
    assert told(document) == [(0, "9.", "a"), (0, "10.", "b")]


def test_typed_markers_with_a_hanging_indent_make_list_items():
    document = rtf(
        r"\pard\li360\fi-360 \bullet\tab {\b a}\par 2)\tab b\par"
        r"\pard 3)\tab no hanging indent\par\pard\fi-360 1999 was early\par"
    )
    assert told(document) == [(0, "•", "a"), (0, "2)", "b")]
    assert marked(document, InlineKind.STRONG) == [("a", "")]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["3) no hanging indent", "1999 was early"]


def test_numbers_of_headings_are_part_of_them():
    document = rtf(STYLES + r"\pard\s1{\listtext 1.2\tab}Aims\par\pard\s1{\listtext \bullet\tab}Ends\par")
    assert of_kind(document, BlockKind.HEADING) == ["1.2 Aims", "Ends"]


def test_tables_have_header_rows_and_merged_cells():
    document = rtf(
        r"Before\par\trowd\trhdr\cellx100\cellx200\cellx300\pard\intbl A\cell B\cell C\cell\row"
        r"\trowd\clmgf\cellx100\clmrg\cellx200\clvmgf\cellx300\pard\intbl D\cell\cell E\cell\row"
        r"\trowd\cellx100\cellx200\clvmrg\cellx300\pard\intbl F\cell G\cell\cell{\row}\pard After\par"
    )
    assert cells(document) == [
        [("A", True, 1, 1), ("B", True, 1, 1), ("C", True, 1, 1)],
        [("D", False, 2, 1), ("E", False, 1, 2)],
        [("F", False, 1, 1), ("G", False, 1, 1)],
    ]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["Before", "After"]


def test_a_wider_cell_spans_the_columns_below_it():
    document = rtf(
        r"\trowd\cellx200\cellx3000\pard\intbl A\cell B\cell\row"
        r"\trowd\cellx210\cellx1500\cellx3010\pard\intbl C\cell D\cell E\cell\row"
    )
    assert [[cell[2] for cell in row] for row in cells(document)] == [[1, 2], [1, 1, 1]]


def test_tables_that_an_empty_paragraph_parts_are_two():
    row = r"\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row"
    document = rtf(row + r"\pard\par" + row + r"\pard\par")
    assert shape(document) == [("table", "a | b"), ("table", "a | b")]


def test_a_nested_table_is_text_of_the_outer_cell():
    document = rtf(
        r"\trowd\cellx5000\cellx9000\pard\intbl\itap1 Out\par\pard\intbl\itap2 In\nestcell Inner\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables FALLBACK\par}"
        r"\pard\intbl\itap1 after\cell Right\cell\row"
    )
    assert cells(document) == [[("Out In Inner after", False, 1, 1), ("Right", False, 1, 1)]]


def test_footnotes_follow_the_text_and_are_linked():
    document = rtf(
        r"One{\super\chftn{\footnote\pard\plain{\super\chftn} First note.\par More.}} two"
        r"{\super *}{\*\footnote\pard\plain{\super *} Starred.} three"
        r"{\super\chftn}{\footnote\ftnalt\pard\plain\chftn  Last.}.\par After.\par"
    )
    notes = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [(block.marker, document.quote(block.span)) for block in notes] == [
        ("1", "First note."),
        ("", "More."),
        ("*", "Starred."),
        ("2", "Last."),
    ]
    assert of_kind(document, BlockKind.PARAGRAPH) == ["One1 two* three2.", "After."]
    starts = [f"#{block.start}" for block in notes if block.marker]
    assert marked(document, InlineKind.LINK) == list(zip("1*2", starts, strict=True))
    assert [sign for sign, _ in marked(document, InlineKind.SUPERSCRIPT)] == ["1", "*", "2"]


def test_links_lead_out_or_to_a_place_in_the_text():
    def link(instruction: str, shown: str) -> str:
        return rf"{{\field{{\*\fldinst {{ {instruction} }}}}{{\fldrslt {{\ul {shown}}}}}}}"

    document = rtf(
        link('HYPERLINK "https://a.example/x y" \\\\o "tip"', "out")
        + link("HYPERLINK https://b.example/", "bare")
        + link("HYPERLINK \\\\l aim", "in")
        + link('HYPERLINK "file:///etc/passwd"', "file")
        + link("PAGEREF aim", "7")
        + r"\par{\*\bkmkstart aim}{\*\bkmkend aim}Aim\par"
    )
    assert document.text == "outbareinfile7\n\nAim"
    at = document.text.index("Aim")
    assert marked(document, InlineKind.LINK) == [
        ("out", "https://a.example/x y"),
        ("bare", "https://b.example/"),
        ("in", f"#{at}"),
    ]


def test_a_field_that_shows_a_symbol_becomes_it():
    assert text(r'a{\field{\*\fldinst SYMBOL 174 \\f "Symbol" \\s 10}{\fldrslt\f3 x}}b') == "a→b"


def test_faces_become_marks_and_end_with_their_groups():
    document = rtf(r"a {\b b} c \i d\i0  e{\super 2} f{\dn6 3} g \b h\plain  i")
    assert document.text == "a b c d e2 f3 g h i"
    assert [sign for sign, _ in marked(document, InlineKind.STRONG)] == ["b", "h"]
    assert [sign for sign, _ in marked(document, InlineKind.EMPHASIS)] == ["d"]
    assert [sign for sign, _ in marked(document, InlineKind.SUPERSCRIPT)] == ["2"]
    assert [sign for sign, _ in marked(document, InlineKind.SUBSCRIPT)] == ["3"]


def test_what_is_left_out_is_counted():
    document = rtf(
        r"{\header Head\par}{\footerf Foot}Seen{\v secret}{\deleted gone} text"
        r"{\*\atnid X}{\*\atnauthor Y}\chatn{\*\annotation{\*\atndate 1}Why?}.\par"
        r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict 0102}}"
    )
    assert document.text == "Seen text."
    assert left_out(document) == {
        "headers and footers": len("Head · Foot"),
        "hidden text": 6,
        "deleted text": 4,
        "comments": 4,
    }
    assert "One picture is not shown." in document.coverage.remarks
    assert any("tracked changes" in remark for remark in document.coverage.remarks)


def test_a_picture_that_is_described_is_a_figure():
    document = rtf(r"a{\pict{\*\picprop{\sp{\sn wzDescription}{\sv A map}}{\sp{\sn x}{\sv y}}}0102}b")
    assert [(block.kind, block.alt) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.FIGURE, "A map"),
    ]
    assert document.text == "ab\n\n"


def test_a_text_box_follows_the_paragraph_that_it_hangs_on():
    document = rtf(
        r"One{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv b}}{\shptxt\pard Boxed\par}}{\shprslt Old}} more"
        r"\par Two"
    )
    assert of_kind(document, BlockKind.PARAGRAPH) == ["One more", "Boxed", "Two"]


def test_properties_of_the_file_become_metadata():
    document = rtf(
        r"{\info{\title The \'dcber report \u-10179 ?\u-8704 ?}{\upr{\author J?}{\*\ud\uc0{\author J\u243 }}}"
        r"{\operator Nobody}"
        r"{\creatim\yr2021\mo3\dy4\hr5}{\revtim\yr2022\mo1\dy1}{\doccomm No}}Text."
    )
    metadata = document.metadata
    assert document.text == "Text."
    assert (metadata.title, metadata.byline, metadata.format) == ("The Über report \U0001f600", "Jó", "rtf")
    assert metadata.published is not None
    assert (metadata.published.edtf, metadata.published.source) == ("2021-03-04", "file properties: created")


def test_the_day_that_the_text_names_counts_more_than_that_of_the_file():
    published = rtf(
        r"{\info{\creatim\yr2021\mo3\dy4}}The wells\par 12 May 2020\par The council met."
    ).metadata.published
    assert published is not None
    assert (published.edtf, published.wording) == ("2020-05-12", "12 May 2020")


def test_a_day_of_naught_is_no_date():
    assert rtf(r"{\info{\creatim\yr0\mo0\dy0}}Text.").metadata.published is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Whole.\par Cut {\b off", "Whole.\n\nCut off"),
        (r"A\par\trowd\cellx1\cellx2\pard\intbl b\cell c", "A\n\nb\tc"),
        (r"A{\footnote cut", "A1\n\ncut"),
        (r"A\'e", "Ae"),
        ("A\\", "A"),
    ],
)
def test_what_is_cut_off_is_read_as_far_as_it_goes(body, expected):
    document = rtf(body, whole=False)
    assert document.text == expected
    assert not document.coverage.whole
    assert "The file ends in the middle, so what follows is missing." in document.coverage.remarks


def test_a_star_that_begins_no_group_hides_nothing():
    document = rtf(r"\pard{\i0\b0\*\cs7\cf0 The quay was mended.}\par{\*\unheard of}\par")
    assert of_kind(document, BlockKind.PARAGRAPH) == ["The quay was mended."]


def test_a_brace_too_many_loses_nothing():
    document = rtf("a} b\\par c")
    assert document.text == "a b\n\nc"
    assert document.coverage.remarks == ()


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 200_000 + b"x" + b"}" * 200_000,
        b"{\\footnote a" * 50_000,
        b"{\\shptxt a" * 50_000,
        b"{\\field{\\*\\fldinst " * 50_000,
        b"{\\*\\shpinst" * 100_000,
        b"\\'e4" * 1_000_000,
        b"\\u228 ?" * 300_000,
        b"\\" + b"a" * 4_000_000 + b" x",
        b"\\u" + b"1" * 4_000_000 + b" x",
        b"{\\pict " + b"00ff" * 2_000_000 + b"}x",
    ],
    ids=["groups", "notes", "boxes", "fields", "shapes", "bytes", "signs", "word", "number", "picture"],
)
def test_hostile_files_take_no_time(body):
    begin = time.process_time()
    rtf(body)
    assert time.process_time() - begin < 10


def enclosed(body: str, head: str = "") -> bytes:
    """Return RTF that encloses a page, as mail programs write it."""
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\colortbl\red0\green0\blue0;}"
    start = r"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0" + fonts + r"{\*\generator A mail program;}"
    return f"{start}{head}{body}}}".encode("latin-1")


def test_a_page_that_a_mail_program_enclosed_is_read_as_a_page():
    body = (
        r"{\*\htmltag50 <body>}{\*\htmltag96 <h1>}\htmlrtf {\b\htmlrtf0 Wells\htmlrtf }\htmlrtf0 "
        r"{\*\htmltag104 </h1>}\htmlrtf\par\htmlrtf0 {\*\htmltag64 <p title=\'22a\'22>}The caf\'e9 of "
        r"{\f1 \'cf\'ee\'f0\'f2} was {\*\htmltag84 <b>}\htmlrtf{\b\htmlrtf0 shut\htmlrtf}\htmlrtf0"
        r"{\*\htmltag92 </b>}{\*\htmltag84 &nbsp;}\htmlrtf  \htmlrtf0 by \u8222\'84order\rdblquote , 3 < 4."
        r"{\*\htmltag72 </p>}{\*\mhtmltag84 <img src=cid:x>}{\*\htmltag64 <ul><li>}one"
        r"{\*\htmltag64 </li><li>}two{\*\htmltag72 </li></ul>}\htmlrtf left out\htmlrtf0"
    )
    document = read(enclosed(body, r"{\*\htmltag161 <title>Wells of the north</title>}"), "a.rtf")
    assert shape(document) == [
        ("heading", "Wells"),
        ("paragraph", "The café of Порт was shut by „order”, 3 < 4."),
        ("list_item", "one"),
        ("list_item", "two"),
    ]
    assert (document.metadata.title, document.metadata.format) == ("Wells of the north", "rtf")


@pytest.mark.parametrize("body", ["}}}}{{{", r"\htmlrtf", r"{\*\htmltag0 <p", r"\u99999999 \'e9\uc9\u65"])
def test_a_damaged_enclosed_page_is_read_as_far_as_it_goes(body):
    assert "Words" in read(enclosed(r"{\*\htmltag64 <p>}Words " + body), "a.rtf").text
