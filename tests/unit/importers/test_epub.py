"""Books as their readers see them: order, pages of the printed edition, notes, contents, locks, damage."""

import io
import zipfile

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, Picture
from helpers.formats import TITLE, epub, zipped
from helpers.pictures import picture
from helpers.reading import headings, left_out, links, of_kind, read, shape

WORDS = "The council met again and heard what the witnesses had to say about the wells."
CONTAINER = '<container><rootfiles><rootfile full-path="EPUB/p.opf"/></rootfiles></container>'


def book(pages: dict[str, str], more: dict[str, str | bytes] | None = None) -> Document:
    return read(epub(pages, more), "a.epub")


def packaged(items: str, spine: str, metadata: str = "", **parts: str) -> Document:
    """Return the book with a package of its own; the names of `parts` are those of files beside it."""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    held = {f"EPUB/{name}.xhtml": f"<html><body>{body}</body></html>" for name, body in parts.items()}
    return read(zipped({"META-INF/container.xml": CONTAINER, "EPUB/p.opf": package, **held}), "a.epub")


def item(key: str, href: str = "", more: str = "") -> str:
    return f'<item id="{key}" href="{href or f"{key}.xhtml"}" media-type="application/xhtml+xml" {more}/>'


def reads(*keys: str) -> str:
    return "".join(f'<itemref idref="{key}"/>' for key in keys)


def dated(written: str) -> str:
    return f"<dc:date>{written}</dc:date>"


def lock(method: str, target: str = "EPUB/a.xhtml") -> dict[str, str | bytes]:
    held = (
        f'<EncryptionMethod Algorithm="{method}"/><CipherData><CipherReference URI="{target}"/></CipherData>'
    )
    return {"META-INF/encryption.xml": f"<encryption><EncryptedData>{held}</EncryptedData></encryption>"}


# Order


def test_pages_come_in_the_order_of_the_spine_and_not_of_the_files():
    document = packaged(
        item("a") + item("b") + item("c"), reads("c", "a", "b"), a="<p>A.</p>", b="<p>B.</p>", c="<p>C.</p>"
    )
    assert document.text == "C.\n\nA.\n\nB."
    assert document.coverage.remarks == ()


def test_pages_outside_of_the_spine_come_last_and_are_told():
    document = packaged(
        item("a") + item("b") + item("cover"), reads("a"), a="<p>A.</p>", b="<p>B.</p>", cover="<p>Cover.</p>"
    )
    assert document.text == "A.\n\nB."
    assert document.coverage.remarks == (
        "One page stands outside of the book's reading order, and comes last.",
    )


def test_a_name_in_the_spine_that_stands_for_nothing_is_told():
    document = packaged(item("a"), reads("a", "gone"), a="<p>A.</p>")
    assert document.coverage.remarks == (
        "The book names parts in its reading order that it does not hold: gone.",
    )
    assert not document.coverage.whole


def test_what_a_page_of_a_book_hides_is_counted():
    hidden = '<p hidden="hidden">Four words stand here unseen.</p>'
    document = packaged(item("a"), reads("a"), a=f"<p>A.</p>{hidden}")
    assert left_out(document) == {"hidden on the page": "Four words stand here unseen."}


def test_covers_and_contents_outside_the_order_are_counted():
    contents = '<p><a href="a.xhtml">Part One</a></p>'
    document = packaged(
        item("a") + item("toc") + item("recovery"),
        reads("a"),
        a="<p>A.</p>",
        toc=contents,
        recovery="<p>R.</p>",
    )
    assert document.text == "A.\n\nR."
    assert left_out(document) == {"covers and contents outside the reading order": "toc.xhtml: Part One"}


def test_pages_that_the_package_forgets_come_last_where_the_text_leads_to_them():
    document = packaged(
        item("a"),
        reads("a"),
        a='<p>See <a href="b.xhtml#x">B</a>.</p>',
        b='<p id="x">B, and <a href="c.xhtml">C</a>.</p>',
        c="<p>C.</p>",
    )
    assert document.text == "See B.\n\nB, and C.\n\nC."
    assert links(document)[:1] == [("B", "#8")]
    assert document.coverage.remarks == (
        "Pages that the book does not list but leads to come last: b.xhtml, c.xhtml.",
    )


def test_a_page_that_only_the_list_of_contents_leads_to_is_read():
    nav = '<nav epub:type="toc"><ol><li><a href="b.xhtml">B</a></li></ol></nav>'
    contents = item("n", more='properties="nav"')
    document = packaged(item("a") + contents, reads("a"), a="<p>A.</p>", b="<p>Bee.</p>", n=nav)
    assert "Bee." in document.text


