import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import BlockKind, Document, InlineKind
from deskbrief.document.tasks import Progress
from deskbrief.importers.registry import steps_for
from deskbrief.importers.source import Preview, Source
from helpers.reading import of_kind, read, shape

PARAGRAPH = (
    "The council of the northern region met on Monday and talked at length about the harbours of the coast. "
    * 3
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbours and ships - The Daily</title>
<meta property="article:published_time" content="2024-03-05T10:00:00Z"><meta name="author" content="Desk">
<style>p {{ color: red }}</style><script>var secret = 1</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Harbours and ships</h1><p>{PARAGRAPH}</p>
<h2>What was <em>said</em></h2><p>{PARAGRAPH} See <a href="https://example.org/x">the report</a>.</p>
<ul><li>More ships are wanted by all</li><li>Fewer harbours are wanted by some</li></ul>
<blockquote><p>We have never seen so much water in one place.</p></blockquote>
<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2021</td><td>14</td></tr><tr><td>2022</td><td>19</td></tr></table>
<p>{PARAGRAPH}</p></article>
<footer><p>Cookie settings. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def document():
    return read(PAGE, "page.html")


def test_the_article_is_read_and_the_furniture_left_out(document):
    assert "The council of the northern region" in document.text
    for words in ("Home", "Cookie settings", "secret", "color"):
        assert words not in document.text


def test_what_was_left_out_is_counted(document):
    assert 0 < document.coverage.share < 1


def test_the_structure_is_that_of_the_page(document):
    made = shape(document)
    assert ("heading", "What was said") in made
    assert of_kind(document, BlockKind.LIST_ITEM) == [
        "More ships are wanted by all",
        "Fewer harbours are wanted by some",
    ]
    assert ("table", "Year | Ships / 2021 | 14 / 2022 | 19") in made
    assert of_kind(document, BlockKind.QUOTE) == ["We have never seen so much water in one place."]


def test_the_metadata_is_that_of_the_page(document):
    assert document.metadata.title == "Harbours and ships"
    assert document.metadata.published.edtf.startswith("2024-03-05")
    assert document.metadata.language == "en"


def test_links_keep_their_address(document):
    targets = [inline.target for inline in document.inlines if inline.kind is InlineKind.LINK]
    assert targets == ["https://example.org/x"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_declared_encoding_is_believed(encoding):
    words = "Größe und Maß der Häfen. " * 8
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{words}</p></body></html>'
    assert "Größe und Maß" in read(page.encode(encoding), "page.html").text


def test_a_page_of_scripts_is_refused_in_words():
    with pytest.raises(SourceError) as refused:
        read("<html><body><script>document.write('hello')</script></body></html>", "page.html")
    assert refused.value.next_step


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul><li", "table><tr><td", "b", "span"])
def test_deep_nesting_keeps_the_words(tag):
    opened = f"<{tag}>" * 10_000
    text = read(
        f"<html><body><p>Before it all.</p>{opened}<p>The innermost words.</p></body></html>", "deep.html"
    ).text
    assert "The innermost words." in text


def test_nothing_in_a_page_is_fetched_or_expanded():
    page = (
        '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<html><body><p>&a;&x; {PARAGRAPH}</p><img src='http://127.0.0.1:9/x.png'></body></html>"
    )
    text = read(page, "page.xhtml").text
    assert "boom" not in text


def test_pictures_stand_in_their_place_by_what_they_show():
    words = "The council heard what the witnesses had to say about the wells in the valley. " * 3
    page = read(
        f"<article><h1>Wells</h1><p>{words}</p><img alt='A dry well in the north' src='a.png'><p>{words}</p>"
        f"<img alt='logo' src='b.png'><p>{words}</p></article>",
        "page.html",
    )
    kinds = [(block.kind, block.alt) for block in page.blocks]
    assert kinds.count((BlockKind.FIGURE, "A dry well in the north")) == 1
    assert [kind for kind, _ in kinds].index(BlockKind.FIGURE) == 2
    assert page.metadata.title == "Wells"
    assert "dry well" not in page.text
    assert "2 pictures are not shown: “A dry well in the north”, “logo”." in page.coverage.remarks


def test_a_damaged_tag_in_a_page_that_is_nested_too_deeply_is_passed_over():
    document = read("<div>" * 400 + "<t<section x>Words of the page.</t<section>" + "</div>" * 400, "a.html")
    assert document.text == "Words of the page."


LONG_PAGE = (
    "<html><head><meta charset='utf-8'><title>Wells</title><style>{}</style></head><body>"
    "<nav><ul><li><a href='/'>Front page</a></li></ul></nav><article><h1>Wells – a history</h1>{}</article>"
)
LINE = "<p>The towns had started to buy water from their neighbours at prices that few could pay.</p>"


def steps(written: str) -> list[Document]:
    made = steps_for(Source("a.html", "", written.encode()))
    return [
        step.document if isinstance(step, Preview) else step
        for step in made
        if not isinstance(step, Progress)
    ]


def test_the_beginning_of_a_long_page_comes_first():
    preview, whole = steps(LONG_PAGE.format("x{}" * 30_000, LINE * 4_000))
    assert preview.blocks[0].kind is BlockKind.TITLE
    assert preview.metadata.title == "Wells – a history"
    assert preview.sha256 == whole.sha256
    assert whole.text.startswith(preview.text)
    assert "Front page" not in preview.text
    assert 1_000 < len(preview.text) < 20_000


def test_a_long_page_of_nothing_but_style_has_no_beginning():
    (whole,) = steps(LONG_PAGE.format("", "<style>" + "x{}" * 120_000 + "</style>" + LINE * 20))
    assert "neighbours" in whole.text


def test_a_short_page_comes_at_once():
    assert len(steps(LONG_PAGE.format("", LINE * 20))) == 1


@pytest.mark.parametrize(
    "shown", ["<p>2021年5月3日 10時30分</p>", "<div><span>3. Mai 2021</span>, 10:30 Uhr</div>"]
)
def test_a_date_beside_the_title_is_that_of_a_page_that_gives_no_other(shown):
    document = read(
        f"<html><body><h1>Wells</h1>{shown}<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></body></html>", "a.html"
    )
    assert document.metadata.published.edtf == "2021-05-03"


@pytest.mark.parametrize(
    "told",
    [
        "<p>On February 28, 1998, the members of the council founded the company that builds harbours.</p>",
        "<p>The company was founded on February 28, 1998.</p>",
        "<table><tr><td>Founded</td><td>May 5, 1998</td></tr><tr><td>Ships</td><td>12</td></tr></table>",
    ],
)
def test_a_day_that_the_text_tells_of_is_not_the_date_of_its_page(told):
    document = read(
        f"<html><body><h1>Harbours</h1><p>{PARAGRAPH}</p>{told}<p>{PARAGRAPH}</p></body></html>", "a.html"
    )
    assert document.metadata.published is None


def published(head: str, shown: str = "") -> str:
    text = f"<p>{PARAGRAPH}</p>" * 2
    page = f"<html><head>{head}</head><body><h1>Wells</h1>{shown}{text}</body></html>"
    found = read(page, "a.html").metadata.published
    return found.edtf if found else ""


@pytest.mark.parametrize(
    ("before", "after"), [("<![CDATA[", "]]>"), ("//<![CDATA[\n", "\n//]]>"), ("<!--", "-->"), ("", "")]
)
def test_data_about_the_page_is_read_also_where_it_is_wrapped(before, after):
    data = '{"@type": "NewsArticle", "datePublished": "2021-05-03T10:30:00Z"}'
    assert published(f'<script type="application/ld+json">{before}{data}{after}</script>') == "2021-05-03"


def test_microdata_on_any_element_say_when_the_page_was_published():
    shown = '<dl><dt>Out</dt><dd itemprop="datePublished" content="2021-05-03">spring of 2021</dd></dl>'
    assert published("", shown) == "2021-05-03"


def test_the_day_of_publication_counts_more_than_days_of_revision_and_of_other_pages():
    head = (
        '<meta property="article:published_time" content="2021-05-03T10:30:00Z">'
        '<meta name="date" content="2021-06-04">'
    )
    teaser = '<aside><a href="/b"><time datetime="2022-08-09">9 August 2022</time> Another page</a></aside>'
    assert published(head, teaser) == "2021-05-03"


def test_a_table_of_data_may_hold_a_table_in_a_cell():
    table = (
        "<table><caption>Depths</caption><tr><th>Year</th><th>North</th></tr><tr><td>2023</td>"
        "<td>2 m <table><tr><td>in March</td><td>in May</td></tr></table></td></tr>"
        "<tr><td>2024</td><td>3 m</td></tr></table>"
    )
    document = read(
        f"<html><body><article><h1>Ships</h1><p>{PARAGRAPH}</p>{table}</article></body></html>", "a.html"
    )
    (found,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    cells = [[document.text[cell.start : cell.end] for cell in row.cells] for row in found.rows]
    assert cells == [["Year", "North"], ["2023", "2 m in March in May"], ["2024", "3 m"]]


SHIPS = (
    "The harbour board met in March and heard that the old quay had sunk by four centimetres in one winter.",
    "Nobody had foreseen that the stones below the water line would give way so soon after the last repair.",
    "The engineers asked for a new survey, and the council promised money for it in the budget of the year.",
    "Fishermen said that they had told the board of cracks for years without getting any answer from it.",
)


def test_a_paragraph_with_the_mark_of_a_note_is_text_whatever_the_mark_is_called():
    note = '<a href="#fn:1" id="fnref:1" class="footnote" rel="footnote">1</a>'
    body = f"<p>{SHIPS[0]}{note}</p>" + "".join(f"<p>{one} {one[::-1][:40]}</p>" for one in SHIPS[1:])
    footer = '<footer class="site">About us <a href="/">Home</a></footer>'
    document = read(f"<html><body><article><h1>T</h1>{body}</article>{footer}</body></html>", "a.html")
    assert f"{SHIPS[0]}1" in document.text


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("2021-05-04T01:30:00Z", "2021-05-03"),
        ("2021-05-03T10:30:00Z", "2021-05-03"),
        ("2021-05-04", "2021-05-04"),
        ("2021-05-02T22:30:00+00:00", "2021-05-03"),
        # These tell where the page was published: its address has the day of the printed paper.
        ("2021-05-02T10:30:00Z", "2021-05-02"),
        ("2021-05-04T01:30:00+02:00", "2021-05-04"),
        ("2021-05-07T01:30:00Z", "2021-05-07"),
    ],
)
def test_late_in_the_evening_the_day_in_the_address_counts(time, day):
    address = '<link rel="canonical" href="https://news.example.org/2021/05/03/harbours/">'
    assert published(f'{address}<meta property="article:published_time" content="{time}">') == day


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        ("<!-- saved from url=(0028)https://example.org/ships/a -->", "https://example.org/ships/a"),
        (
            "<!--\n Page saved with SingleFile \n url: https://example.org/ships \n saved date: Mon -->",
            "https://example.org/ships",
        ),
        ("<!-- saved from url=(0014)about:internet -->", ""),
    ],
)
def test_the_address_that_a_page_was_saved_from_is_known(comment, url):
    body = f"<body><article><h1>Ships</h1><p>{PARAGRAPH}</p></article></body>"
    page = f"<!DOCTYPE html>\n{comment}<html>{body}</html>"
    assert read(page, "a.html").metadata.url == url
    own = page.replace("<html>", '<html><head><link rel="canonical" href="https://example.org/own"></head>')
    assert read(own, "a.html").metadata.url == "https://example.org/own"
