"""XML files in no known format are read as their text, without tags."""

from deskbrief.document.model import BlockKind
from helpers.reading import headings, of_kind, read

HANSARD = """<?xml version="1.0" encoding="UTF-8"?>
<hansard><volume><title>Volume 296</title>
<section><title>Egypt</title><p id="a">The House met <i>again</i>, 48&#x00B0;.</p>
<p>Mr. Gladstone rose.<br/>He sat down.</p></section></volume></hansard>"""


def test_the_text_is_read_without_tags_and_told_so():
    document = read(HANSARD.encode(), "hansard.xml")
    assert of_kind(document, BlockKind.PARAGRAPH) == [
        "The House met again, 48\u00b0.",
        "Mr. Gladstone rose. He sat down.",
    ]
    assert headings(document) == [("Volume 296", 1), ("Egypt", 2)]
    assert document.metadata.title == "Volume 296"
    assert "without its tags" in document.coverage.remarks[0]
    assert document.coverage.whole


def test_what_stands_before_damage_is_read_and_told():
    document = read(HANSARD[: HANSARD.index("Mr. Glad") + 12].encode(), "hansard.xml")
    assert "The House met again" in document.text
    assert not document.coverage.whole


def test_a_web_page_that_is_xml_stays_one():
    page = '<?xml version="1.0"?><!DOCTYPE html><html><body><p>Words of a page.</p></body></html>'
    assert read(page.encode(), "page.xhtml").metadata.format == "html"


def test_a_file_that_only_begins_so_is_read_as_it_stands():
    assert "no elements" in read(b'<?xml version="1.0"?>\nno elements at all here', "odd.xml").text