def test_a_page_in_a_frame_comes_last():
    document = packaged(item("a"), reads("a"), a='<p>A.</p><iframe src="b.xhtml"/>', b="<p>Bee.</p>")
    assert document.text == "A.\n\nBee."


def test_so_many_forgotten_pages_are_read_and_the_others_are_counted():
    many = {f"p{n}": f"<p>P{n}.</p>" for n in range(510)}
    links_to = "".join(f'<a href="{name}.xhtml">x</a> ' for name in many)
    document = packaged(item("a"), reads("a"), a=f"<p>{links_to}.</p>", **many)
    assert document.text.endswith("P499.")
    assert document.coverage.remarks[0] == "Only the first 500 pages that the book does not list are read."
    assert not document.coverage.whole


DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<image xlink:href="c.png"/><text>The <tspan>Wells</tspan> &amp; Co</text></svg>'
)


def drawn(spine: str, **more: str) -> Document:
    """Return a book with a page, a drawing and a picture, of which `spine` says the order."""
    said = "".join(
        f'<item id="{key}" href="{href}" media-type="{kind}" {more.get(key, "")}/>'
        for key, href, kind in (
            ("a", "a.xhtml", "application/xhtml+xml"),
            ("s", "s.svg", "image/svg+xml"),
            ("c", "c.png", "image/png"),
            ("p", "p.pdf", "application/pdf"),
        )
    )
    package = f"<package><manifest>{said}</manifest><spine>{spine}</spine></package>"
    held = {
        "a.xhtml": "<html><body><p>A.</p></body></html>",
        "s.svg": DRAWN,
        "c.png": picture(),
        "p.pdf": "%",
    }
    return read(
        zipped(
            {
                "META-INF/container.xml": CONTAINER,
                "EPUB/p.opf": package,
                **{f"EPUB/{name}": data for name, data in held.items()},
            }
        ),
        "a.epub",
    )


def pictured(document: Document) -> int:
    return sum(block.picture is not None for block in document.blocks)


def test_the_words_and_the_picture_of_a_drawing_in_the_order_are_shown():
    document = drawn(reads("s", "a"))
    assert document.text.split("\n\n")[-2:] == ["The Wells & Co", "A."]
    assert pictured(document) == 1


def test_a_picture_in_the_order_is_shown():
    assert pictured(drawn(reads("a", "c"))) == 1


def test_the_page_that_stands_in_for_another_file_is_read():
    assert drawn(reads("p"), p='fallback="s"', s='fallback="a"').text == "A."


def test_a_file_in_the_order_that_is_no_page_is_named():
    assert drawn(reads("a", "p")).coverage.remarks == ("Parts of the book are missing or damaged: p.pdf.",)


def test_a_spine_that_names_nothing_gives_the_pages_as_they_come_and_a_remark():
    document = packaged(item("b") + item("a"), "", a="<p>A.</p>", b="<p>B.</p>")
    assert document.text == "B.\n\nA."
    assert any("order" in remark for remark in document.coverage.remarks)


def test_a_missing_page_is_told_by_its_name_and_costs_only_itself():
    document = packaged(item("a") + item("gone"), reads("gone", "a"), a="<p>A.</p>")
    assert document.text == "A."
    assert not document.coverage.whole
    assert document.coverage.remarks == ("Parts of the book are missing or damaged: gone.xhtml.",)


def test_many_missing_pages_are_counted():
    keys = [f"g{number}" for number in range(5)]
    document = packaged("".join(map(item, ["a", *keys])), reads("a", *keys), a="<p>A.</p>")
    assert document.coverage.remarks[0].endswith("g0.xhtml, g1.xhtml, g2.xhtml and 2 more.")


def test_a_book_whose_pages_are_all_missing_is_refused():
    with pytest.raises(SourceError) as refused:
        packaged(item("a"), reads("a"))
    assert "None of the pages" in refused.value.what


def test_a_book_without_pages_is_refused_in_words():
    with pytest.raises(SourceError) as refused:
        read(zipped({"META-INF/container.xml": CONTAINER, "cover.jpg": b"x"}), "a.epub")
    assert refused.value.next_step


