"""Pages inside pages: what frames show stands in its place, or is counted, and never lost in silence."""

import plistlib
from html import escape

import pytest

from deskbrief.document.errors import SourceError
from deskbrief.document.model import Document
from deskbrief.importers.job import read_source
from deskbrief.importers.source import Source
from helpers.reading import left_out, links, read

WORDS = "The council met again and heard what the witnesses had to say about the wells of the valley. " * 3
FIRST, LAST = f"First of all. {WORDS}".strip(), f"Last of all. {WORDS}".strip()
FRAMED = f"In the frame. {WORDS}".strip()
INNER = f"<html><head><title>Inner</title></head><body><p>{FRAMED}</p></body></html>"


def page(inner: str) -> str:
    article = f"<article><h1>Wells</h1><p>{FIRST}</p>{inner}<p>{LAST}</p></article>"
    return f"<html><head><title>Wells</title></head><body>{article}</body></html>"


def with_parts(content: str, **parts: str) -> Document:
    """Return the page with `parts`, files in its folder, by their names without an ending."""
    held = {f"f/{name}.html": text.encode() for name, text in parts.items()}
    return read_source(Source("page.html", "text/html", content.encode(), parts=held))


def saved(content: str, *frames: tuple[str, str]) -> Document:
    """Return the page in a web archive with `frames`, each a header and a page."""
    parts = [("Content-Location: https://example.org/a/", content), *frames]
    body = "".join(f"--x\r\nContent-Type: text/html; charset=utf-8\r\n{h}\r\n\r\n{t}\r\n" for h, t in parts)
    head = 'From: <Saved by x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    return read(f"{head}{body}--x--\r\n", "a.mhtml")


def in_order(document: Document, *texts: str) -> bool:
    places = [document.text.find(text) for text in texts]
    return -1 not in places and places == sorted(places)


def test_a_page_that_stands_in_its_frame_is_read_in_its_place():
    document = read(page(f'<iframe srcdoc="{escape(INNER)}"></iframe>'), "a.html")
    assert in_order(document, FIRST, FRAMED, LAST)
    assert document.metadata.title == "Wells"
    assert document.coverage.remarks == ()


@pytest.mark.parametrize(
    ("address", "header"),
    [
        ("cid:frame-1@mhtml.blink", "Content-ID: <frame-1@mhtml.blink>"),
        ("https://example.org/f", "Content-Location: https://example.org/f"),
        ("../f", "Content-Location: https://example.org/f"),
    ],
)
def test_the_frames_of_a_web_archive_are_read_in_their_places(address, header):
    document = saved(page(f'<iframe src="{address}"></iframe>'), (header, INNER))
    assert in_order(document, FIRST, FRAMED, LAST)


def test_the_frames_of_a_safari_archive_are_read_in_their_places():
    def archive(url: str, text: str, *inner: object) -> dict[str, object]:
        main = {"WebResourceData": text.encode(), "WebResourceMIMEType": "text/html", "WebResourceURL": url}
        return {"WebMainResource": main, "WebSubframeArchives": list(inner)}

    outer = page('<iframe src="https://example.org/f"></iframe>')
    held = archive("https://example.org/a", outer, archive("https://example.org/f", INNER))
    document = read(plistlib.dumps(held, fmt=plistlib.FMT_BINARY), "a.webarchive")
    assert in_order(document, FIRST, FRAMED, LAST)


def test_the_frames_in_the_folder_of_a_page_are_read_in_their_places():
    assert in_order(with_parts(page('<iframe src="./f/one.html"></iframe>'), one=INNER), FIRST, FRAMED, LAST)


def test_frames_in_frames_are_read():
    middle = '<html><body><iframe src="f/two.html"></iframe></body></html>'
    document = with_parts(page('<iframe src="f/one.html"></iframe>'), one=middle, two=INNER)
    assert in_order(document, FIRST, FRAMED, LAST)


def test_links_in_a_frame_start_from_its_own_address():
    inner = f'<html><body><p>{FRAMED} <a href="b">More</a></p></body></html>'
    header = "Content-ID: <f>\r\nContent-Location: https://example.org/f/a"
    document = saved(page('<iframe src="cid:f"></iframe>'), (header, inner))
    assert links(document) == [("More", "https://example.org/f/b")]


def test_an_advertisement_in_a_frame_is_counted():
    inner = "<html><body><p>Buy the new pump today and save a lot.</p></body></html>"
    frame = '<aside><iframe id="google_ads_iframe_1" title="Advertisement" src="cid:f"></iframe></aside>'
    document = saved(page(frame), ("Content-ID: <f>", inner))
    assert "pump" not in document.text
    assert left_out(document) == {"advertisement": "Buy the new pump today and save a lot."}