@pytest.mark.parametrize(
    "container", ["", "<broken", '<container><rootfile full-path="gone.opf"/></container>']
)
def test_a_broken_container_does_not_keep_the_book_closed(container):
    document = book(
        {"z.xhtml": "<p>First.</p>", "a.xhtml": "<p>Second.</p>"}, {"META-INF/container.xml": container}
    )
    assert document.text == f"{TITLE}\n\nFirst.\n\nSecond."


def test_a_broken_package_does_not_keep_the_book_closed():
    assert "Words." in book({"a.xhtml": "<p>Words.</p>"}, {"EPUB/p.opf": "no package"}).text


# Locks


def test_a_book_that_is_locked_by_its_shop_is_refused_in_words():
    with pytest.raises(SourceError) as refused:
        book({"a.xhtml": f"<p>{WORDS}</p>"}, lock("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert "DRM" in refused.value.what
    assert refused.value.next_step


def test_a_locked_page_is_known_by_its_escaped_name_as_well():
    with pytest.raises(SourceError):
        book({"a b.xhtml": f"<p>{WORDS}</p>"}, lock("http://example.org/aes", "EPUB/a%20b.xhtml"))


@pytest.mark.parametrize("method", ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"])
def test_hidden_fonts_are_no_lock(method):
    assert book({"a.xhtml": "<p>Words.</p>"}, lock(method, "EPUB/font.otf")).text.endswith("Words.")


def test_a_locked_picture_is_no_reason_to_refuse_the_book():
    more = lock("http://example.org/aes", "EPUB/gone.jpg")
    package = epub({"a.xhtml": "<p>Words.</p>", "lost.xhtml": ""}, more).replace(
        b"EPUB/lost.xhtml", b"EPUB/else.xhtml"
    )
    assert read(package, "a.epub").text.endswith("Words.")


# Pages of the printed edition


@pytest.mark.parametrize(
    "mark",
    [
        '<span epub:type="pagebreak" id="p" title="17"/>',
        '<span role="doc-pagebreak" aria-label="17"></span>',
        '<span role="doc-pagebreak" aria-label="Page 17"></span>',
        '<a epub:type="pagebreak">17</a>',
        '<a epub:type="pagebreak" title="{17}"/>',
    ],
)
def test_a_page_break_labels_what_follows_and_is_no_text(mark):
    document = book({"a.xhtml": f"<p>Before.</p><p>{mark}After.</p>"})
    assert document.text.endswith("Before.\n\nAfter.")
    assert [(page.label, page.offset) for page in document.pages] == [("17", document.text.index("After."))]
    assert [block.page for block in document.blocks][-2:] == ["", "17"]


def test_a_page_that_begins_within_a_paragraph_begins_there():
    document = book({"a.xhtml": '<p>Before <span epub:type="pagebreak" title="5"/>after.</p><p>Next.</p>'})
    assert [page.offset for page in document.pages] == [document.text.index("after.")]
    assert [block.page for block in document.blocks][-2:] == ["", "5"]


def test_the_pages_of_a_list_of_pages_are_labelled():
    listed = '<li><a href="a.xhtml#p3">iii</a></li><li><a href="b.xhtml">iv</a></li>'
    document = packaged(
        item("a") + item("b") + item("nav", more='properties="nav"'),
        reads("a", "b"),
        a='<p>Before.</p><p id="p3">On the third.</p>',
        b="<p>On the fourth.</p>",
        nav=f'<nav epub:type="page-list"><ol>{listed}</ol></nav>',
    )
    assert [(page.label, page.offset) for page in document.pages] == [
        ("iii", document.text.index("On the third.")),
        ("iv", document.text.index("On the fourth.")),
    ]


def test_a_book_without_pages_of_a_printed_edition_has_none():
    document = book({"a.xhtml": "<p>Words.</p>"})
    assert document.pages == ()
    assert {block.page for block in document.blocks} == {""}


# Notes and links


def test_a_note_in_another_file_is_a_footnote_and_its_reference_leads_to_it():
    document = book(
        {
            "a.xhtml": '<p>Low<a epub:type="noteref" href="n.xhtml#n2">2</a>.</p>',
            "n.xhtml": '<aside epub:type="footnote" id="n1"><p>One.</p></aside>'
            '<aside epub:type="footnote" id="n2"><p>Two.</p></aside>',
        }
    )
    assert of_kind(document, BlockKind.FOOTNOTE) == ["One.", "Two."]
    assert links(document) == [("2", f"#{document.text.index('Two.')}")]


@pytest.mark.parametrize("kind", ['epub:type="endnote"', 'epub:type="rearnote"', 'role="doc-footnote"'])
def test_notes_of_each_kind_are_footnotes(kind):
    document = book({"a.xhtml": f"<p>Text.</p><div {kind}><p>A note.</p></div>"})
    assert of_kind(document, BlockKind.FOOTNOTE) == ["A note."]


def test_the_way_back_from_a_note_is_left_out():
    back = '<a href="#r">↩</a><a role="doc-backlink" href="#r">[1]</a>'
    note = f'<aside epub:type="footnote" id="n"><p>A note. {back}</p></aside>'
    assert of_kind(book({"a.xhtml": f"<p>Text.</p>{note}"}), BlockKind.FOOTNOTE) == ["A note."]


def test_links_over_files_lead_to_their_places():
    document = book(
        {
            "a.xhtml": '<p><a href="text/b.xhtml#here">there</a> <a href="text/b.xhtml">start</a></p>',
            "text/b.xhtml": '<p>Start.</p><p id="here">Here. <a href="../a.xhtml">back</a></p>',
        }
    )
    at = document.text.index
    assert links(document) == [
        ("there", f"#{at('Here.')}"),
        ("start", f"#{at('Start.')}"),
        ("back", f"#{at('there')}"),
    ]


def test_escaped_names_of_files_and_places_are_understood():
    document = packaged(
        item("a", "a%20b.xhtml") + item("c", "c.xhtml"),
        reads("c", "a"),
        **{
            "a b": '<p>Start.</p><p id="café">Here.</p>',
            "c": '<p><a href="a%20b.xhtml#caf%C3%A9">there</a></p>',
        },
    )
    assert links(document) == [("there", f"#{document.text.index('Here.')}")]


def test_an_escaped_place_on_the_same_page_is_understood():
    document = book({"a.xhtml": '<p><a href="#caf%C3%A9">there</a></p><p id="café">Here.</p>'})
    assert links(document) == [("there", f"#{document.text.index('Here.')}")]


@pytest.mark.parametrize(
    "href", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "javascript:alert(1)"]
)
def test_links_that_leave_the_book_by_the_back_door_are_dropped(href):
    document = book({"a.xhtml": f'<p>See <a href="{href}">this</a>.</p>'})
    assert document.text.endswith("See this.")
    assert links(document) == []


def test_a_page_outside_the_archive_is_only_missing():
    document = packaged(item("a") + item("x", "../../etc/passwd.html"), reads("a", "x"), a="<p>A.</p>")
    assert document.text == "A."
    assert "passwd.html" in document.coverage.remarks[0]


def test_web_links_keep_their_address():
    document = book({"a.xhtml": '<p>See <a href="https://example.org/a">this</a>.</p>'})
    assert links(document) == [("this", "https://example.org/a")]


def test_a_link_into_nothing_is_dropped():
    assert links(book({"a.xhtml": '<p>See <a href="gone.xhtml#x">this</a>.</p>'})) == []


# Contents, title, metadata


def test_the_list_of_contents_is_left_out_and_counted():
    document = packaged(
        item("nav", more='properties="nav"') + item("a"),
        reads("nav", "a"),
        nav='<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="a.xhtml">Origins</a></li></ol></nav>',
        a="<p>A.</p>",
    )
    assert document.text == "A."
    assert left_out(document) == {"list of contents": "Contents · Origins"}


def test_the_heading_that_says_the_title_is_the_title():
    document = book({"a.xhtml": f"<h1>{TITLE}</h1><h2>One</h2><p>{WORDS}</p>"})
    assert [kind for kind, _ in shape(document)] == ["title", "heading", "paragraph"]
    assert [block.level for block in document.blocks] == [0, 1, 0]


def test_a_title_that_no_heading_says_stands_before_the_text():
    document = book({"a.xhtml": f"<h1>One</h1><p>{WORDS}</p>"})
    assert shape(document)[:2] == [("title", TITLE), ("heading", "One")]


def test_the_package_says_who_wrote_the_book_and_when():
    said = (
        "<dc:title>Wells</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator>"
        f"<dc:publisher>Press</dc:publisher><dc:language>de</dc:language>{dated('2021-05-06')}"
    )
    head = packaged(item("a"), reads("a"), said, a="<p>A.</p>").metadata
    assert (head.title, head.byline, head.publisher) == ("Wells", "Ann Lee, Bo Ek", "Press")
    assert (head.published.edtf, head.format) == ("2021-05-06", "epub")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2021", "2021"),
        ("2021-05", "2021-05"),
        ("2021-05-06", "2021-05-06"),
        ("2021-05-06T10:00:00+00:00", "2021-05-06"),
        ("May 6, 2021", "2021-05-06"),
        ("6 September 2021", "2021-09-06"),
    ],
)
def test_each_form_of_date_is_understood(written, edtf):
    assert packaged(item("a"), reads("a"), dated(written), a="<p>A.</p>").metadata.published.edtf == edtf


@pytest.mark.parametrize("written", ["soon", "0101-01-01T00:00:00+00:00", "2021-99", "2021abc", "20"])
def test_what_is_no_date_is_none(written):
    assert packaged(item("a"), reads("a"), dated(written), a="<p>A.</p>").metadata.published is None


def test_the_day_of_publication_is_preferred_to_that_of_a_change():
    said = (
        '<dc:date opf:event="modification">2023-01-02</dc:date>'
        '<dc:date opf:event="publication">2021-05-06</dc:date>'
    )
    assert packaged(item("a"), reads("a"), said, a="<p>A.</p>").metadata.published.edtf == "2021-05-06"


# Pages


@pytest.mark.parametrize(
    "empty",
    ["<a id='x'/>", "<i/>", "<span/>", "<div/>", "<script src='x'/>", "<iframe src='x'/>", "<textarea/>"],
)
def test_elements_that_close_themselves_swallow_nothing(empty):
    document = book({"a.xhtml": f"<p>Before {empty}after.</p><p>Then.</p>"})
    assert " ".join(document.text.split()).endswith("Before after. Then.")
    assert document.inlines == ()


def test_nothing_of_a_page_is_left_out_as_furniture():
    document = book(
        {"a.xhtml": f"<header><p>Head words.</p></header><p>{WORDS}</p><footer><p>Foot words.</p></footer>"}
    )
    assert "Head words." in document.text
    assert "Foot words." in document.text