def test_a_frame_that_nobody_sees_is_counted_as_hidden():
    frame = '<iframe width="0" height="0" src="f/one.html"></iframe>'
    document = with_parts(page(frame), one=INNER)
    assert left_out(document) == {"hidden on the page": FRAMED}


def test_a_page_in_the_file_that_no_frame_shows_is_counted():
    document = saved(page(""), ("Content-ID: <f>", INNER))
    assert "In the frame" not in document.text
    assert left_out(document) == {"other pages in the file": FRAMED}


def test_frames_of_other_sites_are_named():
    document = read(page('<iframe src="https://maps.example.org/x?y"></iframe>'), "a.html")
    assert document.coverage.remarks == ("One frame is not in the file: maps.example.org.",)
    assert document.coverage.whole


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="https://x.org/" width="1" height="1"></iframe>',
        '<iframe src="https://x.org/" style="display: none"></iframe>',
        '<iframe src="https://x.org/" id="google_ads_iframe_2"></iframe>',
        '<iframe src="about:blank"></iframe>',
        "<iframe></iframe>",
    ],
)
def test_frames_that_nobody_sees_or_misses_are_not_named(frame):
    assert read(page(frame), "a.html").coverage.remarks == ()


SET = (
    '<html><head><title>Wells</title></head><frameset cols="1,3"><frame src="f/one.html"><frameset>'
    '<frame src="f/two.html"><frame src="f/three.html"></frameset><noframes>{}</noframes></frameset></html>'
)


def test_the_pages_of_a_set_of_frames_are_read_or_counted():
    menu = "".join(f'<p><a href="{name}.html">To the {name}</a></p>' for name in ("wells", "rivers", "lakes"))
    held = {"one": f"<html><body>{menu}</body></html>", "two": page(""), "three": INNER}
    document = with_parts(SET.format("<p>No frames here.</p>"), **held)
    assert in_order(document, FIRST, LAST)
    beside = " ".join(left_out(document).values())
    assert "To the rivers" in beside
    assert FRAMED in f"{document.text} {beside}"
    assert "No frames" not in document.text
    assert document.metadata.title == "Wells"


def test_of_a_set_of_frames_without_its_pages_the_words_beside_are_read_and_the_pages_named():
    document = read(SET.format("<body><p>See the list of wells.</p></body>"), "a.html")
    assert document.text == "See the list of wells."
    assert document.coverage.remarks == ("3 frames are not in the file: one.html, two.html, three.html.",)
    assert not document.coverage.whole


def test_a_set_of_frames_without_any_words_is_refused_in_words():
    with pytest.raises(SourceError) as refused:
        read(SET.format(""), "a.html")
    assert refused.value.what == "a.html shows its text in frames whose pages are not in the file."


def test_a_page_that_frames_itself_is_read_some_times_and_told():
    again = f'<html><body><p>{FRAMED}</p><iframe src="f/one.html"></iframe></body></html>'
    document = with_parts(page('<iframe src="f/one.html"></iframe>'), one=again)
    assert 1 <= document.text.count("In the frame") <= 4
    assert document.coverage.remarks == (
        "One page inside this page is not read: too many, or nested too deeply.",
    )
    assert not document.coverage.whole


def test_frames_that_grow_in_number_with_each_step_are_told():
    frame = '<iframe src="f/one.html"></iframe>'
    again = f"<html><body><p>{FRAMED}</p>{frame * 10}</body></html>"
    document = with_parts(page('<iframe src="f/one.html"></iframe>'), one=again)
    assert "pages inside this page are not read" in document.coverage.remarks[0]


def test_frames_in_deep_pages_are_told_when_they_would_be_too_deep():
    deep = f"{'<div>' * 150}{{}}{'</div>' * 150}"
    inner = f"<html><body>{deep.format(f'<p>{FRAMED}</p>')}</body></html>"
    frame = deep.format('<iframe src="f/one.html"></iframe>')
    document = with_parts(page(frame), one=inner)
    assert not document.coverage.whole


def test_hidden_words_in_a_frame_are_counted():
    inner = INNER.replace("</body>", "<p hidden>Four words not seen.</p></body>")
    document = read(page(f'<iframe srcdoc="{escape(inner)}"></iframe>'), "a.html")
    assert left_out(document) == {"hidden on the page": "Four words not seen."}


def test_many_large_frames_end_in_a_word_and_not_in_minutes():
    large = f"<html><body>{'<p>Again. {}</p>'.format('x' * 1_000) * 1_500}</body></html>"
    document = with_parts(page('<iframe src="f/one.html"></iframe>' * 5_000), one=large)
    assert "pages inside this page are not read" in document.coverage.remarks[0]