def test_a_page_in_an_old_encoding_is_read():
    page = "<?xml version='1.0' encoding='windows-1252'?><html><body><p>Größe der Häfen</p></body></html>"
    document = book({"a.xhtml": "<p/>"}, {"EPUB/a.xhtml": page.encode("cp1252")})
    assert document.text.endswith("Größe der Häfen")


# Page breaks in odd places, and older lists of pages


def pages_of(document: Document) -> list[tuple[str, str]]:
    """Return the label of each page with the text that it begins with."""
    return [(page.label, document.text[page.offset :].split("\n")[0]) for page in document.pages]


def test_a_page_that_begins_after_the_last_word_of_a_paragraph_begins_with_the_next():
    document = book({"a.xhtml": '<p>Before.<span epub:type="pagebreak" title="17"/></p><p>After.</p>'})
    assert pages_of(document) == [("17", "After.")]


def test_a_page_that_begins_after_the_last_word_of_a_file_begins_with_the_next_file():
    pages = {
        "a.xhtml": '<p>Before.</p><a epub:type="pagebreak" id="p" title="18"/>',
        "b.xhtml": "<p>After.</p>",
    }
    assert pages_of(book(pages)) == [("18", "After.")]


def test_a_link_to_the_end_of_a_file_leads_to_where_reading_goes_on():
    pages = {
        "a.xhtml": '<p><a href="#end">on</a></p><p>Before.</p><div id="end"></div>',
        "b.xhtml": "<p>After.</p>",
    }
    document = book(pages)
    assert links(document) == [("on", f"#{document.text.index('After.')}")]


def test_a_page_of_a_picture_that_cannot_be_shown_leaves_its_name_to_the_next():
    document = book(
        {"a.xhtml": '<p><a href="b.xhtml">on</a></p>', "b.xhtml": "<div/>", "c.xhtml": "<p>C.</p>"}
    )
    assert links(document) == [("on", f"#{document.text.index('C.')}")]


def test_a_page_that_begins_in_a_table_begins_there():
    mark = '<span epub:type="pagebreak" title="19"/>'
    rows = f"<tr><td>a</td><td>{mark}b</td></tr><tr><td>c</td><td>d</td></tr>"
    document = book({"a.xhtml": f"<p>Before.</p><table>{rows}</table>"})
    assert pages_of(document) == [("19", "b")]


def test_a_page_that_begins_in_code_begins_after_it_at_the_latest():
    mark = '<span epub:type="pagebreak" title="20"/>'
    assert pages_of(book({"a.xhtml": f"<pre>one\n{mark}two</pre><p>After.</p>"})) == [("20", "After.")]


@pytest.mark.parametrize(
    ("written", "label"),
    [("[Pg 12]", "12"), ("[12]", "12"), ("p. 12", "12"), ("{xii}", "xii"), ("Page 12", "12")],
)
def test_the_number_of_a_page_in_the_text_is_a_page_and_no_text(written, label):
    document = book({"a.xhtml": f'<p>One <span class="pagenum"><a id="P">{written}</a></span>two.</p>'})
    assert document.text.endswith("One two.")
    assert pages_of(document) == [(label, "two.")]


def test_what_only_calls_itself_the_number_of_a_page_stays():
    document = book({"a.xhtml": '<p>One <span class="pagenum">see below</span>.</p>'})
    assert document.text.endswith("One see below.")
    assert document.pages == ()


def ncx(points: str = "", pages: str = "") -> dict[str, str | bytes]:
    listed = f"<pageList>{pages}</pageList>" if pages else ""
    space = 'xmlns="http://www.daisy.org/z3986/2005/ncx/"'
    return {"EPUB/toc.ncx": f"<ncx {space}><navMap>{points}</navMap>{listed}</ncx>"}


def point(title: str, target: str, inner: str = "") -> str:
    label = f"<navLabel><text>{title}</text></navLabel>"
    return f'<navPoint>{label}<content src="{target}"/>{inner}</navPoint>'


def test_the_pages_of_an_older_list_of_pages_are_labelled():
    pages = "".join(
        f'<pageTarget type="normal" value="{n}"><navLabel><text>{text}</text></navLabel>'
        f'<content src="{target}"/></pageTarget>'
        for n, text, target in ((3, "iii", "a.xhtml#p3"), (4, "Page 4", "b.xhtml"))
    )
    held = {"a.xhtml": '<p>Before.</p><p>On <a id="p3"/>the third.</p>', "b.xhtml": "<p>On the fourth.</p>"}
    assert pages_of(book(held, ncx(pages=pages))) == [("iii", "the third."), ("4", "On the fourth.")]


# Chapters that no heading names


CHAPTERS = {f"c{n}.xhtml": f"<p>{WORDS} {n}</p>" for n in range(1, 5)}


def test_chapters_without_any_heading_are_headed_by_the_list_of_contents():
    points = point("Part One", "c1.xhtml", point("Wells", "c2.xhtml") + point("Rain", "c3.xhtml"))
    document = book(CHAPTERS, ncx(points + point("Part Two", "c4.xhtml")))
    assert headings(document) == [("Part One", 1), ("Wells", 2), ("Rain", 2), ("Part Two", 1)]
    assert [kind for kind, _ in shape(document)][:3] == ["title", "heading", "paragraph"]
    assert document.text.count(WORDS) == 4


def test_the_newer_list_of_contents_does_it_as_well():
    listed = "".join(f'<li><a href="c{n}.xhtml">Chapter {n}</a></li>' for n in range(1, 5))
    items = "".join(map(item, ["c1", "c2", "c3", "c4"])) + item("nav", more='properties="nav"')
    document = packaged(
        items,
        reads("c1", "c2", "c3", "c4"),
        nav=f'<nav epub:type="toc"><ol>{listed}</ol></nav>',
        **{name.removesuffix(".xhtml"): body for name, body in CHAPTERS.items()},
    )
    assert [text for text, _ in headings(document)] == [f"Chapter {n}" for n in range(1, 5)]


def test_a_paragraph_that_says_the_title_of_its_chapter_is_its_heading_and_nothing_is_put_in():
    pages = {
        "c1.xhtml": f'<p class="calibre1"><b>Wells</b></p><p>{WORDS}</p>',
        "c2.xhtml": f"<p>2</p><p>Rain falls</p><p>{WORDS}</p>",
        "c3.xhtml": f"<p>{WORDS}</p>",
    }
    points = point("Wells", "c1.xhtml") + point("2. Rain falls", "c2.xhtml") + point("Cover", "c3.xhtml")
    document = book(pages, ncx(points))
    assert headings(document) == [("Wells", 1), ("2 Rain falls", 1)]
    assert "Cover" not in document.text
    assert document.text.count("Rain falls") == 1


def test_a_book_with_headings_gets_no_others():
    pages = {name: f"<h1>{name}</h1>{body}" for name, body in CHAPTERS.items()}
    points = "".join(point(f"Chapter {n}", f"c{n}.xhtml") for n in range(1, 5))
    assert [text for text, _ in headings(book(pages, ncx(points)))] == list(CHAPTERS)


def test_places_within_a_page_are_chapters_too_and_links_to_them_lead_to_their_titles():
    body = "".join(f'<div id="s{n}"><p>{WORDS} {n}</p></div>' for n in range(1, 4))
    points = "".join(point(f"Section {n}", f"a.xhtml#s{n}") for n in range(1, 4))
    document = book({"a.xhtml": f'{body}<p><a href="#s2">there</a></p>'}, ncx(points))
    assert [text for text, _ in headings(document)] == ["Section 1", "Section 2", "Section 3"]
    assert links(document) == [("there", f"#{document.text.index('Section 2')}")]


def test_the_title_of_the_book_is_not_put_in_as_a_chapter():
    points = point(TITLE, "c1.xhtml") + "".join(point(f"Chapter {n}", f"c{n}.xhtml") for n in range(2, 5))
    document = book(CHAPTERS, ncx(points))
    assert [text for text, _ in headings(document)] == ["Chapter 2", "Chapter 3", "Chapter 4"]
    assert document.text.count(TITLE) == 1


@pytest.mark.parametrize("points", ["", "<navPoint/>", point("X", "../../../x.html"), "<navPoint><broken"])
def test_a_broken_list_of_contents_costs_nothing(points):
    assert "Words." in book({"a.xhtml": "<p>Words.</p>"}, ncx(points)).text


def test_a_heading_in_two_lines_is_one_heading():
    document = book({"a.xhtml": f"<h2>CHAPTER I<br/><br/>The Wells</h2><p>{WORDS}</p>"})
    assert headings(document) == [("CHAPTER I The Wells", 1)]


@pytest.mark.parametrize("name", ["EPUB\\a.xhtml", "epub/A.XHTML", "EPUB/./a.xhtml"])
def test_names_that_a_careless_program_wrote_are_found(name):
    data = epub({"a.xhtml": "<p>Words.</p>"})
    held = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {part: archive.read(part) for part in archive.namelist()}
    held[name] = held.pop("EPUB/a.xhtml")
    assert read(zipped(held), "a.epub").text.endswith("Words.")


# Lists of contents within the pages


def listed_as(form: str) -> str:
    return "".join(form.format(n=n, link=f'<a href="c{n}.xhtml">Wells {n}</a>') for n in range(1, 12))


@pytest.mark.parametrize(
    "listing",
    [
        f"<ul>{listed_as('<li>{link}</li>')}</ul>",
        listed_as('<p class="toc">{link}</p>'),
        listed_as("<p>{n}. {link}</p>"),
        f"<table>{listed_as('<tr><td>{n}.</td><td>{link}</td><td>17</td></tr>')}</table>",
    ],
)
def test_a_list_of_contents_in_any_form_is_left_out_with_its_heading(listing):
    pages = {"toc.xhtml": f"<h2>Contents</h2>{listing}", "c1.xhtml": f"<h2>Wells 1</h2><p>{WORDS}</p>"}
    document = book(pages)
    assert headings(document) == [("Wells 1", 1)]
    assert left_out(document)["list of contents"].startswith("Contents · ")
    assert "Wells 11" in left_out(document)["list of contents"]


def test_a_link_to_the_list_of_contents_leads_to_what_follows_it():
    pages = {
        "toc.xhtml": f'<h2 id="top">Contents</h2>{listed_as("<p>{link}</p>")}',
        "c1.xhtml": f'<p>{WORDS}</p><p><a href="toc.xhtml#top">up</a></p>',
    }
    document = book(pages)
    assert links(document) == [("up", f"#{document.text.index(WORDS)}")]


def test_a_chapter_on_contents_stays():
    document = book({"a.xhtml": f"<h2>Contents</h2><p>{WORDS}</p>"})
    assert headings(document) == [("Contents", 1)]


# What other programs write


def test_a_paragraph_that_says_the_title_at_the_top_is_the_title():
    document = book({"a.xhtml": f'<p class="title"><span>{TITLE}</span></p><p>{WORDS}</p>'})
    assert shape(document) == [("title", TITLE), ("paragraph", WORDS)]


def test_a_paragraph_that_says_the_title_further_down_is_none():
    document = book({"a.xhtml": f"{f'<p>{WORDS}</p>' * 6}<p>{TITLE}</p>"})
    assert [kind for kind, _ in shape(document)] == ["title", *["paragraph"] * 7]


def test_lists_that_are_nested_by_their_classes_alone_are_nested():
    listing = (
        '<ol class="lst-kix_a1-0 start"><li>One</li></ol><ul class="lst-kix_a1-1 start"><li>Inner</li></ul>'
        '<ol class="lst-kix_a1-0" start="2"><li>Two</li></ol>'
    )
    document = book({"a.xhtml": listing})
    found = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(block.marker, block.depth) for block in found] == [("1.", 0), ("•", 1), ("2.", 0)]


def test_a_cover_within_a_drawing_is_shown():
    drawing = '<svg viewBox="0 0 600 800"><image width="600" height="800" xlink:href="c.png"/></svg>'
    document = book(
        {"cover.xhtml": f"<div>{drawing}</div>", "a.xhtml": "<p>A.</p>"}, {"EPUB/c.png": picture(600, 800)}
    )
    figure = next(block for block in document.blocks if block.kind is BlockKind.FIGURE)
    assert figure.picture == Picture("EPUB/c.png", 600, 800)


def test_a_letter_that_is_a_picture_is_a_letter():
    document = book({"a.xhtml": '<p><img src="t.png" alt="T"/>he council met.</p>'})
    assert document.text.endswith("The council met.")
    assert document.coverage.remarks == ()


def test_how_a_sign_is_spoken_is_no_text():
    document = book({"a.xhtml": "<p>The sign <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> is read.</p>"})
    assert document.text.endswith("The sign 漢 is read.")


def test_a_heading_above_all_others_that_says_the_title_again_is_none():
    pages = {
        "t.xhtml": f'<h1 class="title">{TITLE}</h1>',
        "a.xhtml": f"<h1>{TITLE}</h1><h2>One</h2><p>{WORDS}</p><h2>Two</h2><p>{WORDS}</p>",
    }
    document = book(pages)
    assert headings(document) == [("One", 1), ("Two", 1)]
    assert document.text.count(TITLE) == 2


def test_a_story_that_has_the_title_of_its_book_stays_a_chapter():
    pages = {"t.xhtml": f"<h1>{TITLE}</h1>"}
    pages |= {f"{n}.xhtml": f"<h1>{text}</h1><p>{WORDS}</p>" for n, text in enumerate((TITLE, "Rain"))}
    assert headings(book(pages)) == [(TITLE, 1), ("Rain", 1)]


def test_a_short_list_on_the_page_that_the_guide_calls_the_contents_is_left_out():
    document = packaged(
        item("toc") + item("a") + item("b"),
        reads("toc", "a", "b") + '</spine><guide><reference type="toc" href="toc.xhtml"/></guide><spine>',
        toc='<ul><li><a href="a.xhtml">One</a></li><li><a href="b.xhtml">Two</a></li></ul>',
        a="<p>A.</p>",
        b="<p>B.</p>",
    )
    assert document.text == "A.\n\nB."
    assert left_out(document) == {"list of contents": "One · Two"}


def test_items_have_the_numbers_and_the_figures_that_their_list_says():
    listing = (
        '<ol><li>One</li><li value="10">Ten</li><li>Eleven</li></ol>'
        '<ol type="a" start="3"><li>C</li><li>D<ol type="I"><li>First</li><li>Second</li></ol></li></ol>'
        '<ol type="x"><li value="-4">Odd</li></ol>'
    )
    document = book({"a.xhtml": listing})
    found = [block.marker for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert found == ["1.", "10.", "11.", "c.", "d.", "I.", "II.", "1."]


def test_addresses_that_begin_with_a_slash_begin_at_the_root_of_the_book():
    data = epub({"a.xhtml": "<h1>First</h1><p>See the wells.</p>"})
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        held = {name: book.read(name) for name in book.namelist()}
    held["EPUB/p.opf"] = held["EPUB/p.opf"].replace(b'href="a.xhtml"', b'href="/EPUB/a.xhtml"')
    assert headings(read(zipped(held), "a.epub")) == [("First", 1)]
    held["EPUB/p.opf"] = held["EPUB/p.opf"].replace(b'href="/EPUB/a.xhtml"', b'href="/../EPUB/a.xhtml"')
    assert headings(read(zipped(held), "a.epub")) == [("First", 1)]


def test_a_book_whose_container_is_missing_is_found_by_its_package():
    data = epub({"z.xhtml": "<h1>First</h1><p>One.</p>", "a.xhtml": "<h1>Second</h1><p>Two.</p>"})
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        held = {name: book.read(name) for name in book.namelist() if name != "META-INF/container.xml"}
    assert headings(read(zipped(held), "a.epub")) == [("First", 1), ("Second", 1)]
